//! What is shown to whom: conditions that contradict themselves, hold for nobody, or for everybody.
use super::names::Names;
use super::reach::Reach;
use super::{Code, Sink};
use crate::content::id::MeasureId;
use crate::content::rule::{ChoiceRef, Conditions, Entry};
use crate::content::schema::{Draft, Spot};
use crate::content::{Gate, GateRole, Measure, On};

use std::collections::{BTreeMap, BTreeSet};

/// Looks at everything that has conditions.
pub(super) fn look(draft: &Draft<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    let pack = &draft.pack;
    let reach = Reach::new(pack, names);
    let questions = pack.questions.iter().map(|it| &it.show).zip(&draft.questions);
    let decisions = pack.decisions.iter().map(|it| &it.show).zip(&draft.decisions);
    let measures = pack.measures.iter().map(|it| &it.show).zip(&draft.measures);
    let cards = pack.cards.iter().map(|it| &it.show).zip(&draft.cards);

    for (show, spot) in questions.chain(decisions).chain(measures).chain(cards) {
        contradiction(show, spot, names, sink);
    }

    for (card, spot) in pack.cards.iter().zip(&draft.cards) {
        if spot.is_sound() && !reach.can_hold(&card.show) {
            never(&format!("card `{}`", card.id), "its conditions never hold", spot, sink);
        }
    }

    for (decision, spot) in pack.decisions.iter().zip(&draft.decisions) {
        if spot.is_sound() && !reach.is_put(&decision.id) {
            never(
                &format!("decision `{}`", decision.id),
                "its conditions never hold",
                spot,
                sink,
            );
        }
    }

    measures_shown(draft, &reach, sink);
    brought(draft, names, sink);
}

/// An answer that shows something and hides it as well.
fn contradiction(show: &Conditions, spot: &Spot<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    let hide: BTreeSet<&Entry> = show.hide.iter().collect();
    let hidden: BTreeSet<&ChoiceRef> = hide.iter().flat_map(|entry| names.answers(entry)).collect();
    let is_hidden = |entry: &Entry| {
        let answers = names.answers(entry);

        hide.contains(entry) || !answers.is_empty() && answers.iter().all(|answer| hidden.contains(answer))
    };

    for (entries, key) in [(&show.any, "show_if_any"), (&show.all, "show_if_all")] {
        for entry in entries.iter().filter(|entry| is_hidden(entry)) {
            let at = spot.naming(key, &entry.to_string());
            let message = format!("`{entry}` shows this and hides it as well");

            sink.report(Code::Contradiction, at, message, "take it out of one of the two lists");
        }
    }
}

fn measures_shown(draft: &Draft<'_>, reach: &Reach<'_>, sink: &mut Sink<'_>) {
    let pack = &draft.pack;
    let choices = pack.questions.iter().flat_map(|question| &question.choices);
    let mut ways = Ways {
        needed: pack.measures.iter().flat_map(|measure| &measure.needs).collect(),
        allowed: BTreeMap::new(),
        opens: choices.into_iter().any(|choice| choice.gate == Some(GateRole::Opens)),
    };

    for decision in &pack.decisions {
        for id in decision.options.iter().flat_map(|side| &side.allows) {
            *ways.allowed.entry(id).or_default() |= reach.is_put(&decision.id);
        }
    }

    for (measure, spot) in pack.measures.iter().zip(&draft.measures) {
        if !spot.is_sound() {
            continue;
        }

        if let Some(why) = hindrance(measure, reach, &ways) {
            never(&format!("measure `{}`", measure.id), why, spot, sink);
        } else if reach.always_holds(&measure.show) {
            let message = format!("the conditions of `{}` hold for everybody", measure.id);

            sink.report(
                Code::AlwaysShown,
                spot.of("show_if_any"),
                message,
                "leave them out, or ask for less",
            );
        }
    }
}

/// What the pack as a whole says about whether a measure can be there.
struct Ways<'a> {
    needed: BTreeSet<&'a MeasureId>,
    /// The measures that a decision allows, and whether that decision is put to anybody.
    allowed: BTreeMap<&'a MeasureId, bool>,
    opens: bool,
}

fn hindrance(measure: &Measure, reach: &Reach<'_>, ways: &Ways<'_>) -> Option<&'static str> {
    if !reach.can_hold(&measure.show) {
        Some("its conditions never hold")
    } else if ways.allowed.get(&measure.id) == Some(&false) {
        Some("the decision that allows it is never put")
    } else if measure.gate == Gate::Legal && !ways.opens {
        Some("no answer opens its gate")
    } else if measure.cuts.is_empty() && !measure.baseline && !ways.needed.contains(&measure.id) {
        Some("it lessens no threat, is not in every plan, and nothing needs it")
    } else {
        None
    }
}

fn never(what: &str, why: &str, spot: &Spot<'_>, sink: &mut Sink<'_>) {
    let message = format!("the {what} can never be there: {why}");

    sink.report(Code::NeverShown, spot.place(), message, "mend it, or leave it out");
}

/// Steps on a device that no answer brings are never seen.
fn brought(draft: &Draft<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    let choices = draft.pack.questions.iter().flat_map(|question| &question.choices);
    let brought: BTreeSet<_> = choices.filter_map(|choice| choice.device.as_ref()).collect();

    for (measure, spot) in draft.pack.measures.iter().zip(&draft.measures) {
        for (number, steps) in measure.steps.iter().enumerate() {
            let On::Device(device) = &steps.on else { continue };

            if names.devices.contains(device) && !brought.contains(device) {
                let part = spot.part("steps", number, measure.steps.len());
                let message = format!("no answer brings `{device}`, so nobody sees these steps");
                let help = format!("give an answer `device = \"{device}\"`");

                sink.report(Code::NeverBrought, part.of("on"), message, help);
            }
        }
    }
}
