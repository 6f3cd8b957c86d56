//! "Where to keep it": the panel in which a person chooses a folder, a drive or a path.
//!
//! Serves the page that saves a plan, the page that prints, and the page that opens. It only ever asks the
//! keeper what a place would mean: what is then done there is the page's business. Paths say something
//! about the person, so that neither the panel nor its messages print any.
mod asking;
mod view;
mod words;

use super::context::Context;
use super::notice::Notice;
use crate::keep::{Considered, Found, Listing, PlaceKind, SUGGESTED, Version, Where};
use crate::paths::Paths;
use crate::vault::key;

use asking::Question;

use iced::Task;

use std::fmt;
use std::path::{Path, PathBuf};

/// A place being chosen.
pub(crate) struct Place {
    purpose: Purpose,
    /// What the file is called where only a folder is chosen.
    name: String,
    /// Where the open plan is kept: that file may be written over without asking.
    ours: Option<PathBuf>,
    /// Words that give the plan away.
    telling: Vec<String>,
    around: Around,
    /// Whether it is being looked at what is around, once more.
    looks_again: bool,
    spot: Spot,
    /// What stands in the field.
    typed: String,
    /// The last answer about a path, and to which question.
    known: Option<(u32, Considered)>,
    /// What was asked last about a path.
    asked: Question,
    /// Which name beside a taken one is being tried.
    number: Option<u32>,
    may_replace: bool,
    trouble: Option<Notice>,
}

/// What the place is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Plan,
    /// The key of a plan, in a file of its own.
    Key,
    Paper,
    Open,
    OpenKey,
}

/// What is around: our folder, the drives, and the plans in them.
enum Around {
    Looking,
    Seen(Listing),
}

/// Which place is chosen.
#[derive(Clone, PartialEq, Eq)]
enum Spot {
    None,
    Folder(PathBuf),
    Elsewhere,
}

/// A place that can be written to now.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Settled {
    /// Where to, in full.
    pub(crate) path: PathBuf,
    /// Whether the person said that what is there may be replaced.
    pub(crate) replaces: bool,
}

/// What can happen in the panel.
#[derive(Clone)]
pub(crate) enum Message {
    /// Look for drives again.
    LookAgain,
    /// What is around was looked at.
    Listed(Result<Listing, Notice>),
    /// Choose this folder.
    Choose(PathBuf),
    /// Choose a path of one's own.
    ChooseElsewhere,
    /// A path was typed.
    Type(String),
    /// A path was dropped on the window.
    Drop(PathBuf),
    /// What a path means, with the number of the question.
    Considered(u32, Result<Box<Considered>, Notice>),
    /// What is there may be replaced, or not after all.
    Replace(bool),
    /// Take another name beside the one that is taken.
    Rename,
    /// Open this version of this file.
    Open(PathBuf, Version),
    /// Open the file whose path was typed.
    OpenTyped,
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Paths say something about the person.
        f.write_str("Message")
    }
}

/// What the page must do next.
#[must_use]
pub(crate) enum Action {
    /// Nothing.
    None,
    /// Run this.
    Run(Task<Message>),
    /// Open this version of this file; only where the panel is there to open one.
    Open(PathBuf, Version),
}

impl Place {
    /// For a plan, with the name that is suggested for it.
    pub(crate) fn for_plan(cx: &Context<'_>) -> (Self, Task<Message>) {
        Self::with(cx, Purpose::Plan, SUGGESTED)
    }

    /// For something printed, called `name` unless the person says otherwise, such as `list-a4.pdf`.
    pub(crate) fn for_paper(cx: &Context<'_>, name: &str) -> (Self, Task<Message>) {
        Self::with(cx, Purpose::Paper, name)
    }

    /// To open a plan from.
    pub(crate) fn to_open(cx: &Context<'_>) -> (Self, Task<Message>) {
        Self::with(cx, Purpose::Open, SUGGESTED)
    }

    /// For the key of a plan, in a new file.
    pub(crate) fn for_key(cx: &Context<'_>) -> (Self, Task<Message>) {
        Self::with(cx, Purpose::Key, key::SUGGESTED)
    }

    /// To bring the key of a plan from.
    pub(crate) fn to_open_key(cx: &Context<'_>) -> (Self, Task<Message>) {
        Self::with(cx, Purpose::OpenKey, key::SUGGESTED)
    }

    /// The only key file that was found, if there is exactly one.
    pub(crate) fn only_key(&self) -> Option<&Path> {
        match &self.around {
            Around::Seen(listing) => match listing.keys.as_slice() {
                [one] => Some(&one.path),
                _ => None,
            },
            Around::Looking => None,
        }
    }

    fn with(cx: &Context<'_>, purpose: Purpose, name: &str) -> (Self, Task<Message>) {
        let here = cx.plan().place.as_ref().and_then(|place| cx.pack().place(place));
        let place = Self {
            purpose,
            name: name.to_owned(),
            ours: cx.desk.kept().map(|kept| kept.path.clone()),
            telling: here.map(|place| place.name.clone()).into_iter().collect(),
            around: Around::Looking,
            looks_again: false,
            spot: Spot::None,
            typed: String::new(),
            known: None,
            asked: Question::default(),
            number: None,
            may_replace: false,
            trouble: None,
        };

        (place, look(cx))
    }

    /// Where to write now, if it is settled: nothing is in the way, and what is there may be replaced.
    pub(crate) fn settled(&self) -> Option<Settled> {
        let known = self.known().filter(|known| known.problem.is_none())?;
        let is_taken = known.is_taken && !self.is_ours(&known.path);

        (!is_taken || self.may_replace).then(|| Settled {
            path: known.path.clone(),
            replaces: is_taken,
        })
    }

    fn is_to_open(&self) -> bool {
        matches!(self.purpose, Purpose::Open | Purpose::OpenKey)
    }

    /// The files that can be opened here.
    fn found<'a>(&self, listing: &'a Listing) -> &'a [Found] {
        match self.purpose {
            Purpose::OpenKey => &listing.keys,
            Purpose::Plan | Purpose::Key | Purpose::Paper | Purpose::Open => &listing.plans,
        }
    }

    /// It did not work there: says so, and another place can be chosen.
    pub(crate) fn refuse(&mut self, notice: Notice) {
        self.trouble = Some(notice);
    }

    /// Another name is suggested from now on, such as for another size of paper.
    pub(crate) fn rename(&mut self, cx: &Context<'_>, name: &str) -> Task<Message> {
        let before = std::mem::replace(&mut self.name, name.to_owned());

        self.number = None;

        match &self.spot {
            Spot::None => Task::none(),
            Spot::Folder(folder) => {
                let path = folder.join(name);

                self.consider(cx, &path)
            }
            Spot::Elsewhere => match self.typed.strip_suffix(before.as_str()) {
                Some(folder) => {
                    self.typed = format!("{folder}{name}");
                    self.consider_typed(cx)
                }
                // A folder was typed, or a name of the person's own.
                None => self.consider_typed(cx),
            },
        }
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::LookAgain => {
                // What was found stays in view, and the keyboard where it is.
                self.looks_again = true;

                Action::Run(look(cx))
            }
            Message::Listed(outcome) => self.listed(cx, outcome),
            Message::Choose(folder) => {
                let path = folder.join(&self.name);

                self.spot = Spot::Folder(folder);
                self.number = None;
                Action::Run(self.consider(cx, &path))
            }
            Message::ChooseElsewhere => {
                self.spot = Spot::Elsewhere;
                self.number = None;
                Action::Run(self.consider_typed(cx))
            }
            Message::Type(typed) => {
                self.typed = typed;
                self.number = None;
                Action::Run(self.consider_typed(cx))
            }
            Message::Drop(path) if self.is_to_open() => Action::Open(path, Version::Current),
            Message::Drop(path) => {
                self.spot = Spot::Elsewhere;
                self.number = None;
                Action::Run(self.consider(cx, &path))
            }
            Message::Considered(asked, outcome) => self.considered(cx, asked, outcome),
            Message::Replace(may_replace) => {
                self.may_replace = may_replace;

                Action::None
            }
            Message::Rename => self.try_another_name(cx),
            Message::Open(path, version) => Action::Open(path, version),
            Message::OpenTyped if self.typed.trim().is_empty() => Action::None,
            Message::OpenTyped => Action::Open(cx.paths.typed(&self.typed), Version::Current),
        }
    }

    /// What the digit beside a plan means, from 1.
    pub(crate) fn pick(&self, number: usize) -> Option<Message> {
        match &self.around {
            Around::Looking => None,
            Around::Seen(listing) => self.found(listing).get(number.checked_sub(1)?).map(view::opening),
        }
    }

    /// What a file dropped on the window means here.
    pub(crate) fn dropped(path: PathBuf) -> Message {
        Message::Drop(path)
    }

    /// What is around was looked at: the first place that can be written to is chosen, if none is yet.
    fn listed(&mut self, cx: &Context<'_>, outcome: Result<Listing, Notice>) -> Action {
        self.looks_again = false;

        let listing = outcome.unwrap_or_else(|notice| {
            self.trouble = Some(notice);

            Listing {
                places: Vec::new(),
                plans: Vec::new(),
                keys: Vec::new(),
            }
        });
        let is_there = |folder: &PathBuf| listing.places.iter().any(|place| &place.path == folder);
        let may_take = || listing.places.iter().filter(|place| !place.is_write_protected);
        let first = match self.purpose {
            // A key is kept apart on something that can be taken away.
            Purpose::Key => may_take()
                .find(|place| place.kind == PlaceKind::Drive)
                .or_else(|| may_take().next()),
            Purpose::Plan | Purpose::Paper | Purpose::Open | Purpose::OpenKey => may_take().next(),
        };
        let first = first.map(|place| place.path.clone());
        let must_choose = match &self.spot {
            Spot::None => true,
            Spot::Folder(folder) => !is_there(folder),
            Spot::Elsewhere => false,
        };

        self.around = Around::Seen(listing);

        if self.is_to_open() || !must_choose {
            return Action::None;
        }

        let message = first.map_or(Message::ChooseElsewhere, Message::Choose);

        self.update(cx, message)
    }
}

/// Looks at what is around.
fn look(cx: &Context<'_>) -> Task<Message> {
    cx.hands.list(Where::Everywhere).map(Message::Listed)
}

/// A path as it is shown: the person's own folder is `~`.
pub(crate) fn shown(path: &Path, paths: &Paths) -> String {
    words::path(path, paths.home.as_deref())
}

#[cfg(test)]
mod tests;
