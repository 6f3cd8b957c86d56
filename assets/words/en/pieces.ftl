## A plan in two pieces: the plan, and its key in a file of its own.

pieces-apart = Keep the key apart
pieces-apart-about = It takes two files and the passphrase to open the plan then, and one of them can be on a stick.
pieces-one = One file
pieces-two = Two files
pieces-split-about = Put the key into a file of its own, such as on a stick. Without it, the passphrase opens nothing.
pieces-place-lead = The plan goes into one encrypted file, and its key into another. Nothing is written before you save.
pieces-where = Where to keep the key
pieces-where-lead = A small file. Best on something that you can leave somewhere else.
pieces-both = To open the plan it takes the plan, this key file and the passphrase. Saving needs only the plan, so the stick can be pulled out while you work.
pieces-second-copy = If the key file is lost, nobody can open the plan. We cannot either. Make a second copy of it, and keep that in another place.
pieces-quantum = One day a large quantum computer could open a copy of such a plan without its key, also a copy that was taken today. A plan in one file does not have that weakness.
pieces-older = Copies of the plan that were made before still open with the passphrase alone. If somebody may know it, change it as well.
pieces-beside = The key would lie beside the plan.
pieces-beside-advice = Whoever takes one then has the other too. It helps only if they are kept in different places.
pieces-key-taken = It may be the key of another plan, so it is never replaced. Take another name.
pieces-key-is = Its key file
pieces-join = Open it with the passphrase alone again
pieces-join-about = The plan goes back into one file. The key file is then no longer needed.
pieces-join-lead = From then on, whoever has the plan and the passphrase can open it.
pieces-join-key-stays = The key file stays where it is. It still opens older copies of the plan; remove it when you no longer need those.
pieces-join-copies = The previous version beside the plan is written anew as well. Copies in other places still need the key file.
pieces-join-now = Put both into one file
pieces-change-about = The key file alone is written anew. The plan stays as it is.
pieces-change-lead = The new passphrase opens this key file from now on. The plan itself does not change.
pieces-change-copies = Every older copy of the key file still opens the plan, with the passphrase of its time: also what you write from now on.
pieces-change-new-key = If somebody may have such a copy, make a new key: let the passphrase alone open the plan again, then keep the key apart once more.
pieces-old-copies = { $count ->
    [one] Beside the plan lies a copy that still opens the way it did before: { $names }
   *[other] Beside the plan lie copies that still open the way they did before: { $names }
}
pieces-old-copies-advice = They were put there because two programs had changed the plan. If you need nothing in them, remove them in your file manager.
pieces-find = Where is its key file?
pieces-find-lead = This plan opens with a key file and a passphrase.
pieces-find-stick = If the key file is on a stick, put it in and look again. Nothing is lost while it is away.
pieces-no-key-found = No key file was found in Daypack’s own folder or on a drive.
pieces-use-key = Use this key file
pieces-locked-about = Your plan is closed and encrypted. Its key file and the passphrase open it again.
pieces-wrong = This passphrase does not open this key file. Capital letters, spaces and the keyboard’s language count.
pieces-key-away = The key file is not there.
pieces-key-away-advice = If it is on a stick, put the stick in and try again.
pieces-another-key = Choose another key file
pieces-choose-key = Choose the key file
pieces-promise = A plan whose key you keep apart opens with the plan, the key file and the passphrase, and with no two of them.
pieces-cannot = It cannot open a plan in two pieces when the key file is lost, nor promise that such a plan withstands a large quantum computer one day.
pieces-paper = This copy opens with the passphrase alone, without the key file.
pieces-paper-advice = Whoever has the paper and the passphrase can open it. Print it only if you want that.

open-weak-key = The passphrase of this key file is easier to guess than it has to be.
open-weak-key-advice = Change the passphrase once to mend that.

## The same in a terminal.

terminal-key = The key file, if the plan is in two pieces
terminal-new-key = Put the key into this new file, such as on a stick; then it takes both files and the passphrase to open the plan
terminal-split = Puts the key of an encrypted file into a file of its own
terminal-join = Seals an encrypted file whose key lies apart with its passphrase alone again
terminal-apart = From now on it takes the plan, the key file and the passphrase to open it. Without the key file nobody can: make a second copy of it, and keep that in another place. One day a large quantum computer could open a copy of such a plan without the key; a plan with a passphrase alone does not have that weakness.
terminal-apart-copies = Copies of the plan that were made before still open with the passphrase alone.
terminal-changed-key = The old passphrase no longer opens this key file. The plan did not change. Every older copy of the key file still opens the plan, with the passphrase of its time. If someone may have such a copy, make a new key: vault join, then vault split with another file.
terminal-joined-pieces = From now on the passphrase alone opens the plan. The key file was left where it is: it still opens older copies of the plan.
terminal-join-no-key = Which key opens this file was not said.
terminal-join-advice = Name the key file with --key.
terminal-copy = Beside it lies { $file }. It still opens the way it did before.
terminal-paper-needs-no-key = This copy opens with the passphrase alone, without the key file.
