//! What each of the two processes holds, and what it says of itself.
use super::stage::{PASSPHRASE, Stage, status, told};
use super::{PROGRAMS, memory};
use crate::journey::screen::files;
use crate::leaks::canary::{COUNT, START, canary};
use crate::support::{self, skipped};

use daypack::words;

use std::fs;
use std::os::unix::fs::PermissionsExt;

/// The notes and the passphrase, in four forms each.
fn secrets() -> Vec<Vec<u8>> {
    [memory::forms(START), memory::forms(PASSPHRASE)].concat()
}

fn may_look(test: &str) -> bool {
    if !memory::is_possible() {
        skipped(test, "only root can look into another process");
        return false;
    }

    support::has_all(test, PROGRAMS)
}

/// safety.md 40.
#[test]
fn nothing_of_a_plan_is_in_what_still_runs_after_a_lock() {
    if !may_look("40, nothing_of_a_plan_is_in_what_still_runs_after_a_lock") {
        return;
    }

    let stage = Stage::opened();
    let before = stage.worker();
    let (open, _) = memory::count(before, &secrets());

    assert!(open[0] >= COUNT, "while it is open it is there: {open:?}");

    stage.key("ctrl+l");

    let after = stage.next_worker(before, "open-passphrase");
    let (keeper, size) = memory::count(stage.keeper(), &secrets());
    let (worker, _) = memory::count(after, &secrets());

    assert_eq!(keeper, [0; 8], "in the keeper");
    assert_eq!(worker, [0; 8], "in the new worker");
    support::say(&format!(
        "40: 0 of {COUNT} notes and the passphrase in 4 forms in {} KiB of the keeper; {} times in the worker before",
        size / 1024,
        open[0]
    ));
    stage.unlock();
    assert_eq!(stage.plan().progress.all_earlier().count(), COUNT);
}

/// Neither while a plan is open nor while its pages are written is any of it in the process that has files.
#[test]
fn what_is_printed_never_passes_through_the_keeper() {
    if !may_look("what_is_printed_never_passes_through_the_keeper") {
        return;
    }

    let stage = Stage::opened();
    let viewer = stage.home.write(
        "xdg-open",
        "#!/bin/sh\n{ ls -l /proc/self/fd; grep NoNewPrivs /proc/self/status; } > \"$HOME/seen\"\n",
    );

    fs::set_permissions(viewer, fs::Permissions::from_mode(0o700)).unwrap();
    stage.key("ctrl+p");
    stage.page("print");

    stage.press(&words::text("print-go-on"));
    stage.page("print-before");
    stage.press(&words::text("print-to-place"));
    stage.page("print-place");
    stage.press(&words::text("print-save"));

    let pages = stage.until("the pages", || files(&stage.home, "pdf").pop());
    let written = stage.until("all of them", || {
        fs::read(&pages)
            .ok()
            .filter(|bytes| bytes.ends_with(b"%%EOF\n") || bytes.ends_with(b"%%EOF"))
    });
    let mut wanted = secrets();

    // Stretches of the file itself, which is packed, and its first words.
    wanted.extend(written.chunks_exact(written.len() / 16).map(|part| part[..24].to_vec()));

    let (counts, _) = memory::count(stage.keeper(), &wanted);

    assert!(counts.iter().all(|count| *count == 0), "{counts:?}");
    viewer_inherits_nothing(&stage);
}

/// The viewer gets three descriptors that lead nowhere, and may do what it may do.
fn viewer_inherits_nothing(stage: &Stage) {
    stage.press(&words::text("print-view"));

    let seen = stage.until("the viewer", || {
        fs::read_to_string(stage.home.join("seen"))
            .ok()
            .filter(|seen| seen.contains("NoNewPrivs"))
    });

    assert!(!seen.contains("socket:"), "{seen}");
    assert!(seen.contains("NoNewPrivs:\t0"), "{seen}");
    assert_eq!(status(stage.worker(), "NoNewPrivs"), "1");
    assert_eq!(status(stage.keeper(), "NoNewPrivs"), "0");
}

/// safety.md 47: what anybody on the computer can read of the two.
#[test]
fn no_process_says_what_is_open() {
    if !support::has_all("47, no_process_says_what_is_open", PROGRAMS) {
        return;
    }

    let stage = Stage::opened();
    let worker = stage.worker();

    assert_eq!(told(worker, "cmdline"), ["daypack"]);
    assert_eq!(
        told(worker, "environ"),
        told(stage.keeper(), "environ"),
        "nothing was added"
    );

    let said = [told(worker, "environ"), told(stage.keeper(), "environ")]
        .concat()
        .join("\n");

    for secret in [PASSPHRASE, &canary(0), "notes.age"] {
        assert!(!said.contains(secret), "{secret}");
    }

    assert!(status(worker, "Threads").parse::<u32>().unwrap() > 1, "it draws");
    assert_eq!(status(stage.keeper(), "Threads"), "2", "it waits, and hears signals");
}

/// The keeper has the line and what hears signals; the worker has no file of the person's.
#[test]
fn no_process_has_a_file_open_that_it_should_not() {
    if !support::has_all("no_process_has_a_file_open_that_it_should_not", PROGRAMS) {
        return;
    }

    let stage = Stage::opened();
    let open = |process: u32| -> Vec<String> {
        fs::read_dir(format!("/proc/{process}/fd"))
            .unwrap()
            .flatten()
            .filter_map(|entry| fs::read_link(entry.path()).ok())
            .map(|path| path.display().to_string())
            .collect()
    };
    let home = stage.home.path().display().to_string();

    assert!(
        open(stage.keeper()).iter().any(|path| path.ends_with("notes.age")),
        "it holds the lock"
    );
    assert!(!open(stage.worker()).iter().any(|path| path.starts_with(&home)));
}
