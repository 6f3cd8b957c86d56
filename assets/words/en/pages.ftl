## What the window says of paper, whatever is printed on it

paper-blank = There is room on it for numbers, and the law of the place if you said where. Nothing of a plan is on it yet.
paper-empty-others = Cards, the check-in and the run sheet need no plan: choose above what the paper is for.

## Handouts for a group

paper-pile = Pile { $letter }
paper-law = Whose law is on them
paper-law-of = The law of this place is on them: { $place }
paper-law-of-none = No law is on them yet
paper-law-none = No place
paper-law-none-note = They say what to ask a local lawyer or legal group before the day.

## From paper

# Below the field: what is wrong, and what to do.
paper-problem = { $what } { $advice }

## In Help

help-paper = On paper
help-paper-choose = Under Print, say first what the paper is for. It starts out safe to carry: it shows no answers and names nobody.
help-paper-see = What you see there is what is written: one file, where you say. Nothing goes to a printer from here, and no other program opens unless you ask.
help-paper-after = Before you print, read what a printer keeps; afterwards, how paper and file go again.

help-stack = Handouts for a group
help-stack-what = Under For trainers, one file holds the handouts for everybody in the room, pile by pile. The first page is yours: it alone says which letter fits whom.
help-stack-who = The people are made up. Nobody gives a name, and everybody takes from a pile themselves.
help-stack-lead = The run sheet says what to do when, what to say, and what people object.

help-copy = An encrypted copy on paper
help-copy-what = Under Print, once your plan is saved: square codes that hold the whole plan, sealed with the passphrase it has on that day.
help-copy-back = To bring it back, scan the codes with a phone in flight mode. Then Open a plan, From paper. Any order will do, and what is missing is named.
help-copy-apart = Keep the paper apart from the computer and from the passphrase. Whoever has both can read all of it.
