//! How an item is done here: the steps for what is there, and what the version of each device means for them.
//!
//! A version chooses between steps and puts a word beside them. It moves no risk and no measure, and paper
//! does not know of it.
use super::{Item, Plan};
use crate::content::{Fit, On, Pack, Steps, compare_versions};

use std::cmp::Ordering;

/// Steps, and what the version of their device means for them.
#[derive(Clone, Copy)]
pub struct Way<'a> {
    /// The steps.
    pub steps: &'a Steps,
    /// Whether they were checked on the version the person has.
    pub fit: Fit,
}

impl Plan {
    /// The steps of `item` for what is there. Where a measure has steps for several versions of a device and
    /// the person said theirs, only the ones for it; else all of them.
    pub fn ways<'a>(&self, pack: &'a Pack, item: &Item) -> Vec<Way<'a>> {
        let Some(measure) = pack.measure(&item.measure) else {
            return Vec::new();
        };
        let on = |on: &On| measure.steps.iter().filter(|steps| &steps.on == on).collect();

        item.on
            .iter()
            .flat_map(|place| self.fitting(pack, place, on(place)))
            .collect()
    }

    /// The steps of one place that fit best.
    fn fitting<'a>(&self, pack: &'a Pack, on: &On, steps: Vec<&'a Steps>) -> Vec<Way<'a>> {
        let device = match on {
            On::Person => None,
            On::Device(id) => pack.device(id).zip(self.versions.get(id)),
        };
        let fit = |steps: &Steps| device.map_or(Fit::Unknown, |(device, version)| version.fit(device, steps));
        let all: Vec<Way<'a>> = steps.into_iter().map(|steps| Way { steps, fit: fit(steps) }).collect();
        let has = |fit: Fit| all.iter().any(|way| way.fit == fit);
        let by_version = |one: &&Way<'_>, other: &&Way<'_>| order(one.steps, other.steps);

        if has(Fit::Unknown) {
            all
        } else if has(Fit::Holds) {
            all.into_iter().filter(|way| way.fit == Fit::Holds).collect()
        } else if has(Fit::Newer) {
            let newer = all.iter().filter(|way| way.fit == Fit::Newer);

            newer.max_by(by_version).copied().into_iter().collect()
        } else {
            all.iter().min_by(by_version).copied().into_iter().collect()
        }
    }
}

/// Which steps are for the earlier versions.
fn order(one: &Steps, other: &Steps) -> Ordering {
    compare_versions(&one.os_verified, &other.os_verified)
}
