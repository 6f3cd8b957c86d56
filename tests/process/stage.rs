//! The real program on a screen of its own, and its two processes as the system shows them.
use crate::journey::told::{Ear, Shown};
use crate::support::{self, Home};

use daypack::answers::Answers;
use daypack::content::{On, Pack};
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::plan::progress::{Earlier, Key, Role};
use daypack::vault::{self, Consent};
use rustix::process::{Pid, Signal, kill_process};

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

/// The longest any step may take: nothing is wrong with a machine that has much to do.
const PATIENCE: Duration = Duration::from_secs(60);

/// What opens the plan.
pub const PASSPHRASE: &str = "velvet comet ladder orbit plumage whisk";

/// What every note in the plan begins with: it stands nowhere else.
pub const CANARY: &str = "kwelmsprot";

/// How many notes there are.
pub const CANARIES: usize = 64;

/// The number that stands behind [`CANARY`] in a note.
pub fn canary(number: usize) -> String {
    format!("{CANARY}{number:02} over the harbour")
}

/// A program that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The program, on a screen of its own.
pub struct Stage {
    // In this order: the window goes first.
    keeper: Running,
    screen: Running,
    display: String,
    ear: Ear,
    /// Where its files are.
    pub home: Home,
}

impl Stage {
    /// In a new home, without a plan.
    pub fn empty() -> Self {
        Self::open(Home::new(), &[])
    }

    /// With a plan that takes this much work to open, and its passphrase being asked for.
    pub fn asked(work_factor: u8) -> Self {
        let home = Home::new();

        fs::write(home.join("notes.age"), sealed(work_factor)).unwrap();

        let stage = Self::open(home, &["notes.age"]);

        stage.page("open-passphrase");
        stage
    }

    /// With a plan that is open.
    pub fn opened() -> Self {
        let stage = Self::asked(2);

        stage.unlock();
        stage
    }

    fn open(home: Home, args: &[&str]) -> Self {
        let (screen, display) = screen();
        let mut keeper = Command::new(support::window())
            .arg("--trace")
            .args(args)
            .current_dir(home.path())
            .env_clear()
            .env("DISPLAY", &display)
            .env("HOME", home.path())
            .env("PATH", format!("{}:/usr/bin:/bin", home.path().display()))
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let ear = Ear::listening(keeper.stdout.take().unwrap());
        let stage = Self {
            keeper: Running(keeper),
            screen,
            display,
            ear,
            home,
        };

        stage.until("something on the page", || {
            (!stage.ear.last().page.is_empty()).then_some(())
        });
        stage.focus();
        stage
    }

    /// Types the passphrase and waits for the plan.
    pub fn unlock(&self) {
        self.focus();
        self.until("the field", || {
            let shown = self.ear.last();

            match shown.focused().is_some_and(|it| it.role == "Password") {
                true => Some(()),
                false => {
                    self.key("Tab");
                    thread::sleep(Duration::from_millis(60));
                    None
                }
            }
        });
        self.type_in(PASSPHRASE);
        self.key("Return");
        self.page("plan");
    }

    /// The process that was started.
    pub fn keeper(&self) -> u32 {
        self.keeper.0.id()
    }

    /// The process that it started, if there is one.
    pub fn worker_now(&self) -> Option<u32> {
        let path = format!("/proc/{0}/task/{0}/children", self.keeper());

        fs::read_to_string(path).ok()?.split_whitespace().next()?.parse().ok()
    }

    /// The process that it started.
    pub fn worker(&self) -> u32 {
        self.until("a worker", || self.worker_now())
    }

    /// Waits for another worker than `before`, with something in its window.
    pub fn next_worker(&self, before: u32, page: &str) -> u32 {
        let next = self.until("another worker", || self.worker_now().filter(|now| *now != before));

        self.page(page);
        self.focus();
        next
    }

    /// Waits for a page whose name begins so.
    pub fn page(&self, name: &str) -> Arc<Shown> {
        self.until(&format!("the page `{name}`"), || {
            Some(self.ear.last()).filter(|shown| shown.page.starts_with(name))
        })
    }

    /// What is on the page now.
    pub fn shown(&self) -> Arc<Shown> {
        self.ear.last()
    }

    /// Whether these words were told since the start.
    pub fn was_told(&self, words: &str) -> bool {
        self.ear.was_told(words)
    }

    /// Goes to the control of this name by Tab alone, and presses it.
    pub fn press(&self, name: &str) {
        self.until(name, || {
            let shown = self.ear.last();

            match shown.focused().is_some_and(|it| it.name == name) {
                true => Some(()),
                false => {
                    self.key("Tab");
                    thread::sleep(Duration::from_millis(40));
                    None
                }
            }
        });
        self.key("Return");
    }

    /// Presses keys.
    pub fn key(&self, keys: &str) {
        let keys: Vec<_> = ["key", "--delay", "12"].into_iter().chain(keys.split(' ')).collect();

        assert!(self.hands(&keys), "the keys were pressed");
    }

    /// Types words.
    pub fn type_in(&self, words: &str) {
        assert!(self.hands(&["type", "--delay", "12", words]), "the words were typed");
    }

    /// There is no window manager: whoever has a window has to ask for the keyboard.
    pub fn focus(&self) {
        self.until("a window", || {
            let way = [
                "search",
                "--sync",
                "--onlyvisible",
                "--name",
                "^Daypack$",
                "windowfocus",
                "--sync",
            ];

            self.hands(&way).then_some(())
        });
    }

    fn hands(&self, args: &[&str]) -> bool {
        Command::new("timeout")
            .args(["10", "xdotool"])
            .args(args)
            .env("DISPLAY", &self.display)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap()
            .success()
    }

    /// Waits for something.
    pub fn until<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let start = Instant::now();

        loop {
            if let Some(found) = look() {
                return found;
            }

            assert!(
                start.elapsed() < PATIENCE,
                "waited in vain for {what}, at {}",
                self.ear.last().place()
            );
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the program has ended by itself, and tells how and what it said.
    pub fn ended(&mut self) -> (Option<i32>, String) {
        let start = Instant::now();

        loop {
            if let Some(status) = self.keeper.0.try_wait().unwrap() {
                let mut said = String::new();
                let _ = self.keeper.0.stderr.take().unwrap().read_to_string(&mut said);

                return (status.code(), said);
            }

            assert!(start.elapsed() < PATIENCE, "it does not end");
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// Takes the screen away.
    pub fn pull_the_screen(&mut self) {
        self.screen.0.kill().unwrap();
        self.screen.0.wait().unwrap();
    }

    /// The plan as it is on the disk, opened.
    pub fn plan(&self) -> Document {
        let passphrase = Secret::from_text(PASSPHRASE).unwrap();
        let sealed = fs::read(self.path()).unwrap();

        vault::open(&sealed, &passphrase, Consent::NotAsked)
            .unwrap()
            .document(Pack::built_in())
            .unwrap()
    }

    /// Where the plan is.
    pub fn path(&self) -> PathBuf {
        self.home.join("notes.age")
    }
}

/// Whether there is such a process, and it is more than a note of its end.
pub fn lives(process: u32) -> bool {
    let status = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let state = status.rsplit(')').next().unwrap_or_default().trim().chars().next();

    state.is_some_and(|state| state != 'Z')
}

/// Sends a signal.
pub fn signal(process: u32, signal: Signal) {
    let process = i32::try_from(process).ok().and_then(Pid::from_raw).unwrap();

    kill_process(process, signal).unwrap();
}

/// A line of what the system says of a process.
pub fn status(process: u32, name: &str) -> String {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name));

    line.unwrap_or_default().trim_start_matches(':').trim().to_owned()
}

/// A file of what the system says of a process, in parts that nulls end.
pub fn told(process: u32, name: &str) -> Vec<String> {
    let bytes = fs::read(Path::new("/proc").join(process.to_string()).join(name)).unwrap();

    bytes
        .split(|byte| *byte == 0)
        .filter(|part| !part.is_empty())
        .map(|part| String::from_utf8_lossy(part).into_owned())
        .collect()
}

/// A whole plan with a note of the person's own on many of its lines.
fn sealed(work_factor: u8) -> Vec<u8> {
    let pack = Pack::built_in();
    let mut document = Document::new(pack);

    document.answers = Answers::of(&pack.personas[0]);

    for (number, measure) in pack.measures.iter().take(CANARIES).enumerate() {
        let key = Key {
            measure: measure.id.clone(),
            on: On::Person,
            role: Role::Second,
        };

        document
            .progress
            .set_earlier(key, Some(Earlier::Other(canary(number))))
            .unwrap();
    }

    let passphrase = Secret::from_text(PASSPHRASE).unwrap();

    vault::seal_with(&document.encode(pack), &passphrase, work_factor).unwrap()
}

/// A screen that nobody sees, on the first number that is free.
fn screen() -> (Running, String) {
    let mut child = Command::new("Xvfb")
        .args([
            "-displayfd",
            "1",
            "-r",
            "-noreset",
            "-nolisten",
            "tcp",
            "-screen",
            "0",
            "1280x900x24",
        ])
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
