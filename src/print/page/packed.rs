//! Pages that wait in little room: their texts and glyphs, which are most of a page, as a sixth of the bytes.
use super::{Glyph, Mark, Page, Shape};

use std::mem;

/// A page that is looked at later.
#[derive(Debug)]
pub struct Packed {
    /// Without texts and glyphs.
    page: Page,
    bytes: Vec<u8>,
}

impl Packed {
    /// Packs a page.
    pub fn new(mut page: Page) -> Self {
        let mut bytes = Vec::new();
        page.marks.iter_mut().for_each(|mark| pack(mark, &mut bytes));
        page.marks.shrink_to_fit();
        bytes.shrink_to_fit();

        Self { page, bytes }
    }

    /// The page as it was.
    pub fn page(&self) -> Page {
        let mut page = self.page.clone();
        let mut rest = Rest::of(&self.bytes);
        page.marks.iter_mut().for_each(|mark| rest.unpack(mark));

        page
    }
}

/// Takes the text and the glyphs out of a mark, and writes them behind `bytes`.
pub(in crate::print) fn pack(mark: &mut Mark, bytes: &mut Vec<u8>) {
    if let Shape::Text(run) = &mut mark.shape {
        put_run(&mem::take(&mut run.text), &mem::take(&mut run.glyphs), bytes);
    }
}

/// Small numbers, for the most part one or two bytes each.
fn put_run(text: &str, glyphs: &[Glyph], bytes: &mut Vec<u8>) {
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
pub(in crate::print) struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    /// What [`pack`] wrote, mark by mark.
    pub(in crate::print) fn of(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// How many bytes there are.
    pub(in crate::print) fn len(&self) -> usize {
        self.0.len()
    }

    /// Puts back what [`pack`] took out of a mark.
    pub(in crate::print) fn unpack(&mut self, mark: &mut Mark) {
        if let Shape::Text(run) = &mut mark.shape {
            (run.text, run.glyphs) = self.run().unwrap_or_default();
        }
    }

    fn run(&mut self) -> Option<(String, Vec<Glyph>)> {
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
    use crate::print::{Paper, layout};
    use crate::sheet::{Block, Setting, Sheet};

    #[test]
    fn a_page_comes_out_as_it_went_in_and_more_than_once() {
        let sheet = Sheet {
            title: String::new(),
            lang: "en".to_owned(),
            setting: Setting::Normal,
            head: String::new(),
            foot: "{page}".to_owned(),
            tick: String::new(),
            goes_on: String::new(),
            blocks: vec![Block::Points(vec!["Efficient – office".to_owned(); 9])],
        };
        let page = layout(&sheet, Paper::A4).remove(0);
        let packed = Packed::new(page.clone());

        assert!(packed.bytes.len() > 9 * 20 && packed.bytes.len() < 10 * 120);
        assert_eq!(packed.page(), page);
        assert_eq!(packed.page(), page);
    }
}
