//! Every building block on a few pages, in every palette, size, language and direction.
//!
//! Debug builds only: `daypack --gallery` shows it, and the tests walk through it. Its words are made up
//! and not translated.
mod answers;
mod forms;
mod frame;
mod plan;
mod risks;

use crate::gui::shortcut::{self, Shortcut};
use crate::gui::theme::{self, Direction, Look, Shade};
use crate::gui::widget::{Dialog, Root, Typed, body, dialog, secondary, severe};

use iced::{Element, Subscription, Task, keyboard};

/// A part of the gallery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Questions and decisions.
    Answers,
    /// Items, steps, times.
    Plan,
    /// Board, bars, notices.
    Risks,
    /// Fields, buttons, text.
    Forms,
}

impl Part {
    /// Every part, in order.
    pub const ALL: [Self; 4] = [Self::Answers, Self::Plan, Self::Risks, Self::Forms];
}

/// The gallery.
pub struct Gallery {
    /// How it looks.
    pub look: Look,
    /// Whether its words are in the made-up long language.
    pub is_long: bool,
    /// Which part is shown.
    pub part: Part,
    /// Whether a dialog is over it.
    pub is_asking: bool,
    chosen: Option<usize>,
    boxes: [bool; 3],
    ticked: [bool; 3],
    open: Option<usize>,
    step: usize,
    is_on: bool,
    is_shown: bool,
    words: String,
    typed: Typed,
}

/// What can happen in the gallery.
#[derive(Debug, Clone)]
pub enum Message {
    /// Show another part.
    Show(Part),
    /// Use another palette.
    Shade(Shade),
    /// Use another text size.
    Resize(Look),
    /// Speak the other language.
    Speak(bool),
    /// Run the other way.
    Turn(Direction),
    /// Choose an answer.
    Choose(usize),
    /// Tick or untick a box.
    Tick(usize),
    /// Mark or unmark an item.
    Mark(usize),
    /// Open or close an item.
    Open(usize),
    /// Move along a scale.
    Step(usize),
    /// Turn a switch.
    Switch,
    /// Show or hide the letters.
    Reveal,
    /// The field changed.
    Write(String),
    /// The secret field changed. Says that, not what.
    Typing,
    /// Ask or stop asking.
    Ask(bool),
    /// A key came that nobody wanted.
    Press(keyboard::Event),
    /// A dot was dragged: its number, its likelihood, its impact.
    Drag(usize, u8, u8),
    /// Nothing.
    Rest,
}

impl Default for Gallery {
    fn default() -> Self {
        Self {
            look: Look::default(),
            is_long: false,
            part: Part::Answers,
            is_asking: false,
            chosen: Some(1),
            boxes: [true, false, false],
            ticked: [true, false, false],
            open: Some(1),
            step: 2,
            is_on: true,
            is_shown: false,
            words: "on the grey stick".to_owned(),
            typed: Typed::new(),
        }
    }
}

impl Gallery {
    /// The gallery at this part, in this look, in one of its two languages.
    #[must_use]
    pub fn new(part: Part, look: Look, is_long: bool) -> Self {
        Self {
            look,
            is_long,
            part,
            ..Self::default()
        }
    }

    /// Reacts to a message.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        let flip = |flag: Option<&mut bool>| {
            if let Some(flag) = flag {
                *flag = !*flag;
            }
        };

        match message {
            Message::Show(part) => self.part = part,
            Message::Shade(shade) => self.look.shade = shade,
            Message::Resize(look) => self.look = look,
            Message::Speak(is_long) => self.is_long = is_long,
            Message::Turn(direction) => self.look.direction = direction,
            Message::Choose(index) => self.chosen = Some(index),
            Message::Tick(index) => flip(self.boxes.get_mut(index)),
            Message::Mark(index) => flip(self.ticked.get_mut(index)),
            Message::Open(index) => self.open = (self.open != Some(index)).then_some(index),
            Message::Step(index) => self.step = index,
            Message::Switch => self.is_on = !self.is_on,
            Message::Reveal => self.is_shown = !self.is_shown,
            Message::Write(words) => self.words = words,
            Message::Ask(is_asking) => self.is_asking = is_asking,
            Message::Press(event) => match shortcut::read(&event) {
                Some(Shortcut::Larger) => self.look = self.look.larger(),
                Some(Shortcut::Smaller) => self.look = self.look.smaller(),
                _ => {}
            },
            Message::Drag(..) | Message::Typing | Message::Rest => {}
        }

        Task::none()
    }

    /// Shows the current part.
    pub fn view(&self) -> Element<'_, Message> {
        self.root().into()
    }

    /// The same, as the root it is.
    pub fn root(&self) -> Root<'_, Message> {
        let page = match self.part {
            Part::Answers => answers::show(self),
            Part::Plan => plan::show(self),
            Part::Risks => risks::show(self),
            Part::Forms => forms::show(self),
        };

        Root::new(self.look.direction, page).dialog(self.is_asking.then(|| self.question()))
    }

    fn question(&self) -> Dialog<'_, Message> {
        dialog("replace", self.say("Replace the plan that is there?"))
            .push(body(self.say(
                "The file packing.age has been there since October. Its previous version is kept beside it.",
            )))
            .action(secondary(self.say("Keep both")).on_press(Message::Ask(false)))
            .action(severe(self.say("Replace it")).on_press(Message::Ask(false)))
            .on_escape(Message::Ask(false))
    }
}

/// Opens the gallery.
///
/// # Errors
/// When no window can be opened.
pub fn run() -> iced::Result {
    iced::application(Gallery::default, Gallery::update, Gallery::view)
        .title("Daypack")
        .theme(|gallery: &Gallery| gallery.look.theme())
        .style(|_: &Gallery, theme| theme::window(theme))
        .scale_factor(|gallery: &Gallery| gallery.look.scale())
        .subscription(|_| Subscription::map(keyboard::listen(), Message::Press))
        .default_font(theme::FONT)
        .window_size((960.0, 720.0))
        .run()
}
