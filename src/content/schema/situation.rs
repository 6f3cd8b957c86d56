//! `[[situation]]`, with `[[situation.hour]]`, `[[situation.day]]` and `[[situation.week]]`.
use super::row::Row;
use crate::content::{Advice, Confidence, Gate, Situation, limits};

/// Reads a situation.
pub(super) fn read(row: &mut Row<'_, '_>) -> Option<Situation> {
    let id = row.id("id");
    let mut situation = Situation {
        title: row.text("title", limits::TITLE),
        about: row.text("about", limits::TEXT),
        careful: row.maybe_text("careful", limits::TEXT),
        see: row.ids("see"),
        reviewed: row.date("reviewed"),
        hour: Vec::new(),
        day: Vec::new(),
        week: Vec::new(),
        id: id?,
    };

    situation.hour = row.parts("hour", limits::ITEMS, advice);
    situation.day = row.parts("day", limits::ITEMS, advice);
    situation.week = row.parts("week", limits::ITEMS, advice);

    row.expect_some("hour", situation.hour.len());
    row.expect_some("day", situation.day.len());
    row.expect_some("week", situation.week.len());

    Some(situation)
}

fn advice(row: &mut Row<'_, '_>) -> Option<Advice> {
    Some(Advice {
        does: row.text("do", limits::STEP),
        why: row.maybe_text("why", limits::TEXT),
        gate: row.maybe_word("gate").unwrap_or(Gate::None),
        gate_why: row.maybe_text("gate_why", limits::TEXT),
        confidence: row.word("confidence", Confidence::Low),
        sources: row.ids("sources"),
    })
}
