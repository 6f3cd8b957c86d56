//! A screen of its own with the real window on it, and a keyboard: no mouse, and no eyes but pictures.
//!
//! Nothing here waits for a time: it waits until a picture changes, or until it stays as it is.
use crate::support::{self, Home};

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The longest any single step may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// The size of the screen, in pixels.
const SIZE: (u32, u32) = (1000, 820);

/// What is on the screen: red, green and blue of every pixel.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture(Vec<u8>);

impl Picture {
    /// Keeps it in the folder that `DAYPACK_PICTURES` names, if it names one, to look at.
    pub fn keep(&self, name: &str) {
        let pixels = self.0.chunks_exact(3).flat_map(|it| [it[0], it[1], it[2], 255]);

        support::keep_picture(&format!("journey-{name}"), &(SIZE.0, SIZE.1, pixels.collect()));
    }

    /// How much of it is not ground, in thousandths. The ground is the colour there is most of.
    pub fn ink(&self) -> usize {
        let mut counts = std::collections::BTreeMap::new();

        for pixel in self.0.chunks_exact(3) {
            *counts.entry(pixel).or_insert(0_usize) += 1;
        }

        let ground = counts.values().max().copied().unwrap_or_default();

        1000 - 1000 * ground / (self.0.len() / 3)
    }

    /// How bright it is, from 0 to 255.
    pub fn brightness(&self) -> usize {
        self.0.iter().map(|part| usize::from(*part)).sum::<usize>() / self.0.len()
    }
}

/// Programs that end with the test, whatever happens.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
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
}

impl Screen {
    /// Starts a screen, and the window on it, at home in `home`.
    pub fn open(home: &Home) -> Self {
        let (server, display) = server();
        let manager = start(Command::new("openbox").env("DISPLAY", &display));
        let window = start(
            Command::new(support::window())
                .current_dir(home.path())
                .env_clear()
                .env("DISPLAY", &display)
                .env("HOME", home.path())
                .env("XDG_CONFIG_HOME", home.join("config"))
                .env("XDG_DATA_HOME", home.join("data"))
                .env("XDG_CACHE_HOME", home.join("cache"))
                .env("LC_ALL", "C.UTF-8"),
        );
        let screen = Self {
            window,
            _manager: manager,
            _server: server,
            display,
        };

        screen.until("a window", || {
            screen
                .hands(&["search", "--onlyvisible", "--name", "^Daypack$"])
                .then_some(())
        });
        screen.hands(&["search", "--onlyvisible", "--name", "^Daypack$", "windowfocus"]);
        screen.until("something in it", || (screen.picture().ink() > 5).then_some(()));
        screen.settled();
        screen
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

    /// Presses keys that may do nothing that shows.
    pub fn keys(&self, keys: &str) {
        let keys: Vec<_> = ["key", "--clearmodifiers", "--delay", "40"]
            .into_iter()
            .chain(keys.split(' '))
            .collect();

        assert!(self.hands(&keys), "the keys were pressed");
    }

    /// Types words.
    pub fn type_in(&self, words: &str) {
        assert!(self.hands(&["type", "--delay", "25", words]), "the words were typed");
    }

    /// Waits until the picture stays as it is. A blinking caret never does: then half a second is enough.
    pub fn settled(&self) -> Picture {
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

    /// Waits for something, as long as any step may take.
    pub fn until<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let start = Instant::now();

        loop {
            if let Some(found) = look() {
                return found;
            }

            assert!(start.elapsed() < PATIENCE, "waited in vain for {what}");
            thread::sleep(Duration::from_millis(50));
        }
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

    fn picture(&self) -> Picture {
        let output = Command::new("import")
            .args(["-silent", "-window", "root", "-depth", "8", "rgb:-"])
            .env("DISPLAY", &self.display)
            .output()
            .unwrap();

        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Picture(output.stdout)
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

/// A screen that nobody sees, on the first number that is free.
fn server() -> (Running, String) {
    let mut child = Command::new("Xvfb")
        .args(["-displayfd", "1", "-noreset", "-nolisten", "tcp", "-screen", "0"])
        .arg(format!("{}x{}x24", SIZE.0, SIZE.1))
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
