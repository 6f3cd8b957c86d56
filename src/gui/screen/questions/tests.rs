//! The questions as a person meets them: by digits, by names, forwards, backwards and past.
use super::*;
use crate::gui::context::{Stage, assert_whole};
use crate::gui::widget::Role;
use crate::gui::widget::probe::Probe;

/// Does what the application does with an action, as far as the answers go.
fn follow(stage: &mut Stage, screen: &mut Questions, message: Message) -> Action {
    let action = screen.update(&stage.context(), message);

    match &action {
        Action::Give(question, given) => stage.answer(|answers| answers.give(question.clone(), given.clone())),
        Action::Skip(question, _) => stage.answer(|answers| answers.give(question.clone(), Given::Unknown)),
        Action::None | Action::SaidWhen | Action::Leave | Action::Finish => {}
    }

    action
}

fn at(stage: &Stage, screen: &Questions) -> &'static Question {
    screen.interview.question(stage.context().pack()).unwrap()
}

fn asked(stage: &Stage) -> Vec<QuestionId> {
    let cx = stage.context();
    let known = cx.known();

    cx.pack()
        .questions
        .iter()
        .map(|it| it.id.clone())
        .filter(|id| known.is_asked(id))
        .collect()
}

#[test]
fn every_question_is_whole() {
    for mut stage in [Stage::empty(), Stage::of("journalist-with-sources")] {
        for question in asked(&stage) {
            let mut screen = Questions::at(&stage.context(), Some(question));

            screen.shows_what_it_changes = true;
            assert_whole(&mut stage, &screen, Questions::view);
        }
    }
}

#[test]
fn digits_choose_what_stands_beside_them() {
    let mut stage = Stage::of("organiser");

    for question in asked(&stage) {
        let mut screen = Questions::at(&stage.context(), Some(question.clone()));
        let choices = &at(&stage, &screen).choices;

        for (digit, choice) in (1..).zip(choices) {
            let message = screen.shortcut(&stage.context(), Shortcut::Pick(digit)).unwrap();

            assert!(
                matches!(&message, Message::Choose(id) if *id == choice.id),
                "{question}"
            );
        }

        let unknown = choices.len() + if at(&stage, &screen).kind == Kind::Many { 2 } else { 1 };
        let message = screen.shortcut(&stage.context(), Shortcut::Pick(unknown)).unwrap();

        assert!(screen.shortcut(&stage.context(), Shortcut::Pick(unknown + 1)).is_none());
        let _ = follow(&mut stage, &mut screen, message);
        assert_eq!(stage.desk.answers().given(&question), Some(&Given::Unknown));
    }
}

#[test]
fn an_answer_is_chosen_by_its_name_and_seen_to_be_chosen() {
    let mut stage = Stage::empty();
    let mut screen = Questions::start(&stage.context());
    let question = at(&stage, &screen);
    let choice = question.choices.first().unwrap();
    let mut probe = Probe::ordinary();
    let cx = stage.context();
    let mut ui = probe.show(screen.view(&cx));

    assert!(ui.find(Role::Button, &words::text("questions-skip")).is_some());
    assert!(ui.press(Role::Radio, &choice.label));

    let message = ui.messages().pop().unwrap();
    drop(ui);

    let _ = follow(&mut stage, &mut screen, message);
    let cx = stage.context();
    let mut ui = probe.show(screen.view(&cx));

    assert_eq!(ui.find(Role::Radio, &choice.label).unwrap().spec.checked, Some(true));
    assert!(ui.press(Role::Button, &words::text("questions-next")));
}

#[test]
fn several_answers_are_given_and_taken_back_and_none_is_an_answer() {
    let mut stage = Stage::empty();
    let cx = stage.context();
    let known = cx.known();
    let many = cx
        .pack()
        .questions
        .iter()
        .find(|it| it.kind == Kind::Many && known.is_asked(&it.id))
        .unwrap();
    let mut screen = Questions::at(&cx, Some(many.id.clone()));
    let chosen = |stage: &Stage| match stage.desk.answers().given(&many.id) {
        Some(Given::Chosen(chosen)) => chosen.len(),
        Some(Given::Unknown) | None => panic!("something was chosen"),
    };
    let (first, second) = (many.choices[0].id.clone(), many.choices[1].id.clone());

    for (message, expected) in [
        (Message::Choose(first.clone()), 1),
        (Message::Choose(second), 2),
        (Message::Choose(first), 1),
        (Message::ChooseNone, 0),
    ] {
        let _ = follow(&mut stage, &mut screen, message);
        assert_eq!(chosen(&stage), expected);
    }
}

#[test]
fn skipping_every_question_keeps_each_as_unknown_and_ends() {
    let mut stage = Stage::empty();
    let mut screen = Questions::start(&stage.context());

    for _ in 0..100 {
        let here = at(&stage, &screen).id.clone();
        let action = follow(&mut stage, &mut screen, Message::Continue);

        assert_eq!(stage.desk.answers().given(&here), Some(&Given::Unknown));

        if matches!(action, Action::Skip(_, Step::Finished)) {
            assert!(asked(&stage).iter().all(|it| stage.desk.answers().given(it).is_some()));
            assert!(Questions::resume(&stage.context()).is_none(), "nothing is left to ask");

            return;
        }

        assert!(matches!(action, Action::Skip(_, Step::Asking)));
    }

    panic!("the questions never end");
}

#[test]
fn back_goes_the_same_way_and_leaves_at_the_first_one() {
    let mut stage = Stage::of("street-medic");
    let mut screen = Questions::at_end(&stage.context());
    let mut way = vec![at(&stage, &screen).id.clone()];

    assert!(matches!(
        follow(&mut stage, &mut screen, Message::Continue),
        Action::Finish
    ));

    while !matches!(follow(&mut stage, &mut screen, Message::GoBack), Action::Leave) {
        way.push(at(&stage, &screen).id.clone());
    }

    way.reverse();
    assert_eq!(way, asked(&stage));
    assert!(matches!(
        screen.shortcut(&stage.context(), Shortcut::Back),
        Some(Message::GoBack)
    ));
}

#[test]
fn coming_back_starts_at_the_first_open_question() {
    let mut stage = Stage::empty();
    let mut screen = Questions::start(&stage.context());
    let first = at(&stage, &screen).id.clone();
    let _ = follow(&mut stage, &mut screen, Message::Continue);
    let again = Questions::resume(&stage.context()).unwrap();

    assert_eq!(at(&stage, &again).id, asked(&stage)[1]);
    assert_ne!(at(&stage, &again).id, first);
}

#[test]
fn no_message_tells_an_answer() {
    let id = ChoiceId::new("yes").unwrap();

    assert_eq!(format!("{:?}", Message::Choose(id)), "Message");
}
