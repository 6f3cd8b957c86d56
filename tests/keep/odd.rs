//! Folders in which something else stands than a plan: links, pipes, folders, devices, endless files.
use super::{keeper, leftovers, load, set_mode};
use crate::support::{Home, skipped};

use daypack::file::{self, Disk, Fs, Kind};
use daypack::keep::{Error, Expect, Previous, Version};

use rustix::io::FdFlags;

use std::fs::{self, File};
use std::os::fd::AsFd;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, SystemTime};

/// safety.md 27: what stands in the place is replaced, deleted, made read-only, or turned into a symbolic
/// link, a pipe, a folder or a device between opening and saving.
#[test]
fn nothing_that_took_the_place_of_a_plan_is_overwritten() {
    type Change = fn(&Path);

    let cases: [(&str, Change, &str); 7] = [
        ("replaced", |path| fs::write(path, "theirs").unwrap(), "beside"),
        ("deleted", |path| fs::remove_file(path).unwrap(), "vanished"),
        ("read-only", |path| set_mode(path, 0o400), "protected"),
        (
            "a link",
            |path| {
                let target = path.with_file_name("target");

                fs::rename(path, &target).unwrap();
                symlink(target, path).unwrap();
            },
            "beside",
        ),
        ("a pipe", |path| make_node(path, "p", &[]), "beside"),
        (
            "a folder",
            |path| {
                fs::remove_file(path).unwrap();
                fs::create_dir(path).unwrap();
            },
            "beside",
        ),
        ("a device", |path| make_node(path, "c", &["1", "5"]), "beside"),
    ];

    for (case, change, expected) in cases {
        let home = Home::new();
        let path = home.write("notes.age", "v0");
        let mut keeper = keeper(&home);
        let identity = load(&mut keeper, &path).identity;

        change(&path);

        let before = what_stands_at(&path);

        if case == "a device" && before.is_empty() {
            skipped("27, a device", "device nodes cannot be made by this user");
            continue;
        }

        let saved = within_seconds(5, case, {
            let path = path.clone();

            move || keeper.save(&path, b"v1", Expect::Same(identity), Previous::Keep)
        });

        match (expected, saved) {
            ("beside", Ok(saved)) => {
                assert!(saved.is_conflict, "{case}");
                assert_eq!(fs::read(saved.path).unwrap(), b"v1", "{case}");
            }
            ("vanished", Err(Error::Vanished)) | ("protected", Err(Error::WriteProtected)) => {}
            (_, saved) => panic!("{case}: {:?}", saved.map(|saved| saved.path)),
        }

        assert_eq!(what_stands_at(&path), before, "{case}");
        assert_eq!(leftovers(&home), [""; 0], "{case}");
    }
}

/// safety.md 27, for opening: nothing is waited for, and nothing but a file is read.
#[test]
fn nothing_but_a_file_is_opened() {
    let home = Home::new();
    let mut cases = vec![(home.join("folder.age"), "a folder")];

    fs::create_dir(home.join("folder.age")).unwrap();
    symlink("round.age", home.join("round.age")).unwrap();
    cases.push((home.join("round.age"), "a circle"));
    make_node(&home.join("pipe.age"), "p", &[]);
    cases.push((home.join("pipe.age"), "a pipe"));
    symlink("pipe.age", home.join("to-pipe.age")).unwrap();
    cases.push((home.join("to-pipe.age"), "a link to a pipe"));
    cases.push((PathBuf::from("/dev/zero"), "a device"));
    cases.push((PathBuf::from("/dev/tty"), "a terminal"));

    for (path, case) in cases {
        let mut keeper = keeper(&home);
        let answer = within_seconds(5, case, move || keeper.load(&path, Version::Current));

        match (case, answer.err()) {
            ("a folder", Some(Error::IsFolder)) => {}
            ("a circle", Some(Error::File(error))) => assert!(error.class().is_some(), "{error}"),
            (_, Some(Error::File(file::Error::NotAFile(Kind::Other)))) => {}
            (case, error) => panic!("{case}: {error:?}"),
        }
    }
}

#[test]
fn a_plan_behind_a_link_is_saved_where_it_really_is() {
    let home = Home::new();
    let real = home.write("real.age", "v0");

    symlink("real.age", home.join("link.age")).unwrap();

    let mut keeper = keeper(&home);
    let loaded = load(&mut keeper, &home.join("link.age"));

    assert_eq!(loaded.path, real.canonicalize().unwrap());

    keeper
        .save(&loaded.path, b"v1", Expect::Same(loaded.identity), Previous::Keep)
        .unwrap();

    assert_eq!(fs::read(&real).unwrap(), b"v1");
    assert!(fs::symlink_metadata(home.join("link.age")).unwrap().is_symlink());
}

/// The calls themselves, also when what stands there changed after it was looked at.
#[test]
fn nothing_is_followed_waited_for_or_left_to_other_programs() {
    let home = Home::new();
    let path = home.write("plan", "v0");
    let folder = Disk.open_folder(home.path()).unwrap();
    let is_ours = |open: &dyn AsFd| rustix::io::fcntl_getfd(open).unwrap().contains(FdFlags::CLOEXEC);

    symlink("plan", home.join("link")).unwrap();
    make_node(&home.join("pipe"), "p", &[]);
    assert!(Disk.open(&folder, "link".as_ref()).is_err());
    assert!(Disk.create(&folder, "link".as_ref()).is_err());
    within_seconds(5, "a pipe", {
        let folder = folder.try_clone().unwrap();

        move || Disk.open(&folder, "pipe".as_ref()).is_ok()
    });
    assert!(is_ours(&folder) && is_ours(&Disk.open(&folder, "plan".as_ref()).unwrap()));
    assert!(is_ours(&Disk.create(&folder, "new".as_ref()).unwrap()));
    assert!(Disk.open_folder(&path).is_err());

    let mut names: Vec<_> = Disk
        .entries(&folder, 9)
        .unwrap()
        .into_iter()
        .map(|entry| entry.name)
        .collect();

    names.sort();
    assert_eq!(names, ["link", "new", "pipe", "plan"]);

    let time = Duration::from_nanos(5_250_000_000);
    let file = File::options().write(true).open(&path).unwrap();

    file.set_modified(SystemTime::UNIX_EPOCH + time).unwrap();
    assert_eq!(Disk.status(&folder, "plan".as_ref()).unwrap().modified, 5_250_000_000);
}

#[test]
fn an_export_never_takes_the_place_of_anything_but_a_file() {
    let home = Home::new();
    let keeper = keeper(&home);
    let real = home.write("real.pdf", "old");

    make_node(&home.join("pipe"), "p", &[]);
    fs::create_dir(home.join("folder")).unwrap();
    symlink("nowhere", home.join("dangling")).unwrap();
    symlink("real.pdf", home.join("link")).unwrap();
    symlink("/dev/null", home.join("null")).unwrap();

    for name in ["pipe", "folder", "dangling", "null"] {
        let path = home.join(name);
        let before = what_stands_at(&path);

        for replace in [false, true] {
            assert!(keeper.export(&path, b"new", replace).is_err(), "{name}");
        }

        assert_eq!(what_stands_at(&path), before, "{name}");
    }

    // Through a link to a file, the file is replaced, and the link stays.
    keeper.export(&home.join("link"), b"new", true).unwrap();
    assert_eq!(fs::read(real).unwrap(), b"new");
    assert!(fs::symlink_metadata(home.join("link")).unwrap().is_symlink());
    assert_eq!(leftovers(&home), [""; 0]);
}

#[test]
fn a_file_with_a_secret_is_read_only_when_it_is_private() {
    let home = Home::new();
    let path = home.write("passphrase", "six words");

    for (mode, is_private) in [
        (0o600, true),
        (0o400, true),
        (0o640, false),
        (0o604, false),
        (0o644, false),
    ] {
        set_mode(&path, mode);

        match file::read_private(&path, 100) {
            Ok(bytes) => assert!(is_private && bytes == b"six words", "{mode:o}"),
            Err(error) => assert!(!is_private && matches!(error, file::Error::NotPrivate), "{mode:o}"),
        }
    }
}

#[test]
fn a_file_that_is_too_long_is_not_read() {
    let home = Home::new();
    let path = home.join("long.age");

    // Sparse: it takes no room.
    let file = File::create(&path).unwrap();

    file.set_len(12 << 20).unwrap();
    assert_eq!(load(&mut keeper(&home), &path).bytes.len(), 12 << 20);

    for length in [(12 << 20) + 1, 1 << 40] {
        file.set_len(length).unwrap();
        assert!(matches!(
            keeper(&home).load(&path, Version::Current),
            Err(Error::File(file::Error::TooLong { .. }))
        ));
    }
}

#[test]
fn a_link_in_the_folder_is_never_written_through() {
    let home = Home::new();
    let path = home.write("notes.age", "v0");
    let other = home.write("other", "not yours");

    symlink(&other, home.join("notes.bak.age")).unwrap();

    let mut keeper = keeper(&home);
    let identity = load(&mut keeper, &path).identity;

    keeper
        .save(&path, b"v1", Expect::Same(identity), Previous::Keep)
        .unwrap();

    assert_eq!(fs::read(&other).unwrap(), b"not yours");
    assert_eq!(fs::read(home.join("notes.bak.age")).unwrap(), b"v0");
    assert!(!fs::symlink_metadata(home.join("notes.bak.age")).unwrap().is_symlink());
}

/// Runs `work` and fails, rather than hangs, when it takes longer.
fn within_seconds<T: Send + 'static>(seconds: u64, case: &str, work: impl FnOnce() -> T + Send + 'static) -> T {
    let (done, wait) = mpsc::channel();

    thread::spawn(move || done.send(work()));

    wait.recv_timeout(Duration::from_secs(seconds))
        .unwrap_or_else(|_| panic!("{case}: it hangs"))
}

/// What stands at `path`, to be compared: its kind, number, permissions, and its bytes if it is a file.
fn what_stands_at(path: &Path) -> String {
    match fs::symlink_metadata(path) {
        Err(_) => String::new(),
        Ok(about) => {
            let bytes = about.is_file().then(|| fs::read(path).unwrap());

            format!("{:?} {} {:o} {bytes:?}", about.file_type(), about.ino(), about.mode())
        }
    }
}

/// Puts a pipe (`p`) or a device (`c`) in the place of a file.
fn make_node(path: &Path, kind: &str, numbers: &[&str]) {
    let _ = fs::remove_file(path);
    let made = Command::new("mknod")
        .arg(path)
        .arg(kind)
        .args(numbers)
        .status()
        .expect("mknod starts");

    assert!(made.success() || kind == "c");
}
