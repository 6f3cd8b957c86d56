//! Opens a plan that was kept.
use crate::document::Document;
use crate::gui::context::Context;
use crate::gui::desk::Kept;
use crate::gui::notice::Notice;
use crate::gui::shortcut::Shortcut;
use crate::gui::widget::{Page, page};

use iced::Task;

use std::path::PathBuf;

/// A plan that is open.
pub(crate) struct Opened {
    /// What was in it.
    pub(crate) document: Document,
    /// Where it is kept, and what opens it.
    pub(crate) kept: Kept,
    /// What the person should know about it.
    pub(crate) notice: Option<Notice>,
}

/// The page.
pub(crate) struct Open;

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
    /// The plan is open.
    Opened(Box<Opened>),
    /// Go back.
    Leave,
}

impl Open {
    /// With the list of plans, or with this one.
    pub(crate) fn new(_cx: &Context<'_>, _file: Option<PathBuf>) -> (Self, Task<Message>) {
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
        page("open", "open")
    }

    /// What a key means here.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, _shortcut: Shortcut) -> Option<Message> {
        None
    }
}
