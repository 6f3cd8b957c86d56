//! Small packs made by hand, so that a test shows everything it depends on.
use daypack::content::id::{
    ChoiceId, DecisionId, DeviceId, GroupId, MeasureId, OptionId, PlaceId, QuestionId, ThreatId,
};
use daypack::content::rule::{ChoiceRef, Conditions, Entry, OptionRef};
use daypack::content::{
    Choice, Confidence, Cut, Date, Decision, Evidence, Gate, Group, Kind, Measure, Money, On, Pack, Question, Shift,
    Side, Steps, Threat, When,
};

use daypack::answers::{Answers, Given};

macro_rules! names {
    ($($name:ident -> $id:ty;)*) => {$(
        pub fn $name(name: &str) -> $id {
            <$id>::new(name).unwrap()
        }
    )*};
}

names! {
    question_id -> QuestionId;
    choice_id -> ChoiceId;
    threat_id -> ThreatId;
    measure_id -> MeasureId;
    decision_id -> DecisionId;
    option_id -> OptionId;
    device_id -> DeviceId;
    place_id -> PlaceId;
    group_id -> GroupId;
}

/// A day on which everything was reviewed.
pub fn day() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

/// A pack with nothing in it.
pub fn pack() -> Pack {
    Pack {
        id: "sample".to_owned(),
        version: 1,
        lang: "en".to_owned(),
        title: "Sample".to_owned(),
        licence: "CC-BY-4.0".to_owned(),
        reviewed: day(),
        questions: Vec::new(),
        groups: Vec::new(),
        devices: Vec::new(),
        threats: Vec::new(),
        measures: Vec::new(),
        decisions: Vec::new(),
        places: Vec::new(),
        sources: Vec::new(),
        cards: Vec::new(),
        situations: Vec::new(),
        guide: Vec::new(),
        glossary: Vec::new(),
        retired: Vec::new(),
        personas: Vec::new(),
        languages: Vec::new(),
        translation: None,
    }
}

/// `question.choice`, `decision:option` or `@group`.
pub fn entry(text: &str) -> Entry {
    if let Some(group) = text.strip_prefix('@') {
        return Entry::Group(group_id(group));
    }

    if let Some((decision, option)) = text.split_once(':') {
        return Entry::Option(OptionRef {
            decision: decision_id(decision),
            option: option_id(option),
        });
    }

    Entry::Choice(choice_ref(text))
}

pub fn choice_ref(text: &str) -> ChoiceRef {
    let (question, choice) = text.split_once('.').unwrap();

    ChoiceRef {
        question: question_id(question),
        choice: choice_id(choice),
    }
}

pub fn entries(texts: &[&str]) -> Vec<Entry> {
    texts.iter().map(|text| entry(text)).collect()
}

/// Shown if any of these counts.
pub fn any(texts: &[&str]) -> Conditions {
    Conditions {
        any: entries(texts),
        ..Conditions::default()
    }
}

pub fn group(name: &str, answers: &[&str]) -> Group {
    Group {
        id: group_id(name),
        any: answers.iter().map(|text| choice_ref(text)).collect(),
    }
}

/// A choice without a role.
pub fn choice(name: &str) -> Choice {
    Choice {
        id: choice_id(name),
        label: format!("[{name}]"),
        device: None,
        place: None,
        points: None,
        money: None,
        lead: None,
        gate: None,
        groups: Vec::new(),
    }
}

/// A question that takes any number of `choices`; skipped, it means `assumed`.
pub fn question(name: &str, choices: &[&str], assumed: &[&str]) -> Question {
    Question {
        id: question_id(name),
        asks: format!("{name}?"),
        why: String::new(),
        kind: Kind::Many,
        show: Conditions::default(),
        unknown_means: assumed.iter().map(|name| choice_id(name)).collect(),
        sensitive: false,
        choices: choices.iter().map(|name| choice(name)).collect(),
    }
}

/// A question about a case: only `case.no` opens the gate.
pub fn case() -> Question {
    let mut question = question("case", &["no", "maybe", "yes"], &["maybe"]);

    question.kind = Kind::One;
    question.choices[0].gate = Some(daypack::content::GateRole::Opens);
    question.choices[1].gate = Some(daypack::content::GateRole::Closes);
    question.choices[2].gate = Some(daypack::content::GateRole::Closes);
    question
}

/// A question about trouble: `budget.<points>` for each of `points`, and `budget.all` without a limit.
pub fn budget(points: &[u32]) -> Question {
    let mut question = question("budget", &["all"], &["all"]);

    question.kind = Kind::One;

    for points in points {
        question.choices.push(Choice {
            points: Some(*points),
            ..choice(&points.to_string())
        });
    }

    question
}

pub fn threat(name: &str, likelihood: u8, impact: u8) -> Threat {
    Threat {
        id: threat_id(name),
        who: "police".to_owned(),
        title: name.to_owned(),
        about: String::new(),
        articles: Vec::new(),
        likelihood,
        impact,
        shifts: Vec::new(),
    }
}

/// A shift that does nothing yet, and fires never.
pub fn shift(because: &str) -> Shift {
    Shift {
        any: Vec::new(),
        all: Vec::new(),
        none: Vec::new(),
        likelihood: 0,
        impact: 0,
        rules_out: false,
        because: because.to_owned(),
    }
}

/// Steps taken by the person.
pub fn steps() -> Steps {
    Steps {
        on: On::Person,
        os_min: String::new(),
        os_verified: String::new(),
        source: None,
        reviewed: day(),
        confidence: Confidence::High,
        does: vec!["Do it.".to_owned()],
        check: String::new(),
        search: String::new(),
    }
}

/// A measure for everybody that takes `minutes` and cuts nothing yet.
pub fn measure(name: &str, minutes: u16) -> Measure {
    Measure {
        id: measure_id(name),
        topic: "sample".to_owned(),
        title: format!("Title of {name}"),
        short: name.to_owned(),
        why: String::new(),
        when: When::DaysBefore,
        minutes,
        money: Money::None,
        cost: String::new(),
        careful: String::new(),
        instead: String::new(),
        undo: String::new(),
        evidence: Evidence::A,
        baseline: false,
        show: Conditions::default(),
        needs: Vec::new(),
        after: Vec::new(),
        conflicts: Vec::new(),
        gate: Gate::None,
        gate_why: String::new(),
        reveals: Vec::new(),
        changes_setting: false,
        keep_after: false,
        sources: Vec::new(),
        cuts: Vec::new(),
        steps: vec![steps()],
    }
}

/// A measure with cuts, each `(threat, likelihood, impact)`.
pub fn cutting(name: &str, minutes: u16, cuts: &[(&str, u8, u8)]) -> Measure {
    Measure {
        cuts: cuts
            .iter()
            .map(|(threat, likelihood, impact)| cut(threat, *likelihood, *impact))
            .collect(),
        ..measure(name, minutes)
    }
}

pub fn cut(threat: &str, likelihood: u8, impact: u8) -> Cut {
    Cut {
        threat: threat_id(threat),
        likelihood_by: likelihood,
        impact_by: impact,
        removes: false,
    }
}

/// A decision with sides, each `(option, measures that it allows)`.
pub fn decision(name: &str, sides: &[(&str, &[&str])]) -> Decision {
    Decision {
        id: decision_id(name),
        asks: format!("{name}?"),
        about: String::new(),
        show: Conditions::default(),
        options: sides
            .iter()
            .map(|(option, allows)| Side {
                id: option_id(option),
                label: (*option).to_owned(),
                gives: String::new(),
                costs: String::new(),
                allows: allows.iter().map(|name| measure_id(name)).collect(),
            })
            .collect(),
    }
}

/// Plain answers, each `question.choice`; `question.` alone means "none of them".
pub fn said(texts: &[&str]) -> Answers {
    let mut answers = Answers::default();

    for text in texts {
        let (question, choice) = text.split_once('.').unwrap();
        let question = question_id(question);
        let mut chosen = match answers.given(&question) {
            Some(Given::Chosen(chosen)) => chosen.clone(),
            Some(Given::Unknown) | None => Default::default(),
        };

        if !choice.is_empty() {
            chosen.insert(choice_id(choice));
        }

        answers.give(question, Given::Chosen(chosen));
    }

    answers
}

/// Numbers that look random, and are the same every time.
pub struct Luck(u64);

impl Luck {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// From 0 up to, not including, `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;

        ((self.0 >> 11) % end as u64) as usize
    }

    /// True in about `percent` of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }

    /// Some of `among`, each in about `percent` of a hundred cases.
    pub fn some<T: Clone>(&mut self, among: &[T], percent: usize) -> Vec<T> {
        among.iter().filter(|_| self.chance(percent)).cloned().collect()
    }
}
