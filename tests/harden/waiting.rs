//! Signals that wait while something is written, and end the program afterwards as they always did.
use super::{CHILD, is_child};
use crate::support::Home;

use daypack::harden;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::low_level::raise;

use std::env;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};

/// Starts a child of this file behind a line of shell, in a folder of its own.
fn child(home: &Home, name: &str, before: &str) -> ExitStatus {
    Command::new("sh")
        .args(["-c", &format!("{before} exec \"$0\" \"$@\"")])
        .arg(env::current_exe().unwrap())
        .args([
            "--exact",
            &format!("harden::waiting::{name}"),
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(CHILD, home.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap()
}

/// Leaves a trace of having come so far.
fn came_to(what: &str) {
    fs::write(PathBuf::from(env::var_os(CHILD).unwrap()).join(what), "").unwrap();
}

#[test]
fn a_signal_waits_for_the_work_and_then_ends_the_program() {
    for (child_name, number) in [("child_int", 2), ("child_term", 15), ("child_hup", 1)] {
        let home = Home::new();
        let ended = child(&home, child_name, "");

        assert_eq!(ended.signal(), Some(number), "{child_name}");
        assert_eq!(home.files(), ["done"], "{child_name}: after the work, and at once");
    }
}

/// Ctrl+C after a first file was written, such as while a stack is being made.
#[test]
fn a_later_signal_ends_the_program_as_it_always_did() {
    let home = Home::new();
    let ended = child(&home, "child_later", "");

    assert_eq!(ended.signal(), Some(2));
    assert_eq!(home.files(), ["first", "second"]);
}

/// Started by `nohup`, or behind a shell that keeps Ctrl+C to itself.
#[test]
fn what_was_ignored_stays_ignored() {
    let home = Home::new();
    let ended = child(&home, "child_int", "trap '' INT;");

    assert!(ended.success(), "{ended:?}");
    assert_eq!(home.files(), ["done", "gone on"]);
}

fn wait_for(signal: i32) {
    harden::undivided(|| {
        // For this thread alone: the harness has another.
        raise(signal).unwrap();
        came_to("done");
    });
    came_to("gone on");
}

#[test]
#[ignore = "a child of the tests above"]
fn child_int() {
    if is_child() {
        wait_for(SIGINT);
    }
}

#[test]
#[ignore = "a child of the tests above"]
fn child_term() {
    if is_child() {
        wait_for(SIGTERM);
    }
}

#[test]
#[ignore = "a child of the tests above"]
fn child_hup() {
    if is_child() {
        wait_for(SIGHUP);
    }
}

#[test]
#[ignore = "a child of the tests above"]
fn child_later() {
    if is_child() {
        harden::undivided(|| came_to("first"));
        harden::undivided(|| came_to("second"));
        raise(SIGINT).unwrap();
        came_to("third");
    }
}
