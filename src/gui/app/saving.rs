//! How a plan gets to its file: the first save, the ones that follow by themselves, and what waits for them.
use super::ask::Ask;
use super::screens::Screen;
use super::{App, Message, Toast};
use crate::gui::clock;
use crate::gui::notice::Notice;
use crate::gui::safe::{self, Done, Job, Pieces};
use crate::gui::screen::protect::Wish;
use crate::gui::slow::slow;
use crate::keep::{Expect, Previous};
use crate::words;

use iced::Task;

use std::path::Path;
use std::sync::Arc;

/// What happens once a save has ended. Of two wishes the later one in this list counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum After {
    /// Nothing: it saved itself, or the person goes on.
    Stay,
    /// The protect page closes.
    Close,
    /// The plan is locked.
    Lock,
    /// The program ends.
    Exit,
}

/// What is under way with the file of the plan, one thing at a time; and what waits for its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Busy {
    pub(super) work: Work,
    pub(super) after: After,
}

/// What can be under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Work {
    /// It is saved where it is kept.
    Save,
    /// It is saved as the person wished: for the first time, elsewhere, in another way.
    Wish,
    /// It is taken away from this device.
    Removal,
}

impl App {
    /// Saves where the person said, with the passphrase they chose.
    pub(super) fn save_as(&mut self, wish: Wish) -> Task<Message> {
        if self.busy.is_some() {
            // What is being saved at this moment will be on the disk, and the wish does not know of it yet.
            self.refuse_wish(busy());

            return Task::none();
        }

        let job = Job {
            document: self.desk.document().clone(),
            pack: self.desk.pack,
            passphrase: wish.passphrase,
            pieces: wish.pieces,
            path: wish.path,
            expect: wish.expect,
            previous: wish.previous,
            is_proved: true,
        };

        self.run(job, Work::Wish, After::Close)
    }

    /// Saves now, where it is kept, and says so.
    pub(super) fn save_now(&mut self) -> Task<Message> {
        let task = self.save_then(After::Stay);

        if self.busy.is_some() {
            self.toast = Some(Toast::plain(words::text("save-doing"), clock::now()));
        }

        task
    }

    /// Saves where it is kept, if there is anything to save, and does what waits for it.
    pub(super) fn save_then(&mut self, after: After) -> Task<Message> {
        if let Some(busy) = &mut self.busy {
            // One at a time: what is under way answers soon, and no wish that came meanwhile is lost.
            busy.after = busy.after.max(after);

            return Task::none();
        }

        let Some(kept) = self.desk.kept().cloned() else {
            return self.finish(after);
        };

        if kept.access.is_read_only() && self.desk.is_edited() {
            // It cannot be saved in its place: the person is asked before anything is lost.
            self.asking = asked_before(after);

            return Task::none();
        }

        if kept.access.is_read_only() || (!self.desk.is_edited() && after != After::Stay) {
            return self.finish(after);
        }

        let job = Job {
            document: self.desk.document().clone(),
            pack: self.desk.pack,
            pieces: Pieces::of(&kept),
            passphrase: kept.passphrase,
            path: kept.path,
            expect: Expect::Same(kept.identity),
            previous: Previous::Keep,
            is_proved: false,
        };

        self.run(job, Work::Save, after)
    }

    fn run(&mut self, mut job: Job, work: Work, after: After) -> Task<Message> {
        let hands = self.hands.clone();

        job.document.save_on(Some(self.today));
        job.document.see(job.pack, self.desk.plan());
        self.busy = Some(Busy { work, after });

        slow(move || safe::save(&hands, job).map(Arc::new))
            .map(|outcome| outcome.unwrap_or_else(|interrupted| Err(interrupted.into())))
            .map(Message::Saved)
    }

    /// A save ended.
    pub(super) fn saved(&mut self, outcome: Result<Arc<Done>, Notice>) -> Task<Message> {
        // Nothing that was emptied meanwhile is filled again.
        let Some(busy) = self.busy.take() else {
            return Task::none();
        };

        // What was under way no longer is.
        self.toast = None;

        match outcome {
            Ok(done) => self.is_saved(&done, busy.after),
            Err(notice) => self.not_saved(notice, busy),
        }
    }

    fn is_saved(&mut self, done: &Done, after: After) -> Task<Message> {
        match &done.document {
            Some(document) => self.desk.saved(document, done.kept.clone()),
            None => self.desk.keep_as(done.kept.clone()),
        }

        if done.is_conflict {
            self.is_beside = true;
            self.trouble = Some(beside(&done.kept.path));
        } else if !done.copies.is_empty() {
            self.trouble = Some(old_copies(done));
        } else if matches!(after, After::Stay | After::Close) {
            self.toast = Some(Toast::plain(words::text("save-done"), clock::now()));
        }

        // Nothing ends on a conflict before it was read, unless it is locked: then the next page says so.
        let after = match after {
            After::Exit if done.is_conflict && self.is_lock_asked => After::Lock,
            After::Lock | After::Exit if done.is_conflict && !self.is_lock_asked => {
                self.another = None;

                After::Stay
            }
            after => after,
        };

        if after >= After::Lock && self.desk.is_edited() {
            // What was changed while it was being saved is not in the file yet.
            return self.save_then(after);
        }

        self.finish(after)
    }

    /// Nothing is lost: the plan stays open, and the person is asked before anything ends.
    fn not_saved(&mut self, notice: Notice, busy: Busy) -> Task<Message> {
        self.desk.postpone_saving(clock::now());

        if busy.work == Work::Wish {
            self.refuse_wish(notice);

            return self.without_the_wish(busy.after);
        }

        self.asking = asked_before(busy.after).or(self.asking);
        self.trouble = Some(if self.desk.is_edited() {
            unsaved(&notice)
        } else {
            notice
        });

        Task::none()
    }

    /// What waits although a wish could not be done: where it was kept before, the plan can still be saved.
    fn without_the_wish(&mut self, after: After) -> Task<Message> {
        match after {
            After::Stay | After::Close => {}
            After::Lock | After::Exit if self.desk.kept().is_some() => return self.save_then(after),
            // Before the first save there is nothing to lock with: it stays covered.
            After::Lock => self.is_lock_asked = false,
            After::Exit => self.asking = asked_before(after),
        }

        Task::none()
    }

    /// Tells the page that the wish came from, also when another one lies over it.
    fn refuse_wish(&mut self, notice: Notice) {
        if !matches!(self.screen, Screen::Protect(_)) {
            self.trouble = Some(notice.clone());
        }

        let page = self.pages().find_map(|screen| match screen {
            Screen::Protect(protect) => Some(protect),
            _ => None,
        });

        if let Some(protect) = page {
            protect.refuse(notice);
        }
    }

    fn finish(&mut self, after: After) -> Task<Message> {
        match after {
            After::Stay => Task::none(),
            After::Close if matches!(self.screen, Screen::Protect(_)) => self.go_back(),
            After::Close => {
                // Another page was opened over it meanwhile.
                self.under.retain(|screen| !matches!(screen, Screen::Protect(_)));

                Task::none()
            }
            After::Lock => self.lock_now(),
            After::Exit => self.leave(),
        }
    }
}

/// One thing at a time.
pub(super) fn busy() -> Notice {
    Notice::new(words::text("save-busy"), words::text("save-busy-advice"))
}

/// What that means for the person comes first, and then why it is so.
fn unsaved(why: &Notice) -> Notice {
    let advice = format!("{} {}", why.what, why.advice);

    Notice::new(words::text("save-failed"), advice)
}

/// Somebody else had changed the file, and the plan is in this one now.
pub(super) fn beside(file: &Path) -> Notice {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();

    Notice::new(
        words::text("save-conflict"),
        words::text_with("save-conflict-advice", &[("file", name.into())]),
    )
}

/// Copies beside the plan still open as it did before it was sealed in another way.
fn old_copies(done: &Done) -> Notice {
    let names: Vec<_> = done
        .copies
        .iter()
        .filter_map(|path| path.file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    let values = [("count", names.len().into()), ("names", names.join(", ").into())];

    Notice::new(
        words::text_with("pieces-old-copies", &values),
        words::text("pieces-old-copies-advice"),
    )
}

/// What is asked before unsaved changes would be lost.
fn asked_before(after: After) -> Option<Ask> {
    match after {
        After::Lock => Some(Ask::LockUnsaved),
        After::Exit => Some(Ask::ExitUnsaved),
        After::Stay | After::Close => None,
    }
}
