//! The interface's words: what the window and the terminal say, in Fluent files compiled in.
//!
//! The files of a language, one a screen, stand in `assets/words/<language>/` and are one vocabulary;
//! whatever a language does not say is said in English, message by message. Each thread speaks one
//! language at a time, English unless it was told otherwise: [`speak`] for good, [`within`] for a while.
//! Ids are written out in full where they are used, so that `tests/words.rs` can hold the code and the
//! files together. What a pack says is not here.
mod digits;

pub use fluent::FluentValue as Value;

use fluent::FluentArgs;
use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::unic_langid::LanguageIdentifier;
use i18n_embed::{I18nAssets, LanguageLoader};
use rust_embed::{EmbeddedFile, RustEmbed};

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, Mutex, PoisonError};

/// The language every other one falls back to.
const FALLBACK: &str = "en";

/// Parsed at the first word asked for: in less than a millisecond.
static LOADER: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(FALLBACK));

/// The other languages, each parsed when it is first spoken, and kept: there are no more than folders.
static OTHERS: Mutex<BTreeMap<String, &'static FluentLanguageLoader>> = Mutex::new(BTreeMap::new());

thread_local! {
    /// What this thread speaks; nothing means English.
    static SPOKEN: Cell<Option<&'static FluentLanguageLoader>> = const { Cell::new(None) };
}

/// Everything said on this thread while `work` runs is said in `language`: paper and a page for a terminal
/// in another language than the window's. A language without words of its own is English.
pub fn within<T>(language: &str, work: impl FnOnce() -> T) -> T {
    /// Gives the word back, also when `work` does not come to an end.
    struct Before(Option<&'static FluentLanguageLoader>);

    impl Drop for Before {
        fn drop(&mut self) {
            SPOKEN.set(self.0);
        }
    }

    let _before = Before(SPOKEN.replace(of(language)));

    work()
}

/// Speaks `language` on this thread from now on. A language without words of its own is English.
pub fn speak(language: &str) {
    SPOKEN.set(of(language));
}

/// The languages that have words, by their tags.
pub fn languages() -> Vec<String> {
    let folders = files().filter_map(|name| Some(name.split_once('/')?.0.to_owned()));
    let sorted: BTreeSet<String> = folders.collect();

    sorted.into_iter().collect()
}

/// What the speakers of a language call it, such as “Español”; its tag when its words do not say.
pub fn name_of(language: &str) -> String {
    if languages().iter().any(|known| known == language) {
        within(language, || text("language-name"))
    } else {
        language.to_owned()
    }
}

/// The words of that language; nothing for English, and where there are none.
fn of(language: &str) -> Option<&'static FluentLanguageLoader> {
    if language == FALLBACK || !files().any(|name| name.split('/').next() == Some(language)) {
        return None;
    }

    let mut others = OTHERS.lock().unwrap_or_else(PoisonError::into_inner);

    if !others.contains_key(language) {
        others.insert(language.to_owned(), Box::leak(Box::new(load(language))));
    }

    others.get(language).copied()
}

fn spoken() -> &'static FluentLanguageLoader {
    SPOKEN.get().unwrap_or(&LOADER)
}

/// The words of that id, such as `when-leaving`.
///
/// An id that is in no file gives a text that says so; the tests let none through.
pub fn text(id: &str) -> String {
    spoken().get(id)
}

/// The words of that id, with something put into them: `text_with("open-size", &[("kib", 256.into())])`.
///
/// Numbers choose the plural. The names must be those of the message, all of them and no others.
pub fn text_with(id: &str, values: &[(&'static str, Value<'_>)]) -> String {
    let mut args = FluentArgs::with_capacity(values.len());

    for (name, value) in values {
        args.set(*name, value.clone());
    }

    spoken().get_args_fluent(id, Some(&args))
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
fn load(language: &str) -> FluentLanguageLoader {
    let fallback: LanguageIdentifier = FALLBACK.parse().unwrap_or_default();
    let wanted = language.parse().unwrap_or_else(|_| fallback.clone());
    let loader = FluentLanguageLoader::new(env!("CARGO_PKG_NAME"), fallback);

    // Fails only when a file of ours is not text or missing, which the tests would have said.
    if loader.load_languages(&Parts, std::slice::from_ref(&wanted)).is_ok() {
        // The marks around inserted words are for mixed directions; the layout finds those by itself, and
        // some terminals draw the marks.
        loader.set_use_isolating(false);
        loader.with_bundles_mut(|bundle| {
            if bundle.locales.first() == Some(&wanted) {
                digits::follow(bundle, language);
            }
        });
    }

    loader
}

#[derive(RustEmbed)]
#[folder = "assets/words"]
struct Files;

/// Languages that only the tests speak.
#[cfg(test)]
#[derive(RustEmbed)]
#[folder = "tests/fixtures/words"]
struct MadeUp;

/// The names of all parts, such as `en/plan.ftl`.
fn files() -> impl Iterator<Item = Cow<'static, str>> {
    let files = Files::iter();

    #[cfg(test)]
    let files = files.chain(MadeUp::iter());

    files
}

fn part(name: &str) -> Option<EmbeddedFile> {
    let part = Files::get(name);

    #[cfg(test)]
    let part = part.or_else(|| MadeUp::get(name));

    part
}

/// All parts of a language, where the loader expects one file.
struct Parts;

impl I18nAssets for Parts {
    fn get_files(&self, path: &str) -> Vec<Cow<'_, [u8]>> {
        let Some((language, _)) = path.split_once('/') else {
            return Vec::new();
        };

        let mut whole = Vec::new();

        for name in files().filter(|name| name.split('/').next() == Some(language)) {
            if let Some(part) = part(&name) {
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
        Box::new(files().map(Cow::into_owned))
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

    #[test]
    fn another_language_is_spoken_for_a_while_and_given_back() {
        let said = within("de", || (text("when-leaving"), within("en", || text("when-leaving"))));

        assert_eq!(said, ("Bevor du gehst".to_owned(), "Before you leave".to_owned()));
        assert_eq!(text("when-leaving"), "Before you leave");

        let stumbled = std::panic::catch_unwind(|| within("de", || panic!("{}", text("when-leaving"))));

        assert!(stumbled.is_err());
        assert_eq!(text("when-leaving"), "Before you leave");
    }

    #[test]
    fn what_a_language_does_not_say_is_said_in_english_message_by_message() {
        within("de", || {
            assert_eq!(text("when-leaving"), "Bevor du gehst");
            assert_eq!(text("when-after"), "Afterwards");
        });
    }

    #[test]
    fn a_language_without_words_is_english() {
        assert_eq!(within("xx", || text("when-leaving")), "Before you leave");
        assert_eq!(within("../en", || text("when-leaving")), "Before you leave");
    }

    #[test]
    fn each_thread_speaks_for_itself() {
        let said = std::thread::spawn(|| {
            speak("de");

            text("when-leaving")
        });

        assert_eq!(said.join().unwrap(), "Bevor du gehst");
        assert_eq!(text("when-leaving"), "Before you leave");
    }

    #[test]
    fn plurals_and_digits_follow_the_language() {
        let minutes = |language: &str, count: u16| {
            within(language, || text_with("terminal-minutes", &[("minutes", count.into())]))
        };

        assert_eq!(minutes("de", 1), "Dauert etwa eine Minute.");
        assert_eq!(minutes("de", 20), "Dauert etwa 20 Minuten.");
        assert_eq!(minutes("ar", 2), "few or two: ٢");
        assert_eq!(minutes("ar", 5), "few or two: ٥");
        assert_eq!(minutes("ar", 11), "many: ١١");
        assert_eq!(minutes("ar", 100), "other: ١٠٠");
        // Said in English, with English digits.
        assert_eq!(
            within("ar", || text_with("terminal-takes-away", &[("risk", 12.into())])),
            "Takes away 12 of the risk."
        );
    }

    #[test]
    fn a_language_is_called_what_its_speakers_call_it() {
        assert_eq!(name_of("en"), "English");
        assert_eq!(name_of("de"), "Deutsch");
        assert_eq!(name_of("tlh"), "tlh");
        assert!(languages().contains(&"en".to_owned()));
    }
}
