//! Opening a plan and holding on to it: the lock, and what is known of the file since.
//!
//! The lock lies on the plan itself, since a lock file would be one more trace. A save puts another file
//! under the name, so an opener takes the lock first and then looks whether the name still leads to the file
//! it locked.
use super::LONGEST;
use super::error::Error;
use super::name;
use super::request::{Access, Identity, Loaded, Version};
use crate::file::{self, Content, Digest, Fs, Kind, Lock, Step, digest, folder_of, read_at};

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// How often the lock is tried on a file that is replaced again and again.
const TRIES: u32 = 10;

/// A name in an open folder.
pub(super) struct Spot<F: Fs> {
    /// The folder, links followed.
    pub(super) path: PathBuf,
    /// The same, open.
    pub(super) folder: F::Folder,
    /// The name in it.
    pub(super) name: OsString,
}

impl<F: Fs> Spot<F> {
    /// Opens the folder that `path` lies in. Nothing needs to be there; what is there is not followed.
    pub(super) fn find(fs: &F, path: &Path) -> Result<Self, Error> {
        let (folder, name) = folder_of(name::checked(path)?).ok_or(Error::NoName)?;
        let missing = |error: file::Error| match error.is_missing() {
            true => Error::NoFolder,
            false => Error::File(error),
        };
        let path = fs
            .resolve(&folder)
            .map_err(file::Error::at(Step::Find))
            .map_err(missing)?;
        let folder = fs
            .open_folder(&path)
            .map_err(file::Error::at(Step::Find))
            .map_err(missing)?;

        Ok(Self { path, folder, name })
    }

    /// The same for the file that `path` leads to in the end.
    pub(super) fn follow(fs: &F, path: &Path) -> Result<Self, Error> {
        let spot = Self::find(fs, path)?;

        match fs.status(&spot.folder, &spot.name) {
            Ok(status) if status.kind == Kind::Link => {
                let path = fs.resolve(path).map_err(file::Error::at(Step::Find))?;

                Self::find(fs, &path)
            }
            _ => Ok(spot),
        }
    }

    /// The whole path.
    pub(super) fn whole(&self) -> PathBuf {
        self.path.join(&self.name)
    }

    fn has(&self, fs: &F, name: &OsStr) -> bool {
        fs.status(&self.folder, name)
            .is_ok_and(|status| status.kind == Kind::File)
    }
}

/// The open plan.
pub(super) struct Held<F: Fs> {
    /// Where it is.
    pub(super) path: PathBuf,
    /// The file, open: it carries the lock.
    pub(super) _file: Option<F::File>,
    /// Which file it is.
    pub(super) id: (u64, u64),
    /// Whether the lock is ours.
    pub(super) lock: Lock,
    /// Whether the previous version is kept already, or must stay as it is.
    pub(super) has_kept: bool,
    /// What we put there, when its folder could not be brought onto the disk: still ours to replace.
    pub(super) unsettled: Option<Digest>,
}

impl<F: Fs> Held<F> {
    /// Whether this is the lock on that file in that place.
    pub(super) fn is(&self, spot: &Spot<F>, id: (u64, u64)) -> bool {
        self.id == id && self.lock != Lock::Theirs && self.path == spot.whole()
    }
}

/// Opens a plan, and holds it from then on instead of the one before.
pub(super) fn load<F: Fs>(fs: &F, path: &Path, version: Version, held: &mut Option<Held<F>>) -> Result<Loaded, Error> {
    let spot = Spot::follow(fs, path)?;
    let previous = name::previous(&spot.name);
    let has_previous = spot.has(fs, &previous);

    let current = match open(fs, &spot, held.as_ref()) {
        Err(Error::File(error)) if error.is_missing() => Err(Error::Missing { has_previous }),
        answer => answer,
    };

    let (bytes, current) = match version {
        Version::Current => {
            let mut current = current?;

            (std::mem::take(&mut current.0.bytes), Some(current))
        }
        Version::Previous => {
            let older = read_at(fs, &spot.folder, &previous, LONGEST).map_err(of_read)?;

            (older.bytes, current.ok())
        }
    };

    let access = match &current {
        Some((_, Lock::Theirs, _)) => Access::InUse,
        Some((content, ..)) if !content.status.is_writable() => Access::WriteProtected,
        _ => Access::Full,
    };
    let identity = Identity {
        digest: current.as_ref().map(|(.., digest)| *digest),
    };

    hold(&spot, current.map(|(content, lock, _)| (content, lock)), version, held);

    Ok(Loaded {
        path: spot.whole(),
        bytes,
        identity,
        access,
        has_previous,
    })
}

/// A file that was read, whether its lock is ours, and its digest.
type Opened<F> = (Content<F>, Lock, Digest);

/// Reads the file and takes its lock, unless `held` has it already.
fn open<F: Fs>(fs: &F, spot: &Spot<F>, held: Option<&Held<F>>) -> Result<Opened<F>, Error> {
    let mut tries = 0;

    loop {
        let content = read_at(fs, &spot.folder, &spot.name, LONGEST).map_err(of_read)?;
        let lock = match held {
            Some(held) if held.is(spot, content.status.id) => Lock::Ours,
            _ => fs.lock(&content.file),
        };
        let is_there_still = fs
            .status(&spot.folder, &spot.name)
            .is_ok_and(|status| status.id == content.status.id);
        let digest = digest(&content.bytes);

        tries += 1;

        if is_there_still {
            return Ok((content, lock, digest));
        }

        if tries == TRIES {
            return Ok((content, Lock::Theirs, digest));
        }
    }
}

fn hold<F: Fs>(spot: &Spot<F>, current: Option<(Content<F>, Lock)>, version: Version, held: &mut Option<Held<F>>) {
    let has_kept = version == Version::Previous;

    match (&mut *held, current) {
        // It was ours before: the lock lies on the file that is open already.
        (Some(before), Some((content, _))) if before.is(spot, content.status.id) => before.has_kept = has_kept,
        (_, Some((content, lock))) => {
            *held = Some(Held {
                path: spot.whole(),
                _file: Some(content.file),
                id: content.status.id,
                lock,
                has_kept,
                unsettled: None,
            });
        }
        (_, None) => {
            *held = Some(Held {
                path: spot.whole(),
                _file: None,
                id: (0, 0),
                lock: Lock::Unknown,
                has_kept,
                unsettled: None,
            });
        }
    }
}

/// Says that a folder is one.
pub(super) fn of_read(error: file::Error) -> Error {
    match error {
        file::Error::NotAFile(Kind::Folder) => Error::IsFolder,
        error => Error::File(error),
    }
}
