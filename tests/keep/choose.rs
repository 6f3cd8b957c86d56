//! Where a save goes: what stands in its place decides, and what comes there while it looks.
use super::between::Between;
use super::crash::{PLAN, keeper, plan, with_plan};
use super::memory::{Flaws, Memory, State};
use super::{first, leftovers, load};
use crate::support::Home;

use daypack::file::Class;
use daypack::keep::{Error, Expect, Keeper, Previous, Version, plan_of, previous_of};
use daypack::paths::Paths;

use std::cell::Cell;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Whether a file stands under a hidden name: the new version, on its way.
fn has_draft(state: &State) -> bool {
    state.names.keys().any(|name| name.to_string_lossy().starts_with('.'))
}

/// Writes into the plan as an editor does, and leaves it as long as it was.
fn edit_in_place(state: &mut State) {
    let id = state.names[OsStr::new("notes.age")];

    state.now += 1;

    let now = state.now;
    let file = state.files.get_mut(&id).unwrap();

    file.bytes[0] = b'!';
    file.modified = now;
}

/// Another program writes into the plan without making it longer: before the previous version is kept, or after.
#[test]
fn a_plan_that_was_changed_meanwhile_is_found_out_by_its_time_alone() {
    for is_kept in [false, true] {
        let disk = with_plan(Flaws::default());
        let mut keeper = keeper(&disk);
        let identity = keeper.load(Path::new(PLAN), Version::Current).unwrap().identity;
        let (mut is_done, theirs) = (false, [&b"!"[..], &plan(1)[1..]].concat());

        disk.meddle(move |_, state| {
            let is_now_kept = state.get("notes.bak.age") == Some(plan(1).as_slice());

            if !is_done && has_draft(state) && is_now_kept == is_kept {
                edit_in_place(state);
                is_done = true;
            }
        });

        let saved = keeper
            .save(Path::new(PLAN), &plan(2), Expect::Same(identity), Previous::Keep)
            .unwrap();
        let now = disk.now();
        let is = |name: &str| now.get(OsStr::new(name)).map(Vec::as_slice);

        assert!(saved.is_conflict);
        assert_eq!(is("notes.age"), Some(theirs.as_slice()));
        assert_eq!(is("notes (conflict).age"), Some(plan(2).as_slice()));

        if !is_kept {
            assert_eq!(is("notes.bak.age"), Some(plan(0).as_slice()), "nothing was kept");
        }
    }
}

/// With a new passphrase, the previous version goes only when the plan does.
#[test]
fn the_previous_version_stays_when_the_plan_was_replaced_meanwhile() {
    let disk = with_plan(Flaws::default());
    let mut keeper = keeper(&disk);
    let identity = keeper.load(Path::new(PLAN), Version::Current).unwrap().identity;
    let mut is_done = false;

    disk.meddle(move |_, state| {
        if !is_done && has_draft(state) {
            state.put("notes.age".as_ref(), &plan(7));
            is_done = true;
        }
    });

    let saved = keeper
        .save(Path::new(PLAN), &plan(2), Expect::Same(identity), Previous::Forget)
        .unwrap();
    let now = disk.now();

    assert!(saved.is_conflict);
    assert_eq!(now[OsStr::new("notes.age")], plan(7));
    assert_eq!(now[OsStr::new("notes.bak.age")], plan(0));
}

#[test]
fn a_name_that_is_taken_at_the_last_moment_is_said_to_be_taken() {
    let disk = Memory::new(Flaws::default());
    let mut is_done = false;

    disk.meddle(move |_, state| {
        if !is_done && has_draft(state) {
            state.put("notes.age".as_ref(), &plan(7));
            is_done = true;
        }
    });

    let saved = keeper(&disk).save(Path::new(PLAN), &plan(2), Expect::Nothing, Previous::Keep);

    assert!(matches!(saved, Err(Error::Taken)));
    assert_eq!(disk.now().into_values().collect::<Vec<_>>(), [plan(7)]);
}

#[test]
fn a_key_is_never_put_where_something_came_at_the_last_moment() {
    let disk = Memory::new(Flaws::default());
    let mut is_done = false;

    disk.meddle(move |_, state| {
        if !is_done && has_draft(state) {
            state.put("key.age".as_ref(), b"theirs");
            is_done = true;
        }
    });

    let put = keeper(&disk).put(Path::new("/key.age"), b"ours".to_vec(), Expect::Nothing);

    assert!(matches!(put, Err(Error::Taken)));
    assert_eq!(disk.now().into_values().collect::<Vec<_>>(), [b"theirs"]);
}

/// A disk that does not answer has not lost the key.
#[test]
fn a_key_that_cannot_be_read_is_not_said_to_be_gone() {
    let disk = Memory::new(Flaws::default());
    let path = Path::new("/key.age");
    let mut keeper = keeper(&disk);
    let mut refused = 0;

    disk.put("key.age", b"old");

    let known = keeper.fetch(path).unwrap().identity;

    for call in 1.. {
        disk.fail_at(Some((call, 5)));

        let put = keeper.put(path, b"old".to_vec(), Expect::Same(known));

        if call > disk.calls() {
            break;
        }

        if let Err(error) = put {
            assert!(
                matches!(&error, Error::File(error) if error.class() == Some(Class::Broken)),
                "{error}"
            );
            refused += 1;
        }
    }

    assert!(refused > 4, "{refused}");
}

/// What a first save put in its place is still ours when the disk did not confirm its name.
#[test]
fn a_first_save_that_failed_anywhere_can_be_tried_again() {
    for call in 1.. {
        let disk = Memory::new(Flaws::default());
        let mut keeper = keeper(&disk);

        disk.fail_at(Some((call, 5)));

        let saved = keeper.save(Path::new(PLAN), &plan(1), Expect::Nothing, Previous::Keep);
        let calls = disk.calls();

        disk.fail_at(None);

        if call > calls {
            break;
        }

        if saved.is_err() {
            let again = keeper
                .save(Path::new(PLAN), &plan(2), Expect::Nothing, Previous::Keep)
                .unwrap_or_else(|error| panic!("call {call}: {error}"));

            assert!(!again.is_conflict, "call {call}");
        }
    }
}

/// A plan that is replaced again and again is opened once it stays; one that never stays is only looked at.
#[test]
fn opening_tries_again_while_the_plan_is_being_replaced() {
    for (times, is_read_only) in [(12, false), (1_000, true)] {
        let disk = with_plan(Flaws::default());
        let mut left = times;

        disk.meddle(move |_, state| {
            if left > 0 {
                state.put("notes.age".as_ref(), &plan(left));
                left -= 1;
            }
        });

        let loaded = keeper(&disk).load(Path::new(PLAN), Version::Current).unwrap();

        assert_eq!(loaded.access.is_read_only(), is_read_only, "{times} times");
        assert!(is_read_only || loaded.bytes == plan(1));
    }
}

/// Keeps a plan on a disk that refuses the first calls of this name, and says how many it refused.
fn keep_refusing(name: &'static str, times: u32, kind: io::ErrorKind) -> (Result<(), Error>, u32, Home) {
    let home = Home::new();
    let path = home.write("notes.age", "v0");

    super::set_mode(&path, 0o600);

    let refused = Cell::new(0);
    let disk = Between::new(|call: &str| {
        if call == name && refused.get() < times {
            refused.set(refused.get() + 1);

            return Err(kind.into());
        }

        Ok(())
    });
    let mut keeper = Keeper::on(disk, Paths::within(home.path()));
    let identity = keeper.load(&path, Version::Current).unwrap().identity;
    let saved = keeper.save(&path, b"v1", Expect::Same(identity), Previous::Keep);

    assert_eq!(leftovers(&home), [""; 0]);
    (saved.map(|_| ()), refused.get(), home)
}

#[test]
fn a_disk_that_answers_with_an_error_is_not_asked_until_it_gives_in() {
    let home = Home::new();
    let path = home.write("notes.age", "v0");
    let refused = Cell::new(false);
    let disk = Between::new(|call: &str| match call == "read" && !refused.replace(true) {
        true => Err(io::ErrorKind::TimedOut.into()),
        false => Ok(()),
    });

    assert!(
        Keeper::on(disk, Paths::within(home.path()))
            .load(&path, Version::Current)
            .is_err()
    );
    assert!(refused.get());
}

#[test]
fn a_free_name_for_a_draft_is_looked_for_nine_times() {
    for kind in [io::ErrorKind::AlreadyExists, io::ErrorKind::Interrupted] {
        let (saved, refused, home) = keep_refusing("create", 8, kind);

        assert!(saved.is_ok() && refused == 8, "{kind}");
        assert_eq!(fs::read(home.join("notes.age")).unwrap(), b"v1");

        let (saved, refused, home) = keep_refusing("create", 100, kind);

        assert!(saved.is_err() && refused == 9, "{kind}: {refused}");
        assert_eq!(fs::read(home.join("notes.age")).unwrap(), b"v0");
    }
}

/// Without second names the previous version is a copy; on a full disk a copy would fail too.
#[test]
fn a_copy_is_made_where_there_are_no_second_names_and_not_where_there_is_no_room() {
    let (saved, _, home) = keep_refusing("link", 1, io::ErrorKind::PermissionDenied);

    assert!(saved.is_ok());
    assert_eq!(fs::read(home.join("notes.bak.age")).unwrap(), b"v0");

    for kind in [
        io::ErrorKind::StorageFull,
        io::ErrorKind::QuotaExceeded,
        io::ErrorKind::ReadOnlyFilesystem,
    ] {
        let (saved, _, home) = keep_refusing("link", 1, kind);
        let said = saved.unwrap_err().to_string();

        assert!(said.starts_with("keeping the previous version failed"), "{said}");
        assert_eq!(home.files(), ["notes.age"]);
    }
}

/// An old draft goes with the next new passphrase too, for it may open with the one before; and is gone for good.
#[test]
fn a_new_passphrase_takes_older_drafts_along() {
    let home = Home::new();
    let path = home.join("notes.age");
    let (swept, settled) = (Cell::new(0), Cell::new(0));
    let at = Cell::new(0);
    let disk = Between::new(|call: &str| {
        at.set(at.get() + 1);

        match call {
            "remove" => swept.set(at.get()),
            "sync_folder" => settled.set(at.get()),
            _ => {}
        }

        Ok(())
    });
    let mut keeper = Keeper::on(disk, Paths::within(home.path()));
    let save = |keeper: &mut Keeper<_>, expect, previous| keeper.save(&path, b"v", expect, previous).unwrap().identity;
    let one = save(&mut keeper, Expect::Nothing, Previous::Keep);
    let two = save(&mut keeper, Expect::Same(one), Previous::Keep);

    home.write(".0123456789abcdef.tmp", "age-encryption.org/v1\n-> scrypt");
    save(&mut keeper, Expect::Same(two), Previous::Forget);

    assert_eq!(leftovers(&home), [""; 0]);
    assert!(0 < swept.get() && swept.get() < settled.get());
}

#[test]
fn a_plan_that_may_not_be_written_is_opened_to_be_looked_at() {
    let home = Home::new();
    let path = home.write("notes.age", "v0");

    super::set_mode(&path, 0o400);
    assert!(load(&mut super::keeper(&home), &path).access.is_read_only());
    super::set_mode(&path, 0o600);
    assert!(!load(&mut super::keeper(&home), &path).access.is_read_only());
}

/// The lock on one plan says nothing about another.
#[test]
fn with_one_plan_open_another_that_is_open_elsewhere_is_not_replaced() {
    let home = Home::new();
    let (mine, theirs) = (home.join("mine.age"), home.write("theirs.age", "v0"));
    let (mut one, mut two) = (super::keeper(&home), super::keeper(&home));

    first(&mut one, &mine, b"v0");
    load(&mut two, &theirs);
    assert!(matches!(
        one.save(&theirs, b"w", Expect::Anything, Previous::Keep),
        Err(Error::InUse)
    ));
    assert_eq!(one.open_plan(), Some(mine.as_path()));

    load(&mut one, &theirs);
    assert_eq!(one.open_plan(), Some(theirs.as_path()));
}

#[test]
fn a_previous_version_names_its_plan_and_nothing_else_does() {
    let plan = PathBuf::from("/folder/notes.age");

    assert_eq!(plan_of(&previous_of(&plan)), Some(plan.clone()));
    assert_eq!(plan_of(&plan), None);
    assert_eq!(plan_of(Path::new("/folder/.bak.age")), None);
    assert_eq!(plan_of(Path::new("/")), None);
}

/// What is refused is said with its sort, also when a file is only to be gone.
#[test]
fn what_cannot_be_forgotten_is_not_said_to_be_gone() {
    let home = Home::new();

    fs::create_dir(home.join("folder")).unwrap();

    let refused = daypack::file::forget(&home.join("folder")).unwrap_err();

    assert_ne!(refused.class(), Some(Class::Missing));
    assert!(daypack::file::forget(&home.join("nothing")).is_ok());
    assert!(daypack::file::forget(&home.join("no folder/nothing")).is_ok());
}
