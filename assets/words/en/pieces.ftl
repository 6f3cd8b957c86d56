## A plan in two pieces: the plan, and its key in a file of its own.

open-weak-key = The passphrase of this key file is easier to guess than it has to be.
open-weak-key-advice = Change the passphrase once to mend that.
