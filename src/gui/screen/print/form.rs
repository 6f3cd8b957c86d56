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
}

/// What one does with the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Handling {
    /// Nothing: whole sheets.
    Flat,
    /// It is folded once.
    Folded,
}

impl Handling {
    /// What to do, in a sentence or two.
    pub(super) fn says(self) -> String {
        match self {
            Self::Flat => words::text("print-use-flat"),
            Self::Folded => words::text("print-use-folded"),
        }
    }
}

/// What `form` is for.
pub(super) fn purpose(form: Form) -> Purpose {
    match form {
        Form::List => Purpose::GetReady,
        Form::Compact => Purpose::Carry,
        Form::Restore => Purpose::GoBack,
    }
}

/// What one does with the paper of `form`.
pub(super) fn handling(form: Form) -> Handling {
    match form {
        Form::List | Form::Restore => Handling::Flat,
        Form::Compact => Handling::Folded,
    }
}

/// Whether one may want more than one of it.
pub(super) fn is_copied(form: Form) -> bool {
    match form {
        Form::List | Form::Compact => true,
        Form::Restore => false,
    }
}

/// What of the plan `form` holds.
pub(super) fn holds(form: Form) -> Holds {
    match form {
        Form::List | Form::Compact => Holds::Items,
        Form::Restore => Holds::Settings,
    }
}

/// What it is called where it is chosen.
pub(super) fn name(form: Form) -> String {
    match form {
        Form::List => words::text("print-form-list"),
        Form::Compact => words::text("print-form-compact"),
        Form::Restore => words::text("print-form-restore"),
    }
}

/// What it is, in a sentence.
pub(super) fn note(form: Form) -> String {
    match form {
        Form::List => words::text("print-form-list-note"),
        Form::Compact => words::text("print-form-compact-note"),
        Form::Restore => words::text("print-form-restore-note"),
    }
}

/// What stays off the paper, though it is in the plan.
pub(super) fn left_off<'a>(pack: &'a Pack, plan: &Plan, form: Form, level: Level) -> Vec<&'a Measure> {
    match holds(form) {
        Holds::Items => list::left_off(pack, plan, level),
        Holds::Settings => restore::left_off(pack, plan, level),
    }
}

/// How many there are in the plan, on the paper or off it.
pub(super) fn count(pack: &Pack, plan: &Plan, form: Form) -> usize {
    let changes = |item: &&Item| pack.measure(&item.measure).is_some_and(|it| it.changes_setting);

    match holds(form) {
        Holds::Items => plan.items.len(),
        Holds::Settings => plan.items.iter().filter(changes).count(),
    }
}

/// Whether other things stand first on the paper than on the screen.
pub(super) fn begins_differently(pack: &Pack, plan: &Plan, form: Form, level: Level) -> bool {
    holds(form) == Holds::Items && list::begins_differently(pack, plan, level)
}

/// How many of all stay off the paper, in words.
pub(super) fn how_many(form: Form, off: usize, all: usize) -> String {
    let id = match (holds(form), off) {
        (Holds::Items, 0) => return words::text_with("print-left-off-none", &[("all", all.into())]),
        (Holds::Settings, 0) => return words::text_with("print-restore-off-none", &[("all", all.into())]),
        (Holds::Items, _) => words::id("print-left-off"),
        (Holds::Settings, _) => words::id("print-restore-off"),
    };

    words::text_with(id, &[("count", off.into()), ("all", all.into())])
}
