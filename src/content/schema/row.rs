//! One table of a file while it is read: every key by itself, every problem reported.
//!
//! A key that cannot be read gives a filler, so that the rest of the entry is looked at too; nothing
//! with a filler ever leaves the room, because the error refuses the pack. A key that was never asked
//! for is unknown: there is no second list of keys that could disagree with the code.
use super::spot::Spot;
use crate::content::check::{At, Code, Sink, nearest};
use crate::content::text;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The keys of the entry that a part belongs to, and how the part is written.
#[derive(Clone, Default)]
struct Outer {
    keys: Vec<&'static str>,
    part: String,
}

/// A table while it is read.
pub(super) struct Row<'s, 't> {
    pub(super) sink: &'s mut Sink<'t>,
    pub(super) name: String,
    pub(super) at: At,
    table: &'t DeTable<'t>,
    asked: Vec<&'static str>,
    refused: Vec<&'static str>,
    missing: Vec<&'static str>,
    misplaced: Vec<String>,
    outer: Outer,
}

impl<'s, 't> Row<'s, 't> {
    /// Starts to read `table`, which stands at `at` and is called `name` in messages.
    pub(super) fn new(sink: &'s mut Sink<'t>, name: &str, at: At, table: &'t DeTable<'t>) -> Self {
        Self {
            sink,
            name: name.to_owned(),
            at,
            table,
            asked: Vec::new(),
            refused: Vec::new(),
            missing: Vec::new(),
            misplaced: Vec::new(),
            outer: Outer::default(),
        }
    }

    /// The value of `key`, if it is there. From now on `key` is known.
    pub(super) fn get(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }

        self.table.get(key)
    }

    /// The value of `key`; when it is not there, [`finish`](Self::finish) says so.
    pub(super) fn need(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        let found = self.get(key);

        if found.is_none() {
            self.missing.push(key);
        }

        found
    }

    /// Whether `key` is written, without making it known.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Where the value of `key` stands; the whole table when it is not written.
    pub(super) fn place_of(&self, key: &str) -> At {
        self.table
            .get(key)
            .map_or(self.at, |value| At::new(self.at.file, value.span()))
    }

    /// Reports each of `keys` that is written here and was not asked for: it has no place in this file.
    pub(super) fn refuse(&mut self, keys: &[&'static str], code: Code, help: &str) {
        for key in keys {
            if let Some((written, _)) = self.table.get_key_value(*key)
                && !self.asked.contains(key)
            {
                let at = At::new(self.at.file, written.span());

                self.sink
                    .report(code, at, format!("`{key}` is no word to translate"), help);
                self.refused.push(key);
            }
        }
    }

    /// Reads the one table `key` below this one, whose keys are names of the pack's own.
    pub(super) fn free(&mut self, key: &'static str, mut read: impl FnMut(&mut Row<'_, 't>, &'t str, At)) {
        let Some(value) = self.get(key) else { return };
        let Some(table) = value.get_ref().as_table() else {
            return self.wrong(key, value, &format!("a table written [{key}]"));
        };

        for (name, value) in table {
            let at = At::new(self.at.file, name.span());

            match value.get_ref().as_table() {
                Some(inner) => {
                    let mut row = Row::new(self.sink, key, at, inner);

                    read(&mut row, name.get_ref(), at);
                    row.finish();
                }
                None => self.wrong(key, value, "a table in braces: { … }"),
            }
        }
    }

    /// What stands in the one table `key` below this one, whose keys are names of the pack's own.
    pub(super) fn free_values(&mut self, key: &'static str) -> Vec<(&'t str, At, &'t Spanned<DeValue<'t>>)> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(key, value, &format!("a table written [{key}]"));

            return Vec::new();
        };

        table
            .iter()
            .map(|(name, value)| (name.get_ref().as_ref(), At::new(self.at.file, name.span()), value))
            .collect()
    }

    /// Reports something about `value`.
    pub(super) fn report(&mut self, code: Code, value: &Spanned<DeValue<'_>>, message: String, help: &str) {
        self.sink
            .report(code, At::new(self.at.file, value.span()), message, help);
    }

    /// Reports that `value` is not what `key` takes.
    pub(super) fn wrong(&mut self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let found = value.get_ref().type_str();
        let help = match value.get_ref() {
            DeValue::Float(_) => "numbers are whole here: no points, no exponents",
            DeValue::Table(_) if wanted.contains("[[") => "write the name in two pairs of brackets",
            DeValue::String(_) if wanted.contains("date") || wanted.contains("number") => "write it without quotes",
            DeValue::String(_) if wanted.contains("list") => "write it in brackets: [\"…\"]",
            _ => "",
        };

        self.report(
            Code::WrongType,
            value,
            format!("`{key}` takes {wanted}, and this is a {found}"),
            help,
        );
    }

    /// Reads every `[[key]]` below this table with `read`. Without any, gives nothing.
    pub(super) fn rows<T>(
        &mut self,
        key: &'static str,
        limit: usize,
        mut read: impl FnMut(&mut Row<'_, 't>) -> Option<T>,
    ) -> Vec<(T, Spot<'t>)> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let name = if self.name.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.name)
        };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(key, value, &format!("entries written [[{name}]]"));

            return Vec::new();
        };

        if let Some(first_too_many) = list.get(limit) {
            let message = format!("`{name}` has more than the {limit} entries there is room for");

            self.report(Code::TooLarge, first_too_many, message, "split the pack");
        }

        list.iter()
            .take(limit)
            .filter_map(|item| self.row(key, &name, item, &mut read))
            .collect()
    }

    /// Reads every `[[key]]` below this table with `read`, without their places.
    pub(super) fn parts<T>(
        &mut self,
        key: &'static str,
        limit: usize,
        read: impl FnMut(&mut Row<'_, 't>) -> Option<T>,
    ) -> Vec<T> {
        let rows = self.rows(key, limit, read);

        rows.into_iter().map(|(part, _)| part).collect()
    }

    /// Says so when the list or the parts called `key` are there and have nothing in them, or are missing.
    pub(super) fn expect_some(&mut self, key: &'static str, found: usize) {
        let Some(value) = self.need(key) else { return };
        let is_empty = value.get_ref().as_array().is_some_and(|array| array.is_empty());

        if found == 0 && is_empty {
            self.report(Code::Empty, value, format!("`{key}` has nothing in it"), "");
        }
    }

    fn row<T>(
        &mut self,
        key: &'static str,
        name: &str,
        item: &'t Spanned<DeValue<'t>>,
        read: &mut impl FnMut(&mut Row<'_, 't>) -> Option<T>,
    ) -> Option<(T, Spot<'t>)> {
        let at = At::new(self.at.file, item.span());
        let Some(table) = item.get_ref().as_table() else {
            self.wrong(key, item, &format!("entries written [[{name}]]"));

            return None;
        };
        let before = self.sink.errors();
        let mut row = Row::new(self.sink, name, at, table);

        // The pack itself has no keys that could slip below one of its entries unnoticed.
        if !self.name.is_empty() {
            row.outer.keys.clone_from(&self.asked);
            row.outer.part = format!("[[{name}]]");
        }

        let read = read(&mut row);
        let misplaced = row.finish();
        let mut spot = Spot::new(at, Some(item.get_ref()));

        if self.sink.errors() > before {
            spot.spoil();
        }

        self.misplaced.extend(misplaced);

        read.map(|read| (read, spot))
    }

    /// Reports every key that was not asked for, and every one that was missing.
    ///
    /// Gives the keys that belong to the entry this one is a part of.
    pub(super) fn finish(self) -> Vec<String> {
        let mut misplaced = Vec::new();
        let is_unknown = |name: &str| !self.asked.contains(&name) && !self.refused.contains(&name);

        for (key, _) in self.table.iter().filter(|(key, _)| is_unknown(key.get_ref())) {
            if self.sink.is_full() {
                break;
            }

            let at = At::new(self.at.file, key.span());
            let key = key.get_ref().as_ref();

            if self.outer.keys.contains(&key) {
                misplaced.push(key.to_owned());

                let part = &self.outer.part;
                let message = format!("`{key}` stands below {part}, and so belongs to that part");
                let help = format!("move it up, above the first {part} of this entry");

                self.sink.report(Code::MisplacedKey, at, message, help);
            } else {
                let meant = nearest(key, self.asked.iter().copied());
                let help = meant.map_or_else(
                    || format!("known here: {}", self.asked.join(", ")),
                    |meant| format!("did you mean `{meant}`?"),
                );

                self.sink
                    .report(Code::UnknownKey, at, format!("unknown key `{}`", shown(key)), help);
            }
        }

        for key in self.missing {
            if !self.misplaced.iter().any(|misplaced| misplaced == key) {
                let message = format!("`{key}` is missing{}", of(&self.name));

                self.sink.report(Code::MissingKey, self.at, message, "");
            }
        }

        misplaced
    }
}

fn of(name: &str) -> String {
    if name.is_empty() {
        String::new()
    } else {
        format!(" in this [[{name}]]")
    }
}

/// A name as it may be shown: short, and without what could deceive.
pub(super) fn shown(name: &str) -> String {
    name.chars()
        .take(64)
        .map(|letter| if text::is_refused(letter) { '\u{FFFD}' } else { letter })
        .collect()
}
