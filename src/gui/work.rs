//! How the worker starts: the process that draws and thinks, and opens no file of the person's.
//!
//! It inherits four things: the line to its keeper on descriptor 0, which is moved away and closed on `exec`;
//! descriptors 1 and 2, for a test that listens and for a sentence when it fails; and the environment, for
//! the display. Its arguments say nothing.
use super::start::Start;
use super::widget::fonts;
use crate::apart::{self, Link};
use crate::content::Pack;
use crate::gui::hands::Hands;
use crate::harden::{self, Line, Protections, fence};

use std::process::ExitCode;
use std::thread;

/// Begins as a worker, with the keeper at the other end of `line`, and stays until the window is closed.
#[cfg(target_os = "linux")]
pub(super) fn begin(line: Line, protections: Protections) -> ExitCode {
    harden::panics_end_it(apart::NO_WINDOW);

    if !harden::belong_to_parent(&line) {
        // The keeper died before we could say that we die with it.
        return ExitCode::FAILURE;
    }

    harden::no_new_privileges();
    harden::environment();

    let Some((link, hello)) = Link::listen(line) else {
        return ExitCode::FAILURE;
    };

    // This is the only thread, and nothing of the person's is in memory yet. Whatever is read from the disk
    // from here on has to be on the list of the fence; its second part follows the first picture.
    let protections = Protections {
        fence: fence::first(),
        ..protections
    };

    prepare();

    #[cfg(debug_assertions)]
    if hello.is_traced {
        super::widget::trace::start();
    }

    let hands = Hands::apart(link);
    let asked = hands.clone();

    // Where the system says it, this process cannot read.
    harden::room_as_said_by(move || asked.checked().ok()?.left);

    let (settings, notices) = hello.settings();
    let start = Start {
        opening: hello.opening,
        paths: hello.paths,
        hands,
        settings,
        notices,
        view: hello.view,
        protections,
    };

    ended(super::application(start).run())
}

/// Makes ready what takes a while, before and beside what the toolkit does to get a window.
pub(super) fn prepare() {
    // Whoever asks for the checklist first waits for it, or reads it where there is no thread to be had.
    let _ = thread::Builder::new().spawn(Pack::built_in);

    fonts::load();
}

/// Nothing is unwound that could hang: what a window took with it is the system's to clear.
pub(super) fn ended(outcome: iced::Result) -> ExitCode {
    harden::leave_with(match outcome {
        Ok(()) => 0,
        Err(_) => apart::NO_WINDOW,
    })
}
