//! What a printed thing contains, as plain data: blocks one below the other, no places, no sizes.
//!
//! A sheet is the last place where anything about a person could slip through, so what goes in is
//! decided here and nowhere later: `print` only sets what it is given. Equal sheets give equal files.
pub mod list;
pub mod restore;

mod item;
mod law;
mod order;

use crate::content::Pack;
use crate::words;

/// A printed thing, from its title to its last line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What it is called, on the page and in the window of whoever opens it. Neutral.
    pub title: String,
    /// The language of its words, such as `en`.
    pub lang: String,
    /// How close together things stand.
    pub density: Density,
    /// The line at the foot of each page; `{page}` and `{pages}` stand for the two numbers.
    pub foot: String,
    /// What a screen reader says for a box to tick.
    pub tick: String,
    /// What is on it, in the order of reading.
    pub blocks: Vec<Block>,
}

impl Sheet {
    /// Blocks on a sheet of that name, with the foot and the words that all sheets share.
    fn of(pack: &Pack, carry: &Carry, title: String, blocks: Vec<Block>) -> Self {
        Self {
            title,
            lang: pack.lang.clone(),
            density: carry.density,
            foot: words::text_with("sheet-foot", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
            tick: words::text("sheet-tick"),
            blocks,
        }
    }
}

/// How close together things stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Density {
    /// One column, generous boxes, reasons why.
    Normal,
    /// Two columns of small type, for one folded sheet in a pocket.
    Compact,
}

/// What is set for one reader: who may see it decides what may be on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Could belong to anyone: only items that reveal nothing. Place, kinds of device and language may
    /// show; of answers, reasons, decisions and risks, nothing.
    Safe,
}

/// Whom a sheet is for, and how much fits on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carry {
    /// Who may see it.
    pub level: Level,
    /// How close together things stand.
    pub density: Density,
}

/// One thing on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The name of the whole sheet. Once, at the top.
    Title(String),
    /// What to know before reading on, below the title.
    Lead(String),
    /// Begins a part, and never ends a page.
    Heading(String),
    /// Begins a part of a part, and never ends a page.
    Subheading(String),
    /// A few sentences.
    Paragraph(String),
    /// A few sentences behind a word in bold.
    Said(Said),
    /// Short lines, each behind a dash.
    Points(Vec<String>),
    /// Something to do, with its box.
    Item(Item),
    /// Room to write by hand, one line behind each label.
    Blanks(Vec<String>),
    /// Small print.
    Small(String),
    /// What follows begins on a page of its own, in so many columns. A heading right behind it spans them.
    Page {
        /// At least one.
        columns: u8,
    },
}

/// A few sentences behind a word in bold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The word in bold.
    pub label: String,
    /// The sentences.
    pub text: String,
    /// A line of small print below; empty when there is none.
    pub noted: String,
}

/// Something to do, with its box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What to do.
    pub title: String,
    /// Beside the title: how long it takes.
    pub aside: String,
    /// Why, in a sentence or two; empty when there is no room for it.
    pub why: String,
    /// How, one a device.
    pub ways: Vec<Way>,
    /// What else to know: when to be careful, what to do instead.
    pub also: Vec<Said>,
    /// Room to write by hand, one line behind each label, that belongs to this very item.
    pub blanks: Vec<String>,
}

/// How something is done on one device, or by the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The device; empty for the person, and when it goes without saying.
    pub on: String,
    /// Whether it has a small box of its own, beside others.
    pub has_box: bool,
    /// One line a step.
    pub steps: Vec<String>,
    /// How to see that it worked, and what else belongs to the steps.
    pub also: Vec<Said>,
    /// When and on what it was looked at.
    pub noted: String,
}
