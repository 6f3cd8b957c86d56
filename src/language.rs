//! What is said about languages: what each is called, how sure its words are, and what is not said in it.
//!
//! The words come from `words`, in the language being spoken; who has looked at what comes from the pack.
use crate::content::overlay::Worded;
use crate::content::{Pack, Status};
use crate::words;

/// A language that a pack can be had in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its tag, such as `es`.
    pub tag: String,
    /// What its speakers call it.
    pub name: String,
    /// How sure its words are, in a few words.
    pub status: String,
}

/// Every language of `pack`, the one it was written in first. One of them alone is nothing to choose from.
pub fn all(pack: &Pack) -> Vec<Choice> {
    let base = Choice {
        tag: pack.base_language().to_owned(),
        name: words::name_of(pack.base_language()),
        status: words::text("language-original"),
    };
    let others = pack.languages.iter().map(|language| Choice {
        tag: language.tag.clone(),
        name: language.name.clone(),
        status: status(language.status),
    });

    [base].into_iter().chain(others).collect()
}

/// How sure the words of a language are.
pub fn status(status: Status) -> String {
    words::text(match status {
        Status::Machine => words::id("language-machine"),
        Status::Draft => words::id("language-draft"),
        Status::Reviewed => words::id("language-reviewed"),
    })
}

/// How sure the words of `pack` are; nothing when it speaks the language it was written in.
pub fn note(pack: &Pack) -> Option<String> {
    let translation = pack.translation.as_ref()?;

    Some(status(translation.status))
}

/// The same in two words, where there is no room for more; nothing where somebody has looked through them.
pub fn short_note(pack: &Pack) -> Option<String> {
    match pack.translation.as_ref()?.status {
        Status::Machine => Some(words::text("language-machine-short")),
        Status::Draft => Some(words::text("language-draft-short")),
        Status::Reviewed => None,
    }
}

/// Says that this entry is in another language than the one that was asked for: “in English”. Nothing for
/// an entry that is in it.
pub fn mark<I: Worded>(pack: &Pack, id: &I) -> Option<String> {
    pack.is_in_base(id).then(|| in_base(pack))
}

/// The title of an entry, with its mark where it needs one.
pub fn marked<I: Worded>(pack: &Pack, id: &I, title: &str) -> String {
    match mark(pack, id) {
        Some(mark) => beside(title, &mark),
        None => title.to_owned(),
    }
}

/// The title of a step of the run sheet, with its mark where it needs one; `number` counts from 0.
pub fn marked_step(pack: &Pack, number: usize, title: &str) -> String {
    if pack.is_step_in_base(number) {
        beside(title, &in_base(pack))
    } else {
        title.to_owned()
    }
}

fn in_base(pack: &Pack) -> String {
    words::text_with("language-in", &[("name", words::name_of(pack.base_language()).into())])
}

fn beside(title: &str, mark: &str) -> String {
    words::text_with("language-marked", &[("title", title.into()), ("mark", mark.into())])
}

#[cfg(test)]
pub(crate) mod made;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_language_is_the_one_it_was_written_in() {
        assert_eq!(
            all(Pack::built_in()),
            [Choice {
                tag: "en".to_owned(),
                name: "English".to_owned(),
                status: "The language it was written in".to_owned(),
            }]
        );
    }

    #[test]
    fn every_language_says_how_sure_it_is() {
        let pack = made::pack();
        let said: Vec<_> = all(pack).into_iter().map(|it| (it.tag, it.name, it.status)).collect();

        assert_eq!(said.len(), 3);
        assert_eq!(said[1].0, "de");
        assert_eq!(said[1].2, "Machine translation, not checked by a person");
        assert_eq!(said[2].2, "Draft translation, not checked by a second person");
    }

    #[test]
    fn what_is_not_said_in_a_language_is_marked_in_that_language() {
        let german = made::in_language("de");
        let left = german.measure(&made::left_out()).unwrap();
        let said = german.measures.iter().find(|it| it.id != left.id).unwrap();

        words::within("de", || {
            assert_eq!(
                marked(german, &left.id, &left.title),
                format!("{} (auf English)", left.title)
            );
            assert_eq!(marked(german, &said.id, &said.title), said.title);
            assert_eq!(
                note(german).unwrap(),
                "Maschinelle Übersetzung, von keinem Menschen geprüft"
            );
        });
        assert_eq!(note(Pack::built_in()), None);
    }
}
