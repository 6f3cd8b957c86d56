//! Key files: read beside the open plan, and written whole or not at all.
use super::LONGEST;
use super::error::Error;
use super::hold::{Spot, of_read};
use super::name;
use super::request::{Expect, Fetched, Identity};
use super::sweep::sweep;
use crate::file::{self, Class, Digest, Draft, Fs, digest, read_at, settle};

use std::path::Path;

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

/// Writes a key file in its place.
pub(super) fn put<F: Fs>(fs: &F, path: &Path, bytes: Vec<u8>, expect: Expect) -> Result<Fetched, Error> {
    let spot = Spot::find(fs, name::checked(path)?)?;

    match (expect, standing(fs, &spot)?) {
        (Expect::Anything, _) | (Expect::Nothing, None) => {}
        (Expect::Nothing, Some(_)) => return Err(Error::Taken),
        (Expect::Same(_), None) => return Err(Error::Vanished),
        (Expect::Same(known), now) if known.digest == now => {}
        (Expect::Same(_), Some(_)) => return Err(Error::Changed),
    }

    let draft = Draft::write(fs, &spot.folder, &bytes)?;

    match expect {
        Expect::Nothing => drop(draft.place(&spot.name).map_err(|(_, error)| match error.class() {
            Some(Class::Taken) => Error::Taken,
            _ => Error::File(error),
        })?),
        Expect::Same(_) | Expect::Anything => drop(draft.replace(&spot.name)?),
    }

    settle(fs, &spot.folder)?;
    // A draft that a crash left opens with a passphrase that may have been given up.
    sweep(fs, &spot.folder);

    Ok(fetched(&spot, bytes))
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
