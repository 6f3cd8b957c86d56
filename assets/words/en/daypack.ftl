### Words that more than one screen uses. Each screen has a file of its own beside this one;
### together they are one vocabulary, so an id may stand in any of them, once.
###
### Ids are lowercase words joined by hyphens and begin with the name of their screen.
### Second person, short sentences, plain and calm. The reader may be fifteen, tired, afraid.

## When a thing is done

when-weeks-before = Weeks before
when-days-before = Days before, at home
when-leaving = Before you leave
when-during = While you are there
when-after = Afterwards
