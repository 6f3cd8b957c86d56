//! Finds room: what of a sheet stands on the side that is folded, what behind it, and what nowhere.
//!
//! It only counts pages and chooses; setting them is the same as everywhere. What finds no room is counted
//! and said, never left out in silence.
use super::{Frame, Scale, Setter};
use crate::print::impose::booklet::PANELS;
use crate::sheet::{Block, Part, Rest};

use std::ops::Range;

/// Small pages of one size.
pub(super) struct Room<'a> {
    pub(super) setter: &'a mut Setter,
    pub(super) scale: &'a Scale,
    pub(super) frame: Frame,
}

impl Room<'_> {
    /// The blocks of a book: as many as the folded side has pages, and behind them what is read unfolded.
    ///
    /// What stands before the part that may be cut short begins the book, and what stands after it ends it.
    pub(super) fn book(&mut self, blocks: &[Block]) -> Vec<Block> {
        let Some((before, rest, after)) = around_rest(blocks) else {
            return blocks.to_vec();
        };
        let (mut pages, mut end) = (parts(before), parts(after));
        // What stands right before it, with no page begun in between, shares its pages.
        let lead = match before.last() {
            Some(Block::Page { .. }) | None => Vec::new(),
            Some(_) => pages.pop().unwrap_or_default(),
        };
        let begun = self.count_all(&pages);
        let least = self.count(&lead);
        let mut behind = Vec::new();

        // What takes most room goes behind first, so that as little as can be does.
        while begun + least + self.count_all(&end) > PANELS && !end.is_empty() {
            let longest = (0..end.len())
                .rev()
                .max_by_key(|at| end.get(*at).map(|part| self.count(part)));

            behind.push(end.remove(longest.unwrap_or(0)));
        }

        let ended = self.count_all(&end);
        let moved = self.count_all(&behind);
        let here = PANELS.saturating_sub(begun + ended);
        let (front, back) = self.divide((&lead, rest), here, PANELS.saturating_sub(moved));

        let free = here.saturating_sub(self.count(&front));
        pages.push(front);
        pages.extend(std::iter::repeat_n(rest.free.clone(), free));
        pages.extend(end);
        pages.extend(behind);
        pages.push(back);
        pages.retain(|part| !part.is_empty());

        pages.join(&Block::Page { columns: 1 })
    }

    /// The blocks of one page, with as much as fits on it.
    pub(super) fn one_page(&mut self, blocks: &[Block]) -> Vec<Block> {
        let Some((before, rest, after)) = around_rest(blocks) else {
            return blocks.to_vec();
        };
        let all = units(rest);
        let with = |fit: usize| {
            let told = note(&rest.more, all - fit);

            [before, &some(rest, 0..fit), &told, after].concat()
        };
        let fit = most(0..all, |fit| self.count(&with(fit)) <= 1);

        with(fit)
    }

    /// What stands on so many pages here, and what on so many others.
    fn divide(&mut self, (lead, rest): (&[Block], &Rest), here: usize, there: usize) -> (Vec<Block>, Vec<Block>) {
        let all = units(rest);
        let whole = [lead, &some(rest, 0..all)].concat();

        if self.count(&whole) <= here {
            return (whole, Vec::new());
        }

        let front = |fit: usize, told: Vec<Block>| [lead, &some(rest, 0..fit), &told].concat();
        let back = |from: usize, to: usize| [some(rest, from..to), note(&rest.more, all - to)].concat();
        let first = if here == 0 {
            0
        } else {
            most(0..all, |fit| {
                self.count(&front(fit, note(&rest.overleaf, all - fit))) <= here
            })
        };
        let last = most(first..all, |fit| self.count(&back(first, fit)) <= there);

        match (here, there) {
            (0, _) => (lead.to_vec(), back(first, last)),
            (_, 0) => (front(first, note(&rest.more, all - first)), Vec::new()),
            _ => (front(first, note(&rest.overleaf, last - first)), back(first, last)),
        }
    }

    fn count_all(&mut self, parts: &[Vec<Block>]) -> usize {
        parts.iter().map(|part| self.count(part)).sum()
    }

    fn count(&mut self, blocks: &[Block]) -> usize {
        if blocks.is_empty() {
            return 0;
        }

        self.setter.count(blocks, self.scale, self.frame)
    }
}

/// What stands before the part that may be cut short, that part, and what stands after it.
fn around_rest(blocks: &[Block]) -> Option<(&[Block], &Rest, &[Block])> {
    let at = blocks.iter().position(|block| matches!(block, Block::Rest(_)))?;
    let (before, from) = blocks.split_at(at);

    match from.split_first()? {
        (Block::Rest(rest), after) => Some((before, rest, after)),
        _ => None,
    }
}

/// What stands between the beginnings of pages.
fn parts(blocks: &[Block]) -> Vec<Vec<Block>> {
    blocks
        .split(|block| matches!(block, Block::Page { .. }))
        .filter(|part| !part.is_empty())
        .map(<[Block]>::to_vec)
        .collect()
}

/// How much there is that can be set or left off.
fn units(rest: &Rest) -> usize {
    rest.parts.iter().map(|part| part.blocks.len()).sum()
}

/// Those of them, each part with its heading.
fn some(rest: &Rest, wanted: Range<usize>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;

    for Part { heading, blocks: of } in &rest.parts {
        let mut here = of.iter().zip(at..).filter(|(_, at)| wanted.contains(at)).peekable();
        at += of.len();

        if here.peek().is_some() {
            blocks.push(Block::Heading(heading.clone()));
            blocks.extend(here.map(|(block, _)| block.clone()));
        }
    }

    blocks
}

/// How much is elsewhere, in words; nothing when nothing is.
fn note(words: &str, count: usize) -> Vec<Block> {
    if count == 0 || words.is_empty() {
        return Vec::new();
    }

    vec![Block::Small(words.replace("{count}", &count.to_string()))]
}

/// The greatest number from the start of `range` to its end, both included, that still fits; its start when none does.
fn most(range: Range<usize>, mut fits: impl FnMut(usize) -> bool) -> usize {
    let (mut low, mut high) = (range.start, range.end);

    while low < high {
        let middle = (low + high).div_ceil(2);

        if fits(middle) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }

    low
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rest() -> Rest {
        let part = |heading: &str, lines: &[&str]| Part {
            heading: heading.to_owned(),
            blocks: lines.iter().map(|line| Block::Paragraph((*line).to_owned())).collect(),
        };

        Rest {
            parts: vec![part("one", &["a", "b"]), part("two", &["c"])],
            overleaf: "{count} behind".to_owned(),
            more: "{count} more".to_owned(),
            free: Vec::new(),
        }
    }

    #[test]
    fn what_goes_on_elsewhere_repeats_its_heading_and_nothing_else() {
        let heading = |text: &str| Block::Heading(text.to_owned());
        let line = |text: &str| Block::Paragraph(text.to_owned());

        assert_eq!(some(&rest(), 0..1), [heading("one"), line("a")]);
        assert_eq!(
            some(&rest(), 1..3),
            [heading("one"), line("b"), heading("two"), line("c")]
        );
        assert_eq!(some(&rest(), 2..2), []);
    }

    #[test]
    fn the_most_that_fits_is_found_at_both_ends() {
        for limit in 3..=9 {
            assert_eq!(most(3..9, |count| count <= limit), limit);
        }

        assert_eq!(most(3..9, |_| false), 3);
    }

    #[test]
    fn nothing_is_said_where_nothing_is_elsewhere() {
        assert_eq!(note("{count} more", 0), []);
        assert_eq!(note("{count} more", 2), [Block::Small("2 more".to_owned())]);
    }
}
