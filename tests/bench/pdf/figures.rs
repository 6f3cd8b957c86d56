//! What a process took, and the limits it must keep: printed as they are looked at, and again by the way
//! the program ends.
use std::env;
use std::fmt;
use std::fs;
use std::process::{Command, ExitCode};
use std::time::Duration;

/// What one process took.
pub struct Figure {
    pub milliseconds: f64,
    /// The most memory it used.
    pub mebibytes: f64,
    pub pages: usize,
}

impl Figure {
    pub fn a_page(&self) -> f64 {
        self.milliseconds / self.pages as f64
    }

    /// The better of two runs of the same: the shorter time, and the larger memory.
    fn improve(&mut self, other: &Self) {
        self.milliseconds = self.milliseconds.min(other.milliseconds);
        self.mebibytes = self.mebibytes.max(other.mebibytes);
    }

    /// Reads what [`say`] said.
    pub fn read(said: &[u8]) -> Option<Self> {
        let said = String::from_utf8_lossy(said);
        let mut numbers = said.split_whitespace();

        Some(Self {
            milliseconds: numbers.next()?.parse().ok()?,
            mebibytes: numbers.next()?.parse().ok()?,
            pages: numbers.next()?.parse().ok()?,
        })
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            milliseconds,
            mebibytes,
            pages,
        } = self;

        write!(
            f,
            "{pages} pages: {milliseconds:.1} ms, {:.3} ms a page, {mebibytes:.1} MiB at most",
            self.a_page()
        )
    }
}

/// What is measured: runs once in a fresh process, or says why it cannot.
pub type Subject<'a> = &'a dyn Fn() -> Result<Figure, String>;

/// The best figures of each subject. They take turns, so that what else the computer does hits all.
pub fn in_turns<const N: usize>(runs: usize, subjects: [Subject<'_>; N]) -> [Result<Figure, String>; N] {
    let mut best = subjects.map(|subject| subject());

    for _ in 1..runs {
        for (best, subject) in best.iter_mut().zip(subjects) {
            if let Ok(best) = best
                && let Ok(figure) = subject()
            {
                best.improve(&figure);
            }
        }
    }

    best
}

/// Does in this process what every program of ours does first, and says what [`of_a_process`] asked it for.
pub fn asked() -> Option<String> {
    daypack::harden::process();

    let mut arguments = env::args().skip(1);

    arguments.next().filter(|first| first == "--one")?;
    arguments.next()
}

/// Says what this process took, for [`of_a_process`] to read.
pub fn say(took: Duration, pages: usize) {
    println!("{} {} {pages}", took.as_secs_f64() * 1_000.0, peak());
}

/// The most memory this process has used, in MiB.
fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());

    kib.unwrap_or(f64::NAN) / 1_024.0
}

/// Starts this program again, asks it for one of its subjects, and reads what it took.
pub fn of_a_process(subject: &str) -> Result<Figure, String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let run = Command::new(program)
        .args(["--one", subject])
        .output()
        .map_err(|error| error.to_string())?;

    Figure::read(&run.stdout).ok_or_else(|| String::from_utf8_lossy(&run.stderr).into_owned())
}

/// What has to hold, and what did not.
#[derive(Default)]
pub struct Limits {
    broken: Vec<String>,
}

impl Limits {
    pub fn at_most(&mut self, what: &str, is: f64, most: f64) {
        self.hold(format!("{what}: {is:.2} (at most {most})"), is <= most);
    }

    pub fn at_least(&mut self, what: &str, is: f64, least: f64) {
        self.hold(format!("{what}: {is:.2} (at least {least})"), is >= least);
    }

    fn hold(&mut self, said: String, does: bool) {
        println!("{} {said}", if does { "kept  " } else { "BROKEN" });

        if !does {
            self.broken.push(said);
        }
    }

    /// How the program ends: with 1 where a limit is broken.
    pub fn end(&self) -> ExitCode {
        ExitCode::from(u8::from(!self.broken.is_empty()))
    }
}
