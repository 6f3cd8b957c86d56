//! The restore list: what may have been changed, room for how it was, and the way back.
//!
//! At the safe level it is made from the items, their devices and the pack alone. What was ticked, and how
//! a setting was before, is never looked at there: the paper has blanks for a hand. So whoever finds it
//! learns what the items say and nothing more, and two people with the same items carry the same paper.
use super::item::{Found, closing, found, ways_of};
use super::{Block, Carry, Item, Level, Said, Sheet, Source, Way, order, own};
use crate::content::{Measure, On, Pack, Steps};
use crate::plan::progress::{Earlier, Ending, Key, Progress, Role};
use crate::plan::{self, Plan};
use crate::{language, words};

/// The restore list of a plan, for whom `carry` says.
pub fn restore(source: &Source<'_>, carry: &Carry) -> Sheet {
    let pack = source.pack;
    let notes = source.progress.filter(|_| carry.level.shows_notes());
    let mut carried = found(pack, source.plan, carry.level);
    carried.retain(|item| item.measure.changes_setting);

    let changed = changed(source, &carried, notes);
    // How old it is comes first: last, it would now and then have a page for itself.
    let mut blocks = vec![
        Block::Lead(words::text("sheet-restore-lead")),
        Block::Paragraph(words::text("sheet-restore-first")),
        closing(pack, &carried),
    ];

    if changed.is_empty() {
        blocks.push(Block::Paragraph(words::text("sheet-restore-none")));
    }

    for on in places(pack) {
        for role in [Role::Main, Role::Second] {
            blocks.extend(part(pack, &changed, (&on, role), notes));
        }
    }

    Sheet::of(pack, carry, words::text("sheet-restore"), blocks)
}

/// What changes a setting in `plan` and stays off a sheet of this level. For the person's own eyes.
pub fn left_off<'a>(pack: &'a Pack, plan: &Plan, level: Level) -> Vec<&'a Measure> {
    pack.measures
        .iter()
        .filter(|measure| measure.changes_setting)
        .filter(|measure| !level.may_show(measure) && plan.item(&measure.id).is_some())
        .collect()
}

/// Every setting with its place: those of the plan, and with notes also what was ticked on a second device
/// or has left the plan since. What stands behind a closed gate is in neither.
fn changed<'a>(source: &Source<'a>, carried: &[Found<'a>], notes: Option<&Progress>) -> Vec<(Key, &'a Measure)> {
    let key = |measure: &Measure, on: &On, role| Key {
        measure: measure.id.clone(),
        on: on.clone(),
        role,
    };
    let mut changed: Vec<(Key, &Measure)> = carried
        .iter()
        .flat_map(|item| {
            ways_of(item)
                .iter()
                .map(|on| (key(item.measure, on, Role::Main), item.measure))
        })
        .collect();
    let known = notes.map(|progress| plan::restore::restore(source.pack, source.plan, progress));

    for part in known.iter().flat_map(|known| &known.devices) {
        for measure in part.lines.iter().filter_map(|line| source.pack.measure(&line.measure)) {
            let key = key(measure, &part.on, part.role);

            if !changed.iter().any(|(known, _)| *known == key) {
                changed.push((key, measure));
            }
        }
    }

    changed
}

/// Everywhere something can be changed: first what is on no device, then the devices of the pack.
fn places(pack: &Pack) -> Vec<On> {
    let devices = pack.devices.iter().map(|device| On::Device(device.id.clone()));

    std::iter::once(On::Person).chain(devices).collect()
}

/// What may have been changed in one place, in the order in which it was to be done.
fn part(pack: &Pack, changed: &[(Key, &Measure)], place: (&On, Role), notes: Option<&Progress>) -> Vec<Block> {
    let (on, role) = place;
    let here: Vec<&(Key, &Measure)> = changed
        .iter()
        .filter(|(key, _)| key.on == *on && key.role == role)
        .collect();

    if here.is_empty() {
        return Vec::new();
    }

    let mut blocks = vec![Block::Heading(own::place(pack, on, role))];
    let measures: Vec<&Measure> = here.iter().map(|(_, measure)| *measure).collect();

    for measure in order::by_time(&measures) {
        let key = here.iter().find(|(_, other)| other.id == measure.id);
        let earlier = key.and_then(|(key, _)| notes?.earlier(key));
        let ending = key.and_then(|(key, _)| notes?.ending(key));

        let title = language::marked(pack, &measure.id, &measure.title);

        blocks.push(Block::Item(Item {
            title,
            ..item(measure, on, earlier, ending)
        }));
    }

    blocks
}

/// One setting: what was done, where it is, how it was, how to go back, and whether it is worth keeping.
fn item(measure: &Measure, on: &On, earlier: Option<&Earlier>, ending: Option<Ending>) -> Item {
    let search = measure
        .steps
        .iter()
        .find(|steps| steps.on == *on && !steps.search.is_empty());
    let also = [
        (words::text("sheet-was"), earlier.map(own::was).unwrap_or_default()),
        (words::text("sheet-restore-back"), measure.undo.clone()),
        (
            words::text("sheet-restore-where"),
            search.map(where_it_is).unwrap_or_default(),
        ),
    ];

    Item {
        title: String::new(),
        aside: match ending {
            Some(Ending::PutBack) => words::text("sheet-restore-is-back"),
            Some(Ending::Kept) => words::text("sheet-restore-is-kept"),
            None if measure.keep_after => words::text("sheet-restore-keep"),
            None => String::new(),
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
        // Where it was not said, or cannot be shown, there is room to write it.
        blanks: match earlier {
            Some(earlier) if own::is_whole(earlier) => Vec::new(),
            Some(_) | None => vec![words::text("sheet-restore-before")],
        },
    }
}

fn where_it_is(steps: &Steps) -> String {
    words::text_with("sheet-restore-search", &[("word", steps.search.as_str().into())])
}
