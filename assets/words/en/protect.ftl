## A passphrase and a place: the first save, another place, another passphrase.

protect-title = Where your plan is kept
protect-is-kept = Your plan is saved in this file, and saves itself there while you work.
protect-move = Save it in another place
protect-move-about = With the passphrase it has. The file in the old place stays there, until you remove it.
protect-change = Change the passphrase
protect-change-about = The file and its previous version are written anew.
protect-change-not-now = Not now: this file can only be read here. Save the plan in another place first.

protect-words = Write these six words down
protect-words-lead = They are the passphrase that opens your plan. They stay here until you have saved it.
protect-on-paper = Write them on paper, by hand. Not into a file, a message or a photo.
protect-apart = Keep the paper apart from this computer, or learn the words and destroy it.
protect-no-way-back = Nobody can open the plan without them. We cannot either.
protect-others = Other words
protect-use-own = Make up my own passphrase
protect-written = I have written them down
protect-why = Why six words?
protect-why-list = They were drawn at random from 7,776. Guessing them takes even a large laboratory many lifetimes. For a phrase that a person makes up, nobody can promise that.
protect-why-paper = Paper in a safe place cannot be read from afar. The words alone do not say what they open.

protect-retype = Type them once
protect-retype-lead = This shows that what is on your paper opens your plan.
protect-retype-field = The six words
protect-retype-note = Small letters, one space between the words.
protect-see-words = See the words again
protect-continue = Next
protect-show = Show what I type
protect-shown = Shown
protect-hidden = Hidden
protect-slip-word = Word { $number } is not the same.
protect-slip-count = { $count ->
    [one] That is one word. There are six.
   *[other] Those are { $count } words. There are six.
}
protect-slip-gaps = The words are right. Between them goes one space, and none before or after.
protect-slip-twice = The second is not the same as the first. Type it again.
protect-slip-long = That is too long. Use at most 1,024 letters.

protect-own = Your own passphrase
protect-own-lead = A few words that nobody would put together hold well. Songs, quotes, names and dates do not.
protect-own-field = Passphrase
protect-own-note = Capital letters and spaces count.
protect-own-again = The same once more
protect-use-words = Use six random words instead
protect-refused = Too weak to use
protect-fair = Fair
protect-strong = Strong

protect-place = Where to keep it
protect-place-lead = The plan goes into one encrypted file. Nothing is written before you save.
protect-move-lead = The file in the old place stays there, as it was saved last.
protect-save = Save the plan
protect-saving = Saving
protect-saving-about = Sealing the plan, and opening it once more to be sure.
protect-saving-why = Each takes about a second, on purpose: it makes guessing the passphrase slow.

protect-warned = Before you change it
protect-warned-about = The new passphrase opens this file from now on.
protect-old-previous = The previous version beside it is written anew as well: the old passphrase opens neither.
protect-old-copies = Copies on other drives, in backups or with a syncing service still open with the old passphrase. So does a copy that was put beside this file because two windows had changed it. We do not change those.
protect-old-known = If somebody may know the old one, look for such copies and remove them. What was deleted can sometimes be brought back.
protect-change-now = Change the passphrase
protect-elsewhere = Choose another place
