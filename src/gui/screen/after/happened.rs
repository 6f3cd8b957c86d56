//! What happened, and what helps: the first hour, the first day, the first week.
use super::{After, Fold, Message, back};
use crate::answers::LegalGate;
use crate::content::id::CardId;
use crate::content::{Advice, Confidence, Date, Gate, Situation, Within, Word};
use crate::gui::context::Context;
use crate::gui::theme::space;
use crate::gui::widget::control::Control;
use crate::gui::widget::{
    Kind, Page, Role, Spec, badge, body, bullets, caption, file_row, fold, notice, page, secondary, soft, strong,
};
use crate::{language, words};

use iced::widget::{column, container, row};
use iced::{Element, Length};

/// The card that stands above everything else.
const DANGER: &str = "danger";

/// Life first: what to do in danger, before any list.
pub(super) fn danger<'a>(cx: &Context<'a>) -> Option<Element<'a, Message>> {
    let card = cx.pack().card(&CardId::new(DANGER).ok()?)?;

    Some(notice(
        Kind::Caution,
        language::marked(cx.pack(), &card.id, &card.title),
        card.lines.join(" "),
        Vec::new(),
    ))
}

/// The same in its first line: what helps in this very situation must not slip off the page.
fn life<'a>(cx: &Context<'a>) -> Option<Element<'a, Message>> {
    let card = cx.pack().card(&CardId::new(DANGER).ok()?)?;

    Some(notice(Kind::Caution, card.lines.first()?.as_str(), "", Vec::new()))
}

/// Everything that can have happened, one row each.
pub(super) fn choices<'a>(cx: &Context<'a>) -> Element<'a, Message> {
    let rows = cx.pack().situations.iter().map(|it| choice(cx, it));

    column![
        soft(words::text("after-happened-about")),
        column(rows).spacing(space::S)
    ]
    .spacing(space::S)
    .into()
}

/// What else may fit, or comes next.
fn see<'a>(cx: &Context<'a>, it: &'a Situation) -> Element<'a, Message> {
    let rows = it
        .see
        .iter()
        .filter_map(|id| cx.pack().situation(id))
        .map(|it| choice(cx, it));

    column(rows).spacing(space::S).into()
}

fn choice<'a>(cx: &Context<'a>, it: &'a Situation) -> Element<'a, Message> {
    file_row(
        format!("situation-{}", it.id),
        language::marked(cx.pack(), &it.id, &it.title),
        Some(it.about.clone()),
        Some(Message::Show(it.id.clone())),
    )
}

impl After {
    /// What helps in one situation. Works without a plan; what destroys waits for the answer about a case.
    pub(super) fn happened<'a>(&'a self, cx: &Context<'a>, it: &'a Situation) -> Page<'a, Message> {
        let is_open = cx.plan().gate == LegalGate::Open;
        let is_shown = |advice: &&Advice| is_open || advice.gate == Gate::None;
        let is_whole = it.advice().all(|advice| is_shown(&advice));
        let mut shown = page(
            format!("after-{}", it.id),
            language::marked(cx.pack(), &it.id, &it.title),
        )
        .lead(it.about.as_str())
        .push_maybe(life(cx))
        .push_maybe(careful(it))
        .push_maybe((!is_whole).then(gate));

        for within in Within::ALL {
            let lines = it.within(within).iter().filter(is_shown);

            shown = shown.part(name(within), list(within, lines));
        }

        if !it.see.is_empty() {
            shown = shown.part(words::text("after-see"), see(cx, it));
        }

        shown.push(self.sources(cx, it)).action(back())
    }

    /// Who says so, and when it was looked at.
    fn sources<'a>(&'a self, cx: &Context<'a>, it: &'a Situation) -> Element<'a, Message> {
        let pack = cx.pack();
        let names: Vec<_> = it.advice().flat_map(|advice| &advice.sources).collect();
        let said = pack.sources.iter().filter(|source| names.contains(&&source.id));
        let lines = said.map(|source| {
            words::text_with(
                "plan-source",
                &[
                    ("title", source.title.as_str().into()),
                    ("publisher", source.publisher.as_str().into()),
                    ("month", month(source.date).into()),
                    ("url", source.url.as_str().into()),
                ],
            )
        });
        let sure = words::text_with("after-sure", &[("month", month(it.reviewed).into())]);

        let old = it
            .is_stale(cx.today)
            .then(|| badge(Kind::Caution, words::text("plan-stale")));

        column![]
            .push(old)
            .push(caption(sure))
            .push(fold(
                "after-sources",
                words::text("plan-sources"),
                (self.is_unfolded(&Fold::Sources), Message::Fold(Fold::Sources)),
                || bullets("after-says", lines),
            ))
            .spacing(space::XS)
            .into()
    }
}

/// What not to do, above everything that can be done.
fn careful<'a>(it: &'a Situation) -> Option<Element<'a, Message>> {
    let says = it.careful.as_str();

    (!says.is_empty()).then(|| notice(Kind::Caution, words::text("after-careful"), says, Vec::new()))
}

/// Something is not shown, and why.
fn gate<'a>() -> Element<'a, Message> {
    notice(
        Kind::Note,
        words::text("plan-gate"),
        words::text("plan-gate-about"),
        vec![secondary(words::text("after-ask")).on_press(Message::AskCase)],
    )
}

/// Lines in their order, each with its number hanging before it.
fn list<'a>(within: Within, lines: impl Iterator<Item = &'a Advice>) -> Element<'a, Message> {
    let rows = (1..).zip(lines).map(|(number, it): (u32, _)| line(number, it));

    Control::label(
        Spec::new(Role::List, "").id(format!("after-{}", within.word())),
        column(rows).spacing(space::M),
    )
    .into()
}

fn line<'a>(number: u32, it: &'a Advice) -> Element<'a, Message> {
    let number = container(strong(number.to_string())).width(space::L);
    let unsure = (it.confidence == Confidence::Low).then(|| caption(words::text("after-unsure")));
    let says = column![body(it.does.as_str())]
        .push((!it.why.is_empty()).then(|| soft(it.why.as_str())))
        .push(unsure)
        .spacing(2)
        .width(Length::Fill);

    row![number, says].spacing(space::XS).into()
}

fn name(within: Within) -> String {
    words::text(match within {
        Within::Hour => words::id("after-hour"),
        Within::Day => words::id("after-day"),
        Within::Week => words::id("after-week"),
    })
}

fn month(date: Date) -> String {
    let (year, month, _) = date.parts();

    words::text_with(
        "month-of",
        &[("month", month.into()), ("year", year.to_string().into())],
    )
}
