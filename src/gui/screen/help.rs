//! Every key, and what the words mean.
//!
//! The keys come from the same table that reads them; the words from the glossary of the pack.
use crate::gui::context::Context;
use crate::gui::shortcut::{LINES, Shortcut};
use crate::gui::theme::space;
use crate::gui::widget::{Icon, Page, body, columns, page, quiet, strong};
use crate::words;

use iced::Element;
use iced::widget::column;

/// The whole page.
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
            Message::GoBack => Action::Leave,
        }
    }

    /// Shows it.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let keys = LINES
            .iter()
            .map(|line| pair(line.keys.to_owned(), words::text(line.words)));
        let terms = cx.pack().glossary.iter().map(|term| {
            let name = term.words.first().cloned().unwrap_or_default();

            pair(name, term.means.clone())
        });

        page("help", words::text("help-title"))
            .back(words::text("back"), Message::GoBack)
            .lead(words::text("help-lead"))
            .part(words::text("help-keys"), column(keys).spacing(space::S))
            .part(words::text("help-words"), column(terms).spacing(space::S))
            .action(
                quiet(words::text("back"))
                    .id("help-back")
                    .icon(Icon::Back)
                    .on_press(Message::GoBack),
            )
    }

    /// Escape goes back.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        matches!(shortcut, Shortcut::Back | Shortcut::Accept).then_some(Message::GoBack)
    }
}

/// A thing and what it does or means, beside each other where there is room.
fn pair<'a>(name: String, says: String) -> Element<'a, Message> {
    columns(440.0, [strong(name).into(), body(says).into()]).into()
}
