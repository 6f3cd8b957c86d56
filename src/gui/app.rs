//! The one place where screens meet: what is on top, what lies under it, and what follows from what.
//!
//! Stories live in `app/`: [`story`] is the way through the screens, [`watch`] is what happens without the
//! person's hands, [`saving`] is how a plan gets to its file, [`removal`] how it goes away, [`leave`] is what one
//! worker hands to the next, [`clip`] is what becomes of what was copied. Screens never reach each other.
mod ask;
mod clip;
#[cfg(debug_assertions)]
mod fall;
mod leave;
mod menu;
mod removal;
mod saving;
mod screens;
mod story;
#[cfg(test)]
mod walk;
mod watch;
mod way;

use super::clock::{self, Beat, Sleep};
use super::context::Context;
use super::desk::Desk;
use super::fit;
use super::hands::Hands;
use super::notice::Notice;
use super::safe::Done;
use super::screen::{
    after, copy, decide, gather, help, open, plan, print, protect, protects, questions, remove,
    settings as settings_screen, stack, trouble, weigh, welcome,
};
use super::shortcut::Shortcut;
use super::start::Start;
use super::theme::{Direction, Look, Shade};
use super::widget::{Print, Root};
use crate::apart::{Opening, View};
use crate::content::{Date, Pack};
use crate::harden::Protections;
use crate::keep::Version;
use crate::paths::{self, Paths};
use crate::settings::{self, Settings};
use crate::sheet;
use saving::Busy;
use screens::Screen;

use iced::{Element, Size, Subscription, Task, Theme, event, window};

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// The application.
pub(crate) struct App {
    screen: Screen,
    under: Vec<Screen>,
    /// The checklist as it was written, from which every other language is made.
    base: &'static Pack,
    desk: Desk,
    hands: Hands,
    paths: Paths,
    settings: Settings,
    protections: Protections,
    today: Date,
    /// Whether a neutral page hides everything.
    is_covered: bool,
    /// Whether the window was ever in front: one that opens behind another has nothing to hide yet.
    was_in_front: bool,
    /// Whether it is now.
    is_in_front: bool,
    /// Whether "still there?" is being asked.
    is_asked_whether_there: bool,
    is_menu_open: bool,
    asking: Option<ask::Ask>,
    toast: Option<Toast>,
    /// What was copied and is to be taken back.
    lent: Option<clip::Lent>,
    trouble: Option<Notice>,
    /// What is under way with the file of the plan.
    busy: Option<Busy>,
    /// Whether locking was asked for, and nobody took that back.
    is_lock_asked: bool,
    /// Whether the plan was saved beside another one, and nobody has read that yet.
    is_beside: bool,
    /// What is to be opened once the plan on the desk is saved.
    another: Option<(PathBuf, Version)>,
    /// How the window is, for the one that comes after it.
    view: Option<View>,
    /// Whether the first picture is in the window.
    is_painted: bool,
    /// How long the computer had slept when this window last heard of it.
    sleep: Sleep,
}

/// Something short that was just done, and until when it is shown.
struct Toast {
    what: String,
    until: Duration,
    can_undo: bool,
}

/// How long a toast stays.
const TOAST: Duration = Duration::from_secs(8);

impl Toast {
    fn undoable(what: String, now: Duration) -> Self {
        Self {
            what,
            until: now + TOAST,
            can_undo: true,
        }
    }

    fn plain(what: String, now: Duration) -> Self {
        Self {
            what,
            until: now + TOAST,
            can_undo: false,
        }
    }
}

/// Everything that can happen. Never a secret in it.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// On a screen.
    Screen(ScreenMessage),
    /// In the menu.
    Menu(menu::Message),
    /// In a question over the page.
    Ask(ask::Message),
    /// A key that nothing on the page wanted.
    Pressed(Shortcut),
    /// A key or a click while the page is covered.
    Uncover,
    /// Nobody's hands.
    Beat(Beat),
    /// The window is there, and so large.
    Shown(window::Id, Size),
    /// The first picture is in the window.
    Painted,
    /// The window has another size.
    Resized(window::Id, Size),
    /// Whether the window fills the screen.
    Maximized(bool),
    /// The window came to the front.
    Focused,
    /// Another window came to the front.
    Unfocused,
    /// The person wants to close the window.
    CloseRequested,
    /// A file was dropped on the window.
    Dropped(PathBuf),
    /// Something was copied.
    Copied(Print),
    /// What was in the clipboard when that was to be taken back.
    TookBack(Print, clip::Found),
    /// Nothing of the plan is here any more, nor in the clipboard: another process shows what comes next.
    GiveWay(Opening),
    /// Lock.
    Lock,
    /// Open or close the menu.
    ToggleMenu,
    /// Take the last change back.
    Undo,
    /// The notice was read.
    DismissTrouble,
    /// Save the plan somewhere else than it is kept.
    SaveElsewhere,
    /// A save ended.
    Saved(Result<Arc<Done>, Notice>),
}

/// What happened on which screen.
#[derive(Debug, Clone)]
pub(crate) enum ScreenMessage {
    /// On the first page.
    Welcome(welcome::Message),
    /// On a question.
    Questions(questions::Message),
    /// On the risk board.
    Weigh(weigh::Message),
    /// On a decision.
    Decide(decide::Message),
    /// On the plan.
    Plan(plan::Message),
    /// On the page for afterwards.
    After(after::Message),
    /// Where it is protected.
    Protect(protect::Message),
    /// Where it is opened.
    Open(open::Message),
    /// Where it is printed.
    Print(print::Message),
    /// Where it is taken away.
    Remove(remove::Message),
    /// Where an encrypted copy is printed.
    Copy(copy::Message),
    /// Where an encrypted copy is put together.
    Gather(gather::Message),
    /// In the settings.
    Settings(settings_screen::Message),
    /// On the page of promises.
    Protects(protects::Message),
    /// On the page of keys.
    Help(help::Message),
    /// For trainers.
    Stack(stack::Message),
    /// Where trouble is told.
    Trouble(trouble::Message),
}

impl App {
    /// Starts at the welcome, or at the file that was named.
    pub(crate) fn new(start: Start) -> (Self, Task<Message>) {
        let base = Pack::built_in();
        let desk = Desk::new(base);
        let mut app = Self {
            base,
            screen: Screen::Welcome(welcome::Welcome::new(&start.notices)),
            under: Vec::new(),
            desk,
            hands: start.hands,
            paths: start.paths,
            settings: start.settings,
            protections: start.protections,
            today: today(),
            is_covered: false,
            was_in_front: false,
            is_in_front: false,
            is_asked_whether_there: false,
            is_menu_open: false,
            asking: None,
            toast: None,
            lent: None,
            trouble: None,
            busy: None,
            is_lock_asked: false,
            is_beside: false,
            another: None,
            view: start.view,
            is_painted: false,
            sleep: Sleep::until_now(),
        };

        app.speak();

        // The tests let no such program through; a damaged copy of it may still be started.
        let task = match app.desk.pack.questions.is_empty() {
            true => app.show_trouble(),
            false => app.begin_at(start.opening),
        };

        (app, task)
    }

    pub(crate) fn theme(&self) -> Theme {
        self.look().theme()
    }

    pub(crate) fn scale_factor(&self) -> f32 {
        self.look().scale()
    }

    fn look(&self) -> Look {
        Look {
            shade: match self.settings.theme {
                settings::Theme::Light => Shade::Light,
                settings::Theme::Dark => Shade::Dark,
                settings::Theme::ContrastDark => Shade::ContrastDark,
                settings::Theme::ContrastLight => Shade::ContrastLight,
            },
            direction: match sheet::Direction::of(&self.desk.pack.lang) {
                sheet::Direction::LeftToRight => Direction::LeftToRight,
                sheet::Direction::RightToLeft => Direction::RightToLeft,
            },
            text: self.settings.text_percent,
        }
    }

    fn context(&self) -> Context<'_> {
        Context {
            desk: &self.desk,
            hands: &self.hands,
            settings: &self.settings,
            look: self.look(),
            paths: &self.paths,
            protections: self.protections.by_now(),
            today: self.today,
        }
    }

    /// Everything that can happen, one call each.
    pub(crate) fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Screen(message) => self.tell(message),
            Message::Menu(message) => self.choose_from_menu(message),
            Message::Ask(message) => self.answered(message),
            Message::Pressed(shortcut) => self.pressed(shortcut),
            Message::Uncover => self.uncover(),
            Message::Beat(beat) => self.beat(beat),
            Message::Shown(window, size) => Task::batch([fit::to_screen(window, size), self.resized(window, size)]),
            Message::Painted => self.painted(),
            Message::Resized(window, size) => self.resized(window, size),
            Message::Maximized(is_maximized) => self.maximized(is_maximized),
            Message::Focused => self.came_to_front(),
            Message::Unfocused => self.lost_focus(),
            Message::CloseRequested => self.close(),
            Message::Dropped(path) => self.dropped(path),
            Message::Copied(print) => self.copied(print, clock::now()),
            Message::TookBack(print, found) => self.took_back(print, found),
            Message::GiveWay(opening) => self.give_way(opening),
            Message::Lock => self.lock(),
            Message::ToggleMenu => {
                self.is_menu_open = !self.is_menu_open;

                Task::none()
            }
            Message::Undo => self.undo(),
            Message::DismissTrouble => {
                self.trouble = None;
                self.is_beside = false;

                Task::none()
            }
            Message::SaveElsewhere => {
                self.trouble = None;
                self.is_beside = false;

                self.show_protect()
            }
            Message::Saved(outcome) => self.saved(outcome),
        }
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        let (look, sleep) = (self.look(), self.sleep);
        let (has_slept, woke) = (move || sleep.was_longer(), Message::Beat(Beat::Woke));

        // Between waking up and locking nothing is shown, whoever asks for a picture first.
        if self.is_covered || has_slept() {
            return Root::new(look.direction, self.cover())
                .depth(self.under.len() + 1)
                .dialog(self.asked_over_the_cover())
                .unless(has_slept, woke)
                .into();
        }

        let page = self
            .screen
            .view(&self.context())
            .map(Message::Screen)
            .hand(menu::lock_button(self.desk.kept().is_some()))
            .hand(menu::button())
            .notice(self.news());

        Root::new(look.direction, page)
            .depth(self.under.len())
            .on_copy(Message::Copied)
            .dialog(self.dialog())
            .unless(has_slept, woke)
            .into()
    }

    pub(crate) fn subscription(&self) -> Subscription<Message> {
        let cover = self.is_covered;

        Subscription::batch([
            clock::beats().map(Message::Beat),
            event::listen_with(watch::around),
            if cover {
                event::listen_with(watch::uncovering)
            } else {
                Subscription::none()
            },
            if self.is_painted {
                Subscription::none()
            } else {
                window::frames().map(|_| Message::Painted)
            },
        ])
    }
}

fn today() -> Date {
    // A clock that is off by centuries dates nothing of ours: the pack's own day is then the best guess.
    Date::from_days(paths::today()).unwrap_or(Pack::built_in().reviewed)
}

#[cfg(test)]
mod tests;
