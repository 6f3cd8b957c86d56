//! What is there to be printed or looked up: `[[source]]`, `[[card]]`, `[[step]]`, `[[term]]`, `[[retired]]`.
use super::row::Row;
use crate::content::{Card, GuideStep, Retired, Source, Term, limits};

/// Reads a source.
pub(super) fn source(row: &mut Row<'_, '_>) -> Option<Source> {
    let id = row.id("id");

    Some(Source {
        title: row.text("title", limits::TITLE),
        publisher: row.text("publisher", limits::TITLE),
        url: row.plain("url"),
        date: row.date("date"),
        id: id?,
    })
}

/// Reads a card.
pub(super) fn card(row: &mut Row<'_, '_>) -> Option<Card> {
    let id = row.id("id");
    let card = Card {
        title: row.text("title", limits::TITLE),
        show: row.conditions(),
        lines: row.texts("lines", limits::STEP),
        sources: row.ids("sources"),
        reveals: row.word_list("reveals"),
        id: id?,
    };

    row.expect_some("lines", card.lines.len());

    Some(card)
}

/// Reads one step of the run sheet.
pub(super) fn guide(row: &mut Row<'_, '_>) -> Option<GuideStep> {
    Some(GuideStep {
        title: row.text("title", limits::TITLE),
        minutes: u16::try_from(row.count("minutes", 0..=i64::from(limits::MINUTES))).unwrap_or(0),
        materials: row.texts("materials", limits::TITLE),
        say: row.texts("say", limits::TEXT),
        objections: row.texts("objections", limits::TEXT),
    })
}

/// Reads a term.
pub(super) fn term(row: &mut Row<'_, '_>) -> Option<Term> {
    let id = row.id("id");
    let term = Term {
        words: row.texts("words", limits::TITLE),
        means: row.text("means", limits::TEXT),
        id: id?,
    };

    row.expect_some("words", term.words.len());

    Some(term)
}

/// Reads an id that is gone.
pub(super) fn retired(row: &mut Row<'_, '_>) -> Option<Retired> {
    Some(Retired {
        id: row.plain("id"),
        title: row.maybe_text("title", limits::TITLE),
        replaced_by: row.maybe_plain("replaced_by"),
        why: row.text("why", limits::TEXT),
    })
}
