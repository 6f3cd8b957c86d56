//! A plan and its new key, written together.
//!
//! The key comes first: a plan without its key is nothing. If the plan cannot be saved then, its key goes again,
//! unless something may need it: a save that failed in its last steps may have left the new plan, or a new
//! previous version, in place.
use super::LONGEST;
use super::error::Error;
use super::hold::{Held, Spot};
use super::key::{self, Unsettled};
use super::name;
use super::request::{Expect, Fetched, Saved};
use super::save::{self, Wish};
use crate::file::{self, Digest, Fs, digest, read_at};

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Where a plan and its key go.
pub(super) struct Places<'a> {
    pub(super) plan: &'a Path,
    pub(super) key: &'a Path,
}

/// Writes the key and saves the plan that is sealed for it.
pub(super) fn part<F: Fs>(
    fs: &F,
    places: &Places<'_>,
    (wish, key): (&Wish<'_>, Vec<u8>),
    held: &mut Option<Held<F>>,
) -> Result<(Saved, Fetched), Error> {
    // Where there is no folder for the plan, there is no key to be written.
    Spot::find(fs, places.plan)?;

    let key = key::put(fs, places.key, (key, Expect::Nothing), &mut Unsettled::default())?;
    let saved = match would_cover(fs, places.plan, &key) {
        Ok(false) => save::save(fs, places.plan, wish, held),
        Ok(true) => Err(Error::Reserved),
        Err(error) => Err(error),
    };

    match saved {
        Ok(saved) => Ok((saved, key)),
        Err(error) => {
            let may_be_needed = may_be_there(fs, places.plan, digest(wish.bytes), held.as_ref());

            if !may_be_needed && key::take_back(fs, &key).is_ok() {
                return Err(error);
            }

            Err(Error::KeyStays(Box::new(error)))
        }
    }
}

/// Whether the save of the plan would put something over the key. Two names may well be one: sticks do not tell
/// capital letters from small ones.
fn would_cover<F: Fs>(fs: &F, plan: &Path, key: &Fetched) -> Result<bool, Error> {
    let (plan, key) = (Spot::find(fs, plan)?, Spot::find(fs, &key.path)?);
    let id = |spot: &Spot<F>, name: &OsStr| fs.status(&spot.folder, name).map(|status| status.id).ok();
    let key = id(&key, &key.name);

    Ok([plan.name.as_os_str(), &name::previous(&plan.name)]
        .into_iter()
        .any(|name| key.is_some() && id(&plan, name) == key))
}

/// Whether the new plan may stand somewhere: in its place, as its own previous version, or in a conflict copy.
fn may_be_there<F: Fs>(fs: &F, plan: &Path, new: Digest, held: Option<&Held<F>>) -> bool {
    let Ok(spot) = Spot::find(fs, plan) else {
        return true;
    };
    let previous = name::previous(&spot.name);
    // A save that failed at its very end holds what it wrote, whatever that is called.
    let copy: Option<PathBuf> = held.map(|held| held.path.clone());
    let copy = copy.as_deref().and_then(Path::file_name);
    let is_there = |name: &OsStr| match read_at(fs, &spot.folder, name, LONGEST) {
        Ok(content) => digest(&content.bytes) == new,
        // What is no file, or longer than a plan, is not it. What cannot be read may be.
        Err(file::Error::NotAFile(_) | file::Error::TooLong { .. }) => false,
        Err(error) => !error.is_missing(),
    };

    [Some(spot.name.as_os_str()), Some(&previous), copy]
        .into_iter()
        .flatten()
        .any(is_there)
}
