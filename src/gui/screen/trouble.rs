//! Something broke: what happened, what to do, and the way on.
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::shortcut::Shortcut;
use crate::gui::widget::{Page, body, page, primary};
use crate::words;

/// What happened.
pub(crate) struct Trouble {
    notice: Notice,
}

/// What can happen on this screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// Go on from the start.
    GoOn,
}

/// What the application must do next.
#[must_use]
pub(crate) enum Action {
    /// Go on from the start.
    Leave,
}

impl Trouble {
    /// With what happened.
    pub(crate) fn new(notice: Notice) -> Self {
        Self { notice }
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, _cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::GoOn => Action::Leave,
        }
    }

    /// Shows it.
    pub(crate) fn view<'a>(&'a self, _cx: &Context<'a>) -> Page<'a, Message> {
        page("trouble", words::text("trouble-title"))
            .lead(self.notice.what.as_str())
            .push(body(self.notice.advice.as_str()))
            .primary(primary(words::text("trouble-on")).on_press(Message::GoOn))
    }

    /// Enter and Escape go on.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        matches!(shortcut, Shortcut::Accept | Shortcut::Back).then_some(Message::GoOn)
    }
}
