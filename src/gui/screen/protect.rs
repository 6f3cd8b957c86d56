//! A passphrase and a place: the first save, another place, another passphrase.
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::shortcut::Shortcut;
use crate::gui::widget::{Page, page};
use crate::harden::Secret;
use crate::keep::{Expect, Previous};

use iced::Task;

use std::path::PathBuf;
use std::sync::Arc;

/// Where and how to save.
#[derive(Clone)]
pub(crate) struct Wish {
    /// Where to.
    pub(crate) path: PathBuf,
    /// What will open it.
    pub(crate) passphrase: Arc<Secret>,
    /// What must be there now.
    pub(crate) expect: Expect,
    /// What becomes of the previous version.
    pub(crate) previous: Previous,
}

/// The page.
pub(crate) struct Protect;

/// What can happen on this screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// Go back.
    GoBack,
}

/// What the application must do next.
#[must_use]
pub(crate) enum Action {
    /// Nothing.
    None,
    /// Run this.
    Run(Task<Message>),
    /// Save here.
    Save(Wish),
    /// Go back without saving.
    Leave,
}

impl Protect {
    /// For a first save, or for another place or passphrase.
    pub(crate) fn new(_cx: &Context<'_>) -> (Self, Task<Message>) {
        (Self, Task::none())
    }

    /// The save did not work.
    pub(crate) fn refuse(&mut self, _notice: Notice) {}

    /// What a file dropped on the window means here.
    pub(crate) fn dropped(&self, _path: PathBuf) -> Option<Message> {
        None
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, _cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::GoBack => Action::None,
        }
    }

    /// Shows it.
    pub(crate) fn view<'a>(&'a self, _cx: &Context<'a>) -> Page<'a, Message> {
        page("protect", "protect")
    }

    /// What a key means here.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, _shortcut: Shortcut) -> Option<Message> {
        None
    }
}
