//! Whose law it is: what is known of each place with its source, what is not, and never one for another.
use super::rules::somebody;
use super::said::{denies, has, refuse};
use crate::plan::build::Luck;
use crate::sheet;

use daypack::content::{Confidence, Pack, Place, Topic};
use daypack::plan::Plan;
use daypack::sheet::list::list;
use daypack::sheet::{Setting, Source};

use std::collections::BTreeSet;

fn pack() -> &'static Pack {
    Pack::built_in()
}

fn place(id: &str) -> &'static Place {
    pack()
        .places
        .iter()
        .find(|place| place.id.as_str() == id)
        .unwrap_or_else(|| panic!("there is no place `{id}`"))
}

/// The plan of somebody who goes to this place, and all of its paper.
fn carried(choice: &str, setting: Setting) -> (Plan, String) {
    let plan = Plan::new(pack(), &somebody(&mut Luck::new(23), &[("place", choice)]));
    let paper = sheet::texts(&sheet::safe_list(pack(), &plan, setting)).join("\n");

    (plan, paper)
}

#[test]
fn rule_7_every_place_says_of_each_topic_what_is_known_or_that_it_is_not() {
    let ids: BTreeSet<&str> = pack().places.iter().map(|place| place.id.as_str()).collect();

    assert_eq!(ids, BTreeSet::from(["au", "be", "de", "fr", "hk", "in", "uk", "us"]));

    for place in &pack().places {
        for topic in Topic::ALL {
            let rules: Vec<_> = place.rules.iter().filter(|rule| rule.topic == topic).collect();
            let is_unknown = place.unknown.contains(&topic);

            assert_eq!(
                rules.len() + usize::from(is_unknown),
                1,
                "{}: {topic:?} is neither known nor said to be unknown, or both",
                place.id
            );

            for rule in rules {
                assert!(!rule.sources.is_empty(), "{}: {topic:?} rests on nothing", place.id);
                assert!(rule.says.len() > rule.card.len() / 2 && !rule.card.is_empty());
            }
        }

        assert!(!place.rules.is_empty(), "{} says nothing at all", place.id);
    }
}

#[test]
fn rule_7_what_is_not_known_is_named_on_paper_and_never_as_allowed() {
    for place in &pack().places {
        let (plan, paper) = carried(place.id.as_str(), Setting::Normal);
        let (_, pocket) = carried(place.id.as_str(), Setting::Compact);

        assert_eq!(plan.place.as_ref(), Some(&place.id));
        assert!(paper.contains("not legal advice") && pocket.contains("not legal advice"));

        for rule in &place.rules {
            assert!(
                paper.contains(&rule.says),
                "{}: {:?} is not in full",
                place.id,
                rule.topic
            );
            assert!(
                pocket.contains(&rule.card),
                "{}: {:?} is not in the pocket",
                place.id,
                rule.topic
            );
        }

        for other in pack().places.iter().filter(|other| other.id != place.id) {
            for rule in &other.rules {
                assert!(
                    !paper.contains(&rule.says) && !paper.contains(&rule.card),
                    "{} carries the law of {}",
                    place.id,
                    other.id
                );
            }
        }

        assert!(!place.unknown.is_empty(), "nobody knows everything about {}", place.id);
        assert!(
            paper.matches("Unknown does not mean allowed").count() == 2
                && pocket.contains("Unknown does not mean allowed"),
            "{}",
            place.id
        );
    }
}

#[test]
fn rule_7_an_unknown_place_gets_every_question_and_nobodys_rule() {
    let (plan, paper) = carried("elsewhere", Setting::Compact);

    assert_eq!(plan.place, None);

    for rule in pack().places.iter().flat_map(|place| &place.rules) {
        assert!(!paper.contains(&rule.card), "another country's rule: {}", rule.card);
    }

    let questions = paper.lines().filter(|line| line.ends_with('?') && line.len() > 15);

    assert!(questions.count() >= Topic::ALL.len(), "{paper}");

    let card = pack()
        .cards
        .iter()
        .find(|card| card.id.as_str() == "ask-a-lawyer")
        .unwrap();
    let card = card.lines.join(" ").to_lowercase();

    for word in [
        "finger", "code", "search", "who i am", "nothing", "face", "film", "delete", "border",
    ] {
        assert!(card.contains(word), "nobody asks about `{word}`");
    }
}

#[test]
fn rule_7_the_words_of_one_country_are_never_said_for_all() {
    refuse(
        pack(),
        &[
            "Say: I do not consent to this search.",
            "You have the right to remain silent everywhere.",
            "The Fifth Amendment protects your code.",
            "Answer no comment to every question.",
        ],
        &[
            "In the United States say: I do not consent to this search.",
            "If stopped: say that you want to be silent, then be silent",
        ],
        |sentence| {
            let is_named = sentence.has(&["united states", "united kingdom", "in england"]);

            !is_named
                && sentence.has(&[
                    "i do not consent",
                    "fifth amendment",
                    "no comment",
                    "right to remain silent",
                ])
        },
    );
}

#[test]
fn fact_01_no_place_promises_a_code_or_a_search_more_than_its_source() {
    // Where refusing can be an offence, nothing may read as if a code could be kept to oneself.
    for id in ["uk", "fr", "be", "hk", "au"] {
        let rule = place(id).rule(Topic::Code).unwrap();
        let card = rule.card.to_lowercase();

        assert!(has(&card, &["offence", "punished"]), "{id}: {card}");
        assert!(!has(&card, &["need not", "do not have to"]), "{id}: {card}");
        assert!(card.contains("lawyer"), "{id}: {card}");
    }

    for place in &pack().places {
        for rule in &place.rules {
            for sentence in rule.says.split_inclusive(['.', ':', ';']).map(str::to_lowercase) {
                let obliges = sentence.contains("warrant") && has(&sentence, &["you must", "must unlock", "must tell"]);

                assert!(!obliges, "{}: {sentence}", place.id);

                let frees = has(
                    &sentence,
                    &["cannot make you", "need not", "may always", "you can refuse"],
                );

                assert!(
                    !frees || place.id.as_str() == "us" || denies(&sentence),
                    "{}: {sentence}",
                    place.id
                );
            }
        }
    }

    let silence = place("uk").rule(Topic::Silence).unwrap();

    assert!(
        silence.card.contains("Not at ports"),
        "at ports silence can be an offence"
    );
    assert!(
        place("uk")
            .rule(Topic::Border)
            .unwrap()
            .says
            .contains("does not hold there"),
        "advice to stay silent does not hold at ports"
    );
}

#[test]
fn where_sources_disagree_the_rule_says_so_and_is_not_sure() {
    for (id, topic) in [
        ("us", Topic::ForcedUnlock),
        ("in", Topic::Code),
        ("hk", Topic::Code),
        ("au", Topic::Code),
        ("uk", Topic::Silence),
    ] {
        let rule = place(id).rule(topic).unwrap();

        assert!(has(&rule.says, &["disagree"]), "{id}: {}", rule.says);
        assert!(
            rule.confidence != Confidence::High || id == "us",
            "{id}: sure of what is disputed"
        );
    }

    assert!(place("be").rule(Topic::Code).unwrap().says.contains("out of date"));
    assert!(
        place("fr")
            .rule(Topic::Code)
            .unwrap()
            .says
            .contains("decided otherwise")
    );
}

#[test]
fn nobody_is_told_to_refuse_a_lawyer() {
    let rules = pack().places.iter().flat_map(|place| &place.rules);

    for text in rules.flat_map(|rule| [&rule.says, &rule.card]) {
        for wrong in ["refuse the lawyer", "refuse the duty", "no lawyer at all"] {
            assert!(!text.to_lowercase().contains(wrong), "{text}");
        }
    }

    assert!(
        place("uk")
            .rule(Topic::Silence)
            .unwrap()
            .says
            .contains("better than none")
    );
}

#[test]
fn whoever_crosses_a_border_reads_its_card_and_carries_none() {
    for (choice, is_there) in [("car", false), ("citizen", true), ("foreigner", true)] {
        let plan = Plan::new(
            pack(),
            &somebody(&mut Luck::new(2), &[("worry", "border"), ("travel", choice)]),
        );
        let paper = sheet::texts(&sheet::safe_list(pack(), &plan, Setting::Normal)).join("\n");

        assert_eq!(
            plan.cards.iter().any(|id| id.as_str() == "border"),
            is_there,
            "{choice}"
        );
        assert!(!paper.contains("Decide before the queue"), "paper tells of a journey");
    }
}

#[test]
fn the_card_for_borders_speaks_of_every_topic_and_lends_nobody_a_rule() {
    let card = pack().cards.iter().find(|card| card.id.as_str() == "border").unwrap();
    let text = card.lines.join(" ").to_lowercase();

    for word in [
        "finger",
        "code",
        "search",
        "name",
        "mask",
        "silence",
        "filming",
        "delete",
        "lawyer",
        "never lie",
    ] {
        assert!(text.contains(word), "at a border nobody says a word about `{word}`");
    }

    assert!(text.contains("us borders and uk ports, and no others"));
    assert!(text.contains("unknown is not allowed") && text.contains("not legal advice"));
}

#[test]
fn the_pocket_has_a_few_lines_of_law_and_the_page_before_has_all() {
    for place in &pack().places {
        let plan = Plan::new(pack(), &somebody(&mut Luck::new(5), &[("place", place.id.as_str())]));
        let sheet = list(
            &Source::new(pack(), &plan),
            &daypack::sheet::Carry {
                level: daypack::sheet::Level::Safe,
                setting: Setting::Normal,
            },
        );
        let cards: BTreeSet<&String> = place.rules.iter().map(|rule| &rule.card).collect();
        let lines: usize = sheet
            .blocks
            .iter()
            .map(|block| match block {
                daypack::sheet::Block::Points(lines) => lines.iter().filter(|line| cards.contains(line)).count(),
                _ => 0,
            })
            .sum();

        assert_eq!(lines, place.rules.len().min(4), "{}", place.id);
    }
}
