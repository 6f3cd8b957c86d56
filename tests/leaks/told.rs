//! What a session tells others while it runs: the system, the display, a network, other programs.
use super::canary::{Hits, Search};
use super::session::{PROGRAMS, SESSION};
use super::trace;
use crate::support::say;

/// safety.md 47: arguments, variables, names of processes and threads, titles and classes of windows.
#[test]
fn no_argument_no_variable_and_no_title_tells_of_a_plan() {
    if !trace::is_possible("47, no_argument_no_variable_and_no_title_tells_of_a_plan", PROGRAMS) {
        return;
    }

    let seen = &SESSION.seen;
    let search = Search::new();

    for (what, texts) in &seen.said {
        for text in texts {
            assert_eq!(search.of(text.as_bytes()), Hits::default(), "{what}: {text}");
        }
    }

    for line in &seen.windows {
        assert_eq!(search.of(line.as_bytes()), Hits::default(), "{line}");
        assert!(!line.contains("notes") && !line.contains("made"), "{line}");
    }

    let windows = &seen.said["cmdline"]
        .iter()
        .filter(|line| line.contains("--trace"))
        .count();

    assert!(*windows >= 1, "the window was there: {:?}", seen.said["cmdline"]);
    assert!(seen.times > 100 && seen.processes.len() >= 5, "{} looks", seen.times);

    let is_title = |line: &&String| {
        [
            "WM_NAME",
            "_NET_WM_NAME",
            "WM_ICON_NAME",
            "_NET_WM_ICON_NAME",
            "_NET_WM_VISIBLE_NAME",
        ]
        .iter()
        .any(|name| line.split('(').next() == Some(name))
    };
    let titles: Vec<_> = seen.windows.iter().filter(is_title).collect();

    assert!(!titles.is_empty());
    assert!(
        titles
            .iter()
            .all(|line| line.ends_with("= \"Daypack\"") || line.ends_with("= \"Openbox\"")),
        "{titles:?}"
    );
    say(&format!(
        "47: looked {} times at {} processes and {} lines about windows",
        seen.times,
        seen.processes.len(),
        seen.windows.len()
    ));
}

/// safety.md 51: over the whole session no socket but for the display and between our own processes, nobody
/// is spoken to but the display, and nothing is started but ourselves.
#[test]
fn nobody_is_spoken_to_and_nothing_is_started() {
    if !trace::is_possible("51, nobody_is_spoken_to_and_nothing_is_started", PROGRAMS) {
        return;
    }

    let seen = &SESSION.trace;
    let display = format!("/tmp/.X11-unix/X{}", SESSION.display.trim_start_matches(':'));
    let sockets = seen.sockets();
    let addressed = seen.addressed();

    assert!(sockets.iter().all(|(sort, _)| sort == "AF_UNIX"), "{sockets:?}");
    assert!(!addressed.is_empty(), "the display was seen");
    assert!(
        addressed
            .iter()
            .all(|it| it.contains("sa_family=AF_UNIX") && it.contains(&display)),
        "{addressed:?}"
    );

    let ours = [crate::support::cli(), crate::support::window()].map(|path| path.display().to_string());
    let started = seen.started();

    assert!(started.len() >= 6, "{started:?}");
    assert!(
        started.iter().all(|it| ours.contains(it) || it == "/proc/self/exe"),
        "{started:?}"
    );
    assert!(!seen.0.iter().any(|call| call.name == "io_uring_setup"));
}

/// safety.md 3.1: the process that is shut in would be refused. It asks its keeper, who reads it for both.
#[test]
fn nobody_who_is_shut_in_reads_how_much_memory_is_left() {
    if !trace::is_possible("3.1, nobody_who_is_shut_in_reads_how_much_memory_is_left", PROGRAMS) {
        return;
    }

    let trace = &SESSION.trace;
    let table = trace.opened("/proc/meminfo");
    let swaps = trace.opened("/proc/swaps");

    assert_eq!(table.iter().map(|(_, is_let)| *is_let).collect::<Vec<_>>(), [true]);
    assert_eq!(swaps.iter().map(|(_, is_let)| *is_let).collect::<Vec<_>>(), [true]);
}
