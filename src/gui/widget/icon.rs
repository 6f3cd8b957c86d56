//! The few icons, drawn as paths. Each stands beside its word, never alone.
use super::drawing::{Drawing, Pen};

use iced::widget::canvas::path::Builder;
use iced::widget::canvas::{Frame, LineCap, LineJoin, Path, Stroke};
use iced::{Color, Point, Vector};

/// Which icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Towards where one came from.
    Back,
    /// It leads further.
    Forward,
    /// It is open; pressing closes it.
    Open,
    /// It is closed; pressing opens it.
    Closed,
    /// A padlock.
    Lock,
    /// Three lines.
    Menu,
    /// A tick.
    Done,
    /// A triangle: careful.
    Careful,
    /// A dot in a ring: to know.
    Note,
    /// More.
    Plus,
    /// Less.
    Minus,
    /// A cross.
    Cross,
}

const GRID: f32 = 16.0;

/// An icon as high as a line's letters.
#[must_use]
pub fn icon<'a>(icon: Icon) -> Drawing<'a> {
    Drawing::new(GRID, GRID, move |frame, pen| draw(icon, frame, pen))
}

fn draw(icon: Icon, frame: &mut Frame, pen: Pen) {
    if pen.is_mirrored && matches!(icon, Icon::Back | Icon::Forward | Icon::Closed) {
        frame.translate(Vector::new(GRID, 0.0));
        frame.scale_nonuniform(Vector::new(-1.0, 1.0));
    }

    frame.stroke(&Path::new(|path| outline(icon, path)), line(pen.ink, 2.0));
}

/// A stroke with round ends.
#[must_use]
pub fn line<'a>(color: Color, width: f32) -> Stroke<'a> {
    Stroke::default()
        .with_color(color)
        .with_width(width)
        .with_line_cap(LineCap::Round)
        .with_line_join(LineJoin::Round)
}

fn outline(icon: Icon, path: &mut Builder) {
    match icon {
        Icon::Back => strokes(path, &[&[(10.0, 3.0), (5.0, 8.0), (10.0, 13.0)]]),
        Icon::Forward | Icon::Closed => strokes(path, &[&[(6.0, 3.0), (11.0, 8.0), (6.0, 13.0)]]),
        Icon::Open => strokes(path, &[&[(3.0, 6.0), (8.0, 11.0), (13.0, 6.0)]]),
        Icon::Menu => strokes(
            path,
            &[
                &[(2.0, 4.0), (14.0, 4.0)],
                &[(2.0, 8.0), (14.0, 8.0)],
                &[(2.0, 12.0), (14.0, 12.0)],
            ],
        ),
        Icon::Done => strokes(path, &[&[(3.0, 8.5), (6.5, 12.0), (13.0, 4.0)]]),
        Icon::Plus => strokes(path, &[&[(2.0, 8.0), (14.0, 8.0)], &[(8.0, 2.0), (8.0, 14.0)]]),
        Icon::Minus => strokes(path, &[&[(2.0, 8.0), (14.0, 8.0)]]),
        Icon::Cross => strokes(path, &[&[(3.0, 3.0), (13.0, 13.0)], &[(13.0, 3.0), (3.0, 13.0)]]),
        Icon::Lock => {
            strokes(
                path,
                &[&[(3.0, 7.0), (13.0, 7.0), (13.0, 14.0), (3.0, 14.0), (3.0, 7.0)]],
            );
            strokes(
                path,
                &[&[(5.0, 7.0), (5.0, 4.5), (6.5, 2.0), (9.5, 2.0), (11.0, 4.5), (11.0, 7.0)]],
            );
        }
        Icon::Careful => {
            strokes(
                path,
                &[
                    &[(8.0, 2.0), (15.0, 14.0), (1.0, 14.0), (8.0, 2.0)],
                    &[(8.0, 6.5), (8.0, 9.5)],
                    &[(8.0, 12.0), (8.0, 12.0)],
                ],
            );
        }
        Icon::Note => {
            path.circle(Point::new(8.0, 8.0), 7.0);
            strokes(path, &[&[(8.0, 7.5), (8.0, 11.5)], &[(8.0, 4.5), (8.0, 4.6)]]);
        }
    }
}

fn strokes(path: &mut Builder, lines: &[&[(f32, f32)]]) {
    for points in lines {
        let mut points = points.iter().map(|(x, y)| Point::new(*x, *y));

        if let Some(start) = points.next() {
            path.move_to(start);
        }

        points.for_each(|point| path.line_to(point));
    }
}

/// The box or ring in front of something to tick or to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A box: as many as one likes.
    Box(bool),
    /// A ring: one of several.
    Ring(bool),
    /// A box with a line through it: looked at, and left.
    Struck,
}

/// Draws a mark, 22 pixels wide.
#[must_use]
pub fn mark<'a>(mark: Mark) -> Drawing<'a> {
    const SIDE: f32 = 22.0;

    Drawing::new(SIDE, SIDE, move |frame, pen| {
        let palette = pen.palette;
        let centre = Point::new(SIDE / 2.0, SIDE / 2.0);
        let square = Path::rounded_rectangle(
            Point::new(1.0, 1.0),
            iced::Size::new(SIDE - 2.0, SIDE - 2.0),
            4.0.into(),
        );
        let ring = Path::circle(centre, SIDE / 2.0 - 1.0);
        let edge = line(palette.edge, 2.0);

        match mark {
            Mark::Box(false) => frame.stroke(&square, edge),
            Mark::Ring(false) => frame.stroke(&ring, edge),
            Mark::Box(true) => {
                frame.fill(&square, palette.primary);
                frame.stroke(
                    &Path::new(|path| strokes(path, &[&[(5.5, 11.5), (9.5, 15.5), (16.5, 6.5)]])),
                    line(palette.on_primary, 2.5),
                );
            }
            Mark::Ring(true) => {
                frame.stroke(&ring, line(palette.primary, 2.0));
                frame.fill(&Path::circle(centre, 5.5), palette.primary);
            }
            Mark::Struck => {
                frame.stroke(&square, edge);
                frame.stroke(
                    &Path::line(Point::new(6.0, 11.0), Point::new(16.0, 11.0)),
                    line(palette.soft, 2.5),
                );
            }
        }
    })
}
