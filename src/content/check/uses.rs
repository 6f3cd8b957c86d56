//! Every place where a condition looks at something, and what follows from it there.
use super::At;
use crate::content::rule::{Conditions, Entry};
use crate::content::schema::{Draft, Spot};
use crate::content::{Shift, Threat};

/// Who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The question of that number.
    Question(usize),
    /// The decision of that number.
    Decision(usize),
    /// A measure, a card or a threat: they see everything.
    Other,
}

/// One entry of one condition.
pub(super) struct Use<'a> {
    pub(super) entry: &'a Entry,
    pub(super) at: At,
    pub(super) by: By,
    /// Whether something is shown or raised because of it: being careful means yes.
    pub(super) is_positive: bool,
}

/// Every use, in the order of the pack.
pub(super) fn uses<'a>(draft: &'a Draft<'_>) -> Vec<Use<'a>> {
    let pack = &draft.pack;
    let mut uses = Vec::new();

    for (number, (question, spot)) in pack.questions.iter().zip(&draft.questions).enumerate() {
        conditions(&question.show, spot, By::Question(number), &mut uses);
    }

    for (number, (decision, spot)) in pack.decisions.iter().zip(&draft.decisions).enumerate() {
        conditions(&decision.show, spot, By::Decision(number), &mut uses);
    }

    for (measure, spot) in pack.measures.iter().zip(&draft.measures) {
        conditions(&measure.show, spot, By::Other, &mut uses);
    }

    for (card, spot) in pack.cards.iter().zip(&draft.cards) {
        conditions(&card.show, spot, By::Other, &mut uses);
    }

    for (threat, spot) in pack.threats.iter().zip(&draft.threats) {
        shifts(threat, spot, &mut uses);
    }

    uses
}

fn conditions<'a>(show: &'a Conditions, spot: &Spot<'_>, by: By, uses: &mut Vec<Use<'a>>) {
    let lists = [
        (&show.any, "show_if_any", true),
        (&show.all, "show_if_all", true),
        (&show.hide, "hide_if_any", false),
    ];

    for (entries, key, is_positive) in lists {
        uses.extend(entries.iter().map(|entry| Use {
            entry,
            at: spot.naming(key, &entry.to_string()),
            by,
            is_positive,
        }));
    }
}

fn shifts<'a>(threat: &'a Threat, spot: &Spot<'_>, uses: &mut Vec<Use<'a>>) {
    for (number, shift) in threat.shifts.iter().enumerate() {
        let part = spot.part("shift", number, threat.shifts.len());
        let raises = raises(shift);
        let lists = [
            (&shift.any, "when_any", raises),
            (&shift.all, "when_all", raises),
            (&shift.none, "when_none", false),
        ];

        for (entries, key, is_positive) in lists {
            uses.extend(entries.iter().map(|entry| Use {
                entry,
                at: part.naming(key, &entry.to_string()),
                by: By::Other,
                is_positive,
            }));
        }
    }
}

/// Whether a shift makes anything worse.
pub(super) fn raises(shift: &Shift) -> bool {
    shift.likelihood > 0 || shift.impact > 0
}
