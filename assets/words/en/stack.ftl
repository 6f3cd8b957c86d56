### A trainer's stack: on paper, at the terminal, in the window.

## What a form is called on the pages for the person who hands out

stack-form-list = List
stack-form-compact = Small list
stack-form-large = Large list
stack-form-card = Cards
stack-form-check-in = Check-in
stack-form-restore = Settings to put back
stack-form-guide = Run sheet
stack-worksheet = Questions to think about

## The first page of a stack

stack-title = Handouts
stack-contents = For the person who hands out
stack-contents-lead = Keep this page. It is no handout, and the only one that says whom a pile fits.
stack-piles = The piles
stack-pile = Pile { $letter }:
stack-pile-noted =
    { $sheets ->
        [one] { $people }. For each of them the next sheet: { $parts }.
       *[other] { $people }. For each of them the next { $sheets } sheets: { $parts }.
    }
stack-people =
    { $count ->
        [one] One person
       *[other] { $count } people
    }
stack-part =
    { $sheets ->
        [one] { $part }, 1 sheet
       *[other] { $part }, { $sheets } sheets
    }
stack-how = Printing and handing out
stack-print-two = Print it on both sides, turned over the long edge. Every handout begins on a front, so some backs stay empty on purpose.
stack-print-one = Print it on one side only. On both sides, two handouts would share a sheet.
stack-how-letters = A page with a large letter lies on top of each pile. Take it out, then give each person the next sheets from the top.
stack-how-made-up = The people are made up. Nobody has to say which one is like them: let everybody choose a pile.
stack-how-after = Collect nothing and write no names. Afterwards, tear up this page, the letters and what is left over.
stack-persona = { $name }. { $about }
stack-blank = Nobody in particular: for those who would rather choose by themselves.
stack-blank-with = Nobody in particular, with this phone: { $phone }. For those who would rather choose by themselves.
stack-in-language = { $about } In this language: { $name }.
stack-own = From a file with answers.

## The page before a pile

stack-next =
    { $sheets ->
        [one] For each person, take the next sheet from the top.
       *[other] For each person, take the next { $sheets } sheets from the top.
    }
stack-take-out = Take this page out. It is no handout.

## Questions to think about

stack-sheet-title = What fits you?
stack-sheet-lead = For you alone. Nobody collects this. Answer in your head: what you write here, anyone who finds this paper can read.
stack-sheet-think = Think about it
stack-sheet-think-note = There is no list that fits everybody. Your answers decide what is worth the trouble.
stack-sheet-first = My first five
stack-sheet-first-note = What takes you the least time and helps you the most. Write what you will do, not why.
stack-sheet-everybody = What fits almost everybody
stack-sheet-everybody-note = Choose from here, or from the lists of others in the room.

## At the terminal

terminal-stack = Writes a trainer's pile of handouts for many people, as one PDF that names nobody
terminal-stack-personas = For whom: names of made-up people, such as first-march,organiser
terminal-stack-answers = For whom: a file with answers. It may be given more than once
terminal-stack-copies = How many of each, from 1 to 200. One if you leave it out
terminal-stack-blank = How many more for people whose answers nobody knows, from 1 to 200
terminal-stack-phones = Which phones those have, such as iphone,samsung: a pile for each. All kinds in one pile if you leave it out
terminal-stack-place = Whose law the blank ones tell of, such as de
terminal-stack-formats = What each person gets, in this order
terminal-stack-lang = In which languages: a pile for each
terminal-stack-sides = Printed on two sides or on one
terminal-stack-unknown = There is no made-up person called { $name }.
terminal-stack-known = There are: { $names }.
terminal-stack-unknown-phone = There is no phone called { $name }.
terminal-stack-unknown-place = There is no place called { $name }.
terminal-stack-made = { $people ->
        [one] For one person
       *[other] For { $people } people
    }, { $sheets ->
        [one] one sheet of paper
       *[other] { $sheets } sheets of paper
    }. Keep the first page: it says how to print and hand out.
terminal-stack-progress = Page { $done } of { $total }

## In the window

welcome-stack = For trainers
menu-stack = Handouts for a group
stack-window = Handouts for a group
stack-window-lead = One file for everybody in the room. No handout says whom it is for, and nobody’s name is asked.
stack-guide = Print the run sheet
stack-guide-note = Leading the evening? The run sheet says what to do when, what to say, and what people object.
stack-for-whom = Made-up people
stack-for-whom-note = Each of them becomes a pile with a letter. Choose those that somebody in the room may be like.
stack-nobody = Nobody in particular
stack-nobody-note = For those who would rather choose by themselves: questions to think about, and what fits almost everybody.
stack-nobody-with = With this phone: { $phone }
stack-gets = What each person gets
stack-how-much = How many, and how
stack-copies = Copies of each pile
stack-copies-note = How many people may take from one pile.
stack-copies-problem = A number from 1 to { $most }.
stack-languages = Languages: a pile for each
stack-sides = Printed
stack-two = On both sides
stack-one = On one side
stack-two-note = Every handout begins on a front
stack-one-note = More paper, for printers that cannot do both
stack-sum = { $people ->
        [one] One person
       *[other] { $people } people
    } · { $forms ->
        [one] one format
       *[other] { $forms } formats
    } · { $sheets ->
        [one] one sheet of paper
       *[other] { $sheets } sheets of paper
    }
stack-first-pages = The first pages
stack-nothing = Choose for whom, what each person gets, and how many. Then the first pages are shown here.
stack-setting = The pages are being set.
stack-page = Page { $number } of the first { $of }; { $all } in all
stack-make = Make the handouts
stack-about = Good to know
stack-about-names = Nothing about the plan you are making is in here, and nothing is asked about those who come.
stack-about-first = The first page is for you. It alone says which letter fits whom.
stack-about-choose = Let everybody choose a pile themselves. Nobody has to say why.
stack-making-title = The handouts are being made
stack-making-lead = Nothing is written until it is done. You can stop it.
stack-making = Page { $done } of { $total }
stack-stop = Stop
stack-place = Where to put the handouts
stack-place-lead = It is one file for a printer. It is not encrypted.
stack-done = The handouts are ready to print
stack-after = Before and after printing
stack-after-printer = Use a printer whose owner you trust. Printers in offices and shops can keep what they print, with a name and a time.
stack-after-first = Stay beside it, and take the first page and the letters out before you hand anything out.
stack-after-file = Then delete the file, and empty the bin it went to.
stack-after-left = Tear up what is left over. Collect nothing that somebody wrote on.
stack-leave = Done
