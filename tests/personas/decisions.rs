//! Decisions: both sides stand there with what they give and cost, and nothing is settled in silence.
use super::rules::somebody;
use crate::plan::build::Luck;

use daypack::answers::{Answers, Known};
use daypack::content::{Decision, Gate, Pack};
use daypack::decide::{self, Open};
use daypack::plan::Plan;
use daypack::risk;

use std::collections::{BTreeMap, BTreeSet};

/// Nobody decides well for long. Whoever has most at stake may be asked once more.
const USUAL: usize = 5;

fn pack() -> &'static Pack {
    Pack::built_in()
}

fn decision(id: &str) -> &'static Decision {
    pack()
        .decisions
        .iter()
        .find(|decision| decision.id.as_str() == id)
        .unwrap_or_else(|| panic!("there is no decision `{id}`"))
}

/// What is put to somebody, whether they have picked a side or not.
fn put(answers: &Answers) -> Vec<Open> {
    let known = Known::new(pack(), answers);
    let weighing = risk::weigh(pack(), &known, answers);

    decide::decisions(pack(), &known, &weighing)
}

/// The sides of a decision that name this measure.
fn sides(decision: &Decision, measure: &str) -> BTreeSet<String> {
    let names = |side: &&daypack::content::Side| side.allows.iter().any(|id| id.as_str() == measure);

    decision
        .options
        .iter()
        .filter(names)
        .map(|side| side.id.to_string())
        .collect()
}

#[test]
fn every_side_says_what_it_gives_and_what_it_costs_at_like_length() {
    assert!(pack().decisions.len() >= 10);

    for decision in &pack().decisions {
        assert!(decision.about.len() > 60, "{} says too little of why", decision.id);

        for side in &decision.options {
            let (gives, costs) = (side.gives.len(), side.costs.len());

            assert!(
                gives.max(costs) <= 3 * gives.min(costs),
                "{}.{} leans: {gives} letters for it, {costs} against it",
                decision.id,
                side.id
            );
        }

        let length = |side: &daypack::content::Side| side.gives.len() + side.costs.len();
        let longest = decision.options.iter().map(length).max().unwrap();
        let shortest = decision.options.iter().map(length).min().unwrap();

        assert!(longest <= 3 * shortest, "{} speaks more for one side", decision.id);
    }
}

#[test]
fn every_conflict_that_the_facts_name_is_a_decision() {
    // The protection against thieves and the record of places, the finger and its code; the finding
    // networks; details and originals; timers and evidence; home and reachable; mask and law; clothes;
    // the rest is what the list of decisions names beyond that.
    let apart = [
        ("finger-or-code", "biometrics-off", "long-code-with-finger"),
        ("diary-of-places", "location-history", ""),
        ("find-my-phone", "find-my-on", "find-my-off"),
        ("picture-details", "clean-photos", ""),
        ("messages-of-the-day", "short-timer", "written-record"),
        ("phone-on-the-day", "leave-phone-home", "check-in-by-phone"),
        ("face", "face-cover", "face-open"),
        ("clothes", "matching-clothes", "ordinary-clothes"),
        ("clothes", "ordinary-clothes", "be-recognisable"),
        ("hardened-mode", "hardened-phone", ""),
        ("wrong-codes", "erase-after-ten", "no-self-erase"),
        ("cloud-or-own", "icloud-locked", "cloud-backup-off"),
        ("at-the-border", "carry-little", "nothing-across"),
        ("where-pictures-go", "quick-copy", "no-auto-upload"),
    ];

    for (id, one, other) in apart {
        let decision = decision(id);
        let (one_side, other_side) = (sides(decision, one), sides(decision, other));

        assert!(!one_side.is_empty(), "no side of {id} allows {one}");
        assert!(
            other.is_empty() || !other_side.is_empty(),
            "no side of {id} allows {other}"
        );
        assert!(
            one_side.is_disjoint(&other_side),
            "{id} does not keep {one} and {other} apart"
        );
        assert!(
            one_side.len() < decision.options.len(),
            "{id}: every side allows {one}, so there is nothing to decide"
        );
    }
}

#[test]
fn nobody_we_know_faces_more_than_a_handful() {
    let mut counts: Vec<(usize, &str)> = pack()
        .personas
        .iter()
        .map(|person| (put(&Answers::of(person)).len(), person.id.as_str()))
        .collect();
    counts.sort_unstable();

    let median = counts[counts.len() / 2].0;
    let most = counts.last().unwrap();

    assert!(median <= USUAL, "{counts:?}");
    assert!(most.0 <= USUAL + 1, "{counts:?}");
}

#[test]
fn each_decision_makes_a_difference_to_somebody() {
    let mut luck = Luck::new(31);
    let mut differs: BTreeMap<String, bool> = pack()
        .decisions
        .iter()
        .map(|decision| (decision.id.to_string(), false))
        .collect();

    for _ in 0..200 {
        for open in put(&somebody(&mut luck, &[("case", "no")])) {
            let sums: BTreeSet<u32> = open.sides.iter().map(|side| side.takes_away).collect();

            *differs.get_mut(open.decision.as_str()).unwrap() |= sums.len() > 1;
        }
    }

    differs.retain(|_, differs| !*differs);

    assert!(differs.is_empty(), "one side is like the other: {differs:?}");
}

#[test]
fn the_sum_of_a_side_is_what_its_threats_lose() {
    let mut luck = Luck::new(7);

    for _ in 0..100 {
        for open in put(&somebody(&mut luck, &[])) {
            assert_eq!(
                open.sides.len(),
                decision(open.decision.as_str()).options.len(),
                "no side of {} is left out",
                open.decision
            );

            for side in &open.sides {
                let lost = side
                    .threats
                    .iter()
                    .map(|(_, before, after)| u32::from(before.risk() - after.risk()));

                assert_eq!(side.takes_away, lost.sum::<u32>(), "{}.{}", open.decision, side.option);
            }
        }
    }
}

#[test]
fn while_a_decision_is_open_no_side_of_it_is_on_the_list() {
    let mut luck = Luck::new(13);

    for _ in 0..60 {
        let plan = Plan::new(pack(), &somebody(&mut luck, &[]));

        for open in &plan.undecided {
            for measure in decision(open.decision.as_str())
                .options
                .iter()
                .flat_map(|side| &side.allows)
            {
                assert!(
                    plan.item(measure).is_none() && plan.more.iter().all(|more| &more.measure != measure),
                    "{measure} was decided in silence"
                );
            }
        }
    }
}

#[test]
fn a_side_behind_the_closed_gate_is_not_put_and_not_hinted_at() {
    let gated = |id: &daypack::content::id::MeasureId| pack().measure(id).unwrap().gate == Gate::Legal;
    let mut luck = Luck::new(17);
    let mut seen = 0;

    for case in ["maybe", "yes", "rather-not"] {
        for _ in 0..60 {
            for open in put(&somebody(&mut luck, &[("case", case)])) {
                let decision = decision(open.decision.as_str());

                for side in &decision.options {
                    let is_gated = !side.allows.is_empty() && side.allows.iter().all(gated);

                    assert!(!is_gated, "{}.{} is put", decision.id, side.id);
                }

                let about = [&decision.asks, &decision.about];
                let sides = decision
                    .options
                    .iter()
                    .flat_map(|side| [&side.label, &side.gives, &side.costs]);

                for text in about.into_iter().chain(sides) {
                    seen += 1;

                    for word in ["delete", "wipe", "erase", "clear ", "empty itself"] {
                        assert!(!text.to_lowercase().contains(word), "{}: {text}", decision.id);
                    }
                }
            }
        }
    }

    assert!(seen > 1_000, "only {seen} texts were put");
}
