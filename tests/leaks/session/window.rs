//! Opened, noted in, ticked, saved, locked, unlocked and left, in the window.
use super::super::canary::canary;
use super::super::trace;
use super::super::watch::Watch;
use super::{PASSPHRASE, SCANNED, TYPED_NOTE, WRONG};
use crate::journey::reach::Walker;
use crate::journey::screen::Screen;
use crate::support::Home;

use daypack::content::Pack;
use daypack::harden::Secret;
use daypack::vault::{self, Consent};

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// Opens, notes, ticks, saves, locks, unlocks and quits, in the window; returns the display it was on.
pub(super) fn all(home: &Home, log: &Path, watch: &Watch) -> String {
    let temporary = format!("TMPDIR={}", home.join("tmp").display());
    let before: Vec<OsString> = ["env", &temporary, "PATH=/usr/bin:/bin", "dbus-run-session", "--"]
        .into_iter()
        .map(Into::into)
        .chain(trace::before(log))
        .collect();
    let mut screen = Screen::open_behind(home, (1000, 820), &before);
    let display = screen.display().to_owned();

    watch.at(Some(display.clone()));

    let mut walker = Walker::new(&screen);

    scan(&walker);
    open(&mut walker);
    walker.to_earlier();
    walker.to_own_words();
    walker.keep_note(&canary(TYPED_NOTE));
    walker.go("a box", |it| it.role == "CheckBox" && it.is_checked == Some(false));
    screen.tap("space");
    save(&screen, home);
    screen.keys("ctrl+l");
    walker.on("open-passphrase");
    unlock(&walker, PASSPHRASE);
    walker.on("plan");
    watch.at(None);
    screen.hand_over("alt+F4");

    assert!(screen.ended_within(Duration::from_secs(20)).is_some(), "it ends");

    let sealed = fs::read(home.join("notes.age")).unwrap();
    let secret = Secret::from_text(&canary(PASSPHRASE)).unwrap();
    let opened = vault::open(&sealed, &secret, Consent::NotAsked).unwrap();

    assert!(
        (0..=TYPED_NOTE).all(|number| opened.plaintext.contains(&canary(number))),
        "what was said is in the plan"
    );
    assert_eq!(
        opened.document(Pack::built_in()).unwrap().progress.all_marks().count(),
        2
    );

    display
}

/// Types the text of a scanned code that is none, and goes back.
fn scan(walker: &Walker<'_>) {
    walker.turn_to("welcome-open", "open-choose");
    walker.turn_to("gather-way", "gather");
    walker.go("the field", |it| it.id == "gather-text");
    walker.screen.type_in(&canary(SCANNED));
    // in a field, Escape leaves the field
    walker.screen.tap("Tab");
    walker.back_to("open-choose");
}

/// Opens the plan by its path: with a wrong passphrase first.
fn open(walker: &mut Walker<'_>) {
    walker.go("the field", |it| it.id == "place-path");
    walker.screen.keys("ctrl+a");
    walker.screen.type_in("~/notes.age");
    walker.turn_to("place-open-typed", "open-passphrase");
    unlock(walker, WRONG);
    // it may be over before anybody looks
    walker
        .screen
        .until("a try", || walker.screen.was_told("open-opening").then_some(()));
    walker.on("open-passphrase");
    walker.screen.settled();
    walker.go("the field", |it| it.role == "Password");
    walker.screen.keys("ctrl+a");
    unlock(walker, PASSPHRASE);
    walker.on("plan");
}

fn unlock(walker: &Walker<'_>, number: usize) {
    walker.go("the field", |it| it.role == "Password");
    walker.screen.settled();
    walker.screen.type_in(&canary(number));
    walker.screen.keys("Return");
}

fn save(screen: &Screen, home: &Home) {
    let plan = home.join("notes.age");
    let before = fs::read(&plan).unwrap();

    screen.keys("ctrl+s");
    screen.until("the save", || (fs::read(&plan).unwrap() != before).then_some(()));
    screen.settled();
}
