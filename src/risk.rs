//! Threats weighed against the answers, each with its reasons.
//!
//! Whole numbers only: all shifts are added up first and kept on the scale once, so that every number
//! can be recomputed by hand. What the person set wins, and is kept apart from the proposal.
mod ledger;

pub use ledger::{Ledger, Line};

use crate::answers::{Answers, Known};
use crate::content::id::ThreatId;
use crate::content::rule::{Entry, Facts, Match, Truth, matches};
use crate::content::{Pack, Shift, Threat};

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;

/// How likely, and how bad.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Level {
    /// From 0, ruled out, to 4, expected.
    pub likelihood: u8,
    /// From 0, none, to 4, grave for others too.
    pub impact: u8,
}

/// How much risk that is, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// 0.
    None,
    /// 1 to 3.
    Low,
    /// 4 to 7.
    Medium,
    /// 8 to 11.
    High,
    /// 12 to 16.
    Severe,
}

impl Level {
    /// Likelihood times impact, from 0 to 16.
    pub fn risk(self) -> u8 {
        self.likelihood.saturating_mul(self.impact)
    }

    /// The risk in words.
    pub fn band(self) -> Band {
        match self.risk() {
            0 => Band::None,
            1..=3 => Band::Low,
            4..=7 => Band::Medium,
            8..=11 => Band::High,
            _ => Band::Severe,
        }
    }
}

/// A reason: an answer that moved a threat, or put a measure on the list.
#[derive(Clone, PartialEq, Eq)]
pub struct Because {
    /// The reason, in the person's words.
    pub text: String,
    /// The answers behind it; empty when it rests on what was denied.
    pub matches: Vec<Match>,
    /// Added to the likelihood.
    pub likelihood: i8,
    /// Added to the impact.
    pub impact: i8,
    /// The likelihood became 0.
    pub rules_out: bool,
}

impl Because {
    /// Whether the person said none of it: "You did not say; we assume …".
    pub fn is_assumed(&self) -> bool {
        !self.matches.is_empty() && self.matches.iter().all(|entry| entry.assumed)
    }
}

/// A threat as it stands for one person.
#[derive(Clone, PartialEq, Eq)]
pub struct Weighed {
    /// The threat.
    pub threat: ThreatId,
    /// Before any answer.
    pub base: Level,
    /// What the answers propose.
    pub proposed: Level,
    /// What counts: the proposal, or what the person set.
    pub level: Level,
    /// The person set the likelihood or the impact by themselves.
    pub is_moved: bool,
    /// An answer ruled it out; the person may still have set it.
    pub ruled_out: bool,
    /// What moved it, in the order of the pack.
    pub because: Vec<Because>,
}

/// All threats, the worst first.
#[derive(Clone, PartialEq, Eq)]
pub struct Weighing {
    threats: Vec<Weighed>,
    index: BTreeMap<ThreatId, usize>,
}

impl Weighing {
    /// The threats by risk, then impact, then name; the worst first.
    pub fn iter(&self) -> impl Iterator<Item = &Weighed> {
        self.threats.iter()
    }

    /// The threat of that name.
    pub fn get(&self, threat: &ThreatId) -> Option<&Weighed> {
        self.index.get(threat).and_then(|at| self.threats.get(*at))
    }
}

/// Weighs every threat of `pack`.
pub fn weigh(pack: &Pack, known: &Known<'_>, answers: &Answers) -> Weighing {
    let mut threats: Vec<Weighed> = pack
        .threats
        .iter()
        .map(|threat| weigh_one(threat, known, answers))
        .collect();

    threats.sort_by(|a, b| {
        let key = |weighed: &Weighed| Reverse((weighed.level.risk(), weighed.level.impact));

        key(a).cmp(&key(b)).then_with(|| a.threat.cmp(&b.threat))
    });

    let index = threats
        .iter()
        .enumerate()
        .map(|(at, weighed)| (weighed.threat.clone(), at))
        .collect();

    Weighing { threats, index }
}

fn weigh_one(threat: &Threat, known: &Known<'_>, answers: &Answers) -> Weighed {
    let because: Vec<Because> = threat.shifts.iter().filter_map(|shift| fire(shift, known)).collect();
    let ruled_out = because.iter().any(|reason| reason.rules_out);

    let sum = |base: u8, shifts: &dyn Fn(&Because) -> i8| {
        let sum: i32 = because.iter().map(|reason| i32::from(shifts(reason))).sum();

        // On the scale by the clamp, so the cast loses nothing.
        (i32::from(base) + sum).clamp(0, 4) as u8
    };

    let proposed = Level {
        likelihood: if ruled_out {
            0
        } else {
            sum(threat.likelihood, &|reason| reason.likelihood)
        },
        impact: sum(threat.impact, &|reason| reason.impact),
    };
    let own = answers.weight(&threat.id);

    Weighed {
        threat: threat.id.clone(),
        base: Level {
            likelihood: threat.likelihood,
            impact: threat.impact,
        },
        proposed,
        level: Level {
            likelihood: own.likelihood.unwrap_or(proposed.likelihood),
            impact: own.impact.unwrap_or(proposed.impact),
        },
        is_moved: own.likelihood.is_some() || own.impact.is_some(),
        ruled_out,
        because,
    }
}

/// The reason a shift gives, when it fires. One that lowers needs plain answers; one that raises is
/// content with assumed ones. One without any condition never fires: it would have no reason.
fn fire(shift: &Shift, known: &Known<'_>) -> Option<Because> {
    let lowers = shift.likelihood < 0 || shift.impact < 0 || shift.rules_out;
    let counts = |entry: &Entry| {
        let truth = known.truth(entry);

        if lowers { truth == Truth::Yes } else { truth.counts() }
    };
    let is_denied = |entry: &Entry| known.truth(entry) == Truth::No;

    let has_condition = !(shift.any.is_empty() && shift.all.is_empty() && shift.none.is_empty());
    let fires = has_condition
        && (shift.any.is_empty() || shift.any.iter().any(counts))
        && shift.all.iter().all(counts)
        && shift.none.iter().all(is_denied);

    let mut behind = matches(shift.any.iter().chain(&shift.all), known);

    behind.retain(|entry| !(lowers && entry.assumed));

    fires.then(|| Because {
        text: shift.because.clone(),
        matches: behind,
        likelihood: shift.likelihood,
        impact: shift.impact,
        rules_out: shift.rules_out,
    })
}

impl fmt::Debug for Because {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Because(..)")
    }
}

impl fmt::Debug for Weighed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Weighed(..)")
    }
}

impl fmt::Debug for Weighing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Weighing(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_risk_is_likelihood_times_impact() {
        let level = Level {
            likelihood: 3,
            impact: 4,
        };

        assert_eq!(level.risk(), 12);
        assert_eq!(level.band(), Band::Severe);
        assert_eq!(Level::default().band(), Band::None);
    }

    #[test]
    fn a_reason_is_assumed_only_when_nothing_of_it_was_said() {
        let found = |assumed| Match {
            entry: Entry::Group(crate::content::id::GroupId::new("phone").expect("a valid id")),
            assumed,
        };
        let reason = |matches| Because {
            text: "You carry a phone.".to_owned(),
            matches,
            likelihood: 1,
            impact: 0,
            rules_out: false,
        };

        assert!(reason(vec![found(true), found(true)]).is_assumed());
        assert!(!reason(vec![found(true), found(false)]).is_assumed());
        assert!(!reason(Vec::new()).is_assumed(), "it rests on what was denied");
    }
}
