//! The restore list: what may have been changed, room for how it was, and the way back.
//!
//! At the safe level it is made from the items, their devices and the pack alone. What was ticked, and how
//! a setting was before, is never looked at here: the paper has blanks for a hand. So whoever finds it
//! learns what the items say and nothing more, and two people with the same items carry the same paper.
use super::item::{Found, closing, found, may_show, ways_of};
use super::{Block, Carry, Item, Level, Said, Sheet, Way, order};
use crate::content::{Measure, On, Pack, Steps};
use crate::plan::Plan;
use crate::words;

/// The restore list of `plan`, for whom `carry` says.
pub fn restore(pack: &Pack, plan: &Plan, carry: &Carry) -> Sheet {
    let mut carried = found(pack, plan, carry.level);
    carried.retain(|item| item.measure.changes_setting);

    let title = words::text("sheet-restore");
    let mut blocks = vec![
        Block::Title(title.clone()),
        Block::Lead(words::text("sheet-restore-lead")),
        Block::Paragraph(words::text("sheet-restore-first")),
    ];

    if carried.is_empty() {
        blocks.push(Block::Paragraph(words::text("sheet-restore-none")));
    }

    for on in places(pack) {
        blocks.extend(part(pack, &carried, &on));
    }

    blocks.push(closing(pack, &carried));

    Sheet::of(pack, carry, title, blocks)
}

/// What changes a setting in `plan` and stays off a sheet of this level. For the person's own eyes.
pub fn left_off<'a>(pack: &'a Pack, plan: &Plan, level: Level) -> Vec<&'a Measure> {
    pack.measures
        .iter()
        .filter(|measure| measure.changes_setting)
        .filter(|measure| !may_show(measure, level) && plan.item(&measure.id).is_some())
        .collect()
}

/// Everywhere something can be changed: first what is on no device, then the devices of the pack.
fn places(pack: &Pack) -> Vec<On> {
    let devices = pack.devices.iter().map(|device| On::Device(device.id.clone()));

    std::iter::once(On::Person).chain(devices).collect()
}

/// What may have been changed in one place, in the order in which it was to be done.
fn part(pack: &Pack, carried: &[Found<'_>], on: &On) -> Vec<Block> {
    let here: Vec<&Measure> = carried
        .iter()
        .filter(|item| ways_of(item).contains(on))
        .map(|item| item.measure)
        .collect();

    if here.is_empty() {
        return Vec::new();
    }

    let mut blocks = vec![Block::Heading(name(pack, on))];

    for measure in order::by_time(&here) {
        blocks.push(Block::Item(item(measure, on)));
    }

    blocks
}

fn name(pack: &Pack, on: &On) -> String {
    match on {
        On::Person => words::text("sheet-restore-person"),
        On::Device(id) => pack
            .device(id)
            .map_or_else(|| id.to_string(), |device| device.label.clone()),
    }
}

/// One setting: what was done, where it is, how to go back, and whether it is worth keeping.
fn item(measure: &Measure, on: &On) -> Item {
    let search = measure
        .steps
        .iter()
        .find(|steps| steps.on == *on && !steps.search.is_empty());
    let also = [
        (words::text("sheet-restore-back"), measure.undo.clone()),
        (
            words::text("sheet-restore-where"),
            search.map(where_it_is).unwrap_or_default(),
        ),
    ];

    Item {
        title: measure.title.clone(),
        aside: if measure.keep_after {
            words::text("sheet-restore-keep")
        } else {
            String::new()
        },
        why: String::new(),
        ways: Vec::<Way>::new(),
        also: also
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(label, text)| Said {
                label,
                text,
                noted: String::new(),
            })
            .collect(),
        blanks: vec![words::text("sheet-restore-before")],
    }
}

fn where_it_is(steps: &Steps) -> String {
    words::text_with("sheet-restore-search", &[("word", steps.search.as_str().into())])
}
