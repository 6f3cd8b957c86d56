//! What happens without the person's hands: the clock, other windows, the end of the session; and lock,
//! cover and exit, which it can lead to.
//!
//! Before the first save, locking only covers the page, because there is no passphrase to open it with.
//! After it, locking saves, drops the plan and asks for the passphrase.
use super::ask::Ask;
use super::saving::After;
use super::screens::Screen;
use super::{App, Message};
use crate::apart::Opening;
use crate::gui::clock::{self, Beat, Sleep};
use crate::gui::shortcut::{self, Shortcut};
use crate::gui::widget::{Page, page, primary, soft};
use crate::keep::Version;
use crate::words;

use iced::{Event, Length, Task, event, keyboard, mouse, touch, window};

use std::path::PathBuf;
use std::time::Duration;

/// How long before locking the person is asked whether they are there.
const NOTICE: Duration = Duration::from_secs(30);

/// Events that matter to the whole window. A click only sets the time: it makes no message. A key that a
/// control wanted for itself still covers, locks and leaves.
pub(super) fn around(event: Event, status: event::Status, id: window::Id) -> Option<Message> {
    match event {
        Event::Keyboard(key) => {
            clock::touch();

            match status {
                event::Status::Ignored => shortcut::read(&key),
                event::Status::Captured => shortcut::urgent(&key),
            }
            .map(Message::Pressed)
        }
        Event::Touch(_) => {
            clock::touch();

            None
        }
        Event::Mouse(
            mouse::Event::ButtonPressed(_) | mouse::Event::WheelScrolled { .. } | mouse::Event::CursorMoved { .. },
        ) => {
            clock::touch();

            None
        }
        Event::Window(window::Event::Opened { size, .. }) => Some(Message::Shown(id, size)),
        Event::Window(window::Event::Resized(size)) => Some(Message::Resized(id, size)),
        Event::Window(window::Event::Focused) => Some(Message::Focused),
        Event::Window(window::Event::Unfocused) => Some(Message::Unfocused),
        Event::Window(window::Event::CloseRequested) => Some(Message::CloseRequested),
        Event::Window(window::Event::FileDropped(path)) => Some(Message::Dropped(path)),
        _ => None,
    }
}

/// What brings a covered page back: any key that is no shortcut, any click.
pub(super) fn uncovering(event: Event, _: event::Status, _: window::Id) -> Option<Message> {
    match event {
        // What is a shortcut comes as one, and once: otherwise Escape would uncover the page and leave it.
        Event::Keyboard(pressed) if shortcut::read(&pressed).is_some() => None,
        Event::Keyboard(keyboard::Event::KeyPressed { key, .. }) => {
            let is_for_others = matches!(
                key.as_ref(),
                keyboard::Key::Named(
                    keyboard::key::Named::F12
                        | keyboard::key::Named::F9
                        | keyboard::key::Named::Control
                        | keyboard::key::Named::Shift
                        | keyboard::key::Named::Alt
                        | keyboard::key::Named::Super
                )
            );

            (!is_for_others).then_some(Message::Uncover)
        }
        Event::Mouse(mouse::Event::ButtonPressed(_)) | Event::Touch(touch::Event::FingerPressed { .. }) => {
            Some(Message::Uncover)
        }
        _ => None,
    }
}

impl App {
    /// A second went by, the computer woke up, or the session ends.
    pub(super) fn beat(&mut self, beat: Beat) -> Task<Message> {
        match beat {
            Beat::Second if !self.sleep.was_longer() => {
                let now = clock::now();

                Task::batch([self.take_back_in_time(now), self.second(now, clock::idle())])
            }
            Beat::Second | Beat::Woke => self.woke(),
            Beat::Ending => self.save_then(After::Exit),
        }
    }

    /// The computer slept and woke up. Heard of by whatever comes first: an event, a picture, or the clock.
    fn woke(&mut self) -> Task<Message> {
        self.sleep = Sleep::until_now();
        self.lock_or_cover()
    }

    /// What is due `now`, when nobody has pressed a key for `idle`.
    pub(super) fn second(&mut self, now: Duration, idle: Duration) -> Task<Message> {
        if self.toast.as_ref().is_some_and(|toast| toast.until <= now) {
            self.toast = None;
        }

        let limit = Duration::from_secs(60 * u64::from(self.settings.idle_minutes));

        // A cover hides a plan that is kept, but only locking drops it and its passphrase.
        let can_lock = self.desk.kept().is_some() && self.busy.is_none() && !self.is_locking();

        if idle >= limit {
            self.forget_typed();
        }

        if !self.desk.is_bare() && (!self.is_covered || can_lock) {
            if idle >= limit {
                self.is_asked_whether_there = false;

                return self.lock_or_cover();
            }

            self.is_asked_whether_there = !self.is_covered && idle + NOTICE >= limit;
        }

        // What is being taken away must not be written again behind its back.
        let is_going = matches!(self.screen, Screen::Remove(_));

        if self.busy.is_none() && !is_going && self.desk.wants_saving(now) {
            return match self.is_locking() {
                // It is tried again as soon as nobody is there to answer what was asked.
                true if idle < NOTICE => Task::none(),
                true => self.save_then(After::Lock),
                false => self.save_then(After::Stay),
            };
        }

        Task::none()
    }

    /// The person asked to lock, or walked away.
    pub(super) fn lock(&mut self) -> Task<Message> {
        self.is_menu_open = false;

        self.lock_or_cover()
    }

    fn lock_or_cover(&mut self) -> Task<Message> {
        self.is_asked_whether_there = false;
        self.another = None;

        self.forget_typed();

        let back = self.take_back();

        if let Some((path, version)) = self.being_opened() {
            // What is being opened is not there yet: its passphrase goes, and is asked for again.
            return self.hand_over(Opening::File(path, version));
        }

        if self.desk.kept().is_none() && self.busy.is_none() {
            return Task::batch([back, self.cover_page()]);
        }

        // Covered at once; the last changes are saved behind the cover.
        self.is_covered = true;
        self.is_lock_asked = true;
        self.asking = None;

        Task::batch([back, self.save_then(After::Lock)])
    }

    /// Whether a lock was asked for that waits: for what is under way, or for an answer.
    pub(super) fn is_locking(&self) -> bool {
        let is_asked = matches!(self.asking, Some(Ask::LockUnsaved | Ask::ExitUnsaved));

        self.is_lock_asked && (self.busy.is_some() || is_asked)
    }

    /// The plan whose passphrase is being tried at this moment.
    fn being_opened(&mut self) -> Option<(PathBuf, Version)> {
        self.pages().find_map(|screen| match screen {
            Screen::Open(open) => open.being_opened(),
            _ => None,
        })
    }

    /// A passphrase that was typed to open a plan, and not used yet, waits for nobody.
    fn forget_typed(&mut self) {
        for screen in self.pages() {
            if let Screen::Open(open) = screen {
                open.forget_typed();
            }
        }
    }

    /// Drops the plan and its passphrase, and asks for it again; or goes on to another plan that waits.
    pub(super) fn lock_now(&mut self) -> Task<Message> {
        let kept = self.desk.kept().map(|kept| kept.path.clone());
        let opening = match (self.another.take(), kept) {
            (Some((path, version)), _) => Opening::File(path, version),
            (None, Some(path)) if self.is_beside => Opening::Beside(path),
            (None, kept) => Opening::Locked(kept),
        };

        self.hand_over(opening)
    }

    /// Hides everything behind a neutral page.
    pub(super) fn cover_page(&mut self) -> Task<Message> {
        self.is_covered = true;
        self.is_menu_open = false;

        Task::none()
    }

    /// Brings the page back. A plan that is being locked stays covered until it is.
    pub(super) fn uncover(&mut self) -> Task<Message> {
        if !self.is_locking() {
            self.is_covered = false;
            self.is_lock_asked = false;
        }

        Task::none()
    }

    pub(super) fn came_to_front(&mut self) -> Task<Message> {
        self.was_in_front = true;
        self.is_in_front = true;
        self.may_take_back(clock::now());

        Task::none()
    }

    /// Another window is in front: what is private is covered.
    pub(super) fn lost_focus(&mut self) -> Task<Message> {
        self.is_in_front = false;

        if self.was_in_front && self.settings.covers_on_lost_focus && self.screen.is_private() {
            return self.cover_page();
        }

        Task::none()
    }

    /// The person wants to close the window: saved first, or asked.
    pub(super) fn close(&mut self) -> Task<Message> {
        if self.desk.kept().is_none() && !self.desk.is_empty() && self.busy.is_none() {
            self.is_covered = false;
            self.is_lock_asked = false;
            self.asking = Some(Ask::ExitUnsaved);

            return Task::none();
        }

        self.save_then(After::Exit)
    }

    /// A file was dropped on the window: the screen that can use it gets it.
    pub(super) fn dropped(&mut self, path: PathBuf) -> Task<Message> {
        match self.screen.dropped(path) {
            Some(message) => self.tell(message),
            None => Task::none(),
        }
    }

    /// Keys while a cover or a dialog is over the page.
    pub(super) fn pressed_over_the_page(&mut self, shortcut: Shortcut) -> Task<Message> {
        match shortcut {
            Shortcut::Lock => self.lock(),
            Shortcut::Cover if !self.is_covered => self.cover_page(),
            _ if self.is_covered => self.uncover(),
            _ => Task::none(),
        }
    }

    /// The neutral page that hides everything.
    pub(super) fn cover(&self) -> Page<'_, Message> {
        let is_locking = self.is_locking();
        let sentence = if is_locking { "cover-locking" } else { "cover-lead" };

        page("cover", words::text("cover-title"))
            .push(soft(words::text(sentence)).width(Length::Fill))
            .primary(
                primary(words::text("cover-return"))
                    .on_press_maybe((!is_locking).then_some(Message::Uncover))
                    .starts(),
            )
    }
}
