//! What stands above and below the lists: notices, open decisions, and the ways to change what was said.
use super::{Message, detail};
use crate::answers::LegalGate;
use crate::content::When;
use crate::content::id::QuestionId;
use crate::document::Change;
use crate::gui::context::Context;
use crate::gui::theme::space;
use crate::gui::widget::{Kind, bullets, card, lines, link, notice, secondary, soft, strong};
use crate::words;

use iced::Element;
use iced::widget::column;

/// Whether the plan is saved, and which version of it this is: an older file in its place would show.
pub(super) fn state(cx: &Context<'_>) -> String {
    let document = cx.desk.document();
    let (Some(_), Some(saved)) = (cx.desk.kept(), document.saved) else {
        return words::text("plan-state-nowhere");
    };
    let id = if cx.desk.is_edited() {
        words::id("plan-state-edited")
    } else {
        words::id("plan-state-saved")
    };

    words::text_with(
        id,
        &[
            ("revision", document.revision.into()),
            ("date", detail::day(saved).into()),
        ],
    )
}

/// While it goes on and afterwards: what to do when something has happened.
pub(super) fn happened<'a>(cx: &Context<'a>) -> Option<Element<'a, Message>> {
    (cx.known().ahead() >= When::During).then(|| {
        notice(
            Kind::Note,
            words::text("plan-happened"),
            words::text("plan-happened-about"),
            vec![
                secondary(words::text("plan-happened-show"))
                    .id("happened")
                    .on_press(Message::ShowAfter),
            ],
        )
    })
}

/// While the legal gate is closed: a lawyer first, and some advice is not shown.
pub(super) fn gate<'a>(cx: &Context<'a>) -> Option<Element<'a, Message>> {
    (cx.plan().gate == LegalGate::Closed).then(|| {
        notice(
            Kind::Caution,
            words::text("plan-gate"),
            words::text("plan-gate-about"),
            Vec::new(),
        )
    })
}

/// When all of the advice is old: so much that no mark beside an item would say it.
pub(super) fn age<'a>(cx: &Context<'a>) -> Option<Element<'a, Message>> {
    let pack = cx.pack();

    pack.is_stale(cx.today).then(|| {
        let month = [("month", detail::month(pack.reviewed).into())];

        notice(
            Kind::Caution,
            words::text_with("plan-old", &month),
            words::text("plan-old-about"),
            Vec::new(),
        )
    })
}

/// What is no longer advised: by the title it had, never by its id.
fn gone(title: &str, why: &str) -> String {
    let gone = if title.is_empty() {
        words::text("plan-news-gone-unnamed")
    } else {
        words::text_with("plan-news-gone", &[("title", title.into())])
    };

    format!("{gone} {why}").trim().to_owned()
}

/// What a newer checklist changed since the plan was saved.
pub(super) fn news<'a>(cx: &Context<'a>) -> Option<Element<'a, Message>> {
    let news = cx.desk.news();

    (!news.is_empty()).then(|| {
        let lines = news.iter().map(|change| {
            let (id, measure) = match change {
                Change::Added(measure) => (words::id("plan-news-added"), measure),
                Change::Reworded(measure) => (words::id("plan-news-reworded"), measure),
                Change::Left(measure) => (words::id("plan-news-left"), measure),
                Change::Gone { title, why, .. } => return gone(title, why),
                Change::Asks(question) => return asks(cx, question),
            };
            let title = cx
                .pack()
                .measure(measure)
                .map_or_else(|| measure.to_string(), |measure| measure.title.clone());

            words::text_with(id, &[("title", title.into())])
        });

        card(
            column![
                strong(words::text("plan-news")),
                bullets("plan-news", lines),
                secondary(words::text("plan-news-read")).on_press(Message::ReadNews),
            ]
            .spacing(space::S),
        )
    })
}

fn asks(cx: &Context<'_>, question: &QuestionId) -> String {
    let asks = cx
        .pack()
        .question(question)
        .map_or_else(|| question.to_string(), |question| question.asks.clone());

    words::text_with("plan-news-asks", &[("title", asks.into())])
}

/// Before the first save: nothing is written anywhere, and the page says so.
pub(super) fn unsaved<'a>(cx: &Context<'a>) -> Option<Element<'a, Message>> {
    match cx.desk.kept() {
        None => Some(soft(words::text("plan-unsaved")).into()),
        Some(kept) if kept.access.is_read_only() => Some(notice(
            Kind::Caution,
            words::text("plan-read-only"),
            words::text("plan-read-only-about"),
            vec![secondary(words::text("plan-save-elsewhere")).on_press(Message::Protect)],
        )),
        Some(_) => None,
    }
}

/// The decisions that are still open, above the five: their sides are not in the plan.
pub(super) fn decisions<'a>(cx: &Context<'a>) -> Option<Element<'a, Message>> {
    let open = &cx.plan().undecided;

    (!open.is_empty()).then(|| {
        let rows = open.iter().filter_map(|it| {
            let decision = cx.pack().decision(&it.decision)?;
            let name = words::text_with("plan-decide", &[("asks", decision.asks.as_str().into())]);

            Some(
                secondary(name)
                    .id(format!("decide-{}", it.decision))
                    .wide()
                    .on_press(Message::Decide(Some(it.decision.clone())))
                    .into(),
            )
        });

        column![soft(words::text("plan-decide-about")), column(rows).spacing(space::S)]
            .spacing(space::S)
            .into()
    })
}

/// No item at all, in calm words.
pub(super) fn empty<'a>() -> Element<'a, Message> {
    notice(
        Kind::Note,
        words::text("plan-empty"),
        words::text("plan-empty-about"),
        vec![
            secondary(words::text("plan-to-answers"))
                .id("empty-answers")
                .on_press(Message::Ask(None)),
        ],
    )
}

/// Back to what the plan was made from.
pub(super) fn ways<'a>(cx: &Context<'a>) -> Element<'a, Message> {
    let has_decisions = !cx.desk.decisions().is_empty();
    let mut ways: Vec<Element<'a, Message>> = vec![
        link(words::text("plan-to-answers")).on_press(Message::Ask(None)).into(),
        link(words::text("plan-to-weigh")).on_press(Message::Weigh).into(),
    ];

    ways.push(link(words::text("plan-to-after")).on_press(Message::ShowAfter).into());

    if has_decisions {
        ways.push(
            link(words::text("plan-to-decisions"))
                .on_press(Message::Decide(None))
                .into(),
        );
    }

    if cx.desk.kept().is_some() {
        ways.push(link(words::text("plan-to-protect")).on_press(Message::Protect).into());
    }

    lines(ways).gap(space::M).into()
}
