## Taking a plan away from this device.

remove-promise = Removing a plan takes the plan and what belongs to it, asks twice, and names what it leaves. It is shown only while you say that there is no case.
remove-title = Remove this plan from this device
remove-about = The file and its previous version. You are asked twice.
remove-goes = These files go, as far as they are there:
remove-key = Its key file too
remove-key-about = { $file }
remove-key-yes = Goes too
remove-key-no = Stays
remove-not-gone-title = Deleted does not mean gone.
remove-not-gone = On SSDs, USB sticks, in snapshots and in synced folders, a deleted encrypted file can often be brought back. Then its passphrase is all that protects it.
remove-offence-title = Not while somebody is asking for it.
remove-offence = If police or a court are already asking for it, deleting can be a crime. Then leave it, and talk to a lawyer.
remove-copies = These copies lie beside it and stay:
remove-paper = Paper and other files you made from the plan stay where they are.
remove-continue = Go on to remove it
remove-sure = Remove these files now?
remove-sure-about = You cannot take that back here. If you may need the plan again, keep it.
remove-now = Remove them now
remove-keep = Keep them
remove-removing = Removing the files.
remove-gone = Removed
remove-key-kept = Its key file stays: { $file }
remove-left = Not everything could be removed
remove-left-files = Still there, or not surely gone:
remove-was = Removed:
remove-again = Try again
remove-close = Close

## The same in a terminal.

terminal-remove = Takes a plan away from this device, with its previous version; asks twice
terminal-remove-key = Take its key file away too
terminal-remove-yes = Answer the question with yes; twice for both questions
terminal-remove-plan = This removes { $file } and its previous version. You cannot take that back.
terminal-remove-its-key = It removes its key file too: { $file }
terminal-remove-word = remove
terminal-remove-first = Type “{ $word }” to go on:
terminal-remove-second = Are you sure? Type “{ $word }” once more:
terminal-remove-not = Nothing was removed.
terminal-remove-terminal = There is no terminal to ask on.
terminal-remove-terminal-advice = Run this in a terminal, or say --yes twice.
terminal-remove-gate = This plan does not say that no case is known or expected, so it is not removed here: deleting can be an offence then.
terminal-remove-gate-advice = Talk to a lawyer first.
terminal-removed = Removed: { $file }
terminal-remove-copy = Not removed, since it is another copy: { $file }
terminal-remove-left = Still there: { $files } ({ $problem }).
