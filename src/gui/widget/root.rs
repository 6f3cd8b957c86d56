//! The outermost widget: where the keyboard is, and what it means to move it.
//!
//! Keeps the keyboard's place from one redraw to the next, brings it into view, starts a new page at its
//! title, holds it inside a dialog while one is open, and turns the page around for languages that run
//! from right to left.
mod ground;
mod keyboard;
mod window;

use super::clip::Print;
use super::dialog::Dialog;
use crate::gui::theme::Direction;

use iced::Element;
use iced::widget::space;

/// A whole window's content.
pub struct Root<'a, Message> {
    /// The page, then the dialog over it or nothing: always two, so that neither loses its state.
    layers: [Element<'a, Message>; 2],
    close: Option<Message>,
    has_dialog: bool,
    direction: Direction,
    /// How many pages lie under this one, to come back to.
    depth: usize,
    /// What is said when something on it was copied.
    copied: Option<fn(Print) -> Message>,
    unless: Option<Unless<'a, Message>>,
}

/// What may have happened to the window, and what to say then.
struct Unless<'a, Message> {
    has_happened: Box<dyn Fn() -> bool + 'a>,
    message: Message,
}

impl<'a, Message: Clone + 'a> Root<'a, Message> {
    /// Puts a page into the window.
    pub fn new(direction: Direction, page: impl Into<Element<'a, Message>>) -> Self {
        Self {
            layers: [page.into(), space().into()],
            close: None,
            has_dialog: false,
            direction,
            depth: 0,
            copied: None,
            unless: None,
        }
    }

    /// Looks, before every event and every picture, whether something `has_happened` after which nothing of
    /// this may be shown or touched: then only `message` comes of it. The toolkit acts on a message that comes
    /// of a picture about to be drawn before it draws.
    #[must_use]
    pub fn unless(mut self, has_happened: impl Fn() -> bool + 'a, message: Message) -> Self {
        self.unless = Some(Unless {
            has_happened: Box::new(has_happened),
            message,
        });
        self
    }

    /// Says how many pages lie under this one: who comes back to one of them is where they were.
    #[must_use]
    pub const fn depth(mut self, depth: usize) -> Self {
        self.depth = depth;
        self
    }

    /// What is said when something was copied, whatever copied it.
    #[must_use]
    pub const fn on_copy(mut self, copied: fn(Print) -> Message) -> Self {
        self.copied = Some(copied);
        self
    }

    /// Puts a dialog over the page, if there is one.
    #[must_use]
    pub fn dialog(mut self, dialog: Option<Dialog<'a, Message>>) -> Self {
        if let Some(dialog) = dialog {
            self.close = dialog.on_close();
            self.layers[1] = dialog.into();
            self.has_dialog = true;
        }

        self
    }
}

impl<'a, Message: Clone + 'a> From<Root<'a, Message>> for Element<'a, Message> {
    fn from(root: Root<'a, Message>) -> Self {
        Element::new(root)
    }
}
