//! Buttons and links: anything that acts when pressed.
use super::control::Control;
use super::icon::{Icon, icon};
use super::spec::{Role, Spec};
use super::words;
use crate::gui::theme::{Face, size, space};

use iced::widget::{Id, row};
use iced::{Alignment, Element, Length};

/// Something that acts when pressed. Disabled until [`on_press`](Self::on_press) says what it does.
pub struct Press<'a, Message> {
    spec: Spec,
    icon: Option<(Icon, bool)>,
    face: Face,
    is_wide: bool,
    message: Option<Message>,
    content: Option<Element<'a, Message>>,
}

fn press<'a, Message>(role: Role, name: impl Into<String>, face: Face) -> Press<'a, Message> {
    Press {
        spec: Spec::new(role, name),
        icon: None,
        face,
        is_wide: false,
        message: None,
        content: None,
    }
}

/// The one main action of a page. Says what happens: "Save the plan".
pub fn primary<'a, Message>(name: impl Into<String>) -> Press<'a, Message> {
    press(Role::Button, name, Face::Primary)
}

/// Any other action.
pub fn secondary<'a, Message>(name: impl Into<String>) -> Press<'a, Message> {
    press(Role::Button, name, Face::Secondary)
}

/// An action without a frame, beside others.
pub fn quiet<'a, Message>(name: impl Into<String>) -> Press<'a, Message> {
    press(Role::Button, name, Face::Quiet)
}

/// An action that cannot be undone.
pub fn severe<'a, Message>(name: impl Into<String>) -> Press<'a, Message> {
    press(Role::Button, name, Face::Severe)
}

/// Words that lead to an explanation or to another page.
pub fn link<'a, Message>(name: impl Into<String>) -> Press<'a, Message> {
    press(Role::Link, name, Face::Link)
}

impl<'a, Message: Clone + 'a> Press<'a, Message> {
    /// What happens.
    #[must_use]
    pub fn on_press(self, message: Message) -> Self {
        self.on_press_maybe(Some(message))
    }

    /// What happens; nothing disables it.
    #[must_use]
    pub fn on_press_maybe(mut self, message: Option<Message>) -> Self {
        self.message = message;
        self
    }

    /// An icon before its word.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some((icon, false));
        self
    }

    /// An icon after its word.
    #[must_use]
    pub fn icon_after(mut self, icon: Icon) -> Self {
        self.icon = Some((icon, true));
        self
    }

    /// Its own id, where another one bears the same name.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.spec = self.spec.id(id);
        self
    }

    /// More about it, for those who hear the page.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.spec = self.spec.note(note);
        self
    }

    /// Whether what it opens is open.
    #[must_use]
    pub fn expanded(mut self, is_expanded: bool) -> Self {
        self.spec = self.spec.expanded(is_expanded);
        self
    }

    /// A new page starts with the keyboard here.
    #[must_use]
    pub const fn starts(mut self) -> Self {
        self.spec.wants_focus = true;
        self
    }

    /// As wide as its parent.
    #[must_use]
    pub const fn wide(mut self) -> Self {
        self.is_wide = true;
        self
    }

    /// Shows something else than its name; the name is still what it is called.
    #[must_use]
    pub fn showing(mut self, content: impl Into<Element<'a, Message>>) -> Self {
        self.content = Some(content.into());
        self
    }

    fn control(self) -> Control<'a, Message> {
        let text = match self.face {
            Face::Primary => words::strong(self.spec.name.clone()),
            _ => words::body(self.spec.name.clone()),
        };

        let content = self.content.unwrap_or_else(|| match self.icon {
            None => text.into(),
            Some((name, false)) => row![icon(name), text]
                .spacing(space::S)
                .align_y(Alignment::Center)
                .into(),
            Some((name, true)) => row![text, icon(name)]
                .spacing(space::S)
                .align_y(Alignment::Center)
                .into(),
        });

        let side = match self.face {
            Face::Link => space::XS,
            Face::Quiet => space::S,
            _ => space::M,
        };

        let control = Control::new(self.spec, content)
            .face(self.face)
            .padding([size::TARGET / 2.0 - size::BODY * size::LINE / 2.0, side])
            .on_press_maybe(self.message);

        if self.is_wide {
            control.width(Length::Fill).centred()
        } else {
            control
        }
    }
}

impl<'a, Message: Clone + 'a> From<Press<'a, Message>> for Element<'a, Message> {
    fn from(press: Press<'a, Message>) -> Self {
        press.control().into()
    }
}
