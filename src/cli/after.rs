//! `after`: what to do when something has happened, in the first hour, on the first day, in the first week.
//!
//! All of it at once: a name on the command line would stay in the history of the shell, and say there what
//! happened. Without answers the legal gate is closed, as everywhere.
use super::failure::Failure;
use super::page::Page;
use super::{input, language, output};
use crate::answers::{Known, LegalGate};
use crate::content::{Advice, Confidence, Gate, Pack, Situation, Source, Within};
use crate::language::marked;
use crate::words;

use std::path::PathBuf;

/// An example that works as it stands.
pub(super) const EXAMPLE: &str = "daypack-cli after";

/// The arguments of the command.
#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "F", help = words::text("terminal-after-answers"))]
    answers: Option<PathBuf>,
    #[command(flatten)]
    language: language::Language,
}

/// Says what helps.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let pack = args.language.pack()?;
    let gate = match &args.answers {
        Some(path) => Known::new(pack, &input::answers(path, pack)?).gate(),
        None => LegalGate::Closed,
    };

    output::text(words::within(&pack.lang, || page(pack, gate)).as_str())
}

fn page(pack: &Pack, gate: LegalGate) -> Page {
    let mut page = Page::default();

    language::note(&mut page, pack);

    // Life first, before any list.
    for card in pack.cards.iter().filter(|card| card.id.as_str() == "danger") {
        page.line(0, &card.lines.join(" "));
    }

    if gate == LegalGate::Closed {
        page.gap();
        page.line(0, &words::text("terminal-gate-closed"));
    }

    for situation in &pack.situations {
        happened(&mut page, pack, situation, gate);
    }

    page
}

fn happened(page: &mut Page, pack: &Pack, it: &Situation, gate: LegalGate) {
    page.heading(&marked(pack, &it.id, &it.title));
    page.line(0, &it.about);

    if !it.careful.is_empty() {
        let careful = [("careful", it.careful.as_str().into())];

        page.gap();
        page.line(0, &words::text_with("terminal-careful", &careful));
    }

    for within in Within::ALL {
        let lines = it.within(within).iter();

        page.gap();
        page.line(0, &name(within));

        for (number, advice) in (1..).zip(lines.filter(|it| gate == LegalGate::Open || it.gate == Gate::None)) {
            line(page, number, advice);
        }
    }

    page.gap();

    for source in sources(pack, it) {
        let values = [
            ("publisher", source.publisher.as_str().into()),
            ("title", source.title.as_str().into()),
            ("date", source.date.to_string().into()),
        ];

        page.line(0, &words::text_with("terminal-source", &values));
    }

    let reviewed = [("reviewed", it.reviewed.to_string().into())];
    page.line(0, &words::text_with("terminal-reviewed", &reviewed));
}

fn line(page: &mut Page, number: usize, advice: &Advice) {
    page.marked(0, &format!("{number}. "), &advice.does);
    page.line(2, &advice.why);

    if advice.confidence == Confidence::Low {
        page.line(2, &words::text("terminal-confidence-low"));
    }
}

/// Who says what it says, each once, in the order of the pack.
fn sources<'a>(pack: &'a Pack, it: &'a Situation) -> impl Iterator<Item = &'a Source> {
    let named: Vec<_> = it.advice().flat_map(|advice| &advice.sources).collect();

    pack.sources.iter().filter(move |source| named.contains(&&source.id))
}

fn name(within: Within) -> String {
    words::text(match within {
        Within::Hour => words::id("after-hour"),
        Within::Day => words::id("after-day"),
        Within::Week => words::id("after-week"),
    })
}
