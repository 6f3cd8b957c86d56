//! Something to answer before anything else. Holds the keyboard; Escape closes it.
use super::control::Control;
use super::flow;
use super::scroll::scroll;
use super::spec::{Role, Spec};
use super::words;
use crate::gui::theme::{self, size, space};

use iced::widget::{Column, Id, column, container};
use iced::{Border, Element, Length, Theme};

/// A question or a notice over the page. Give it to the root.
pub struct Dialog<'a, Message> {
    id: Id,
    title: String,
    body: Column<'a, Message>,
    actions: Vec<Element<'a, Message>>,
    close: Option<Message>,
}

/// Starts a dialog; its `id` tells one dialog from the next.
pub fn dialog<'a, Message: Clone + 'a>(id: impl Into<Id>, title: impl Into<String>) -> Dialog<'a, Message> {
    Dialog {
        id: id.into(),
        title: title.into(),
        body: column![].spacing(space::S),
        actions: Vec::new(),
        close: None,
    }
}

impl<'a, Message: Clone + 'a> Dialog<'a, Message> {
    /// Adds to what it says.
    #[must_use]
    pub fn push(mut self, part: impl Into<Element<'a, Message>>) -> Self {
        self.body = self.body.push(part);
        self
    }

    /// Adds an answer. The safe one comes first.
    #[must_use]
    pub fn action(mut self, press: impl Into<Element<'a, Message>>) -> Self {
        self.actions.push(press.into());
        self
    }

    /// What Escape means.
    #[must_use]
    pub fn on_escape(mut self, message: Message) -> Self {
        self.close = Some(message);
        self
    }

    pub(super) fn on_close(&self) -> Option<Message> {
        self.close.clone()
    }
}

fn sheet(theme: &Theme) -> container::Style {
    let palette = theme::palette(theme);

    container::Style {
        background: Some(palette.card.into()),
        text_color: Some(palette.ink),
        border: Border {
            color: palette.edge,
            width: palette.stroke,
            radius: size::CORNER.into(),
        },
        ..container::Style::default()
    }
}

impl<'a, Message: Clone + 'a> From<Dialog<'a, Message>> for Element<'a, Message> {
    fn from(dialog: Dialog<'a, Message>) -> Self {
        let content = column![
            words::title(dialog.title.clone()),
            dialog.body,
            flow::lines(dialog.actions)
        ]
        .spacing(space::M);
        let card = container(scroll(container(content).padding(space::L)))
            .max_width(size::COLUMN)
            .style(sheet);

        let place = container(card).center(Length::Fill).padding(space::M);

        Control::label(Spec::new(Role::Dialog, dialog.title).id(dialog.id), place).into()
    }
}
