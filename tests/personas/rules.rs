//! The rules about life, loss and evidence, which stand above every measure. The other four are in
//! `others.rs`.
use super::said::{all, has, orders, refuse};
use crate::plan::build::{Luck, choice_id, question_id};
use crate::plan::skip::answers_by_luck;

use daypack::answers::{Answers, Given, LegalGate};
use daypack::content::id::MeasureId;
use daypack::content::rule::Entry;
use daypack::content::{Gate, GateRole, Measure, Pack, When};
use daypack::plan::Plan;

use std::collections::BTreeSet;

fn pack() -> &'static Pack {
    Pack::built_in()
}

/// Everything a measure needs, directly or not.
fn needs(measure: &Measure) -> BTreeSet<&'static MeasureId> {
    let mut found = BTreeSet::new();
    let mut next: Vec<&MeasureId> = measure.needs.iter().collect();

    while let Some(id) = next.pop() {
        let need = pack().measure(id).unwrap();

        if found.insert(&need.id) {
            next.extend(&need.needs);
        }
    }

    found
}

/// Somebody by luck whose answers to some questions are set.
pub fn somebody(luck: &mut Luck, set: &[(&str, &str)]) -> Answers {
    let mut answers = answers_by_luck(pack(), luck);

    for (question, choice) in set {
        answers.give(question_id(question), Given::one(choice_id(choice)));
    }

    answers
}

/// Whether a measure makes a phone silent or leaves it behind.
pub fn silences(measure: &Measure) -> bool {
    let orders = orders(measure);

    has(
        &orders,
        &[
            "airplane mode on",
            "phone switched off",
            "phone fully off",
            "switch it fully off",
            "leave your phone at home",
            "bluetooth and wi-fi really off",
            "switch devices off",
        ],
    ) || measure.title.to_lowercase().starts_with("switch off before")
}

#[test]
fn rule_1_life_and_health_come_first() {
    refuse(
        pack(),
        &[
            "Never call an ambulance, it is not safe.",
            "Do not call for help from your own phone.",
            "Leave your medicine at home.",
        ],
        &[
            "In danger switch it on and call.",
            "Do not practise with those presses.",
        ],
        |sentence| {
            (sentence.has(&["do not call", "never call", "don't call"])
                && sentence.has(&["help", "ambulance", "emergency", "doctor"]))
                || (sentence.has(&["leave", "without"]) && sentence.has(&["medicine at home", "inhaler at home"]))
        },
    );

    let silencing: Vec<_> = pack().measures.iter().filter(|measure| silences(measure)).collect();

    assert!(silencing.len() >= 4, "found only {}", silencing.len());

    for measure in silencing {
        let careful = measure.careful.to_lowercase();

        assert!(
            has(&careful, &["medical", "health", "medicine"]),
            "{} does not speak of medical devices",
            measure.id
        );
    }

    let card = |id: &str| {
        let card = pack().cards.iter().find(|card| card.id.as_str() == id).unwrap();

        card.lines.join(" ").to_lowercase()
    };

    assert!(has(&card("danger"), &["call for help"]) && card("danger").contains("real name"));

    for word in ["hurt", "pregnant", "under 18", "interpreter"] {
        assert!(card("stopped").contains(word), "silence never covers `{word}`");
    }
}

#[test]
fn rule_1_nobody_with_a_medical_device_is_told_to_switch_it_off() {
    let mut luck = Luck::new(11);

    for _ in 0..100 {
        let mut answers = somebody(&mut luck, &[("case", "no"), ("day", "medical")]);

        for decision in &pack().decisions {
            answers.decide(decision.id.clone(), luck.pick(&decision.options).id.clone());
        }

        let plan = Plan::new(pack(), &answers);
        let shown = plan
            .items
            .iter()
            .map(|item| &item.measure)
            .chain(plan.more.iter().map(|more| &more.measure));

        for id in shown {
            let measure = pack().measure(id).unwrap();

            assert!(
                !silences(measure) || measure.topic == "travel",
                "{id} silences a medical device"
            );
        }
    }
}

/// Whether a measure can lock a person out, or lose data, when it goes wrong.
pub fn can_lock_out(measure: &Measure) -> bool {
    has(
        &orders(measure),
        &[
            "change passcode",
            "custom numeric code",
            "filevault",
            "bitlocker",
            "device encryption",
            "advanced data protection",
            "erase data",
            "registration lock",
            "sim pin",
            "sim lock",
            "lock sim",
            "start › pin",
            "pin before windows",
        ],
    ) && measure.changes_setting
}

#[test]
fn rule_2_what_can_lock_out_comes_after_a_backup_and_never_on_the_day() {
    let risky: Vec<_> = pack().measures.iter().filter(|measure| can_lock_out(measure)).collect();

    assert!(risky.len() >= 5, "found only {}", risky.len());

    for measure in risky {
        // A phone without any code gets one at once.
        if measure.show.any == [entry("unlock", "none")] {
            continue;
        }

        assert!(
            needs(measure).iter().any(|need| need.as_str() == "backup-before"),
            "{} does not need a backup first",
            measure.id
        );
        assert!(measure.when <= When::DaysBefore, "{} comes too late", measure.id);
        assert!(
            has(&all(measure), &["paper", "write", "back up first"]),
            "{} does not say what the way back is",
            measure.id
        );
    }
}

fn entry(question: &str, choice: &str) -> Entry {
    Entry::Choice(daypack::content::rule::ChoiceRef {
        question: question_id(question),
        choice: choice_id(choice),
    })
}

#[test]
fn rule_3_evidence_stands_above_every_step_that_destroys() {
    let tells = |measure: &Measure| {
        orders(measure).split(['.', '\n', ':']).any(|part| {
            let part = part.trim();

            has(
                part,
                &[
                    "delete all",
                    "delete the",
                    "delete old",
                    "clear the history",
                    "clear what",
                    "wipe last",
                ],
            ) && !has(part, &["not ", "nothing", "advertising"])
        })
    };
    let destroying: Vec<_> = pack().measures.iter().filter(|measure| tells(measure)).collect();

    assert!(destroying.len() >= 3, "found only {}", destroying.len());

    for measure in destroying {
        assert_eq!(measure.gate, Gate::Legal, "{}", measure.id);
    }

    for measure in pack().measures.iter().filter(|measure| measure.gate == Gate::Legal) {
        assert!(
            has(
                &measure.careful.to_lowercase(),
                &["case", "lawyer", "evidence", "expected"]
            ),
            "{} does not say when not to",
            measure.id
        );
    }

    let closing = pack().questions.iter().flat_map(|question| &question.choices);

    assert!(
        closing.filter(|choice| choice.gate == Some(GateRole::Closes)).count() >= 4,
        "a planned arrest closes it, too"
    );
}

#[test]
fn rule_3_whoever_cannot_say_no_is_told_to_leave_everything_as_it_is() {
    let mut luck = Luck::new(3);

    for choice in ["maybe", "yes", "rather-not"] {
        let answers = somebody(&mut luck, &[("case", choice)]);
        let plan = Plan::new(pack(), &answers);
        let measure = plan
            .items
            .iter()
            .find(|item| item.baseline && all(pack().measure(&item.measure).unwrap()).contains("delete nothing"));

        assert_eq!(plan.gate, LegalGate::Closed);
        assert!(measure.is_some(), "{choice}");
    }
}
