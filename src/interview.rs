//! Which question is next, how far along, and going back.
//!
//! Only remembers where the person is. What is asked follows from the answers every time, so a changed
//! answer can never leave a stale path behind.
use crate::answers::{Answers, Known};
use crate::content::id::QuestionId;
use crate::content::{Pack, Question};

/// A walk through the questions, one at a time, in the order of the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interview {
    at: Option<QuestionId>,
}

/// Where a step forward leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Step {
    /// To another question.
    Asking,
    /// There is none left; the last one stays in view for going back.
    Finished,
}

/// How far along a walk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Which question this is, from 1; 0 when there is none.
    pub number: usize,
    /// How many there would be if nothing changed: those not reached yet count when they must be assumed.
    pub about: usize,
}

impl Interview {
    /// Starts at the first question that is asked.
    pub fn start(pack: &Pack, answers: &Answers) -> Self {
        Self {
            at: asked(pack, answers).first().map(|question| question.id.clone()),
        }
    }

    /// Starts at a question of the person's choice, to look at or change its answer.
    pub fn at(question: QuestionId) -> Self {
        Self { at: Some(question) }
    }

    /// The question in view; nothing when the pack asks nothing, or no longer knows it.
    pub fn question<'p>(&self, pack: &'p Pack) -> Option<&'p Question> {
        self.at.as_ref().and_then(|id| pack.question(id))
    }

    /// Moves to the next question that is asked now.
    pub fn next(&mut self, pack: &Pack, answers: &Answers) -> Step {
        let here = self.position(pack);
        let next = asked(pack, answers)
            .into_iter()
            .find(|question| here.is_none_or(|here| position(pack, &question.id) > Some(here)));

        match next {
            Some(question) => {
                self.at = Some(question.id.clone());

                Step::Asking
            }
            None => Step::Finished,
        }
    }

    /// Moves to the question asked before this one. False when this is the first.
    pub fn back(&mut self, pack: &Pack, answers: &Answers) -> bool {
        let Some(here) = self.position(pack) else {
            return false;
        };

        let before = asked(pack, answers)
            .into_iter()
            .rev()
            .find(|question| position(pack, &question.id) < Some(here));

        match before {
            Some(question) => {
                self.at = Some(question.id.clone());

                true
            }
            None => false,
        }
    }

    /// Which question this is, and of about how many.
    pub fn progress(&self, pack: &Pack, answers: &Answers) -> Progress {
        let asked = asked(pack, answers);
        let here = self.position(pack);
        let number = asked
            .iter()
            .filter(|question| position(pack, &question.id) <= here)
            .count();

        Progress {
            number,
            about: asked.len(),
        }
    }

    fn position(&self, pack: &Pack) -> Option<usize> {
        self.at.as_ref().and_then(|id| position(pack, id))
    }
}

/// The questions that are asked now, in order.
fn asked<'p>(pack: &'p Pack, answers: &Answers) -> Vec<&'p Question> {
    let known = Known::new(pack, answers);

    pack.questions
        .iter()
        .filter(|question| known.is_asked(&question.id))
        .collect()
}

fn position(pack: &Pack, id: &QuestionId) -> Option<usize> {
    pack.questions.iter().position(|question| &question.id == id)
}
