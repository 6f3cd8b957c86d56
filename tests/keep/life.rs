//! A plan through anything that can happen to it, in any order: saves, faults, crashes, other programs.
use super::crash::{PLAN, keeper, load, opened, plan, with_plan};
use super::memory::{Flaws, Found, Memory};

use daypack::keep::{Error, Expect, Identity, Keeper, Previous, Version};

use proptest::prelude::*;
use proptest::sample::Index;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Something that happens to a plan.
#[derive(Debug, Clone)]
enum Event {
    Save(Previous),
    Reopen,
    /// Another program replaces the plan.
    Replace,
    /// The n-th call of a save fails, and it is tried again.
    Fail(u32),
    /// The power goes at a random call of a save, and takes a random part with it.
    Crash(Previous, Index, Index),
}

fn event() -> impl Strategy<Value = Event> {
    let previous = prop_oneof![4 => Just(Previous::Keep), 1 => Just(Previous::Forget)];

    prop_oneof![
        3 => previous.clone().prop_map(Event::Save),
        1 => Just(Event::Reopen),
        1 => Just(Event::Replace),
        2 => (1..40_u32).prop_map(Event::Fail),
        3 => (previous, any::<Index>(), any::<Index>()).prop_map(|(previous, at, how)| Event::Crash(previous, at, how)),
    ]
}

/// A person with a plan: what they saved last, and where.
struct Person {
    disk: Memory,
    keeper: Keeper<Memory>,
    place: PathBuf,
    identity: Identity,
    number: u32,
    /// Our last save, unless another program replaced it.
    mine: Option<u32>,
    /// What another program wrote under each name, unless we replaced it knowingly.
    theirs: BTreeMap<PathBuf, u32>,
}

impl Person {
    fn new(flaws: Flaws) -> Self {
        let disk = with_plan(flaws);
        let mut keeper = keeper(&disk);
        let identity = load(&mut keeper);

        Self {
            disk,
            keeper,
            place: PLAN.into(),
            identity,
            number: 10,
            mine: Some(1),
            theirs: BTreeMap::new(),
        }
    }

    fn save(&mut self, previous: Previous) -> Result<(), Error> {
        let expect = Expect::Same(self.identity);
        let saved = self.keeper.save(&self.place, &plan(self.number), expect, previous)?;

        if !saved.is_conflict {
            self.theirs.remove(&self.place);
        }

        self.mine = Some(self.number);
        self.place = saved.path;
        self.identity = saved.identity;

        Ok(())
    }

    /// What must still be somewhere.
    fn owed(&self) -> BTreeSet<u32> {
        self.mine.into_iter().chain(self.theirs.values().copied()).collect()
    }

    /// Whether all of it is.
    fn has_all(&self, found: &Found) -> bool {
        let there = whole(found);

        self.owed().is_subset(&there)
    }

    fn reopen(&mut self) -> Option<u32> {
        let loaded = self.keeper.load(&self.place, Version::Current).ok()?;

        self.identity = loaded.identity;

        opened(&loaded.bytes)
    }
}

/// Every plan that is whole, under a name that is shown.
fn whole(found: &Found) -> BTreeSet<u32> {
    found
        .iter()
        .filter(|(name, _)| !name.to_string_lossy().starts_with('.'))
        .filter_map(|(_, bytes)| opened(bytes))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_a_plan_that_was_saved_can_be_opened(
        events in prop::collection::vec(event(), 1..14),
        has_no_links in any::<bool>(),
    ) {
        let flaws = Flaws { has_no_links, ..Flaws::default() };
        let mut person = Person::new(flaws);

        for event in events {
            person.number += 1;

            match event {
                Event::Save(previous) => prop_assert!(person.save(previous).is_ok()),
                Event::Reopen => {
                    person.keeper.release();
                    prop_assert!(person.reopen().is_some());
                    person.number -= 1;
                }
                Event::Replace => {
                    let name = person.place.file_name().unwrap().to_string_lossy().into_owned();

                    person.disk.put(&name, &plan(person.number + 1_000));
                    person.theirs.insert(person.place.clone(), person.number + 1_000);
                    person.mine = None;
                }
                Event::Fail(call) => {
                    person.disk.fail_at(Some((call, 5)));

                    let first = person.save(Previous::Keep);

                    person.disk.fail_at(None);

                    if first.is_err() {
                        // Nothing was lost by it, and trying again works.
                        let now = person.disk.now();

                        // It failed, or it was done and the disk did not confirm it.
                        prop_assert!(person.has_all(&now) || whole(&now).contains(&person.number));
                        prop_assert!(person.save(Previous::Keep).is_ok());
                    }
                }
                Event::Crash(previous, at, how) => {
                    person.disk.settle();

                    let owed = person.owed();

                    prop_assert!(person.save(previous).is_ok());

                    let history = person.disk.history();
                    let crashes = at.get(&history).crashes();
                    let found = how.get(&crashes);
                    let there = whole(found);
                    let new = person.number;

                    prop_assert!(
                        there.contains(&new) || owed.is_subset(&there),
                        "owed {:?} or {}, found {:?}", owed, new, there
                    );

                    // On with what was found.
                    let place = person.place.clone();

                    person = Person {
                        disk: Memory::found(found, flaws),
                        keeper: keeper(&Memory::new(flaws)),
                        ..person
                    };
                    person.keeper = keeper(&person.disk);

                    if !found.contains_key(place.file_name().unwrap()) {
                        person.place = PLAN.into();
                    }

                    let opened = person.reopen();

                    prop_assert!(opened.is_some(), "the plan itself does not open");
                    person.mine = opened;
                    person.theirs.clear();
                }
            }

            prop_assert!(person.has_all(&person.disk.now()), "{:?} {:?}", person.owed(), whole(&person.disk.now()));
        }
    }
}
