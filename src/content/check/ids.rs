//! Ids: every one that is named exists, and no two things share one.
use super::names::Names;
use super::uses::Use;
use super::{At, Code, Sink};
use crate::content::id::Id;
use crate::content::schema::{Draft, Spot};
use crate::content::{Measure, On, limits};

use std::collections::BTreeMap;

/// Looks at every id that a pack gives.
pub(super) fn given(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let pack = &draft.pack;

    once(
        "question",
        pack.questions.iter().map(|it| &it.id),
        &draft.questions,
        sink,
    );
    once("group", pack.groups.iter().map(|it| &it.id), &draft.groups, sink);
    once("device", pack.devices.iter().map(|it| &it.id), &draft.devices, sink);
    once("threat", pack.threats.iter().map(|it| &it.id), &draft.threats, sink);
    once("measure", pack.measures.iter().map(|it| &it.id), &draft.measures, sink);
    once(
        "decision",
        pack.decisions.iter().map(|it| &it.id),
        &draft.decisions,
        sink,
    );
    once("place", pack.places.iter().map(|it| &it.id), &draft.places, sink);
    once("source", pack.sources.iter().map(|it| &it.id), &draft.sources, sink);
    once("card", pack.cards.iter().map(|it| &it.id), &draft.cards, sink);
    once(
        "situation",
        pack.situations.iter().map(|it| &it.id),
        &draft.situations,
        sink,
    );
    once("term", pack.glossary.iter().map(|it| &it.id), &draft.glossary, sink);
    once("persona", pack.personas.iter().map(|it| &it.id), &draft.personas, sink);

    for (question, spot) in pack.questions.iter().zip(&draft.questions) {
        let spots = parts(spot, "choice", question.choices.len());

        once("answer", question.choices.iter().map(|it| &it.id), &spots, sink);
    }

    for (decision, spot) in pack.decisions.iter().zip(&draft.decisions) {
        let spots = parts(spot, "option", decision.options.len());

        once("option", decision.options.iter().map(|it| &it.id), &spots, sink);
    }

    topics(draft, sink);
    clashes(draft, sink);
}

/// Looks at every id that a pack names.
pub(super) fn named(draft: &Draft<'_>, names: &Names<'_>, uses: &[Use<'_>], sink: &mut Sink<'_>) {
    for usage in uses {
        names.entry(usage.entry, usage.at, sink);
    }

    questions(draft, names, sink);

    for (measure, spot) in draft.pack.measures.iter().zip(&draft.measures) {
        measure_names(measure, spot, names, sink);
    }

    for (decision, spot) in draft.pack.decisions.iter().zip(&draft.decisions) {
        for (number, side) in decision.options.iter().enumerate() {
            let part = spot.part("option", number, decision.options.len());

            for id in &side.allows {
                names.measure(id, part.naming("allows", id.as_str()), sink);
            }
        }
    }

    for (place, spot) in draft.pack.places.iter().zip(&draft.places) {
        for (number, rule) in place.rules.iter().enumerate() {
            let part = spot.part("rule", number, place.rules.len());

            for id in &rule.sources {
                names.source(id, part.naming("sources", id.as_str()), sink);
            }
        }
    }

    for (card, spot) in draft.pack.cards.iter().zip(&draft.cards) {
        for id in &card.sources {
            names.source(id, spot.naming("sources", id.as_str()), sink);
        }
    }

    retired(draft, names, sink);
}

fn questions(draft: &Draft<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    for (question, spot) in draft.pack.questions.iter().zip(&draft.questions) {
        for id in &question.unknown_means {
            let at = spot.naming("unknown_means", id.as_str());

            names
                .seek(at, sink)
                .known("answer here", id, question.choices.as_slice());
        }

        for (number, choice) in question.choices.iter().enumerate() {
            let part = spot.part("choice", number, question.choices.len());

            if let Some(id) = &choice.device {
                names.device(id, part.of("device"), sink);
            }

            if let Some(id) = &choice.place {
                names.seek(part.of("place"), sink).known("place", id, &names.places);
            }

            for id in &choice.groups {
                names
                    .seek(part.naming("group", &format!("@{id}")), sink)
                    .known("group", id, &names.groups);
            }
        }
    }

    for (group, spot) in draft.pack.groups.iter().zip(&draft.groups) {
        if group.any.len() > limits::ITEMS {
            let message = format!("more than {} answers in `@{}`", limits::ITEMS, group.id);

            sink.report(Code::TooLarge, spot.place(), message, "make two groups");
        }

        for member in &group.any {
            names.choice(member, spot.naming("any", &member.to_string()), sink);
        }
    }
}

fn measure_names(measure: &Measure, spot: &Spot<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    let lists = [
        (&measure.needs, "needs"),
        (&measure.after, "after"),
        (&measure.conflicts, "conflicts"),
    ];

    for (ids, key) in lists {
        for id in ids {
            names.measure(id, spot.naming(key, id.as_str()), sink);
        }
    }

    for id in &measure.sources {
        names.source(id, spot.naming("sources", id.as_str()), sink);
    }

    for (number, cut) in measure.cuts.iter().enumerate() {
        let part = spot.part("cuts", number, measure.cuts.len());

        names.threat(&cut.threat, part.of("threat"), sink);
    }

    for (number, steps) in measure.steps.iter().enumerate() {
        let part = spot.part("steps", number, measure.steps.len());

        if let On::Device(id) = &steps.on {
            names.device(id, part.of("on"), sink);
        }

        if let Some(id) = &steps.source {
            names
                .seek(part.of("source"), sink)
                .known("source of this measure", id, measure.sources.as_slice());
        }
    }
}

fn retired(draft: &Draft<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    const FORM: &str = "write what it was and its name: measure:old-name, choice:question.answer";

    for (retired, spot) in draft.pack.retired.iter().zip(&draft.retired) {
        match names.has(&retired.id) {
            Some(false) => {}
            Some(true) => {
                let message = format!("`{}` is gone, and something has that name", retired.id);

                sink.report(Code::RetiredInUse, spot.place(), message, "an id is never used again");
            }
            None => sink.report(Code::BadId, spot.place(), "this is no name of a thing", FORM),
        }

        let heir = &retired.replaced_by;

        match names.has(heir) {
            Some(true) => {}
            Some(false) => {
                let message = format!("there is no `{heir}` to replace it");

                sink.report(Code::UnknownId, spot.of("replaced_by"), message, "");
            }
            None if heir.is_empty() => {}
            None => sink.report(Code::BadId, spot.of("replaced_by"), "this is no name of a thing", FORM),
        }
    }
}

fn parts<'t>(spot: &Spot<'t>, key: &str, count: usize) -> Vec<Spot<'t>> {
    (0..count).map(|number| spot.part(key, number, count)).collect()
}

fn once<'a, I: Id + 'a>(what: &str, ids: impl Iterator<Item = &'a I>, spots: &[Spot<'_>], sink: &mut Sink<'_>) {
    let mut first: BTreeMap<&I, At> = BTreeMap::new();

    for (id, spot) in ids.zip(spots) {
        if let Some(before) = first.get(id) {
            let help = format!("the first one stands at {}", sink.whereabouts(*before));
            let message = format!("there are two things called `{}`: {what} twice", id.name());

            sink.report(Code::DuplicateId, spot.place(), message, help);
        } else {
            first.insert(id, spot.place());
        }
    }
}

fn topics(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    for (place, spot) in draft.pack.places.iter().zip(&draft.places) {
        let mut seen = Vec::new();

        for (number, rule) in place.rules.iter().enumerate() {
            if spot.is_sound() && seen.contains(&rule.topic) {
                let part = spot.part("rule", number, place.rules.len());
                let message = format!("two rules of `{}` are about the same topic", place.id);

                sink.report(Code::DuplicateId, part.of("topic"), message, "make one of them");
            }

            seen.push(rule.topic);
        }
    }
}

/// Conditions name questions, decisions and groups side by side: nobody should have to guess which.
fn clashes(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let pack = &draft.pack;
    let questions = pack.questions.iter().map(|it| it.id.as_str()).zip(&draft.questions);
    let decisions = pack.decisions.iter().map(|it| it.id.as_str()).zip(&draft.decisions);
    let groups = pack.groups.iter().map(|it| it.id.as_str()).zip(&draft.groups);
    let all = questions.map(|(id, spot)| (id, "question", spot));
    let all = all.chain(decisions.map(|(id, spot)| (id, "decision", spot)));
    let all = all.chain(groups.map(|(id, spot)| (id, "group", spot)));
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();

    for (id, kind, spot) in all {
        match first.get(id) {
            Some(other) if *other != kind => {
                let message = format!("a {other} and a {kind} are both called `{id}`");

                sink.report(Code::NameClash, spot.place(), message, "give one of them another name");
            }
            Some(_) => {}
            None => {
                first.insert(id, kind);
            }
        }
    }

    for (device, spot) in pack.devices.iter().zip(&draft.devices) {
        if device.id.as_str() == "person" {
            let message = "`person` means steps without a device";

            sink.report(Code::NameClash, spot.place(), message, "give the device another name");
        }
    }
}
