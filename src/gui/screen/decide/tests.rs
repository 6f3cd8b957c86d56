//! Decisions as a person meets them: chosen, left open, passed through in both directions.
use super::*;
use crate::answers::Given;
use crate::content::GateRole;
use crate::gui::context::{Stage, assert_whole};
use crate::gui::widget::Role;
use crate::gui::widget::probe::Probe;

/// Somebody to whom several decisions are put, none of them decided.
fn undecided() -> Stage {
    let mut stage = Stage::of("organiser");
    let all: Vec<_> = stage
        .desk
        .answers()
        .all_decided()
        .map(|(decision, _)| decision.clone())
        .collect();

    stage.answer(|answers| {
        for decision in &all {
            answers.reopen(decision);
        }
    });
    assert!(stage.desk.decisions().len() > 1);
    stage
}

/// Somebody who opened the gate and skipped everything else: every decision is put.
fn asked_everything() -> Stage {
    let mut stage = undecided();
    let pack = stage.desk.pack;

    stage.answer(|answers| {
        for question in &pack.questions {
            let opens = question.choices.iter().find(|it| it.gate == Some(GateRole::Opens));
            let denies = question
                .choices
                .iter()
                .any(|it| it.gate == Some(GateRole::Closes))
                .then(|| question.choices.iter().find(|it| it.gate.is_none()));

            match opens.or(denies.flatten()) {
                Some(choice) => answers.give(question.id.clone(), Given::one(choice.id.clone())),
                None => drop(answers.take_back(&question.id)),
            }
        }
    });
    assert_eq!(stage.desk.decisions().len(), pack.decisions.len());
    stage
}

fn follow(stage: &mut Stage, screen: &mut Decide, message: Message) -> Action {
    let action = screen.update(&stage.context(), message);

    if let Action::Decide(decision, option) = &action {
        stage.answer(|answers| answers.decide(decision.clone(), option.clone()));
    }

    action
}

#[test]
fn every_decision_is_whole_open_and_chosen() {
    for mut stage in [asked_everything(), undecided(), Stage::of("organiser")] {
        let all: Vec<_> = stage.desk.decisions().iter().map(|it| it.decision.clone()).collect();

        for decision in all {
            let mut screen = Decide::new(&stage.context(), Some(decision));

            screen.shows_sum = true;
            assert_whole(&mut stage, &screen, Decide::view);
        }
    }
}

#[test]
fn nothing_to_decide_leads_to_the_plan() {
    let mut stage = Stage::empty();
    let mut screen = Decide::new(&stage.context(), Some(DecisionId::new("gone").unwrap()));

    assert_whole(&mut stage, &screen, Decide::view);

    let cx = stage.context();
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(screen.view(&cx));

    assert!(ui.press(Role::Button, &words::text("decide-to-plan")));
    drop(ui);
    assert!(matches!(screen.update(&cx, Message::Continue), Action::Finish));
}

#[test]
fn both_sides_say_what_they_give_and_cost_and_neither_is_chosen_for_anybody() {
    let stage = undecided();
    let screen = Decide::new(&stage.context(), None);
    let cx = stage.context();
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(screen.view(&cx));
    let open = &cx.desk.decisions()[0];

    for side in &cx.pack().decision(&open.decision).unwrap().options {
        assert!(ui.says(&side.gives) && ui.says(&side.costs));
        assert_eq!(ui.find(Role::Radio, &side.label).unwrap().spec.checked, Some(false));
    }

    let next = ui.find(Role::Button, &words::text("decide-next")).unwrap();
    assert!(next.spec.is_disabled, "there is nothing to go on with yet");
}

#[test]
fn a_side_is_picked_by_name_or_digit_and_next_goes_on() {
    let mut stage = undecided();
    let mut screen = Decide::new(&stage.context(), None);
    let open = stage.desk.decisions()[0].clone();
    let label = label(stage.desk.pack, &open, &open.sides[1].option);
    let mut probe = Probe::ordinary();
    let cx = stage.context();
    let mut ui = probe.show(screen.view(&cx));

    assert!(ui.ask(Role::Radio, &label));

    let by_name = ui.messages().pop().unwrap();
    drop(ui);

    assert!(matches!(&by_name, Message::Choose(option) if *option == open.sides[1].option));
    assert!(matches!(
        screen.shortcut(&cx, Shortcut::Pick(2)),
        Some(Message::Choose(option)) if option == open.sides[1].option
    ));
    assert!(matches!(screen.shortcut(&cx, Shortcut::Accept), Some(Message::NotYet)));

    let _ = follow(&mut stage, &mut screen, by_name);
    assert_eq!(
        stage.desk.answers().decided(&open.decision),
        Some(&open.sides[1].option)
    );
    assert!(matches!(
        screen.shortcut(&stage.context(), Shortcut::Accept),
        Some(Message::Continue)
    ));
    assert!(matches!(
        follow(&mut stage, &mut screen, Message::Continue),
        Action::None
    ));
    assert_eq!(screen.place(&stage.context()).unwrap().0, 1);
}

#[test]
fn not_yet_leaves_each_open_and_ends_at_the_plan() {
    let mut stage = undecided();
    let mut screen = Decide::new(&stage.context(), None);
    let count = stage.desk.decisions().len();

    for number in 1..=count {
        let action = follow(&mut stage, &mut screen, Message::NotYet);

        assert!(matches!(action, Action::Reopen(_, is_last) if is_last == (number == count)));
    }

    assert_eq!(stage.desk.plan().undecided.len(), count);
}

#[test]
fn back_goes_to_the_one_before_and_then_to_weighing() {
    let mut stage = Stage::of("organiser");
    let last = stage.desk.decisions().last().unwrap().decision.clone();
    let count = stage.desk.decisions().len();
    let mut screen = Decide::new(&stage.context(), Some(last));

    for _ in 1..count {
        assert!(matches!(follow(&mut stage, &mut screen, Message::GoBack), Action::None));
    }

    assert!(matches!(
        follow(&mut stage, &mut screen, Message::GoBack),
        Action::Leave
    ));
    assert!(matches!(
        screen.shortcut(&stage.context(), Shortcut::Back),
        Some(Message::GoBack)
    ));
}

#[test]
fn the_last_one_leads_to_the_plan() {
    let mut stage = Stage::of("organiser");
    let last = stage.desk.decisions().last().unwrap().decision.clone();
    let mut screen = Decide::new(&stage.context(), Some(last));

    assert!(matches!(
        follow(&mut stage, &mut screen, Message::Continue),
        Action::Finish
    ));
}
