//! One item on paper: what the pack says about it, for the devices that are there.
//!
//! At the safe level nothing comes from the plan but that it is there, and on which devices.
use super::{Block, Carry, Item, Level, Said, Setting, Source, Way, own};
use crate::content::freshness::Kind;
use crate::content::{Confidence, Date, Measure, On, Pack, Steps};
use crate::plan::{self, Plan};
use crate::{language, words};

/// A measure that goes on the sheet, and where its steps are taken.
pub(super) struct Found<'a> {
    pub(super) measure: &'a Measure,
    planned: &'a plan::Item,
}

/// The measures of `plan` that may be on paper at `level`, in the order of the pack.
pub(super) fn found<'a>(pack: &'a Pack, plan: &'a Plan, level: Level) -> Vec<Found<'a>> {
    pack.measures
        .iter()
        .filter(|measure| level.may_show(measure))
        .filter_map(|measure| {
            let planned = plan.item(&measure.id)?;

            Some(Found { measure, planned })
        })
        .collect()
}

/// Where the steps of an item are taken.
pub(super) fn ways_of<'a>(found: &Found<'a>) -> &'a [On] {
    &found.planned.on
}

/// The item as it stands on paper.
pub(super) fn set(source: &Source<'_>, found: &Found<'_>, carry: &Carry) -> Item {
    let measure = found.measure;
    let is_roomy = carry.setting == Setting::Normal;
    let mut also: Vec<Said> = own::reasons(found.planned, carry.level).into_iter().collect();

    also.push(said(words::text("sheet-careful"), &measure.careful));

    if is_roomy {
        also.push(said(words::text("sheet-instead"), &measure.instead));
    }

    also.extend(own::earlier(source, measure, carry.level));
    also.retain(|said| !said.text.is_empty());

    Item {
        title: language::marked(source.pack, &measure.id, &measure.title),
        aside: own::mark(source, found.planned, carry.level).unwrap_or_else(|| duration(measure.minutes)),
        why: if is_roomy { measure.why.clone() } else { String::new() },
        ways: ways(source.pack, found),
        also,
        blanks: Vec::new(),
    }
}

/// How it is done: first without a device, then one a device, in the order of the pack.
fn ways(pack: &Pack, found: &Found<'_>) -> Vec<Way> {
    let steps = found.measure.steps.iter();
    let mut here: Vec<&Steps> = steps.filter(|steps| ways_of(found).contains(&steps.on)).collect();
    // What is done without a device has no name above it: behind a device it would seem to belong to it.
    here.sort_by_key(|steps| steps.on != On::Person);

    let devices = here.iter().filter(|steps| steps.on != On::Person).count();

    here.iter()
        .map(|steps| {
            let is_twice = here.iter().filter(|other| other.on == steps.on).count() > 1;
            let mut also = vec![said(words::text("sheet-check"), &steps.check)];
            also.retain(|said| !said.text.is_empty());

            Way {
                on: place(pack, steps, is_twice),
                has_box: devices > 1 && steps.on != On::Person,
                steps: steps.does.clone(),
                also,
                noted: noted(steps),
            }
        })
        .collect()
}

/// The name of the device; with its version where the steps for another version stand beside.
fn place(pack: &Pack, steps: &Steps, is_twice: bool) -> String {
    let On::Device(id) = &steps.on else {
        return String::new();
    };
    let label = pack
        .device(id)
        .map_or_else(|| id.to_string(), |device| device.label.clone());

    if is_twice && !steps.os_min.is_empty() {
        let values = [("device", label.into()), ("version", steps.os_min.as_str().into())];

        words::text_with("sheet-from-version", &values)
    } else {
        label
    }
}

/// When the steps were looked at and on what, from when on they may have changed, and how sure they are.
/// That is the same on whatever day it is printed: paper cannot know how old it is when somebody reads it.
fn noted(steps: &Steps) -> String {
    let mut notes = Vec::new();

    if has_month(steps) {
        let (month, until) = (month(steps.reviewed), month(Kind::Steps.until(steps.reviewed)));

        notes.push(if steps.os_verified.is_empty() {
            words::text_with("sheet-reviewed", &[("month", month.into()), ("until", until.into())])
        } else {
            let version = steps.os_verified.as_str();

            words::text_with(
                "sheet-verified",
                &[
                    ("version", version.into()),
                    ("month", month.into()),
                    ("until", until.into()),
                ],
            )
        });
    }

    match steps.confidence {
        Confidence::High => {}
        Confidence::Medium if steps.on == On::Person => notes.push(words::text("sheet-medium-person")),
        Confidence::Medium => notes.push(words::text("sheet-medium")),
        Confidence::Low => notes.push(words::text("sheet-low")),
    }

    if !steps.search.is_empty() {
        let values = [("word", steps.search.as_str().into())];
        notes.push(words::text_with("sheet-search", &values));
    }

    notes.join(" ")
}

/// Whether their month stands below the steps; the close of the list speaks for the others.
fn has_month(steps: &Steps) -> bool {
    steps.on != On::Person || steps.confidence != Confidence::High || !steps.os_verified.is_empty()
}

/// Speaks for what is on the list and says no month of its own: when the oldest of it was looked at, and
/// from when on any of it may have changed.
pub(super) fn closing(pack: &Pack, carried: &[Found<'_>]) -> Block {
    let steps = carried
        .iter()
        .flat_map(|found| {
            found
                .measure
                .steps
                .iter()
                .filter(|steps| ways_of(found).contains(&steps.on))
        })
        .filter(|steps| !has_month(steps))
        .map(|steps| (steps.reviewed, Kind::Steps.until(steps.reviewed)));
    let whole = (pack.reviewed, Kind::Rest.until(pack.reviewed));

    let (reviewed, until) = steps.fold(whole, |(reviewed, until), (day, end)| {
        (reviewed.min(day), until.min(end))
    });
    let months = [("month", month(reviewed).into()), ("until", month(until).into())];

    Block::Small(words::text_with("sheet-close", &months))
}

fn said(label: String, text: &str) -> Said {
    Said {
        label,
        text: text.to_owned(),
        noted: String::new(),
    }
}

/// How long it takes; nothing when it takes no time of its own.
fn duration(minutes: u16) -> String {
    match minutes {
        0 => String::new(),
        _ if minutes.is_multiple_of(60) => words::text_with("sheet-hours", &[("hours", (minutes / 60).into())]),
        _ => words::text_with("sheet-minutes", &[("minutes", minutes.into())]),
    }
}

/// The month and the year of a day.
pub(super) fn month(date: Date) -> String {
    let (year, month, _) = date.parts();

    words::text_with(
        "sheet-month",
        &[("month", month.into()), ("year", year.to_string().into())],
    )
}
