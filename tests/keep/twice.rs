//! A crash while going on after a crash: three saves in a row, two of them cut off. safety.md 24.
use super::crash::{PLAN, keeper, opened, plan, with_plan};
use super::memory::{Flaws, Found, Memory};

use daypack::keep::{Expect, Previous, Version};

use std::ffi::OsStr;
use std::path::Path;

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// Opens what is there and saves `number` over it; the number that was opened, if one was.
fn save(disk: &Memory, number: u32, previous: Previous) -> Option<u32> {
    let mut keeper = keeper(disk);
    let loaded = keeper.load(Path::new(PLAN), Version::Current).ok()?;

    keeper
        .save(Path::new(PLAN), &plan(number), Expect::Same(loaded.identity), previous)
        .ok()?;

    opened(&loaded.bytes)
}

/// Three saves, the first two cut off somewhere; what went wrong, if anything did.
fn round(random: &mut Random, flaws: Flaws) -> Option<String> {
    let mut disk = with_plan(flaws);
    let mut owed = 1;

    for number in [2, 3] {
        let previous = match random.below(4) {
            0 => Previous::Forget,
            _ => Previous::Keep,
        };

        if save(&disk, number, previous) != Some(owed) {
            return Some(format!("plan {owed} does not open before save {number}"));
        }

        let history = disk.history();
        let crashes = history[random.below(history.len())].crashes();
        let found: &Found = &crashes[random.below(crashes.len())];

        owed = match found.get(OsStr::new("notes.age")).map(|bytes| opened(bytes)) {
            Some(Some(there)) if there == owed || there == number => there,
            there => return Some(format!("after save {number} was cut off: {there:?}")),
        };
        disk = Memory::found(found, flaws);
    }

    if save(&disk, 4, Previous::Keep) != Some(owed) {
        return Some("the last save failed".to_owned());
    }

    let there = disk.now().get(OsStr::new("notes.age")).and_then(|bytes| opened(bytes));

    (there != Some(4)).then(|| format!("at the end: {there:?}"))
}

#[test]
fn a_crash_while_going_on_after_a_crash_costs_no_plan() {
    let mut random = Random(24);

    for number in 0..1_000 {
        let flaws = Flaws {
            has_no_links: number % 2 == 1,
            ..Flaws::default()
        };

        assert_eq!(round(&mut random, flaws), None, "round {number}");
    }
}

/// The same with a program that forgets a step: it would be seen.
#[test]
fn a_second_crash_finds_what_was_left_out() {
    let mut random = Random(24);
    let flaws = Flaws {
        syncs_late: true,
        ..Flaws::default()
    };

    assert!((0..1_000).any(|_| round(&mut random, flaws).is_some()));
}
