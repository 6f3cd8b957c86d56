//! `[[decision]]` and its options.
use super::row::Row;
use crate::content::check::Code;
use crate::content::{Decision, Side, limits};

/// Reads a decision.
pub(super) fn read(row: &mut Row<'_, '_>) -> Option<Decision> {
    let id = row.id("id");
    let mut decision = Decision {
        asks: row.text("asks", limits::TITLE),
        about: row.maybe_text("about", limits::TEXT),
        show: row.conditions(),
        options: Vec::new(),
        id: id?,
    };

    decision.options = row.parts("option", limits::ITEMS, side);
    row.expect_some("option", decision.options.len());

    if decision.options.len() == 1 {
        let message = "a decision has at least two options";

        row.sink.report(Code::Empty, row.at, message, "add the other side");
    }

    Some(decision)
}

fn side(row: &mut Row<'_, '_>) -> Option<Side> {
    let id = row.id("id");

    Some(Side {
        label: row.text("label", limits::TITLE),
        gives: row.text("gives", limits::TEXT),
        costs: row.text("costs", limits::TEXT),
        allows: row.ids("allows"),
        id: id?,
    })
}
