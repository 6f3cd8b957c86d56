//! Two sides of a decision beside each other, or below each other where there is no room.
use super::choice::member;
use super::control::Control;
use super::flow;
use super::icon::{Icon, Mark, icon, mark};
use super::spec::{Role, Spec};
use super::words;
use crate::gui::theme::{Face, size, space};

use iced::widget::{Id, column, container, row};
use iced::{Element, Length};

/// One side of a decision.
#[derive(Debug, Clone)]
pub struct Side<Message> {
    /// Its own id on the page.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What one does then.
    pub means: Option<String>,
    /// What it gives.
    pub gives: Vec<String>,
    /// What it costs.
    pub costs: Vec<String>,
    /// What it takes away from one's risks, in words with numbers: "Located: 9, then 3".
    pub changes: Vec<String>,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// What choosing it does.
    pub message: Message,
}

/// Sides beside each other, of which one is chosen.
pub fn versus<'a, Message: Clone + 'a>(name: impl Into<String>, sides: Vec<Side<Message>>) -> Element<'a, Message> {
    let spec = Spec::new(Role::RadioGroup, name);
    let messages: Vec<_> = sides.iter().map(|side| Some(side.message.clone())).collect();
    let chosen = sides.iter().position(|side| side.is_chosen);
    let total = sides.len();

    let mut cards = sides
        .into_iter()
        .enumerate()
        .map(|(index, side)| member(card(side, (index + 1, total)), &spec.id, &messages, chosen, index).into());

    // Two beside each other: in more columns the sentences would be a word wide.
    let mut rows = column![].spacing(space::M);

    loop {
        let pair: Vec<_> = cards.by_ref().take(2).collect();

        if pair.is_empty() {
            break;
        }

        rows = rows.push(flow::columns(size::COLUMN * 0.8, pair));
    }

    Control::label(spec.clone(), rows).into()
}

fn card<'a, Message: Clone + 'a>(side: Side<Message>, place: (usize, usize)) -> Control<'a, Message> {
    let all: Vec<_> = [&side.gives, &side.costs, &side.changes]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let spec = Spec::new(Role::Radio, side.name.clone())
        .id(side.id)
        .checked(side.is_chosen)
        .note(all.join(". "))
        .place(place.0, place.1);

    let head = row![mark(Mark::Ring(side.is_chosen)), words::strong(side.name)].spacing(space::S);
    let points = side
        .gives
        .into_iter()
        .map(|words| point(Icon::Plus, words))
        .chain(side.costs.into_iter().map(|words| point(Icon::Minus, words)));
    let changes = side.changes.into_iter().map(|change| words::strong(change).into());

    let content = column![head]
        .push(side.means.map(words::body))
        .push(column(points).spacing(space::XS))
        .push(column(changes).spacing(2))
        .spacing(space::S + space::XS);

    Control::new(spec, content)
        .face(Face::Card(side.is_chosen))
        .width(Length::Fill)
        .padding(space::M)
        .on_press(side.message)
}

fn point<'a, Message: 'a>(sign: Icon, says: String) -> Element<'a, Message> {
    row![container(icon(sign)).padding([4.0, 0.0]), words::body(says)]
        .spacing(space::S)
        .into()
}
