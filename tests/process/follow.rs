//! How one worker follows the other: after a lock, and after a mistake.
use super::PROGRAMS;
use super::stage::{Stage, lives};
use crate::leaks::canary::COUNT;
use crate::support;
use crate::support::running::signal;

use daypack::words;
use rustix::process::Signal;

use std::fs;
use std::time::Instant;

#[test]
fn locking_ends_the_worker_and_another_asks_for_the_passphrase() {
    if !support::has_all("locking_ends_the_worker_and_another_asks_for_the_passphrase", PROGRAMS) {
        return;
    }

    let stage = Stage::opened();
    let before = stage.worker();
    let keeper = stage.keeper();
    let size = stage.shown().size;

    stage.key("ctrl+plus");

    // Larger text: less of it in the same window.
    let smaller = stage.until("larger text", || Some(stage.shown().size).filter(|now| *now != size));

    stage.key("ctrl+l");

    let start = Instant::now();

    stage.until("the end of the worker", || (!lives(before)).then_some(()));

    let gone = start.elapsed();
    let after = stage.next_worker(before, "open-passphrase");

    support::say(&format!(
        "the worker was gone after {} ms, the next was there after {}",
        gone.as_millis(),
        start.elapsed().as_millis()
    ));
    assert_ne!(after, before);
    assert_eq!(stage.keeper(), keeper);
    // The same window; and what was set but not remembered holds.
    assert!(
        stage
            .shown()
            .size
            .iter()
            .zip(smaller)
            .all(|(now, then)| (now - then).abs() < 2.0)
    );

    stage.unlock();
    assert_eq!(stage.plan().progress.all_earlier().count(), COUNT);
}

#[test]
fn a_worker_that_is_killed_is_followed_by_one_that_says_so_calmly() {
    if !support::has_all(
        "a_worker_that_is_killed_is_followed_by_one_that_says_so_calmly",
        PROGRAMS,
    ) {
        return;
    }

    let stage = Stage::opened();
    let before = stage.worker();
    let bytes = fs::read(stage.path()).unwrap();

    signal(before, Signal::KILL);
    stage.next_worker(before, "open-passphrase");
    assert!(
        stage.shown().controls.iter().any(|it| it.id == "close-trouble"),
        "it is said"
    );

    assert_eq!(fs::read(stage.path()).unwrap(), bytes, "the file is whole");
    stage.unlock();
    assert_eq!(stage.plan().progress.all_earlier().count(), COUNT);
}

#[test]
fn a_worker_that_falls_twice_at_once_is_not_started_again() {
    if !support::has_all("a_worker_that_falls_twice_at_once_is_not_started_again", PROGRAMS) {
        return;
    }

    let mut stage = Stage::empty();
    let first = stage.worker();

    signal(first, Signal::ABORT);

    let second = stage.until("another worker", || stage.worker_now().filter(|now| *now != first));

    signal(second, Signal::ABORT);

    let (code, said) = stage.ended();

    assert_eq!(code, Some(1));
    assert_eq!(said.trim(), words::text("fallen-twice"));
}

#[test]
fn without_its_screen_the_program_ends_quietly() {
    if !support::has_all("without_its_screen_the_program_ends_quietly", PROGRAMS) {
        return;
    }

    let mut stage = Stage::empty();

    stage.pull_the_screen();

    let (code, said) = stage.ended();

    assert_eq!(code, Some(1));
    assert!(!said.contains("Daypack"), "{said}");
}
