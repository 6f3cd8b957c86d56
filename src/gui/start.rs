//! How the program starts: what was typed, and which of the two processes this one is.
//!
//! What the person starts keeps files, opens no window, and starts the worker at once; [`work`](super::work)
//! is how that one begins. Where we have built only one process, it does both.
use super::hands::Hands;
use crate::apart::{Opening, View};
use crate::harden::{self, Protections};
use crate::keep::Version;
use crate::paths::{self, Paths};
use crate::settings::{self, Settings};
use crate::usage::{self, Unread};
use crate::words;

use clap::Parser;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// An example that works as it stands, once there is a plan.
const EXAMPLE: &str = "daypack notes.age";

/// What can be typed.
#[derive(Parser)]
#[command(name = "daypack", version, about = words::text("start-about"), after_help = usage::example(EXAMPLE))]
struct Arguments {
    #[arg(value_name = "F", help = words::text("start-file"))]
    file: Option<PathBuf>,

    #[arg(long, help = words::text("start-self-check"))]
    self_check: bool,

    #[cfg(debug_assertions)]
    #[arg(long, help = words::text("start-gallery"))]
    gallery: bool,

    /// Tell on standard output what is on each page and where the keyboard is
    #[cfg(debug_assertions)]
    #[arg(long)]
    trace: bool,
}

/// What the window starts with.
#[derive(Clone)]
pub(crate) struct Start {
    /// What to show first.
    pub(crate) opening: Opening,
    /// Where things are kept.
    pub(crate) paths: Paths,
    /// Who keeps files.
    pub(crate) hands: Hands,
    /// How the program behaves.
    pub(crate) settings: Settings,
    /// What of that was not understood.
    pub(crate) notices: Vec<settings::Notice>,
    /// How the window was before; nothing for the first.
    pub(crate) view: Option<View>,
    /// What the operating system granted.
    pub(crate) protections: Protections,
}

impl Start {
    /// In one process, which keeps files itself.
    #[cfg(any(test, not(target_os = "linux")))]
    pub(crate) fn alone(opening: Opening, paths: Paths, protections: Protections) -> Self {
        let (settings, notices) = Settings::read(&paths);

        Self {
            opening,
            hands: Hands::new(paths.clone()),
            paths,
            settings,
            notices,
            view: None,
            protections,
        }
    }
}

/// Runs the program, whichever of the two processes this is.
pub fn run() -> ExitCode {
    let protections = harden::process();

    // Standard input stays: it is where a worker finds its keeper.
    harden::descriptors();

    #[cfg(target_os = "linux")]
    if let Some(line) = harden::Line::inherited() {
        return super::work::begin(line, protections);
    }

    begin(protections)
}

/// What the person started.
fn begin(protections: Protections) -> ExitCode {
    let arguments = match read() {
        Ok(arguments) => arguments,
        Err(code) => return code,
    };

    if arguments.self_check {
        return super::check::run();
    }

    if let Err(error) = harden::display() {
        return refuse(&format!("{error}. {}", error.advice()));
    }

    if paths::x11_display().is_none() && paths::wayland_display().is_none() {
        return refuse(&words::text("start-no-display"));
    }

    harden::environment();

    #[cfg(debug_assertions)]
    if arguments.gallery {
        return super::work::ended(super::gallery::run());
    }

    go_on(arguments, protections)
}

/// Keeps files for the workers that this process starts.
#[cfg(target_os = "linux")]
fn go_on(arguments: Arguments, _protections: Protections) -> ExitCode {
    use crate::apart::{self, End, Hello};

    let paths = Paths::here();
    let hello = Hello {
        settings: settings::Found::read(&paths),
        paths,
        is_remembered: true,
        opening: opening(&arguments),
        view: None,
        #[cfg(debug_assertions)]
        is_traced: arguments.trace,
        #[cfg(not(debug_assertions))]
        is_traced: false,
    };

    match apart::keep(hello) {
        End::Left => ExitCode::SUCCESS,
        // Nobody is there to read a sentence.
        End::DisplayGone => ExitCode::FAILURE,
        End::NoWindow | End::NotStarted => refuse(&words::text("start-no-window")),
        End::FallenTwice => refuse(&words::text("fallen-twice")),
    }
}

/// Keeps files and draws, in one process.
#[cfg(not(target_os = "linux"))]
fn go_on(arguments: Arguments, protections: Protections) -> ExitCode {
    super::work::prepare();

    match super::application(Start::alone(opening(&arguments), Paths::here(), protections)).run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => refuse(&words::text("start-no-window")),
    }
}

fn opening(arguments: &Arguments) -> Opening {
    match &arguments.file {
        Some(file) => Opening::File(file.clone(), Version::Current),
        None => Opening::Welcome,
    }
}

/// What was typed; or what to end with, when that was said.
fn read() -> Result<Arguments, ExitCode> {
    let typed: Vec<OsString> = std::env::args_os().collect();

    // Most often nothing is typed, or a file: that needs no parser, and a parser needs all its words.
    if let Some(file) = plain(&typed) {
        return Ok(Arguments {
            file,
            self_check: false,
            #[cfg(debug_assertions)]
            gallery: false,
            #[cfg(debug_assertions)]
            trace: false,
        });
    }

    usage::read(typed).map_err(|unread| match unread {
        Unread::Asked(help) => ExitCode::from(help.show()),
        Unread::Refused(refusal) => {
            refuse(&format!("{}\n{}", refusal.what, refusal.advice));

            ExitCode::from(2)
        }
    })
}

/// The file that was typed, if nothing else was.
fn plain(typed: &[OsString]) -> Option<Option<PathBuf>> {
    match typed {
        [] | [_] => Some(None),
        [_, file] if !file.is_empty() && !file.as_encoded_bytes().starts_with(b"-") => Some(Some(PathBuf::from(file))),
        _ => None,
    }
}

pub(super) fn refuse(sentence: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "{sentence}");

    ExitCode::FAILURE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(words: &[&str]) -> Option<Option<PathBuf>> {
        plain(&words.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn a_file_alone_needs_no_parser_and_means_the_same_with_one() {
        assert_eq!(typed(&["daypack"]), Some(None));
        assert_eq!(typed(&["daypack", "a b.age"]), Some(Some("a b.age".into())));

        for words in [
            &["daypack", "--help"][..],
            &["daypack", "-x"],
            &["daypack", ""],
            &["daypack", "a", "b"],
        ] {
            assert_eq!(typed(words), None);
        }

        let parsed: Arguments = usage::read(["daypack", "a b.age"].map(OsString::from)).unwrap();

        assert_eq!(Some(parsed.file), typed(&["daypack", "a b.age"]));
    }
}
