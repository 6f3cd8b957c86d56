//! How a plan gets to its file: the first save, the ones that follow by themselves, and what waits for them.
use super::ask::Ask;
use super::screens::Screen;
use super::way::on_screen;
use super::{App, Message, ScreenMessage, Toast};
use crate::gui::clock;
use crate::gui::notice::Notice;
use crate::gui::safe::{self, Done, Job, Pieces};
use crate::gui::screen::protect::Wish;
use crate::gui::slow::slow;
use crate::keep::{Expect, Previous};
use crate::words;

use iced::Task;

use std::sync::Arc;

/// What happens once a save has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

impl App {
    /// Saves where the person said, with the passphrase they chose.
    pub(super) fn save_as(&mut self, wish: Wish) -> Task<Message> {
        if self.saving.is_some() {
            // What is being saved at this moment will be on the disk, and the wish does not know of it yet.
            let busy = Notice::new(words::text("save-busy"), words::text("save-busy-advice"));

            return self.not_saved(busy, After::Stay);
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

        self.run(job, After::Close)
    }

    /// Saves now, where it is kept, and says so.
    pub(super) fn save_now(&mut self) -> Task<Message> {
        self.save_then(After::Stay)
    }

    /// Saves where it is kept, if there is anything to save, and does what waits for it.
    pub(super) fn save_then(&mut self, after: After) -> Task<Message> {
        let Some(kept) = self.desk.kept().cloned() else {
            return self.finish(after);
        };

        if self.saving.is_some() {
            // One at a time: the save under way answers soon, and then the later wish counts.
            self.saving = Some(after);

            return Task::none();
        }

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

        self.run(job, after)
    }

    /// Takes the plan away, unless it is being written at this moment.
    pub(super) fn begin_removal(&mut self) -> Task<Message> {
        let is_busy = self.saving.is_some();
        let Some(kept) = self.desk.kept().cloned() else {
            return Task::none();
        };
        let Screen::Remove(remove) = &mut self.screen else {
            return Task::none();
        };

        if is_busy {
            remove.refuse(Notice::new(words::text("save-busy"), words::text("save-busy-advice")));

            return Task::none();
        }

        let task = remove.begin(&self.hands, &kept);

        on_screen(task, ScreenMessage::Remove)
    }

    fn run(&mut self, mut job: Job, after: After) -> Task<Message> {
        let hands = self.hands.clone();

        job.document.save_on(Some(self.today));
        job.document.see(job.pack, self.desk.plan());
        self.saving = Some(after);

        slow(move || safe::save(&hands, job).map(Arc::new))
            .map(|outcome| outcome.unwrap_or_else(|interrupted| Err(interrupted.into())))
            .map(Message::Saved)
    }

    /// A save ended.
    pub(super) fn saved(&mut self, outcome: Result<Arc<Done>, Notice>) -> Task<Message> {
        let after = self.saving.take().unwrap_or(After::Stay);

        match outcome {
            Ok(done) => {
                match &done.document {
                    Some(document) => self.desk.saved(document, done.kept.clone()),
                    None => self.desk.keep_as(done.kept.clone()),
                }

                if done.is_conflict {
                    self.trouble = Some(Notice::new(
                        words::text("save-conflict"),
                        words::text("save-conflict-advice"),
                    ));
                } else if !done.copies.is_empty() {
                    self.trouble = Some(old_copies(&done));
                } else if matches!(after, After::Stay | After::Close) {
                    self.toast = Some(Toast::plain(words::text("save-done"), clock::now()));
                }

                // Nothing ends on a conflict before it was read, but the page that saved has done its part.
                if done.is_conflict && after != After::Close {
                    Task::none()
                } else {
                    self.finish(after)
                }
            }
            Err(notice) => self.not_saved(notice, after),
        }
    }

    /// Nothing is lost: the plan stays open, and the person is asked before anything ends.
    fn not_saved(&mut self, notice: Notice, after: After) -> Task<Message> {
        if let Screen::Protect(protect) = &mut self.screen {
            protect.refuse(notice);

            return Task::none();
        }

        self.asking = asked_before(after);
        self.desk.postpone_saving(clock::now());
        self.trouble = Some(notice);

        Task::none()
    }

    fn finish(&mut self, after: After) -> Task<Message> {
        match after {
            After::Stay => Task::none(),
            After::Close if matches!(self.screen, Screen::Protect(_)) => self.go_back(),
            After::Close => Task::none(),
            After::Lock => self.lock_now(),
            After::Exit => self.leave(),
        }
    }
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
