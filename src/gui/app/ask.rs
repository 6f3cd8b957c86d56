//! What is asked over the page, before something would be lost; and what is told there.
use super::saving::After;
use super::{App, Message as AppMessage, Notice, menu};
use crate::gui::widget::{Dialog, Kind, body, dialog, notice, primary, quiet, secondary, severe, soft, toast};
use crate::words;

use iced::{Element, Task};

/// A question that has to be answered first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    /// A new plan would take the place of one that is not saved.
    StartAnew,
    /// Another plan would take the place of one that is not saved.
    OpenAnother,
    /// Locking would lose what could not be saved.
    LockUnsaved,
    /// Leaving would lose what is not saved.
    ExitUnsaved,
}

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Message {
    /// Go back; nothing happens.
    Stay,
    /// Save it first.
    Save,
    /// Save it somewhere else.
    Elsewhere,
    /// Do it; what is not saved is gone.
    Lose,
    /// "I am here."
    Here,
}

impl Ask {
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::StartAnew => (
                words::id("ask-anew"),
                words::id("ask-anew-about"),
                words::id("ask-anew-lose"),
            ),
            Self::OpenAnother => (
                words::id("ask-open"),
                words::id("ask-open-about"),
                words::id("ask-open-lose"),
            ),
            Self::LockUnsaved => (
                words::id("ask-lock"),
                words::id("ask-lock-about"),
                words::id("ask-lock-lose"),
            ),
            Self::ExitUnsaved => (
                words::id("ask-exit"),
                words::id("ask-exit-about"),
                words::id("ask-exit-lose"),
            ),
        }
    }

    /// The question; and why the plan could not be saved, if that was tried.
    fn dialog<'a>(self, refusal: Option<&Notice>) -> Dialog<'a, AppMessage> {
        let (title, about, lose) = self.words();
        let say = |message| AppMessage::Ask(message);
        let asked = dialog(title, words::text(title)).push(body(words::text(about)));

        let asked = match refusal {
            None => asked.action(primary(words::text("ask-save")).on_press(say(Message::Save))),
            Some(why) => asked
                .push(soft(why.advice.clone()))
                .action(primary(words::text("ask-save-again")).on_press(say(Message::Save)))
                .action(secondary(words::text("save-elsewhere")).on_press(say(Message::Elsewhere))),
        };

        asked
            .action(secondary(words::text("ask-stay")).on_press(say(Message::Stay)))
            .action(severe(words::text(lose)).on_press(say(Message::Lose)))
            .on_escape(say(Message::Stay))
    }
}

impl App {
    /// Whether something is over the page that has to be answered first.
    pub(super) fn dialog_is_open(&self) -> bool {
        self.is_menu_open || self.asking.is_some() || self.is_asked_whether_there
    }

    /// What is over the page.
    pub(super) fn dialog(&self) -> Option<Dialog<'_, AppMessage>> {
        if self.is_asked_whether_there {
            return Some(still_there(self.desk.kept().is_some()));
        }

        if let Some(ask) = self.asking {
            return Some(ask.dialog(self.refusal()));
        }

        self.is_menu_open
            .then(|| menu::menu(self.look(), self.desk.last_change()))
    }

    /// What is over a cover: only what a lock waits for. It says nothing of the plan.
    pub(super) fn asked_over_the_cover(&self) -> Option<Dialog<'_, AppMessage>> {
        self.asking
            .filter(|_| self.is_locking())
            .map(|ask| ask.dialog(self.refusal()))
    }

    /// Why what is asked about could not be saved. Said in the question: what tells it on the page is behind it.
    fn refusal(&self) -> Option<&Notice> {
        let was_tried = matches!(self.asking, Some(Ask::LockUnsaved | Ask::ExitUnsaved)) && self.may_save();

        self.trouble.as_ref().filter(|_| was_tried)
    }

    /// The person is here and goes on: nothing is locked, left or opened.
    fn carry_on(&mut self) {
        if let Some(busy) = &mut self.busy {
            busy.after = busy.after.min(After::Close);
        }

        self.is_covered = false;
        self.is_lock_asked = false;
        self.another = None;
    }

    /// What has happened, above the bar at the bottom.
    pub(super) fn news(&self) -> Option<Element<'_, AppMessage>> {
        if let Some(trouble) = &self.trouble {
            let elsewhere = (self.desk.kept().is_some() && self.desk.is_edited()).then(|| {
                secondary(words::text("save-elsewhere"))
                    .id("save-elsewhere")
                    .on_press(AppMessage::SaveElsewhere)
            });
            let close = quiet(words::text("close"))
                .id("close-trouble")
                .on_press(AppMessage::DismissTrouble);

            let actions = elsewhere.into_iter().chain([close]).collect();

            return Some(notice(
                Kind::Caution,
                trouble.what.as_str(),
                trouble.advice.as_str(),
                actions,
            ));
        }

        self.toast.as_ref().map(|it| {
            let undo = it
                .can_undo
                .then(|| quiet(words::text("undo")).id("undo-toast").on_press(AppMessage::Undo));

            toast(it.what.as_str(), undo)
        })
    }

    /// Whether the plan can be saved where it is kept.
    fn may_save(&self) -> bool {
        self.desk.kept().is_some_and(|kept| !kept.access.is_read_only())
    }

    /// A question over the page was answered.
    pub(super) fn answered(&mut self, message: Message) -> Task<AppMessage> {
        if message == Message::Here {
            self.is_asked_whether_there = false;

            return Task::none();
        }

        let Some(ask) = self.asking.take() else {
            return Task::none();
        };

        match (message, ask) {
            (Message::Stay | Message::Here, _) => {
                self.carry_on();

                Task::none()
            }
            (Message::Lose, Ask::StartAnew | Ask::OpenAnother | Ask::LockUnsaved) if self.busy.is_some() => {
                // What is being written at this moment cannot be lost: asked again when that has ended.
                self.asking = Some(ask);

                Task::none()
            }
            (Message::Save, Ask::LockUnsaved) if self.may_save() => self.save_then(After::Lock),
            (Message::Save, Ask::ExitUnsaved) if self.may_save() => self.save_then(After::Exit),
            (Message::Elsewhere, _) => {
                self.carry_on();

                self.update(AppMessage::SaveElsewhere)
            }
            (Message::Save, _) => {
                self.carry_on();

                self.show_protect()
            }
            (Message::Lose, Ask::StartAnew) => self.start_over(),
            (Message::Lose, Ask::OpenAnother) => {
                let file = self.another.take();

                self.clear_desk();
                self.show_open(file)
            }
            (Message::Lose, Ask::LockUnsaved) => self.lock_now(),
            (Message::Lose, Ask::ExitUnsaved) => self.leave(),
        }
    }
}

/// What is kept is locked when nobody answers; the rest can only be covered.
fn still_there<'a>(is_kept: bool) -> Dialog<'a, AppMessage> {
    let about = match is_kept {
        true => words::text("ask-there-lock"),
        false => words::text("ask-there-cover"),
    };

    dialog("still-there", words::text("ask-there"))
        .push(body(about))
        .action(primary(words::text("ask-there-yes")).on_press(AppMessage::Ask(Message::Here)))
        .on_escape(AppMessage::Ask(Message::Here))
}
