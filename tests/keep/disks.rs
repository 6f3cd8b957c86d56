//! Small real file systems: memory, ext4 and FAT. safety.md 26.
//!
//! They are mounted below the test's own folder, which only root may do; anyone else skips these.
use super::{first, keeper, leftovers, load};
use crate::support::{Home, has_all, run, skipped};

use daypack::file::Class;
use daypack::keep::{Error, Expect, Previous, previous_of};

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Nearly as long as the smallest sealed plan: a new passphrase needs room for four of them for a moment, and
/// four just fit into a mebibyte.
const LEN: usize = 250_000;

/// A file system that is mounted, and unmounted when it is dropped.
struct Mounted {
    home: Home,
}

impl Mounted {
    fn path(&self) -> PathBuf {
        self.home.join("drive")
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.path()).status();
    }
}

fn succeeds(program: &str, args: &[&str]) -> Result<(), String> {
    let output = run(Command::new(program).args(args), b"");

    match output.status.success() {
        true => Ok(()),
        false => Err(format!("{program}: {}", String::from_utf8_lossy(&output.stderr).trim())),
    }
}

fn mounted(kind: &str) -> Result<Mounted, String> {
    let home = Home::new();
    let (drive, image) = (home.join("drive"), home.join("image"));
    let text = |path: &Path| path.display().to_string();

    fs::create_dir(&drive).unwrap();

    let answer = match kind {
        "tmpfs" => succeeds("mount", &["-t", "tmpfs", "-o", "size=1m", "tmpfs", &text(&drive)]),
        kind => {
            let file = fs::File::create(&image).unwrap();

            file.set_len(2 << 20).unwrap();

            let made = match kind {
                "ext4" => succeeds("mkfs.ext4", &["-q", "-m", "0", "-O", "^has_journal", &text(&image)]),
                _ => succeeds("mkfs.vfat", &[&text(&image)]),
            };

            made.and_then(|()| succeeds("mount", &["-o", "loop", &text(&image), &text(&drive)]))
        }
    };

    answer.map(|()| Mounted { home })
}

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
fn six_scenarios(kind: &str, mounted: &Mounted) {
    let home = &mounted.home;
    let drive = mounted.path();
    let path = drive.join("notes.age");
    let version = |number: u8| vec![number; LEN];
    let mut keeper = keeper(home);
    let same = |identity| Expect::Same(identity);

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
        let filler = fill(&drive, rest);

        no_room(
            keeper
                .save(&path, &version(4), same(saved.identity), previous)
                .map(|_| ()),
        );
        no_room(keeper.export(&drive.join("list.pdf"), &version(9), false));
        assert!(!drive.join("list.pdf").exists(), "{kind}: half a list is left");
        assert_eq!(fs::read(&path).unwrap(), version(3), "{kind}");
        assert_eq!(fs::read(previous_of(&path)).unwrap(), version(3), "{kind}");
        assert_eq!(leftovers(home), [""; 0], "{kind}");
        fs::remove_file(filler).unwrap();
    }

    // 6: again, now that there is room; and it opens.
    keeper
        .save(&path, &version(4), same(saved.identity), Previous::Keep)
        .unwrap();
    assert_eq!(load(&mut keeper, &path).bytes, version(4), "{kind}");
    assert_eq!(leftovers(home), [""; 0], "{kind}");
}

#[test]
fn small_and_full_drives_never_cost_a_plan() {
    let mut ran = 0;

    for kind in ["tmpfs", "ext4", "vfat"] {
        let programs: &[&str] = match kind {
            "tmpfs" => &["mount", "umount"],
            "ext4" => &["mount", "umount", "mkfs.ext4"],
            _ => &["mount", "umount", "mkfs.vfat"],
        };

        if !has_all(&format!("26, {kind} (6 scenarios)"), programs) {
            continue;
        }

        match mounted(kind) {
            Ok(mounted) => {
                six_scenarios(kind, &mounted);
                ran += 6;
            }
            Err(reason) => skipped(
                &format!("26, {kind} (6 scenarios)"),
                reason.lines().next().unwrap_or_default(),
            ),
        }
    }

    println!("26: {ran} of 18 scenarios ran");
}
