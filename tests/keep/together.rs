//! A plan and its new key on the real disk: what is refused, what goes again, and a kill at any call.
use super::between::Between;
use super::crash::plan;
use super::kill;
use super::leftovers;
use super::memory::Found;
use super::pieces::{is_right, there};
use crate::support::{Home, say};

use daypack::keep::{Error, Expect, Identity, Keeper, Previous, Version, previous_of};
use daypack::paths::Paths;

use std::cell::Cell;
use std::fs;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::rc::Rc;

/// A stick that takes the key and then nothing more, nor gives anything back: it is said that the key is there.
#[test]
fn a_key_that_cannot_be_taken_back_is_told_of() {
    let home = Home::new();
    let settled = Rc::new(Cell::new(false));
    let ask = {
        let settled = Rc::clone(&settled);

        move |name: &str| {
            let is_refused = settled.get() && matches!(name, "write" | "remove");

            settled.set(settled.get() || name == "sync_folder");

            match is_refused {
                true => Err(io::Error::from_raw_os_error(5)),
                false => Ok(()),
            }
        }
    };
    let mut keeper = Keeper::on(Between::new(ask), Paths::within(home.path()));
    let how = (Expect::Nothing, Previous::Keep);
    let answer = keeper.part(
        &home.join("notes.age"),
        b"plan",
        how,
        (home.join("key.age"), b"key".to_vec()),
    );
    let Some(error @ Error::KeyStays(_)) = answer.err() else {
        panic!("the key stays")
    };

    assert!(error.to_string().contains("writing the new file failed"), "{error}");
    assert!(
        error.to_string().ends_with("the new key file stays where it is"),
        "{error}"
    );
    assert!(error.calls_for_another_place());
    assert_eq!(fs::read(home.join("key.age")).unwrap(), b"key");
    assert!(!home.join("notes.age").exists());
}

/// A key under a name that the next save puts something else under would be lost, and the plan with it.
#[test]
fn a_key_is_never_put_where_a_save_would_cover_it() {
    let home = Home::new();
    let mut keeper = super::keeper(&home);
    let plan = home.join("notes.age");
    let mut part = |key: &str| {
        let how = (Expect::Anything, Previous::Forget);

        keeper
            .part(&plan, b"plan", how, (home.join(key), b"key".to_vec()))
            .map(|_| ())
    };

    for key in ["notes.age", "notes.bak.age", "other.bak.age"] {
        assert!(matches!(part(key), Err(Error::Reserved)), "{key}");
        assert_eq!(home.files(), [""; 0], "{key}");
    }

    assert!(part("key.age").is_ok());
}

/// What is in the way is found after the key was written: it goes again. Somebody else's file does not.
#[test]
fn a_refused_save_takes_its_key_along_and_nobody_elses() {
    let home = Home::new();
    let plan = home.write("notes.age", "somebody's");
    let key = home.join("key.age");
    let mut keeper = super::keeper(&home);
    let how = (Expect::Nothing, Previous::Keep);
    let mut part = |plan: &Path| {
        keeper
            .part(plan, b"plan", how, (key.clone(), b"key".to_vec()))
            .map(|_| ())
            .unwrap_err()
    };

    fs::create_dir(home.join("folder.age")).unwrap();

    assert!(matches!(part(&plan), Error::Taken));
    assert!(matches!(part(&home.join("folder.age")), Error::IsFolder));
    assert!(matches!(part(&home.join("nowhere/notes.age")), Error::NoFolder));
    assert!(!key.exists());

    fs::write(&key, "somebody's key").unwrap();
    assert!(matches!(part(&home.join("new.age")), Error::Taken));
    assert_eq!(fs::read(&key).unwrap(), b"somebody's key");
    assert!(!home.join("new.age").exists(), "no plan without a key");
    assert_eq!(leftovers(&home), [""; 0]);
}

/// Taking back is for what was put, and for nothing that took its place.
#[test]
fn what_is_taken_back_is_what_was_put() {
    let home = Home::new();
    let mut keeper = super::keeper(&home);
    let put = keeper
        .put(&home.join("key.age"), b"key".to_vec(), Expect::Nothing)
        .unwrap();

    fs::write(home.join("key.age"), "changed").unwrap();
    assert!(matches!(keeper.take_back(&put), Err(Error::Changed)));
    fs::write(home.join("key.age"), "key").unwrap();
    keeper.take_back(&put).unwrap();
    assert_eq!(home.files(), [""; 0]);
    assert_ne!(put.identity, Identity::default());
}

#[test]
#[ignore = "started by `a_kill_at_any_call_leaves_no_plan_without_its_key`"]
fn a_plan_and_its_key_are_killed() {
    let Some((folder, _, when)) = kill::told() else { return };
    let path = folder.join("notes.age");
    let left = Rc::new(Cell::new(u64::MAX));
    let mut keeper = Keeper::on(kill::mortal(&left), Paths::within(&folder));
    let identity = keeper.load(&path, Version::Current).unwrap().identity;
    let how = (Expect::Same(identity), Previous::Forget);

    left.set(when);
    keeper
        .part(&path, &plan(2), how, (folder.join("key.age"), plan(7)))
        .unwrap();
}

/// safety.md 19, for a plan and its key on the real disk.
#[test]
fn a_kill_at_any_call_leaves_no_plan_without_its_key() {
    let mut kills = 0;

    for when in 1.. {
        let home = Home::new();
        let path = home.join("notes.age");

        fs::write(&path, plan(1)).unwrap();
        fs::write(previous_of(&path), plan(0)).unwrap();
        super::set_mode(&path, 0o600);

        let ended = kill::child(
            "together::a_plan_and_its_key_are_killed",
            home.path(),
            ("together", when),
        );
        let found: Found = home
            .files()
            .into_iter()
            .map(|name| {
                let bytes = fs::read(home.join(&name)).unwrap();

                (name.into(), bytes)
            })
            .collect();

        assert!(
            is_right(&found, &[Some(1), Some(2)], &[Some(0), Some(2)]),
            "call {when}: {:?}",
            found.keys()
        );

        if ended.success() {
            assert_eq!(there(&found, "notes.age"), Some(Some(2)));
            break;
        }

        kills += 1;
        assert_eq!(ended.signal(), Some(9), "call {when}");
    }

    say(&format!(
        "19, a plan and its key: killed {kills} times on the real disk"
    ));
    assert!(kills >= 28, "{kills}");
}
