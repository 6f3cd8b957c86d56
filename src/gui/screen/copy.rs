//! An encrypted copy on paper: sealed with the plan's own passphrase, looked at, and written to a file.
//!
//! Only a plan that is kept has a passphrase, so only such a plan gets here. Sealing takes two seconds and a
//! thread of its own. What the pages hold is ciphertext; the plan itself is in none of them.
mod made;
#[cfg(test)]
mod tests;
mod view;

use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::place::{self, Place};
use crate::gui::shortcut::Shortcut;
use crate::gui::slow::slow;
use crate::gui::widget::sheet::Lens;
use crate::print::Paper;

use made::Made;

use iced::Task;
use iced::task::Handle;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

/// The page.
pub(crate) struct Copy {
    paper: Paper,
    /// Which page is in view, from 0.
    page: usize,
    lens: Lens,
    stage: Stage,
    /// A copy that nobody waits for any more is not brought.
    making: Option<Handle>,
}

/// How far the copy is.
enum Stage {
    /// It is sealed and set.
    Making,
    /// It could not be.
    Failed(Notice),
    /// It can be looked at.
    Looking(Arc<Made>),
    /// Where does the file go?
    Choosing(Arc<Made>, Place),
    /// The file is being written.
    Saving(Arc<Made>, Place, PathBuf),
    /// The file is there.
    Saved(Arc<Made>, PathBuf),
}

/// What can happen on this screen.
#[derive(Clone)]
pub(crate) enum Message {
    /// The copy is made, or is not.
    Made(Result<Arc<Made>, Notice>),
    /// Make it again.
    MakeAgain,
    /// Put it on this paper.
    ChoosePaper(Paper),
    /// Show this page, counted from 0.
    ShowPage(usize),
    /// Look at it so.
    Look(Lens),
    /// Choose where the file goes.
    GoOn,
    /// Something happened where the place is chosen.
    Place(place::Message),
    /// Write the file.
    Save,
    /// The file was written, or was not.
    Saved(Result<(), Notice>),
    /// Go back to where one was.
    GoBack,
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Where it goes says something about the person.
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
    /// Go back to where one was.
    Leave,
}

impl Copy {
    /// With a copy of the plan as it is now, on this paper.
    pub(crate) fn new(cx: &Context<'_>, paper: Paper) -> (Self, Task<Message>) {
        let mut copy = Self {
            paper,
            page: 0,
            lens: Lens::default(),
            stage: Stage::Making,
            making: None,
        };
        let task = copy.make(cx);

        (copy, task)
    }

    /// What a file dropped on the window means here.
    pub(crate) fn dropped(&self, path: PathBuf) -> Option<Message> {
        matches!(self.stage, Stage::Choosing(..)).then(|| Message::Place(Place::dropped(path)))
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::Made(made) => {
                self.page = 0;
                self.stage = made.map_or_else(Stage::Failed, Stage::Looking);
            }
            Message::MakeAgain => return Action::Run(self.make(cx)),
            Message::ChoosePaper(paper) => return self.put_on(paper),
            Message::ShowPage(page) => {
                self.page = page;
                self.lens = Lens::default();
            }
            Message::Look(lens) => self.lens = lens,
            Message::GoOn => return self.go_on(cx),
            Message::Place(message) => return self.place(cx, message),
            Message::Save => return self.save(cx),
            Message::Saved(outcome) => return self.saved(cx, outcome),
            Message::GoBack => return self.go_back(),
        }

        Action::None
    }

    /// Enter goes on, Escape goes back.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        match (shortcut, &self.stage) {
            (Shortcut::Back, _) | (Shortcut::Accept, Stage::Saved(..)) => Some(Message::GoBack),
            (Shortcut::Accept, Stage::Looking(_)) => Some(Message::GoOn),
            (Shortcut::Accept, Stage::Choosing(_, place)) => place.settled().map(|_| Message::Save),
            _ => None,
        }
    }

    /// Seals a copy with the passphrase that the plan is kept with.
    fn make(&mut self, cx: &Context<'_>) -> Task<Message> {
        let Some(kept) = cx.desk.kept() else {
            return Task::none();
        };
        let (document, passphrase) = (cx.desk.document().clone(), kept.passphrase.clone());
        let (pack, paper) = (cx.pack(), self.paper);

        let work = slow(move || Made::of(&document, pack, (&passphrase, paper)).map(Arc::new));
        let made = work.map(|made| Message::Made(made.map_err(Notice::from).and_then(|made| made)));
        let (task, handle) = made.abortable();

        self.stage = Stage::Making;
        self.making = Some(handle.abort_on_drop());
        task
    }

    /// Sets the same copy on another paper: nothing is sealed anew.
    fn put_on(&mut self, paper: Paper) -> Action {
        let Stage::Looking(made) = &self.stage else {
            return Action::None;
        };

        if paper == self.paper {
            return Action::None;
        }

        self.paper = paper;
        self.page = 0;
        self.lens = Lens::default();
        self.stage = Stage::Looking(Arc::new(made.on(paper)));

        Action::None
    }

    fn go_on(&mut self, cx: &Context<'_>) -> Action {
        let Stage::Looking(made) = &self.stage else {
            return Action::None;
        };
        let (place, task) = Place::for_paper(cx, &self.suggested());

        self.stage = Stage::Choosing(made.clone(), place);
        Action::Run(task.map(Message::Place))
    }

    /// A name for the file that tells nothing of what is in it.
    fn suggested(&self) -> String {
        format!("copy-{}.pdf", self.paper.name())
    }

    fn place(&mut self, cx: &Context<'_>, message: place::Message) -> Action {
        let Stage::Choosing(_, place) = &mut self.stage else {
            return Action::None;
        };

        match place.update(cx, message) {
            place::Action::Run(task) => Action::Run(task.map(Message::Place)),
            // The panel opens files only where it was made to open them.
            place::Action::None | place::Action::Open(..) => Action::None,
        }
    }

    /// Writes the pages that were looked at, on a thread of their own.
    fn save(&mut self, cx: &Context<'_>) -> Action {
        match std::mem::replace(&mut self.stage, Stage::Making) {
            Stage::Choosing(made, place) => match place.settled() {
                Some(spot) => {
                    let (hands, written) = (cx.hands.clone(), made.clone());

                    self.stage = Stage::Saving(made, place, spot.path.clone());
                    Action::Run(
                        slow(move || written.pdf())
                            .map(|pdf| pdf.map_err(Notice::from).and_then(|pdf| pdf))
                            .and_then(move |pdf| hands.export(spot.path.clone(), pdf, spot.replaces))
                            .map(Message::Saved),
                    )
                }
                None => {
                    self.stage = Stage::Choosing(made, place);

                    Action::None
                }
            },
            other => {
                self.stage = other;

                Action::None
            }
        }
    }

    fn saved(&mut self, cx: &Context<'_>, outcome: Result<(), Notice>) -> Action {
        match (std::mem::replace(&mut self.stage, Stage::Making), outcome) {
            (Stage::Saving(made, _, path), Ok(())) => {
                self.stage = Stage::Saved(made, path);

                Action::None
            }
            (Stage::Saving(made, mut place, _), Err(notice)) => {
                // What is there may have changed: it is looked at again before the next try.
                let task = place.rename(cx, &self.suggested());

                place.refuse(notice);
                self.stage = Stage::Choosing(made, place);
                Action::Run(task.map(Message::Place))
            }
            (other, _) => {
                self.stage = other;

                Action::None
            }
        }
    }

    fn go_back(&mut self) -> Action {
        match &self.stage {
            Stage::Making | Stage::Failed(_) | Stage::Looking(_) | Stage::Saved(..) => return Action::Leave,
            // It is being written: that cannot be called back, and ends soon.
            Stage::Saving(..) => {}
            Stage::Choosing(made, _) => self.stage = Stage::Looking(made.clone()),
        }

        Action::None
    }
}
