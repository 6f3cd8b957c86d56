//! The language somebody wants to read: one of those the checklist has, or a refusal that names them.
use super::failure::{Failure, Kind};
use super::page::Page;
use crate::content::Pack;
use crate::{language, words};

/// In which language something is said.
#[derive(clap::Args)]
pub(super) struct Language {
    #[arg(long, value_name = "L", help = words::text("terminal-lang"))]
    lang: Option<String>,
}

impl Language {
    /// The built-in pack in that language.
    pub(super) fn pack(&self) -> Result<&'static Pack, Failure> {
        match &self.lang {
            None => Ok(Pack::built_in()),
            Some(tag) => named(tag),
        }
    }
}

/// The built-in pack in the language `tag`.
pub(super) fn named(tag: &str) -> Result<&'static Pack, Failure> {
    Pack::built_in_language(tag).ok_or_else(|| refused(Pack::built_in(), tag))
}

/// Says how sure the words of a translation are, before anything else.
pub(super) fn note(page: &mut Page, pack: &Pack) {
    if let Some(note) = language::note(pack) {
        page.line(0, &words::sentence(&note));
        page.gap();
    }
}

fn refused(pack: &Pack, tag: &str) -> Failure {
    let shown: String = tag.chars().filter(|letter| !letter.is_control()).take(40).collect();
    let known: Vec<String> = language::all(pack)
        .iter()
        .map(|it| format!("{} ({}, {})", it.tag, it.name, it.status))
        .collect();

    Failure::new(
        Kind::Usage,
        words::text_with("terminal-no-lang", &[("lang", shown.into())]),
        words::text_with("terminal-known-langs", &[("known", known.join("; ").into())]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_is_not_there_is_refused_with_those_that_are() {
        let asked = Language {
            lang: Some("xx".to_owned()),
        };

        assert_eq!(
            asked.pack().unwrap_err().to_string(),
            "There is no language “xx” here.\nThere are: en (English, The language it was written in).\n"
        );

        let said = refused(language::made::pack(), "x\u{1b}x").to_string();

        assert!(said.contains("“xx”"), "{said}");
        assert!(
            said.contains("; de (Deutsch, Machine translation, not checked by a person)"),
            "{said}"
        );
    }

    #[test]
    fn its_own_language_is_the_pack_itself() {
        let of = |lang: Option<&str>| Language {
            lang: lang.map(str::to_owned),
        };

        assert_eq!(of(None).pack().unwrap().lang, "en");
        assert_eq!(of(Some("en")).pack().unwrap().lang, "en");
    }
}
