//! The order of items on paper: a matter of the items alone.
//!
//! On screen the order follows what this person weighed. On paper it must not: whoever finds two lists
//! with the same items could else tell from their order who fears what. So what stands first here is
//! worked out from the pack and from which items are on the list, as if every threat were equally
//! likely; never from the plan's own order, gains or first five.
use crate::content::id::MeasureId;
use crate::content::{Cut, Measure, When};
use crate::plan;

/// How many stand first.
const FIRST: usize = 5;

/// Every threat counts as likely and grave: 3 and 3 of 4.
const LEVEL: u32 = 3;

/// What to do first: before leaving the house, the most worth for the trouble; each after what it needs.
pub(super) fn first<'a>(carried: &[&'a Measure]) -> Vec<&'a Measure> {
    let mut ranked: Vec<&Measure> = carried
        .iter()
        .copied()
        .filter(|measure| measure.when <= When::Leaving)
        .collect();
    // Fractions compared by cross-multiplication; ties go to the earlier, then to the name.
    ranked.sort_by(|a, b| {
        let ratio = |one: &Measure, other: &Measure| worth(one) * plan::price(other);

        ratio(b, a)
            .cmp(&ratio(a, b))
            .then(a.when.cmp(&b.when))
            .then_with(|| a.id.cmp(&b.id))
    });

    let mut first: Vec<&Measure> = Vec::new();

    for measure in ranked {
        let mut wanted = Vec::new();
        with_needs(measure, carried, &first, &mut wanted);

        if first.len() + wanted.len() <= FIRST {
            first.extend(wanted);
        }
    }

    first
}

/// All of them by time; within a time in the order of the pack, each after what it needs or follows.
pub(super) fn by_time<'a>(carried: &[&'a Measure]) -> Vec<&'a Measure> {
    let mut left: Vec<&Measure> = carried.to_vec();
    left.sort_by_key(|measure| measure.when);
    let mut ordered = Vec::with_capacity(left.len());

    while !left.is_empty() {
        let waits = |measure: &Measure| {
            measure
                .needs
                .iter()
                .chain(&measure.after)
                .any(|id| left.iter().any(|other| &other.id == id && other.when == measure.when))
        };
        // A pack without cycles always has one that waits for nothing.
        let next = left.iter().position(|measure| !waits(measure)).unwrap_or(0);
        ordered.push(left.remove(next));
    }

    ordered
}

/// What `measure` needs of what is carried and not placed yet, deepest first, and then itself.
fn with_needs<'a>(
    measure: &'a Measure,
    carried: &[&'a Measure],
    placed: &[&'a Measure],
    wanted: &mut Vec<&'a Measure>,
) {
    let has = |list: &[&Measure], id: &MeasureId| list.iter().any(|other| &other.id == id);

    if has(placed, &measure.id) || has(wanted, &measure.id) {
        return;
    }

    for need in carried
        .iter()
        .copied()
        .filter(|other| measure.needs.contains(&other.id))
    {
        with_needs(need, carried, placed, wanted);
    }

    // A circle of needs comes back here with the measure already placed.
    if !has(wanted, &measure.id) {
        wanted.push(measure);
    }
}

/// What it takes away when every threat it lessens is likely and grave.
fn worth(measure: &Measure) -> u32 {
    measure.cuts.iter().map(taken).sum()
}

fn taken(cut: &Cut) -> u32 {
    let floor = u32::from(!cut.removes);
    let after = |by: u8| LEVEL.saturating_sub(by.into()).max(if by == 0 { LEVEL } else { floor });

    LEVEL * LEVEL - after(cut.likelihood_by) * after(cut.impact_by)
}
