//! `check`: everything that is wrong with a checklist, and what in it has grown old.
use super::failure::Failure;
use super::output;
use super::page::Page;
use crate::content::check::Findings;
use crate::content::{Date, On, Pack, SourceFile, Word};
use crate::{file, paths, words};

use serde::Serialize;

use std::path::{Path, PathBuf};

/// An example that works as it stands.
pub(super) const EXAMPLE: &str = "daypack-cli check";

/// Steps and law are looked at again after half a year: menus move and courts decide.
const STEPS_MONTHS: u32 = 6;

/// Everything else after a year.
const PACK_MONTHS: u32 = 12;

/// The arguments of the command.
#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "PACK", help = words::text("terminal-check-pack"))]
    pack: Option<PathBuf>,
    #[arg(long, help = words::text("terminal-check-stale"))]
    stale: bool,
    #[arg(long, value_name = "DATE", requires = "stale", help = words::text("terminal-check-at"))]
    at: Option<Date>,
    #[arg(long, help = words::text("terminal-json"))]
    json: bool,
}

/// Something that was last looked at too long ago.
#[derive(Serialize)]
struct Stale {
    id: String,
    reviewed: String,
    months: u32,
}

/// Checks the pack and says what was found.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let files = files(args.pack.as_deref())?;
    let (pack, findings) = Pack::read_with_warnings(&files);

    let stale = match &pack {
        Some(pack) if args.stale => stale(pack, args.at.or_else(today)),
        _ => Vec::new(),
    };

    if args.json {
        output::json(&json(&findings, &stale))?;
    } else {
        say(&findings, &files, &stale, args.stale)?;
    }

    if findings.is_empty() && stale.is_empty() {
        Ok(())
    } else {
        Err(Failure::found())
    }
}

fn files(path: Option<&Path>) -> Result<Vec<SourceFile>, Failure> {
    let Some(path) = path else {
        return Ok(Pack::built_in_files());
    };

    let name = path.display().to_string();
    let texts = file::read_pack(path).map_err(|error| Failure::unread(&name, &error, error.advice()))?;

    Ok(texts
        .into_iter()
        .map(|text| SourceFile {
            name: text.name,
            text: text.text,
        })
        .collect())
}

fn today() -> Option<Date> {
    Date::from_days(paths::today())
}

/// What was last looked at too long before `at`. Without a clock nothing can be said.
fn stale(pack: &Pack, at: Option<Date>) -> Vec<Stale> {
    let Some(at) = at else {
        return Vec::new();
    };

    let old = |id: String, reviewed: Date, limit: u32| {
        let months = reviewed.months_until(at);

        (months >= limit).then(|| Stale {
            id,
            reviewed: reviewed.to_string(),
            months,
        })
    };

    let whole = old(format!("pack:{}", pack.id), pack.reviewed, PACK_MONTHS);

    let steps = pack.measures.iter().flat_map(|measure| {
        measure.steps.iter().filter_map(move |steps| {
            let on = match &steps.on {
                On::Person => "person",
                On::Device(device) => device.as_str(),
            };

            old(format!("measure:{}:{on}", measure.id), steps.reviewed, STEPS_MONTHS)
        })
    });

    let law = pack.places.iter().flat_map(|place| {
        let rules = place.rules.iter();

        rules.filter_map(move |rule| {
            old(
                format!("place:{}:{}", place.id, rule.topic.word()),
                rule.reviewed,
                STEPS_MONTHS,
            )
        })
    });

    whole.into_iter().chain(steps).chain(law).collect()
}

fn say(findings: &Findings, files: &[SourceFile], stale: &[Stale], was_asked: bool) -> Result<(), Failure> {
    output::text(&findings.render(files, output::has_color()))?;

    if !was_asked {
        return Ok(());
    }

    let mut page = Page::default();

    for entry in stale {
        let line = words::text_with(
            "terminal-stale",
            &[
                ("id", entry.id.as_str().into()),
                ("reviewed", entry.reviewed.as_str().into()),
                ("months", entry.months.into()),
            ],
        );

        page.line(0, &line);
    }

    if stale.is_empty() {
        page.line(0, &words::text("terminal-nothing-stale"));
    }

    output::text(page.as_str())
}

#[derive(Serialize)]
struct Json<'a> {
    format: u8,
    findings: Vec<JsonFinding<'a>>,
    stale: &'a [Stale],
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    code: String,
    level: String,
    file: &'a str,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    message: &'a str,
    help: &'a str,
}

fn json<'a>(findings: &'a Findings, stale: &'a [Stale]) -> Json<'a> {
    Json {
        format: 1,
        findings: findings
            .iter()
            .map(|finding| JsonFinding {
                code: finding.code.to_string(),
                level: finding.level.to_string(),
                file: &finding.file,
                start: finding.span.start,
                end: finding.span.end,
                line: finding.line,
                column: finding.column,
                message: &finding.message,
                help: &finding.help,
            })
            .collect(),
        stale,
    }
}
