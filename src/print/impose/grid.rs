//! Small pages of one size in rows and columns, in the middle of the paper: cards, and quarters of a sheet.
use super::{Act, Cell, EDGE, Guide, Side, from_start};
use crate::print::page::Turn;
use crate::sheet::Direction;

/// Free between a mark to cut along and the small pages, at the outside: 1 mm.
const AWAY: i32 = 283;

/// How long a mark to cut along is, where it does not go through: 4 mm.
const LONG: i32 = 1_134;

/// How it is shown where to cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cuts {
    /// By lines from edge to edge, with a word.
    Lines,
    /// By short marks outside, and crosses where four corners meet.
    Corners,
}

/// As many small pages across and down as `many` says, edge at edge, row after row; where it is read from
/// right to left, each row begins at the right.
#[must_use]
pub fn grid(paper: (i32, i32), small: (i32, i32), many: (i32, i32), cuts: Cuts, direction: Direction) -> Side {
    let (width, height) = paper;
    let (across, down) = many;
    let left = (width - small.0 * across) / 2;
    let top = (height - small.1 * down) / 2;
    let mut cells = Vec::new();

    for row in 0..down {
        for column in 0..across {
            let column = from_start(column, across, direction);

            cells.push(Cell {
                x: left + small.0 * column,
                y: top + small.1 * row,
                turn: Turn::Upright,
            });
        }
    }

    let columns: Vec<i32> = (0..=across).map(|number| left + small.0 * number).collect();
    let rows: Vec<i32> = (0..=down).map(|number| top + small.1 * number).collect();

    Side {
        width,
        height,
        small,
        cells,
        guides: match cuts {
            Cuts::Lines => lines((&columns, width), (&rows, height)),
            Cuts::Corners => corners((&columns, width), (&rows, height)),
        },
    }
}

/// Lines from edge to edge; the edges of the paper need none.
fn lines((columns, width): (&[i32], i32), (rows, height): (&[i32], i32)) -> Vec<Guide> {
    let across = inside(rows, height).map(|y| Guide::new((EDGE, y), (width - EDGE, y), Act::Cut).named());
    let down = inside(columns, width).map(|x| Guide::new((x, EDGE), (x, height - EDGE), Act::Cut));

    across.chain(down).collect()
}

fn corners((columns, width): (&[i32], i32), (rows, height): (&[i32], i32)) -> Vec<Guide> {
    let across = inside(rows, height).flat_map(|y| {
        pieces(columns, width)
            .into_iter()
            .map(move |(from, to)| Guide::new((from, y), (to, y), Act::Cut))
    });
    let down = inside(columns, width).flat_map(|x| {
        pieces(rows, height)
            .into_iter()
            .map(move |(from, to)| Guide::new((x, from), (x, to), Act::Cut))
    });

    across.chain(down).collect()
}

/// Where along a cut there is a mark: outside at both ends, and around every crossing.
fn pieces(crossings: &[i32], length: i32) -> Vec<(i32, i32)> {
    let mut pieces = Vec::new();
    let ends = crossings.first().zip(crossings.last());

    if let Some((first, last)) = ends {
        pieces.push(((first - AWAY - LONG).max(EDGE), first - AWAY));
        pieces.push((last + AWAY, (last + AWAY + LONG).min(length - EDGE)));
    }

    let inner = crossings.len().saturating_sub(2);
    let around = |at: &i32| (at - LONG / 2, at + LONG / 2);

    pieces.extend(crossings.iter().skip(1).take(inner).map(around));
    pieces.retain(|(from, to)| to - from >= AWAY);

    pieces
}

/// Those that a printer can reach.
fn inside(at: &[i32], length: i32) -> impl Iterator<Item = i32> {
    at.iter().copied().filter(move |at| (EDGE..=length - EDGE).contains(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::Paper;

    /// A wallet card, 85.6 × 54 mm.
    const CARD: (i32, i32) = (24_265, 15_307);

    #[test]
    fn cards_stand_edge_at_edge_in_the_middle_and_rows_begin_where_reading_does() {
        let side = grid(Paper::A4.size(), CARD, (2, 5), Cuts::Corners, Direction::LeftToRight);
        let mirrored = grid(Paper::A4.size(), CARD, (2, 5), Cuts::Corners, Direction::RightToLeft);
        let place = |side: &Side, at: usize| (side.cells[at].x, side.cells[at].y);

        assert_eq!(side.cells.len(), 10);
        assert_eq!(place(&side, 1).0, place(&side, 0).0 + CARD.0);
        assert_eq!(place(&side, 2), (place(&side, 0).0, place(&side, 0).1 + CARD.1));
        assert!((side.cells[0].x - (side.width - side.cells[1].x - CARD.0)).abs() <= 1);
        assert_eq!(place(&mirrored, 0), place(&side, 1));
        assert_eq!(place(&mirrored, 1), place(&side, 0));
    }

    #[test]
    fn marks_to_cut_along_stay_on_the_paper_and_out_of_the_cards() {
        for paper in Paper::ALL {
            let rows = if paper == Paper::A4 { 5 } else { 4 };
            let side = grid(paper.size(), CARD, (2, rows), Cuts::Corners, Direction::LeftToRight);

            // Two outside and those around crossings, on each of the lines.
            assert!(side.guides.len() > 20, "{}", side.guides.len());

            for guide in &side.guides {
                let is_on_paper = |(x, y): (i32, i32)| {
                    (EDGE..=side.width - EDGE).contains(&x) && (EDGE..=side.height - EDGE).contains(&y)
                };

                assert!(is_on_paper(guide.from) && is_on_paper(guide.to), "{guide:?}");

                for cell in &side.cells {
                    let is_inside =
                        |(x, y): (i32, i32)| x > cell.x && x < cell.x + CARD.0 && y > cell.y && y < cell.y + CARD.1;

                    assert!(!is_inside(guide.from) && !is_inside(guide.to), "{guide:?}");
                }
            }
        }
    }

    #[test]
    fn quarters_are_parted_by_two_lines() {
        let (width, height) = Paper::Letter.size();
        let side = grid(
            (width, height),
            (width / 2, height / 2),
            (2, 2),
            Cuts::Lines,
            Direction::LeftToRight,
        );

        assert_eq!(side.guides.len(), 2);
        assert!(side.guides.iter().all(|guide| guide.act == Act::Cut));
        assert_eq!(side.guides[0].from.1, height / 2);
        assert_eq!(side.guides[1].from.0, width / 2);
    }
}
