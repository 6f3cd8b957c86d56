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
