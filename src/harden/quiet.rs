//! What a mistake of ours may say when it ends the program: where, and nothing else.
//!
//! The usual message of a panic carries the value that was in the way. That could be a line of a plan, and
//! what a desktop program writes to its error output lands in the system's journal.
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::panic::{self, PanicHookInfo};

/// From here on a panic says its file and line, without its message and without a backtrace.
pub(super) fn panics() {
    panic::set_hook(Box::new(|info| {
        // Nobody is left to tell if this fails.
        let _ = io::stderr().write_all(place(info).as_bytes());
    }));
}

fn place(info: &PanicHookInfo<'_>) -> String {
    let mut line = "internal error".to_owned();

    if let Some(location) = info.location() {
        let _ = write!(line, " {}:{}", location.file(), location.line());
    }

    line.push('\n');
    line
}
