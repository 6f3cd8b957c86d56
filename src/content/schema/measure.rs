//! `[[measure]]`, what it cuts, and its steps.
use super::row::Row;
use crate::content::check::Code;
use crate::content::id::{DeviceId, Id, ThreatId};
use crate::content::{Confidence, Cut, Evidence, Gate, Measure, Money, On, Steps, When, limits};

/// Reads a measure. `topic` is the file it stands in, for measures that do not say.
pub(super) fn read(row: &mut Row<'_, '_>, topic: &str) -> Option<Measure> {
    let id = row.id("id");
    let mut measure = Measure {
        topic: row.topic(topic),
        title: row.text("title", limits::TITLE),
        short: row.text("short", limits::SHORT),
        why: row.text("why", limits::TEXT),
        when: row.word("when", When::DaysBefore),
        minutes: u16::try_from(row.count("minutes", 0..=i64::from(limits::MINUTES))).unwrap_or(0),
        money: row.maybe_word("money").unwrap_or(Money::None),
        cost: row.maybe_text("cost", limits::TEXT),
        careful: row.maybe_text("careful", limits::TEXT),
        instead: row.maybe_text("instead", limits::TEXT),
        undo: undo(row),
        evidence: row.word("evidence", Evidence::D),
        baseline: row.flag("baseline"),
        show: row.conditions(),
        needs: row.ids("needs"),
        after: row.ids("after"),
        conflicts: row.ids("conflicts"),
        gate: row.maybe_word("gate").unwrap_or(Gate::None),
        gate_why: row.maybe_text("gate_why", limits::TEXT),
        reveals: row.word_list("reveals"),
        changes_setting: row.flag("changes_setting"),
        keep_after: row.flag("keep_after"),
        sources: row.ids("sources"),
        cuts: Vec::new(),
        steps: Vec::new(),
        id: id?,
    };

    measure.cuts = row.parts("cuts", limits::ITEMS, cut);
    measure.steps = row.parts("steps", limits::ITEMS, steps);
    row.expect_some("steps", measure.steps.len());

    Some(measure)
}

/// Whoever changes a setting is told how to go back.
fn undo(row: &mut Row<'_, '_>) -> String {
    if row.flag("changes_setting") {
        row.text("undo", limits::TEXT)
    } else {
        row.maybe_text("undo", limits::TEXT)
    }
}

fn cut(row: &mut Row<'_, '_>) -> Option<Cut> {
    let threat = row.id::<ThreatId>("threat");
    let by = |row: &mut Row<'_, '_>, key| {
        row.number(key, 0..=i64::from(limits::RATING))
            .and_then(|by| u8::try_from(by).ok())
            .unwrap_or(0)
    };

    Some(Cut {
        likelihood_by: by(row, "likelihood_by"),
        impact_by: by(row, "impact_by"),
        removes: row.flag("removes"),
        threat: threat?,
    })
}

fn steps(row: &mut Row<'_, '_>) -> Option<Steps> {
    let on = row.id::<DeviceId>("on").map(|on| match on.name() {
        "person" => On::Person,
        _ => On::Device(on),
    });
    let steps = Steps {
        os_min: row.maybe_plain("os_min"),
        os_verified: row.maybe_plain("os_verified"),
        source: row.maybe_id("source"),
        reviewed: row.date("reviewed"),
        confidence: row.word("confidence", Confidence::Low),
        does: row.texts("do", limits::STEP),
        check: row.maybe_text("check", limits::TEXT),
        search: row.maybe_text("search", limits::TITLE),
        on: on?,
    };

    row.expect_some("do", steps.does.len());

    if matches!(steps.on, On::Device(_)) && steps.os_verified.is_empty() {
        let message = "these steps do not say on which version they were checked";

        row.sink.report(Code::NoVersion, row.at, message, "add `os_verified`");
    }

    Some(steps)
}
