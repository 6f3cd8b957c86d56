//! Packs by luck, and slow but obvious ways to fill a plan.
use super::build::*;

use daypack::answers::{Answers, Known};
use daypack::content::{Cut, Gate, Measure, Money, Pack, When};
use daypack::plan::{candidates, price};
use daypack::risk::{Ledger, weigh};

use std::collections::BTreeSet;

/// A pack with `count` measures, and answers with a limit. No gates, no decisions, no conditions.
pub fn pack_of(count: usize, luck: &mut Luck) -> (Pack, Answers) {
    let points: Vec<u32> = (2..=14).collect();
    let threats: Vec<String> = (0..3 + luck.below(4) + count / 4).map(|at| format!("t{at}")).collect();
    let minutes = [3, 5, 20, 30, 90, 300];
    let mut measures: Vec<Measure> = Vec::new();

    for at in 0..count {
        let cuts = (0..1 + luck.below(3))
            .map(|_| Cut {
                removes: luck.chance(15),
                ..cut(luck.pick(&threats).as_str(), luck.below(4) as u8, luck.below(3) as u8)
            })
            .collect();
        let needs = if at > 0 && luck.chance(25) {
            vec![measures[luck.below(at)].id.clone()]
        } else {
            Vec::new()
        };

        measures.push(Measure {
            cuts,
            needs,
            baseline: luck.chance(8),
            when: *luck.pick(&When::ALL),
            ..measure(&format!("m{at:04}"), *luck.pick(&minutes))
        });
    }

    let pack = Pack {
        questions: vec![budget(&points)],
        threats: threats
            .iter()
            .map(|name| threat(name, 1 + luck.below(4) as u8, 1 + luck.below(4) as u8))
            .collect(),
        measures,
        ..pack()
    };
    let answers = said(&[&format!("budget.{}", luck.pick(&points))]);

    (pack, answers)
}

/// A bigger pack in the shape of a real one: questions that show measures, gates, sides of decisions.
pub fn full_pack(count: usize, luck: &mut Luck) -> Pack {
    let (mut pack, _) = pack_of(count, luck);

    pack.questions.insert(0, case());
    pack.questions.push(question("has", &["a", "b", "c"], &["a", "b"]));

    for measure in &mut pack.measures {
        if luck.chance(40) {
            measure.show = any(&[*luck.pick(&["has.a", "has.b"])]);
        }

        if luck.chance(10) {
            measure.gate = Gate::Legal;
        }

        if luck.chance(10) && measure.needs.is_empty() {
            measure.money = *luck.pick(&[Money::Some, Money::Device]);
        }
    }

    let (left, right) = (pack.measures[0].id.to_string(), pack.measures[1].id.to_string());

    pack.decisions = vec![decision("d", &[("left", &[&left]), ("right", &[&right])])];
    pack
}

/// What an exhaustive search finds: the most risk that can be taken away within the limit.
pub fn brute_force(pack: &Pack, answers: &Answers) -> u32 {
    let known = Known::new(pack, answers);
    let ledger = Ledger::new(&weigh(pack, &known, answers));
    let all = candidates(pack, &known);
    let always = always(&all);
    let limit = known.budget().unwrap_or(u32::MAX);
    let mut best = 0;

    for subset in 0..1_u32 << all.len() {
        let set: Vec<&Measure> = (0..all.len())
            .filter(|at| subset >> at & 1 == 1)
            .map(|at| all[at])
            .collect();
        let is_closed = set.iter().all(|measure| {
            measure
                .needs
                .iter()
                .all(|need| set.iter().any(|other| &other.id == need))
        });
        let has_always = always
            .iter()
            .all(|id| set.iter().any(|measure| measure.id.as_str() == id));
        let spent: u32 = set
            .iter()
            .filter(|measure| !always.contains(measure.id.as_str()))
            .map(|measure| price(measure))
            .sum();

        if is_closed && has_always && spent <= limit {
            best = best.max(ledger.gain(&set));
        }
    }

    best
}

/// What is in every plan, with what it needs.
fn always(all: &[&Measure]) -> BTreeSet<String> {
    let mut always = BTreeSet::new();
    let mut next: Vec<&Measure> = all.iter().copied().filter(|measure| measure.baseline).collect();

    while let Some(measure) = next.pop() {
        if always.insert(measure.id.to_string()) {
            next.extend(all.iter().filter(|other| measure.needs.contains(&other.id)));
        }
    }

    always
}

/// The rules of choosing, followed word by word with nothing remembered and nothing clever.
pub fn slow_choice(pack: &Pack, answers: &Answers) -> BTreeSet<String> {
    let known = Known::new(pack, answers);
    let ledger = Ledger::new(&weigh(pack, &known, answers));
    let all = candidates(pack, &known);
    let base: BTreeSet<String> = always(&all);
    let slow = Slow {
        all: &all,
        base: &base,
        ledger: &ledger,
        limit: known.budget().unwrap_or(u32::MAX),
    };

    let mut firsts: Vec<(u32, usize)> = (0..all.len())
        .filter(|at| !base.contains(all[*at].id.as_str()))
        .map(|at| (slow.gain(&base, at), at))
        .filter(|(gain, _)| *gain > 0)
        .collect();

    firsts.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    firsts.truncate(16);

    let mut starts: Vec<Vec<usize>> = vec![Vec::new()];

    for (at, one) in firsts.iter().enumerate() {
        starts.push(vec![one.1]);
        starts.extend(firsts[at + 1..].iter().map(|two| vec![one.1, two.1]));
    }

    starts
        .into_iter()
        .filter_map(|start| slow.filled(&start))
        .max_by(|a, b| {
            let total = |set| slow.total(set);

            total(a).cmp(&total(b)).then(b.len().cmp(&a.len())).then(b.cmp(a))
        })
        .unwrap()
}

struct Slow<'a> {
    all: &'a [&'a Measure],
    base: &'a BTreeSet<String>,
    ledger: &'a Ledger,
    limit: u32,
}

impl Slow<'_> {
    fn total(&self, set: &BTreeSet<String>) -> u32 {
        let set: Vec<&Measure> = self
            .all
            .iter()
            .copied()
            .filter(|measure| set.contains(measure.id.as_str()))
            .collect();

        self.ledger.gain(&set)
    }

    fn spent(&self, set: &BTreeSet<String>) -> u32 {
        self.all
            .iter()
            .filter(|measure| set.contains(measure.id.as_str()) && !self.base.contains(measure.id.as_str()))
            .map(|measure| price(measure))
            .sum()
    }

    fn with(&self, set: &BTreeSet<String>, at: usize) -> BTreeSet<String> {
        let mut set = set.clone();
        let mut next = vec![self.all[at]];

        while let Some(measure) = next.pop() {
            if set.insert(measure.id.to_string()) {
                next.extend(self.all.iter().filter(|other| measure.needs.contains(&other.id)));
            }
        }

        set
    }

    fn gain(&self, set: &BTreeSet<String>, at: usize) -> u32 {
        self.total(&self.with(set, at)) - self.total(set)
    }

    fn filled(&self, start: &[usize]) -> Option<BTreeSet<String>> {
        let mut set = self.base.clone();

        for at in start {
            set = self.with(&set, *at);
        }

        if self.spent(&set) > self.limit {
            return None;
        }

        loop {
            let mut best: Option<(u32, u32, BTreeSet<String>)> = None;

            for at in 0..self.all.len() {
                let with = self.with(&set, at);
                let (gain, cost) = (
                    self.total(&with) - self.total(&set),
                    self.spent(&with) - self.spent(&set),
                );

                if gain > 0
                    && self.spent(&with) <= self.limit
                    && best.as_ref().is_none_or(|best| gain * best.1 > best.0 * cost)
                {
                    best = Some((gain, cost, with));
                }
            }

            match best {
                Some((_, _, with)) => set = with,
                None => return Some(set),
            }
        }
    }
}
