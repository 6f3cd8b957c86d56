//! The questions: few enough to finish, each answer worth giving, none of them a trap.
use crate::plan::build::Luck;
use crate::plan::skip::answers_by_luck;

use daypack::answers::{Answers, Given, Known, LegalGate};
use daypack::content::id::{ChoiceId, DecisionId, MeasureId, PlaceId, ThreatId};
use daypack::content::{Kind, On, Pack, Question};
use daypack::plan::Plan;
use daypack::risk::{Band, weigh};

use std::collections::BTreeSet;

/// The most that anybody is asked.
const MOST: usize = 16;

/// The most that half of the made-up people are asked.
const MEDIAN: usize = 12;

fn pack() -> &'static Pack {
    Pack::built_in()
}

fn asked(answers: &Answers) -> usize {
    let known = Known::new(pack(), answers);

    pack()
        .questions
        .iter()
        .filter(|question| known.is_asked(&question.id))
        .count()
}

#[test]
fn nobody_is_asked_more_than_sixteen_questions() {
    let mut luck = Luck::new(16);
    let by_luck = (0..2000).map(|_| answers_by_luck(pack(), &mut luck));
    let people = pack().personas.iter().map(Answers::of);
    // Whoever skips everything is asked the most: all that was skipped is assumed.
    let most = by_luck
        .chain(people)
        .chain([Answers::default()])
        .map(|it| asked(&it))
        .max();

    assert!(most.is_some_and(|most| most <= MOST), "{most:?}");
}

#[test]
fn half_of_the_people_are_asked_at_most_twelve() {
    let mut counts: Vec<usize> = pack().personas.iter().map(|it| asked(&Answers::of(it))).collect();

    counts.sort_unstable();

    // Of an even number the higher of the two in the middle.
    assert!(counts[counts.len() / 2] <= MEDIAN, "{counts:?}");
}

#[test]
fn every_persona_answers_what_is_asked_and_nothing_else() {
    for persona in &pack().personas {
        let answers = Answers::of(persona);
        let known = Known::new(pack(), &answers);

        for question in &pack().questions {
            assert_eq!(
                known.is_asked(&question.id),
                answers.given(&question.id).is_some(),
                "{}: {}",
                persona.id,
                question.id
            );
        }

        for decision in &pack().decisions {
            assert_eq!(
                known.is_put(&decision.id),
                answers.decided(&decision.id).is_some(),
                "{}: {}",
                persona.id,
                decision.id
            );
        }
    }
}

/// What an answer must be able to change: more than the lines that say why.
#[derive(PartialEq)]
struct Outcome {
    first: Vec<MeasureId>,
    items: Vec<(MeasureId, Vec<On>)>,
    gate: LegalGate,
    place: Option<PlaceId>,
    decisions: Vec<DecisionId>,
    bands: BTreeSet<(ThreatId, Band)>,
}

impl Outcome {
    fn of(answers: &Answers) -> Self {
        let plan = Plan::new(pack(), answers);
        let known = Known::new(pack(), answers);
        let weighing = weigh(pack(), &known, answers);

        Self {
            first: plan.first,
            items: plan.items.into_iter().map(|item| (item.measure, item.on)).collect(),
            gate: plan.gate,
            place: plan.place,
            decisions: pack()
                .decisions
                .iter()
                .filter(|decision| known.is_put(&decision.id))
                .map(|decision| decision.id.clone())
                .collect(),
            bands: weighing
                .iter()
                .map(|weighed| (weighed.threat.clone(), weighed.level.band()))
                .collect(),
        }
    }
}

/// The same answers with the choice, and without it; nothing when this person is not asked, or has no
/// other answer to compare it with.
fn with_and_without(answers: &Answers, question: &Question, choice: &ChoiceId) -> Option<(Answers, Answers)> {
    if !Known::new(pack(), answers).is_asked(&question.id) {
        return None;
    }

    let Some(Given::Chosen(chosen)) = answers.given(&question.id) else {
        return None;
    };

    let (mut with, mut without) = (answers.clone(), answers.clone());

    match question.kind {
        Kind::One if chosen.contains(choice) => return None,
        Kind::One => with.give(question.id.clone(), Given::one(choice.clone())),
        Kind::Many => {
            let (mut more, mut fewer) = (chosen.clone(), chosen.clone());

            more.insert(choice.clone());
            fewer.remove(choice);
            with.give(question.id.clone(), Given::Chosen(more));
            without.give(question.id.clone(), Given::Chosen(fewer));
        }
    }

    Some((with, without))
}

#[test]
fn every_choice_changes_more_than_a_reason_for_somebody() {
    let mut idle = Vec::new();

    for question in &pack().questions {
        for choice in &question.choices {
            let is_felt = pack().personas.iter().any(|persona| {
                with_and_without(&Answers::of(persona), question, &choice.id)
                    .is_some_and(|(with, without)| Outcome::of(&with) != Outcome::of(&without))
            });

            if !is_felt {
                idle.push(format!("{}.{}", question.id, choice.id));
            }
        }
    }

    assert!(idle.is_empty(), "these change nothing for anybody: {idle:?}");
}

#[test]
fn questions_are_short_and_say_why_they_are_asked() {
    const WORDS: [&str; 12] = [
        "adversary",
        "asset",
        "biometric",
        "metadata",
        "encrypt",
        "threat",
        "vector",
        "MDM",
        "SIM",
        "OS ",
        "jurisdiction",
        "subpoena",
    ];

    for question in &pack().questions {
        let labels = question.choices.iter().map(|choice| &choice.label);

        assert!(!question.why.is_empty(), "{}", question.id);

        for text in [&question.asks, &question.why].into_iter().chain(labels) {
            for word in WORDS {
                assert!(!text.contains(word), "{}: `{word}` in: {text}", question.id);
            }
        }

        for choice in &question.choices {
            assert!(choice.label.chars().count() <= 75, "{}: {}", question.id, choice.label);
        }
    }
}

#[test]
fn what_could_hurt_when_it_is_read_is_optional() {
    let sensitive: BTreeSet<&str> = pack()
        .questions
        .iter()
        .filter(|question| question.sensitive)
        .map(|question| question.id.as_str())
        .collect();

    for id in ["case", "worry", "about", "day", "traces", "travel"] {
        assert!(sensitive.contains(id), "{id}");
    }
}
