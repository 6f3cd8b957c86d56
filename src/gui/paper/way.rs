//! The way of one file: where it goes, how it is written, and who shows it.
//!
//! The same for every file a person asks for on paper. The screen says what things are called and how the
//! file comes about; it is written once, where the person said, and shown by another program only on request.
use crate::gui::context::Context;
use crate::gui::hands::Hands;
use crate::gui::notice::Notice;
use crate::gui::place::{self, Place, Settled};
use crate::gui::shortcut::Shortcut;
use crate::gui::slow::slow;
use crate::gui::theme::space;
use crate::gui::widget::{Icon, Kind, Page, Press, notice, page, primary, progress, quiet, secondary, soft};
use crate::keep::SUGGESTED;
use crate::words;

use iced::widget::column;
use iced::{Element, Task};

use std::fmt;
use std::path::PathBuf;

/// A file on its way.
pub(crate) struct Way {
    /// What it is called unless the person says otherwise.
    name: String,
    // Boxed: a screen on the way elsewhere is small.
    place: Box<Place>,
    stage: Stage,
}

/// How far it is.
enum Stage {
    Choosing,
    Saving(PathBuf),
    Saved(PathBuf, Viewer),
}

/// What became of the system's viewer.
enum Viewer {
    Unasked,
    Asked,
    Failed(Notice),
}

/// What can happen to it.
#[derive(Clone)]
pub(crate) enum Message {
    /// Something happened where the place is chosen.
    Place(place::Message),
    /// Write the file.
    Save,
    /// The file was written there, or was not.
    Saved(Result<PathBuf, Notice>),
    /// Show the file in the system's viewer.
    View,
    /// The viewer was started, or was not.
    Viewed(Result<(), Notice>),
    /// Go back to where one was.
    GoBack,
    /// It is done.
    Leave,
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Paths say something about the person.
        f.write_str("Message")
    }
}

/// What the screen must do next.
#[must_use]
pub(crate) enum Action {
    /// Nothing.
    None,
    /// Run this.
    Run(Task<Message>),
    /// The file is there.
    Saved(PathBuf),
    /// Leave this way for what was before it.
    GoBack,
    /// All is done: leave.
    Leave,
}

/// What things are called on the way.
pub(crate) struct Says {
    /// What its pages are called: `print` makes `print-place`, `print-saving` and `print-saved`.
    pub(crate) id: &'static str,
    /// Above the choice of a place.
    pub(crate) place: String,
    /// Below that, if there is something to say.
    pub(crate) lead: Option<String>,
    /// What writes the file.
    pub(crate) save: String,
    /// While it is written.
    pub(crate) saving: String,
    /// Above what there is to know once the file is there.
    pub(crate) done: String,
    /// What leads away from there.
    pub(crate) leave: String,
}

impl Way {
    /// The way of a file of pages, called `name`, such as `list-a4.pdf`.
    pub(crate) fn for_paper(cx: &Context<'_>, name: String) -> (Self, Task<Message>) {
        let (place, task) = Place::for_paper(cx, &name);

        Self::with(name, place, task)
    }

    /// The way of a plan.
    pub(crate) fn for_plan(cx: &Context<'_>) -> (Self, Task<Message>) {
        let (place, task) = Place::for_plan(cx);

        Self::with(SUGGESTED.to_owned(), place, task)
    }

    fn with(name: String, place: Place, task: Task<place::Message>) -> (Self, Task<Message>) {
        let (place, stage) = (Box::new(place), Stage::Choosing);

        (Self { name, place, stage }, task.map(Message::Place))
    }

    /// Whether the file is there.
    pub(crate) const fn is_saved(&self) -> bool {
        matches!(self.stage, Stage::Saved(..))
    }

    /// What a file dropped on the window means here.
    pub(crate) fn dropped(&self, path: PathBuf) -> Option<Message> {
        matches!(self.stage, Stage::Choosing).then(|| Message::Place(Place::dropped(path)))
    }

    /// Enter goes on, Escape goes back.
    pub(crate) fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match (shortcut, &self.stage) {
            (Shortcut::Back, _) => Some(Message::GoBack),
            (Shortcut::Accept, Stage::Choosing) => self.place.settled().map(|_| Message::Save),
            (Shortcut::Accept, Stage::Saved(..)) => Some(Message::Leave),
            _ => None,
        }
    }

    /// Reacts to a message. `write` makes the file and puts it where it is told, on a thread of its own.
    pub(crate) fn update(
        &mut self,
        cx: &Context<'_>,
        message: Message,
        write: impl FnOnce(Settled) -> Task<Result<PathBuf, Notice>>,
    ) -> Action {
        match (message, &mut self.stage) {
            (Message::Place(message), Stage::Choosing) => match self.place.update(cx, message) {
                place::Action::Run(task) => Action::Run(task.map(Message::Place)),
                // The panel opens files only where it was made to open them.
                place::Action::None | place::Action::Open(..) => Action::None,
            },
            (Message::Save, Stage::Choosing) => self.save(write),
            (Message::Saved(outcome), Stage::Saving(_)) => self.saved(cx, outcome),
            (Message::View, Stage::Saved(path, _)) => Action::Run(cx.hands.view(path.clone()).map(Message::Viewed)),
            (Message::Viewed(outcome), Stage::Saved(_, viewer)) => {
                *viewer = outcome.map_or_else(Viewer::Failed, |()| Viewer::Asked);

                Action::None
            }
            // It is being written: that cannot be called back, and ends soon.
            (Message::GoBack, Stage::Saving(_)) => Action::None,
            (Message::GoBack, Stage::Choosing | Stage::Saved(..)) => Action::GoBack,
            (Message::Leave, _) => Action::Leave,
            // What comes late, for a stage that is over.
            _ => Action::None,
        }
    }

    fn save(&mut self, write: impl FnOnce(Settled) -> Task<Result<PathBuf, Notice>>) -> Action {
        let Some(spot) = self.place.settled() else {
            return Action::None;
        };

        self.stage = Stage::Saving(spot.path.clone());
        Action::Run(write(spot).map(Message::Saved))
    }

    fn saved(&mut self, cx: &Context<'_>, outcome: Result<PathBuf, Notice>) -> Action {
        match outcome {
            Ok(path) => {
                self.stage = Stage::Saved(path.clone(), Viewer::Unasked);

                Action::Saved(path)
            }
            Err(notice) => {
                // What is there may have changed: it is looked at again before the next try.
                let task = self.place.rename(cx, &self.name);

                self.place.refuse(notice);
                self.stage = Stage::Choosing;
                Action::Run(task.map(Message::Place))
            }
        }
    }

    /// Shows where it is. `after` adds what there is to know once the file is there.
    pub(crate) fn view<'a>(
        &'a self,
        cx: &Context<'a>,
        says: Says,
        after: impl FnOnce(Page<'a, Message>) -> Page<'a, Message>,
    ) -> Page<'a, Message> {
        match &self.stage {
            Stage::Choosing => self.choosing(cx, says),
            Stage::Saving(path) => page(format!("{}-saving", says.id), says.place)
                .push(progress(says.saving, None))
                .push(soft(place::shown(path, cx.paths)))
                .primary(primary(says.save)),
            Stage::Saved(path, viewer) => {
                let there = notice(
                    Kind::Good,
                    words::text("print-done-lead"),
                    place::shown(path, cx.paths),
                    Vec::new(),
                );
                let top = page(format!("{}-saved", says.id), says.done)
                    .push(there)
                    .push(view(viewer));

                after(top)
                    .action(back())
                    .primary(primary(says.leave).on_press(Message::Leave))
            }
        }
    }

    fn choosing<'a>(&'a self, cx: &Context<'a>, says: Says) -> Page<'a, Message> {
        let settled = self.place.settled();
        let save = match &settled {
            Some(spot) if spot.replaces => words::text("print-replace"),
            Some(_) | None => says.save,
        };
        let top = page(format!("{}-place", says.id), says.place);
        let top = match says.lead {
            Some(lead) => top.lead(lead),
            None => top,
        };

        top.push(self.place.view(cx).map(Message::Place))
            .action(back())
            .primary(primary(save).on_press_maybe(settled.map(|_| Message::Save)))
    }
}

/// Makes the bytes of a file on a thread of their own, and has them written where the person said.
pub(crate) fn export(
    hands: &Hands,
    spot: Settled,
    bytes: impl FnOnce() -> Result<Vec<u8>, Notice> + Send + 'static,
) -> Task<Result<PathBuf, Notice>> {
    let hands = hands.clone();
    let path = spot.path.clone();

    slow(bytes)
        .map(|bytes| bytes.map_err(Notice::from).and_then(|bytes| bytes))
        .and_then(move |bytes| hands.export(spot.path.clone(), bytes, spot.replaces))
        .map(move |written| written.map(|()| path.clone()))
}

/// The system's viewer, on request.
fn view<'a>(viewer: &'a Viewer) -> Element<'a, Message> {
    let came = match viewer {
        Viewer::Unasked => None,
        Viewer::Asked => Some(notice(Kind::Note, words::text("print-viewing"), "", Vec::new())),
        Viewer::Failed(trouble) => Some(notice(
            Kind::Caution,
            trouble.what.as_str(),
            trouble.advice.as_str(),
            Vec::new(),
        )),
    };

    column![secondary(words::text("print-view")).on_press(Message::View)]
        .push(soft(words::text("print-view-about")))
        .push(came)
        .spacing(space::S)
        .into()
}

fn back<'a>() -> Press<'a, Message> {
    quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack)
}
