//! Advice that was not checked for a while, as the window marks it.
use super::*;
use crate::content::{Date, On};

use std::collections::BTreeSet;

/// Long after anything was looked at.
fn later() -> Date {
    Date::new(2099, 1, 1).unwrap()
}

/// Every text of the plan with one item and the law of the place open.
fn texts(stage: &Stage, open: &MeasureId) -> Vec<String> {
    let cx = stage.context();
    let mut screen = Plan::new(&cx);
    let mut probe = Probe::ordinary();

    screen.open = Some((List::First, open.clone()));
    screen.unfolded.insert(Fold::Place);

    probe.show(screen.view(&cx)).texts()
}

/// The first item that is done on a device.
fn on_a_device(stage: &Stage) -> MeasureId {
    let plan = stage.desk.plan();
    let is_on_device = |id: &&MeasureId| plan.item(id).is_some_and(|it| it.on.iter().any(|on| *on != On::Person));

    plan.first.iter().find(is_on_device).expect("one of the five").clone()
}

#[test]
fn old_steps_old_law_and_an_old_pack_are_marked() {
    let mut stage = Stage::of("organiser");
    let open = on_a_device(&stage);
    let old = [
        words::text("plan-stale"),
        words::text("plan-stale-steps"),
        words::text("plan-stale-law"),
        words::text("plan-old-about"),
    ];
    let has_rules = {
        let cx = stage.context();
        let place = cx.plan().place.as_ref().and_then(|id| cx.pack().place(id));

        place.is_some_and(|place| !place.rules.is_empty())
    };

    assert!(has_rules, "else no law could be old");

    let fresh: BTreeSet<_> = texts(&stage, &open).into_iter().collect();

    assert!(!old.iter().any(|words| fresh.contains(words)));

    stage.today = later();

    let stale: BTreeSet<_> = texts(&stage, &open).into_iter().collect();

    for words in &old {
        assert!(stale.contains(words), "{words}\n{stale:?}");
    }
}

#[test]
fn an_old_plan_is_whole_with_everything_open() {
    let mut stage = Stage::of("organiser");
    stage.today = later();

    let mut screen = Plan::new(&stage.context());

    screen.open = Some((List::First, on_a_device(&stage)));
    screen.unfolded.extend([Fold::More, Fold::Left, Fold::Place]);
    assert_whole(&mut stage, &screen, Plan::view);
}
