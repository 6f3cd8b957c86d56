//! The settings that were changed: how each was before, the way back, and what is worth keeping.
use super::{After, Fold, Message};
use crate::answers::LegalGate;
use crate::content::{Measure, On};
use crate::gui::context::Context;
use crate::gui::theme::space;
use crate::gui::widget::{
    Kind, badge, body, caption, card, fold, lines, notice, secondary, soft, steps, strong, subheading, tabs,
};
use crate::plan::progress::{Earlier, Ending, Key, Role};
use crate::plan::restore::{Line, Part, Restore, restore};
use crate::{language, words};

use iced::Element;
use iced::widget::column;

impl After {
    /// Everything that was changed, by device; in calm words when there is nothing.
    pub(super) fn settings<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let list = restore(cx.pack(), cx.plan(), cx.desk.progress());
        let lines = || list.devices.iter().flat_map(|part| &part.lines);
        let (count, done) = (lines().count(), lines().filter(|line| line.ending.is_some()).count());

        if cx.desk.is_empty() {
            return no_plan();
        }

        if count == 0 {
            return soft(words::text("after-none")).into();
        }

        let parts = || column(list.devices.iter().map(|part| self.device(cx, part))).spacing(space::L);
        let list = if Restore::is_known(cx.desk.progress()) {
            let settled = if done == count {
                words::text("after-count-done")
            } else {
                words::text_with("after-count", &[("done", done.into()), ("count", count.into())])
            };

            column![caption(settled)].push(keep_all(&list)).push(parts())
        } else {
            let name = words::text_with("after-all", &[("count", count.into())]);
            let all = fold(
                "after-all",
                name,
                (self.is_unfolded(&Fold::All), Message::Fold(Fold::All)),
                || parts().into(),
            );

            column![
                body(words::text("after-unknown")),
                secondary(words::text("after-to-plan")).on_press(Message::ShowPlan),
                all
            ]
        };

        column![]
            .push(lawyer(cx))
            .push(list.spacing(space::S))
            .push(secondary(words::text("after-print")).on_press(Message::Print))
            .spacing(space::M)
            .into()
    }

    fn device<'a>(&'a self, cx: &Context<'a>, part: &Part) -> Element<'a, Message> {
        let name = place(cx, part);
        // What is to be put back comes first; what is worth keeping can wait.
        let (keep, back): (Vec<_>, Vec<_>) = part.lines.iter().partition(|line| line.keep);
        let rows = back.into_iter().chain(keep).filter_map(|line| {
            let measure = cx.pack().measure(&line.measure)?;

            Some(self.line(cx, (part, &name), measure, line))
        });

        column![subheading(name.clone()), column(rows).spacing(space::S)]
            .spacing(space::S)
            .into()
    }

    /// One setting, with what became of it.
    fn line<'a>(
        &'a self,
        cx: &Context<'a>,
        (part, place): (&Part, &str),
        measure: &'a Measure,
        line: &Line,
    ) -> Element<'a, Message> {
        let key = key(part, line);
        let keep = line.keep.then(|| badge(Kind::Good, words::text("after-keep")));
        let back = match &line.back {
            Some(how) => words::text_with("after-back", &[("how", how.as_str().into())]),
            None => words::text("after-back-none"),
        };

        card(
            column![
                lines(
                    [strong(language::marked(cx.pack(), &measure.id, &measure.title)).into()]
                        .into_iter()
                        .chain(keep)
                ),
                column![was(line.earlier.as_ref()), body(back)].spacing(space::XS),
            ]
            .push(self.place_of(cx, (part, place), measure))
            .push(endings(&key, (measure, place), line.ending))
            .spacing(space::S),
        )
    }

    /// The steps that led there: the way back goes through the same place.
    fn place_of<'a>(
        &'a self,
        cx: &Context<'a>,
        (part, place): (&Part, &str),
        measure: &'a Measure,
    ) -> Option<Element<'a, Message>> {
        let led = measure.steps.iter().find(|steps| steps.on == part.on)?;
        let which = Fold::Where(measure.id.clone(), place.to_owned());
        let id = format!("where-{}-{place}", measure.id);
        let search = (!led.search.is_empty() && cx.pack().devices.iter().any(|it| On::Device(it.id.clone()) == led.on))
            .then(|| caption(words::text_with("plan-search", &[("word", led.search.as_str().into())])));

        Some(fold(
            id.clone(),
            words::text("after-where"),
            (self.is_unfolded(&which), Message::Fold(which)),
            || {
                column![
                    soft(words::text("after-where-about")),
                    steps(format!("steps-{id}"), led.does.iter().cloned())
                ]
                .push(search)
                .spacing(space::S)
                .into()
            },
        ))
    }
}

/// What a line is about.
fn key(part: &Part, line: &Line) -> Key {
    Key {
        measure: line.measure.clone(),
        on: part.on.clone(),
        role: part.role,
    }
}

/// Settles at once what is worth keeping and still waits.
fn keep_all<'a>(list: &Restore) -> Option<Element<'a, Message>> {
    let open = list.devices.iter().flat_map(|part| {
        let waits = |line: &&Line| line.keep && line.ending.is_none();

        part.lines.iter().filter(waits).map(|line| key(part, line))
    });
    let keys: Vec<Key> = open.collect();
    let name = words::text_with("after-keep-all", &[("count", keys.len().into())]);

    (keys.len() > 1).then(|| secondary(name).on_press(Message::End(keys, Some(Ending::Kept))).into())
}

/// Still to do, put back, or kept as it is.
fn endings<'a>(key: &Key, (measure, place): (&Measure, &str), now: Option<Ending>) -> Element<'a, Message> {
    let choices = [
        (words::text("after-waits"), None),
        (words::text("after-put-back"), Some(Ending::PutBack)),
        (words::text("after-kept"), Some(Ending::Kept)),
    ];
    let chosen = choices.iter().position(|(_, ending)| *ending == now).unwrap_or(0);
    let views = choices
        .into_iter()
        .map(|(word, ending)| (word, Message::End(vec![key.clone()], ending)))
        .collect();
    let name = words::text_with(
        "after-became",
        &[("title", measure.title.as_str().into()), ("where", place.into())],
    );

    tabs(name, views, chosen)
}

/// No plan is open: how to get one, and nothing else is missing.
fn no_plan<'a>() -> Element<'a, Message> {
    column![
        body(words::text("after-no-plan")),
        secondary(words::text("after-open")).on_press(Message::Open),
    ]
    .spacing(space::S)
    .into()
}

/// While the legal gate is closed: a lawyer before any setting.
fn lawyer<'a>(cx: &Context<'a>) -> Option<Element<'a, Message>> {
    (cx.plan().gate == LegalGate::Closed).then(|| {
        notice(
            Kind::Caution,
            words::text("after-lawyer"),
            words::text("after-lawyer-about"),
            Vec::new(),
        )
    })
}

/// How it was before, in words.
fn was<'a>(earlier: Option<&Earlier>) -> Element<'a, Message> {
    let says = match earlier {
        Some(Earlier::On) => words::text("after-was-on"),
        Some(Earlier::Off) => words::text("after-was-off"),
        Some(Earlier::NotSure) => words::text("after-was-not-sure"),
        Some(Earlier::Other(note)) => words::text_with("after-was-other", &[("note", note.as_str().into())]),
        None => return soft(words::text("after-was-unsaid")).into(),
    };

    body(says).into()
}

/// Where it was changed: "iPhone", "iPhone, second phone", "You".
fn place(cx: &Context<'_>, part: &Part) -> String {
    let label = match &part.on {
        On::Person => words::text("after-person"),
        On::Device(device) => cx
            .pack()
            .device(device)
            .map(|device| device.label.clone())
            .unwrap_or_default(),
    };

    match part.role {
        Role::Main => label,
        Role::Second => words::text_with("plan-second", &[("device", label.into())]),
    }
}
