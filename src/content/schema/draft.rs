//! A pack as far as it could be read, and where each of its entries stands.
use super::document::Document;
use super::language::Spoken;
use super::persona::Sort;
use super::row::Row;
use super::{Spot, decision, device, header, language, measure, paper, persona, place, question, situation, threat};
use crate::content::check::{At, Code, Sink, Words};
use crate::content::id::{Id, PersonaId};
use crate::content::rule::{ChoiceRef, Entry, OptionRef};
use crate::content::{Date, Pack, Persona, limits};

use std::collections::{BTreeMap, BTreeSet};

/// Everything that could be read. Each list of places runs beside the list of the same name in `pack`.
pub(in crate::content) struct Draft<'t> {
    pub(in crate::content) pack: Pack,
    pub(in crate::content) questions: Vec<Spot<'t>>,
    pub(in crate::content) groups: Vec<Spot<'t>>,
    pub(in crate::content) devices: Vec<Spot<'t>>,
    pub(in crate::content) threats: Vec<Spot<'t>>,
    pub(in crate::content) measures: Vec<Spot<'t>>,
    pub(in crate::content) decisions: Vec<Spot<'t>>,
    pub(in crate::content) places: Vec<Spot<'t>>,
    pub(in crate::content) sources: Vec<Spot<'t>>,
    pub(in crate::content) cards: Vec<Spot<'t>>,
    pub(in crate::content) situations: Vec<Spot<'t>>,
    pub(in crate::content) glossary: Vec<Spot<'t>>,
    pub(in crate::content) retired: Vec<Spot<'t>>,
    pub(in crate::content) personas: Vec<Spot<'t>>,
    /// Other languages, and their words.
    pub(in crate::content) languages: Vec<(Spoken, Vec<Words>)>,
    header: Option<At>,
}

impl<'t> Draft<'t> {
    /// Reads every file.
    pub(in crate::content) fn read(documents: &'t [Document<'t>], sink: &mut Sink<'t>) -> Self {
        let mut draft = Self::empty();

        for document in documents {
            if document.is_in("personas") {
                draft.person(document, sink);
            } else if document.is_in("lang") {
                // Its words are another language's: they are looked at apart from those of the pack.
                let before = sink.words.len();
                let spoken = language::language(document, sink);
                let words = sink.words.split_off(before);

                draft.languages.extend(spoken.map(|spoken| (spoken, words)));
            } else {
                draft.file(document, sink);
            }
        }

        if draft.header.is_none() && sink.is_whole() {
            let message = "no file says what pack this is";

            sink.report(
                Code::NoHeader,
                At::new(0, 0..0),
                message,
                "write pack.toml: format, id, version, …",
            );
        }

        draft.settle(&decisions(documents));

        draft
    }

    fn empty() -> Self {
        Self {
            pack: Pack {
                id: String::new(),
                version: 0,
                lang: String::new(),
                title: String::new(),
                licence: String::new(),
                reviewed: Date::FIRST,
                questions: Vec::new(),
                groups: Vec::new(),
                devices: Vec::new(),
                threats: Vec::new(),
                measures: Vec::new(),
                decisions: Vec::new(),
                places: Vec::new(),
                sources: Vec::new(),
                cards: Vec::new(),
                situations: Vec::new(),
                guide: Vec::new(),
                glossary: Vec::new(),
                retired: Vec::new(),
                personas: Vec::new(),
                languages: Vec::new(),
                translation: None,
            },
            questions: Vec::new(),
            groups: Vec::new(),
            devices: Vec::new(),
            threats: Vec::new(),
            measures: Vec::new(),
            decisions: Vec::new(),
            places: Vec::new(),
            sources: Vec::new(),
            cards: Vec::new(),
            situations: Vec::new(),
            glossary: Vec::new(),
            retired: Vec::new(),
            personas: Vec::new(),
            languages: Vec::new(),
            header: None,
        }
    }

    fn file(&mut self, document: &'t Document<'t>, sink: &mut Sink<'t>) {
        let at = At::new(document.file, 0..0);
        let mut row = Row::new(sink, "", at, &document.table);
        let topic = if document.is_in("measures") {
            document.stem()
        } else {
            ""
        };

        if header::KEYS.iter().any(|key| row.has(key)) {
            match self.header.replace(at) {
                None => header::read(&mut row, &mut self.pack),
                Some(_) => header::twice(&mut row),
            }
        }

        self.tables(&mut row, topic);

        let before = row.sink.words.len();

        for spoken in row.parts("language", limits::LANGUAGES, language::read) {
            self.languages.push((spoken, Vec::new()));
        }

        let words = row.sink.words.split_off(before);

        if let Some((_, of_last)) = self.languages.last_mut() {
            of_last.extend(words);
        }

        row.finish();
    }

    fn tables(&mut self, row: &mut Row<'_, 't>, topic: &str) {
        let pack = &mut self.pack;

        gather(
            row,
            "question",
            (&mut pack.questions, &mut self.questions),
            question::read,
        );
        gather(row, "group", (&mut pack.groups, &mut self.groups), question::group);
        gather(row, "device", (&mut pack.devices, &mut self.devices), device::read);
        gather(row, "threat", (&mut pack.threats, &mut self.threats), threat::read);
        gather(row, "measure", (&mut pack.measures, &mut self.measures), |row| {
            measure::read(row, topic)
        });
        gather(
            row,
            "decision",
            (&mut pack.decisions, &mut self.decisions),
            decision::read,
        );
        gather(row, "place", (&mut pack.places, &mut self.places), place::read);
        gather(row, "source", (&mut pack.sources, &mut self.sources), paper::source);
        gather(row, "card", (&mut pack.cards, &mut self.cards), paper::card);
        gather(
            row,
            "situation",
            (&mut pack.situations, &mut self.situations),
            situation::read,
        );
        gather(row, "term", (&mut pack.glossary, &mut self.glossary), paper::term);
        gather(row, "retired", (&mut pack.retired, &mut self.retired), paper::retired);
        gather(row, "persona", (&mut pack.personas, &mut self.personas), persona::entry);
        gather(row, "step", (&mut pack.guide, &mut Vec::new()), paper::guide);
    }

    fn person(&mut self, document: &'t Document<'t>, sink: &mut Sink<'t>) {
        let at = At::new(document.file, 0..0);
        let Some(id) = PersonaId::make(document.stem()) else {
            let help = "name it with lowercase words joined by hyphens";

            return sink.report(Code::BadId, at, "the name of this file cannot be a name", help);
        };
        let (person, spot) = whole(document, sink, id, Sort::Made);

        self.pack.personas.push(person);
        self.personas.push(spot);
    }

    /// Settles what no entry can know by itself: which conditions name decisions, and who is in a group.
    fn settle(&mut self, decisions: &BTreeSet<&str>) {
        let pack = &mut self.pack;
        let shown = pack.questions.iter_mut().map(|question| &mut question.show);
        let shown = shown.chain(pack.measures.iter_mut().map(|measure| &mut measure.show));
        let shown = shown.chain(pack.decisions.iter_mut().map(|decision| &mut decision.show));
        let shown = shown.chain(pack.cards.iter_mut().map(|card| &mut card.show));
        let lists = shown.flat_map(|show| [&mut show.any, &mut show.all, &mut show.hide]);
        let shifts = pack.threats.iter_mut().flat_map(|threat| &mut threat.shifts);
        let moved = shifts.flat_map(|shift| [&mut shift.any, &mut shift.all, &mut shift.none]);

        for entry in lists.chain(moved).flatten() {
            if let Entry::Choice(written) = entry
                && decisions.contains(written.question.as_str())
                && let Some((decision, option)) =
                    Id::make(written.question.as_str()).zip(Id::make(written.choice.as_str()))
            {
                *entry = Entry::Option(OptionRef { decision, option });
            }
        }

        join_groups(pack);
    }
}

/// Puts every answer that names its group into it, one more than fit at most: that one is reported.
fn join_groups(pack: &mut Pack) {
    let groups: Vec<_> = pack.groups.iter().map(|group| group.id.clone()).collect();
    let numbers: BTreeMap<_, usize> = groups.iter().zip(0..).collect();

    for question in &pack.questions {
        for choice in &question.choices {
            for number in choice.groups.iter().filter_map(|id| numbers.get(id)) {
                let Some(group) = pack.groups.get_mut(*number) else {
                    continue;
                };
                let member = ChoiceRef {
                    question: question.id.clone(),
                    choice: choice.id.clone(),
                };

                if !group.any.contains(&member) && group.any.len() <= limits::ITEMS {
                    group.any.push(member);
                }
            }
        }
    }
}

/// Reads one file of somebody's answers, and where they stand.
pub(in crate::content) fn answers<'t>(document: &'t Document<'t>, sink: &mut Sink<'t>) -> Option<(Persona, Spot<'t>)> {
    let id = PersonaId::make("answers")?;

    Some(whole(document, sink, id, Sort::Own))
}

fn whole<'t>(document: &'t Document<'t>, sink: &mut Sink<'t>, id: PersonaId, sort: Sort) -> (Persona, Spot<'t>) {
    let at = At::new(document.file, 0..0);
    let before = sink.errors();
    let mut row = Row::new(sink, "", at, &document.table);
    let person = persona::read(&mut row, id, sort);

    row.finish();

    let mut spot = Spot::of_file(at, &document.table);

    if sink.errors() > before {
        spot.spoil();
    }

    (person, spot)
}

fn gather<'t, T>(
    row: &mut Row<'_, 't>,
    key: &'static str,
    (items, spots): (&mut Vec<T>, &mut Vec<Spot<'t>>),
    read: impl FnMut(&mut Row<'_, 't>) -> Option<T>,
) {
    let room = limits::ENTRIES.saturating_sub(items.len());

    for (item, spot) in row.rows(key, room, read) {
        items.push(item);
        spots.push(spot);
    }
}

fn decisions<'t>(documents: &'t [Document<'t>]) -> BTreeSet<&'t str> {
    documents
        .iter()
        .filter_map(|document| document.table.get("decision"))
        .filter_map(|value| value.get_ref().as_array())
        .flatten()
        .filter_map(|value| value.get_ref().as_table())
        .filter_map(|table| table.get("id"))
        .filter_map(|value| value.get_ref().as_str())
        .collect()
}
