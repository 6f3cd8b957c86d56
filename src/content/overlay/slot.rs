//! The words of a pack, entry by entry: where each text stands, and the text itself, to read or to replace.
use super::shape::{TABLES, Table};
use crate::content::id::Id;
use crate::content::{
    Card, Decision, Device, GuideStep, Measure, Pack, Persona, Place, Question, Retired, Situation, Steps, Term,
    Threat, Within, Word,
};

use sha2::{Digest, Sha256};

use std::collections::BTreeMap;

/// The bytes kept of the hash: enough that two wordings of one entry never meet by chance.
const KEPT: usize = 8;

/// The hexadecimal digits of a mark.
pub(in crate::content) const DIGITS: usize = 2 * KEPT;

/// An entry of a pack with all its words.
pub(in crate::content) struct Item<'p> {
    /// The table it stands in.
    pub(in crate::content) table: &'static Table,
    /// Its id; its number from 1 where entries have none.
    pub(in crate::content) id: String,
    /// Its texts, those that say something, in their order.
    pub(in crate::content) slots: Vec<Slot<'p>>,
}

/// A text of an entry.
pub(in crate::content) struct Slot<'p> {
    /// The part it stands in.
    pub(in crate::content) part: Part,
    /// Its key.
    pub(in crate::content) key: &'static str,
    /// What it says.
    pub(in crate::content) text: Text<'p>,
}

/// A part of an entry; without a table and a name, the entry itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::content) struct Part {
    /// How it is written: `steps`.
    pub(in crate::content) table: &'static str,
    /// What tells it from the others: an id, a device with or without a version, a number from 1.
    pub(in crate::content) name: String,
}

/// What stands at one key.
pub(in crate::content) enum Text<'p> {
    /// One text.
    One(&'p mut String),
    /// Lines that keep their number.
    Same(Vec<&'p mut String>),
    /// Lines that may be more or fewer.
    Any(&'p mut Vec<String>),
}

impl Text<'_> {
    /// The lines; one for one text.
    pub(in crate::content) fn lines(&self) -> Vec<&str> {
        match self {
            Self::One(text) => vec![text.as_str()],
            Self::Same(lines) => lines.iter().map(|line| line.as_str()).collect(),
            Self::Any(lines) => lines.iter().map(String::as_str).collect(),
        }
    }

    /// Says `words` from now on.
    pub(in crate::content) fn replace(&mut self, words: &[String]) {
        match self {
            Self::One(text) => {
                if let Some(said) = words.first() {
                    text.clone_from(said);
                }
            }
            Self::Same(lines) => lines
                .iter_mut()
                .zip(words)
                .for_each(|(line, said)| line.clone_from(said)),
            Self::Any(lines) => **lines = words.to_vec(),
        }
    }

    fn says_something(&self) -> bool {
        self.lines().iter().any(|line| !line.is_empty())
    }
}

impl Item<'_> {
    /// The mark of its words: 16 hexadecimal digits that change with any of them, and with their order.
    pub(in crate::content) fn mark(&self) -> String {
        let mut hash = Sha256::new();

        add(&mut hash, self.table.name);

        if self.table.has_id {
            add(&mut hash, &self.id);
        }

        for slot in &self.slots {
            let lines = slot.text.lines();

            [slot.part.table, &slot.part.name, slot.key]
                .iter()
                .for_each(|name| add(&mut hash, name));
            hash.update((lines.len() as u64).to_le_bytes());
            lines.iter().for_each(|line| add(&mut hash, line));
        }

        let digits = hash.finalize();

        digits.iter().take(KEPT).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Each text with its length before it: no word can move from one text to the next unnoticed.
fn add(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_le_bytes());
    hash.update(text.as_bytes());
}

/// Every entry of `pack` that has words, in the order of [`TABLES`].
pub(in crate::content) fn items(pack: &mut Pack) -> Vec<Item<'_>> {
    let collected = [
        pack.questions.iter_mut().map(question).collect::<Vec<_>>(),
        pack.devices.iter_mut().map(device).collect(),
        pack.threats.iter_mut().map(threat).collect(),
        pack.measures.iter_mut().map(measure).collect(),
        pack.decisions.iter_mut().map(decision).collect(),
        pack.places.iter_mut().map(place).collect(),
        pack.cards.iter_mut().map(card).collect(),
        pack.situations.iter_mut().map(situation).collect(),
        (1..).zip(pack.guide.iter_mut()).map(step).collect(),
        pack.glossary.iter_mut().map(term).collect(),
        pack.retired.iter_mut().map(retired).collect(),
        pack.personas.iter_mut().map(persona).collect(),
    ];
    let tables = TABLES.iter().zip(collected);
    let items = tables.flat_map(|(table, of)| {
        of.into_iter()
            .map(move |Collected { id, slots }| Item { table, id, slots })
    });

    items.collect()
}

/// The texts of an entry while they are collected.
struct Collected<'p> {
    id: String,
    slots: Vec<Slot<'p>>,
}

impl<'p> Collected<'p> {
    fn of(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            slots: Vec::new(),
        }
    }

    fn texts<const N: usize>(mut self, part: &Part, texts: [(&'static str, Text<'p>); N]) -> Self {
        let said = texts.into_iter().filter(|(_, text)| text.says_something());

        self.slots.extend(said.map(|(key, text)| Slot {
            part: part.clone(),
            key,
            text,
        }));
        self
    }

    fn own<const N: usize>(self, texts: [(&'static str, &'p mut String); N]) -> Self {
        self.texts(&Part::default(), texts.map(|(key, text)| (key, Text::One(text))))
    }

    fn part<const N: usize>(
        self,
        table: &'static str,
        name: String,
        texts: [(&'static str, &'p mut String); N],
    ) -> Self {
        let part = Part { table, name };

        self.texts(&part, texts.map(|(key, text)| (key, Text::One(text))))
    }
}

fn lines(lines: &mut [String]) -> Text<'_> {
    Text::Same(lines.iter_mut().collect())
}

fn question(it: &mut Question) -> Collected<'_> {
    let whole = Collected::of(it.id.as_str()).own([("asks", &mut it.asks), ("why", &mut it.why)]);

    it.choices.iter_mut().fold(whole, |whole, choice| {
        whole.part("choice", choice.id.to_string(), [("label", &mut choice.label)])
    })
}

fn device(it: &mut Device) -> Collected<'_> {
    Collected::of(it.id.as_str()).own([
        ("label", &mut it.label),
        ("lock_now", &mut it.lock_now),
        ("power_off", &mut it.power_off),
        ("find_version", &mut it.find_version),
    ])
}

fn threat(it: &mut Threat) -> Collected<'_> {
    let reasons = it.shifts.iter_mut().map(|shift| &mut shift.because).collect();

    Collected::of(it.id.as_str())
        .own([("who", &mut it.who), ("title", &mut it.title), ("about", &mut it.about)])
        .texts(&Part::default(), [("because", Text::Same(reasons))])
}

fn measure(it: &mut Measure) -> Collected<'_> {
    let names = names_of_steps(&it.steps);
    let whole = Collected::of(it.id.as_str()).own([
        ("title", &mut it.title),
        ("short", &mut it.short),
        ("why", &mut it.why),
        ("cost", &mut it.cost),
        ("careful", &mut it.careful),
        ("instead", &mut it.instead),
        ("undo", &mut it.undo),
        ("gate_why", &mut it.gate_why),
    ]);

    it.steps.iter_mut().zip(names).fold(whole, |whole, (steps, name)| {
        let part = Part { table: "steps", name };

        whole.texts(
            &part,
            [
                ("do", lines(&mut steps.does)),
                ("check", Text::One(&mut steps.check)),
                ("search", Text::One(&mut steps.search)),
            ],
        )
    })
}

/// What each block of steps goes by: its device, with the first version where a device has several blocks.
fn names_of_steps(steps: &[Steps]) -> Vec<String> {
    let written = steps.iter().map(|block| {
        let is_alone = steps.iter().filter(|other| other.on == block.on).count() == 1;

        if is_alone || block.os_min.is_empty() {
            block.on.word().to_owned()
        } else {
            format!("{} {}", block.on.word(), block.os_min)
        }
    });

    numbered(written)
}

/// The same names, each once: a second one gets a number. Both sides are counted in the same way.
pub(in crate::content) fn numbered(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();

    names
        .map(|name| {
            let count = counts.entry(name.clone()).or_default();
            *count += 1;

            if *count == 1 { name } else { format!("{name} ({count})") }
        })
        .collect()
}

fn decision(it: &mut Decision) -> Collected<'_> {
    let whole = Collected::of(it.id.as_str()).own([("asks", &mut it.asks), ("about", &mut it.about)]);

    it.options.iter_mut().fold(whole, |whole, side| {
        whole.part(
            "option",
            side.id.to_string(),
            [
                ("label", &mut side.label),
                ("gives", &mut side.gives),
                ("costs", &mut side.costs),
            ],
        )
    })
}

fn place(it: &mut Place) -> Collected<'_> {
    let whole = Collected::of(it.id.as_str()).own([("name", &mut it.name)]);

    it.rules.iter_mut().fold(whole, |whole, rule| {
        whole.part(
            "rule",
            rule.topic.word().to_owned(),
            [("says", &mut rule.says), ("card", &mut rule.card)],
        )
    })
}

fn card(it: &mut Card) -> Collected<'_> {
    Collected::of(it.id.as_str())
        .own([("title", &mut it.title)])
        .texts(&Part::default(), [("lines", lines(&mut it.lines))])
}

fn situation(it: &mut Situation) -> Collected<'_> {
    let mut whole = Collected::of(it.id.as_str()).own([
        ("title", &mut it.title),
        ("about", &mut it.about),
        ("careful", &mut it.careful),
    ]);
    let times = [
        (Within::Hour, &mut it.hour),
        (Within::Day, &mut it.day),
        (Within::Week, &mut it.week),
    ];

    for (within, list) in times {
        for (number, advice) in (1..).zip(list) {
            whole = whole.part(
                within.word(),
                number.to_string(),
                [
                    ("do", &mut advice.does),
                    ("why", &mut advice.why),
                    ("gate_why", &mut advice.gate_why),
                ],
            );
        }
    }

    whole
}

fn step((number, it): (usize, &mut GuideStep)) -> Collected<'_> {
    Collected::of(number.to_string()).own([("title", &mut it.title)]).texts(
        &Part::default(),
        [
            ("materials", lines(&mut it.materials)),
            ("say", lines(&mut it.say)),
            ("objections", lines(&mut it.objections)),
        ],
    )
}

fn term(it: &mut Term) -> Collected<'_> {
    Collected::of(it.id.as_str()).texts(
        &Part::default(),
        [("words", Text::Any(&mut it.words)), ("means", Text::One(&mut it.means))],
    )
}

fn retired(it: &mut Retired) -> Collected<'_> {
    Collected::of(it.id.as_str()).own([("title", &mut it.title), ("why", &mut it.why)])
}

fn persona(it: &mut Persona) -> Collected<'_> {
    Collected::of(it.id.name()).own([("name", &mut it.name), ("about", &mut it.about)])
}
