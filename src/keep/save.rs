//! Saving a plan: what may be replaced, what goes into a copy beside it, and in which order.
//!
//! 1. Look at what is there, and compare it with what was opened.
//! 2. Write the new version beside it, bring it onto the disk, read it back.
//! 3. Keep what is there as the previous version.
//! 4. Look again, put the new version in its place, and bring the folder onto the disk.
//!
//! Then drafts are removed that an earlier crash left behind. Whatever fails before the last step leaves the old version as it was.
use super::LONGEST;
use super::error::Error;
use super::hold::{Held, Spot, of_read};
use super::name;
use super::request::{Expect, Identity, Previous, Saved};
use super::sweep::sweep;
use crate::file::{
    self, Digest, Draft, Fs, Kind, Lock, Status, digest, keep_previous, read_at, settle, write_previous,
};

use std::ffi::OsString;
use std::path::Path;

/// The most conflict copies of one plan.
const COPIES: u32 = 99;

/// What is to be saved, and how.
pub(super) struct Wish<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) expect: Expect,
    pub(super) previous: Previous,
}

/// What stands in the place now.
enum Now<F: Fs> {
    Nothing,
    File(Standing<F>),
    Else(Kind),
}

/// A file that stands in the place now. It is kept open until the save is done: it carries the lock.
struct Standing<F: Fs> {
    _file: F::File,
    status: Status,
    bytes: Vec<u8>,
    digest: Digest,
    lock: Lock,
}

/// Where the save goes.
enum Goal<F: Fs> {
    /// Into the place, which is free.
    Free,
    /// Into the place of what stands there.
    Over(Standing<F>),
    /// Into a conflict copy.
    Beside,
}

/// Saves a plan, and holds it from then on.
pub(super) fn save<F: Fs>(fs: &F, path: &Path, wish: &Wish<'_>, held: &mut Option<Held<F>>) -> Result<Saved, Error> {
    let spot = Spot::find(fs, path)?;
    let now = look(fs, &spot, held.as_ref())?;
    let goal = decide(wish.expect, now, held.as_ref().filter(|held| held.path == spot.whole()))?;
    let draft = Draft::write(fs, &spot.folder, wish.bytes)?;

    let had_kept = held
        .as_ref()
        .is_some_and(|held| held.has_kept && held.path == spot.whole());
    let done = match goal {
        Goal::Beside => beside(&spot, draft)?,
        Goal::Free => free(&spot, draft, had_kept)?,
        Goal::Over(standing) => {
            let is_kept = keep(fs, &spot, &standing, wish, had_kept)?;

            if is_kept && is_still(fs, &spot, &standing.status) {
                over(&spot, draft)?
            } else {
                beside(&spot, draft)?
            }
        }
    };

    let saved = finish(fs, &spot, done, digest(wish.bytes), held)?;

    if !had_kept || wish.previous == Previous::Forget {
        sweep(fs, &spot.folder);
    }

    Ok(saved)
}

/// A new version in its place, of which the disk has not confirmed the name yet.
struct Done<F: Fs> {
    name: OsString,
    file: Option<F::File>,
    has_kept: bool,
    is_conflict: bool,
}

/// What stands in the place now, with its lock if it can be had.
fn look<F: Fs>(fs: &F, spot: &Spot<F>, held: Option<&Held<F>>) -> Result<Now<F>, Error> {
    let content = match read_at(fs, &spot.folder, &spot.name, LONGEST) {
        Ok(content) => content,
        Err(error) if error.is_missing() => return Ok(Now::Nothing),
        Err(file::Error::NotAFile(kind)) => return Ok(Now::Else(kind)),
        // No plan is as long: something else stands there.
        Err(file::Error::TooLong { .. }) => return Ok(Now::Else(Kind::File)),
        Err(error) => return Err(of_read(error)),
    };
    let lock = match held {
        Some(held) if held.is(spot, content.status.id) => Lock::Ours,
        _ => fs.lock(&content.file),
    };

    Ok(Now::File(Standing {
        status: content.status,
        digest: digest(&content.bytes),
        bytes: content.bytes,
        lock,
        _file: content.file,
    }))
}

/// Where the save goes, from what was expected and what is there.
fn decide<F: Fs>(expect: Expect, now: Now<F>, held: Option<&Held<F>>) -> Result<Goal<F>, Error> {
    match (expect, now) {
        (Expect::Same(Identity { digest: Some(_) }), Now::Nothing) => Err(Error::Vanished),
        (_, Now::Nothing) => Ok(Goal::Free),
        (Expect::Nothing | Expect::Anything, Now::Else(Kind::Folder)) => Err(Error::IsFolder),
        (Expect::Nothing, Now::Else(_)) => Err(Error::Taken),
        (Expect::Anything, Now::Else(kind)) => Err(Error::File(file::Error::NotAFile(kind))),
        (Expect::Same(_), Now::Else(_)) => Ok(Goal::Beside),
        (expect, Now::File(standing)) => {
            let is_ours = held.is_some_and(|held| held.unsettled == Some(standing.digest));
            let is_expected = match expect {
                Expect::Nothing => false,
                Expect::Anything => true,
                Expect::Same(identity) => identity.digest == Some(standing.digest),
            };

            match expect {
                Expect::Nothing if !is_ours => Err(Error::Taken),
                Expect::Same(_) if !is_ours && !is_expected => Ok(Goal::Beside),
                _ if !standing.status.is_writable() => Err(Error::WriteProtected),
                Expect::Anything if standing.lock == Lock::Theirs => Err(Error::InUse),
                _ if standing.lock == Lock::Theirs => Ok(Goal::Beside),
                _ => Ok(Goal::Over(standing)),
            }
        }
    }
}

/// Sees to the previous version. Says `false` when what stands in the place changed meanwhile.
fn keep<F: Fs>(fs: &F, spot: &Spot<F>, standing: &Standing<F>, wish: &Wish<'_>, has_kept: bool) -> Result<bool, Error> {
    let previous = name::previous(&spot.name);

    match wish.previous {
        Previous::Keep if has_kept => Ok(true),
        Previous::Keep => {
            let from = (spot.name.as_os_str(), &standing.status, standing.bytes.as_slice());

            Ok(keep_previous(fs, &spot.folder, from, &previous)?)
        }
        // Before the plan itself: if it fails here, the old passphrase is the right one for both.
        Previous::Forget if is_still(fs, spot, &standing.status) => {
            write_previous(fs, &spot.folder, wish.bytes, &previous)?;

            Ok(true)
        }
        Previous::Forget => Ok(false),
    }
}

/// Whether the name still leads to the file that was looked at, unchanged.
fn is_still<F: Fs>(fs: &F, spot: &Spot<F>, status: &Status) -> bool {
    fs.status(&spot.folder, &spot.name)
        .is_ok_and(|now| now.id == status.id && now.modified == status.modified && now.len == status.len)
}

/// Puts the new version where nothing stands.
fn free<F: Fs>(spot: &Spot<F>, draft: Draft<'_, F>, has_kept: bool) -> Result<Done<F>, Error> {
    let file = draft.place(&spot.name).map_err(|(_, error)| match error.class() {
        Some(file::Class::Taken) => Error::Taken,
        _ => Error::File(error),
    })?;

    Ok(Done {
        name: spot.name.clone(),
        file,
        has_kept,
        is_conflict: false,
    })
}

/// Puts the new version in the place of the old one.
fn over<F: Fs>(spot: &Spot<F>, draft: Draft<'_, F>) -> Result<Done<F>, Error> {
    let file = draft.replace(&spot.name)?;

    Ok(Done {
        name: spot.name.clone(),
        file,
        has_kept: true,
        is_conflict: false,
    })
}

/// Puts the new version into the first free conflict copy.
fn beside<F: Fs>(spot: &Spot<F>, mut draft: Draft<'_, F>) -> Result<Done<F>, Error> {
    for number in 1..=COPIES {
        let name = name::conflict(&spot.name, number);

        match draft.place(&name) {
            Ok(file) => {
                return Ok(Done {
                    name,
                    file,
                    has_kept: false,
                    is_conflict: true,
                });
            }
            Err((Some(again), _)) => draft = again,
            Err((None, error)) => return Err(Error::File(error)),
        }
    }

    Err(Error::TooManyCopies)
}

/// Holds what is in its place now, and brings the folder onto the disk.
fn finish<F: Fs>(
    fs: &F,
    spot: &Spot<F>,
    done: Done<F>,
    digest: Digest,
    held: &mut Option<Held<F>>,
) -> Result<Saved, Error> {
    let status = done.file.as_ref().map(|file| fs.status_of(file));
    let path = spot.path.join(done.name);
    let settled = settle(fs, &spot.folder);

    *held = Some(Held {
        path: path.clone(),
        _file: done.file,
        id: status.and_then(Result::ok).map_or((0, 0), |status| status.id),
        lock: Lock::Ours,
        has_kept: done.has_kept,
        unsettled: settled.is_err().then_some(digest),
    });

    settled?;

    Ok(Saved {
        path,
        identity: Identity { digest: Some(digest) },
        is_conflict: done.is_conflict,
    })
}
