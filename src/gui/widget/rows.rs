//! Rows to choose from, such as files, and parts that fold away.
use super::control::Control;
use super::icon::{Icon, icon};
use super::spec::{Role, Spec};
use super::words;
use crate::gui::theme::{Face, space};

use iced::widget::{Id, column, container, row as line};
use iced::{Alignment, Element, Length, Padding};

/// A row that leads somewhere: a file, a place, a page.
pub fn row<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    name: impl Into<String>,
    note: Option<String>,
    message: Option<Message>,
) -> Element<'a, Message> {
    let name = name.into();

    let spec = Spec {
        note: note.clone(),
        ..Spec::new(Role::Button, name.clone()).id(id)
    };

    let says = column![words::strong(name)]
        .push(note.map(words::soft))
        .spacing(2)
        .width(Length::Fill);
    let content = line![says, icon(Icon::Forward)]
        .spacing(space::S)
        .align_y(Alignment::Center);

    Control::new(spec, content)
        .face(Face::Card(false))
        .width(Length::Fill)
        .padding([space::S + space::XS, space::M])
        .on_press_maybe(message)
        .into()
}

/// A part of a page that opens and closes in place.
pub fn fold<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    name: impl Into<String>,
    state: (bool, Message),
    body: impl FnOnce() -> Element<'a, Message>,
) -> Element<'a, Message> {
    let (name, (is_open, message)) = (name.into(), state);
    let spec = Spec::new(Role::Button, name.clone()).id(id).expanded(is_open);
    let sign = icon(if is_open { Icon::Open } else { Icon::Closed });
    // Where there is little room the words go on below each other, beside the sign.
    let head = line![sign, words::strong(name)]
        .spacing(space::S)
        .align_y(Alignment::Center);

    let head = Control::new(spec, head)
        .face(Face::Quiet)
        .padding([space::S, space::XS])
        .on_press(message);

    let body = is_open.then(|| container(body()).padding(Padding::from([space::S, 0.0]).left(space::L)));

    column![head].push(body).into()
}
