//! What is always at hand, around whatever page there is: text size, settings, help, undo, the menu.
use super::super::ask::Ask;
use super::super::*;
use super::SECOND;
use super::hands::{self, Home, drive, told};
use crate::answers::Given;
use crate::content::When;
use crate::gui::screen::plan::Message as OnPlan;
use crate::gui::screen::questions::Questions;
use crate::gui::shortcut::Shortcut as Key;
use crate::plan::progress::Mark;
use crate::words;

#[test]
fn text_goes_from_eighty_to_two_hundred_percent_and_back() {
    let home = Home::new();
    let mut app = home.with_a_plan();
    let mut steps = Vec::new();

    for _ in 0..10 {
        drive(&mut app, Message::Pressed(Key::Smaller));
    }

    for _ in 0..10 {
        steps.push(app.settings.text_percent);
        drive(&mut app, Message::Pressed(Key::Larger));
    }

    steps.dedup();
    assert_eq!(steps, [80, 90, 100, 125, 150, 175, 200]);
    assert!((app.scale_factor() - 2.0).abs() < f32::EPSILON);

    drive(&mut app, Message::Pressed(Key::Reset));
    assert_eq!(app.settings.text_percent, 100);
    assert_eq!(home.files(), 0, "and nobody asked to remember it");
}

#[test]
fn settings_are_written_only_while_they_are_to_be_remembered() {
    let home = Home::new();
    let mut app = home.app();
    let with = |app: &App, is_remembered| Settings {
        is_remembered,
        ..app.settings.clone()
    };

    let settings = with(&app, true);
    let _ = app.change_settings(settings);
    assert_eq!(home.files(), 1);

    let settings = with(&app, false);
    let _ = app.change_settings(settings);
    assert_eq!(home.files(), 0);
}

#[test]
fn help_and_settings_come_back_to_the_very_same_page() {
    let home = Home::new();
    let mut app = home.with_a_plan();
    let first = app.desk.plan().first[0].clone();
    let why = app.desk.pack.measure(&first).unwrap().undo.clone();

    drive(&mut app, Message::Pressed(Key::Pick(1)));
    assert!(told(&app, &why), "it is open");

    for show in [
        App::show_help as fn(&mut App) -> Task<Message>,
        App::show_settings,
        App::show_protects,
    ] {
        let _ = show(&mut app);
        let _ = show(&mut app);
        assert!(!told(&app, &why));
        drive(&mut app, Message::Pressed(Key::Back));
        assert!(told(&app, &why), "and still is");
    }
}

#[test]
fn a_tick_says_so_and_is_taken_back_by_its_toast_or_by_key() {
    let home = Home::new();
    let mut app = home.with_a_plan();
    let key = home.mark(&mut app);

    assert_eq!(app.desk.progress().mark(&key), Some(Mark::Done));
    assert!(told(&app, &words::text("change-done")));
    drive(&mut app, Message::Pressed(Key::Undo));
    assert_eq!(app.desk.progress().mark(&key), None);

    let _ = app.second(clock::now() + TOAST + SECOND, Duration::ZERO);
    assert!(app.toast.is_none(), "short things go by themselves");
}

#[test]
fn a_message_from_a_screen_that_is_gone_does_nothing() {
    let home = Home::new();
    let mut app = home.with_a_plan();

    let _ = app.show_help();
    drive(&mut app, Message::Screen(ScreenMessage::Plan(OnPlan::Weigh)));
    assert!(matches!(app.screen, Screen::Help(_)));
}

#[test]
fn over_a_cover_or_a_dialog_no_key_reaches_the_page() {
    let home = Home::new();
    let mut app = home.with_a_plan();

    for key in [
        Key::Accept,
        Key::Back,
        Key::Pick(1),
        Key::Undo,
        Key::Save,
        Key::Print,
        Key::Help,
        Key::Larger,
    ] {
        drive(&mut app, Message::Pressed(Key::Cover));
        assert!(app.is_covered);
        drive(&mut app, Message::Pressed(key));
        assert!(!app.is_covered, "any key brings the page back");

        drive(&mut app, Message::ToggleMenu);
        drive(&mut app, Message::Pressed(key));
        drive(&mut app, Message::ToggleMenu);

        assert!(matches!(app.screen, Screen::Plan(_)));
        assert_eq!(app.settings.text_percent, 100);
    }
}

#[test]
fn what_to_do_afterwards_is_a_visit_from_anywhere_and_comes_first_when_it_is_over() {
    let home = Home::new();
    let mut app = home.app();

    let _ = app.show_after();
    assert!(matches!(app.screen, Screen::After(_)));
    drive(&mut app, Message::Pressed(Key::Back));
    assert!(matches!(app.screen, Screen::Welcome(_)), "with no plan at all");

    let mut app = home.with_a_plan();
    let question = app.desk.pack.questions.iter().find_map(|it| {
        let over = it.choices.iter().find(|choice| choice.lead == Some(When::After))?;

        Some((it.id.clone(), over.id.clone()))
    });
    let (question, over) = question.unwrap();

    app.desk.answer(String::new(), SECOND, |answers| {
        answers.give(question, Given::one(over))
    });
    let _ = app.resume();
    assert!(matches!(app.screen, Screen::After(_)));
    drive(&mut app, Message::Pressed(Key::Accept));
    assert!(matches!(app.screen, Screen::Plan(_)), "and Enter goes on to the plan");
}

#[test]
fn whoever_says_that_it_is_over_reads_what_helps_before_the_next_question() {
    let home = Home::new();
    let mut app = home.app();
    let (question, over) = app
        .desk
        .pack
        .questions
        .iter()
        .find_map(|it| {
            let over = it.choices.iter().position(|choice| choice.lead == Some(When::After))?;

            Some((it.id.clone(), over + 1))
        })
        .unwrap();
    let questions = Questions::at(&app.context(), Some(question));

    let _ = app.show(Screen::Questions(questions));
    drive(&mut app, Message::Pressed(Key::Pick(1)));
    drive(&mut app, Message::Pressed(Key::Accept));
    assert!(matches!(app.screen, Screen::Questions(_)), "it is still to come");

    drive(&mut app, Message::Pressed(Key::Back));
    drive(&mut app, Message::Pressed(Key::Pick(over)));
    assert!(
        matches!(app.screen, Screen::Questions(_)),
        "an answer alone leads nowhere"
    );
    drive(&mut app, Message::Pressed(Key::Accept));
    assert!(matches!(app.screen, Screen::After(_)));
    drive(&mut app, Message::Pressed(Key::Accept));
    assert!(
        matches!(app.screen, Screen::Questions(_)),
        "Enter goes on to the next question"
    );
}

#[test]
fn what_happened_to_somebody_is_kept_nowhere() {
    let home = Home::new();
    let mut app = home.with_a_kept_plan();
    let (files, before) = (home.files(), app.desk.document().encode(app.desk.pack));

    for number in 1..=app.desk.pack.situations.len() {
        let _ = app.show_after();

        drive(&mut app, Message::Pressed(Key::Pick(number)));
        drive(&mut app, Message::Pressed(Key::Back));
        drive(&mut app, Message::Pressed(Key::Back));
    }

    assert!(!app.desk.is_edited());
    assert_eq!(app.desk.document().encode(app.desk.pack), before);
    assert_eq!(home.files(), files);
    assert!(app.desk.last_change().is_none(), "there is nothing to take back");
}

#[test]
fn the_menu_the_cover_and_every_question_are_whole() {
    let home = Home::new();
    let mut app = home.with_a_plan();

    home.mark(&mut app);
    assert_eq!(hands::faults(&app), Vec::<String>::new());
    app.is_menu_open = true;
    assert_eq!(hands::faults(&app), Vec::<String>::new());
    app.is_menu_open = false;

    for ask in [Ask::StartAnew, Ask::OpenAnother, Ask::LockUnsaved, Ask::ExitUnsaved] {
        app.asking = Some(ask);
        assert_eq!(hands::faults(&app), Vec::<String>::new());
    }

    app.asking = None;
    app.is_asked_whether_there = true;
    assert_eq!(hands::faults(&app), Vec::<String>::new());
    app.is_asked_whether_there = false;
    app.trouble = Some(Notice::new("The drive is full.".to_owned(), "Make room.".to_owned()));
    assert_eq!(hands::faults(&app), Vec::<String>::new());
    drive(&mut app, Message::Pressed(Key::Cover));
    assert_eq!(hands::faults(&app), Vec::<String>::new());
}
