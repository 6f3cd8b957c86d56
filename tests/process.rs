//! The two processes of the program, as they really run: what each holds, how one follows the other, and how
//! both end. Nothing waits for a time; how long things take is measured in `tests/bench`.
mod apart;
mod end;
mod fall;
mod follow;
mod hold;
mod memory;
mod stage;

/// What it takes.
const PROGRAMS: &[&str] = &["Xvfb", "xdotool"];
