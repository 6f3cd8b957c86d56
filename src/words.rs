//! The interface's words: what the window and the terminal say, in Fluent files compiled in.
//!
//! English for now. The files of a language, one a screen, stand in `assets/words/<language>/` and are
//! one vocabulary. Ids are written out in full where they are used, so that `tests/words.rs` can hold
//! the code and the files together. What a pack says is not here.
pub use fluent::FluentValue as Value;

use fluent::FluentArgs;
use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::unic_langid::LanguageIdentifier;
use i18n_embed::{I18nAssets, LanguageLoader};
use rust_embed::RustEmbed;

use std::borrow::Cow;
use std::sync::LazyLock;

/// The language every other one falls back to.
const FALLBACK: &str = "en";

/// Parsed at the first word asked for: in less than a millisecond.
static LOADER: LazyLock<FluentLanguageLoader> = LazyLock::new(load);

/// The words of that id, such as `when-leaving`.
///
/// An id that is in no file gives a text that says so; the tests let none through.
pub fn text(id: &str) -> String {
    LOADER.get(id)
}

/// The words of that id, with something put into them: `text_with("open-size", &[("kib", 256.into())])`.
///
/// Numbers choose the plural. The names must be those of the message, all of them and no others.
pub fn text_with(id: &str, values: &[(&'static str, Value<'_>)]) -> String {
    let mut args = FluentArgs::with_capacity(values.len());

    for (name, value) in values {
        args.set(*name, value.clone());
    }

    LOADER.get_args_fluent(id, Some(&args))
}

/// Marks an id that stands in a table and is looked up later, so that the tests see it.
pub const fn id(id: &'static str) -> &'static str {
    id
}

/// A room's own sentence as a person reads it: with a capital letter and a full stop.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let mut whole: String = letters
        .next()
        .map(|first| first.to_uppercase().collect())
        .unwrap_or_default();

    whole.push_str(letters.as_str());

    if !whole.is_empty() && !whole.ends_with(['.', '!', '?']) {
        whole.push('.');
    }

    whole
}

/// The files of a language, read as one: a screen may use the words of another.
fn load() -> FluentLanguageLoader {
    let fallback: LanguageIdentifier = FALLBACK.parse().unwrap_or_default();
    let loader = FluentLanguageLoader::new(env!("CARGO_PKG_NAME"), fallback.clone());

    // Fails only when a file of ours is not text or missing, which the tests would have said.
    if loader.load_languages(&Parts, &[fallback]).is_ok() {
        // The marks around inserted words are for mixed directions; English alone needs none, and
        // some terminals draw them.
        loader.set_use_isolating(false);
    }

    loader
}

#[derive(RustEmbed)]
#[folder = "assets/words"]
struct Files;

/// All parts of a language, where the loader expects one file.
struct Parts;

impl I18nAssets for Parts {
    fn get_files(&self, path: &str) -> Vec<Cow<'_, [u8]>> {
        let Some((language, _)) = path.split_once('/') else {
            return Vec::new();
        };

        let mut whole = Vec::new();

        for name in Files::iter().filter(|name| name.split('/').next() == Some(language)) {
            if let Some(part) = Files::get(&name) {
                whole.extend_from_slice(&part.data);
                whole.push(b'\n');
            }
        }

        if whole.is_empty() {
            return Vec::new();
        }

        vec![Cow::Owned(whole)]
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(Files::iter().map(Cow::into_owned))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found() {
        assert_eq!(text("when-leaving"), "Before you leave");
    }

    #[test]
    fn an_unknown_id_says_so() {
        assert!(text("no-such-word").contains("no-such-word"));
    }

    #[test]
    fn the_parts_of_a_language_are_one_vocabulary() {
        let whole = Parts.get_files("en/daypack.ftl");

        assert_eq!(whole.len(), 1, "one vocabulary, so that one part may refer to another");
        assert!(Parts.get_files("xx/daypack.ftl").is_empty());
    }

    #[test]
    fn a_sentence_begins_with_a_capital_and_ends_with_a_stop() {
        assert_eq!(
            sentence("the passphrase does not open this file"),
            "The passphrase does not open this file."
        );
        assert_eq!(sentence("Done!"), "Done!");
        assert_eq!(sentence(""), "");
    }
}
