//! What the person said: answers, decisions, and where they disagree with the proposal.
//!
//! Only keeps it. What follows from an answer, and whether its question is asked at all, is [`Known`]'s
//! business. Nothing here says anything in its `Debug`: a log must never tell what somebody answered.
mod known;

pub use known::{Known, LegalGate};

use crate::content::check::Findings;
use crate::content::id::{ChoiceId, DecisionId, DeviceId, OptionId, QuestionId, ThreatId};
use crate::content::{Pack, Persona, SourceFile, Version};

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The highest likelihood or impact that can be set.
pub const HIGHEST: u8 = 4;

/// Everything one person said. An answer whose question is no longer asked stays here, parked.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Answers {
    given: BTreeMap<QuestionId, Given>,
    decided: BTreeMap<DecisionId, OptionId>,
    weighed: BTreeMap<ThreatId, Weight>,
    versions: BTreeMap<DeviceId, Version>,
}

/// What was said to one question.
#[derive(Clone, PartialEq, Eq)]
pub enum Given {
    /// These answers; for a question that takes any number, none of them is an answer too.
    Chosen(BTreeSet<ChoiceId>),
    /// Skipped, or "I don't know".
    Unknown,
}

/// What the person set by themselves for a threat, from 0 to [`HIGHEST`]. It wins over the proposal.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Weight {
    /// How likely it is.
    pub likelihood: Option<u8>,
    /// How bad it would be.
    pub impact: Option<u8>,
}

impl Given {
    /// One answer, chosen.
    pub fn one(choice: ChoiceId) -> Self {
        Self::Chosen(BTreeSet::from([choice]))
    }
}

impl Answers {
    /// Keeps what was said to `question`, in place of what was said before.
    pub fn give(&mut self, question: QuestionId, given: Given) {
        self.given.insert(question, given);
    }

    /// Forgets what was said to `question`, and returns it.
    pub fn take_back(&mut self, question: &QuestionId) -> Option<Given> {
        self.given.remove(question)
    }

    /// What was said to `question`, also while it is parked.
    pub fn given(&self, question: &QuestionId) -> Option<&Given> {
        self.given.get(question)
    }

    /// Picks one side of a decision.
    pub fn decide(&mut self, decision: DecisionId, option: OptionId) {
        self.decided.insert(decision, option);
    }

    /// Opens a decision again, and returns the side it had.
    pub fn reopen(&mut self, decision: &DecisionId) -> Option<OptionId> {
        self.decided.remove(decision)
    }

    /// The side that was picked.
    pub fn decided(&self, decision: &DecisionId) -> Option<&OptionId> {
        self.decided.get(decision)
    }

    /// Sets likelihood and impact of a threat; values above [`HIGHEST`] become it, and an empty weight
    /// returns to the proposal.
    pub fn weigh(&mut self, threat: ThreatId, weight: Weight) {
        let weight = Weight {
            likelihood: weight.likelihood.map(|value| value.min(HIGHEST)),
            impact: weight.impact.map(|value| value.min(HIGHEST)),
        };

        if weight == Weight::default() {
            self.weighed.remove(&threat);
        } else {
            self.weighed.insert(threat, weight);
        }
    }

    /// What the person set for a threat; empty where they follow the proposal.
    pub fn weight(&self, threat: &ThreatId) -> Weight {
        self.weighed.get(threat).copied().unwrap_or_default()
    }

    /// Keeps which version of its system a device has; nothing forgets it. It changes no risk and no measure:
    /// only what is said beside the steps.
    pub fn set_version(&mut self, device: DeviceId, version: Option<Version>) {
        match version {
            Some(version) => self.versions.insert(device, version),
            None => self.versions.remove(&device),
        };
    }

    /// Which version of its system a device has, if that was said.
    pub fn version(&self, device: &DeviceId) -> Option<&Version> {
        self.versions.get(device)
    }

    /// Every version that was said, by the name of its device.
    pub fn all_versions(&self) -> impl Iterator<Item = (&DeviceId, &Version)> {
        self.versions.iter()
    }

    /// Every answer, parked ones included, by the name of its question.
    pub fn all_given(&self) -> impl Iterator<Item = (&QuestionId, &Given)> {
        self.given.iter()
    }

    /// Every decision with the side that was picked.
    pub fn all_decided(&self) -> impl Iterator<Item = (&DecisionId, &OptionId)> {
        self.decided.iter()
    }

    /// Every threat that the person weighed by themselves.
    pub fn all_weighed(&self) -> impl Iterator<Item = (&ThreatId, Weight)> {
        self.weighed.iter().map(|(threat, weight)| (threat, *weight))
    }

    /// Whether nothing was said at all.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty() && self.decided.is_empty() && self.weighed.is_empty() && self.versions.is_empty()
    }

    /// Reads a file of answers that is meant for `pack`: the same tables as a persona's.
    ///
    /// # Errors
    /// When there is an error, such as an answer the pack does not have, with every finding at once.
    pub fn read(pack: &Pack, file: &SourceFile) -> Result<Self, Findings> {
        Persona::read(pack, file).map(|person| Self::of(&person))
    }

    /// What a made-up person said. Questions they do not mention count as skipped.
    pub fn of(persona: &Persona) -> Self {
        let mut answers = Self::default();

        for question in &persona.none {
            answers.give(question.clone(), Given::Chosen(BTreeSet::new()));
        }

        for entry in &persona.answers {
            let given = answers.given.entry(entry.question.clone()).or_insert(Given::Unknown);

            match given {
                Given::Chosen(choices) => {
                    choices.insert(entry.choice.clone());
                }
                Given::Unknown => *given = Given::one(entry.choice.clone()),
            }
        }

        for entry in &persona.decisions {
            answers.decide(entry.decision.clone(), entry.option.clone());
        }

        for (threat, likelihood, impact) in &persona.weigh {
            answers.weigh(
                threat.clone(),
                Weight {
                    likelihood: *likelihood,
                    impact: *impact,
                },
            );
        }

        for (device, version) in &persona.versions {
            answers.set_version(device.clone(), Some(version.clone()));
        }

        answers
    }
}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answers(..)")
    }
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Given(..)")
    }
}

impl fmt::Debug for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Weight(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(name: &str) -> ChoiceId {
        ChoiceId::new(name).expect("a valid id")
    }

    #[test]
    fn debug_says_nothing() {
        let mut answers = Answers::default();
        let question = QuestionId::new("worry").expect("a valid id");
        let threat = ThreatId::new("taken").expect("a valid id");

        answers.give(question.clone(), Given::one(choice("police")));
        answers.weigh(
            threat.clone(),
            Weight {
                likelihood: Some(3),
                impact: None,
            },
        );

        let said = format!(
            "{answers:?} {:?} {:?}",
            answers.given(&question),
            answers.weight(&threat)
        );

        assert!(
            !said.contains("police") && !said.contains("worry") && !said.contains('3'),
            "{said}"
        );
    }

    #[test]
    fn a_weight_stays_on_the_scale_and_an_empty_one_is_forgotten() {
        let mut answers = Answers::default();
        let threat = ThreatId::new("taken").expect("a valid id");

        answers.weigh(
            threat.clone(),
            Weight {
                likelihood: Some(9),
                impact: None,
            },
        );
        assert_eq!(answers.weight(&threat).likelihood, Some(HIGHEST));

        answers.weigh(threat, Weight::default());
        assert!(answers.is_empty());
    }
}
