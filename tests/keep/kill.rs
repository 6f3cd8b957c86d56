//! Processes that are killed, or run out of memory, at any moment of a save on the real disk.
//!
//! The test program starts itself again with one test, which stays away unless it is told its folder.
use super::between::Between;
use super::{keeper, leftovers, load};
use crate::support::{self, Home, say};

use daypack::answers::Given;
use daypack::content::{On, Pack};
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::keep::{Expect, Keeper, Previous, Version, previous_of};
use daypack::paths::Paths;
use daypack::plan::progress::{Key, Mark, Role};
use daypack::vault::{self, Consent};

use rustix::process::{Signal, getpid, kill_process};

use std::cell::Cell;
use std::env;
use std::fs;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::rc::Rc;

/// Tells a child where to play, and when it ends.
const FOLDER: &str = "DAYPACK_TEST_FOLDER";
const SCENARIO: &str = "DAYPACK_TEST_SCENARIO";
const WHEN: &str = "DAYPACK_TEST_WHEN";

const OLD: &[u8] = b"age-encryption.org/v1\nold";
const BEFORE: &[u8] = b"age-encryption.org/v1\nthe one before";
const NEW: &[u8] = b"age-encryption.org/v1\nnew";

const AFTER: &[u8] = b"age-encryption.org/v1\nand on";

/// What may be found under a name.
type Allowed = &'static [Option<&'static [u8]>];

/// Saves of a plan, and what is expected of the plan and of its previous version.
const SCENARIOS: [(&str, Allowed, Allowed); 4] = [
    ("first", &[None, Some(NEW)], &[None]),
    ("over", &[Some(OLD), Some(NEW)], &[Some(BEFORE), Some(OLD)]),
    ("again", &[Some(OLD), Some(NEW)], &[Some(BEFORE)]),
    ("new passphrase", &[Some(OLD), Some(NEW)], &[Some(BEFORE), Some(NEW)]),
];

/// Starts this test of this room once more, in a process of its own.
pub fn child(test: &str, folder: &Path, (scenario, when): (&str, u64)) -> ExitStatus {
    Command::new(env::current_exe().unwrap())
        .args(support::alone(&format!("keep::{test}")))
        .env(FOLDER, folder)
        .env(SCENARIO, scenario)
        .env(WHEN, when.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap()
}

/// Where a child plays, what, and when it ends.
pub fn told() -> Option<(PathBuf, String, u64)> {
    let folder = env::var_os(FOLDER)?.into();
    let when = env::var(WHEN).ok()?.parse().ok()?;

    Some((folder, env::var(SCENARIO).ok()?, when))
}

/// A disk at which this process is killed as soon as no call is left.
pub fn mortal(left: &Rc<Cell<u64>>) -> Between<impl Fn(&'static str) -> io::Result<()>> {
    let left = Rc::clone(left);

    Between::new(move |_| {
        left.set(left.get() - 1);

        if left.get() == 0 {
            kill_process(getpid(), Signal::KILL).unwrap();
        }

        Ok(())
    })
}

#[test]
#[ignore = "started by `a_kill_at_any_call_leaves_the_old_plan_or_the_new_one`"]
fn a_save_is_killed() {
    let Some((folder, scenario, when)) = told() else { return };
    let plan = folder.join("notes.age");
    let left = Rc::new(Cell::new(u64::MAX));
    let mut keeper = Keeper::on(mortal(&left), Paths::within(&folder));
    let expect = match scenario.as_str() {
        "first" => Expect::Nothing,
        _ => Expect::Same(keeper.load(&plan, Version::Current).unwrap().identity),
    };
    let previous = match scenario.as_str() {
        "new passphrase" => Previous::Forget,
        _ => Previous::Keep,
    };
    let expect = match scenario.as_str() {
        // the previous version of this session is kept already
        "again" => {
            let saved = keeper.save(&plan, OLD, expect, Previous::Keep).unwrap();

            fs::write(previous_of(&plan), BEFORE).unwrap();
            Expect::Same(saved.identity)
        }
        _ => expect,
    };

    left.set(when);
    keeper.save(&plan, NEW, expect, previous).unwrap();
}

/// Saves on top of whatever is there.
fn go_on(home: &Home, plan: &Path) {
    let mut keeper = keeper(home);
    let expect = match plan.exists() {
        true => Expect::Same(load(&mut keeper, plan).identity),
        false => Expect::Nothing,
    };

    keeper.save(plan, AFTER, expect, Previous::Keep).unwrap();
    assert_eq!(fs::read(plan).unwrap(), AFTER);
}

/// What was left lying about. A draft that was only just made has nothing in it, and may stay.
fn drafts(home: &Home) -> Vec<String> {
    leftovers(home)
        .into_iter()
        .filter(|name| fs::metadata(home.join(name)).unwrap().len() > 0)
        .collect()
}

/// safety.md 19, on the real disk: killed before each call of a save, which is after the one before it.
#[test]
fn a_kill_at_any_call_leaves_the_old_plan_or_the_new_one() {
    let mut kills = 0;

    for (scenario, plans, previous) in SCENARIOS {
        for when in 1.. {
            let home = Home::new();
            let plan = home.join("notes.age");

            if scenario != "first" {
                fs::write(&plan, OLD).unwrap();
                fs::write(previous_of(&plan), BEFORE).unwrap();
                super::set_mode(&plan, 0o600);
            }

            let ended = child("kill::a_save_is_killed", home.path(), (scenario, when));

            if ended.success() {
                assert_eq!(fs::read(&plan).unwrap(), NEW, "{scenario}: whole at the end");
                break;
            }

            kills += 1;
            assert_eq!(ended.signal(), Some(9), "{scenario}, call {when}");

            for (path, allowed) in [(plan.clone(), plans), (previous_of(&plan), previous)] {
                let there = fs::read(&path).ok();

                assert!(
                    allowed.contains(&there.as_deref()),
                    "{scenario}, call {when}: {there:?}"
                );
            }

            // Somebody who goes on with what is there can save, and what was left lying about goes. A child that
            // another test is just starting holds every lock of this process for a moment: hence once more.
            let is_tidy = (0..5).any(|_| {
                go_on(&home, &plan);
                drafts(&home).is_empty()
            });

            assert!(is_tidy, "{scenario}, call {when}: {:?}", drafts(&home));
        }
    }

    say(&format!(
        "19: killed {kills} times on the real disk, before each call of 4 saves"
    ));
    assert!(kills >= 56, "{kills}");
}

const PHRASE: &str = "some words";

/// A plan with something on each of its lines.
fn document(pack: &Pack) -> Document {
    let mut document = Document::new(pack);

    for question in &pack.questions {
        if let Some(choice) = question.choices.first() {
            document
                .answers
                .give(question.id.clone(), Given::one(choice.id.clone()));
        }
    }

    for measure in &pack.measures {
        for on in [On::Person]
            .into_iter()
            .chain(pack.devices.iter().map(|it| On::Device(it.id.clone())))
        {
            let key = Key {
                measure: measure.id.clone(),
                on,
                role: Role::Main,
            };

            document.progress.set(key, Some(Mark::Done)).unwrap();
        }
    }

    document
}

#[test]
#[ignore = "started by `memory_that_runs_out_at_any_moment_costs_no_plan`"]
#[cfg(debug_assertions)]
fn a_save_runs_out_of_memory() {
    let Some((folder, scenario, when)) = told() else { return };
    let pack = &support::pack(&support::base().text);
    let plan = folder.join("notes.age");
    let secret = Secret::from_text(PHRASE).unwrap();
    let before = match scenario.as_str() {
        "count" => {
            daypack::harden::run_out_after(u64::MAX - 1);
            u64::MAX - 1
        }
        _ => {
            daypack::harden::run_out_after(when);
            when
        }
    };
    let mut keeper = Keeper::new(Paths::within(&folder));
    let loaded = keeper.load(&plan, Version::Current).unwrap();
    let opened = vault::open(&loaded.bytes, &secret, Consent::NotAsked).unwrap();
    let mut document = opened.document(pack).unwrap();

    document.revision += 1;

    let text = document.encode(pack);
    let sealed = vault::seal_with(&text, &secret, 4).unwrap();

    keeper
        .save(&plan, &sealed, Expect::Same(loaded.identity), Previous::Keep)
        .unwrap();

    let left = daypack::harden::run_out_after(u64::MAX);

    if scenario == "count" {
        fs::write(folder.join("count"), (before - left).to_string()).unwrap();
    }
}

/// safety.md 29: the n-th piece of memory that opening, changing and saving a plan asks for is refused. That
/// ends the process; the plan opens. Every moment would take minutes: `DAYPACK_WHOLE` takes them.
#[test]
#[cfg(debug_assertions)]
fn memory_that_runs_out_at_any_moment_costs_no_plan() {
    let pack = &support::pack(&support::base().text);
    let secret = Secret::from_text(PHRASE).unwrap();
    let home = Home::new();
    let plan = home.join("notes.age");
    let sealed = vault::seal_with(&document(pack).encode(pack), &secret, 4).unwrap();
    let play = |when| child("kill::a_save_runs_out_of_memory", home.path(), when);

    fs::write(&plan, &sealed).unwrap();
    super::set_mode(&plan, 0o600);
    assert!(play(("count", 0)).success());
    fs::write(&plan, &sealed).unwrap();

    let count: u64 = fs::read_to_string(home.join("count")).unwrap().parse().unwrap();
    let step = match env::var_os("DAYPACK_WHOLE") {
        Some(_) => 1,
        None => (count / 60).max(1),
    };
    let is_whole = |path: &Path| {
        let opened = vault::open(&fs::read(path).unwrap(), &secret, Consent::NotAsked).unwrap();

        opened.document(pack).is_ok()
    };
    let mut refused = 0;

    // the last ones are those of the save itself: each of them
    for when in (1..count).filter(|when| when % step == 0 || count - when < 40) {
        let ended = play(("run out", when));

        refused += u64::from(!ended.success());
        assert!(is_whole(&plan), "piece {when} of {count}");
        assert!(
            !previous_of(&plan).exists() || is_whole(&previous_of(&plan)),
            "piece {when} of {count}"
        );
    }

    say(&format!(
        "29: of {count} pieces of memory one was refused, {refused} times over; the plan opened each time"
    ));
    assert!(refused > 80, "{refused} of {count}");
}
