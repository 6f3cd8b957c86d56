//! Answers that were given before a newer pack asked in another way.
//!
//! `[[retired]]` says where each old answer went: to an answer of today, or to several. Nothing is made up:
//! a question that took over others counts as answered only when all of those were. What cannot be moved is
//! kept under its old name, says nothing, and leaves its question open: then the careful answer is assumed.
use crate::answers::Given;
use crate::content::id::{ChoiceId, QuestionId};
use crate::content::{Kind, Pack};

use std::collections::{BTreeMap, BTreeSet};

type All = BTreeMap<QuestionId, Given>;

/// What was said, under the names of `pack`.
pub(super) fn moved(pack: &Pack, old: All) -> All {
    let heirs = heirs(pack);
    let mut now = old.clone();

    for (question, choices) in arrivals(pack, &heirs, &old) {
        let Some(kind) = pack.question(&question).map(|question| question.kind) else {
            continue;
        };

        match now.get_mut(&question) {
            // Of one that takes a single answer, the one that was given to itself stays.
            Some(Given::Chosen(given)) if kind == Kind::Many => given.extend(choices),
            Some(Given::Chosen(_) | Given::Unknown) => {}
            None if can_begin(kind, &question, &choices, &heirs, &old) => {
                now.insert(question, Given::Chosen(choices));
            }
            None => {}
        }
    }

    // An old answer goes once the question that took over is answered, or when it says nothing itself.
    for (gone, heir) in &heirs {
        if now.contains_key(heir) || now.get(gone) == Some(&Given::Unknown) {
            now.remove(gone);
        }
    }

    now
}

/// The retired questions, each with the one that took over.
fn heirs(pack: &Pack) -> BTreeMap<QuestionId, QuestionId> {
    let question = |name: &str| name.strip_prefix("question:").and_then(|id| QuestionId::new(id).ok());

    pack.retired
        .iter()
        .filter_map(|retired| question(&retired.id).zip(question(&retired.replaced_by)))
        .collect()
}

/// Whether a question that nobody asked before is answered by what others said: all it took over were
/// answered plainly.
fn can_begin(
    kind: Kind,
    question: &QuestionId,
    choices: &BTreeSet<ChoiceId>,
    heirs: &BTreeMap<QuestionId, QuestionId>,
    old: &All,
) -> bool {
    let mut before = heirs.iter().filter(|(_, heir)| *heir == question).peekable();
    let has_before = before.peek().is_some();
    let fits = kind == Kind::Many || choices.len() == 1;

    has_before && fits && before.all(|(gone, _)| matches!(old.get(gone), Some(Given::Chosen(_))))
}

/// Where the old answers go: for each question of today the choices that come to it, none of them included.
fn arrivals(
    pack: &Pack,
    heirs: &BTreeMap<QuestionId, QuestionId>,
    old: &All,
) -> BTreeMap<QuestionId, BTreeSet<ChoiceId>> {
    let mut arrivals: BTreeMap<QuestionId, BTreeSet<ChoiceId>> = BTreeMap::new();

    for (question, given) in old {
        let Given::Chosen(choices) = given else { continue };
        let heir = heirs.get(question);

        if let Some(heir) = heir {
            arrivals.entry(heir.clone()).or_default();
        }

        for choice in choices {
            for (question, choice) in places(pack, question, heir, choice) {
                arrivals.entry(question).or_default().insert(choice);
            }
        }
    }

    arrivals
}

/// The answers of today that an old one became. Without a line of its own it keeps its name.
fn places(
    pack: &Pack,
    question: &QuestionId,
    heir: Option<&QuestionId>,
    choice: &ChoiceId,
) -> Vec<(QuestionId, ChoiceId)> {
    let name = format!("choice:{question}.{choice}");
    let mut lines = pack.retired.iter().filter(|retired| retired.id == name).peekable();

    if lines.peek().is_none() {
        let same = heir.filter(|heir| pack.question(heir).is_some_and(|heir| heir.choice(choice).is_some()));

        return same.map(|heir| (heir.clone(), choice.clone())).into_iter().collect();
    }

    lines
        .filter_map(|line| {
            let (question, choice) = line.replaced_by.strip_prefix("choice:")?.split_once('.')?;

            Some((QuestionId::new(question).ok()?, ChoiceId::new(choice).ok()?))
        })
        .collect()
}
