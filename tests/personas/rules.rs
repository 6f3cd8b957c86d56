//! Seven rules that stand above every measure.
use super::said::{all, has, orders, refuse, sentence, sentences};
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
fn somebody(luck: &mut Luck, set: &[(&str, &str)]) -> Answers {
    let mut answers = answers_by_luck(pack(), luck);

    for (question, choice) in set {
        answers.give(question_id(question), Given::one(choice_id(choice)));
    }

    answers
}

/// Whether a measure makes a phone silent or leaves it behind.
fn silences(measure: &Measure) -> bool {
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
        let mut answers = somebody(&mut luck, &[("case", "no"), ("needs", "medical")]);

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
fn can_lock_out(measure: &Measure) -> bool {
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

#[test]
fn rule_4_whoever_is_told_may_be_the_danger() {
    let names = |text: &str| {
        has(
            text,
            &[
                "tell somebody",
                "tell someone",
                "tell a friend",
                "tell your family",
                "your parents",
                "call your family",
                "consulate",
                "embassy",
                "tell your employer",
                "guardian",
                "somebody when you leave",
                "sign at agreed times",
                "somebody is told",
                "with one calm person",
            ],
        )
    };
    let is_careful = |text: &str| {
        has(
            text,
            &[
                "safe for you",
                "may know",
                "may be known",
                "do not fear",
                "wrong ones",
                "somebody safe",
            ],
        )
    };

    assert!(names("tell somebody where you are") && !is_careful("tell somebody where you are"));

    let mut seen = 0;

    for measure in &pack().measures {
        let text = all(measure);

        if names(&text) {
            seen += 1;
            assert!(
                is_careful(&text),
                "{} does not ask whether this person is safe",
                measure.id
            );
        }
    }

    for card in &pack().cards {
        for line in card.lines.iter().map(|line| line.to_lowercase()) {
            assert!(!names(&line) || is_careful(&line), "card {}: {line}", card.id);
        }
    }

    assert!(seen >= 4, "found only {seen}");
}

#[test]
fn rule_5_with_somebody_close_a_helpline_comes_before_any_change() {
    let mut luck = Luck::new(5);
    let helpline = pack()
        .measures
        .iter()
        .find(|measure| measure.title.to_lowercase().contains("helpline"))
        .expect("there is a helpline");

    assert!(all(helpline).contains("one at a time") || all(helpline).contains("one thing a day"));

    for _ in 0..30 {
        let answers = somebody(&mut luck, &[("worry", "close"), ("lead", "weeks")]);
        let plan = Plan::new(pack(), &answers);

        assert!(
            plan.item(&helpline.id).is_some(),
            "whoever fears somebody close is told of a helpline first"
        );
    }

    refuse(
        pack(),
        &[
            "Change all passwords at once.",
            "Take away their access to everything today.",
        ],
        &["Take small steps, one at a time, and never all at once."],
        |sentence| {
            sentence.has(&["change ", "take away", "remove "])
                && sentence.has(&["at once", "today"])
                && sentence.has(&["all ", "everything"])
                && !sentence.has(&["never", "not ", "violence"])
        },
    );
}

#[test]
fn rule_6_paper_betrays_so_what_answers_put_on_the_list_says_so() {
    let sensitive: BTreeSet<_> = pack()
        .questions
        .iter()
        .filter(|question| question.sensitive && question.id.as_str() != "worry")
        .map(|question| &question.id)
        .collect();
    let is_sensitive = |entry: &Entry| matches!(entry, Entry::Choice(answer) if sensitive.contains(&answer.question));
    let telling = |entry: &Entry| {
        matches!(entry, Entry::Choice(answer) if matches!(
            (answer.question.as_str(), answer.choice.as_str()),
            ("about", "minor" | "status" | "lgbt" | "exile" | "whistleblower") | ("worry", "close")
        ))
    };

    assert!(sensitive.len() >= 3);

    for measure in &pack().measures {
        let only_sensitive = !measure.show.any.is_empty() && measure.show.any.iter().all(is_sensitive);
        let tells = measure.show.any.len() == 1 && measure.show.any.iter().all(telling);

        assert!(
            !tells || !measure.reveals.is_empty(),
            "{} tells a stranger who carries it (only sensitive: {only_sensitive})",
            measure.id
        );
        assert!(
            measure.gate == Gate::None || !measure.reveals.is_empty(),
            "{} tells that no case is open",
            measure.id
        );
    }
}

#[test]
fn rule_7_no_countrys_law_is_the_default_for_another() {
    let names: Vec<String> = pack().places.iter().map(|place| place.name.to_lowercase()).collect();

    for place in &pack().places {
        let topics: BTreeSet<_> = place.rules.iter().map(|rule| rule.topic).collect();

        assert_eq!(topics.len(), place.rules.len(), "{}: a topic has one rule", place.id);

        for rule in &place.rules {
            assert!(
                !rule.sources.is_empty(),
                "{}: {:?} rests on nothing",
                place.id,
                rule.topic
            );

            for other in pack().places.iter().filter(|other| other.id != place.id) {
                assert!(
                    other
                        .rules
                        .iter()
                        .all(|theirs| theirs.says != rule.says && theirs.card != rule.card),
                    "{} and {} share a rule",
                    place.id,
                    other.id
                );
            }
        }
    }

    for sentence in sentences(pack())
        .iter()
        .filter(|sentence| sentence.has(&["allowed", "legal"]))
    {
        let is_promise = sentence.has(&["is allowed everywhere", "it is legal to", "you are allowed to"])
            && !sentence.has(&["that you are allowed to", "not "]);

        assert!(!is_promise, "{}: {}", sentence.at, sentence.text);
    }

    assert!(sentence("you are allowed to film").has(&["you are allowed to"]));
    assert!(names.iter().all(|name| !name.is_empty()));
}

#[test]
fn rule_7_an_unknown_place_has_no_law_and_gets_questions_to_ask() {
    let mut luck = Luck::new(9);

    for given in [Given::one(choice_id("elsewhere")), Given::Unknown] {
        let mut answers = answers_by_luck(pack(), &mut luck);

        answers.give(question_id("place"), given);

        assert_eq!(Plan::new(pack(), &answers).place, None);
    }

    let asks = pack()
        .cards
        .iter()
        .any(|card| card.lines.iter().filter(|line| line.ends_with('?')).count() >= 5);

    assert!(asks, "there is a card with questions for a local lawyer");
}
