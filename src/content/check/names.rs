//! Every id of a pack by its kind: whether it exists, and what was meant when it does not.
use super::{At, Code, Sink, nearest};
use crate::content::id::{
    ChoiceId, DecisionId, DeviceId, GroupId, Id, MeasureId, OptionId, PlaceId, QuestionId, SituationId, SourceId,
    ThreatId,
};
use crate::content::rule::{ChoiceRef, Entry, OptionRef};
use crate::content::{Card, Choice, Decision, Group, Measure, Pack, Question, Retired, Side};

use std::collections::{BTreeMap, BTreeSet};

/// The ids of a pack.
pub(super) struct Names<'a> {
    pub(super) questions: BTreeMap<&'a QuestionId, (usize, &'a Question)>,
    pub(super) groups: BTreeMap<&'a GroupId, &'a Group>,
    pub(super) devices: BTreeSet<&'a DeviceId>,
    pub(super) threats: BTreeSet<&'a ThreatId>,
    pub(super) measures: BTreeMap<&'a MeasureId, &'a Measure>,
    pub(super) decisions: BTreeMap<&'a DecisionId, (usize, &'a Decision)>,
    pub(super) places: BTreeSet<&'a PlaceId>,
    pub(super) sources: BTreeSet<&'a SourceId>,
    cards: &'a [Card],
    pub(super) situations: BTreeSet<&'a SituationId>,
    retired: &'a [Retired],
}

impl<'a> Names<'a> {
    /// Collects the ids of `pack`. Of two things with one id the first counts.
    pub(super) fn new(pack: &'a Pack) -> Self {
        let questions = pack.questions.iter().enumerate().rev();
        let decisions = pack.decisions.iter().enumerate().rev();

        Self {
            questions: questions.map(|(at, question)| (&question.id, (at, question))).collect(),
            groups: pack.groups.iter().rev().map(|group| (&group.id, group)).collect(),
            devices: pack.devices.iter().map(|device| &device.id).collect(),
            threats: pack.threats.iter().map(|threat| &threat.id).collect(),
            measures: pack
                .measures
                .iter()
                .rev()
                .map(|measure| (&measure.id, measure))
                .collect(),
            decisions: decisions.map(|(at, decision)| (&decision.id, (at, decision))).collect(),
            places: pack.places.iter().map(|place| &place.id).collect(),
            sources: pack.sources.iter().map(|source| &source.id).collect(),
            cards: &pack.cards,
            situations: pack.situations.iter().map(|situation| &situation.id).collect(),
            retired: &pack.retired,
        }
    }

    /// Looks for something that is named at a place.
    pub(super) fn seek<'s, 't>(&'s self, at: At, sink: &'s mut Sink<'t>) -> Seek<'s, 't> {
        Seek {
            at,
            sink,
            retired: self.retired,
        }
    }

    /// Looks whether `entry` exists, and says what was meant when it does not.
    pub(super) fn entry(&self, entry: &Entry, at: At, sink: &mut Sink<'_>) {
        match entry {
            Entry::Choice(choice) => self.choice(choice, at, sink),
            Entry::Option(option) => self.option(option, at, sink),
            Entry::Group(group) => self.seek(at, sink).known("group", group, &self.groups),
        }
    }

    /// Looks whether an answer exists.
    pub(super) fn choice(&self, choice: &ChoiceRef, at: At, sink: &mut Sink<'_>) {
        let Some((_, question)) = self.questions.get(&choice.question) else {
            // In a condition, a decision may have been meant as well.
            let names = self.questions.keys().map(|id| id.as_str());
            let names = names.chain(self.decisions.keys().map(|id| id.as_str()));

            return self.seek(at, sink).unknown("question", choice.question.as_str(), names);
        };
        let what = format!("answer to `{}`", choice.question);

        self.seek(at, sink)
            .known(&what, &choice.choice, question.choices.as_slice());
    }

    /// Looks whether a side of a decision exists.
    pub(super) fn option(&self, option: &OptionRef, at: At, sink: &mut Sink<'_>) {
        let Some((_, decision)) = self.decisions.get(&option.decision) else {
            return self.seek(at, sink).known("decision", &option.decision, &self.decisions);
        };
        let what = format!("option of `{}`", option.decision);

        self.seek(at, sink)
            .known(&what, &option.option, decision.options.as_slice());
    }

    /// Looks whether a measure exists.
    pub(super) fn measure(&self, id: &MeasureId, at: At, sink: &mut Sink<'_>) {
        self.seek(at, sink).known("measure", id, &self.measures);
    }

    /// Looks whether a threat exists.
    pub(super) fn threat(&self, id: &ThreatId, at: At, sink: &mut Sink<'_>) {
        self.seek(at, sink).known("threat", id, &self.threats);
    }

    /// Looks whether a source exists.
    pub(super) fn source(&self, id: &SourceId, at: At, sink: &mut Sink<'_>) {
        self.seek(at, sink).known("source", id, &self.sources);
    }

    /// Looks whether a device or an app exists.
    pub(super) fn device(&self, id: &DeviceId, at: At, sink: &mut Sink<'_>) {
        self.seek(at, sink).known("device", id, &self.devices);
    }

    /// The answers that `entry` stands for: itself, or those of its group. None for a decision.
    pub(super) fn answers<'e>(&'e self, entry: &'e Entry) -> &'e [ChoiceRef] {
        match entry {
            Entry::Choice(choice) => std::slice::from_ref(choice),
            Entry::Group(group) => self.groups.get(group).map_or(&[], |group| group.any.as_slice()),
            Entry::Option(_) => &[],
        }
    }

    /// Whether the thing that `name` says exists, such as `measure:biometrics-off`; nothing when no
    /// thing is written like that.
    pub(super) fn has(&self, name: &str) -> Option<bool> {
        let (kind, id) = name.split_once(':')?;
        let inner = id.split_once('.');

        Some(match (kind, inner) {
            ("question", None) => self.questions.contains_key(&QuestionId::make(id)?),
            ("threat", None) => self.threats.contains(&ThreatId::make(id)?),
            ("measure", None) => self.measures.contains_key(&MeasureId::make(id)?),
            ("decision", None) => self.decisions.contains_key(&DecisionId::make(id)?),
            ("device", None) => self.devices.contains(&DeviceId::make(id)?),
            ("place", None) => self.places.contains(&PlaceId::make(id)?),
            ("source", None) => self.sources.contains(&SourceId::make(id)?),
            ("card", None) => self.cards.iter().any(|card| card.id.as_str() == id),
            ("situation", None) => self.situations.contains(&SituationId::make(id)?),
            ("choice", Some((question, choice))) => {
                let found = self.questions.get(&QuestionId::make(question)?);

                found.is_some_and(|(_, question)| question.choices.iter().any(|known| known.id.as_str() == choice))
            }
            ("option", Some((decision, option))) => {
                let found = self.decisions.get(&DecisionId::make(decision)?);

                found.is_some_and(|(_, decision)| decision.options.iter().any(|known| known.id.as_str() == option))
            }
            _ => return None,
        })
    }
}

/// A place that names something, and where to say that it is not there.
pub(super) struct Seek<'s, 't> {
    at: At,
    sink: &'s mut Sink<'t>,
    retired: &'s [Retired],
}

impl Seek<'_, '_> {
    /// Reports `id` when it is not on `shelf`.
    pub(super) fn known<I: Id, S: Shelf<I> + ?Sized>(self, what: &str, id: &I, shelf: &S) {
        if !shelf.holds(id) {
            self.unknown(what, id.name(), shelf.names().into_iter());
        }
    }

    fn unknown<'a>(self, what: &str, id: &str, all: impl Iterator<Item = &'a str>) {
        if self.sink.is_full() {
            return;
        }

        let name = format!("{what}:{id}");
        let help = match self.retired.iter().find(|retired| retired.id == name) {
            Some(retired) if retired.replaced_by.is_empty() => format!("it is gone: {}", retired.why),
            Some(retired) => format!("it is gone; use `{}`", retired.replaced_by),
            None => nearest(id, all).map_or_else(String::new, |meant| format!("did you mean `{meant}`?")),
        };

        self.sink
            .report(Code::UnknownId, self.at, format!("there is no {what} `{id}`"), help);
    }
}

/// Whatever holds ids of one kind.
pub(super) trait Shelf<I> {
    /// Whether `id` is there.
    fn holds(&self, id: &I) -> bool;

    /// Every name that is there.
    fn names(&self) -> Vec<&str>;
}

impl<I: Id> Shelf<I> for BTreeSet<&I> {
    fn holds(&self, id: &I) -> bool {
        self.contains(id)
    }

    fn names(&self) -> Vec<&str> {
        self.iter().map(|id| id.name()).collect()
    }
}

impl<I: Id, V> Shelf<I> for BTreeMap<&I, V> {
    fn holds(&self, id: &I) -> bool {
        self.contains_key(id)
    }

    fn names(&self) -> Vec<&str> {
        self.keys().map(|id| id.name()).collect()
    }
}

impl Shelf<ChoiceId> for [Choice] {
    fn holds(&self, id: &ChoiceId) -> bool {
        self.iter().any(|choice| &choice.id == id)
    }

    fn names(&self) -> Vec<&str> {
        self.iter().map(|choice| choice.id.as_str()).collect()
    }
}

impl Shelf<SourceId> for [SourceId] {
    fn holds(&self, id: &SourceId) -> bool {
        self.contains(id)
    }

    fn names(&self) -> Vec<&str> {
        self.iter().map(SourceId::as_str).collect()
    }
}

impl Shelf<OptionId> for [Side] {
    fn holds(&self, id: &OptionId) -> bool {
        self.iter().any(|side| &side.id == id)
    }

    fn names(&self) -> Vec<&str> {
        self.iter().map(|side| side.id.as_str()).collect()
    }
}
