//! What is left to do for the languages of a checklist: in a line each, as a template, as data.
use crate::cli::failure::{Failure, Kind};
use crate::content::overlay::{self, State, Todo};
use crate::content::{Pack, Word};
use crate::words;

use serde::Serialize;

use std::fmt::Write;

/// How one language stands to the checklist.
#[derive(Serialize)]
pub(super) struct Language {
    lang: String,
    /// Nothing for a language that nobody has begun.
    status: Option<&'static str>,
    fits: usize,
    changed: Vec<Entry>,
    missing: Vec<Entry>,
    gone: Vec<Entry>,
}

/// An entry, and the mark of the words it says today.
#[derive(Serialize)]
struct Entry {
    table: &'static str,
    id: String,
    of: String,
}

impl Language {
    fn new(pack: &Pack, tag: &str) -> Self {
        let todo = pack.todo(tag);
        let entries = |state: State| {
            let of = |it: &Todo| Entry {
                table: it.table,
                id: it.id.clone(),
                of: it.mark.clone(),
            };

            todo.iter().filter(|it| it.state == state).map(of).collect()
        };

        Self {
            lang: tag.to_owned(),
            status: pack.language(tag).map(|language| language.status.word()),
            fits: todo.iter().filter(|it| it.state == State::Fits).count(),
            changed: entries(State::Changed),
            missing: entries(State::Missing),
            gone: entries(State::Gone),
        }
    }

    /// Whether every entry of the checklist is said in it.
    pub(super) fn is_done(&self) -> bool {
        self.changed.is_empty() && self.missing.is_empty() && self.gone.is_empty()
    }

    fn line(&self) -> String {
        words::text_with(
            "terminal-language-of",
            &[
                ("lang", self.lang.as_str().into()),
                ("status", self.status.unwrap_or("-").into()),
                ("fits", self.fits.into()),
                ("changed", self.changed.len().into()),
                ("missing", self.missing.len().into()),
                ("gone", self.gone.len().into()),
            ],
        )
    }
}

/// The language that was asked for, whether or not the checklist has it; or all that it has.
pub(super) fn languages(pack: &Pack, asked: Option<&str>) -> Result<Vec<Language>, Failure> {
    let Some(tag) = asked else {
        return Ok(pack.languages.iter().map(|it| Language::new(pack, &it.tag)).collect());
    };
    let refused = |what, advice| {
        let shown: String = tag.chars().filter(|letter| !letter.is_control()).take(40).collect();
        let lang = [("lang", shown.into())];

        Failure::new(Kind::Usage, words::text_with(what, &lang), words::text(advice))
    };

    if !overlay::is_tag(tag) {
        let advice = words::id("terminal-bad-lang-advice");

        return Err(refused(words::id("terminal-bad-lang"), advice));
    }

    if tag == pack.lang {
        let advice = words::id("terminal-lang-own-advice");

        return Err(refused(words::id("terminal-lang-own"), advice));
    }

    Ok(vec![Language::new(pack, tag)])
}

/// A line for each language, behind `mark`.
pub(super) fn lines(languages: &[Language], mark: &str) -> String {
    languages.iter().fold(String::new(), |mut text, language| {
        let _ = writeln!(text, "{mark}{}", language.line());

        text
    })
}

/// What is left to say, to be filled in. How things stand is a note in it.
pub(super) fn template(pack: &Pack, languages: &[Language]) -> String {
    languages.iter().fold(lines(languages, "# "), |text, language| {
        text + &pack.template(&language.lang)
    })
}
