//! A page as it will come out of the printer.
//!
//! White paper and black ink, whatever the colours of the window are: nobody shall be surprised by the
//! paper. Drawn from the same page data, and the same outlines, as the file that is printed. One can turn
//! to the other pages, and look closer.
mod lens;
mod paint;
mod paper;
#[cfg(test)]
mod tests;

pub use lens::Lens;

use super::control::Control;
use super::spec::{Reach, Role, Spec};
use crate::gui::theme::Direction;
use crate::print::page::{Mark, Page, Shape};
use paper::Paper;

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::Id;
use iced::{Element, keyboard};

use std::rc::Rc;
use std::sync::Arc;

/// What looking elsewhere does.
type OnLook<'a, Message> = Rc<dyn Fn(Lens) -> Message + 'a>;

/// Pages of which one is shown.
pub struct Sheet<'a, Message> {
    spec: Spec,
    pages: Arc<[Page]>,
    index: usize,
    lens: Lens,
    direction: Direction,
    reads: Direction,
    on_turn: Box<dyn Fn(usize) -> Message + 'a>,
    on_look: Option<OnLook<'a, Message>>,
}

/// One of these pages, counted from 0, as wide as there is room. Called `name`, with what it says as a note.
///
/// Where there is more than one, the keyboard stops here and turns to them: by the arrows to the sides,
/// page by page, to the first and to the last. The other two arrows still scroll: a page may be taller than
/// the window.
pub fn sheet<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    name: impl Into<String>,
    (pages, index): (&Arc<[Page]>, usize),
    on_turn: impl Fn(usize) -> Message + 'a,
) -> Sheet<'a, Message> {
    let says = pages.get(index).map(words_of).unwrap_or_default();

    Sheet {
        spec: Spec::new(Role::Image, name).id(id).note(says),
        pages: Arc::clone(pages),
        index,
        lens: Lens::default(),
        direction: Direction::default(),
        reads: Direction::default(),
        on_turn: Box::new(on_turn),
        on_look: None,
    }
}

impl<'a, Message: Clone + 'a> Sheet<'a, Message> {
    /// Lets one look closer: plus and minus come nearer and go back, and then the arrows, or a hand that
    /// drags the paper, move over the page.
    #[must_use]
    pub fn lens(mut self, lens: Lens, on_look: impl Fn(Lens) -> Message + 'a) -> Self {
        self.lens = lens;
        self.on_look = Some(Rc::new(on_look));
        self
    }

    /// Which way the window is read: the arrow that points on turns to the next page.
    #[must_use]
    pub const fn direction(mut self, direction: Direction) -> Self {
        self.direction = direction;
        self
    }

    /// Which way the pages themselves are read, which need not be the window's: who looks closer begins there.
    #[must_use]
    pub const fn reads(mut self, reads: Direction) -> Self {
        self.reads = reads;
        self
    }

    /// The page that a key turns to.
    fn turned(&self, key: Named) -> Option<usize> {
        let last = self.pages.len().checked_sub(1)?;
        let [back, on] = match self.direction {
            Direction::LeftToRight => [Named::ArrowLeft, Named::ArrowRight],
            Direction::RightToLeft => [Named::ArrowRight, Named::ArrowLeft],
        };
        let to = match key {
            Named::PageUp => self.index.checked_sub(1)?,
            Named::PageDown => self.index + 1,
            _ if key == back => self.index.checked_sub(1)?,
            _ if key == on => self.index + 1,
            Named::Home => 0,
            Named::End => last,
            _ => return None,
        };

        (to <= last && to != self.index).then_some(to)
    }

    /// Where a key makes one look.
    fn looked(&self, key: &Key) -> Option<Lens> {
        let page = self.pages.get(self.index)?;

        match key.as_ref() {
            Key::Character("+" | "=") => self.lens.closer(page, self.reads),
            Key::Character("-" | "−" | "_") => self.lens.farther(page, self.reads),
            Key::Named(Named::ArrowLeft) => self.lens.stepped(page, (-1, 0)),
            Key::Named(Named::ArrowRight) => self.lens.stepped(page, (1, 0)),
            Key::Named(Named::ArrowUp) => self.lens.stepped(page, (0, -1)),
            Key::Named(Named::ArrowDown) => self.lens.stepped(page, (0, 1)),
            _ => None,
        }
    }

    /// What a key asks for: first to look elsewhere on the page, then to turn it.
    fn asked_by(&self, key: &Key, modifiers: keyboard::Modifiers) -> Option<Message> {
        if !(modifiers - keyboard::Modifiers::SHIFT).is_empty() {
            return None;
        }

        if let Some(on_look) = &self.on_look
            && let Some(lens) = self.looked(key)
        {
            return Some(on_look(lens));
        }

        match key {
            // at the edge of a page that one is close to, an arrow does not turn it by accident
            Key::Named(Named::ArrowLeft | Named::ArrowRight) if self.lens.is_close() => None,
            Key::Named(named) => self.turned(*named).map(&self.on_turn),
            _ => None,
        }
    }
}

impl<'a, Message: Clone + 'a> From<Sheet<'a, Message>> for Element<'a, Message> {
    fn from(sheet: Sheet<'a, Message>) -> Self {
        let reach = if sheet.pages.len() > 1 || sheet.on_look.is_some() {
            Reach::Tab
        } else {
            Reach::None
        };
        let paper = Paper::new(&sheet);

        Control::label(sheet.spec.clone(), Element::new(paper))
            .reach(reach)
            .on_key(move |key, modifiers| sheet.asked_by(key, modifiers))
            .into()
    }
}

/// What a page says, part by part, in the order of reading; without what only decorates or numbers it.
#[must_use]
pub fn words_of(page: &Page) -> String {
    let mut says = String::new();
    let mut last: Option<&Mark> = None;

    for mark in page.marks.iter().filter(|mark| mark.parts.is_some()) {
        let Shape::Text(run) = &mark.shape else { continue };

        if let Some(last) = last {
            let is_same = last.parts == mark.parts;

            says.push(if is_same { ' ' } else { '\n' });
        }

        says.push_str(run.text.trim());
        last = Some(mark);
    }

    says
}
