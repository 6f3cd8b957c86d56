//! The real program on a screen of its own, and its two processes as the system shows them.
use crate::journey::told::{Control, Ear, Shown};
use crate::leaks::canary;
use crate::support::display::Display;
use crate::support::running::{Running, awaited};
use crate::support::{self, Home};

use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::vault::{self, Consent};

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

/// How long a page may take to follow a key before the key counts as lost, because the window had no keyboard.
const SOON: Duration = Duration::from_secs(5);

/// What opens the plan.
pub const PASSPHRASE: &str = "velvet comet ladder orbit plumage whisk";

/// The program, on a screen of its own.
pub struct Stage {
    // In this order: the window goes first.
    keeper: Running,
    display: Display,
    ear: Ear,
    /// Where its files are.
    pub home: Home,
}

impl Stage {
    /// In a new home, without a plan.
    pub fn empty() -> Self {
        Self::open(Home::new(), &[], &[])
    }

    /// With a plan that takes this much work to open, and its passphrase being asked for.
    pub fn asked(work_factor: u8) -> Self {
        Self::asked_in(work_factor, &[])
    }

    /// The same with something in its environment.
    pub fn asked_in(work_factor: u8, environment: &[(&str, &str)]) -> Self {
        let home = Home::new();

        fs::write(home.join("notes.age"), sealed(work_factor)).unwrap();

        let stage = Self::open(home, &["notes.age"], environment);

        stage.page("open-passphrase");
        stage
    }

    /// With a plan that is open.
    pub fn opened() -> Self {
        let stage = Self::asked(2);

        stage.unlock();
        stage
    }

    fn open(home: Home, args: &[&str], environment: &[(&str, &str)]) -> Self {
        let display = Display::start((1280, 900), None);
        let mut keeper = Command::new(support::window())
            .arg("--trace")
            .args(args)
            .current_dir(home.path())
            .env_clear()
            .env("DISPLAY", display.name())
            .env("HOME", home.path())
            .env("PATH", format!("{}:/usr/bin:/bin", home.path().display()))
            .env("LC_ALL", "C.UTF-8")
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let ear = Ear::listening(keeper.stdout.take().unwrap());
        let stage = Self {
            keeper: Running(keeper),
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

    /// Types the passphrase where it is asked for.
    pub fn type_passphrase(&self) {
        self.focus();
        self.go("the field", |it| it.role == "Password");
        self.type_in(PASSPHRASE);
    }

    /// Types the passphrase and waits for the plan.
    pub fn unlock(&self) {
        self.type_passphrase();
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

    /// Whether the window ever told these words.
    pub fn was_told(&self, words: &str) -> bool {
        self.ear.was_told(words)
    }

    /// Goes to the control that is the one meant, by Tab alone.
    pub fn go(&self, what: &str, is: impl Fn(&Control) -> bool) {
        self.until(what, || {
            let before = self.ear.last();

            if before.focused().is_some_and(&is) {
                return Some(());
            }

            self.key("Tab");
            // Looking before the page has followed would press the key once too often.
            let _ = self.ear.wait(SOON, |shown| shown.keys > before.keys);

            None
        });
    }

    /// Goes to the control of this name, and presses it.
    pub fn press(&self, name: &str) {
        self.go(name, |it| it.name == name);
        self.key("Return");
    }

    /// Presses keys.
    pub fn key(&self, keys: &str) {
        self.display.press(keys);
    }

    /// Types words.
    pub fn type_in(&self, words: &str) {
        self.display.type_in(words);
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

            self.display.hands(&way).then_some(())
        });
    }

    /// Waits for something.
    pub fn until<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        awaited(look).unwrap_or_else(|| panic!("waited in vain for {what}, at {}", self.ear.last().place()))
    }

    /// Waits until the program has ended by itself, and tells how and what it said.
    pub fn ended(&mut self) -> (Option<i32>, String) {
        let status = awaited(|| self.keeper.0.try_wait().unwrap()).expect("it ends");
        let mut said = String::new();
        let _ = self.keeper.0.stderr.take().unwrap().read_to_string(&mut said);

        (status.code(), said)
    }

    /// Takes the screen away.
    pub fn pull_the_screen(&mut self) {
        self.display.end();
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
    document.progress = canary::notes(canary::COUNT);

    let passphrase = Secret::from_text(PASSPHRASE).unwrap();

    vault::seal_with(&document.encode(pack), &passphrase, work_factor).unwrap()
}
