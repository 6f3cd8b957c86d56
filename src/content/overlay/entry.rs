//! An entry of a language, beside the entry of the pack that it says in other words: do the two fit?
use super::shape::{By, Lines, Table};
use super::slot::{Item, Part, Slot};
use crate::content::check::{At, Code, nearest};

use std::collections::BTreeSet;

/// An entry of a language, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::content) struct Entry {
    /// The table it stands in.
    pub(in crate::content) table: &'static Table,
    /// The id of the entry it says in other words; empty where entries have none.
    pub(in crate::content) id: String,
    /// The mark of the words it goes by.
    pub(in crate::content) of: String,
    /// Where it stands: its id.
    pub(in crate::content) at: At,
    /// Where the mark stands.
    pub(in crate::content) of_at: At,
    /// Its parts, in their order.
    pub(in crate::content) parts: Vec<(Part, At)>,
    /// What it says.
    pub(in crate::content) said: Vec<Said>,
}

/// A text of an entry of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::content) struct Said {
    /// The part it stands in.
    pub(in crate::content) part: Part,
    /// Its key.
    pub(in crate::content) key: &'static str,
    /// Where it stands.
    pub(in crate::content) at: At,
    /// What it says: one line, or the lines of a list.
    pub(in crate::content) words: Vec<String>,
}

/// Why an entry cannot be used.
#[derive(Debug)]
pub(in crate::content) struct Problem {
    pub(in crate::content) code: Code,
    pub(in crate::content) at: At,
    pub(in crate::content) message: String,
    pub(in crate::content) help: String,
}

impl Entry {
    /// Whether it says nothing yet: an entry of a template that nobody has filled in.
    pub(in crate::content) fn is_blank(&self) -> bool {
        self.said.iter().flat_map(|said| &said.words).all(String::is_empty)
    }

    /// What it says at the place of `slot`.
    pub(in crate::content) fn words_for(&self, slot: &Slot<'_>) -> Option<&[String]> {
        self.said
            .iter()
            .find(|said| said.part == slot.part && said.key == slot.key)
            .map(|said| said.words.as_slice())
    }

    /// Everything in which it differs from `item` by more than words. Nothing when it can be used.
    ///
    /// Only for an entry that goes by the words of today: else the differences mean nothing.
    pub(in crate::content) fn problems(&self, item: &Item<'_>) -> Vec<Problem> {
        let mut problems = Vec::new();
        let uneven = self.uneven(item, &mut problems);
        let here: BTreeSet<&Part> = self.parts.iter().map(|(part, _)| part).collect();
        let mut told = self.strangers(item, &uneven, &mut problems);

        for slot in item.slots.iter().filter(|slot| !uneven.contains(slot.part.table)) {
            let said = self
                .said
                .iter()
                .find(|said| said.part == slot.part && said.key == slot.key);

            match said {
                Some(said) => compare(self.table, slot, said, &mut problems),
                None if slot.part.table.is_empty() || here.contains(&slot.part) => problems.push(self.missing(slot)),
                None if told.insert(slot.part.clone()) => problems.push(self.missing_part(&slot.part)),
                None => {}
            }
        }

        problems
    }

    /// The parts told apart by their order that are not as many as in the base.
    fn uneven(&self, item: &Item<'_>, problems: &mut Vec<Problem>) -> BTreeSet<&'static str> {
        let ordered = self.table.parts.iter().filter(|part| part.by == By::Order);

        ordered
            .filter(|part| {
                let of_base: BTreeSet<&Part> = item.slots.iter().map(|slot| &slot.part).collect();
                let base = of_base.iter().filter(|it| it.table == part.name).count();
                let here: Vec<_> = self.parts.iter().filter(|(it, _)| it.table == part.name).collect();

                if base != here.len() {
                    problems.push(Problem {
                        code: Code::OtherCount,
                        at: here.last().map_or(self.at, |(_, at)| *at),
                        message: format!("`{}` has {} parts here, and {base} in the pack", part.name, here.len()),
                        help: "say each of them, in the same order".to_owned(),
                    });
                }

                base != here.len()
            })
            .map(|part| part.name)
            .collect()
    }

    /// Parts and texts that the base does not have. Gives the parts that were probably meant.
    fn strangers(
        &self,
        item: &Item<'_>,
        uneven: &BTreeSet<&'static str>,
        problems: &mut Vec<Problem>,
    ) -> BTreeSet<Part> {
        let mut meant_parts = BTreeSet::new();
        let known: BTreeSet<&Part> = item.slots.iter().map(|slot| &slot.part).collect();
        let is_known = |part: &Part| part.table.is_empty() || known.contains(part);

        for (part, at) in self.parts.iter().filter(|(part, _)| !is_known(part)) {
            if uneven.contains(part.table) {
                continue;
            }

            let names = known.iter().filter(|it| it.table == part.table);
            let names: Vec<&str> = names.map(|it| it.name.as_str()).collect();
            let meant = nearest(&part.name, names.iter().copied());

            meant_parts.extend(meant.map(|name| Part {
                table: part.table,
                name: name.to_owned(),
            }));

            problems.push(Problem {
                code: Code::UnknownId,
                at: *at,
                message: format!("`{}` has no {} called `{}`", self.id, part.table, part.name),
                help: meant.map_or_else(
                    || format!("it has: {}", names.join(", ")),
                    |meant| format!("did you mean `{meant}`?"),
                ),
            });
        }

        let has = |said: &Said| {
            item.slots
                .iter()
                .any(|slot| slot.part == said.part && slot.key == said.key)
        };
        let says = |said: &&Said| said.words.iter().any(|line| !line.is_empty());

        for said in self
            .said
            .iter()
            .filter(|said| is_known(&said.part) && !has(said))
            .filter(says)
        {
            problems.push(Problem {
                code: Code::NotInBase,
                at: said.at,
                message: format!("the pack says nothing in `{}` here", said.key),
                help: "leave it out: a language cannot add to the advice".to_owned(),
            });
        }

        meant_parts
    }

    fn missing_part(&self, part: &Part) -> Problem {
        Problem {
            code: Code::MissingKey,
            at: self.at,
            message: format!("[[{}.{}]] `{}` is missing here", self.table.name, part.table, part.name),
            help: "an entry is said whole, or left out whole".to_owned(),
        }
    }

    fn missing(&self, slot: &Slot<'_>) -> Problem {
        let part = self.parts.iter().find(|(part, _)| *part == slot.part);
        let place = if slot.part.table.is_empty() {
            format!("this [[{}]]", self.table.name)
        } else {
            format!("[[{}.{}]] `{}`", self.table.name, slot.part.table, slot.part.name)
        };

        Problem {
            code: Code::MissingKey,
            at: part.map_or(self.at, |(_, at)| *at),
            message: format!("`{}` is missing in {place}", slot.key),
            help: "an entry is said whole, or left out whole".to_owned(),
        }
    }
}

/// One text beside the other.
fn compare(table: &Table, slot: &Slot<'_>, said: &Said, problems: &mut Vec<Problem>) {
    let base = slot.text.lines();
    let count = said.words.len();
    let is_any = table
        .key(slot.part.table, slot.key)
        .is_some_and(|key| key.lines == Lines::Any);
    let problem = |code, message: String, help: &str| Problem {
        code,
        at: said.at,
        message,
        help: help.to_owned(),
    };

    if !is_any && count != base.len() {
        let message = format!("`{}` has {count} lines here, and {} in the pack", said.key, base.len());

        return problems.push(problem(
            Code::OtherCount,
            message,
            "say each of them, in the same order",
        ));
    }

    if said.words.is_empty() || said.words.iter().any(String::is_empty) {
        let message = format!("`{}` says nothing", said.key);

        return problems.push(problem(
            Code::Empty,
            message,
            "an entry is said whole, or left empty whole",
        ));
    }

    if is_any {
        return;
    }

    for (base, said) in base.iter().zip(&said.words) {
        if let Some(lost) = lost(base, said).or_else(|| unanswered(slot.key, base, said)) {
            problems.push(problem(
                Code::NotKept,
                lost,
                "what is filled in later stands in every language",
            ));
        }
    }
}

/// What `said` does not keep of `base`: names in braces, and lines to write on.
fn lost(base: &str, said: &str) -> Option<String> {
    if names(base) != names(said) {
        let wanted: Vec<&str> = names(base);

        return Some(match wanted.as_slice() {
            [] => "there are braces here, and none in the pack".to_owned(),
            wanted => format!("the pack has {} here, each once", wanted.join(", ")),
        });
    }

    let (is_blank, is_blank_here) = (base.ends_with('_'), said.ends_with('_'));

    if is_blank != is_blank_here || blanks(base) != blanks(said) {
        let message = if blanks(base) > 0 {
            "the pack has a line to write on here: keep its underscores where they are"
        } else {
            "there is a line to write on here, and none in the pack"
        };

        return Some(message.to_owned());
    }

    None
}

/// What stands between what people object and the answer to it, in a trainer's run sheet.
const ANSWER: &str = " - ";

/// An objection and its answer that ran into one.
fn unanswered(key: &str, base: &str, said: &str) -> Option<String> {
    let is_lost = key == "objections" && base.contains(ANSWER) != said.contains(ANSWER);

    is_lost.then(|| "an answer stands behind “ - ” here, in every language or in none".to_owned())
}

/// What stands in braces, with them, in the order of the alphabet: another language has another order.
fn names(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = text
        .split_inclusive('}')
        .filter_map(|piece| piece.find('{').and_then(|at| piece.get(at..)))
        .collect();

    names.sort_unstable();
    names
}

/// How many lines to write on there are: two underscores or more.
fn blanks(text: &str) -> usize {
    text.split(|letter| letter != '_').filter(|run| run.len() >= 2).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_to_write_on_is_kept_in_any_length() {
        assert_eq!(lost("Lawyer: ______", "Anwältin: ____________"), None);
        assert!(lost("Lawyer: ______", "Anwältin:").is_some());
        assert!(lost("Lawyer: ______", "____ Anwältin").is_some());
        assert!(lost("Lawyer", "Anwältin ____").is_some());
        assert_eq!(lost("snake_case stays", "snake_case bleibt"), None);
    }

    #[test]
    fn an_answer_stays_apart_from_what_people_object() {
        let of = |key, said| unanswered(key, "Why? - Because.", said);

        assert_eq!(of("objections", "Warum? - Darum."), None);
        assert!(of("objections", "Warum? Darum.").is_some());
        assert_eq!(of("say", "Warum? Darum."), None);
    }

    #[test]
    fn names_in_braces_are_kept_in_any_order() {
        assert_eq!(lost("{a} before {b}", "{b} nach {a}"), None);
        assert_eq!(lost("-id {…}", "-id {…}"), None);
        assert!(lost("{a} and {b}", "{a}").is_some());
        assert!(lost("{a}", "{a} {a}").is_some());
        assert!(lost("none", "{a}").is_some());
        assert_eq!(lost("a } alone {", "ein } allein {"), None);
    }
}
