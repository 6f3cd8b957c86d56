//! Two windows and another program at the same plan: nobody's work is lost. safety.md 28.
//!
//! A plan is a list of marks, one for each edit. An edit is lost when its mark is in no file any more.
use super::memory::{Flaws, Memory};
use crate::support::{Home, files};

use daypack::keep::{Expect, Identity, Keeper, Previous, Version};
use daypack::paths::Paths;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// A window with a plan open.
struct Window {
    keeper: Keeper,
    place: PathBuf,
    text: String,
    identity: Option<Identity>,
}

impl Window {
    fn new(home: &Home) -> Self {
        Self {
            keeper: Keeper::new(Paths::within(home.path())),
            place: home.join("notes.age"),
            text: String::new(),
            identity: None,
        }
    }

    fn open(&mut self) {
        let loaded = self.keeper.load(&self.place, Version::Current).unwrap();

        self.text = String::from_utf8(loaded.bytes).unwrap();
        self.identity = Some(loaded.identity);
        self.place = loaded.path;
    }

    fn edit(&mut self, mark: &str) {
        let Some(identity) = self.identity else {
            return self.open();
        };

        self.text.push_str(mark);

        let saved = self
            .keeper
            .save(
                &self.place,
                self.text.as_bytes(),
                Expect::Same(identity),
                Previous::Keep,
            )
            .unwrap();

        self.place = saved.path;
        self.identity = Some(saved.identity);
    }
}

/// Another program: reads the plan, adds its mark, and replaces it whole or writes into it.
fn edit_elsewhere(path: &Path, mark: &str, is_whole: bool) {
    let text = fs::read_to_string(path).unwrap() + mark;

    if is_whole {
        let aside = path.with_file_name("editor~");

        fs::write(&aside, text).unwrap();
        fs::rename(aside, path).unwrap();
    } else {
        fs::write(path, text).unwrap();
    }
}

#[test]
fn two_windows_and_an_editor_lose_nothing() {
    let mut random = Random(28);
    let mut conflicts = 0;
    let mut edits = 0;

    for round in 0..200 {
        let home = Home::new();
        let plan = home.write("notes.age", "|start|");
        let (mut one, mut two) = (Window::new(&home), Window::new(&home));
        let mut marks = BTreeSet::from(["|start|".to_owned()]);

        for step in 0..8 {
            let mark = format!("|{round}-{step}|");
            let had = one.identity.is_some() as usize + 2 * two.identity.is_some() as usize;

            match random.below(5) {
                0 | 1 if had & 1 != 0 => one.edit(&mark),
                2 | 3 if had & 2 != 0 => two.edit(&mark),
                0 | 1 => {
                    one.open();
                    continue;
                }
                2 | 3 => {
                    two.open();
                    continue;
                }
                _ => edit_elsewhere(&plan, &mark, random.below(2) == 0),
            }

            edits += 1;
            marks.insert(mark);
        }

        let there: String = files(home.path())
            .iter()
            .map(|path| fs::read_to_string(path).unwrap())
            .collect();

        for mark in &marks {
            assert!(
                there.contains(mark),
                "round {round}: {mark} is lost: {:?}",
                home.files()
            );
        }

        conflicts += home.files().iter().filter(|name| name.contains("conflict")).count();
    }

    assert!(conflicts > 100, "only {conflicts} conflict copies: nothing was tried");
    println!("200 interleavings, {edits} edits, {conflicts} conflict copies, 0 lost");
}

/// The same, finer: the other program replaces the plan right before each single call of a save. One call
/// cannot be guarded, the one that puts the new file in its place: Linux has no "replace if still this one".
#[test]
fn an_editor_in_the_middle_of_a_save_loses_nothing() {
    let mut lost = Vec::new();
    let mut calls = 0;

    for call in 1.. {
        let disk = Memory::new(Flaws::default());

        disk.put("notes.age", b"|start|");
        disk.settle();

        let mut keeper = Keeper::on(disk.clone(), Paths::within(Path::new("/nowhere")));
        let loaded = keeper.load(Path::new("/notes.age"), Version::Current).unwrap();

        disk.meddle(move |now, state| {
            if now == call {
                let text = [state.get("notes.age").unwrap(), b"|theirs|"].concat();

                state.put("notes.age".as_ref(), &text);
            }
        });

        let saved = keeper
            .save(
                Path::new("/notes.age"),
                b"|start||mine|",
                Expect::Same(loaded.identity),
                Previous::Keep,
            )
            .unwrap();

        if call > disk.calls() {
            calls = disk.calls();
            break;
        }

        disk.leave_alone();

        let there: Vec<_> = disk.now().into_values().collect();
        let has = |mark: &[u8]| {
            there
                .iter()
                .any(|bytes| bytes.windows(mark.len()).any(|part| part == mark))
        };

        assert!(
            has(b"|mine|"),
            "before call {call}: ours, saved as {}",
            saved.path.display()
        );

        if !has(b"|theirs|") {
            lost.push(call);
        }
    }

    assert!(lost.len() <= 1, "lost before calls {lost:?} of {calls}");
    println!("an edit before each of {calls} calls; lost before {lost:?}");
}

#[test]
fn a_plan_that_is_saved_while_it_is_opened_is_opened_whole_and_locked_right() {
    for call in 1..40 {
        let disk = Memory::new(Flaws::default());

        disk.put("notes.age", b"old");
        disk.settle();
        disk.meddle(move |now, state| {
            if now == call {
                state.put("notes.age".as_ref(), b"new");
            }
        });

        let mut one = Keeper::on(disk.clone(), Paths::within(Path::new("/nowhere")));
        let mut two = Keeper::on(disk.clone(), Paths::within(Path::new("/nowhere")));
        let loaded = one.load(Path::new("/notes.age"), Version::Current).unwrap();

        if disk.calls() < call {
            break;
        }

        let seen = two.load(Path::new("/notes.age"), Version::Current).unwrap();

        // Whoever opened what is there now has its lock.
        assert!(loaded.bytes == b"old" || loaded.bytes == b"new");
        assert_eq!(
            seen.access.is_read_only(),
            loaded.bytes == seen.bytes,
            "before call {call}"
        );
    }
}
