//! From a text to a document. Believes nothing: ids, numbers and words are checked as in a pack.
use super::moved::moved;
use super::{
    CLOSED, DOES_NOT_APPLY, DONE, KEPT, NESTING, NOT_POSSIBLE, NOT_SURE, OFF, ON, OPEN, PERSON, PUT_BACK, SECOND,
    UNKNOWN,
};
use crate::answers::{Given, HIGHEST, LegalGate, Weight};
use crate::content::id::{ChoiceId, DecisionId, DeviceId, MeasureId, OptionId, QuestionId, ThreatId};
use crate::content::{On, Pack, Version, limits, text};
use crate::document::{Document, Error, MadeWith, Section, gate_questions};
use crate::plan::progress::{self, Earlier, Ending, Key, Mark, Role};

use toml::{Table, Value};

use std::collections::BTreeMap;

/// Reads a table that says it is of this format.
pub(in crate::document) fn decode(mut table: Table, pack: &Pack) -> Result<Document, Error> {
    let mut document = Document::new(pack);
    let gate = top(&mut document, &mut table)?;
    // A pack may say what became of its own names, and not what became of another's.
    let is_own = document.pack.id == pack.id;
    let names = Names { pack, is_own };

    answers(&mut document, section(&mut table, Section::Answers)?, &names)?;
    decisions(&mut document, section(&mut table, Section::Decisions)?, &names)?;
    weigh(&mut document, section(&mut table, Section::Weigh)?, &names)?;
    versions(&mut document, section(&mut table, Section::Versions)?, &names)?;
    seen(&mut document, section(&mut table, Section::Seen)?, &names)?;

    for (number, entry) in entries(&mut table, Section::Mark)?.into_iter().enumerate() {
        let bad = bad(Section::Mark, number);
        let (key, mark) = mark(entry, &names).ok_or(bad.clone())?;

        document.progress.set(key, Some(mark)).map_err(|_| bad)?;
    }

    for (number, entry) in entries(&mut table, Section::Earlier)?.into_iter().enumerate() {
        let bad = bad(Section::Earlier, number);
        let (key, earlier) = earlier(entry, &names).ok_or(bad.clone())?;

        document.progress.set_earlier(key, Some(earlier)).map_err(|_| bad)?;
    }

    for (number, entry) in entries(&mut table, Section::After)?.into_iter().enumerate() {
        let bad = bad(Section::After, number);
        let (key, ending) = ending(entry, &names).ok_or(bad.clone())?;

        document.progress.set_ending(key, Some(ending)).map_err(|_| bad)?;
    }

    if let Some(gate) = gate {
        document.set_gate(pack, gate);
    }

    document.unknown = unknown(table)?;

    Ok(document)
}

/// The lines before the first table. Gives what the text says about the gate.
fn top(document: &mut Document, table: &mut Table) -> Result<Option<LegalGate>, Error> {
    let bad = || bad(Section::Top, 0);

    table.remove("format");
    table.remove("version");

    if let Some(revision) = table.remove("revision") {
        document.revision = whole(&revision).ok_or_else(bad)?;
    }

    if let Some(saved) = table.remove("saved") {
        document.saved = Some(saved.as_str().and_then(|day| day.parse().ok()).ok_or_else(bad)?);
    }

    if let Some(id) = table.remove("pack") {
        document.pack.id = id.as_str().and_then(|id| cleaned(id, limits::TITLE)).ok_or_else(bad)?;
    }

    if let Some(version) = table.remove("pack_version") {
        document.pack.version = whole(&version).ok_or_else(bad)?;
    }

    match table.remove("gate").as_ref().map(Value::as_str) {
        None => Ok(None),
        Some(Some(OPEN)) => Ok(Some(LegalGate::Open)),
        Some(Some(CLOSED)) => Ok(Some(LegalGate::Closed)),
        Some(_) => Err(bad()),
    }
}

fn answers(document: &mut Document, table: Table, names: &Names<'_>) -> Result<(), Error> {
    let mut all = BTreeMap::new();

    for (number, (name, value)) in table.into_iter().enumerate() {
        let bad = bad(Section::Answers, number);
        let question = QuestionId::new(&name).map_err(|_| bad.clone())?;

        all.insert(question, given(&value).ok_or(bad)?);
    }

    // What another pack asked may have moved since. With this very pack, what has an old name was left there.
    if names.is_own && document.pack != MadeWith::of(names.pack) {
        all = moved(names.pack, all);
    }

    for (question, given) in all {
        // What the gate says wins: an answer that was written in by hand must not open it.
        if !gate_questions(names.pack).any(|gate| gate.id == question) {
            document.answers.give(question, given);
        }
    }

    Ok(())
}

fn given(value: &Value) -> Option<Given> {
    match value {
        Value::String(word) if word == UNKNOWN => Some(Given::Unknown),
        Value::Array(choices) if choices.len() <= limits::ITEMS => {
            let choices = choices.iter().map(|choice| ChoiceId::new(choice.as_str()?).ok());

            choices.collect::<Option<_>>().map(Given::Chosen)
        }
        _ => None,
    }
}

fn decisions(document: &mut Document, table: Table, names: &Names<'_>) -> Result<(), Error> {
    for (number, (name, value)) in table.into_iter().enumerate() {
        let option = value.as_str().and_then(|option| OptionId::new(option).ok());
        let pair = names.decision(&name).zip(option);
        let (decision, option) = pair.ok_or(bad(Section::Decisions, number))?;

        document.answers.decide(decision, option);
    }

    Ok(())
}

fn weigh(document: &mut Document, table: Table, names: &Names<'_>) -> Result<(), Error> {
    for (number, (name, value)) in table.into_iter().enumerate() {
        let pair = names.threat(&name).zip(weight(value));
        let (threat, weight) = pair.ok_or(bad(Section::Weigh, number))?;

        document.answers.weigh(threat, weight);
    }

    Ok(())
}

fn weight(value: Value) -> Option<Weight> {
    let Value::Table(mut table) = value else { return None };
    let mut rating = |name| match table.remove(name) {
        None => Some(None),
        Some(value) => whole(&value).filter(|rating: &u8| *rating <= HIGHEST).map(Some),
    };

    let (likelihood, impact) = (rating("likelihood")?, rating("impact")?);

    table.is_empty().then_some(Weight { likelihood, impact })
}

fn versions(document: &mut Document, table: Table, names: &Names<'_>) -> Result<(), Error> {
    for (number, (name, value)) in table.into_iter().enumerate() {
        let pair = names.device(&name).zip(value.as_str().and_then(Version::read));
        let (device, version) = pair.ok_or(bad(Section::Versions, number))?;

        document.answers.set_version(device, Some(version));
    }

    Ok(())
}

fn seen(document: &mut Document, table: Table, names: &Names<'_>) -> Result<(), Error> {
    for (number, (name, value)) in table.into_iter().enumerate() {
        let stamp = value.as_str().and_then(|stamp| cleaned(stamp, limits::TITLE));
        let pair = names.measure(&name).zip(stamp);
        let (measure, stamp) = pair.ok_or(bad(Section::Seen, number))?;

        document.seen.insert(measure, stamp);
    }

    Ok(())
}

fn mark(mut entry: Table, names: &Names<'_>) -> Option<(Key, Mark)> {
    let key = key(&mut entry, names)?;
    let mark = match entry.remove("state")?.as_str()? {
        DONE => Mark::Done,
        NOT_POSSIBLE => Mark::NotPossible,
        DOES_NOT_APPLY => Mark::DoesNotApply,
        _ => return None,
    };

    entry.is_empty().then_some((key, mark))
}

fn earlier(mut entry: Table, names: &Names<'_>) -> Option<(Key, Earlier)> {
    let key = key(&mut entry, names)?;
    let earlier = match (entry.remove("was"), entry.remove("note")) {
        (Some(Value::String(was)), None) => match was.as_str() {
            ON => Earlier::On,
            OFF => Earlier::Off,
            NOT_SURE => Earlier::NotSure,
            _ => return None,
        },
        (None, Some(Value::String(note))) => Earlier::Other(cleaned(&note, progress::LONGEST_NOTE)?),
        _ => return None,
    };

    entry.is_empty().then_some((key, earlier))
}

fn ending(mut entry: Table, names: &Names<'_>) -> Option<(Key, Ending)> {
    let key = key(&mut entry, names)?;
    let ending = match entry.remove("state")?.as_str()? {
        PUT_BACK => Ending::PutBack,
        KEPT => Ending::Kept,
        _ => return None,
    };

    entry.is_empty().then_some((key, ending))
}

/// What an entry is about.
fn key(entry: &mut Table, names: &Names<'_>) -> Option<Key> {
    let measure = names.measure(entry.remove("measure")?.as_str()?)?;
    let on = match entry.remove("on")?.as_str()? {
        PERSON => On::Person,
        device => On::Device(names.device(device)?),
    };
    let role = match entry.remove("device").as_ref().map(Value::as_str) {
        None => Role::Main,
        Some(Some(SECOND)) => Role::Second,
        Some(_) => return None,
    };

    Some(Key { measure, on, role })
}

/// Looks names up, and follows those that the pack has retired.
struct Names<'a> {
    pack: &'a Pack,
    is_own: bool,
}

macro_rules! names {
    ($($name:ident($kind:literal) -> $id:ty;)*) => {
        impl Names<'_> {$(
            fn $name(&self, name: &str) -> Option<$id> {
                <$id>::new(self.now(concat!($kind, ":"), name)).ok()
            }
        )*}
    };
}

names! {
    decision("decision") -> DecisionId;
    threat("threat") -> ThreatId;
    measure("measure") -> MeasureId;
    device("device") -> DeviceId;
}

impl Names<'_> {
    /// What `name` is called now. One step: a pack says the last name, not the next one.
    fn now<'n>(&'n self, kind: &str, name: &'n str) -> &'n str {
        let is_it = |id: &str| id.strip_prefix(kind) == Some(name);
        let mut all = self.pack.retired.iter().filter(|_| self.is_own);
        let retired = all.find(|retired| is_it(&retired.id));

        match retired.map(|retired| retired.replaced_by.as_str()) {
            None | Some("") => name,
            Some(new) => new.strip_prefix(kind).unwrap_or(new),
        }
    }
}

/// A table of the text, or an empty one.
fn section(table: &mut Table, section: Section) -> Result<Table, Error> {
    match table.remove(section.name()) {
        None => Ok(Table::new()),
        Some(Value::Table(found)) if found.len() <= limits::ENTRIES => Ok(found),
        Some(Value::Table(_)) => Err(Error::TooMany { section }),
        Some(_) => Err(bad(section, 0)),
    }
}

/// A list of entries of the text, or an empty one.
fn entries(table: &mut Table, section: Section) -> Result<Vec<Table>, Error> {
    let found = match table.remove(section.name()) {
        None => Vec::new(),
        Some(Value::Array(found)) => found,
        Some(_) => return Err(bad(section, 0)),
    };

    if found.len() > progress::MOST {
        return Err(Error::TooMany { section });
    }

    let tables = found.into_iter().enumerate().map(|(number, entry)| match entry {
        Value::Table(entry) => Ok(entry),
        _ => Err(bad(section, number)),
    });

    tables.collect()
}

/// What is left: kept as it is, as long as there is nothing dangerous in it.
fn unknown(table: Table) -> Result<Table, Error> {
    let section = Section::Unknown;

    if table.len() > limits::ENTRIES {
        return Err(Error::TooMany { section });
    }

    match table
        .iter()
        .position(|(name, value)| text::refuse(name).is_err() || !is_harmless(value, NESTING))
    {
        None => Ok(table),
        Some(number) => Err(bad(section, number)),
    }
}

fn is_harmless(value: &Value, depth: usize) -> bool {
    match (value, depth.checked_sub(1)) {
        (_, None) => false,
        (Value::String(words), _) => text::refuse(words).is_ok(),
        (Value::Array(values), Some(depth)) => values.iter().all(|value| is_harmless(value, depth)),
        (Value::Table(table), Some(depth)) => {
            let mut entries = table.iter();

            entries.all(|(name, value)| text::refuse(name).is_ok() && is_harmless(value, depth))
        }
        (Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_), _) => true,
    }
}

/// A whole number that fits.
fn whole<T: TryFrom<i64>>(value: &Value) -> Option<T> {
    value.as_integer().and_then(|number| T::try_from(number).ok())
}

/// Words in their clean form, if they are short enough.
fn cleaned(words: &str, longest: usize) -> Option<String> {
    text::clean(words).ok().filter(|words| words.chars().count() <= longest)
}

/// An entry that is not as it should be, counted from 1.
fn bad(section: Section, position: usize) -> Error {
    Error::Entry {
        section,
        number: position + 1,
    }
}
