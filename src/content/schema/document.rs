//! From the bytes of a file to TOML with places: sizes, characters, and grammar.
//!
//! Runs before anything is read, on files nobody has vouched for. The parser stops at 80 levels by
//! itself; everything else that could cost time is bounded here.
use crate::content::check::{At, Code, Sink};
use crate::content::{SourceFile, limits, text};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use std::thread;

/// A file that could be parsed, and its number in the list.
pub(in crate::content) struct Document<'t> {
    pub(super) file: usize,
    pub(super) name: &'t str,
    pub(super) table: DeTable<'t>,
}

impl Document<'_> {
    /// The name of the file without its folder and its ending.
    pub(super) fn stem(&self) -> &str {
        let name = self.name.rsplit_once('/').map_or(self.name, |(_, name)| name);

        name.strip_suffix(".toml").unwrap_or(name)
    }

    /// Whether the file stands in the folder called `folder`.
    pub(super) fn is_in(&self, folder: &str) -> bool {
        let mut folders = self.name.rsplit('/');

        folders.nth(1) == Some(folder)
    }
}

/// Parses every file. What is too large is reported and left out.
pub(in crate::content) fn parse<'t>(files: &'t [SourceFile], sink: &mut Sink<'t>) -> Vec<Document<'t>> {
    if let Some(first_too_many) = files.get(limits::FILES) {
        let message = format!(
            "more than {} files; the first left out is {}",
            limits::FILES,
            first_too_many.name
        );

        sink.break_line(Code::TooLarge, At::new(limits::FILES, 0..0), message, "");
    }

    let mut room = limits::PACK;
    let mut documents = Vec::new();

    for (file, source) in files.iter().enumerate().take(limits::FILES) {
        let size = source.text.len();

        if size > limits::FILE || size > room {
            let message = format!("a file has at most {} bytes, a pack {}", limits::FILE, limits::PACK);

            sink.break_line(Code::TooLarge, At::new(file, 0..0), message, "");
            continue;
        }

        room -= size;

        if has_short_lines(file, &source.text, sink) {
            scan(file, &source.text, sink);

            documents.push(Document {
                file,
                name: &source.name,
                table: grammar(file, &source.text, sink),
            });
        }
    }

    documents
}

/// Parses files of our own, which the tests have looked through: without a second look, half of them beside
/// the other half.
pub(in crate::content) fn parse_own(files: &[SourceFile]) -> Vec<Document<'_>> {
    let numbered: Vec<(usize, &SourceFile)> = files.iter().enumerate().collect();
    let half = files.iter().map(|file| file.text.len()).sum::<usize>() / 2;
    let mut size = 0;
    let middle = numbered
        .iter()
        .take_while(|(_, file)| {
            size += file.text.len();
            size <= half
        })
        .count();
    let (first, second) = numbered.split_at(middle);

    thread::scope(|scope| {
        let beside = thread::Builder::new().spawn_scoped(scope, || second.iter().map(own).collect::<Vec<_>>());
        let mut documents: Vec<Document<'_>> = first.iter().map(own).collect();

        match beside.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(others)) => documents.extend(others),
            Ok(Err(_)) | Err(_) => documents.extend(second.iter().map(own)),
        }

        documents
    })
}

fn own<'t>((file, source): &(usize, &'t SourceFile)) -> Document<'t> {
    Document {
        file: *file,
        name: &source.name,
        table: DeTable::parse_recoverable(&source.text).0.into_inner(),
    }
}

fn has_short_lines(file: usize, text: &str, sink: &mut Sink<'_>) -> bool {
    let mut start = 0;

    for line in text.split_inclusive('\n') {
        if line.len() > limits::LINE {
            let message = format!("a line has at most {} bytes", limits::LINE);

            sink.break_line(Code::TooLarge, At::new(file, start..start), message, "");

            return false;
        }

        start += line.len();
    }

    true
}

/// Looks at every character, comments included: what a reviewer sees must be what is there.
fn scan(file: usize, text: &str, sink: &mut Sink<'_>) {
    // A mark some editors write at the start of a file.
    let skipped = if text.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    };
    let mut from = skipped;

    while let Some(Err(refused)) = text.get(from..).map(text::refuse) {
        let start = from + refused.at();
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.chars().next().map_or(1, char::len_utf8);

        sink.break_line(
            Code::DangerousText,
            At::new(file, start..start + length),
            refused.to_string(),
            "",
        );
        // One report a line says enough.
        from = start + rest.find('\n').unwrap_or(rest.len());
    }
}

/// The most lines of a file that cannot be read and are shown: with more, it is likely no file of ours.
const MOST_BROKEN: usize = 20;

fn grammar<'t>(file: usize, text: &'t str, sink: &mut Sink<'_>) -> DeTable<'t> {
    let (table, errors) = DeTable::parse_recoverable(text);

    let more = errors.len().saturating_sub(MOST_BROKEN);

    for (number, error) in errors.into_iter().enumerate() {
        let end = text.len();
        let at = At::new(file, error.span().unwrap_or(end..end));
        let detail = error.message().replace('\n', " ");

        match number {
            0..MOST_BROKEN => sink.break_line(Code::Syntax, at, "this line is not TOML", detail),
            MOST_BROKEN => sink.break_line(
                Code::Syntax,
                at,
                format!("this line is not TOML, and {} more mistakes follow", more - 1),
                "is this a file of another kind?",
            ),
            _ => sink.pass_over_line(at),
        }
    }

    let table = table.into_inner();

    for value in table.values() {
        deep(file, value, 1, sink);
    }

    table
}

fn deep(file: usize, value: &Spanned<DeValue<'_>>, depth: usize, sink: &mut Sink<'_>) {
    if depth > limits::NESTING {
        let message = format!("more than {} tables and lists in each other", limits::NESTING);

        return sink.report(Code::TooLarge, At::new(file, value.span()), message, "");
    }

    match value.get_ref() {
        DeValue::Array(items) => items.iter().for_each(|item| deep(file, item, depth + 1, sink)),
        DeValue::Table(table) => table.values().for_each(|item| deep(file, item, depth + 1, sink)),
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
    }
}
