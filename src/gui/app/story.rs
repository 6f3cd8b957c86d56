//! The way through the screens: what follows from what a screen says.
use super::screens::Screen;
use super::way::on_screen;
use super::{App, Message, Notice, ScreenMessage, Toast};
use crate::answers::{Answers, Given};
use crate::gui::clock;
use crate::gui::context::Context;
use crate::gui::screen::{
    after, copy, decide, gather, help, open, plan, print, protect, protects, questions, remove,
    settings as settings_screen, stack, trouble, weigh, welcome,
};
use crate::gui::shortcut::Shortcut;
use crate::gui::theme::Look;
use crate::interview::Step;
use crate::keep::Version;
use crate::plan::progress::{self, Progress};
use crate::sheet::Form;
use crate::words;

use iced::Task;

/// Lends the screen on top and the context around it at once: two disjoint parts of the application.
macro_rules! with {
    ($app:ident, $kind:ident, $screen:ident, $cx:ident => $update:expr) => {{
        let $cx = Context {
            desk: &$app.desk,
            hands: &$app.hands,
            settings: &$app.settings,
            look: $app.look(),
            paths: &$app.paths,
            protections: $app.protections,
            today: $app.today,
        };

        match &mut $app.screen {
            Screen::$kind($screen) => $update,
            // A message that comes late, from a screen that is no longer there.
            _ => return Task::none(),
        }
    }};
}

impl App {
    /// Tells the screen on top what happened on it, and does what follows.
    pub(super) fn tell(&mut self, message: ScreenMessage) -> Task<Message> {
        match message {
            // Whatever page is on top by now: the desk has to know.
            ScreenMessage::Remove(remove::Message::Removed(outcome)) => self.removed(outcome),
            ScreenMessage::Welcome(message) => {
                let action = with!(self, Welcome, it, cx => it.update(&cx, message));

                self.after_welcome(action)
            }
            ScreenMessage::Questions(message) => {
                let action = with!(self, Questions, it, cx => it.update(&cx, message));

                self.after_questions(action)
            }
            ScreenMessage::Weigh(message) => {
                let action = with!(self, Weigh, it, cx => it.update(&cx, message));

                self.after_weigh(action)
            }
            ScreenMessage::Decide(message) => {
                let action = with!(self, Decide, it, cx => it.update(&cx, message));

                self.after_decide(action)
            }
            ScreenMessage::Plan(message) => {
                let action = with!(self, Plan, it, cx => it.update(&cx, message));

                self.after_plan(action)
            }
            ScreenMessage::After(message) => {
                let action = with!(self, After, it, cx => it.update(&cx, message));

                self.after_after(action)
            }
            ScreenMessage::Protect(message) => {
                let action = with!(self, Protect, it, cx => it.update(&cx, message));

                match action {
                    protect::Action::None => Task::none(),
                    protect::Action::Run(task) => on_screen(task, ScreenMessage::Protect),
                    protect::Action::Save(wish) => self.save_as(wish),
                    protect::Action::Remove => self.show_remove(),
                    protect::Action::Leave => self.go_back(),
                }
            }
            ScreenMessage::Remove(message) => {
                let action = with!(self, Remove, it, cx => it.update(&cx, message));

                match action {
                    remove::Action::None => Task::none(),
                    remove::Action::Begin => self.begin_removal(),
                    remove::Action::Leave if self.desk.kept().is_none() => {
                        self.clear_desk();
                        self.show_welcome()
                    }
                    remove::Action::Leave => self.go_back(),
                }
            }
            ScreenMessage::Open(message) => {
                let action = with!(self, Open, it, cx => it.update(&cx, message));

                match action {
                    open::Action::None => Task::none(),
                    open::Action::Run(task) => on_screen(task, ScreenMessage::Open),
                    open::Action::Another(path, version) => self.open_another(path, version),
                    open::Action::Opened(opened) => self.opened(*opened),
                    open::Action::FromPaper => self.show_gather(),
                    open::Action::Leave => self.show_welcome(),
                }
            }
            ScreenMessage::Print(message) => {
                let action = with!(self, Print, it, cx => it.update(&cx, message));

                match action {
                    print::Action::None => Task::none(),
                    print::Action::Run(task) => on_screen(task, ScreenMessage::Print),
                    print::Action::Copy(paper) => self.show_copy(paper),
                    print::Action::Leave => self.go_back(),
                }
            }
            ScreenMessage::Copy(message) => {
                let action = with!(self, Copy, it, cx => it.update(&cx, message));

                match action {
                    copy::Action::None => Task::none(),
                    copy::Action::Run(task) => on_screen(task, ScreenMessage::Copy),
                    copy::Action::Leave => self.go_back(),
                }
            }
            ScreenMessage::Gather(message) => {
                let action = with!(self, Gather, it, cx => it.update(&cx, message));

                match action {
                    gather::Action::None => Task::none(),
                    gather::Action::Run(task) => on_screen(task, ScreenMessage::Gather),
                    gather::Action::Open(path) => self.open_another(path, Version::Current),
                    gather::Action::Leave => self.go_back(),
                }
            }
            ScreenMessage::Settings(message) => {
                let action = with!(self, Settings, it, cx => it.update(&cx, message));

                match action {
                    settings_screen::Action::Change(settings) => self.change_settings(settings),
                    settings_screen::Action::Leave => self.go_back(),
                }
            }
            ScreenMessage::Protects(message) => {
                let action = with!(self, Protects, it, cx => it.update(&cx, message));

                match action {
                    protects::Action::None => Task::none(),
                    protects::Action::Leave => self.go_back(),
                }
            }
            ScreenMessage::Help(message) => {
                let action = with!(self, Help, it, cx => it.update(&cx, message));

                match action {
                    help::Action::None => Task::none(),
                    help::Action::Leave => self.go_back(),
                }
            }
            ScreenMessage::Stack(message) => {
                let action = with!(self, Stack, it, cx => it.update(&cx, message));

                match action {
                    stack::Action::None => Task::none(),
                    stack::Action::Run(task) => on_screen(task, ScreenMessage::Stack),
                    stack::Action::ShowGuide => self.show_print(Form::Guide),
                    stack::Action::Leave => self.go_back(),
                }
            }
            ScreenMessage::Trouble(message) => {
                let action = with!(self, Trouble, it, cx => it.update(&cx, message));

                match action {
                    trouble::Action::Leave => self.show_welcome(),
                }
            }
        }
    }

    fn after_welcome(&mut self, action: welcome::Action) -> Task<Message> {
        match action {
            welcome::Action::None => Task::none(),
            welcome::Action::Start => self.start_anew(),
            welcome::Action::Continue => self.resume(),
            welcome::Action::Open => self.choose_plan(),
            welcome::Action::ShowStack => self.show_stack(),
            welcome::Action::ShowAfter => self.show_after(),
            welcome::Action::ShowProtects => self.show_protects(),
            welcome::Action::ShowSettings => self.show_settings(),
            welcome::Action::Change(settings) => self.change_settings(settings),
        }
    }

    fn after_questions(&mut self, action: questions::Action) -> Task<Message> {
        match action {
            questions::Action::None => Task::none(),
            questions::Action::Give(question, given) => self.answer(words::text("change-answer"), |answers| {
                answers.give(question, given);
            }),
            questions::Action::Skip(question, step) => {
                let _ = self.answer(words::text("change-answer"), |answers| {
                    answers.give(question, Given::Unknown);
                });

                match step {
                    Step::Asking => Task::none(),
                    Step::Finished => self.show_weigh(),
                }
            }
            questions::Action::Leave => self.show_welcome(),
            questions::Action::SaidWhen => self.show_after_first(),
            questions::Action::Finish => self.show_weigh(),
        }
    }

    fn after_weigh(&mut self, action: weigh::Action) -> Task<Message> {
        match action {
            weigh::Action::None => Task::none(),
            weigh::Action::Weigh(threat, weight) => self.answer(words::text("change-weight"), |answers| {
                answers.weigh(threat, weight);
            }),
            weigh::Action::Leave => {
                let questions = questions::Questions::at_end(&self.context());

                self.show(Screen::Questions(questions))
            }
            weigh::Action::Finish if self.desk.decisions().is_empty() => self.show_plan(),
            weigh::Action::Finish => self.show_decide(None),
        }
    }

    fn after_decide(&mut self, action: decide::Action) -> Task<Message> {
        match action {
            decide::Action::None => Task::none(),
            decide::Action::Decide(decision, option) => self.answer(words::text("change-decision"), |answers| {
                answers.decide(decision, option);
            }),
            decide::Action::Reopen(decision, is_last) => {
                if self.desk.answers().decided(&decision).is_some() {
                    let _ = self.answer(words::text("change-decision"), |answers| {
                        answers.reopen(&decision);
                    });
                }

                if is_last { self.show_plan() } else { Task::none() }
            }
            decide::Action::Leave => self.show_weigh(),
            decide::Action::Finish => self.show_plan(),
        }
    }

    fn after_plan(&mut self, action: plan::Action) -> Task<Message> {
        match action {
            plan::Action::None => Task::none(),
            plan::Action::Mark(keys, mark) => self.mark(plan::said(mark), |progress| {
                keys.into_iter().try_for_each(|key| progress.set(key, mark).map(drop))
            }),
            plan::Action::Earlier(key, earlier) => self.mark(words::text("change-earlier"), |progress| {
                progress.set_earlier(key, earlier).map(drop)
            }),
            plan::Action::Version(device, version) => self.answer(words::text("change-version"), |answers| {
                answers.set_version(device, version);
            }),
            plan::Action::Ask(question) => {
                let questions = questions::Questions::at(&self.context(), question);

                self.show(Screen::Questions(questions))
            }
            plan::Action::Weigh => self.show_weigh(),
            plan::Action::Decide(decision) => self.show_decide(decision),
            plan::Action::Print => self.show_print(Form::List),
            plan::Action::After => self.show_after(),
            plan::Action::Save if self.desk.kept().is_some_and(|kept| !kept.access.is_read_only()) => self.save_now(),
            plan::Action::Save | plan::Action::Protect => self.show_protect(),
            plan::Action::ReadNews => {
                self.desk.read_news();

                Task::none()
            }
        }
    }

    fn after_after(&mut self, action: after::Action) -> Task<Message> {
        match action {
            after::Action::None => Task::none(),
            after::Action::End(keys, ending) => self.mark(words::text("change-ending"), |progress| {
                keys.into_iter()
                    .try_for_each(|key| progress.set_ending(key, ending).map(drop))
            }),
            after::Action::Ask(question) => {
                let questions = questions::Questions::at(&self.context(), question);

                self.show(Screen::Questions(questions))
            }
            after::Action::ShowPlan => self.show_plan(),
            after::Action::Open => self.choose_plan(),
            after::Action::Print => self.show_print(Form::Restore),
            after::Action::Leave => self.go_back(),
        }
    }

    /// Changes what was said, and shows what can be taken back.
    fn answer(&mut self, what: String, change: impl FnOnce(&mut Answers)) -> Task<Message> {
        self.desk.answer(what, clock::now(), change);
        self.toast = None;

        Task::none()
    }

    fn mark(
        &mut self,
        what: String,
        change: impl FnOnce(&mut Progress) -> Result<(), progress::Error>,
    ) -> Task<Message> {
        let now = clock::now();

        match self.desk.mark(what.clone(), now, change) {
            Ok(()) => self.toast = Some(Toast::undoable(what, now)),
            Err(error) => {
                self.trouble = Some(Notice::new(
                    words::sentence(&error.to_string()),
                    error.advice().to_owned(),
                ))
            }
        }

        Task::none()
    }

    /// Takes the last change back and says so.
    pub(super) fn undo(&mut self) -> Task<Message> {
        let now = clock::now();
        let what = match self.desk.undo(now) {
            Some(what) => words::text_with("undone", &[("what", what.into())]),
            None => words::text("undone-nothing"),
        };

        self.toast = Some(Toast::plain(what, now));

        Task::none()
    }

    /// A key that nothing on the page wanted: first for the whole window, then for the screen.
    pub(super) fn pressed(&mut self, shortcut: Shortcut) -> Task<Message> {
        if shortcut == Shortcut::Leave {
            crate::harden::leave_now();
        }

        if self.is_covered || self.dialog_is_open() {
            return self.pressed_over_the_page(shortcut);
        }

        match shortcut {
            Shortcut::Help => self.show_help(),
            Shortcut::Cover => self.cover_page(),
            Shortcut::Lock => self.lock(),
            Shortcut::Undo => self.undo(),
            Shortcut::Larger => self.resize_text(Look::larger),
            Shortcut::Smaller => self.resize_text(Look::smaller),
            Shortcut::Reset => self.resize_text(|look| Look { text: 100, ..look }),
            Shortcut::Save if !self.desk.is_empty() => self.after_plan(plan::Action::Save),
            Shortcut::Print if matches!(self.screen, Screen::Plan(_)) => self.after_plan(plan::Action::Print),
            _ => match self.screen.shortcut(&self.context(), shortcut) {
                Some(message) => self.tell(message),
                None => Task::none(),
            },
        }
    }
}
