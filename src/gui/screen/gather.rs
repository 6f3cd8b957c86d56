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
use crate::gui::paper::way::{self, Way};
use crate::gui::place::Settled;
use crate::gui::shortcut::Shortcut;
use crate::gui::slow::{Interrupted, slow};
use crate::keep::{Expect, Previous, Reply, Request};
use crate::vault::paper::{Error, Gathered};

use iced::Task;

use std::fmt;
use std::path::PathBuf;

/// From how many bytes on a text is taken as soon as it is there: a field that holds it all would be slow, and
/// nobody could read it there. A single code has fewer; all of a copy, pasted at once, has more.
const LONG: usize = 4 * 1024;

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
    /// The joined file is on its way.
    Going(Way),
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
    /// Something happened on the way of the file.
    Way(way::Message),
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
        match &self.stage {
            Stage::Gathering => Some(Message::Drop(path)),
            Stage::Going(way) => way.dropped(path).map(Message::Way),
        }
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::Type(typed) if typed.len() > LONG => {
                self.typed.clear();
                self.add(&typed);
            }
            Message::Type(typed) => self.typed = typed,
            Message::Add => {
                let typed = std::mem::take(&mut self.typed);

                self.add(&typed);
            }
            Message::Drop(path) => return Action::Run(read(cx.hands, path)),
            // Of a file in which no part is, the keeper hands over nothing.
            Message::Read(Ok(text)) if text.is_empty() => self.trouble = Some(Notice::from(&Error::NoParts)),
            Message::Read(Ok(text)) => self.add(&text),
            Message::Read(Err(notice)) => self.trouble = Some(notice),
            Message::StartOver => *self = Self::new(),
            Message::GoOn => return self.go_on(cx),
            Message::Way(message) => return self.on_the_way(cx, message),
            Message::GoBack => return self.go_back(),
        }

        Action::None
    }

    /// Enter goes on, Escape goes back.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        match (shortcut, &self.stage) {
            (_, Stage::Going(way)) => way.shortcut(shortcut).map(Message::Way),
            (Shortcut::Back, Stage::Gathering) => Some(Message::GoBack),
            (Shortcut::Accept, Stage::Gathering) => self.gathered.join().is_ok().then_some(Message::GoOn),
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

        let (way, task) = Way::for_plan(cx);

        self.stage = Stage::Going(way);
        Action::Run(task.map(Message::Way))
    }

    fn on_the_way(&mut self, cx: &Context<'_>, message: way::Message) -> Action {
        let Stage::Going(way) = &mut self.stage else {
            return Action::None;
        };
        let joined = self.gathered.join().map_err(|error| Notice::from(&error));

        match way.update(cx, message, |spot| write(cx.hands, spot, joined)) {
            way::Action::None => Action::None,
            way::Action::Run(task) => Action::Run(task.map(Message::Way)),
            // Whoever comes back from opening it comes back to the texts.
            way::Action::Saved(path) => {
                self.stage = Stage::Gathering;

                Action::Open(path)
            }
            way::Action::GoBack | way::Action::Leave => self.go_back(),
        }
    }

    fn go_back(&mut self) -> Action {
        if matches!(self.stage, Stage::Gathering) {
            return Action::Leave;
        }

        self.stage = Stage::Gathering;

        Action::None
    }
}

/// Reads a file with texts, beside a plan that may be open. Whatever is no text in it is none of a part either.
fn read(hands: &Hands, path: PathBuf) -> Task<Message> {
    let hands = hands.clone();
    let work = slow(move || match hands.ask(Request::Fetch { path }) {
        Ok(Reply::Fetched(fetched)) => Ok(String::from_utf8_lossy(&fetched.bytes).into_owned()),
        Ok(_) => Err(Notice::from(Interrupted)),
        Err(error) => Err(Notice::from(&error)),
    });

    work.map(|text| Message::Read(text.map_err(Notice::from).and_then(|text| text)))
}

/// Writes the joined file.
fn write(hands: &Hands, spot: Settled, joined: Result<Vec<u8>, Notice>) -> Task<Result<PathBuf, Notice>> {
    let hands = hands.clone();
    let expect = if spot.replaces {
        Expect::Anything
    } else {
        Expect::Nothing
    };
    let work = slow(move || {
        let request = Request::Save {
            path: spot.path,
            bytes: joined?,
            expect,
            previous: Previous::Keep,
        };

        match hands.ask(request) {
            Ok(Reply::Saved(saved)) => Ok(saved.path),
            Ok(_) => Err(Notice::from(Interrupted)),
            Err(error) => Err(Notice::from(&error)),
        }
    });

    work.map(|path| path.map_err(Notice::from).and_then(|path| path))
}
