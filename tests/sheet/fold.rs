//! Folds a sheet of paper step by step, as a person would, and looks which panel became which page.
//!
//! The paper is a grid of panels in space, each with a place, a right and an up of its own, joined at their
//! edges. Steps turn panels by quarters around an edge; after each, whatever was joined must still be. It
//! knows nothing of the table in `print::impose`: what comes out is held against where the pages were put.
use super::pages::sampler;

use daypack::print::page::{Page, Shape, Turn};
use daypack::print::{self, Paper};
use daypack::sheet::{Block, Direction, Setting, Sheet};

use std::collections::BTreeMap;

type Point = [i32; 3];

/// Column and row on the sheet, from the left and from the bottom.
type Place = (i32, i32);

/// A panel of paper, one wide and one high. It lies in front of who reads it: x to the right, z upwards, and
/// y away from the reader.
#[derive(Debug, Clone, Copy)]
struct Panel {
    /// Its lower left corner, as it is printed.
    corner: Point,
    right: Point,
    up: Point,
}

/// Two panels that are one piece of paper, with the two corners of each that lie on the fold.
struct Joint([(Place, [Place; 2]); 2]);

struct Folding {
    panels: BTreeMap<Place, Panel>,
    joints: Vec<Joint>,
}

/// How many panels are across and down.
const ACROSS: i32 = 4;

impl Panel {
    /// The corner that is so far to the right and up.
    fn at(&self, (right, up): Place) -> Point {
        [0, 1, 2].map(|axis| self.corner[axis] + right * self.right[axis] + up * self.up[axis])
    }

    /// Where its printed side looks.
    fn looks(&self) -> Point {
        let [a, b, c] = self.right;
        let [d, e, f] = self.up;

        [b * f - c * e, c * d - a * f, a * e - b * d]
    }

    /// Turned by so many quarters about an upright axis through (x, y), counter-clockwise seen from above.
    fn about(&self, axis: (i32, i32), quarters: i32) -> Self {
        let turn = |[x, y, z]: Point| (0..quarters.rem_euclid(4)).fold([x, y, z], |[x, y, z], _| [-y, x, z]);
        let [x, y, z] = self.corner;
        let [x, y, z] = turn([x - axis.0, y - axis.1, z]);

        Self {
            corner: [x + axis.0, y + axis.1, z],
            right: turn(self.right),
            up: turn(self.up),
        }
    }

    fn moved(&self, right: i32) -> Self {
        let [x, y, z] = self.corner;

        Self {
            corner: [x + right, y, z],
            ..*self
        }
    }
}

impl Folding {
    /// The sheet as it came out of the printer, its printed side to the reader.
    fn new() -> Self {
        let mut panels = BTreeMap::new();
        let mut joints = Vec::new();

        for row in 0..2 {
            for column in 0..ACROSS {
                let panel = Panel {
                    corner: [column, 0, row],
                    right: [1, 0, 0],
                    up: [0, 0, 1],
                };
                panels.insert((column, row), panel);

                if column > 0 {
                    let edge = |right| [(right, 0), (right, 1)];
                    joints.push(Joint([((column - 1, row), edge(1)), ((column, row), edge(0))]));
                }

                if row > 0 {
                    let edge = |up| [(0, up), (1, up)];
                    joints.push(Joint([((column, 0), edge(1)), ((column, 1), edge(0))]));
                }
            }
        }

        Self { panels, joints }
    }

    /// Whether every fold still holds together.
    fn is_whole(&self) -> bool {
        self.joints.iter().all(|Joint([one, other])| {
            let ends = |(place, ends): &(Place, [Place; 2])| ends.map(|end| self.panels[place].at(end));

            ends(one) == ends(other)
        })
    }

    fn turn(&mut self, column: i32, row: i32, turned: impl Fn(&Panel) -> Panel) {
        let panel = turned(&self.panels[&(column, row)]);
        self.panels.insert((column, row), panel);
    }

    /// The upper half goes behind the lower: half a turn about the line between them, the print outside.
    fn fold_lengthwise(&mut self) {
        for column in 0..ACROSS {
            self.turn(column, 1, |panel| {
                let [x, y, z] = panel.corner;
                let back = |[x, y, z]: Point| [x, -y, -z];

                Panel {
                    corner: [x, -y, 2 - z],
                    right: back(panel.right),
                    up: back(panel.up),
                }
            });
        }
    }

    /// The line between the four panels in the middle.
    fn cut(&mut self) {
        self.joints
            .retain(|Joint([(one, _), (other, _)])| one.0 != other.0 || !(1..=2).contains(&one.0));
    }

    /// Both ends are pushed together: the middle of the front comes nearer, that of the back goes away.
    fn push(&mut self) {
        for (row, away) in [(0, 1), (1, -1)] {
            self.turn(0, row, |panel| panel.moved(1));
            self.turn(1, row, |panel| panel.about((1, 0), -away).moved(1));
            self.turn(2, row, |panel| panel.about((3, 0), away).moved(-1));
            self.turn(3, row, |panel| panel.moved(-1));
        }
    }

    /// The cross is closed around its middle, like the leaves of a book, towards the side where its back is
    /// not: the arm behind the gap in front stays, and the others follow it round.
    ///
    /// Gives the panels in the order of the pages.
    fn close(&mut self, direction: Direction) -> Vec<Place> {
        // The arms as seen from above, from the one that becomes the first leaf: east, north, west, south; or
        // for a book read the other way west, north, east, south. Each goes one quarter further back.
        let way = match direction {
            Direction::LeftToRight => 1,
            Direction::RightToLeft => -1,
        };
        let mut pages = Vec::new();

        for quarters in 0..4 {
            let arm = match (quarters, way) {
                (0, 1) | (2, -1) => [1, 0],
                (1, _) => [0, 1],
                (2, 1) | (0, -1) => [-1, 0],
                _ => [0, -1],
            };
            let leaf: Vec<Place> = self
                .panels
                .iter()
                .filter(|(_, panel)| {
                    let middle = [0, 1].map(|axis| panel.at((0, 0))[axis] + panel.at((1, 1))[axis]);

                    // Twice the middle of the panel; the middle of the cross is at (2, 0).
                    [middle[0] - 4, middle[1]] == arm
                })
                .map(|(place, _)| *place)
                .collect();

            assert_eq!(leaf.len(), 2, "two panels, back to back, are a leaf");

            for place in &leaf {
                self.turn(place.0, place.1, |panel| panel.about((2, 0), -way * quarters));
            }

            // The reader is in front: what looks there is read first.
            let mut leaf = leaf;
            leaf.sort_by_key(|place| self.panels[place].looks()[1]);
            assert_eq!(
                leaf.iter()
                    .map(|place| self.panels[place].looks()[1])
                    .collect::<Vec<_>>(),
                [-1, 1]
            );
            pages.extend(leaf);
        }

        pages
    }

    /// Whether what is printed upright in that panel stands upright in the book.
    fn is_upright(&self, place: Place) -> bool {
        assert_eq!(self.panels[&place].up[..2], [0, 0]);

        self.panels[&place].up[2] == 1
    }
}

/// For each page of the folded book: column and row from the top left of the sheet, and which way up.
fn folded(direction: Direction) -> Vec<(Place, Turn)> {
    let mut paper = Folding::new();
    assert!(paper.is_whole());

    paper.fold_lengthwise();
    assert!(paper.is_whole());

    paper.cut();
    paper.push();
    assert!(paper.is_whole());

    let pages = paper.close(direction);
    assert!(paper.is_whole());

    pages
        .into_iter()
        .map(|(column, row)| {
            let turn = if paper.is_upright((column, row)) {
                Turn::Upright
            } else {
                Turn::Half
            };

            ((column, 1 - row), turn)
        })
        .collect()
}

/// A book whose pages say their number, and nothing else.
fn book(lang: &str) -> Sheet {
    let page = |number: usize| vec![Block::Paragraph(format!("{number}{number}{number}"))];
    let pages: Vec<Vec<Block>> = (1..=8).map(page).collect();

    Sheet {
        lang: lang.to_owned(),
        foot: String::new(),
        blocks: pages.join(&Block::Page { columns: 1 }),
        ..sampler(Setting::Booklet)
    }
}

/// Where each page was put on the sheet.
fn put(page: &Page) -> Vec<(Place, Turn)> {
    let numbers = page.marks.iter().filter_map(|mark| match (&mark.parts, &mark.shape) {
        (Some(_), Shape::Text(run)) => Some(run),
        _ => None,
    });

    numbers
        .zip(1..)
        .map(|(run, number)| {
            assert_eq!(
                run.text,
                format!("{number}{number}{number}"),
                "pages are read in their order"
            );

            // A turned run begins at its right end.
            let middle = match run.turn {
                Turn::Upright => run.x + run.ink() / 2,
                Turn::Half => run.x - run.ink() / 2,
            };

            ((middle * 4 / page.width, run.y * 2 / page.height), run.turn)
        })
        .collect()
}

#[test]
fn the_folded_sheet_is_a_book_in_both_directions_of_reading() {
    for paper in Paper::ALL {
        for (lang, direction) in [("en", Direction::LeftToRight), ("ar", Direction::RightToLeft)] {
            let pages = print::layout(&book(lang), paper);

            assert_eq!(pages.len(), 1);
            assert_eq!(put(&pages[0]), folded(direction), "{paper:?} {lang}");
        }
    }
}

#[test]
fn the_simulation_tells_a_wrong_table_apart() {
    let pages = print::layout(&book("en"), Paper::A4);
    let right = put(&pages[0]);
    let truth = folded(Direction::LeftToRight);

    for one in 0..8 {
        for other in 0..one {
            let mut wrong = right.clone();
            wrong.swap(one, other);
            assert_ne!(wrong, truth, "{one} and {other} changed places");
        }

        let mut wrong = right.clone();
        wrong[one].1 = match wrong[one].1 {
            Turn::Upright => Turn::Half,
            Turn::Half => Turn::Upright,
        };
        assert_ne!(wrong, truth, "{one} stands on its head");
    }

    assert_ne!(right, folded(Direction::RightToLeft));
}

#[test]
fn paper_that_is_not_cut_would_tear() {
    let mut paper = Folding::new();
    paper.fold_lengthwise();
    paper.push();

    assert!(!paper.is_whole());
}
