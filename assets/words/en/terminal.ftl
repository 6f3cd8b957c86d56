### What the terminal program says.

## Help

terminal-about = A short, personal checklist for the day of a protest. Every job of the window, without a window.
terminal-questions = Says what is asked, what can be answered, and the names that an answers file uses
terminal-plan = Makes the plan: what to do first, the rest by time, and what is left
terminal-print = Writes lists, cards and other forms for paper, as a PDF
terminal-after = Says what to do when something has happened, from the first hour on
terminal-after-answers = A file with answers; "-" reads standard input. Without a plain no to a case, nothing is said that destroys
terminal-format = What to print
terminal-paper = The size of the paper
terminal-level = Who may see it: “safe” could belong to anyone, “home” also says why, “all” says everything
terminal-check = Checks a checklist and says everything that is wrong with it
terminal-vaults = Makes, shows and changes the encrypted file that holds a plan
terminal-create = Makes an encrypted file from answers
terminal-show = Says what is in an encrypted file
terminal-change = Gives an encrypted file another passphrase, its previous version too
terminal-vault = An encrypted file that holds a plan
terminal-costly = Open a file that asks for more memory than usual
terminal-answers = A file with answers; "-" reads standard input
terminal-json = Write JSON
terminal-output = Where to write it; "-" is standard output
terminal-force = Replace the file if it is there already
terminal-passphrase-fd = Read the passphrase from this open descriptor
terminal-passphrase-file = Read the passphrase from this file, which nobody else may be able to read
terminal-new-passphrase-fd = Read the new passphrase from this open descriptor
terminal-new-passphrase-file = Read the new passphrase from this file, which nobody else may be able to read
terminal-check-pack = A folder or a file with a checklist; the built-in one if you leave it out
terminal-check-stale = Also say what was last looked at too long ago: steps and law after 6 months, the rest after 12
terminal-check-at = The day to count from, such as 2027-01-31; today if you leave it out

## Questions

terminal-questions-note = Write the names of your answers into a text file, such as answers = ["event.march", "lead.tomorrow"]. Leave out what you do not know: that never makes your plan weaker. Decisions go into decisions = [].
terminal-versions = Versions
terminal-versions-note = If you like, say which version a device has, in a table of its own: [versions], and below it for example iphone = "26.4". Without it you get the steps for every version.
terminal-version-of = { $device }. It is written under: { $find }
terminal-one = One answer, or none.
terminal-many = Any number of answers, or none.
terminal-decisions = Decisions

## The plan

terminal-gate-closed = You did not say that no case is known or expected. So this list does not say how to delete anything: deleting can be an offence then. Talk to a lawyer first.
terminal-decide = Decide: { $asks }
terminal-gives = It gives: { $gives }
terminal-costs = It costs: { $costs }
terminal-takes-away = Takes away { $risk } of the risk.
terminal-first = Do these first
terminal-passed = Its time has passed. You may still be able to do some of it.
terminal-assumed = You did not say; we assume: { $reason }
terminal-minutes =
    { $minutes ->
        [one] Takes about a minute.
       *[other] Takes about { $minutes } minutes.
    }
terminal-cost = The price: { $cost }
terminal-careful = Careful: { $careful }
terminal-instead = If you cannot: { $instead }
terminal-undo = To go back: { $undo }
terminal-source = Says so: { $publisher }, { $title }, { $date }.
terminal-check-it = Check: { $check }
terminal-on-person = What to do (last looked at { $reviewed }):
terminal-on-any = { $device } (last looked at { $reviewed }):
terminal-on-version = { $device } (checked on version { $version }, { $reviewed }):
terminal-confidence-medium = Fairly sure; wording may differ.
terminal-confidence-low = Not sure; check it yourself.
terminal-more = If you have more time
terminal-law = The law: { $place }
terminal-law-missing = We do not know here: { $topics }. Unknown does not mean allowed. Ask a lawyer or a legal group of that place.
terminal-law-note = General information, not legal advice. What is missing here is unknown, not allowed.
terminal-law-unknown = The law
terminal-law-unknown-note = We do not know the law there. Ask a lawyer or a legal group of that place: may police make you unlock a phone, with your body or with a code? May they search you, and must you say your name? May you cover your face? What must you not say, and whom can you call?
terminal-may-have-changed = That is a while ago: it may have changed since.
terminal-pack-old = This advice was last looked through as a whole on { $reviewed }. Some of it may have changed since: look for a newer Daypack, and check what matters most to you.
terminal-reviewed = (Last looked at { $reviewed }.)
terminal-left = What is left
terminal-left-note = Risk before and after everything on this list, from 0 to 16. No list makes it zero.
terminal-band-none = none
terminal-band-low = low
terminal-band-medium = medium
terminal-band-high = high
terminal-band-severe = severe

## Checking

terminal-stale = { $id }: last looked at { $reviewed }, { $months } months ago; the limit is { $limit }
terminal-no-day = This computer does not know what day it is, so nothing can be called fresh or old.
terminal-no-day-advice = Set its clock, or name the day with --at.
terminal-nothing-stale = Nothing has grown old.

## Passphrases

terminal-ask = Passphrase:
terminal-ask-new = New passphrase (leave it empty to get six words):
terminal-ask-again = The same again:
terminal-not-the-same = These were not the same. Once more:
terminal-generated = These six words are your passphrase. They are shown once. Write them down and keep them away from this computer; without them nobody can open the file, and neither can you.
terminal-no-terminal = There is no terminal to ask for a passphrase on.
terminal-no-terminal-advice = Run this in a terminal, or use --passphrase-fd or --passphrase-file.

## What can go wrong

terminal-unread = { $file }: { $problem }.
terminal-unsaid = The result could not be written: { $problem }.
terminal-unsaid-advice = Check where the output goes, and that there is room.
terminal-taken = { $file } is there already.
terminal-taken-advice = Choose another name, or replace it with --force.
terminal-binary = This is not text, and a terminal cannot show it.
terminal-binary-advice = Write it into a file with -o and a name.
terminal-read-only = This file cannot be changed: it is write-protected, or another window has it open.
terminal-read-only-advice = Close the other window, or take the protection off the file.

## The encrypted file

terminal-saved = Saved as { $file }.
terminal-changed = The old passphrase opens neither this file nor its previous version. Other copies still open with it: on other drives, in backups, and any that was put beside this file because two programs had changed it.
terminal-revision = Revision { $revision }, saved on { $saved }.
terminal-no-date = an unknown day
