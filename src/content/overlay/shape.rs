//! Which texts of a pack have a translation, in which tables they stand, and how long they may be.
//!
//! The one list of them: what reads a language, what compares it, what prints a template all go by it.
//! A key that is not here and that the format has elsewhere is no word, and stays as it is.
use crate::content::limits;

/// A table whose entries have words.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::content) struct Table {
    /// How it is written: `measure`.
    pub(in crate::content) name: &'static str,
    /// Whether an entry is found by its `id`; else by the mark of its words alone.
    pub(in crate::content) has_id: bool,
    /// The words of an entry.
    pub(in crate::content) keys: &'static [Key],
    /// The parts of an entry that have words of their own.
    pub(in crate::content) parts: &'static [PartTable],
}

/// A part of an entry that has words of its own.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::content) struct PartTable {
    /// How it is written: `steps`.
    pub(in crate::content) name: &'static str,
    /// What tells one part from the next.
    pub(in crate::content) by: By,
    /// Its words.
    pub(in crate::content) keys: &'static [Key],
}

/// What tells one part of an entry from the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::content) enum By {
    /// The name that stands in this key.
    Name(&'static str),
    /// The device, and where that is not enough the first version.
    Device,
    /// Its place among the others. The mark of the entry holds the order, so none can slip.
    Order,
}

/// A key that holds words.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::content) struct Key {
    /// How it is written: `title`.
    pub(in crate::content) name: &'static str,
    /// The most characters of a text, or of each line of a list.
    pub(in crate::content) longest: usize,
    /// Whether it is a list, and of how many.
    pub(in crate::content) lines: Lines,
}

/// Whether a key holds one text or a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::content) enum Lines {
    /// One text.
    One,
    /// A list with as many lines as the base has: steps, reasons.
    Same,
    /// A list with as many lines as the language needs, at least one: spellings of a term.
    Any,
}

const fn one(name: &'static str, longest: usize) -> Key {
    Key {
        name,
        longest,
        lines: Lines::One,
    }
}

const fn same(name: &'static str, longest: usize) -> Key {
    Key {
        name,
        longest,
        lines: Lines::Same,
    }
}

const ADVICE: &[Key] = &[
    one("do", limits::STEP),
    one("why", limits::TEXT),
    one("gate_why", limits::TEXT),
];

const fn advice(name: &'static str) -> PartTable {
    PartTable {
        name,
        by: By::Order,
        keys: ADVICE,
    }
}

const fn table(name: &'static str, keys: &'static [Key], parts: &'static [PartTable]) -> Table {
    Table {
        name,
        has_id: true,
        keys,
        parts,
    }
}

/// Every table that has words, in the order of a template.
pub(in crate::content) static TABLES: [Table; 12] = [
    table(
        "question",
        &[one("asks", limits::TITLE), one("why", limits::TEXT)],
        &[PartTable {
            name: "choice",
            by: By::Name("id"),
            keys: &[one("label", limits::TITLE)],
        }],
    ),
    table(
        "device",
        &[
            one("label", limits::TITLE),
            one("lock_now", limits::TEXT),
            one("power_off", limits::TEXT),
            one("find_version", limits::TEXT),
        ],
        &[],
    ),
    table(
        "threat",
        &[
            one("who", limits::TITLE),
            one("title", limits::TITLE),
            one("about", limits::TEXT),
            same("because", limits::TITLE),
        ],
        &[],
    ),
    table(
        "measure",
        &[
            one("title", limits::TITLE),
            one("short", limits::SHORT),
            one("why", limits::TEXT),
            one("cost", limits::TEXT),
            one("careful", limits::TEXT),
            one("instead", limits::TEXT),
            one("undo", limits::TEXT),
            one("gate_why", limits::TEXT),
        ],
        &[PartTable {
            name: "steps",
            by: By::Device,
            keys: &[
                same("do", limits::STEP),
                one("check", limits::TEXT),
                one("search", limits::TITLE),
            ],
        }],
    ),
    table(
        "decision",
        &[one("asks", limits::TITLE), one("about", limits::TEXT)],
        &[PartTable {
            name: "option",
            by: By::Name("id"),
            keys: &[
                one("label", limits::TITLE),
                one("gives", limits::TEXT),
                one("costs", limits::TEXT),
            ],
        }],
    ),
    table(
        "place",
        &[one("name", limits::TITLE)],
        &[PartTable {
            name: "rule",
            by: By::Name("topic"),
            keys: &[one("says", limits::TEXT), one("card", limits::CARD)],
        }],
    ),
    table("card", &[one("title", limits::TITLE), same("lines", limits::STEP)], &[]),
    table(
        "situation",
        &[
            one("title", limits::TITLE),
            one("about", limits::TEXT),
            one("careful", limits::TEXT),
        ],
        &[advice("hour"), advice("day"), advice("week")],
    ),
    Table {
        name: "step",
        has_id: false,
        keys: &[
            one("title", limits::TITLE),
            same("materials", limits::TITLE),
            same("say", limits::TEXT),
            same("objections", limits::TEXT),
        ],
        parts: &[],
    },
    table(
        "term",
        &[
            Key {
                name: "words",
                longest: limits::TITLE,
                lines: Lines::Any,
            },
            one("means", limits::TEXT),
        ],
        &[],
    ),
    table("retired", &[one("title", limits::TITLE), one("why", limits::TEXT)], &[]),
    table(
        "persona",
        &[one("name", limits::TITLE), one("about", limits::TITLE)],
        &[],
    ),
];

/// What the format has and no language may say: names, numbers, conditions, gates, sources, versions, days.
pub(in crate::content) const NOT_WORDS: &[&str] = &[
    "format",
    "id",
    "version",
    "licence",
    "reviewed",
    "kind",
    "show_if_any",
    "show_if_all",
    "hide_if_any",
    "unknown_means",
    "sensitive",
    "device",
    "place",
    "points",
    "money",
    "lead",
    "gate",
    "group",
    "any",
    "version_name",
    "articles",
    "likelihood",
    "impact",
    "shift",
    "when_any",
    "when_all",
    "when_none",
    "raise_likelihood",
    "raise_impact",
    "rule_out",
    "topic",
    "when",
    "minutes",
    "evidence",
    "baseline",
    "needs",
    "after",
    "conflicts",
    "reveals",
    "changes_setting",
    "keep_after",
    "sources",
    "source",
    "cuts",
    "on",
    "os_min",
    "os_verified",
    "confidence",
    "allows",
    "unknown",
    "prints_letter",
    "url",
    "publisher",
    "date",
    "see",
    "replaced_by",
    "answers",
    "none",
    "decisions",
    "weigh",
    "versions",
    "must",
    "must_never",
    "threat",
    "likelihood_by",
    "impact_by",
    "removes",
];

impl Table {
    /// The part called `name`; nothing for the entry itself.
    pub(in crate::content) fn part(&self, name: &str) -> Option<&'static PartTable> {
        self.parts.iter().find(|part| part.name == name)
    }

    /// The key called `name`, of the entry itself or of its part called `part`.
    pub(in crate::content) fn key(&self, part: &str, name: &str) -> Option<&'static Key> {
        let keys = self.part(part).map_or(self.keys, |part| part.keys);

        keys.iter().find(|key| key.name == name)
    }
}
