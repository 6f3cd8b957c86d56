//! `questions`: what is asked, what can be answered, and the names that an answers file uses.
use super::failure::Failure;
use super::page::Page;
use super::{language, output};
use crate::content::{Decision, Device, Kind, Pack, Question, Word};
use crate::language::marked;
use crate::words;

use serde::Serialize;

/// An example that works as it stands.
pub(super) const EXAMPLE: &str = "daypack-cli questions";

/// The arguments of the command.
#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(long, help = words::text("terminal-json"))]
    json: bool,
    #[command(flatten)]
    language: language::Language,
}

/// Says what is asked.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let pack = args.language.pack()?;

    if args.json {
        output::json(&json(pack))
    } else {
        output::text(words::within(&pack.lang, || page(pack)).as_str())
    }
}

fn page(pack: &Pack) -> Page {
    let mut page = Page::default();

    language::note(&mut page, pack);
    page.line(0, &words::text("terminal-questions-note"));

    for question in &pack.questions {
        page.gap();
        page.marked(
            0,
            &format!("{}: ", question.id),
            &marked(pack, &question.id, &question.asks),
        );
        page.line(1, &question.why);
        page.line(1, &kind(question.kind));

        for choice in &question.choices {
            page.marked(2, &format!("{}.{}  ", question.id, choice.id), &choice.label);
        }
    }

    if !pack.decisions.is_empty() {
        page.heading(&words::text("terminal-decisions"));
    }

    for decision in &pack.decisions {
        page.gap();
        page.marked(
            0,
            &format!("{}: ", decision.id),
            &marked(pack, &decision.id, &decision.asks),
        );

        for side in &decision.options {
            page.marked(2, &format!("{}.{}  ", decision.id, side.id), &side.label);
        }
    }

    versions(&mut page, pack);

    page
}

/// The devices whose version can be said.
fn with_versions(pack: &Pack) -> impl Iterator<Item = &Device> {
    pack.devices.iter().filter(|device| !device.version_name.is_empty())
}

/// How to say a version, and where each one is written.
fn versions(page: &mut Page, pack: &Pack) {
    page.heading(&words::text("terminal-versions"));
    page.line(0, &words::text("terminal-versions-note"));

    for device in with_versions(pack) {
        let values = [
            ("device", marked(pack, &device.id, &device.label).into()),
            ("find", device.find_version.as_str().into()),
        ];

        page.marked(
            1,
            &format!("{}  ", device.id),
            &words::text_with("terminal-version-of", &values),
        );
    }
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::One => words::text("terminal-one"),
        Kind::Many => words::text("terminal-many"),
    }
}

#[derive(Serialize)]
struct Json<'a> {
    format: u8,
    lang: &'a str,
    questions: Vec<JsonQuestion<'a>>,
    decisions: Vec<JsonDecision<'a>>,
    versions: Vec<JsonVersion<'a>>,
}

#[derive(Serialize)]
struct JsonVersion<'a> {
    device: String,
    name: &'a str,
    find: &'a str,
}

#[derive(Serialize)]
struct JsonQuestion<'a> {
    id: String,
    lang: &'a str,
    asks: &'a str,
    why: &'a str,
    kind: &'static str,
    sensitive: bool,
    choices: Vec<JsonChoice<'a>>,
}

#[derive(Serialize)]
struct JsonDecision<'a> {
    id: String,
    lang: &'a str,
    asks: &'a str,
    options: Vec<JsonChoice<'a>>,
}

#[derive(Serialize)]
struct JsonChoice<'a> {
    id: String,
    label: &'a str,
}

fn json(pack: &Pack) -> Json<'_> {
    Json {
        format: 1,
        lang: &pack.lang,
        questions: pack
            .questions
            .iter()
            .map(|question| json_question(pack, question))
            .collect(),
        decisions: pack
            .decisions
            .iter()
            .map(|decision| json_decision(pack, decision))
            .collect(),
        versions: with_versions(pack).map(json_version).collect(),
    }
}

fn json_question<'a>(pack: &'a Pack, question: &'a Question) -> JsonQuestion<'a> {
    JsonQuestion {
        id: question.id.to_string(),
        lang: pack.language_of(&question.id),
        asks: &question.asks,
        why: &question.why,
        kind: question.kind.word(),
        sensitive: question.sensitive,
        choices: question
            .choices
            .iter()
            .map(|choice| JsonChoice {
                id: choice.id.to_string(),
                label: &choice.label,
            })
            .collect(),
    }
}

fn json_version(device: &Device) -> JsonVersion<'_> {
    JsonVersion {
        device: device.id.to_string(),
        name: &device.version_name,
        find: &device.find_version,
    }
}

fn json_decision<'a>(pack: &'a Pack, decision: &'a Decision) -> JsonDecision<'a> {
    JsonDecision {
        id: decision.id.to_string(),
        lang: pack.language_of(&decision.id),
        asks: &decision.asks,
        options: decision
            .options
            .iter()
            .map(|side| JsonChoice {
                id: side.id.to_string(),
                label: &side.label,
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::made;

    #[test]
    fn in_another_language_it_says_how_sure_the_words_are() {
        let german = made::in_language("de");
        let said = words::within("de", || page(german).as_str().to_owned());
        let first = &german.questions[0];

        assert!(
            said.starts_with("Maschinelle Übersetzung, von keinem Menschen geprüft.\n"),
            "{said}"
        );
        assert!(said.contains(&first.choices[0].label), "{said}");
        assert!(!page(Pack::built_in()).as_str().contains("translation"));
        assert_eq!((json(german).lang, json(Pack::built_in()).lang), ("de", "en"));
    }
}
