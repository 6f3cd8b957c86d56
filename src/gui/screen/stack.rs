//! For trainers: handouts for a room of people, in one file, and the guide for whoever leads the evening.
//!
//! Nothing here is about the plan on the desk. Who the handouts fit are made-up people, or nobody in
//! particular; how many there are of each is all that is asked about those who come.
mod choose;
mod kept;
mod pages;
mod save;
mod wish;

use crate::content::id::{DeviceId, PersonaId};
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::place::{self, Place};
use crate::gui::shortcut::Shortcut;
use crate::gui::slow::Told;
use crate::gui::widget::Page;
use crate::print::Paper;
use crate::sheet::Form;
use crate::stack::{Progress, Sides};

use iced::Task;
use iced::task::Handle;

use wish::{Ready, Wish};

use std::path::PathBuf;
use std::sync::Arc;

/// What is to be made, and how far it is.
pub(crate) struct Stack {
    wish: Wish,
    preview: Preview,
    /// Which page is in view, from 0.
    page: usize,
    stage: Stage,
    /// Work that nobody waits for any more breaks off.
    working: Option<Handle>,
}

/// The first pages to look at.
enum Preview {
    /// Nobody, or nothing, is chosen.
    Nothing,
    Setting,
    Set(Arc<Ready>),
    Failed(Notice),
}

/// How far the file is on its way.
enum Stage {
    Choosing,
    Making(Progress),
    /// It is made, and waits for a place.
    Made(Place, Arc<Vec<u8>>),
    Saving(Place, Arc<Vec<u8>>, PathBuf),
    Saved(PathBuf, Viewer),
}

/// What became of the system's viewer.
enum Viewer {
    Unasked,
    Asked,
    Failed(Notice),
}

/// What can happen on this screen.
#[derive(Clone)]
pub(crate) enum Message {
    /// Make handouts for this made-up person, or not.
    TogglePerson(PersonaId),
    /// Make handouts for nobody in particular with this phone, or not.
    TogglePhone(DeviceId),
    /// Give everybody this, or not.
    ToggleForm(Form),
    /// So many of each, as it was typed.
    TypeCopies(String),
    /// Make handouts in this language, or not.
    ToggleLanguage(String),
    /// Print on this paper.
    ChoosePaper(Paper),
    /// Print on so many sides.
    ChooseSides(Sides),
    /// The pages are set, or cannot be.
    Set(Result<Arc<Ready>, Notice>),
    /// Set the pages again.
    SetAgain,
    /// Show this page, counted from 0.
    ShowPage(usize),
    /// Make the file.
    Make,
    /// How far the file is, or what came of it.
    Told(Told<Progress, Result<Arc<Vec<u8>>, Notice>>),
    /// Stop making it.
    Stop,
    /// Something happened where the place is chosen.
    Place(place::Message),
    /// Write the file.
    Save,
    /// The file was written, or was not.
    Saved(Result<(), Notice>),
    /// Show the file in the system's viewer.
    View,
    /// The viewer was started, or was not.
    Viewed(Result<(), Notice>),
    /// Show the run sheet for whoever leads the evening.
    ShowGuide,
    /// Go back to where one was.
    GoBack,
    /// Leave the handouts.
    Leave,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
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
    /// Print the run sheet for whoever leads the evening.
    ShowGuide,
    /// Go back to where one was.
    Leave,
}

impl Stack {
    /// With nobody chosen yet.
    pub(crate) fn new() -> Self {
        Self {
            wish: Wish::new(),
            preview: Preview::Nothing,
            page: 0,
            stage: Stage::Choosing,
            working: None,
        }
    }

    /// What a file dropped on the window means here.
    pub(crate) fn dropped(&self, path: PathBuf) -> Option<Message> {
        matches!(self.stage, Stage::Made(..)).then(|| Message::Place(Place::dropped(path)))
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::TogglePerson(person) => self.wish_for(cx, |wish| wish.toggle_person(person)),
            Message::TogglePhone(phone) => self.wish_for(cx, |wish| wish.toggle_phone(phone)),
            Message::ToggleForm(form) => self.wish_for(cx, |wish| wish.toggle_form(form)),
            Message::TypeCopies(typed) => self.wish_for(cx, |wish| wish.type_copies(&typed)),
            Message::ToggleLanguage(tag) => self.wish_for(cx, |wish| wish.toggle_language(tag, cx.pack())),
            Message::ChoosePaper(paper) => self.wish_for(cx, |wish| wish.paper = paper),
            Message::ChooseSides(sides) => self.wish_for(cx, |wish| wish.sides = sides),
            Message::SetAgain => self.set(cx),
            Message::Set(outcome) => self.was_set(outcome),
            Message::ShowPage(page) => {
                self.page = page;

                Action::None
            }
            Message::Make => self.make(),
            Message::Told(told) => self.told(cx, told),
            Message::Stop => self.stop(),
            Message::Place(message) => self.place(cx, message),
            Message::Save => self.save(cx),
            Message::Saved(outcome) => self.saved(cx, outcome),
            Message::View => match &self.stage {
                Stage::Saved(path, _) => Action::Run(cx.hands.view(path.clone()).map(Message::Viewed)),
                _ => Action::None,
            },
            Message::Viewed(outcome) => self.viewed(outcome),
            Message::ShowGuide => Action::ShowGuide,
            Message::GoBack => self.go_back(),
            Message::Leave => Action::Leave,
        }
    }

    /// Shows where one is.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::Choosing => self.view_choices(cx),
            Stage::Making(progress) => kept::making(*progress),
            Stage::Made(place, _) => kept::place(cx, place),
            Stage::Saving(_, _, path) => kept::saving(path),
            Stage::Saved(path, viewer) => kept::saved(path, viewer, self.wish.sides),
        }
    }

    /// Enter goes on, Escape goes back.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        match (shortcut, &self.stage) {
            (Shortcut::Back, Stage::Making(_)) => Some(Message::Stop),
            (Shortcut::Back, _) => Some(Message::GoBack),
            (Shortcut::Accept | Shortcut::Print, Stage::Choosing) => self.ready().map(|_| Message::Make),
            (Shortcut::Accept, Stage::Made(place, _)) => place.settled().map(|_| Message::Save),
            (Shortcut::Accept, Stage::Saved(..)) => Some(Message::Leave),
            _ => None,
        }
    }

    fn go_back(&mut self) -> Action {
        match self.stage {
            Stage::Choosing => return Action::Leave,
            // It is being written: that cannot be called back, and ends soon.
            Stage::Saving(..) => {}
            Stage::Making(_) | Stage::Made(..) | Stage::Saved(..) => self.stage = Stage::Choosing,
        }

        Action::None
    }
}

#[cfg(test)]
mod tests;
