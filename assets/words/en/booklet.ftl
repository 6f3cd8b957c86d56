### A sheet that becomes a small book, and four small handouts on a sheet.

## The book

booklet-how = To fold
booklet-how-fold = Crease every dashed line, forwards and backwards. Open the sheet.
booklet-how-cut = Fold the short ends together. Cut the whole line, from the fold to where it meets the dashed one.
booklet-how-push = Fold it lengthwise, this side out. Push the ends together until it is a cross. Close it with this page in front.
# Beside the lines on paper. As short as can be.
booklet-fold = fold
booklet-cut = cut
booklet-notes = Room to write
# "{ $count }" is filled in when the pages are set: how many items stand on the other side.
booklet-overleaf = On the other side: { $count } more.
# How many items found no room at all.
booklet-more = Still on your list: { $count }.

## The handout

quarter-lock = Lock it
# How many devices found no room.
quarter-more = How to lock others is on your list: { $count }.
quarter-lead = Leave your name off. What you write here by hand, anyone who finds this paper can read.

## In the window

print-form-booklet = A small book
print-form-booklet-note = One sheet, folded and cut once: eight small pages for a pocket. How to fold it stands on its first page.
print-form-booklet-read = The small book, to read
print-form-booklet-read-note = The same pages one after the other, for a screen. Nothing to fold.
print-form-quarter = Four small handouts
print-form-quarter-note = Four alike on a sheet, to cut apart: how to lock, what the law says, who waits, whom to call.
print-use-booklet = Print both sides, as large as the paper says: no scaling. Fold along the dashed lines, cut the whole line, push the ends together. How to do it stands on the first page.
print-use-quarter = Cut along both lines. All four are alike: keep one and hand on the others.

## In a stack

stack-form-booklet = Small book
stack-form-booklet-read = Small book, to read
stack-form-quarter = Four small handouts
