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
use crate::sheet::{self, Level, Sheet, Source};

use iced::Task;

use std::sync::Arc;

/// The pages of a plan.
pub(crate) struct Made {
    sheet: Sheet,
    plan: Plan,
    progress: Progress,
    wish: Wish,
    /// The pages, at least one.
    pub(super) pages: Arc<[Page]>,
}

impl Made {
    pub(super) fn of(pack: &Pack, (plan, progress): (Plan, Progress), wish: Wish) -> Self {
        let sheet = sheet::make(&source(pack, &plan, &progress), wish.form, wish.level);
        let pages = paper::layout(&sheet, wish.paper).into();

        Self {
            sheet,
            plan,
            progress,
            wish,
            pages,
        }
    }

    /// Whether these are still the pages of the plan on the desk.
    pub(super) fn is_of(&self, cx: &Context<'_>) -> bool {
        // what was ticked stands on no other paper
        let has_notes = self.wish.level == Level::All;

        self.plan == *cx.plan() && (!has_notes || self.progress == *cx.desk.progress())
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

/// What every sheet is made from.
pub(super) fn source<'a>(pack: &'a Pack, plan: &'a Plan, progress: &'a Progress) -> Source<'a> {
    Source::new(pack, plan).with_progress(progress)
}

/// Makes the pages, on a thread of their own.
pub(super) fn make(cx: &Context<'_>, wish: Wish) -> Task<Result<Arc<Made>, Notice>> {
    let (pack, plan, progress) = (cx.pack(), cx.plan().clone(), cx.desk.progress().clone());

    slow(move || Arc::new(Made::of(pack, (plan, progress), wish))).map(|made| made.map_err(Notice::from))
}

/// A name for the file that tells nothing but what sort of list it is and the size of the paper.
pub(super) fn suggested(wish: Wish) -> String {
    format!("{}-{}.pdf", wish.form.name(), wish.paper.name())
}
