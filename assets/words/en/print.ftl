## Paper: what is on it, the pages as they will come out, and where the file goes.

print-title = Print
print-lead = Paper that could belong to anyone, unless you say otherwise.

print-empty-title = Nothing to print yet
print-empty = Your plan has no items. Answer a few questions, and what comes of them can go on paper.

print-for = What it is for
print-for-home = To get ready at home
print-for-pocket = To carry in a pocket
print-for-back = To go back afterwards

print-form = What to print
print-form-pages = { $pages ->
    [one] { $note } One page.
   *[other] { $note } { $pages } pages.
}
print-form-list = The list
print-form-list-note = What to do first, the rest by time, what the law says, and a page for your pocket.
print-form-compact = The list, small
print-form-compact-note = What to do, in two columns of small type, without the reasons.
print-form-restore = The way back
print-form-restore-note = Every setting that your plan changes, with room to write how it was, and how to go back.
print-paper = Paper
print-a4 = A4
print-a4-note = 21 by 29.7 centimetres: the paper of most of the world.
print-letter = Letter
print-letter-note = 8.5 by 11 inches: the paper of the United States, Canada and Mexico.

print-language = Language of the paper

print-copies = Copies
print-copies-count = { $copies ->
    [one] One
   *[other] { $copies }
}
print-copies-less = Fewer copies
print-copies-more = More copies
print-copies-paper = { $sheets ->
    [one] One is one sheet of paper. Up to { $most } can stand in the file, one after the other.
   *[other] One is { $sheets } sheets of paper, printed on both sides. Up to { $most } can stand in the file, one after the other.
}
print-copies-both = { $pages } pages in all: { $sheets } sheets of paper, printed on both sides.
print-copies-single = { $pages } pages in all. Print them on one side: on both, a copy would begin on the back of another.

print-level = Who may see it
print-safe = Safe to carry
print-level-home = For home
print-level-all = Everything
print-level-careful = Not to be carried
print-level-home-careful = Whoever finds this paper learns why things are on it, and much of what you answered. Every page says that it is for home. Keep it where nobody else looks, and destroy it before you go.
print-level-all-careful = Whoever finds this paper learns all of your plan: who you may be, whom you go with, whether there is a case, what you are going to do. Every page says so. Most people never need it.
print-level-on-its-way = This is not the paper that could belong to anyone. Print it only where nobody else gets at it or at the printer, and leave no copy of the file behind.

print-what = What is on it
print-safe-about = Your answers, your reasons, what you decided and how you weighed it are not on it. The place, the kinds of device and the language can be read from it.
print-level-home-about = Besides what there is to do: why it is on your list, and what you decided. From that your answers can be read.
print-level-all-about = Besides what there is to do: why it is on your list, what you decided, what could happen to you and what of it is left, what you ticked, and how your settings were.
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
print-nearness = How near
print-times = { $times ->
    [1] the whole page
    [2] twice as large
   *[other] { $times } times as large
}
print-closer = Closer
print-farther = Farther
print-closer-how = Move over the page with the arrows while it has the keyboard, or drag it.
print-as-text = Read this page as text
print-making = Making the pages …
print-old = Some of what is on these pages was not checked for a while
print-old-about = It may have changed. The paper says when it was checked, and from when on it may have changed.
print-stale = Your plan has changed since these pages were made.
print-stale-advice = Make them again, and look at what is on them now.
print-again = Make the pages again

print-use = What to do with the paper
print-use-flat = Whole sheets, on one side or on both. Staple them, or fold them together.
print-use-folded = Fold it once or twice, and it goes in a pocket.

print-before = Before you print
print-before-lead = The pages are made on this computer. On the way to paper, others can keep a copy.
print-before-printer = Whose printer?
print-before-own = Best is a small printer of your own, or of somebody you trust, on a cable.
print-before-whose = At work, at school, in a library or a copy shop, others can often see what was printed, when, and by whom.
print-before-account = A library or a shop that asks for a card, an account or a phone number ties the paper to you. With coins and a stick there is less to tie.
print-before-dots = Many colour laser printers put dots on the paper, too faint to see, that tell which printer it was.
print-before-way = What is kept on the way
print-before-queue = The computer that sends the pages to the printer keeps them in a queue. On Linux, as it usually comes, that is a day for the pages, and longer for the name of the file, the account and the time.
print-before-failed = On Windows, pages that could not be printed stay in the queue until somebody takes them out.
print-before-disk = Many office printers and copiers have a disk of their own, and keep what they printed on it.
print-before-empty = On Linux, “cancel -a -x” in a terminal takes out what your queue still keeps. What the printer keeps, it keeps.
print-before-file = The file itself
print-before-open = The PDF is not encrypted: whoever gets the file can read it. Its name says little. Leave it so: it becomes the name of what is printed.
print-before-folder = Programs that search a computer read the files in Documents and on the desktop, and some folders are copied to other computers. A stick is better, or a folder that they leave out.
print-before-gone = Delete it once it is printed.
print-to-place = Choose where to put it

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
print-after-gone = Deleted does not mean gone: with effort, it can be brought back from a disk or a stick. A stick that you keep, or destroy, is safer.
print-after-paper = Look through the paper before you go. Write numbers on it by hand.
print-destroy = When the paper has served
print-destroy-tear = Tear it small, lengthwise and across. Soak it until it falls apart, and throw it away in more than one place.
print-destroy-shred = A shredder that cuts into strips is not enough by itself: mix the strips with others.
print-destroy-burn = Burn it only where that is safe and nobody has to ask why. Break up the ashes: on a whole sheet of ash, writing can still be read.
print-destroy-photo = A photo of it is a copy, and may have gone to an account at once.
print-view = Open it in the system’s viewer
print-view-about = The viewer is another program. It can keep the name of the file in its list of recent files.
print-viewing = The viewer was asked to open it.
print-plan = Back to the plan
