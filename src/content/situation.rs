//! What to do when something has happened: the first hour, the first day, the first week.
//!
//! Situations stand beside the plan and need none: whoever never answered a question can read them. Only
//! what stands behind the legal gate waits for an answer.
use super::id::{SituationId, SourceId};
use super::{Confidence, Date, Gate};

/// Something that can have happened, and what helps then. In a pack it looks like this:
///
/// ```toml
/// [[situation]]
/// id = "device-stolen"
/// title = "A device was stolen or lost"
/// about = "Only when you are sure that no police has it."
/// careful = "Not sure? Then a lawyer comes first."     # required with a gated line
/// see = ["device-taken"]                               # other situations
/// reviewed = 2026-11-21
/// [[situation.hour]]                                   # then [[situation.day]], [[situation.week]]
/// do = "Mark it as lost."                              # at most 140 characters
/// why = "Only for a thief."
/// gate = "legal"                                       # required where words delete, wipe, hide …
/// gate_why = "It changes a device that may be evidence."
/// confidence = "medium"
/// sources = ["pg-ios"]                                 # at least one a line
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// Permanent name.
    pub id: SituationId,
    /// What happened, as somebody would say it.
    pub title: String,
    /// When it is this one, and not another one.
    pub about: String,
    /// What must not be done, and what can go wrong; empty when there is nothing to warn of.
    pub careful: String,
    /// What helps in the first hour, in this order. At least one.
    pub hour: Vec<Advice>,
    /// What helps on the first day. At least one.
    pub day: Vec<Advice>,
    /// What helps in the first week. At least one.
    pub week: Vec<Advice>,
    /// What else may fit, or comes next.
    pub see: Vec<SituationId>,
    /// When all of it was last looked at.
    pub reviewed: Date,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// What to do, at most 140 characters.
    pub does: String,
    /// Why, or when not; empty when it goes without saying.
    pub why: String,
    /// Which gate it stands behind.
    pub gate: Gate,
    /// Why it does or does not stand behind a gate; empty where the words destroy nothing.
    pub gate_why: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// Who says so.
    pub sources: Vec<SourceId>,
}

/// How soon something is done after it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Within {
    /// In the first hour.
    Hour,
    /// On the first day.
    Day,
    /// In the first week.
    Week,
}

impl Within {
    /// All of them, the soonest first.
    pub const ALL: [Self; 3] = [Self::Hour, Self::Day, Self::Week];
}

impl Situation {
    /// What helps within that time, in its order.
    pub fn within(&self, within: Within) -> &[Advice] {
        match within {
            Within::Hour => &self.hour,
            Within::Day => &self.day,
            Within::Week => &self.week,
        }
    }

    /// Everything that helps, the soonest first.
    pub fn advice(&self) -> impl Iterator<Item = &Advice> {
        Within::ALL.into_iter().flat_map(|within| self.within(within))
    }
}
