## Where to keep it: our folder, a drive, or a path of one's own.

place-where = Where to keep it
place-looking = Looking for folders and drives …
place-again = Look for drives again
place-own = On this computer
place-own-about = In Daypack’s own folder.
place-persistent = In Tails’ Persistent Storage
place-persistent-about = Stays on your Tails stick.
place-drive = On the drive “{ $name }”
place-drive-about = You can take it away with you.
place-folder = In the folder “{ $name }”
place-write-protected = It is write-protected: nothing can be saved there.
place-free-giga = { $count } GB free.
place-free-mega = { $count } MB free.
place-free-none = Less than 1 MB free.
place-elsewhere = Another folder or name
place-elsewhere-about = Type a path, or drop a folder on this window.
place-path = Folder or path
place-path-note = ~ stands for your own folder. Anybody who sees the name can read it, so choose one that says nothing.
place-result = It is saved as
place-taken = A file of this name is there already.
place-taken-about = Take another name, unless you no longer need what is in it.
place-rename = Take another name
place-replace = Replace that file
place-will-replace = The file that is there will be replaced.
place-will-replace-about = What is in it now will be gone.
place-will-replace-plan = What is in it now stays beside it as the previous version, and opens with the passphrase it had.
place-keep = Do not replace it

place-none-found = No plan was found in Daypack’s own folder or on a drive.
place-open-path = Another file
place-open-path-note = Type its path, or drop the file on this window.
place-open-typed = Open this file
place-saved-today = Saved today
place-saved-sometime = Saved some time ago
place-saved = Saved on { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
place-size-kilo = up to { $count } KB
place-size-mega = up to { $count } MB
place-size-too-large = too large to be a plan
place-is-previous = a previous version; its plan is gone
