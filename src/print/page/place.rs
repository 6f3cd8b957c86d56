//! The same mark somewhere else: moved, mirrored, turned. What it says and how large it is stay as they are.
use super::{Mark, Shape, Turn};

impl Mark {
    /// The same mark, further to the right and down.
    pub(in crate::print) fn moved(mut self, right: i32, down: i32) -> Self {
        match &mut self.shape {
            Shape::Text(run) => {
                run.x += right;
                run.y += down;
            }
            Shape::Line(line) => {
                for end in [&mut line.from, &mut line.to] {
                    end.0 += right;
                    end.1 += down;
                }
            }
            Shape::Square(square) => {
                square.x += right;
                square.y += down;
            }
            Shape::Code(code) => {
                code.x += right;
                code.y += down;
            }
        }

        self
    }

    /// The same mark at the same distance from the other side of something `width` wide.
    pub(in crate::print) fn mirrored(mut self, width: i32) -> Self {
        match &mut self.shape {
            // Its letters keep their order.
            Shape::Text(run) => run.x = width - run.x - run.width(),
            Shape::Line(line) => {
                line.from.0 = width - line.from.0;
                line.to.0 = width - line.to.0;

                if line.from.0 > line.to.0 {
                    std::mem::swap(&mut line.from, &mut line.to);
                }
            }
            Shape::Square(square) => square.x = width - square.x - square.side,
            // Only its place: a mirrored code is none.
            Shape::Code(code) => code.x = width - code.x - code.side(),
        }

        self
    }

    /// The same mark on a page that is larger by this factor: so many for so many.
    pub(in crate::print) fn scaled(mut self, (to, from): (i32, i32)) -> Self {
        let scale = |length: &mut i32| *length = (*length * to + from / 2).div_euclid(from);

        match &mut self.shape {
            Shape::Text(run) => [&mut run.x, &mut run.y, &mut run.size].into_iter().for_each(scale),
            Shape::Line(line) => {
                let (from, to) = (&mut line.from, &mut line.to);
                [&mut from.0, &mut from.1, &mut to.0, &mut to.1, &mut line.thickness]
                    .into_iter()
                    .for_each(scale);
            }
            Shape::Square(square) => {
                [&mut square.x, &mut square.y, &mut square.side, &mut square.thickness]
                    .into_iter()
                    .for_each(scale);
            }
            Shape::Code(code) => [&mut code.x, &mut code.y, &mut code.module].into_iter().for_each(scale),
        }

        self
    }

    /// The same mark on a page of this size that was turned by half.
    pub(crate) fn turned(mut self, width: i32, height: i32) -> Self {
        match &mut self.shape {
            Shape::Text(run) => {
                run.x = width - run.x;
                run.y = height - run.y;
                run.turn = match run.turn {
                    Turn::Upright => Turn::Half,
                    Turn::Half => Turn::Upright,
                };
            }
            Shape::Line(line) => {
                let turned = |(x, y): (i32, i32)| (width - x, height - y);
                (line.from, line.to) = (turned(line.to), turned(line.from));
            }
            Shape::Square(square) => {
                square.x = width - square.x - square.side;
                square.y = height - square.y - square.side;
            }
            // It is read in any position, and so stays upright.
            Shape::Code(code) => {
                code.x = width - code.x - code.side();
                code.y = height - code.y - code.side();
            }
        }

        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::Face;
    use crate::print::page::{Glyph, Line, Run, Square, Stroke};

    #[test]
    fn what_is_mirrored_twice_stands_where_it_stood() {
        let mark = |shape| Mark { parts: None, shape };
        let line = |from, to| {
            mark(Shape::Line(Line {
                from,
                to,
                thickness: 50,
                stroke: Stroke::Solid,
            }))
        };
        let square = mark(Shape::Square(Square {
            x: 10,
            y: 20,
            side: 30,
            thickness: 5,
        }));

        assert_eq!(line((10, 5), (40, 5)).mirrored(100), line((60, 5), (90, 5)));
        assert_eq!(line((10, 5), (10, 50)).mirrored(100), line((90, 5), (90, 50)));
        assert_eq!(square.clone().mirrored(100).to_string(), "square 0.60 0.20 0.30");
        assert_eq!(square.clone().mirrored(100).mirrored(100), square);
    }

    #[test]
    fn what_is_turned_by_half_runs_the_other_way_and_twice_is_as_before() {
        let glyph = |id, from| Glyph {
            id,
            advance: 500,
            right: 0,
            up: 100,
            from,
            to: from + 1,
        };
        let text = Shape::Text(Run {
            x: 1_000,
            y: 3_000,
            face: Face::Regular,
            size: 1_000,
            text: "ab".to_owned(),
            glyphs: vec![glyph(7, 0), glyph(8, 1)],
            turn: Turn::Upright,
        });
        let line = Shape::Line(Line {
            from: (0, 10),
            to: (200, 10),
            thickness: 50,
            stroke: Stroke::Dashed,
        });
        let square = Shape::Square(Square {
            x: 100,
            y: 200,
            side: 50,
            thickness: 10,
        });

        for shape in [text.clone(), line.clone(), square.clone()] {
            let mark = Mark { parts: None, shape };

            assert_ne!(mark.clone().turned(5_000, 4_000), mark);
            assert_eq!(mark.clone().turned(5_000, 4_000).turned(5_000, 4_000), mark);
        }

        let turned = |shape| Mark { parts: None, shape }.turned(5_000, 4_000).shape;
        let Shape::Text(run) = turned(text) else { panic!() };
        let places: Vec<(i32, i32)> = run.placed().map(|placed| (placed.x, placed.y)).collect();

        assert_eq!(places, [(4_000, 1_100), (3_500, 1_100)]);
        assert!(matches!(
            turned(line),
            Shape::Line(Line {
                from: (4_800, 3_990),
                to: (5_000, 3_990),
                ..
            })
        ));
        assert!(matches!(
            turned(square),
            Shape::Square(Square { x: 4_850, y: 3_750, .. })
        ));
    }
}
