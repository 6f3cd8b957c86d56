//! From paper: the texts of scanned codes, put in one after the other, until a plan can be opened.
//!
//! What is put in is ciphertext and needs no passphrase here. Joined, it goes into a file where the person
//! says, and is opened like any other.
#[cfg(test)]
mod tests;
mod view;

use crate::gui::context::Context;
use crate::gui::hands::Hands;
use crate::gui::notice::Notice;
use crate::gui::place::{self, Place};
use crate::gui::safe;
use crate::gui::shortcut::Shortcut;
use crate::gui::slow::{Interrupted, slow};
use crate::keep::{Expect, Previous, Reply, Request, SUGGESTED, Version};
use crate::vault::paper::Gathered;

use iced::Task;

use std::fmt;
use std::path::PathBuf;

/// The page.
pub(crate) struct Gather {
    /// What stands in the field.
    typed: String,
    gathered: Gathered,
    /// Why the last text or file was no help.
    trouble: Option<Notice>,
    stage: Stage,
}

/// How far the person is.
enum Stage {
    /// Texts are put in.
    Gathering,
    /// Where does the file go?
    Choosing(Place),
    /// The file is being written.
    Saving(Place),
}

/// What can happen on this screen.
#[derive(Clone)]
pub(crate) enum Message {
    /// Something was typed or pasted.
    Type(String),
    /// Take what stands in the field.
    Add,
    /// Take what is in this file.
    Drop(PathBuf),
    /// The file was read, or was not.
    Read(Result<String, Notice>),
    /// Forget all texts.
    StartOver,
    /// Every part is there: choose where the file goes.
    GoOn,
    /// Something happened where the place is chosen.
    Place(place::Message),
    /// Write the file.
    Save,
    /// The file was written, or was not.
    Saved(Result<PathBuf, Notice>),
    /// Go back to where one was.
    GoBack,
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
    /// Run this.
    Run(Task<Message>),
    /// Open the file that was made.
    Open(PathBuf),
    /// Go back to where one was.
    Leave,
}

impl Gather {
    /// Without any text.
    pub(crate) fn new() -> Self {
        Self {
            typed: String::new(),
            gathered: Gathered::new(),
            trouble: None,
            stage: Stage::Gathering,
        }
    }

    /// What a file dropped on the window means here.
    pub(crate) fn dropped(&self, path: PathBuf) -> Option<Message> {
        match self.stage {
            Stage::Gathering => Some(Message::Drop(path)),
            Stage::Choosing(_) => Some(Message::Place(Place::dropped(path))),
            Stage::Saving(_) => None,
        }
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::Type(typed) => self.typed = typed,
            Message::Add => {
                let typed = std::mem::take(&mut self.typed);

                self.add(&typed);
            }
            Message::Drop(path) => return Action::Run(read(cx.hands, path)),
            Message::Read(Ok(text)) => self.add(&text),
            Message::Read(Err(notice)) => self.trouble = Some(notice),
            Message::StartOver => *self = Self::new(),
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
            (Shortcut::Back, _) => Some(Message::GoBack),
            (Shortcut::Accept, Stage::Gathering) => self.gathered.join().is_ok().then_some(Message::GoOn),
            (Shortcut::Accept, Stage::Choosing(place)) => place.settled().map(|_| Message::Save),
            _ => None,
        }
    }

    fn add(&mut self, text: &str) {
        self.trouble = None;
        self.gathered.add(text);
    }

    fn go_on(&mut self, cx: &Context<'_>) -> Action {
        if self.gathered.join().is_err() {
            return Action::None;
        }

        let (place, task) = Place::for_plan(cx);

        self.stage = Stage::Choosing(place);
        Action::Run(task.map(Message::Place))
    }

    fn place(&mut self, cx: &Context<'_>, message: place::Message) -> Action {
        let Stage::Choosing(place) = &mut self.stage else {
            return Action::None;
        };

        match place.update(cx, message) {
            place::Action::Run(task) => Action::Run(task.map(Message::Place)),
            // The panel opens files only where it was made to open them.
            place::Action::None | place::Action::Open(..) => Action::None,
        }
    }

    fn save(&mut self, cx: &Context<'_>) -> Action {
        let (Stage::Choosing(place), Ok(bytes)) = (&self.stage, self.gathered.join()) else {
            return Action::None;
        };
        let Some(spot) = place.settled() else {
            return Action::None;
        };
        let expect = if spot.replaces {
            Expect::Anything
        } else {
            Expect::Nothing
        };
        let request = Request::Save {
            path: spot.path,
            bytes,
            expect,
            previous: Previous::Keep,
        };

        if let Stage::Choosing(place) = std::mem::replace(&mut self.stage, Stage::Gathering) {
            self.stage = Stage::Saving(place);
        }

        Action::Run(write(cx.hands, request))
    }

    fn saved(&mut self, cx: &Context<'_>, outcome: Result<PathBuf, Notice>) -> Action {
        match (std::mem::replace(&mut self.stage, Stage::Gathering), outcome) {
            (Stage::Saving(_), Ok(path)) => Action::Open(path),
            (Stage::Saving(mut place), Err(notice)) => {
                let task = place.rename(cx, SUGGESTED);

                place.refuse(notice);
                self.stage = Stage::Choosing(place);
                Action::Run(task.map(Message::Place))
            }
            (other, _) => {
                self.stage = other;

                Action::None
            }
        }
    }

    fn go_back(&mut self) -> Action {
        match self.stage {
            Stage::Gathering => return Action::Leave,
            // It is being written: that cannot be called back, and ends soon.
            Stage::Saving(_) => {}
            Stage::Choosing(_) => self.stage = Stage::Gathering,
        }

        Action::None
    }
}

/// Reads a file with texts. Whatever is no text in it is none of a part either.
fn read(hands: &Hands, path: PathBuf) -> Task<Message> {
    let hands = hands.clone();
    let work = slow(move || {
        let loaded = safe::load(&hands, path, Version::Current);
        hands.release();

        loaded.map(|loaded| String::from_utf8_lossy(&loaded.bytes).into_owned())
    });

    work.map(|text| Message::Read(text.map_err(Notice::from).and_then(|text| text)))
}

/// Writes the joined file.
fn write(hands: &Hands, request: Request) -> Task<Message> {
    let hands = hands.clone();
    let work = slow(move || match hands.ask(request) {
        Ok(Reply::Saved(saved)) => Ok(saved.path),
        Ok(_) => Err(Notice::from(Interrupted)),
        Err(error) => Err(Notice::from(&error)),
    });

    work.map(|path| Message::Saved(path.map_err(Notice::from).and_then(|path| path)))
}
