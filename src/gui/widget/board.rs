//! The risk board: likelihood along the line, impact from the bottom up, each threat a numbered dot.
//!
//! The four bands are quiet areas with their names in the corner of each. A thin line leads from where a
//! threat was to where the plan brings it. The names of the threats stand in a list beside the board.
use super::control::Control;
use super::drawing::{Drawing, Pen};
use super::icon::line;
use super::spec::{Role, Spec};
use super::words;
use crate::gui::theme::{self, Palette, size, space};

use iced::alignment::Vertical;
use iced::widget::canvas::{Frame, Path, Text};
use iced::widget::column;
use iced::widget::text::Alignment;
use iced::{Color, Element, Length, Point, Size};

/// Steps on each side.
pub const STEPS: u8 = 5;

/// One threat on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dot {
    /// Its number in the list beside the board.
    pub number: usize,
    /// Likelihood and impact before the plan, each from 0 to 4.
    pub before: (u8, u8),
    /// The same after the plan, where it is known.
    pub after: Option<(u8, u8)>,
}

/// What is written on the board.
#[derive(Debug, Clone)]
pub struct Legend {
    /// What the board is, and what it shows, for those who cannot see it.
    pub name: String,
    /// The word along the line.
    pub likelihood: String,
    /// The word from the bottom up.
    pub impact: String,
    /// The names of the bands, from the quietest.
    pub bands: [String; 4],
}

/// The board. `band` says to which of the four bands a likelihood and an impact belong, from 0.
pub fn board<'a, Message: Clone + 'a>(
    legend: Legend,
    dots: Vec<Dot>,
    band: impl Fn(u8, u8) -> usize + 'a,
) -> Element<'a, Message> {
    const HEIGHT: f32 = 340.0;

    let spec = Spec::new(Role::Image, legend.name);
    let bands = legend.bands;

    let drawing = Drawing::new(Length::Fill, HEIGHT, move |frame, pen| {
        let grid = Grid::new(pen);

        grid.draw_bands(frame, &bands, &band);
        grid.draw_dots(frame, &dots);
    });

    let content = column![
        words::caption(legend.impact),
        drawing,
        words::caption(legend.likelihood),
    ]
    .spacing(space::XS);

    Control::label(spec, content).into()
}

/// Where the cells are.
struct Grid {
    pen: Pen,
    cell: Size,
}

impl Grid {
    fn new(pen: Pen) -> Self {
        let steps = f32::from(STEPS);

        Self {
            pen,
            cell: Size::new(pen.size.width / steps, pen.size.height / steps),
        }
    }

    fn corner(&self, likelihood: u8, impact: u8) -> Point {
        let row = STEPS.saturating_sub(1).saturating_sub(impact);

        self.pen.corner(
            f32::from(likelihood) * self.cell.width,
            f32::from(row) * self.cell.height,
            self.cell.width,
        )
    }

    fn fill(palette: &Palette, band: usize) -> Color {
        match band {
            0 => palette.bg,
            1 => palette.tint,
            2 => palette.caution_tint,
            _ => palette.severe_tint,
        }
    }

    fn draw_bands(&self, frame: &mut Frame, names: &[String; 4], band: &impl Fn(u8, u8) -> usize) {
        let palette = self.pen.palette;

        for likelihood in 0..STEPS {
            for impact in 0..STEPS {
                let corner = self.corner(likelihood, impact);
                let color = Self::fill(palette, band(likelihood, impact));

                frame.fill_rectangle(corner, self.cell, color);
                frame.stroke(&Path::rectangle(corner, self.cell), line(palette.line, 1.0));
            }
        }

        for (index, name) in names.iter().enumerate() {
            // each name stands in the cell of its band that is nearest to the worst corner on the diagonal
            let home = (0..STEPS)
                .rev()
                .flat_map(|one| (0..STEPS).rev().map(move |two| (one, two)))
                .filter(|(one, two)| band(*one, *two) == index)
                .max_by_key(|&(one, two)| (one.min(two), one + two));

            if let Some((likelihood, impact)) = home {
                self.write(
                    frame,
                    name.clone(),
                    self.corner(likelihood, impact) + iced::Vector::new(6.0, 4.0),
                    palette.ink,
                );
            }
        }
    }

    fn write(&self, frame: &mut Frame, content: String, position: Point, color: Color) {
        frame.fill_text(Text {
            content,
            position,
            color,
            size: size::CAPTION.into(),
            font: theme::FONT,
            max_width: self.cell.width - 8.0,
            ..Text::default()
        });
    }

    /// Where a dot goes: dots in the same cell stand beside each other.
    fn place(&self, at: (u8, u8), order: usize) -> Point {
        let corner = self.corner(at.0, at.1);
        let (column, row) = ((order % 3) as f32, (order / 3) as f32);

        Point::new(
            corner.x + self.cell.width * (0.22 + 0.28 * column),
            corner.y + self.cell.height * (0.5 + 0.3 * row).min(0.85),
        )
    }

    fn draw_dots(&self, frame: &mut Frame, dots: &[Dot]) {
        const RADIUS: f32 = 11.0;

        let palette = self.pen.palette;
        let order = |at: (u8, u8), until: usize| {
            dots.iter()
                .take(until)
                .filter(|dot| dot.after.unwrap_or(dot.before) == at)
                .count()
        };

        for (index, dot) in dots.iter().enumerate() {
            let end = dot.after.unwrap_or(dot.before);
            let place = self.place(end, order(end, index));

            if end != dot.before {
                let start = self.place(dot.before, 1);

                frame.stroke(&Path::line(start, place), line(palette.ink, 1.0));
                frame.stroke(&Path::circle(start, 4.0), line(palette.ink, 1.5));
            }
        }

        for (index, dot) in dots.iter().enumerate() {
            let end = dot.after.unwrap_or(dot.before);
            let place = self.place(end, order(end, index));

            frame.fill(&Path::circle(place, RADIUS), palette.primary);
            frame.fill_text(Text {
                content: dot.number.to_string(),
                position: place,
                color: palette.on_primary,
                size: size::CAPTION.into(),
                font: theme::BOLD,
                align_x: Alignment::Center,
                align_y: Vertical::Center,
                ..Text::default()
            });
        }
    }
}
