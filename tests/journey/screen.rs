//! A screen of its own with the real window on it, and a keyboard: no mouse, and no eyes but pictures.
//!
//! Nothing here waits for a time: it waits until a picture changes, or until it stays as it is.
use super::picture::Picture;
use super::told::{Ear, Shown};
use crate::support::{self, Home};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

/// The longest any single step may take. Long, because nothing is wrong with a machine that has much to do.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// How the window is put on the screen: all over it, and closed by the keys that close windows.
const MANAGER: &str = r#"<openbox_config xmlns="http://openbox.org/3.4/rc">
<keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
<applications><application class="*"><decor>no</decor><maximized>yes</maximized></application></applications>
</openbox_config>"#;

/// Programs that end with the test, whatever happens.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        for process in family(self.0.id()).into_iter().rev() {
            let _ = kill_process(process, Signal::KILL);
        }

        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The window, on a screen of its own.
pub struct Screen {
    // In this order: the window goes first.
    window: Running,
    _manager: Running,
    _server: Running,
    display: String,
    ear: Ear,
    own: TempDir,
    size: (u32, u32),
}

impl Screen {
    /// Starts a screen of this many pixels, and the window all over it, at home in `home`.
    pub fn open(home: &Home, size: (u32, u32)) -> Self {
        Self::open_behind(home, size, &[])
    }

    /// The same, with the window started by other programs, which are given it as the last of their arguments.
    pub fn open_behind(home: &Home, size: (u32, u32), before: &[OsString]) -> Self {
        let own = tempfile::tempdir().unwrap();
        let (server, display) = server(own.path(), size);
        let rules = own.path().join("manager.xml");

        fs::write(&rules, MANAGER).unwrap();

        let manager = start(
            Command::new("openbox")
                .arg("--config-file")
                .arg(rules)
                .env("DISPLAY", &display),
        );
        let (window, ear) = window(home, &display, before);
        let screen = Self {
            window,
            _manager: manager,
            _server: server,
            display,
            ear,
            own,
            size,
        };

        screen.until("a window", || {
            screen
                .hands(&["search", "--onlyvisible", "--name", "^Daypack$"])
                .then_some(())
        });
        screen.hands(&["search", "--onlyvisible", "--name", "^Daypack$", "windowfocus"]);
        screen.until("something in it", || (screen.picture().ink() > 5).then_some(()));
        screen.until("a window all over the screen", || {
            let [width, height] = screen.shown().size;

            ((width, height) == (size.0 as f32, size.1 as f32)).then_some(())
        });
        screen.settled();
        screen
    }

    /// What the server is called.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// How many pixels wide and high it is.
    pub const fn size(&self) -> (u32, u32) {
        self.size
    }

    /// What is on the page now, as the window tells it.
    pub fn shown(&self) -> Arc<Shown> {
        self.ear.last()
    }

    /// Waits for a page that is the one meant.
    pub fn until_shown(&self, what: &str, is: impl Fn(&Shown) -> bool) -> Arc<Shown> {
        match self.ear.wait(PATIENCE, is) {
            Ok(shown) => shown,
            Err(last) => {
                self.picture().keep("in-vain");
                panic!("waited in vain for {what}, at {}", last.place());
            }
        }
    }

    /// Whether the window ever told these words.
    pub fn was_told(&self, words: &str) -> bool {
        self.ear.was_told(words)
    }

    /// Presses one key, with others held down or not, and waits until the page that it led to is painted.
    pub fn tap(&self, key: &str) -> Arc<Shown> {
        self.keys(key);

        let keys = self.ear.keys();

        self.until_shown(&format!("what `{key}` does"), |shown| shown.keys >= keys)
    }

    /// Presses keys one after the other, waits until that shows, and tells what it looks like then.
    pub fn press(&self, keys: &str) -> Picture {
        let before = self.picture();

        self.keys(keys);
        self.until(&format!("what `{keys}` does"), || {
            (self.picture() != before).then_some(())
        });
        self.settled()
    }

    /// Presses keys that lead to another page, whose name begins so, and tells what it looks like.
    pub fn turn(&self, keys: &str, page: &str) -> Picture {
        let before = self.shown().page.clone();

        self.keys(keys);
        self.until_shown(&format!("the page `{page}` after `{keys}`"), |shown| {
            shown.page != before && shown.page.starts_with(page)
        });
        self.settled()
    }

    /// Presses keys that may do nothing that shows, and waits until the window had them.
    pub fn keys(&self, keys: &str) {
        let before = self.ear.keys();
        // what is held down counts too, and a plus takes Shift
        let each = keys.split(['+', ' ']).count() + keys.matches("plus").count();

        self.hand_over(keys);
        self.until_had(before, each);
    }

    /// Presses keys that the window may not live to tell of, or that somebody else takes.
    pub fn hand_over(&self, keys: &str) {
        let keys: Vec<_> = ["key", "--delay", "12"].into_iter().chain(keys.split(' ')).collect();

        assert!(self.hands(&keys), "the keys were pressed");
    }

    /// Types words.
    pub fn type_in(&self, words: &str) {
        let before = self.ear.keys();
        let shifted = words.chars().filter(|it| it.is_uppercase() || *it == '~').count();

        assert!(self.hands(&["type", "--delay", "12", words]), "the words were typed");
        self.until_had(before, words.chars().count() + shifted);
    }

    fn until_had(&self, before: u32, count: usize) {
        let expected = before + u32::try_from(count).unwrap();

        self.until("the keys to arrive", || (self.ear.keys() >= expected).then_some(()));
    }

    /// Waits until the picture stays as it is. A blinking caret never does: then half a second is enough.
    pub fn settled(&self) -> Picture {
        // A page is told before it is painted; what comes after it, only when it has been.
        self.keys("Shift_L");

        let start = Instant::now();
        let mut before = self.picture();

        loop {
            thread::sleep(Duration::from_millis(60));

            let now = self.picture();

            if now == before || start.elapsed() > Duration::from_millis(600) {
                return now;
            }

            before = now;
        }
    }

    /// Waits until the screen looks as it did.
    pub fn until_same(&self, picture: &Picture, what: &str) {
        self.until(what, || (self.picture() == *picture).then_some(()));
    }

    /// Waits for something, as long as any step may take.
    pub fn until<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let start = Instant::now();

        loop {
            if let Some(found) = look() {
                return found;
            }

            if start.elapsed() > PATIENCE {
                self.picture().keep("in-vain");
                panic!("waited in vain for {what}, at {}", self.ear.last().place());
            }

            thread::sleep(Duration::from_millis(5));
        }
    }

    /// The number the system knows the program by.
    pub fn number(&self) -> u32 {
        self.window.0.id()
    }

    /// Whether the program is still running.
    pub fn is_running(&mut self) -> bool {
        self.window.0.try_wait().unwrap().is_none()
    }

    /// Waits until the program has ended by itself; `None` when it does not.
    pub fn ended_within(&mut self, limit: Duration) -> Option<i32> {
        let start = Instant::now();

        while start.elapsed() < limit {
            if let Some(status) = self.window.0.try_wait().unwrap() {
                return Some(status.code().unwrap_or(-1));
            }

            thread::sleep(Duration::from_millis(10));
        }

        None
    }

    /// What is on the screen now.
    pub fn picture(&self) -> Picture {
        Picture::read(&self.own.path().join("Xvfb_screen0"))
    }

    fn hands(&self, args: &[&str]) -> bool {
        Command::new("xdotool")
            .args(args)
            .env("DISPLAY", &self.display)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap()
            .success()
    }
}

/// Every process that a process started, and those they started.
fn family(of: u32) -> Vec<Pid> {
    let children = fs::read_to_string(format!("/proc/{of}/task/{of}/children")).unwrap_or_default();

    children
        .split(' ')
        .filter_map(|number| number.parse().ok())
        .flat_map(|number| {
            let pid = i32::try_from(number).ok().and_then(Pid::from_raw);

            pid.into_iter().chain(family(number))
        })
        .collect()
}

fn start(command: &mut Command) -> Running {
    Running(
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts"),
    )
}

/// The window, and what it tells.
fn window(home: &Home, display: &str, before: &[OsString]) -> (Running, Ear) {
    let line: Vec<OsString> = before
        .iter()
        .cloned()
        .chain([support::window().into(), "--trace".into()])
        .collect();
    let mut child = Command::new(&line[0])
        .args(&line[1..])
        .current_dir(home.path())
        .env_clear()
        .env("DISPLAY", display)
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the window starts");
    let ear = Ear::listening(child.stdout.take().unwrap());

    (Running(child), ear)
}

/// A screen that nobody sees, on the first number that is free; it keeps its picture in the folder.
fn server(folder: &Path, size: (u32, u32)) -> (Running, String) {
    let mut child = Command::new("Xvfb")
        // No key repeats by itself: on a loaded machine it may be held down for longer than a person would.
        .args(["-displayfd", "1", "-r", "-noreset", "-nolisten", "tcp", "-fbdir"])
        .arg(folder)
        .args(["-screen", "0"])
        .arg(format!("{}x{}x24", size.0, size.1))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb starts");
    let mut number = String::new();

    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut number)
        .expect("Xvfb says its number");

    (Running(child), format!(":{}", number.trim()))
}

/// The files below a home that end so.
pub fn files(home: &Home, ending: &str) -> Vec<PathBuf> {
    support::files(home.path())
        .into_iter()
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect()
}
