//! How the window starts: what can be typed, and what it says where there is no screen.
use crate::support::{self, Home};

use std::process::{Command, Output};

/// Runs the window in a home of its own, where there is no screen.
fn typed(args: &[&str]) -> Output {
    let home = Home::new();
    let output = support::run(
        Command::new(support::window())
            .args(args)
            .current_dir(home.path())
            .env_clear()
            .env("HOME", home.path()),
        b"",
    );

    assert_eq!(home.files(), Vec::<String>::new(), "{args:?} left something behind");

    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_window_says_what_can_be_typed() {
    let help = typed(&["--help"]);
    let version = typed(&["--version"]);
    let said = text(&help.stdout);

    assert_eq!((help.status.code(), text(&help.stderr).as_str()), (Some(0), ""));
    assert!(said.starts_with("Get ready for the day"), "{said}");
    assert!(said.contains("Usage: daypack [options] [F]"), "{said}");
    assert!(said.ends_with("Example:\n  daypack notes.age\n"), "{said}");
    assert!(!said.contains("protest"), "the name and the look are neutral: {said}");
    assert_eq!(
        text(&version.stdout).trim(),
        concat!("daypack ", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn what_the_window_does_not_understand_ends_with_two() {
    for args in [&["--nonsense"][..], &["one.age", "two.age"], &["--help=me"]] {
        let output = typed(args);

        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert_eq!(text(&output.stdout), "", "{args:?}");
        assert!(text(&output.stderr).ends_with("with an example.\n"), "{args:?}");
    }
}

#[test]
fn without_a_screen_the_window_says_so_in_a_sentence() {
    let output = typed(&[]);
    let said = text(&output.stderr);

    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.starts_with("There is no screen to draw on."), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}
