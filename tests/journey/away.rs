//! A kept plan to its two ends, by keys alone: its key in a file of its own, with a stick that is pulled out
//! and put in again, and everything of it removed from this device.
use super::reach::Walker;
use super::screen::{Screen, files};
use super::told::Shown;
use super::{PASSPHRASE, PROGRAMS, answers};
use crate::support::{self, Home};

use daypack::content::Pack;
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::vault;
use daypack::words;

use std::fs;
use std::sync::Arc;

const SIZE: (u32, u32) = (1000, 820);

/// A home with a plan in our own folder, and a folder that is as good as a stick.
fn home() -> Home {
    let home = Home::new();
    let pack = Pack::built_in();
    let mut document = Document::new(pack);

    document.answers = answers(pack).1;
    fs::create_dir_all(home.join("data/daypack")).unwrap();
    fs::create_dir(home.join("stick")).unwrap();

    let passphrase = Secret::from_text(PASSPHRASE).unwrap();
    let sealed = vault::seal_with(&document.encode(pack), &passphrase, 10).unwrap();

    fs::write(home.join("data/daypack/notes.age"), sealed).unwrap();
    home
}

/// Presses what bears the words of this id, and waits for the page that comes.
fn press(screen: &Screen, id: &str, page: &str) -> Arc<Shown> {
    let name = words::text(id);

    Walker::new(screen).press(&name, |it| it.name == name);
    screen.until_shown(page, |shown| shown.page == page)
}

/// Presses the one with this id, and waits for the page that comes.
fn open(screen: &Screen, id: &str, page: &str) -> Arc<Shown> {
    Walker::new(screen).press(id, |it| it.id.starts_with(id));
    screen.until_shown(page, |shown| shown.page == page)
}

/// Goes over the places until the one for a path of one's own is chosen.
fn choose_elsewhere(screen: &Screen) {
    let walker = Walker::new(screen);

    walker.go("the places", |it| it.role == "Radio" && it.is_stop());

    for _ in 0..9 {
        if screen.shown().focused().is_some_and(|it| it.id == "place-elsewhere") {
            screen.keys("space");
            return;
        }

        screen.tap("Down");
    }

    panic!("there is no such place");
}

/// Brings a path into the field for paths.
fn type_path(screen: &Screen, path: &str) {
    Walker::new(screen).go("the field", |it| it.id == "place-path");
    screen.keys("ctrl+a");
    screen.type_in(path);
}

/// Types the passphrase, and opens.
fn unlock(screen: &Screen) {
    Walker::new(screen).go("the field", |it| it.role == "Password");
    screen.type_in(PASSPHRASE);
    screen.keys("Return");
}

/// From the first page to the page about the file of the plan.
fn to_the_file(screen: &Screen) {
    press(screen, "welcome-open", "open-choose");
    open(screen, "plan-at-", "open-passphrase");
    unlock(screen);
    screen.until_shown("the plan", |shown| shown.page == "plan");
    press(screen, "plan-to-protect", "protect");
}

/// Waits until a button with these words can be pressed.
fn until_ready(screen: &Screen, id: &str) {
    let name = words::text(id);

    screen.until_shown(&name, |shown| shown.find(|it| it.name == name).is_some());
}

/// Names the key file, on the page that asks for it.
fn bring(screen: &Screen, path: &str) {
    type_path(screen, path);
    until_ready(screen, "pieces-use-key");
    press(screen, "pieces-use-key", "open-with-key");
}

#[test]
fn a_key_is_kept_apart_missed_brought_back_and_removed_with_its_plan() {
    if !support::has_all(
        "a_key_is_kept_apart_missed_brought_back_and_removed_with_its_plan",
        PROGRAMS,
    ) {
        return;
    }

    let home = home();
    let screen = Screen::open(&home, SIZE);
    let (key, away) = (home.join("stick/key.age"), home.join("key-elsewhere"));

    to_the_file(&screen);
    open(&screen, "protect-split", "protect-key");
    choose_elsewhere(&screen);
    type_path(&screen, "~/stick/key.age");
    until_ready(&screen, "protect-save");
    screen.settled().keep("key");
    press(&screen, "protect-save", "plan");
    assert!(key.exists(), "the key has a file of its own");

    // Nobody remembers where the key is: it is asked for, and the wrong file is said to be that.
    screen.turn("ctrl+l", "open-key").keep("find");
    bring(&screen, "~/data/daypack/notes.age");
    unlock(&screen);
    until_ready(&screen, "pieces-choose-key");
    screen.settled().keep("wrong-key");
    open(&screen, "choose-key", "open-key");

    // The stick is out when it is needed, and in again: nothing has to be typed anew.
    bring(&screen, "~/stick/key.age");
    fs::rename(&key, &away).unwrap();
    screen.settled();
    screen.press("Return").keep("no-stick");
    screen.until_shown("the same page", |shown| shown.page == "open-with-key");
    fs::rename(&away, &key).unwrap();
    press(&screen, "open-open", "plan");

    remove(&screen, true);
    assert_eq!(files(&home, "age"), Vec::<std::path::PathBuf>::new());
}

/// Removes the open plan, with its key or without one, to the first page.
fn remove(screen: &Screen, with_key: bool) {
    if screen.shown().page == "plan" {
        press(screen, "plan-to-protect", "protect");
    }

    open(screen, "protect-remove", "remove");

    if with_key {
        let name = words::text("remove-key");

        Walker::new(screen).go(&name, |it| it.name == name);
        screen.tap("space");
    }

    press(screen, "remove-continue", "remove-sure");
    screen.settled().keep("sure");
    press(screen, "remove-now", "remove-gone");
    screen.settled().keep("gone");
    press(screen, "remove-close", "welcome");
}

#[test]
fn a_plan_is_removed_after_two_questions_and_the_first_page_is_there() {
    if !support::has_all(
        "a_plan_is_removed_after_two_questions_and_the_first_page_is_there",
        PROGRAMS,
    ) {
        return;
    }

    let home = home();
    let plan = home.join("data/daypack/notes.age");
    let screen = Screen::open(&home, SIZE);

    fs::copy(&plan, home.join("data/daypack/notes.bak.age")).unwrap();
    home.write("data/daypack/others.age", "age-encryption.org/v1\n");
    to_the_file(&screen);

    // Enter on the second question keeps everything.
    open(&screen, "protect-remove", "remove");
    press(&screen, "remove-continue", "remove-sure");
    press(&screen, "remove-keep", "remove");
    screen.turn("Escape", "protect");
    assert!(plan.exists());

    remove(&screen, false);
    assert_eq!(home.files(), ["data/daypack/others.age"]);

    // Nothing of it is open any more: a new plan is one press away, and no question about an old one.
    press(&screen, "welcome-start", "question-case");
    assert!(!screen.was_told(PASSPHRASE));
}
