//! In which order: the best gain per point first, needs before their users.
//!
//! Every order here is stable: what no rule moves stays where it was.
use super::basket::{Basket, Market};
use super::choose::by_tie;
use crate::content::id::MeasureId;
use crate::content::{Measure, When};
use crate::risk::Ledger;

use std::collections::{BTreeMap, BTreeSet};

/// How many are done first.
const FIRST: usize = 5;

/// The chosen measures by gain per point, the best first. What takes nothing away stands last if it is
/// `kept` anyway, and is left out if not.
pub(super) fn by_worth<'a>(set: &[&'a Measure], kept: &BTreeSet<&MeasureId>, ledger: &Ledger) -> Vec<&'a Measure> {
    let mut set = set.to_vec();

    set.sort_by(|a, b| by_tie(a, b));

    let market = Market::new(&set, ledger);
    let mut basket = Basket::new(&market, ledger, None);

    basket.fill_all();

    for (at, measure) in set.iter().enumerate() {
        if kept.contains(&measure.id) && !basket.has(at) {
            basket.buy(at);
        }
    }

    basket.measures().collect()
}

/// The first five whose time has not passed. One that needs something whose time has passed has passed too.
pub(super) fn first(ordered: &[&Measure], ahead: When) -> Vec<MeasureId> {
    let mut passed: BTreeSet<&MeasureId> = BTreeSet::new();
    let mut open: Vec<&Measure> = Vec::new();

    for measure in ordered {
        if measure.when < ahead || measure.needs.iter().any(|need| passed.contains(need)) {
            passed.insert(&measure.id);
        } else {
            open.push(measure);
        }
    }

    open.truncate(FIRST);

    // Of the five, what can be done before the day stands before what belongs to it: the first thing on
    // the list must be one that can be begun tonight.
    open.sort_by_key(|measure| measure.when > When::Leaving);

    sorted(&open).into_iter().map(|measure| measure.id.clone()).collect()
}

/// By time; within a time what is needed, or must come before, stands first.
pub(super) fn by_time<'a>(ordered: &[&'a Measure]) -> Vec<&'a Measure> {
    let mut by_time = ordered.to_vec();

    by_time.sort_by_key(|measure| measure.when);

    sorted(&by_time)
}

/// The same measures, each after what it needs and what it must come after, otherwise in their order.
fn sorted<'a>(measures: &[&'a Measure]) -> Vec<&'a Measure> {
    let index: BTreeMap<&MeasureId, usize> = measures
        .iter()
        .enumerate()
        .map(|(at, measure)| (&measure.id, at))
        .collect();
    let mut seen = BTreeSet::new();
    let mut sorted = Vec::new();

    for start in 0..measures.len() {
        if !seen.insert(start) {
            continue;
        }

        let mut path = vec![(start, 0)];

        while let Some((at, next)) = path.pop() {
            let Some(measure) = measures.get(at) else {
                continue;
            };

            match measure.needs.iter().chain(&measure.after).nth(next) {
                Some(earlier) => {
                    path.push((at, next + 1));

                    if let Some(earlier) = index.get(earlier)
                        && seen.insert(*earlier)
                    {
                        path.push((*earlier, 0));
                    }
                }
                None => sorted.push(*measure),
            }
        }
    }

    sorted
}
