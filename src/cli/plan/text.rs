//! A plan as text for a terminal: notices, the first five, everything by time, and what is left.
use super::law;
use crate::answers::LegalGate;
use crate::cli::language;
use crate::cli::page::{self, Page};
use crate::content::{Confidence, Date, Fit, Measure, On, Pack, Steps, When};
use crate::decide::Open;
use crate::language::marked;
use crate::plan::{Item, Plan, Way};
use crate::risk::Band;
use crate::words;

/// What there is to say things by.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) pack: &'a Pack,
    /// The day, for what has grown old; nothing when the computer does not know it.
    pub(super) today: Option<Date>,
}

impl Around<'_> {
    /// Says that something is old, where it is.
    pub(super) fn age(self, is_stale: impl FnOnce(Date) -> bool) -> Option<String> {
        self.today
            .is_some_and(is_stale)
            .then(|| words::text("terminal-may-have-changed"))
    }
}

/// The whole plan.
pub(super) fn page(around: Around<'_>, plan: &Plan) -> Page {
    let pack = around.pack;
    let mut page = Page::default();

    language::note(&mut page, pack);

    if around.today.is_some_and(|today| pack.is_stale(today)) {
        let values = [("reviewed", pack.reviewed.to_string().into())];

        page.line(0, &words::text_with("terminal-pack-old", &values));
        page.gap();
    }

    if plan.gate == LegalGate::Closed {
        page.line(0, &words::text("terminal-gate-closed"));
    }

    for open in &plan.undecided {
        decide(&mut page, pack, open);
    }

    first(&mut page, pack, plan);

    for when in When::ALL {
        by_time(&mut page, around, plan, when);
    }

    more(&mut page, pack, plan);
    law::law(&mut page, around, plan);
    cards(&mut page, pack, plan);
    left(&mut page, pack, plan);

    page
}

fn decide(page: &mut Page, pack: &Pack, open: &Open) {
    let Some(decision) = pack.decision(&open.decision) else {
        return;
    };

    page.gap();
    page.line(
        0,
        &words::text_with(
            "terminal-decide",
            &[("asks", marked(pack, &decision.id, &decision.asks).into())],
        ),
    );

    for side in &open.sides {
        let Some(option) = decision.option(&side.option) else {
            continue;
        };

        page.marked(1, "- ", &option.label);
        page.line(
            2,
            &words::text_with("terminal-gives", &[("gives", option.gives.as_str().into())]),
        );
        page.line(
            2,
            &words::text_with("terminal-costs", &[("costs", option.costs.as_str().into())]),
        );
        page.line(
            2,
            &words::text_with("terminal-takes-away", &[("risk", side.takes_away.into())]),
        );
        page.line(2, &format!("{}.{}", open.decision, side.option));
    }
}

fn first(page: &mut Page, pack: &Pack, plan: &Plan) {
    if plan.first.is_empty() {
        return;
    }

    page.heading(&words::text("terminal-first"));

    let titles = plan.first.iter().filter_map(|id| pack.measure(id));

    for (number, measure) in titles.enumerate() {
        page.marked(
            0,
            &format!("{}. ", number + 1),
            &marked(pack, &measure.id, &measure.title),
        );
    }
}

fn by_time(page: &mut Page, around: Around<'_>, plan: &Plan, when: When) {
    let mut is_empty = true;

    for item in plan.by_time(when) {
        let Some(measure) = around.pack.measure(&item.measure) else {
            continue;
        };

        if is_empty {
            page.heading(&when_words(when));
            is_empty = false;
        }

        measure_page(page, around, (measure, item), plan.ways(around.pack, item));
    }
}

fn measure_page(page: &mut Page, around: Around<'_>, (measure, item): (&Measure, &Item), ways: Vec<Way<'_>>) {
    page.gap();
    page.marked(0, "[ ] ", &marked(around.pack, &measure.id, &measure.title));

    if item.passed {
        page.line(2, &words::text("terminal-passed"));
    }

    page.line(2, &measure.why);

    for reason in &item.because {
        page.marked(2, "- ", &page::reason(reason));
    }

    for way in ways {
        steps_page(page, around, way);
    }

    let minutes = words::text_with("terminal-minutes", &[("minutes", measure.minutes.into())]);

    page.line(2, &minutes);
    labelled(page, &measure.cost, |value| {
        words::text_with("terminal-cost", &[("cost", value.into())])
    });
    labelled(page, &measure.careful, |value| {
        words::text_with("terminal-careful", &[("careful", value.into())])
    });
    labelled(page, &measure.instead, |value| {
        words::text_with("terminal-instead", &[("instead", value.into())])
    });
    labelled(page, &measure.undo, |value| {
        words::text_with("terminal-undo", &[("undo", value.into())])
    });

    for source in measure.sources.iter().filter_map(|id| around.pack.source(id)) {
        let values = [
            ("publisher", source.publisher.as_str().into()),
            ("title", source.title.as_str().into()),
            ("date", source.date.to_string().into()),
        ];

        page.line(2, &words::text_with("terminal-source", &values));
    }
}

/// A line that stands only where there is something to say.
fn labelled(page: &mut Page, value: &str, words: impl FnOnce(&str) -> String) {
    if !value.is_empty() {
        page.line(2, &words(value));
    }
}

fn steps_page(page: &mut Page, around: Around<'_>, way: Way<'_>) {
    let steps = way.steps;

    page.line(2, &place_of(around.pack, steps));

    if let Some(age) = around.age(|today| steps.is_stale(today)) {
        page.line(3, &age);
    }

    if let Some(moved) = moved(way) {
        page.line(3, &moved);
    }

    for (number, step) in steps.does.iter().enumerate() {
        page.marked(3, &format!("{}. ", number + 1), step);
    }

    if !steps.check.is_empty() {
        page.line(
            3,
            &words::text_with("terminal-check-it", &[("check", steps.check.as_str().into())]),
        );
    }
}

/// What the version of the device means for the steps, where that is news.
fn moved(way: Way<'_>) -> Option<String> {
    let steps = way.steps;

    match way.fit {
        Fit::Unknown | Fit::Holds => None,
        Fit::Newer => Some(words::text_with(
            "steps-newer",
            &[
                ("last", steps.os_verified.as_str().into()),
                ("word", steps.search.as_str().into()),
            ],
        )),
        Fit::Older => Some(words::text_with(
            "steps-older",
            &[
                ("first", steps.os_min.as_str().into()),
                ("word", steps.search.as_str().into()),
            ],
        )),
    }
}

/// Where steps are taken, for which version, and how sure they are.
fn place_of(pack: &Pack, steps: &Steps) -> String {
    let reviewed = steps.reviewed.to_string();

    let place = match &steps.on {
        On::Person => words::text_with("terminal-on-person", &[("reviewed", reviewed.into())]),
        On::Device(id) => {
            let label = pack
                .device(id)
                .map_or_else(|| id.to_string(), |device| device.label.clone());

            if steps.os_verified.is_empty() {
                words::text_with(
                    "terminal-on-any",
                    &[("device", label.into()), ("reviewed", reviewed.into())],
                )
            } else {
                let version = steps.os_verified.as_str();

                words::text_with(
                    "terminal-on-version",
                    &[
                        ("device", label.into()),
                        ("version", version.into()),
                        ("reviewed", reviewed.into()),
                    ],
                )
            }
        }
    };

    match sureness(steps.confidence) {
        Some(sureness) => format!("{place} {sureness}"),
        None => place,
    }
}

/// What is said about anything that is not quite sure.
pub(super) fn sureness(confidence: Confidence) -> Option<String> {
    match confidence {
        Confidence::High => None,
        Confidence::Medium => Some(words::text("terminal-confidence-medium")),
        Confidence::Low => Some(words::text("terminal-confidence-low")),
    }
}

fn more(page: &mut Page, pack: &Pack, plan: &Plan) {
    if plan.more.is_empty() {
        return;
    }

    page.heading(&words::text("terminal-more"));

    for more in &plan.more {
        let Some(measure) = pack.measure(&more.measure) else {
            continue;
        };

        page.marked(0, "- ", &marked(pack, &measure.id, &measure.title));
        page.line(
            1,
            &words::text_with("terminal-takes-away", &[("risk", more.gain.into())]),
        );
    }
}

/// What stays off paper, and is read here.
fn cards(page: &mut Page, pack: &Pack, plan: &Plan) {
    for card in plan.cards.iter().filter_map(|id| pack.card(id)) {
        page.heading(&marked(pack, &card.id, &card.title));

        for line in &card.lines {
            page.marked(0, "- ", line);
        }
    }
}

fn left(page: &mut Page, pack: &Pack, plan: &Plan) {
    page.heading(&words::text("terminal-left"));
    page.line(0, &words::text("terminal-left-note"));

    for left in plan.left.iter().filter(|left| left.before.risk() > 0) {
        let Some(threat) = pack.threat(&left.threat) else {
            continue;
        };

        let numbers = format!("{:>2} > {:>2}  ", left.before.risk(), left.after.risk());
        let band = band_words(left.after.band());

        page.marked(
            0,
            &numbers,
            &format!("{} ({band})", marked(pack, &threat.id, &threat.title)),
        );
    }
}

fn band_words(band: Band) -> String {
    match band {
        Band::None => words::text("terminal-band-none"),
        Band::Low => words::text("terminal-band-low"),
        Band::Medium => words::text("terminal-band-medium"),
        Band::High => words::text("terminal-band-high"),
        Band::Severe => words::text("terminal-band-severe"),
    }
}

fn when_words(when: When) -> String {
    match when {
        When::WeeksBefore => words::text("when-weeks-before"),
        When::DaysBefore => words::text("when-days-before"),
        When::Leaving => words::text("when-leaving"),
        When::During => words::text("when-during"),
        When::After => words::text("when-after"),
    }
}
