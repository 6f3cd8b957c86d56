## Paper: what is on it, the pages as they will come out, and where the file goes.

print-title = Print
print-lead = A list on paper, made so that it could belong to anyone.

print-empty-title = Nothing to print yet
print-empty = Your plan has no items. Answer a few questions, and what comes of them can go on paper.

print-form = What to print
print-form-list = The list
print-form-list-note = What to do first, the rest by time, what the law says, and a page for your pocket.
print-form-compact = The list, small
print-form-compact-note = The same in two columns of small type, without the reasons.
print-form-restore = The way back
print-form-restore-note = Every setting that your plan changes, with room to write how it was, and how to go back.
print-paper = Paper
print-a4 = A4
print-a4-note = 21 by 29.7 centimetres: the paper of most of the world.
print-letter = Letter
print-letter-note = 8.5 by 11 inches: the paper of the United States, Canada and Mexico.

print-what = What is on it
print-safe = Safe to carry
print-safe-about = Your answers, your reasons, what you decided and how you weighed it are not on it. The place, the kinds of device and the language can be read from it.
print-left-off = { $count ->
    [one] One of the { $all } items of your plan stays off the paper: whoever finds it could learn something about you.
   *[other] { $count } of the { $all } items of your plan stay off the paper: whoever finds it could learn something about you.
}
print-first-differs = What stands first on paper can differ from your screen. There the order follows from the items alone, so that it tells nothing about you.
print-left-off-none = All { $all } items of your plan are on it: none of them is known to tell something about you.
print-restore-off = { $count ->
    [one] One of the { $all } settings that your plan changes stays off the paper: whoever finds it could learn something about you.
   *[other] { $count } of the { $all } settings that your plan changes stay off the paper: whoever finds it could learn something about you.
}
print-restore-off-none = { $all ->
    [0] Your plan changes no setting.
   *[other] Every setting that your plan changes is on it: { $all } in all.
}
print-left-off-which = What stays off, and why
print-left-off-about = These stay in your plan here. Do them before you go, or remember them.
print-left-off-item = { $title } – it could tell { $what }
print-reveals-identity = who you are
print-reveals-group = whom you go with
print-reveals-legal = that there is a case, or what your status is
print-reveals-plan = what you are going to do
print-reveals-and = { $one }; { $other }

print-pages = The pages
print-page = Page { $number } of { $of }
print-previous = Previous page
print-next = Next page
print-as-text = Read this page as text
print-making = Making the pages …
print-old = Some of what is on these pages was not checked for a while
print-old-about = It may have changed. The paper says when it was checked, and from when on it may have changed.
print-stale = Your plan has changed since these pages were made.
print-stale-advice = Make them again, and look at what is on them now.
print-again = Make the pages again

print-before = Before you print
print-before-whose = Whose printer is it? At work, at school, in a library or a copy shop, others can often see what was printed, when, and by whom.
print-before-queue = The computer that sends the pages often keeps them for a day, and their name and time for longer.
print-before-disk = Many office printers and copiers have a disk of their own, and keep what they printed on it.
print-before-own = Best is a small printer of your own, or of somebody you trust, on a cable.
print-before-folder = The PDF is not encrypted. Keep it off folders that are copied elsewhere, and delete it once it is printed. Deleted does not mean gone: a stick that you keep, or destroy, is safer.
print-before-destroy = When the paper has served, tear it small, soak it until it falls apart, and throw it away in more than one place.

print-go-on = Save the pages
print-place = Where to put the pages
print-place-lead = { $pages ->
    [one] One page, in one PDF. It is not encrypted: whoever gets the file can read it.
   *[other] { $pages } pages, in one PDF. It is not encrypted: whoever gets the file can read it.
}
print-save = Save the PDF
print-replace = Replace the file
print-saving = Writing the PDF …

print-done = The pages are saved
print-done-lead = They are in this file:
print-after = And now
print-after-print = Print it from here, or carry the file on a stick to a printer you trust.
print-after-delete = Then delete the file, and empty the bin it went to.
print-after-paper = Look through the paper before you go. Write numbers on it by hand.
print-view = Open it in the system’s viewer
print-view-about = The viewer is another program. It can keep the name of the file in its list of recent files.
print-viewing = The viewer was asked to open it.
print-plan = Back to the plan
