//! Drafts that a crash or a quick exit left behind, and their removal.
//!
//! They are sealed plans under hidden names, and some of them open with a passphrase that was given up since. One
//! that was cut off before it says what it is tells nothing, but somebody would find it: it goes once it is old.
use super::guard::SEALED;
use super::list::ENTRIES;
use super::name;
use crate::file::{Entry, Fs, Kind, Lock, begins_with, read_at};

use std::ffi::OsStr;

/// How long the start of a draft must have lain there, in nanoseconds: a day. Saving takes seconds.
const LONG: i128 = 24 * 60 * 60 * 1_000_000_000;

/// Removes the drafts in a folder that nobody is writing. What cannot be removed stays.
pub(super) fn sweep<F: Fs>(fs: &F, folder: &F::Folder) {
    let now = changed(fs, folder);
    let mut is_gone = false;

    for entry in fs.entries(folder, ENTRIES).unwrap_or_default() {
        if entry.status.kind == Kind::File && name::is_draft(&entry.name) && is_abandoned(fs, folder, &entry, now) {
            is_gone |= fs.remove(folder, &entry.name).is_ok();
        }
    }

    if is_gone {
        let _ = fs.sync_folder(folder);
    }
}

/// When the folder last changed, which it just did: the time by the clock that the drafts were dated by too. A
/// file system that does not say so has no old drafts.
fn changed<F: Fs>(fs: &F, folder: &F::Folder) -> i128 {
    fs.status(folder, OsStr::new("."))
        .map_or(i128::MIN, |status| status.modified)
}

/// Whether it is a plan of ours, or the start of one, that no other window is writing: it would hold the lock.
fn is_abandoned<F: Fs>(fs: &F, folder: &F::Folder, entry: &Entry, now: i128) -> bool {
    // What does not begin as every plan of ours is somebody else's, whatever it is called.
    let is_ours = begins_with(fs, folder, &entry.name, SEALED) || is_stub(fs, folder, entry, now);

    is_ours
        && fs
            .open(folder, &entry.name)
            .is_ok_and(|file| fs.lock(&file) != Lock::Theirs)
}

/// Whether it is less than the first line of a plan, and old. A young one may be that of another window, which has
/// made it and not locked it yet; what is not the start of that line is somebody else's.
fn is_stub<F: Fs>(fs: &F, folder: &F::Folder, entry: &Entry, now: i128) -> bool {
    let is_old = entry.status.modified < now.saturating_sub(LONG);

    is_old
        && read_at(fs, folder, &entry.name, SEALED.len() as u64).is_ok_and(|content| SEALED.starts_with(&content.bytes))
}
