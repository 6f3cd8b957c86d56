//! Key files, and taking a plan away: what goes, what does not, and what is said when it stops half way.
use super::faults::FAULTS;
use super::memory::{Flaws, Memory};
use super::{first, keeper, load};
use crate::support::Home;

use daypack::keep::{Error, Expect, Identity, Keeper, Previous, Removal, Removed, Version, is_copy_of};
use daypack::paths::Paths;

use std::fs;
use std::path::Path;

const PLAN: &[u8] = b"age-encryption.org/v1\nthe plan";
const BEFORE: &[u8] = b"age-encryption.org/v1\nas it was before";
const KEY: &[u8] = b"age-encryption.org/v1\nthe key";

/// A folder with a plan that is open, its previous version, its key, and what belongs to others.
struct Around {
    home: Home,
    keeper: Keeper,
    removal: Removal,
}

impl Around {
    fn new() -> Self {
        let home = Home::new();
        let mut keeper = keeper(&home);
        let plan = home.join("notes.age");

        fs::write(&plan, PLAN).unwrap();
        fs::write(home.join("notes.bak.age"), BEFORE).unwrap();
        fs::write(home.join("key.age"), KEY).unwrap();
        home.write("notes (conflict).age", "age-encryption.org/v1\nanother");
        home.write("notes.txt", "somebody's");
        home.write("others.age", "age-encryption.org/v1\nsomebody's");

        let key = keeper.fetch(&home.join("key.age")).unwrap();
        let identity = load(&mut keeper, &plan).identity;
        let removal = Removal {
            plan,
            identity,
            key: Some((key.path, key.identity)),
        };

        Self { home, keeper, removal }
    }

    fn remove(&mut self) -> Removed {
        self.keeper.remove(&self.removal).expect("the plan is open")
    }
}

fn names(paths: &[std::path::PathBuf]) -> Vec<String> {
    paths
        .iter()
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn a_plan_goes_with_its_previous_version_and_its_key_and_nothing_else_does() {
    let mut around = Around::new();
    let removed = around.remove();

    assert_eq!(names(&removed.gone), ["notes.bak.age", "notes.age", "key.age"]);
    assert!(removed.left.is_empty());
    assert_eq!(
        names(&removed.copies),
        ["notes (conflict).age"],
        "named, and not touched"
    );
    assert_eq!(around.home.files(), ["notes (conflict).age", "notes.txt", "others.age"]);

    // It is no longer open, so nothing goes a second time.
    assert!(matches!(around.keeper.remove(&around.removal), Err(Error::NotOurs)));
}

#[test]
fn the_key_stays_unless_it_is_asked_for() {
    let mut around = Around::new();
    around.removal.key = None;
    let removed = around.remove();

    assert_eq!(names(&removed.gone), ["notes.bak.age", "notes.age"]);
    assert!(around.home.files().contains(&"key.age".to_owned()));
}

#[test]
fn nothing_goes_while_the_key_that_is_to_go_is_away() {
    let mut around = Around::new();
    let key = around.home.join("key.age");
    let before = around.home.files();

    fs::rename(&key, around.home.join("away.age")).unwrap();
    assert!(matches!(around.keeper.remove(&around.removal), Err(Error::KeyAway)));

    let stick = around.home.join("stick/key.age");
    let identity = around.removal.key.take().unwrap().1;

    around.removal.key = Some((stick, identity));
    assert!(matches!(around.keeper.remove(&around.removal), Err(Error::KeyAway)));

    fs::rename(around.home.join("away.age"), &key).unwrap();
    assert_eq!(around.home.files(), before);

    around.removal.key = Some((key, identity));
    assert!(around.remove().left.is_empty());
}

#[test]
fn nothing_goes_that_is_not_what_was_opened() {
    // The plan was changed by another program.
    let mut around = Around::new();
    around.home.write("notes.age", "age-encryption.org/v1\nanother one");
    let removed = around.remove();

    assert_eq!(names(&removed.gone), ["notes.bak.age"]);
    assert!(matches!(removed.left[0].why, Some(Error::Changed)));
    assert_eq!(
        removed.left[1].path,
        around.home.join("key.age"),
        "the key was not tried"
    );
    assert!(removed.left[1].why.is_none());

    // Something else stands under the name of the previous version.
    let mut around = Around::new();
    around.home.write("notes.bak.age", "somebody's text");
    let removed = around.remove();

    assert!(removed.gone.is_empty());
    assert!(matches!(removed.left[0].why, Some(Error::NotOurs)));
    assert_eq!(around.home.files().len(), 6, "nothing went");

    // The key is another one by now.
    let mut around = Around::new();
    around.home.write("key.age", "age-encryption.org/v1\nanother key");
    let removed = around.remove();

    assert_eq!(names(&removed.gone), ["notes.bak.age", "notes.age"]);
    assert!(matches!(removed.left[0].why, Some(Error::Changed)));
    assert!(around.home.join("key.age").exists());
}

#[test]
fn only_the_open_plan_can_be_removed() {
    let mut around = Around::new();
    let mut other = around.removal.clone();

    other.plan = around.home.join("others.age");
    assert!(matches!(around.keeper.remove(&other), Err(Error::NotOurs)));

    let mut second = keeper(&around.home);
    let loaded = load(&mut second, &around.removal.plan);

    assert!(loaded.access.is_read_only(), "another window has it");
    assert!(matches!(second.remove(&around.removal), Err(Error::InUse)));

    around.keeper.release();
    assert!(matches!(around.keeper.remove(&around.removal), Err(Error::NotOurs)));
    assert_eq!(around.home.files().len(), 6, "nothing went");
}

/// Every call of a removal fails once, in every way that disks fail: what is said to be gone is gone, what is
/// still there is named, a plan that is still there has its key, and the next attempt takes the rest.
#[test]
fn a_removal_that_stops_half_way_says_what_is_left() {
    let mut stopped = 0;

    for (name, code, _) in FAULTS {
        for call in 1.. {
            let disk = Memory::new(Flaws::default());

            for (name, bytes) in [
                ("notes.age", PLAN),
                ("notes.bak.age", BEFORE),
                ("key.age", KEY),
                ("others.age", PLAN),
            ] {
                disk.put(name, bytes);
            }

            disk.settle();

            let mut keeper = Keeper::on(disk.clone(), Paths::within(Path::new("/nowhere")));
            let key = keeper.fetch(Path::new("/key.age")).unwrap();
            let plan = keeper.load(Path::new("/notes.age"), Version::Current).unwrap();
            let removal = Removal {
                plan: plan.path,
                identity: plan.identity,
                key: Some((key.path, key.identity)),
            };

            disk.fail_at(Some((call, code)));

            let answer = keeper.remove(&removal);
            let calls = disk.calls();

            disk.fail_at(None);

            if call > calls {
                break;
            }

            let case = format!("{name} at call {call} of {calls}");
            let now = disk.now();
            let is_there = |path: &Path| now.contains_key(path.file_name().unwrap());

            assert!(now.contains_key(std::ffi::OsStr::new("others.age")), "{case}");

            match answer {
                Err(_) => assert_eq!(now.len(), 4, "{case}: nothing was done"),
                Ok(removed) => {
                    assert!(removed.gone.iter().all(|path| !is_there(path)), "{case}");

                    for path in ["/notes.bak.age", "/notes.age", "/key.age"].map(Path::new) {
                        let is_named = removed.left.iter().any(|left| left.path == path);

                        assert!(!is_there(path) || is_named, "{case}: {}", path.display());
                    }

                    stopped += usize::from(!removed.left.is_empty());
                    assert!(!is_there(&removal.plan) || is_there(Path::new("/key.age")), "{case}");
                }
            }

            // Unless it was through already, trying again takes the rest.
            if now.len() > 1 {
                let rest = keeper
                    .remove(&removal)
                    .unwrap_or_else(|error| panic!("{case}: {error}"));

                assert!(rest.left.is_empty(), "{case}");
            }

            assert_eq!(disk.now().len(), 1, "{case}");
        }
    }

    assert!(stopped > 40, "{stopped}");
}

#[test]
fn a_key_is_written_whole_and_replaced_only_where_it_is_the_one_that_was_read() {
    let home = Home::new();
    let mut keeper = keeper(&home);
    let path = home.join("key.age");
    let mut put = |bytes: &[u8], expect| keeper.put(&path, bytes.to_vec(), expect);
    let one = put(b"one", Expect::Nothing).unwrap();

    assert!(matches!(put(b"two", Expect::Nothing), Err(Error::Taken)));

    let two = put(b"two", Expect::Same(one.identity)).unwrap();

    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert!(matches!(put(b"three", Expect::Same(one.identity)), Err(Error::Changed)));
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(home.files(), ["key.age"], "no previous version of a key stays");

    fs::remove_file(&path).unwrap();
    assert!(matches!(
        put(b"three", Expect::Same(two.identity)),
        Err(Error::Vanished)
    ));
    assert!(matches!(
        keeper.fetch(&path),
        Err(Error::Missing { has_previous: false })
    ));
    assert_eq!(
        super::mode(&keeper.put(&path, b"x".to_vec(), Expect::Nothing).unwrap().path),
        0o600
    );
}

#[test]
fn reading_a_key_leaves_the_plan_open_and_refuses_what_is_too_long() {
    let home = Home::new();
    let path = home.join("notes.age");
    let mut keeper = keeper(&home);
    let saved = first(&mut keeper, &path, PLAN);

    home.write("key.age", "a key");
    home.write("long.age", &"x".repeat(12 * 1024 * 1024 + 1));
    assert_eq!(keeper.fetch(&home.join("key.age")).unwrap().bytes, b"a key");
    assert!(keeper.fetch(&home.join("long.age")).is_err());
    assert!(keeper.fetch(home.path()).is_err());

    let again = keeper
        .save(&path, b"new", Expect::Same(saved.identity), Previous::Keep)
        .unwrap();
    assert!(!again.is_conflict && again.identity != Identity::default());
}

#[test]
fn a_copy_beside_a_plan_is_known_by_its_name() {
    let plan = Path::new("/a/notes.age");

    assert!(is_copy_of(plan, Path::new("/a/notes (conflict).age")));
    assert!(is_copy_of(plan, Path::new("/a/notes (conflict 12).age")));
    assert!(!is_copy_of(plan, Path::new("/b/notes (conflict).age")));
    assert!(!is_copy_of(plan, plan));
}
