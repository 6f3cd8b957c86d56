//! Other languages: each entry has its counterpart, and says no more and no less than it.
//!
//! Words that the pack has changed since are no finding: they wait for a translator, and the pack is good.
use super::{Code, Sink, nearest, words};
use crate::content::overlay::{Entry, Item, items};
use crate::content::schema::{Draft, Spoken};

use std::collections::{BTreeMap, BTreeSet};

/// Looks at every language.
pub(super) fn look(draft: &mut Draft<'_>, sink: &mut Sink<'_>) {
    if draft.languages.is_empty() {
        return;
    }

    let languages = std::mem::take(&mut draft.languages);
    let mut base = draft.pack.clone();
    let items: Vec<Marked<'_>> = items(&mut base).into_iter().map(Marked::new).collect();
    let known = Known::new(&items, draft);
    let mut seen = BTreeSet::new();

    for (spoken, words) in &languages {
        if spoken.tag == draft.pack.lang || !seen.insert(spoken.tag.clone()) {
            let message = format!("the pack speaks `{}` already", spoken.tag);

            sink.report(Code::BadLanguage, spoken.at, message, "each language stands there once");
        }

        entries(spoken, &known, sink);
        words::look_at_all(words, sink);
    }

    draft.languages = languages;
}

/// An entry of the pack and its mark.
struct Marked<'p> {
    item: Item<'p>,
    mark: String,
}

impl<'p> Marked<'p> {
    fn new(item: Item<'p>) -> Self {
        let mark = item.mark();

        Self { item, mark }
    }
}

/// The entries of the pack, to be found.
struct Known<'i, 'p> {
    /// By table and mark.
    by_mark: BTreeMap<(&'static str, &'i str), Vec<&'i Marked<'p>>>,
    /// The ids of a table.
    ids: BTreeMap<&'static str, BTreeSet<&'i str>>,
    /// Ids that are gone, as `measure:old-name`.
    retired: BTreeSet<String>,
}

impl<'i, 'p> Known<'i, 'p> {
    fn new(items: &'i [Marked<'p>], draft: &Draft<'_>) -> Self {
        let mut by_mark: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut ids: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();

        for marked in items {
            let table = marked.item.table.name;

            by_mark.entry((table, marked.mark.as_str())).or_default().push(marked);
            ids.entry(table).or_default().insert(marked.item.id.as_str());
        }

        Self {
            by_mark,
            ids,
            retired: draft.pack.retired.iter().map(|retired| retired.id.clone()).collect(),
        }
    }

    fn has(&self, entry: &Entry) -> bool {
        self.ids
            .get(entry.table.name)
            .is_some_and(|ids| ids.contains(entry.id.as_str()))
    }
}

fn entries(spoken: &Spoken, known: &Known<'_, '_>, sink: &mut Sink<'_>) {
    let mut seen: BTreeMap<_, &Entry> = BTreeMap::new();

    for entry in &spoken.entries {
        if entry.table.has_id && !entry.id.is_empty() && !known.has(entry) {
            unknown(entry, known, sink);
            continue;
        }

        // An id that is gone stands there once for each that took over: only the mark tells them apart.
        let is_alone = entry.table.has_id && entry.table.name != "retired";
        let key = (
            entry.table.name,
            entry.id.as_str(),
            if is_alone { "" } else { entry.of.as_str() },
        );

        if let Some(before) = seen.get(&key) {
            let help = format!("the first one stands at {}", sink.whereabouts(before.at));
            let message = format!("this [[{}]] is there twice", entry.table.name);

            sink.report(Code::DuplicateId, entry.at, message, help);
            continue;
        }

        seen.insert(key, entry);

        if entry.is_blank() {
            continue;
        }

        let marked = known.by_mark.get(&(entry.table.name, entry.of.as_str()));
        let marked = marked.and_then(|all| all.iter().find(|it| !entry.table.has_id || it.item.id == entry.id));

        for problem in marked.map(|it| entry.problems(&it.item)).unwrap_or_default() {
            // A text that was refused is empty too, and has been reported for what it is.
            let is_refused = problem.code == Code::Empty && sink.written(problem.at).contains(char::is_alphanumeric);

            if is_refused {
                continue;
            }

            sink.report(problem.code, problem.at, problem.message, problem.help);
        }
    }
}

fn unknown(entry: &Entry, known: &Known<'_, '_>, sink: &mut Sink<'_>) {
    let table = entry.table.name;
    let ids = known.ids.get(table);
    let meant = nearest(&entry.id, ids.into_iter().flatten().copied());
    let help = if known.retired.contains(&format!("{table}:{}", entry.id)) {
        "it is gone from the pack: take it out".to_owned()
    } else {
        meant.map_or_else(String::new, |meant| format!("did you mean `{meant}`?"))
    };

    sink.report(
        Code::UnknownId,
        entry.at,
        format!("there is no {table} called `{}`", shown(&entry.id)),
        help,
    );
}

/// A name as it may be shown: short.
fn shown(name: &str) -> String {
    name.chars().take(64).collect()
}
