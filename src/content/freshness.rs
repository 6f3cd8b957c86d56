//! How old advice may get before it says so: menus move and courts decide, the rest changes slowly.
//!
//! The one place that decides it, for the terminal, the window and paper alike. There is no clock in
//! here: whoever asks names the day. Paper asks for none, because nobody knows on which day it is read;
//! it says from when on something may have changed.
use super::{Date, Measure, On, Pack, PlaceRule, Situation, Steps, Word};

/// What was looked at: each kind grows old at its own pace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Steps on a device, in an app, or by the person; what to do when something has happened.
    Steps,
    /// A rule of a place's law.
    Law,
    /// Everything that has no day of its own: the pack as a whole.
    Rest,
}

/// Something that was last looked at too long ago.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// What it is, such as `measure:screen-lock:iphone`, `place:de:search` or `pack:protest`.
    pub id: String,
    /// How fast it grows old.
    pub kind: Kind,
    /// When it was last looked at.
    pub reviewed: Date,
    /// Whole months since then.
    pub months: u32,
}

impl Kind {
    /// After how many months it is stale.
    pub fn months(self) -> u32 {
        match self {
            Self::Steps | Self::Law => 6,
            Self::Rest => 12,
        }
    }

    /// The first day on which something that was last looked at on `reviewed` is stale.
    pub fn until(self, reviewed: Date) -> Date {
        reviewed.plus_months(self.months())
    }

    /// Whether something that was last looked at on `reviewed` is stale on the day `at`.
    pub fn is_stale(self, reviewed: Date, at: Date) -> bool {
        self.until(reviewed) <= at
    }
}

impl Steps {
    /// Whether the steps are stale on the day `at`.
    pub fn is_stale(&self, at: Date) -> bool {
        Kind::Steps.is_stale(self.reviewed, at)
    }
}

impl Situation {
    /// Whether what it says is stale on the day `at`.
    pub fn is_stale(&self, at: Date) -> bool {
        Kind::Steps.is_stale(self.reviewed, at)
    }
}

impl PlaceRule {
    /// Whether the rule is stale on the day `at`.
    pub fn is_stale(&self, at: Date) -> bool {
        Kind::Law.is_stale(self.reviewed, at)
    }
}

impl Measure {
    /// Whether any of the steps taken at one of these places is stale on the day `at`.
    pub fn is_stale(&self, on: &[On], at: Date) -> bool {
        self.steps
            .iter()
            .any(|steps| on.contains(&steps.on) && steps.is_stale(at))
    }
}

impl Pack {
    /// Whether the pack as a whole is stale on the day `at`.
    pub fn is_stale(&self, at: Date) -> bool {
        Kind::Rest.is_stale(self.reviewed, at)
    }
}

/// Everything of `pack` that is stale on the day `at`: the pack itself, then steps, then what to do when
/// something has happened, then law, in its order.
pub fn stale(pack: &Pack, at: Date) -> Vec<Stale> {
    let whole = (format!("pack:{}", pack.id), Kind::Rest, pack.reviewed);

    let steps = pack.measures.iter().flat_map(|measure| {
        let of = |steps: &Steps| format!("measure:{}:{}", measure.id, steps.on.word());

        measure
            .steps
            .iter()
            .map(move |steps| (of(steps), Kind::Steps, steps.reviewed))
    });

    let happened = pack
        .situations
        .iter()
        .map(|it| (format!("situation:{}", it.id), Kind::Steps, it.reviewed));

    let law = pack.places.iter().flat_map(|place| {
        let of = |rule: &PlaceRule| format!("place:{}:{}", place.id, rule.topic.word());

        place.rules.iter().map(move |rule| (of(rule), Kind::Law, rule.reviewed))
    });

    std::iter::once(whole)
        .chain(steps)
        .chain(happened)
        .chain(law)
        .filter(|(_, kind, reviewed)| kind.is_stale(*reviewed, at))
        .map(|(id, kind, reviewed)| Stale {
            id,
            kind,
            reviewed,
            months: reviewed.months_until(at),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// The built-in pack, with everything looked at on one day.
    fn pack() -> Pack {
        let mut pack = Pack::built_in().clone();
        let day = date("2026-11-21");

        pack.reviewed = day;
        pack.situations.iter_mut().for_each(|it| it.reviewed = day);
        pack.measures
            .iter_mut()
            .flat_map(|measure| &mut measure.steps)
            .for_each(|steps| steps.reviewed = day);
        pack.places
            .iter_mut()
            .flat_map(|place| &mut place.rules)
            .for_each(|rule| rule.reviewed = day);

        pack
    }

    fn count(stale: &[Stale], kind: Kind) -> usize {
        stale.iter().filter(|it| it.kind == kind).count()
    }

    #[test]
    fn steps_and_law_are_stale_after_six_months_and_the_rest_after_twelve() {
        let pack = pack();
        let steps: usize = pack.measures.iter().map(|measure| measure.steps.len()).sum();
        let steps = steps + pack.situations.len();
        let rules: usize = pack.places.iter().map(|place| place.rules.len()).sum();
        let counts = |day: &str| {
            let stale = stale(&pack, date(day));

            [Kind::Steps, Kind::Law, Kind::Rest].map(|kind| count(&stale, kind))
        };

        assert_eq!(counts("2026-11-21"), [0, 0, 0]);
        assert_eq!(counts("2027-05-20"), [0, 0, 0]);
        assert_eq!(counts("2027-05-21"), [steps, rules, 0]);
        assert_eq!(counts("2027-11-20"), [steps, rules, 0]);
        assert_eq!(counts("2027-11-21"), [steps, rules, 1]);
    }

    #[test]
    fn the_day_it_grows_stale_is_the_day_its_months_are_over() {
        for reviewed in ["2026-11-21", "2026-08-31", "2024-02-29", "2026-12-01"].map(date) {
            for kind in [Kind::Steps, Kind::Law, Kind::Rest] {
                let days = (19_000..22_000).filter_map(Date::from_days);
                let first = days.clone().find(|day| reviewed.months_until(*day) >= kind.months());

                assert_eq!(Some(kind.until(reviewed)), first, "{reviewed} {kind:?}");
            }
        }
    }

    #[test]
    fn one_old_step_is_named_with_its_measure_and_its_device() {
        let mut pack = pack();
        let measure = pack.measures.iter_mut().find(|it| it.steps.len() > 1).unwrap();

        measure.steps[1].reviewed = date("2026-01-02");

        let (id, on) = (measure.id.clone(), measure.steps[1].on.clone());
        let found = stale(&pack, date("2026-11-22"));

        assert_eq!(found.len(), 1);
        assert_eq!(found[0].id, format!("measure:{id}:{}", on.word()));
        assert_eq!((found[0].months, found[0].kind), (10, Kind::Steps));

        let measure = pack.measure(&id).unwrap();
        let other = measure.steps[0].on.clone();

        assert!(measure.is_stale(&[on], date("2026-11-22")));
        assert!(!measure.is_stale(&[other], date("2026-11-22")));
    }
}
