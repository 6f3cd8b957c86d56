//! The list: what to do first, the rest by time, and a page to take along.
//!
//! At the safe level it is made from the items, their devices, the place and the pack, and from
//! nothing else of the plan: so two people with the same items carry the same paper, and whoever finds
//! it learns no more than the items say. Budget, the legal gate and what would help with more time are
//! never looked at here; what else the other levels add is in `own`.
use super::item::{Found, closing, found, set, ways_of};
use super::{Block, Carry, Level, Said, Setting, Sheet, Source, law, order, own};
use crate::content::id::{DeviceId, MeasureId};
use crate::content::{Device, Measure, On, Pack, When};
use crate::plan::Plan;
use crate::{language, words};

use std::collections::BTreeSet;

/// The list of a plan, for whom `carry` says.
pub fn list(source: &Source<'_>, carry: &Carry) -> Sheet {
    let Source { pack, plan, .. } = *source;
    let carried = found(pack, plan, carry.level);
    let mut blocks = vec![Block::Lead(words::text("sheet-lead"))];

    blocks.extend(to_do(source, &carried, carry));
    blocks.extend(own::decisions(pack, plan, carry.level));
    blocks.extend(own::left(pack, plan, carry.level));

    // Before the law, so that it never stands alone on a page.
    blocks.push(closing(pack, &carried));

    if carry.setting == Setting::Normal {
        blocks.extend(law::in_full(pack, plan.place.as_ref()));
        // Two columns: folded once, it goes in a pocket.
        blocks.push(Block::Page { columns: 2 });
    }

    blocks.extend(to_take(source, &carried, carry));

    Sheet::of(pack, carry, words::text("sheet-title"), blocks)
}

/// Whether other things stand first on this sheet of `plan` than in the plan itself. For the person's own eyes.
pub fn begins_differently(pack: &Pack, plan: &Plan, level: Level) -> bool {
    let carried = found(pack, plan, level);
    let on_paper: BTreeSet<&MeasureId> = first(plan, &carried, level)
        .into_iter()
        .map(|measure| &measure.id)
        .collect();

    on_paper != plan.first.iter().collect()
}

/// What is in `plan` and stays off a sheet of this level, in the order of the pack. For the person's own eyes.
pub fn left_off<'a>(pack: &'a Pack, plan: &Plan, level: Level) -> Vec<&'a Measure> {
    pack.measures
        .iter()
        .filter(|measure| !level.may_show(measure) && plan.item(&measure.id).is_some())
        .collect()
}

/// What is done first: a matter of the items alone, except where the sheet may say what matters to this person.
pub(super) fn first<'a>(plan: &Plan, carried: &[Found<'a>], level: Level) -> Vec<&'a Measure> {
    let measures: Vec<&Measure> = carried.iter().map(|item| item.measure).collect();

    if !level.shows_reasons() {
        return order::first(&measures);
    }

    let of = |id: &MeasureId| measures.iter().copied().find(|measure| &measure.id == id);

    plan.first.iter().filter_map(of).collect()
}

/// Everything with a box: first the first, then the others by time. Each stands once.
fn to_do(source: &Source<'_>, carried: &[Found<'_>], carry: &Carry) -> Vec<Block> {
    let measures: Vec<&Measure> = carried.iter().map(|item| item.measure).collect();
    let first = first(source.plan, carried, carry.level);
    let rest = order::by_time(&measures);
    let item = |measure: &Measure| {
        let item = carried.iter().find(|item| item.measure.id == measure.id)?;

        Some(Block::Item(set(source, item, carry)))
    };
    let mut blocks = Vec::new();

    if !first.is_empty() {
        let count = [("count", first.len().into())];
        blocks.push(Block::Heading(words::text_with("sheet-first", &count)));
        blocks.extend(first.iter().filter_map(|measure| item(measure)));
    }

    for when in When::ALL {
        let now = rest
            .iter()
            .filter(|measure| measure.when == when && !first.iter().any(|one| one.id == measure.id));
        let items: Vec<Block> = now.filter_map(|measure| item(measure)).collect();

        if !items.is_empty() {
            blocks.push(Block::Heading(heading(when)));
            blocks.extend(items);
        }
    }

    blocks
}

/// What is wanted in a pocket: how to lock what one carries, what to say, whom to call.
fn to_take(source: &Source<'_>, carried: &[Found<'_>], carry: &Carry) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(words::text("sheet-take"))];

    let locks: Vec<Block> = lockable(source.pack, carried)
        .map(|device| lock(source.pack, device))
        .collect();

    if !locks.is_empty() {
        blocks.push(Block::Subheading(words::text("sheet-lock")));
        blocks.extend(locks);
    }

    blocks.extend(law::in_short(source.pack, source.plan.place.as_ref(), carry.setting));

    for card in own::cards(source, carry.level) {
        blocks.push(Block::Subheading(language::marked(source.pack, &card.id, &card.title)));
        blocks.extend(lines(&card.lines));
    }

    if !blocks.iter().any(|block| matches!(block, Block::Blanks(_))) {
        blocks.push(Block::Subheading(words::text("sheet-numbers")));
        blocks.push(Block::Paragraph(words::text("sheet-numbers-note")));
        blocks.push(numbers());
    }

    blocks
}

/// The devices that the items speak of and that can be locked and switched off, in the order of the pack.
pub(super) fn lockable<'a>(pack: &'a Pack, carried: &[Found<'_>]) -> impl Iterator<Item = &'a Device> {
    let is_carried = |id: &DeviceId| {
        carried.iter().flat_map(ways_of).any(|on| match on {
            On::Device(device) => device == id,
            On::Person => false,
        })
    };

    pack.devices
        .iter()
        .filter(move |device| !device.lock_now.is_empty() && !device.power_off.is_empty() && is_carried(&device.id))
}

/// How to lock and switch off a device.
pub(super) fn lock(pack: &Pack, device: &Device) -> Block {
    let label = language::marked(pack, &device.id, &device.label);

    Block::Said(Said {
        label: words::text_with("sheet-device", &[("device", label.into())]),
        text: [
            device.lock_now.clone(),
            words::text_with("sheet-power", &[("how", device.power_off.as_str().into())]),
        ]
        .join(" "),
        noted: String::new(),
    })
}

/// The lines of a card: those that end in underscores are there to be written on.
pub(super) fn lines(lines: &[String]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();

    for line in lines {
        let label = line.trim_end_matches('_');
        let is_blank = label.len() < line.len();
        let label = label.trim_end().to_owned();

        match blocks.last_mut() {
            Some(Block::Blanks(labels)) if is_blank => labels.push(label),
            Some(Block::Points(points)) if !is_blank => points.push(label),
            _ if is_blank => blocks.push(Block::Blanks(vec![label])),
            _ => blocks.push(Block::Points(vec![label])),
        }
    }

    blocks
}

/// Room for numbers, where no card of the pack has any. They are written by hand, so that no printer's memory holds them.
pub(super) fn numbers() -> Block {
    Block::Blanks(vec![
        words::text("sheet-number-lawyer"),
        words::text("sheet-number-waiting"),
        words::text("sheet-number-until"),
        words::text("sheet-number-medical"),
        words::text("sheet-number-meeting"),
        words::text("sheet-number-other"),
    ])
}

pub(super) fn heading(when: When) -> String {
    match when {
        When::WeeksBefore => words::text("when-weeks-before"),
        When::DaysBefore => words::text("when-days-before"),
        When::Leaving => words::text("when-leaving"),
        When::During => words::text("when-during"),
        When::After => words::text("when-after"),
    }
}
