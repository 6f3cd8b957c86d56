## The window around every screen: the top line, the menu, what is asked over the page.

close = Close
undo = Undo
undone = Taken back: { $what }
undone-nothing = There is nothing to take back.

menu = Menu
menu-lock = Lock
menu-cover-now = Cover
menu-undo = Take back: { $what }
menu-undo-nothing = Nothing to take back
menu-cover = Cover this page (F9)
menu-after = Afterwards, and if something happened
menu-help = Help and keys (F1)
menu-protects = What this protects
menu-settings = Settings
menu-larger = Larger text ({ $percent } %)
menu-smaller = Smaller text ({ $percent } %)
menu-start = First page
menu-exit = Quick exit (F12)

cover-title = Daypack
cover-lead = Press any key or click to go on.
cover-locking = Saving and locking. This takes a moment.
cover-return = Go on

ask-save = Save it first
ask-save-again = Try to save again
ask-stay = Go back
ask-anew = Start a new plan?
ask-anew-about = The plan you have open is not saved. A new one takes its place.
ask-anew-lose = Start anew and lose this one
ask-open = Open another plan?
ask-open-about = The plan you have here is not saved. Another one takes its place.
ask-open-lose = Open another and lose this one
ask-lock = The last changes could not be saved
ask-lock-about = If you lock now, what you changed since the last save is gone.
ask-lock-lose = Lock and lose the changes
ask-exit = Leave without saving?
ask-exit-about = What is not saved is gone when the window closes.
ask-exit-lose = Leave and lose it
ask-there = Are you still there?
ask-there-lock = Nobody has pressed a key for a while. In half a minute the plan is locked, so that nobody else reads it. Its passphrase opens it again.
ask-there-cover = Nobody has pressed a key for a while. In half a minute the page is covered, so that nobody else reads it. Any key brings it back.
ask-there-yes = I am here

change-answer = an answer
change-weight = how you weigh something
change-decision = a decision
change-earlier = how it was before
change-ending = What became of a setting
change-version = a version
change-done = Marked as done
change-not-possible = Marked as not possible
change-does-not-apply = Marked as not for you
change-unmarked = Mark taken away

save-doing = Saving …
save-done = Saved.
save-failed = Your last changes are not saved yet.
save-busy = The plan is saving itself at this moment.
save-busy-advice = Wait a few seconds and try again.
save-conflict = Somebody else changed the file, so your plan was saved beside it.
save-conflict-advice = Yours is in { $file } now. Both are whole. Open the other one, compare, and keep the one you want.

notice-interrupted = That did not finish.
notice-interrupted-advice = Close other programs to free some memory, then try again.

start-about = Get ready for the day: a few questions, a short list. Nothing leaves this computer.
start-file = A plan to open
start-gallery = Show every building block of the window
start-no-display = There is no screen to draw on. Start Daypack from your desktop, or use daypack-cli in a terminal.
start-no-window = The window could not be opened. Log in to your desktop again, or use daypack-cli in a terminal.

notice-pack = The checklist inside this program cannot be read.
notice-pack-advice = This copy of the program is damaged. Get a whole one, and start again. Your files are as they were.
save-elsewhere = Save it somewhere else
