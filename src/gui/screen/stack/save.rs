//! From the wish to the file: pages are set, made into a file, and written where the person says.
use super::wish::Wish;
use super::{Action, Message, Preview, Ready, Stack, Stage, Viewer};
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::place::{self, Place};
use crate::gui::slow::{Told, slow_telling};
use crate::stack::{Error, Laid, Progress};

use std::ops::ControlFlow;
use std::sync::Arc;

impl Stack {
    /// Wishes for something else, and sets its pages.
    pub(super) fn wish_for(&mut self, cx: &Context<'_>, change: impl FnOnce(&mut Wish)) -> Action {
        let before = self.wish.clone();

        change(&mut self.wish);

        if self.wish == before {
            Action::None
        } else {
            self.set(cx)
        }
    }

    /// Sets the pages of the wish as it is now. Those under way for another wish break off.
    pub(super) fn set(&mut self, cx: &Context<'_>) -> Action {
        self.working = None;

        if !self.wish.is_whole() {
            self.preview = Preview::Nothing;

            return Action::None;
        }

        let (wish, pack) = (self.wish.clone(), cx.pack());
        let task = slow_telling(move |tell| wish.set(pack, || tell(None)));
        let (task, handle) = task.abortable();

        self.preview = Preview::Setting;
        self.working = Some(handle.abort_on_drop());
        Action::Run(task.map(|told: Told<Progress, _>| match told {
            Told::Ended(outcome) => Message::Set(outcome.unwrap_or_else(|interrupted| Err(interrupted.into()))),
            Told::OnTheWay(progress) => Message::Told(Told::OnTheWay(progress)),
        }))
    }

    /// Pages were set: they count if they are those that are wished for.
    pub(super) fn was_set(&mut self, outcome: Result<Arc<Ready>, Notice>) -> Action {
        if !matches!(self.preview, Preview::Setting) {
            return Action::None;
        }

        self.preview = match outcome {
            Ok(ready) if ready.is_of(&self.wish) => {
                self.page = self.page.min(ready.beginning.len().saturating_sub(1));
                Preview::Set(ready)
            }
            Ok(_) => return Action::None,
            Err(notice) => Preview::Failed(notice),
        };

        Action::None
    }

    /// The pages, once they are set.
    pub(super) fn ready(&self) -> Option<&Arc<Ready>> {
        match &self.preview {
            Preview::Set(ready) => Some(ready),
            Preview::Nothing | Preview::Setting | Preview::Failed(_) => None,
        }
    }

    /// Makes the file, on a thread of its own.
    pub(super) fn make(&mut self) -> Action {
        let Some(ready) = self.ready().map(Arc::clone) else {
            return Action::None;
        };
        let total = ready.count.pages;
        let task = slow_telling(move |tell| made(&ready.laid, tell));
        let (task, handle) = task.abortable();

        self.stage = Stage::Making(Progress { done: 0, total });
        self.working = Some(handle.abort_on_drop());
        Action::Run(task.map(Message::Told))
    }

    pub(super) fn told(&mut self, cx: &Context<'_>, told: Told<Progress, Result<Arc<Vec<u8>>, Notice>>) -> Action {
        // What was stopped, or is done, may still say something.
        let Stage::Making(progress) = &mut self.stage else {
            return Action::None;
        };

        match told {
            Told::OnTheWay(now) => {
                *progress = now;

                Action::None
            }
            Told::Ended(outcome) => match outcome.unwrap_or_else(|interrupted| Err(interrupted.into())) {
                Ok(bytes) => {
                    let (place, task) = Place::for_paper(cx, &self.name());

                    self.stage = Stage::Made(place, bytes);
                    Action::Run(task.map(Message::Place))
                }
                Err(notice) => {
                    self.stage = Stage::Choosing;
                    self.preview = Preview::Failed(notice);

                    Action::None
                }
            },
        }
    }

    /// Nobody waits for it any more: it breaks off at the next page, and nothing is written.
    pub(super) fn stop(&mut self) -> Action {
        self.working = None;
        self.go_back()
    }

    /// A name for the file that tells nothing but the size of the paper.
    fn name(&self) -> String {
        format!("handouts-{}.pdf", self.wish.paper.name())
    }

    pub(super) fn place(&mut self, cx: &Context<'_>, message: place::Message) -> Action {
        let Stage::Made(place, _) = &mut self.stage else {
            return Action::None;
        };

        match place.update(cx, message) {
            place::Action::Run(task) => Action::Run(task.map(Message::Place)),
            // The panel opens files only where it was made to open them.
            place::Action::None | place::Action::Open(..) => Action::None,
        }
    }

    /// Writes the file where the person said.
    pub(super) fn save(&mut self, cx: &Context<'_>) -> Action {
        match std::mem::replace(&mut self.stage, Stage::Choosing) {
            Stage::Made(place, bytes) => match place.settled() {
                Some(spot) => {
                    let task = cx.hands.export(spot.path.clone(), bytes.to_vec(), spot.replaces);

                    self.stage = Stage::Saving(place, bytes, spot.path);
                    Action::Run(task.map(Message::Saved))
                }
                None => {
                    self.stage = Stage::Made(place, bytes);

                    Action::None
                }
            },
            other => {
                self.stage = other;

                Action::None
            }
        }
    }

    pub(super) fn saved(&mut self, cx: &Context<'_>, outcome: Result<(), Notice>) -> Action {
        let (mut place, bytes, path) = match std::mem::replace(&mut self.stage, Stage::Choosing) {
            Stage::Saving(place, bytes, path) => (place, bytes, path),
            other => {
                self.stage = other;

                return Action::None;
            }
        };

        match outcome {
            Ok(()) => {
                self.stage = Stage::Saved(path, Viewer::Unasked);

                Action::None
            }
            Err(notice) => {
                // What is there may have changed: it is looked at again before the next try.
                let task = place.rename(cx, &self.name());

                place.refuse(notice);
                self.stage = Stage::Made(place, bytes);
                Action::Run(task.map(Message::Place))
            }
        }
    }

    pub(super) fn viewed(&mut self, outcome: Result<(), Notice>) -> Action {
        if let Stage::Saved(_, viewer) = &mut self.stage {
            *viewer = match outcome {
                Ok(()) => Viewer::Asked,
                Err(notice) => Viewer::Failed(notice),
            };
        }

        Action::None
    }
}

/// Makes the file. Tells each percent, and asks at each page whether anybody still waits.
fn made(laid: &Laid, tell: &mut dyn FnMut(Option<Progress>) -> ControlFlow<()>) -> Result<Arc<Vec<u8>>, Notice> {
    let mut last = 0;

    laid.write(|progress| {
        let is_news = progress.percent() > last;

        last = progress.percent();
        tell(is_news.then_some(progress))
    })
    .map(Arc::new)
    .map_err(|error: Error| Notice::from(&error))
}
