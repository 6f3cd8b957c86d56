//! Tests that need a process of their own: another umask, another user, or somebody who watches every call.
//!
//! The test program starts itself again with one test, which stays away unless it is told its folder.
use super::{first, keeper, load, mode};
use crate::support::{Home, alone, has_all, run, skipped};

use daypack::file::Class;
use daypack::harden::Secret;
use daypack::keep::{Error, Expect, Keeper, Previous, Version, Where, previous_of};
use daypack::paths::Paths;
use daypack::settings::Settings;
use daypack::vault::{self, Consent};

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, os::unix::fs::MetadataExt};

/// Tells a test on the stage where to play.
const FOLDER: &str = "DAYPACK_TEST_FOLDER";

pub(super) fn folder() -> Option<PathBuf> {
    env::var_os(FOLDER).map(PathBuf::from)
}

/// Runs one test of this program again, behind `before`, and fails if it fails.
pub(super) fn play(test: &str, folder: &Path, before: &[&str]) {
    let program = env::current_exe().unwrap();
    let mut line: Vec<_> = before.iter().map(Into::into).collect();

    line.push(program.into_os_string());

    let mut command = Command::new(&line[0]);
    let name = format!("keep::{test}");

    command.args(&line[1..]).args(alone(&name));
    command.env(FOLDER, folder);

    let output = run(&mut command, b"");
    let said = String::from_utf8_lossy(&output.stdout);

    assert!(
        output.status.success() && said.contains("1 passed"),
        "{test}:\n{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
#[ignore = "started by `only_this_user_may_read_what_is_written`"]
fn everything_is_written_once() {
    let Some(root) = folder() else { return };
    let paths = Paths::within(&root);
    let mut keeper = Keeper::new(paths.clone());
    let plan = keeper.consider("notes").path;
    let saved = first(&mut keeper, &plan, b"v1");

    fs::write(&plan, b"v2").unwrap();
    keeper
        .save(&plan, b"v3", Expect::Same(saved.identity), Previous::Keep)
        .unwrap();

    let identity = load(&mut keeper, &plan).identity;

    keeper
        .save(&plan, b"v4", Expect::Same(identity), Previous::Keep)
        .unwrap();
    keeper
        .export(&plan.with_file_name("list.pdf"), b"a list", false)
        .unwrap();
    keeper
        .export(&plan.with_file_name("card.pdf"), b"a card", true)
        .unwrap();
    Settings {
        is_remembered: true,
        ..Settings::default()
    }
    .keep(&paths)
    .unwrap();
}

/// safety.md 36.
#[test]
fn only_this_user_may_read_what_is_written() {
    for umask in ["000", "022", "077"] {
        let home = Home::new();
        let line = format!("umask {umask}; exec \"$0\" \"$@\"");

        play("stage::everything_is_written_once", home.path(), &["sh", "-c", &line]);

        let files = home.files();

        assert_eq!(files.len(), 6, "{files:?}");

        for file in files {
            assert_eq!(mode(&home.join(&file)), 0o600, "umask {umask}: {file}");
        }

        for folder in [
            "home/.local/share/daypack",
            "home/.config/daypack",
            "home/.local/share",
            "home",
        ] {
            assert_eq!(mode(&home.join(folder)), 0o700, "umask {umask}: {folder}");
        }
    }
}

#[test]
#[ignore = "started by `a_save_makes_its_calls_in_this_order`"]
fn a_plan_is_saved_once() {
    let Some(root) = folder() else { return };
    let plan = root.join("notes.age");
    let mut keeper = Keeper::new(Paths::within(&root));
    let identity = load(&mut keeper, &plan).identity;

    keeper
        .save(&plan, b"v1", Expect::Same(identity), Previous::Keep)
        .unwrap();
}

/// safety.md 3.4, as the system sees it.
#[test]
fn a_save_makes_its_calls_in_this_order() {
    if !has_all("the order of a save's calls", &["strace"]) {
        return;
    }

    let home = Home::new();
    let trace = Home::new();
    let log = trace.join("trace").display().to_string();

    home.write("notes.age", "v0");
    super::set_mode(&home.join("notes.age"), 0o600);

    let calls = "trace=openat,write,fsync,fdatasync,flock,linkat,link,rename,renameat,renameat2,unlink,unlinkat";
    let tried = run(Command::new("strace").args(["-o", "/dev/null", "true"]), b"");

    if !tried.status.success() {
        return skipped("the order of a save's calls", "this user may not trace");
    }

    play(
        "stage::a_plan_is_saved_once",
        home.path(),
        &["strace", "-f", "-qq", "-e", calls, "-o", &log],
    );

    let log = fs::read_to_string(&log).unwrap();
    let seen = steps(&log);

    assert_eq!(
        seen,
        [
            "look at notes.age",
            "lock",
            "look at notes.age",
            "create .tmp",
            "lock",
            "write",
            "sync",
            "look at .tmp",
            "link notes.age to .bak.tmp",
            "rename .bak.tmp to notes.bak.age",
            "rename .tmp to notes.age",
            "sync",
        ],
        "\n{log}"
    );
    // Made for us alone, never through a link, never inherited.
    let create = log.lines().find(|line| line.contains("O_EXCL")).unwrap();

    for flag in ["O_CREAT", "O_NOFOLLOW", "O_CLOEXEC", "0600"] {
        assert!(create.contains(flag), "{flag}: {create}");
    }
}

/// What a save does, from what strace saw.
fn steps(log: &str) -> Vec<String> {
    let short = |name: &str| match name.strip_prefix('.') {
        Some(hidden) => format!(".{}", hidden.split_once('.').map_or(hidden, |(_, ending)| ending)),
        None => name.to_owned(),
    };
    let mut seen = Vec::new();
    let mut has_begun = false;

    for line in log.lines() {
        let call = line.split_once(' ').map_or(line, |(_, call)| call.trim_start());
        let kind = call.split('(').next().unwrap_or_default();
        let names: Vec<_> = call.split('"').skip(1).step_by(2).map(short).collect();
        let is_ours = names
            .iter()
            .any(|name| name.contains("notes") || name.ends_with(".tmp"));

        has_begun |= is_ours;

        let step = match (kind, names.as_slice()) {
            _ if !has_begun => continue,
            ("openat", [name]) if is_ours && call.contains("O_EXCL") => format!("create {name}"),
            ("openat", [name]) if is_ours => format!("look at {name}"),
            ("flock", _) => "lock".to_owned(),
            ("write", [text]) if text == "v1" => "write".to_owned(),
            ("fsync" | "fdatasync", _) => "sync".to_owned(),
            ("linkat" | "link", [from, to]) => format!("link {from} to {to}"),
            ("rename" | "renameat" | "renameat2", [from, to]) => format!("rename {from} to {to}"),
            // The second name is gone already: taking it away again changes nothing.
            ("unlink" | "unlinkat", [name]) if !call.contains("ENOENT") => format!("remove {name}"),
            _ => continue,
        };

        seen.push(step);
    }

    seen
}

#[test]
#[ignore = "started by `somebody_elses_folder_is_refused_and_left_alone`"]
fn somebody_elses_folder_is_tried() {
    let Some(root) = folder() else { return };
    let mut keeper = Keeper::new(Paths::within(&root));
    let plan = root.join("locked/notes.age");
    let refused = |error: Error| match error {
        Error::File(error) => assert_eq!(error.class(), Some(Class::NotAllowed), "{error}"),
        error => panic!("{error}"),
    };

    assert_ne!(
        fs::metadata("/proc/self").unwrap().uid(),
        0,
        "this test must not run as root"
    );

    let loaded = keeper.load(&plan, Version::Current).unwrap();

    for previous in [Previous::Keep, Previous::Forget] {
        refused(
            keeper
                .save(&plan, b"v1", Expect::Same(loaded.identity), previous)
                .err()
                .unwrap(),
        );
    }

    refused(
        keeper
            .consider(&root.join("locked/new").display().to_string())
            .problem
            .unwrap(),
    );
    refused(
        keeper
            .export(&root.join("locked/list.pdf"), b"a list", false)
            .err()
            .unwrap(),
    );
    refused(
        keeper
            .load(&root.join("secret/notes.age"), Version::Current)
            .err()
            .unwrap(),
    );
    refused(keeper.list(&Where::Folder(root.join("secret"))).err().unwrap());
}

/// A folder that can be read and not written, and one that cannot even be entered.
#[test]
fn somebody_elses_folder_is_refused_and_left_alone() {
    if !has_all("somebody else's folder", &["setpriv"]) {
        return;
    }

    let home = Home::new();

    for folder in ["locked", "secret"] {
        fs::create_dir(home.join(folder)).unwrap();
        home.write(&format!("{folder}/notes.age"), "v0");
        super::set_mode(&home.join(&format!("{folder}/notes.age")), 0o666);
    }

    super::set_mode(home.path(), 0o755);
    super::set_mode(&home.join("locked"), 0o555);
    super::set_mode(&home.join("secret"), 0o000);

    let is_root = fs::metadata("/proc/self").unwrap().uid() == 0;
    // The program must be where another user can start it.
    let copy = home.join("program");

    fs::copy(env::current_exe().unwrap(), &copy).unwrap();
    super::set_mode(&copy, 0o755);

    let copy = copy.display().to_string();
    let line = [
        "setpriv",
        "--reuid",
        "65534",
        "--regid",
        "65534",
        "--clear-groups",
        "sh",
        "-c",
    ];
    let shell = format!("shift 0; exec {copy} \"$@\"");

    match is_root {
        true => {
            let before: Vec<_> = line.iter().copied().chain([shell.as_str()]).collect();

            play("stage::somebody_elses_folder_is_tried", home.path(), &before);
        }
        false => play("stage::somebody_elses_folder_is_tried", home.path(), &["env"]),
    }

    super::set_mode(&home.join("secret"), 0o755);

    for folder in ["locked", "secret"] {
        assert_eq!(fs::read(home.join(folder).join("notes.age")).unwrap(), b"v0");
        assert_eq!(fs::read_dir(home.join(folder)).unwrap().count(), 1, "{folder}");
    }

    super::set_mode(&home.join("locked"), 0o755);
}

/// safety.md 31, with the real vault: the old passphrase opens nothing any more, and what was taken out is
/// in neither file.
#[test]
fn nothing_opens_with_the_old_passphrase_after_a_new_one() {
    let home = Home::new();
    let path = home.join("notes.age");
    let secret = |text: &str| Secret::from_text(text).unwrap();
    let (old, new) = (secret("old words"), secret("new words"));
    let seal = |text: &str, phrase: &Secret| vault::seal_with(text, phrase, 4).unwrap();
    let mut keeper = keeper(&home);
    let canary = "a name to forget";
    let with = format!("canary = \"{canary}\"\n");

    let saved = first(&mut keeper, &path, &seal(&with, &old));
    let saved = keeper
        .save(&path, &seal(&with, &old), Expect::Same(saved.identity), Previous::Keep)
        .unwrap();

    for file in [path.clone(), previous_of(&path)] {
        assert!(vault::open(&fs::read(&file).unwrap(), &old, Consent::NotAsked).is_ok());
    }

    // Taken out, under the same passphrase.
    let saved = keeper
        .save(
            &path,
            &seal("empty = true\n", &old),
            Expect::Same(saved.identity),
            Previous::Forget,
        )
        .unwrap();

    for file in [path.clone(), previous_of(&path)] {
        let opened = vault::open(&fs::read(&file).unwrap(), &old, Consent::NotAsked).unwrap();

        assert!(!opened.plaintext.contains(canary));
    }

    // A new passphrase.
    keeper
        .save(
            &path,
            &seal("empty = true\n", &new),
            Expect::Same(saved.identity),
            Previous::Forget,
        )
        .unwrap();
    assert_eq!(home.files(), ["notes.age", "notes.bak.age"]);

    for file in [path.clone(), previous_of(&path)] {
        let bytes = fs::read(&file).unwrap();

        assert!(matches!(
            vault::open(&bytes, &old, Consent::NotAsked),
            Err(vault::Error::WrongPassphrase)
        ));
        assert!(vault::open(&bytes, &new, Consent::NotAsked).is_ok());
    }
}
