//! The signals we answer to: the end of the session, and the quick exit that a person can bind to a key.
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

/// Ends the program now: no question, nothing deleted, nothing saved. The system clears its memory. A worker
/// takes the process that started it along.
pub fn leave_now() -> ! {
    leave_with(if super::worker::is_one() { QUICK } else { 0 })
}

/// Ends the process now with this number: nothing is unwound, and nothing that was to be done at the end is.
pub fn leave_with(number: i32) -> ! {
    signal_hook::low_level::exit(number)
}
