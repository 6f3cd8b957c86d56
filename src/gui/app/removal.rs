//! How a plan goes away from this device, and what may not happen behind its back.
//!
//! While its files are being taken away nothing is written: what is asked meanwhile, to lock or to leave, waits
//! for the end. Then the desk is emptied, whatever page is on top by now.
use super::saving::{After, Busy, Work, busy};
use super::screens::Screen;
use super::way::on_screen;
use super::{App, Message, Notice, ScreenMessage, Toast};
use crate::gui::clock;
use crate::gui::screen::welcome::Welcome;
use crate::keep::Removed;
use crate::words;

use iced::Task;

impl App {
    /// Takes the plan away, unless it is being written at this moment.
    pub(super) fn begin_removal(&mut self) -> Task<Message> {
        let is_busy = self.busy.is_some();
        let Screen::Remove(remove) = &mut self.screen else {
            return Task::none();
        };

        if is_busy {
            remove.refuse(busy());

            return Task::none();
        }

        let task = remove.begin(&self.hands, self.desk.kept());

        self.busy = Some(Busy {
            work: Work::Removal,
            after: After::Stay,
        });

        on_screen(task, ScreenMessage::Remove)
    }

    /// The plan was taken away, or what is left of it stays. Whatever page is shown by now, nothing of a plan
    /// that is gone may stay on the desk: it would be written again.
    pub(super) fn removed(&mut self, outcome: Result<Removed, Notice>) -> Task<Message> {
        let after = self.busy.take().map_or(After::Stay, |busy| busy.after);
        let left = outcome.as_ref().ok().map(|removed| &removed.left);
        let is_whole = left.is_some_and(Vec::is_empty);
        let is_gone = left.is_some_and(|left| {
            let kept = self.desk.kept().map(|kept| &kept.path);

            left.iter().all(|left| Some(&left.path) != kept)
        });

        if is_gone {
            self.come_back_to_the_removal();
        }

        if is_whole {
            self.clear_desk();
        } else if is_gone {
            // The keeper still holds what another attempt needs.
            self.empty_desk();
        }

        self.tell_of_removal(outcome);

        match after {
            After::Stay | After::Close => Task::none(),
            // The plan is off the desk. The page stays behind the cover: it says what is left.
            After::Lock if is_gone && !is_whole => {
                self.is_lock_asked = false;

                Task::none()
            }
            After::Lock | After::Exit => self.save_then(after),
        }
    }

    /// Its page says what became of the plan. Every other one would come back to nothing, and may know of it.
    fn come_back_to_the_removal(&mut self) {
        let is_here = matches!(self.screen, Screen::Remove(_));
        let page = self.under.drain(..).find(|screen| matches!(screen, Screen::Remove(_)));

        match page {
            _ if is_here => {}
            Some(page) => self.screen = page,
            None => self.screen = Screen::Welcome(Welcome::new(&[])),
        }
    }

    fn tell_of_removal(&mut self, outcome: Result<Removed, Notice>) {
        let page = self.pages().find_map(|screen| match screen {
            Screen::Remove(remove) => Some(remove),
            _ => None,
        });

        if let Some(remove) = page {
            remove.removed(outcome);

            return;
        }

        match outcome {
            Ok(removed) if removed.left.is_empty() => {
                self.toast = Some(Toast::plain(words::text("remove-gone"), clock::now()));
            }
            Ok(removed) => {
                let why = removed.left.iter().find_map(|left| left.why.as_ref()).map(Notice::from);
                let advice = why.map(|why| why.what).unwrap_or_default();

                self.trouble = Some(Notice::new(words::text("remove-left"), advice));
            }
            Err(notice) => self.trouble = Some(notice),
        }
    }
}
