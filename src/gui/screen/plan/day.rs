//! The lists: five first, and everything by time.
use super::{List, Message, Plan, detail, mark};
use crate::content::When;
use crate::gui::context::Context;
use crate::gui::theme::space;
use crate::gui::widget::{Kind, caption, item, soft, tabs, timeline};
use crate::plan::Item;
use crate::plan::progress::Mark;
use crate::{language, words};

use iced::Element;
use iced::widget::column;

impl Plan {
    /// The five that matter most now, with how many are done and how long the rest takes.
    pub(super) fn first<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let items: Vec<_> = cx.plan().first.iter().filter_map(|id| cx.plan().item(id)).collect();

        if items.is_empty() {
            return soft(words::text("plan-first-none")).into();
        }

        let done = items.iter().filter(|it| mark::is_settled(cx, it)).count();
        let minutes: u32 = items
            .iter()
            .filter(|it| !mark::is_settled(cx, it))
            .filter_map(|it| cx.pack().measure(&it.measure))
            .map(|measure| u32::from(measure.minutes))
            .sum();
        let says = if done == items.len() {
            words::text("plan-first-done")
        } else {
            words::text_with(
                "plan-first-about",
                &[
                    ("done", done.into()),
                    ("count", items.len().into()),
                    ("minutes", minutes.into()),
                ],
            )
        };
        let rows = items.into_iter().map(|it| self.row(cx, it, List::First));

        column![caption(says), column(rows).spacing(space::XS)]
            .spacing(space::S)
            .into()
    }

    /// One time of the plan at a time, with how many are done at each.
    pub(super) fn by_time<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let times: Vec<_> = When::ALL
            .into_iter()
            .filter(|when| cx.plan().by_time(*when).next().is_some())
            .collect();
        let count = |when: When| {
            let all = cx.plan().by_time(when).count();
            let done = cx.plan().by_time(when).filter(|it| mark::is_settled(cx, it)).count();

            (number(done), number(all))
        };
        let line = times
            .iter()
            .map(|when| {
                let (done, all) = count(*when);

                (name(*when), done, all)
            })
            .collect();
        let views = times
            .iter()
            .map(|when| {
                let (_, all) = count(*when);
                let words = words::text_with("plan-tab", &[("when", name(*when).into()), ("count", all.into())]);

                (words, Message::ShowTime(*when))
            })
            .collect();
        let chosen = times.iter().position(|when| *when == self.when).unwrap_or(0);
        let shown = times.get(chosen).copied().unwrap_or(self.when);
        let rows = cx.plan().by_time(shown).map(|it| self.row(cx, it, List::Time));

        column![
            timeline(words::text("plan-timeline"), line),
            tabs(words::text("plan-times"), views, chosen),
            column(rows).spacing(space::XS),
        ]
        .spacing(space::M)
        .into()
    }

    /// One item: its box, why it is there, how long it takes, and what it opens to.
    fn row<'a>(&'a self, cx: &Context<'a>, it: &'a Item, list: List) -> Element<'a, Message> {
        let Some(measure) = cx.pack().measure(&it.measure) else {
            return column![].into();
        };
        let is_open = self
            .open
            .as_ref()
            .is_some_and(|(in_list, open)| *in_list == list && *open == it.measure);
        let sign = mark::sign(cx, it);
        let keys = mark::keys(cx, it);
        let next = (!mark::is_settled(cx, it)).then_some(Mark::Done);
        let minutes = words::text_with("plan-minutes", &[("minutes", measure.minutes.into())]);

        let mut row = item(
            format!("{list:?}-{}", it.measure),
            language::marked(cx.pack(), &measure.id, &measure.title),
        )
        .why(Some(measure.why.as_str()))
        .time(minutes)
        .tick(sign, Message::Mark(keys, next))
        .open(is_open, Message::Toggle(list, it.measure.clone()));

        if let Some((kind, word)) = badge(cx, it) {
            row = row.badge(kind, word);
        }

        if is_open {
            row = row.body(detail::detail(self, cx, it, measure));
        }

        row.into()
    }
}

/// The one word that matters most beside an item.
fn badge(cx: &Context<'_>, it: &Item) -> Option<(Kind, String)> {
    if it.passed {
        Some((Kind::Note, words::text("plan-passed")))
    } else if detail::is_stale(cx, it) {
        Some((Kind::Caution, words::text("plan-stale")))
    } else if detail::is_unsure(cx, it) {
        Some((Kind::Caution, words::text("plan-unsure")))
    } else {
        None
    }
}

/// A time, in words.
pub(super) fn name(when: When) -> String {
    words::text(match when {
        When::WeeksBefore => words::id("when-weeks-before"),
        When::DaysBefore => words::id("when-days-before"),
        When::Leaving => words::id("when-leaving"),
        When::During => words::id("when-during"),
        When::After => words::id("when-after"),
    })
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
