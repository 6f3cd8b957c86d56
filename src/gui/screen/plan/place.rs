//! What is known of the law of the place; where nothing is known, that, and what to ask.
use super::{Fold, Message, Plan, detail};
use crate::content::id::CardId;
use crate::content::{Card, Place, PlaceRule, Topic};
use crate::gui::context::Context;
use crate::gui::theme::space;
use crate::gui::widget::{Kind, badge, body, bullets, caption, lines, soft, strong};
use crate::{language, words};

use iced::Element;
use iced::widget::column;

/// The card with what to ask a lawyer of the place.
const ASK_A_LAWYER: &str = "ask-a-lawyer";

impl Plan {
    /// The law of the place, behind a fold.
    pub(super) fn place<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let place = cx.plan().place.as_ref().and_then(|id| cx.pack().place(id));
        let name = match place {
            Some(place) => words::text_with(
                "plan-place",
                &[("place", language::marked(cx.pack(), &place.id, &place.name).into())],
            ),
            None => words::text("plan-place-unknown"),
        };

        self.part(Fold::Place, "plan-place", name, || {
            let rules = place.map(|place| column(place.rules.iter().map(|rule| known(cx, rule))).spacing(space::M));
            let unknown = place.is_none().then(|| body(words::text("plan-place-unknown-about")));

            column![soft(words::text("plan-place-advice"))]
                .push(rules)
                .push(place.and_then(missing))
                .push(unknown)
                .push(questions(cx))
                .push(cards(cx))
                .spacing(space::M)
                .into()
        })
    }
}

fn known<'a>(cx: &Context<'a>, rule: &'a PlaceRule) -> Element<'a, Message> {
    let sources = rule.sources.iter().filter_map(|id| cx.pack().source(id));
    let line = words::text_with(
        "plan-place-source",
        &[
            (
                "sources",
                sources
                    .map(|source| source.title.as_str())
                    .collect::<Vec<_>>()
                    .join("; ")
                    .into(),
            ),
            ("reviewed", detail::month(rule.reviewed).into()),
            ("confidence", detail::confidence(rule.confidence).into()),
        ],
    );

    let is_old = rule.is_stale(cx.today);
    let old = is_old.then(|| badge(Kind::Caution, words::text("plan-stale")));
    let since = is_old.then(|| body(words::text("plan-stale-law")));

    column![
        lines([strong(topic(rule.topic)).into()].into_iter().chain(old)),
        body(rule.says.as_str()),
        caption(line),
    ]
    .push(since)
    .spacing(space::XS)
    .into()
}

/// What nobody could tell us about this place.
fn missing<'a>(place: &Place) -> Option<Element<'a, Message>> {
    let topics: Vec<String> = place.not_known().map(topic).collect();
    let values = [("topics", topics.join(", ").into())];

    (!topics.is_empty()).then(|| body(words::text_with("plan-place-missing", &values)).into())
}

/// What concerns this person and stays off paper.
fn cards<'a>(cx: &Context<'a>) -> Element<'a, Message> {
    let cards = cx.plan().cards.iter().filter_map(|id| cx.pack().card(id));
    let card = |card: &'a Card| {
        column![
            strong(language::marked(cx.pack(), &card.id, &card.title)),
            bullets(format!("card-{}", card.id), card.lines.iter().cloned())
        ]
        .spacing(space::XS)
        .into()
    };

    column(cards.map(card)).spacing(space::M).into()
}

fn questions<'a>(cx: &Context<'a>) -> Option<Element<'a, Message>> {
    let card = cx.pack().card(&CardId::new(ASK_A_LAWYER).ok()?)?;

    Some(
        column![
            strong(language::marked(cx.pack(), &card.id, &card.title)),
            bullets("ask-a-lawyer", card.lines.iter().cloned())
        ]
        .spacing(space::XS)
        .into(),
    )
}

pub(super) fn topic(topic: Topic) -> String {
    words::text(match topic {
        Topic::ForcedUnlock => words::id("topic-forced-unlock"),
        Topic::Code => words::id("topic-code"),
        Topic::Search => words::id("topic-search"),
        Topic::Name => words::id("topic-name"),
        Topic::Mask => words::id("topic-mask"),
        Topic::Silence => words::id("topic-silence"),
        Topic::Filming => words::id("topic-filming"),
        Topic::Wiping => words::id("topic-wiping"),
        Topic::Border => words::id("topic-border"),
    })
}
