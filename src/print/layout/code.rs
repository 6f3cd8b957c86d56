//! Square codes on what is left of the last page, and on as many more as they need.
//!
//! Two stand beside each other in each quarter of the paper's height: a sheet that is folded once or
//! twice, along or across, has no fold in a code. Marks at the edge say where to fold. The number stands
//! beside its code, with a box to tick once it is read.
use super::scale::{EDGE, HAIR, Scale, Type};
use super::{Setter, marks, turned};
use crate::print::Paper;
use crate::print::page::{self, Kind, Line, Mark, Shape, Square, Stroke};
use crate::print::tag::within;
use crate::sheet;

/// Kept free at the top and the bottom of the paper.
const OUTER: i32 = 4_000;

/// Kept free between a code and a fold: more than four modules.
const TO_FOLD: i32 = 700;

/// Between a code and the words beside it: more than four modules.
const BESIDE: i32 = 900;

/// How many quarters a page has.
const QUARTERS: i32 = 4;

/// How far the marks for a fold reach into the paper, and from where.
const FOLD_MARK: (i32, i32) = (600, 2_000);

/// Where codes stand on a paper.
struct Grid {
    width: i32,
    height: i32,
    /// Kept free at the sides.
    sides: i32,
    /// The most that a code may measure, so that it fits in each quarter.
    side: i32,
}

impl Grid {
    fn of(paper: Paper, scale: &Scale) -> Self {
        let (width, height) = paper.size();

        Self {
            width,
            height,
            sides: scale.margins.0,
            side: height / QUARTERS - OUTER - TO_FOLD,
        }
    }

    /// The upper edge of the codes in a quarter, counted from 0: the outer ones keep away from the edge of the
    /// paper, the others stand in the middle.
    fn top(&self, quarter: i32) -> i32 {
        let from = self.height * quarter / QUARTERS;
        let until = self.height * (quarter + 1) / QUARTERS;

        match quarter {
            0 => OUTER,
            1 | 2 => (from + until - self.side) / 2,
            _ => until - OUTER - self.side,
        }
    }

    /// The left edge of a code, by its column.
    fn left(&self, column: i32) -> i32 {
        match column {
            0 => self.sides,
            _ => self.width / 2 + 2 * TO_FOLD,
        }
    }

    /// How wide the words beside a code may be.
    fn words(&self, column: i32) -> i32 {
        let until = match column {
            0 => self.width / 2 - TO_FOLD,
            _ => self.width - self.sides,
        };

        until - self.left(column) - self.side - BESIDE
    }

    /// The first quarter that is free below `y`.
    fn free_below(&self, y: i32) -> i32 {
        (0..QUARTERS).find(|quarter| self.top(*quarter) > y).unwrap_or(QUARTERS)
    }

    /// Short lines at the edges, where the paper may be folded.
    fn fold_marks(&self) -> Vec<Mark> {
        let (near, far) = FOLD_MARK;
        let across = (1..QUARTERS).flat_map(|quarter| {
            let y = self.height * quarter / QUARTERS;

            [((near, y), (far, y)), ((self.width - far, y), (self.width - near, y))]
        });
        let x = self.width / 2;
        let along = [((x, near), (x, far))];

        across
            .chain(along)
            .map(|(from, to)| Mark {
                parts: None,
                shape: Shape::Line(Line {
                    from,
                    to,
                    thickness: HAIR,
                    stroke: Stroke::Solid,
                }),
            })
            .collect()
    }
}

impl Setter {
    /// Adds `codes` to the pages, in the order of reading.
    pub(super) fn codes(&mut self, pages: &mut Vec<Vec<Mark>>, codes: &[sheet::code::Code], on: (Paper, &Scale)) {
        let (paper, scale) = on;
        let grid = Grid::of(paper, scale);
        let words_on_last = pages.last().map_or(0, |marks| lowest(marks));
        let mut quarter = grid.free_below(words_on_last + TO_FOLD);
        let mut page: Vec<Mark> = pages.pop().unwrap_or_default();

        for pair in codes.chunks(2) {
            if quarter >= QUARTERS {
                page.extend(grid.fold_marks());
                pages.push(std::mem::take(&mut page));
                quarter = 0;
            }

            for (code, column) in pair.iter().zip(0..) {
                let marks = self.code(code, &grid, (column, quarter), scale);

                page.extend(turned(marks, self.direction, grid.width));
            }

            quarter += 1;
        }

        page.extend(grid.fold_marks());
        pages.push(page);
    }

    /// A code with its number and its box, in one place of the grid.
    fn code(&mut self, code: &sheet::code::Code, grid: &Grid, at: (i32, i32), scale: &Scale) -> Vec<Mark> {
        let (column, quarter) = at;
        let (x, y) = (grid.left(column), grid.top(quarter));
        let module = grid.side / i32::try_from(code.modules.side()).unwrap_or(1).max(1);
        let beside = x + grid.side + BESIDE;
        let room = grid.words(column);

        let mut marks = Vec::new();
        let mut down = self.words(&code.number, scale.heading, (beside, y, room), &mut marks);
        down = self.words(&code.of, scale.caption, (beside, down, room), &mut marks);

        let tick = Square {
            x: beside + EDGE / 2,
            y: down + scale.apart,
            side: scale.tick,
            thickness: EDGE,
        };
        let parts = self.tags.open(&[], Kind::Tick);
        marks.push(within(&parts, Shape::Square(tick)));

        let parts = self.tags.open(&[], Kind::Code);
        marks.push(within(
            &parts,
            Shape::Code(page::Code {
                x,
                y,
                module,
                modules: code.modules.clone(),
                says: code.says.clone(),
            }),
        ));

        marks
    }

    /// A paragraph at `place`: left, top, width. Says where it ends.
    fn words(&mut self, text: &str, set_in: Type, place: (i32, i32, i32), into: &mut Vec<Mark>) -> i32 {
        let (x, mut y, width) = place;
        let parts = self.tags.open(&[], Kind::Paragraph);

        for line in self.typesetter.set(&[(set_in.face, text)], set_in.size, width) {
            into.extend(marks(line, &parts, x, y + set_in.baseline()));
            y += set_in.leading;
        }

        y
    }
}

/// How far down the lowest of the marks reaches.
fn lowest(marks: &[Mark]) -> i32 {
    let bottom = |mark: &Mark| match &mark.shape {
        Shape::Text(run) => run.y + run.size / 3,
        Shape::Line(line) => line.to.1,
        Shape::Square(square) => square.y + square.side,
        Shape::Code(code) => code.y + code.side(),
    };

    marks.iter().map(bottom).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Setting;

    #[test]
    fn no_fold_runs_through_a_code_or_its_light_edge() {
        for paper in Paper::ALL {
            let grid = Grid::of(paper, &Scale::of(Setting::Codes));
            let folds = (0..=4).map(|quarter| grid.height * quarter / 4);
            // The largest copy has codes of 105 modules; larger modules have a wider edge.
            let edge = 4 * (grid.side / 105);

            for quarter in 0..QUARTERS {
                let (top, bottom) = (grid.top(quarter), grid.top(quarter) + grid.side);

                for fold in folds.clone() {
                    assert!(
                        fold <= top - edge || fold >= bottom + edge,
                        "{paper:?} {quarter} {fold}"
                    );
                }
            }

            for column in 0..2 {
                let (left, right) = (grid.left(column), grid.left(column) + grid.side);

                for fold in [0, grid.width / 2, grid.width] {
                    assert!(fold <= left - edge || fold >= right + edge, "{paper:?} {column} {fold}");
                }

                assert!(grid.words(column) > 5_000, "there is room for words beside it");
            }
        }
    }

    #[test]
    fn modules_are_half_a_millimetre_or_more() {
        for paper in Paper::ALL {
            let grid = Grid::of(paper, &Scale::of(Setting::Codes));

            // Half a millimetre is 1.417 points.
            assert!(grid.side / 105 >= 142, "{paper:?}: {}", grid.side / 105);
        }
    }
}
