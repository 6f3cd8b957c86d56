//! What is asked, and what can be answered.
//!
//! Plain data, checked when the pack was read. Which question comes next is not known here.
use super::id::{ChoiceId, DeviceId, GroupId, PlaceId, QuestionId};
use super::rule::{ChoiceRef, Conditions};
use super::{Money, When};

/// Something the person is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Permanent name.
    pub id: QuestionId,
    /// The question itself.
    pub asks: String,
    /// Why it is asked and what it changes.
    pub why: String,
    /// One answer, or any number of them.
    pub kind: Kind,
    /// When it is asked at all; looks only at earlier questions.
    pub show: Conditions,
    /// The answers that must be assumed when it is skipped or answered with "I don't know".
    pub unknown_means: Vec<ChoiceId>,
    /// Never printed, and worded as optional.
    pub sensitive: bool,
    /// What can be answered, in order.
    pub choices: Vec<Choice>,
}

/// How many answers a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Exactly one.
    One,
    /// Any number; none of them is an answer too.
    Many,
}

/// An answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Permanent name within its question.
    pub id: ChoiceId,
    /// What the person reads.
    pub label: String,
    /// Says that this device or app is there.
    pub device: Option<DeviceId>,
    /// Says which law applies.
    pub place: Option<PlaceId>,
    /// How much trouble is accepted, in points. A budget question's choice without it has no limit.
    pub points: Option<u32>,
    /// What may be spent.
    pub money: Option<Money>,
    /// The first time that still lies ahead.
    pub lead: Option<When>,
    /// What it does to the legal gate.
    pub gate: Option<GateRole>,
    /// Named lists that this answer is part of, beside those that name it themselves.
    pub groups: Vec<GroupId>,
}

/// What an answer does to the legal gate. Without an answer that opens it, it is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GateRole {
    /// A plain "no": nothing is known or expected.
    Opens,
    /// A case is known or expected.
    Closes,
}

/// A named list of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Permanent name; written `@name` in conditions.
    pub id: GroupId,
    /// The answers in it, those that name the group by themselves included.
    pub any: Vec<ChoiceRef>,
}

impl Question {
    /// The answer of that name.
    pub fn choice(&self, id: &ChoiceId) -> Option<&Choice> {
        self.choices.iter().find(|choice| &choice.id == id)
    }
}
