//! Paper: what it is for, what is on it, the pages as they will come out, what to know before, and where the file goes.
//!
//! Nothing is sent to a printer from here: one file is written, where the person says, and shown in the
//! system's viewer only when they ask. What is shown is what is written: both are the same pages.
mod copy;
mod count;
mod file;
mod form;
mod know;
mod made;
mod pages;
mod picture;
mod preview;
#[cfg(test)]
mod tests;
mod what;
mod wish;

use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::paper::look::{self, Look};
use crate::gui::paper::preview::Preview;
use crate::gui::paper::way::{self, Way};
use crate::gui::shortcut::Shortcut;
use crate::gui::widget::Page;
use crate::print::Paper;
use crate::sheet::{Form, Level};

use iced::Task;
use iced::task::Handle;

use made::Made;
use wish::{Purpose, Wish};

use std::path::PathBuf;
use std::sync::Arc;

/// The pages, and how far they are on their way.
pub(crate) struct Print {
    wish: Wish,
    preview: Preview<Made>,
    /// How many pages each form has that was counted, as far as is known. Kept until it is counted again, so
    /// that nothing on the page moves meanwhile.
    counts: Vec<(Form, usize)>,
    look: Look,
    shows_left_off: bool,
    stage: Stage,
    /// Pages nobody waits for any more are not brought.
    making: Option<Handle>,
}

/// How far the pages are on their way.
enum Stage {
    Looking,
    Knowing,
    Going(Way),
}

/// What can happen on this screen.
#[derive(Clone)]
pub(crate) enum Message {
    /// It is for this.
    ChoosePurpose(Purpose),
    /// Print this.
    ChooseForm(Form),
    /// Print on this paper.
    ChoosePaper(Paper),
    /// Let it show this much.
    ChooseLevel(Level),
    /// Print it in the language of this tag.
    ChooseLanguage(String),
    /// Print so many of them.
    ChooseCopies(usize),
    /// The pages are made.
    Made(Result<Arc<Made>, Notice>),
    /// The pages of the forms beside it are counted, for this wish.
    Counted(Wish, Vec<(Form, usize)>),
    /// Make the pages again.
    MakeAgain,
    /// Something happened where the pages are looked at.
    Look(look::Message),
    /// Show or hide what stays off the paper.
    ToggleLeftOff,
    /// On to what comes before printing, and then to where the file goes.
    GoOn,
    /// Something happened on the way of the file.
    Way(way::Message),
    /// Make an encrypted copy on paper instead.
    MakeCopy,
    /// Go back to where one was.
    GoBack,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Pages and paths say something about the person.
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
    /// Make an encrypted copy, on this paper.
    Copy(Paper),
    /// Go back to the plan.
    Leave,
}

impl Print {
    /// With the first page in view, as soon as it is made. It may be carried: anything else is asked for.
    pub(crate) fn new(cx: &Context<'_>, form: Form) -> (Self, Task<Message>) {
        let mut print = Self {
            wish: Wish::new(cx, form),
            preview: Preview::Nothing,
            counts: Vec::new(),
            look: Look::default(),
            shows_left_off: false,
            stage: Stage::Looking,
            making: None,
        };
        let task = print.make(cx);

        (print, task)
    }

    /// What a file dropped on the window means here.
    pub(crate) fn dropped(&self, path: PathBuf) -> Option<Message> {
        match &self.stage {
            Stage::Going(way) => way.dropped(path).map(Message::Way),
            Stage::Looking | Stage::Knowing => None,
        }
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::ChoosePurpose(purpose) => self.wish_for(cx, self.wish.for_purpose(purpose)),
            Message::ChooseForm(form) => self.wish_for(cx, self.wish.in_form(form)),
            Message::ChoosePaper(paper) => self.wish_for(cx, Wish { paper, ..self.wish }),
            Message::ChooseLevel(level) => self.wish_for(cx, Wish { level, ..self.wish }),
            Message::ChooseLanguage(tag) => self.wish_for(cx, self.wish.in_language(cx, &tag)),
            Message::ChooseCopies(copies) => {
                self.wish.copies = copies;

                Action::None
            }
            Message::MakeAgain => Action::Run(self.make(cx)),
            Message::Made(made) => self.made(made),
            Message::Counted(wish, counts) => {
                if (wish.paper, wish.level) == (self.wish.paper, self.wish.level) {
                    self.counted(counts);
                }

                Action::None
            }
            Message::Look(message) => {
                self.look.update(message);

                Action::None
            }
            Message::ToggleLeftOff => {
                self.shows_left_off = !self.shows_left_off;

                Action::None
            }
            Message::GoOn => self.go_on(cx),
            Message::Way(message) => self.on_the_way(cx, message),
            Message::MakeCopy => Action::Copy(self.wish.paper),
            Message::GoBack => self.go_back(),
        }
    }

    /// Shows where one is.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::Looking => self.view_pages(cx),
            Stage::Knowing => know::before(self.wish),
            Stage::Going(way) => self.view_way(cx, way),
        }
    }

    /// Digits choose among the forms, Enter goes on, Escape goes back.
    pub(crate) fn shortcut(&self, cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        match (shortcut, &self.stage) {
            (_, Stage::Going(way)) => way.shortcut(shortcut).map(Message::Way),
            (Shortcut::Back, _) => Some(Message::GoBack),
            (Shortcut::Pick(number), Stage::Looking) => self
                .wish
                .purpose()
                .forms()
                .nth(number.checked_sub(1)?)
                .map(Message::ChooseForm),
            (Shortcut::Accept | Shortcut::Print, Stage::Looking | Stage::Knowing) => {
                self.ready(cx).map(|_| Message::GoOn)
            }
            _ => None,
        }
    }

    /// Something else is to be printed: it is made, and looked at from its first page on.
    fn wish_for(&mut self, cx: &Context<'_>, wish: Wish) -> Action {
        if wish == self.wish {
            return Action::None;
        }

        if wish.form == self.wish.form {
            self.look.again(usize::MAX);
        } else {
            self.look.begin();
        }

        self.wish = wish;

        Action::Run(self.make(cx))
    }

    /// Makes the pages of the plan as it is now.
    fn make(&mut self, cx: &Context<'_>) -> Task<Message> {
        if !form::has_anything(cx.plan(), self.wish.form) {
            self.preview = Preview::Nothing;
            self.making = None;

            return Task::none();
        }

        let made = made::make(cx, self.wish).map(Message::Made);
        let (task, handle) = made.chain(count::beside(cx, self.wish)).abortable();

        self.preview.begin();
        self.making = Some(handle.abort_on_drop());
        task
    }

    fn made(&mut self, made: Result<Arc<Made>, Notice>) -> Action {
        self.preview = match made {
            Ok(made) => {
                self.look.again(made.count());
                self.counted(vec![(self.wish.form, made.count())]);

                Preview::Made(made)
            }
            Err(notice) => Preview::Failed(notice),
        };

        Action::None
    }

    fn counted(&mut self, counts: Vec<(Form, usize)>) {
        self.counts
            .retain(|(form, _)| !counts.iter().any(|(counted, _)| counted == form));
        self.counts.extend(counts);
    }

    /// The pages, once they are made, and as long as they are those of the plan.
    fn ready(&self, cx: &Context<'_>) -> Option<&Arc<Made>> {
        self.preview.made().filter(|made| made.is_of(cx))
    }

    fn go_back(&mut self) -> Action {
        match &self.stage {
            Stage::Looking => return Action::Leave,
            Stage::Going(way) if !way.is_saved() => self.stage = Stage::Knowing,
            Stage::Knowing | Stage::Going(_) => self.stage = Stage::Looking,
        }

        Action::None
    }
}
