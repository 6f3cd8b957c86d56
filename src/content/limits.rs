//! Every number a pack must stay under, and why.
//!
//! Two sorts: what keeps a stranger's file from costing the reader time or memory, and what keeps a
//! text readable on a card or for somebody tired. Lengths of words are in characters, not bytes.

/// The bytes of one file. A whole pack of a thousand long items stays far below.
pub const FILE: usize = 1024 * 1024;

/// The bytes of all files of a pack together, so that many small files are no way around [`FILE`].
pub const PACK: usize = 8 * FILE;

/// The files of a pack: one a topic, a language or a person.
pub const FILES: usize = 200;

/// The bytes of one line. Longer ones are nobody's prose, and cost a renderer dearly.
pub const LINE: usize = 64 * 1024;

/// How deep tables and lists may stand in each other. Ours need four.
pub const NESTING: usize = 8;

/// The entries of one table of a pack, such as measures.
pub const ENTRIES: usize = 2_000;

/// The languages of one pack that stand in one file.
pub const LANGUAGES: usize = 50;

/// The items of one list, such as the steps of a measure.
pub const ITEMS: usize = 200;

/// The entries of one condition. Whoever needs more names them in a group.
pub const CONDITION: usize = 40;

/// The bytes of all words of a pack together.
pub const WORDS: usize = 1024 * 1024;

/// The findings that are kept. Whoever has more than this mends the first ones first.
pub const FINDINGS: usize = 1_000;

/// A title, a label, a name: one or two lines on a narrow window.
pub const TITLE: usize = 200;

/// A paragraph.
pub const TEXT: usize = 4_000;

/// The short form of a measure: one line of a pocket card.
pub const SHORT: usize = 60;

/// What a place's rule says on a card: two lines of a pocket card.
pub const CARD: usize = 90;

/// One step, or one line for paper: what can be held in mind while doing it.
pub const STEP: usize = 140;

/// The words of one sentence, before it is hard to follow. Going over is a warning.
pub const SENTENCE: usize = 30;

/// The minutes of one measure: a week of evenings.
pub const MINUTES: u16 = 10_080;

/// The points of a budget, far above the sum of any plan.
pub const POINTS: u32 = 1_000;

/// A likelihood or an impact, from 0 to this.
pub const RATING: u8 = 4;

/// Joiners and direction marks in a row. More of them are never a language.
pub const JOINERS: usize = 2;

/// Marks on one letter. Living languages stay below; more of them cover the lines around.
pub const MARKS: usize = 8;
