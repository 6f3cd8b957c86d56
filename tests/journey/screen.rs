//! A screen of its own with the real window on it, and a keyboard: no mouse, and no eyes but pictures.
//!
//! Nothing here waits for a time: it waits until a picture changes, or until it stays as it is.
use super::picture::Picture;
use super::told::{Ear, Shown};
use crate::support::display::Display;
use crate::support::running::{PATIENCE, Running, awaited};
use crate::support::{self, Home};

use tempfile::TempDir;

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

/// How the window is put on the screen: all over it, and closed by the keys that close windows.
const MANAGER: &str = r#"<openbox_config xmlns="http://openbox.org/3.4/rc">
<keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
<applications><application class="*"><decor>no</decor><maximized>yes</maximized></application></applications>
</openbox_config>"#;

/// The window, on a screen of its own.
pub struct Screen {
    // In this order: the window goes first.
    window: Running,
    _manager: Running,
    display: Display,
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
        let display = Display::start(size, Some(own.path()));
        let rules = own.path().join("manager.xml");

        fs::write(&rules, MANAGER).unwrap();

        let manager = Running::start(
            Command::new("openbox")
                .arg("--config-file")
                .arg(rules)
                .env("DISPLAY", display.name()),
        );
        let (window, ear) = window(home, display.name(), before);
        let screen = Self {
            window,
            _manager: manager,
            display,
            ear,
            own,
            size,
        };

        screen.until("a window", || {
            screen
                .display
                .hands(&["search", "--onlyvisible", "--name", "^Daypack$"])
                .then_some(())
        });
        screen
            .display
            .hands(&["search", "--onlyvisible", "--name", "^Daypack$", "windowfocus"]);
        screen.until("something in it", || (screen.picture().ink() > 5).then_some(()));
        screen.until("a window all over the screen", || {
            let [width, height] = screen.shown().size;

            ((width, height) == (size.0 as f32, size.1 as f32)).then_some(())
        });
        screen.settled();
        screen
    }

    /// What its display is called.
    pub fn display(&self) -> &str {
        self.display.name()
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
        self.display.press(keys);
    }

    /// Types words.
    pub fn type_in(&self, words: &str) {
        let before = self.ear.keys();
        let is_shifted = |it: &char| it.is_uppercase() || matches!(it, '~' | ':' | '%' | '+');
        let shifted = words.chars().filter(is_shifted).count();

        self.display.type_in(words);
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
    pub fn until<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        awaited(look).unwrap_or_else(|| {
            self.picture().keep("in-vain");
            panic!("waited in vain for {what}, at {}", self.ear.last().place());
        })
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
}

/// The window, and what it tells.
fn window(home: &Home, display: &str, before: &[OsString]) -> (Running, Ear) {
    let line: Vec<OsString> = before
        .iter()
        .cloned()
        .chain([support::window().into(), "--trace".into()])
        .collect();
    let mut command = Command::new(&line[0]);

    command
        .args(&line[1..])
        .current_dir(home.path())
        .env_clear()
        .env("DISPLAY", display)
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("LC_ALL", "C.UTF-8");

    let mut window = Running::start(&mut command);
    let ear = Ear::listening(window.0.stdout.take().unwrap());

    (window, ear)
}

/// The files below a home that end so.
pub fn files(home: &Home, ending: &str) -> Vec<PathBuf> {
    support::files(home.path())
        .into_iter()
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect()
}
