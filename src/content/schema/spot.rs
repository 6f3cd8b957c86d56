//! An entry of a pack as it stands in its file: where each of its values is.
use crate::content::check::At;

use toml::de::{DeTable, DeValue};

/// A value and its place. Looking for something that is not there gives the nearest thing that is.
#[derive(Clone, Copy)]
pub(in crate::content) struct Spot<'t> {
    at: At,
    value: Option<&'t DeValue<'t>>,
    file: Option<&'t DeTable<'t>>,
    is_sound: bool,
}

impl<'t> Spot<'t> {
    /// A value and its place.
    pub(super) fn new(at: At, value: Option<&'t DeValue<'t>>) -> Self {
        Self {
            at,
            value,
            file: None,
            is_sound: true,
        }
    }

    /// A whole file.
    pub(super) fn of_file(at: At, table: &'t DeTable<'t>) -> Self {
        Self {
            file: Some(table),
            ..Self::new(at, None)
        }
    }

    /// Says that something was wrong with it, so that nothing is built on it.
    pub(super) fn spoil(&mut self) {
        self.is_sound = false;
    }

    /// Whether it could be read without an error.
    pub(in crate::content) fn is_sound(&self) -> bool {
        self.is_sound
    }

    /// The place of the entry: its id where it has one.
    pub(in crate::content) fn place(&self) -> At {
        self.at("id").at
    }

    /// The value of `key`.
    pub(in crate::content) fn at(&self, key: &str) -> Self {
        let found = self.table().and_then(|table| table.get(key));

        found.map_or(*self, |value| self.inner(value))
    }

    /// Whether `key` is written there.
    pub(in crate::content) fn has(&self, key: &str) -> bool {
        self.table().is_some_and(|table| table.contains_key(key))
    }

    /// The part of that number below `key`; all of them, when not all of the `read` ones could be read.
    pub(in crate::content) fn part(&self, key: &str, index: usize, read: usize) -> Self {
        let parts = self.at(key);
        let list = parts.value.and_then(DeValue::as_array);
        let found = list
            .filter(|array| array.len() == read)
            .and_then(|array| array.get(index));

        found.map_or(parts, |value| parts.inner(value))
    }

    /// The place of `key`, or of the id of the whole when it is not written.
    pub(in crate::content) fn of(&self, key: &str) -> At {
        if self.has(key) { self.at(key).at } else { self.place() }
    }

    /// Where the list or the value of `key` says `text`.
    pub(in crate::content) fn naming(&self, key: &str, text: &str) -> At {
        let list = self.at(key);
        let says = |value: &&'t toml::Spanned<DeValue<'t>>| value.get_ref().as_str() == Some(text);
        let found = list
            .value
            .and_then(DeValue::as_array)
            .and_then(|array| array.iter().find(says));

        found.map_or(list.at, |value| list.inner(value).at)
    }

    fn table(&self) -> Option<&'t DeTable<'t>> {
        self.file.or_else(|| self.value.and_then(DeValue::as_table))
    }

    fn inner(&self, value: &'t toml::Spanned<DeValue<'t>>) -> Self {
        Self {
            at: At::new(self.at.file, value.span()),
            value: Some(value.get_ref()),
            file: None,
            is_sound: self.is_sound,
        }
    }
}
