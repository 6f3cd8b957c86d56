//! Why a measure is on the list, in the person's own answers.
//!
//! Made of the pack's words alone: the question with the answer that was given, and the reasons of the
//! threats that the measure lessens.
use crate::answers::Known;
use crate::content::id::{DecisionId, QuestionId};
use crate::content::rule::{ChoiceRef, Entry, Match, OptionRef, Truth};
use crate::content::{Decision, Measure, Pack, Question};
use crate::risk::{Because, Weighing};

use std::collections::{BTreeMap, BTreeSet};

/// Everything looked up that reasons are made of.
pub(super) struct Reasons<'a> {
    known: &'a Known<'a>,
    weighing: &'a Weighing,
    questions: BTreeMap<&'a QuestionId, &'a Question>,
    decisions: BTreeMap<&'a DecisionId, &'a Decision>,
}

impl<'a> Reasons<'a> {
    pub(super) fn new(pack: &'a Pack, known: &'a Known<'a>, weighing: &'a Weighing) -> Self {
        Self {
            known,
            weighing,
            questions: pack.questions.iter().map(|question| (&question.id, question)).collect(),
            decisions: pack.decisions.iter().map(|decision| (&decision.id, decision)).collect(),
        }
    }

    /// Every reason once: what showed it, then what raised the threats that it lessens, the worst first.
    /// Plain answers come before assumed ones.
    pub(super) fn of(&self, measure: &Measure) -> Vec<Because> {
        let shown = measure
            .show
            .matches(self.known)
            .into_iter()
            .flat_map(|found| self.shown_by(&found));

        let mut threats: Vec<_> = measure
            .cuts
            .iter()
            .filter_map(|cut| self.weighing.get(&cut.threat))
            .collect();

        threats.sort_by_key(|weighed| std::cmp::Reverse((weighed.level.risk(), weighed.level.impact)));

        let raised = threats
            .into_iter()
            .flat_map(|weighed| &weighed.because)
            .filter(|reason| reason.likelihood > 0 || reason.impact > 0)
            .cloned();

        let mut texts = BTreeSet::new();
        let mut reasons: Vec<Because> = shown
            .chain(raised)
            .filter(|reason| texts.insert(reason.text.clone()))
            .collect();

        reasons.sort_by_key(Because::is_assumed);
        reasons
    }

    fn shown_by(&self, found: &Match) -> Vec<Because> {
        match &found.entry {
            Entry::Option(side) => self
                .side(side)
                .map(|text| because(text, found.clone()))
                .into_iter()
                .collect(),
            Entry::Choice(_) | Entry::Group(_) => self
                .known
                .answers_behind(&found.entry)
                .into_iter()
                .filter_map(|(answer, truth)| {
                    let text = self.answer(&answer)?;
                    let entry = Entry::Choice(answer);

                    Some(because(
                        text,
                        Match {
                            entry,
                            assumed: truth == Truth::Assumed,
                        },
                    ))
                })
                .collect(),
        }
    }

    fn answer(&self, answer: &ChoiceRef) -> Option<String> {
        let question = self.questions.get(&answer.question)?;
        let choice = question.choice(&answer.choice)?;

        Some(format!("{} {}", question.asks, choice.label))
    }

    fn side(&self, side: &OptionRef) -> Option<String> {
        let decision = self.decisions.get(&side.decision)?;
        let option = decision.option(&side.option)?;

        Some(format!("{} {}", decision.asks, option.label))
    }
}

fn because(text: String, found: Match) -> Because {
    Because {
        text,
        matches: vec![found],
        likelihood: 0,
        impact: 0,
        rules_out: false,
    }
}
