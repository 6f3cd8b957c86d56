//! What differs from one printed form to the other: what it is for, what is said about it, what of the plan is on it.
//!
//! All of it stands here: a new form needs its words and a line in each match, and nothing elsewhere.
use super::wish::Purpose;
use crate::content::{Measure, Pack};
use crate::plan::{Item, Plan};
use crate::sheet::{Form, Level, list, restore};
use crate::words;

/// What of the plan a form holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Its items.
    Items,
    /// The settings that its items change.
    Settings,
    /// A few of its items, and what is wanted in a pocket.
    Little,
    /// Nothing: it is the same for everybody.
    Nothing,
}

/// What one does with the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Handling {
    /// Nothing: whole sheets.
    Flat,
    /// It is folded once.
    Folded,
    /// It is cut along the marks.
    Cut,
    /// It is folded and cut once, to a small book.
    Book,
    /// It is cut into four.
    Quarters,
    /// It is given away, and destroyed when everybody is back.
    Given,
}

impl Handling {
    /// What to do, in a sentence or two.
    pub(super) fn says(self) -> String {
        match self {
            Self::Flat => words::text("print-use-flat"),
            Self::Folded => words::text("print-use-folded"),
            Self::Cut => words::text("print-use-cut"),
            Self::Book => words::text("print-use-booklet"),
            Self::Quarters => words::text("print-use-quarter"),
            Self::Given => words::text("print-use-given"),
        }
    }
}

/// What `form` is for.
pub(super) fn purpose(form: Form) -> Purpose {
    match form {
        Form::List => Purpose::GetReady,
        Form::Large | Form::BookletRead => Purpose::Read,
        Form::Compact | Form::Card | Form::Booklet | Form::Quarter => Purpose::Carry,
        Form::CheckIn => Purpose::HandOn,
        Form::Restore => Purpose::GoBack,
        Form::Guide => Purpose::Lead,
    }
}

/// Whether it stands behind the others that serve the same, because it is longer than what it is for.
pub(super) fn is_second(form: Form) -> bool {
    form == Form::Compact
}

/// What one does with the paper of `form`.
pub(super) fn handling(form: Form) -> Handling {
    match form {
        Form::List | Form::Large | Form::BookletRead | Form::Restore | Form::Guide => Handling::Flat,
        Form::Compact => Handling::Folded,
        Form::Card => Handling::Cut,
        Form::Booklet => Handling::Book,
        Form::Quarter => Handling::Quarters,
        Form::CheckIn => Handling::Given,
    }
}

/// Whether one may want more than one of it.
pub(super) fn is_copied(form: Form) -> bool {
    match form {
        Form::List | Form::Compact | Form::Large | Form::Card | Form::Booklet | Form::Quarter | Form::CheckIn => true,
        Form::BookletRead | Form::Restore | Form::Guide => false,
    }
}

/// What of the plan `form` holds.
pub(super) fn holds(form: Form) -> Holds {
    match form {
        Form::List | Form::Compact | Form::Large | Form::Booklet | Form::BookletRead => Holds::Items,
        Form::Card | Form::Quarter => Holds::Little,
        Form::Restore => Holds::Settings,
        Form::CheckIn | Form::Guide => Holds::Nothing,
    }
}

/// What it is called where it is chosen.
pub(super) fn name(form: Form) -> String {
    match form {
        Form::List => words::text("print-form-list"),
        Form::Compact => words::text("print-form-compact"),
        Form::Large => words::text("print-form-large"),
        Form::Card => words::text("print-form-card"),
        Form::Booklet => words::text("print-form-booklet"),
        Form::BookletRead => words::text("print-form-booklet-read"),
        Form::Quarter => words::text("print-form-quarter"),
        Form::CheckIn => words::text("print-form-check-in"),
        Form::Restore => words::text("print-form-restore"),
        Form::Guide => words::text("print-form-guide"),
    }
}

/// Whether there is anything to put on it. Room to write on needs no plan, and is worth its paper.
pub(super) fn has_anything(plan: &Plan, form: Form) -> bool {
    match holds(form) {
        Holds::Items | Holds::Settings => !plan.items.is_empty(),
        Holds::Little | Holds::Nothing => true,
    }
}

/// What stays off the paper, though it is in the plan.
pub(super) fn left_off<'a>(pack: &'a Pack, plan: &Plan, form: Form, level: Level) -> Vec<&'a Measure> {
    match holds(form) {
        Holds::Items => list::left_off(pack, plan, level),
        Holds::Settings => restore::left_off(pack, plan, level),
        Holds::Little | Holds::Nothing => Vec::new(),
    }
}

/// How many there are in the plan, on the paper or off it.
pub(super) fn count(pack: &Pack, plan: &Plan, form: Form) -> usize {
    let changes = |item: &&Item| pack.measure(&item.measure).is_some_and(|it| it.changes_setting);

    match holds(form) {
        Holds::Items => plan.items.len(),
        Holds::Settings => plan.items.iter().filter(changes).count(),
        Holds::Little | Holds::Nothing => 0,
    }
}

/// Whether other things stand first on the paper than on the screen.
pub(super) fn begins_differently(pack: &Pack, plan: &Plan, form: Form, level: Level) -> bool {
    holds(form) == Holds::Items && list::begins_differently(pack, plan, level)
}

/// How many of `all` items stay off the paper, in words; or what else is to be said of what is on it.
pub(super) fn how_many(plan: &Plan, form: Form, (off, all): (usize, usize)) -> String {
    let id = match (holds(form), off) {
        (Holds::Little, _) if plan.items.is_empty() => return words::text("paper-blank"),
        (Holds::Little, _) => return words::text("print-little"),
        (Holds::Nothing, _) => return words::text("print-nothing-of-it"),
        (Holds::Items, 0) => return words::text_with("print-left-off-none", &[("all", all.into())]),
        (Holds::Settings, 0) => return words::text_with("print-restore-off-none", &[("all", all.into())]),
        (Holds::Items, _) => words::id("print-left-off"),
        (Holds::Settings, _) => words::id("print-restore-off"),
    };

    words::text_with(id, &[("count", off.into()), ("all", all.into())])
}
