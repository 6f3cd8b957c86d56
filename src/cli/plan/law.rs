//! The law of a place, as text for a terminal: what is known, how sure it is, and what is not known.
use super::text::{Around, sureness};
use crate::cli::page::Page;
use crate::content::{PlaceRule, Topic};
use crate::language::marked;
use crate::plan::Plan;
use crate::words;

/// What is known of the law where it will be.
pub(super) fn law(page: &mut Page, around: Around<'_>, plan: &Plan) {
    match plan.place.as_ref().and_then(|id| around.pack.place(id)) {
        Some(place) if !place.rules.is_empty() => {
            page.heading(&words::text_with(
                "terminal-law",
                &[("place", marked(around.pack, &place.id, &place.name).into())],
            ));
            page.line(0, &words::text("terminal-law-note"));

            for rule in &place.rules {
                rule_page(page, around, rule);
            }

            let missing: Vec<String> = place.not_known().map(topic).collect();

            if !missing.is_empty() {
                let topics = [("topics", missing.join(", ").into())];
                page.line(0, &words::text_with("terminal-law-missing", &topics));
            }
        }
        _ => {
            page.heading(&words::text("terminal-law-unknown"));
            page.line(0, &words::text("terminal-law-unknown-note"));
        }
    }
}

fn topic(topic: Topic) -> String {
    words::text(match topic {
        Topic::ForcedUnlock => words::id("topic-forced-unlock"),
        Topic::Code => words::id("topic-code"),
        Topic::Search => words::id("topic-search"),
        Topic::Name => words::id("topic-name"),
        Topic::Mask => words::id("topic-mask"),
        Topic::Silence => words::id("topic-silence"),
        Topic::Filming => words::id("topic-filming"),
        Topic::Wiping => words::id("topic-wiping"),
        Topic::Border => words::id("topic-border"),
    })
}

fn rule_page(page: &mut Page, around: Around<'_>, rule: &PlaceRule) {
    let reviewed = words::text_with("terminal-reviewed", &[("reviewed", rule.reviewed.to_string().into())]);
    let sureness = sureness(rule.confidence).unwrap_or_default();

    let age = around.age(|today| rule.is_stale(today)).unwrap_or_default();

    page.marked(0, "- ", &format!("{} {reviewed} {age} {sureness}", rule.says));
}
