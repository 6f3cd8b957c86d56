# The program starts again after a mistake of its own

fallen = Daypack stopped and started again.
# $minutes: since the plan was opened or saved last, rounded up
fallen-kept = { $minutes ->
    [one] Your saved plan is whole. What you changed in the last minute may not be in it. Type the passphrase to open it.
   *[other] Your saved plan is whole. What you changed in the last { $minutes } minutes may not be in it. Type the passphrase to open it.
}
fallen-unsaved = No plan was open that had been saved. What you had answered and not saved is gone; plans you saved are whole.
fallen-twice = Daypack stopped twice in a row, so it does not start again by itself. Plans you saved are whole.

protects-apart = The part that has your plan opens none of your files: another does
