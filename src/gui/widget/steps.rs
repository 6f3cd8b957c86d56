//! Numbered steps, and points.
use super::control::Control;
use super::drawing::Drawing;
use super::spec::{Role, Spec};
use super::words;
use crate::gui::theme::{size, space};

use iced::widget::canvas::Path;
use iced::widget::{Id, column, container, row};
use iced::{Element, Length};

/// Steps in their order, each with its number hanging before it; `id` is the list's own on the page.
pub fn steps<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    steps: impl IntoIterator<Item = String>,
) -> Element<'a, Message> {
    let rows = steps.into_iter().enumerate().map(|(index, step)| {
        let number = container(words::strong(format!("{}", index + 1))).width(space::L);

        row![number, words::body(step)].spacing(space::XS).into()
    });

    Control::label(Spec::new(Role::List, "").id(id), column(rows).spacing(space::S)).into()
}

/// Points without an order; `id` is the list's own on the page.
pub fn bullets<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    points: impl IntoIterator<Item = String>,
) -> Element<'a, Message> {
    let rows = points.into_iter().map(|point| {
        let dot = Drawing::new(space::M, size::BODY * size::LINE, |frame, pen| {
            frame.fill(&Path::circle(pen.at(4.0, pen.size.height / 2.0), 3.0), pen.palette.soft);
        });

        row![dot, words::body(point).width(Length::Shrink)].into()
    });

    Control::label(Spec::new(Role::List, "").id(id), column(rows).spacing(space::S)).into()
}
