//! Places: each topic of law is either known, with a source, or said to be unknown.
//!
//! A topic that nobody looked up would read like one that is allowed. So a pack has to say which it is.
use super::{Code, Sink};
use crate::content::schema::{Draft, Spot};
use crate::content::word::Word;
use crate::content::{Place, Topic};

/// Looks at every place.
pub(super) fn look(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for (place, spot) in draft.pack.places.iter().zip(&draft.places) {
        if spot.is_sound() {
            topics(place, spot, sink);
            sources(place, spot, sink);
        }
    }
}

fn topics(place: &Place, spot: &Spot<'_>, sink: &mut Sink<'_>) {
    let times = |topic: Topic| {
        let rules = place.rules.iter().map(|rule| rule.topic);

        rules
            .chain(place.unknown.iter().copied())
            .filter(|said| *said == topic)
            .count()
    };
    let left_out: Vec<&str> = Topic::ALL
        .into_iter()
        .filter(|topic| times(*topic) == 0)
        .map(Word::word)
        .collect();

    if !left_out.is_empty() {
        let message = format!("`{}` does not say how it is with {}", place.id, left_out.join(", "));
        let help = "add a [[place.rule]], or name it in `unknown`: left out would read like allowed";

        sink.report(Code::TopicOnce, spot.place(), message, help);
    }

    for topic in Topic::ALL.into_iter().filter(|topic| times(*topic) > 1) {
        let message = format!("`{}` says twice how it is with {}", place.id, topic.word());
        let help = "put what is disputed into one rule, so that nobody reads half of it";

        sink.report(Code::TopicOnce, spot.place(), message, help);
    }
}

fn sources(place: &Place, spot: &Spot<'_>, sink: &mut Sink<'_>) {
    for (number, rule) in place.rules.iter().enumerate() {
        if rule.sources.is_empty() {
            let part = spot.part("rule", number, place.rules.len());

            sink.report(
                Code::NoSource,
                part.of("says"),
                "nobody says what this law is",
                "name who does",
            );
        }
    }
}
