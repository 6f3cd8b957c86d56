//! What a crash leaves of the memory: nothing, whether the system keeps cores in files or hands them on.
use super::{CHILD, is_child, is_root};
use crate::support::{self, Home};

use daypack::harden;

use rustix::process::{Signal, getpid, kill_process};

use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use std::thread;
use std::time::Duration;

/// Where the system says what becomes of a core.
const PATTERN: &str = "/proc/sys/kernel/core_pattern";

const SIGNALS: [Signal; 3] = [Signal::ABORT, Signal::SEGV, Signal::QUIT];

/// What the system did before, which comes back however the test ends.
struct Pattern(String);

impl Pattern {
    /// Hands cores on from now on. The place is one for the whole computer, so it is for a moment only.
    fn handing_on(line: &str) -> Option<Self> {
        let before = Self(fs::read_to_string(PATTERN).ok()?);

        fs::write(PATTERN, line).ok()?;
        Some(before)
    }
}

impl Drop for Pattern {
    fn drop(&mut self) {
        let _ = fs::write(PATTERN, &self.0);
    }
}

/// safety.md 44.
#[test]
fn a_crash_leaves_no_core_in_a_file_and_hands_none_on() {
    let test = "a_crash_leaves_no_core_in_a_file_and_hands_none_on (44)";

    if !support::has_all(test, &["prlimit"]) {
        return;
    }

    let before = fs::read_to_string(PATTERN).unwrap_or_default();

    if before.contains(['/', '|']) || !leaves_a_file("child_crashes_open", Signal::ABORT) {
        support::skipped(test, "files: this system puts cores elsewhere");
    } else {
        for signal in SIGNALS {
            assert!(leaves_a_file("child_crashes_open", signal), "the crash is real");
            assert!(!leaves_a_file("child_crashes_closed", signal), "{signal:?}");
        }
    }

    let home = Home::new();
    let Some(_pattern) = hand_on_to(&home) else {
        return support::skipped(test, "hands on: only root can say where cores go");
    };

    if !was_fed(&home, "child_crashes_open", Signal::ABORT) {
        return support::skipped(test, "hands on: this system starts no helper from here");
    }

    for signal in SIGNALS {
        assert!(was_fed(&home, "child_crashes_open", signal), "the crash is real");
        assert!(!was_fed(&home, "child_crashes_closed", signal), "{signal:?}");
    }
}

/// Crashes in a folder of its own, and says whether a core lies there then.
fn leaves_a_file(child: &str, signal: Signal) -> bool {
    let home = Home::new();

    crash(&home, child, signal);
    home.files().iter().any(|name| name.starts_with("core"))
}

/// A helper that notes whose core it was given.
fn hand_on_to(home: &Home) -> Option<Pattern> {
    if !is_root() {
        return None;
    }

    let helper = home.write(
        "helper",
        &format!("#!/bin/sh\necho \"$1\" >>{}\n", home.join("fed").display()),
    );

    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(&helper, fs::Permissions::from_mode(0o755)).unwrap();

    Pattern::handing_on(&format!("|{} %p", helper.display()))
}

/// Whether the helper comes to note this crash. It may come a while after the child is gone.
fn was_fed(home: &Home, child: &str, signal: Signal) -> bool {
    let number = crash(home, child, signal).to_string();
    let tries = if child == "child_crashes_open" { 200 } else { 20 };

    (0..tries).any(|_| {
        thread::sleep(Duration::from_millis(50));

        let fed = fs::read_to_string(home.join("fed")).unwrap_or_default();

        fed.lines().any(|line| line == number)
    })
}

/// Lets a child crash that may leave a core of any size, and says what its number was.
fn crash(home: &Home, child: &str, signal: Signal) -> u32 {
    let mut process = Command::new("prlimit")
        .arg("--core=unlimited")
        .arg(env::current_exe().unwrap())
        .args(support::alone(&format!("harden::cores::{child}")))
        .env(CHILD, signal.as_raw().to_string())
        .current_dir(home.path())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let number = process.id();
    let status = process.wait().unwrap();

    assert!(!status.success(), "{child} crashed");
    number
}

fn fall() {
    let number: i32 = env::var(CHILD).unwrap().parse().unwrap();
    let signal = SIGNALS.into_iter().find(|it| it.as_raw() == number).unwrap();

    // The first one may only take the handler away, which looks for a stack that is too small. Two at once may
    // count as one.
    for _ in 0..100 {
        kill_process(getpid(), signal).unwrap();
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
#[ignore = "a child of the test above"]
fn child_crashes_open() {
    if is_child() {
        fall();
    }
}

#[test]
#[ignore = "a child of the test above"]
fn child_crashes_closed() {
    if is_child() {
        harden::process();
        fall();
    }
}
