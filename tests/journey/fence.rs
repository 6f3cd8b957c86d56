//! The fence around the real window, on X11 and on Wayland, seen from outside: every program that is started,
//! every socket and every connection. The X11 session of `leaks` goes the whole way; this looks at the start.
use super::told::Ear;
use crate::support::display::Display;
use crate::support::running::{PATIENCE, Running, awaited, signal};
use crate::support::{self, Home};

use rustix::process::Signal;
use tempfile::TempDir;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

/// How many filters stand in a worker when both parts of the fence do: on x86-64 one more, for its second numbers.
const FILTERS: usize = if cfg!(target_arch = "x86_64") { 4 } else { 3 };

/// Waits for something, as long as any step may take.
pub(super) fn until<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    awaited(look).unwrap_or_else(|| panic!("waited in vain for {what}"))
}

/// A display that nobody sees.
pub(super) fn x11() -> Display {
    Display::start((1000, 820), None)
}

/// A Wayland desktop with one window: seen by nobody, or shown on an X11 screen, which brings it a keyboard.
pub(super) fn wayland(folder: &Path, display: Option<&str>) -> Running {
    let backend = display.map_or("headless-backend.so", |_| "x11-backend.so");
    let mut command = Command::new("weston");

    command
        .args([
            "--no-config",
            "--shell=kiosk-shell.so",
            "--socket=desktop",
            "--idle-time=0",
        ])
        .args(["--width=1000", "--height=820"])
        .arg(format!("--backend={backend}"))
        .env("XDG_RUNTIME_DIR", folder);

    if let Some(display) = display {
        command.env("DISPLAY", display);
    }

    let desktop = Running::start(&mut command);

    until("a desktop", || folder.join("desktop").exists().then_some(()));
    desktop
}

/// The window, with everything written down that it asks of the system in these matters.
pub(super) struct Watched {
    watcher: Running,
    pub(super) ear: Ear,
    own: TempDir,
}

impl Watched {
    pub(super) fn start(home: &Home, strace: &[&str], environment: &[(&str, &OsStr)]) -> Self {
        let own = tempfile::tempdir().unwrap();
        let mut command = Command::new("strace");

        command
            .args([
                "-f",
                "-qq",
                "-s",
                "200",
                "-e",
                "trace=execve,execveat,socket,connect,seccomp",
            ])
            .args(strace)
            .arg("-o")
            .arg(own.path().join("calls"))
            .arg(support::window())
            .arg("--trace")
            .current_dir(home.path())
            .env_clear()
            .env("HOME", home.path())
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("LC_ALL", "C.UTF-8")
            .envs(environment.iter().copied());

        let mut watcher = Running::start(&mut command);
        let ear = Ear::listening(watcher.0.stdout.take().unwrap());

        Self { watcher, ear, own }
    }

    fn calls(&self) -> Vec<String> {
        whole(&fs::read_to_string(self.own.path().join("calls")).unwrap_or_default())
    }

    /// Waits for a page, and until both parts of the fence stand.
    pub(super) fn until_shut_in(&self) {
        self.until_page("welcome");
        until("the fence", || (filters(&self.calls()) >= FILTERS).then_some(()));
    }

    pub(super) fn until_page(&self, name: &str) {
        let found = self.ear.wait(PATIENCE, |shown| shown.page.starts_with(name));

        assert!(found.is_ok(), "waited in vain for {name}: {}", self.ear.last().place());
    }

    /// Sends the program a signal.
    pub(super) fn signal(&self, what: Signal) {
        let keeper = self.calls()[0].split(' ').next().and_then(|it| it.parse().ok());

        signal(keeper.unwrap(), what);
    }

    /// Leaves at once, as a person would, and gives all calls there were.
    fn left(mut self) -> Vec<String> {
        self.signal(Signal::USR1);
        self.ended();
        self.calls()
    }

    /// Waits until it has ended, and says with what.
    fn ended(&mut self) -> Option<i32> {
        until("the end", || self.watcher.0.try_wait().unwrap()).code()
    }
}

/// The calls, one a line, each with its answer: one that was interrupted by another is put together again.
fn whole(text: &str) -> Vec<String> {
    let mut waiting = BTreeMap::new();
    let mut calls = Vec::new();

    for line in text.lines() {
        let process = line.split(' ').next().unwrap_or_default();

        if let Some(start) = line.strip_suffix("<unfinished ...>") {
            waiting.insert(process.to_owned(), start.to_owned());
        } else if let Some((_, end)) = line.split_once(" resumed>") {
            calls.push(waiting.remove(process).unwrap_or_default() + end);
        } else {
            calls.push(line.to_owned());
        }
    }

    calls
}

fn succeeded<'a>(calls: &'a [String], name: &'a str) -> impl Iterator<Item = &'a String> {
    calls
        .iter()
        .filter(move |call| call.contains(name) && (call.ends_with("= 0") || is_number_after_equals(call)))
}

/// Whether a call gave a descriptor.
fn is_number_after_equals(call: &str) -> bool {
    call.rsplit("= ")
        .next()
        .is_some_and(|answer| answer.parse::<u32>().is_ok())
}

fn filters(calls: &[String]) -> usize {
    succeeded(calls, "seccomp").count()
}

/// No program but this one, no socket but the display's, and none at all once the fence stands.
fn assert_shut_in(calls: &[String], display: &str) {
    let programs: Vec<_> = succeeded(calls, "execve").collect();
    let is_ours = |call: &&&String| call.contains("/daypack\"") || call.contains("\"/proc/self/exe\"");

    assert_eq!(
        programs.iter().filter(is_ours).count(),
        2,
        "a keeper and a worker: {programs:#?}"
    );
    assert_eq!(programs.len(), 2, "{programs:#?}");

    for call in succeeded(calls, "socket(") {
        assert!(call.contains("(AF_UNIX, SOCK_STREAM"), "{call}");
    }

    assert!(succeeded(calls, "connect(").count() > 0, "nothing was seen");

    for call in succeeded(calls, "connect(") {
        assert!(call.contains(display), "{call}");
    }

    let last = calls.iter().rposition(|call| call.contains("seccomp(")).unwrap();
    let after: Vec<_> = calls[last..]
        .iter()
        .filter(|call| call.contains("socket(") || call.contains("connect("))
        .collect();

    assert!(after.is_empty(), "{after:#?}");
}

/// safety.md 51, and that no program is started.
#[test]
fn on_x11_the_window_starts_no_program_and_reaches_its_display_alone() {
    let test = "on_x11_the_window_starts_no_program_and_reaches_its_display_alone";

    if !support::has_all(test, &["Xvfb", "strace", "xdotool"]) {
        return;
    }

    let home = Home::new();
    let display = x11();
    let watched = Watched::start(&home, &[], &[("DISPLAY", OsStr::new(display.name()))]);

    watched.until_shut_in();
    assert!(display.hands(&["search", "--onlyvisible", "--name", "^Daypack$", "windowfocus"]));
    display.press("Return");
    watched.until_page("question-");
    assert_shut_in(&watched.left(), &format!("/tmp/.X11-unix/X{}\"", &display.name()[1..]));
}

/// safety.md 3.1: the frame that the toolkit draws there asks three programs how it should look.
#[test]
fn on_wayland_the_window_starts_no_program_and_reaches_its_display_alone() {
    let test = "on_wayland_the_window_starts_no_program_and_reaches_its_display_alone";

    if !support::has_all(test, &["weston", "strace"]) {
        return;
    }

    let home = Home::new();
    let folder = desktop_folder();
    let _desktop = wayland(folder.path(), None);
    let watched = Watched::start(&home, &[], &on_wayland(folder.path()));

    watched.until_shut_in();
    assert_shut_in(&watched.left(), "/desktop\"");
}

#[test]
fn on_wayland_keys_arrive_inside_the_fence() {
    let test = "on_wayland_keys_arrive_inside_the_fence";

    if !support::has_all(test, &["Xvfb", "weston", "strace", "xdotool"]) {
        return;
    }

    let home = Home::new();
    let folder = desktop_folder();
    let display = x11();
    let _desktop = wayland(folder.path(), Some(display.name()));
    let watched = Watched::start(&home, &[], &on_wayland(folder.path()));

    watched.until_shut_in();
    assert!(display.hands(&["mousemove", "500", "400", "click", "1", "key", "Return"]));
    watched.until_page("question-");

    let first = watched.ear.last().page.clone();

    display.press("1 Return");
    until("the next question", || (watched.ear.last().page != first).then_some(()));
    assert_shut_in(&watched.left(), "/desktop\"");
}

/// safety.md 51: where there is no display, no other way to one is tried.
#[test]
fn without_its_display_the_window_tries_no_network() {
    let test = "without_its_display_the_window_tries_no_network";

    if !support::has_all(test, &["strace"]) {
        return;
    }

    for display in [None, Some(":4099"), Some("localhost:10"), Some("host:0")] {
        let home = Home::new();
        let environment: Vec<_> = display.iter().map(|name| ("DISPLAY", OsStr::new(name))).collect();
        let mut watched = Watched::start(&home, &[], &environment);

        assert_eq!(watched.ended(), Some(1), "{display:?}");

        let calls = watched.calls();
        let reaching: Vec<_> = calls
            .iter()
            .filter(|call| call.contains("socket(") || call.contains("connect("))
            .filter(|call| !call.contains("AF_UNIX"))
            .filter(|call| !call.ends_with("EPERM (Operation not permitted)"))
            .collect();

        assert!(reaching.is_empty(), "{display:?}: {reaching:#?}");
        assert_eq!(succeeded(&calls, "connect(").count(), 0, "{display:?}");
    }
}

/// safety.md 52: the window runs where the kernel has no Landlock, and says so.
#[test]
fn on_an_old_kernel_the_window_runs_and_says_what_is_missing() {
    let test = "on_an_old_kernel_the_window_runs_and_says_what_is_missing";

    if !support::has_all(test, &["Xvfb", "strace"]) {
        return;
    }

    let home = Home::new();
    let display = x11();
    let old = [
        "-e",
        "trace=landlock_create_ruleset,execve,seccomp",
        "-e",
        "inject=landlock_create_ruleset:error=ENOSYS",
    ];
    let watched = Watched::start(&home, &old, &[("DISPLAY", OsStr::new(display.name()))]);

    watched.until_shut_in();
    until("the notice", || {
        watched.ear.last().find(|it| it.id == "fence-more").map(drop)
    });
    assert!(
        watched
            .left()
            .iter()
            .any(|call| call.contains("landlock_create_ruleset"))
    );
}

/// Where a desktop puts its socket: for its person alone.
pub(super) fn desktop_folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

pub(super) fn on_wayland(folder: &Path) -> [(&'static str, &OsStr); 2] {
    [
        ("WAYLAND_DISPLAY", OsStr::new("desktop")),
        ("XDG_RUNTIME_DIR", folder.as_os_str()),
    ]
}
