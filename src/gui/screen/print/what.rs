//! What is on the paper, and what stays off it.
use super::{Message, Print, form};
use crate::content::{Measure, Reveals};
use crate::gui::context::Context;
use crate::gui::theme::space;
use crate::gui::widget::{Kind, body, bullets, fold, notice, soft};
use crate::plan::Item;
use crate::sheet::Level;
use crate::words;

use iced::Element;
use iced::widget::column;

impl Print {
    /// What whoever reads it learns, what stays off it, and how old it is.
    pub(super) fn what<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let (form, level) = (self.wish.form, self.wish.level);

        if !form::has_anything(cx.plan(), form) {
            return body(words::text("print-empty")).into();
        }

        let off = form::left_off(cx.pack(), cx.plan(), form, level);
        let all = form::count(cx.pack(), cx.plan(), form);
        let which = (!off.is_empty()).then(|| {
            fold(
                "print-left-off",
                words::text("print-left-off-which"),
                (self.shows_left_off, Message::ToggleLeftOff),
                || {
                    let items = off.iter().map(|measure| off_line(measure));

                    column![
                        soft(words::text("print-left-off-about")),
                        bullets("print-left-off-items", items)
                    ]
                    .spacing(space::S)
                    .into()
                },
            )
        });
        let order = form::begins_differently(cx.pack(), cx.plan(), form, level)
            .then(|| body(words::text("print-first-differs")));

        // Paper that is the same for everybody tells nothing of this plan, at no level.
        let about = (form::holds(form) != form::Holds::Nothing).then(|| body(about(level)));

        column![]
            .push(about)
            .push(body(form::how_many(cx.plan(), form, (off.len(), all))))
            .push(order)
            .push(age(cx))
            .push(which)
            .spacing(space::S)
            .into()
    }
}

/// What a reader learns from paper of that level.
fn about(level: Level) -> String {
    match level {
        Level::Safe => words::text("print-safe-about"),
        Level::Home => words::text("print-level-home-about"),
        Level::All => words::text("print-level-all-about"),
    }
}

/// That some of it is old: paper says from when on, and cannot know whether that day has come.
fn age<'a>(cx: &Context<'a>) -> Option<Element<'a, Message>> {
    let (pack, today) = (cx.pack(), cx.today);
    let is_old = |item: &Item| {
        let measure = pack.measure(&item.measure);

        measure.is_some_and(|measure| measure.is_stale(&item.on, today))
    };
    let place = cx.plan().place.as_ref().and_then(|id| pack.place(id));
    let rules = place.map(|place| place.rules.as_slice()).unwrap_or_default();
    let has_old =
        pack.is_stale(today) || cx.plan().items.iter().any(is_old) || rules.iter().any(|rule| rule.is_stale(today));

    has_old.then(|| {
        notice(
            Kind::Caution,
            words::text("print-old"),
            words::text("print-old-about"),
            Vec::new(),
        )
    })
}

/// An item that stays off the paper, and what a line about it could tell.
fn off_line(measure: &Measure) -> String {
    let what = measure
        .reveals
        .iter()
        .map(|reveals| match reveals {
            Reveals::Identity => words::text("print-reveals-identity"),
            Reveals::Group => words::text("print-reveals-group"),
            Reveals::Legal => words::text("print-reveals-legal"),
            Reveals::Plan => words::text("print-reveals-plan"),
        })
        .reduce(|one, other| words::text_with("print-reveals-and", &[("one", one.into()), ("other", other.into())]))
        .unwrap_or_default();

    words::text_with(
        "print-left-off-item",
        &[("title", measure.title.as_str().into()), ("what", what.into())],
    )
}
