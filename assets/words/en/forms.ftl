## What the window says of the forms for paper

print-for-reading = To read easily
print-for-somebody = For the person who waits for you
print-for-leading = To lead a workshop
print-use-cut = Cut along the marks. Each card has the size of a bank card.
print-form-large = The list, large
print-form-large-note = What to do, in letters of 18 points and more, for eyes that are tired or see little.
print-form-card = Cards
print-form-card-note = For a wallet: how to lock each device, three lines of law, numbers to write by hand, what to do first.
print-use-given = Fill it in together, by hand, and give it to the person who waits and to nobody else. When you are back, it is torn small and thrown away.
print-form-check-in = Check-in
print-form-check-in-note = Who waits for you, until when, then what, and whom never to call: all of it to write by hand.
print-form-guide = Run sheet
print-form-guide-note = A workshop, step after step, with a clock that runs from 0:00. It is made from no plan.
print-little = A little of your plan is on it, and nothing that is known to tell something about you.
print-nothing-of-it = Nothing of your plan is on it: it is the same for everybody.
