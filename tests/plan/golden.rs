//! The golden example of the design, recomputed by hand.
use super::build::*;
use super::text::text;

use daypack::answers::LegalGate;
use daypack::content::{Gate, Measure, Pack};
use daypack::plan::Plan;

/// Forced unlock 3×3, located 3×2, unnoticed arrest 2×4, and five measures.
pub fn example() -> Pack {
    Pack {
        questions: vec![case(), budget(&[4])],
        threats: vec![
            threat("forced", 3, 3),
            threat("located", 3, 2),
            threat("unnoticed", 2, 4),
        ],
        measures: vec![
            Measure {
                needs: vec![measure_id("passcode")],
                ..cutting("biometrics-off", 5, &[("forced", 3, 0)])
            },
            Measure {
                baseline: true,
                ..cutting("passcode", 30, &[("forced", 1, 0)])
            },
            cutting("phone-at-home", 5, &[("forced", 3, 0), ("located", 3, 0)]),
            cutting("check-in", 30, &[("unnoticed", 1, 1)]),
            Measure {
                gate: Gate::Legal,
                ..cutting("delete-chats", 30, &[("forced", 0, 2)])
            },
        ],
        decisions: vec![decision(
            "phone",
            &[("leave", &["phone-at-home"]), ("stay-reachable", &["check-in"])],
        )],
        ..pack()
    }
}

fn ids(plan: &Plan) -> Vec<String> {
    plan.items.iter().map(|item| item.measure.to_string()).collect()
}

fn left(plan: &Plan, threat: &str) -> u8 {
    let left = plan.left.iter().find(|left| left.threat == threat_id(threat)).unwrap();

    left.after.risk()
}

#[test]
fn the_golden_example_comes_out_as_written() {
    let pack = example();
    let mut answers = said(&["case.yes", "budget.4"]);

    answers.decide(decision_id("phone"), option_id("stay-reachable"));

    let plan = Plan::new(&pack, &answers);

    assert_eq!(ids(&plan), ["check-in", "passcode", "biometrics-off"]);
    assert_eq!(
        (left(&plan, "forced"), left(&plan, "located"), left(&plan, "unnoticed")),
        (3, 6, 3)
    );
    assert_eq!(plan.gate, LegalGate::Closed);
    assert_eq!(
        (plan.spent, plan.budget),
        (3, Some(4)),
        "what is in every plan costs nothing"
    );
    assert!(plan.more.is_empty() && plan.undecided.is_empty());
    assert_eq!(
        plan.first,
        [
            measure_id("check-in"),
            measure_id("passcode"),
            measure_id("biometrics-off")
        ]
    );

    let gains: Vec<u32> = plan.items.iter().map(|item| item.gain).collect();
    assert_eq!(gains, [5, 3, 3], "8 − 3, 9 − 6, 6 − 3");
    assert_eq!(
        plan.item(&measure_id("passcode")).unwrap().needed_by,
        [measure_id("biometrics-off")]
    );
}

#[test]
fn while_the_decision_is_open_neither_side_is_in_the_plan() {
    let plan = Plan::new(&example(), &said(&["case.yes", "budget.4"]));

    assert_eq!(ids(&plan), ["passcode", "biometrics-off"]);

    let sides: Vec<(String, u32)> = plan.undecided[0]
        .sides
        .iter()
        .map(|side| (side.option.to_string(), side.takes_away))
        .collect();

    // Forced 9 − 3 and located 6 − 2; unnoticed 8 − 3.
    assert_eq!(sides, [("leave".to_owned(), 10), ("stay-reachable".to_owned(), 5)]);
}

#[test]
fn an_open_gate_lets_the_gated_measure_compete() {
    let mut answers = said(&["case.no", "budget.4"]);

    answers.decide(decision_id("phone"), option_id("leave"));

    let plan = Plan::new(&example(), &answers);

    assert_eq!(plan.gate, LegalGate::Open);
    assert!(plan.item(&measure_id("delete-chats")).is_some());
}

#[test]
fn the_same_answers_give_the_same_bytes() {
    let pack = example();
    let answers = said(&["case.no"]);

    assert_eq!(
        text(&pack, &Plan::new(&pack, &answers)),
        text(&pack.clone(), &Plan::new(&pack.clone(), &answers.clone()))
    );
}
