## The check-in: for the person who waits. Written by hand, the same for everybody.

check-in-title = Check-in
check-in-lead = For somebody who waits for you, and is safe for you. Fill it in by hand and give it to them. Initials are enough: whoever finds this paper can read it.
check-in-who = Who waits for me
check-in-waits = Who waits
check-in-reach = I reach them at
check-in-until = Until when
check-in-leave = I leave at
check-in-back = I am back by
check-in-sign = The sign I send
check-in-sign-at = I send it at
check-in-then = No sign? Then what
check-in-then-note = Do it in this order, and no more than we agreed on.
check-in-wait = 1. Wait until
check-in-try = 2. Try me at
check-in-call = 3. Call
check-in-call-next = 4. Then call
check-in-lawyer = Lawyer or legal help
check-in-needs = What my body needs
check-in-never = Whom never to call
check-in-never-note = A call to them could harm me, also one that only asks.
check-in-not = Never call
check-in-not-either = Nor call
check-in-destroy = Destroy after
check-in-destroy-how = When I am back and have told you so myself: tear this paper small, soak it until it falls apart, and throw it away in more than one place.
check-in-destroy-case = Is somebody held, or is a case known or expected? Then destroy nothing, and ask a lawyer first.
check-in-destroy-photo = Take no photo of it, and type nothing of it into a phone.
