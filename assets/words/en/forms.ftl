## What the window says of the forms for paper

print-for-somebody = For somebody who waits
print-for-leading = To lead a workshop
print-use-cut = Cut along the marks. Each card has the size of a bank card.
print-form-large = The list, large
print-form-large-note = What to do, in type of 18 points and more.
print-form-card = Cards
print-form-card-note = For a wallet: how to lock each device, three lines of law, numbers to write by hand, what to do first.
print-form-check-in = Check-in
print-form-check-in-note = Who waits for you, until when, then what, and whom never to call: all of it to write by hand.
print-form-guide = Run sheet
print-form-guide-note = A workshop, step after step, with a clock that runs from 0:00. It is made from no plan.
print-little = A little of your plan is on it, and nothing that is known to tell something about you.
print-nothing-of-it = Nothing of your plan is on it: it is the same for everybody.
