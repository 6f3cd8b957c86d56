//! A few steps or views beside each other, one of them chosen.
use super::choice::member;
use super::control::Control;
use super::flow;
use super::icon::{Icon, icon};
use super::press;
use super::spec::{Role, Spec};
use super::words;
use crate::gui::theme::{Face, size, space};

use iced::widget::{Id, column, container};
use iced::{Element, Length, Padding};

/// Steps of a scale beside each other; the arrows move along it. `says` tells in words what is chosen.
pub fn segments<'a, Message: Clone + 'a>(
    id: impl Into<String>,
    name: impl Into<String>,
    steps: Vec<(String, Message)>,
    chosen: Option<usize>,
    says: impl Into<String>,
) -> Element<'a, Message> {
    let (id, name, says) = (id.into(), name.into(), says.into());
    let spec = Spec::new(Role::RadioGroup, name.clone())
        .id(id.clone())
        .value(says.clone());
    let row = flow::lines(members(&id, Role::Radio, steps, chosen)).gap(space::XS);
    let below = flow::lines([words::strong(name).into(), words::body(says).into()]);

    Control::label(spec, column![below, row].spacing(space::XS)).into()
}

/// Views of the same thing beside each other.
pub fn tabs<'a, Message: Clone + 'a>(
    name: impl Into<String>,
    views: Vec<(String, Message)>,
    chosen: usize,
) -> Element<'a, Message> {
    let name = name.into();
    let id = format!("{:?}/{name}", Role::TabList);
    let spec = Spec::new(Role::TabList, name).id(id.clone());
    let row = flow::lines(members(&id, Role::Tab, views, Some(chosen))).gap(space::XS);

    Control::label(spec, row).into()
}

fn members<'a, Message: Clone + 'a>(
    id: &str,
    role: Role,
    steps: Vec<(String, Message)>,
    chosen: Option<usize>,
) -> Vec<Element<'a, Message>> {
    let group = Id::from(id.to_owned());
    let total = steps.len();
    let messages: Vec<_> = steps.iter().map(|(_, message)| Some(message.clone())).collect();

    steps
        .into_iter()
        .enumerate()
        .map(|(index, (label, message))| {
            let is_chosen = chosen == Some(index);
            let spec = Spec::new(role, label.clone())
                .id(format!("{id}/{index}"))
                .checked(is_chosen)
                .place(index + 1, total);
            let text = if is_chosen {
                words::strong(label)
            } else {
                words::body(label)
            };

            let control = Control::new(spec, text)
                .face(Face::Card(is_chosen))
                .padding([space::S, space::S + space::XS])
                .on_press(message);

            member(control, &group, &messages, chosen, index).into()
        })
        .collect()
}

/// A value that goes down and up in steps: what it is called, what it is, and the two ways.
pub fn stepper<'a, Message: Clone + 'a>(
    name: impl Into<String>,
    value: impl Into<String>,
    less: (String, Option<Message>),
    more: (String, Option<Message>),
) -> Element<'a, Message> {
    let (name, value) = (name.into(), value.into());
    let spec = Spec::new(Role::Stepper, name.clone()).value(value.clone());
    let way = |sign, (name, message): (String, Option<Message>)| {
        press::secondary(name)
            .showing(icon(sign))
            .on_press_maybe(message)
            .into()
    };
    let shown = container(words::strong(value))
        .center_y(size::TARGET)
        .padding(Padding::from([0.0, space::S]));

    // The two ways stay beside each other; where there is no room, they go below the value.
    let ways = flow::lines([way(Icon::Minus, less), way(Icon::Plus, more)]);
    let row = flow::lines([shown.into(), ways.into()]);
    let label = container(words::body(name)).width(Length::Fill);

    Control::label(spec, flow::ends(size::COLUMN / 3.0, [label.into(), row.into()])).into()
}
