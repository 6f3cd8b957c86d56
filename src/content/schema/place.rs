//! `[[place]]` and its rules of law.
use super::row::Row;
use crate::content::{Confidence, Place, PlaceRule, Topic, limits};

/// Reads a place.
pub(super) fn read(row: &mut Row<'_, '_>) -> Option<Place> {
    let id = row.id("id");
    let mut place = Place {
        name: row.text("name", limits::TITLE),
        unknown: row.word_list("unknown"),
        prints_letter: row.flag("prints_letter"),
        rules: Vec::new(),
        id: id?,
    };

    place.rules = row.parts("rule", limits::ITEMS, rule);

    Some(place)
}

fn rule(row: &mut Row<'_, '_>) -> Option<PlaceRule> {
    Some(PlaceRule {
        topic: row.word("topic", Topic::Code),
        says: row.text("says", limits::TEXT),
        card: row.text("card", limits::CARD),
        sources: row.ids("sources"),
        reviewed: row.date("reviewed"),
        confidence: row.word("confidence", Confidence::Low),
    })
}
