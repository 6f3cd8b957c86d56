//! Which measures: the most risk taken away for the trouble that is accepted.
//!
//! Greedy by gain per point, from every start of none, one or two of the best first gains, because plain
//! greedy can miss badly. How a basket is filled is the business of [`Basket`].
use super::basket::Basket;
use crate::answers::Known;
use crate::content::id::MeasureId;
use crate::content::{Measure, Pack};
use crate::decide::Sides;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// How many of the best first gains are tried as forced starts, alone and in pairs.
const STARTS: usize = 16;

/// What a measure costs in points of trouble: 1 up to five minutes, 2 up to half an hour, 3 up to two
/// hours, 5 beyond.
pub fn price(measure: &Measure) -> u32 {
    match measure.minutes {
        0..=5 => 1,
        6..=30 => 2,
        31..=120 => 3,
        _ => 5,
    }
}

/// The measures that may be proposed to this person, in the order of ties: by time, then by name.
///
/// A measure whose need is withheld, undecided or too dear is left out with it. A need that does not
/// concern this person (they have it already, or nothing to do it on) is not needed.
pub fn candidates<'a>(pack: &'a Pack, known: &Known<'_>) -> Vec<&'a Measure> {
    let blocked = blocked(pack, known);
    let mut candidates: Vec<&Measure> = pack
        .measures
        .iter()
        .filter(|measure| known.fits(measure) && !blocked.contains(&measure.id))
        .collect();

    candidates.sort_by(|a, b| by_tie(a, b));

    candidates
}

/// Those that little time should be spent on. With a limit, nothing of it goes to what had to be done before,
/// nor to what needs that; without one, what has passed stays and says so.
pub(super) fn in_time<'a>(mut candidates: Vec<&'a Measure>, known: &Known<'_>) -> Vec<&'a Measure> {
    if known.budget().is_none() {
        return candidates;
    }

    let mut late: BTreeSet<&MeasureId> = candidates
        .iter()
        .filter(|measure| !measure.baseline && measure.when < known.ahead())
        .map(|measure| &measure.id)
        .collect();

    // Each round drops at least one more, so this ends.
    while let Some(user) = candidates.iter().find(|measure| {
        !measure.baseline && !late.contains(&measure.id) && measure.needs.iter().any(|need| late.contains(need))
    }) {
        late.insert(&user.id);
    }

    candidates.retain(|measure| !late.contains(&measure.id));

    candidates
}

/// Of equal ones the earlier comes first, then the name.
pub(super) fn by_tie(a: &Measure, b: &Measure) -> Ordering {
    (a.when, &a.id).cmp(&(b.when, &b.id))
}

/// Every measure that must not be bought, and every measure that needs one of those.
///
/// Gates and decisions block even where the need does not concern this person: an answer that is taken
/// back must never be what removes a measure. A need that is too dear blocks only when it is needed.
fn blocked<'a>(pack: &'a Pack, known: &Known<'_>) -> BTreeSet<&'a MeasureId> {
    let sides = Sides::new(pack, known);
    let is_shut = |measure: &Measure| !sides.allow(&measure.id) || known.is_withheld(&measure.id);
    let is_too_dear = |measure: &Measure| measure.money > known.money() && known.concerns(measure);

    let mut blocked = spread(pack, is_shut, |_| true);

    blocked.extend(spread(pack, is_too_dear, |measure| known.concerns(measure)));
    blocked
}

/// The measures that `starts`, and those that need one of them, as far as it `passes` on.
fn spread(pack: &Pack, starts: impl Fn(&Measure) -> bool, passes: impl Fn(&Measure) -> bool) -> BTreeSet<&MeasureId> {
    let mut users: BTreeMap<&MeasureId, Vec<&Measure>> = BTreeMap::new();

    for measure in &pack.measures {
        for need in &measure.needs {
            users.entry(need).or_default().push(measure);
        }
    }

    let mut reached = BTreeSet::new();
    let mut next: Vec<&Measure> = pack.measures.iter().filter(|measure| starts(measure)).collect();

    while let Some(measure) = next.pop() {
        if reached.insert(&measure.id) && passes(measure) {
            next.extend(users.get(&measure.id).into_iter().flatten());
        }
    }

    reached
}

/// Fills `base` (what is in by itself) as well as it can be filled.
pub(super) fn best<'m, 'a>(base: &Basket<'m, 'a>) -> Basket<'m, 'a> {
    let offers = base.offers();
    let mut firsts = offers.clone();

    firsts.sort_by(|a, b| b.gain.cmp(&a.gain).then_with(|| a.at.cmp(&b.at)));
    firsts.truncate(STARTS);

    let mut best = base.clone();
    best.fill(&offers);

    for (at, one) in firsts.iter().enumerate() {
        let mut with_one = base.clone();

        if !with_one.force(one.at) {
            continue;
        }

        for two in firsts.get(at + 1..).unwrap_or_default() {
            let mut with_two = with_one.clone();

            if with_two.force(two.at) {
                with_two.fill(&offers);

                if with_two.is_better_than(&best) {
                    best = with_two;
                }
            }
        }

        with_one.fill(&offers);

        if with_one.is_better_than(&best) {
            best = with_one;
        }
    }

    best
}
