//! A read-only look at this computer: where its memory may be written to, and how much of it is left.
//!
//! Pure: what `/proc` and `/sys` say is read by [`keep`](crate::keep), behind [`Tree`]. Nothing is asked of
//! another program, so what cannot be known from there is said to be unknown, and never guessed. Hardware that
//! encrypts by itself looks like a plain disk from here.
mod device;
mod swap;
mod told;

use crate::harden;

use std::fmt;

/// What the system says about itself, as a tree of short files.
pub trait Tree {
    /// The text of a file, such as `/proc/swaps`; nothing when it is not there or cannot be read.
    fn text(&self, path: &str) -> Option<String>;

    /// The names in a folder, such as `/sys/class/block`; nothing when it is not there or cannot be listed.
    fn names(&self, path: &str) -> Option<Vec<String>>;
}

/// What was seen.
#[derive(Clone, PartialEq, Eq)]
pub struct Checkup {
    /// All of the swap space together: the worst of its areas.
    pub swap: Swap,
    /// Each part of it.
    pub areas: Vec<Area>,
    /// Whether the computer can write its whole memory to a disk and switch itself off, now. While a passphrase
    /// is in memory that nothing may read, Linux does not.
    pub hibernates: bool,
    /// How many bytes of memory, with swap space, can still be had; nothing when the system does not say.
    pub left: Option<u64>,
}

/// What becomes of memory that is moved to swap space. In order: the later, the more may be found there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Swap {
    /// There is no swap space.
    None,
    /// It stays in memory, made smaller.
    InMemory,
    /// It is encrypted before it reaches a disk.
    Encrypted,
    /// Nobody can tell from here.
    CannotTell,
    /// It is written to a disk as it is.
    Plain,
}

/// A part of the swap space.
#[derive(Clone, PartialEq, Eq)]
pub struct Area {
    /// The device or the file, as the system calls it.
    pub name: String,
    /// What becomes of memory that goes there.
    pub swap: Swap,
}

impl fmt::Debug for Checkup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not the names: a file of swap space may lie in somebody's folder.
        self.swap.fmt(f)
    }
}

impl Checkup {
    /// Nobody could look.
    pub const UNKNOWN: Self = Self {
        swap: Swap::CannotTell,
        areas: Vec::new(),
        hibernates: false,
        left: None,
    };

    /// Looks at what `tree` shows.
    pub fn of(tree: &impl Tree) -> Self {
        let areas = swap::areas(tree);
        let worst = |areas: &[Area]| areas.iter().map(|area| area.swap).max();

        Self {
            swap: areas
                .as_deref()
                .map_or(Swap::CannotTell, |areas| worst(areas).unwrap_or(Swap::None)),
            areas: areas.unwrap_or_default(),
            hibernates: hibernates(tree),
            left: tree.text("/proc/meminfo").and_then(|table| harden::left_in(&table)),
        }
    }

    /// The areas that are written to a disk as they are, by name.
    pub fn plain(&self) -> impl Iterator<Item = &str> {
        let is_plain = |area: &&Area| area.swap == Swap::Plain;

        self.areas.iter().filter(is_plain).map(|area| area.name.as_str())
    }
}

/// Whether the kernel would write all memory to a disk if it were asked to.
fn hibernates(tree: &impl Tree) -> bool {
    let has = |path: &str, word: &str| {
        tree.text(path)
            .is_some_and(|text| text.split_whitespace().any(|it| it == word))
    };

    has("/sys/power/state", "disk") && !has("/sys/power/disk", "[disabled]")
}

#[cfg(test)]
mod tests;
