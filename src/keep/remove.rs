//! Taking a plan away: its previous version, the plan, and its key file if that was asked for.
//!
//! Only what is known by its bytes goes: the plan and the key as they were opened, and beside the plan what
//! has the name of its previous version and begins as a sealed file does. The plan goes after its previous
//! version and before its key, so that whatever stops it leaves a plan that opens, or none. Nothing is
//! overwritten first: on flash memory that would write somewhere else.
use super::LONGEST;
use super::error::Error;
use super::guard::STARTS;
use super::hold::{Held, Spot, of_read};
use super::list::ENTRIES;
use super::name;
use super::request::{Identity, Left, Removal, Removed};
use super::sweep::sweep;
use crate::file::{self, Fs, Kind, Lock, Step, begins_with, digest, read_at, settle};

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

/// What a file must be for it to go.
#[derive(Clone, Copy)]
enum Proof {
    /// Byte for byte what was opened.
    Same(Identity),
    /// Sealed.
    Sealed,
}

/// A file that is to go.
struct Target<F: Fs> {
    spot: Spot<F>,
    proof: Proof,
}

/// Takes them away, in order, and stops at the first that does not go.
pub(super) fn remove<F: Fs>(fs: &F, removal: &Removal, held: &mut Option<Held<F>>) -> Result<Removed, Error> {
    let targets = targets(fs, removal, held.as_ref())?;
    let spot = Spot::find(fs, &removal.plan)?;
    let mut removed = Removed {
        gone: Vec::new(),
        left: Vec::new(),
        copies: copies(fs, &spot)?,
    };

    for target in targets {
        let path = target.spot.whole();

        if !removed.left.is_empty() {
            // What cannot be looked at may well be there.
            if is_there(fs, &target.spot).unwrap_or(true) {
                removed.left.push(Left { path, why: None });
            }

            continue;
        }

        match take_away(fs, &target) {
            Ok(true) => removed.gone.push(path),
            Ok(false) => {}
            Err(error) => removed.left.push(Left { path, why: Some(error) }),
        }
    }

    if removed.left.is_empty() {
        *held = None;
        // Drafts that a crash left are sealed plans too.
        sweep(fs, &spot.folder);
    }

    Ok(removed)
}

/// What is to go, once it is sure that the plan is the open one.
fn targets<F: Fs>(fs: &F, removal: &Removal, held: Option<&Held<F>>) -> Result<Vec<Target<F>>, Error> {
    let held = held.filter(|held| held.path == removal.plan).ok_or(Error::NotOurs)?;

    if held.lock == Lock::Theirs {
        return Err(Error::InUse);
    }

    let plan = Spot::find(fs, &removal.plan)?;
    let mut previous = Spot::find(fs, &removal.plan)?;
    let key = match &removal.key {
        Some((path, identity)) => Some(Target {
            spot: key(fs, path, &plan)?,
            proof: Proof::Same(*identity),
        }),
        None => None,
    };

    previous.name = name::previous(&plan.name);

    let before = Target {
        spot: previous,
        proof: Proof::Sealed,
    };
    let plan = Target {
        spot: plan,
        proof: Proof::Same(removal.identity),
    };

    Ok([before, plan].into_iter().chain(key).collect())
}

/// Where the key is. Its stick may be away: then nothing goes, and the person decides anew.
fn key<F: Fs>(fs: &F, path: &Path, plan: &Spot<F>) -> Result<Spot<F>, Error> {
    let spot = match Spot::find(fs, path) {
        Err(Error::NoFolder) => return Err(Error::KeyAway),
        found => found?,
    };

    // With the plan gone already, the key may have gone in the same attempt.
    if is_there(fs, plan)? && !is_there(fs, &spot)? {
        return Err(Error::KeyAway);
    }

    Ok(spot)
}

/// Takes one file away. Says `false` when it was not there.
fn take_away<F: Fs>(fs: &F, target: &Target<F>) -> Result<bool, Error> {
    let spot = &target.spot;
    let was_there = is_there(fs, spot)?;

    if was_there {
        prove(fs, target)?;
        fs.remove(&spot.folder, &spot.name)
            .map_err(file::Error::at(Step::Remove))?;
    }

    // Also where it was gone: the last attempt may have failed at this step.
    settle(fs, &spot.folder)?;

    Ok(was_there)
}

fn is_there<F: Fs>(fs: &F, spot: &Spot<F>) -> Result<bool, Error> {
    match fs.status(&spot.folder, &spot.name) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Error::File(file::Error::at(Step::Find)(error))),
    }
}

/// Whether it is what it should be.
fn prove<F: Fs>(fs: &F, target: &Target<F>) -> Result<(), Error> {
    let spot = &target.spot;

    match target.proof {
        Proof::Same(identity) => {
            let content = read_at(fs, &spot.folder, &spot.name, LONGEST).map_err(of_read)?;

            if identity.digest == Some(digest(&content.bytes)) {
                Ok(())
            } else {
                Err(Error::Changed)
            }
        }
        Proof::Sealed if is_sealed(fs, spot) => Ok(()),
        Proof::Sealed => Err(Error::NotOurs),
    }
}

fn is_sealed<F: Fs>(fs: &F, spot: &Spot<F>) -> bool {
    STARTS
        .into_iter()
        .any(|start| begins_with(fs, &spot.folder, &spot.name, start))
}

/// The conflict copies beside a plan, in order of name.
fn copies<F: Fs>(fs: &F, spot: &Spot<F>) -> Result<Vec<PathBuf>, Error> {
    let entries = fs.entries(&spot.folder, ENTRIES).map_err(file::Error::at(Step::List))?;
    let mut names: Vec<OsString> = entries
        .into_iter()
        .filter(|entry| entry.status.kind == Kind::File && name::is_conflict_of(&spot.name, &entry.name))
        .map(|entry| entry.name)
        .collect();

    names.sort();

    Ok(names.into_iter().map(|name| spot.path.join(name)).collect())
}
