//! What is known of a place's law, on paper; and what to ask where nothing is known.
//!
//! A topic without a rule is unknown, never allowed, and is named as such.
use super::item::month;
use super::{Block, Said, Setting};
use crate::content::freshness::Kind;
use crate::content::id::PlaceId;
use crate::content::{Confidence, Date, Pack, Place, PlaceRule, Topic};
use crate::{language, words};

/// The lines for a pocket when the whole text stands on the page before: what is wanted first.
const FEW: usize = 4;

/// The lines for a card.
const THREE: usize = 3;

/// Everything that is known, in full sentences, with how sure it is and what is missing.
pub(super) fn in_full(pack: &Pack, place: Option<&PlaceId>) -> Vec<Block> {
    let Some(place) = known(pack, place) else {
        return Vec::new();
    };
    let rules = rules(place);
    let title = language::marked(pack, &place.id, &place.name);
    let heading = words::text_with("sheet-law", &[("place", title.into())]);
    let mut blocks = vec![Block::Heading(heading)];

    blocks.extend(rules.iter().map(|rule| {
        Block::Said(Said {
            label: label(rule.topic),
            text: rule.says.clone(),
            noted: noted(rule),
        })
    }));

    if place.not_known().next().is_some() {
        blocks.push(Block::Subheading(words::text("sheet-law-missing")));
        blocks.push(Block::Points(place.not_known().map(question).collect()));
    }

    blocks
}

/// A few lines for the pocket and what is not known; or the questions to ask before the day.
///
/// Where nothing else says it in full, all lines.
pub(super) fn in_short(pack: &Pack, place: Option<&PlaceId>, setting: Setting) -> Vec<Block> {
    let Some(place) = known(pack, place) else {
        return unknown();
    };
    let rules = rules(place);
    let title = language::marked(pack, &place.id, &place.name);
    let heading = words::text_with("sheet-law", &[("place", title.into())]);
    let most = if setting == Setting::Normal { FEW } else { rules.len() };
    let lines = rules.iter().take(most).map(|rule| rule.card.clone()).collect();
    let reviewed = || rules.iter().map(|rule| rule.reviewed);
    let mut blocks = vec![Block::Subheading(heading), Block::Points(lines)];
    let missing: Vec<String> = place.not_known().map(name).collect();

    if !missing.is_empty() {
        let topics = [("topics", missing.join(" · ").into())];
        blocks.push(Block::Paragraph(words::text_with("sheet-law-not-known", &topics)));
    }

    if let (Some(first), Some(last)) = (reviewed().min(), reviewed().max()) {
        blocks.push(Block::Small(closing(first, last)));
    }

    blocks
}

/// All lines for the pocket; where nothing is known, that, and the first questions to ask.
pub(super) fn in_pocket(pack: &Pack, place: Option<&PlaceId>, setting: Setting) -> Vec<Block> {
    match known(pack, place) {
        Some(_) => in_short(pack, place, setting),
        None => in_three(pack, place),
    }
}

/// The three lines that are wanted first, for a card; where nothing is known, that, and what to ask.
pub(super) fn in_three(pack: &Pack, place: Option<&PlaceId>) -> Vec<Block> {
    let Some(place) = known(pack, place) else {
        return vec![
            Block::Heading(words::text("sheet-law-ask")),
            Block::Paragraph(words::text("card-law-none")),
            Block::Points(Topic::ALL.into_iter().take(THREE).map(question).collect()),
        ];
    };
    let rules = rules(place);
    let first = || rules.iter().take(THREE);
    let title = language::marked(pack, &place.id, &place.name);
    let heading = words::text_with("sheet-law", &[("place", title.into())]);
    let lines = first().map(|rule| rule.card.clone()).collect();
    let reviewed = || first().map(|rule| rule.reviewed);
    let mut blocks = vec![Block::Heading(heading), Block::Points(lines)];
    let missing: Vec<String> = place.not_known().map(name).collect();

    if !missing.is_empty() {
        let topics = [("topics", missing.join(" · ").into())];
        blocks.push(Block::Paragraph(words::text_with("sheet-law-not-known", &topics)));
    }

    if let (Some(first), Some(last)) = (reviewed().min(), reviewed().max()) {
        blocks.push(Block::Small(closing(first, last)));
    }

    blocks
}

fn closing(first: Date, last: Date) -> String {
    let until = month(Kind::Law.until(first));
    let (first, last) = (month(first), month(last));

    if first == last {
        words::text_with("sheet-law-close", &[("first", first.into()), ("until", until.into())])
    } else {
        words::text_with(
            "sheet-law-close-between",
            &[("first", first.into()), ("last", last.into()), ("until", until.into())],
        )
    }
}

fn unknown() -> Vec<Block> {
    vec![
        Block::Subheading(words::text("sheet-law-ask")),
        Block::Paragraph(words::text("sheet-law-unknown")),
        Block::Points(Topic::ALL.into_iter().map(question).collect()),
    ]
}

/// The place, when anything is known about it.
fn known<'a>(pack: &'a Pack, place: Option<&PlaceId>) -> Option<&'a Place> {
    place
        .and_then(|id| pack.place(id))
        .filter(|place| !place.rules.is_empty())
}

/// Its rules in the order of the page.
fn rules(place: &Place) -> Vec<&PlaceRule> {
    let of = |topic: Topic| place.rules.iter().filter(move |rule| rule.topic == topic);

    Topic::ALL.into_iter().flat_map(of).collect()
}

fn noted(rule: &PlaceRule) -> String {
    let months = [
        ("month", month(rule.reviewed).into()),
        ("until", month(Kind::Law.until(rule.reviewed)).into()),
    ];

    match rule.confidence {
        Confidence::High => words::text_with("sheet-rule-high", &months),
        Confidence::Medium => words::text_with("sheet-rule-medium", &months),
        Confidence::Low => words::text_with("sheet-rule-low", &months),
    }
}

fn label(topic: Topic) -> String {
    words::text_with("sheet-rule", &[("topic", name(topic).into())])
}

/// What to ask a lawyer of the place.
fn question(topic: Topic) -> String {
    match topic {
        Topic::ForcedUnlock => words::text("sheet-ask-unlock"),
        Topic::Code => words::text("sheet-ask-code"),
        Topic::Search => words::text("sheet-ask-search"),
        Topic::Name => words::text("sheet-ask-name"),
        Topic::Mask => words::text("sheet-ask-mask"),
        Topic::Silence => words::text("sheet-ask-silence"),
        Topic::Filming => words::text("sheet-ask-filming"),
        Topic::Wiping => words::text("sheet-ask-wiping"),
        Topic::Border => words::text("sheet-ask-border"),
    }
}

fn name(topic: Topic) -> String {
    match topic {
        Topic::ForcedUnlock => words::text("sheet-topic-forced-unlock"),
        Topic::Code => words::text("sheet-topic-code"),
        Topic::Search => words::text("sheet-topic-search"),
        Topic::Name => words::text("sheet-topic-name"),
        Topic::Mask => words::text("sheet-topic-mask"),
        Topic::Silence => words::text("sheet-topic-silence"),
        Topic::Filming => words::text("sheet-topic-filming"),
        Topic::Wiping => words::text("sheet-topic-wiping"),
        Topic::Border => words::text("sheet-topic-border"),
    }
}
