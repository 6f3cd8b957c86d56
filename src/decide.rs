//! Decisions: where protection costs something real, and both sides stand beside each other.
//!
//! A side allows its measures once it is chosen. While a decision is open, or is not put at all, none of
//! them may be proposed; where a closed gate leaves one side alone, that side counts without being asked.
use crate::answers::Known;
use crate::content::id::{DecisionId, MeasureId, OptionId, ThreatId};
use crate::content::{Decision, Measure, Pack, Side};
use crate::risk::{Ledger, Level, Weighing};

use std::collections::BTreeMap;
use std::fmt;

/// A decision that is put to this person, chosen or not.
#[derive(Clone, PartialEq, Eq)]
pub struct Open {
    /// The decision.
    pub decision: DecisionId,
    /// The side that was picked.
    pub chosen: Option<OptionId>,
    /// What each side would do, in the order of the pack.
    pub sides: Vec<SideEffect>,
}

/// What one side of a decision would take away by itself, before anything else is done.
#[derive(Clone, PartialEq, Eq)]
pub struct SideEffect {
    /// The side.
    pub option: OptionId,
    /// The risk that its measures take away together.
    pub takes_away: u32,
    /// The threats it lessens, the worst first: before and after.
    pub threats: Vec<(ThreatId, Level, Level)>,
}

/// The decisions that are put, in the order of the pack.
pub fn decisions(pack: &Pack, known: &Known<'_>, weighing: &Weighing) -> Vec<Open> {
    let measures: BTreeMap<&MeasureId, &Measure> = pack.measures.iter().map(|measure| (&measure.id, measure)).collect();
    let ledger = Ledger::new(weighing);

    pack.decisions
        .iter()
        .filter(|decision| known.is_put(&decision.id))
        .map(|decision| Open {
            decision: decision.id.clone(),
            chosen: known.chosen(&decision.id).cloned(),
            sides: decision
                .options
                .iter()
                .map(|side| {
                    let allowed = side.allows.iter().filter_map(|id| measures.get(id).copied());
                    let doable: Vec<&Measure> = allowed.filter(|measure| known.fits(measure)).collect();

                    effect(side, &doable, &ledger, weighing)
                })
                .collect(),
        })
        .collect()
}

fn effect(side: &Side, doable: &[&Measure], ledger: &Ledger, weighing: &Weighing) -> SideEffect {
    let mut after = ledger.clone();

    for measure in doable {
        after.add(measure);
    }

    let threats = weighing
        .iter()
        .map(|weighed| (weighed.threat.clone(), weighed.level, after.left(&weighed.threat)))
        .filter(|(_, before, after)| before.risk() != after.risk())
        .collect();

    SideEffect {
        option: side.id.clone(),
        takes_away: ledger.gain(doable),
        threats,
    }
}

/// Which measures stand on a side of a decision, and whether that side was picked.
#[derive(Clone)]
pub struct Sides<'a> {
    /// For each measure on a side: is it allowed by every decision that names it?
    allowed: BTreeMap<&'a MeasureId, bool>,
}

impl<'a> Sides<'a> {
    /// Looks through the decisions of `pack` once.
    pub fn new(pack: &'a Pack, known: &Known<'_>) -> Self {
        let mut allowed = BTreeMap::new();

        for decision in &pack.decisions {
            for (measure, is_allowed) in allowed_by(decision, known) {
                *allowed.entry(measure).or_insert(true) &= is_allowed;
            }
        }

        Self { allowed }
    }

    /// Whether no decision stands in the way of the measure.
    pub fn allow(&self, measure: &MeasureId) -> bool {
        self.allowed.get(measure).copied().unwrap_or(true)
    }
}

/// The measures a decision names, each once, and whether the side that counts has it.
fn allowed_by<'a>(decision: &'a Decision, known: &Known<'_>) -> BTreeMap<&'a MeasureId, bool> {
    let side_allowed = known.allowed(&decision.id);
    let mut allowed = BTreeMap::new();

    for side in &decision.options {
        for measure in &side.allows {
            *allowed.entry(measure).or_insert(false) |= side_allowed == Some(&side.id);
        }
    }

    allowed
}

impl fmt::Debug for Open {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Open(..)")
    }
}

impl fmt::Debug for SideEffect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SideEffect(..)")
    }
}

impl fmt::Debug for Sides<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sides(..)")
    }
}
