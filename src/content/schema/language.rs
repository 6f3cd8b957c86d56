//! `lang/<tag>.toml`, or `[[language]]` in a pack that is one file: the words of another language.
//!
//! Read by the list of what has words; whatever else the format knows is refused where it stands.
use super::document::Document;
use super::row::Row;
use crate::content::check::{At, Code, Sink};
use crate::content::overlay::{By, DIGITS, Entry, Lines, NOT_WORDS, Part, Said, Status, TABLES, Table, numbered};
use crate::content::{limits, overlay};

/// A language as it was written.
pub(in crate::content) struct Spoken {
    pub(in crate::content) tag: String,
    pub(in crate::content) name: String,
    pub(in crate::content) title: String,
    pub(in crate::content) status: Status,
    /// Where its tag stands.
    pub(in crate::content) at: At,
    pub(in crate::content) entries: Vec<Entry>,
}

/// Reads the file of a language.
pub(in crate::content) fn language<'t>(document: &'t Document<'t>, sink: &mut Sink<'t>) -> Option<Spoken> {
    let at = At::new(document.file, 0..0);
    let stem = document.stem();

    if !overlay::is_tag(stem) {
        let message = "the name of this file is not that of a language";

        sink.report(Code::StrayFile, at, message, "name it like es.toml or pt-BR.toml");
    }

    let mut row = Row::new(sink, "", at, &document.table);
    let spoken = read(&mut row);

    row.finish();

    if let Some(spoken) = &spoken
        && spoken.tag != stem
        && overlay::is_tag(&spoken.tag)
        && overlay::is_tag(stem)
    {
        let message = format!("this file is named for `{stem}` and says `{}`", spoken.tag);

        sink.report(Code::BadLanguage, spoken.at, message, "write the same in both places");
    }

    spoken
}

/// Reads a language.
pub(super) fn read(row: &mut Row<'_, '_>) -> Option<Spoken> {
    let tag = row.plain("lang");
    let at = row.place_of("lang");
    let name = row.text("name", limits::TITLE);
    let title = row.text("title", limits::TITLE);
    let status = row.word("status", Status::Draft);

    if !tag.is_empty() && !overlay::is_tag(&tag) {
        let message = "`lang` is not the tag of a language".to_owned();

        row.sink
            .report(Code::BadLanguage, at, message, "write it like \"es\" or \"pt-BR\"");
    }

    let entries = TABLES.iter().flat_map(|table| entries(row, table)).collect();

    row.refuse(
        NOT_WORDS,
        Code::NotWords,
        "a language says other words, and nothing else",
    );
    row.refuse(
        &["source", "group"],
        Code::NotWords,
        "it has no words of its own: leave it out",
    );

    Some(Spoken {
        tag,
        name,
        title,
        status,
        at,
        entries,
    })
}

fn entries(row: &mut Row<'_, '_>, table: &'static Table) -> Vec<Entry> {
    row.parts(table.name, limits::ENTRIES, |row| Some(entry(row, table)))
}

fn entry(row: &mut Row<'_, '_>, table: &'static Table) -> Entry {
    let id = if table.has_id { row.plain("id") } else { String::new() };
    let of = row.plain("of");
    let (at, of_at) = (row.place_of("id"), row.place_of("of"));
    let is_mark = of.len() == DIGITS && of.bytes().all(|byte| byte.is_ascii_hexdigit());

    if !of.is_empty() && !is_mark {
        let message = format!("`of` takes {DIGITS} digits of 0-9 and a-f");
        let help = "`daypack-cli check --lang` says the right ones";

        row.sink.report(Code::BadWord, of_at, message, help);
    }

    let mut said = words(row, &Part::default(), table.keys);
    let mut parts = Vec::new();

    for part in table.parts {
        let read = row.parts(part.name, limits::ITEMS, |row| {
            let name = match part.by {
                By::Name(key) => row.plain(key),
                By::Device => device(row),
                By::Order => String::new(),
            };
            let at = match part.by {
                By::Name(key) => row.place_of(key),
                By::Device => row.place_of("on"),
                By::Order => row.at,
            };
            let unnamed = Part {
                table: part.name,
                name: String::new(),
            };
            let said = words(row, &unnamed, part.keys);

            refuse(row);

            Some((name, at, said))
        });
        let names: Vec<String> = match part.by {
            By::Name(_) => read.iter().map(|(name, _, _)| name.clone()).collect(),
            By::Device => numbered(read.iter().map(|(name, _, _)| name.clone())),
            By::Order => (1..=read.len()).map(|number| number.to_string()).collect(),
        };

        for (name, (_, at, words)) in names.into_iter().zip(read) {
            let part = Part { table: part.name, name };

            said.extend(words.into_iter().map(|said| Said {
                part: part.clone(),
                ..said
            }));
            parts.push((part, at));
        }
    }

    refuse(row);

    Entry {
        table,
        id,
        of: of.to_ascii_lowercase(),
        at,
        of_at,
        parts,
        said,
    }
}

/// The device of some steps, and the version from which on they hold where a device has several.
fn device(row: &mut Row<'_, '_>) -> String {
    let (on, os_min) = (row.plain("on"), row.maybe_plain("os_min"));

    if os_min.is_empty() {
        on
    } else {
        format!("{on} {os_min}")
    }
}

fn words(row: &mut Row<'_, '_>, part: &Part, keys: &'static [overlay::Key]) -> Vec<Said> {
    keys.iter()
        .filter_map(|key| {
            let words = match key.lines {
                Lines::One => row.said(key.name, key.longest).map(|text| vec![text]),
                Lines::Same | Lines::Any => row.said_lines(key.name, key.longest),
            };

            Some(Said {
                part: part.clone(),
                key: key.name,
                at: row.place_of(key.name),
                words: words?,
            })
        })
        .collect()
}

fn refuse(row: &mut Row<'_, '_>) {
    row.refuse(NOT_WORDS, Code::NotWords, "leave it out: it is as the pack has it");
}
