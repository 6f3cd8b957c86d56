//! The pages of a plan, made off the interface's thread: what the preview shows and what the file holds.
//!
//! Made as the terminal's `print` makes them, so that both write the same bytes.
use super::wish::Wish;
use crate::content::Pack;
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::slow::slow;
use crate::plan::Plan;
use crate::plan::progress::Progress;
use crate::print::page::Page;
use crate::print::pdf::{self, Writer};
use crate::print::{self as paper};
use crate::sheet::{self, Form, Level, Sheet, Source};

use iced::Task;

use std::sync::Arc;

/// What pages are made from, taken from the desk: it may change while they are made.
#[derive(Clone)]
pub(super) struct Subject {
    /// In the language of the paper.
    pack: &'static Pack,
    /// The same plan in its words.
    plan: Plan,
    progress: Progress,
    /// As it lies on the desk, in the words of the window.
    on_desk: Plan,
}

impl Subject {
    /// What is on the desk, in the language that is wished for.
    pub(super) fn of(cx: &Context<'_>, wish: Wish) -> Self {
        let pack = spoken(cx, wish.lang);
        let on_desk = cx.plan().clone();
        let plan = if pack.lang == cx.pack().lang {
            on_desk.clone()
        } else {
            Plan::new(pack, cx.desk.answers())
        };

        Self {
            pack,
            plan,
            progress: cx.desk.progress().clone(),
            on_desk,
        }
    }

    /// The sheet of that form.
    pub(super) fn sheet(&self, form: Form, level: Level) -> Sheet {
        let source = Source::new(self.pack, &self.plan).with_progress(&self.progress);

        sheet::make(&source, form, level)
    }
}

/// The checklist in that language; as the window has it where there is no such one.
fn spoken(cx: &Context<'_>, lang: &str) -> &'static Pack {
    let pack = cx.pack();

    if pack.lang == lang {
        return pack;
    }

    // the window may speak another language than the checklist was written in
    pack.spoken(lang)
        .or_else(|| Pack::built_in_language(lang))
        .unwrap_or(pack)
}

/// The pages of a plan.
pub(crate) struct Made {
    pub(super) sheet: Sheet,
    subject: Subject,
    wish: Wish,
    /// The pages, at least one.
    pub(super) pages: Arc<[Page]>,
}

impl Made {
    pub(super) fn of(subject: Subject, wish: Wish) -> Self {
        let sheet = subject.sheet(wish.form, wish.level);
        let pages = paper::layout(&sheet, wish.paper).into();

        Self {
            sheet,
            subject,
            wish,
            pages,
        }
    }

    /// Whether these are still the pages of the plan on the desk.
    pub(super) fn is_of(&self, cx: &Context<'_>) -> bool {
        // what was ticked stands on no other paper
        let has_notes = self.wish.level == Level::All;

        self.subject.on_desk == *cx.plan() && (!has_notes || self.subject.progress == *cx.desk.progress())
    }

    /// How many pages one copy has.
    pub(super) fn count(&self) -> usize {
        self.pages.len()
    }

    /// The file, with the pages so many times.
    pub(super) fn pdf(&self, copies: usize) -> Result<Vec<u8>, Notice> {
        let written = if copies > 1 {
            self.copied(copies)
        } else {
            pdf::write(&self.pages, &self.sheet)
        };

        written.map_err(|error| Notice::from(&error))
    }

    /// One copy behind the other, each a part of its own.
    fn copied(&self, copies: usize) -> Result<Vec<u8>, paper::Error> {
        let mut writer = Writer::stack(&self.sheet.title, &self.sheet.lang)?;

        for _ in 0..copies {
            writer.begin(&self.sheet);
            self.pages.iter().try_for_each(|page| writer.page(page))?;
        }

        writer.finish()
    }
}

/// Makes the pages, on a thread of their own.
pub(super) fn make(cx: &Context<'_>, wish: Wish) -> Task<Result<Arc<Made>, Notice>> {
    let subject = Subject::of(cx, wish);

    slow(move || Arc::new(Made::of(subject, wish))).map(|made| made.map_err(Notice::from))
}

/// A name for the file that tells nothing but what sort of list it is and the size of the paper.
pub(super) fn suggested(wish: Wish) -> String {
    format!("{}-{}.pdf", wish.form.name(), wish.paper.name())
}
