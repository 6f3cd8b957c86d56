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
use crate::gui::paper::look::{self, Look};
use crate::gui::paper::way::{self, Way};
use crate::gui::shortcut::Shortcut;
use crate::gui::slow::slow;
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
    look: Look,
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
    /// Its file is on its way.
    Going(Arc<Made>, Way),
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
    /// Something happened where the pages are looked at.
    Look(look::Message),
    /// Choose where the file goes.
    GoOn,
    /// Something happened on the way of the file.
    Way(way::Message),
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
            look: Look::default(),
            stage: Stage::Making,
            making: None,
        };
        let task = copy.make(cx);

        (copy, task)
    }

    /// What a file dropped on the window means here.
    pub(crate) fn dropped(&self, path: PathBuf) -> Option<Message> {
        match &self.stage {
            Stage::Going(_, way) => way.dropped(path).map(Message::Way),
            Stage::Making | Stage::Failed(_) | Stage::Looking(_) => None,
        }
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::Made(made) => {
                self.look.begin();
                self.stage = made.map_or_else(Stage::Failed, Stage::Looking);
            }
            Message::MakeAgain => return Action::Run(self.make(cx)),
            Message::ChoosePaper(paper) => self.put_on(paper),
            Message::Look(message) => self.look.update(message),
            Message::GoOn => return self.go_on(cx),
            Message::Way(message) => return self.on_the_way(cx, message),
            Message::GoBack => return self.go_back(),
        }

        Action::None
    }

    /// Enter goes on, Escape goes back.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        match (shortcut, &self.stage) {
            (_, Stage::Going(_, way)) => way.shortcut(shortcut).map(Message::Way),
            (Shortcut::Back, _) => Some(Message::GoBack),
            (Shortcut::Accept, Stage::Looking(_)) => Some(Message::GoOn),
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
    fn put_on(&mut self, paper: Paper) {
        if let Stage::Looking(made) = &self.stage
            && paper != self.paper
        {
            self.paper = paper;
            self.look.begin();
            self.stage = Stage::Looking(Arc::new(made.on(paper)));
        }
    }

    fn go_on(&mut self, cx: &Context<'_>) -> Action {
        let Stage::Looking(made) = &self.stage else {
            return Action::None;
        };
        // A name for the file that tells nothing of what is in it.
        let (way, task) = Way::for_paper(cx, format!("copy-{}.pdf", self.paper.name()));

        self.stage = Stage::Going(Arc::clone(made), way);
        Action::Run(task.map(Message::Way))
    }

    /// The file is on its way: what is written are the pages that were looked at.
    fn on_the_way(&mut self, cx: &Context<'_>, message: way::Message) -> Action {
        let Stage::Going(made, way) = &mut self.stage else {
            return Action::None;
        };
        let written = Arc::clone(made);
        let came = way.update(cx, message, |spot| way::export(cx.hands, spot, move || written.pdf()));

        match came {
            way::Action::None | way::Action::Saved(_) => Action::None,
            way::Action::Run(task) => Action::Run(task.map(Message::Way)),
            way::Action::GoBack => self.go_back(),
            way::Action::Leave => Action::Leave,
        }
    }

    fn go_back(&mut self) -> Action {
        let Stage::Going(made, _) = &self.stage else {
            return Action::Leave;
        };

        self.stage = Stage::Looking(Arc::clone(made));

        Action::None
    }
}
