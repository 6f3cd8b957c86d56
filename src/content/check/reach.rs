//! Which conditions can hold at all, and which always do.
//!
//! Careful in one direction: it says "never" and "always" only where that is certain.
use super::names::Names;
use crate::content::id::{DecisionId, QuestionId};
use crate::content::rule::{ChoiceRef, Conditions, Entry};
use crate::content::{Kind, Pack};

use std::collections::BTreeSet;

/// What can be reached in a pack.
pub(super) struct Reach<'a> {
    names: &'a Names<'a>,
    asked: BTreeSet<&'a QuestionId>,
    /// How many questions were followed already. Looking beyond has its own finding.
    followed: usize,
    put: BTreeSet<&'a DecisionId>,
}

impl<'a> Reach<'a> {
    /// Follows the questions and then the decisions in their order.
    pub(super) fn new(pack: &'a Pack, names: &'a Names<'a>) -> Self {
        let mut reach = Self {
            names,
            asked: BTreeSet::new(),
            followed: 0,
            put: BTreeSet::new(),
        };

        for question in &pack.questions {
            if reach.can_hold(&question.show) {
                reach.asked.insert(&question.id);
            }

            reach.followed += 1;
        }

        for decision in &pack.decisions {
            if reach.can_hold(&decision.show) {
                reach.put.insert(&decision.id);
            }
        }

        reach
    }

    /// Whether the question is asked of somebody.
    pub(super) fn is_asked(&self, id: &QuestionId) -> bool {
        self.asked.contains(id)
    }

    /// Whether the decision is put to somebody.
    pub(super) fn is_put(&self, id: &DecisionId) -> bool {
        self.put.contains(id)
    }

    /// Whether somebody's answers make the conditions hold.
    pub(super) fn can_hold(&self, show: &Conditions) -> bool {
        let any = show.any.is_empty() || show.any.iter().any(|entry| self.can_count(entry));
        let all = show.all.iter().all(|entry| self.can_count(entry));

        any && all && !self.excludes_itself(&show.all)
    }

    /// Whether the conditions hold for everybody although they ask for something.
    pub(super) fn always_holds(&self, show: &Conditions) -> bool {
        if show.any.is_empty() || !show.all.is_empty() || !show.hide.is_empty() {
            return false;
        }

        let named: BTreeSet<&ChoiceRef> = show.any.iter().flat_map(|entry| self.names.answers(entry)).collect();
        let questions: BTreeSet<&QuestionId> = named.iter().map(|choice| &choice.question).collect();

        questions.iter().any(|id| {
            self.names.questions.get(id).is_some_and(|(_, question)| {
                let is_named = |choice: &crate::content::Choice| {
                    named
                        .iter()
                        .any(|named| named.question == question.id && named.choice == choice.id)
                };

                question.kind == Kind::One
                    && question.show.is_empty()
                    && !question.unknown_means.is_empty()
                    && question.choices.iter().all(is_named)
            })
        })
    }

    fn can_count(&self, entry: &Entry) -> bool {
        // What does not exist or comes later has its own finding, and says nothing here.
        let can_be_given = |choice: &ChoiceRef| {
            let question = self.names.questions.get(&choice.question);

            question.is_none_or(|(at, _)| *at >= self.followed) || self.asked.contains(&choice.question)
        };

        match entry {
            Entry::Choice(choice) => can_be_given(choice),
            Entry::Option(option) => {
                !self.names.decisions.contains_key(&option.decision) || self.put.contains(&option.decision)
            }
            Entry::Group(group) => self
                .names
                .groups
                .get(group)
                .is_none_or(|group| group.any.iter().any(can_be_given)),
        }
    }

    /// Two answers to a question that takes one, unless both are assumed when it is skipped; or two
    /// sides of one decision.
    fn excludes_itself(&self, all: &[Entry]) -> bool {
        let excluded = |one: &Entry, other: &Entry| match (one, other) {
            (Entry::Choice(one), Entry::Choice(other)) => {
                let question = self.names.questions.get(&one.question);

                one.question == other.question
                    && one.choice != other.choice
                    && question.is_some_and(|(_, question)| {
                        let is_assumed = |choice: &ChoiceRef| question.unknown_means.contains(&choice.choice);

                        question.kind == Kind::One && !(is_assumed(one) && is_assumed(other))
                    })
            }
            (Entry::Option(one), Entry::Option(other)) => one.decision == other.decision && one.option != other.option,
            _ => false,
        };

        all.iter()
            .enumerate()
            .any(|(at, one)| all.iter().skip(at + 1).any(|other| excluded(one, other)))
    }
}
