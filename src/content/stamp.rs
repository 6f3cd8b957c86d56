//! A short mark of what a measure says, so that a saved plan can tell when the advice has changed.
//!
//! Only words that change what somebody does are in it: a new source or a better `because` is not news.
use super::{Measure, Steps};

use sha2::{Digest, Sha256};

/// The bytes kept of the hash: enough that two wordings of one measure never meet by chance.
const KEPT: usize = 8;

/// The mark of `measure`: 16 hexadecimal digits, the same on every machine for the same words.
pub fn stamp(measure: &Measure) -> String {
    let mut hash = Sha256::new();
    let head = [
        &measure.title,
        &measure.why,
        &measure.cost,
        &measure.careful,
        &measure.instead,
        &measure.undo,
    ];

    head.iter().for_each(|text| add(&mut hash, text));
    measure.steps.iter().for_each(|steps| add_steps(&mut hash, steps));

    let digits = hash.finalize();

    digits.iter().take(KEPT).map(|byte| format!("{byte:02x}")).collect()
}

fn add_steps(hash: &mut Sha256, steps: &Steps) {
    add(hash, steps.on.word());
    hash.update((steps.does.len() as u64).to_le_bytes());
    steps.does.iter().for_each(|line| add(hash, line));
    add(hash, &steps.check);
    add(hash, &steps.search);
}

/// Each text with its length before it: no word can move from one text to the next unnoticed.
fn add(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_le_bytes());
    hash.update(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::id::MeasureId;
    use crate::content::rule::Conditions;
    use crate::content::{Confidence, Date, Evidence, Gate, Money, On, When};

    fn measure() -> Measure {
        Measure {
            id: MeasureId::new("lock-it").unwrap(),
            topic: "lock".into(),
            title: "Lock it".into(),
            short: "Lock".into(),
            why: "Because.".into(),
            when: When::Leaving,
            minutes: 1,
            money: Money::None,
            cost: String::new(),
            careful: String::new(),
            instead: String::new(),
            undo: String::new(),
            evidence: Evidence::C,
            baseline: false,
            show: Conditions::default(),
            needs: Vec::new(),
            after: Vec::new(),
            conflicts: Vec::new(),
            gate: Gate::None,
            gate_why: String::new(),
            reveals: Vec::new(),
            changes_setting: false,
            keep_after: false,
            sources: Vec::new(),
            cuts: Vec::new(),
            steps: vec![Steps {
                on: On::Person,
                os_min: String::new(),
                os_verified: String::new(),
                source: None,
                reviewed: Date::FIRST,
                confidence: Confidence::High,
                does: vec!["One.".into(), "Two.".into()],
                check: String::new(),
                search: String::new(),
            }],
        }
    }

    #[test]
    fn the_same_words_have_the_same_stamp_for_ever() {
        assert_eq!(stamp(&measure()), "945932865af3ffcd");
    }

    #[test]
    fn any_word_that_matters_changes_the_stamp() {
        let before = stamp(&measure());
        let changes: [fn(&mut Measure); 5] = [
            |measure| measure.title = "Lock it!".into(),
            |measure| measure.careful = "Not when it rains.".into(),
            |measure| measure.steps[0].does = vec!["One.Two.".into()],
            |measure| measure.steps[0].does = vec!["One.".into()],
            |measure| std::mem::swap(&mut measure.cost, &mut measure.why),
        ];

        for change in changes {
            let mut changed = measure();

            change(&mut changed);
            assert_ne!(stamp(&changed), before);
        }
    }

    #[test]
    fn a_new_source_is_no_news() {
        let mut changed = measure();

        changed.steps[0].reviewed = Date::new(2026, 11, 21).unwrap();
        changed.minutes = 5;

        assert_eq!(stamp(&changed), stamp(&measure()));
    }
}
