//! A passphrase and a place: the first save, another place, another passphrase.
//!
//! Six words are proposed, because nobody can promise as much for a phrase that a person makes up. They stay
//! on the page until the plan is saved, and are typed once, so that what was written down is what opens it.
//! What is typed lies in fields of this screen and goes into no message.
mod making;
mod pieces;
mod sending;
mod view;

use crate::checkup::Checkup;
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::place::{self, Place};
use crate::gui::safe::Pieces;
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
    /// Where the key goes.
    pub(crate) pieces: Pieces,
}

/// The page.
pub(crate) struct Protect {
    errand: Errand,
    stage: Stage,
    making: Making,
    /// What the plan will be sealed with, once that is settled.
    passphrase: Option<Arc<Secret>>,
    place: Place,
    /// Whether the key of a new plan is to lie apart.
    is_apart: bool,
    /// Where a new key file goes.
    key_place: Place,
    /// Where this computer may write its memory; nothing while somebody looks.
    checkup: Option<Checkup>,
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
    /// Its key goes into a file of its own.
    Split,
    /// The passphrase alone is to open it again.
    Join,
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
    /// Where to keep the key.
    PlacingKey,
    /// Before the passphrase is changed: what becomes of old copies.
    Warned,
    /// Before the key is given up: what becomes of its file.
    Joining,
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
    /// Put its key into a file of its own.
    Split,
    /// Let the passphrase alone open it again.
    Join,
    /// Keep the key of a new plan apart, or not after all.
    ToggleApart,
    /// Take the plan away from this device.
    Remove,
    /// Something in the panel of places for the key.
    KeyPlace(place::Message),
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
    /// This computer was looked at.
    Looked(Result<Checkup, Notice>),
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
    /// Show how the plan goes away from this device.
    Remove,
    /// Go back without saving.
    Leave,
}

impl Protect {
    /// For a first save, or for another place or passphrase.
    pub(crate) fn new(cx: &Context<'_>) -> (Self, Task<Message>) {
        let (place, task) = Place::for_plan(cx);
        let (key_place, keys) = Place::for_key(cx);
        let is_kept = cx.desk.kept().is_some();
        let mut protect = Self {
            errand: if is_kept { Errand::Move } else { Errand::First },
            stage: Stage::Asking,
            making: Making::new(cx),
            passphrase: None,
            place,
            is_apart: false,
            key_place,
            checkup: None,
            trouble: None,
        };
        let look = cx.hands.checkup().map(Message::Looked);

        if !is_kept {
            protect.propose();
        }

        (
            protect,
            Task::batch([task.map(Message::Place), keys.map(Message::KeyPlace), look]),
        )
    }

    /// The save did not work: nothing is lost, and another place can be chosen.
    pub(crate) fn refuse(&mut self, notice: Notice) {
        match self.errand {
            Errand::Change => {
                self.stage = Stage::Warned;
                self.trouble = Some(notice);
            }
            Errand::Join => {
                self.stage = Stage::Joining;
                self.trouble = Some(notice);
            }
            Errand::Split => self.refuse_key(notice),
            Errand::First if self.is_apart => self.refuse_key(notice),
            Errand::First | Errand::Move => {
                self.stage = Stage::Placing;
                self.place.refuse(notice);
            }
        }
    }

    /// What a file dropped on the window means here.
    pub(crate) fn dropped(&self, path: PathBuf) -> Option<Message> {
        match self.stage {
            Stage::Placing => Some(Message::Place(Place::dropped(path))),
            Stage::PlacingKey => Some(Message::KeyPlace(Place::dropped(path))),
            _ => None,
        }
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
            Message::Split => self.begin_split(cx),
            Message::Join => self.begin_join(cx),
            Message::ToggleApart => {
                self.is_apart = !self.is_apart;

                Action::None
            }
            Message::Remove => Action::Remove,
            Message::KeyPlace(message) => match self.key_place.update(cx, message) {
                place::Action::None | place::Action::Open(..) => Action::None,
                place::Action::Run(task) => Action::Run(task.map(Message::KeyPlace)),
            },
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
            Message::Looked(outcome) => {
                self.checkup = outcome.ok();

                Action::None
            }
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
            (Stage::Words | Stage::Joining, _)
            | (Stage::Placing, Errand::Move)
            | (Stage::PlacingKey, Errand::Split) => self.go(Stage::Asking),
            (Stage::PlacingKey, _) => self.go(Stage::Placing),
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
                Some(_) if self.parts_key() => self.go(Stage::PlacingKey),
                Some(settled) => self.save(cx, settled, None),
                None => Action::None,
            },
            Stage::PlacingKey => self.part(cx),
            Stage::Warned | Stage::Joining => self.save_in_place(cx, None),
        }
    }

    /// The passphrase is known; what is left is where.
    fn settle(&mut self, passphrase: Secret) -> Action {
        self.passphrase = Some(Arc::new(passphrase));
        self.making.clear();

        match self.errand {
            Errand::First | Errand::Move => self.go(Stage::Placing),
            Errand::Change | Errand::Split | Errand::Join => self.go(Stage::Warned),
        }
    }

    /// Enter goes on, Escape goes back, digits choose what to do with a plan that is kept.
    pub(crate) fn shortcut(&self, cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        let may_change = cx.desk.kept().is_some_and(|kept| !kept.access.is_read_only());

        match (shortcut, self.stage) {
            (Shortcut::Back, _) => Some(Message::GoBack),
            (Shortcut::Pick(1), Stage::Asking) => Some(Message::Move),
            (Shortcut::Pick(2), Stage::Asking) if may_change => Some(Message::Change),
            (Shortcut::Pick(3), Stage::Asking) if may_change => Some(pieces::other_way(cx)),
            (Shortcut::Accept, _) => Some(Message::Continue),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
