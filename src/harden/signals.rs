//! The signals we answer to: the end of the session, and the quick exit that a person can bind to a key. And those
//! that wait for a moment, so that what is being written is whole or gone.
#![allow(unsafe_code)]

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGUSR1};
use signal_hook::iterator::Signals;

/// What a process that was left at once ends with, so that the one that started it goes too.
pub const QUICK: i32 = 10;

/// What a signal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// The session ends (SIGTERM, SIGHUP, SIGINT): save and go.
    End,
    /// Go at once (SIGUSR1).
    QuickExit,
}

/// Calls `hear` for every signal, for as long as the process lives. Blocks: give it a thread of its own.
///
/// Where the system does not let us listen, it returns at once and the signals do what they always do.
pub fn hear_signals(mut hear: impl FnMut(Signal)) {
    let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM, SIGUSR1]) else {
        return;
    };

    for signal in signals.forever() {
        hear(if signal == SIGUSR1 {
            Signal::QuickExit
        } else {
            Signal::End
        });
    }
}

/// Does something short that must not be left half done, such as writing a file: what would end the process in
/// between (Ctrl+C, SIGTERM, SIGHUP) ends it afterwards. What it ignores it goes on ignoring.
///
/// The signals wait for the thread that asks: a program with others ends at once all the same, as it does where
/// the system does not let us wait.
pub fn undivided<T>(work: impl FnOnce() -> T) -> T {
    #[cfg(target_os = "linux")]
    let _waiting = Waiting::begin();

    work()
}

/// Signals that wait until it is dropped.
#[cfg(target_os = "linux")]
struct Waiting {
    /// Which ones waited before.
    before: libc::sigset_t,
}

#[cfg(target_os = "linux")]
impl Waiting {
    fn begin() -> Option<Self> {
        // SAFETY: both sets are ours, of the system's own type, in which every pattern of bits is a set; the
        // system reads the one and fills the other, and keeps neither.
        unsafe {
            let mut these: libc::sigset_t = std::mem::zeroed();
            let mut before: libc::sigset_t = std::mem::zeroed();

            libc::sigemptyset(&raw mut these);

            for signal in [SIGHUP, SIGINT, SIGTERM] {
                libc::sigaddset(&raw mut these, signal);
            }

            let answer = libc::pthread_sigmask(libc::SIG_BLOCK, &raw const these, &raw mut before);

            (answer == 0).then_some(Self { before })
        }
    }
}

#[cfg(target_os = "linux")]
impl Drop for Waiting {
    fn drop(&mut self) {
        // SAFETY: the set is one that the system gave us; it is read, and nothing is filled.
        unsafe {
            libc::pthread_sigmask(libc::SIG_SETMASK, &raw const self.before, std::ptr::null_mut());
        }
    }
}

/// Ends the program now: no question, nothing deleted, nothing saved. The system clears its memory. A worker
/// takes the process that started it along.
pub fn leave_now() -> ! {
    leave_with(if super::worker::is_one() { QUICK } else { 0 })
}

/// Ends the process now with this number: nothing is unwound, and nothing that was to be done at the end is.
pub fn leave_with(number: i32) -> ! {
    signal_hook::low_level::exit(number)
}
