//! Words to fill in, with their label above and what is wrong with them below.
use super::control::Control;
use super::spec::{Role, Spec};
use super::words;
use crate::gui::theme::{self, size, space};

use iced::widget::{Id, column, text_input};
use iced::{Border, Element, Length, Theme};

/// A line to fill in.
pub struct Field<'a, Message> {
    id: Id,
    label: String,
    value: &'a str,
    note: Option<String>,
    problem: Option<String>,
    is_start: bool,
    input: Option<Box<dyn Fn(String) -> Message + 'a>>,
    submit: Option<Message>,
}

/// A line to fill in: what it is called and what is in it.
pub fn field<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    label: impl Into<String>,
    value: &'a str,
) -> Field<'a, Message> {
    Field {
        id: id.into(),
        label: label.into(),
        value,
        note: None,
        problem: None,
        is_start: false,
        input: None,
        submit: None,
    }
}

impl<'a, Message: Clone + 'a> Field<'a, Message> {
    /// What happens when the words change; without it nothing can be written.
    #[must_use]
    pub fn on_input(mut self, input: impl Fn(String) -> Message + 'a) -> Self {
        self.input = Some(Box::new(input));
        self
    }

    /// What Enter does.
    #[must_use]
    pub fn on_submit(mut self, message: Message) -> Self {
        self.submit = Some(message);
        self
    }

    /// More about it, below the label.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// What is wrong with what is in it, if anything. It takes the place of the note.
    #[must_use]
    pub fn problem(mut self, problem: Option<impl Into<String>>) -> Self {
        self.problem = problem.map(Into::into);
        self
    }

    /// A new page starts with the keyboard here.
    #[must_use]
    pub const fn starts(mut self) -> Self {
        self.is_start = true;
        self
    }
}

fn style(theme: &Theme, status: text_input::Status) -> text_input::Style {
    let palette = theme::palette(theme);
    let is_focused = matches!(status, text_input::Status::Focused { .. });

    text_input::Style {
        background: palette.card.into(),
        border: Border {
            color: if is_focused { palette.focus } else { palette.edge },
            width: if is_focused { 2.0 } else { palette.stroke },
            radius: size::CORNER.into(),
        },
        icon: palette.soft,
        placeholder: palette.soft,
        value: if status == text_input::Status::Disabled {
            palette.soft
        } else {
            palette.ink
        },
        selection: palette.selection(),
    }
}

impl<'a, Message: Clone + 'a> From<Field<'a, Message>> for Element<'a, Message> {
    fn from(field: Field<'a, Message>) -> Self {
        let is_open = field.input.is_some();

        let spec = Spec {
            note: field.problem.clone().or_else(|| field.note.clone()),
            is_disabled: !is_open,
            wants_focus: field.is_start,
            ..Spec::new(Role::TextField, field.label.clone())
                .id(field.id.clone())
                .value(field.value)
        };

        let input = text_input("", field.value)
            .id(field.id)
            .font(theme::FONT)
            .size(size::BODY)
            .line_height(iced::widget::text::LineHeight::Relative(size::LINE))
            .padding([(size::TARGET - size::BODY * size::LINE) / 2.0, space::S + space::XS])
            .width(Length::Fill)
            .style(style)
            .on_input_maybe(field.input)
            .on_submit_maybe(field.submit);

        let said = column![words::strong(field.label)]
            .push(words::about_field(field.note, field.problem))
            .spacing(space::XS);

        // room for the ring
        column![said, Control::field(spec, input)].spacing(space::S).into()
    }
}
