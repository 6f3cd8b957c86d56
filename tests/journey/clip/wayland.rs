//! 48 on Wayland, inside the fence: there a window may use the clipboard only while it is in front.
use super::super::fence::{Watched, desktop_folder, on_wayland, until, wayland, x11};
use super::{COPIED, LENT, OFF};
use crate::journey::told::Control;
use crate::support::display::Display;
use crate::support::running::Running;
use crate::support::{self, Home};

use daypack::words;
use rustix::process::Signal;
use tempfile::TempDir;

use std::process::{Command, Stdio};
use std::thread;
use std::time::Instant;

const PROGRAMS: &[&str] = &[
    "Xvfb",
    "weston",
    "weston-flower",
    "wl-paste",
    "wl-copy",
    "strace",
    "xdotool",
];

/// The window on a Wayland desktop, and hands. Dropped in this order.
struct Desktop {
    window: Watched,
    _desktop: Running,
    display: Display,
    folder: TempDir,
    _home: Home,
}

impl Desktop {
    /// With words in a field, and the keyboard there.
    fn at_a_field() -> Self {
        let home = Home::new();
        let folder = desktop_folder();
        let display = x11();
        let desktop = wayland(folder.path(), Some(display.name()));
        let window = Watched::start(&home, &[], &on_wayland(folder.path()));
        let it = Self {
            window,
            _desktop: desktop,
            display,
            folder,
            _home: home,
        };
        let open = words::text("welcome-open");

        it.window.until_shut_in();
        assert!(it.display.hands(&["mousemove", "500", "400", "click", "1"]));
        it.go(|control| control.name == open);
        it.keys(&["Return"]);
        it.window.until_page("open-choose");
        // A page that is not covered when another window is in front.
        it.go(|control| control.name == words::text("gather-way"));
        it.keys(&["Return"]);
        it.window.until_page("gather");
        it.go(|control| control.id == "gather-text");
        it.keys(&["ctrl+a"]);
        it.display.type_in(COPIED);
        it
    }

    /// Presses keys, and waits until the window had them.
    fn keys(&self, keys: &[&str]) {
        let before = self.window.ear.keys();
        let count = keys.iter().map(|key| key.split('+').count()).sum::<usize>();

        self.display.press(&keys.join(" "));
        until("the keys to arrive", || {
            (self.window.ear.keys() as usize >= before as usize + count).then_some(())
        });
    }

    fn go(&self, is: impl Fn(&Control) -> bool) {
        for _ in 0..100 {
            if self.window.ear.last().focused().is_some_and(&is) {
                return;
            }

            self.keys(&["Tab"]);

            let keys = self.window.ear.keys();

            until("the next stop", || (self.window.ear.last().keys >= keys).then_some(()));
        }

        panic!("no key gets there: {}", self.window.ear.last().place());
    }

    /// Copies all that is in the field.
    fn copy(&self) {
        self.keys(&["ctrl+a", "ctrl+c"]);
        until("the copy", || (self.pasted() == COPIED).then_some(()));
    }

    /// What another program pastes. It is in front for as long as it takes.
    fn pasted(&self) -> String {
        let output = self
            .client("timeout", &["5", "wl-paste", "--no-newline"])
            .output()
            .unwrap();

        String::from_utf8(output.stdout).unwrap()
    }

    fn client(&self, program: &str, args: &[&str]) -> Command {
        let mut command = Command::new(program);

        command
            .args(args)
            .envs(on_wayland(self.folder.path()))
            .env_remove("DISPLAY")
            .stdin(Stdio::null());
        command
    }
}

#[test]
fn on_wayland_what_is_copied_is_gone_in_time_in_front_and_as_soon_as_it_can_be_behind() {
    let test = "on_wayland_what_is_copied_is_gone_in_time_in_front_and_as_soon_as_it_can_be_behind";

    if !support::has_all(test, PROGRAMS) {
        return;
    }

    let desktop = Desktop::at_a_field();

    desktop.copy();
    thread::sleep(LENT + 2 * OFF);
    assert_eq!(desktop.pasted(), "", "in front");

    desktop.copy();

    let other = Running::start(&mut desktop.client("weston-flower", &[]));

    thread::sleep(LENT + 2 * OFF);
    assert_eq!(desktop.pasted(), COPIED, "behind another window it cannot be");
    drop(other);
    until("the end of what was copied", || {
        thread::sleep(OFF);
        desktop.pasted().is_empty().then_some(())
    });
    desktop.window.signal(Signal::USR1);
}

#[test]
fn on_wayland_another_programs_words_stay_and_ours_go_with_the_session() {
    let test = "on_wayland_another_programs_words_stay_and_ours_go_with_the_session";

    if !support::has_all(test, PROGRAMS) {
        return;
    }

    let desktop = Desktop::at_a_field();
    let copied = Instant::now();

    desktop.copy();

    let other = Running::start(&mut desktop.client("wl-copy", &["--foreground", "a recipe"]));

    until("another program's words", || {
        (desktop.pasted() == "a recipe").then_some(())
    });

    while copied.elapsed() < LENT + 4 * OFF {
        thread::sleep(OFF);
    }

    assert_eq!(desktop.pasted(), "a recipe");
    drop(other);
    desktop.copy();
    // This desktop keeps what a program copied when that program ends, as many do.
    desktop.window.signal(Signal::TERM);
    until("the end of what was copied", || {
        desktop.pasted().is_empty().then_some(())
    });
}
