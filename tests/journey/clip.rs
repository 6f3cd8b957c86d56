//! 48: what is copied out of the real window, and when it is gone again, seen by another program.
//!
//! Only the ten seconds themselves are waited for; every other rule of the clipboard has a clock and a
//! clipboard of its own in `src/gui/app/tests/copied.rs`.
mod wayland;

use super::reach::Walker;
use super::screen::Screen;
use crate::support::running::PATIENCE;
use crate::support::{self, Home};

use daypack::content::Pack;
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::vault;
use daypack::words;
use rustix::process::{Pid, Signal, kill_process};

use std::fs;
use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const PROGRAMS: &[&str] = &["Xvfb", "openbox", "xdotool", "xclip"];
const PASSPHRASE: &str = "velvet comet ladder orbit plumage whisk";

/// What is typed and copied. It is a path, too, at which a plan may be.
const COPIED: &str = "~/notes.age";

/// How long what was copied can be pasted.
const LENT: Duration = Duration::from_secs(10);

/// How far from that it may be.
const OFF: Duration = Duration::from_millis(500);

/// Words that another program has copied, for as long as it runs.
struct Other(Child);

impl Other {
    /// `selection` is the clipboard or what the mouse has selected.
    fn copies(screen: &Screen, selection: &str, words: &str) -> Self {
        let mut child = Command::new("xclip")
            .args(["-quiet", "-in", "-selection", selection])
            .env("DISPLAY", screen.display())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();

        child.stdin.take().unwrap().write_all(words.as_bytes()).unwrap();
        screen.until("another program's words", || {
            (pasted(screen, selection) == words).then_some(())
        });

        Self(child)
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What another program would paste now: nothing too when nobody has anything.
fn pasted(screen: &Screen, selection: &str) -> String {
    let output = Command::new("timeout")
        .args(["5", "xclip", "-out", "-selection", selection])
        .env("DISPLAY", screen.display())
        .stdin(Stdio::null())
        .output()
        .unwrap();

    String::from_utf8(output.stdout).unwrap()
}

/// A window with words in a field, and the keyboard there.
fn at_a_field(home: &Home) -> Screen {
    let screen = Screen::open(home, (1000, 820));
    let walker = Walker::new(&screen);
    let open = words::text("welcome-open");

    walker.press(&open, |it| it.name == open && it.acts());
    walker.on("open-choose");
    walker.go("the field", |it| it.id == "place-path");
    screen.keys("ctrl+a");
    screen.type_in(COPIED);
    screen
}

/// Copies all that is in the field.
fn copy(screen: &Screen) {
    screen.keys("ctrl+a ctrl+c");
    screen.until("the copy", || (pasted(screen, "clipboard") == COPIED).then_some(()));
}

fn until_gone(screen: &Screen) {
    screen.until("an empty clipboard", || {
        pasted(screen, "clipboard").is_empty().then_some(())
    });
}

/// How long it was there, at least and at most.
fn time_there(screen: &Screen) -> (Duration, Duration) {
    let before = Instant::now();

    screen.keys("ctrl+a ctrl+c");

    let after = Instant::now();

    screen.until("the copy", || (pasted(screen, "clipboard") == COPIED).then_some(()));

    loop {
        let seen = Instant::now();

        if pasted(screen, "clipboard").is_empty() {
            return (seen.saturating_duration_since(after), before.elapsed());
        }

        assert!(after.elapsed() < PATIENCE, "it stays");
        thread::sleep(Duration::from_millis(40));
    }
}

/// A plan that opens quickly.
fn plan() -> Vec<u8> {
    let pack = Pack::built_in();
    let mut document = Document::new(pack);

    document.answers = super::answers(pack).1;

    vault::seal_with(&document.encode(pack), &Secret::from_text(PASSPHRASE).unwrap(), 2).unwrap()
}

#[test]
fn what_is_copied_can_be_pasted_elsewhere_for_ten_seconds() {
    let test = "what_is_copied_can_be_pasted_elsewhere_for_ten_seconds";

    if !support::has_all(test, PROGRAMS) {
        return;
    }

    let home = Home::new();
    let mut screen = at_a_field(&home);

    // On a machine that has much to do, whoever looks may come late.
    for round in 1.. {
        let (least, most) = time_there(&screen);

        support::say(&format!(
            "a copy was there for {:.2} to {:.2} s",
            least.as_secs_f32(),
            most.as_secs_f32()
        ));
        assert!(most >= LENT - OFF, "it is gone too early: {most:?}");

        if least <= LENT + OFF {
            break;
        }

        assert!(round < 3, "it is there for too long, time and again: {least:?}");
    }

    assert!(screen.is_running());
    assert!(home.files().is_empty(), "{:?}", home.files());
}

/// And what the mouse selected elsewhere, which X11 hands out without being asked.
#[test]
fn what_another_program_copied_or_selected_is_left_alone() {
    let test = "what_another_program_copied_or_selected_is_left_alone";

    if !support::has_all(test, PROGRAMS) {
        return;
    }

    let home = Home::new();
    let screen = at_a_field(&home);
    let _selected = Other::copies(&screen, "primary", "selected elsewhere");
    let [x, y, _, height] = screen
        .shown()
        .find(|it| it.id == "place-path")
        .and_then(|it| it.visible)
        .unwrap();

    // Most programs would hand out either selection, the mouse's and the one by keys.
    Command::new("xdotool")
        .args(["mousemove", &format!("{}", x + 40.0), &format!("{}", y + height / 2.0)])
        .args(["click", "--repeat", "2", "--delay", "40", "1"])
        .env("DISPLAY", screen.display())
        .status()
        .unwrap();
    screen.settled();
    screen.keys("ctrl+c");
    screen.until("a part of it", || {
        let word = pasted(&screen, "clipboard");

        (!word.is_empty() && COPIED.contains(&word)).then_some(())
    });
    screen.keys("End shift+Home");
    copy(&screen);
    assert_eq!(pasted(&screen, "primary"), "selected elsewhere");

    let copied = Instant::now();
    let _copied = Other::copies(&screen, "clipboard", "a recipe");

    while copied.elapsed() < LENT + 4 * OFF {
        assert_eq!(pasted(&screen, "clipboard"), "a recipe");
        thread::sleep(Duration::from_millis(200));
    }

    assert_eq!(pasted(&screen, "primary"), "selected elsewhere");
}

#[test]
fn a_lock_empties_the_clipboard_with_a_plan_and_without() {
    let test = "a_lock_empties_the_clipboard_with_a_plan_and_without";

    if !support::has_all(test, PROGRAMS) {
        return;
    }

    for lock in [lock_without_a_plan, lock_a_plan] {
        // When it took so long that the time did it, nothing was shown.
        let is_shown = (0..3).any(|_| {
            let home = Home::new();

            fs::write(home.join("notes.age"), plan()).unwrap();
            lock(&at_a_field(&home)) < LENT - OFF
        });

        assert!(is_shown, "the lock never came before the end of the time");
    }
}

/// Nothing is kept yet, so nothing ends: the page is covered. How long after the copy the clipboard was empty.
fn lock_without_a_plan(screen: &Screen) -> Duration {
    let start = Instant::now();

    copy(screen);
    screen.turn("ctrl+l", "cover");
    until_gone(screen);
    start.elapsed()
}

fn lock_a_plan(screen: &Screen) -> Duration {
    let start = Instant::now();

    copy(screen);
    screen.turn("Return", "open-passphrase");
    screen.type_in(PASSPHRASE);
    screen.turn("Return", "plan");

    let before = pasted(screen, "clipboard");

    screen.turn("ctrl+l", "open-passphrase");
    until_gone(screen);

    let time = start.elapsed();

    assert!(
        before == COPIED || time >= LENT - OFF,
        "opening a plan clears nothing: `{before}` after {time:?}"
    );
    time
}

/// On X11 what was copied lives in the program that copied it: however that ends, nothing outlives it.
#[test]
fn nothing_that_was_copied_outlives_the_program_however_it_ends() {
    let test = "nothing_that_was_copied_outlives_the_program_however_it_ends";

    if !support::has_all(test, PROGRAMS) {
        return;
    }

    for way in ["alt+F4", "F12", "USR1", "KILL"] {
        let home = Home::new();
        let mut screen = at_a_field(&home);
        let number = i32::try_from(screen.number()).ok().and_then(Pid::from_raw).unwrap();

        copy(&screen);

        match way {
            "USR1" => kill_process(number, Signal::USR1).unwrap(),
            "KILL" => kill_process(number, Signal::KILL).unwrap(),
            keys => screen.hand_over(keys),
        }

        assert!(screen.ended_within(PATIENCE).is_some(), "{way}");
        until_gone(&screen);
    }
}

#[test]
fn no_key_gets_a_passphrase_into_the_clipboard() {
    let test = "no_key_gets_a_passphrase_into_the_clipboard";

    if !support::has_all(test, PROGRAMS) {
        return;
    }

    let home = Home::new();

    fs::write(home.join("notes.age"), plan()).unwrap();

    let screen = at_a_field(&home);
    let walker = Walker::new(&screen);
    let _other = Other::copies(&screen, "clipboard", "a recipe");

    screen.turn("Return", "open-passphrase");
    screen.type_in(PASSPHRASE);

    for is_shown in [false, true] {
        if is_shown {
            walker.go("the eye", |it| it.role == "Switch");
            screen.tap("space");
            walker.go("the field", |it| it.role == "Password");
        }

        screen.keys("ctrl+a ctrl+c ctrl+x ctrl+Insert shift+Home ctrl+c");
        screen.settled().keep(if is_shown { "secret-shown" } else { "secret" });
        assert_eq!(
            pasted(&screen, "clipboard"),
            "a recipe",
            "letters are shown: {is_shown}"
        );
        assert_eq!(pasted(&screen, "primary"), "", "letters are shown: {is_shown}");
    }

    // Nor was it cut out of the field.
    screen.turn("Return", "plan");
}
