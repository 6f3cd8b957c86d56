## The clipboard: what is copied out of a field is lent.

clip-copied = Copied. Daypack clears it in 10 seconds, and when you lock.
clip-copied-in-front = Copied. Daypack clears it in 10 seconds, or as soon as this window is in front again, and when you lock.
clip-promise = What you copy out of a field is cleared from the clipboard after 10 seconds, when you lock, and when you close the program, unless another program has copied something since. On Wayland a window must be in front to clear it. A passphrase cannot be copied.
clip-cannot = It cannot take back what another program has read from the clipboard. One that keeps a list of what was copied keeps that too, and may put it back. F12 and a crash do not wait for the clipboard, and many desktops keep what was copied by a program that has ended.
