//! A made-up pack whose every telling word is marked, and made-up answers to any pack.
//!
//! Whatever a person is asked, answers, fears or decides carries [`CANARY`]; so do measures that reveal
//! something. None of these may ever be found on safe paper.
use daypack::answers::{Answers, Given, Weight};
use daypack::content::id::{
    CardId, ChoiceId, DecisionId, DeviceId, MeasureId, OptionId, PlaceId, QuestionId, ThreatId,
};
use daypack::content::rule::{ChoiceRef, Conditions, Entry};
use daypack::content::{
    Card, Choice, Confidence, Cut, Date, Decision, Device, DeviceKind, Evidence, Gate, GateRole, Kind, Measure, Money,
    On, Pack, Place, PlaceRule, Question, Reveals, Shift, Side, Steps, Threat, Topic, When,
};

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};

use std::collections::BTreeSet;

/// In every word that must not be on paper.
pub const CANARY: &str = "canary";

const DEVICES: [&str; 3] = ["phone-one", "phone-two", "laptop"];
const PLACES: [&str; 2] = ["here", "nowhere"];

/// A pack of `count` measures, with long and short texts, one device or three, some behind the gate.
pub fn marked(count: usize) -> Pack {
    Pack {
        id: "canary-pack".to_owned(),
        version: 1,
        lang: "en".to_owned(),
        title: "canary pack".to_owned(),
        licence: "CC-BY-4.0".to_owned(),
        reviewed: day(),
        questions: questions(),
        groups: Vec::new(),
        devices: DEVICES.iter().map(|name| device(name)).collect(),
        threats: (0..4).map(threat).collect(),
        measures: (0..count).map(measure).collect(),
        decisions: vec![decision()],
        places: places(),
        sources: Vec::new(),
        cards: cards(),
        situations: Vec::new(),
        guide: Vec::new(),
        glossary: Vec::new(),
        retired: Vec::new(),
        personas: Vec::new(),
        languages: Vec::new(),
        translation: None,
    }
}

fn day() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

fn said(question: &str, choice: &str) -> Entry {
    Entry::Choice(ChoiceRef {
        question: QuestionId::new(question).unwrap(),
        choice: ChoiceId::new(choice).unwrap(),
    })
}

fn question(id: &str, kind: Kind, choices: Vec<Choice>) -> Question {
    Question {
        id: QuestionId::new(id).unwrap(),
        asks: format!("canary asks {id}"),
        why: format!("canary why {id}"),
        kind,
        show: Conditions::default(),
        unknown_means: choices.iter().map(|choice| choice.id.clone()).collect(),
        sensitive: false,
        choices,
    }
}

fn choice(id: &str) -> Choice {
    Choice {
        id: ChoiceId::new(id).unwrap(),
        label: format!("canary label {id}"),
        device: None,
        place: None,
        points: None,
        money: None,
        lead: None,
        gate: None,
        groups: Vec::new(),
    }
}

fn questions() -> Vec<Question> {
    let case = |id, gate| Choice {
        gate: Some(gate),
        ..choice(id)
    };
    let brings = DEVICES.map(|id| Choice {
        device: Some(DeviceId::new(id).unwrap()),
        ..choice(id)
    });
    let places = PLACES.map(|id| Choice {
        place: Some(PlaceId::new(id).unwrap()),
        ..choice(id)
    });
    let lead = |id, lead| Choice {
        lead: Some(lead),
        ..choice(id)
    };

    vec![
        question(
            "canary-case",
            Kind::One,
            vec![case("no", GateRole::Opens), case("yes", GateRole::Closes)],
        ),
        question("canary-brings", Kind::Many, brings.to_vec()),
        question("canary-place", Kind::One, places.to_vec()),
        question(
            "canary-lead",
            Kind::One,
            vec![lead("weeks", When::WeeksBefore), lead("now", When::Leaving)],
        ),
        question("canary-fear", Kind::Many, vec![choice("police"), choice("thieves")]),
        question("canary-wish", Kind::One, vec![choice("this"), choice("that")]),
    ]
}

fn device(id: &str) -> Device {
    Device {
        id: DeviceId::new(id).unwrap(),
        label: format!("The {id}"),
        kind: DeviceKind::Phone,
        lock_now: format!("Press the {id}."),
        power_off: "Hold it.".to_owned(),
        find_version: "On its back".to_owned(),
        version_name: String::new(),
    }
}

fn threat(number: usize) -> Threat {
    let fear = if number.is_multiple_of(2) { "police" } else { "thieves" };

    Threat {
        id: ThreatId::new(&format!("canary-threat-{number}")).unwrap(),
        who: "canary somebody".to_owned(),
        title: format!("canary threat {number}"),
        about: "canary about".to_owned(),
        articles: Vec::new(),
        likelihood: 1,
        impact: 1 + (number % 4) as u8,
        shifts: vec![Shift {
            any: vec![said("canary-fear", fear)],
            all: Vec::new(),
            none: Vec::new(),
            likelihood: 2,
            impact: 0,
            rules_out: false,
            because: format!("canary because {fear}"),
        }],
    }
}

fn measure(number: usize) -> Measure {
    let is_telling = number % 7 == 3;
    let mark = if is_telling { CANARY } else { "plain" };
    let text = |words: usize| {
        let words: Vec<String> = (0..words).map(|word| format!("word{word}")).collect();

        format!("{} {mark}.", words.join(" "))
    };

    Measure {
        id: MeasureId::new(&format!("measure-{number}")).unwrap(),
        topic: "made-up".to_owned(),
        title: format!("Thing {number} {mark}"),
        short: format!("Thing {number} {mark}"),
        why: text(number % 30),
        when: When::ALL[number % 5],
        minutes: (number * 7 % 90) as u16,
        money: Money::None,
        cost: "canary cost".to_owned(),
        careful: if number.is_multiple_of(3) {
            text(12)
        } else {
            String::new()
        },
        instead: if number.is_multiple_of(4) {
            text(6)
        } else {
            String::new()
        },
        undo: "canary undo".to_owned(),
        evidence: Evidence::C,
        baseline: false,
        show: Conditions {
            any: match number % 4 {
                0 => vec![said("canary-wish", "this")],
                1 => vec![said("canary-wish", "that"), said("canary-fear", "police")],
                _ => Vec::new(),
            },
            ..Conditions::default()
        },
        needs: if number % 6 == 5 {
            vec![MeasureId::new(&format!("measure-{}", number - 5)).unwrap()]
        } else {
            Vec::new()
        },
        after: Vec::new(),
        conflicts: Vec::new(),
        gate: if number % 14 == 3 { Gate::Legal } else { Gate::None },
        gate_why: String::new(),
        reveals: if is_telling { vec![Reveals::Plan] } else { Vec::new() },
        changes_setting: false,
        keep_after: false,
        sources: Vec::new(),
        cuts: vec![Cut {
            threat: ThreatId::new(&format!("canary-threat-{}", number % 4)).unwrap(),
            likelihood_by: 1 + (number % 3) as u8,
            impact_by: (number % 2) as u8,
            removes: true,
        }],
        steps: steps(number, mark),
    }
}

fn steps(number: usize, mark: &str) -> Vec<Steps> {
    let on = match number % 3 {
        0 => vec![On::Person],
        1 => vec![On::Device(DeviceId::new(DEVICES[0]).unwrap())],
        _ => DEVICES.map(|id| On::Device(DeviceId::new(id).unwrap())).to_vec(),
    };

    on.into_iter()
        .map(|on| Steps {
            on,
            os_min: String::new(),
            os_verified: "17".to_owned(),
            source: None,
            reviewed: day(),
            confidence: [Confidence::High, Confidence::Medium, Confidence::Low][number % 3],
            does: (0..=number % 8)
                .map(|step| format!("Do step {step} of {number} {mark}."))
                .collect(),
            check: format!("See that {number} is done {mark}."),
            search: if number.is_multiple_of(2) {
                format!("word {mark}")
            } else {
                String::new()
            },
        })
        .collect()
}

fn decision() -> Decision {
    let side = |id: &str, allows: Option<&str>| Side {
        id: OptionId::new(id).unwrap(),
        label: format!("canary side {id}"),
        gives: "canary gives".to_owned(),
        costs: "canary costs".to_owned(),
        allows: allows.iter().map(|id| MeasureId::new(id).unwrap()).collect(),
    };

    Decision {
        id: DecisionId::new("canary-decision").unwrap(),
        asks: "canary this or that?".to_owned(),
        about: "canary about".to_owned(),
        show: Conditions::default(),
        options: vec![side("one", Some("measure-2")), side("other", None)],
    }
}

fn places() -> Vec<Place> {
    let rule = |topic| PlaceRule {
        topic,
        says: "This is known.".to_owned(),
        card: "Known.".to_owned(),
        sources: Vec::new(),
        reviewed: day(),
        confidence: Confidence::Low,
    };

    vec![
        Place {
            id: PlaceId::new(PLACES[0]).unwrap(),
            name: "Here".to_owned(),
            rules: vec![rule(Topic::Code), rule(Topic::Silence)],
            unknown: Vec::new(),
            prints_letter: false,
        },
        Place {
            id: PlaceId::new(PLACES[1]).unwrap(),
            name: "Nowhere".to_owned(),
            rules: Vec::new(),
            unknown: Topic::ALL.to_vec(),
            prints_letter: false,
        },
    ]
}

fn cards() -> Vec<Card> {
    let card = |id: &str, title: &str, show: Vec<Entry>, reveals: Vec<Reveals>| Card {
        id: CardId::new(id).unwrap(),
        title: title.to_owned(),
        show: Conditions {
            any: show,
            ..Conditions::default()
        },
        lines: vec![format!("{title}: first line."), "Number: ____".to_owned()],
        sources: Vec::new(),
        reveals,
    };

    vec![
        card("plain", "Card", Vec::new(), Vec::new()),
        card("asked", "canary card", vec![said("canary-fear", "police")], Vec::new()),
        card("telling", "canary telling card", Vec::new(), vec![Reveals::Group]),
    ]
}

/// Any answers to `pack`: given, skipped, unknown, weighed and decided in every way.
pub fn answers(pack: &Pack) -> impl Strategy<Value = Answers> + use<> {
    let pack = pack.clone();
    let count = pack.questions.len() + pack.decisions.len() + pack.threats.len();

    vec(any::<u16>(), count).prop_map(move |luck| answered(&pack, &luck))
}

/// The answers that a row of numbers stands for.
pub fn answered(pack: &Pack, luck: &[u16]) -> Answers {
    let mut answers = Answers::default();
    let mut luck = luck.iter().copied();
    let mut next = || usize::from(luck.next().unwrap_or(0));

    for question in &pack.questions {
        let number = next();
        let chosen: BTreeSet<ChoiceId> = match question.kind {
            Kind::One => BTreeSet::from([question.choices[number / 4 % question.choices.len()].id.clone()]),
            Kind::Many => {
                let is_chosen = |at: &usize| number >> (2 + at % 14) & 1 == 1;
                let at = (0..question.choices.len()).filter(is_chosen);

                at.map(|at| question.choices[at].id.clone()).collect()
            }
        };

        match number % 4 {
            0 => {}
            1 => answers.give(question.id.clone(), Given::Unknown),
            _ => answers.give(question.id.clone(), Given::Chosen(chosen)),
        }
    }

    for decision in &pack.decisions {
        let number = next();

        if number % 3 > 0 {
            let side = &decision.options[number / 3 % decision.options.len()];
            answers.decide(decision.id.clone(), side.id.clone());
        }
    }

    for threat in &pack.threats {
        let number = next();
        let level = |number: usize| (number % 6 < 5).then_some((number % 6) as u8);

        answers.weigh(
            threat.id.clone(),
            Weight {
                likelihood: level(number),
                impact: level(number / 6),
            },
        );
    }

    answers
}
