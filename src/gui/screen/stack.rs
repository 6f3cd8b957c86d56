//! For trainers: handouts for a room of people, in one file, and the guide for whoever leads the evening.
//!
//! Nothing here is about the plan on the desk. Who the handouts fit are made-up people, or nobody in
//! particular; how many there are of each is all that is asked about those who come.
mod amount;
mod choose;
mod file;
mod pages;
mod pile;
mod ready;
mod wish;

use crate::content::id::{DeviceId, PersonaId, PlaceId};
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::paper::look::{self, Look};
use crate::gui::paper::preview::Preview;
use crate::gui::paper::way::{self, Way};
use crate::gui::shortcut::Shortcut;
use crate::gui::slow::Told;
use crate::gui::widget::Page;
use crate::print::Paper;
use crate::sheet::Form;
use crate::stack::{Progress, Sides};

use iced::Task;
use iced::task::Handle;

use pile::Pile;
use ready::Ready;
use wish::Wish;

use std::path::PathBuf;
use std::sync::Arc;

/// What is to be made, and how far it is.
pub(crate) struct Stack {
    wish: Wish,
    preview: Preview<Ready>,
    look: Look,
    shows_places: bool,
    stage: Stage,
    /// Work that nobody waits for any more breaks off.
    working: Option<Handle>,
}

/// How far the file is on its way.
enum Stage {
    Choosing,
    Making(Progress),
    /// It is made; where does it go?
    Going(Way, Arc<Vec<u8>>),
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
    /// So many of a pile, as it was typed.
    TypeCopies(Pile, String),
    /// Show or hide the places to choose from.
    TogglePlaces,
    /// Handouts for nobody in particular tell of the law of this place, or of none.
    ChoosePlace(Option<PlaceId>),
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
    /// Something happened where the pages are looked at.
    Look(look::Message),
    /// Make the file.
    Make,
    /// How far the file is, or what came of it.
    Told(Told<Progress, Result<Arc<Vec<u8>>, Notice>>),
    /// Stop making it.
    Stop,
    /// Something happened on the way of the file.
    Way(way::Message),
    /// Show the run sheet for whoever leads the evening.
    ShowGuide,
    /// Go back to where one was.
    GoBack,
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
            look: Look::default(),
            shows_places: false,
            stage: Stage::Choosing,
            working: None,
        }
    }

    /// What a file dropped on the window means here.
    pub(crate) fn dropped(&self, path: PathBuf) -> Option<Message> {
        match &self.stage {
            Stage::Going(way, _) => way.dropped(path).map(Message::Way),
            Stage::Choosing | Stage::Making(_) => None,
        }
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::TogglePerson(person) => self.wish_for(cx, |wish| wish.toggle_person(person)),
            Message::TogglePhone(phone) => self.wish_for(cx, |wish| wish.toggle_phone(phone)),
            Message::ToggleForm(form) => self.wish_for(cx, |wish| wish.toggle_form(form)),
            Message::TypeCopies(pile, typed) => self.wish_for(cx, |wish| wish.type_copies(pile, &typed)),
            Message::TogglePlaces => {
                self.shows_places = !self.shows_places;

                Action::None
            }
            Message::ChoosePlace(place) => self.wish_for(cx, |wish| wish.place = place),
            Message::ToggleLanguage(tag) => self.wish_for(cx, |wish| wish.toggle_language(tag, cx.pack())),
            Message::ChoosePaper(paper) => self.wish_for(cx, |wish| wish.paper = paper),
            Message::ChooseSides(sides) => self.wish_for(cx, |wish| wish.sides = sides),
            Message::SetAgain => self.set(cx),
            Message::Set(outcome) => self.was_set(outcome),
            Message::Look(message) => {
                self.look.update(message);

                Action::None
            }
            Message::Make => self.make(),
            Message::Told(told) => self.told(cx, told),
            Message::Stop => self.stop(),
            Message::Way(message) => self.on_the_way(cx, message),
            Message::ShowGuide => Action::ShowGuide,
            Message::GoBack => self.go_back(),
        }
    }

    /// Shows where one is.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::Choosing => self.view_choices(cx),
            Stage::Making(progress) => file::making(*progress),
            Stage::Going(way, _) => self.view_way(cx, way),
        }
    }

    /// Enter goes on, Escape goes back.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        match (shortcut, &self.stage) {
            (_, Stage::Going(way, _)) => way.shortcut(shortcut).map(Message::Way),
            (Shortcut::Back, Stage::Making(_)) => Some(Message::Stop),
            (Shortcut::Back, Stage::Choosing) => Some(Message::GoBack),
            (Shortcut::Accept | Shortcut::Print, Stage::Choosing) => self.preview.made().map(|_| Message::Make),
            _ => None,
        }
    }

    fn go_back(&mut self) -> Action {
        if matches!(self.stage, Stage::Choosing) {
            return Action::Leave;
        }

        self.stage = Stage::Choosing;

        Action::None
    }
}

#[cfg(test)]
mod tests;
