//! What is wrong with a pack: every problem at once, each with its place and what was probably meant.
//!
//! A [`Finding`] can be shown in one line (`Display`) or with the lines around it
//! ([`Findings::render`]). An error refuses the pack; a warning only asks to look again.
mod advice;
mod after;
mod code;
mod flow;
mod ids;
mod languages;
mod law;
mod lines;
mod names;
mod nearest;
mod order;
mod people;
mod reach;
mod render;
mod shown;
mod sink;
mod uses;
mod words;

pub use code::Code;

pub(super) use nearest::nearest;
pub(super) use sink::{At, Sink, Speaker, Words};

use super::schema::{Draft, Spot};
use super::{Pack, Persona};
use names::Names;

use std::fmt;
use std::ops::Range;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The pack cannot be used.
    Error,
    /// The pack can be used, and somebody should look.
    Warning,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// One problem in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which rule it breaks.
    pub code: Code,
    /// How much it matters.
    pub level: Level,
    /// The name of the file, as it was given.
    pub file: String,
    /// Where it is in that file, in bytes.
    pub span: Range<usize>,
    /// The line it starts on, from 1.
    pub line: usize,
    /// The character of that line it starts on, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What was probably meant, or what to do; empty when there is nothing to say.
    pub help: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            code,
            level,
            file,
            line,
            column,
            message,
            ..
        } = self;

        write!(f, "{file}:{line}:{column}: {level}[{code}]: {message}")
    }
}

/// Every problem of a pack, in the order of its files and lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    list: Vec<Finding>,
}

impl Findings {
    /// The findings, in the order of files and lines.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.list.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether one of them refuses the pack.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|finding| finding.level == Level::Error)
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.list {
            writeln!(f, "{finding}")?;
        }

        Ok(())
    }
}

impl std::error::Error for Findings {}

/// Looks at what the entries of a pack say about each other.
pub(super) fn pack(draft: &mut Draft<'_>, sink: &mut Sink<'_>) {
    languages::look(draft, sink);

    let names = Names::new(&draft.pack);
    let draft = &*draft;
    let uses = uses::uses(draft);

    ids::given(draft, sink);
    ids::named(draft, &names, &uses, sink);
    flow::look(draft, &names, &uses, sink);
    shown::look(draft, &names, sink);
    advice::look(draft, &names, sink);
    law::look(draft, sink);
    after::look(draft, &names, sink);
    order::look(draft, &names, sink);

    for (person, spot) in draft.pack.personas.iter().zip(&draft.personas) {
        people::look(person, spot, &names, sink);
    }

    words::look(draft, sink);
}

/// Looks at what somebody's answers say about a pack.
pub(super) fn person(pack: &Pack, person: &Persona, spot: &Spot<'_>, sink: &mut Sink<'_>) {
    people::look(person, spot, &Names::new(pack), sink);
}
