//! How long a plan takes for packs of 100, 500 and 2,000 measures, beside n log n.
//!
//! Prints the best of several runs, and how much more each pack takes than the first one did once
//! n log n is taken out: a figure near 1 means that it grows no faster.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

#[path = "../plan/build.rs"]
#[allow(dead_code)]
mod build;

use build::{Luck, any, budget, case, cut, measure, pack, question, said, threat};

use daypack::answers::Answers;
use daypack::content::{Measure, Pack, When};
use daypack::plan::Plan;

use std::time::{Duration, Instant};

/// How often each plan is made; the best counts.
const RUNS: usize = 7;

fn main() {
    println!(
        "{:>9} {:>12} {:>12} {:>9} {:>9}",
        "measures", "with limit", "no limit", "growth", "growth"
    );

    let mut first = None;

    for count in [100_u32, 500, 2000] {
        let pack = sample(count);
        let times = ["budget.10", "budget.all"].map(|limit| best(&pack, &said(&["case.no", "has.a", limit])));
        let work = f64::from(count) * f64::from(count).log2();
        let per_work = times.map(|time| time.as_secs_f64() / work);
        let first = *first.get_or_insert(per_work);

        println!(
            "{count:>9} {:>12.2?} {:>12.2?} {:>9.2} {:>9.2}",
            times[0],
            times[1],
            per_work[0] / first[0],
            per_work[1] / first[1],
        );
    }
}

fn best(pack: &Pack, answers: &Answers) -> Duration {
    (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let plan = Plan::new(pack, answers);
            let time = start.elapsed();

            assert!(!plan.items.is_empty());

            time
        })
        .min()
        .unwrap()
}

/// A pack in the shape of a real one: a threat to every three measures, one need in four, conditions.
fn sample(count: u32) -> Pack {
    let mut luck = Luck::new(u64::from(count));
    let threats: Vec<String> = (0..count / 3).map(|at| format!("t{at}")).collect();
    let mut measures: Vec<Measure> = Vec::new();

    for at in 0..count as usize {
        let cuts = (0..1 + luck.below(3))
            .map(|_| cut(luck.pick(&threats).as_str(), luck.below(4) as u8, luck.below(3) as u8))
            .collect();
        let needs = if at > 0 && luck.chance(25) {
            vec![measures[luck.below(at)].id.clone()]
        } else {
            Vec::new()
        };

        measures.push(Measure {
            cuts,
            needs,
            baseline: luck.chance(5),
            when: *luck.pick(&When::ALL),
            show: if luck.chance(40) { any(&["has.a"]) } else { any(&[]) },
            ..measure(&format!("m{at:04}"), *luck.pick(&[3, 20, 90, 300]))
        });
    }

    Pack {
        questions: vec![case(), budget(&[10]), question("has", &["a", "b"], &["a"])],
        threats: threats
            .iter()
            .map(|name| threat(name, 1 + luck.below(4) as u8, 1 + luck.below(4) as u8))
            .collect(),
        measures,
        ..pack()
    }
}
