//! Somebody who looks at everything the system tells about our processes, every 50 ms, while they run.
use crate::support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How often one looks.
const EVERY: Duration = Duration::from_millis(50);

/// How often one looks at the windows, which takes two programs.
const WINDOWS_EVERY: Duration = Duration::from_millis(300);

/// What was to be seen.
#[derive(Debug, Default)]
pub struct Seen {
    /// How often somebody looked.
    pub times: u32,
    /// How many of our processes there were.
    pub processes: BTreeSet<u32>,
    /// Arguments, variables, names of processes and threads: by where they were read.
    pub said: BTreeMap<&'static str, BTreeSet<String>>,
    /// Everything the display knows about windows: title, class, and the rest.
    pub windows: BTreeSet<String>,
}

/// Somebody who looks until told to stop.
pub struct Watch {
    is_over: Arc<AtomicBool>,
    display: Arc<Mutex<Option<String>>>,
    looking: JoinHandle<Seen>,
}

impl Watch {
    /// Begins to look at the processes of these programs.
    pub fn over(programs: &[&Path]) -> Self {
        let programs: Vec<PathBuf> = programs.iter().map(|path| path.canonicalize().unwrap()).collect();
        let is_over = Arc::new(AtomicBool::new(false));
        let display = Arc::new(Mutex::new(None));
        let looking = thread::spawn({
            let (is_over, display) = (Arc::clone(&is_over), Arc::clone(&display));

            move || look(&programs, &is_over, &display)
        });

        Self {
            is_over,
            display,
            looking,
        }
    }

    /// Looks at the windows of this display too; at none any more with `None`.
    pub fn at(&self, display: Option<String>) {
        *self.display.lock().unwrap() = display;
    }

    /// Stops, and tells what was seen.
    pub fn over_now(self) -> Seen {
        self.is_over.store(true, Ordering::Relaxed);
        self.looking.join().unwrap()
    }
}

fn look(programs: &[PathBuf], is_over: &AtomicBool, display: &Mutex<Option<String>>) -> Seen {
    let mut seen = Seen::default();
    let mut at_windows = Instant::now();

    while !is_over.load(Ordering::Relaxed) {
        seen.times += 1;

        for (number, folder) in processes(programs) {
            seen.processes.insert(number);
            processes_tell(&folder, &mut seen.said);
        }

        let shown = display.lock().unwrap().clone();

        if let Some(display) = shown.filter(|_| at_windows.elapsed() > WINDOWS_EVERY) {
            seen.windows.extend(windows_tell(&display));
            at_windows = Instant::now();
        }

        thread::sleep(EVERY);
    }

    seen
}

/// The processes that run one of these programs.
fn processes(programs: &[PathBuf]) -> Vec<(u32, PathBuf)> {
    fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|entry| {
            let number = entry.file_name().to_str()?.parse().ok()?;
            let program = fs::read_link(entry.path().join("exe")).ok()?;

            programs.contains(&program).then(|| (number, entry.path()))
        })
        .collect()
}

/// What the system tells about one process to whoever asks.
fn processes_tell(folder: &Path, said: &mut BTreeMap<&'static str, BTreeSet<String>>) {
    let mut add = |what: &'static str, path: PathBuf| {
        if let Ok(bytes) = fs::read(path) {
            let text = String::from_utf8_lossy(&bytes).trim_end().to_owned();

            said.entry(what).or_default().insert(text);
        }
    };

    for what in ["cmdline", "environ", "comm", "wchan"] {
        add(what, folder.join(what));
    }

    for thread in fs::read_dir(folder.join("task")).into_iter().flatten().flatten() {
        add("threads", thread.path().join("comm"));
    }

    let open = fs::read_dir(folder.join("fd")).into_iter().flatten().flatten();
    let open = open.filter_map(|entry| fs::read_link(entry.path()).ok());

    said.entry("open files")
        .or_default()
        .extend(open.map(|path| path.display().to_string()));
}

/// What the display tells about every window on it.
fn windows_tell(display: &str) -> Vec<String> {
    let run = |program: &str, args: &[&str]| {
        let output = support::run(Command::new(program).args(args).env("DISPLAY", display), b"");

        String::from_utf8_lossy(&output.stdout).into_owned()
    };

    run("xdotool", &["search", "--onlyvisible", "--name", ".*"])
        .lines()
        .flat_map(|window| {
            run("xprop", &["-id", window])
                .lines()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// A watch that sees nothing proves nothing.
#[test]
fn what_a_process_says_of_itself_is_seen() {
    if !support::has_all("what_a_process_says_of_itself_is_seen", &["sleep"]) {
        return;
    }

    let sleep = std::env::split_paths(&std::env::var_os("PATH").unwrap())
        .map(|folder| folder.join("sleep"))
        .find(|path| path.is_file())
        .unwrap();
    let watch = Watch::over(&[&sleep]);
    let mut child = Command::new(&sleep)
        .arg("61.5")
        .env("A_CANARY", "sings")
        .spawn()
        .unwrap();

    thread::sleep(20 * EVERY);

    let _ = child.kill();
    let _ = child.wait();
    let seen = watch.over_now();
    let has = |what: &str, words: &str| seen.said[what].iter().any(|text| text.contains(words));

    assert!(seen.processes.contains(&child.id()));
    assert!(has("cmdline", "61.5") && has("environ", "A_CANARY=sings"), "{seen:?}");
}
