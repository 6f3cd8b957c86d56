## Every key, and what the words mean.

help-title = Help
help-lead = Everything works from the keyboard. Nothing here is a test: you can change every answer.
help-keys = Keys
help-words = What the words mean
help-sources = Who says so
help-source = { $title }. { $publisher }, { $date }

key-move = Go to the next thing, or the one before
key-press = Press what the ring is around
key-arrows = Move in a group: answers, times, how likely
key-scroll = Move the page. On a page to print, turn to others, the first, the last
key-near = On a page to print: look closer, and go back. The arrows move over it
key-pick = Choose the answer with that number
key-accept = Go on
key-back = Go back, or close what is open
key-undo = Take back what you did last
key-save = Save the plan
key-print = Print the plan
key-text = Larger, smaller, usual text
key-lock = Lock. Before the first save, cover
key-cover = Cover the page, and bring it back
key-leave = Quick exit: the window closes at once, nothing is deleted
key-help = This page

# The keys themselves, as they are written on keyboards.
keys-move = Tab, Shift+Tab
keys-press = Enter, Space
keys-arrows = Arrows
keys-scroll = Page Up, Page Down, Home, End
keys-near = +, -
keys-pick = 1 … 9
keys-accept = Enter
keys-back = Escape
keys-undo = Ctrl+Z
keys-save = Ctrl+S
keys-print = Ctrl+P
keys-text = Ctrl++, Ctrl+-, Ctrl+0
keys-lock = Ctrl+L
keys-cover = F9
keys-leave = F12, Ctrl+Shift+Q
keys-help = F1

trouble-title = Something went wrong
trouble-on = Go on from the start
