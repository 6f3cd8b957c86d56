//! What follows from the answers: which questions are asked, what counts, what the roles say.
//!
//! Being careful decides what an unknown means. Skipped questions count as the answers that the pack
//! says must be assumed; the legal gate opens for a plain "no" alone; a law is known only when the
//! place was said. Made once for a set of answers; every look-up afterwards is by name.
use super::{Answers, Given};
use crate::content::id::{ChoiceId, DecisionId, DeviceId, GroupId, MeasureId, OptionId, QuestionId};
use crate::content::rule::{ChoiceRef, Entry, Facts, Truth};
use crate::content::{Choice, Decision, Gate, GateRole, Kind, Measure, Money, On, Pack, Place, Question, Side, When};

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Whether measures that destroy traces may be shown at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegalGate {
    /// The person said plainly that no case is known or expected.
    Open,
    /// Anything else.
    Closed,
}

/// What is known about one person, seen through one pack.
#[derive(Clone)]
pub struct Known<'a> {
    questions: BTreeMap<&'a QuestionId, Said<'a>>,
    groups: BTreeMap<&'a GroupId, &'a [ChoiceRef]>,
    decisions: BTreeMap<&'a DecisionId, Stand<'a>>,
    devices: BTreeMap<&'a DeviceId, Truth>,
    gated: BTreeSet<&'a MeasureId>,
    gate: LegalGate,
    budget: Option<u32>,
    money: Money,
    ahead: When,
    place: Option<&'a Place>,
}

/// Where a decision stands whose conditions hold.
#[derive(Clone, Copy)]
enum Stand<'a> {
    /// It is put, and a side was picked or not.
    Put(Option<&'a OptionId>),
    /// The closed gate leaves one side: there is nothing to decide, and asking would tell of the other.
    Settled(&'a OptionId),
    /// The closed gate leaves several sides, or none; asking would tell of those behind it.
    Withheld,
}

/// What was said to a question that is asked.
#[derive(Clone, Copy)]
enum Said<'a> {
    Chosen(&'a BTreeSet<ChoiceId>),
    Unknown(&'a [ChoiceId]),
}

impl Said<'_> {
    fn truth(self, choice: &ChoiceId) -> Truth {
        match self {
            Self::Chosen(choices) if choices.contains(choice) => Truth::Yes,
            Self::Chosen(_) => Truth::No,
            Self::Unknown(means) if means.contains(choice) => Truth::Assumed,
            Self::Unknown(_) => Truth::Unknown,
        }
    }
}

impl<'a> Known<'a> {
    /// Looks through the questions and decisions of `pack` in their order, once.
    pub fn new(pack: &'a Pack, answers: &'a Answers) -> Self {
        let mut known = Self {
            questions: BTreeMap::new(),
            groups: pack
                .groups
                .iter()
                .map(|group| (&group.id, group.any.as_slice()))
                .collect(),
            decisions: BTreeMap::new(),
            devices: BTreeMap::new(),
            gated: gated(pack),
            gate: LegalGate::Closed,
            budget: None,
            money: Money::Device,
            ahead: When::WeeksBefore,
            place: None,
        };

        for question in &pack.questions {
            if question.show.hold(&known) {
                known.questions.insert(&question.id, said(question, answers));
            }
        }

        known.read_roles(pack);

        for decision in &pack.decisions {
            if decision.show.hold(&known) {
                known.decisions.insert(&decision.id, known.stand(decision, answers));
            }
        }

        known
    }

    /// Whether the question is asked, given what was said to the others. Without that, its answer is parked.
    pub fn is_asked(&self, question: &QuestionId) -> bool {
        self.questions.contains_key(question)
    }

    /// How many points of trouble are accepted; nothing when there is no limit.
    pub fn budget(&self) -> Option<u32> {
        self.budget
    }

    /// The most that may be spent.
    pub fn money(&self) -> Money {
        self.money
    }

    /// The first time that still lies ahead.
    pub fn ahead(&self) -> When {
        self.ahead
    }

    /// Whether measures that destroy traces may be shown.
    pub fn gate(&self) -> LegalGate {
        self.gate
    }

    /// The place whose law applies; nothing when it was not said, or more than one was.
    pub fn place(&self) -> Option<&'a Place> {
        self.place
    }

    /// Whether the device or app is there.
    pub fn brings(&self, device: &DeviceId) -> Truth {
        self.devices.get(device).copied().unwrap_or(Truth::No)
    }

    /// Whether a step taken there can be taken by this person.
    pub fn has(&self, on: &On) -> bool {
        match on {
            On::Person => true,
            On::Device(device) => self.brings(device).counts(),
        }
    }

    /// Whether the decision is put to this person.
    pub fn is_put(&self, decision: &DecisionId) -> bool {
        matches!(self.decisions.get(decision), Some(Stand::Put(_)))
    }

    /// The side that was picked of a decision that is put.
    pub fn chosen(&self, decision: &DecisionId) -> Option<&'a OptionId> {
        match self.decisions.get(decision) {
            Some(Stand::Put(chosen)) => *chosen,
            Some(Stand::Settled(_) | Stand::Withheld) | None => None,
        }
    }

    /// The side whose measures may be proposed: the one that was picked, or the only one that a closed
    /// gate leaves.
    pub fn allowed(&self, decision: &DecisionId) -> Option<&'a OptionId> {
        match self.decisions.get(decision) {
            Some(Stand::Put(chosen)) => *chosen,
            Some(Stand::Settled(side)) => Some(side),
            Some(Stand::Withheld) | None => None,
        }
    }

    /// Whether the measure, or one that it needs, stands behind the closed gate. Then nothing of it may
    /// be shown anywhere.
    pub fn is_withheld(&self, measure: &MeasureId) -> bool {
        self.gate == LegalGate::Closed && self.gated.contains(measure)
    }

    /// Whether the measure is for this person: its conditions hold, and there is something to do it on.
    pub fn concerns(&self, measure: &Measure) -> bool {
        measure.steps.iter().any(|steps| self.has(&steps.on)) && measure.show.hold(self)
    }

    /// Whether the measure may be proposed: it concerns this person, is not withheld, and is not too dear.
    /// Says nothing about decisions.
    pub fn fits(&self, measure: &Measure) -> bool {
        !self.is_withheld(&measure.id) && measure.money <= self.money && self.concerns(measure)
    }

    /// The answers behind a condition: a named list becomes those of its answers that count.
    pub fn answers_behind(&self, entry: &Entry) -> Vec<(ChoiceRef, Truth)> {
        let all = match entry {
            Entry::Choice(answer) => std::slice::from_ref(answer),
            Entry::Group(group) => self.groups.get(group).copied().unwrap_or_default(),
            Entry::Option(_) => &[],
        };

        all.iter()
            .map(|answer| (answer.clone(), self.answer(answer)))
            .filter(|(_, truth)| truth.counts())
            .collect()
    }

    fn answer(&self, answer: &ChoiceRef) -> Truth {
        self.questions
            .get(&answer.question)
            .map_or(Truth::No, |said| said.truth(&answer.choice))
    }

    fn stand(&self, decision: &'a Decision, answers: &Answers) -> Stand<'a> {
        let is_withheld =
            |side: &Side| !side.allows.is_empty() && side.allows.iter().all(|measure| self.is_withheld(measure));
        let mut left = decision.options.iter().filter(|side| !is_withheld(side));

        if decision.options.iter().any(is_withheld) {
            return match (left.next(), left.next()) {
                (Some(only), None) => Stand::Settled(&only.id),
                (Some(_), Some(_)) | (None, _) => Stand::Withheld,
            };
        }

        let chosen = answers.decided(&decision.id).and_then(|option| decision.option(option));

        Stand::Put(chosen.map(|side| &side.id))
    }

    fn read_roles(&mut self, pack: &'a Pack) {
        let (mut opens, mut closes) = (false, false);
        let mut places = BTreeSet::new();

        for question in &pack.questions {
            let Some(said) = self.questions.get(&question.id).copied() else {
                continue;
            };

            for choice in &question.choices {
                let truth = said.truth(&choice.id);

                if let Some(device) = &choice.device {
                    let best = self.devices.entry(device).or_insert(Truth::No);

                    *best = truth.max(*best);
                }

                // A planned arrest must be denied plainly: one that was not spoken of may be planned.
                opens |= choice.gate == Some(GateRole::Opens) && truth == Truth::Yes;
                closes |= choice.gate == Some(GateRole::Closes) && truth != Truth::No;

                if truth == Truth::Yes {
                    places.extend(&choice.place);
                }
            }

            self.read_limits(question, said);
        }

        if opens && !closes {
            self.gate = LegalGate::Open;
        }

        if let (Some(place), 1) = (places.first(), places.len()) {
            self.place = pack.place(place);
        }
    }

    /// Budget, money and time: of several plain answers the strictest budget, the most money, the
    /// earliest time. Without a plain answer there is no limit.
    fn read_limits(&mut self, question: &'a Question, said: Said<'a>) {
        let Said::Chosen(chosen) = said else {
            return;
        };

        let plain: Vec<&Choice> = question
            .choices
            .iter()
            .filter(|choice| chosen.contains(&choice.id))
            .collect();

        if let Some(points) = plain.iter().filter_map(|choice| choice.points).min() {
            self.budget = Some(self.budget.map_or(points, |budget| budget.min(points)));
        }

        if let Some(money) = plain.iter().filter_map(|choice| choice.money).max() {
            self.money = self.money.min(money);
        }

        if let Some(lead) = plain.iter().filter_map(|choice| choice.lead).min() {
            self.ahead = self.ahead.max(lead);
        }
    }
}

impl Facts for Known<'_> {
    fn truth(&self, entry: &Entry) -> Truth {
        match entry {
            Entry::Choice(answer) => self.answer(answer),
            Entry::Group(group) => self
                .groups
                .get(group)
                .into_iter()
                .flat_map(|answers| answers.iter())
                .map(|answer| self.answer(answer))
                .max()
                .unwrap_or(Truth::No),
            Entry::Option(side) => match self.decisions.get(&side.decision) {
                Some(Stand::Put(Some(chosen))) if **chosen == side.option => Truth::Yes,
                Some(Stand::Put(None)) => Truth::Unknown,
                Some(Stand::Put(Some(_)) | Stand::Settled(_) | Stand::Withheld) | None => Truth::No,
            },
        }
    }
}

impl fmt::Debug for Known<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Known(..)")
    }
}

/// What was said to a question that is asked. Answers the pack no longer knows, and several where one
/// is asked for, say nothing certain.
fn said<'a>(question: &'a Question, answers: &'a Answers) -> Said<'a> {
    match answers.given(&question.id) {
        Some(Given::Chosen(choices)) if is_certain(question, choices) => Said::Chosen(choices),
        Some(Given::Chosen(_) | Given::Unknown) | None => Said::Unknown(&question.unknown_means),
    }
}

fn is_certain(question: &Question, choices: &BTreeSet<ChoiceId>) -> bool {
    let known = choices.iter().filter(|id| question.choice(id).is_some()).count();

    match question.kind {
        Kind::One => known == 1 && choices.len() == 1,
        Kind::Many => known > 0 || choices.is_empty(),
    }
}

/// Every measure that stands behind the gate, by itself or through what it needs.
fn gated(pack: &Pack) -> BTreeSet<&MeasureId> {
    let mut users: BTreeMap<&MeasureId, Vec<&MeasureId>> = BTreeMap::new();

    for measure in &pack.measures {
        for need in &measure.needs {
            users.entry(need).or_default().push(&measure.id);
        }
    }

    let mut gated = BTreeSet::new();
    let mut next: Vec<&MeasureId> = pack
        .measures
        .iter()
        .filter(|measure| measure.gate == Gate::Legal)
        .map(|measure| &measure.id)
        .collect();

    while let Some(measure) = next.pop() {
        if gated.insert(measure) {
            next.extend(users.get(measure).into_iter().flatten());
        }
    }

    gated
}
