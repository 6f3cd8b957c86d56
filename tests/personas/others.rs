//! The rules about other people: who is told, who lives close, what paper tells, whose law it is.
use super::rules::somebody;
use super::said::{all, has, refuse, sentence, sentences};
use crate::plan::build::{Luck, choice_id, question_id};
use crate::plan::skip::answers_by_luck;

use daypack::answers::Given;
use daypack::content::rule::Entry;
use daypack::content::{Gate, Pack};
use daypack::plan::Plan;

use std::collections::BTreeSet;

fn pack() -> &'static Pack {
    Pack::built_in()
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
            ("about", "minor" | "status" | "lgbt" | "exile" | "whistleblower" | "family")
                | ("worry", "close")
                | ("traces", "managed" | "shared")
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
