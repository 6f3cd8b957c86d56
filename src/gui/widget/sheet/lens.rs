//! How near one looks at a page, and where.
//!
//! Lengths are those of pages: hundredths of a point from the top left corner.
use crate::gui::theme::Direction;
use crate::print::page::{Page, Run, Shape, Turn};

/// What is left free before the first letter of a line: about half of one.
const AIR: i32 = 600;

/// How near one looks at a page, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lens {
    /// From 1, the whole page as wide as there is room, to [`Lens::MOST`].
    times: u8,
    /// The top left corner of what is seen.
    at: (i32, i32),
}

impl Default for Lens {
    fn default() -> Self {
        Self { times: 1, at: (0, 0) }
    }
}

impl Lens {
    /// As near as one gets.
    pub const MOST: u8 = 4;

    /// How many times larger than the whole page.
    #[must_use]
    pub const fn times(self) -> u8 {
        self.times
    }

    /// Whether one sees only a part of the page.
    #[must_use]
    pub const fn is_close(self) -> bool {
        self.times > 1
    }

    /// The top left corner of what is seen.
    pub(crate) const fn at(self) -> (i32, i32) {
        self.at
    }

    /// How much of the page is seen: its width, and its height.
    pub(super) fn seen(self, page: &Page) -> (i32, i32) {
        let width = page.width / i32::from(self.times);

        if self.is_close() {
            (width, page.height.min(width / 4 * 3))
        } else {
            (width, page.height)
        }
    }

    /// One step nearer, with the same corner: the one at which the lines of the page begin. Nothing where one
    /// is as near as one gets.
    #[must_use]
    pub fn closer(self, page: &Page, reads: Direction) -> Option<Self> {
        (self.times < Self::MOST).then(|| self.at_times(page, self.times + 1, reads))
    }

    /// One step back; nothing where the whole page is seen.
    #[must_use]
    pub fn farther(self, page: &Page, reads: Direction) -> Option<Self> {
        self.is_close().then(|| self.at_times(page, self.times - 1, reads))
    }

    /// Half of what is seen to the side, or up and down; nothing at the edge of the page.
    #[must_use]
    pub fn stepped(self, page: &Page, (right, down): (i32, i32)) -> Option<Self> {
        let (width, height) = self.seen(page);

        self.moved(page, (right * width / 2, down * height / 2))
    }

    /// So far to the right and down, as far as the page goes; nothing where that is nowhere else.
    #[must_use]
    pub fn moved(self, page: &Page, (right, down): (i32, i32)) -> Option<Self> {
        let to = self.within(page, (self.at.0 + right, self.at.1 + down));

        (to != self).then_some(to)
    }

    fn at_times(self, page: &Page, times: u8, reads: Direction) -> Self {
        let (corner, top) = if self.is_close() {
            (self.corner(page, reads), self.at.1)
        } else {
            begin(page, reads)
        };
        let lens = Self { times, at: (0, 0) };
        let left = match reads {
            Direction::LeftToRight => corner,
            Direction::RightToLeft => corner - lens.seen(page).0,
        };

        lens.within(page, (left, top))
    }

    /// The side of what is seen at which lines begin.
    fn corner(self, page: &Page, reads: Direction) -> i32 {
        match reads {
            Direction::LeftToRight => self.at.0,
            Direction::RightToLeft => self.at.0 + self.seen(page).0,
        }
    }

    fn within(self, page: &Page, (x, y): (i32, i32)) -> Self {
        let (width, height) = self.seen(page);
        let at = (
            x.clamp(0, (page.width - width).max(0)),
            y.clamp(0, (page.height - height).max(0)),
        );

        Self { at, ..self }
    }
}

/// Where one begins to read: a little above and before the first thing that stands on the page.
fn begin(page: &Page, reads: Direction) -> (i32, i32) {
    let runs = || {
        page.marks.iter().filter_map(|mark| match &mark.shape {
            Shape::Text(run) => Some(run),
            _ => None,
        })
    };
    let top = runs().map(|run| run.y - 2 * run.size).min().unwrap_or(0);

    let side = match reads {
        Direction::LeftToRight => runs().map(|run| ends(run).0 - AIR).min().unwrap_or(0),
        Direction::RightToLeft => runs().map(|run| ends(run).1 + AIR).max().unwrap_or(page.width),
    };

    (side, top)
}

/// The left end of a run, and its right one. One that is upside down runs to the left.
fn ends(run: &Run) -> (i32, i32) {
    match run.turn {
        Turn::Upright => (run.x, run.x + run.width()),
        Turn::Half => (run.x - run.width(), run.x),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Answers;
    use crate::content::Pack;
    use crate::plan::Plan;
    use crate::print::page::Run;
    use crate::print::{Paper, layout};
    use crate::sheet::{self, Form, Level, Source};

    const LTR: Direction = Direction::LeftToRight;
    const RTL: Direction = Direction::RightToLeft;

    fn page() -> Page {
        Page {
            width: 60_000,
            height: 84_000,
            marks: Vec::new(),
        }
    }

    #[test]
    fn one_comes_nearer_step_by_step_and_back_to_the_whole_page() {
        let page = page();
        let mut lens = Lens::default();

        for times in 2..=Lens::MOST {
            lens = lens.closer(&page, LTR).unwrap();
            assert_eq!(lens.times(), times);
            assert_eq!(lens.at(), (0, 0).max(lens.at()), "inside the page");
        }

        assert_eq!(lens.closer(&page, LTR), None);

        while let Some(back) = lens.farther(&page, LTR) {
            lens = back;
        }

        assert_eq!(lens, Lens::default());
    }

    #[test]
    fn who_comes_nearer_begins_where_one_begins_to_read_and_stays_there() {
        let pack = Pack::built_in();
        let plan = Plan::new(pack, &Answers::default());
        let sheet = sheet::make(&Source::new(pack, &plan), Form::List, Level::Safe);
        let pages = layout(&sheet, Paper::A4);
        let near = Lens::default().closer(&pages[0], LTR).unwrap();
        let (x, y) = near.at();
        let is_seen = |run: &Run| run.x > x && run.y - run.size > y;
        let runs = pages[0].marks.iter().filter_map(|mark| match &mark.shape {
            Shape::Text(run) => Some(run),
            _ => None,
        });

        assert!(x > 0 && y > 0, "the margin is empty");
        assert!(runs.into_iter().all(is_seen), "a line begins before it");
        assert_eq!(near.closer(&pages[0], LTR).unwrap().at(), near.at());
        assert_eq!(Lens::default().closer(&self::page(), LTR).unwrap().at(), (0, 0));
    }

    #[test]
    fn a_page_that_reads_from_the_right_begins_at_its_right_and_stays_there() {
        let pack = Pack::built_in();
        let plan = Plan::new(pack, &Answers::default());
        let mut sheet = sheet::make(&Source::new(pack, &plan), Form::List, Level::Safe);

        // set from the right; what it says does not matter here
        sheet.lang = "ar".to_owned();

        let pages = layout(&sheet, Paper::A4);
        let page = &pages[0];
        let near = Lens::default().closer(page, RTL).unwrap();
        let right = |lens: Lens| lens.at().0 + lens.seen(page).0;
        let farthest = page.marks.iter().filter_map(|mark| match &mark.shape {
            Shape::Text(run) => Some(ends(run).1),
            _ => None,
        });
        let farthest = farthest.max().unwrap();

        assert!(
            (farthest..=farthest + AIR).contains(&right(near)),
            "a line begins beside it"
        );
        assert!(right(near) < page.width, "the margin is empty");

        let nearer = near.closer(page, RTL).unwrap();

        assert_eq!(right(nearer), right(near));
        assert_eq!(right(nearer.farther(page, RTL).unwrap()), right(near));
        assert!(near.at().0 > Lens::default().closer(page, LTR).unwrap().at().0);

        let empty = self::page();
        assert_eq!(right_of(&empty), empty.width, "an empty page begins at its corner");
    }

    fn right_of(page: &Page) -> i32 {
        let lens = Lens::default().closer(page, RTL).unwrap();

        lens.at().0 + lens.seen(page).0
    }

    #[test]
    fn every_corner_of_the_page_can_be_seen_and_nothing_beside_it() {
        let page = page();

        for times in 2..=Lens::MOST {
            let mut lens = Lens { times, at: (0, 0) };
            let (width, height) = lens.seen(&page);

            while let Some(next) = lens.stepped(&page, (1, 0)) {
                lens = next;
            }

            while let Some(next) = lens.stepped(&page, (0, 1)) {
                lens = next;
            }

            assert_eq!(lens.at(), (page.width - width, page.height - height));

            while let Some(next) = lens.stepped(&page, (-1, 0)).or(lens.stepped(&page, (0, -1))) {
                lens = next;
            }

            assert_eq!(lens.at(), (0, 0));
        }
    }

    #[test]
    fn over_a_whole_page_there_is_nowhere_to_go() {
        assert_eq!(Lens::default().stepped(&page(), (1, 1)), None);
    }
}
