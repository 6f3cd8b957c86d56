//! The fence around the process that holds secrets: what it needs no more is taken from it, for good.
//!
//! [`first`] comes before that process has a second thread: from then on it opens no file but what draws a
//! window, starts no program, looks into no other, and reaches no network. [`second`] comes after the first
//! picture and before the first question: from then on it makes no connection at all, not even on this
//! computer, and runs no code that is not already there. Nothing of it can be taken back. What a kernel does
//! not have is left out, and the answer says so.
mod ahead;
mod attack;
#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
mod calls;
#[cfg(target_os = "linux")]
mod files;
#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
mod numbers;

pub use attack::{Attempt, Outcome, Part};

use super::State;

use std::env;
use std::ffi::OsString;

/// What was really granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fence {
    /// No file can be opened but what draws a window, and none at all be written.
    pub files: State,
    /// No program can be started, none looked into or signalled, and no network reached.
    pub calls: State,
    /// No connection can be made, not even on this computer, and no new code be run.
    pub connections: State,
}

impl Fence {
    /// None of it was asked for yet.
    pub const OFF: Self = Self {
        files: State::Off,
        calls: State::Off,
        connections: State::Off,
    };

    /// Whether all of it stands.
    pub fn is_whole(&self) -> bool {
        [self.files, self.calls, self.connections]
            .iter()
            .all(|state| *state == State::On)
    }

    /// Whether this computer has not, or refused, a part that was asked for.
    pub fn is_missing_a_part(&self) -> bool {
        [self.files, self.calls, self.connections]
            .iter()
            .any(|state| matches!(state, State::Refused | State::Unavailable))
    }
}

/// The first part: files, programs, other processes, networks.
///
/// Only while the process has one thread, and after [`super::process`]: older kernels bind files to the
/// thread that asks. Libraries that the window opens late are opened now.
pub fn first() -> Fence {
    let desktop = Desktop::here();

    if desktop == Desktop::Wayland {
        ahead::load();
    }

    Fence {
        files: files(desktop),
        calls: calls(),
        connections: State::Off,
    }
}

/// The second part, on every thread there is and will be: connections, and code.
///
/// After the first picture: by then the window and the clipboard have the connections they need. Once is
/// enough: asked again, it changes nothing.
pub fn second(fence: Fence) -> Fence {
    if fence.connections != State::Off {
        return fence;
    }

    Fence {
        connections: connections(),
        ..fence
    }
}

/// Whether the window is drawn on a Wayland desktop, where it may use the clipboard only while it is in front.
pub fn is_on_wayland() -> bool {
    Desktop::here() == Desktop::Wayland
}

/// What draws the window. The toolkit looks in the same places, in the same order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Desktop {
    Wayland,
    X11,
    None,
}

impl Desktop {
    pub(super) fn here() -> Self {
        let is_named = |name| variable(name).is_some();

        if is_named("WAYLAND_DISPLAY") || is_named("WAYLAND_SOCKET") {
            Self::Wayland
        } else if is_named("DISPLAY") {
            Self::X11
        } else {
            Self::None
        }
    }
}

/// A variable of the environment, if it says anything.
#[expect(clippy::disallowed_methods, reason = "questions about this process, not settings")]
fn variable(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

#[cfg(target_os = "linux")]
fn files(desktop: Desktop) -> State {
    files::close(desktop)
}

#[cfg(not(target_os = "linux"))]
fn files(_: Desktop) -> State {
    State::Unavailable
}

#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
fn calls() -> State {
    calls::first()
}

#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
fn connections() -> State {
    calls::second()
}

#[cfg(not(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64"))))]
fn calls() -> State {
    State::Unavailable
}

#[cfg(not(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64"))))]
fn connections() -> State {
    State::Unavailable
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Fence = Fence {
        files: State::On,
        calls: State::On,
        connections: State::On,
    };

    /// The same with another state of each part in turn.
    fn but(state: State) -> [Fence; 3] {
        [
            Fence { files: state, ..WHOLE },
            Fence { calls: state, ..WHOLE },
            Fence {
                connections: state,
                ..WHOLE
            },
        ]
    }

    #[test]
    fn a_fence_is_whole_when_each_of_its_parts_is() {
        let others = [State::Partly, State::Off, State::Refused, State::Unavailable];

        assert!(WHOLE.is_whole() && !Fence::OFF.is_whole());
        assert!(others.into_iter().flat_map(but).all(|fence| !fence.is_whole()));
    }

    #[test]
    fn a_part_is_missing_when_it_was_asked_for_in_vain() {
        let vain = [State::Refused, State::Unavailable];

        assert!(!WHOLE.is_missing_a_part() && !Fence::OFF.is_missing_a_part());
        assert!(vain.into_iter().flat_map(but).all(|fence| fence.is_missing_a_part()));
        assert!(!but(State::Partly).iter().any(Fence::is_missing_a_part));
    }

    #[test]
    fn the_second_part_is_asked_for_once() {
        for fence in but(State::Refused) {
            assert_eq!(second(fence), fence);
        }
    }
}
