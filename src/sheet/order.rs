//! The order of items on paper: a matter of the items alone.
//!
//! On screen the order follows what this person weighed. On paper it must not: whoever finds two lists
//! with the same items could else tell from their order who fears what. So what stands first here is
//! worked out from the pack and from which items are on the list, as if every threat were equally
//! likely; never from the plan's own order, gains or first five.
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
        let mut seen = first.clone();
        let mut wanted = Vec::new();
        with_needs(measure, carried, &mut seen, &mut wanted);

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

/// What `measure` needs of what is carried and not `seen` yet, deepest first, and then itself.
fn with_needs<'a>(
    measure: &'a Measure,
    carried: &[&'a Measure],
    seen: &mut Vec<&'a Measure>,
    wanted: &mut Vec<&'a Measure>,
) {
    if seen.iter().any(|other| other.id == measure.id) {
        return;
    }

    // Before its needs, so that a circle of needs ends.
    seen.push(measure);

    for need in carried
        .iter()
        .copied()
        .filter(|other| measure.needs.contains(&other.id))
    {
        with_needs(need, carried, seen, wanted);
    }

    wanted.push(measure);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::id::{MeasureId, ThreatId};
    use crate::content::rule::Conditions;
    use crate::content::{Evidence, Gate, Money};

    fn measure(id: &str, when: When, minutes: u16, needs: &[&str]) -> Measure {
        let ids = |names: &[&str]| names.iter().map(|name| MeasureId::new(name).unwrap()).collect();

        Measure {
            id: MeasureId::new(id).unwrap(),
            topic: String::new(),
            title: id.to_owned(),
            short: String::new(),
            why: String::new(),
            when,
            minutes,
            money: Money::None,
            cost: String::new(),
            careful: String::new(),
            instead: String::new(),
            undo: String::new(),
            evidence: Evidence::A,
            baseline: false,
            show: Conditions::default(),
            needs: ids(needs),
            after: Vec::new(),
            conflicts: Vec::new(),
            gate: Gate::None,
            gate_why: String::new(),
            reveals: Vec::new(),
            changes_setting: false,
            keep_after: false,
            sources: Vec::new(),
            cuts: vec![Cut {
                threat: ThreatId::new("a-threat").unwrap(),
                likelihood_by: 1,
                impact_by: 0,
                removes: false,
            }],
            steps: Vec::new(),
        }
    }

    fn names(measures: &[&Measure]) -> Vec<String> {
        measures.iter().map(|measure| measure.id.to_string()).collect()
    }

    #[test]
    fn the_quickest_of_equal_worth_comes_first_and_nothing_that_waits_for_the_day() {
        let all = [
            measure("slow", When::DaysBefore, 200, &[]),
            measure("there", When::During, 1, &[]),
            measure("quick", When::DaysBefore, 5, &[]),
            measure("early", When::WeeksBefore, 5, &[]),
        ];

        assert_eq!(names(&first(&all.each_ref())), ["early", "quick", "slow"]);
    }

    #[test]
    fn five_at_most_and_each_after_what_it_needs() {
        let all = [
            measure("a", When::DaysBefore, 5, &["z"]),
            measure("b", When::DaysBefore, 20, &[]),
            measure("c", When::DaysBefore, 20, &[]),
            measure("d", When::DaysBefore, 20, &["y", "z"]),
            measure("e", When::DaysBefore, 20, &[]),
            measure("y", When::DaysBefore, 200, &[]),
            measure("z", When::DaysBefore, 200, &[]),
        ];

        assert_eq!(names(&first(&all.each_ref())), ["z", "a", "b", "c", "e"]);
    }

    #[test]
    fn needs_that_go_in_circles_end() {
        let all = [
            measure("a", When::DaysBefore, 5, &["b"]),
            measure("b", When::DaysBefore, 5, &["a"]),
        ];

        assert_eq!(first(&all.each_ref()).len(), 2);
        assert_eq!(by_time(&all.each_ref()).len(), 2);
    }

    #[test]
    fn within_a_time_the_order_of_the_pack_holds_but_for_needs() {
        let all = [
            measure("late", When::After, 5, &[]),
            measure("a", When::DaysBefore, 5, &["c"]),
            measure("b", When::DaysBefore, 5, &[]),
            measure("c", When::DaysBefore, 5, &[]),
        ];

        assert_eq!(names(&by_time(&all.each_ref())), ["b", "c", "a", "late"]);
    }

    #[test]
    fn a_cut_is_worth_what_it_takes_from_nine() {
        let cut = |likelihood_by, impact_by, removes| {
            taken(&Cut {
                threat: ThreatId::new("a-threat").unwrap(),
                likelihood_by,
                impact_by,
                removes,
            })
        };

        assert_eq!(cut(1, 0, false), 3);
        assert_eq!(cut(4, 0, false), 6);
        assert_eq!(cut(4, 0, true), 9);
        assert_eq!(cut(1, 1, false), 5);
        assert_eq!(cut(0, 0, true), 0);
    }
}
