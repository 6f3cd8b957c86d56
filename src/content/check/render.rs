//! Findings with the lines they are about, the way compilers show them.
use super::{Finding, Findings, Level};
use crate::content::{SourceFile, text};

use annotate_snippets::{AnnotationKind, Group, Level as Style, Renderer, Snippet};

use std::borrow::Cow;
use std::ops::Range;

impl Findings {
    /// Every finding with its line, an arrow, and what to do; then how many there are.
    ///
    /// `files` are those the pack was read from. `color` adds terminal colours.
    pub fn render(&self, files: &[SourceFile], color: bool) -> String {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let mut shown = String::new();

        for finding in self.iter() {
            let whole = files
                .iter()
                .find(|file| file.name == finding.file)
                .map_or("", |file| file.text.as_str());

            let (line, span) = line_of(whole, finding.span.clone());
            let [line, message, help] = [line, &finding.message, &finding.help].map(shown_as);

            shown.push_str(&renderer.render(&[group(finding, (&line, span), &message, &help)]));
            shown.push_str("\n\n");
        }

        shown.push_str(&self.summary());
        shown.push('\n');

        shown
    }

    /// How many errors and warnings there are, in a few words.
    pub fn summary(&self) -> String {
        let count = |level, one: &str, many: &str| {
            let count = self.iter().filter(|finding| finding.level == level).count();

            match count {
                0 => format!("no {many}"),
                1 => format!("1 {one}"),
                _ => format!("{count} {many}"),
            }
        };
        let errors = count(Level::Error, "error", "errors");
        let warnings = count(Level::Warning, "warning", "warnings");

        format!("{errors}, {warnings}")
    }
}

fn group<'a>(finding: &'a Finding, line: (&'a str, Range<usize>), message: &'a str, help: &'a str) -> Group<'a> {
    let style = match finding.level {
        Level::Error => Style::ERROR,
        Level::Warning => Style::WARNING,
    };
    let snippet = Snippet::source(line.0)
        .path(&finding.file)
        .line_start(finding.line)
        .annotation(AnnotationKind::Primary.span(line.1));
    let group = style
        .primary_title(message)
        .id(finding.code.to_string())
        .element(snippet);

    if help.is_empty() {
        group
    } else {
        group.element(Style::HELP.message(help))
    }
}

/// What is shown of a stranger's words: nothing that hides, turns around or steers a terminal. As many bytes
/// as before, so that what is pointed at stays where it is.
fn shown_as(words: &str) -> Cow<'_, str> {
    if !words.chars().any(text::is_refused) {
        return Cow::Borrowed(words);
    }

    words
        .chars()
        .map(|character| match (text::is_refused(character), character.len_utf8()) {
            (false, _) => character.to_string(),
            (true, 1) => "?".to_owned(),
            (true, 2) => "??".to_owned(),
            (true, 3) => "\u{fffd}".to_owned(),
            (true, _) => "\u{fffd}?".to_owned(),
        })
        .collect::<String>()
        .into()
}

/// The line that `span` starts on, and the part of it that `span` covers.
///
/// One line only: the renderer reads everything it is given, and a file may be large.
fn line_of(text: &str, span: Range<usize>) -> (&str, Range<usize>) {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let (before, after) = text.split_at(start);
    let first = before.rfind('\n').map_or(0, |end| end + 1);
    let last = start + after.find('\n').unwrap_or(after.len());
    let line = text.get(first..last).unwrap_or_default();
    let line = line.strip_suffix('\r').unwrap_or(line);
    let inside = (start - first).min(line.len());
    let end = line.floor_char_boundary((span.end.max(start) - first).min(line.len()));

    (line, inside..end.max(inside))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::check::Code;

    #[test]
    fn what_hides_or_steers_is_shown_as_a_mark_of_the_same_length() {
        let words = "a\u{1b}[2J\u{85}b\u{202e}c\u{e0041}";
        let shown = shown_as(words);

        assert_eq!(shown, "a?[2J??b\u{fffd}c\u{fffd}?");
        assert_eq!(shown.len(), words.len());
        assert_eq!(shown_as("Größe\tund"), "Größe\tund");
    }

    fn findings(span: Range<usize>) -> Findings {
        Findings {
            list: vec![Finding {
                code: Code::UnknownKey,
                level: Level::Error,
                file: "pack.toml".into(),
                span,
                line: 2,
                column: 1,
                message: "unknown key `titel`".into(),
                help: "did you mean `title`?".into(),
            }],
        }
    }

    fn files(text: &str) -> Vec<SourceFile> {
        vec![SourceFile {
            name: "pack.toml".into(),
            text: text.into(),
        }]
    }

    #[test]
    fn a_finding_is_shown_with_its_line_and_an_arrow() {
        let shown = findings(11..16).render(&files("format = 1\ntitel = \"Out\"\n"), false);

        assert_eq!(
            shown,
            "error[P003]: unknown key `titel`
 --> pack.toml:2:1
  |
2 | titel = \"Out\"
  | ^^^^^
  |
  = help: did you mean `title`?

1 error, no warnings
"
        );
    }

    #[test]
    fn colours_come_only_when_asked_for() {
        let files = files("format = 1\ntitel = \"Out\"\n");

        assert!(findings(11..16).render(&files, true).contains('\u{1B}'));
        assert!(!findings(11..16).render(&files, false).contains('\u{1B}'));
    }

    #[test]
    fn any_span_in_any_text_can_be_shown() {
        for text in ["", "a", "ü\r\nß\n", "a\n\n\n", "\u{1B}[2J\u{202E}"] {
            for start in 0..8 {
                for end in 0..8 {
                    let shown = findings(start..end).render(&files(text), false);

                    assert!(shown.contains("P003"));
                    assert!(!shown.contains(['\u{1B}', '\u{202E}']), "{shown:?}");
                }
            }
        }
    }
}
