//! Something broke: what happened, what to do, and the way on.
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::shortcut::Shortcut;
use crate::gui::widget::{Page, page};

use iced::Task;

/// The page.
pub(crate) struct Trouble;

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
    /// Go on from the start.
    Leave,
}

impl Trouble {
    /// With what happened.
    pub(crate) fn new(_notice: Notice) -> Self {
        Self
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, _cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::GoBack => Action::None,
        }
    }

    /// Shows it.
    pub(crate) fn view<'a>(&'a self, _cx: &Context<'a>) -> Page<'a, Message> {
        page("trouble", "trouble")
    }

    /// What a key means here.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, _shortcut: Shortcut) -> Option<Message> {
        None
    }
}
