//! Takes a plan away from this device: deliberately, asked twice, and with an honest word about what that does.
//!
//! Reached only while the legal gate is open, and by no key. What goes is the open plan, its previous version,
//! and its key file if the person says so; copies beside it are named and left alone. Nothing is overwritten
//! first: on flash memory that would write somewhere else, and promise what it does not do.
#[cfg(test)]
mod tests;
mod view;

use crate::gui::context::Context;
use crate::gui::desk::Kept;
use crate::gui::hands::Hands;
use crate::gui::notice::Notice;
use crate::gui::shortcut::Shortcut;
use crate::keep::{Identity, Listing, Removal, Removed, Where, is_copy_of};

use iced::Task;

use std::fmt;
use std::path::PathBuf;

/// The page. It knows by itself what another attempt needs: once the plan is gone, it is off the desk.
pub(crate) struct Remove {
    stage: Stage,
    plan: PathBuf,
    identity: Identity,
    key: Option<PathBuf>,
    key_identity: Option<Identity>,
    takes_key: bool,
    /// What went so far, in this attempt and in those before.
    gone: Vec<PathBuf>,
    /// Copies beside the plan, as far as they were seen.
    copies: Vec<PathBuf>,
    trouble: Option<Notice>,
}

/// How far the person is.
enum Stage {
    /// What goes, and what that is worth.
    Reading,
    /// Asked a second time.
    Sure,
    /// It is being done.
    Removing,
    /// It is done, as far as it went.
    Done(Removed),
}

/// What can happen on this screen.
#[derive(Clone)]
pub(crate) enum Message {
    /// Go back; nothing happens.
    GoBack,
    /// What lies beside the plan was looked at.
    Listed(Result<Listing, Notice>),
    /// Take the key file away too, or not after all.
    ToggleKey,
    /// Go on to the second question.
    Continue,
    /// Yes.
    Remove,
    /// It is done, or could not be begun.
    Removed(Result<Removed, Notice>),
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Paths say something about the person.
        f.write_str("Message")
    }
}

/// What the application must do next.
#[must_use]
pub(crate) enum Action {
    /// Nothing.
    None,
    /// Begin, unless the plan is being written at this moment.
    Begin,
    /// Leave the page.
    Leave,
}

impl Remove {
    /// For the plan that is kept.
    pub(crate) fn new(cx: &Context<'_>) -> Option<(Self, Task<Message>)> {
        let kept = cx.desk.kept().filter(|kept| !kept.access.is_read_only())?;
        let folder = kept.path.parent()?.to_path_buf();
        let remove = Self {
            stage: Stage::Reading,
            plan: kept.path.clone(),
            identity: kept.identity,
            key: kept.apart.as_ref().map(|apart| apart.file.clone()),
            key_identity: kept.apart.as_ref().map(|apart| apart.identity),
            takes_key: false,
            gone: Vec::new(),
            copies: Vec::new(),
            trouble: None,
        };

        Some((remove, cx.hands.list(Where::Folder(folder)).map(Message::Listed)))
    }

    /// It could not be begun.
    pub(crate) fn refuse(&mut self, notice: Notice) {
        self.stage = Stage::Reading;
        self.trouble = Some(notice);
    }

    /// Asks the keeper to take it away, as it is `kept` now. After a first attempt it may be off the desk.
    pub(crate) fn begin(&mut self, hands: &Hands, kept: Option<&Kept>) -> Task<Message> {
        if let Some(kept) = kept {
            // It may have saved itself since the page was opened.
            self.identity = kept.identity;
            self.key_identity = kept.apart.as_ref().map(|apart| apart.identity);
        }

        self.stage = Stage::Removing;
        hands.remove(self.removal()).map(Message::Removed)
    }

    fn removal(&self) -> Removal {
        let key = self.key.clone().zip(self.key_identity).filter(|_| self.takes_key);

        Removal {
            plan: self.plan.clone(),
            identity: self.identity,
            key,
        }
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, _cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::GoBack => self.go_back(),
            Message::Listed(outcome) => {
                let found = outcome.into_iter().flat_map(|listing| listing.plans);

                self.copies = found
                    .map(|found| found.path)
                    .filter(|path| is_copy_of(&self.plan, path))
                    .collect();

                Action::None
            }
            Message::ToggleKey => {
                self.takes_key = !self.takes_key;

                Action::None
            }
            Message::Continue => {
                self.trouble = None;
                self.stage = Stage::Sure;

                Action::None
            }
            Message::Remove if matches!(self.stage, Stage::Sure | Stage::Done(_)) => Action::Begin,
            Message::Remove => Action::None,
            Message::Removed(outcome) => {
                self.removed(outcome);

                Action::None
            }
        }
    }

    fn go_back(&mut self) -> Action {
        match self.stage {
            Stage::Reading | Stage::Done(_) => Action::Leave,
            Stage::Sure => {
                self.stage = Stage::Reading;

                Action::None
            }
            // It ends in a moment, and then says what became of it.
            Stage::Removing => Action::None,
        }
    }

    /// It is done, as far as it went, or could not be begun.
    pub(crate) fn removed(&mut self, outcome: Result<Removed, Notice>) {
        match outcome {
            Ok(mut removed) => {
                self.gone.append(&mut removed.gone);
                removed.gone.clone_from(&self.gone);
                self.copies.clone_from(&removed.copies);
                self.stage = Stage::Done(removed);
            }
            Err(notice) => self.refuse(notice),
        }
    }

    /// Escape goes back. No key removes anything.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        (shortcut == Shortcut::Back).then_some(Message::GoBack)
    }
}
