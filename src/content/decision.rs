//! Real trade-offs: both sides are right for somebody, and the person picks.
use super::id::{DecisionId, MeasureId, OptionId};
use super::rule::Conditions;

/// A real trade-off: the person picks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Permanent name.
    pub id: DecisionId,
    /// The question it puts.
    pub asks: String,
    /// What stands behind it, in one or two sentences.
    pub about: String,
    /// When it is put at all.
    pub show: Conditions,
    /// The sides, at least two.
    pub options: Vec<Side>,
}

/// One side of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Permanent name within its decision.
    pub id: OptionId,
    /// What the person reads.
    pub label: String,
    /// What it gives.
    pub gives: String,
    /// What it costs.
    pub costs: String,
    /// The measures that only this side allows.
    pub allows: Vec<MeasureId>,
}

impl Decision {
    /// The side of that name.
    pub fn option(&self, id: &OptionId) -> Option<&Side> {
        self.options.iter().find(|option| &option.id == id)
    }
}
