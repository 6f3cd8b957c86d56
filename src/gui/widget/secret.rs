//! A field for a passphrase.
//!
//! Stock fields keep every letter in their own state, in messages and in the shaper's caches. This one writes
//! into a [`Typed`] that the screen owns, says only *that* something changed, draws dots as plain shapes, and
//! never hands anything to the clipboard. The letters are drawn only while the person asks to see them.
mod dots;
mod keys;
mod line;

use super::spec::{Reach, Role, Spec};
use super::words;
use crate::gui::theme::space;
use crate::harden::Secret as Hidden;

use iced::Element;
use iced::widget::{Id, column};

use std::cell::RefCell;
use std::fmt;

/// What is being typed into a secret field. Owned by the screen; wiped when dropped or taken.
#[derive(Default)]
pub struct Typed(RefCell<Hidden>);

impl Typed {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many characters are in it.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.borrow().count()
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// Lets `look` see what is in it.
    pub fn with<T>(&self, look: impl FnOnce(&Hidden) -> T) -> T {
        look(&self.0.borrow())
    }

    /// Hands over what is in it, and is empty afterwards.
    #[must_use]
    pub fn take(&self) -> Hidden {
        self.0.borrow_mut().take()
    }

    /// Forgets what is in it.
    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }

    /// Writes `words` before the character at `place`, without control characters; tells how many went in.
    fn write(&self, place: usize, words: &str) -> usize {
        let mut hidden = self.0.borrow_mut();

        words
            .chars()
            .filter(|letter| !letter.is_control())
            .enumerate()
            .take_while(|(index, letter)| hidden.insert(place + index, *letter).is_ok())
            .count()
    }

    /// Takes the character at `place` away; tells whether there was one.
    fn erase(&self, place: usize) -> bool {
        self.0.borrow_mut().remove(place)
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Typed")
    }
}

/// A field for a passphrase.
pub struct Secret<'a, Message> {
    spec: Spec,
    label: String,
    note: Option<String>,
    problem: Option<String>,
    typed: &'a Typed,
    is_shown: bool,
    change: Option<Message>,
    submit: Option<Message>,
}

/// A field for a passphrase: what it is called, and where it writes.
pub fn secret<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    label: impl Into<String>,
    typed: &'a Typed,
) -> Secret<'a, Message> {
    let label = label.into();

    Secret {
        spec: Spec {
            is_disabled: true,
            ..Spec::new(Role::Password, label.clone()).id(id)
        },
        label,
        note: None,
        problem: None,
        typed,
        is_shown: false,
        change: None,
        submit: None,
    }
}

impl<'a, Message: Clone + 'a> Secret<'a, Message> {
    /// What to say when something was typed; it never says what.
    #[must_use]
    pub fn on_change(self, message: Message) -> Self {
        self.on_change_maybe(Some(message))
    }

    /// What to say when something was typed; without it, nothing can be.
    #[must_use]
    pub fn on_change_maybe(mut self, message: Option<Message>) -> Self {
        self.spec.is_disabled = message.is_none();
        self.spec.reach = if message.is_some() { Reach::Tab } else { Reach::None };
        self.change = message;
        self
    }

    /// What Enter does.
    #[must_use]
    pub fn on_submit(mut self, message: Message) -> Self {
        self.submit = Some(message);
        self
    }

    /// Draws the letters instead of dots. Only while the person asks to see them.
    #[must_use]
    pub const fn shown(mut self, is_shown: bool) -> Self {
        self.is_shown = is_shown;
        self
    }

    /// More about it, below the label.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self.spec.note = self.problem.clone().or_else(|| self.note.clone());
        self
    }

    /// What is wrong with what was typed, if anything. It takes the place of the note.
    #[must_use]
    pub fn problem(mut self, problem: Option<impl Into<String>>) -> Self {
        self.problem = problem.map(Into::into);
        self.spec.note = self.problem.clone().or_else(|| self.note.clone());
        self
    }

    /// A new page starts with the keyboard here.
    #[must_use]
    pub const fn starts(mut self) -> Self {
        self.spec.wants_focus = true;
        self
    }
}

impl<'a, Message: Clone + 'a> From<Secret<'a, Message>> for Element<'a, Message> {
    fn from(secret: Secret<'a, Message>) -> Self {
        let label = words::strong(secret.label.clone());
        let said = column![label]
            .push(words::about_field(secret.note.clone(), secret.problem.clone()))
            .spacing(space::XS);

        // room for the ring
        column![said, Element::new(line::Line(secret))].spacing(space::S).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_neither_shown_nor_left_behind() {
        let typed = Typed::new();

        assert_eq!(typed.write(0, "horse\n\t"), 5);
        assert_eq!(typed.write(0, "a "), 2);
        assert_eq!(format!("{typed:?}"), "Typed");

        let taken = typed.take();

        assert_eq!(taken.as_text(), Some("a horse"));
        assert!(typed.is_empty());
    }

    #[test]
    fn more_than_fits_is_not_taken() {
        let typed = Typed::new();
        let long = "x".repeat(Hidden::CAPACITY + 10);

        assert_eq!(typed.write(0, &long), Hidden::CAPACITY);
    }
}
