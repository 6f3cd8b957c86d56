//! Pages that wait until all are counted, because each says at its foot how many there are.
//!
//! Texts and glyphs are most of a page. They wait as bytes, a sixth of their size, in blocks large
//! enough to go back to the system as soon as they are read.
use crate::print::page::Mark;
use crate::print::page::packed::{Rest, pack};

use std::collections::VecDeque;

/// How many bytes a batch holds, and at most one page more.
const BATCH: usize = 960 * 1024;

/// Pages in order: put in at one end, taken out at the other.
#[derive(Default)]
pub(super) struct Held {
    batches: VecDeque<Batch>,
    count: usize,
}

/// The marks of some pages, without their texts and glyphs; and those.
#[derive(Default)]
struct Batch {
    /// How many marks each page has.
    pages: VecDeque<usize>,
    marks: VecDeque<Mark>,
    bytes: Vec<u8>,
    /// How many bytes have been read.
    read: usize,
}

impl Held {
    /// How many pages there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// Puts a page behind the others.
    pub(super) fn push(&mut self, mut marks: Vec<Mark>) {
        if self.batches.back().is_none_or(|batch| batch.bytes.len() > BATCH) {
            self.batches.push_back(Batch::default());
        }

        let Some(batch) = self.batches.back_mut() else { return };

        for mark in &mut marks {
            pack(mark, &mut batch.bytes);
        }

        batch.pages.push_back(marks.len());
        batch.marks.extend(marks);
        self.count += 1;
    }
}

impl Iterator for Held {
    type Item = Vec<Mark>;

    fn next(&mut self) -> Option<Vec<Mark>> {
        let batch = self.batches.front_mut()?;
        let length = batch.pages.pop_front()?;
        let mut marks: Vec<Mark> = batch.marks.drain(..length.min(batch.marks.len())).collect();
        let mut rest = Rest::of(batch.bytes.get(batch.read..).unwrap_or_default());

        for mark in &mut marks {
            rest.unpack(mark);
        }

        batch.read = batch.bytes.len() - rest.len();
        self.count -= 1;

        if batch.pages.is_empty() {
            self.batches.pop_front();
        }

        Some(marks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::Face;
    use crate::print::page::{Glyph, Line, Run, Shape, Stroke, Turn};

    use proptest::collection::vec;
    use proptest::prelude::{any, prop_assert_eq, proptest};

    fn text(text: &str, glyphs: Vec<Glyph>) -> Mark {
        Mark {
            parts: None,
            shape: Shape::Text(Run {
                x: 1,
                y: -2,
                face: Face::Bold,
                size: 1_000,
                text: text.to_owned(),
                glyphs,
                turn: Turn::Half,
            }),
        }
    }

    proptest! {
        #[test]
        fn pages_come_out_as_they_went_in(
            words in ".{0,20}",
            numbers in vec(any::<(u16, i32, i32, i32, u32, u32)>(), 0..20),
        ) {
            let glyph = |(id, advance, right, up, from, to): (u16, i32, i32, i32, u32, u32)| Glyph {
                id, advance, right, up, from, to,
            };
            let page = vec![text(&words, numbers.into_iter().map(glyph).collect()), text("", Vec::new())];
            let mut held = Held::default();
            held.push(page.clone());
            held.push(Vec::new());
            held.push(page.clone());

            prop_assert_eq!(held.collect::<Vec<_>>(), [page.clone(), Vec::new(), page]);
        }
    }

    #[test]
    fn batches_follow_each_other_and_are_counted() {
        let letters = || {
            (0..10_000).map(|at| Glyph {
                id: 40,
                advance: 556,
                right: 0,
                up: 0,
                from: at,
                to: at + 1,
            })
        };
        let page = |number: i32| {
            let line = Shape::Line(Line {
                from: (number, 0),
                to: (0, 0),
                thickness: 1,
                stroke: Stroke::Dashed,
            });

            vec![
                text(&"x".repeat(10_000), letters().collect()),
                Mark {
                    parts: None,
                    shape: line,
                },
            ]
        };
        let mut held = Held::default();
        (0..100).for_each(|number| held.push(page(number)));

        assert!(held.batches.len() > 2, "{}", held.batches.len());
        // A letter and its glyph: five bytes instead of twenty-five.
        assert!(held.batches.iter().map(|batch| batch.bytes.len()).sum::<usize>() < 5_001_000);

        for number in 0..100 {
            assert_eq!(held.len(), usize::try_from(100 - number).unwrap());
            assert_eq!(held.next(), Some(page(number)));
        }

        assert_eq!(held.next(), None);
    }
}
