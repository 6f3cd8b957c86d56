//! In which order pages lie in a stack, how many there are, and how they become a file.
use super::{Error, Handout, Laid, LaidPile, MOST_PAGES};
use crate::print::page::{Packed, Page};
use crate::print::pdf;
use crate::sheet::{Direction, Sheet};

use std::ops::ControlFlow;
use std::rc::Rc;

/// How a stack is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sides {
    /// On both sides: a handout that ends on a front is followed by an empty back.
    Two,
    /// On one side.
    One,
}

impl Sides {
    /// Both ways, the safer one first: printed on one side, a stack for two only wastes paper; the other way
    /// round, two people's handouts share a sheet.
    pub const ALL: [Self; 2] = [Self::Two, Self::One];

    /// Its name where it is typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Two => "two",
            Self::One => "one",
        }
    }

    /// How many sheets of paper so many pages are.
    pub(super) fn sheets(self, pages: usize) -> u32 {
        let sheets = match self {
            Self::Two => pages.div_ceil(2),
            Self::One => pages,
        };

        u32::try_from(sheets).unwrap_or(u32::MAX)
    }
}

/// How much a stack is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// How many people get something.
    pub people: u32,
    /// How many formats each of them gets.
    pub forms: u32,
    /// Sheets of paper, those for the trainer included.
    pub sheets: u32,
    /// Pages of the file, empty backs included.
    pub pages: u32,
}

/// How far a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Pages that are done.
    pub done: u32,
    /// Pages there will be. Never zero.
    pub total: u32,
}

impl Progress {
    /// The same in percent, rounded down.
    pub fn percent(self) -> u8 {
        let percent = u64::from(self.done) * 100 / u64::from(self.total.max(1));

        u8::try_from(percent).unwrap_or(100)
    }
}

impl Laid {
    /// How much it is.
    pub fn count(&self) -> Count {
        let pages = u32::try_from(self.sum()).unwrap_or(u32::MAX);

        Count {
            people: self.piles.iter().map(|pile| pile.copies).sum(),
            forms: self.forms,
            sheets: match self.sides {
                Sides::Two => pages / 2,
                Sides::One => pages,
            },
            pages,
        }
    }

    /// The first pages, up to the end of what the first person gets, each with the direction in which it is
    /// read; empty backs left out.
    pub fn beginning(&self) -> impl Iterator<Item = (Page, Direction)> {
        let first = self.piles.first();
        let separator = first.map(|pile| &pile.separator);
        let parts = first.into_iter().flat_map(|pile| &pile.parts);
        let handouts = std::iter::once(&self.contents).chain(separator).chain(parts);

        handouts.flat_map(|handout| {
            let direction = handout.sheet.direction();

            handout.pages.iter().map(move |page| (page.page(), direction))
        })
    }

    /// The file. Says after each page how far it is, and asks whether to go on.
    ///
    /// # Errors
    /// When it was stopped, or a page could not be written down.
    pub fn write(&self, mut go_on: impl FnMut(Progress) -> ControlFlow<()>) -> Result<Vec<u8>, Error> {
        let total = self.count().pages;
        let mut done = 0;
        let mut writer = pdf::Writer::stack(&self.title, &self.contents.sheet.lang)?;

        for handout in self.order() {
            writer.begin(handout.sheet);

            for page in handout.pages.iter().chain(self.back(&handout).as_ref()) {
                writer.page(page)?;
                done += 1;

                if go_on(Progress { done, total }).is_break() {
                    return Err(Error::Stopped);
                }
            }
        }

        Ok(writer.finish()?)
    }

    /// Every page as it lies in the stack, from the top, empty backs included.
    pub fn pages(&self) -> impl Iterator<Item = Page> {
        self.order().flat_map(|handout| {
            let back = self.back(&handout);

            handout.pages.iter().cloned().chain(back).collect::<Vec<_>>()
        })
    }

    pub(super) fn checked(self) -> Result<Self, Error> {
        match self.sum() {
            pages if pages > u64::from(MOST_PAGES) => Err(Error::TooMany { pages }),
            _ => Ok(self),
        }
    }

    /// How many pages there are, empty backs included.
    fn sum(&self) -> u64 {
        let sides = |handout: &Handout| {
            let pages = handout.pages.len() as u64;

            match self.sides {
                Sides::Two => pages.next_multiple_of(2),
                Sides::One => pages,
            }
        };
        let of_pile = |pile: &LaidPile| {
            let each: u64 = pile.parts.iter().map(sides).sum();

            sides(&pile.separator) + each * u64::from(pile.copies)
        };

        sides(&self.contents) + self.piles.iter().map(of_pile).sum::<u64>()
    }

    /// The empty back of a handout that ends on a front.
    fn back(&self, handout: &Open<'_>) -> Option<Page> {
        let is_wanted = self.sides == Sides::Two && !handout.pages.len().is_multiple_of(2);
        let last = handout.pages.last().filter(|_| is_wanted)?;

        Some(Page {
            width: last.width,
            height: last.height,
            marks: Vec::new(),
        })
    }

    /// Every handout as it lies in the stack, from the top: copies are the same ones again.
    fn order(&self) -> impl Iterator<Item = Rc<Open<'_>>> {
        std::iter::once_with(|| self.contents.open()).chain(self.piles.iter().flat_map(LaidPile::order))
    }
}

impl LaidPile {
    /// Its handouts. Their pages are unpacked once, and only while this pile is asked for.
    fn order(&self) -> impl Iterator<Item = Rc<Open<'_>>> {
        let parts: Vec<Rc<Open<'_>>> = self.parts.iter().map(Handout::open).collect();
        let copies = (0..self.copies).flat_map(move |_| parts.clone());

        std::iter::once_with(|| self.separator.open()).chain(copies)
    }
}

/// A handout with its pages unpacked.
struct Open<'a> {
    sheet: &'a Sheet,
    pages: Vec<Page>,
}

impl Handout {
    fn open(&self) -> Rc<Open<'_>> {
        Rc::new(Open {
            sheet: &self.sheet,
            pages: self.pages.iter().map(Packed::page).collect(),
        })
    }
}
