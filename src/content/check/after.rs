//! Situations: every line has a source, what destroys has its gate, and care comes before the gate.
use super::advice::destroying;
use super::names::Names;
use super::{Code, Sink};
use crate::content::schema::{Draft, Spot};
use crate::content::{Advice, Gate, Situation, Within, Word};

/// Looks at everything that helps after something has happened.
pub(super) fn look(draft: &Draft<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    for (situation, spot) in draft.pack.situations.iter().zip(&draft.situations) {
        for (advice, part) in parts(situation, spot) {
            for id in &advice.sources {
                names.source(id, part.naming("sources", id.as_str()), sink);
            }

            if spot.is_sound() {
                self::advice(advice, &part, sink);
            }
        }

        for id in &situation.see {
            let at = spot.naming("see", id.as_str());

            names.seek(at, sink).known("situation", id, &names.situations);
        }

        care(situation, spot, sink);
    }
}

/// Every line of a situation, and where it stands.
fn parts<'a, 't>(situation: &'a Situation, spot: &Spot<'t>) -> Vec<(&'a Advice, Spot<'t>)> {
    let part = |within: Within| {
        let lines = situation.within(within);
        let spots = (0..lines.len()).map(move |number| spot.part(within.word(), number, lines.len()));

        lines.iter().zip(spots)
    };

    Within::ALL.into_iter().flat_map(part).collect()
}

fn advice(advice: &Advice, part: &Spot<'_>, sink: &mut Sink<'_>) {
    if advice.sources.is_empty() {
        let help = "name who does in `sources`";

        sink.report(Code::NoSource, part.of("do"), "nobody says that this helps", help);
    }

    let found = [(&advice.does, "do"), (&advice.why, "why")]
        .into_iter()
        .find_map(|(text, key)| destroying(text).map(|word| (word, key)));

    if let Some((word, key)) = found
        && (!part.has("gate") || advice.gate_why.is_empty())
    {
        let message = format!("this says \"{word}\" and does not say whether it needs the gate");
        let help = "write gate = \"legal\" or \"none\", and in gate_why what is lost or why nothing is";

        sink.report(Code::NoGate, part.of(key), message, help);
    }
}

/// Whoever may read what destroys has read before what must come first.
fn care(situation: &Situation, spot: &Spot<'_>, sink: &mut Sink<'_>) {
    let is_gated = situation.advice().any(|advice| advice.gate == Gate::Legal);

    if is_gated && situation.careful.is_empty() && spot.is_sound() {
        let message = format!("`{}` has a line behind the gate, and no word of care", situation.id);
        let help = "say in `careful` what comes first, and when not to do it";

        sink.report(Code::NoCare, spot.place(), message, help);
    }
}
