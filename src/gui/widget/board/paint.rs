//! How the board is painted.
use super::grid::{Grid, RADIUS};
use super::{Dot, STEPS};
use crate::gui::theme::{self, Palette, size};
use crate::gui::widget::icon::line;

use iced::alignment::Vertical;
use iced::widget::canvas::{Frame, Path, Text};
use iced::widget::text::Alignment;
use iced::{Color, Point, Size, Vector};

impl Grid {
    const fn fill(palette: &Palette, band: usize) -> Color {
        match band {
            0 => palette.bg,
            1 => palette.tint,
            2 => palette.caution_tint,
            _ => palette.severe_tint,
        }
    }

    pub(super) fn paint_bands(&self, frame: &mut Frame, names: &[String; 4], band: &dyn Fn(u8, u8) -> usize) {
        let palette = self.pen.palette;

        for likelihood in 0..STEPS {
            for impact in 0..STEPS {
                let color = Self::fill(palette, band(likelihood, impact));

                frame.fill_rectangle(self.corner(likelihood, impact), self.cell, color);
            }
        }

        self.paint_lines(frame, band);

        let whole = Path::rectangle(Point::new(1.0, 1.0), self.pen.size - Size::new(2.0, 2.0));

        frame.stroke(&whole, line(palette.edge, 2.0));

        for (index, name) in names.iter().enumerate() {
            if let Some((likelihood, impact)) = home(index, band) {
                self.write(frame, name, self.corner(likelihood, impact) + Vector::new(7.0, 4.0));
            }
        }
    }

    /// A thin line between cells of one band, a firm one between bands: they are told by more than colour.
    fn paint_lines(&self, frame: &mut Frame, band: &dyn Fn(u8, u8) -> usize) {
        let palette = self.pen.palette;
        // where nothing is fainter than anything else, the thin ones would only be noise
        let has_thin = palette.stroke < 2.0;

        let mut between = |one: (u8, u8), other: (u8, u8), from: Point, to: Point| {
            if band(one.0, one.1) != band(other.0, other.1) {
                frame.stroke(&Path::line(from, to), line(palette.edge, 2.0));
            } else if has_thin {
                frame.stroke(&Path::line(from, to), line(palette.line, 1.0));
            }
        };

        for step in 1..STEPS {
            for across in 0..STEPS {
                let left = self.pen.at(f32::from(step) * self.cell.width, 0.0).x;
                let top = self.corner(0, across).y;
                let (from, to) = (Point::new(left, top), Point::new(left, top + self.cell.height));

                between((step - 1, across), (step, across), from, to);

                let low = self.corner(across, step - 1);
                let (from, to) = (low, low + Vector::new(self.cell.width, 0.0));

                between((across, step - 1), (across, step), from, to);
            }
        }
    }

    fn write(&self, frame: &mut Frame, words: &str, position: Point) {
        frame.fill_text(Text {
            content: words.to_owned(),
            position,
            color: self.pen.palette.ink,
            size: size::CAPTION.into(),
            font: theme::FONT,
            max_width: self.cell.width - 8.0,
            ..Text::default()
        });
    }

    pub(super) fn paint_ways(&self, frame: &mut Frame, dots: &[Dot]) {
        let ink = self.pen.palette.ink;

        for (dot, end) in dots.iter().zip(self.places(dots)) {
            if dot.shown() != dot.before {
                let start = self.place(dot.before, 0, 1);

                frame.stroke(&Path::line(start, end), line(ink, 1.5));
                frame.fill(&Path::circle(start, 5.0), self.pen.palette.bg);
                frame.stroke(&Path::circle(start, 5.0), line(ink, 1.5));
            }
        }
    }

    pub(super) fn paint_dot(&self, frame: &mut Frame, number: usize, place: Point) {
        let palette = self.pen.palette;

        frame.fill(&Path::circle(place, RADIUS), palette.primary);
        frame.stroke(&Path::circle(place, RADIUS), line(palette.on_primary, 1.0));
        frame.fill_text(Text {
            content: number.to_string(),
            position: place,
            color: palette.on_primary,
            size: size::CAPTION.into(),
            font: theme::BOLD,
            align_x: Alignment::Center,
            align_y: Vertical::Center,
            ..Text::default()
        });
    }

    /// Marks the cell a dot would be dropped on.
    pub(super) fn paint_target(&self, frame: &mut Frame, at: (u8, u8)) {
        let corner = self.corner(at.0, at.1) + Vector::new(2.0, 2.0);
        let size = self.cell - Size::new(4.0, 4.0);

        frame.stroke(&Path::rectangle(corner, size), line(self.pen.palette.focus, 2.0));
    }
}

/// The cell that bears the name of a band: the worst one it has near the diagonal.
fn home(index: usize, band: &dyn Fn(u8, u8) -> usize) -> Option<(u8, u8)> {
    (0..STEPS)
        .flat_map(|likelihood| (0..STEPS).map(move |impact| (likelihood, impact)))
        .filter(|(likelihood, impact)| band(*likelihood, *impact) == index)
        .max_by_key(|&(likelihood, impact)| (likelihood.min(impact), likelihood + impact))
}
