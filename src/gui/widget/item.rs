//! One line of the plan: a box, a title, why, how long, and what it opens to.
use super::badge::{Kind, badge};
use super::control::Control;
use super::flow;
use super::icon::{Icon, Mark, icon, mark};
use super::notice::card;
use super::spec::{Role, Spec};
use super::words;
use crate::gui::theme::{Face, size, space};

use iced::widget::{Column, column, container, row};
use iced::{Element, Length, Padding};

/// One line of a list of things to do.
pub struct Item<'a, Message> {
    id: String,
    title: String,
    why: Option<String>,
    time: Option<String>,
    badges: Vec<(Kind, String)>,
    mark: Mark,
    tick: Option<Message>,
    open: Option<(bool, Message)>,
    body: Option<Column<'a, Message>>,
}

/// Starts an item; its `id` is its own on the page.
pub fn item<'a, Message: Clone + 'a>(id: impl Into<String>, title: impl Into<String>) -> Item<'a, Message> {
    Item {
        id: id.into(),
        title: title.into(),
        why: None,
        time: None,
        badges: Vec::new(),
        mark: Mark::Box(false),
        tick: None,
        open: None,
        body: None,
    }
}

impl<'a, Message: Clone + 'a> Item<'a, Message> {
    /// Why it is on the list, in one line.
    #[must_use]
    pub fn why(mut self, why: Option<impl Into<String>>) -> Self {
        self.why = why.map(Into::into);
        self
    }

    /// How long it takes: "20 min".
    #[must_use]
    pub fn time(mut self, time: impl Into<String>) -> Self {
        self.time = Some(time.into());
        self
    }

    /// A short word in a frame.
    #[must_use]
    pub fn badge(mut self, kind: Kind, word: impl Into<String>) -> Self {
        self.badges.push((kind, word.into()));
        self
    }

    /// The state of its box, and what ticking it does.
    #[must_use]
    pub fn tick(mut self, mark: Mark, message: Message) -> Self {
        self.mark = mark;
        self.tick = Some(message);
        self
    }

    /// Whether it is open, and what opening or closing it does.
    #[must_use]
    pub fn open(mut self, is_open: bool, message: Message) -> Self {
        self.open = Some((is_open, message));
        self
    }

    /// What shows while it is open.
    #[must_use]
    pub fn body(mut self, body: Column<'a, Message>) -> Self {
        self.body = Some(body);
        self
    }

    fn line(title: String, item: &mut Self) -> Element<'a, Message> {
        let says = column![words::strong(title)]
            .push(item.why.take().map(words::soft))
            .spacing(2)
            .width(Length::Fill);
        let badges = std::mem::take(&mut item.badges)
            .into_iter()
            .map(|(kind, word)| badge(kind, word));
        let time = item.time.take().map(|time| words::caption(time).into());
        let chevron = item
            .open
            .as_ref()
            .map(|(is_open, _)| icon(if *is_open { Icon::Open } else { Icon::Closed }).into());

        flow::ends(
            220.0,
            std::iter::once(says.into()).chain(badges).chain(time).chain(chevron),
        )
        .into()
    }
}

impl<'a, Message: Clone + 'a> From<Item<'a, Message>> for Element<'a, Message> {
    fn from(mut item: Item<'a, Message>) -> Self {
        let is_ticked = item.mark != Mark::Box(false);
        let line = Item::line(item.title.clone(), &mut item);
        let note = item.time.clone();

        let tick = Spec::new(Role::CheckBox, item.title.clone())
            .id(format!("tick/{}", item.id))
            .checked(is_ticked);
        let tick = Control::new(tick, mark(item.mark))
            .padding((size::TARGET - 22.0) / 2.0)
            .on_press_maybe(item.tick);

        let is_open = item.open.as_ref().is_some_and(|(is_open, _)| *is_open);
        let open = Spec {
            note,
            ..Spec::new(Role::Button, item.title)
                .id(format!("open/{}", item.id))
                .expanded(is_open)
        };
        let open = Control::new(open, line)
            .face(Face::Row)
            .width(Length::Fill)
            .padding([space::S, space::S])
            .on_press_maybe(item.open.map(|(_, message)| message));

        let body = item
            .body
            .filter(|_| is_open)
            .map(|body| container(card(body.spacing(space::M))).padding(Padding::from([space::S, 0.0])));

        column![row![tick, open].spacing(space::S)].push(body).into()
    }
}
