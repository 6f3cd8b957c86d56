//! Skipping a question never makes the advice weaker.
use super::build::*;

use daypack::answers::{Answers, Given, Known, LegalGate};
use daypack::content::id::{ChoiceId, QuestionId};
use daypack::content::rule::{Conditions, Entry};
use daypack::content::{Gate, Kind, Measure, Pack, Question, Shift, Threat};
use daypack::plan::candidates;
use daypack::risk::weigh;

use std::collections::BTreeSet;

/// Replaces each answer by a skip, and looks at every risk and every measure.
pub fn assert_skipping_never_weakens(pack: &Pack, answers: &Answers, what: &str) {
    let answers = without_parked(pack, answers);
    let questions: Vec<QuestionId> = answers.all_given().map(|(question, _)| question.clone()).collect();

    for question in questions {
        let mut skipped = answers.clone();

        skipped.give(question.clone(), Given::Unknown);

        let (before, after) = (Known::new(pack, &answers), Known::new(pack, &skipped));
        let (weighed, heavier) = (weigh(pack, &before, &answers), weigh(pack, &after, &skipped));

        for threat in weighed.iter() {
            let now = heavier.get(&threat.threat).unwrap();

            assert!(
                now.proposed.likelihood >= threat.proposed.likelihood && now.proposed.impact >= threat.proposed.impact,
                "{what}: skipping `{question}` lowers `{}`",
                threat.threat
            );
        }

        let closes = before.gate() == LegalGate::Open && after.gate() == LegalGate::Closed;
        let still: BTreeSet<_> = candidates(pack, &after)
            .into_iter()
            .map(|measure| &measure.id)
            .collect();

        for measure in candidates(pack, &before) {
            assert!(
                still.contains(&measure.id) || closes,
                "{what}: skipping `{question}` removes `{}`",
                measure.id
            );
        }
    }
}

/// An answer to a question that is not asked is not an answer that can be skipped.
fn without_parked(pack: &Pack, answers: &Answers) -> Answers {
    let known = Known::new(pack, answers);
    let mut asked = answers.clone();

    for (question, _) in answers.all_given() {
        if !known.is_asked(question) {
            asked.take_back(question);
        }
    }

    asked
}

/// A pack that keeps the rules of the format: what raises or shows is in `unknown_means`.
fn lawful_pack(luck: &mut Luck) -> Pack {
    let mut questions = vec![case()];

    for at in 0..2 + luck.below(4) {
        let names: Vec<String> = (0..2 + luck.below(3)).map(|at| format!("c{at}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let assumed = luck.some(&names, 60);
        let mut question = Question {
            show: conditions(&questions, luck),
            kind: *luck.pick(&[Kind::One, Kind::Many]),
            ..question(&format!("q{at}"), &names, &assumed)
        };

        if assumed.is_empty() {
            question.unknown_means = vec![choice_id("c0")];
        }

        questions.push(question);
    }

    let threats: Vec<Threat> = (0..4)
        .map(|at| Threat {
            shifts: (0..4).map(|_| lawful_shift(&questions, luck)).collect(),
            ..threat(&format!("t{at}"), luck.below(5) as u8, luck.below(5) as u8)
        })
        .collect();
    let mut measures: Vec<Measure> = Vec::new();

    for at in 0..12 {
        let needs = if at > 0 && luck.chance(30) {
            vec![measures[luck.below(at)].id.clone()]
        } else {
            Vec::new()
        };

        measures.push(Measure {
            show: conditions(&questions, luck),
            needs,
            gate: if luck.chance(15) { Gate::Legal } else { Gate::None },
            ..cutting(&format!("m{at}"), 5, &[("t0", 1, 0)])
        });
    }

    Pack {
        questions: questions.clone(),
        threats,
        measures,
        decisions: vec![daypack::content::Decision {
            show: conditions(&questions, luck),
            ..decision("d", &[("left", &["m0", "m1"]), ("right", &["m2"])])
        }],
        ..pack()
    }
}

/// Entries that may be used positively: those that an unknown assumes.
fn positive(questions: &[Question]) -> Vec<Entry> {
    entries_of(questions, |question, choice| question.unknown_means.contains(choice))
}

fn entries_of(questions: &[Question], keep: impl Fn(&Question, &ChoiceId) -> bool) -> Vec<Entry> {
    questions
        .iter()
        .filter(|question| question.id.as_str() != "case")
        .flat_map(|question| {
            let kept: Vec<&ChoiceId> = question
                .choices
                .iter()
                .map(|choice| &choice.id)
                .filter(|choice| keep(question, choice))
                .collect();

            kept.into_iter()
                .map(|choice| entry(&format!("{}.{choice}", question.id)))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn conditions(questions: &[Question], luck: &mut Luck) -> Conditions {
    let (positive, all) = (positive(questions), entries_of(questions, |_, _| true));

    Conditions {
        any: luck.some(&positive, 30),
        all: luck.some(&positive, 5),
        hide: luck.some(&all, 8),
    }
}

fn lawful_shift(questions: &[Question], luck: &mut Luck) -> Shift {
    let (positive, all) = (positive(questions), entries_of(questions, |_, _| true));
    let raises = luck.chance(50);
    let usable = if raises { &positive } else { &all };
    let by = 1 + luck.below(2) as i8;

    Shift {
        any: luck.some(usable, 30),
        all: luck.some(usable, 10),
        none: if raises { Vec::new() } else { luck.some(&all, 15) },
        likelihood: if raises { by } else { -by },
        impact: if luck.chance(30) {
            if raises { 1 } else { -1 }
        } else {
            0
        },
        rules_out: !raises && luck.chance(30),
        ..shift("A reason.")
    }
}

/// Answers to about nine questions of ten, in any number where any number goes.
pub fn answers_by_luck(pack: &Pack, luck: &mut Luck) -> Answers {
    let mut answers = Answers::default();

    for question in &pack.questions {
        let choices: Vec<ChoiceId> = question.choices.iter().map(|choice| choice.id.clone()).collect();
        let given = match question.kind {
            _ if luck.chance(10) => Given::Unknown,
            Kind::One => Given::one(luck.pick(&choices).clone()),
            Kind::Many => Given::Chosen(luck.some(&choices, 40).into_iter().collect()),
        };

        answers.give(question.id.clone(), given);
    }

    for decision in &pack.decisions {
        if luck.chance(70) {
            answers.decide(decision.id.clone(), luck.pick(&decision.options).id.clone());
        }
    }

    answers
}

#[test]
fn skipping_never_lowers_a_risk_and_never_removes_a_measure() {
    for seed in 0..400 {
        let mut luck = Luck::new(seed);
        let pack = lawful_pack(&mut luck);

        for _ in 0..5 {
            let answers = answers_by_luck(&pack, &mut luck);

            assert_skipping_never_weakens(&pack, &answers, &format!("seed {seed}"));
        }
    }
}
