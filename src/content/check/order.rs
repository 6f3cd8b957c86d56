//! Measures beside each other: what needs what, what follows what, and what excludes what.
use super::names::Names;
use super::{Code, Sink};
use crate::content::id::MeasureId;
use crate::content::schema::Draft;

use std::collections::{BTreeMap, BTreeSet};

/// Looks at `needs`, `after`, `conflicts`, and at what decisions allow.
pub(super) fn look(draft: &Draft<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    allowed_twice(draft, sink);
    conflicts(draft, names, sink);
    cycles(draft, names, sink);
}

fn allowed_twice(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let mut first = BTreeMap::new();

    for (decision, spot) in draft.pack.decisions.iter().zip(&draft.decisions) {
        for (number, side) in decision.options.iter().enumerate() {
            let part = spot.part("option", number, decision.options.len());

            for id in &side.allows {
                let other = *first.entry(id).or_insert(&decision.id);

                if *other != decision.id {
                    let message = format!("`{other}` and `{}` both decide about `{id}`", decision.id);
                    let at = part.naming("allows", id.as_str());

                    sink.report(Code::AllowedTwice, at, message, "one decision a measure");
                }
            }
        }
    }
}

/// Whoever picks one side of a decision cannot have the other: only there two measures may exclude each other.
fn conflicts(draft: &Draft<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    let decisions = &draft.pack.decisions;
    let is_apart = |one: &MeasureId, other: &MeasureId| {
        decisions.iter().any(|decision| {
            let allows = |id: &MeasureId| -> Vec<_> {
                let sides = decision.options.iter().filter(|side| side.allows.contains(id));

                sides.map(|side| &side.id).collect()
            };
            let (here, there) = (allows(one), allows(other));

            !here.is_empty() && !there.is_empty() && !here.iter().any(|side| there.contains(side))
        })
    };

    for (measure, spot) in draft.pack.measures.iter().zip(&draft.measures) {
        let others = measure
            .conflicts
            .iter()
            .filter(|other| names.measures.contains_key(other));

        for other in others.filter(|other| !is_apart(&measure.id, other)) {
            let message = format!(
                "`{}` and `{other}` exclude each other, and no decision asks which",
                measure.id
            );
            let at = spot.naming("conflicts", other.as_str());

            sink.report(
                Code::LooseConflict,
                at,
                message,
                "let two options of one decision allow them",
            );
        }
    }
}

/// Takes away every measure that comes before nothing, again and again: what stays goes in circles.
fn cycles(draft: &Draft<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    let mut left: BTreeMap<&MeasureId, BTreeSet<&MeasureId>> = names
        .measures
        .iter()
        .map(|(id, measure)| (*id, measure.needs.iter().chain(&measure.after).collect()))
        .collect();

    while let Some(circle) = circle(&mut left) {
        let Some(first) = circle.first() else { return };
        let measures = draft.pack.measures.iter().zip(&draft.measures);
        let way: Vec<&str> = circle.iter().chain([first]).map(|id| id.as_str()).collect();

        if let Some((measure, spot)) = measures.into_iter().find(|(measure, _)| measure.id == **first) {
            let next = circle.get(1).unwrap_or(first);
            let key = if measure.needs.contains(next) { "needs" } else { "after" };
            let message = format!("these wait for each other: {}", way.join(" → "));

            sink.report(
                Code::Cycle,
                spot.naming(key, next.as_str()),
                message,
                "take one of them out",
            );
        }

        circle.iter().for_each(|id| {
            left.remove(id);
        });
    }
}

/// One circle in what is left, the smallest id first; takes away what is in none.
fn circle<'a>(left: &mut BTreeMap<&'a MeasureId, BTreeSet<&'a MeasureId>>) -> Option<Vec<&'a MeasureId>> {
    loop {
        let free: Vec<_> = left
            .iter()
            .filter(|(_, waits)| !waits.iter().any(|id| left.contains_key(id)))
            .map(|(id, _)| *id)
            .collect();

        if free.is_empty() {
            break;
        }

        free.iter().for_each(|id| {
            left.remove(id);
        });
    }

    let mut way: Vec<&MeasureId> = Vec::new();
    let mut here = *left.keys().next()?;

    // Everything left waits for something left, so this walk must come back to itself.
    loop {
        if let Some(start) = way.iter().position(|seen| *seen == here) {
            let mut circle = way.split_off(start);
            let smallest = circle.iter().enumerate().min_by_key(|(_, id)| **id);
            let turn = smallest.map_or(0, |(at, _)| at);

            circle.rotate_left(turn);

            return Some(circle);
        }

        way.push(here);
        here = left.get(here)?.iter().find(|id| left.contains_key(*id))?;
    }
}
