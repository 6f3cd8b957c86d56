//! Bars: how bad something was and is, how far along one is, and when things are to be done.
use super::badge::Kind;
use super::control::Control;
use super::drawing::{Drawing, Pen};
use super::flow;
use super::icon::line;
use super::spec::{Role, Spec};
use super::words;
use super::working::Working;
use crate::gui::theme::{size, space};

use iced::widget::canvas::{Frame, Path};
use iced::widget::{Id, column, container};
use iced::{Color, Element, Length, Padding, Size};

/// How far something reaches, before and after, as parts of `of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level {
    /// Before anything is done.
    pub before: u32,
    /// After everything is done.
    pub after: u32,
    /// The most there can be.
    pub of: u32,
}

const THICK: f32 = 14.0;

fn part(value: u32, of: u32) -> f32 {
    (value as f32 / of.max(1) as f32).clamp(0.0, 1.0)
}

fn bar(frame: &mut Frame, pen: Pen, part: f32, fill: Result<Color, Color>) {
    let width = (pen.size.width - 2.0) * part;

    if width < 1.0 {
        return;
    }

    let shape = Path::rounded_rectangle(pen.corner(1.0, 1.0, width), Size::new(width, THICK - 2.0), 3.0.into());

    match fill {
        Ok(color) => frame.fill(&shape, color),
        Err(color) => frame.stroke(&shape, line(color, 1.5)),
    }
}

/// What was and what is left of one risk: an outline, a filled bar in it, and both in words.
pub fn meter<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    name: impl Into<String>,
    level: Level,
    kind: Kind,
    says: impl Into<String>,
) -> Element<'a, Message> {
    let (name, says) = (name.into(), says.into());
    let spec = Spec::new(Role::Meter, name.clone()).id(id).value(says.clone());

    let drawing = Drawing::new(Length::Fill, THICK, move |frame, pen| {
        bar(frame, pen, part(level.before, level.of), Err(pen.palette.edge));
        bar(
            frame,
            pen,
            part(level.after, level.of),
            Ok(kind.ink().color(pen.palette)),
        );
    });

    let head = flow::ends(240.0, [words::strong(name).into(), words::body(says).into()]);

    Control::label(spec, column![head, drawing].spacing(space::XS)).into()
}

/// That something is going on, in a sentence, and how far it is if that is known, in percent. Where it is
/// not, the bar moves: one sees that the window is alive.
pub fn progress<'a, Message: Clone + 'a>(sentence: impl Into<String>, percent: Option<u8>) -> Element<'a, Message> {
    let sentence = sentence.into();
    let spec = Spec {
        value: percent.map(|percent| format!("{percent} %")),
        ..Spec::new(Role::Status, sentence.clone())
    };

    let drawing: Element<'a, Message> = match percent {
        None => Working.into(),
        Some(percent) => Drawing::new(Length::Fill, THICK, move |frame, pen| {
            bar(frame, pen, 1.0, Err(pen.palette.edge));
            bar(frame, pen, part(percent.into(), 100), Ok(pen.palette.primary));
        })
        .into(),
    };

    Control::label(spec, column![words::body(sentence), drawing].spacing(space::S)).into()
}

/// How far along one is in a row of questions: a dot each, those behind filled. `says` tells it in words.
pub fn trail<'a, Message: Clone + 'a>(number: usize, about: usize, says: impl Into<String>) -> Element<'a, Message> {
    const STEP: f32 = 14.0;

    let spec = Spec::new(Role::Meter, says).value(format!("{number}/{about}"));
    let count = about.max(number).min(40);

    let dots = (0..count).map(|index| {
        let is_behind = index < number;

        Drawing::new(STEP, STEP, move |frame, pen| {
            let circle = Path::circle(pen.at(STEP / 2.0, STEP / 2.0), 4.0);

            if is_behind {
                frame.fill(&circle, pen.palette.primary);
            } else {
                frame.stroke(&circle, line(pen.palette.edge, 1.5));
            }
        })
        .into()
    });

    Control::label(spec, flow::lines(dots).gap(0.0)).into()
}

/// When things are to be done: each time with how many of its things are done; `now` is the one shown.
pub fn timeline<'a, Message: Clone + 'a>(
    name: impl Into<String>,
    times: Vec<(String, u32, u32)>,
) -> Element<'a, Message> {
    let count = times.len();

    let stops = times.into_iter().enumerate().map(|(index, (name, done, all))| {
        let spec = Spec::new(Role::ListItem, name.clone())
            .value(format!("{done}/{all}"))
            .place(index + 1, count);
        let is_last = index + 1 == count;

        let drawing = Drawing::new(Length::Fill, 20.0, move |frame, pen| {
            stop(frame, pen, part(done, all), all > 0 && done >= all, is_last)
        });
        // The line goes on to the next stop, its words do not.
        let words = column![
            words::body(name).size(size::CAPTION),
            words::caption(format!("{done} / {all}"))
        ]
        .spacing(2);
        let says = column![drawing, container(words).padding(Padding::ZERO.right(space::S))].spacing(2);

        Control::label(spec, container(says).width(Length::Fill)).into()
    });

    Control::label(Spec::new(Role::List, name), flow::columns(480.0, stops).gap(0.0)).into()
}

fn stop(frame: &mut Frame, pen: Pen, part: f32, is_done: bool, is_last: bool) {
    let (middle, radius) = (10.0, 7.0);
    let palette = pen.palette;

    if !is_last {
        frame.stroke(
            &Path::line(pen.at(2.0 * radius + 4.0, middle), pen.at(pen.size.width, middle)),
            line(palette.edge, 1.5),
        );
    }

    let centre = pen.at(radius + 1.0, middle);

    frame.stroke(&Path::circle(centre, radius), line(palette.primary, 2.0));

    if is_done {
        frame.fill(&Path::circle(centre, radius), palette.primary);
    } else if part > 0.0 {
        frame.fill(&Path::circle(centre, radius * 0.5), palette.primary);
    }
}
