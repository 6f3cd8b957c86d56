//! The areas of swap space, as the kernel lists them.
use super::device::{by_path, of_file};
use super::{Area, Swap, Tree};
use crate::paths::unescaped;

use std::path::Path;

/// What stands above the list.
const HEADING: &str = "Filename";

/// Each area, and what becomes of memory there; nothing when the system does not say which there are.
pub(super) fn areas(tree: &impl Tree) -> Option<Vec<Area>> {
    let Some(list) = tree.text("/proc/swaps") else {
        // A kernel without swap space has no list of it. One that hides the list still counts it.
        return has_none(tree).then(Vec::new);
    };
    let mut lines = list.lines();

    if !lines.next()?.starts_with(HEADING) {
        return None;
    }

    Some(lines.filter_map(|line| area(tree, line)).collect())
}

fn has_none(tree: &impl Tree) -> bool {
    let table = tree.text("/proc/meminfo").unwrap_or_default();
    let total = table.lines().find_map(|line| line.strip_prefix("SwapTotal:"));

    total.is_some_and(|total| total.trim() == "0 kB")
}

/// Understands one line: `/dev/dm-1  partition  8388604  0  -2`.
fn area(tree: &impl Tree, line: &str) -> Option<Area> {
    let mut columns = line.split_whitespace();
    let path = unescaped(columns.next()?);

    let swap = match columns.next() {
        Some("partition") => by_path(tree, &path),
        Some("file") => of_file(tree, &path),
        _ => Swap::CannotTell,
    };

    Some(Area {
        name: shown(&path),
        swap,
    })
}

/// A name that steers no terminal.
fn shown(path: &Path) -> String {
    let safe = |letter: char| if letter.is_control() { '\u{FFFD}' } else { letter };

    path.to_string_lossy().chars().map(safe).collect()
}
