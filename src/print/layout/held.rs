//! Pages that wait until all are counted, because each says at its foot how many there are.
//!
//! Texts and glyphs are most of a page. They wait as bytes, a sixth of their size, in blocks large
//! enough to go back to the system as soon as they are read.
use crate::print::page::{Glyph, Mark, Shape};

use std::collections::VecDeque;
use std::mem;

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
            if let Shape::Text(run) = &mut mark.shape {
                pack(&mem::take(&mut run.text), &mem::take(&mut run.glyphs), &mut batch.bytes);
            }
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
        let mut rest = Rest(batch.bytes.get(batch.read..).unwrap_or_default());

        for mark in &mut marks {
            if let Shape::Text(run) = &mut mark.shape {
                (run.text, run.glyphs) = rest.unpack().unwrap_or_default();
            }
        }

        batch.read = batch.bytes.len() - rest.0.len();
        self.count -= 1;

        if batch.pages.is_empty() {
            self.batches.pop_front();
        }

        Some(marks)
    }
}

/// Writes a text and its glyphs behind `bytes`: small numbers, for the most part one or two bytes each.
fn pack(text: &str, glyphs: &[Glyph], bytes: &mut Vec<u8>) {
    put(text.len() as u64, bytes);
    bytes.extend_from_slice(text.as_bytes());
    put(glyphs.len() as u64, bytes);

    let mut next = 0;

    for glyph in glyphs {
        let is_moved = glyph.right != 0 || glyph.up != 0;
        // Most glyphs stand for the one letter behind that of the last.
        let is_odd = glyph.from != next || glyph.to != next.wrapping_add(1);

        put(
            u64::from(glyph.id) << 2 | u64::from(is_moved) << 1 | u64::from(is_odd),
            bytes,
        );
        put(folded(glyph.advance), bytes);

        if is_moved {
            put(folded(glyph.right), bytes);
            put(folded(glyph.up), bytes);
        }

        if is_odd {
            put(u64::from(glyph.from), bytes);
            put(u64::from(glyph.to), bytes);
        }

        next = glyph.to;
    }
}

/// Seven bits a byte, the lowest first; the eighth says that more follow.
fn put(mut number: u64, bytes: &mut Vec<u8>) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }

    bytes.push(number as u8);
}

/// Numbers close to zero, on both sides, as small ones.
fn folded(number: i32) -> u64 {
    let number = i64::from(number);

    (number << 1 ^ number >> 63) as u64
}

fn unfolded(number: u64) -> Option<i32> {
    i32::try_from((number >> 1) as i64 ^ -((number & 1) as i64)).ok()
}

/// Bytes that are not read yet.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn unpack(&mut self) -> Option<(String, Vec<Glyph>)> {
        let length = self.size()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        let text = String::from_utf8(text.to_vec()).ok()?;
        self.0 = rest;

        let count = self.size()?;
        let mut glyphs = Vec::with_capacity(count.min(self.0.len()));
        let mut next = 0;

        for _ in 0..count {
            let glyph = self.glyph(next)?;
            next = glyph.to;
            glyphs.push(glyph);
        }

        Some((text, glyphs))
    }

    /// A glyph, when the one before it stands for what ends at `next`.
    fn glyph(&mut self, next: u32) -> Option<Glyph> {
        let head = self.number()?;
        let advance = unfolded(self.number()?)?;
        let (right, up) = match head & 2 {
            0 => (0, 0),
            _ => (unfolded(self.number()?)?, unfolded(self.number()?)?),
        };
        let (from, to) = match head & 1 {
            0 => (next, next.wrapping_add(1)),
            _ => (u32::try_from(self.number()?).ok()?, u32::try_from(self.number()?).ok()?),
        };

        Some(Glyph {
            id: u16::try_from(head >> 2).ok()?,
            advance,
            right,
            up,
            from,
            to,
        })
    }

    fn size(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        let mut shift = 0;

        loop {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;

            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::Face;
    use crate::print::page::{Line, Run, Stroke, Turn};

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
