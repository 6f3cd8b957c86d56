//! The pages of a plan, made off the interface's thread: what the preview shows and what the file holds.
//!
//! Made as the terminal's `print` makes them, so that both write the same bytes.
use crate::content::Pack;
use crate::gui::notice::Notice;
use crate::gui::slow::slow;
use crate::plan::Plan;
use crate::print::page::Page;
use crate::print::{self as paper, Paper};
use crate::sheet::{self, Form, Level, Sheet, Source};

use iced::Task;

use std::sync::Arc;

/// Who may see the paper: whoever finds it.
pub(super) const LEVEL: Level = Level::Safe;

/// The pages of a plan.
pub(crate) struct Made {
    sheet: Sheet,
    plan: Plan,
    /// The pages, at least one.
    pub(super) pages: Arc<[Page]>,
}

impl Made {
    fn of(pack: &Pack, plan: Plan, form: Form, size: Paper) -> Self {
        let sheet = sheet::make(&Source::new(pack, &plan), form, LEVEL);
        let pages = paper::layout(&sheet, size).into();

        Self { sheet, plan, pages }
    }

    /// Whether these are still the pages of `plan`.
    pub(super) fn is_of(&self, plan: &Plan) -> bool {
        self.plan == *plan
    }

    /// How many pages there are.
    pub(super) fn count(&self) -> usize {
        self.pages.len()
    }

    /// The file.
    pub(super) fn pdf(&self) -> Result<Vec<u8>, Notice> {
        paper::pdf::write(&self.pages, &self.sheet).map_err(|error| Notice::from(&error))
    }
}

/// Makes the pages, on a thread of their own.
pub(super) fn make(pack: &'static Pack, plan: Plan, form: Form, size: Paper) -> Task<Result<Arc<Made>, Notice>> {
    slow(move || Arc::new(Made::of(pack, plan, form, size))).map(|made| made.map_err(Notice::from))
}

/// A name for the file that tells nothing but what sort of list it is and the size of the paper.
pub(super) fn suggested(form: Form, size: Paper) -> String {
    format!("{}-{}.pdf", form.name(), size.name())
}
