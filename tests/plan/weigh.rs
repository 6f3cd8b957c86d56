//! Weighing: sums, one clamp, reasons, the person's own value.
use super::build::*;

use daypack::answers::{Answers, Known, Weight};
use daypack::content::{Pack, Shift, Threat};
use daypack::risk::{Band, Ledger, Level, Weighed, weigh};

fn with(shifts: Vec<Shift>, likelihood: u8, impact: u8) -> Pack {
    Pack {
        questions: vec![question("worry", &["police", "thief"], &["police"])],
        threats: vec![Threat {
            shifts,
            ..threat("taken", likelihood, impact)
        }],
        ..pack()
    }
}

fn weighed(pack: &Pack, answers: &Answers) -> Weighed {
    let known = Known::new(pack, answers);

    weigh(pack, &known, answers).get(&threat_id("taken")).unwrap().clone()
}

fn level(likelihood: u8, impact: u8) -> Level {
    Level { likelihood, impact }
}

#[test]
fn shifts_are_summed_first_and_clamped_once() {
    let raises = Shift {
        any: entries(&["worry.police"]),
        likelihood: 3,
        ..shift("You worry about the police.")
    };
    let lowers = Shift {
        any: entries(&["worry.thief"]),
        likelihood: -2,
        ..shift("Thieves, too.")
    };
    let pack = with(vec![raises, lowers], 3, 2);
    let both = weighed(&pack, &said(&["worry.police", "worry.thief"]));

    assert_eq!(both.level, level(4, 2), "3 + 3 − 2, not 4 − 2");
    assert_eq!(both.base, level(3, 2));
    assert_eq!(both.because.len(), 2);
    assert_eq!(weighed(&pack, &said(&["worry.thief"])).level, level(1, 2));
}

#[test]
fn a_raise_is_content_with_an_assumed_answer_and_says_so() {
    let raises = Shift {
        any: entries(&["worry.police"]),
        impact: 1,
        ..shift("You worry about the police.")
    };
    let pack = with(vec![raises], 1, 1);
    let assumed = weighed(&pack, &Answers::default());

    assert_eq!(assumed.level, level(1, 2));
    assert!(assumed.because[0].is_assumed() && assumed.because[0].matches[0].assumed);
    assert!(!weighed(&pack, &said(&["worry.police"])).because[0].is_assumed());
}

#[test]
fn what_lowers_never_rests_on_a_guess() {
    let lowers = Shift {
        any: entries(&["worry.police"]),
        likelihood: -1,
        ..shift("Lower.")
    };
    let denied = Shift {
        none: entries(&["worry.thief"]),
        rules_out: true,
        ..shift("No thieves.")
    };
    let pack = with(vec![lowers, denied], 3, 3);

    assert_eq!(weighed(&pack, &Answers::default()).level, level(3, 3));

    let plain = weighed(&pack, &said(&["worry.police"]));
    assert_eq!(plain.level, level(0, 3), "ruled out");
    assert!(plain.ruled_out);
}

#[test]
fn a_shift_without_a_condition_never_fires() {
    let bare = Shift {
        likelihood: 1,
        ..shift("For no reason.")
    };

    assert_eq!(weighed(&with(vec![bare], 1, 1), &Answers::default()).level, level(1, 1));
}

#[test]
fn the_persons_own_value_wins_even_over_a_rule_out_and_the_proposal_stays() {
    let ruled_out = Shift {
        any: entries(&["worry.thief"]),
        rules_out: true,
        ..shift("Only thieves.")
    };
    let pack = with(vec![ruled_out], 2, 2);
    let mut answers = said(&["worry.thief"]);

    answers.weigh(
        threat_id("taken"),
        Weight {
            likelihood: Some(3),
            impact: None,
        },
    );

    let weighed = weighed(&pack, &answers);

    assert_eq!(weighed.level, level(3, 2));
    assert_eq!(weighed.proposed, level(0, 2));
    assert!(weighed.is_moved && weighed.ruled_out);
}

#[test]
fn threats_stand_by_risk_then_impact_then_name() {
    let pack = Pack {
        threats: vec![
            threat("b", 2, 2),
            threat("a", 2, 2),
            threat("wide", 4, 2),
            threat("grave", 2, 4),
        ],
        ..pack()
    };
    let answers = Answers::default();
    let weighing = weigh(&pack, &Known::new(&pack, &answers), &answers);
    let order: Vec<String> = weighing.iter().map(|weighed| weighed.threat.to_string()).collect();

    assert_eq!(order, ["grave", "wide", "a", "b"]);
}

#[test]
fn bands_are_the_ones_we_say() {
    let band = |risk: u8| level(risk, 1).band();

    assert_eq!(band(0), Band::None);
    assert_eq!((band(1), band(3)), (Band::Low, Band::Low));
    assert_eq!((band(4), band(7)), (Band::Medium, Band::Medium));
    assert_eq!((band(8), band(11)), (Band::High, Band::High));
    assert_eq!((band(12), band(16)), (Band::Severe, Band::Severe));
}

#[test]
fn cuts_stop_at_one_unless_one_of_them_removes() {
    let pack = with(Vec::new(), 3, 3);
    let answers = Answers::default();
    let weighing = weigh(&pack, &Known::new(&pack, &answers), &answers);
    let mut ledger = Ledger::new(&weighing);
    let strong = cutting("strong", 5, &[("taken", 4, 0)]);

    ledger.add(&strong);
    assert_eq!(ledger.left(&threat_id("taken")), level(1, 3));
    assert_eq!(ledger.gain(&[&strong]), 0, "it cannot be cut again");

    let mut last = cutting("last", 5, &[("taken", 1, 0)]);
    assert_eq!(ledger.gain(&[&last]), 0);

    last.cuts[0].removes = true;
    assert_eq!(ledger.gain(&[&last]), 3);
    ledger.add(&last);
    assert_eq!(ledger.left(&threat_id("taken")), level(0, 3));
}

#[test]
fn a_gain_of_several_is_what_they_take_together() {
    let pack = with(Vec::new(), 4, 2);
    let answers = Answers::default();
    let weighing = weigh(&pack, &Known::new(&pack, &answers), &answers);
    let ledger = Ledger::new(&weighing);
    let (one, two) = (
        cutting("one", 5, &[("taken", 2, 0)]),
        cutting("two", 5, &[("taken", 3, 1), ("unheard-of", 1, 1)]),
    );

    assert_eq!(ledger.gain(&[&one]), 4, "8 − 2×2");
    assert_eq!(ledger.gain(&[&two]), 7, "8 − 1×1");
    assert_eq!(ledger.gain(&[&one, &two]), 7);
    assert_eq!(ledger.left(&threat_id("unheard-of")), level(0, 0));
}
