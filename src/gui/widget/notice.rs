//! What happened, and what to do about it.
use super::badge::Kind;
use super::control::Control;
use super::flow;
use super::icon::icon;
use super::press::Press;
use super::spec::{Role, Spec};
use super::words;
use crate::gui::theme::{self, size, space};

use iced::widget::{Column, column, container, row};
use iced::{Border, Element, Length, Padding, Theme};

/// Says what happened and what to do, in a frame; with the actions that help, if any.
pub fn notice<'a, Message: Clone + 'a>(
    kind: Kind,
    what: impl Into<String>,
    advice: impl Into<String>,
    actions: Vec<Press<'a, Message>>,
) -> Element<'a, Message> {
    let (what, advice) = (what.into(), advice.into());
    let spec = Spec::new(Role::Status, what.clone()).note(advice.clone());
    let more = (!advice.is_empty()).then(|| {
        words::body(advice).style(|theme: &Theme| iced::widget::text::Style {
            color: Some(theme::palette(theme).ink),
        })
    });
    let buttons = (!actions.is_empty()).then(|| {
        let line = flow::lines(actions.into_iter().map(Into::into));

        container(line).padding(Padding::ZERO.top(space::XS))
    });
    let says = column![words::strong(what)]
        .push(more)
        .push(buttons)
        .spacing(space::XS)
        .width(Length::Fill);
    let content = row![container(icon(kind.icon())).padding([4.0, 0.0]), says].spacing(space::S + space::XS);

    let framed = container(content)
        .padding(space::M)
        .width(Length::Fill)
        .style(move |theme| kind.frame(theme));

    Control::label(spec, framed).into()
}

/// Says in passing that something was done, with the way to take it back.
pub fn toast<'a, Message: Clone + 'a>(
    what: impl Into<String>,
    undo: Option<Press<'a, Message>>,
) -> Element<'a, Message> {
    let what = what.into();
    let spec = Spec::new(Role::Status, what.clone());
    let says = container(words::body(what)).padding([space::S, 0.0]);
    let content = flow::ends(200.0, std::iter::once(says.into()).chain(undo.map(Into::into)));

    let framed = container(content)
        .padding([space::XS, space::M])
        .width(Length::Fill)
        .style(|theme| Kind::Good.frame(theme));

    Control::label(spec, framed).into()
}

/// A raised area for things that belong together.
pub fn card<'a, Message: 'a>(content: Column<'a, Message>) -> Element<'a, Message> {
    container(content)
        .padding(space::M)
        .width(Length::Fill)
        .style(|theme: &Theme| {
            let palette = theme::palette(theme);

            container::Style {
                background: Some(palette.card.into()),
                border: Border {
                    color: palette.line,
                    width: palette.stroke,
                    radius: size::CORNER.into(),
                },
                ..container::Style::default()
            }
        })
        .into()
}
