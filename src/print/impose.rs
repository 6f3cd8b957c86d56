//! Small pages on paper: which goes where, upright or turned by half, and where to fold and to cut.
//!
//! A small page keeps its place in the order of reading, wherever on the paper it stands: marks come out
//! page after page, so what a screen reader says follows the folded paper, not the sheet. Lengths are
//! hundredths of a point from the top left corner.
pub mod booklet;
pub mod grid;

use crate::print::page::{Line, Mark, Page, Shape, Stroke, Turn};
use crate::sheet::Direction;

/// No printer reaches nearer to the edge of the paper: 6 mm.
pub const EDGE: i32 = 1_701;

/// What is read stays as far from a fold as this: 4 mm.
pub const FOLD: i32 = 1_134;

/// The thickness of hairlines, and of the lines along which paper is folded and cut: it outlives a third copy.
pub(in crate::print) const HAIR: i32 = 75;

/// One side of a sheet of paper, and the places on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// How wide the paper is.
    pub width: i32,
    /// How high the paper is.
    pub height: i32,
    /// How wide and how high a small page is.
    pub small: (i32, i32),
    /// Where small pages go, in the order of reading.
    pub cells: Vec<Cell>,
    /// Where to fold and to cut.
    pub guides: Vec<Guide>,
}

/// A place on paper for a small page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The left edge of the small page on the paper.
    pub x: i32,
    /// The upper edge of the small page on the paper.
    pub y: i32,
    /// Which way up the small page is.
    pub turn: Turn,
}

/// A line to fold or to cut along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guide {
    /// Its left or upper end.
    pub from: (i32, i32),
    /// Its right or lower end.
    pub to: (i32, i32),
    /// What is done there.
    pub act: Act,
    /// Whether a word above its first quarter says what is done there.
    pub is_named: bool,
}

/// What is done along a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// The paper is folded; the line is dashed.
    Fold,
    /// The paper is cut; the line is whole.
    Cut,
}

impl Side {
    /// The sheet with these small pages on it, the first in the first place. What finds no place is not
    /// on it, so count before.
    #[must_use]
    pub fn impose(&self, small: impl IntoIterator<Item = Vec<Mark>>) -> Page {
        let placed = small
            .into_iter()
            .zip(&self.cells)
            .flat_map(|(marks, cell)| marks.into_iter().map(|mark| self.place(mark, *cell)));

        Page {
            width: self.width,
            height: self.height,
            marks: placed.chain(self.guides.iter().map(Guide::mark)).collect(),
        }
    }

    fn place(&self, mark: Mark, cell: Cell) -> Mark {
        let mark = match cell.turn {
            Turn::Upright => mark,
            Turn::Half => mark.turned(self.small.0, self.small.1),
        };

        mark.moved(cell.x, cell.y)
    }
}

/// The column of that number counted from where reading begins, of so many, counted from the left.
fn from_start(column: i32, of: i32, direction: Direction) -> i32 {
    match direction {
        Direction::LeftToRight => column,
        Direction::RightToLeft => of - 1 - column,
    }
}

impl Guide {
    fn new(from: (i32, i32), to: (i32, i32), act: Act) -> Self {
        Self {
            from,
            to,
            act,
            is_named: false,
        }
    }

    /// The same line, with a word above its first quarter.
    fn named(self) -> Self {
        Self { is_named: true, ..self }
    }

    /// The line itself. Not part of what is read.
    fn mark(&self) -> Mark {
        Mark {
            parts: None,
            shape: Shape::Line(Line {
                from: self.from,
                to: self.to,
                thickness: HAIR,
                stroke: match self.act {
                    Act::Fold => Stroke::Dashed,
                    Act::Cut => Stroke::Solid,
                },
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(x: i32, y: i32) -> Mark {
        Mark {
            parts: None,
            shape: Shape::Line(Line {
                from: (x, y),
                to: (x + 10, y),
                thickness: 1,
                stroke: Stroke::Solid,
            }),
        }
    }

    #[test]
    fn small_pages_stand_in_their_places_and_keep_their_order() {
        let cell = |x, turn| Cell { x, y: 50, turn };
        let side = Side {
            width: 300,
            height: 200,
            small: (100, 80),
            cells: vec![cell(150, Turn::Half), cell(10, Turn::Upright)],
            guides: vec![Guide::new((0, 0), (300, 0), Act::Cut)],
        };
        let page = side.impose([vec![dot(0, 0), dot(5, 70)], vec![dot(1, 2)], vec![dot(9, 9)]]);
        let places: Vec<(i32, i32)> = page
            .marks
            .iter()
            .map(|mark| match &mark.shape {
                Shape::Line(line) => line.from,
                _ => (0, 0),
            })
            .collect();

        // The first page turned, the second upright, no place for the third, and last the line to cut along.
        assert_eq!(places, [(240, 130), (235, 60), (11, 52), (0, 0)]);
        assert_eq!((page.width, page.height), (300, 200));
    }
}
