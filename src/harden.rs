//! What we ask of the operating system for the safety of this process; the only unsafe code.
//!
//! [`process`] comes first in `main`, before any thread and any secret. The wiping allocator below is
//! always on, in the programs and in their tests. Where a system lacks a protection the program runs
//! all the same, and [`Protections`] says so: nothing may be promised that is not there.
mod allocator;
mod clocks;
pub mod fence;
mod inherited;
mod kept;
mod large;
mod line;
mod page;
mod quiet;
mod room;
#[cfg(debug_assertions)]
mod scarce;
mod secret;
mod sightless;
mod signals;
mod worker;

pub use clocks::{asleep_time, awake_time, pause};
pub use inherited::{Error, descriptors, display, environment};
pub use line::Line;
pub use room::{has_room, left_in, room_as_said_by};
#[cfg(debug_assertions)]
pub use scarce::run_out_after;
pub use secret::{Full, Secret};
pub use sightless::sightless;
pub use signals::{QUICK as LEFT_AT_ONCE, Signal, hear_signals, leave_now, leave_with, undivided};
pub use worker::{Ended, Worker, belong_to_parent, has_painted, is_leaving, no_new_privileges, panics_end_it};

use allocator::Zeroizing;
use fence::Fence;
use large::Large;

use std::alloc::System;

/// Overwrites all memory before it is given back, so that no freed answer can be found later; and gives
/// large blocks back to the system.
#[global_allocator]
static ALLOCATOR: Large<Zeroizing<System>> = Large(Zeroizing(System));

/// Whether a protection is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is on.
    On,
    /// As much of it as this system has is on.
    Partly,
    /// It is there, and nobody asked for it.
    Off,
    /// This system has it, and refused.
    Refused,
    /// This system does not have it, or we have not built it there.
    Unavailable,
}

/// What [`process`] could get, for the page that says what this protects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Protections {
    /// Other programs of the same person cannot read this one's memory, and no crash file is made of it.
    pub undumpable: State,
    /// No core file, whatever the system is set to.
    pub no_core: State,
    /// New files are for their owner alone.
    pub private_files: State,
    /// A passphrase is kept out of swap space and crash files.
    pub secrets_apart: State,
    /// What this process was shut out of.
    pub fence: Fence,
}

impl Protections {
    /// As they are by now: what may be locked into memory can run out while the program runs.
    #[must_use]
    pub fn by_now(self) -> Self {
        let secrets_apart = match self.secrets_apart {
            State::On => secret::kept_apart_so_far(),
            other => other,
        };

        Self { secrets_apart, ..self }
    }

    /// Whether everything but the fence, which comes later, could be had.
    pub fn is_complete(&self) -> bool {
        [self.undumpable, self.no_core, self.private_files, self.secrets_apart]
            .iter()
            .all(|state| *state == State::On)
    }
}

/// Closes what can be closed without losing function: no memory dumps, no core file, private files, and
/// no word about what was in the way when a mistake of ours ends the program.
///
/// The first statement of every `main`: `exec` resets the first of these, so each process asks again.
/// A core limit of 0 alone is not enough, because a desktop that pipes cores to a collector ignores it.
pub fn process() -> Protections {
    quiet::panics();
    kept::some_memory();

    Protections {
        undumpable: undumpable(),
        no_core: no_core(),
        private_files: private_files(),
        secrets_apart: secret::kept_apart(),
        fence: Fence::OFF,
    }
}

#[cfg(target_os = "linux")]
fn undumpable() -> State {
    use rustix::process::{DumpableBehavior, set_dumpable_behavior};

    state(set_dumpable_behavior(DumpableBehavior::NotDumpable))
}

#[cfg(not(target_os = "linux"))]
fn undumpable() -> State {
    State::Unavailable
}

#[cfg(unix)]
fn no_core() -> State {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };

    state(setrlimit(Resource::Core, none))
}

#[cfg(not(unix))]
fn no_core() -> State {
    State::Unavailable
}

#[cfg(unix)]
fn private_files() -> State {
    use rustix::fs::Mode;

    // Never refused: the answer is the mask that was there before.
    let _ = rustix::process::umask(Mode::RWXG | Mode::RWXO);

    State::On
}

#[cfg(not(unix))]
fn private_files() -> State {
    State::Unavailable
}

#[cfg(unix)]
fn state(asked: rustix::io::Result<()>) -> State {
    match asked {
        Ok(()) => State::On,
        Err(_) => State::Refused,
    }
}
