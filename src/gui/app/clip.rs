//! What is copied is lent: ten seconds later, at a lock and at the end it is taken back, unless another
//! program has copied something since.
//!
//! Nothing of the words is kept here, only their print, so the clipboard is read before it is emptied. On
//! Wayland a window may do neither behind others: what is due then waits until this one is in front.
use super::{App, Message, Toast};
use crate::gui::clock;
use crate::gui::widget::Print;
use crate::harden::fence;
use crate::words;

use iced::{Task, clipboard};
use zeroize::Zeroizing;

use std::time::Duration;

/// How long what was copied can be pasted.
const LENT: Duration = Duration::from_secs(10);

/// How much later than the window its clipboard may learn that they are in front.
const IN_FRONT: Duration = Duration::from_millis(250);

/// Something that was copied and not taken back yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lent {
    print: Print,
    /// Until when; or nothing while that is over, and the window not in front.
    until: Option<Duration>,
}

/// What was in the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// What was lent. It is taken back.
    Ours,
    /// Something else, which is left alone.
    Others,
    /// No words, or none that may be seen now.
    Nothing,
}

impl App {
    /// Something was copied out of a field.
    pub(super) fn copied(&mut self, print: Print, now: Duration) -> Task<Message> {
        let until = now + LENT;
        let said = match fence::is_on_wayland() {
            true => words::text("clip-copied-in-front"),
            false => words::text("clip-copied"),
        };

        self.lent = Some(Lent {
            print,
            until: Some(until),
        });
        self.toast = Some(Toast::plain(said, now));
        clock::wake_at(until);

        Task::none()
    }

    /// Takes back what was lent for long enough.
    pub(super) fn take_back_in_time(&self, now: Duration) -> Task<Message> {
        match self.lent.and_then(|lent| lent.until) {
            Some(until) if until <= now => self.take_back(),
            _ => Task::none(),
        }
    }

    /// Takes back what was lent, however long ago.
    pub(super) fn take_back(&self) -> Task<Message> {
        self.lent.map_or_else(Task::none, |lent| empty(lent.print))
    }

    /// The clipboard was looked into.
    pub(super) fn took_back(&mut self, print: Print, found: Found) -> Task<Message> {
        // Something else may have been copied meanwhile.
        if let Some(lent) = self.lent.as_mut().filter(|lent| lent.print == print) {
            if found == Found::Nothing && !self.is_in_front {
                lent.until = None;
            } else {
                self.lent = None;
            }
        }

        Task::none()
    }

    /// The window is in front: what was due meanwhile is taken back as soon as its clipboard knows that too.
    pub(super) fn may_take_back(&mut self, now: Duration) {
        let soon = now + IN_FRONT;

        if let Some(lent) = &mut self.lent
            && lent.until.is_none_or(|until| until < soon)
        {
            lent.until = Some(soon);
            clock::wake_at(soon);
        }
    }

    /// Ends the program, once what was lent is taken back.
    pub(super) fn leave(&self) -> Task<Message> {
        self.take_back().chain(iced::exit())
    }
}

/// Empties the clipboard if what bears this print is in it.
fn empty(print: Print) -> Task<Message> {
    clipboard::read().then(move |words| {
        let found = match words.map(Zeroizing::new) {
            Some(words) if Print::of(&words) == print => Found::Ours,
            Some(_) => Found::Others,
            None => Found::Nothing,
        };
        let told = Task::done(Message::TookBack(print, found));

        match found {
            Found::Ours => clipboard::write(String::new()).chain(arrived()).chain(told),
            Found::Others | Found::Nothing => told,
        }
    })
}

/// Waits until the display has heard what was written: it answers in the order in which it was asked. Many desktops
/// keep what a program copied when that program ends, but for what it took back itself.
fn arrived() -> Task<Message> {
    clipboard::read().then(|words| {
        drop(words.map(Zeroizing::new));

        Task::none()
    })
}
