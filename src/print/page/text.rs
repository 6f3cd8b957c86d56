//! A page as lines of text: what is drawn, where, and what it is part of. For people, and for golden files.
use super::{Mark, Page, Shape, Stroke, Turn};
use crate::font::Face;

use std::fmt;

/// One mark a line.
impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "page {} × {}", Points(self.width), Points(self.height))?;

        self.marks.iter().try_for_each(|mark| writeln!(f, "{mark}"))
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.shape {
            Shape::Text(run) => {
                let face = match run.face {
                    Face::Regular => "",
                    Face::Bold => " bold",
                    Face::Other(_) => " other",
                };
                let turned = match run.turn {
                    Turn::Upright => "",
                    Turn::Half => " turned",
                };
                let (x, y) = (Points(run.x), Points(run.y));

                write!(
                    f,
                    "{x} {y} {}{face}{turned} +{} {:?}",
                    Points(run.size),
                    Points(run.width()),
                    run.text
                )?;
            }
            Shape::Line(line) => {
                let ends = [line.from.0, line.from.1, line.to.0, line.to.1].map(|at| Points(at).to_string());

                let dashed = match line.stroke {
                    Stroke::Solid => "",
                    Stroke::Dashed => " dashed",
                };

                write!(f, "line {} {}{dashed}", ends.join(" "), Points(line.thickness))?;
            }
            Shape::Square(square) => {
                let [x, y, side] = [square.x, square.y, square.side].map(Points);

                write!(f, "square {x} {y} {side}")?;
            }
            Shape::Code(code) => {
                let [x, y, module] = [code.x, code.y, code.module].map(Points);
                let side = code.modules.side();

                write!(f, "code {x} {y} {side} × {module} {} {:?}", code.digest(), code.says)?;
            }
        }

        for part in self.parts.iter().flat_map(|parts| parts.iter()) {
            write!(f, " {:?}#{}", part.kind, part.number)?;
        }

        Ok(())
    }
}

/// Hundredths of a point, written as points.
struct Points(i32);

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };

        write!(f, "{sign}{}.{:02}", self.0.abs() / 100, self.0.abs() % 100)
    }
}
