//! The pages that come of a wish: each handout set once, and the first of them to look at.
use super::wish::Wish;
use crate::content::Pack;
use crate::gui::notice::Notice;
use crate::gui::paper;
use crate::gui::theme::Direction;
use crate::print::page::Page;
use crate::sheet::Source;
use crate::stack::{Count, Laid, Pile, Stack};
use crate::words;

use std::ops::ControlFlow;
use std::sync::Arc;

/// Pages that are set, and of which wish.
pub(crate) struct Ready {
    pub(super) laid: Laid,
    /// The first of them, at least one.
    pub(super) beginning: Arc<[Page]>,
    /// Which way each of those is read.
    reads: Vec<Direction>,
    pub(super) count: Count,
    wish: Wish,
}

impl Ready {
    /// Sets the pages. Never on the thread that draws.
    pub(super) fn set(
        wish: Wish,
        pack: &'static Pack,
        go_on: impl FnMut() -> ControlFlow<()>,
    ) -> Result<Arc<Self>, Notice> {
        let piles = wish.piles(pack);
        let groups: Vec<_> = words::within(&pack.lang, || {
            piles.iter().filter_map(|pile| pile.group(&wish, pack)).collect()
        });
        let stack = Stack {
            pack,
            piles: groups
                .iter()
                .map(|group| Pile {
                    source: Source::new(group.pack, &group.plan),
                    about: group.about.clone(),
                    is_blank: group.is_blank,
                    copies: group.copies,
                })
                .collect(),
            forms: wish.forms().collect(),
            paper: wish.paper,
            sides: wish.sides,
        };
        let laid = stack.lay_out(go_on).map_err(|error| Notice::from(&error))?;
        let (beginning, reads): (Vec<_>, Vec<_>) = laid
            .beginning()
            .map(|(page, direction)| (page, paper::direction(direction)))
            .unzip();

        Ok(Arc::new(Self {
            beginning: beginning.into(),
            reads,
            count: laid.count(),
            laid,
            wish,
        }))
    }

    /// Whether these are still the pages of `wish`.
    pub(super) fn is_of(&self, wish: &Wish) -> bool {
        self.wish == *wish
    }

    /// Which way one of the first pages is read, counted from 0.
    pub(super) fn reads(&self, page: usize) -> Direction {
        self.reads.get(page).copied().unwrap_or_default()
    }
}
