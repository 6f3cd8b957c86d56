//! Every call of a save fails once, in every way that disks fail.
use super::memory::{Flaws, Memory};

use daypack::file::Class;
use daypack::keep::{Error, Expect, Keeper, Previous, Version};
use daypack::paths::Paths;

use std::path::Path;

/// How disks fail: the number that Linux gives it, and what we make of it.
pub(super) const FAULTS: [(&str, i32, Class); 8] = [
    ("EIO", 5, Class::Broken),
    ("ENOSPC", 28, Class::NoRoom),
    ("EDQUOT", 122, Class::NoRoom),
    ("EROFS", 30, Class::WriteProtected),
    ("EACCES", 13, Class::NotAllowed),
    ("EINTR", 4, Class::Other),
    ("EMFILE", 24, Class::Exhausted),
    ("ENOMEM", 12, Class::Exhausted),
];

const OLD: &[u8] = b"the old plan, which is a little longer";
const NEW: &[u8] = b"the new plan";

fn start(has_no_links: bool) -> (Memory, Keeper<Memory>) {
    let disk = Memory::new(Flaws {
        has_no_links,
        ..Flaws::default()
    });

    disk.put("notes.age", OLD);
    disk.settle();

    let keeper = Keeper::on(disk.clone(), Paths::within(Path::new("/nowhere")));

    (disk, keeper)
}

fn hidden(disk: &Memory) -> Vec<String> {
    disk.now()
        .into_keys()
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| name.starts_with('.'))
        .collect()
}

/// safety.md 20, on the disk in memory: the old file is whole, the error is said with its sort, nothing is
/// left lying about, and trying again works.
#[test]
fn a_save_survives_every_fault_at_every_call() {
    let mut faults = 0;

    for (previous, has_no_links) in [
        (Previous::Keep, false),
        (Previous::Keep, true),
        (Previous::Forget, false),
    ] {
        for (name, code, class) in FAULTS {
            for call in 1.. {
                let (disk, mut keeper) = start(has_no_links);
                let identity = keeper.load(Path::new("/notes.age"), Version::Current).unwrap().identity;
                let save = |keeper: &mut Keeper<Memory>| {
                    keeper.save(Path::new("/notes.age"), NEW, Expect::Same(identity), previous)
                };

                disk.fail_at(Some((call, code)));

                let answer = save(&mut keeper);
                let calls = disk.calls();

                disk.fail_at(None);

                if call > calls {
                    break;
                }

                faults += 1;

                let case = format!("{name} at call {call} of {calls}, {previous:?}, without links: {has_no_links}");
                let now = disk.now();
                let plan = now.get(std::ffi::OsStr::new("notes.age")).unwrap();

                assert!(plan == OLD || plan == NEW, "{case}");

                match answer {
                    Ok(saved) => assert!(plan == NEW || saved.is_conflict, "{case}"),
                    Err(Error::File(error)) => {
                        assert_eq!(error.class(), Some(class), "{case}: {error}");
                        assert!(hidden(&disk).len() <= 1, "{case}");
                    }
                    Err(error) => panic!("{case}: {error}"),
                }

                let again = save(&mut keeper).unwrap_or_else(|error| panic!("{case}, again: {error}"));
                let now = disk.now();

                // safety.md 25: what could not be brought onto the disk is not tried again, but made anew.
                assert!(!disk.has_used_failed(), "{case}");
                assert_eq!(
                    now.get(again.path.file_name().unwrap()).map(Vec::as_slice),
                    Some(NEW),
                    "{case}"
                );
            }
        }
    }

    assert!(faults >= 112, "{faults}");
    println!("faults: {faults}");
}

#[test]
fn an_error_names_the_step() {
    let mut steps = Vec::new();

    for call in 1.. {
        let (disk, mut keeper) = start(false);
        let identity = keeper.load(Path::new("/notes.age"), Version::Current).unwrap().identity;

        disk.fail_at(Some((call, 5)));

        let answer = keeper.save(Path::new("/notes.age"), NEW, Expect::Same(identity), Previous::Keep);

        match answer {
            Err(error) => steps.push(error.to_string().split(" failed").next().unwrap_or_default().to_owned()),
            Ok(_) if call > disk.calls() => break,
            Ok(_) => {}
        }
    }

    steps.dedup();

    for step in [
        "finding it",
        "reading it",
        "making a new file there",
        "writing the new file",
        "bringing the new file onto the disk",
        "checking the new file",
        "putting the new file in its place",
        "bringing the folder onto the disk",
    ] {
        assert!(steps.iter().any(|seen| seen == step), "{step}: {steps:?}");
    }
}
