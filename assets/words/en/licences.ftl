## What the program is made of, and in whose words it may be used.

licences-title = What it is made of
licences-about = The code is under MIT or Apache 2.0, the checklists under CC BY 4.0. The rest is the work of many others. For the words of each licence, type in a terminal: daypack-cli licences
licences-parts = All their names
licences-terminal = Prints what this program is made of, with the words of every licence
