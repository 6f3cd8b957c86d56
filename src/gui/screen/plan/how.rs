//! How an item is done: the steps on each device, with what they were checked on, when, and who says so.
use super::detail::{confidence, month};
use super::{Message, Plan, mark, version};
use crate::content::id::MeasureId;
use crate::content::{Confidence, Fit, On, Source, Steps};
use crate::gui::context::Context;
use crate::gui::theme::space;
use crate::gui::widget::{Kind, badge, body, caption, lines, steps, strong};
use crate::plan::{Item, Way};
use crate::words;

use iced::Element;
use iced::widget::{Column, column};

/// Every place where the item is done, with its steps.
pub(super) fn everywhere<'a>(plan: &'a Plan, cx: &Context<'a>, it: &'a Item) -> Column<'a, Message> {
    column(it.on.iter().map(|on| place(plan, cx, it, on))).spacing(space::M)
}

/// What is done in one place: which version it has, and the steps.
fn place<'a>(plan: &'a Plan, cx: &Context<'a>, it: &'a Item, on: &On) -> Element<'a, Message> {
    let ways = cx.plan().ways(cx.pack(), it);
    let here = ways.into_iter().filter(|way| &way.steps.on == on);
    let all = here.map(|way| steps_of(cx, &it.measure, way));

    column![strong(mark::label(cx, on))]
        .push(version::line(plan, cx, on))
        .push(column(all).spacing(space::M))
        .spacing(space::S)
        .into()
}

/// Steps, with what they were checked on and when, and what to do when the menus are others.
fn steps_of<'a>(cx: &Context<'a>, measure: &MeasureId, way: Way<'a>) -> Element<'a, Message> {
    let it = way.steps;
    let id = format!("steps-{measure}-{}-{}", mark::label(cx, &it.on), it.os_min);
    let is_old = it.is_stale(cx.today);
    let old = is_old.then(|| badge(Kind::Caution, words::text("plan-stale")));
    let since = is_old.then(|| body(words::text("plan-stale-steps")));
    let kind = if it.confidence == Confidence::Low {
        Kind::Caution
    } else {
        Kind::Note
    };
    let unsure = (it.confidence != Confidence::High).then(|| badge(kind, confidence(it.confidence)));
    let mut badges = version::badge(way).into_iter().chain(old).chain(unsure).peekable();
    let badges = badges.peek().is_some().then(|| lines(badges));
    let is_told = matches!(way.fit, Fit::Newer | Fit::Older);
    let moved = (!is_told && !it.search.is_empty() && it.on != On::Person)
        .then(|| caption(words::text_with("plan-search", &[("word", it.search.as_str().into())])));
    let check =
        (!it.check.is_empty()).then(|| body(words::text_with("plan-check", &[("check", it.check.as_str().into())])));

    column![]
        .push(badges)
        .push(version::moved(way))
        .push(caption(checked(cx, it)))
        .push(since)
        .push(steps(id, it.does.iter().cloned()))
        .push(check)
        .push(moved)
        .spacing(space::S)
        .into()
}

/// For which versions the steps hold, who says so, and when they were looked at.
fn checked(cx: &Context<'_>, it: &Steps) -> String {
    let On::Device(device) = &it.on else {
        return words::text_with("plan-reviewed", &[("month", month(it.reviewed).into())]);
    };
    let name = cx.pack().device(device).map_or("", |it| it.version_name.as_str());
    let checked = match (name, it.os_min.as_str()) {
        ("", _) => words::text_with("plan-looked-at", &[("month", month(it.reviewed).into())]),
        (name, "") => words::text_with(
            "plan-checked-to",
            &[
                ("name", name.into()),
                ("to", it.os_verified.as_str().into()),
                ("month", month(it.reviewed).into()),
            ],
        ),
        (name, from) => words::text_with(
            "plan-checked",
            &[
                ("name", name.into()),
                ("from", from.into()),
                ("to", it.os_verified.as_str().into()),
                ("month", month(it.reviewed).into()),
            ],
        ),
    };
    let source = it.source.as_ref().and_then(|id| cx.pack().source(id));

    format!("{checked} {}", says(source))
}

/// Who says that it is done so, and when that was published.
fn says(source: Option<&Source>) -> String {
    match source {
        Some(source) => words::text_with(
            "plan-says",
            &[
                ("publisher", source.publisher.as_str().into()),
                ("month", month(source.date).into()),
            ],
        ),
        None => words::text("plan-says-nobody"),
    }
}
