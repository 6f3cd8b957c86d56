//! Answers on cards.
//!
//! Rings are one of several and share one stop of the keyboard, in which the arrows choose; boxes are as
//! many as one likes and are a stop each. A digit beside a card is the key that presses it.
use super::control::Control;
use super::icon::{Mark, mark};
use super::spec::{Reach, Role, Spec};
use super::words;
use crate::gui::theme::{self, Face, space};

use iced::widget::{Id, column, container, row};
use iced::{Element, Length};

/// One answer.
#[derive(Debug, Clone)]
pub struct Choice<Message> {
    id: Id,
    label: String,
    note: Option<String>,
    digit: Option<String>,
    is_chosen: bool,
    is_alone: bool,
    message: Option<Message>,
}

/// An answer; its `id` is its own among those on the page.
pub fn choice<Message>(id: impl Into<Id>, label: impl Into<String>) -> Choice<Message> {
    Choice {
        id: id.into(),
        label: label.into(),
        note: None,
        digit: None,
        is_chosen: false,
        is_alone: false,
        message: None,
    }
}

impl<Message: Clone> Choice<Message> {
    /// More about it, below the label.
    #[must_use]
    pub fn note(mut self, note: Option<impl Into<String>>) -> Self {
        self.note = note.map(Into::into);
        self
    }

    /// The key that presses it, shown on the card.
    #[must_use]
    pub fn digit(mut self, digit: Option<usize>) -> Self {
        self.digit = digit
            .filter(|digit| (1..=9).contains(digit))
            .map(|digit| digit.to_string());
        self
    }

    /// Whether it is chosen.
    #[must_use]
    pub const fn chosen(mut self, is_chosen: bool) -> Self {
        self.is_chosen = is_chosen;
        self
    }

    /// Among boxes: choosing it takes the others away, as "I don't know" does. Shown as a ring.
    #[must_use]
    pub const fn alone(mut self) -> Self {
        self.is_alone = true;
        self
    }

    /// What choosing it does; without it the answer cannot be chosen now.
    #[must_use]
    pub fn on_press(mut self, message: Message) -> Self {
        self.message = Some(message);
        self
    }
}

impl<Message: Clone> Choice<Message> {
    fn control<'a>(self, role: Role, place: (usize, usize)) -> Control<'a, Message>
    where
        Message: 'a,
    {
        let sign = match role {
            Role::Radio => Mark::Ring(self.is_chosen),
            _ if self.is_alone => Mark::Ring(self.is_chosen),
            _ => Mark::Box(self.is_chosen),
        };

        let spec = Spec {
            note: self.note.clone(),
            ..Spec::new(role, self.label.clone())
                .id(self.id)
                .checked(self.is_chosen)
                .place(place.0, place.1)
        };

        let label = if self.is_chosen {
            words::strong(self.label)
        } else {
            words::body(self.label)
        };
        // on a tinted card the second voice would be too faint
        let voice = if self.is_chosen { theme::plain } else { theme::soft };
        let note = self.note.map(|note| words::body(note).style(voice));
        let says = column![label].push(note).spacing(space::XS).width(Length::Fill);
        let digit = self
            .digit
            .map(|digit| container(words::caption(digit).style(voice)).padding([2.0, 0.0]));

        let content = row![container(mark(sign)).padding([1.0, 0.0])]
            .push(says)
            .push(digit)
            .spacing(space::S + space::XS);

        Control::new(spec, content)
            .face(Face::Card(self.is_chosen))
            .width(Length::Fill)
            .padding([space::S + space::XS, space::M])
            .on_press_maybe(self.message)
    }
}

/// Answers of which one is chosen.
pub fn rings<'a, Message: Clone + 'a>(name: impl Into<String>, choices: Vec<Choice<Message>>) -> Element<'a, Message> {
    let name = name.into();
    let spec = Spec::new(Role::RadioGroup, name);
    let messages: Vec<_> = choices.iter().map(|choice| choice.message.clone()).collect();
    let chosen = choices.iter().position(|choice| choice.is_chosen);
    let total = choices.len();

    let cards = choices.into_iter().enumerate().map(|(index, choice)| {
        let control = choice.control(Role::Radio, (index + 1, total));

        member(control, &spec.id, &messages, chosen, index).into()
    });

    Control::label(spec.clone(), column(cards).spacing(space::S)).into()
}

/// Answers of which any number is chosen.
pub fn boxes<'a, Message: Clone + 'a>(name: impl Into<String>, choices: Vec<Choice<Message>>) -> Element<'a, Message> {
    let total = choices.len();

    let cards = choices.into_iter().enumerate().map(|(index, choice)| {
        let role = if choice.is_alone { Role::Radio } else { Role::CheckBox };

        choice.control(role, (index + 1, total)).into()
    });

    Control::label(Spec::new(Role::Group, name), column(cards).spacing(space::S)).into()
}

/// Makes a control a member of a group that shares one stop: the chosen one, or else the first that can be.
pub(super) fn member<'a, Message: Clone + 'a>(
    control: Control<'a, Message>,
    group: &Id,
    messages: &[Option<Message>],
    chosen: Option<usize>,
    index: usize,
) -> Control<'a, Message> {
    let usable = |at: &usize| messages.get(*at).is_some_and(Option::is_some);
    let stop = chosen.filter(usable).or_else(|| (0..messages.len()).find(usable));
    let count = messages.len();

    let before = (1..count).map(|step| (index + count - step) % count).find(usable);
    let after = (1..count).map(|step| (index + step) % count).find(usable);
    let at = |found: Option<usize>| found.and_then(|found| messages.get(found).cloned().flatten());

    control
        .reach(if stop == Some(index) {
            Reach::Tab
        } else {
            Reach::Program
        })
        .arrows(group.clone(), at(before), at(after))
}
