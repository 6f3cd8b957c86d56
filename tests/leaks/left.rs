//! What a session leaves behind: on the raw disk, in files, with other programs.
use super::canary::{COUNT, Hits};
use super::session::{Left, PROGRAMS, SESSION, on_a_disk};
use super::trace::{self, Trace};
use crate::support::{Home, run, say, skipped};

use std::fs;
use std::path::Path;
use std::process::Command;

/// safety.md 32: the home lies on a small disk of its own, which is read from its first byte to its last.
#[test]
fn no_word_of_a_plan_is_on_the_raw_disk() {
    let test = "32, no_word_of_a_plan_is_on_the_raw_disk";

    if !trace::is_possible(test, PROGRAMS) {
        return;
    }

    match &SESSION.disk {
        Ok(left) => assert_clean(left, "32, ext4"),
        Err(reason) => skipped(test, reason),
    }
}

/// safety.md 33: the same for the file systems of sticks, and for one that never writes twice to one place.
#[test]
fn no_word_of_a_plan_is_on_raw_disks_of_other_kinds() {
    for (kind, mib) in [("vfat", 16), ("exfat", 16), ("btrfs", 128)] {
        let test = format!("33, {kind}");

        if !trace::is_possible(&test, &[]) {
            continue;
        }

        match on_a_disk(kind, mib) {
            Ok(left) => assert_clean(&left, &test),
            Err(reason) => skipped(&test, &reason),
        }
    }
}

fn assert_clean(left: &Left, test: &str) {
    let [exported, deleted] = &left.control;

    assert_eq!(exported.count("UTF-8"), COUNT, "{test}: in plain text all are found");
    assert_eq!(deleted.count("UTF-8"), COUNT, "{test}: and when that is deleted, too");
    assert_eq!(left.hits, Hits::default(), "{test}");
    assert!(
        left.written > 500_000,
        "{test}: there were two sealed plans on it: {}",
        left.written
    );
    say(&format!(
        "{test}: 0 of {COUNT} canaries in 9 forms on a disk with {} bytes written; the control finds {COUNT}",
        left.written
    ));
}

/// The name of a file that is written beside another one: a dot, sixteen digits, and an ending.
fn is_draft(name: &str) -> bool {
    let digits = name.strip_prefix('.').map(|rest| {
        rest.strip_suffix(".bak.tmp")
            .or_else(|| rest.strip_suffix(".tmp"))
            .unwrap_or_default()
    });

    digits.is_some_and(|it| it.len() == 16 && it.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// A file that has no name yet, as it is made and as it gets one: nothing of it stays if the program ends before.
fn is_nameless(path: &str, home: &Path) -> bool {
    path == home.join(".").display().to_string() || path.starts_with("/proc/self/fd/")
}

/// Memory that is shared with the display, for the picture of the window. Linux lets one make it under a name
/// only: one that is new, for its owner alone, and taken away again by the very next call. Behind the fence it
/// is refused, and the picture goes another way.
fn is_picture(path: &str, trace: &Trace) -> bool {
    let is_meant = |call: &&trace::Call| call.is_write() && call.is_done() && call.args.contains(path);
    let calls: Vec<_> = trace.0.iter().filter(is_meant).collect();

    path.starts_with("/dev/shm/softbuffer-x11-")
        && calls.chunks(2).all(|calls| match calls {
            [made, gone] => {
                let is_new =
                    made.args.contains("O_CREAT|O_EXCL") && made.args.trim_end_matches([')', ' ']).ends_with("0700");

                is_new && gone.name.starts_with("unlink") && gone.is_done()
            }
            _ => false,
        })
}

/// What was written, and nobody asked for.
fn beyond(trace: &Trace, home: &Path) -> Vec<String> {
    let asked = ["notes.age", "notes.bak.age", "made.age", "made.bak.age", "list.pdf"];

    trace
        .written(home)
        .into_iter()
        .filter(|path| {
            let name = path.rsplit('/').next().unwrap_or_default();
            let is_at_home = Path::new(path).parent() == Some(home);
            let is_asked = is_at_home && (asked.contains(&name) || is_draft(name));

            !is_asked && path != "/dev/null" && !is_nameless(path, home) && !is_picture(path, trace)
        })
        .collect()
}

/// safety.md 34: plan, previous version, drafts of them, and the list that was asked for. Nothing in /tmp,
/// /var/tmp or a cache, and in /dev/shm nothing that has a name for longer than one call.
#[test]
fn nothing_is_written_but_the_plan_and_what_was_asked_for() {
    if !trace::is_possible("34, nothing_is_written_but_the_plan_and_what_was_asked_for", PROGRAMS) {
        return;
    }

    assert_eq!(beyond(&SESSION.trace, &SESSION.home), [""; 0]);

    let written = SESSION.trace.written(&SESSION.home);

    for name in ["notes.age", "notes.bak.age", "made.age", "list.pdf"] {
        let path = SESSION.home.join(name).display().to_string();

        assert!(written.contains(&path), "{name} was seen: {written:?}");
    }
}

/// safety.md 39: in a new home, with the bus of a desktop at hand.
#[test]
fn no_list_no_cache_and_no_thumbnail_knows_of_a_plan() {
    if !trace::is_possible("39, no_list_no_cache_and_no_thumbnail_knows_of_a_plan", PROGRAMS) {
        return;
    }

    let asked = [
        "list.pdf",
        "made.age",
        "made.bak.age",
        "notes.age",
        "notes.bak.age",
        "tmp",
    ];
    let has_bus = SESSION.seen.said["environ"]
        .iter()
        .any(|it| it.contains("DBUS_SESSION_BUS_ADDRESS="));

    assert_eq!(SESSION.left, asked);
    assert!(has_bus, "there was a bus to tell of it");
}

/// The traces that must not be there are seen where they are.
#[test]
fn a_program_that_writes_talks_and_starts_others_is_seen() {
    let test = "a_program_that_writes_talks_and_starts_others_is_seen";

    if !trace::is_possible(test, &["bash"]) {
        return;
    }

    let home = Home::new();
    let log = home.join("trace");
    let line = trace::before(&log);
    let script = "echo x > notes.age; echo x > .0123456789abcdef.tmp; mkdir cache; echo x > cache/list; \
                  echo x > recently-used.xbel; mv recently-used.xbel made.age.part; \
                  echo x > /dev/shm/softbuffer-x11-canary; rm /dev/shm/softbuffer-x11-canary; \
                  (echo > /dev/tcp/127.0.0.1/9) 2>/dev/null; /bin/true";
    let mut command = Command::new(&line[0]);

    command
        .args(&line[1..])
        .args(["bash", "-c", script])
        .current_dir(home.path());

    assert!(run(&mut command, b"").status.success());

    let seen = Trace::read(&fs::read_to_string(&log).unwrap());
    let found = beyond(&seen, home.path());
    let at_home = |name: &str| home.join(name).display().to_string();

    for name in ["cache", "cache/list", "recently-used.xbel", "made.age.part"] {
        assert!(found.contains(&at_home(name)), "{name}: {found:?}");
    }

    assert!(found.iter().any(|it| it.starts_with("/dev/shm/")), "{found:?}");
    assert!(!found.contains(&at_home("notes.age")) && !found.contains(&at_home(".0123456789abcdef.tmp")));
    assert!(seen.started().iter().any(|it| it.ends_with("/true")), "{seen:?}");
    assert!(seen.sockets().iter().any(|(sort, _)| sort == "AF_INET"), "{seen:?}");
    assert!(seen.addressed().iter().any(|it| it.contains("127.0.0.1")), "{seen:?}");
}
