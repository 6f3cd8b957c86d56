//! Measures beside each other: what needs what, what follows what, and what excludes what.
use super::names::Names;
use super::{Code, Sink};
use crate::content::Measure;
use crate::content::id::{DecisionId, MeasureId};
use crate::content::schema::Draft;

use std::collections::{BTreeMap, BTreeSet};

/// Looks at `needs`, `after`, `conflicts`, and at what decisions allow.
pub(super) fn look(draft: &Draft<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    let allowed = allowed(draft, sink);

    conflicts(draft, names, &allowed, sink);
    cycles(draft, names, sink);
}

/// The decision that allows a measure, and the numbers of its sides that do.
type Allowed<'a> = BTreeMap<&'a MeasureId, (&'a DecisionId, BTreeSet<usize>)>;

fn allowed<'a>(draft: &'a Draft<'_>, sink: &mut Sink<'_>) -> Allowed<'a> {
    let mut allowed = Allowed::new();

    for (decision, spot) in draft.pack.decisions.iter().zip(&draft.decisions) {
        for (number, side) in decision.options.iter().enumerate() {
            let part = spot.part("option", number, decision.options.len());

            for id in &side.allows {
                let (first, sides) = allowed.entry(id).or_insert((&decision.id, BTreeSet::new()));

                if **first == decision.id {
                    sides.insert(number);
                } else {
                    let message = format!("`{first}` and `{}` both decide about `{id}`", decision.id);
                    let at = part.naming("allows", id.as_str());

                    sink.report(Code::AllowedTwice, at, message, "one decision a measure");
                }
            }
        }
    }

    allowed
}

/// Whoever picks one side of a decision cannot have the other: only there two measures may exclude each other.
fn conflicts(draft: &Draft<'_>, names: &Names<'_>, allowed: &Allowed<'_>, sink: &mut Sink<'_>) {
    let is_apart = |one: &MeasureId, other: &MeasureId| {
        let both = allowed.get(one).zip(allowed.get(other));

        both.is_some_and(|((one, here), (other, there))| one == other && here.is_disjoint(there))
    };

    for (measure, spot) in draft.pack.measures.iter().zip(&draft.measures) {
        for other in &measure.conflicts {
            if !names.measures.contains_key(other) || is_apart(&measure.id, other) {
                continue;
            }

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

/// Follows `needs` and `after` from every measure, each measure once: whatever leads back is a circle.
fn cycles(draft: &Draft<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    let mut done: BTreeSet<&MeasureId> = BTreeSet::new();

    for start in names.measures.values() {
        let mut way = Way::default();

        if !done.contains(&start.id) {
            way.enter(start);
        }

        while let Some((here, next)) = way.step() {
            let Some(next) = next else {
                done.insert(here);
                continue;
            };

            if let Some(circle) = way.back_to(next) {
                if !sink.is_full() {
                    report_circle(draft, &circle, sink);
                }
            } else if let Some(measure) = names.measures.get(next).filter(|_| !done.contains(next)) {
                way.enter(measure);
            }
        }
    }
}

/// The measures from the start to where we are, each with what is still to be followed.
#[derive(Default)]
struct Way<'a> {
    steps: Vec<(&'a MeasureId, Vec<&'a MeasureId>)>,
    on_it: BTreeSet<&'a MeasureId>,
}

impl<'a> Way<'a> {
    fn enter(&mut self, measure: &'a Measure) {
        let next: BTreeSet<_> = measure.needs.iter().chain(&measure.after).collect();

        self.steps.push((&measure.id, next.into_iter().rev().collect()));
        self.on_it.insert(&measure.id);
    }

    /// What to follow next from where we are; nothing when all was followed, and then we are one step back.
    fn step(&mut self) -> Option<(&'a MeasureId, Option<&'a MeasureId>)> {
        let (here, next) = self.steps.last_mut()?;
        let step = (*here, next.pop());

        if step.1.is_none() {
            self.steps.pop();
            self.on_it.remove(step.0);
        }

        Some(step)
    }

    /// The circle that going to `next` closes, its smallest id first; nothing when it closes none.
    fn back_to(&self, next: &MeasureId) -> Option<Vec<&'a MeasureId>> {
        if !self.on_it.contains(next) {
            return None;
        }

        let on_way = self.steps.iter().map(|(id, _)| *id);
        let mut circle: Vec<_> = on_way.skip_while(|id| *id != next).collect();
        let smallest = circle.iter().enumerate().min_by_key(|(_, id)| **id);
        let turn = smallest.map_or(0, |(at, _)| at);

        circle.rotate_left(turn);

        Some(circle)
    }
}

fn report_circle(draft: &Draft<'_>, circle: &[&MeasureId], sink: &mut Sink<'_>) {
    let mut measures = draft.pack.measures.iter().zip(&draft.measures);
    let Some(first) = circle.first() else { return };
    let Some((measure, spot)) = measures.find(|(measure, _)| measure.id == **first) else {
        return;
    };

    let next = circle.get(1).unwrap_or(first);
    let key = if measure.needs.contains(next) { "needs" } else { "after" };
    let mut way: Vec<&str> = circle.iter().take(SHOWN).map(|id| id.as_str()).collect();

    if circle.len() > SHOWN {
        way.push("…");
    }

    way.push(first.as_str());

    let message = format!("these wait for each other: {}", way.join(" → "));

    sink.report(
        Code::Cycle,
        spot.naming(key, next.as_str()),
        message,
        "take one of them out",
    );
}

/// How many measures of a circle are named.
const SHOWN: usize = 6;
