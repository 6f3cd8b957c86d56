//! How each kind of value is read: texts, ids, numbers, days, fixed words.
use super::row::{Row, shown};
use crate::content::Date;
use crate::content::check::{At, Code, Speaker, Words, nearest};
use crate::content::id::{Id, TopicId};
use crate::content::word::Word;
use crate::content::{limits, text};

use toml::Spanned;
use toml::de::{DeArray, DeValue};

use std::ops::RangeInclusive;

impl<'t> Row<'_, 't> {
    /// A text for people that must be there, at most `longest` characters.
    pub(super) fn text(&mut self, key: &'static str, longest: usize) -> String {
        let Some(value) = self.need(key) else {
            return String::new();
        };
        let text = self.words(key, value, longest);

        self.expect_words(key, value, &text);

        text
    }

    /// A text for people that may be left out.
    pub(super) fn maybe_text(&mut self, key: &'static str, longest: usize) -> String {
        self.get(key)
            .map(|value| self.words(key, value, longest))
            .unwrap_or_default()
    }

    /// A list of texts for people that may be left out.
    pub(super) fn texts(&mut self, key: &'static str, longest: usize) -> Vec<String> {
        let list = self.list(key);

        list.map(|value| {
            let text = self.words(key, value, longest);

            self.expect_words(key, value, &text);

            text
        })
        .collect()
    }

    /// A text of a language, if it is there; it may be empty while nobody has said it.
    pub(super) fn said(&mut self, key: &'static str, longest: usize) -> Option<String> {
        let value = self.get(key)?;

        Some(self.words(key, value, longest))
    }

    /// A list of texts of a language, if it is there.
    pub(super) fn said_lines(&mut self, key: &'static str, longest: usize) -> Option<Vec<String>> {
        self.get(key)?;

        let list = self.list(key);

        Some(list.map(|value| self.words(key, value, longest)).collect())
    }

    /// A text for programs, such as an address or a version: must be there.
    pub(super) fn plain(&mut self, key: &'static str) -> String {
        let Some(value) = self.need(key) else {
            return String::new();
        };
        let text = self.clean(key, value, limits::TITLE);

        self.expect_words(key, value, &text);

        text
    }

    /// A text for programs that may be left out.
    pub(super) fn maybe_plain(&mut self, key: &'static str) -> String {
        self.get(key)
            .map(|value| self.clean(key, value, limits::TITLE))
            .unwrap_or_default()
    }

    /// A list of texts for programs that may be left out.
    pub(super) fn plains(&mut self, key: &'static str) -> Vec<String> {
        let list = self.list(key);

        list.map(|value| self.clean(key, value, limits::TITLE)).collect()
    }

    /// What a measure is about: `file` when it does not say.
    pub(super) fn topic(&mut self, file: &str) -> String {
        let value = if file.is_empty() {
            self.need("topic")
        } else {
            self.get("topic")
        };
        let written = value.and_then(|value| self.name_of::<TopicId>("topic", value));

        written.map_or_else(|| file.to_owned(), |topic| topic.to_string())
    }

    /// Reports a name that cannot be an id.
    pub(super) fn bad_id(&mut self, at: At, name: &str) {
        let message = format!("`{}` cannot be a name", shown(name));

        self.sink.report(Code::BadId, at, message, BAD_ID);
    }

    /// The id of an entry.
    pub(super) fn id<I: Id>(&mut self, key: &'static str) -> Option<I> {
        let value = self.need(key)?;

        self.name_of(key, value)
    }

    /// The id of another entry, if one is named.
    pub(super) fn maybe_id<I: Id>(&mut self, key: &'static str) -> Option<I> {
        let value = self.get(key)?;

        self.name_of(key, value)
    }

    /// The ids of other entries. Written with `@` in front or not.
    pub(super) fn ids<I: Id>(&mut self, key: &'static str) -> Vec<I> {
        let list = self.list(key);

        list.filter_map(|value| self.name_of(key, value)).collect()
    }

    /// A whole number within `range`, if it is there.
    pub(super) fn number(&mut self, key: &'static str, range: RangeInclusive<i64>) -> Option<i64> {
        let value = self.get(key)?;

        self.whole(key, value, range)
    }

    /// A whole number within `range` that must be there.
    pub(super) fn count(&mut self, key: &'static str, range: RangeInclusive<i64>) -> i64 {
        let least = *range.start();

        self.need(key)
            .and_then(|value| self.whole(key, value, range))
            .unwrap_or(least)
    }

    /// True or false; false when it is not there.
    pub(super) fn flag(&mut self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return false };

        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong(key, value, "true or false");

            false
        })
    }

    /// One of a few fixed words that must be there.
    pub(super) fn word<W: Word>(&mut self, key: &'static str, filler: W) -> W {
        self.need(key)
            .and_then(|value| self.fixed(key, value))
            .unwrap_or(filler)
    }

    /// One of a few fixed words, if it is there.
    pub(super) fn maybe_word<W: Word>(&mut self, key: &'static str) -> Option<W> {
        let value = self.get(key)?;

        self.fixed(key, value)
    }

    /// A list of fixed words that may be left out.
    pub(super) fn word_list<W: Word>(&mut self, key: &'static str) -> Vec<W> {
        let list = self.list(key);

        list.filter_map(|value| self.fixed(key, value)).collect()
    }

    /// A day that must be there.
    pub(super) fn date(&mut self, key: &'static str) -> Date {
        self.need(key)
            .and_then(|value| self.day(key, value))
            .unwrap_or(Date::FIRST)
    }

    /// The items of a list that may be left out.
    pub(super) fn list(&mut self, key: &'static str) -> std::vec::IntoIter<&'t Spanned<DeValue<'t>>> {
        let Some(value) = self.get(key) else {
            return Vec::new().into_iter();
        };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(key, value, "a list");

            return Vec::new().into_iter();
        };

        self.expect_room(key, list, limits::ITEMS);

        list.iter().take(limits::ITEMS).collect::<Vec<_>>().into_iter()
    }

    /// Reports the first item beyond `room`.
    pub(super) fn expect_room(&mut self, key: &str, list: &DeArray<'_>, room: usize) {
        if let Some(first_too_many) = list.get(room) {
            self.report(
                Code::TooLarge,
                first_too_many,
                format!("more than {room} items in `{key}`"),
                "",
            );
        }
    }

    fn words(&mut self, key: &'static str, value: &Spanned<DeValue<'_>>, longest: usize) -> String {
        let text = self.clean(key, value, longest);

        if let Some(letter) = text::unprintable(&text) {
            let message = format!(
                "the embedded face has no glyph for U+{:04X} in `{key}`",
                u32::from(letter)
            );

            self.report(Code::NoGlyph, value, message, "choose another character");
        }

        self.sink.words.push(Words {
            at: At::new(self.at.file, value.span()),
            of: self.speaker(),
            text: text.clone(),
        });

        text
    }

    fn clean(&mut self, key: &str, value: &Spanned<DeValue<'_>>, longest: usize) -> String {
        let Some(written) = value.get_ref().as_str() else {
            self.wrong(key, value, "a text");

            return String::new();
        };
        let cleaned = match text::clean(written.trim()) {
            Ok(cleaned) => cleaned,
            Err(refused) => {
                // Written openly it was reported with its exact place; written as an escape only here.
                if text::refuse(self.sink.written(At::new(self.at.file, value.span()))).is_ok() {
                    self.report(Code::DangerousText, value, format!("in `{key}`: {refused}"), "");
                }

                return String::new();
            }
        };
        let length = cleaned.chars().count();

        if length > longest {
            let message = format!("`{key}` has {length} characters; there is room for {longest}");

            self.report(Code::TooLong, value, message, "say it shorter");
        }

        cleaned
    }

    fn speaker(&self) -> Speaker {
        match self.name.as_str() {
            "term" => Speaker::Glossary,
            "source" => Speaker::Source,
            _ => Speaker::Pack,
        }
    }

    fn expect_words(&mut self, key: &str, value: &Spanned<DeValue<'_>>, text: &str) {
        let is_text = value
            .get_ref()
            .as_str()
            .is_some_and(|written| written.trim().is_empty());

        if is_text && text.is_empty() {
            self.report(Code::Empty, value, format!("`{key}` says nothing"), "say something");
        }
    }

    fn name_of<I: Id>(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<I> {
        let Some(written) = value.get_ref().as_str() else {
            self.wrong(key, value, "a name");

            return None;
        };
        let made = I::make(written.strip_prefix(I::SIGN).unwrap_or(written));

        if made.is_none() {
            self.bad_id(At::new(self.at.file, value.span()), written);
        }

        made
    }

    fn whole(&mut self, key: &str, value: &Spanned<DeValue<'_>>, range: RangeInclusive<i64>) -> Option<i64> {
        let Some(written) = value.get_ref().as_integer() else {
            self.wrong(key, value, "a whole number");

            return None;
        };
        let number = i64::from_str_radix(written.as_str(), written.radix()).ok();
        let within = number.filter(|number| range.contains(number));

        if within.is_none() {
            let message = format!("`{key}` goes from {} to {}", range.start(), range.end());

            self.report(Code::OutOfRange, value, message, "");
        }

        within
    }

    fn fixed<W: Word>(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<W> {
        let Some(written) = value.get_ref().as_str() else {
            self.wrong(key, value, "a word");

            return None;
        };
        let found = W::of(written);

        if found.is_none() {
            let known: Vec<&str> = W::WORDS.iter().map(|(word, _)| *word).collect();
            let meant = nearest(written, known.iter().copied());
            let help = meant.map_or_else(
                || format!("it takes: {}", known.join(", ")),
                |meant| format!("did you mean `{meant}`?"),
            );

            self.report(
                Code::BadWord,
                value,
                format!("`{key}` does not take `{}`", shown(written)),
                &help,
            );
        }

        found
    }

    fn day(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Date> {
        let Some(written) = value.get_ref().as_datetime() else {
            self.wrong(key, value, "a date");

            return None;
        };
        let day = written.date.filter(|_| written.time.is_none());
        let date = day.and_then(|day| Date::new(day.year, day.month, day.day).ok());

        if date.is_none() {
            let message = format!("`{key}` is a day between 2000 and 2100, without a time");

            self.report(Code::BadDate, value, message, "write it like 2026-11-21");
        }

        date
    }
}

const BAD_ID: &str = "use lowercase words joined by hyphens, at most 64 letters";
