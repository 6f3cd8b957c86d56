//! Preview, paper, what it may show, and what to know before printing.
use crate::gui::context::Context;
use crate::gui::shortcut::Shortcut;
use crate::gui::widget::{Page, page};

use iced::Task;

use std::path::PathBuf;

/// The page.
pub(crate) struct Print;

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
    /// Go back to the plan.
    Leave,
}

impl Print {
    /// With the first page in view.
    pub(crate) fn new(_cx: &Context<'_>) -> (Self, Task<Message>) {
        (Self, Task::none())
    }

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
        page("print", "print")
    }

    /// What a key means here.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, _shortcut: Shortcut) -> Option<Message> {
        None
    }
}
