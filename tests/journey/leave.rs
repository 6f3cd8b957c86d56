//! The quick exit: from any page, by key and by signal, at once, and nothing is written or destroyed.
use super::PROGRAMS;
use super::screen::Screen;
use crate::support::running::signal;
use crate::support::{self, Home};

use rustix::process::Signal;

use std::time::Duration;

/// How somebody leaves.
enum Way {
    Key(&'static str),
    Signal,
}

#[test]
fn the_quick_exit_leaves_at_once_by_key_and_by_signal_and_writes_nothing() {
    if !support::has_all(
        "the_quick_exit_leaves_at_once_by_key_and_by_signal_and_writes_nothing",
        PROGRAMS,
    ) {
        return;
    }

    // What is in view when somebody leaves: a question, the cover, the help.
    for (before, way) in [
        ("1 Return", Way::Key("F12")),
        ("1 Return F9", Way::Key("ctrl+shift+q")),
        ("1 Return F1", Way::Signal),
    ] {
        let home = Home::new();
        let mut screen = Screen::open(&home, (700, 700));

        screen.press("Return");
        screen.press(before);

        match way {
            Way::Key(key) => screen.hand_over(key),
            Way::Signal => signal(screen.number(), Signal::USR1),
        }

        assert_eq!(screen.ended_within(Duration::from_secs(1)), Some(0), "after {before}");
        assert_eq!(home.files(), Vec::<String>::new(), "after {before}");
    }
}
