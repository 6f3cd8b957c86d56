//! A window without a screen, for tests: shows a view, finds controls by role and name, works them.
//!
//! It drives the same widgets as the real window does, with the same events; only the messages come back
//! instead of going to an application. What a view remembers stays in the probe from one view to the next.
mod faults;
mod hands;
mod shown;

pub use shown::Shown;

use super::fonts;
use super::root::Root;
use crate::gui::theme::{self, Look};

use iced::advanced::widget::Tree;
use iced::advanced::{Clipboard, clipboard};
use iced::{Element, Pixels, Renderer, Size};

/// A window without a screen.
pub struct Probe {
    look: Look,
    size: Size,
    tree: Tree,
    renderer: Renderer,
    copied: Copied,
}

/// The probe's own clipboard.
#[derive(Default)]
struct Copied(Option<String>);

impl Clipboard for Copied {
    fn read(&self, _: clipboard::Kind) -> Option<String> {
        self.0.clone()
    }

    fn write(&mut self, _: clipboard::Kind, contents: String) {
        self.0 = Some(contents);
    }
}

impl Probe {
    /// A window of this many physical pixels, in this look. Large text leaves less room, as in the real one.
    #[must_use]
    pub fn new(look: Look, width: f32, height: f32) -> Self {
        fonts::load();

        Self {
            look,
            size: Size::new(width / look.scale(), height / look.scale()),
            tree: Tree::empty(),
            renderer: Renderer::new(theme::FONT, Pixels(theme::size::BODY)),
            copied: Copied::default(),
        }
    }

    /// An ordinary window.
    #[must_use]
    pub fn ordinary() -> Self {
        Self::new(Look::default(), 960.0, 720.0)
    }

    /// The smallest window with the largest text.
    #[must_use]
    pub fn tight() -> Self {
        let look = Look {
            text: 200,
            ..Look::default()
        };

        Self::new(look, 480.0, 600.0)
    }

    /// Puts words where pasting finds them.
    pub fn copy(&mut self, words: &str) {
        self.copied.0 = Some(words.to_owned());
    }

    /// What was last copied, if anything.
    #[must_use]
    pub fn copied(&self) -> Option<&str> {
        self.copied.0.as_deref()
    }

    /// Shows a view until the returned window is dropped. What it remembers is kept for the next one.
    pub fn show<'p, 'a, Message: Clone + 'a>(
        &'p mut self,
        view: impl Into<Element<'a, Message>>,
    ) -> Shown<'p, 'a, Message> {
        let root = Root::new(self.look.direction, view);

        self.show_root(root)
    }

    /// Shows a whole window's content, which has its own root.
    pub fn show_root<'p, 'a, Message: Clone + 'a>(
        &'p mut self,
        root: impl Into<Element<'a, Message>>,
    ) -> Shown<'p, 'a, Message> {
        let element = root.into();

        self.tree.diff(&element);
        Shown::new(self, element)
    }
}
