//! The risk board: what is likely, and how bad it would be.
use crate::answers::Weight;
use crate::content::id::ThreatId;
use crate::gui::context::Context;
use crate::gui::shortcut::Shortcut;
use crate::gui::widget::{Page, page};

use iced::Task;

/// The page.
pub(crate) struct Weigh;

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
    /// Keep how the person weighs a threat; an empty weight follows the proposal again.
    Weigh(ThreatId, Weight),
    /// Go back to the questions.
    Leave,
    /// Go on.
    Finish,
}

impl Weigh {
    /// The risk board.
    pub(crate) fn new(_cx: &Context<'_>) -> Self {
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
        page("weigh", "weigh")
    }

    /// What a key means here.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, _shortcut: Shortcut) -> Option<Message> {
        None
    }
}
