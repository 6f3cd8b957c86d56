//! Small pictures of what one does with the paper: a sheet, what is folded or cut, and what comes of it.
//!
//! Quiet, and never alone: the sentence below says the same. A line is cut, dashes are folded.
use super::Message;
use super::form::Handling;
use crate::gui::widget::drawing::{Drawing, Pen};
use crate::gui::widget::icon::line;

use iced::widget::canvas::{Frame, LineDash, Path, Stroke};
use iced::{Element, Point, Size};

/// How high a picture is, in logical pixels.
const HEIGHT: f32 = 96.0;

/// How wide a picture is, in logical pixels.
const WIDTH: f32 = 200.0;

/// A sheet of paper as it is drawn: about as wide and high as one of A4.
const SHEET: Size = Size::new(62.0, 88.0);

/// Where a sheet stands, from the start edge and from the top.
const AT: (f32, f32) = (4.0, 4.0);

/// What one does with the paper.
pub(super) fn of<'a>(handling: Handling) -> Element<'a, Message> {
    Drawing::new(WIDTH, HEIGHT, move |frame, pen| {
        let easel = Easel { pen };

        match handling {
            Handling::Flat => easel.flat(frame),
            Handling::Given => easel.given(frame),
            Handling::Folded => easel.folded(frame),
            Handling::Cut => easel.cards(frame),
            Handling::Book => easel.book(frame),
            Handling::Quarters => easel.quarters(frame),
        }
    })
    .into()
}

/// Draws from the start edge on, whichever side that is.
struct Easel {
    pen: Pen,
}

impl Easel {
    /// A sheet with lines of writing.
    fn flat(&self, frame: &mut Frame) {
        self.sheet(frame, AT, SHEET);

        for row in 0..6 {
            let y = AT.1 + 14.0 + 12.0 * row as f32;
            let width = if row % 3 == 2 { 28.0 } else { 46.0 };

            self.cut(frame, (AT.0 + 8.0, y), (AT.0 + 8.0 + width, y));
        }
    }

    /// A sheet with writing on it, and in the end pieces of it.
    fn given(&self, frame: &mut Frame) {
        self.flat(frame);
        self.then(frame);

        for (column, row) in (0..3).flat_map(|column| (0..4).map(move |row| (column, row))) {
            let (x, y) = (22.0 * column as f32, 22.0 * row as f32);
            let aslant = if (column + row) % 2 == 0 { 2.0 } else { 0.0 };

            self.sheet(frame, (120.0 + x, 4.0 + y + aslant), Size::new(16.0, 16.0));
        }
    }

    /// A sheet folded in the middle, and the half that comes of it.
    fn folded(&self, frame: &mut Frame) {
        let middle = AT.1 + SHEET.height / 2.0;

        self.sheet(frame, AT, SHEET);
        self.fold(frame, (AT.0, middle), (AT.0 + SHEET.width, middle));
        self.then(frame);
        self.sheet(frame, (120.0, 26.0), Size::new(SHEET.width, SHEET.height / 2.0));
    }

    /// A sheet cut into cards, and one of them.
    fn cards(&self, frame: &mut Frame) {
        self.sheet(frame, AT, SHEET);
        self.cut(
            frame,
            (AT.0 + SHEET.width / 2.0, AT.1),
            (AT.0 + SHEET.width / 2.0, AT.1 + SHEET.height),
        );

        for row in 1..5 {
            let y = AT.1 + SHEET.height / 5.0 * row as f32;

            self.cut(frame, (AT.0, y), (AT.0 + SHEET.width, y));
        }

        self.then(frame);
        self.sheet(frame, (120.0, 28.0), Size::new(62.0, 39.0));
    }

    /// A sheet cut into four, and one of them.
    fn quarters(&self, frame: &mut Frame) {
        let (middle, half) = (AT.0 + SHEET.width / 2.0, AT.1 + SHEET.height / 2.0);

        self.sheet(frame, AT, SHEET);
        self.cut(frame, (AT.0, half), (AT.0 + SHEET.width, half));
        self.cut(frame, (middle, AT.1), (middle, AT.1 + SHEET.height));
        self.then(frame);
        self.sheet(frame, (124.0, 26.0), Size::new(SHEET.width / 2.0, SHEET.height / 2.0));
    }

    /// A sheet on its side in eight panels with a cut in the middle, and the book that comes of it.
    fn book(&self, frame: &mut Frame) {
        let (width, height) = (72.0, 51.0);
        let (left, top) = (AT.0, AT.1 + (SHEET.height - height) / 2.0);
        let across = |column: f32| left + width * column / 4.0;
        let middle = top + height / 2.0;

        self.sheet(frame, (left, top), Size::new(width, height));

        for column in [1.0, 2.0, 3.0] {
            self.fold(frame, (across(column), top), (across(column), top + height));
        }

        self.fold(frame, (left, middle), (across(1.0), middle));
        self.cut(frame, (across(1.0), middle), (across(3.0), middle));
        self.fold(frame, (across(3.0), middle), (left + width, middle));
        self.then(frame);
        self.sheet(frame, (126.0, 26.0), Size::new(31.0, 44.0));
        self.sheet(frame, (122.0, 28.0), Size::new(31.0, 44.0));
    }

    /// An arrow from the sheet to what comes of it.
    fn then(&self, frame: &mut Frame) {
        let (from, to, y) = (80.0, 104.0, AT.1 + SHEET.height / 2.0);
        let tip = |dy: f32| self.pen.at(to - 6.0, y + dy);
        let head = Path::new(|path| {
            path.move_to(tip(-6.0));
            path.line_to(self.pen.at(to, y));
            path.line_to(tip(6.0));
        });

        frame.stroke(&Path::line(self.pen.at(from, y), self.pen.at(to, y)), self.soft());
        frame.stroke(&head, self.soft());
    }

    fn sheet(&self, frame: &mut Frame, (x, y): (f32, f32), size: Size) {
        let paper = Path::rectangle(self.pen.corner(x, y, size.width), size);

        frame.fill(&paper, self.pen.palette.card);
        frame.stroke(&paper, line(self.pen.palette.edge, 1.5));
    }

    fn cut(&self, frame: &mut Frame, from: (f32, f32), to: (f32, f32)) {
        frame.stroke(&self.between(from, to), self.soft());
    }

    fn fold(&self, frame: &mut Frame, from: (f32, f32), to: (f32, f32)) {
        let dashed = Stroke {
            line_dash: LineDash {
                segments: &[4.0, 4.0],
                offset: 0,
            },
            ..self.soft()
        };

        frame.stroke(&self.between(from, to), dashed);
    }

    fn between(&self, from: (f32, f32), to: (f32, f32)) -> Path {
        let at = |(x, y): (f32, f32)| -> Point { self.pen.at(x, y) };

        Path::line(at(from), at(to))
    }

    fn soft<'s>(&self) -> Stroke<'s> {
        line(self.pen.palette.soft, 1.5)
    }
}
