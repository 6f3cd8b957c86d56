//! Opens a plan that was kept: which one, and the passphrase.
//!
//! A wrong passphrase is told from a damaged file, is not counted and delays nothing: whoever wants to guess
//! does so on a copy. The previous version is offered, and never taken silently. What is typed stays in the
//! field's own memory and goes into no message.
mod keys;
mod trying;
mod view;

use crate::document::Document;
use crate::gui::context::Context;
use crate::gui::desk::Kept;
use crate::gui::notice::Notice;
use crate::gui::place::{self, Place};
use crate::gui::shortcut::Shortcut;
use crate::gui::widget::Typed;
use crate::harden::Secret;
use crate::keep::Version;
use crate::vault::Consent;

use trying::{Attempt, Found, Refusal, Seen};

use iced::Task;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

/// A plan that is open.
pub(crate) struct Opened {
    /// What was in it.
    pub(crate) document: Document,
    /// Where it is kept, and what opens it.
    pub(crate) kept: Kept,
    /// What the person should know about it.
    pub(crate) notice: Option<Notice>,
}

/// The page.
pub(crate) struct Open {
    stage: Stage,
    place: Place,
    /// Where key files may be, once a plan needs one.
    keys: Place,
    /// Whether the person chooses the key file: none is taken for them then.
    picks_key: bool,
    typed: Typed,
    is_shown: bool,
    shows_forgotten: bool,
    /// Whether this very plan was open until it was locked.
    is_locked: bool,
    /// Which attempt is under way: answers to earlier ones no longer count.
    attempt: u32,
}

/// How far the person is.
enum Stage {
    /// Which plan?
    Choosing,
    /// Its passphrase.
    Asking(File),
    /// It is being opened with this.
    Opening(File, Arc<Secret>),
}

/// The file that is to be opened.
#[derive(Clone)]
struct File {
    path: PathBuf,
    version: Version,
    /// What was seen of it without a passphrase.
    seen: Option<Seen>,
    /// The key file that was chosen for it.
    key: Option<PathBuf>,
    refusal: Option<Refusal>,
}

/// What can happen on this screen.
#[derive(Clone)]
pub(crate) enum Message {
    /// Go back.
    GoBack,
    /// Choose another plan.
    ChooseAnother,
    /// The plan is on paper.
    FromPaper,
    /// Something in the panel of places.
    Place(place::Message),
    /// Something in the panel of places for key files.
    Keys(place::Message),
    /// Choose another key file.
    ChooseKey,
    /// What can be seen of the file without a passphrase, with the number of the attempt.
    Looked(u32, Result<Seen, Refusal>),
    /// Something was typed.
    Typed,
    /// Show or hide what is typed.
    ToggleShown,
    /// Show or hide what can be done without the passphrase.
    ToggleForgotten,
    /// Open it.
    Open,
    /// Open it although it takes that much memory.
    OpenCostly,
    /// Open the version before it.
    OpenPrevious,
    /// It is open, or not, with the number of the attempt.
    Tried(u32, Result<Arc<Found>, Refusal>),
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is in a plan, and where it lies, is nobody's business.
        f.write_str("Message")
    }
}

/// What the application must do next.
#[must_use]
pub(crate) enum Action {
    /// Nothing.
    None,
    /// Run this.
    Run(Task<Message>),
    /// Open this version of this plan in a process of its own: another one is in the memory of this one.
    Another(PathBuf, Version),
    /// The plan is open.
    Opened(Box<Opened>),
    /// The plan is on paper.
    FromPaper,
    /// Go back.
    Leave,
}

impl Open {
    /// With the list of plans, or with this one.
    pub(crate) fn new(cx: &Context<'_>, file: Option<(PathBuf, Version)>) -> (Self, Task<Message>) {
        let (place, listing) = Place::to_open(cx);
        let (keys, looking_for_keys) = Place::to_open_key(cx);
        let mut open = Self {
            stage: Stage::Choosing,
            place,
            keys,
            picks_key: false,
            typed: Typed::new(),
            is_shown: false,
            shows_forgotten: false,
            is_locked: false,
            attempt: trying::number(),
        };
        let looking = match file {
            Some((path, version)) => open.choose(cx, path, version),
            None => Task::none(),
        };

        let listings = [
            listing.map(Message::Place),
            looking_for_keys.map(Message::Keys),
            looking,
        ];

        (open, Task::batch(listings))
    }

    /// With the plan that was open until it was locked.
    pub(crate) fn locked(cx: &Context<'_>, file: Option<PathBuf>) -> (Self, Task<Message>) {
        let (open, task) = Self::new(cx, file.map(|path| (path, Version::Current)));

        (
            Self {
                is_locked: true,
                ..open
            },
            task,
        )
    }

    /// What a file dropped on the window means here.
    pub(crate) fn dropped(&self, path: PathBuf) -> Option<Message> {
        match self.stage {
            Stage::Asking(_) if self.wants_key() => Some(Message::Keys(Place::dropped(path))),
            Stage::Choosing | Stage::Asking(_) => Some(Message::Place(Place::dropped(path))),
            Stage::Opening(..) => None,
        }
    }

    /// The plan whose passphrase is being tried at this moment.
    pub(crate) fn being_opened(&self) -> Option<(PathBuf, Version)> {
        match &self.stage {
            Stage::Opening(file, _) => Some((file.path.clone(), file.version)),
            Stage::Choosing | Stage::Asking(_) => None,
        }
    }

    /// Empties the field, and hides what is typed next.
    pub(crate) fn forget_typed(&mut self) {
        self.typed.clear();
        self.is_shown = false;
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::GoBack => self.go_back(cx),
            Message::ChooseAnother => self.choose_another(cx),
            Message::FromPaper => Action::FromPaper,
            Message::Place(message) => match self.place.update(cx, message) {
                place::Action::None => Action::None,
                place::Action::Run(task) => Action::Run(task.map(Message::Place)),
                place::Action::Open(path, version) if cx.desk.kept().is_some() => Action::Another(path, version),
                place::Action::Open(path, version) => {
                    self.is_locked = false;
                    self.typed.clear();

                    Action::Run(self.choose(cx, path, version))
                }
            },
            Message::Keys(message) => self.look_for_key(cx, message),
            Message::ChooseKey => self.choose_another_key(cx),
            Message::Looked(attempt, outcome) => self.looked(attempt, outcome),
            Message::Typed => {
                if let Stage::Asking(file) = &mut self.stage {
                    // A wrong one is being mended.
                    file.refusal = file.refusal.take().filter(|refusal| *refusal != Refusal::Wrong);
                }

                Action::None
            }
            Message::ToggleShown => {
                self.is_shown = !self.is_shown;

                Action::None
            }
            Message::ToggleForgotten => {
                self.shows_forgotten = !self.shows_forgotten;

                Action::None
            }
            Message::Open => self.try_it(cx, Consent::NotAsked),
            Message::OpenCostly => self.try_it(cx, Consent::Given),
            Message::OpenPrevious => match &self.stage {
                Stage::Asking(file) => {
                    let path = file.path.clone();

                    Action::Run(self.choose(cx, path, Version::Previous))
                }
                Stage::Choosing | Stage::Opening(..) => Action::None,
            },
            Message::Tried(attempt, outcome) => self.tried(attempt, outcome),
        }
    }

    /// Looks at a file, and asks for its passphrase. What is typed stays: versions mostly share one.
    fn choose(&mut self, cx: &Context<'_>, path: PathBuf, version: Version) -> Task<Message> {
        self.attempt = trying::number();
        self.stage = Stage::Asking(File {
            path: path.clone(),
            version,
            seen: None,
            key: self.key_of(&path),
            refusal: None,
        });

        let attempt = self.attempt;

        trying::look(cx.hands, path, version).map(move |outcome| Message::Looked(attempt, outcome))
    }

    fn choose_another(&mut self, cx: &Context<'_>) -> Action {
        self.attempt = trying::number();
        self.stage = Stage::Choosing;
        self.picks_key = false;
        self.is_locked = false;
        self.forget_typed();
        // Others may have the file that was looked at.
        cx.hands.release();

        Action::None
    }

    fn go_back(&mut self, cx: &Context<'_>) -> Action {
        match self.stage {
            Stage::Choosing => Action::Leave,
            Stage::Asking(_) if self.is_locked => {
                let _ = self.choose_another(cx);

                Action::Leave
            }
            Stage::Asking(_) => self.choose_another(cx),
            // It answers soon, and what it brings belongs to somebody who asked for it.
            Stage::Opening(..) => Action::None,
        }
    }

    fn looked(&mut self, attempt: u32, outcome: Result<Seen, Refusal>) -> Action {
        if let (true, Stage::Asking(file)) = (attempt == self.attempt, &mut self.stage) {
            match outcome {
                Ok(seen) => file.seen = Some(seen),
                Err(refusal) => file.refusal = Some(refusal),
            }

            self.take_the_only_key();
        }

        Action::None
    }

    /// Opens it, on a thread of its own.
    fn try_it(&mut self, cx: &Context<'_>, consent: Consent) -> Action {
        let Stage::Asking(file) = &self.stage else {
            return Action::None;
        };

        if self.typed.is_empty() || self.wants_key() || file.refusal.as_ref().is_some_and(Refusal::is_final) {
            return Action::None;
        }

        let mut file = file.clone();
        let passphrase = Arc::new(self.typed.with(Secret::duplicate));

        file.refusal = None;
        self.attempt = trying::number();

        let number = self.attempt;
        let attempt = Attempt {
            path: file.path.clone(),
            version: file.version,
            key: file.key.clone().filter(|_| file.needs_key()),
            passphrase: passphrase.clone(),
            consent,
            pack: cx.pack(),
        };

        self.stage = Stage::Opening(file, passphrase);

        Action::Run(trying::open(cx.hands, attempt).map(move |outcome| Message::Tried(number, outcome)))
    }

    fn tried(&mut self, attempt: u32, outcome: Result<Arc<Found>, Refusal>) -> Action {
        let Stage::Opening(file, passphrase) = &self.stage else {
            return Action::None;
        };

        if attempt != self.attempt {
            return Action::None;
        }

        match outcome {
            Ok(found) => {
                let opened = trying::opened(Arc::unwrap_or_clone(found), passphrase.clone(), file.version);

                self.typed.clear();

                Action::Opened(Box::new(opened))
            }
            Err(refusal) => {
                // What is hidden cannot be mended, only typed again.
                if refusal == Refusal::Wrong && !self.is_shown {
                    self.typed.clear();
                }

                self.stage = Stage::Asking(File {
                    refusal: Some(refusal),
                    ..file.clone()
                });

                Action::None
            }
        }
    }

    /// Enter opens, Escape goes back, digits choose a plan.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        match (shortcut, &self.stage) {
            (Shortcut::Back, _) => Some(Message::GoBack),
            (Shortcut::Accept, Stage::Asking(_)) => Some(Message::Open),
            (Shortcut::Pick(number), Stage::Asking(_)) if self.wants_key() => self.keys.pick(number).map(Message::Keys),
            (Shortcut::Pick(number), Stage::Choosing) => self.place.pick(number).map(Message::Place),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
