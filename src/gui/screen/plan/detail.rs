//! What an item opens to: why, steps with their versions and dates, check, cost, careful, instead, undo, and
//! who says so.
use super::{Fold, Message, Plan, how, mark};
use crate::content::{Confidence, Date, Evidence, Measure, Steps, text};
use crate::gui::context::Context;
use crate::gui::theme::space;
use crate::gui::widget::{body, bullets, fold, quiet, soft, strong, tabs};
use crate::plan::Item;
use crate::plan::progress::{Earlier, Key, Mark};
use crate::risk::Because;
use crate::words;

use iced::Element;
use iced::widget::{Column, column};

/// The most reasons of a kind that are shown.
const MOST_REASONS: usize = 4;

/// Everything about an item.
pub(super) fn detail<'a>(plan: &'a Plan, cx: &Context<'a>, it: &'a Item, measure: &'a Measure) -> Column<'a, Message> {
    column![why(it)]
        .push(how::everywhere(plan, cx, it))
        .push(said(words::text("plan-cost"), &measure.cost))
        .push(said(words::text("plan-careful"), &measure.careful))
        .push(said(words::text("plan-instead"), &measure.instead))
        .push(said(words::text("plan-undo"), &measure.undo))
        .push(marks(plan, cx, it, measure))
        .push(terms(plan, cx, measure))
        .push(sum(plan, cx, it))
        .push(sources(plan, cx, measure))
}

/// Why it is on the list, in the person's own answers; what is only assumed stands apart.
fn why<'a>(it: &'a Item) -> Element<'a, Message> {
    let (assumed, said): (Vec<_>, Vec<_>) = it.because.iter().partition(|because| because.is_assumed());
    let none = it.because.is_empty().then(|| {
        body(words::text(if it.baseline {
            words::id("plan-why-everybody")
        } else {
            words::id("plan-why-needed")
        }))
    });

    column![strong(words::text("plan-why"))]
        .push(none)
        .push(reasons(format!("why-{}", it.measure), &said))
        .push((!assumed.is_empty()).then(|| soft(words::text("plan-assumed"))))
        .push(reasons(format!("assumed-{}", it.measure), &assumed))
        .spacing(space::XS)
        .into()
}

/// The first few reasons: a page of them would explain nothing.
fn reasons<'a>(name: String, all: &[&'a Because]) -> Option<Element<'a, Message>> {
    (!all.is_empty()).then(|| bullets(name, all.iter().take(MOST_REASONS).map(|because| because.text.clone())))
}

fn said<'a>(name: String, says: &'a str) -> Option<Element<'a, Message>> {
    (!says.is_empty()).then(|| column![strong(name), body(says)].spacing(2).into())
}

/// Done, not possible, does not apply, everywhere it is done; and how it was before.
fn marks<'a>(plan: &'a Plan, cx: &Context<'a>, it: &'a Item, measure: &'a Measure) -> Element<'a, Message> {
    let keys = mark::keys(cx, it);
    let rows = keys.into_iter().map(|key| one(plan, cx, measure, key));

    column(rows).spacing(space::M).into()
}

fn one<'a>(plan: &'a Plan, cx: &Context<'a>, measure: &'a Measure, key: Key) -> Element<'a, Message> {
    let now = cx.desk.progress().mark(&key);
    let choices = [
        (words::text("plan-open"), None),
        (words::text("plan-done"), Some(Mark::Done)),
        (words::text("plan-not-possible"), Some(Mark::NotPossible)),
        (words::text("plan-does-not-apply"), Some(Mark::DoesNotApply)),
    ];
    let chosen = choices.iter().position(|(_, mark)| *mark == now).unwrap_or(0);
    let views = choices
        .into_iter()
        .map(|(word, mark)| (word, Message::Mark(vec![key.clone()], mark)))
        .collect();
    let before = (measure.changes_setting && now == Some(Mark::Done)).then(|| before(plan, cx, &key));
    let name = mark::name(cx, &key);

    column![
        strong(name.clone()),
        tabs(words::text_with("plan-mark", &[("where", name.into())]), views, chosen)
    ]
    .push(before)
    .spacing(space::XS)
    .into()
}

/// "How was it before?", for the way back after the day.
fn before<'a>(plan: &'a Plan, cx: &Context<'a>, key: &Key) -> Element<'a, Message> {
    let now = cx.desk.progress().earlier(key);
    let editing = plan
        .note
        .as_ref()
        .filter(|(at, _)| at == key)
        .map(|(_, note)| note.as_str());
    let choices = [
        (words::text("plan-before-on"), Some(Earlier::On)),
        (words::text("plan-before-off"), Some(Earlier::Off)),
        (words::text("plan-before-not-sure"), Some(Earlier::NotSure)),
    ];
    let other = match (editing, now) {
        (Some(_), _) => true,
        (None, Some(Earlier::Other(_))) => true,
        (None, _) => false,
    };
    let chosen = if other {
        3
    } else {
        choices
            .iter()
            .position(|(_, earlier)| earlier.as_ref() == now)
            .unwrap_or(usize::MAX)
    };
    let mut views: Vec<_> = choices
        .into_iter()
        .map(|(word, earlier)| (word, Message::SetEarlier(key.clone(), earlier)))
        .collect();
    let written = match now {
        Some(Earlier::Other(note)) => note.as_str(),
        _ => "",
    };

    views.push((
        words::text("plan-before-other"),
        Message::EditNote(key.clone(), editing.unwrap_or(written).to_owned()),
    ));

    let at = key.clone();
    let field = other.then(|| {
        crate::gui::widget::field(
            "before-note",
            words::text("plan-before-note"),
            editing.unwrap_or(written),
        )
        .on_input(move |note| Message::EditNote(at.clone(), note))
        .on_submit(Message::KeepNote)
    });
    // No font of the system is used, so what the embedded one lacks is shown nowhere.
    let lacks = field
        .as_ref()
        .and_then(|_| text::unprintable(editing.unwrap_or(written)))
        .map(|_| soft(words::text("plan-before-letters")));
    let keep = editing.map(|_| quiet(words::text("plan-before-keep")).on_press(Message::KeepNote));

    column![
        soft(words::text("plan-before")),
        tabs(
            words::text_with("plan-before-of", &[("where", mark::name(cx, key).into())]),
            views,
            chosen
        ),
    ]
    .push(field)
    .push(lacks)
    .push(keep)
    .spacing(space::XS)
    .into()
}

/// What the terms in it mean, on demand.
fn terms<'a>(plan: &'a Plan, cx: &Context<'a>, measure: &'a Measure) -> Option<Element<'a, Message>> {
    let text = [
        &measure.title,
        &measure.why,
        &measure.careful,
        &measure.cost,
        &measure.instead,
    ]
    .into_iter()
    .chain(measure.steps.iter().flat_map(|steps| &steps.does))
    .map(|words| words.to_lowercase())
    .collect::<Vec<_>>()
    .join(" ");
    let used: Vec<_> = cx
        .pack()
        .glossary
        .iter()
        .filter(|term| term.words.iter().any(|word| text.contains(&word.to_lowercase())))
        .take(6)
        .map(|term| {
            let name = term.words.first().map(String::as_str).unwrap_or_default();
            let which = Fold::Term(measure.id.clone(), term.id.clone());

            fold(
                format!("term-{}-{}", measure.id, term.id),
                words::text_with("plan-term", &[("term", name.into())]),
                (plan.is_unfolded(&which), Message::Fold(which)),
                || body(term.means.as_str()).into(),
            )
        })
        .collect();

    (!used.is_empty()).then(|| column(used).into())
}

/// The sum behind its place on the list.
fn sum<'a>(plan: &'a Plan, cx: &Context<'a>, it: &'a Item) -> Option<Element<'a, Message>> {
    (!it.lessens.is_empty()).then(|| {
        let which = Fold::Sum(it.measure.clone());
        let name = words::text_with("plan-gain", &[("gain", it.gain.into())]);
        let pack = cx.pack();

        fold(
            format!("gain-{}", it.measure),
            name,
            (plan.is_unfolded(&which), Message::Fold(which)),
            || {
                let lines = it.lessens.iter().map(|(threat, before, after)| {
                    let title = pack
                        .threat(threat)
                        .map(|threat| threat.title.as_str())
                        .unwrap_or_default();

                    words::text_with(
                        "plan-gain-line",
                        &[
                            ("title", title.into()),
                            ("before", before.risk().into()),
                            ("after", after.risk().into()),
                        ],
                    )
                });

                bullets(format!("gains-{}", it.measure), lines)
            },
        )
    })
}

/// Who says so, how sure it is, and when that was published.
fn sources<'a>(plan: &'a Plan, cx: &Context<'a>, measure: &'a Measure) -> Element<'a, Message> {
    let which = Fold::Sources(measure.id.clone());
    let pack = cx.pack();

    fold(
        format!("sources-{}", measure.id),
        words::text("plan-sources"),
        (plan.is_unfolded(&which), Message::Fold(which)),
        || {
            let lines = measure.sources.iter().filter_map(|id| pack.source(id)).map(|source| {
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

            column![
                soft(evidence(measure.evidence)),
                bullets(format!("says-{}", measure.id), lines)
            ]
            .spacing(space::XS)
            .into()
        },
    )
}

fn evidence(evidence: Evidence) -> String {
    words::text(match evidence {
        Evidence::A => words::id("evidence-a"),
        Evidence::B => words::id("evidence-b"),
        Evidence::C => words::id("evidence-c"),
        Evidence::D => words::id("evidence-d"),
    })
}

/// How sure a step or a rule is, in words.
pub(super) fn confidence(confidence: Confidence) -> String {
    words::text(match confidence {
        Confidence::High => words::id("confidence-high"),
        Confidence::Medium => words::id("confidence-medium"),
        Confidence::Low => words::id("confidence-low"),
    })
}

/// A month and a year.
pub(super) fn month(date: Date) -> String {
    let (year, month, _) = date.parts();

    words::text_with(
        "month-of",
        &[("month", month.into()), ("year", year.to_string().into())],
    )
}

/// A day, a month and a year.
pub(super) fn day(date: Date) -> String {
    let (_, _, day) = date.parts();

    words::text_with("day-of", &[("day", day.into()), ("month", month(date).into())])
}

fn shown<'a>(cx: &Context<'a>, it: &Item) -> impl Iterator<Item = &'a Steps> {
    let measure = cx.pack().measure(&it.measure);
    let on = it.on.clone();

    measure
        .into_iter()
        .flat_map(|measure| &measure.steps)
        .filter(move |steps| on.contains(&steps.on))
}

/// Whether a step of it is old.
pub(super) fn is_stale(cx: &Context<'_>, it: &Item) -> bool {
    let measure = cx.pack().measure(&it.measure);

    measure.is_some_and(|measure| measure.is_stale(&it.on, cx.today))
}

/// Whether every way to do it is unsure.
pub(super) fn is_unsure(cx: &Context<'_>, it: &Item) -> bool {
    let mut all = shown(cx, it).peekable();

    all.peek().is_some() && all.all(|steps| steps.confidence == Confidence::Low)
}
