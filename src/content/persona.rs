//! Made-up people, with what must and must never be in their plan; and what a real one answered.
use super::Version;
use super::id::{DeviceId, MeasureId, PersonaId, QuestionId, ThreatId};
use super::rule::{ChoiceRef, OptionRef};

/// A made-up person: a valid answers file, plus a name and a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persona {
    /// The name of its file.
    pub id: PersonaId,
    /// What they are called.
    pub name: String,
    /// Who they are, in a line.
    pub about: String,
    /// What they answered.
    pub answers: Vec<ChoiceRef>,
    /// Questions that take any number, answered with none of them.
    pub none: Vec<QuestionId>,
    /// What they decided.
    pub decisions: Vec<OptionRef>,
    /// Where they disagree with the proposal: threat, likelihood, impact.
    pub weigh: Vec<(ThreatId, Option<u8>, Option<u8>)>,
    /// Which version of its system a device has, where they said so.
    pub versions: Vec<(DeviceId, Version)>,
    /// What must be in their plan.
    pub must: Vec<MeasureId>,
    /// What must never be in their plan.
    pub must_never: Vec<MeasureId>,
}
