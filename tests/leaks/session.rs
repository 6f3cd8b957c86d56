//! One session of the real programs, from a new file to the end, with everything recorded that it leaves:
//! the raw disk its home was on, each of its calls, its processes as the system shows them.
//!
//! It runs once, and several tests look at it. Every word that a person could say in it is a canary.
mod terminal;
mod window;

use super::canary::{self, Hits, Search, canary};
use super::trace::Trace;
use super::watch::{Seen, Watch};
use crate::journey;
use crate::support::{self, Drive, Home};

use daypack::content::Pack;
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::vault;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Instant;

/// What it takes.
pub const PROGRAMS: &[&str] = &["Xvfb", "openbox", "xdotool", "xprop", "dbus-run-session"];

/// How many canaries are notes of the plan that is opened; the others are said on the way.
pub const NOTES: usize = 56;

const TYPED_NOTE: usize = 56;
const ABOUT: usize = 57;
const NAME: usize = 58;
const PASSPHRASE: usize = 59;
const MADE: usize = 60;
const CHANGED: usize = 61;
const WRONG: usize = 62;
const SCANNED: usize = 63;

/// What was left of it.
pub struct Session {
    /// Where the home was.
    pub home: PathBuf,
    /// What is in the home, folders too, after the last program has ended.
    pub left: Vec<String>,
    /// Each call of each program.
    pub trace: Trace,
    /// The processes and windows, while they were there.
    pub seen: Seen,
    /// The display the window was on.
    pub display: String,
    /// Its disk, in a file: or why it was on no disk of its own.
    pub disk: Result<Left, String>,
}

/// What a laboratory finds on a disk.
pub struct Left {
    /// After the session.
    pub hits: Hits,
    /// With the same words on it in plain text, and after that was deleted.
    pub control: [Hits; 2],
    /// How many bytes of the disk were written at all.
    pub written: usize,
}

/// The one session.
pub static SESSION: LazyLock<Session> = LazyLock::new(run);

/// What a terminal alone leaves on a disk of this kind.
///
/// # Errors
/// When this machine or this user cannot make such a disk.
pub fn on_a_disk(kind: &str, mib: u64) -> Result<Left, String> {
    let mut drive = Drive::new(kind, mib)?;
    let aside = Home::new();
    let home = Home::within(&drive.path());

    fs::write(home.join("notes.age"), plan()).unwrap();
    fs::create_dir(home.join("tmp")).unwrap();
    terminal::all(&home, &aside, &aside.join("trace"));

    Ok(left_on(&mut drive))
}

fn run() -> Session {
    let start = Instant::now();
    let aside = Home::new();
    let log = aside.join("trace");
    let mut drive = Drive::new("ext4 with a journal", 64);
    let home = match &drive {
        Ok(drive) => Home::within(&drive.path()),
        Err(_) => Home::new(),
    };

    fs::write(home.join("notes.age"), plan()).unwrap();
    fs::create_dir(home.join("tmp")).unwrap();

    let watch = Watch::over(&[support::cli(), support::window()]);
    let mut calls = terminal::all(&home, &aside, &log);
    let display = window::all(&home, &log, &watch);

    calls.extend(Trace::read(&fs::read_to_string(&log).unwrap()).0);

    let session = Session {
        left: everything(home.path()),
        home: home.path().to_owned(),
        trace: Trace(calls),
        seen: watch.over_now(),
        display,
        disk: match &mut drive {
            Ok(drive) => Ok(left_on(drive)),
            Err(reason) => Err(reason.clone()),
        },
    };

    support::say(&format!(
        "one session: {} calls, looked at {} times, {:.0} s",
        session.trace.0.len(),
        session.seen.times,
        start.elapsed().as_secs_f32()
    ));

    session
}

/// A plan with a note of the person's own on many of its lines.
fn document() -> Document {
    let pack = Pack::built_in();
    let mut document = Document::new(pack);

    document.answers = journey::answers(pack).1;
    document.progress = canary::notes(NOTES);

    document
}

fn plan() -> Vec<u8> {
    let text = document().encode(Pack::built_in());

    vault::seal_with(&text, &Secret::from_text(&canary(PASSPHRASE)).unwrap(), 16).unwrap()
}

/// Every file and folder below a folder.
fn everything(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];

    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap().flatten() {
            let path = entry.path();

            found.push(path.strip_prefix(folder).unwrap().display().to_string());

            if entry.file_type().unwrap().is_dir() {
                open.push(path);
            }
        }
    }

    found.sort();
    found
}

/// Takes the disk away, and reads it from its first byte to its last.
fn left_on(drive: &mut Drive) -> Left {
    let search = Search::new();
    let look = |drive: &mut Drive| {
        drive.unmount().unwrap();

        fs::read(drive.image()).unwrap()
    };
    let bytes = look(drive);
    let hits = search.of(&bytes);
    let plain = drive.path().join("plain.toml");

    drive.mount().unwrap();
    fs::write(&plain, canary::all().join("\n")).unwrap();

    let exported = search.of(&look(drive));

    drive.mount().unwrap();
    fs::remove_file(&plain).unwrap();

    Left {
        hits,
        control: [exported, search.of(&look(drive))],
        written: bytes.iter().filter(|byte| **byte != 0).count(),
    }
}
