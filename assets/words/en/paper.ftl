### Words on paper, and about what paper cannot show.

# Below a note that somebody types, when the embedded font lacks some of its letters.
plan-before-letters = Some of these letters cannot be shown, here or on paper: Daypack uses no font of this computer. They are kept as you typed them.

# On the copy on paper. Short: it shares half a page with all else that is said there.
copy-fold = Fold it only at the short marks along its edges: there no fold runs through a code.
