//! Other languages: the same pack in other words, entry by entry.
//!
//! A language can replace words and nothing else. Each of its entries names the mark of the words it
//! goes by; when those have changed, or nobody has said them yet, the whole entry stays in the language
//! of the pack, and [`Pack::is_in_base`] says so, for window, terminal and paper to show.
mod entry;
mod shape;
mod slot;
mod template;

use super::check::Sink;
use super::id::{
    CardId, DecisionId, DeviceId, Id, MeasureId, PersonaId, PlaceId, QuestionId, SituationId, TermId, ThreatId,
};
use super::{Measure, Pack, SourceFile, schema, stamp};

use std::collections::{BTreeMap, BTreeSet};

pub(super) use entry::{Entry, Said};
pub(super) use shape::{By, Key, Lines, NOT_WORDS, TABLES, Table};
pub(super) use slot::{DIGITS, Item, Part, items, numbered};
pub use template::{State, Todo};

/// A language that a pack can be had in, beside its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its tag, such as `es` or `pt-BR`.
    pub tag: String,
    /// What its speakers call it, such as “Español”.
    pub name: String,
    /// What the pack is called in it.
    pub title: String,
    /// Who has looked at it.
    pub status: Status,
    pub(super) written: Written,
}

/// How sure the words of a language are. Shown wherever the language is chosen, and on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// A machine said it, and no person has checked it.
    Machine,
    /// A person said it, and nobody else has checked it.
    Draft,
    /// Somebody else has checked it.
    Reviewed,
}

/// The entries of a language: read when the pack was, or only once somebody asks for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Written {
    Read(Vec<Entry>),
    File(SourceFile),
}

/// What is known about a pack that speaks another language than it was written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The language the pack was written in: of every entry that has no words of today in this one.
    pub base: String,
    /// Who has looked at the words.
    pub status: Status,
    in_base: BTreeSet<(&'static str, String)>,
    stamps: BTreeMap<MeasureId, String>,
}

/// An id of an entry that has words.
pub trait Worded: Id {
    /// The table its entries stand in.
    const TABLE: &'static str;
}

macro_rules! worded {
    ($($id:ident $table:literal),* $(,)?) => {
        $(impl Worded for $id {
            const TABLE: &'static str = $table;
        })*
    };
}

worded! {
    QuestionId "question", DeviceId "device", ThreatId "threat", MeasureId "measure", DecisionId "decision",
    PlaceId "place", CardId "card", SituationId "situation", TermId "term", PersonaId "persona",
}

impl Pack {
    /// The pack in the language `tag`: other words, and everything else as it is. What has no words of today
    /// in it stays as it was written, and is marked. Nothing when the pack does not have that language.
    ///
    /// Made from a pack as it was written: one that speaks another language already gives nothing.
    pub fn in_language(&self, tag: &str) -> Option<Self> {
        if self.translation.is_some() {
            return None;
        }

        if tag == self.lang {
            return Some(self.clone());
        }

        let language = self.language(tag)?;
        let mut pack = self.clone();
        let in_base = language.say(&mut pack);
        let stamps = self.measures.iter().map(|it| (it.id.clone(), stamp(it)));

        pack.lang = language.tag.clone();
        pack.title = language.title.clone();
        pack.translation = Some(Translation {
            base: self.lang.clone(),
            status: language.status,
            in_base,
            stamps: stamps.collect(),
        });

        Some(pack)
    }

    /// The language of that tag, beside the one the pack was written in.
    pub fn language(&self, tag: &str) -> Option<&Language> {
        self.languages.iter().find(|language| language.tag == tag)
    }

    /// The language the pack was written in, whichever it speaks now.
    pub fn base_language(&self) -> &str {
        self.translation
            .as_ref()
            .map_or(&self.lang, |translation| &translation.base)
    }

    /// Whether the words of this entry are in the language the pack was written in, and not in the one that
    /// was asked for. Never in a pack that speaks its own language.
    pub fn is_in_base<I: Worded>(&self, id: &I) -> bool {
        self.keeps(I::TABLE, id.name())
    }

    /// The same for a step of the trainer's run sheet, which has no id: `number` counts from 0.
    pub fn is_step_in_base(&self, number: usize) -> bool {
        self.keeps("step", &number.saturating_add(1).to_string())
    }

    /// The language of the words of this entry.
    pub fn language_of<I: Worded>(&self, id: &I) -> &str {
        if self.is_in_base(id) {
            self.base_language()
        } else {
            &self.lang
        }
    }

    /// How many entries are in the language the pack was written in, and not in the one that was asked for.
    pub fn in_base_count(&self) -> usize {
        self.translation
            .as_ref()
            .map_or(0, |translation| translation.in_base.len())
    }

    /// The stamp of a measure in the words it was written in: the same in every language, so that choosing
    /// another one is no news.
    pub fn stamp(&self, measure: &Measure) -> String {
        let known = self
            .translation
            .as_ref()
            .and_then(|translation| translation.stamps.get(&measure.id));

        known.cloned().unwrap_or_else(|| stamp(measure))
    }

    fn keeps(&self, table: &'static str, id: &str) -> bool {
        self.translation
            .as_ref()
            .is_some_and(|translation| translation.in_base.contains(&(table, id.to_owned())))
    }
}

impl Language {
    /// Puts its words into `pack`, and gives the entries it has none for.
    fn say(&self, pack: &mut Pack) -> BTreeSet<(&'static str, String)> {
        match &self.written {
            Written::Read(entries) => say(entries, pack),
            Written::File(file) => {
                let files = std::slice::from_ref(file);
                let mut sink = Sink::new(files);
                let documents = schema::parse(files, &mut sink);
                let read = documents.first().and_then(|it| schema::language(it, &mut sink));

                say(&read.map(|it| it.entries).unwrap_or_default(), pack)
            }
        }
    }
}

fn say(entries: &[Entry], pack: &mut Pack) -> BTreeSet<(&'static str, String)> {
    let found = by_name(entries);
    let mut in_base = BTreeSet::new();

    for mut item in items(pack) {
        let mark = item.mark();
        let entry = entry_of(&found, &item, &mark).filter(|entry| entry.problems(&item).is_empty());

        match entry {
            Some(entry) => item.slots.iter_mut().for_each(|slot| {
                if let Some(words) = entry.words_for(slot) {
                    slot.text.replace(words);
                }
            }),
            None => {
                in_base.insert((item.table.name, item.id));
            }
        }
    }

    in_base
}

/// The entries by what they are found by.
type Found<'e> = BTreeMap<(&'static str, &'e str), Vec<&'e Entry>>;

fn by_name(entries: &[Entry]) -> Found<'_> {
    let mut found = Found::new();

    for entry in entries.iter().filter(|entry| !entry.is_blank()) {
        found
            .entry((entry.table.name, entry.id.as_str()))
            .or_default()
            .push(entry);
    }

    found
}

/// The entry that goes by the words of today.
fn entry_of<'e>(found: &Found<'e>, item: &Item<'_>, mark: &str) -> Option<&'e Entry> {
    named(found, item).find(|entry| entry.of == mark)
}

/// Every entry of that name, whatever it goes by.
fn named<'f, 'e>(found: &'f Found<'e>, item: &Item<'_>) -> impl Iterator<Item = &'e Entry> + use<'f, 'e> {
    let id = if item.table.has_id { item.id.as_str() } else { "" };

    found
        .get(&(item.table.name, id))
        .into_iter()
        .flatten()
        .copied()
        .collect::<Vec<_>>()
        .into_iter()
}

/// Whether `tag` is the name of a language and nothing else: `en`, `pt-BR`, `zh-Hant`.
pub fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();

    tag.len() <= 20
        && (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
