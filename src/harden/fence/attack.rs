//! What a program that was taken over would try. The self-check tries it on itself, inside the fence.
//!
//! Each attempt is harmless where it succeeds: it asks for nothing that exists, or gives back what it got.
#[cfg(target_os = "linux")]
mod ways;

use super::Fence;
use crate::harden::State;

/// One thing that must not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// A socket of the internet.
    Internet,
    /// A socket of the newer internet.
    NewerInternet,
    /// A socket to the kernel's tables of networks.
    NetworkTables,
    /// A socket that sees every packet.
    Packets,
    /// A socket to the computer around this one, where this one is virtual.
    OuterComputer,
    /// A socket of a short radio.
    Bluetooth,
    /// A ring of work that the kernel does past all rules.
    Ring,
    /// Becoming another program.
    Become,
    /// Starting another program.
    Start,
    /// Being driven by another process.
    Trace,
    /// Reading the list of the computer's users.
    Users,
    /// Looking into the folder of keys, or into the person's own where that cannot be.
    Keys,
    /// Making a file in a place where everybody may.
    Write,
    /// Speaking to the desktop's bus, which starts programs.
    Bus,
    /// Getting memory whose content can be run.
    Code,
    /// Reaching whoever started this program by a signal.
    Signal,
}

/// What became of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was refused.
    Denied,
    /// It was not refused, because this system has not what would refuse it.
    NotHere,
    /// It was not refused, and should have been.
    NotDenied,
}

/// A part of the fence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What may be opened.
    Files,
    /// What may be asked of the system.
    Calls,
    /// What may be reached.
    Connections,
}

impl Part {
    fn of(self, fence: Fence) -> State {
        match self {
            Self::Files => fence.files,
            Self::Calls => fence.calls,
            Self::Connections => fence.connections,
        }
    }
}

impl Attempt {
    /// All of them, in the order in which they are tried.
    pub const ALL: [Self; 16] = [
        Self::Internet,
        Self::NewerInternet,
        Self::NetworkTables,
        Self::Packets,
        Self::OuterComputer,
        Self::Bluetooth,
        Self::Ring,
        Self::Become,
        Self::Start,
        Self::Trace,
        Self::Users,
        Self::Keys,
        Self::Write,
        Self::Bus,
        Self::Code,
        Self::Signal,
    ];

    /// Tries it in this very process, and compares with what was granted.
    pub fn outcome(self, fence: Fence) -> Outcome {
        match self.part().of(fence) {
            _ if self.is_refused() => Outcome::Denied,
            State::Unavailable => Outcome::NotHere,
            State::On | State::Partly | State::Off | State::Refused => Outcome::NotDenied,
        }
    }

    /// Which part of the fence should refuse it.
    pub fn part(self) -> Part {
        match self {
            Self::Internet
            | Self::NewerInternet
            | Self::NetworkTables
            | Self::Packets
            | Self::OuterComputer
            | Self::Bluetooth
            | Self::Ring
            | Self::Become
            | Self::Start
            | Self::Trace
            | Self::Signal => Part::Calls,
            Self::Users | Self::Keys | Self::Write => Part::Files,
            Self::Bus | Self::Code => Part::Connections,
        }
    }

    #[cfg(target_os = "linux")]
    fn is_refused(self) -> bool {
        ways::is_refused(self)
    }

    #[cfg(not(target_os = "linux"))]
    fn is_refused(self) -> bool {
        false
    }
}
