//! Small real file systems: memory, ext4, and those of sticks, which have no second names and no permissions.
//! safety.md 26.
//!
//! They are mounted below the test's own folder, which only root may do; anyone else skips these.
use super::{first, keeper, load};
use crate::support::{Drive, Home, files, skipped};

use daypack::file::Class;
use daypack::keep::{Error, Expect, Previous, previous_of};

use std::fs;
use std::path::{Path, PathBuf};

/// Nearly as long as the smallest sealed plan: a new passphrase needs room for four of them for a moment, and
/// four just fit into a mebibyte.
const LEN: usize = 250_000;

/// Fills a drive until at most `rest` bytes are left.
fn fill(drive: &Path, rest: usize) -> PathBuf {
    use std::io::Write;

    let path = drive.join("filler");
    let mut file = fs::File::create(&path).unwrap();
    let block = [1; 4096];

    while file.write_all(&block).is_ok() {}

    drop(file);

    let len = fs::metadata(&path).unwrap().len();
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();

    file.set_len(len.saturating_sub(rest as u64)).unwrap();

    path
}

/// Six scenarios: a first save, a later one, a new passphrase, a full drive for each of two kinds of save,
/// and trying again when there is room.
fn six_scenarios(kind: &str, drive: &Path) {
    let home = Home::new();
    let path = drive.join("notes.age");
    let version = |number: u8| vec![number; LEN];
    let mut keeper = keeper(&home);
    let same = |identity| Expect::Same(identity);
    let leftovers = || {
        let hidden = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with('.');

        files(drive).into_iter().filter(hidden).count()
    };

    // 1, 2: a first save, and a second one that keeps the first.
    let saved = first(&mut keeper, &path, &version(1));
    let saved = keeper
        .save(&path, &version(2), same(saved.identity), Previous::Keep)
        .unwrap();

    assert_eq!(fs::read(previous_of(&path)).unwrap(), version(1), "{kind}");

    // 3: a new passphrase.
    let saved = keeper
        .save(&path, &version(3), same(saved.identity), Previous::Forget)
        .unwrap();

    assert_eq!(fs::read(previous_of(&path)).unwrap(), version(3), "{kind}");

    // 4, 5: no room, or room for half of it.
    let no_room = |answer: Result<_, Error>| match answer.err() {
        Some(Error::File(error)) => assert_eq!(error.class(), Some(Class::NoRoom), "{kind}: {error}"),
        error => panic!("{kind}: {error:?}"),
    };

    for (rest, previous) in [(0, Previous::Keep), (LEN / 2, Previous::Forget)] {
        let filler = fill(drive, rest);

        no_room(
            keeper
                .save(&path, &version(4), same(saved.identity), previous)
                .map(|_| ()),
        );
        no_room(keeper.export(&drive.join("list.pdf"), &version(9), false));
        assert!(!drive.join("list.pdf").exists(), "{kind}: half a list is left");
        assert!(!drive.join("list.pdf.part").exists(), "{kind}: a part of it is left");
        assert_eq!(fs::read(&path).unwrap(), version(3), "{kind}");
        assert_eq!(fs::read(previous_of(&path)).unwrap(), version(3), "{kind}");
        assert_eq!(leftovers(), 0, "{kind}");
        fs::remove_file(filler).unwrap();
    }

    // 6: again, now that there is room; and it opens.
    keeper
        .save(&path, &version(4), same(saved.identity), Previous::Keep)
        .unwrap();
    assert_eq!(load(&mut keeper, &path).bytes, version(4), "{kind}");
    assert_eq!(leftovers(), 0, "{kind}");
}

#[test]
fn small_and_full_drives_never_cost_a_plan() {
    let mut ran = 0;

    for (kind, mib) in [("tmpfs", 1), ("ext4", 2), ("vfat", 2), ("exfat", 3)] {
        match Drive::new(kind, mib) {
            Ok(drive) => {
                six_scenarios(kind, &drive.path());
                ran += 6;
            }
            Err(reason) => skipped(&format!("26, {kind} (6 scenarios)"), &reason),
        }
    }

    println!("26: {ran} of 24 scenarios ran");
}
