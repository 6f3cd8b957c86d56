//! A trainer's pile of handouts: several kinds of people, several formats, one file.
//!
//! It lies in the order in which it is handed out: first a page for the trainer, then pile by pile a page
//! with a letter, and behind it each person's sheets together, so that one takes the next few from the top.
//! Handouts are those of the safe level, and say nothing of whom they were made for. Copies repeat the
//! pages that were set once. Nothing is written here: the file comes back whole, or not at all.
mod error;
mod order;

pub use error::Error;
pub use order::{Count, Progress, Sides};

use crate::content::Pack;
use crate::print::page::Packed;
use crate::print::{self, Paper};
use crate::sheet::handing::{self, Heap, Part};
use crate::sheet::{self, Form, Level, Sheet, Source};

use std::ops::ControlFlow;

/// The most copies of one pile.
pub const MOST_COPIES: u32 = 200;

/// The most sides of paper of one stack.
pub const MOST_PAGES: u32 = 4_000;

/// What is to be made.
#[derive(Debug, Clone)]
pub struct Stack<'a> {
    /// The language of the pages for the person who hands out. Handouts speak those of their own sources.
    pub pack: &'a Pack,
    /// What it consists of, in this order.
    pub piles: Vec<Pile<'a>>,
    /// What each person gets, in this order.
    pub forms: Vec<Form>,
    /// What it is printed on.
    pub paper: Paper,
    /// How it is printed.
    pub sides: Sides,
}

/// Handouts for people who are alike.
#[derive(Debug, Clone)]
pub struct Pile<'a> {
    /// What its handouts are made from.
    pub source: Source<'a>,
    /// Whom it fits. Stands on the first page of the stack and nowhere else.
    pub about: String,
    /// Whether nobody's answers are behind it: then questions to think about come first.
    pub is_blank: bool,
    /// For how many people, from 1 to [`MOST_COPIES`].
    pub copies: u32,
}

/// A stack whose pages are set: each handout once, however many copies there will be.
#[derive(Debug)]
pub struct Laid {
    title: String,
    contents: Handout,
    piles: Vec<LaidPile>,
    sides: Sides,
    forms: u32,
}

#[derive(Debug)]
struct LaidPile {
    separator: Handout,
    /// What each person gets.
    parts: Vec<Handout>,
    copies: u32,
}

/// A sheet and its pages.
#[derive(Debug)]
struct Handout {
    /// Its title, language and words. Its blocks are on the pages.
    sheet: Sheet,
    pages: Vec<Packed>,
}

impl Stack<'_> {
    /// Sets every page once. Asks before each handout whether to go on.
    ///
    /// # Errors
    /// When there is nothing to set, when there would be too much of it, or when it was stopped.
    pub fn lay_out(&self, mut go_on: impl FnMut() -> ControlFlow<()>) -> Result<Laid, Error> {
        self.checked()?;

        let mut piles = Vec::new();
        let mut heaps = Vec::new();

        for (pile, number) in self.piles.iter().zip(0..) {
            let (parts, handouts): (Vec<Part>, Vec<Handout>) = self.handouts(pile, &mut go_on)?.into_iter().unzip();
            let sheets = handouts.iter().map(|handout| self.sides.sheets(handout.pages.len()));
            let heap = heap(pile, number, parts.into_iter().zip(sheets).collect());
            let separator = handing::separator(self.pack, &heap);

            piles.push(LaidPile {
                separator: self.set(separator),
                parts: handouts,
                copies: pile.copies,
            });
            heaps.push(heap);
        }

        let contents = handing::contents(self.pack, &heaps, self.sides == Sides::Two);

        Laid {
            title: handing::title(self.pack),
            contents: self.set(contents),
            piles,
            sides: self.sides,
            forms: u32::try_from(self.forms.len()).unwrap_or(u32::MAX),
        }
        .checked()
    }

    /// What can be said before anything is set.
    fn checked(&self) -> Result<(), Error> {
        let wrong = self.piles.iter().find(|pile| !(1..=MOST_COPIES).contains(&pile.copies));

        match wrong {
            _ if self.piles.is_empty() => Err(Error::NoPile),
            _ if self.forms.is_empty() => Err(Error::NoForm),
            Some(pile) => Err(Error::Copies { asked: pile.copies }),
            None => Ok(()),
        }
    }

    /// What each person of a pile gets, set on pages.
    fn handouts(
        &self,
        pile: &Pile<'_>,
        go_on: &mut impl FnMut() -> ControlFlow<()>,
    ) -> Result<Vec<(Part, Handout)>, Error> {
        let mut handouts = Vec::new();

        for part in self.parts(pile) {
            if go_on().is_break() {
                return Err(Error::Stopped);
            }

            handouts.push((part, self.handout(pile, part)));
        }

        Ok(handouts)
    }

    /// What each person of a pile gets.
    fn parts(&self, pile: &Pile<'_>) -> Vec<Part> {
        let worksheet = pile.is_blank.then_some(Part::Worksheet);
        let forms = self.forms.iter().copied().map(Part::Form);

        worksheet.into_iter().chain(forms).collect()
    }

    fn handout(&self, pile: &Pile<'_>, part: Part) -> Handout {
        self.set(match part {
            Part::Worksheet => handing::blank(pile.source.pack),
            Part::Form(form) => sheet::make(&pile.source, form, Level::Safe),
        })
    }

    fn set(&self, mut sheet: Sheet) -> Handout {
        let pages = print::pages(&sheet, self.paper).map(Packed::new).collect();

        sheet.blocks = Vec::new();
        Handout { sheet, pages }
    }
}

/// What is said of the pile with that number, counted from 0, on the pages for the trainer.
fn heap(pile: &Pile<'_>, number: usize, parts: Vec<(Part, u32)>) -> Heap {
    let translation = pile.source.pack.translation.as_ref();

    Heap {
        letter: letter(number),
        about: pile.about.clone(),
        status: translation.map(|translation| translation.status),
        people: pile.copies,
        parts,
    }
}

/// What the pile with that number is called, counted from 0: A to Z, then AA.
pub fn letter(number: usize) -> String {
    let last = char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));

    match (number / 26).checked_sub(1) {
        Some(before) => format!("{}{last}", letter(before)),
        None => last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_the_last() {
        let letters: Vec<_> = [0, 1, 25, 26, 27, 51, 52, 701, 702].map(letter).into();

        assert_eq!(letters, ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    }
}
