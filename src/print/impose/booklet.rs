//! One sheet, eight panels, one cut: a small book of eight pages, and the other side to unfold.
//!
//! The sheet lies on its side, four panels across and two down. Folded along the middle with the print
//! outside, cut between the two panels in the middle and pushed together from both ends, it becomes four
//! leaves around one back. Which panel is which page follows from that; `tests/sheet/fold.rs` folds a
//! sheet step by step and does not know this table.
use super::{Act, Cell, EDGE, FOLD, Guide, Side, from_start};
use crate::print::Paper;
use crate::print::page::Turn;
use crate::sheet::Direction;

/// Panels across and down.
const ACROSS: i32 = 4;
const DOWN: i32 = 2;

/// Small pages on each side.
pub const PANELS: usize = 8;

/// How far what is read stands from each edge of its panel. At the edge of the paper a panel is moved
/// inwards, and away from there towards the fold.
pub const MARGIN: i32 = (EDGE + FOLD + 1) / 2;

/// How far a panel at the edge of the paper is moved inwards.
const INWARDS: i32 = EDGE - MARGIN;

/// Where the pages of the folded book are, by column and row: the first is the cover.
const FOLDED: [(i32, i32); PANELS] = [(3, 1), (3, 0), (2, 0), (1, 0), (0, 0), (0, 1), (1, 1), (2, 1)];

/// The side that becomes the book. Where it is read from right to left, its mirror image.
#[must_use]
pub fn folded(paper: Paper, direction: Direction) -> Side {
    let side = open(paper, direction);
    let panels = FOLDED.map(|(column, row)| {
        let column = from_start(column, ACROSS, direction);
        let turn = if row == 0 { Turn::Half } else { Turn::Upright };

        cell(&side, (column, row), turn)
    });

    Side {
        cells: panels.to_vec(),
        guides: guides(&side),
        ..side
    }
}

/// The other side, read unfolded: every panel upright, row after row.
#[must_use]
pub fn open(paper: Paper, direction: Direction) -> Side {
    let (height, width) = paper.size();
    let mut side = Side {
        width,
        height,
        small: small(paper),
        cells: Vec::new(),
        guides: Vec::new(),
    };

    for row in 0..DOWN {
        for column in 0..ACROSS {
            let column = from_start(column, ACROSS, direction);

            side.cells.push(cell(&side, (column, row), Turn::Upright));
        }
    }

    side
}

/// How wide and how high a panel is.
#[must_use]
pub fn small(paper: Paper) -> (i32, i32) {
    let (height, width) = paper.size();

    (width / ACROSS, height / DOWN)
}

/// The panel in that column and row.
fn cell(side: &Side, (column, row): (i32, i32), turn: Turn) -> Cell {
    let inwards = |at: i32, last: i32| match at {
        0 => INWARDS,
        at if at == last => -INWARDS,
        _ => 0,
    };

    Cell {
        x: side.width * column / ACROSS + inwards(column, ACROSS - 1),
        y: side.height * row / DOWN + inwards(row, DOWN - 1),
        turn,
    }
}

/// Folded everywhere between panels, but cut between the four in the middle.
fn guides(side: &Side) -> Vec<Guide> {
    let middle = side.height / DOWN;
    let column = |number: i32| side.width * number / ACROSS;
    let across = |from, to, act| Guide::new((from, middle), (to, middle), act).named();
    let down = |number| {
        let x = column(number);

        Guide::new((x, EDGE), (x, side.height - EDGE), Act::Fold)
    };

    vec![
        across(EDGE, column(1), Act::Fold),
        across(column(1), column(3), Act::Cut),
        across(column(3), side.width - EDGE, Act::Fold),
        down(1),
        down(2),
        down(3),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: [Direction; 2] = [Direction::LeftToRight, Direction::RightToLeft];

    /// Left, top, right and bottom of what may be read in a cell.
    fn area(side: &Side, cell: &Cell) -> [i32; 4] {
        [
            cell.x + MARGIN,
            cell.y + MARGIN,
            cell.x + side.small.0 - MARGIN,
            cell.y + side.small.1 - MARGIN,
        ]
    }

    #[test]
    fn panels_keep_away_from_folds_and_from_the_edge_and_lie_nowhere_on_each_other() {
        for paper in Paper::ALL {
            for direction in BOTH {
                for side in [folded(paper, direction), open(paper, direction)] {
                    let areas: Vec<[i32; 4]> = side.cells.iter().map(|cell| area(&side, cell)).collect();

                    assert_eq!(areas.len(), PANELS);

                    for (at, [left, top, right, bottom]) in areas.iter().enumerate() {
                        assert!(*left >= EDGE && *top >= EDGE);
                        assert!(*right <= side.width - EDGE && *bottom <= side.height - EDGE);

                        for fold in 1..ACROSS {
                            let x = side.width * fold / ACROSS;
                            assert!(*right <= x - FOLD || *left >= x + FOLD, "{paper:?} {at}");
                        }

                        let y = side.height / DOWN;
                        assert!(*bottom <= y - FOLD || *top >= y + FOLD, "{paper:?} {at}");

                        let meets = |other: &[i32; 4]| {
                            *left < other[2] && other[0] < *right && *top < other[3] && other[1] < *bottom
                        };
                        assert!(!areas.iter().skip(at + 1).any(meets), "{paper:?} {at}");
                    }
                }
            }
        }
    }

    #[test]
    fn read_from_right_to_left_it_is_the_mirror_image() {
        let [plain, mirrored] = BOTH.map(|direction| folded(Paper::A4, direction));

        for (one, other) in plain.cells.iter().zip(&mirrored.cells) {
            // A division may round a hundredth of a point away.
            assert!(
                (one.x + plain.small.0 - (plain.width - other.x)).abs() <= 2,
                "{one:?} {other:?}"
            );
            assert_eq!((one.y, one.turn), (other.y, other.turn));
        }
    }
}
