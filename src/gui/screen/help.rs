//! Every key, and what the words mean.
use crate::gui::context::Context;
use crate::gui::shortcut::Shortcut;
use crate::gui::widget::{Page, page};

use iced::Task;

/// The page.
pub(crate) struct Help;

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
    /// Go back.
    Leave,
}

impl Help {
    /// The whole page.
    pub(crate) fn new() -> Self {
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
        page("help", "help")
    }

    /// What a key means here.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, _shortcut: Shortcut) -> Option<Message> {
        None
    }
}
