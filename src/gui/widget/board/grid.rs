//! Where the cells are, and where in them the dots go.
use super::{Dot, STEPS};
use crate::gui::widget::drawing::Pen;

use iced::{Point, Size};

/// How large a dot is.
pub(super) const RADIUS: f32 = 12.0;

/// From one dot to the next.
const STEP: f32 = 2.0 * RADIUS + 2.0;

/// The line at the top of a cell that a name may stand in.
const NAME: f32 = 16.0;

/// Taller than this it would fill a page; only many dots in one cell make it so.
const HEIGHT: f32 = 340.0;

/// How many dots stand beside each other in a cell so wide.
fn in_a_row(cell: f32) -> usize {
    ((cell / STEP) as usize).max(1)
}

/// How high a board of this width is, so that no dot covers another.
pub(super) fn height(width: f32, dots: &[Dot]) -> f32 {
    let crowd = |dot: &Dot| dots.iter().filter(|other| other.shown() == dot.shown()).count();
    let most = dots.iter().map(crowd).max().unwrap_or_default();
    let rows = most.div_ceil(in_a_row(width / f32::from(STEPS)));
    let cell = NAME + rows as f32 * STEP;

    (width * 0.75).clamp(200.0, HEIGHT).max(cell * f32::from(STEPS))
}

/// Where the cells are.
pub(super) struct Grid {
    pub(super) pen: Pen,
    pub(super) cell: Size,
}

impl Grid {
    pub(super) fn new(pen: Pen) -> Self {
        let steps = f32::from(STEPS);

        Self {
            pen,
            cell: Size::new(pen.size.width / steps, pen.size.height / steps),
        }
    }

    pub(super) fn corner(&self, likelihood: u8, impact: u8) -> Point {
        let row = STEPS.saturating_sub(1).saturating_sub(impact);
        let (x, y) = (
            f32::from(likelihood) * self.cell.width,
            f32::from(row) * self.cell.height,
        );

        self.pen.corner(x, y, self.cell.width)
    }

    /// The likelihood and the impact of the cell at this place.
    pub(super) fn cell_at(&self, place: Point) -> Option<(u8, u8)> {
        (0..STEPS)
            .flat_map(|likelihood| (0..STEPS).map(move |impact| (likelihood, impact)))
            .find(|(likelihood, impact)| {
                iced::Rectangle::new(self.corner(*likelihood, *impact), self.cell).contains(place)
            })
    }

    /// Where the dots go: those in the same cell stand beside each other.
    pub(super) fn places(&self, dots: &[Dot]) -> Vec<Point> {
        dots.iter()
            .enumerate()
            .map(|(index, dot)| {
                let beside = |dots: &[Dot]| dots.iter().filter(|other| other.shown() == dot.shown()).count();
                let before = dots.get(..index).map_or(0, beside);

                self.place(dot.shown(), before, beside(dots))
            })
            .collect()
    }

    /// The place of the `order`th of `count` dots in a cell: in as many rows as it takes, each in the middle,
    /// below the name that may stand at the cell's top.
    pub(super) fn place(&self, at: (u8, u8), order: usize, count: usize) -> Point {
        let corner = self.corner(at.0, at.1);
        let fitting = in_a_row(self.cell.width);
        let in_row = count.min(fitting);
        let (column, row) = (order % fitting, order / fitting);
        let from_middle = column as f32 - (in_row as f32 - 1.0) / 2.0;

        let rows = count.div_ceil(fitting);
        let (first, last) = (NAME + RADIUS, self.cell.height - RADIUS - 1.0);
        let down = if rows < 2 {
            self.cell.height * 0.6
        } else {
            first + (last - first) * row as f32 / (rows - 1) as f32
        };

        Point::new(
            corner.x + self.cell.width / 2.0 + from_middle * STEP,
            corner.y + down.min(last),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::gui::theme::Shade;

    use iced::Color;

    fn grid(is_mirrored: bool) -> Grid {
        Grid::new(Pen {
            palette: Shade::Light.palette(),
            ink: Color::BLACK,
            size: Size::new(500.0, 300.0),
            is_mirrored,
        })
    }

    #[test]
    fn every_dot_stands_in_its_cell() {
        for is_mirrored in [false, true] {
            let grid = grid(is_mirrored);
            let dots: Vec<Dot> = (0..5)
                .flat_map(|one| (0..5).map(move |two| (one, two)))
                .map(|before| Dot {
                    number: 1,
                    before,
                    after: None,
                })
                .collect();

            for (dot, place) in dots.iter().zip(grid.places(&dots)) {
                assert_eq!(grid.cell_at(place), Some(dot.before));
            }
        }
    }

    #[test]
    fn the_worst_is_at_the_top_and_at_the_end() {
        assert_eq!(grid(false).cell_at(Point::new(499.0, 1.0)), Some((4, 4)));
        assert_eq!(grid(true).cell_at(Point::new(1.0, 1.0)), Some((4, 4)));
    }

    #[test]
    fn dots_in_one_cell_do_not_cover_each_other() {
        for (width, count) in [(500.0, 3), (620.0, 10), (400.0, 10), (200.0, 7)] {
            let dots: Vec<Dot> = (0..count)
                .map(|number| Dot {
                    number,
                    before: (2, 2),
                    after: None,
                })
                .collect();
            let grid = Grid::new(Pen {
                size: Size::new(width, height(width, &dots)),
                ..grid(false).pen
            });
            let places = grid.places(&dots);

            for (index, one) in places.iter().enumerate() {
                assert_eq!(grid.cell_at(*one), Some((2, 2)), "{count} dots on {width}");
                assert!(
                    places
                        .iter()
                        .skip(index + 1)
                        .all(|other| one.distance(*other) > 2.0 * RADIUS),
                    "{count} dots on {width}"
                );
            }
        }
    }

    #[test]
    fn few_dots_leave_the_board_as_it_is() {
        assert_eq!(height(620.0, &[]), HEIGHT);
        assert_eq!(height(200.0, &[]), 200.0);
    }
}
