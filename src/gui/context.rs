//! What a screen may look at: lent for the length of a call, changed by nobody but the application.
use super::desk::Desk;
use super::hands::Hands;
use super::theme::Look;
use crate::answers::Known;
use crate::content::{Date, Pack};
use crate::harden::{Protections, State};
use crate::paths::Paths;
use crate::plan::Plan;
use crate::settings::Settings;
use crate::words;

/// Everything around a screen.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The plan being made.
    pub(crate) desk: &'a Desk,
    /// Who keeps files.
    pub(crate) hands: &'a Hands,
    /// How the program behaves.
    pub(crate) settings: &'a Settings,
    /// How everything looks.
    pub(crate) look: Look,
    /// Where things are kept.
    pub(crate) paths: &'a Paths,
    /// What the operating system granted.
    pub(crate) protections: Protections,
    /// The day, read once at the start.
    pub(crate) today: Date,
}

impl<'a> Context<'a> {
    /// What exists.
    pub(crate) fn pack(&self) -> &'static Pack {
        self.desk.pack
    }

    /// The plan.
    pub(crate) fn plan(&self) -> &'a Plan {
        self.desk.plan()
    }

    /// What the answers mean.
    pub(crate) fn known(&self) -> Known<'a> {
        self.desk.known()
    }
}

/// The id of the words that say whether a protection is there.
pub(crate) fn said(state: State) -> &'static str {
    match state {
        State::On => words::id("protects-on"),
        State::Partly => words::id("protects-partly"),
        State::Off => words::id("protects-off"),
        State::Refused => words::id("protects-refused"),
        State::Unavailable => words::id("protects-unavailable"),
    }
}

#[cfg(test)]
mod home;
#[cfg(test)]
mod stage;
#[cfg(test)]
pub(crate) use home::{Home, PHRASE, phrase};
#[cfg(test)]
pub(crate) use stage::{Stage, assert_whole};
