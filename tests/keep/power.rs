//! The power goes: a real ext4 as it is on the disk before each call of a save, and after the last one.
use super::between::Between;
use crate::support::{Drive, say, skipped};

use daypack::harden::Secret;
use daypack::keep::{Expect, Keeper, Previous, Version, previous_of};
use daypack::paths::Paths;
use daypack::vault::{self, Consent};

use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::rc::Rc;

/// A sealed plan that says its number.
fn sealed(number: u32) -> Vec<u8> {
    let secret = Secret::from_text("some words").unwrap();

    vault::seal_with(&format!("number = {number}\n"), &secret, 4).unwrap()
}

/// The number of a plan, if there is one; `Some(None)` is one that does not open.
fn opened(path: &Path) -> Option<Option<u32>> {
    let bytes = fs::read(path).ok()?;
    let secret = Secret::from_text("some words").unwrap();
    let opened = vault::open(&bytes, &secret, Consent::NotAsked).ok();

    Some(opened.and_then(|opened| {
        let line = opened
            .plaintext
            .lines()
            .find_map(|line| line.strip_prefix("number = "))?;

        line.parse().ok()
    }))
}

/// A save that is cut off: of number 2, over nothing or over 1, whose previous version is 0.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Scenario {
    First,
    Later,
    NewPassphrase,
}

/// What is found on the disk before each call, then at the end: the plan and its previous version.
fn found(scenario: Scenario, skips_sync: bool) -> Result<Vec<[Option<Option<u32>>; 2]>, String> {
    let drive = Rc::new(Drive::new("ext4 with a journal", 16)?);
    let plan = drive.path().join("notes.age");

    if scenario != Scenario::First {
        for (path, number) in [(previous_of(&plan), 0), (plan.clone(), 1)] {
            fs::write(&path, sealed(number)).unwrap();
            fs::File::open(&path).unwrap().sync_all().unwrap();
        }

        fs::File::open(drive.path()).unwrap().sync_all().unwrap();
    }

    let found = Rc::new(Cell::new(Vec::new()));
    let cut = {
        let (drive, found) = (Rc::clone(&drive), Rc::clone(&found));

        move || {
            let there = drive.as_it_is().expect("a disk whose power went is mounted");
            let plan = there.path().join("notes.age");
            let mut all = found.take();

            all.push([opened(&plan), opened(&previous_of(&plan))]);
            found.set(all);
        }
    };
    let ask = {
        let cut = cut.clone();

        move |name: &str| {
            if matches!(
                name,
                "create" | "write" | "sync" | "sync_folder" | "link" | "rename" | "remove"
            ) {
                cut();
            }

            Ok(())
        }
    };
    let mut keeper = Keeper::on(
        Between {
            skips_sync,
            ..Between::new(ask)
        },
        Paths::within(Path::new("/nowhere")),
    );
    let (expect, previous) = match scenario {
        Scenario::First => (Expect::Nothing, Previous::Keep),
        Scenario::Later | Scenario::NewPassphrase => {
            let loaded = keeper.load(&plan, Version::Current).unwrap();
            let previous = match scenario {
                Scenario::NewPassphrase => Previous::Forget,
                Scenario::First | Scenario::Later => Previous::Keep,
            };

            (Expect::Same(loaded.identity), previous)
        }
    };

    keeper.save(&plan, &sealed(2), expect, previous).unwrap();
    cut();
    drop(keeper);

    Ok(found.take())
}

/// safety.md 30.
#[test]
fn a_power_cut_at_any_step_leaves_the_old_plan_or_the_new_one() {
    let mut count = 0;

    for (scenario, plans, previous) in [
        (Scenario::First, &[None, Some(2)][..], &[None][..]),
        (Scenario::Later, &[Some(1), Some(2)], &[Some(0), Some(1)]),
        (Scenario::NewPassphrase, &[Some(1), Some(2)], &[Some(0), Some(2)]),
    ] {
        let found = match found(scenario, false) {
            Ok(found) => found,
            Err(reason) => {
                return skipped(
                    "30, a_power_cut_at_any_step_leaves_the_old_plan_or_the_new_one",
                    &reason,
                );
            }
        };

        for (step, [plan, before]) in found.iter().enumerate() {
            let is_right = |there: &Option<Option<u32>>, allowed: &[Option<u32>]| match there {
                None => allowed.contains(&None),
                Some(None) => false,
                Some(number) => allowed.contains(number),
            };

            assert!(is_right(plan, plans), "{scenario:?}, step {step}: {plan:?}");
            assert!(
                is_right(before, previous),
                "{scenario:?}, step {step}, previous: {before:?}"
            );
        }

        let last = found.last().unwrap();

        assert_eq!(last[0], Some(Some(2)), "{scenario:?}: it was said to be saved");
        assert!(found.len() >= 5, "{scenario:?}: {} steps", found.len());
        count += found.len();
    }

    say(&format!(
        "30: the power went {count} times, and each disk had a plan that opens"
    ));
}

/// Without what brings a plan onto the disk it is not there afterwards: the test would see it.
#[test]
fn a_power_cut_costs_what_was_only_promised() {
    match found(Scenario::First, true) {
        Ok(found) => assert_ne!(found.last().unwrap()[0], Some(Some(2))),
        Err(reason) => skipped("30, a_power_cut_costs_what_was_only_promised", &reason),
    }
}
