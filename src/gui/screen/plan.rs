//! The plan: five first, then everything by time, each item opening in place.
use crate::content::id::{DecisionId, QuestionId};
use crate::gui::context::Context;
use crate::gui::shortcut::Shortcut;
use crate::gui::widget::{Page, page};
use crate::plan::progress::{Earlier, Key, Mark};
use crate::words;

use iced::Task;

/// The page.
pub(crate) struct Plan;

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
    /// Keep that an item was done, is not possible or does not apply; nothing takes the mark back.
    Mark(Vec<Key>, Option<Mark>),
    /// Keep how a setting was before.
    Earlier(Key, Option<Earlier>),
    /// Look at or change the answers, from this question on.
    Ask(Option<QuestionId>),
    /// Weigh the threats again.
    Weigh,
    /// Look at this decision.
    Decide(Option<DecisionId>),
    /// Print it.
    Print,
    /// Save it: choose a place and a passphrase, or save now where it is kept.
    Save,
    /// The news about a newer checklist were read.
    ReadNews,
    /// Change the passphrase or the place.
    Protect,
}

impl Plan {
    /// The plan, with nothing open.
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
        page("plan", "plan")
    }

    /// What a key means here.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, _shortcut: Shortcut) -> Option<Message> {
        None
    }
}

/// What marking an item so is called, for the way back.
pub(crate) fn said(mark: Option<Mark>) -> String {
    words::text(match mark {
        Some(Mark::Done) => words::id("change-done"),
        Some(Mark::NotPossible) => words::id("change-not-possible"),
        Some(Mark::DoesNotApply) => words::id("change-does-not-apply"),
        None => words::id("change-unmarked"),
    })
}
