//! Crashes at every call of a save, on a disk in memory that loses what was only promised.
//!
//! A stand-in for a sealed plan says whether it is whole, as a real one does.
use super::memory::{Flaws, Found, Memory};

use daypack::keep::{Expect, Identity, Keeper, Previous, Version};
use daypack::paths::Paths;

use std::ffi::OsStr;
use std::path::Path;

pub const PLAN: &str = "/notes.age";

/// A plan that can be told from half of itself.
pub fn plan(number: u32) -> Vec<u8> {
    format!("<<plan {number} says something>>").into_bytes()
}

/// Whether it is whole, and which one it is.
pub fn opened(bytes: &[u8]) -> Option<u32> {
    let text = std::str::from_utf8(bytes).ok()?;
    let number = text.strip_prefix("<<plan ")?.strip_suffix(" says something>>")?;

    number.parse().ok()
}

pub fn keeper(disk: &Memory) -> Keeper<Memory> {
    Keeper::on(disk.clone(), Paths::within(Path::new("/nowhere")))
}

/// A disk with plan 1 and its previous version 0.
pub fn with_plan(flaws: Flaws) -> Memory {
    let disk = Memory::new(flaws);

    disk.put("notes.age", &plan(1));
    disk.put("notes.bak.age", &plan(0));
    disk.settle();

    disk
}

/// A save that is crashed, what it starts from, and what may be found under each name.
struct Scenario {
    name: &'static str,
    start: fn(Flaws) -> Memory,
    save: fn(&Memory),
    plan: &'static [Option<u32>],
    previous: &'static [Option<u32>],
    after: (&'static str, u32),
}

const SCENARIOS: [Scenario; 6] = [
    Scenario {
        name: "a first save",
        start: Memory::new,
        save: |disk| {
            keeper(disk)
                .save(Path::new(PLAN), &plan(2), Expect::Nothing, Previous::Keep)
                .unwrap();
        },
        plan: &[None, Some(2)],
        previous: &[None],
        after: ("notes.age", 2),
    },
    Scenario {
        name: "the first save after opening",
        start: with_plan,
        save: |disk| {
            let mut keeper = keeper(disk);
            let identity = load(&mut keeper);

            save(&mut keeper, identity, 2, Previous::Keep);
        },
        plan: &[Some(1), Some(2)],
        previous: &[Some(0), Some(1)],
        after: ("notes.age", 2),
    },
    Scenario {
        name: "a later save",
        start: with_plan,
        save: |disk| {
            let mut keeper = keeper(disk);
            let identity = load(&mut keeper);
            let identity = save(&mut keeper, identity, 1, Previous::Keep);

            disk.settle();
            save(&mut keeper, identity, 2, Previous::Keep);
        },
        plan: &[Some(1), Some(2)],
        previous: &[Some(1)],
        after: ("notes.age", 2),
    },
    Scenario {
        name: "a new passphrase",
        start: with_plan,
        save: |disk| {
            let mut keeper = keeper(disk);
            let identity = load(&mut keeper);

            save(&mut keeper, identity, 2, Previous::Forget);
        },
        plan: &[Some(1), Some(2)],
        previous: &[Some(0), Some(2)],
        after: ("notes.age", 2),
    },
    Scenario {
        name: "a conflict",
        start: with_plan,
        save: |disk| {
            let mut keeper = keeper(disk);
            let identity = load(&mut keeper);

            disk.put("notes.age", &plan(1));
            disk.put("notes.age", &plan(7));
            disk.settle();
            save(&mut keeper, identity, 2, Previous::Keep);
        },
        plan: &[Some(7)],
        previous: &[Some(0)],
        after: ("notes (conflict).age", 2),
    },
    Scenario {
        name: "from the previous version",
        start: with_plan,
        save: |disk| {
            let mut keeper = keeper(disk);
            let older = keeper.load(Path::new(PLAN), Version::Previous).unwrap();

            save(&mut keeper, older.identity, 2, Previous::Keep);
        },
        plan: &[Some(1), Some(2)],
        previous: &[Some(0)],
        after: ("notes.age", 2),
    },
];

pub fn load(keeper: &mut Keeper<Memory>) -> Identity {
    keeper.load(Path::new(PLAN), Version::Current).unwrap().identity
}

fn save(keeper: &mut Keeper<Memory>, identity: Identity, number: u32, previous: Previous) -> Identity {
    keeper
        .save(Path::new(PLAN), &plan(number), Expect::Same(identity), previous)
        .unwrap()
        .identity
}

/// What is wrong with what is found after a crash, and how many crashes were looked at.
fn crash(scenario: &Scenario, flaws: Flaws) -> (Vec<String>, usize) {
    let disk = (scenario.start)(flaws);

    (scenario.save)(&disk);

    let history = disk.history();
    let mut wrong = Vec::new();
    let mut count = 0;

    for found in history.iter().flat_map(|state| state.crashes()) {
        count += 1;
        wrong.extend(judge(scenario, &found));
    }

    // Once a save has said that it is done, no crash takes it back.
    for found in history.last().map(|state| state.crashes()).unwrap_or_default() {
        let (name, number) = scenario.after;

        if found.get(OsStr::new(name)).and_then(|bytes| opened(bytes)) != Some(number) {
            wrong.push(format!("{}: `{name}` was saved, and is not there", scenario.name));
        }
    }

    (wrong, count)
}

fn judge(scenario: &Scenario, found: &Found) -> Vec<String> {
    let mut wrong = Vec::new();

    for (name, allowed) in [("notes.age", scenario.plan), ("notes.bak.age", scenario.previous)] {
        let there = found.get(OsStr::new(name)).map(|bytes| opened(bytes));
        let is_right = match there {
            None => allowed.contains(&None),
            Some(None) => false,
            Some(number) => allowed.contains(&number),
        };

        if !is_right {
            wrong.push(format!("{}: `{name}` is {there:?}", scenario.name));
        }
    }

    wrong
}

/// safety.md 22.
#[test]
fn a_crash_at_any_call_leaves_the_old_plan_or_the_new_one() {
    let mut counts = Vec::new();

    for has_no_links in [false, true] {
        let flaws = Flaws {
            has_no_links,
            ..Flaws::default()
        };

        for scenario in &SCENARIOS {
            let (wrong, count) = crash(scenario, flaws);

            assert_eq!(wrong, [""; 0], "without links: {has_no_links}");
            counts.push(count);
        }
    }

    assert!(counts.iter().sum::<usize>() >= 2_000, "{counts:?}");
    println!("crash states: {counts:?}");
}

/// safety.md 23. A test that cannot fail proves nothing: each of these mistakes must be seen.
#[test]
fn a_step_that_is_left_out_is_seen() {
    let mistakes = [
        Flaws {
            skips_sync: true,
            ..Flaws::default()
        },
        Flaws {
            skips_folder_sync: true,
            ..Flaws::default()
        },
        Flaws {
            syncs_late: true,
            ..Flaws::default()
        },
        Flaws {
            removes_before_rename: true,
            ..Flaws::default()
        },
    ];

    for flaws in mistakes {
        let seen = SCENARIOS.iter().any(|scenario| !crash(scenario, flaws).0.is_empty());

        assert!(seen, "{flaws:?}");
    }
}
