//! The questions: each can be reached, looks only back, and every answer makes a difference.
use super::names::Names;
use super::reach::Reach;
use super::uses::{By, Use};
use super::{Code, Sink};
use crate::content::rule::{ChoiceRef, Entry, OptionRef};
use crate::content::schema::{Draft, Spot};
use crate::content::{Choice, Decision, Kind, Question};

use std::collections::BTreeSet;

/// Looks at the questions and at what looks at them.
pub(super) fn look(draft: &Draft<'_>, names: &Names<'_>, uses: &[Use<'_>], sink: &mut Sink<'_>) {
    for usage in uses {
        ahead(usage, names, sink);
    }

    let reach = Reach::new(&draft.pack, names);

    for (question, spot) in draft.pack.questions.iter().zip(&draft.questions) {
        if spot.is_sound() && !reach.is_asked(&question.id) {
            let message = format!("`{}` can never be asked: its conditions never hold", question.id);

            sink.report(
                Code::NeverAsked,
                spot.place(),
                message,
                "look at what they ask for together",
            );
        }
    }

    roles(draft, sink);
    assumed(draft, names, uses, sink);

    let used = Used::new(names, uses);

    for (question, spot) in draft.pack.questions.iter().zip(&draft.questions) {
        idle_answers(question, spot, &used, sink);
    }

    for (decision, spot) in draft.pack.decisions.iter().zip(&draft.decisions) {
        idle_options(decision, spot, &used, sink);
    }
}

fn ahead(usage: &Use<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    let (is_ahead, help) = match (usage.by, usage.entry) {
        (By::Question(_), Entry::Option(_)) => (true, "decisions come after all questions"),
        (By::Question(asker), entry) => {
            let mut looked_at = names.answers(entry).iter();
            let is_later = |choice: &ChoiceRef| {
                names
                    .questions
                    .get(&choice.question)
                    .is_some_and(|(at, _)| *at >= asker)
            };

            (looked_at.any(is_later), "move the question it looks at above this one")
        }
        (By::Decision(asker), Entry::Option(option)) => {
            let found = names.decisions.get(&option.decision);

            (
                found.is_some_and(|(at, _)| *at >= asker),
                "move the decision it looks at above this one",
            )
        }
        (By::Decision(_) | By::Other, _) => (false, ""),
    };

    if is_ahead {
        let message = format!("`{}` is not known yet when this is asked", usage.entry);

        sink.report(Code::LooksAhead, usage.at, message, help);
    }
}

/// Whatever shows or raises something must be assumed when its question is skipped: skipping never
/// makes the advice weaker.
fn assumed(draft: &Draft<'_>, names: &Names<'_>, uses: &[Use<'_>], sink: &mut Sink<'_>) {
    let mut reported: BTreeSet<&ChoiceRef> = BTreeSet::new();
    let positive = uses.iter().filter(|usage| usage.is_positive);
    let mut seen: BTreeSet<&Entry> = BTreeSet::new();

    for usage in positive.filter(|usage| seen.insert(usage.entry)) {
        for choice in names.answers(usage.entry) {
            let Some((number, question)) = names.questions.get(&choice.question) else {
                continue;
            };
            let is_fine = question.unknown_means.contains(&choice.choice)
                || question.choice(&choice.choice).is_none()
                || asks_for_a_role(question);

            if is_fine || !reported.insert(choice) {
                continue;
            }

            let Some(spot) = draft.questions.get(*number) else {
                continue;
            };
            let message = format!("`{choice}` is not assumed when the question is skipped");
            let by = sink.whereabouts(usage.at);
            let help = format!(
                "{by} shows or raises something for it: add \"{}\" to `unknown_means`",
                choice.choice
            );

            sink.report(Code::NotAssumed, spot.of("unknown_means"), message, help);
        }
    }
}

/// Whether a question is there for the roles of its answers; one of them may have none, such as "no limit".
fn asks_for_a_role(question: &Question) -> bool {
    let without = question.choices.iter().filter(|choice| !has_quiet_role(choice));

    question.choices.iter().any(has_quiet_role) && without.count() <= 1
}

/// Whether an answer carries a role.
type Carries = fn(&Choice) -> bool;

/// The budget, the time left, the money and the place are each asked once.
fn roles(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let roles: [(&str, Carries); 4] = [
        ("points", |choice| choice.points.is_some()),
        ("lead", |choice| choice.lead.is_some()),
        ("money", |choice| choice.money.is_some()),
        ("place", |choice| choice.place.is_some()),
    ];
    let questions = || draft.pack.questions.iter().zip(&draft.questions);

    for (role, has_role) in roles {
        let mut asking = questions().filter(|(question, _)| question.choices.iter().any(has_role));
        let Some((first, _)) = asking.next() else { continue };

        for (second, spot) in asking {
            let message = format!("`{}` and `{}` both ask for `{role}`", first.id, second.id);

            sink.report(Code::RoleTwice, spot.place(), message, "one question a role");
        }
    }
}

/// A role with a meaning of its own when it is left unknown, so that nothing needs to be assumed.
fn has_quiet_role(choice: &Choice) -> bool {
    choice.points.is_some()
        || choice.lead.is_some()
        || choice.money.is_some()
        || choice.place.is_some()
        || choice.gate.is_some()
}

/// What some condition looks at.
struct Used<'a> {
    choices: BTreeSet<&'a ChoiceRef>,
    options: BTreeSet<&'a OptionRef>,
}

impl<'a> Used<'a> {
    fn new(names: &'a Names<'_>, uses: &'a [Use<'_>]) -> Self {
        let entries: BTreeSet<&Entry> = uses.iter().map(|usage| usage.entry).collect();

        Self {
            choices: entries.iter().flat_map(|entry| names.answers(entry)).collect(),
            options: entries
                .iter()
                .filter_map(|entry| match entry {
                    Entry::Option(option) => Some(option),
                    Entry::Choice(_) | Entry::Group(_) => None,
                })
                .collect(),
        }
    }
}

fn idle_answers(question: &Question, spot: &Spot<'_>, used: &Used<'_>, sink: &mut Sink<'_>) {
    if !spot.is_sound() {
        return;
    }

    let is_idle = |choice: &Choice| {
        let named = ChoiceRef {
            question: question.id.clone(),
            choice: choice.id.clone(),
        };

        !used.choices.contains(&named) && choice.device.is_none() && !has_quiet_role(choice)
    };
    // Where one answer is needed, one may be the plain "none of these".
    let allowed = match question.kind {
        Kind::One => 1,
        Kind::Many => 0,
    };
    let idle = question
        .choices
        .iter()
        .enumerate()
        .filter(|(_, choice)| is_idle(choice));

    for (number, choice) in idle.skip(allowed) {
        let part = spot.part("choice", number, question.choices.len());
        let message = format!("nothing changes when `{}.{}` is chosen", question.id, choice.id);

        sink.report(
            Code::ChangesNothing,
            part.place(),
            message,
            "use it in a condition, or leave it out",
        );
    }
}

fn idle_options(decision: &Decision, spot: &Spot<'_>, used: &Used<'_>, sink: &mut Sink<'_>) {
    if !spot.is_sound() {
        return;
    }

    let sides = decision.options.iter().enumerate().filter(|(_, side)| {
        let named = OptionRef {
            decision: decision.id.clone(),
            option: side.id.clone(),
        };

        side.allows.is_empty() && !used.options.contains(&named)
    });

    // One side may be to leave everything as it is.
    for (number, side) in sides.skip(1) {
        let part = spot.part("option", number, decision.options.len());
        let message = format!("nothing changes when `{}.{}` is chosen", decision.id, side.id);

        sink.report(
            Code::ChangesNothing,
            part.place(),
            message,
            "let it allow a measure, or leave it out",
        );
    }
}
