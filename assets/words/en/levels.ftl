## What only paper for home says

sheet-home = For home. Not to be carried.
sheet-all = For you alone. Not to be carried.
sheet-foot-home = { $level } { $foot }
sheet-home-lead = This paper says why things are on it and what you decided. Keep it at home, where nobody else reads it. Do not carry it.
sheet-all-lead = This paper says everything: also what could tell who you are, what you are going to do, and what you noted. Keep it where nobody else reads it. Do not carry it. Destroy it when it has served.

sheet-why = Why you:
sheet-why-assumed = you did not say, so we assume: { $reason }
sheet-decided = What you decided
sheet-undecided = Still to decide
sheet-decided-sides = It gives: { $gives } It costs: { $costs }
sheet-left = What is left
sheet-left-lead = As far as we can weigh it, when everything in your plan is done:
sheet-left-threat = { $threat }:
sheet-left-line = { $before } before, { $after } after
sheet-done = done
sheet-not-possible = not possible
sheet-does-not-apply = does not apply
sheet-was = How it was:
sheet-was-on = How it was, { $device }:
sheet-second = { $device }, the second one
sheet-was-switched-on = Switched on.
sheet-was-switched-off = Switched off.
# A note with letters that the embedded font does not have; “…” stands for them.
sheet-was-in-part = { $note } (Some letters of this note cannot be printed.)
sheet-was-not-sure = You were not sure.
sheet-restore-is-back = put back
sheet-restore-is-kept = kept

## In a terminal

terminal-whose = “{ $form }” is made from somebody’s answers.
terminal-whose-advice = Give --answers F or --vault F. Only check-in and guide are the same for everybody.
terminal-one-level = “{ $form }” is made safe to carry, and in no other way.
terminal-one-level-advice = Leave --level out. The lists and the restore list can be made for home, too.
