//! Draws what stands on a page: black ink, from the same outlines as the file that is printed.
use crate::font::{Stroke as Piece, outline};
use crate::print::page::{Code, DASH, Line, Page, Run, Shape, Square, Stroke as Drawn, Turn};

use iced::widget::canvas::{Frame, LineDash, Path, Stroke};
use iced::{Color, Point, Size};

const INK: Color = Color::BLACK;

/// Draws a page from its top left corner on, `scale` logical pixels to a hundredth of a point.
pub(super) fn paint(frame: &mut Frame, page: &Page, scale: f32) {
    let dashes = DASH.map(|length| length as f32 * scale);
    let stroke = |line: &Line| Stroke {
        line_dash: LineDash {
            segments: match line.stroke {
                Drawn::Solid => &[],
                Drawn::Dashed => &dashes,
            },
            offset: 0,
        },
        ..ink(line.thickness, scale)
    };

    for mark in &page.marks {
        match &mark.shape {
            Shape::Text(run) => frame.fill(&letters(run, scale), INK),
            Shape::Line(line) => frame.stroke(&straight(line, scale), stroke(line)),
            Shape::Square(square) => frame.stroke(&around(square, scale), ink(square.thickness, scale)),
            Shape::Code(code) => frame.fill(&modules(code, scale), INK),
        }
    }
}

/// A line thinner than a pixel would fade away on a screen; on paper it does not.
fn ink<'a>(thickness: i32, scale: f32) -> Stroke<'a> {
    Stroke::default()
        .with_color(INK)
        .with_width((thickness as f32 * scale).max(0.6))
}

/// One path a line of text: those outside the window cost nothing.
fn letters(run: &Run, scale: f32) -> Path {
    let way = match run.turn {
        Turn::Upright => 1.0,
        Turn::Half => -1.0,
    };

    Path::new(|path| {
        for glyph in run.placed() {
            let to = |x: f32, y: f32| Point::new(glyph.x as f32 * scale + way * x, glyph.y as f32 * scale + way * y);

            for piece in outline(run.face, glyph.id, run.size as f32 * scale) {
                match piece {
                    Piece::Move(x, y) => path.move_to(to(x, y)),
                    Piece::Line(x, y) => path.line_to(to(x, y)),
                    Piece::Quad(a, b, x, y) => path.quadratic_curve_to(to(a, b), to(x, y)),
                    Piece::Cubic(a, b, c, d, x, y) => path.bezier_curve_to(to(a, b), to(c, d), to(x, y)),
                    Piece::Close => path.close(),
                }
            }
        }
    })
}

/// What is dark of a code, as one path.
fn modules(code: &Code, scale: f32) -> Path {
    let to = |(x, y): (i32, i32)| Point::new(x as f32 * scale, y as f32 * scale);

    Path::new(|path| {
        for corners in code.outlines() {
            let mut corners = corners.into_iter().map(to);

            if let Some(first) = corners.next() {
                path.move_to(first);
            }

            corners.for_each(|corner| path.line_to(corner));
            path.close();
        }
    })
}

fn straight(line: &Line, scale: f32) -> Path {
    let at = |(x, y): (i32, i32)| Point::new(x as f32 * scale, y as f32 * scale);

    Path::line(at(line.from), at(line.to))
}

fn around(square: &Square, scale: f32) -> Path {
    let side = square.side as f32 * scale;

    Path::rectangle(
        Point::new(square.x as f32 * scale, square.y as f32 * scale),
        Size::new(side, side),
    )
}
