## A look at this computer: where its memory may be written to. In the window and in a terminal.

checkup-swap = Swap space, where memory goes when it runs short
checkup-line = { $what }: { $verdict }
checkup-looking = Looking where this computer may write its memory …
checkup-word-none = there is none
checkup-word-in-memory = in memory alone
checkup-word-encrypted = encrypted
checkup-word-cannot-tell = cannot be told
checkup-word-plain = not encrypted
checkup-none = No swap space is on now.
checkup-in-memory = It is a part of memory, made smaller. It reaches no disk.
checkup-encrypted = What is written there is encrypted first. It is as safe as what opens that disk.
checkup-cannot-tell = This computer does not say whether it is encrypted. Unless you know that the whole disk is, take it as not encrypted.
checkup-plain = It is on a disk that is not encrypted: { $places }. Parts of an open plan can be written there, and what makes guessing its passphrase much faster. Six generated words hold even then.
checkup-advice = Encrypt the whole disk, or switch swap space off. “sudo swapoff -a” in a terminal switches it off until the next start; if memory runs out then, programs are ended. What was written there before stays.
checkup-hibernates = This computer can hibernate now. Then all of its memory is written to a disk.
checkup-notice = This computer may write memory to a disk that is not encrypted.
checkup-notice-words = Six generated words hold even if somebody finds what was written. “What this protects” says what you can do.
checkup-notice-own = Whoever takes the disk could then guess a passphrase much faster. Six generated words hold even then; one of your own may not. “What this protects” says what you can do.

terminal-checkup = Looks where this computer may write its memory, and says what that means for an open plan
