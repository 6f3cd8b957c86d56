//! Made-up people and answers files: they name what exists, and do not contradict themselves.
use super::names::Names;
use super::{Code, Sink};
use crate::content::schema::Spot;
use crate::content::{Kind, Persona};

use std::collections::BTreeSet;

/// Looks at one person.
pub(super) fn look(person: &Persona, spot: &Spot<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    for choice in &person.answers {
        names.choice(choice, spot.naming("answers", &choice.to_string()), sink);
    }

    for option in &person.decisions {
        let at = spot.naming("decisions", &option.to_string());

        names.option(option, at, sink);
    }

    for (threat, _, _) in &person.weigh {
        names.threat(threat, spot.at("weigh").of(threat.as_str()), sink);
    }

    for (device, _) in &person.versions {
        names.device(device, spot.at("versions").of(device.as_str()), sink);
    }

    for (ids, key) in [(&person.must, "must"), (&person.must_never, "must_never")] {
        for id in ids {
            names.measure(id, spot.naming(key, id.as_str()), sink);
        }
    }

    for id in person.must.iter().filter(|id| person.must_never.contains(id)) {
        let message = format!("`{id}` must be in this plan and must never be");
        let at = spot.naming("must_never", id.as_str());

        sink.report(
            Code::PersonContradicts,
            at,
            message,
            "take it out of one of the two lists",
        );
    }

    nothing(person, spot, names, sink);
    twice(person, spot, names, sink);
}

/// "None of them" is an answer to a question that takes any number, and to nothing else.
fn nothing(person: &Persona, spot: &Spot<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    for id in &person.none {
        let at = spot.naming("none", id.as_str());
        let Some((_, question)) = names.questions.get(id) else {
            names.seek(at, sink).known("question", id, &names.questions);
            continue;
        };

        if question.kind == Kind::One {
            let message = format!("`{id}` takes exactly one answer");

            sink.report(
                Code::PersonContradicts,
                at,
                message,
                "leave it out: not mentioned means skipped",
            );
        } else if person.answers.iter().any(|choice| choice.question == *id) {
            let message = format!("`{id}` is answered, and answered with none of them");

            sink.report(Code::PersonContradicts, at, message, "keep one of the two");
        }
    }
}

fn twice(person: &Persona, spot: &Spot<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    let mut answered = BTreeSet::new();

    for choice in &person.answers {
        let question = names.questions.get(&choice.question);
        let takes_one = question.is_some_and(|(_, question)| question.kind == Kind::One);

        if takes_one && !answered.insert(&choice.question) {
            let at = spot.naming("answers", &choice.to_string());
            let message = format!("`{}` takes one answer, and this is another", choice.question);

            sink.report(Code::PersonContradicts, at, message, "keep one of them");
        }
    }

    let mut decided = BTreeSet::new();

    for option in &person.decisions {
        if !decided.insert(&option.decision) {
            let at = spot.naming("decisions", &option.to_string());
            let message = format!("`{}` is decided already", option.decision);

            sink.report(Code::PersonContradicts, at, message, "keep one side");
        }
    }
}
