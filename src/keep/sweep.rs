//! Drafts that a crash or a quick exit left behind, and their removal.
//!
//! They are sealed plans under hidden names, and some of them open with a passphrase that was given up since.
use super::guard::SEALED;
use super::list::ENTRIES;
use super::name;
use crate::file::{Fs, Kind, Lock, begins_with};

use std::ffi::OsStr;

/// Removes the drafts in a folder that nobody is writing. What cannot be removed stays.
pub(super) fn sweep<F: Fs>(fs: &F, folder: &F::Folder) {
    let mut is_changed = false;

    for entry in fs.entries(folder, ENTRIES).unwrap_or_default() {
        if entry.status.kind == Kind::File && name::is_draft(&entry.name) && is_abandoned(fs, folder, &entry.name) {
            is_changed |= fs.remove(folder, &entry.name).is_ok();
        }
    }

    if is_changed {
        let _ = fs.sync_folder(folder);
    }
}

/// Whether it is a plan of ours that no other window is writing: it would hold the lock.
fn is_abandoned<F: Fs>(fs: &F, folder: &F::Folder, name: &OsStr) -> bool {
    // What does not begin as every plan of ours is somebody else's, whatever it is called.
    begins_with(fs, folder, name, SEALED) && fs.open(folder, name).is_ok_and(|file| fs.lock(&file) != Lock::Theirs)
}
