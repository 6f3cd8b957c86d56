//! What a mistake of ours says of the plan that was open: where it was, and nothing else. safety.md 45.
use super::PROGRAMS;
use super::stage::{PASSPHRASE, Stage, lives};
use crate::leaks::canary::START;
use crate::support;
use crate::support::running::signal;

use rustix::process::Signal;

/// How many ways a debug build has to fall over.
const WAYS: usize = 30;

/// The real window with a plan in which 64 notes stand: each way would say all of it.
#[test]
fn the_window_falls_in_thirty_ways_and_says_nothing_of_the_open_plan() {
    let test = "45, the_window_falls_in_thirty_ways_and_says_nothing_of_the_open_plan";

    if !support::has_all(test, PROGRAMS) {
        return;
    }

    let mut stage = Stage::asked_in(2, &[("DAYPACK_FALL", "1"), ("RUST_BACKTRACE", "full")]);
    let worker = stage.worker();

    stage.type_passphrase();
    stage.key("Return");
    stage.until("the end of the worker", || (!lives(worker)).then_some(()));

    // The one that draws fell last, and another one came.
    let next = stage.next_worker(worker, "open-passphrase");

    signal(stage.keeper(), Signal::TERM);

    let (code, said) = stage.ended();
    let falls = said.lines().filter(|line| line.starts_with("internal error ")).count();

    assert!(!lives(next));
    assert_eq!(code, Some(0), "{said}");
    assert!(falls >= WAYS, "{falls} of {WAYS}: {said}");
    assert!(said.lines().all(|line| line.starts_with("internal error ")), "{said}");

    // What is said is at most a path and a number: no word of the plan, of its questions, of what opens it.
    for word in [START, "daypack\"", "[answers]", "velvet", PASSPHRASE] {
        assert!(!said.contains(word), "{word}: {said}");
        assert!(!stage.was_told(word), "{word}");
    }

    support::say(&format!(
        "45: {falls} panics in the window, and none says more than its place"
    ));
}
