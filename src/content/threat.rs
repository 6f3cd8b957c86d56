//! What could happen, and what makes it more or less likely or grave.
//!
//! Numbers before any answer; what they become is the business of `risk`.
use super::id::ThreatId;
use super::rule::Entry;

/// Something that could happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threat {
    /// Permanent name.
    pub id: ThreatId,
    /// Who could do it, such as `police`.
    pub who: String,
    /// What would happen, in one line.
    pub title: String,
    /// One or two sentences more.
    pub about: String,
    /// Articles of the UN Convention against Cybercrime, where it applies.
    pub articles: Vec<String>,
    /// Before any answer: 0 ruled out to 4 expected.
    pub likelihood: u8,
    /// Before any answer: 0 none to 4 grave, for others too.
    pub impact: u8,
    /// What makes it more or less likely or grave.
    pub shifts: Vec<Shift>,
}

/// An answer that moves a threat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// Fires when any of these counts.
    pub any: Vec<Entry>,
    /// Fires when all of these count.
    pub all: Vec<Entry>,
    /// Fires when each of these is a plain no. Only for shifts that lower or rule out.
    pub none: Vec<Entry>,
    /// Added to the likelihood.
    pub likelihood: i8,
    /// Added to the impact.
    pub impact: i8,
    /// Likelihood becomes 0.
    pub rules_out: bool,
    /// The reason in the person's words, such as "You worry about the police."
    pub because: String,
}
