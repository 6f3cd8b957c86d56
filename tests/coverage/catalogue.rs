//! Every entry of the catalogue of advice lives in a measure, and no two measures give the same advice.
//!
//! `tests/catalogue.toml` holds the 117 entries that were collected before the first measure was written,
//! and the measures that each became. Variants share one; an entry with two sides has one a side.
use crate::support;

use daypack::content::{Measure, On, Pack};

use serde::Deserialize;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// How many entries each part of the catalogue has.
const PARTS: [(&str, usize); 17] = [
    ("AFT", 6),
    ("APP", 6),
    ("APR", 5),
    ("BAK", 5),
    ("DOX", 5),
    ("ENC", 7),
    ("LCK", 13),
    ("LOC", 14),
    ("MSG", 12),
    ("PAY", 3),
    ("PC", 7),
    ("PIC", 5),
    ("PPL", 8),
    ("RGT", 6),
    ("SIM", 4),
    ("TRV", 6),
    ("XB", 5),
];

/// A measure that answers more than a few entries says several things at once.
const MOST_ENTRIES_OF_ONE_MEASURE: usize = 2;

/// What is left when variants are merged, at least.
const FEWEST_MEASURES: usize = 75;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// What the entry advises, in two or three words.
    advice: String,
    measures: Vec<String>,
}

#[test]
fn every_entry_of_the_catalogue_is_there() {
    let catalogue = catalogue();
    let mut missing = Vec::new();

    for (part, count) in PARTS {
        let entries = (1..=count).map(|number| format!("{part}-{number}"));

        missing.extend(entries.filter(|entry| !catalogue.contains_key(entry)));
    }

    assert!(missing.is_empty(), "no longer in the catalogue: {missing:?}");
    assert_eq!(catalogue.len(), PARTS.iter().map(|(_, count)| count).sum::<usize>());
    assert!(catalogue.values().all(|entry| !entry.advice.is_empty()));
}

#[test]
fn every_entry_of_the_catalogue_lives_in_a_measure() {
    let pack = Pack::built_in();
    let mut wrong = Vec::new();

    for (id, entry) in catalogue() {
        if entry.measures.is_empty() {
            wrong.push(format!("{id} ({}) lives nowhere", entry.advice));
        }

        for measure in &entry.measures {
            if pack.measures.iter().all(|known| known.id.as_str() != measure) {
                wrong.push(format!("{id} ({}): there is no measure `{measure}`", entry.advice));
            }
        }
    }

    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_measure_stands_for_more_than_two_entries() {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();

    for measure in catalogue().into_values().flat_map(|entry| entry.measures) {
        *uses.entry(measure).or_default() += 1;
    }

    assert!(uses.len() >= FEWEST_MEASURES, "only {} measures are left", uses.len());

    uses.retain(|_, count| *count > MOST_ENTRIES_OF_ONE_MEASURE);

    assert!(uses.is_empty(), "{uses:?}");
}

#[test]
fn no_two_measures_say_the_same() {
    let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();

    for measure in &Pack::built_in().measures {
        for text in own_words(measure) {
            said.entry(text.to_lowercase())
                .or_default()
                .insert(measure.id.to_string());
        }
    }

    said.retain(|_, measures| measures.len() > 1);

    assert!(said.is_empty(), "{said:#?}");
}

#[test]
fn every_measure_says_all_that_somebody_needs_to_decide() {
    for measure in &Pack::built_in().measures {
        let fields = [
            ("why", &measure.why),
            ("cost", &measure.cost),
            ("careful", &measure.careful),
            ("instead", &measure.instead),
            ("undo", &measure.undo),
        ];

        for (field, text) in fields {
            assert!(!text.is_empty(), "{} says nothing under `{field}`", measure.id);
        }

        assert!(!measure.steps.is_empty(), "{} has no steps", measure.id);
        assert!(
            !measure.cuts.is_empty() || measure.baseline,
            "{} lessens nothing",
            measure.id
        );
    }
}

/// The words that must belong to one measure: its title, its short form, why, and what a person does.
/// Steps on a device may be alike, as menus are.
fn own_words(measure: &Measure) -> Vec<&str> {
    let steps = measure.steps.iter().filter(|steps| steps.on == On::Person);
    let does = steps.flat_map(|steps| &steps.does);

    [&measure.title, &measure.short, &measure.why]
        .into_iter()
        .chain(does)
        .map(String::as_str)
        .collect()
}

fn catalogue() -> BTreeMap<String, Entry> {
    let text = fs::read_to_string(support::root().join("tests/catalogue.toml")).expect("the catalogue is there");

    toml::from_str(&text).unwrap_or_else(|error| panic!("tests/catalogue.toml: {error}"))
}
