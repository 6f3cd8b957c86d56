//! After the event: what was changed, how it was, how to go back, and what is worth keeping.
//!
//! A way back is only what the pack says about this very measure. Resetting a device to how it left the
//! factory is not one, and nothing here ever proposes it.
use super::Plan;
use super::progress::{Earlier, Ending, Key, Mark, Progress, Role};
use crate::answers::LegalGate;
use crate::content::id::{DeviceId, MeasureId};
use crate::content::{Gate, Measure, On, Pack};

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The restore list, one part a device.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Restore {
    /// The devices on which something was changed, in the order of the pack; the person comes first.
    pub devices: Vec<Part>,
}

/// What was changed in one place.
#[derive(Clone, PartialEq, Eq)]
pub struct Part {
    /// Where.
    pub on: On,
    /// On which of two devices.
    pub role: Role,
    /// What was changed, in the order in which it was to be done.
    pub lines: Vec<Line>,
}

/// One setting that was changed.
#[derive(Clone, PartialEq, Eq)]
pub struct Line {
    /// The measure that changed it.
    pub measure: MeasureId,
    /// Whether it was ticked. When nothing was ever ticked, every line is here, to be filled in by hand.
    pub done: bool,
    /// How it was before; nothing when that was not noted.
    pub earlier: Option<Earlier>,
    /// What became of it since; nothing when it still waits.
    pub ending: Option<Ending>,
    /// How to go back; nothing when we know no way.
    pub back: Option<String>,
    /// Worth keeping as it is now.
    pub keep: bool,
}

/// Lists what to put back. What was ticked stays on the list when its measure has left the plan, unless
/// the gate has closed over it.
pub fn restore(pack: &Pack, plan: &Plan, progress: &Progress) -> Restore {
    let mut parts: Vec<Part> = Vec::new();

    for (key, measure) in changed(pack, plan, progress) {
        let line = Line {
            measure: measure.id.clone(),
            done: progress.mark(&key) == Some(Mark::Done),
            earlier: progress.earlier(&key).cloned(),
            ending: progress.ending(&key),
            back: (!measure.undo.is_empty()).then(|| measure.undo.clone()),
            keep: measure.keep_after,
        };

        match parts.last_mut() {
            Some(part) if part.on == key.on && part.role == key.role => part.lines.push(line),
            _ => parts.push(Part {
                on: key.on,
                role: key.role,
                lines: vec![line],
            }),
        }
    }

    Restore { devices: parts }
}

/// What changed a setting and may be shown, by device, then in the order in which it was to be done.
fn changed<'a>(pack: &'a Pack, plan: &Plan, progress: &Progress) -> Vec<(Key, &'a Measure)> {
    let measures: BTreeMap<&MeasureId, &Measure> = pack.measures.iter().map(|measure| (&measure.id, measure)).collect();
    let devices: BTreeMap<&DeviceId, usize> = (0..).zip(&pack.devices).map(|(at, device)| (&device.id, at)).collect();
    let in_time = plan.by_time.iter().filter_map(|at| plan.items.get(*at));
    let turns: BTreeMap<&MeasureId, usize> = (0..).zip(in_time).map(|(at, item)| (&item.measure, at)).collect();
    let may_show = |measure: &Measure| measure.gate == Gate::None || plan.gate == LegalGate::Open;

    let mut changed: Vec<(Key, &Measure)> = keys(plan, progress)
        .into_iter()
        .filter_map(|key| measures.get(&key.measure).map(|measure| (key, *measure)))
        .filter(|(_, measure)| measure.changes_setting && may_show(measure))
        .collect();

    changed.sort_by_cached_key(|(key, measure)| {
        let device = match &key.on {
            On::Person => None,
            On::Device(device) => Some(devices.get(device).copied().unwrap_or(usize::MAX)),
        };
        let turn = turns.get(&measure.id).copied().unwrap_or(usize::MAX);

        (device, key.role, turn, key.clone())
    });

    changed
}

impl Restore {
    /// Whether anything is known of what was changed: else the list is everything that might have been.
    pub fn is_known(progress: &Progress) -> bool {
        progress.all_marks().next().is_some() || progress.all_earlier().next().is_some()
    }
}

/// What was ticked, noted or put back; when nothing ever was ticked or noted, everything in the plan.
fn keys(plan: &Plan, progress: &Progress) -> BTreeSet<Key> {
    let marked = progress
        .all_marks()
        .filter(|(_, mark)| *mark == Mark::Done)
        .map(|(key, _)| key.clone());
    let noted = progress.all_earlier().map(|(key, _)| key.clone());
    let ended = progress.all_endings().map(|(key, _)| key.clone());
    let mut keys: BTreeSet<Key> = marked.chain(noted).chain(ended).collect();

    if !Restore::is_known(progress) {
        keys.extend(plan.items.iter().flat_map(|item| {
            item.on.iter().map(|on| Key {
                measure: item.measure.clone(),
                on: on.clone(),
                role: Role::Main,
            })
        }));
    }

    keys
}

impl fmt::Debug for Restore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Restore(..)")
    }
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Part(..)")
    }
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Line(..)")
    }
}
