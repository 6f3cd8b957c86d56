//! The fence, from inside: in child processes, because nothing of it can be taken back.
#![allow(clippy::disallowed_types, reason = "a pair of sockets stands for the two processes")]

mod desktop;

use super::{CHILD, is_child};
use crate::support::{self, Home};

use daypack::harden::fence::{self, Attempt, Fence, Outcome, Part};
use daypack::harden::{self, Secret, State};

use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, apply_filter_all_threads};

use std::env;
use std::fs::{self, File};
use std::io::{Read, Seek, Write};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::process::{Command, Output};
use std::thread;

/// Runs a child test of this file to its end.
fn child(name: &str, prepare: impl FnOnce(&mut Command)) -> Output {
    let mut command = Command::new(env::current_exe().unwrap());

    command
        .args(support::alone(&format!("harden::fence::{name}")))
        .env(CHILD, "1");
    prepare(&mut command);

    let output = command.output().unwrap();

    assert!(
        output.status.success(),
        "{name}: {} {}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.stdout.starts_with(b"\nrunning 1 test"), "there is no `{name}`");
    output
}

/// As a worker does; without a window, so that nothing comes between the two parts.
fn fenced() -> Fence {
    harden::process();

    fence::second(fence::first())
}

/// Makes this process and all it becomes believe that the kernel does not know these calls.
fn forget(calls: &[i64]) {
    answer(calls, libc::ENOSYS);
}

/// Makes the system answer these calls with an error.
fn answer(calls: &[i64], error: i32) {
    let rules = calls.iter().map(|number| (*number, Vec::new())).collect();
    let answer = SeccompAction::Errno(error as u32);
    let filter = SeccompFilter::new(
        rules,
        SeccompAction::Allow,
        answer,
        env::consts::ARCH.try_into().unwrap(),
    );

    let program: BpfProgram = filter.unwrap().try_into().unwrap();

    apply_filter_all_threads(&program).unwrap();
}

/// safety.md 53.
#[test]
fn every_way_out_of_the_fence_is_denied() {
    child("child_is_fenced", |_| {});
}

#[test]
#[ignore = "a child of the test above"]
fn child_is_fenced() {
    if !is_child() {
        return;
    }

    let fence = fenced();

    assert!(fence.is_whole(), "{fence:?}");

    // Where it was called from, and on a thread that comes later.
    for tried in [tried(fence), thread::spawn(move || tried(fence)).join().unwrap()] {
        assert!(
            tried.iter().all(|(_, outcome)| *outcome == Outcome::Denied),
            "{tried:?}"
        );
    }
}

fn tried(fence: Fence) -> Vec<(Attempt, Outcome)> {
    let attempts = Attempt::ALL.into_iter();

    attempts.map(|attempt| (attempt, attempt.outcome(fence))).collect()
}

/// safety.md 53: the attempts are real ones.
#[test]
fn without_a_fence_every_attempt_goes_through() {
    child("child_is_not_fenced", |_| {});
}

#[test]
#[ignore = "a child of the test above"]
fn child_is_not_fenced() {
    if !is_child() {
        return;
    }

    // To listen to packets one has to be root; whoever is driven once would be for good.
    let skipped = [Attempt::Packets, Attempt::Trace];

    for attempt in Attempt::ALL.into_iter().filter(|it| !skipped.contains(it)) {
        assert_eq!(attempt.outcome(Fence::OFF), Outcome::NotDenied, "{attempt:?}");
    }
}

/// safety.md 52: kernels without the one, and without the other.
#[test]
fn what_a_kernel_lacks_is_named_and_never_claimed() {
    child("child_without_landlock", |_| {});
    child("child_without_seccomp", |_| {});
    child("child_that_may_not_filter", |_| {});
}

#[test]
#[ignore = "a child of the test above"]
fn child_without_landlock() {
    if !is_child() {
        return;
    }

    forget(&[libc::SYS_landlock_create_ruleset]);

    let fence = fenced();

    assert_eq!(
        (fence.files, fence.calls, fence.connections),
        (State::Unavailable, State::On, State::On)
    );
    assert!(fence.is_missing_a_part() && !fence.is_whole());

    for (attempt, outcome) in tried(fence) {
        let expected = if attempt.part() == Part::Files {
            Outcome::NotHere
        } else {
            Outcome::Denied
        };

        assert_eq!(outcome, expected, "{attempt:?}");
    }
}

#[test]
#[ignore = "a child of the test above"]
fn child_without_seccomp() {
    if !is_child() {
        return;
    }

    forget(&[libc::SYS_seccomp]);

    let fence = fenced();

    assert_eq!(
        (fence.files, fence.calls, fence.connections),
        (State::On, State::Unavailable, State::Unavailable)
    );

    for attempt in [Attempt::Users, Attempt::Keys, Attempt::Write] {
        assert_eq!(attempt.outcome(fence), Outcome::Denied, "{attempt:?}");
    }

    for attempt in [Attempt::NewerInternet, Attempt::Bus, Attempt::Code] {
        assert_eq!(attempt.outcome(fence), Outcome::NotHere, "{attempt:?}");
    }
}

#[test]
#[ignore = "a child of the test above"]
fn child_that_may_not_filter() {
    if !is_child() {
        return;
    }

    answer(&[libc::SYS_seccomp], libc::EACCES);

    let fence = fenced();

    assert_eq!((fence.calls, fence.connections), (State::Refused, State::Refused));
    assert!(fence.is_missing_a_part());
}

#[test]
fn what_a_worker_needs_works_inside_the_fence() {
    let home = Home::new();
    let given = home.write("given", "of the keeper");

    child("child_works", |command| {
        // As X11 wants it, with a key of its own.
        command
            .env("DISPLAY", ":0")
            .env("XAUTHORITY", home.write("key", "a key"))
            .env("GIVEN", &given);
    });
    assert_eq!(fs::read_to_string(given).unwrap(), "of the worker");
}

#[test]
#[ignore = "a child of the test above"]
fn child_works() {
    if !is_child() {
        return;
    }

    let path = env::var_os("GIVEN").unwrap();
    let mut given = File::options().read(true).write(true).open(&path).unwrap();
    let (mut keeper, mut worker) = UnixStream::pair().unwrap();

    assert!(fenced().is_whole());

    // A passphrase, a thread, much memory, what came before the fence, and a pair within the process.
    let secret = Secret::from_text("a passphrase").unwrap();
    let sum = thread::spawn(|| vec![1_u8; 256 << 20].iter().map(|it| u64::from(*it)).sum::<u64>());

    assert_eq!((secret.as_bytes().len(), sum.join().unwrap()), (12, 256 << 20));
    assert!(UnixStream::pair().is_ok());
    worker.write_all(b"List").unwrap();
    keeper.read_exact(&mut [0; 4]).unwrap();
    given.write_all(b"of the worker").unwrap();
    given.rewind().unwrap();
    assert!(File::open(path).is_err(), "the same file, by its name");

    // The key to the display can be read, and not written; what lies beside it is out of sight.
    let key = env::var_os("XAUTHORITY").unwrap();

    assert_eq!(fs::read_to_string(&key).unwrap(), "a key");
    assert!(File::options().write(true).open(&key).is_err());
    assert!(fs::read_dir(std::path::Path::new(&key).parent().unwrap()).is_err());
}

/// safety.md 53, as a person would run it.
#[cfg(feature = "gui")]
#[test]
fn the_self_check_tells_what_was_denied_and_what_was_not_tried() {
    let home = Home::new();
    let output = support::run(&mut check(&home), b"");
    let said = String::from_utf8(output.stdout).unwrap();

    assert_eq!(output.status.code(), Some(0), "{said}");
    assert_eq!(
        said.lines().filter(|line| line.ends_with(" denied")).count(),
        16,
        "{said}"
    );
    assert_eq!(said.lines().filter(|line| line.ends_with(" on")).count(), 3, "{said}");
    assert!(said.contains("without a window"), "{said}");
    assert_eq!(home.files(), Vec::<String>::new());
}

#[cfg(feature = "gui")]
#[test]
fn the_self_check_opens_a_window_where_there_is_a_screen() {
    let test = "the_self_check_opens_a_window_where_there_is_a_screen";

    if !support::has_all(test, &["xvfb-run", "xauth"]) {
        return;
    }

    // With a key to the display, as a desktop has it.
    let home = Home::new();
    let mut command = Command::new("xvfb-run");

    command
        .arg("--auto-servernum")
        .arg(support::window())
        .arg("--self-check")
        .env("HOME", home.path());

    let output = support::run(&mut command, b"");
    let said = String::from_utf8(output.stdout).unwrap();

    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("16 denied, 0 not available here, 0 not denied"), "{said}");
    assert!(!said.contains("without a window"), "{said}");
}

/// safety.md 52: as on an old kernel.
#[cfg(feature = "gui")]
#[test]
fn the_self_check_says_what_an_old_kernel_lacks() {
    let home = Home::new();
    let output = child("child_becomes_the_check", |command| {
        command.env("HOME", home.path());
    });
    let said = String::from_utf8(output.stdout).unwrap();

    assert_eq!(
        said.matches("not available here: Linux has it from 5.13 on").count(),
        3,
        "{said}"
    );
    assert!(said.contains("13 denied, 3 not available here, 0 not denied"), "{said}");
}

#[cfg(feature = "gui")]
#[test]
#[ignore = "a child of the test above"]
fn child_becomes_the_check() {
    if !is_child() {
        return;
    }

    forget(&[libc::SYS_landlock_create_ruleset]);

    let home = Home::new();
    let error = check(&home).exec();

    panic!("{error}");
}

/// The self-check where there is no screen.
#[cfg(feature = "gui")]
fn check(home: &Home) -> Command {
    let mut command = Command::new(support::window());

    command.arg("--self-check").env_clear().env("HOME", home.path());
    command
}
