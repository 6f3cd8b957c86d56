//! The page for afterwards, as somebody uses it who is tired, and maybe afraid.
use super::*;
use crate::answers::{Given, LegalGate};
use crate::content::Gate;
use crate::content::id::ChoiceId;
use crate::gui::context::{Stage, assert_whole};
use crate::gui::widget::Role;
use crate::gui::widget::probe::Probe;
use crate::plan::progress::{Earlier, Mark, Role as Which};

/// Answers the question about a case, or leaves it open.
fn say_of_case(stage: &mut Stage, answer: Option<&str>) {
    let question = case(&stage.context()).expect("there is one");
    let given = answer.map_or(Given::Unknown, |answer| Given::one(ChoiceId::new(answer).unwrap()));

    stage.answer(|answers| answers.give(question, given));
}

/// Everything in the plan that changes a setting, on the main device.
fn changes(stage: &Stage) -> Vec<Key> {
    let plan = stage.desk.plan();
    let changes = plan
        .items
        .iter()
        .filter(|it| stage.desk.pack.measure(&it.measure).unwrap().changes_setting);

    changes
        .flat_map(|it| {
            it.on.iter().map(|on| Key {
                measure: it.measure.clone(),
                on: on.clone(),
                role: Which::Main,
            })
        })
        .collect()
}

/// Ticks all of it, and notes how the first was.
fn tick(stage: &mut Stage) -> Vec<Key> {
    let keys = changes(stage);
    let now = stage.now;

    stage
        .desk
        .mark("done".to_owned(), now, |progress| {
            for key in &keys {
                progress.set(key.clone(), Some(Mark::Done))?;
            }

            progress.set_earlier(keys[0].clone(), Some(Earlier::On)).map(drop)
        })
        .unwrap();

    keys
}

fn texts(stage: &Stage, screen: &After) -> Vec<String> {
    Probe::ordinary().show(screen.view(&stage.context())).texts()
}

#[test]
fn the_page_is_whole_without_a_plan_with_one_and_with_everything_ticked() {
    let screen = After::new();

    assert_whole(&mut Stage::empty(), &screen, After::view);

    let mut stage = Stage::of("first-march");
    let mut open = After::first();

    let _ = open.update(&stage.context(), Message::Fold(Fold::All));
    assert_whole(&mut stage, &open, After::view);

    let keys = tick(&mut stage);
    let measure = stage.desk.pack.measure(&keys[0].measure).unwrap();
    let place = texts(&stage, &screen)
        .into_iter()
        .find(|text| text == "iPhone")
        .unwrap();

    let _ = open.update(&stage.context(), Message::Fold(Fold::Where(measure.id.clone(), place)));
    assert_whole(&mut stage, &open, After::view);
}

#[test]
fn every_situation_is_whole_and_is_reached_without_a_plan_by_its_row_and_its_digit() {
    let mut stage = Stage::empty();

    for (digit, situation) in (1..).zip(&stage.desk.pack.situations) {
        let mut screen = After::new();
        let message = {
            let cx = stage.context();
            let mut probe = Probe::ordinary();
            let mut ui = probe.show(screen.view(&cx));

            assert!(ui.press(Role::Button, &situation.title), "{}", situation.id);
            ui.messages().pop().unwrap()
        };
        let by_digit = screen.shortcut(&stage.context(), Shortcut::Pick(digit)).unwrap();

        for message in [message, by_digit] {
            screen.situation = None;

            let _ = screen.update(&stage.context(), message);
            assert_eq!(screen.situation.as_ref(), Some(&situation.id));
        }

        let _ = screen.update(&stage.context(), Message::Fold(Fold::Sources));
        assert_whole(&mut stage, &screen, After::view);
    }
}

#[test]
fn danger_and_care_stand_above_everything_that_can_be_done() {
    let stage = Stage::empty();
    let mut screen = After::new();

    for situation in &stage.desk.pack.situations {
        screen.situation = Some(situation.id.clone());

        let texts = texts(&stage, &screen);
        let at = |words: &str| texts.iter().position(|text| text.contains(words)).unwrap();

        assert!(at("Life first") < at(&situation.careful), "{}", situation.id);
        assert!(at(&situation.careful) < at(&situation.hour[0].does), "{}", situation.id);
    }
}

#[test]
fn what_destroys_is_shown_only_after_a_plain_no_to_the_case() {
    for (answer, is_shown) in [(None, false), (Some("maybe"), false), (Some("no"), true)] {
        let mut stage = Stage::of("first-march");
        let mut screen = After::new();

        say_of_case(&mut stage, answer);

        for situation in &stage.desk.pack.situations {
            screen.situation = Some(situation.id.clone());

            let texts = texts(&stage, &screen);
            let gated: Vec<_> = situation.advice().filter(|it| it.gate == Gate::Legal).collect();

            for advice in &gated {
                assert_eq!(texts.contains(&advice.does), is_shown, "{answer:?}: {}", advice.does);
            }

            assert_eq!(
                texts.contains(&words::text("plan-gate")),
                !gated.is_empty() && !is_shown,
                "{answer:?}: {}",
                situation.id
            );
        }
    }
}

#[test]
fn what_was_not_looked_at_for_a_while_says_so() {
    let mut stage = Stage::empty();
    let mut screen = After::new();
    let stale = words::text("plan-stale");

    screen.situation = Some(SituationId::new("device-taken").unwrap());
    assert!(!texts(&stage, &screen).contains(&stale));

    stage.today = stage.today.plus_months(6);
    assert!(texts(&stage, &screen).contains(&stale));
}

#[test]
fn the_way_to_the_question_about_a_case_is_there() {
    let stage = Stage::empty();
    let cx = stage.context();
    let mut screen = After::new();

    screen.situation = Some(SituationId::new("device-stolen").unwrap());

    let mut probe = Probe::ordinary();
    let mut ui = probe.show(screen.view(&cx));

    assert_eq!(cx.plan().gate, LegalGate::Closed);
    assert!(ui.press(Role::Button, &words::text("after-ask")));
    drop(ui);
    assert!(matches!(
        screen.update(&cx, Message::AskCase),
        Action::Ask(Some(question)) if question.as_str() == "case"
    ));
}

#[test]
fn each_changed_setting_stands_with_how_it_was_and_the_way_back() {
    let mut stage = Stage::of("first-march");
    let keys = tick(&mut stage);
    let texts = texts(&stage, &After::new());

    assert!(keys.len() > 1);
    assert!(texts.contains(&words::text("after-was-on")));
    assert!(texts.contains(&words::text("after-was-unsaid")));

    for key in &keys {
        let measure = stage.desk.pack.measure(&key.measure).unwrap();

        assert!(texts.contains(&measure.title), "{}", key.measure);
        assert!(texts.iter().any(|text| text.contains(&measure.undo)), "{}", key.measure);
        assert!(!measure.keep_after || texts.contains(&words::text("after-keep")));
    }
}

#[test]
fn what_became_of_a_setting_is_counted_and_can_be_taken_back() {
    let mut stage = Stage::of("first-march");
    let keys = tick(&mut stage);
    let (now, count) = (stage.now, keys.len());
    let counted = |done: usize| words::text_with("after-count", &[("done", done.into()), ("count", count.into())]);
    let mut screen = After::new();

    assert!(texts(&stage, &screen).contains(&counted(0)));

    let cx = stage.context();
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(screen.view(&cx));
    let name = words::text("after-put-back");

    assert!(
        ui.find(Role::Tab, &name)
            .is_some_and(|found| found.spec.checked == Some(false))
    );
    drop(ui);

    for (at, key) in keys.iter().enumerate() {
        let ending = if at == 0 { Ending::PutBack } else { Ending::Kept };
        let message = Message::End(vec![key.clone()], Some(ending));
        let Action::End(keys, ending) = screen.update(&stage.context(), message) else {
            panic!("it is kept")
        };

        stage
            .desk
            .mark("ending".to_owned(), now, |progress| {
                keys.into_iter()
                    .try_for_each(|key| progress.set_ending(key, ending).map(drop))
            })
            .unwrap();
    }

    assert!(texts(&stage, &screen).contains(&words::text("after-count-done")));
    assert_eq!(stage.desk.undo(now), Some("ending".to_owned()));
    assert!(texts(&stage, &screen).contains(&counted(count - 1)));
}

#[test]
fn what_is_worth_keeping_is_kept_at_once_and_stands_after_what_is_put_back() {
    let mut stage = Stage::of("first-march");
    let keys = tick(&mut stage);
    let is_kept = |key: &Key| stage.desk.pack.measure(&key.measure).unwrap().keep_after;
    let mut keep: Vec<_> = keys.iter().filter(|key| is_kept(key)).cloned().collect();
    let name = words::text_with("after-keep-all", &[("count", keep.len().into())]);
    let cx = stage.context();
    let screen = After::new();
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(screen.view(&cx));

    assert!(keep.len() > 1 && ui.press(Role::Button, &name));

    let Some(Message::End(mut pressed, Some(Ending::Kept))) = ui.messages().pop() else {
        panic!("it keeps them")
    };

    pressed.sort();
    keep.sort();
    assert_eq!(pressed, keep);

    let texts = ui.texts();
    let worth = words::text("after-keep");
    let device = stage.desk.pack.devices.iter().map(|it| it.label.as_str());
    let starts: Vec<&str> = device.chain(["In an account"]).collect();
    let mut was_kept = false;

    // within a device nothing that is to be put back follows what is worth keeping
    for text in &texts {
        if starts.contains(&text.as_str()) {
            was_kept = false;
        } else if *text == worth {
            was_kept = true;
        } else if let Some(key) = keys
            .iter()
            .find(|key| stage.desk.pack.measure(&key.measure).unwrap().title == *text)
        {
            assert!(is_kept(key) || !was_kept, "{text}");
        }
    }
}

#[test]
fn every_empty_page_says_why_and_what_to_do() {
    let says = |stage: &Stage, id: &str| texts(stage, &After::new()).contains(&words::text(id));
    let mut stage = Stage::of("first-march");

    assert!(says(&Stage::empty(), "after-no-plan"));
    assert!(says(&stage, "after-unknown"));

    let (key, now) = (changes(&stage).remove(0), stage.now);
    stage
        .desk
        .mark(String::new(), now, |progress| {
            progress.set(key, Some(Mark::DoesNotApply)).map(drop)
        })
        .unwrap();

    assert!(says(&stage, "after-none"));
}

#[test]
fn with_a_case_a_lawyer_comes_before_any_setting() {
    let mut stage = Stage::of("pending-case");
    let keys = tick(&mut stage);
    let texts = texts(&stage, &After::new());
    let at = |words: &str| texts.iter().position(|text| text == words).unwrap();
    let first = &stage.desk.pack.measure(&keys[0].measure).unwrap().title;

    assert_eq!(stage.desk.plan().gate, LegalGate::Closed);
    assert!(at(&words::text("after-lawyer")) < at(first));
}

#[test]
fn it_comes_first_only_while_it_goes_on_or_when_it_is_over() {
    for (lead, comes, id) in [
        ("tomorrow", false, "after-lead"),
        ("now", true, "after-lead-now"),
        ("over", true, "after-lead-over"),
    ] {
        let mut stage = Stage::of("first-march");
        let question = stage
            .desk
            .pack
            .questions
            .iter()
            .find(|it| it.choices.iter().any(|choice| choice.lead.is_some()))
            .unwrap()
            .id
            .clone();

        stage.answer(|answers| answers.give(question, Given::one(ChoiceId::new(lead).unwrap())));

        let cx = stage.context();
        let screen = if comes { After::first() } else { After::new() };

        assert_eq!(After::comes_first(&cx), comes, "{lead}");
        assert!(texts(&stage, &screen).contains(&words::text(id)), "{lead}");
        assert_eq!(screen.shortcut(&cx, Shortcut::Accept).is_some(), comes, "{lead}");
    }
}

#[test]
fn escape_goes_back_page_by_page() {
    let stage = Stage::empty();
    let cx = stage.context();
    let mut screen = After::new();
    let first = screen.shortcut(&cx, Shortcut::Pick(1)).unwrap();

    let _ = screen.update(&cx, first);
    assert!(screen.shortcut(&cx, Shortcut::Pick(1)).is_none());

    let back = screen.shortcut(&cx, Shortcut::Back).unwrap();
    assert!(matches!(screen.update(&cx, back.clone()), Action::None));
    assert!(screen.situation.is_none());
    assert!(matches!(screen.update(&cx, back), Action::Leave));
}

#[test]
fn a_message_says_nothing_about_what_happened() {
    let message = Message::Show(SituationId::new("device-taken").unwrap());

    assert_eq!(format!("{message:?}"), "Message");
}
