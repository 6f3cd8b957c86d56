//! What must be true after each step of a story, whatever the step was.
use super::super::super::ask::{self, Ask};
use super::super::super::*;
use super::super::person::{self, CANARY, PHRASES, Person};
use super::super::world::Wrote;
use super::Step;
use crate::gui::shortcut::Shortcut as Key;

use proptest::prelude::*;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// How things stood before a step.
struct Before {
    note: Option<String>,
    asking: Option<Ask>,
    is_kept: bool,
    is_busy: bool,
    is_removing: bool,
    is_covered: bool,
    is_being_opened: bool,
}

impl Before {
    fn of(person: &mut Person) -> Self {
        Self {
            note: person.note(),
            asking: person.app.asking,
            is_kept: person.app.desk.kept().is_some(),
            is_busy: person.app.busy.is_some(),
            is_removing: person.is_removing(),
            is_covered: person.app.is_covered,
            is_being_opened: is_being_opened(person),
        }
    }

    /// Whether there is anything that a lock has to take away.
    fn can_lock(&self) -> bool {
        self.note.is_some() && (self.is_kept || self.is_busy) || self.is_being_opened
    }
}

fn is_being_opened(person: &mut Person) -> bool {
    person
        .app
        .pages()
        .any(|page| matches!(page, Screen::Open(open) if open.being_opened().is_some()))
}

/// What must be true of a story.
#[derive(Default)]
pub(super) struct Model {
    /// Whether a lock was asked for and neither came nor was taken back.
    pub(super) is_lock_owed: bool,
    /// Whether the person ever wished that something be written.
    has_wished: bool,
    /// Everything that was in a file once.
    saved: BTreeSet<String>,
    /// Which plan was written to which file.
    owners: BTreeMap<PathBuf, String>,
}

thread_local! {
    /// How often what came by in all stories of this test.
    pub(super) static CAME_BY: RefCell<BTreeMap<&'static str, u32>> = const { RefCell::new(BTreeMap::new()) };
}

pub(super) fn comes_by(what: &'static str) {
    CAME_BY.with_borrow_mut(|came_by| *came_by.entry(what).or_default() += 1);
}

impl Model {
    /// Lets something happen, and looks at everything afterwards.
    pub(super) fn goes_on(&mut self, person: &mut Person, step: &Step) -> Result<(), TestCaseError> {
        let before = Before::of(person);

        person.does(step);
        self.has_wished |= matches!(step, Step::Wish(_)) && person.app.busy.is_some();

        self.looks_at_what_was_written(person, &before)?;
        self.looks_at_the_desk(person, &before, step)?;
        self.looks_at_the_lock(person, &before, step)?;
        looks_at_the_window(person)?;

        if person.has_ended {
            comes_by("an end");
            self.is_lock_owed = false;
            person.restart();
        }

        Ok(())
    }

    fn looks_at_what_was_written(&mut self, person: &mut Person, before: &Before) -> Result<(), TestCaseError> {
        for wrote in person.wrote() {
            prop_assert!(
                before.note.is_some(),
                "a save was asked for after the secrets were gone"
            );
            prop_assert!(self.has_wished, "something was written before the first save");
            prop_assert!(wrote != Wrote::Else, "something else than a plan was written");

            let Wrote::Plan(Some(path)) = wrote else {
                continue;
            };
            let progress = person.world.progress_at(&path, &PHRASES).expect("it opens");
            let note = person::noted(&progress).expect("it is one of ours");
            let plan = person::plan_of(&note).to_owned();

            self.saved.insert(note);

            let owner = self.owners.entry(path).or_insert_with(|| plan.clone());

            prop_assert_eq!(&*owner, &plan, "a plan was written over another one");
            comes_by("a save");
        }

        prop_assert!(self.has_wished || person.world.is_untouched());

        Ok(())
    }

    /// What was said leaves the desk saved, or because the person said so.
    fn looks_at_the_desk(&mut self, person: &Person, before: &Before, step: &Step) -> Result<(), TestCaseError> {
        let Some(note) = before.note.as_ref().filter(|_| !matches!(step, Step::Edit)) else {
            return Ok(());
        };

        if person.note().as_ref() == Some(note) && !person.has_ended {
            return Ok(());
        }

        let is_said_so = match step {
            Step::QuickExit => true,
            Step::Answer(ask::Message::Lose) => before.asking.is_some(),
            Step::SessionEnd => !before.is_kept,
            Step::Work(..) if before.is_removing && person.app.desk.is_empty() => {
                comes_by("a removal");
                prop_assert!(person.app.desk.kept().is_none());

                true
            }
            _ => false,
        };

        prop_assert!(
            is_said_so || self.saved.contains(note),
            "what was said is gone, and nobody said so"
        );

        Ok(())
    }

    fn looks_at_the_lock(&mut self, person: &mut Person, before: &Before, step: &Step) -> Result<(), TestCaseError> {
        let is_asked = match step {
            Step::Press(Key::Lock) | Step::LockButton | Step::Sleep => before.can_lock(),
            Step::Away => before.note.is_some() && before.can_lock() && !(before.is_covered && before.is_busy),
            _ => false,
        };
        let is_taken_back = match step {
            Step::Answer(ask::Message::Stay) => before.asking.is_some(),
            Step::Answer(ask::Message::Save) => before.asking.is_some() && person.app.busy.is_none(),
            // Before the first save there is nothing to lock with: it stays covered.
            Step::Work(..) => !before.is_kept && person.app.desk.kept().is_none() && person.app.busy.is_none(),
            _ => false,
        };

        if is_asked {
            comes_by(match (before.is_being_opened, before.is_busy, before.is_removing) {
                (true, ..) => "a lock while a plan is being opened",
                (_, _, true) => "a lock while a plan is being removed",
                (_, true, _) => "a lock while a plan is being saved",
                _ => "a lock",
            });
        }

        self.is_lock_owed = (self.is_lock_owed || is_asked) && !is_taken_back && !person.has_ended;

        if !self.is_lock_owed {
            return Ok(());
        }

        prop_assert!(!is_being_opened(person), "a passphrase is still being tried");

        if !person.app.desk.is_empty() {
            prop_assert!(person.app.is_covered, "a lock was lost");

            if person.app.asking.is_some() {
                comes_by("a lock that could not save");
            }

            return Ok(());
        }

        self.is_lock_owed = false;
        comes_by("a locked plan");
        prop_assert!(person.app.desk.kept().is_none() && person.app.busy.is_none());
        prop_assert!(
            person.secrets.iter().all(|secret| secret.strong_count() == 0),
            "a passphrase outlived the lock"
        );

        for words in person.reads() {
            prop_assert!(!words.contains(CANARY), "{words}");
        }

        Ok(())
    }
}

/// Behind a cover there is nothing of a plan; and it can be taken away, unless a lock waits behind it.
fn looks_at_the_window(person: &Person) -> Result<(), TestCaseError> {
    if !person.app.is_covered {
        return Ok(());
    }

    let titles = person.titles();

    for words in person.reads() {
        prop_assert!(!words.contains(CANARY) && !titles.contains(&words), "{words}");
    }

    prop_assert!(
        !person.app.is_locking() || person.app.busy.is_some() || person.app.asking.is_some(),
        "nothing brings the page back"
    );

    Ok(())
}
