//! `[[question]]`, its choices, and `[[group]]`.
use super::row::Row;
use crate::content::{Choice, Group, Kind, Question, limits};

/// Reads a question.
pub(super) fn read(row: &mut Row<'_, '_>) -> Option<Question> {
    let id = row.id("id");
    let mut question = Question {
        asks: row.text("asks", limits::TITLE),
        why: row.maybe_text("why", limits::TEXT),
        kind: row.word("kind", Kind::One),
        show: row.conditions(),
        unknown_means: row.ids("unknown_means"),
        sensitive: row.flag("sensitive"),
        choices: Vec::new(),
        id: id?,
    };

    question.choices = row.parts("choice", limits::ITEMS, choice);
    row.expect_some("choice", question.choices.len());

    Some(question)
}

fn choice(row: &mut Row<'_, '_>) -> Option<Choice> {
    let id = row.id("id");

    Some(Choice {
        label: row.text("label", limits::TITLE),
        device: row.maybe_id("device"),
        place: row.maybe_id("place"),
        points: row
            .number("points", 0..=i64::from(limits::POINTS))
            .and_then(|points| u32::try_from(points).ok()),
        money: row.maybe_word("money"),
        lead: row.maybe_word("lead"),
        gate: row.maybe_word("gate"),
        groups: row.ids("group"),
        id: id?,
    })
}

/// Reads a named list of answers.
pub(super) fn group(row: &mut Row<'_, '_>) -> Option<Group> {
    let id = row.id("id");

    Some(Group {
        any: row.choices("any"),
        id: id?,
    })
}
