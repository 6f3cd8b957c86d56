//! What is left to do for a language, and a template to do it in.
//!
//! The template is a file of that language, or the rest of one: it can be checked and used at any time,
//! because an entry whose texts are all empty counts as not there.
use super::shape::{By, Lines, Table};
use super::slot::{Item, Part, Slot, items};
use super::{Entry, Written, by_name, entry_of, named};
use crate::content::check::Sink;
use crate::content::{Pack, schema};

use std::collections::BTreeSet;
use std::fmt::Write;

/// An entry of a pack, and how a language stands to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Todo {
    /// The table it stands in, such as `measure`.
    pub table: &'static str,
    /// Its id; the number of a step, from 1. Empty for what is gone and had none.
    pub id: String,
    /// The mark of the words it goes by, as `of` takes it.
    pub mark: String,
    /// How the language stands to it.
    pub state: State,
}

/// How a language stands to an entry of the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It says the words of today.
    Fits,
    /// It says words that the pack has changed since.
    Changed,
    /// It says nothing.
    Missing,
    /// It says something that the pack no longer does.
    Gone,
}

impl Pack {
    /// How the language `tag` stands to each entry of the pack, in the order of the pack; then what is gone.
    /// Everything is missing in a language that the pack does not have.
    pub fn todo(&self, tag: &str) -> Vec<Todo> {
        let entries = self.entries(tag);
        let found = by_name(&entries);
        let mut base = self.clone();
        let items = items(&mut base);
        let marks: BTreeSet<String> = items.iter().map(Item::mark).collect();
        let mut todo: Vec<Todo> = items
            .iter()
            .map(|item| {
                let mark = item.mark();
                let is_older = |entry: &Entry| !marks.contains(&entry.of);
                let state = match entry_of(&found, item, &mark) {
                    Some(_) => State::Fits,
                    None if item.table.has_id && named(&found, item).any(is_older) => State::Changed,
                    None => State::Missing,
                };

                Todo {
                    table: item.table.name,
                    id: item.id.clone(),
                    mark,
                    state,
                }
            })
            .collect();
        let gone = gone(&entries, &todo);

        todo.extend(gone);
        todo
    }

    /// A file of the language `tag` with everything that is missing or has changed, to be filled in. A language
    /// that the pack has already gets what is to be added to its file.
    pub fn template(&self, tag: &str) -> String {
        let todo = self.todo(tag);
        let mut base = self.clone();
        let mut text = match self.language(tag) {
            Some(_) => String::new(),
            None => head(self, tag),
        };

        for (item, todo) in items(&mut base).iter().zip(&todo) {
            match todo.state {
                State::Fits | State::Gone => {}
                State::Changed => {
                    text.push_str("\n# The pack has changed this: say it again, and take the older entry out.");
                    entry(&mut text, item, &todo.mark);
                }
                State::Missing => entry(&mut text, item, &todo.mark),
            }
        }

        for todo in todo.iter().filter(|todo| todo.state == State::Gone) {
            let _ = write!(
                text,
                "\n# No [[{}]] has of = \"{}\" any more: take it out.\n",
                todo.table, todo.mark
            );
        }

        text
    }

    fn entries(&self, tag: &str) -> Vec<Entry> {
        match self.language(tag).map(|language| &language.written) {
            None => Vec::new(),
            Some(Written::Read(entries)) => entries.clone(),
            Some(Written::File(file)) => {
                let files = std::slice::from_ref(file);
                let mut sink = Sink::new(files);
                let documents = schema::parse(files, &mut sink);
                let read = documents.first().and_then(|it| schema::language(it, &mut sink));

                read.map(|it| it.entries).unwrap_or_default()
            }
        }
    }
}

/// Entries without a name of their own whose words the pack no longer says.
fn gone(entries: &[Entry], todo: &[Todo]) -> Vec<Todo> {
    let marks: BTreeSet<(&str, &str)> = todo.iter().map(|it| (it.table, it.mark.as_str())).collect();
    let nameless = entries.iter().filter(|entry| !entry.table.has_id && !entry.is_blank());

    nameless
        .filter(|entry| !marks.contains(&(entry.table.name, entry.of.as_str())))
        .map(|entry| Todo {
            table: entry.table.name,
            id: String::new(),
            mark: entry.of.clone(),
            state: State::Gone,
        })
        .collect()
}

fn head(pack: &Pack, tag: &str) -> String {
    let mut text = String::from(
        "# Fill in what stands between the quotes, entry by entry. An entry that is left empty stays in the\n\
         # language of the pack. Leave `of` as it is: it says which words these are the translation of.\n",
    );

    for (key, value) in [
        ("lang", tag),
        ("name", tag),
        ("title", pack.title.as_str()),
        ("status", "draft"),
    ] {
        let _ = writeln!(text, "{key} = {}", quoted(value));
    }

    text
}

fn entry(text: &mut String, item: &Item<'_>, mark: &str) {
    let table = item.table;
    let _ = write!(text, "\n[[{}]]\n", table.name);

    if table.has_id {
        let _ = writeln!(text, "id = {}", quoted(&item.id));
    }

    let _ = writeln!(text, "of = \"{mark}\"");
    let mut part = &Part::default();

    for slot in &item.slots {
        if slot.part != *part {
            part = &slot.part;
            begin(text, table, part);
        }

        words(text, table, slot);
    }
}

fn begin(text: &mut String, table: &Table, part: &Part) {
    let _ = writeln!(text, "[[{}.{}]]", table.name, part.table);
    let by = table.part(part.table).map(|part| part.by);

    match (by, part.name.split_once(' ')) {
        (Some(By::Name(key)), _) => {
            let _ = writeln!(text, "{key} = {}", quoted(&part.name));
        }
        (Some(By::Device), Some((on, os_min))) if !os_min.starts_with('(') => {
            let os_min = os_min.split(" (").next().unwrap_or(os_min);
            let _ = writeln!(text, "on = {}\nos_min = {}", quoted(on), quoted(os_min));
        }
        (Some(By::Device), named) => {
            let _ = writeln!(text, "on = {}", quoted(named.map_or(&part.name, |(on, _)| on)));
        }
        (Some(By::Order) | None, _) => {}
    }
}

/// What the pack says, as notes, and room to say it.
fn words(text: &mut String, table: &Table, slot: &Slot<'_>) {
    let Some(key) = table.key(slot.part.table, slot.key) else {
        return;
    };
    let lines = slot.text.lines();

    for line in lines.iter().flat_map(|line| line.split('\n')) {
        let _ = writeln!(text, "# {}", line.replace('\t', " ").trim_end());
    }

    if key.longest < crate::content::limits::TITLE {
        let _ = writeln!(text, "# (at most {} characters)", key.longest);
    }

    let _ = match key.lines {
        Lines::One => writeln!(text, "{} = \"\"", key.name),
        Lines::Same | Lines::Any => writeln!(text, "{} = [{}]", key.name, vec!["\"\""; lines.len()].join(", ")),
    };
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
