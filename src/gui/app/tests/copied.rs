//! 48: what is copied is lent, and when it is taken back. The clock and the clipboard are ours here; the real
//! ones are in `tests/journey/clip.rs`.
use super::hands::{Clipboard, Home, run_at, told};
use super::{App, LONG_AFTER, Message, SECOND, Screen};
use crate::gui::shortcut::Shortcut as Key;
use crate::gui::widget::Print;
use crate::words;

use std::time::Duration;

const NOTE: &str = "on at home, off at work";
const MILLISECOND: Duration = Duration::from_millis(1);

/// A desktop where our window has just copied this, when it is `now`.
fn copied(app: &mut App, words: &str, now: Duration) -> Clipboard {
    let mut desktop = Clipboard {
        words: Some(words.to_owned()),
        ..Clipboard::default()
    };
    let task = app.copied(Print::of(words), now);

    run_at(app, task, &mut desktop);
    desktop
}

/// It becomes `now`.
fn wait(app: &mut App, desktop: &mut Clipboard, now: Duration) {
    let task = app.take_back_in_time(now);

    run_at(app, task, desktop);
}

fn tell(app: &mut App, desktop: &mut Clipboard, message: Message) -> bool {
    let task = app.update(message);

    run_at(app, task, desktop)
}

#[test]
fn what_was_copied_is_taken_back_after_ten_seconds_and_the_window_says_so() {
    let home = Home::new();
    let mut app = home.with_a_plan();
    let mut desktop = copied(&mut app, NOTE, SECOND);

    assert!(told(&app, &words::text("clip-copied")) || told(&app, &words::text("clip-copied-in-front")));
    wait(&mut app, &mut desktop, 11 * SECOND - MILLISECOND);
    assert_eq!(desktop.words.as_deref(), Some(NOTE), "it can be pasted until then");
    wait(&mut app, &mut desktop, 11 * SECOND);
    assert_eq!(desktop.words.as_deref(), Some(""));
    assert_eq!(app.lent, None);
}

#[test]
fn what_another_program_copied_meanwhile_stays_whatever_happens() {
    for message in [
        None,
        Some(Message::Lock),
        Some(Message::CloseRequested),
        Some(Message::Pressed(Key::Lock)),
    ] {
        let home = Home::new();
        let mut app = home.with_a_kept_plan();
        let mut desktop = copied(&mut app, NOTE, SECOND);

        desktop.words = Some("a recipe".to_owned());

        match message.clone() {
            Some(message) => drop(tell(&mut app, &mut desktop, message)),
            None => wait(&mut app, &mut desktop, 11 * SECOND),
        }

        assert_eq!(desktop.words.as_deref(), Some("a recipe"), "{message:?}");
        assert_eq!(app.lent, None, "{message:?}");
        wait(&mut app, &mut desktop, LONG_AFTER);
        assert_eq!(desktop.words.as_deref(), Some("a recipe"), "{message:?}");
    }
}

#[test]
fn locking_leaving_and_covering_a_plan_that_was_never_saved_take_it_back_at_once() {
    for (what, is_kept, message) in [
        ("lock", true, Message::Lock),
        ("lock without a file", false, Message::Lock),
        ("the key", true, Message::Pressed(Key::Lock)),
        ("close", true, Message::CloseRequested),
        ("the end of the session", true, Message::Beat(super::Beat::Ending)),
        ("waking up", false, Message::Beat(super::Beat::Woke)),
    ] {
        let home = Home::new();
        let mut app = match is_kept {
            true => home.with_a_kept_plan(),
            false => home.with_a_plan(),
        };
        let mut desktop = copied(&mut app, NOTE, SECOND);
        let ends = tell(&mut app, &mut desktop, message);

        assert_eq!(desktop.words.as_deref(), Some(""), "{what}");
        assert_eq!(ends, what.contains("close") || what.contains("session"), "{what}");
    }
}

#[test]
fn a_lock_waits_for_the_clipboard_and_for_nothing_of_the_plan() {
    let home = Home::new();
    let mut app = home.with_a_kept_plan();
    let mut desktop = copied(&mut app, NOTE, SECOND);
    let task = app.update(Message::Lock);

    assert!(app.desk.is_bare() && app.is_covered, "plan and passphrase go at once");
    assert!(
        !matches!(app.screen, Screen::Open(_)),
        "the process stays for the clipboard"
    );
    run_at(&mut app, task, &mut desktop);
    assert_eq!(desktop.words.as_deref(), Some(""));
    assert!(matches!(app.screen, Screen::Open(_)) && !app.is_covered);
}

#[test]
fn going_to_another_window_to_paste_takes_nothing_back() {
    let home = Home::new();
    let mut app = home.with_a_plan();

    let _ = app.show_weigh();
    tell(&mut app, &mut Clipboard::default(), Message::Focused);

    let mut desktop = copied(&mut app, NOTE, SECOND);

    tell(&mut app, &mut desktop, Message::Unfocused);
    assert!(app.is_covered);
    assert_eq!(desktop.words.as_deref(), Some(NOTE));
    wait(&mut app, &mut desktop, 11 * SECOND);
    assert_eq!(desktop.words.as_deref(), Some(""), "behind a cover too");
}

#[test]
fn what_cannot_be_taken_back_behind_other_windows_is_when_ours_comes_to_the_front() {
    let home = Home::new();
    let mut app = home.with_a_plan();
    let mut desktop = copied(&mut app, NOTE, SECOND);

    tell(&mut app, &mut desktop, Message::Unfocused);
    desktop.is_out_of_reach = true;
    wait(&mut app, &mut desktop, 11 * SECOND);
    wait(&mut app, &mut desktop, LONG_AFTER);
    desktop.is_out_of_reach = false;
    wait(&mut app, &mut desktop, LONG_AFTER);
    assert_eq!(desktop.words.as_deref(), Some(NOTE), "it is not asked every second");

    app.may_take_back(LONG_AFTER);
    wait(&mut app, &mut desktop, LONG_AFTER);
    assert_eq!(
        desktop.words.as_deref(),
        Some(NOTE),
        "its clipboard hears of it a little later"
    );
    wait(&mut app, &mut desktop, LONG_AFTER + SECOND);
    assert_eq!(desktop.words.as_deref(), Some(""));
    assert_eq!(app.lent, None);
}

#[test]
fn a_clipboard_without_words_in_front_is_not_ours() {
    let home = Home::new();
    let mut app = home.with_a_plan();

    tell(&mut app, &mut Clipboard::default(), Message::Focused);

    let mut desktop = copied(&mut app, NOTE, SECOND);

    desktop.words = None;
    wait(&mut app, &mut desktop, 11 * SECOND);
    assert_eq!((desktop.words, app.lent), (None, None));
}

#[test]
fn what_is_copied_again_can_be_pasted_for_ten_seconds_more() {
    let home = Home::new();
    let mut app = home.with_a_plan();

    copied(&mut app, "the first", SECOND);

    let mut desktop = copied(&mut app, NOTE, 6 * SECOND);

    wait(&mut app, &mut desktop, 11 * SECOND);
    assert_eq!(desktop.words.as_deref(), Some(NOTE));

    // The answer about the first comes late.
    let late = Message::TookBack(Print::of("the first"), super::clip::Found::Others);

    tell(&mut app, &mut desktop, late);
    assert!(app.lent.is_some());
    wait(&mut app, &mut desktop, 16 * SECOND);
    assert_eq!(desktop.words.as_deref(), Some(""));
}

#[test]
fn where_nothing_was_copied_the_clipboard_is_not_even_read() {
    let home = Home::new();
    let app = home.with_a_plan();

    for task in [app.take_back(), app.take_back_in_time(LONG_AFTER)] {
        assert!(iced_runtime::task::into_stream(task).is_none());
    }
}
