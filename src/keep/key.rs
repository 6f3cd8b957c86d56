//! Key files: read beside the open plan, and written whole or not at all.
use super::LONGEST;
use super::error::Error;
use super::hold::{Spot, of_read};
use super::name;
use super::request::{Expect, Fetched, Identity};
use super::sweep::sweep;
use crate::file::{self, Class, Digest, Draft, Fs, Step, digest, read_at, settle};

use std::path::{Path, PathBuf};

/// A key file that stands in its place, but whose folder could not be brought onto the disk: still ours to replace.
pub(super) type Unsettled = Option<(PathBuf, Digest)>;

/// Reads a key file, and holds nothing. A plan that was named by mistake is read too, so that it can be said
/// what it is.
pub(super) fn fetch<F: Fs>(fs: &F, path: &Path) -> Result<Fetched, Error> {
    let spot = Spot::follow(fs, path)?;
    let bytes = read_at(fs, &spot.folder, &spot.name, LONGEST)
        .map_err(|error| match error.is_missing() {
            true => Error::Missing { has_previous: false },
            false => of_read(error),
        })?
        .bytes;

    Ok(fetched(&spot, bytes))
}

/// Writes a key file in its place. A new one that may not be there after a power cut is taken back, so that the
/// name is free for another try.
pub(super) fn put<F: Fs>(
    fs: &F,
    path: &Path,
    (bytes, expect): (Vec<u8>, Expect),
    unsettled: &mut Unsettled,
) -> Result<Fetched, Error> {
    let spot = Spot::find(fs, name::checked(path)?)?;

    may_go(expect, standing(fs, &spot)?, &spot, unsettled)?;

    let draft = Draft::write(fs, &spot.folder, &bytes)?;

    match expect {
        Expect::Nothing => drop(draft.place(&spot.name).map_err(|(_, error)| match error.class() {
            Some(Class::Taken) => Error::Taken,
            _ => Error::File(error),
        })?),
        Expect::Same(_) | Expect::Anything => drop(draft.replace(&spot.name)?),
    }

    let settled = settle(fs, &spot.folder);
    let put = fetched(&spot, bytes);

    if let Err(error) = settled {
        match expect {
            Expect::Nothing => drop(take_back(fs, &put)),
            Expect::Same(_) | Expect::Anything => *unsettled = put.identity.digest.map(|digest| (put.path, digest)),
        }

        return Err(Error::File(error));
    }

    *unsettled = None;
    // A draft that a crash left opens with a passphrase that may have been given up.
    sweep(fs, &spot.folder);

    Ok(put)
}

/// Takes a key file away that was put a moment ago and that nothing was sealed for: only if it is that still.
pub(super) fn take_back<F: Fs>(fs: &F, put: &Fetched) -> Result<(), Error> {
    let spot = Spot::find(fs, &put.path)?;

    if standing(fs, &spot)? != put.identity.digest {
        return Err(Error::Changed);
    }

    fs.remove(&spot.folder, &spot.name)
        .map_err(file::Error::at(Step::Remove))?;

    Ok(settle(fs, &spot.folder)?)
}

/// Whether a key file may go where this stands.
fn may_go<F: Fs>(expect: Expect, now: Option<Digest>, spot: &Spot<F>, unsettled: &Unsettled) -> Result<(), Error> {
    match (expect, now) {
        // The next save of a plan of that name would cover it.
        (Expect::Nothing, _) if name::current_of(&spot.name).is_some() => Err(Error::Reserved),
        (Expect::Anything, _) | (Expect::Nothing, None) => Ok(()),
        (Expect::Nothing, Some(_)) => Err(Error::Taken),
        (Expect::Same(_), None) => Err(Error::Vanished),
        (Expect::Same(known), now) if known.digest == now => Ok(()),
        (Expect::Same(_), Some(now)) if *unsettled == Some((spot.whole(), now)) => Ok(()),
        (Expect::Same(_), Some(_)) => Err(Error::Changed),
    }
}

/// What stands in the place now, if anything does.
fn standing<F: Fs>(fs: &F, spot: &Spot<F>) -> Result<Option<Digest>, Error> {
    match read_at(fs, &spot.folder, &spot.name, LONGEST) {
        Ok(content) => Ok(Some(digest(&content.bytes))),
        Err(error) if error.is_missing() => Ok(None),
        // No file of ours is as long.
        Err(file::Error::TooLong { .. }) => Err(Error::Taken),
        Err(error) => Err(of_read(error)),
    }
}

fn fetched<F: Fs>(spot: &Spot<F>, bytes: Vec<u8>) -> Fetched {
    Fetched {
        path: spot.whole(),
        identity: Identity {
            digest: Some(digest(&bytes)),
        },
        bytes,
    }
}
