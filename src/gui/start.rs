//! How the window starts: what was typed, and what must hold before anything is drawn.
use crate::content::Pack;
use crate::gui::widget::fonts;
use crate::harden::{self, Protections};
use crate::paths::{self, Paths};
use crate::usage::{self, Unread};
use crate::words;

use clap::Parser;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;

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
    /// A plan to open at once.
    pub(crate) file: Option<PathBuf>,
    /// Where things are kept.
    pub(crate) paths: Paths,
    /// What the operating system granted.
    pub(crate) protections: Protections,
}

/// Opens the window and stays until it is closed.
pub fn run() -> ExitCode {
    let protections = harden::process();
    let arguments: Arguments = match usage::read(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(Unread::Asked(help)) => return ExitCode::from(help.show()),
        Err(Unread::Refused(refusal)) => {
            refuse(&format!("{}\n{}", refusal.what, refusal.advice));

            return ExitCode::from(2);
        }
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
    harden::descriptors();
    prepare();

    #[cfg(debug_assertions)]
    if arguments.gallery {
        return ended(super::gallery::run());
    }

    #[cfg(debug_assertions)]
    if arguments.trace {
        super::widget::trace::start();
    }

    let start = Start {
        file: arguments.file,
        paths: Paths::here(),
        protections,
    };

    ended(super::application(start).run())
}

/// Makes ready what takes a while, before and beside what the toolkit does to get a window.
fn prepare() {
    // Whoever asks for the checklist first waits for it, or reads it where there is no thread to be had.
    let _ = thread::Builder::new().spawn(Pack::built_in);

    fonts::load();
}

fn ended(outcome: iced::Result) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => refuse(&words::text("start-no-window")),
    }
}

fn refuse(sentence: &str) -> ExitCode {
    let _ = writeln!(io::stderr(), "{sentence}");

    ExitCode::FAILURE
}
