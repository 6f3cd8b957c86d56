//! A key file, and a plan together with its new key, when the disk fails, the power goes or somebody kills the
//! program: the old plan is whole, the new one never lacks its key, and no key is left that nothing needs.
use super::crash::{load, opened, plan, with_plan};
use super::faults::FAULTS;
use super::memory::{Flaws, Found, Memory};
use crate::support::say;

use daypack::keep::{Error, Expect, Keeper, Previous};
use daypack::paths::Paths;

use std::ffi::OsStr;
use std::path::Path;

const PLAN: &str = "/notes.age";
const KEY: &str = "/key.age";

/// What stands under a name: which one, or that it is not whole.
pub fn there(found: &Found, name: &str) -> Option<Option<u32>> {
    found.get(OsStr::new(name)).map(|bytes| opened(bytes))
}

/// Plan 2 is sealed for key 7, and 0 and 1 are not.
pub fn is_right(found: &Found, plans: &[Option<u32>], previous: &[Option<u32>]) -> bool {
    let (plan, before, key) = (
        there(found, "notes.age"),
        there(found, "notes.bak.age"),
        there(found, "key.age"),
    );
    let allows = |allowed: &[Option<u32>], there: Option<Option<u32>>| match there {
        None => allowed.contains(&None),
        Some(None) => false,
        Some(number) => allowed.contains(&number),
    };
    let is_needed = plan == Some(Some(2)) || before == Some(Some(2));

    allows(plans, plan) && allows(previous, before) && allows(&[None, Some(7)], key) && (!is_needed || key.is_some())
}

fn keeper(disk: &Memory) -> Keeper<Memory> {
    Keeper::on(disk.clone(), Paths::within(Path::new("/nowhere")))
}

/// Writes key 7 and plan 2.
fn part(keeper: &mut Keeper<Memory>, expect: Expect, previous: Previous, key: &str) -> Result<(), Error> {
    keeper
        .part(Path::new(PLAN), &plan(2), (expect, previous), (key.into(), plan(7)))
        .map(|_| ())
}

/// What a plan gets its key for, from which disk, and what may be found of it and of its previous version.
type Scene = (
    &'static str,
    fn(Flaws) -> Memory,
    Previous,
    &'static [Option<u32>],
    &'static [Option<u32>],
);

const SCENES: [Scene; 3] = [
    ("a new plan", Memory::new, Previous::Keep, &[None, Some(2)], &[None]),
    (
        "a kept plan",
        with_plan,
        Previous::Keep,
        &[Some(1), Some(2)],
        &[Some(0), Some(1)],
    ),
    (
        "a kept plan whose previous version must go",
        with_plan,
        Previous::Forget,
        &[Some(1), Some(2)],
        &[Some(0), Some(2)],
    ),
];

/// A keeper of that disk with the plan open, if there is one.
fn open(disk: &Memory) -> (Keeper<Memory>, Expect) {
    let mut keeper = keeper(disk);
    let expect = match disk.now().is_empty() {
        true => Expect::Nothing,
        false => Expect::Same(load(&mut keeper)),
    };

    (keeper, expect)
}

/// safety.md 22, for a plan and its key.
#[test]
fn no_crash_leaves_a_plan_without_the_key_that_opens_it() {
    let mut count = 0;

    for has_no_links in [false, true] {
        let flaws = Flaws {
            has_no_links,
            ..Flaws::default()
        };

        for (name, start, previous, plans, before) in SCENES {
            let disk = start(flaws);
            let (mut keeper, expect) = open(&disk);

            part(&mut keeper, expect, previous, KEY).unwrap();

            let history = disk.history();

            for found in history.iter().flat_map(|state| state.crashes()) {
                count += 1;
                assert!(is_right(&found, plans, before), "{name}: {:?}", found.keys());
            }

            for found in history.last().unwrap().crashes() {
                assert_eq!(there(&found, "notes.age"), Some(Some(2)), "{name}: it was saved");
            }
        }
    }

    say(&format!("22, a plan and its key: {count} crash states"));
    assert!(count >= 500, "{count}");
}

/// A program that saved the plan first would be seen.
#[test]
fn a_plan_that_is_saved_before_its_key_is_seen() {
    let disk = with_plan(Flaws::default());
    let (mut keeper, expect) = open(&disk);

    keeper.save(Path::new(PLAN), &plan(2), expect, Previous::Keep).unwrap();
    keeper.put(Path::new(KEY), plan(7), Expect::Nothing).unwrap();

    let is_wrong = |found: &Found| !is_right(found, &[Some(1), Some(2)], &[Some(0), Some(1)]);

    assert!(
        disk.history()
            .iter()
            .flat_map(|state| state.crashes())
            .any(|found| is_wrong(&found))
    );
}

/// safety.md 22, for a key alone: a new one, and one with another passphrase.
#[test]
fn a_crash_leaves_the_old_key_or_the_new_one() {
    for is_new in [true, false] {
        let disk = Memory::new(Flaws::default());

        if !is_new {
            disk.put("key.age", &plan(5));
            disk.settle();
        }

        let mut keeper = keeper(&disk);
        let (expect, allowed) = match is_new {
            true => (Expect::Nothing, [None, Some(Some(7))]),
            false => (
                Expect::Same(keeper.fetch(Path::new(KEY)).unwrap().identity),
                [Some(Some(5)), Some(Some(7))],
            ),
        };

        keeper.put(Path::new(KEY), plan(7), expect).unwrap();

        let history = disk.history();

        for found in history.iter().flat_map(|state| state.crashes()) {
            assert!(allowed.contains(&there(&found, "key.age")), "new: {is_new}");
        }

        for found in history.last().unwrap().crashes() {
            assert_eq!(there(&found, "key.age"), Some(Some(7)), "new: {is_new}: it was written");
        }
    }
}

/// safety.md 20, for a plan and its key: what fails leaves no key that nothing needs, or says that it stays, and
/// trying again works.
#[test]
fn a_fault_at_any_call_leaves_no_key_that_nothing_needs() {
    let (mut faults, mut stays) = (0, 0);

    for (name, start, previous, plans, before) in SCENES {
        for (fault, code, _) in FAULTS {
            for call in 1.. {
                let disk = start(Flaws::default());
                let (mut keeper, expect) = open(&disk);

                disk.fail_at(Some((call, code)));

                let answer = part(&mut keeper, expect, previous, KEY);
                let calls = disk.calls();

                disk.fail_at(None);

                if call > calls {
                    break;
                }

                faults += 1;

                let case = format!("{name}: {fault} at call {call} of {calls}: {answer:?}");
                let now = disk.now();
                let has_key = there(&now, "key.age").is_some();
                let has_plan = [there(&now, "notes.age"), there(&now, "notes.bak.age")].contains(&Some(Some(2)));
                let is_beside = now.contains_key(OsStr::new("notes (conflict).age"));

                assert!(is_right(&now, plans, before), "{case}");

                match &answer {
                    Ok(()) => assert!(has_key && (has_plan || is_beside), "{case}"),
                    Err(Error::KeyStays(_)) => {
                        stays += 1;
                        assert!(has_key, "{case}");
                    }
                    Err(_) => assert!(!has_key && !has_plan && !is_beside, "{case}"),
                }

                // With another name where the key stays, as its advice says.
                let key = if has_key { "/another.age" } else { KEY };

                if answer.is_err() {
                    part(&mut keeper, expect, previous, key).unwrap_or_else(|error| panic!("{case}, again: {error}"));
                    assert!(disk.now().contains_key(OsStr::new(&key[1..])), "{case}");
                }
            }
        }
    }

    say(&format!(
        "20, a plan and its key: {faults} faults; the key stayed {stays} times, and it was said"
    ));
    assert!(faults >= 112 && stays > 0, "{faults}, {stays}");
}

/// safety.md 20, for a key alone.
#[test]
fn a_key_that_could_not_be_written_can_be_tried_again() {
    for (fault, code, _) in FAULTS {
        for is_new in [true, false] {
            for call in 1.. {
                let disk = Memory::new(Flaws::default());

                if !is_new {
                    disk.put("key.age", &plan(5));
                    disk.settle();
                }

                let mut keeper = keeper(&disk);
                let expect = match is_new {
                    true => Expect::Nothing,
                    false => Expect::Same(keeper.fetch(Path::new(KEY)).unwrap().identity),
                };

                disk.fail_at(Some((call, code)));

                let answer = keeper.put(Path::new(KEY), plan(7), expect);
                let calls = disk.calls();

                disk.fail_at(None);

                if call > calls {
                    break;
                }

                let case = format!("new: {is_new}, {fault} at call {call} of {calls}");

                if answer.is_ok() {
                    continue;
                }

                match there(&disk.now(), "key.age") {
                    None => assert!(is_new, "{case}"),
                    Some(number) => assert!(!is_new && (number == Some(5) || number == Some(7)), "{case}"),
                }

                let again = keeper.put(Path::new(KEY), plan(8), expect);

                assert!(again.is_ok(), "{case}, again: {:?}", again.err());
                assert_eq!(there(&disk.now(), "key.age"), Some(Some(8)), "{case}");
            }
        }
    }
}
