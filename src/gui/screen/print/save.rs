//! From the pages to the file: where it goes, how it is written, and who shows it.
use super::{Action, Message, Print, Stage, Viewer, made};
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::place::{self, Place};
use crate::gui::slow::slow;

use std::sync::Arc;

impl Print {
    /// From the pages to what to know, and from there to where the file goes.
    pub(super) fn go_on(&mut self, cx: &Context<'_>) -> Action {
        match self.stage {
            _ if self.ready(cx).is_none() => Action::None,
            Stage::Looking => {
                self.stage = Stage::Knowing;

                Action::None
            }
            Stage::Knowing => {
                let (place, task) = Place::for_paper(cx, &made::suggested(self.wish));

                self.stage = Stage::Choosing(place);
                Action::Run(task.map(Message::Place))
            }
            Stage::Choosing(_) | Stage::Saving(..) | Stage::Saved(..) => Action::None,
        }
    }

    pub(super) fn place(&mut self, cx: &Context<'_>, message: place::Message) -> Action {
        let Stage::Choosing(place) = &mut self.stage else {
            return Action::None;
        };

        match place.update(cx, message) {
            place::Action::Run(task) => Action::Run(task.map(Message::Place)),
            // The panel opens files only where it was made to open them.
            place::Action::None | place::Action::Open(..) => Action::None,
        }
    }

    /// Writes the pages that were looked at, on a thread of their own.
    pub(super) fn save(&mut self, cx: &Context<'_>) -> Action {
        let Some(made) = self.ready(cx).map(Arc::clone) else {
            return self.go_back();
        };

        match std::mem::replace(&mut self.stage, Stage::Looking) {
            Stage::Choosing(place) => match place.settled() {
                Some(spot) => {
                    let hands = cx.hands.clone();
                    let path = spot.path.clone();
                    let copies = self.wish.copies;

                    self.stage = Stage::Saving(place, path);
                    Action::Run(
                        slow(move || made.pdf(copies))
                            .map(|pdf| pdf.map_err(Notice::from).and_then(|pdf| pdf))
                            .and_then(move |pdf| hands.export(spot.path.clone(), pdf, spot.replaces))
                            .map(Message::Saved),
                    )
                }
                None => {
                    self.stage = Stage::Choosing(place);

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
        let (mut place, path) = match std::mem::replace(&mut self.stage, Stage::Looking) {
            Stage::Saving(place, path) => (place, path),
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
                let task = place.rename(cx, &made::suggested(self.wish));

                place.refuse(notice);
                self.stage = Stage::Choosing(place);
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
