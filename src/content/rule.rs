//! Conditions: flat lists of answers, nothing more.
//!
//! No expression language: trainers write these, and "why is this here?" is the list of entries that
//! matched. Every entry is yes, no, assumed (a skipped question must count as this answer) or unknown.
use super::id::{ChoiceId, DecisionId, GroupId, OptionId, QuestionId};

use std::fmt;

/// One answer to one question, written `question.choice`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChoiceRef {
    /// The question that is asked.
    pub question: QuestionId,
    /// The answer that is meant.
    pub choice: ChoiceId,
}

/// One side of one decision, written `decision.option`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OptionRef {
    /// The decision that is open.
    pub decision: DecisionId,
    /// The side that is meant.
    pub option: OptionId,
}

/// What a condition can look at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// An answer.
    Choice(ChoiceRef),
    /// A side of a decision.
    Option(OptionRef),
    /// Any answer of a named list, written `@name`.
    Group(GroupId),
}

impl fmt::Display for ChoiceRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.question, self.choice)
    }
}

impl fmt::Display for OptionRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.decision, self.option)
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Choice(entry) => write!(f, "{entry}"),
            Self::Option(entry) => write!(f, "{entry}"),
            Self::Group(group) => write!(f, "@{group}"),
        }
    }
}

/// What is known about an entry. Ordered from "no" to "yes".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// The person said otherwise, or was not asked because it cannot apply.
    No,
    /// The person skipped the question or does not know, and nothing needs to be assumed.
    Unknown,
    /// The person skipped the question or does not know, and the careful guess is yes.
    Assumed,
    /// The person said so.
    Yes,
}

impl Truth {
    /// Whether it counts where being careful means yes: shown, raised.
    pub fn counts(self) -> bool {
        self >= Self::Assumed
    }
}

/// Whoever knows what the person said.
pub trait Facts {
    /// What is known about `entry`.
    fn truth(&self, entry: &Entry) -> Truth;
}

/// An entry that made a condition hold, and whether it was only assumed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The entry as the pack wrote it.
    pub entry: Entry,
    /// True when the person did not say so and we assume it.
    pub assumed: bool,
}

/// When something is shown: `show_if_any`, `show_if_all`, `hide_if_any`. Empty lists ask nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conditions {
    /// At least one must count.
    pub any: Vec<Entry>,
    /// Every one must count.
    pub all: Vec<Entry>,
    /// Not one may be a plain yes.
    pub hide: Vec<Entry>,
}

impl Conditions {
    /// Whether nothing is asked at all.
    pub fn is_empty(&self) -> bool {
        self.any.is_empty() && self.all.is_empty() && self.hide.is_empty()
    }

    /// Whether it is shown. Assumed answers show; only plain answers hide.
    pub fn hold(&self, facts: &impl Facts) -> bool {
        (self.any.is_empty() || self.any.iter().any(|entry| facts.truth(entry).counts()))
            && self.all.iter().all(|entry| facts.truth(entry).counts())
            && !self.hide.iter().any(|entry| facts.truth(entry) == Truth::Yes)
    }

    /// The entries that made it hold, in the order of the pack.
    pub fn matches(&self, facts: &impl Facts) -> Vec<Match> {
        matches(self.any.iter().chain(&self.all), facts)
    }
}

/// The entries among `entries` that count, in their order.
pub fn matches<'a>(entries: impl Iterator<Item = &'a Entry>, facts: &impl Facts) -> Vec<Match> {
    entries
        .filter_map(|entry| {
            let truth = facts.truth(entry);

            truth.counts().then(|| Match {
                entry: entry.clone(),
                assumed: truth == Truth::Assumed,
            })
        })
        .collect()
}
