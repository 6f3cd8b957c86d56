//! What the system says about itself, read for the look at this computer.
use crate::checkup::Tree;
use crate::file::{self, Disk, Fs};

use std::path::{Path, PathBuf};

/// The most bytes that are read of one answer.
const ANSWER: u64 = 4 * 1024 * 1024;

/// The most names in one folder that are looked at.
const NAMES: usize = 5_000;

/// The system's tree, which starts at this folder.
pub(super) struct Around<'a>(pub(super) &'a Path);

impl Around<'_> {
    fn at(&self, path: &str) -> PathBuf {
        self.0.join(path.trim_start_matches('/'))
    }
}

impl Tree for Around<'_> {
    fn text(&self, path: &str) -> Option<String> {
        let bytes = file::read(&self.at(path), ANSWER).ok()?;

        Some(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn names(&self, path: &str) -> Option<Vec<String>> {
        let folder = Disk.open_folder(&self.at(path)).ok()?;
        let entries = Disk.entries(&folder, NAMES).ok()?;
        let mut names: Vec<_> = entries
            .into_iter()
            .map(|entry| entry.name.to_string_lossy().into_owned())
            .collect();

        names.sort();

        Some(names)
    }
}
