//! The pages of a plan, made off the interface's thread: what the preview shows and what the file holds.
//!
//! Made as the terminal's `print --format list` makes them, so that both write the same bytes.
use crate::content::{Measure, Pack};
use crate::gui::notice::Notice;
use crate::gui::slow::slow;
use crate::plan::Plan;
use crate::print::page::Page;
use crate::print::{self as paper, Paper};
use crate::sheet::{Carry, Density, Level, Sheet, list};

use iced::Task;

use std::sync::Arc;

/// Who may see the paper: whoever finds it.
const CARRY: Carry = Carry {
    level: Level::Safe,
    density: Density::Normal,
};

/// The pages of a plan.
pub(crate) struct Made {
    sheet: Sheet,
    plan: Plan,
    /// The pages, at least one.
    pub(super) pages: Arc<[Page]>,
}

impl Made {
    fn of(pack: &Pack, plan: Plan, size: Paper) -> Self {
        let sheet = list::list(pack, &plan, &CARRY);
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
pub(super) fn make(pack: &'static Pack, plan: Plan, size: Paper) -> Task<Result<Arc<Made>, Notice>> {
    slow(move || Arc::new(Made::of(pack, plan, size))).map(|made| made.map_err(Notice::from))
}

/// What stays off the paper, though it is in the plan.
pub(super) fn left_off<'a>(pack: &'a Pack, plan: &Plan) -> Vec<&'a Measure> {
    list::left_off(pack, plan, CARRY.level)
}

/// A name for the file that tells nothing but the size of the paper.
pub(super) fn suggested(size: Paper) -> &'static str {
    match size {
        Paper::A4 => "list-a4.pdf",
        Paper::Letter => "list-letter.pdf",
    }
}
