//! Where findings are collected while a pack is read, and the words that are looked at afterwards.
use super::lines::Lines;
use super::{Code, Finding, Findings, Level};
use crate::content::SourceFile;
use crate::content::limits;

use std::collections::BTreeSet;
use std::ops::Range;

/// A place in one of the files: its number in the list, and bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::content) struct At {
    pub(in crate::content) file: usize,
    pub(in crate::content) start: usize,
    pub(in crate::content) end: usize,
}

impl At {
    /// A place in `file`.
    pub(in crate::content) fn new(file: usize, span: Range<usize>) -> Self {
        Self {
            file,
            start: span.start,
            end: span.end.max(span.start),
        }
    }
}

/// Who says a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::content) enum Speaker {
    /// The pack, to the person.
    Pack,
    /// The glossary, about a word of the pack.
    Glossary,
    /// Somebody else: the title of a source is what it is.
    Source,
}

/// A text that people will read.
pub(in crate::content) struct Words {
    pub(in crate::content) at: At,
    pub(in crate::content) of: Speaker,
    pub(in crate::content) text: String,
}

/// Collects what is found.
pub(in crate::content) struct Sink<'t> {
    files: &'t [SourceFile],
    lines: Vec<Lines<'t>>,
    found: Vec<(At, Finding)>,
    broken: BTreeSet<(usize, usize)>,
    errors: usize,
    warnings: usize,
    /// Every text that people will read, in the order of reading.
    pub(in crate::content) words: Vec<Words>,
}

impl<'t> Sink<'t> {
    /// Starts with nothing found in `files`.
    pub(in crate::content) fn new(files: &'t [SourceFile]) -> Self {
        Self {
            files,
            lines: files.iter().map(|file| Lines::new(&file.text)).collect(),
            found: Vec::new(),
            broken: BTreeSet::new(),
            errors: 0,
            warnings: 0,
            words: Vec::new(),
        }
    }

    /// Keeps the first finding of a line that cannot be read, and lets nothing else be said about it.
    pub(in crate::content) fn break_line(
        &mut self,
        code: Code,
        at: At,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let line = self.lines.get(at.file).map_or(1, |lines| lines.line(at.start));

        if !self.broken.contains(&(at.file, line)) {
            self.report(code, at, message, help);
            self.broken.insert((at.file, line));
        }
    }

    /// Lets nothing be said about a line that cannot be read.
    pub(in crate::content) fn pass_over_line(&mut self, at: At) {
        let line = self.lines.get(at.file).map_or(1, |lines| lines.line(at.start));

        self.broken.insert((at.file, line));
    }

    /// Whether every line could be read.
    pub(in crate::content) fn is_whole(&self) -> bool {
        self.broken.is_empty()
    }

    /// Keeps a finding, unless there are too many already. `help` may be empty.
    pub(in crate::content) fn report(
        &mut self,
        code: Code,
        at: At,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let line = self.lines.get(at.file).map_or(1, |lines| lines.line(at.start));

        if self.follows_from_a_broken_line(code, at.file, line) || !self.counts(code.level()) {
            return;
        }

        let (line, column) = self.place(at);
        let finding = Finding {
            code,
            level: code.level(),
            file: self
                .files
                .get(at.file)
                .map_or_else(String::new, |file| file.name.clone()),
            span: at.start..at.end,
            line,
            column,
            message: message.into(),
            help: help.into(),
        };

        self.found.push((at, finding));
    }

    /// Counts a finding, and says whether there is room to keep it. Errors and warnings are counted
    /// apart, so that no number of warnings can push out an error.
    fn counts(&mut self, level: Level) -> bool {
        let count = match level {
            Level::Error => &mut self.errors,
            Level::Warning => &mut self.warnings,
        };

        *count += 1;
        *count <= limits::FINDINGS
    }

    /// A key is not missing when the line that may have held it could not be read.
    fn follows_from_a_broken_line(&self, code: Code, file: usize, line: usize) -> bool {
        let is_about_absence = matches!(code, Code::MissingKey | Code::Empty | Code::NoHeader | Code::NoVersion);
        let mut lines = self.broken.range((file, 0)..=(file, usize::MAX));

        self.broken.contains(&(file, line)) || is_about_absence && lines.next().is_some()
    }

    fn place(&self, at: At) -> (usize, usize) {
        self.lines.get(at.file).map_or((1, 1), |lines| lines.place(at.start))
    }

    /// Whether more errors would only be counted.
    pub(in crate::content) fn is_full(&self) -> bool {
        self.errors >= limits::FINDINGS
    }

    /// The text of a place, as it is written in its file.
    pub(in crate::content) fn written(&self, at: At) -> &'t str {
        let file = self.files.get(at.file);

        file.and_then(|file| file.text.get(at.start..at.end))
            .unwrap_or_default()
    }

    /// A place as people write it: file, line, column.
    pub(in crate::content) fn whereabouts(&self, at: At) -> String {
        let (line, column) = self.place(at);
        let name = self.files.get(at.file).map_or("", |file| file.name.as_str());

        format!("{name}:{line}:{column}")
    }

    /// How many errors there were so far, those that were not kept included.
    pub(in crate::content) fn errors(&self) -> usize {
        self.errors
    }

    /// The findings, in the order of files and lines; the same problem in the same place once.
    pub(in crate::content) fn finish(mut self) -> Findings {
        self.found
            .sort_by_key(|(at, finding)| (at.file, at.start, finding.code));

        self.found
            .dedup_by(|(here, later), (there, sooner)| here == there && later.message == sooner.message);

        Findings {
            list: self.found.into_iter().map(|(_, finding)| finding).collect(),
        }
    }
}
