//! A page as plain data: what is drawn, where, and what it is.
//!
//! Every length is in hundredths of a point, whole, counted from the top left corner; so pages can be
//! compared, and no machine rounds them differently. Marks stand in the order of reading. All is black.
mod code;
pub(in crate::print) mod packed;
mod place;
mod text;

pub use code::Code;
pub use packed::Packed;

use crate::font::Face;

use std::sync::Arc;

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// How wide the paper is.
    pub width: i32,
    /// How high the paper is.
    pub height: i32,
    /// What is drawn, in the order of reading.
    pub marks: Vec<Mark>,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it is part of, outermost first; nothing for what only decorates or numbers pages.
    pub parts: Option<Parts>,
    /// What is drawn.
    pub shape: Shape,
}

/// What a mark is part of, outermost first.
pub type Parts = Arc<[Part]>;

/// A piece of the document's structure. Marks that carry equal parts belong together, across pages too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: Kind,
    /// Tells it apart from others of its kind.
    pub number: u32,
}

/// What a piece of the document's structure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The name of the whole.
    Title,
    /// The name of a part.
    Heading,
    /// The name of a part of a part.
    Subheading,
    /// Sentences.
    Paragraph,
    /// Entries without numbers.
    List,
    /// Entries with numbers.
    Numbered,
    /// One of a list.
    Entry,
    /// What stands before an entry: a number, a dash, a box.
    Label,
    /// The entry itself.
    Body,
    /// A box to tick.
    Tick,
    /// A square code.
    Code,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Text in one face and size, on one line.
    Text(Run),
    /// A straight line.
    Line(Line),
    /// The outline of a square.
    Square(Square),
    /// A square code.
    Code(Code),
}

/// Text in one face and size, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its left end.
    pub x: i32,
    /// Its baseline.
    pub y: i32,
    /// The face.
    pub face: Face,
    /// Units to the em.
    pub size: i32,
    /// What it says.
    pub text: String,
    /// How it looks, from left to right.
    pub glyphs: Vec<Glyph>,
    /// Which way up it is.
    pub turn: Turn,
}

/// Which way up something is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Turn {
    /// As it is read when the paper lies as it came out of the printer.
    #[default]
    Upright,
    /// Turned by half around its own place: upside down, and running to the left.
    Half,
}

/// A glyph of a run. Lengths are in thousandths of the run's size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// How far the next one is.
    pub advance: i32,
    /// How far it stands to the right of its place.
    pub right: i32,
    /// How far it stands above its place.
    pub up: i32,
    /// Where what it stands for begins, in bytes of the run's text.
    pub from: u32,
    /// Where what it stands for ends.
    pub to: u32,
}

/// A straight line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Its left or upper end.
    pub from: (i32, i32),
    /// Its right or lower end.
    pub to: (i32, i32),
    /// How thick it is.
    pub thickness: i32,
    /// Whether it is whole.
    pub stroke: Stroke,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stroke {
    /// Whole.
    #[default]
    Solid,
    /// In dashes of [`DASH`], beginning with one.
    Dashed,
}

/// How long a dash is, and the gap behind it.
pub const DASH: [i32; 2] = [300, 250];

/// The outline of a square.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Square {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// How long each side is.
    pub side: i32,
    /// How thick its outline is, half inside and half outside.
    pub thickness: i32,
}

/// A glyph at its place on the page: draw [`crate::font::outline`] of it there, turned as its run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Its number in the run's face.
    pub id: u16,
    /// Where its origin is.
    pub x: i32,
    /// Where its baseline is.
    pub y: i32,
}

impl Run {
    /// How wide it is.
    pub fn width(&self) -> i32 {
        scaled(self.glyphs.iter().map(|glyph| glyph.advance).sum(), self.size)
    }

    /// How wide it is without the space at its end, which nobody sees.
    pub fn ink(&self) -> i32 {
        self.width() - self.width_behind(self.text.trim_end().len())
    }

    /// How wide those of its glyphs are that stand for text from `byte` on.
    pub(super) fn width_behind(&self, byte: usize) -> i32 {
        let advance = |glyph: &Glyph| {
            if (glyph.from as usize) < byte { 0 } else { glyph.advance }
        };

        scaled(self.glyphs.iter().map(advance).sum(), self.size)
    }

    /// Its glyphs, each at its place on the page.
    pub fn placed(&self) -> impl Iterator<Item = Placed> + '_ {
        let mut pen = 0;
        let way = match self.turn {
            Turn::Upright => 1,
            Turn::Half => -1,
        };

        self.glyphs.iter().map(move |glyph| {
            let placed = Placed {
                id: glyph.id,
                x: self.x + way * scaled(pen + glyph.right, self.size),
                y: self.y - way * scaled(glyph.up, self.size),
            };
            pen += glyph.advance;

            placed
        })
    }
}

/// Thousandths of `size`, as hundredths of a point, rounded to the nearest.
pub(super) fn scaled(thousandths: i32, size: i32) -> i32 {
    let product = i64::from(thousandths) * i64::from(size);

    i32::try_from((product + 500).div_euclid(1_000)).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousandths_of_a_size_round_to_the_nearest() {
        assert_eq!(scaled(1_000, 1_100), 1_100);
        assert_eq!(scaled(333, 1_000), 333);
        assert_eq!(scaled(1, 1_499), 1);
        assert_eq!(scaled(-1, 1_501), -2);
    }

    #[test]
    fn glyphs_stand_one_after_the_other() {
        let glyph = |id, advance, right, from, to| Glyph {
            id,
            advance,
            right,
            up: 0,
            from,
            to,
        };
        let run = Run {
            x: 100,
            y: 200,
            face: Face::Regular,
            size: 1_000,
            text: "ab ".to_owned(),
            glyphs: vec![glyph(7, 500, 0, 0, 1), glyph(8, 600, 10, 1, 2), glyph(3, 260, 0, 2, 3)],
            turn: Turn::Upright,
        };
        let places: Vec<(u16, i32)> = run.placed().map(|placed| (placed.id, placed.x)).collect();

        assert_eq!(places, [(7, 100), (8, 610), (3, 1_200)]);
        assert_eq!((run.width(), run.ink()), (1_360, 1_100));
    }
}
