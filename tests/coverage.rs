//! Every row of the founding documents is answered by something that exists.
//!
//! `coverage.toml` says by what: `question:`, `threat:`, `measure:`, `decision:`, `card:`, `place:`, or
//! `rule:` with the name of a test that holds it.
mod catalogue;
mod treaty;

use crate::{papers, support};

use daypack::content::Pack;

use serde::Deserialize;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The rows of the founding documents.
const ANSWERED: std::ops::RangeInclusive<u16> = 1..=109;

/// An id that answers everything answers nothing.
const MOST_ROWS_OF_ONE_ID: usize = 8;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Coverage {
    row: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    number: u16,
    answered_by: Vec<String>,
}

#[test]
fn every_row_is_answered_once() {
    let mut numbers: Vec<_> = rows().iter().map(|row| row.number).collect();
    numbers.sort_unstable();

    let twice: Vec<_> = numbers.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    let missing: Vec<_> = ANSWERED.filter(|number| !numbers.contains(number)).collect();

    assert!(twice.is_empty(), "answered twice: {twice:?}");
    assert!(missing.is_empty(), "not answered: {missing:?}");

    for row in rows() {
        assert!(!row.answered_by.is_empty(), "row {} is answered by nothing", row.number);
        assert!(ANSWERED.contains(&row.number), "there is no row {}", row.number);
    }
}

#[test]
fn every_answer_exists() {
    let known = known();

    for row in rows() {
        for id in &row.answered_by {
            assert!(known.contains(id), "row {}: there is no {id}", row.number);
        }
    }
}

#[test]
fn no_id_answers_more_than_eight_rows() {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();

    for id in rows().into_iter().flat_map(|row| row.answered_by) {
        *uses.entry(id).or_default() += 1;
    }

    uses.retain(|_, count| *count > MOST_ROWS_OF_ONE_ID);

    assert!(uses.is_empty(), "{uses:?}");
}

fn rows() -> Vec<Row> {
    let text = fs::read_to_string(support::root().join("tests/coverage.toml")).expect("tests/coverage.toml is there");
    let coverage: Coverage = toml::from_str(&text).unwrap_or_else(|error| panic!("tests/coverage.toml: {error}"));

    coverage.row
}

/// Everything that can answer a row.
fn known() -> BTreeSet<String> {
    let pack = Pack::built_in();
    let mut known: BTreeSet<String> = papers::test_names().iter().map(|name| format!("rule:{name}")).collect();

    known.extend(pack.questions.iter().map(|item| format!("question:{}", item.id)));
    known.extend(pack.threats.iter().map(|item| format!("threat:{}", item.id)));
    known.extend(pack.measures.iter().map(|item| format!("measure:{}", item.id)));
    known.extend(pack.decisions.iter().map(|item| format!("decision:{}", item.id)));
    known.extend(pack.cards.iter().map(|item| format!("card:{}", item.id)));
    known.extend(pack.places.iter().map(|item| format!("place:{}", item.id)));

    known
}
