//! A passphrase and a place: the first save, another place, another passphrase.
//!
//! Six words are proposed, because nobody can promise as much for a phrase that a person makes up. They stay
//! on the page until the plan is saved, and are typed once, so that what was written down is what opens it.
//! What is typed lies in fields of this screen and goes into no message.
mod making;
mod view;

use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::place::{self, Place, Settled};
use crate::gui::shortcut::Shortcut;
use crate::harden::Secret;
use crate::keep::{Expect, Previous};

use making::Making;

use iced::Task;

use std::path::PathBuf;
use std::sync::Arc;

/// Where and how to save.
#[derive(Clone)]
pub(crate) struct Wish {
    /// Where to.
    pub(crate) path: PathBuf,
    /// What will open it.
    pub(crate) passphrase: Arc<Secret>,
    /// What must be there now.
    pub(crate) expect: Expect,
    /// What becomes of the previous version.
    pub(crate) previous: Previous,
}

/// The page.
pub(crate) struct Protect {
    errand: Errand,
    stage: Stage,
    making: Making,
    /// What the plan will be sealed with, once that is settled.
    passphrase: Option<Arc<Secret>>,
    place: Place,
    trouble: Option<Notice>,
}

/// What the person came for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Errand {
    /// The plan is saved for the first time.
    First,
    /// It is saved in another place, with the passphrase it has.
    Move,
    /// It gets another passphrase, where it is.
    Change,
}

/// How far the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// What is it about? Only when the plan is kept already.
    Asking,
    /// Six words to write down.
    Words,
    /// They are typed once.
    Retyping,
    /// A passphrase of their own.
    Own,
    /// Where to keep it.
    Placing,
    /// Before the passphrase is changed: what becomes of old copies.
    Warned,
    /// It is being sealed and saved.
    Saving,
}

/// What can happen on this screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// Go back.
    GoBack,
    /// Save the plan in another place.
    Move,
    /// Give it another passphrase.
    Change,
    /// Propose other words.
    ProposeOthers,
    /// Use a passphrase of one's own.
    UseOwn,
    /// Use the six words.
    UseWords,
    /// Something was typed into the first field, or into the one for all the words.
    Typed,
    /// Something was typed into the second field.
    TypedAgain,
    /// Show or hide what is typed.
    ToggleShown,
    /// Go on to the next step; at the last one, save.
    Continue,
    /// Keep it somewhere else, since it does not work where it is.
    PlaceElsewhere,
    /// Something in the panel of places.
    Place(place::Message),
}

/// What the application must do next.
#[must_use]
pub(crate) enum Action {
    /// Nothing.
    None,
    /// Run this.
    Run(Task<Message>),
    /// Save here.
    Save(Wish),
    /// Go back without saving.
    Leave,
}

impl Protect {
    /// For a first save, or for another place or passphrase.
    pub(crate) fn new(cx: &Context<'_>) -> (Self, Task<Message>) {
        let (place, task) = Place::for_plan(cx);
        let is_kept = cx.desk.kept().is_some();
        let mut protect = Self {
            errand: if is_kept { Errand::Move } else { Errand::First },
            stage: Stage::Asking,
            making: Making::new(cx),
            passphrase: None,
            place,
            trouble: None,
        };

        if !is_kept {
            protect.propose();
        }

        (protect, task.map(Message::Place))
    }

    /// The save did not work: nothing is lost, and another place can be chosen.
    pub(crate) fn refuse(&mut self, notice: Notice) {
        if self.errand == Errand::Change {
            self.stage = Stage::Warned;
            self.trouble = Some(notice);
        } else {
            self.stage = Stage::Placing;
            self.place.refuse(notice);
        }
    }

    /// What a file dropped on the window means here.
    pub(crate) fn dropped(&self, path: PathBuf) -> Option<Message> {
        (self.stage == Stage::Placing).then(|| Message::Place(Place::dropped(path)))
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::GoBack => self.go_back(),
            Message::Move => {
                self.errand = Errand::Move;
                self.passphrase = cx.desk.kept().map(|kept| kept.passphrase.clone());
                self.go(Stage::Placing)
            }
            Message::Change => {
                self.errand = Errand::Change;
                self.propose();

                Action::None
            }
            Message::ProposeOthers => {
                self.making.forget_words();
                self.propose();

                Action::None
            }
            Message::UseOwn => {
                self.making.clear();
                self.go(Stage::Own)
            }
            Message::UseWords => {
                self.making.clear();
                self.propose();

                Action::None
            }
            Message::Typed => {
                self.making.look_at_first();

                Action::None
            }
            Message::TypedAgain => {
                self.making.look_at_second();

                Action::None
            }
            Message::ToggleShown => {
                self.making.toggle_shown();

                Action::None
            }
            Message::Continue => self.go_on(cx),
            Message::PlaceElsewhere => {
                self.errand = Errand::Move;
                self.go(Stage::Placing)
            }
            Message::Place(message) => match self.place.update(cx, message) {
                place::Action::None | place::Action::Open(..) => Action::None,
                place::Action::Run(task) => Action::Run(task.map(Message::Place)),
            },
        }
    }

    fn go(&mut self, stage: Stage) -> Action {
        self.trouble = None;
        self.stage = stage;

        Action::None
    }

    /// Shows six words; if this computer has none to give, asks for a phrase of the person's own.
    fn propose(&mut self) {
        self.trouble = None;

        match self.making.propose() {
            Ok(()) => self.stage = Stage::Words,
            Err(error) => {
                self.trouble = Some(Notice::from(&error));
                self.stage = Stage::Own;
            }
        }
    }

    fn go_back(&mut self) -> Action {
        match (self.stage, self.errand) {
            (Stage::Saving, _) => Action::None,
            (Stage::Asking, _) | (Stage::Words, Errand::First) => Action::Leave,
            (Stage::Words, _) | (Stage::Placing, Errand::Move) => self.go(Stage::Asking),
            (Stage::Own, _) if self.making.words().is_none() => Action::Leave,
            (Stage::Retyping | Stage::Own | Stage::Placing | Stage::Warned, _) => {
                self.making.clear();
                self.go(Stage::Words)
            }
        }
    }

    /// The next step, if this one is done.
    fn go_on(&mut self, cx: &Context<'_>) -> Action {
        match self.stage {
            Stage::Asking | Stage::Saving => Action::None,
            Stage::Words => {
                self.making.clear();
                self.go(Stage::Retyping)
            }
            Stage::Retyping => match self.making.retyped() {
                Some(passphrase) => self.settle(passphrase),
                None => Action::None,
            },
            Stage::Own => match self.making.own() {
                Some(passphrase) => self.settle(passphrase),
                None => Action::None,
            },
            Stage::Placing => match self.place.settled() {
                Some(settled) => self.save(cx, settled),
                None => Action::None,
            },
            Stage::Warned => self.save_in_place(cx),
        }
    }

    /// The passphrase is known; what is left is where.
    fn settle(&mut self, passphrase: Secret) -> Action {
        self.passphrase = Some(Arc::new(passphrase));
        self.making.clear();

        match self.errand {
            Errand::First | Errand::Move => self.go(Stage::Placing),
            Errand::Change => self.go(Stage::Warned),
        }
    }

    fn save(&mut self, cx: &Context<'_>, settled: Settled) -> Action {
        let kept = cx.desk.kept().filter(|kept| kept.path == settled.path);
        let expect = match kept {
            Some(kept) => Expect::Same(kept.identity),
            None if settled.replaces => Expect::Anything,
            None => Expect::Nothing,
        };

        self.send(settled.path, expect, Previous::Keep)
    }

    /// The same file, with another passphrase: its previous version must not open with the old one.
    fn save_in_place(&mut self, cx: &Context<'_>) -> Action {
        match cx.desk.kept() {
            Some(kept) => self.send(kept.path.clone(), Expect::Same(kept.identity), Previous::Forget),
            None => self.go(Stage::Placing),
        }
    }

    fn send(&mut self, path: PathBuf, expect: Expect, previous: Previous) -> Action {
        let Some(passphrase) = self.passphrase.clone() else {
            return Action::None;
        };

        let _ = self.go(Stage::Saving);

        Action::Save(Wish {
            path,
            passphrase,
            expect,
            previous,
        })
    }

    /// Enter goes on, Escape goes back, digits choose what to do with a plan that is kept.
    pub(crate) fn shortcut(&self, cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        let may_change = cx.desk.kept().is_some_and(|kept| !kept.access.is_read_only());

        match (shortcut, self.stage) {
            (Shortcut::Back, _) => Some(Message::GoBack),
            (Shortcut::Pick(1), Stage::Asking) => Some(Message::Move),
            (Shortcut::Pick(2), Stage::Asking) if may_change => Some(Message::Change),
            (Shortcut::Accept, _) => Some(Message::Continue),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
