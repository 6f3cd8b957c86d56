//! From one worker to the next: locking, another plan, and the page after a mistake of ours.
//!
//! A plan that was open is never left behind in memory: the process that had it ends, and another one shows
//! what comes next in a window of the same size. Where there is only one process, it goes on there.
use super::ask::Ask;
use super::saving::{After, beside};
use super::screens::Screen;
use super::{App, Message, Notice};
use crate::apart::{Fallen, Farewell, Opening, View};
use crate::gui::screen::welcome::Welcome;
use crate::harden::{self, fence};
use crate::keep::Version;
use crate::words;

use iced::{Size, Task, window};

use std::path::PathBuf;

impl App {
    /// Shows what is to be shown first.
    pub(super) fn begin_at(&mut self, opening: Opening) -> Task<Message> {
        match opening {
            Opening::Welcome => Task::none(),
            Opening::Choose => self.show_open(None),
            Opening::File(path, version) => self.show_open(Some((path, version))),
            Opening::Locked(file) => self.show_locked(file),
            Opening::Beside(file) => {
                self.trouble = Some(beside(&file));

                self.show_locked(Some(file))
            }
            Opening::Fallen(fallen) => self.show_fallen(fallen),
        }
    }

    /// Another worker ended by mistake: says so, and what is safe.
    fn show_fallen(&mut self, fallen: Fallen) -> Task<Message> {
        let minutes = [("minutes", fallen.minutes.into())];
        let advice = match &fallen.file {
            Some(_) => words::text_with("fallen-kept", &minutes),
            None => words::text("fallen-unsaved"),
        };

        self.trouble = Some(Notice::new(words::text("fallen"), advice));

        match fallen.file {
            Some(file) => self.show_locked(Some(file)),
            None => Task::none(),
        }
    }

    /// Opens another plan, in a process of its own when there is one in the memory of this one. What lies on the
    /// desk is saved first, or asked about.
    pub(super) fn open_another(&mut self, path: PathBuf, version: Version) -> Task<Message> {
        if self.desk.is_bare() {
            return self.show_open(Some((path, version)));
        }

        self.another = Some((path, version));

        if self.desk.kept().is_none() {
            self.asking = Some(Ask::OpenAnother);

            return Task::none();
        }

        self.save_then(After::Lock)
    }

    /// Drops everything that was said, and hands over to what shows `opening`: at once, or as soon as what was
    /// copied is taken back.
    pub(super) fn hand_over(&mut self, opening: Opening) -> Task<Message> {
        self.empty_desk();
        self.asking = None;
        self.is_menu_open = false;
        self.is_covered = false;
        self.is_lock_asked = false;
        self.under.clear();
        self.screen = Screen::Welcome(Welcome::new(&[]));

        if self.lent.is_none() {
            return self.give_way(opening);
        }

        self.is_covered = true;
        self.take_back().chain(Task::done(Message::GiveWay(opening)))
    }

    /// Ends this process, for the one that shows `opening`.
    pub(super) fn give_way(&mut self, opening: Opening) -> Task<Message> {
        self.is_covered = false;

        let opening = self.hands.leave(Farewell {
            opening,
            settings: self.settings.clone(),
            view: self.view,
        });

        self.begin_at(opening)
    }

    /// The first picture is in the window, and nobody was asked anything yet: everything that the toolkit opens
    /// is open, so this is where the second part of the fence goes up.
    pub(super) fn painted(&mut self) -> Task<Message> {
        self.is_painted = true;
        harden::has_painted();

        if self.hands.is_apart() {
            self.protections.fence = fence::second(self.protections.fence);
        }

        Task::none()
    }

    /// The window has this size from now on.
    pub(super) fn resized(&mut self, window: window::Id, size: Size) -> Task<Message> {
        // In pixels of the window, whatever the size of the text: that may change, and the window stays.
        let scale = self.scale_factor();
        let whole = |length: f32| (length * scale).round().clamp(1.0, 20_000.0) as u32;

        self.view = Some(View {
            width: whole(size.width),
            height: whole(size.height),
            is_maximized: self.view.is_some_and(|view| view.is_maximized),
        });

        window::is_maximized(window).map(Message::Maximized)
    }

    /// Whether the window fills the screen.
    pub(super) fn maximized(&mut self, is_maximized: bool) -> Task<Message> {
        if let Some(view) = &mut self.view {
            view.is_maximized = is_maximized;
        }

        Task::none()
    }
}
