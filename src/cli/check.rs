//! `check`: everything that is wrong with a checklist, what in it has grown old, and what its languages lack.
mod todo;

use super::failure::{Failure, Kind};
use super::output;
use super::page::Page;
use crate::content::check::Findings;
use crate::content::freshness::{self, Stale};
use crate::content::{Date, Pack, SourceFile};
use crate::{file, paths, words};

use serde::Serialize;

use std::path::{Path, PathBuf};

/// An example that works as it stands.
pub(super) const EXAMPLE: &str = "daypack-cli check";

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
    #[arg(long, value_name = "L", conflicts_with = "stale", help = words::text("terminal-check-lang"))]
    lang: Option<String>,
}

/// Checks the pack and says what was found.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let files = files(args.pack.as_deref())?;
    let (pack, findings) = Pack::read_with_warnings(&files);

    let stale = match &pack {
        Some(pack) if args.stale => freshness::stale(pack, day(args.at)?),
        _ => Vec::new(),
    };

    let languages = match &pack {
        Some(pack) => todo::languages(pack, args.lang.as_deref())?,
        None => Vec::new(),
    };

    let is_done = args.lang.is_none() || languages.iter().all(todo::Language::is_done);

    match (&pack, &args.lang) {
        _ if args.json => output::json(&json(&findings, &stale, languages))?,
        (Some(pack), Some(_)) => {
            output::note(findings.render(&files, output::has_color_for_messages()).trim_end());
            output::text(&todo::template(pack, &languages))?;
        }
        _ => {
            say(&findings, &files, &stale, args.stale)?;
            output::text(&todo::lines(&languages, ""))?;
        }
    }

    if findings.is_empty() && stale.is_empty() && is_done {
        Ok(())
    } else {
        Err(Failure::found())
    }
}

/// The day that was named, or today. Without a clock that can be believed, nothing can be called fresh.
fn day(named: Option<Date>) -> Result<Date, Failure> {
    named.or_else(|| Date::from_days(paths::today())).ok_or_else(|| {
        let advice = words::text("terminal-no-day-advice");

        Failure::new(Kind::Usage, words::text("terminal-no-day"), advice)
    })
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
                ("reviewed", entry.reviewed.to_string().into()),
                ("months", entry.months.into()),
                ("limit", entry.kind.months().into()),
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
    stale: Vec<JsonStale<'a>>,
    languages: Vec<todo::Language>,
}

#[derive(Serialize)]
struct JsonStale<'a> {
    id: &'a str,
    reviewed: String,
    months: u32,
    limit: u32,
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

fn json<'a>(findings: &'a Findings, stale: &'a [Stale], languages: Vec<todo::Language>) -> Json<'a> {
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
        stale: stale
            .iter()
            .map(|entry| JsonStale {
                id: &entry.id,
                reviewed: entry.reviewed.to_string(),
                months: entry.months,
                limit: entry.kind.months(),
            })
            .collect(),
        languages,
    }
}
