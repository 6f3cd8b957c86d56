//! From a document to its text. Leaves out what must not be kept.
use super::value;
use super::{
    CLOSED, DOES_NOT_APPLY, DONE, FORMAT, KEPT, LAST_REVISION, NOT_POSSIBLE, NOT_SURE, OFF, ON, OPEN, PERSON, PUT_BACK,
    SECOND, UNKNOWN, VERSION,
};
use crate::answers::{Given, Known, LegalGate};
use crate::content::id::{DecisionId, MeasureId};
use crate::content::{On, Pack};
use crate::document::{Document, Section, gate_questions};
use crate::plan::progress::{Earlier, Ending, Key, Mark, Role};

use toml::Value;
use zeroize::Zeroizing;

use std::fmt::Write;

/// The first line is what tells our text from others once it is opened; the second is for people.
const TITLE: &str =
    "# vault\n# A plan made with Daypack. Plain TOML: `age -d` shows it to you, any editor changes it.\n";

/// The text of a document, always in the same order.
pub(in crate::document) fn encode(document: &Document, pack: &Pack) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(64 << 10));
    let kept = Kept {
        pack,
        known: Known::new(pack, &document.answers),
    };

    text.push_str(TITLE);
    top(&mut text, document, pack);
    answers(&mut text, document, pack);
    decisions(&mut text, document, &kept);
    weigh(&mut text, document);
    versions(&mut text, document);
    seen(&mut text, document, &kept);
    marks(&mut text, document, &kept);
    earlier(&mut text, document, &kept);
    after(&mut text, document, &kept);

    text
}

/// What may be kept while the gate is as it is.
struct Kept<'a> {
    pack: &'a Pack,
    known: Known<'a>,
}

impl Kept<'_> {
    fn measure(&self, measure: &MeasureId) -> bool {
        !self.known.is_withheld(measure)
    }

    /// A decision with a side that is withheld as a whole would tell of it.
    fn decision(&self, decision: &DecisionId) -> bool {
        let sides = self.pack.decision(decision).map(|decision| decision.options.as_slice());
        let is_withheld =
            |measures: &[MeasureId]| !measures.is_empty() && measures.iter().all(|measure| !self.measure(measure));

        !sides.into_iter().flatten().any(|side| is_withheld(&side.allows))
    }
}

fn top(text: &mut String, document: &Document, pack: &Pack) {
    line(text, "format", FORMAT);
    number(text, "version", VERSION);
    number(text, "revision", document.revision.min(LAST_REVISION));

    if let Some(saved) = document.saved {
        line(text, "saved", &saved.to_string());
    }

    line(text, "pack", &document.pack.id);
    number(text, "pack_version", document.pack.version);

    if let Some(gate) = document.gate(pack) {
        line(
            text,
            "gate",
            match gate {
                LegalGate::Open => OPEN,
                LegalGate::Closed => CLOSED,
            },
        );
    }

    for (name, unknown) in &document.unknown {
        entry(text, name, unknown);
    }
}

fn answers(text: &mut String, document: &Document, pack: &Pack) {
    let is_gate = |id| gate_questions(pack).any(|question| &question.id == id);
    let kept = document.answers.all_given().filter(|(question, _)| !is_gate(*question));

    table(text, Section::Answers, kept, |text, (question, given)| match given {
        Given::Unknown => line(text, question.as_str(), UNKNOWN),
        Given::Chosen(choices) => {
            let names = choices.iter().map(|choice| Value::from(choice.as_str())).collect();

            entry(text, question.as_str(), &Value::Array(names));
        }
    });
}

fn decisions(text: &mut String, document: &Document, kept: &Kept<'_>) {
    let all = document
        .answers
        .all_decided()
        .filter(|(decision, _)| kept.decision(decision));

    table(text, Section::Decisions, all, |text, (decision, option)| {
        line(text, decision.as_str(), option.as_str());
    });
}

fn weigh(text: &mut String, document: &Document) {
    table(
        text,
        Section::Weigh,
        document.answers.all_weighed(),
        |text, (threat, weight)| {
            let set = [("likelihood", weight.likelihood), ("impact", weight.impact)];
            let set = set.into_iter().filter_map(|(name, set)| Some((name, set?)));
            let values: Vec<String> = set.map(|(name, value)| format!("{name} = {value}")).collect();
            let _ = writeln!(text, "{threat} = {{ {} }}", values.join(", "));
        },
    );
}

fn versions(text: &mut String, document: &Document) {
    let all = document.answers.all_versions();

    table(text, Section::Versions, all, |text, (device, version)| {
        line(text, device.as_str(), version.as_str());
    });
}

fn seen(text: &mut String, document: &Document, kept: &Kept<'_>) {
    let all = document.seen.iter().filter(|(measure, _)| kept.measure(measure));

    table(text, Section::Seen, all, |text, (measure, stamp)| {
        line(text, measure.as_str(), stamp);
    });
}

fn marks(text: &mut String, document: &Document, kept: &Kept<'_>) {
    for (place, mark) in document
        .progress
        .all_marks()
        .filter(|(place, _)| kept.measure(&place.measure))
    {
        key(text, Section::Mark, place);
        line(
            text,
            "state",
            match mark {
                Mark::Done => DONE,
                Mark::NotPossible => NOT_POSSIBLE,
                Mark::DoesNotApply => DOES_NOT_APPLY,
            },
        );
    }
}

fn earlier(text: &mut String, document: &Document, kept: &Kept<'_>) {
    for (place, earlier) in document
        .progress
        .all_earlier()
        .filter(|(place, _)| kept.measure(&place.measure))
    {
        key(text, Section::Earlier, place);

        match earlier {
            Earlier::On => line(text, "was", ON),
            Earlier::Off => line(text, "was", OFF),
            Earlier::NotSure => line(text, "was", NOT_SURE),
            Earlier::Other(note) => line(text, "note", note),
        }
    }
}

fn after(text: &mut String, document: &Document, kept: &Kept<'_>) {
    for (place, ending) in document
        .progress
        .all_endings()
        .filter(|(place, _)| kept.measure(&place.measure))
    {
        key(text, Section::After, place);
        line(
            text,
            "state",
            match ending {
                Ending::PutBack => PUT_BACK,
                Ending::Kept => KEPT,
            },
        );
    }
}

/// Starts an entry about one thing to tick.
fn key(text: &mut String, section: Section, key: &Key) {
    let _ = write!(text, "\n[[{section}]]\n");

    line(text, "measure", key.measure.as_str());
    line(
        text,
        "on",
        match &key.on {
            On::Person => PERSON,
            On::Device(device) => device.as_str(),
        },
    );

    if key.role == Role::Second {
        line(text, "device", SECOND);
    }
}

/// A table, if there is anything in it.
fn table<T>(
    text: &mut String,
    section: Section,
    entries: impl Iterator<Item = T>,
    mut write_one: impl FnMut(&mut String, T),
) {
    for (position, one) in entries.enumerate() {
        if position == 0 {
            let _ = write!(text, "\n[{section}]\n");
        }

        write_one(text, one);
    }
}

fn line(text: &mut String, name: &str, content: &str) {
    value::key(text, name);
    text.push_str(" = ");
    value::string(text, content);
    text.push('\n');
}

fn number(text: &mut String, name: &str, content: impl std::fmt::Display) {
    let _ = writeln!(text, "{name} = {content}");
}

fn entry(text: &mut String, name: &str, content: &Value) {
    value::key(text, name);
    text.push_str(" = ");
    value::value(text, content);
    text.push('\n');
}
