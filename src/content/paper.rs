//! What is there to be printed or looked up: sources, cards, the run sheet, terms, ids that are gone.
use super::id::{CardId, SourceId, TermId};
use super::rule::Conditions;
use super::{Date, Reveals};

/// Who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Permanent name.
    pub id: SourceId,
    /// What it is called.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Where it is; inert text, never opened.
    pub url: String,
    /// When it was published or last changed.
    pub date: Date,
}

/// A short text for paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Permanent name.
    pub id: CardId,
    /// Its heading.
    pub title: String,
    /// When it is shown.
    pub show: Conditions,
    /// One short line each.
    pub lines: Vec<String>,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// What it tells a stranger; not empty keeps it off safe-to-carry paper.
    pub reveals: Vec<Reveals>,
}

/// One step of a trainer's run sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideStep {
    /// What it is called.
    pub title: String,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// What is needed for it.
    pub materials: Vec<String>,
    /// What to say and do.
    pub say: Vec<String>,
    /// What people object, and an answer.
    pub objections: Vec<String>,
}

/// A term and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Permanent name.
    pub id: TermId,
    /// The term, and other spellings of it.
    pub words: Vec<String>,
    /// What it means, in a sentence a fourteen-year-old understands.
    pub means: String,
}

/// An id that is gone. Old files that name it still read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retired {
    /// The id, such as `measure:old-name`.
    pub id: String,
    /// What it was called, for whoever still has it in a plan; empty when it was no advice.
    pub title: String,
    /// What to read instead; empty when nothing replaced it.
    pub replaced_by: String,
    /// Why it went.
    pub why: String,
}
