//! How both processes end: with each other, from wherever they are.
use super::PROGRAMS;
use super::stage::{Stage, lives};
use crate::leaks::canary::COUNT;
use crate::support;
use crate::support::running::signal;

use daypack::words;
use rustix::process::Signal;

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

/// Longer than anything takes, and far shorter than a person waits.
const AT_ONCE: Duration = Duration::from_secs(2);

#[test]
fn when_the_keeper_dies_the_worker_dies_with_it() {
    if !support::has_all("when_the_keeper_dies_the_worker_dies_with_it", PROGRAMS) {
        return;
    }

    let stage = Stage::opened();
    let worker = stage.worker();

    signal(stage.keeper(), Signal::KILL);
    stage.until("the end of the worker", || (!lives(worker)).then_some(()));
}

#[test]
fn the_end_of_the_session_reaches_the_worker_and_ends_both() {
    if !support::has_all("the_end_of_the_session_reaches_the_worker_and_ends_both", PROGRAMS) {
        return;
    }

    for ending in [Signal::TERM, Signal::HUP, Signal::INT] {
        let mut stage = Stage::opened();
        let worker = stage.worker();

        signal(stage.keeper(), ending);
        assert_eq!(stage.ended(), (Some(0), String::new()), "{ending:?}");
        assert!(!lives(worker));
    }
}

/// Where somebody is when they have to leave.
struct State {
    name: &'static str,
    reach: fn() -> Stage,
}

const STATES: [State; 12] = [
    State {
        name: "the first page",
        reach: Stage::empty,
    },
    State {
        name: "a question",
        reach: || at(Stage::empty(), "Return", "question-"),
    },
    State {
        name: "the help",
        reach: || at(Stage::empty(), "F1", "help"),
    },
    State {
        name: "the cover",
        reach: || at(Stage::opened(), "F9", "cover"),
    },
    State {
        name: "the passphrase",
        reach: || Stage::asked(2),
    },
    State {
        name: "half a passphrase",
        reach: || typing(Stage::asked(2)),
    },
    State {
        name: "scrypt",
        reach: || at(typed(Stage::asked(18)), "Return", "open-opening"),
    },
    State {
        name: "the plan",
        reach: Stage::opened,
    },
    State {
        name: "a save",
        reach: || saving(Stage::opened()),
    },
    State {
        name: "printing",
        reach: || at(Stage::opened(), "ctrl+p", "print"),
    },
    State {
        name: "protecting",
        reach: || protecting(ticked(Stage::opened())),
    },
    State {
        name: "locked",
        reach: || locked(Stage::opened()),
    },
];

fn at(stage: Stage, keys: &str, page: &str) -> Stage {
    stage.key(keys);
    stage.page(page);
    stage
}

fn typing(stage: Stage) -> Stage {
    stage.type_in("velvet com");
    stage
}

fn typed(stage: Stage) -> Stage {
    stage.type_passphrase();
    stage
}

/// Something on the plan is ticked, and not saved.
fn ticked(stage: Stage) -> Stage {
    stage.go("a box", |it| it.role == "CheckBox");
    stage.key("space");
    stage
}

/// A save is under way: sealing takes about a second, and then the keeper writes.
fn saving(stage: Stage) -> Stage {
    let stage = ticked(stage);

    stage.key("ctrl+s");
    thread::sleep(Duration::from_millis(300));
    stage
}

/// Where another passphrase, or another place, is chosen.
fn protecting(stage: Stage) -> Stage {
    stage.press(&words::text("plan-to-protect"));
    stage.page("protect");
    stage
}

fn locked(stage: Stage) -> Stage {
    let before = stage.worker();

    stage.key("ctrl+l");
    stage.next_worker(before, "open-passphrase");
    stage
}

/// safety.md 66. How quick it is, to the millisecond, is measured in `tests/bench/processes`.
#[test]
fn the_quick_exit_ends_both_from_anywhere_and_costs_no_plan() {
    if !support::has_all("66, the_quick_exit_ends_both_from_anywhere_and_costs_no_plan", PROGRAMS) {
        return;
    }

    let mut longest = Duration::ZERO;

    for (number, state) in STATES.iter().enumerate() {
        let mut stage = (state.reach)();
        let worker = stage.worker();
        let start = Instant::now();

        match number % 3 {
            0 => stage.key("F12"),
            1 => stage.key("ctrl+shift+q"),
            _ => signal(stage.keeper(), Signal::USR1),
        }

        let (code, said) = stage.ended();
        let took = start.elapsed();

        longest = longest.max(took);
        assert_eq!((code, said.as_str()), (Some(0), ""), "{}", state.name);
        assert!(!lives(worker), "{}", state.name);
        assert!(took < AT_ONCE, "{}: {took:?}", state.name);

        if stage.path().exists() {
            assert_eq!(stage.plan().progress.all_earlier().count(), COUNT, "{}", state.name);
        }
    }

    support::say(&format!(
        "66: both gone within {} ms, with xdotool's share",
        longest.as_millis()
    ));
}

/// A save that was cut off leaves the old plan or the new one, and at most a draft of it, which is sealed too.
#[test]
fn leaving_at_any_moment_of_a_save_leaves_a_plan_that_opens() {
    if !support::has_all("66, leaving_at_any_moment_of_a_save_leaves_a_plan_that_opens", PROGRAMS) {
        return;
    }

    for wait in [0, 700, 1400] {
        let mut stage = ticked(Stage::opened());

        stage.key("ctrl+s");
        thread::sleep(Duration::from_millis(wait));
        signal(stage.keeper(), Signal::USR1);
        assert_eq!(stage.ended(), (Some(0), String::new()));
        assert_eq!(stage.plan().progress.all_earlier().count(), COUNT, "after {wait} ms");

        for file in support::files(stage.home.path()) {
            let bytes = fs::read(&file).unwrap();
            let is_sealed = bytes.is_empty() || b"age-encryption.org/v1\n".starts_with(&bytes[..bytes.len().min(22)]);

            assert!(is_sealed, "{}", file.display());
        }
    }
}
