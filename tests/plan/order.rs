//! Order: worth, needs, time, what has passed.
use super::build::*;

use daypack::answers::Answers;
use daypack::content::{Measure, Pack, Question, When};
use daypack::plan::Plan;

fn lead(name: &str, when: When) -> Question {
    let mut question = question("lead", &[name], &[]);

    question.choices[0].lead = Some(when);
    question
}

fn names(plan: &Plan) -> Vec<String> {
    plan.items.iter().map(|item| item.measure.to_string()).collect()
}

fn first(plan: &Plan) -> Vec<String> {
    plan.first.iter().map(ToString::to_string).collect()
}

fn at(plan: &Plan, when: When) -> Vec<String> {
    plan.by_time(when).map(|item| item.measure.to_string()).collect()
}

/// Six threats of falling weight, and a measure against each.
fn six() -> Pack {
    Pack {
        threats: (0..6).map(|at| threat(&format!("t{at}"), 4, 4 - at / 2)).collect(),
        measures: (0..6)
            .map(|at| {
                cutting(
                    &format!("m{at}"),
                    if at % 2 == 0 { 5 } else { 20 },
                    &[(&format!("t{at}"), 2, 0)],
                )
            })
            .collect(),
        ..pack()
    }
}

#[test]
fn the_best_gain_per_point_stands_first() {
    let plan = Plan::new(&six(), &Answers::default());

    // 8/1, 6/1, 4/1, then 8/2, 6/2, 4/2; m4 and m1 tie at 4 and the name decides.
    assert_eq!(names(&plan), ["m0", "m2", "m1", "m4", "m3", "m5"]);
    assert_eq!(first(&plan), ["m0", "m2", "m1", "m4", "m3"]);
}

#[test]
fn of_equal_ones_the_earlier_comes_first_then_the_name() {
    let pack = Pack {
        threats: vec![threat("a", 2, 2), threat("b", 2, 2), threat("c", 2, 2)],
        measures: vec![
            Measure {
                when: When::Leaving,
                ..cutting("a", 5, &[("a", 1, 0)])
            },
            cutting("c", 5, &[("c", 1, 0)]),
            cutting("b", 5, &[("b", 1, 0)]),
        ],
        ..pack()
    };

    assert_eq!(names(&Plan::new(&pack, &Answers::default())), ["b", "c", "a"]);
}

#[test]
fn what_is_needed_stands_before_what_needs_it() {
    let mut pack = six();

    pack.measures[0].needs = vec![measure_id("m5")];

    let plan = Plan::new(&pack, &Answers::default());
    let position = |name: &str| first(&plan).iter().position(|other| other == name);

    assert!(position("m5") < position("m0"), "{:?}", first(&plan));
    assert!(position("m5").is_some());
}

#[test]
fn what_has_passed_is_not_among_the_five_and_neither_is_what_needs_it() {
    let mut pack = six();

    pack.questions = vec![lead("today", When::Leaving)];

    for measure in &mut pack.measures {
        measure.when = When::Leaving;
    }

    pack.measures[0].when = When::DaysBefore;
    pack.measures[2].needs = vec![measure_id("m0")];

    let plan = Plan::new(&pack, &said(&["lead.today"]));

    assert_eq!(first(&plan), ["m1", "m4", "m3", "m5"]);
    assert!(
        plan.item(&measure_id("m0")).unwrap().passed,
        "it is still in the plan, and says so"
    );
    assert!(!plan.item(&measure_id("m2")).unwrap().passed);
}

#[test]
fn with_little_time_none_of_it_goes_to_what_has_passed_nor_to_what_needs_it() {
    let mut pack = six();

    pack.questions = vec![lead("today", When::Leaving), budget(&[2])];

    for measure in &mut pack.measures {
        measure.when = When::Leaving;
    }

    pack.measures[0].when = When::DaysBefore;
    pack.measures[2].needs = vec![measure_id("m0")];
    pack.measures[5].when = When::DaysBefore;
    pack.measures[5].baseline = true;

    let plan = Plan::new(&pack, &said(&["lead.today", "budget.2"]));

    assert!(plan.item(&measure_id("m0")).is_none() && plan.item(&measure_id("m2")).is_none());
    assert!(plan.more.iter().all(|more| more.measure.as_str() != "m0"));
    assert!(
        plan.item(&measure_id("m5")).unwrap().passed,
        "what everybody needs stays"
    );
    assert!(plan.item(&measure_id("m1")).is_some());
}

#[test]
fn of_the_five_what_can_be_done_before_the_day_stands_first() {
    let mut pack = six();

    pack.measures[0].when = When::During;
    pack.measures[2].when = When::After;

    let plan = Plan::new(&pack, &Answers::default());

    assert_eq!(names(&plan)[..2], ["m0", "m2"], "they are still worth the most");
    assert_eq!(first(&plan), ["m1", "m4", "m3", "m0", "m2"]);
}

#[test]
fn within_a_time_what_must_come_before_stands_before() {
    let mut pack = six();

    pack.measures[0].after = vec![measure_id("m5"), measure_id("not-there")];
    pack.measures[1].when = When::After;
    pack.measures[3].needs = vec![measure_id("m4")];

    let plan = Plan::new(&pack, &Answers::default());

    assert_eq!(at(&plan, When::After), ["m1"]);

    let days = at(&plan, When::DaysBefore);
    let position = |name: &str| days.iter().position(|other| other == name).unwrap();

    assert!(position("m5") < position("m0"), "{days:?}");
    assert!(position("m4") < position("m3"), "{days:?}");
    assert_eq!(days.len(), 5);
}

#[test]
fn a_circle_of_orders_loses_nothing() {
    let mut pack = six();

    pack.measures[0].after = vec![measure_id("m1")];
    pack.measures[1].after = vec![measure_id("m0")];

    let plan = Plan::new(&pack, &Answers::default());

    assert_eq!(at(&plan, When::DaysBefore).len(), 6);
}

#[test]
fn what_is_left_stands_worst_first() {
    let pack = Pack {
        threats: vec![threat("small", 1, 1), threat("cut", 4, 4), threat("stays", 3, 3)],
        measures: vec![cutting("m", 5, &[("cut", 4, 2)])],
        ..pack()
    };
    let plan = Plan::new(&pack, &Answers::default());
    let left: Vec<(String, u8, u8)> = plan
        .left
        .iter()
        .map(|left| (left.threat.to_string(), left.before.risk(), left.after.risk()))
        .collect();

    assert_eq!(
        left,
        [
            ("stays".to_owned(), 9, 9),
            ("cut".to_owned(), 16, 2),
            ("small".to_owned(), 1, 1),
        ]
    );
}
