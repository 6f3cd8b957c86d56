//! Which screen comes next, and where one comes back to.
use super::ask::Ask;
use super::saving::busy;
use super::screens::Screen;
use super::{App, Message, Notice, ScreenMessage};
use crate::answers::LegalGate;
use crate::content::id::DecisionId;
use crate::gui::desk::Desk;
use crate::gui::screen::after::After;
use crate::gui::screen::copy::Copy;
use crate::gui::screen::decide::Decide;
use crate::gui::screen::gather::Gather;
use crate::gui::screen::help::Help;
use crate::gui::screen::open::{Open, Opened};
use crate::gui::screen::plan::Plan;
use crate::gui::screen::print::Print;
use crate::gui::screen::protect::Protect;
use crate::gui::screen::protects::Protects;
use crate::gui::screen::questions::Questions;
use crate::gui::screen::remove::Remove;
use crate::gui::screen::settings::Settings;
use crate::gui::screen::stack::Stack;
use crate::gui::screen::trouble::Trouble;
use crate::gui::screen::weigh::Weigh;
use crate::gui::screen::welcome::Welcome;
use crate::keep::Version;
use crate::print::Paper;
use crate::sheet::Form;
use crate::words;

use iced::Task;

use std::path::PathBuf;

/// Wraps what a screen wants to run.
pub(super) fn on_screen<M: Send + 'static>(task: Task<M>, wrap: fn(M) -> ScreenMessage) -> Task<Message> {
    task.map(move |message| Message::Screen(wrap(message)))
}

impl App {
    /// Puts another screen in place of the one on top.
    pub(super) fn show(&mut self, screen: Screen) -> Task<Message> {
        self.under.clear();
        self.screen = screen;

        Task::none()
    }

    /// Puts a screen on top, to come back from.
    pub(super) fn visit(&mut self, screen: Screen) -> Task<Message> {
        self.under.push(std::mem::replace(&mut self.screen, screen));

        Task::none()
    }

    /// Every screen there is, the one on top first.
    pub(super) fn pages(&mut self) -> impl Iterator<Item = &mut Screen> {
        std::iter::once(&mut self.screen).chain(self.under.iter_mut().rev())
    }

    /// Comes back to the screen under this one.
    pub(super) fn go_back(&mut self) -> Task<Message> {
        match self.under.pop() {
            Some(screen) => {
                self.screen = screen;

                Task::none()
            }
            None => self.resume(),
        }
    }

    pub(super) fn show_welcome(&mut self) -> Task<Message> {
        self.show(Screen::Welcome(Welcome::new(&[])))
    }

    /// The compiled-in checklist cannot be read: nothing can be asked.
    pub(super) fn show_trouble(&mut self) -> Task<Message> {
        let notice = Notice::new(words::text("notice-pack"), words::text("notice-pack-advice"));

        self.show(Screen::Trouble(Trouble::new(notice)))
    }

    pub(super) fn show_help(&mut self) -> Task<Message> {
        if matches!(self.screen, Screen::Help(_)) {
            return Task::none();
        }

        self.visit(Screen::Help(Help::new()))
    }

    pub(super) fn show_settings(&mut self) -> Task<Message> {
        if matches!(self.screen, Screen::Settings(_)) {
            return Task::none();
        }

        self.visit(Screen::Settings(Settings::new()))
    }

    pub(super) fn show_protects(&mut self) -> Task<Message> {
        if matches!(self.screen, Screen::Protects(_)) {
            return Task::none();
        }

        let (protects, task) = Protects::new(&self.context());

        Task::batch([
            self.visit(Screen::Protects(protects)),
            on_screen(task, ScreenMessage::Protects),
        ])
    }

    /// Handouts for a group.
    pub(super) fn show_stack(&mut self) -> Task<Message> {
        if matches!(self.screen, Screen::Stack(_)) {
            return Task::none();
        }

        self.visit(Screen::Stack(Stack::new()))
    }

    pub(super) fn show_weigh(&mut self) -> Task<Message> {
        let weigh = Weigh::new(&self.context());

        self.show(Screen::Weigh(weigh))
    }

    pub(super) fn show_decide(&mut self, decision: Option<DecisionId>) -> Task<Message> {
        let decide = Decide::new(&self.context(), decision);

        self.show(Screen::Decide(decide))
    }

    pub(super) fn show_plan(&mut self) -> Task<Message> {
        let plan = Plan::new(&self.context());

        self.show(Screen::Plan(plan))
    }

    /// What to do when something has happened, and how to put settings back.
    pub(super) fn show_after(&mut self) -> Task<Message> {
        if matches!(self.screen, Screen::After(_)) {
            return Task::none();
        }

        self.visit(Screen::After(After::new()))
    }

    /// The same before anything else, for somebody who said that it is going on or over.
    pub(super) fn show_after_first(&mut self) -> Task<Message> {
        if After::comes_first(&self.context()) {
            return self.visit(Screen::After(After::first()));
        }

        Task::none()
    }

    pub(super) fn show_print(&mut self, form: Form) -> Task<Message> {
        let (print, task) = Print::new(&self.context(), form);

        Task::batch([self.visit(Screen::Print(print)), on_screen(task, ScreenMessage::Print)])
    }

    /// An encrypted copy of the plan, to print.
    pub(super) fn show_copy(&mut self, paper: Paper) -> Task<Message> {
        let (copy, task) = Copy::new(&self.context(), paper);

        Task::batch([self.visit(Screen::Copy(copy)), on_screen(task, ScreenMessage::Copy)])
    }

    /// The texts of a copy, to be put together.
    pub(super) fn show_gather(&mut self) -> Task<Message> {
        self.visit(Screen::Gather(Gather::new()))
    }

    pub(super) fn show_protect(&mut self) -> Task<Message> {
        if matches!(self.screen, Screen::Protect(_)) {
            return Task::none();
        }

        let (protect, task) = Protect::new(&self.context());

        Task::batch([
            self.visit(Screen::Protect(protect)),
            on_screen(task, ScreenMessage::Protect),
        ])
    }

    /// How the plan goes away from this device; only where the answers allow to say how anything is deleted.
    pub(super) fn show_remove(&mut self) -> Task<Message> {
        let may_remove = self.desk.known().gate() == LegalGate::Open;

        match Remove::new(&self.context()) {
            Some((remove, task)) if may_remove => Task::batch([
                self.visit(Screen::Remove(remove)),
                on_screen(task, ScreenMessage::Remove),
            ]),
            _ => Task::none(),
        }
    }

    /// Opens a plan: this one, or one of those that are around.
    pub(super) fn show_open(&mut self, file: Option<(PathBuf, Version)>) -> Task<Message> {
        let (open, task) = Open::new(&self.context(), file);

        Task::batch([self.show(Screen::Open(open)), on_screen(task, ScreenMessage::Open)])
    }

    /// Lets the person choose a plan to open. One that was never saved is asked about first: it would be lost.
    pub(super) fn choose_plan(&mut self) -> Task<Message> {
        if self.desk.kept().is_none() && !self.desk.is_empty() {
            self.asking = Some(Ask::OpenAnother);

            return Task::none();
        }

        self.show_open(None)
    }

    /// The plan was locked: its passphrase opens it again.
    pub(super) fn show_locked(&mut self, file: Option<PathBuf>) -> Task<Message> {
        let (open, task) = Open::locked(&self.context(), file);

        Task::batch([self.show(Screen::Open(open)), on_screen(task, ScreenMessage::Open)])
    }

    /// A new plan. What lies on the desk is asked about first, if it would be lost.
    pub(super) fn start_anew(&mut self) -> Task<Message> {
        if self.busy.is_some() {
            // What is being saved must find the desk it came from.
            self.trouble = Some(busy());

            return Task::none();
        }

        if !self.desk.is_empty() && (self.desk.kept().is_none() || self.desk.is_edited()) {
            self.asking = Some(Ask::StartAnew);

            return Task::none();
        }

        self.clear_desk();

        let questions = Questions::start(&self.context());

        self.show(Screen::Questions(questions))
    }

    /// Empties the desk: nothing of the plan stays in this process's hands.
    pub(super) fn clear_desk(&mut self) {
        self.hands.release();
        self.empty_desk();
    }

    /// The same, without a word to the keeper: it waits for whatever else is asked of it.
    pub(super) fn empty_desk(&mut self) {
        self.desk = Desk::new(self.desk.pack);
        self.toast = None;
        self.trouble = None;
        self.is_beside = false;
    }

    pub(super) fn start_over(&mut self) -> Task<Message> {
        self.clear_desk();
        self.start_anew()
    }

    /// Back to where the work was: the plan once everything was asked, the first open question before.
    pub(super) fn resume(&mut self) -> Task<Message> {
        if self.desk.is_empty() {
            return self.show_welcome();
        }

        match Questions::resume(&self.context()) {
            Some(questions) => self.show(Screen::Questions(questions)),
            None => Task::batch([self.show_plan(), self.show_after_first()]),
        }
    }

    pub(super) fn opened(&mut self, opened: Opened) -> Task<Message> {
        // Not let go of: the keeper holds this very plan, so that no other window changes it.
        self.empty_desk();
        self.desk = Desk::opened(self.desk.pack, opened.document, opened.kept);

        #[cfg(debug_assertions)]
        super::fall::if_asked(&self.desk);

        if let Some(notice) = opened.notice {
            // What it says is mended by a save, without a change.
            self.desk.renew();
            self.trouble = Some(notice);
        }

        self.resume()
    }
}
