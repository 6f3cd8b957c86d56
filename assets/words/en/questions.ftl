## One question at a time.

back = Back
questions-here = Question { $number } of about { $about }
questions-none = There is nothing to ask.
questions-sensitive = You do not have to answer this. It is never printed.
questions-many = Choose as many as you like.
questions-none-of-these = None of these
questions-unknown = I don’t know
questions-next = Next
questions-skip = Skip
questions-changes = What does it change?
questions-changes-about = Your answer changes how likely, or how bad, we think these are:
