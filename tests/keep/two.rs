//! Two windows with the same plan: one may change it, the other looks, and nothing is replaced unseen.
use super::{keeper, leftovers, load};
use crate::support::Home;

use daypack::keep::{Access, Error, Expect, Previous};

use std::fs;

#[test]
fn a_second_window_only_looks() {
    let home = Home::new();
    let path = home.write("notes.age", "v0");
    let (mut one, mut two) = (keeper(&home), keeper(&home));
    let (mine, theirs) = (load(&mut one, &path), load(&mut two, &path));

    assert_eq!((mine.access, theirs.access), (Access::Full, Access::InUse));
    assert!(theirs.access.is_read_only());
    assert_eq!(load(&mut two, &path).access, Access::InUse, "looked at once more");

    // The lock holds across a save, which puts another file under the name.
    one.save(&path, b"v1", Expect::Same(mine.identity), Previous::Keep)
        .unwrap();
    assert_eq!(load(&mut two, &path).access, Access::InUse);

    // What the second one saves all the same goes beside it.
    let aside = two
        .save(&path, b"w1", Expect::Same(theirs.identity), Previous::Keep)
        .unwrap();

    assert!(aside.is_conflict);
    assert_eq!(aside.path, home.join("notes (conflict).age"));
    assert_eq!(fs::read(&path).unwrap(), b"v1");

    assert_eq!(one.open_plan(), Some(path.as_path()));
    one.release();
    assert_eq!(one.open_plan(), None);
    assert_eq!(load(&mut two, &path).access, Access::Full);
}

#[test]
fn what_a_second_window_saves_goes_beside_before_the_first_has_saved_too() {
    let home = Home::new();
    let path = home.write("notes.age", "v0");
    let (mut one, mut two) = (keeper(&home), keeper(&home));

    load(&mut one, &path);

    let identity = load(&mut two, &path).identity;
    let aside = two.save(&path, b"w1", Expect::Same(identity), Previous::Keep).unwrap();

    assert!(aside.is_conflict);
    assert_eq!(fs::read(&path).unwrap(), b"v0");
}

#[test]
fn a_plan_that_is_open_elsewhere_is_not_replaced_even_when_asked() {
    let home = Home::new();
    let path = home.write("notes.age", "v0");
    let (mut one, mut two) = (keeper(&home), keeper(&home));

    load(&mut one, &path);

    assert!(matches!(
        two.save(&path, b"w", Expect::Anything, Previous::Keep),
        Err(Error::InUse)
    ));
    assert_eq!(fs::read(&path).unwrap(), b"v0");
}

#[test]
fn conflict_copies_are_numbered_and_become_the_open_plan() {
    let home = Home::new();
    let path = home.write("notes.age", "v0");

    home.write("notes (conflict).age", "an older conflict");

    let mut keeper = keeper(&home);
    let identity = load(&mut keeper, &path).identity;

    fs::write(&path, "changed elsewhere").unwrap();

    let aside = keeper
        .save(&path, b"v1", Expect::Same(identity), Previous::Keep)
        .unwrap();

    assert_eq!(aside.path, home.join("notes (conflict 2).age"));

    let again = keeper
        .save(&aside.path, b"v2", Expect::Same(aside.identity), Previous::Keep)
        .unwrap();

    assert_eq!((again.path, again.is_conflict), (aside.path.clone(), false));
    assert_eq!(fs::read(&path).unwrap(), b"changed elsewhere");
    assert_eq!(fs::read(aside.path).unwrap(), b"v2");
    assert_eq!(leftovers(&home), [""; 0]);
}
