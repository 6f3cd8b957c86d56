//! The application without a window: what locks, covers, closes, saves and comes back, and when.
mod always;
mod copied;
mod fallen;
mod hands;
mod language;
mod locking;
mod machine;
mod person;
mod waking;
mod world;

use super::ask::{self, Ask};
use super::saving::After;
use super::*;
use crate::gui::shortcut::Shortcut as Key;
use crate::gui::widget::probe::Probe;
use crate::plan::progress::Mark;
use crate::words;
use hands::{Home, awaited, drive, told};

use iced::keyboard::key::Named;

const SECOND: Duration = Duration::from_secs(1);
const LONG_AFTER: Duration = Duration::from_secs(1_000_000);

#[test]
fn from_the_first_page_to_the_plan_by_digits_and_enter_alone() {
    let home = Home::new();
    let mut app = home.app();

    assert!(matches!(app.screen, Screen::Welcome(_)));
    drive(&mut app, Message::Pressed(Key::Accept));
    assert!(matches!(app.screen, Screen::Questions(_)));

    for _ in 0..100 {
        if !matches!(app.screen, Screen::Questions(_)) {
            break;
        }

        drive(&mut app, Message::Pressed(Key::Pick(1)));
        drive(&mut app, Message::Pressed(Key::Accept));
    }

    assert!(matches!(app.screen, Screen::Weigh(_)));
    drive(&mut app, Message::Pressed(Key::Accept));

    for _ in 0..50 {
        if !matches!(app.screen, Screen::Decide(_)) {
            break;
        }

        drive(&mut app, Message::Pressed(Key::Pick(1)));
        drive(&mut app, Message::Pressed(Key::Accept));
    }

    assert!(matches!(app.screen, Screen::Plan(_)));
    assert!(!app.desk.plan().items.is_empty() && app.desk.plan().undecided.is_empty());
    assert_eq!(home.files(), 0, "nothing is written before the first save");
}

#[test]
fn before_the_first_save_locking_only_covers() {
    let home = Home::new();
    let mut app = home.with_a_plan();

    for way in [Message::Lock, Message::Pressed(Key::Lock), Message::Beat(Beat::Woke)] {
        drive(&mut app, way);
        assert!(app.is_covered);
        assert!(!told(&app, &words::text("plan-title")), "the cover hides everything");
        drive(&mut app, Message::Uncover);
        assert!(!app.is_covered && !app.desk.is_empty());
        assert!(matches!(app.screen, Screen::Plan(_)));
    }
}

#[test]
fn after_the_first_save_locking_drops_the_plan_and_asks_for_its_passphrase() {
    let home = Home::new();
    let mut app = home.with_a_kept_plan();

    drive(&mut app, Message::Pressed(Key::Lock));
    assert!(matches!(app.screen, Screen::Open(_)));
    assert!(app.desk.is_empty() && app.desk.kept().is_none());
    assert!(!app.is_covered);
}

#[test]
fn what_was_changed_is_saved_before_it_is_locked() {
    let home = Home::new();
    let mut app = home.with_a_kept_plan();
    let key = home.mark(&mut app);
    let task = app.update(Message::Lock);

    assert!(app.is_covered && awaited(&app) == Some(After::Lock));
    let _ = app.update(Message::Uncover);
    assert!(app.is_covered, "it stays covered until it is locked");

    hands::run(&mut app, task);
    assert!(matches!(app.screen, Screen::Open(_)));
    assert!(app.desk.is_empty());
    assert_eq!(home.reopened().progress.mark(&key), Some(Mark::Done));
}

/// What a save brings that failed.
fn no_room() -> Message {
    let notice = Notice::new("The drive is full.".to_owned(), "Make room.".to_owned());

    Message::Saved(Err(notice))
}

#[test]
fn a_save_that_fails_while_locking_asks_and_loses_nothing() {
    let home = Home::new();
    let mut app = home.with_a_kept_plan();
    let key = home.mark(&mut app);

    let _ = app.update(Message::Lock);
    drive(&mut app, no_room());
    assert!(app.is_covered, "nobody reads it meanwhile");
    assert_eq!(app.asking, Some(Ask::LockUnsaved));
    assert!(told(&app, &words::text("ask-lock")), "it is asked over the cover");
    assert!(told(&app, "The drive is full. Make room."), "and why is said there");
    drive(&mut app, Message::Uncover);
    assert!(app.is_covered, "no key but an answer brings the page back");
    assert!(!told(&app, &words::text("plan-title")));

    drive(&mut app, Message::Ask(ask::Message::Stay));
    assert_eq!(app.desk.progress().mark(&key), Some(Mark::Done));
    assert!(told(&app, &words::text("save-failed")) && told(&app, "The drive is full."));
}

#[test]
fn what_cannot_be_saved_where_it_is_can_be_saved_elsewhere_from_the_question() {
    let home = Home::new();
    let mut app = home.with_a_kept_plan();
    let key = home.mark(&mut app);

    let _ = app.update(Message::Lock);
    drive(&mut app, no_room());
    assert!(told(&app, &words::text("ask-save-again")) && !told(&app, &words::text("ask-save")));
    drive(&mut app, Message::Ask(ask::Message::Elsewhere));
    assert!(!app.is_covered && app.asking.is_none());
    assert!(matches!(app.screen, Screen::Protect(_)));
    assert_eq!(app.desk.progress().mark(&key), Some(Mark::Done));
}

#[test]
fn a_save_that_was_asked_for_says_at_once_that_it_is_under_way() {
    let home = Home::new();
    let mut app = home.with_a_kept_plan();

    home.mark(&mut app);

    let _ = app.update(Message::Pressed(Key::Save));
    assert!(told(&app, &words::text("save-doing")));
    drive(&mut app, no_room());
    drive(&mut app, Message::DismissTrouble);
    assert!(!told(&app, &words::text("save-doing")));
}

#[test]
fn half_a_minute_before_it_locks_it_asks_whether_somebody_is_there() {
    let home = Home::new();
    let mut app = home.with_a_plan();
    let limit = Duration::from_secs(60 * u64::from(app.settings.idle_minutes));

    let _ = app.second(SECOND, limit - 31 * SECOND);
    assert!(!app.is_asked_whether_there);

    let _ = app.second(SECOND, limit - 30 * SECOND);
    assert!(app.is_asked_whether_there);
    assert!(told(&app, &words::text("ask-there")) && told(&app, &words::text("ask-there-cover")));

    drive(&mut app, Message::Ask(ask::Message::Here));
    assert!(!app.is_asked_whether_there);

    let _ = app.second(SECOND, limit - SECOND);
    let _ = app.second(SECOND, Duration::ZERO);
    assert!(!app.is_asked_whether_there, "a key is an answer");

    let _ = app.second(SECOND, limit);
    assert!(app.is_covered && !app.is_asked_whether_there);
}

#[test]
fn a_kept_plan_that_is_left_alone_is_locked_even_behind_a_cover() {
    for is_covered in [false, true] {
        let home = Home::new();
        let mut app = home.with_a_kept_plan();
        let limit = Duration::from_secs(60 * u64::from(app.settings.idle_minutes));

        if is_covered {
            drive(&mut app, Message::Pressed(Key::Cover));
        }

        assert_eq!(app.is_covered, is_covered);

        let _ = app.second(SECOND, limit - SECOND);
        assert!(!app.desk.is_empty(), "not yet");

        let task = app.second(SECOND, limit);
        hands::run(&mut app, task);
        assert!(
            app.desk.is_empty() && app.desk.kept().is_none(),
            "plan and passphrase are gone"
        );
        assert!(matches!(app.screen, Screen::Open(_)));
    }
}

#[test]
fn a_lock_that_fails_is_not_tried_again_every_second() {
    let home = Home::new();
    let mut app = home.with_a_kept_plan();
    let limit = Duration::from_secs(60 * u64::from(app.settings.idle_minutes));

    home.mark(&mut app);

    let _ = app.second(SECOND, limit);
    assert_eq!(awaited(&app), Some(After::Lock));

    drive(&mut app, no_room());
    assert_eq!(app.asking, Some(Ask::LockUnsaved));

    let _ = app.second(2 * SECOND, limit + SECOND);
    assert_eq!(awaited(&app), None, "it waits for an answer");
    assert!(app.is_covered && !app.desk.is_empty());
}

#[test]
fn an_empty_desk_is_left_alone_by_the_clock() {
    let home = Home::new();
    let mut app = home.app();

    let _ = app.second(SECOND, LONG_AFTER);
    assert!(!app.is_covered && !app.is_asked_whether_there);
}

#[test]
fn a_kept_plan_saves_itself_half_a_minute_after_a_change() {
    let home = Home::new();
    let mut app = home.with_a_kept_plan();

    assert_eq!(awaited(&app), None);
    let _ = app.second(clock::now() + LONG_AFTER, Duration::ZERO);
    assert_eq!(awaited(&app), None, "nothing has changed");

    let key = home.mark(&mut app);
    let _ = app.second(clock::now() + 29 * SECOND, Duration::ZERO);
    assert_eq!(awaited(&app), None);

    let task = app.second(clock::now() + 31 * SECOND, Duration::ZERO);
    assert_eq!(awaited(&app), Some(After::Stay));
    hands::run(&mut app, task);
    assert!(!app.desk.is_edited());
    assert_eq!(home.reopened().progress.mark(&key), Some(Mark::Done));
}

#[test]
fn another_window_in_front_covers_what_is_private_and_only_that() {
    let home = Home::new();
    let mut app = home.with_a_plan();

    let _ = app.show_weigh();
    drive(&mut app, Message::Unfocused);
    assert!(!app.is_covered, "a window that was never in front");
    drive(&mut app, Message::Focused);

    for (show, is_private) in [
        (App::show_welcome as fn(&mut App) -> Task<Message>, false),
        (App::show_plan, false),
        (App::show_help, false),
        (App::show_settings, false),
        (App::show_protects, false),
        (App::show_weigh, true),
        (|app| app.show_decide(None), true),
        (App::show_protect, true),
        (|app| app.show_open(None), true),
        (App::start_over, true),
    ] {
        let _ = show(&mut app);
        drive(&mut app, Message::Unfocused);
        assert_eq!(app.is_covered, is_private);
        drive(&mut app, Message::Focused);
        assert_eq!(app.is_covered, is_private, "coming back is a key or a click");
        drive(&mut app, Message::Uncover);
    }

    app.settings.covers_on_lost_focus = false;
    drive(&mut app, Message::Unfocused);
    assert!(!app.is_covered, "the person said so");
}

#[test]
fn escape_only_ever_goes_back() {
    let home = Home::new();
    let mut app = home.with_a_plan();

    for ask in [Ask::StartAnew, Ask::OpenAnother, Ask::LockUnsaved, Ask::ExitUnsaved] {
        app.asking = Some(ask);
        assert_eq!(on_escape(&app), "[Ask(Stay)]");
    }

    app.asking = None;
    app.is_menu_open = true;
    assert_eq!(on_escape(&app), "[Menu(Close)]");
    app.is_menu_open = false;
    app.is_asked_whether_there = true;
    assert_eq!(on_escape(&app), "[Ask(Here)]");
    app.is_asked_whether_there = false;

    // From the plan back to the first page: the process is still there, and so is the plan.
    for _ in 0..100 {
        drive(&mut app, Message::Pressed(Key::Back));
    }

    assert!(matches!(app.screen, Screen::Welcome(_)));
    assert!(!app.desk.is_empty());
}

fn on_escape(app: &App) -> String {
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(app.view());

    ui.key(Named::Escape);
    format!("{:?}", ui.messages())
}

#[test]
fn closing_asks_before_something_would_be_lost() {
    let home = Home::new();
    let mut app = home.with_a_plan();

    assert!(!drive(&mut app, Message::CloseRequested));
    assert_eq!(app.asking, Some(Ask::ExitUnsaved));
    assert!(told(&app, &words::text("ask-exit-lose")));
    drive(&mut app, Message::Ask(ask::Message::Stay));
    assert!(app.asking.is_none() && !app.desk.is_empty());

    drive(&mut app, Message::CloseRequested);
    drive(&mut app, Message::Ask(ask::Message::Save));
    assert!(matches!(app.screen, Screen::Protect(_)));

    drive(&mut app, Message::CloseRequested);
    assert!(drive(&mut app, Message::Ask(ask::Message::Lose)), "the person said so");
}

#[test]
fn closing_a_kept_plan_saves_it_and_an_empty_window_goes_at_once() {
    let home = Home::new();

    assert!(drive(&mut home.app(), Message::CloseRequested));

    let mut app = home.with_a_kept_plan();
    let key = home.mark(&mut app);

    assert!(drive(&mut app, Message::CloseRequested));
    assert_eq!(home.reopened().progress.mark(&key), Some(Mark::Done));
}

#[test]
fn a_new_plan_never_takes_the_place_of_an_unsaved_one_unasked() {
    let home = Home::new();
    let mut app = home.with_a_plan();

    let _ = app.show_welcome();
    drive(&mut app, Message::Pressed(Key::Pick(2)));
    assert_eq!(app.asking, Some(Ask::StartAnew));
    assert!(!app.desk.is_empty());

    drive(&mut app, Message::Ask(ask::Message::Lose));
    assert!(app.desk.is_empty());
    assert!(matches!(app.screen, Screen::Questions(_)));
}
