//! The line at the top of a page, and the bar at its bottom.
use crate::gui::theme::{self, size, space};
use crate::gui::widget::drawing::Drawing;
use crate::gui::widget::{flow, words};

use iced::widget::{column, container};
use iced::{Element, Length, Padding, Point, Size, Theme};

/// The least room for where one is, beside what is always at hand: that stays in its place, and the words go on
/// in a second line.
const HERE: f32 = 200.0;

/// Where one is at the start, what is always at hand at the end.
pub(super) fn top<'a, Message: 'a>(here: Option<String>, hand: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    let start = flow::lines(here.map(|here| level(words::caption(here))));
    let parts = std::iter::once(start.into()).chain(hand);

    // room at the side for a ring that the scroll bar does not cover, where the whole page scrolls
    let bar = bar(flow::ends(HERE, parts).into(), [space::XS, space::M].into());

    column![bar, hairline()].into()
}

/// What has happened, the other actions, and the main one.
type Parts<'a, Message> = (
    Option<Element<'a, Message>>,
    Vec<Element<'a, Message>>,
    Option<Element<'a, Message>>,
);

/// The line where the body ends, what has happened, and the actions: the main one at the end of its row. `place`
/// says where in the width.
pub(super) fn below<'a, Message: 'a>(
    (notice, others, main): Parts<'a, Message>,
    place: impl Fn(Element<'a, Message>) -> Element<'a, Message>,
) -> [Element<'a, Message>; 3] {
    if notice.is_none() && others.is_empty() && main.is_none() {
        return std::array::from_fn(|_| column![].into());
    }

    let around = Padding::from([space::S, space::M]);
    let news = notice.map_or_else(|| column![].into(), |notice| bar(place(notice), around.bottom(0.0)));

    let others = flow::lines(others);
    let row = flow::ends(size::COLUMN, std::iter::once(others.into()).chain(main));

    [hairline().into(), news, bar(place(row.into()), around)]
}

fn bar<'a, Message: 'a>(content: Element<'a, Message>, around: Padding) -> Element<'a, Message> {
    container(content)
        .padding(around)
        .width(Length::Fill)
        .style(raised)
        .into()
}

/// Raises text to the middle of a line of buttons.
fn level<'a, Message: 'a>(text: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(text).center_y(size::TARGET).padding([0.0, space::S]).into()
}

/// A line that means nothing alone, as thin as the palette has lines.
fn hairline<'a>() -> Drawing<'a> {
    Drawing::new(Length::Fill, 2.0, |frame, pen| {
        frame.fill_rectangle(
            Point::ORIGIN,
            Size::new(pen.size.width, pen.palette.stroke),
            pen.palette.line,
        );
    })
}

fn raised(theme: &Theme) -> container::Style {
    container::Style {
        background: Some(theme::palette(theme).card.into()),
        ..container::Style::default()
    }
}
