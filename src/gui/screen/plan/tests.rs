//! The plan as a person works through it.
mod age;
mod law;
mod news;
mod ways;

use super::*;
use crate::answers::Given;
use crate::content::Gate;
use crate::content::id::OptionId;
use crate::gui::context::{Stage, assert_whole};
use crate::gui::desk::{Desk, Kept};
use crate::gui::widget::Role;
use crate::gui::widget::probe::Probe;
use crate::harden::Secret;
use crate::keep::{Access, Identity};
use crate::plan::progress::Role as Which;

use std::sync::Arc;

fn follow(stage: &mut Stage, screen: &mut Plan, message: Message) -> Action {
    let action = screen.update(&stage.context(), message);
    let now = stage.now;

    match &action {
        Action::Mark(keys, mark) => stage
            .desk
            .mark(said(*mark), now, |progress| {
                keys.iter()
                    .try_for_each(|key| progress.set(key.clone(), *mark).map(drop))
            })
            .unwrap(),
        Action::Earlier(key, earlier) => stage
            .desk
            .mark(String::new(), now, |progress| {
                progress.set_earlier(key.clone(), earlier.clone()).map(drop)
            })
            .unwrap(),
        _ => {}
    }

    action
}

/// Marks everything as done.
fn finish(stage: &mut Stage, screen: &mut Plan) {
    let keys: Vec<_> = {
        let cx = stage.context();

        cx.plan().items.iter().flat_map(|it| mark::keys(&cx, it)).collect()
    };

    let _ = follow(stage, screen, Message::Mark(keys, Some(Mark::Done)));
}

#[test]
fn the_plan_is_whole_closed_and_with_every_part_open() {
    let mut stage = Stage::of("first-march");
    let mut screen = Plan::new(&stage.context());

    assert_whole(&mut stage, &screen, Plan::view);

    screen.unfolded.extend([Fold::More, Fold::Left, Fold::Place]);
    assert_whole(&mut stage, &screen, Plan::view);
}

#[test]
fn every_item_opens_to_its_steps_and_is_whole() {
    let mut stage = Stage::of("organiser");
    let mut screen = Plan::new(&stage.context());
    let items: Vec<_> = stage.desk.plan().items.clone();

    for item in items {
        screen.when = item.when;
        screen.open = Some((List::Time, item.measure.clone()));
        screen.unfolded = [Fold::Sum(item.measure.clone()), Fold::Sources(item.measure.clone())].into();

        let measure = stage.desk.pack.measure(&item.measure).unwrap();
        let cx = stage.context();
        let mut probe = Probe::tight();
        let mut ui = probe.show(screen.view(&cx));

        assert_eq!(ui.faults(), Vec::<String>::new(), "{}", item.measure);

        for steps in measure.steps.iter().filter(|it| item.on.contains(&it.on)) {
            assert!(steps.does.iter().all(|step| ui.says(step)), "{}", item.measure);
        }

        for words in [
            &measure.why,
            &measure.cost,
            &measure.careful,
            &measure.instead,
            &measure.undo,
        ] {
            assert!(words.is_empty() || ui.says(words), "{}: {words}", item.measure);
        }
    }

    assert_whole(&mut stage, &screen, Plan::view);
}

#[test]
fn a_tick_marks_every_device_and_undo_takes_it_back() {
    let mut stage = Stage::of("organiser");
    let mut screen = Plan::new(&stage.context());
    let many = {
        let cx = stage.context();

        cx.plan()
            .first
            .iter()
            .filter_map(|id| cx.plan().item(id))
            .max_by_key(|it| mark::keys(&cx, it).len())
            .unwrap()
            .clone()
    };
    let keys = mark::keys(&stage.context(), &many);
    let title = stage.desk.pack.measure(&many.measure).unwrap().title.clone();
    let mut probe = Probe::ordinary();
    let cx = stage.context();
    let mut ui = probe.show(screen.view(&cx));

    assert!(ui.press(Role::CheckBox, &title));

    let message = ui.messages().pop().unwrap();
    drop(ui);

    let action = follow(&mut stage, &mut screen, message);

    assert!(matches!(&action, Action::Mark(marked, Some(Mark::Done)) if *marked == keys));
    assert!(mark::is_settled(&stage.context(), &many));

    let cx = stage.context();
    let box_ = probe.show(screen.view(&cx)).find(Role::CheckBox, &title).unwrap();
    assert_eq!(box_.spec.checked, Some(true));

    assert_eq!(stage.desk.undo(stage.now), Some(said(Some(Mark::Done))));
    assert!(!mark::is_settled(&stage.context(), &many));
    assert!(stage.desk.progress().is_empty());
}

#[test]
fn with_a_second_phone_a_tick_counts_for_both() {
    let mut stage = Stage::of("first-march");

    stage.answer(|answers| {
        answers.give(QuestionId::new("lead").unwrap(), Given::Unknown);
        answers.decide(
            DecisionId::new("phone-on-the-day").unwrap(),
            OptionId::new("second-phone").unwrap(),
        );
    });

    let cx = stage.context();
    let doubled = cx
        .plan()
        .items
        .iter()
        .map(|it| mark::keys(&cx, it))
        .find(|keys| keys.iter().any(|key| key.role == Which::Second))
        .expect("something is done on both");

    assert!(doubled.iter().any(|key| key.role == Which::Main));
}

#[test]
fn nothing_behind_the_closed_gate_is_on_the_page() {
    let mut stage = Stage::of("pending-case");
    let mut screen = Plan::new(&stage.context());
    let gated: Vec<_> = stage
        .desk
        .pack
        .measures
        .iter()
        .filter(|it| it.gate == Gate::Legal)
        .map(|it| it.title.as_str())
        .collect();

    assert!(!gated.is_empty());
    screen.unfolded.extend([Fold::More, Fold::Left, Fold::Place]);

    for when in When::ALL {
        screen.when = when;

        for open in stage.desk.plan().items.iter().map(|it| it.measure.clone()) {
            screen.open = Some((List::Time, open.clone()));
            screen.unfolded.insert(Fold::Sum(open));

            let cx = stage.context();
            let mut probe = Probe::ordinary();
            let mut ui = probe.show(screen.view(&cx));
            let texts = ui.texts();

            assert!(texts.contains(&words::text("plan-gate")));
            assert!(
                !texts.iter().any(|text| gated.iter().any(|title| text.contains(title))),
                "{texts:?}"
            );
        }
    }

    assert_whole(&mut stage, &screen, Plan::view);
}

#[test]
fn an_open_gate_says_nothing_about_it() {
    let stage = Stage::of("first-march");
    let cx = stage.context();
    let screen = Plan::new(&cx);

    assert!(!Probe::ordinary().show(screen.view(&cx)).says(&words::text("plan-gate")));
}

#[test]
fn an_empty_plan_says_so_calmly_and_leads_to_the_answers() {
    let mut stage = Stage::empty();
    let mut screen = Plan::new(&stage.context());

    stage.desk = crate::gui::desk::Desk::new(nothing());
    assert!(stage.desk.plan().items.is_empty());
    assert_whole(&mut stage, &screen, Plan::view);

    let cx = stage.context();
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(screen.view(&cx));

    assert!(ui.says(&words::text("plan-empty")));
    assert!(ui.press(Role::Button, &words::text("plan-to-answers")));
    drop(ui);
    assert!(matches!(screen.update(&cx, Message::Ask(None)), Action::Ask(None)));
}

/// A pack without advice.
fn nothing() -> &'static crate::content::Pack {
    Box::leak(Box::new(crate::content::Pack {
        measures: Vec::new(),
        ..crate::content::Pack::built_in().clone()
    }))
}

#[test]
fn when_everything_is_done_the_page_says_well_done_and_is_whole() {
    let mut stage = Stage::of("under-18");
    let mut screen = Plan::new(&stage.context());

    finish(&mut stage, &mut screen);

    let cx = stage.context();
    assert!(cx.plan().items.iter().all(|it| mark::is_settled(&cx, it)));
    assert!(
        Probe::ordinary()
            .show(screen.view(&cx))
            .says(&words::text("plan-first-done"))
    );
    assert_whole(&mut stage, &screen, Plan::view);
}

#[test]
fn how_it_was_before_is_asked_once_it_is_done_and_kept() {
    let mut stage = Stage::of("first-march");
    let mut screen = Plan::new(&stage.context());
    let item = stage
        .desk
        .plan()
        .items
        .iter()
        .find(|it| stage.desk.pack.measure(&it.measure).unwrap().changes_setting)
        .unwrap()
        .clone();
    let key = mark::keys(&stage.context(), &item).remove(0);
    let asks = words::text("plan-before");
    let mut probe = Probe::ordinary();

    screen.when = item.when;
    screen.open = Some((List::Time, item.measure.clone()));
    assert!(!probe.show(screen.view(&stage.context())).says(&asks));

    let _ = follow(
        &mut stage,
        &mut screen,
        Message::Mark(vec![key.clone()], Some(Mark::Done)),
    );
    assert!(probe.show(screen.view(&stage.context())).says(&asks));

    let _ = follow(
        &mut stage,
        &mut screen,
        Message::EditNote(key.clone(), "مفتوح".to_owned()),
    );
    let lacks = words::text("plan-before-letters");
    assert!(probe.show(screen.view(&stage.context())).says(&lacks));

    let _ = follow(
        &mut stage,
        &mut screen,
        Message::EditNote(key.clone(), "on, at home".to_owned()),
    );
    assert!(!probe.show(screen.view(&stage.context())).says(&lacks));
    assert_whole(&mut stage, &screen, Plan::view);

    let _ = follow(&mut stage, &mut screen, Message::KeepNote);
    assert_eq!(
        stage.desk.progress().earlier(&key),
        Some(&Earlier::Other("on, at home".to_owned()))
    );
}

#[test]
fn digits_open_the_first_five_and_escape_closes_before_it_leaves() {
    let stage = Stage::of("first-march");
    let cx = stage.context();
    let mut screen = Plan::new(&cx);

    for (digit, measure) in (1..).zip(&cx.plan().first) {
        let message = screen.shortcut(&cx, Shortcut::Pick(digit)).unwrap();
        let _ = screen.update(&cx, message);

        assert_eq!(screen.open, Some((List::First, measure.clone())));
    }

    let back = screen.shortcut(&cx, Shortcut::Back).unwrap();
    assert!(matches!(screen.update(&cx, back.clone()), Action::None));
    assert_eq!(screen.open, None);
    assert!(matches!(screen.update(&cx, back), Action::Decide(None)));
}

#[test]
fn saving_printing_and_every_way_back_are_reached_by_name() {
    let stage = Stage::of("organiser");
    let cx = stage.context();
    let screen = Plan::new(&cx);
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(screen.view(&cx));

    assert!(
        ui.says(&words::text("plan-unsaved")),
        "nothing is written, and it says so"
    );

    for (role, id) in [
        (Role::Button, "plan-save"),
        (Role::Button, "plan-print"),
        (Role::Link, "plan-to-answers"),
        (Role::Link, "plan-to-weigh"),
        (Role::Link, "plan-to-decisions"),
    ] {
        assert!(ui.press(role, &words::text(id)), "{id}");
    }

    assert!(matches!(
        ui.messages().as_slice(),
        [
            Message::Save,
            Message::Print,
            Message::Ask(None),
            Message::Weigh,
            Message::Decide(None)
        ]
    ));
}

/// Rollback, 11: an older file in place of a newer one opens, and shows by its version and its day.
#[test]
fn an_older_file_shows_by_its_version_and_its_day() {
    let mut stage = Stage::of("first-march");
    let mut opened = |revision, day: &str| {
        let mut document = stage.desk.document().clone();

        document.revision = revision;
        document.saved = day.parse().ok();
        stage.desk = Desk::opened(
            stage.desk.pack,
            document,
            Kept {
                path: "/nowhere/notes.age".into(),
                identity: Identity::default(),
                access: Access::Full,
                passphrase: Arc::new(Secret::new()),
                apart: None,
            },
        );

        let line = about::state(&stage.context());
        let screen = Plan::new(&stage.context());

        assert!(Probe::ordinary().show(screen.view(&stage.context())).says(&line));
        line
    };

    let newer = opened(7, "2026-11-21");
    let older = opened(3, "2026-10-02");

    assert!(newer.contains("7") && newer.contains("21 November 2026"), "{newer}");
    assert!(older.contains("3") && older.contains("2 October 2026"), "{older}");
}
