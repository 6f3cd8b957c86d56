//! Plans on a real disk: opening, saving, previous versions, conflict copies, locks, permissions.
//!
//! The numbers in the comments are those of the safety design.
mod between;
mod checkup;
mod choose;
mod crash;
mod disks;
mod drafts;
mod export;
mod faults;
mod guard;
mod kill;
mod life;
mod memory;
mod odd;
mod pages;
mod pieces;
mod places;
mod power;
mod race;
mod remove;
mod short;
mod stage;
mod system;
mod together;
mod twice;
mod two;

use crate::support::Home;

use daypack::file;
use daypack::keep::{
    Access, Error, Expect, Identity, Keeper, Loaded, Previous, Removal, Reply, Request, Saved, Version, Where,
    previous_of,
};
use daypack::paths::Paths;
use daypack::settings::Settings;

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

/// What a sealed file could be.
const SEALED: &[u8] = b"age-encryption.org/v1\nsecret";

/// A keeper that knows no place outside `home`.
fn keeper(home: &Home) -> Keeper {
    Keeper::new(Paths::within(home.path()))
}

/// Saves a new plan at `path`.
fn first(keeper: &mut Keeper, path: &Path, bytes: &[u8]) -> Saved {
    keeper
        .save(path, bytes, Expect::Nothing, Previous::Keep)
        .expect("a first save works")
}

fn load(keeper: &mut Keeper, path: &Path) -> Loaded {
    keeper.load(path, Version::Current).expect("the plan opens")
}

/// Every hidden file: there must be none after a request, whatever came of it.
fn leftovers(home: &Home) -> Vec<String> {
    home.files()
        .into_iter()
        .filter(|path| path.rsplit('/').next().is_some_and(|name| name.starts_with('.')))
        .collect()
}

#[test]
fn what_is_saved_is_what_opens() {
    let home = Home::new();
    let path = home.join("notes.age");
    let mut keeper = keeper(&home);
    let saved = first(&mut keeper, &path, b"one");

    assert!(!saved.is_conflict);
    assert_eq!(saved.path, path);

    let loaded = load(&mut keeper, &path);

    assert_eq!(loaded.bytes, b"one");
    assert_eq!(loaded.access, Access::Full);
    assert!(!loaded.has_previous);
    assert_eq!(home.files(), ["notes.age"]);
}

#[test]
fn nothing_is_written_before_the_first_save() {
    let home = Home::new();
    let mut keeper = keeper(&home);

    keeper.list(&Where::Everywhere).unwrap();
    keeper.consider("notes");
    assert!(keeper.load(&home.join("notes.age"), Version::Current).is_err());
    keeper.release();

    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn a_first_save_never_replaces_anything() {
    let home = Home::new();
    let path = home.write("notes.age", "somebody's");
    let mut keeper = keeper(&home);

    assert!(matches!(
        keeper.save(&path, b"mine", Expect::Nothing, Previous::Keep),
        Err(Error::Taken)
    ));
    assert_eq!(fs::read(&path).unwrap(), b"somebody's");

    // They were asked, and said yes: what was there becomes the previous version.
    keeper.save(&path, b"mine", Expect::Anything, Previous::Keep).unwrap();

    assert_eq!(fs::read(&path).unwrap(), b"mine");
    assert_eq!(fs::read(previous_of(&path)).unwrap(), b"somebody's");
    assert_eq!(home.files(), ["notes.age", "notes.bak.age"]);
}

#[test]
fn the_previous_version_is_the_one_that_was_opened() {
    let home = Home::new();
    let path = home.write("notes.age", "v0");
    let mut keeper = keeper(&home);
    let mut identity = load(&mut keeper, &path).identity;

    for version in ["v1", "v2", "v3"] {
        let saved = keeper
            .save(&path, version.as_bytes(), Expect::Same(identity), Previous::Keep)
            .unwrap();

        identity = saved.identity;
        assert_eq!(fs::read(previous_of(&path)).unwrap(), b"v0", "{version}");
    }

    // Opened again: from now on v3 is what there was before.
    keeper.release();
    identity = load(&mut keeper, &path).identity;
    keeper
        .save(&path, b"v4", Expect::Same(identity), Previous::Keep)
        .unwrap();

    assert_eq!(fs::read(previous_of(&path)).unwrap(), b"v3");
    assert_eq!(leftovers(&home), [""; 0]);
}

#[test]
fn opening_a_plan_twice_keeps_its_lock_and_counts_as_opening_it_anew() {
    let home = Home::new();
    let path = home.write("notes.age", "v0");
    let mut keeper = keeper(&home);
    let identity = load(&mut keeper, &path).identity;

    keeper
        .save(&path, b"v1", Expect::Same(identity), Previous::Keep)
        .unwrap();
    let loaded = load(&mut keeper, &path);

    assert_eq!((loaded.bytes.as_slice(), loaded.access), (&b"v1"[..], Access::Full));
    assert!(loaded.has_previous);
    assert_eq!(load(&mut self::keeper(&home), &path).access, Access::InUse);
}

#[test]
fn a_damaged_plan_is_replaced_from_its_previous_version_without_losing_either() {
    let home = Home::new();
    let path = home.write("notes.age", "damaged");

    home.write("notes.bak.age", "good");

    let mut keeper = keeper(&home);

    assert!(load(&mut keeper, &path).has_previous);

    let older = keeper.load(&path, Version::Previous).unwrap();

    assert_eq!((older.bytes.as_slice(), older.path), (&b"good"[..], path.clone()));

    // Saving puts the repaired plan in its place; the good version is not covered by the damaged one.
    let saved = keeper
        .save(&path, b"good, and more", Expect::Same(older.identity), Previous::Keep)
        .unwrap();

    assert!(!saved.is_conflict);
    assert_eq!(fs::read(&path).unwrap(), b"good, and more");
    assert_eq!(fs::read(previous_of(&path)).unwrap(), b"good");
}

#[test]
fn a_plan_that_is_gone_says_whether_its_previous_version_is_there() {
    let home = Home::new();
    let path = home.join("notes.age");
    let mut keeper = keeper(&home);

    assert!(matches!(
        keeper.load(&path, Version::Current),
        Err(Error::Missing { has_previous: false })
    ));

    home.write("notes.bak.age", "good");

    assert!(matches!(
        keeper.load(&path, Version::Current),
        Err(Error::Missing { has_previous: true })
    ));

    let older = keeper.load(&path, Version::Previous).unwrap();
    let saved = keeper
        .save(&path, b"good again", Expect::Same(older.identity), Previous::Keep)
        .unwrap();

    assert_eq!((saved.path, saved.is_conflict), (path, false));
}

/// safety.md 31, the file's half: the previous version does not keep what was to be forgotten.
#[test]
fn after_a_new_passphrase_the_previous_version_is_the_new_one() {
    let home = Home::new();
    let path = home.write("notes.age", "sealed with the old passphrase");

    home.write("notes.bak.age", "older, with the old passphrase");

    let mut keeper = keeper(&home);
    let identity = load(&mut keeper, &path).identity;
    let new = b"sealed with the new passphrase";

    keeper
        .save(&path, new, Expect::Same(identity), Previous::Forget)
        .unwrap();

    assert_eq!(fs::read(&path).unwrap(), new);
    assert_eq!(fs::read(previous_of(&path)).unwrap(), new);
    // Two files, so that damage to one does not reach the other.
    assert_ne!(
        fs::metadata(&path).unwrap().ino(),
        fs::metadata(previous_of(&path)).unwrap().ino()
    );
    assert_eq!(home.files(), ["notes.age", "notes.bak.age"]);
}

#[test]
fn a_previous_version_that_others_could_read_is_kept_from_them() {
    let home = Home::new();
    let path = home.write("notes.age", "v0");

    set_mode(&path, 0o644);

    let mut keeper = keeper(&home);
    let identity = load(&mut keeper, &path).identity;

    keeper
        .save(&path, b"v1", Expect::Same(identity), Previous::Keep)
        .unwrap();

    for path in [path.clone(), previous_of(&path)] {
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

#[test]
fn every_request_has_its_reply_and_says_nothing_when_printed() {
    let home = Home::new();
    let path = home.join("secret-name.age");
    let mut keeper = keeper(&home);
    let requests = [
        Request::Consider {
            path: "secret-name".to_owned(),
            name: "notes.age".to_owned(),
        },
        Request::Save {
            path: path.clone(),
            bytes: SEALED.to_vec(),
            expect: Expect::Nothing,
            previous: Previous::Keep,
        },
        Request::Load {
            path: path.clone(),
            version: Version::Current,
        },
        Request::List {
            place: Where::Folder(home.path().to_path_buf()),
        },
        Request::Export {
            path: home.join("list.pdf"),
            replace: false,
        },
        Request::Put {
            path: home.join("key.age"),
            bytes: SEALED.to_vec(),
            expect: Expect::Nothing,
        },
        Request::Fetch {
            path: home.join("key.age"),
        },
        Request::Remove {
            removal: Removal {
                plan: path.clone(),
                identity: Identity::default(),
                key: None,
            },
        },
        Request::Part {
            key: (home.join("second.age"), SEALED.to_vec()),
            path: home.join("other.age"),
            bytes: SEALED.to_vec(),
            expect: Expect::Nothing,
            previous: Previous::Keep,
        },
        Request::Finish { length: 0 },
        Request::Abandon,
        Request::Remember {
            settings: Settings::default(),
        },
        Request::Checkup,
        Request::Release,
    ];

    for request in requests {
        let name = format!("{request:?}");

        assert!(name.len() < 10 && !name.contains("secret"), "{name}");

        let reply = keeper.answer(request).unwrap_or_else(|error| panic!("{name}: {error}"));
        let is_right = match reply {
            Reply::Considered(_) => name == "Consider",
            Reply::Saved(_) => name == "Save",
            Reply::Loaded(loaded) => name == "Load" && loaded.bytes == SEALED,
            Reply::Listed(listing) => name == "List" && listing.plans.len() == 1,
            Reply::Put(_) => name == "Put",
            Reply::Parted(_, key) => name == "Part" && key.bytes == SEALED,
            Reply::Fetched(fetched) => name == "Fetch" && fetched.bytes == SEALED,
            Reply::Removed(removed) => name == "Remove" && removed.gone.is_empty() && removed.left.len() == 1,
            Reply::Ready(_) => name == "Export",
            Reply::Exported => name == "Finish",
            Reply::Abandoned => name == "Abandon",
            Reply::Remembered => name == "Remember",
            Reply::Viewing => false,
            Reply::Checked(_) => name == "Checkup",
            Reply::Released => name == "Release",
        };

        assert!(is_right, "{name}");
    }
}

#[test]
fn every_error_says_what_to_do() {
    for error in [
        Error::Missing { has_previous: true },
        Error::Missing { has_previous: false },
        Error::NoFolder,
        Error::Taken,
        Error::IsFolder,
        Error::NoName,
        Error::Vanished,
        Error::WriteProtected,
        Error::Changed,
        Error::NotOurs,
        Error::KeyAway,
        Error::InUse,
        Error::Reserved,
        Error::KeyStays(Box::new(Error::WriteProtected)),
        Error::TooManyCopies,
        Error::NoViewer,
        Error::File(file::Error::ReadBack),
    ] {
        assert!(error.advice().ends_with('.'), "{error}");
        assert!(!error.to_string().is_empty());
    }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}
