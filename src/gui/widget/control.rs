//! The one thing that can be pressed.
//!
//! Stock iced gives the keyboard to text fields alone. A [`Control`] wraps any content and gives it focus, a
//! ring, Enter and Space, arrows inside a group, a face, and a [`Spec`] that says what it is.
mod input;
mod paint;
mod ring;
mod state;

use super::spec::{Reach, Role, Spec};
use crate::gui::theme::{Face, size, space};

use iced::keyboard::{Key, Modifiers};
use iced::widget::Id;
use iced::{Element, Length, Padding};

pub(super) use ring::ring;
pub(super) use state::{inner, inner_ref};

/// What a key means to a control: a message, or nothing.
type OnKey<'a, Message> = Box<dyn Fn(&Key, Modifiers) -> Option<Message> + 'a>;

/// Content that can be pressed, focused and found.
pub struct Control<'a, Message> {
    spec: Spec,
    content: Element<'a, Message>,
    face: Face,
    width: Length,
    padding: Padding,
    least: f32,
    is_centred: bool,
    is_field: bool,
    press: Option<Message>,
    before: Option<Message>,
    after: Option<Message>,
    group: Option<Id>,
    on_key: Option<OnKey<'a, Message>>,
}

impl<'a, Message: Clone + 'a> Control<'a, Message> {
    /// Wraps `content` as something to press; without [`on_press`](Self::on_press) it is disabled.
    pub fn new(spec: Spec, content: impl Into<Element<'a, Message>>) -> Self {
        Self {
            spec: Spec {
                is_disabled: true,
                ..spec
            },
            content: content.into(),
            face: Face::Bare,
            width: Length::Shrink,
            padding: Padding::from([space::S, space::M]),
            least: size::TARGET,
            is_centred: false,
            is_field: false,
            press: None,
            before: None,
            after: None,
            group: None,
            on_key: None,
        }
    }

    /// Wraps `content` only to say what it is: a heading, a group, a picture.
    pub fn label(spec: Spec, content: impl Into<Element<'a, Message>>) -> Self {
        Self {
            padding: Padding::ZERO,
            least: 0.0,
            spec: Spec {
                is_disabled: false,
                ..spec
            },
            ..Self::new(Spec::new(Role::Group, ""), content)
        }
        .kept()
    }

    /// Wraps one of iced's own text fields, which takes the keyboard itself.
    pub(super) fn field(spec: Spec, content: impl Into<Element<'a, Message>>) -> Self {
        let reach = if spec.is_disabled { Reach::None } else { Reach::Tab };

        Self {
            is_field: true,
            spec: Spec { reach, ..spec.clone() },
            ..Self::label(spec, content)
        }
    }

    /// How the keyboard gets there; by Tab unless it says otherwise.
    #[must_use]
    pub const fn reach(mut self, reach: Reach) -> Self {
        self.spec.reach = reach;
        self
    }

    fn kept(mut self) -> Self {
        self.width = self.content.as_widget().size().width;
        self
    }

    /// What happens when it is pressed.
    #[must_use]
    pub fn on_press(mut self, message: Message) -> Self {
        self.press = Some(message);
        self.spec.is_disabled = false;

        if self.spec.reach == Reach::None {
            self.spec.reach = Reach::Tab;
        }

        self
    }

    /// What happens when it is pressed; nothing disables it.
    #[must_use]
    pub fn on_press_maybe(self, message: Option<Message>) -> Self {
        match message {
            Some(message) => self.on_press(message),
            None => self,
        }
    }

    /// What the arrows do inside a group that shares one stop: the one before, and the one after.
    #[must_use]
    pub fn arrows(mut self, group: Id, before: Option<Message>, after: Option<Message>) -> Self {
        self.group = Some(group);
        self.before = before;
        self.after = after;
        self
    }

    /// What other keys do while it is focused.
    #[must_use]
    pub fn on_key(mut self, on_key: impl Fn(&Key, Modifiers) -> Option<Message> + 'a) -> Self {
        self.on_key = Some(Box::new(on_key));
        self
    }

    /// How it looks.
    #[must_use]
    pub const fn face(mut self, face: Face) -> Self {
        self.face = face;
        self
    }

    /// How wide it is.
    #[must_use]
    pub const fn width(mut self, width: Length) -> Self {
        self.width = width;
        self
    }

    /// The room around its content.
    #[must_use]
    pub fn padding(mut self, padding: impl Into<Padding>) -> Self {
        self.padding = padding.into();
        self
    }

    /// Puts the content in the middle.
    #[must_use]
    pub const fn centred(mut self) -> Self {
        self.is_centred = true;
        self
    }

    fn key(&self) -> &Id {
        self.group.as_ref().unwrap_or(&self.spec.id)
    }

    const fn can_focus(&self) -> bool {
        !self.is_field && !self.spec.is_disabled && !matches!(self.spec.reach, Reach::None)
    }
}

impl<'a, Message: Clone + 'a> From<Control<'a, Message>> for Element<'a, Message> {
    fn from(control: Control<'a, Message>) -> Self {
        Element::new(control)
    }
}
