//! Both sides of a real trade-off beside each other; the person picks.
use crate::content::id::{DecisionId, OptionId};
use crate::gui::context::Context;
use crate::gui::shortcut::Shortcut;
use crate::gui::widget::{Page, page};

use iced::Task;

/// The page.
pub(crate) struct Decide;

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
    /// Pick a side, or open the decision again.
    Decide(DecisionId, Option<OptionId>),
    /// Go back to weighing.
    Leave,
    /// Go on to the plan.
    Finish,
}

impl Decide {
    /// From this decision, or the first one that is open.
    pub(crate) fn new(_cx: &Context<'_>, _decision: Option<DecisionId>) -> Self {
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
        page("decide", "decide")
    }

    /// What a key means here.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, _shortcut: Shortcut) -> Option<Message> {
        None
    }
}
