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
