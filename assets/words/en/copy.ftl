## An encrypted copy on paper, and back from it.

open-from-paper = This file came from paper, and its size tells more than usual.

## The sheet

copy-title = A copy to keep
copy-lead = These square codes are an encrypted copy of a plan. Whoever has them and the passphrase can read all of it; without the passphrase nobody can. Keep the two apart.
copy-tells = What this paper tells
copy-tells-about = That it is an encrypted copy made with Daypack, and that its text is shorter than { $kib } KiB: a copy on paper tells that more closely than a file does. It stays as the plan was, and opens with the passphrase of that day, even if you choose another one later.
copy-back = To read it again
copy-scan = Put a phone into flight mode. Lay the sheet flat in good light, and scan each code with an app that shows its text. Any order will do; tick the boxes. The phone gets encrypted text and nothing else. If it offers to search for the text or to open it, do not.
copy-bring = Copy the texts into one file or message, and bring it to a computer. Line ends and small letters do no harm. Afterwards delete them from the phone.
copy-join = In Daypack: Open a plan, then From paper. In a terminal: daypack-cli vault from-paper codes.txt -o notes.age. Then the passphrase opens it, in Daypack or with any “age” program.
copy-number = { $number } of { $count }
copy-name = Copy { $name }
# What a screen reader says for a square code.
copy-code = Square code { $number } of { $count }

## In a terminal

terminal-to-paper = Puts an encrypted copy on paper, as square codes
terminal-from-paper = Joins the texts of scanned codes into a file again
terminal-texts = A file with scanned texts, or a text itself, in single quotes; "-" reads standard input
terminal-on-paper = Copy { $name }, in { $count } codes. It opens with the passphrase of the file as it is today, also after you choose another one. The number of codes tells that the plan is shorter than { $kib } KiB.
terminal-unfit-advice = Nothing was written. Copy the file itself to a stick instead.
terminal-foreign = { $more ->
    [0] Left out, since it is no part of a copy: line { $lines }.
   *[other] Left out, since it is no part of a copy: line { $lines }, and { $more } more.
}
terminal-joined = All parts were whole. The passphrase of the day on which it was printed opens it. This file is smaller than others, so that its size tells more: save the plan once in the window to even that out.

## The copy in the window

copy-window = An encrypted copy on paper
copy-window-lead = Square codes that a phone reads back. If the computer and its files are gone, this brings your plan back.
copy-making = Sealing the copy.
copy-making-why = This takes a few seconds, on purpose: it makes guessing the passphrase slow.
copy-again = Try again
copy-is = Copy { $name }: { $count } codes. Their number tells that your plan is shorter than { $kib } KiB.
copy-passphrase = It opens with the passphrase your plan has now. A new passphrase for your plan does not change this paper.
copy-anyone = Whoever has it can try to guess the passphrase for as long as they like. Six generated words hold; a short one may not.
copy-next-print = Print it on one side of the paper, at full size. Then delete the file. What a printer remembers of it is encrypted too.
copy-next-test = Try it once, today: scan the codes of copy { $name } and put them together again.
copy-next-apart = Keep the paper apart from the computer, and from the passphrase.
copy-next-back = To read it again: Open a plan, then From paper.
copy-done = Back to printing

copy-way = Make an encrypted copy
copy-way-about = The whole plan as square codes, sealed with its passphrase. It brings your plan back when every file is gone.
copy-way-unsaved = Save the plan first: the copy is sealed with its passphrase.

## From paper, in the window

gather-way = From paper
gather-title = From paper
gather-lead = Put together the texts of a copy on paper. They are encrypted: nothing here needs the passphrase yet.
gather-how-scan = With a phone in flight mode, scan each code with an app that shows its text. If it offers to search for the text, do not.
gather-how-bring = Bring the texts here in one file, and drop it on this window. Or paste them below, one or all at once, in any order.
gather-how-type = You can type them too. Each begins with DP1; small letters and spaces do no harm.
gather-text = Text of a code
gather-text-note = Paste it and press Enter.
gather-add = Add
gather-none = No part yet.
gather-there = { $there } of { $count } parts are here
gather-all = All { $count } parts are here
gather-missing = Not yet: { $numbers }
gather-foreign = { $count ->
    [one] One line was left out: it is no part of a copy.
   *[other] { $count } lines were left out: they are no part of a copy.
}
gather-over = Start over
gather-go-on = Put them together
gather-place = Where to keep it
gather-place-lead = Your plan becomes a file again, encrypted as it was. Then its passphrase opens it.
gather-save = Save and open
gather-saving = Writing the file …
