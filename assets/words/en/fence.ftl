## What the program was shut out of: in the window, and in the self-check of a terminal.

protects-fence = The part of this program that hears your answers is shut in, as far as this computer allows: no files of yours, no other programs, no connections. What it allows is shown on this page.
cannot-watch = It cannot keep other programs of yours from watching the screen or the keys.
fence-files = This program can open no files but what draws its window
fence-calls = This program can start no other, look into no other, and reach no network
fence-connections = This program can make no new connection and run no new code
fence-missing = Part of the protection is not available on this computer.
fence-missing-advice = You can go on. What you write is encrypted as ever; if somebody takes over this program while it runs, less stands in their way.
fence-more = See what is missing
protects-partly = on, as far as this system can
protects-off = off

start-self-check = Try to break out of its own fence, say what happened, and end

check-title = Self-check
check-moment = This takes a moment, and closes by itself.
check-about = Daypack shuts itself in as it does before a window asks anything, and then tries to get out.
check-internet = Reach the internet (AF_INET)
check-newer-internet = Reach the newer internet (AF_INET6)
check-network-tables = Ask the system about its networks (AF_NETLINK)
check-packets = Listen to every packet (AF_PACKET)
check-outer-computer = Reach the computer around a virtual one (AF_VSOCK)
check-bluetooth = Reach a device by Bluetooth (AF_BLUETOOTH)
check-ring = Let the system work around the rules (io_uring)
check-become = Become another program (execve)
check-start = Start another program (fork and exec)
check-trace = Be driven by another program (ptrace)
check-users = Read a file of the system (/etc/passwd)
check-keys = Look into your own folders (~/.ssh)
check-write = Write a file where everybody may (/tmp)
check-bus = Speak to the desktop’s bus (D-Bus)
check-code = Run code that was not there before (PROT_EXEC)
check-signal = Send a signal to another program (kill)
check-denied = denied
check-not-denied = NOT DENIED
check-no-landlock = not available here: Linux has it from 5.13 on, where Landlock is switched on
check-no-seccomp = not available here: this system cannot filter its calls (seccomp)
check-count = { $all } attempts: { $denied } denied, { $missing } not available here, { $open } not denied.
check-no-window = There is no screen here, so this was tried without a window. Start it in your desktop to try it with one.
