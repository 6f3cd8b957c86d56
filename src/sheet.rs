//! What a printed thing contains, as plain data: blocks one below the other, no places, no sizes.
//!
//! A sheet is the last place where anything about a person could slip through, so what goes in is
//! decided here and nowhere later: `print` only sets what it is given. Equal sheets give equal files.
pub mod booklet;
pub mod card;
pub mod check_in;
pub mod code;
pub mod copy;
pub mod guide;
pub mod handing;
pub mod list;
pub mod quarter;
pub mod restore;

mod direction;
mod item;
mod law;
mod level;
mod order;
mod own;
mod tick;
mod worksheet;

use crate::content::Pack;
use crate::plan::Plan;
use crate::plan::progress::Progress;
use crate::{language, words};

pub use direction::Direction;
pub use level::Level;

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// What to do: first, by time, and a page for the pocket.
    List,
    /// The same in small type, without the reasons.
    Compact,
    /// The same in type of 18 points and more, without the reasons.
    Large,
    /// Cards for a wallet, to cut out.
    Card,
    /// One sheet to fold into a small book, for a pocket.
    Booklet,
    /// The pages of that book one after the other, to read on a screen.
    BookletRead,
    /// Four small handouts on a sheet, all alike.
    Quarter,
    /// Who waits, until when, then what: blanks for a hand, the same for everybody.
    CheckIn,
    /// What was changed, with room for how it was, and the way back.
    Restore,
    /// How to lead a workshop: made from the pack, the same for everybody.
    Guide,
}

impl Form {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::List,
        Self::Compact,
        Self::Large,
        Self::Card,
        Self::Booklet,
        Self::BookletRead,
        Self::Quarter,
        Self::CheckIn,
        Self::Restore,
        Self::Guide,
    ];

    /// Its name where it is typed, and in the name of a file: `list`, never what it is about.
    pub fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Compact => "compact",
            Self::Large => "large",
            Self::Card => "card",
            Self::Booklet => "booklet",
            Self::BookletRead => "booklet-read",
            Self::Quarter => "quarter",
            Self::CheckIn => "check-in",
            Self::Restore => "restore",
            Self::Guide => "guide",
        }
    }

    /// The levels at which it is made. What is there to be carried, or says nothing of anybody, is made at one.
    pub fn levels(self) -> &'static [Level] {
        match self {
            Self::List | Self::Compact | Self::Large | Self::Restore => &Level::ALL,
            Self::Card | Self::Booklet | Self::BookletRead | Self::Quarter | Self::CheckIn | Self::Guide => {
                &[Level::Safe]
            }
        }
    }

    /// Whether it is the same for everybody: then it is made without a look at the plan.
    pub fn is_for_everybody(self) -> bool {
        match self {
            Self::CheckIn | Self::Guide => true,
            Self::List
            | Self::Compact
            | Self::Large
            | Self::Card
            | Self::Booklet
            | Self::BookletRead
            | Self::Quarter
            | Self::Restore => false,
        }
    }

    /// Whether it is handed out by a trainer. What belongs to one person's own settings is not.
    pub fn is_handed_out(self) -> bool {
        match self {
            Self::List | Self::Compact | Self::Large | Self::Card | Self::Booklet | Self::Quarter | Self::CheckIn => {
                true
            }
            Self::BookletRead | Self::Restore | Self::Guide => false,
        }
    }
}

/// What a sheet is made from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The words.
    pub pack: &'a Pack,
    /// The plan whose items they are.
    pub plan: &'a Plan,
    /// What was ticked and noted; nothing where that is not known. Only [`Level::All`] looks at it.
    pub progress: Option<&'a Progress>,
}

impl<'a> Source<'a> {
    /// A plan of which nothing was ticked or noted.
    pub fn new(pack: &'a Pack, plan: &'a Plan) -> Self {
        Self {
            pack,
            plan,
            progress: None,
        }
    }

    /// The same with what was ticked and noted.
    pub fn with_progress(self, progress: &'a Progress) -> Self {
        Self {
            progress: Some(progress),
            ..self
        }
    }
}

/// The sheet of that form, with what `level` lets be on it. A form that is not made at that level is made safe.
pub fn make(source: &Source<'_>, form: Form, level: Level) -> Sheet {
    // Paper speaks the language of its pack, whatever the window speaks.
    words::within(&source.pack.lang, || made(source, form, level))
}

fn made(source: &Source<'_>, form: Form, level: Level) -> Sheet {
    let carry = |setting| Carry { level, setting };

    match form {
        Form::List => list::list(source, &carry(Setting::Normal)),
        Form::Compact => list::list(source, &carry(Setting::Compact)),
        Form::Large => list::list(source, &carry(Setting::Large)),
        Form::Card => card::card(source),
        Form::Booklet => booklet::booklet(source),
        Form::BookletRead => booklet::to_read(source),
        Form::Quarter => quarter::quarter(source),
        Form::CheckIn => check_in::check_in(source.pack),
        Form::Restore => restore::restore(source, &carry(Setting::Normal)),
        Form::Guide => guide::guide(source.pack),
    }
}

/// Stands for the name of what goes on, in [`Sheet::goes_on`].
pub const TITLE: &str = "{title}";

/// A printed thing, from its title to its last line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What it is called, on the page and in the window of whoever opens it. Neutral.
    pub title: String,
    /// The language of its words, such as `en`. It decides where lines begin, too.
    pub lang: String,
    /// How it is set in type.
    pub setting: Setting,
    /// The line at the head of each page; empty where there is none.
    pub head: String,
    /// The line at the foot of each page; `{page}` and `{pages}` stand for the two numbers.
    pub foot: String,
    /// What a screen reader says for a box to tick.
    pub tick: String,
    /// The line above the rest of something long that goes on in another column; [`TITLE`] stands for its name.
    /// Empty where nothing is said there.
    pub goes_on: String,
    /// What is on it, in the order of reading.
    pub blocks: Vec<Block>,
}

impl Sheet {
    /// Where its lines begin.
    pub fn direction(&self) -> Direction {
        Direction::of(&self.lang)
    }

    /// Blocks below that name, with what the level puts around them and the words that all sheets share.
    fn of(pack: &Pack, carry: &Carry, title: String, blocks: Vec<Block>) -> Self {
        let name = Block::Title(title.clone());
        let blocks = [name].into_iter().chain(carry.level.warning()).chain(blocks).collect();

        Self {
            title,
            lang: pack.lang.clone(),
            setting: carry.setting,
            head: carry.level.head(),
            foot: foot(pack, carry.level),
            tick: words::text("sheet-tick"),
            goes_on: words::text_with("sheet-goes-on", &[("title", TITLE.into())]),
            blocks,
        }
    }
}

/// The line at the foot, which says of a translation how sure it is.
fn foot(pack: &Pack, level: Level) -> String {
    match language::note(pack) {
        None => level.foot(),
        Some(status) => words::text_with(
            "language-foot",
            &[("foot", level.foot().into()), ("status", status.into())],
        ),
    }
}

/// How a sheet is set in type: how large, how close together, on what part of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// One column, generous boxes, reasons why.
    Normal,
    /// Two columns of small type, for one folded sheet in a pocket.
    Compact,
    /// One large letter and few words, to be seen in a pile.
    Separator,
    /// One column above square codes, which reach as far down as a printer does.
    Codes,
    /// One column of large type: nothing is smaller than 18 points.
    Large,
    /// For somebody who stands and reads, or writes by hand: larger type, high lines to write on.
    Roomy,
    /// Small pages of the size of a bank card, several on a sheet of paper, with marks to cut along.
    Cards,
    /// Eight small pages on a sheet that is folded to a book, and more of them behind.
    Booklet,
    /// Those small pages, each on its own.
    Panels,
    /// A small page, four times on a sheet.
    Quarter,
}

/// Whom a sheet is for, and how it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carry {
    /// Who may see it.
    pub level: Level,
    /// How it is set in type.
    pub setting: Setting,
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
    /// Square codes, on what is left of the page and on pages of their own. Only as the last block.
    Codes(Vec<code::Code>),
    /// As much as there is room for.
    Rest(Rest),
    /// What stands beside the lines to fold and to cut along. No part of what is read.
    Guides(Guides),
    /// What follows begins on a page of its own, in so many columns. A heading right behind it spans them.
    Page {
        /// At least one.
        columns: u8,
    },
}

/// As much as there is room for, from the first on. Where a form has room for all, nothing of it is left off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rest {
    /// What is wanted most comes first.
    pub parts: Vec<Part>,
    /// Where it goes on behind the sheet; `{count}` stands for how much of it.
    pub overleaf: String,
    /// Where some of it found no room; `{count}` stands for how much.
    pub more: String,
    /// What stands on a page that stays free.
    pub free: Vec<Block>,
}

/// Some of what is set where there is room. Each block is set whole or left off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Stands above what is set of it; repeated where it goes on elsewhere.
    pub heading: String,
    /// In their order.
    pub blocks: Vec<Block>,
}

/// What stands beside the lines to fold and to cut along, as short as can be. Empty where there is no such line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guides {
    /// Beside a line to fold along.
    pub fold: String,
    /// Beside a line to cut along.
    pub cut: String,
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
