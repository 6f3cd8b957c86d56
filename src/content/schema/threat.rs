//! `[[threat]]` and its shifts.
use super::row::Row;
use crate::content::{Shift, Threat, limits};

/// Reads a threat.
pub(super) fn read(row: &mut Row<'_, '_>) -> Option<Threat> {
    let id = row.id("id");
    let mut threat = Threat {
        who: row.text("who", limits::TITLE),
        title: row.text("title", limits::TITLE),
        about: row.maybe_text("about", limits::TEXT),
        articles: row.plains("articles"),
        likelihood: rating(row, "likelihood"),
        impact: rating(row, "impact"),
        shifts: Vec::new(),
        id: id?,
    };

    threat.shifts = row.parts("shift", limits::ITEMS, shift);

    Some(threat)
}

fn shift(row: &mut Row<'_, '_>) -> Option<Shift> {
    Some(Shift {
        any: row.entries("when_any"),
        all: row.entries("when_all"),
        none: row.entries("when_none"),
        likelihood: raise(row, "raise_likelihood"),
        impact: raise(row, "raise_impact"),
        rules_out: row.flag("rule_out"),
        because: row.text("because", limits::TITLE),
    })
}

fn rating(row: &mut Row<'_, '_>, key: &'static str) -> u8 {
    u8::try_from(row.count(key, 0..=i64::from(limits::RATING))).unwrap_or(0)
}

fn raise(row: &mut Row<'_, '_>, key: &'static str) -> i8 {
    let most = i64::from(limits::RATING);

    row.number(key, -most..=most)
        .and_then(|raise| i8::try_from(raise).ok())
        .unwrap_or(0)
}
