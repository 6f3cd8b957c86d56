//! What lies on the desk: the plan being made, what follows from it, the way back, and where it is kept.
//!
//! Everything that is derived (weights, decisions, the plan) is worked out again after each answer, when a
//! screen wants to know: none can ever show yesterday's sum. Nothing here draws, and nothing touches the disk.
use crate::answers::{Answers, Known};
use crate::content::Pack;
use crate::decide::{self, Open};
use crate::document::{Change, Document};
use crate::harden::Secret;
use crate::keep::{Access, Identity};
use crate::plan::Plan;
use crate::plan::progress::Progress;
use crate::risk::{self, Weighing};
use crate::vault::key::Key;

use std::cell::OnceCell;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// How many steps can be taken back.
const PAST: usize = 200;

/// The work of one person.
pub(crate) struct Desk {
    /// What exists.
    pub(crate) pack: &'static Pack,
    document: Document,
    /// What follows from the answers, once somebody wants to know.
    derived: OnceCell<Derived>,
    past: Vec<Moment>,
    kept: Option<Kept>,
    edited: Option<Edited>,
    /// Whether saving it once mends its file, though nothing was changed.
    is_to_renew: bool,
    news: Vec<Change>,
}

/// Where a plan is kept, and what opens it.
#[derive(Clone)]
pub(crate) struct Kept {
    /// The file.
    pub(crate) path: PathBuf,
    /// What stood there when it was opened or saved last.
    pub(crate) identity: Identity,
    /// Whether it may be saved in its place.
    pub(crate) access: Access,
    /// What opens it. In memory only while the plan is open.
    pub(crate) passphrase: Arc<Secret>,
    /// Its key, if that lies apart; then the passphrase opens the key file.
    pub(crate) apart: Option<Apart>,
}

/// The key of a plan in two pieces.
#[derive(Clone)]
pub(crate) struct Apart {
    /// Where its file is.
    pub(crate) file: PathBuf,
    /// What stood there when it was read or written last.
    pub(crate) identity: Identity,
    /// The key itself. In memory only while the plan is open.
    pub(crate) key: Arc<Key>,
}

/// What follows from the document.
struct Derived {
    weighing: Weighing,
    decisions: Vec<Open>,
    plan: Plan,
}

/// How things were before a change, and what the change is called.
struct Moment {
    what: String,
    answers: Answers,
    progress: Progress,
}

/// Since when there is something to save.
#[derive(Clone, Copy)]
struct Edited {
    first: Duration,
    last: Duration,
}

impl Desk {
    /// An empty desk.
    pub(crate) fn new(pack: &'static Pack) -> Self {
        Self::lay(pack, Document::new(pack), None, Vec::new())
    }

    /// A plan that was opened, with what changed in the pack since it was saved.
    pub(crate) fn opened(pack: &'static Pack, document: Document, kept: Kept) -> Self {
        let news = document.changes(pack);

        Self::lay(pack, document, Some(kept), news)
    }

    fn lay(pack: &'static Pack, document: Document, kept: Option<Kept>, news: Vec<Change>) -> Self {
        Self {
            derived: OnceCell::new(),
            pack,
            document,
            past: Vec::new(),
            kept,
            edited: None,
            is_to_renew: false,
            news,
        }
    }

    /// What was said.
    pub(crate) fn answers(&self) -> &Answers {
        &self.document.answers
    }

    /// What was done.
    pub(crate) fn progress(&self) -> &Progress {
        &self.document.progress
    }

    /// What is kept between sessions.
    pub(crate) fn document(&self) -> &Document {
        &self.document
    }

    /// What the answers mean.
    pub(crate) fn known(&self) -> Known<'_> {
        Known::new(self.pack, self.answers())
    }

    /// The threats, weighed.
    pub(crate) fn weighing(&self) -> &Weighing {
        &self.derived().weighing
    }

    /// The decisions that are put, with what each side takes away.
    pub(crate) fn decisions(&self) -> &[Open] {
        &self.derived().decisions
    }

    /// The plan.
    pub(crate) fn plan(&self) -> &Plan {
        &self.derived().plan
    }

    /// What changed in the pack since the plan was saved.
    pub(crate) fn news(&self) -> &[Change] {
        &self.news
    }

    /// Says everything in the words of `pack`: the same checklist in another language.
    pub(crate) fn speak(&mut self, pack: &'static Pack) {
        self.pack = pack;
        self.derive();
        self.news = match self.news.is_empty() {
            true => Vec::new(),
            false => self.document.changes(pack),
        };
    }

    /// The news were read.
    pub(crate) fn read_news(&mut self) {
        self.news.clear();
    }

    /// Whether there is nothing to lose.
    pub(crate) fn is_empty(&self) -> bool {
        self.answers().is_empty() && self.progress().is_empty()
    }

    /// Whether there is no plan here at all, not even a kept one in which nothing was said yet.
    pub(crate) fn is_bare(&self) -> bool {
        self.is_empty() && self.kept().is_none()
    }

    /// Changes the answers; `what` says so in the person's words, for the way back.
    pub(crate) fn answer(&mut self, what: String, now: Duration, change: impl FnOnce(&mut Answers)) {
        self.remember(what);
        change(&mut self.document.answers);
        self.derive();
        self.touched(now);
    }

    /// Changes what was done; `what` says so in the person's words, for the way back.
    ///
    /// # Errors
    /// When the change itself fails; then nothing has changed.
    pub(crate) fn mark<E>(
        &mut self,
        what: String,
        now: Duration,
        change: impl FnOnce(&mut Progress) -> Result<(), E>,
    ) -> Result<(), E> {
        self.remember(what);

        match change(&mut self.document.progress) {
            Ok(()) => {
                self.touched(now);

                Ok(())
            }
            Err(error) => {
                if let Some(before) = self.past.pop() {
                    self.document.progress = before.progress;
                }

                Err(error)
            }
        }
    }

    /// Takes the last change back, and says which one it was.
    pub(crate) fn undo(&mut self, now: Duration) -> Option<String> {
        let before = self.past.pop()?;

        self.document.answers = before.answers;
        self.document.progress = before.progress;
        self.derive();
        self.touched(now);

        Some(before.what)
    }

    /// What undo would take back.
    pub(crate) fn last_change(&self) -> Option<&str> {
        self.past.last().map(|moment| moment.what.as_str())
    }

    /// Where it is kept; nothing before the first save.
    pub(crate) fn kept(&self) -> Option<&Kept> {
        self.kept.as_ref()
    }

    /// Whether something changed since the last save.
    pub(crate) fn is_edited(&self) -> bool {
        self.edited.is_some()
    }

    /// Whether there is a reason to save it: something changed, or one save mends its file.
    pub(crate) fn is_worth_saving(&self) -> bool {
        let may = self.kept.as_ref().is_some_and(|kept| !kept.access.is_read_only());

        self.is_edited() || (self.is_to_renew && may)
    }

    /// Its file is as it should not stay, such as one from paper: one save mends that.
    pub(crate) fn renew(&mut self) {
        self.is_to_renew = true;
    }

    /// Whether it should save itself now: 30 seconds after the last change, 2 minutes after the first.
    pub(crate) fn wants_saving(&self, now: Duration) -> bool {
        let may = self.kept.as_ref().is_some_and(|kept| !kept.access.is_read_only());

        may && self.edited.is_some_and(|edited| {
            now.saturating_sub(edited.last) >= Duration::from_secs(30)
                || now.saturating_sub(edited.first) >= Duration::from_secs(120)
        })
    }

    /// A save did not work: try again later, not every second.
    pub(crate) fn postpone_saving(&mut self, now: Duration) {
        if let Some(edited) = &mut self.edited {
            *edited = Edited { first: now, last: now };
        }
    }

    /// It was saved as `document`: what changed in the meantime still waits.
    pub(crate) fn saved(&mut self, document: &Document, kept: Kept) {
        let changed_since = self.document.answers != document.answers || self.document.progress != document.progress;

        self.document.pack = document.pack.clone();
        self.document.revision = document.revision;
        self.document.saved = document.saved;
        self.document.seen = document.seen.clone();
        self.kept = Some(kept);
        self.is_to_renew = false;

        if !changed_since {
            self.edited = None;
        }
    }

    /// It is kept in another way by now, and was not saved.
    pub(crate) fn keep_as(&mut self, kept: Kept) {
        self.kept = Some(kept);
    }

    fn remember(&mut self, what: String) {
        if self.past.len() >= PAST {
            self.past.remove(0);
        }

        self.past.push(Moment {
            what,
            answers: self.document.answers.clone(),
            progress: self.document.progress.clone(),
        });
    }

    fn touched(&mut self, now: Duration) {
        let first = self.edited.map_or(now, |edited| edited.first);

        self.edited = Some(Edited { first, last: now });
    }

    /// What follows from the answers has to be worked out again; what was done changes none of it.
    fn derive(&mut self) {
        self.derived = OnceCell::new();
    }

    fn derived(&self) -> &Derived {
        self.derived
            .get_or_init(|| Derived::from(self.pack, &self.document.answers))
    }
}

impl Derived {
    fn from(pack: &Pack, answers: &Answers) -> Self {
        let known = Known::new(pack, answers);
        let weighing = risk::weigh(pack, &known, answers);

        Self {
            decisions: decide::decisions(pack, &known, &weighing),
            plan: Plan::new(pack, answers),
            weighing,
        }
    }
}

#[cfg(test)]
mod tests;
