//! A closed gate: nothing behind it appears anywhere.
use super::build::*;
use super::luck::full_pack;
use super::text::text;

use daypack::answers::{Answers, LegalGate};
use daypack::content::{Gate, Measure, Pack};
use daypack::plan::Plan;
use daypack::plan::progress::{Key, Mark, Progress, Role};
use daypack::plan::restore::restore;

use std::collections::BTreeSet;

/// Every gated measure, and every measure that needs one.
fn behind(pack: &Pack) -> BTreeSet<String> {
    let mut behind: BTreeSet<String> = BTreeSet::new();

    loop {
        let more: Vec<String> = pack
            .measures
            .iter()
            .filter(|measure| {
                measure.gate == Gate::Legal || measure.needs.iter().any(|need| behind.contains(need.as_str()))
            })
            .map(|measure| measure.id.to_string())
            .filter(|id| !behind.contains(id))
            .collect();

        if more.is_empty() {
            return behind;
        }

        behind.extend(more);
    }
}

#[test]
fn nothing_behind_a_closed_gate_appears_in_a_plan() {
    let mut shown_when_open = 0;

    for seed in 0..100 {
        let pack = full_pack(40, &mut Luck::new(seed));
        let behind = behind(&pack);

        for answers in [
            Answers::default(),
            said(&["case.maybe", "has.a", "budget.9"]),
            said(&["case.yes"]),
        ] {
            let plan = Plan::new(&pack, &answers);
            let shown = text(&pack, &plan);

            assert_eq!(plan.gate, LegalGate::Closed);

            for id in &behind {
                assert!(!shown.contains(id.as_str()), "seed {seed}: {id} leaks:\n{shown}");
            }
        }

        let open = Plan::new(&pack, &said(&["case.no"]));
        shown_when_open += open
            .items
            .iter()
            .filter(|item| behind.contains(item.measure.as_str()))
            .count();
    }

    assert!(
        shown_when_open > 100,
        "only {shown_when_open} gated measures matter in these packs"
    );
}

#[test]
fn a_decision_with_a_side_behind_the_gate_is_not_put_while_it_is_closed() {
    let pack = Pack {
        questions: vec![case()],
        threats: vec![threat("t", 4, 4)],
        measures: vec![
            Measure {
                gate: Gate::Legal,
                ..cutting("wipe", 5, &[("t", 2, 0)])
            },
            cutting("keep", 5, &[("t", 1, 0)]),
        ],
        decisions: vec![decision("chats", &[("wipe-them", &["wipe"]), ("keep-them", &["keep"])])],
        ..pack()
    };

    let closed = Plan::new(&pack, &Answers::default());

    assert!(closed.undecided.is_empty());
    assert!(
        closed.item(&measure_id("keep")).is_some(),
        "the only side that is left counts"
    );

    let open = Plan::new(&pack, &said(&["case.no"]));

    assert_eq!(open.undecided.len(), 1);
    assert!(open.items.is_empty(), "now there is something to decide");
}

#[test]
fn a_gated_measure_that_was_done_is_not_on_the_restore_list_once_the_gate_has_closed() {
    let pack = Pack {
        questions: vec![case()],
        threats: vec![threat("t", 4, 4)],
        measures: vec![Measure {
            gate: Gate::Legal,
            changes_setting: true,
            undo: "Undo it.".to_owned(),
            ..cutting("wipe", 5, &[("t", 2, 0)])
        }],
        ..pack()
    };
    let mut progress = Progress::default();

    progress
        .set(
            Key {
                measure: measure_id("wipe"),
                on: daypack::content::On::Person,
                role: Role::Main,
            },
            Some(Mark::Done),
        )
        .unwrap();

    let lines = |answers: &Answers| restore(&pack, &Plan::new(&pack, answers), &progress).devices.len();

    assert_eq!(lines(&said(&["case.no"])), 1);
    assert_eq!(lines(&said(&["case.yes"])), 0);
}
