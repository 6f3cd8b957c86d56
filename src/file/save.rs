//! Writing so that a crash leaves the old file or the new one.
//!
//! A new file is written beside the old one under a name of its own, brought onto the disk, read back and
//! compared, and only then put in the old one's place. What fails is never tried again on the same open
//! file: after a failed sync the system may have dropped what was to be written, and say so only once.
use super::disk::Disk;
use super::error::{Error, Step};
use super::fs::{Fs, Status};
use super::read::{folder_of, read_at};

use sha2::{Digest as _, Sha256};

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// The SHA-256 of a file's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digest(pub(crate) [u8; 32]);

/// The SHA-256 of `bytes`.
pub fn digest(bytes: &[u8]) -> Digest {
    Digest(Sha256::digest(bytes).into())
}

/// A new file that is whole and on the disk, but not yet in its place.
///
/// It is removed again when it is dropped before [`Draft::replace`] or [`Draft::place`].
pub struct Draft<'a, F: Fs> {
    fs: &'a F,
    folder: &'a F::Folder,
    name: OsString,
    file: Option<F::File>,
}

impl<'a, F: Fs> Draft<'a, F> {
    /// Writes `bytes` to a new file in `folder`, brings it onto the disk, and reads it back.
    ///
    /// The file is locked from before the first byte, so that nobody can open it for writing through us
    /// between its being put in place and its being locked.
    ///
    /// # Errors
    /// Says which step failed; nothing is left behind.
    pub fn write(fs: &'a F, folder: &'a F::Folder, bytes: &[u8]) -> Result<Self, Error> {
        Self::write_as(fs, folder, bytes, ".tmp")
    }

    fn write_as(fs: &'a F, folder: &'a F::Folder, bytes: &[u8], ending: &str) -> Result<Self, Error> {
        let (name, file) = create_new(fs, folder, ending)?;
        let draft = Self {
            fs,
            folder,
            name,
            file: Some(file),
        };

        if let Some(file) = &draft.file {
            let _ = fs.lock(file);
            write_all(fs, file, bytes)?;
            fs.sync(file).map_err(Error::at(Step::Sync))?;
        }

        check(fs, folder, &draft.name, bytes)?;

        Ok(draft)
    }

    /// Puts it in the place of `name`, whatever stands there, and keeps it open and locked.
    ///
    /// # Errors
    /// When the disk refuses; then the old file is untouched.
    pub fn replace(self, name: &OsStr) -> Result<Option<F::File>, Error> {
        self.rename(name, true)
    }

    /// Puts it in a place that is free, and keeps it open and locked. A draft that is refused because the
    /// name is taken comes back, to be tried with another one.
    ///
    /// # Errors
    /// When the name is taken, or the disk refuses.
    pub fn place(mut self, name: &OsStr) -> Result<Option<F::File>, (Option<Self>, Error)> {
        match self.fs.rename(self.folder, &self.name, name, false) {
            Ok(()) => Ok(self.file.take()),
            Err(error) => {
                let is_taken = error.kind() == io::ErrorKind::AlreadyExists;

                Err((is_taken.then_some(self), Error::at(Step::Replace)(error)))
            }
        }
    }

    fn rename(mut self, name: &OsStr, replace: bool) -> Result<Option<F::File>, Error> {
        self.fs
            .rename(self.folder, &self.name, name, replace)
            .map_err(Error::at(Step::Replace))?;

        Ok(self.file.take())
    }
}

impl<F: Fs> Drop for Draft<'_, F> {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            let _ = self.fs.remove(self.folder, &self.name);
        }
    }
}

/// Brings the names of a folder onto the disk. A save has succeeded only after this.
///
/// # Errors
/// When they may not be there after a power cut.
pub fn settle<F: Fs>(fs: &F, folder: &F::Folder) -> Result<(), Error> {
    fs.sync_folder(folder).map_err(Error::at(Step::SyncFolder))
}

/// Keeps the file under `from` as `to`, in one step and without touching `from`: by a second name for it,
/// or by a copy where there are no second names or others may read the old file.
///
/// Says `false`, and keeps nothing, when what stands under `from` is no longer the file that `status` tells.
///
/// # Errors
/// When the disk refuses.
pub fn keep_previous<F: Fs>(
    fs: &F,
    folder: &F::Folder,
    from: (&OsStr, &Status, &[u8]),
    to: &OsStr,
) -> Result<bool, Error> {
    let (from, status, bytes) = from;

    if !status.is_private() {
        return write_previous(fs, folder, bytes, to).map(|()| true);
    }

    let Some(link) = link_new(fs, folder, from)? else {
        return write_previous(fs, folder, bytes, to).map(|()| true);
    };

    let is_same = fs
        .status(folder, &link)
        .is_ok_and(|linked| linked.id == status.id && linked.modified == status.modified);

    if !is_same {
        let _ = fs.remove(folder, &link);

        return Ok(false);
    }

    if let Err(error) = fs.rename(folder, &link, to, true) {
        let _ = fs.remove(folder, &link);

        return Err(Error::at(Step::Previous)(error));
    }

    // Renaming onto another name of the same file does nothing and leaves both names.
    let _ = fs.remove(folder, &link);

    Ok(true)
}

/// Writes `bytes` as the previous version, with all the steps of a new file.
///
/// # Errors
/// When the disk refuses; then what stood under `to` is untouched.
pub fn write_previous<F: Fs>(fs: &F, folder: &F::Folder, bytes: &[u8], to: &OsStr) -> Result<(), Error> {
    let at_previous = |error: Error| match error {
        Error::Refused { source, .. } => Error::Refused {
            step: Step::Previous,
            source,
        },
        error => error,
    };

    let draft = Draft::write_as(fs, folder, bytes, ".bak.tmp").map_err(at_previous)?;

    draft.replace(to).map_err(at_previous)?;

    Ok(())
}

/// Takes a file away that need not be there. Where there was one, its name is gone from the disk after this.
///
/// # Errors
/// When it cannot be removed.
pub fn forget(path: &Path) -> Result<(), Error> {
    let Some((folder, name)) = folder_of(path) else {
        return Ok(());
    };
    let removed = Disk.open_folder(&folder).and_then(|folder| {
        Disk.remove(&folder, &name)?;

        Ok(folder)
    });

    match removed {
        Ok(folder) => settle(&Disk, &folder),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Error::at(Step::Remove)(error)),
    }
}

/// Makes a file with a random hidden name.
fn create_new<F: Fs>(fs: &F, folder: &F::Folder, ending: &str) -> Result<(OsString, F::File), Error> {
    let mut tries = 0;

    loop {
        let name = new_name(ending)?;

        match fs.create(folder, &name) {
            Ok(file) => return Ok((name, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tries < 8 => tries += 1,
            Err(error) if error.kind() == io::ErrorKind::Interrupted && tries < 8 => tries += 1,
            Err(error) => return Err(Error::at(Step::Create)(error)),
        }
    }
}

/// Gives `from` a second, random and hidden name; nothing when the file system has no second names.
fn link_new<F: Fs>(fs: &F, folder: &F::Folder, from: &OsStr) -> Result<Option<OsString>, Error> {
    let name = new_name(".bak.tmp")?;

    match fs.link(folder, from, &name) {
        Ok(()) => Ok(Some(name)),
        Err(error) if is_final(&error) => Err(Error::at(Step::Previous)(error)),
        Err(_) => Ok(None),
    }
}

/// Whether a copy would fail as a second name did.
fn is_final(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::ReadOnlyFilesystem
    )
}

fn new_name(ending: &str) -> Result<OsString, Error> {
    let number = getrandom::u64().map_err(|_| Error::Refused {
        step: Step::Create,
        source: Arc::new(io::Error::other("no random numbers")),
    })?;

    Ok(format!(".{number:016x}{ending}").into())
}

pub(super) fn write_all<F: Fs>(fs: &F, file: &F::File, bytes: &[u8]) -> Result<(), Error> {
    let mut rest = bytes;

    while !rest.is_empty() {
        match fs.write(file, rest) {
            Ok(0) => return Err(Error::at(Step::Write)(io::ErrorKind::WriteZero.into())),
            Ok(count) => rest = rest.get(count..).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Error::at(Step::Write)(error)),
        }
    }

    Ok(())
}

/// Opens the new file again and compares: cheap sticks lose what they said they had written.
fn check<F: Fs>(fs: &F, folder: &F::Folder, name: &OsStr, bytes: &[u8]) -> Result<(), Error> {
    let read = read_at(fs, folder, name, bytes.len() as u64);

    compare(read.map(|content| content.bytes), bytes)
}

/// Whether what was read back is what was written.
pub(super) fn compare(read: Result<Vec<u8>, Error>, bytes: &[u8]) -> Result<(), Error> {
    match read {
        Ok(read) if digest(&read) == digest(bytes) => Ok(()),
        Ok(_) | Err(Error::TooLong { .. }) => Err(Error::ReadBack),
        Err(Error::Refused { source, .. }) => Err(Error::Refused {
            step: Step::Check,
            source,
        }),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cheap sticks give back something else than they were given.
    #[test]
    fn what_came_back_differently_is_not_what_was_written() {
        let refused = || Error::at(Step::Read)(io::ErrorKind::Other.into());

        assert!(compare(Ok(b"a plan".to_vec()), b"a plan").is_ok());
        assert!(matches!(
            compare(Ok(b"a plam".to_vec()), b"a plan"),
            Err(Error::ReadBack)
        ));
        assert!(matches!(
            compare(Ok(b"a pla".to_vec()), b"a plan"),
            Err(Error::ReadBack)
        ));
        assert!(matches!(
            compare(Err(Error::TooLong { limit: 6 }), b"a plan"),
            Err(Error::ReadBack)
        ));
        assert!(matches!(
            compare(Err(refused()), b"a plan"),
            Err(Error::Refused { step: Step::Check, .. })
        ));
    }

    #[test]
    fn new_names_are_hidden_and_random() {
        let names: std::collections::BTreeSet<_> = (0..100).filter_map(|_| new_name(".tmp").ok()).collect();

        assert_eq!(names.len(), 100);

        for name in names {
            let name = name.into_string().unwrap();

            assert_eq!(name.len(), 21, "{name}");
            assert!(name.starts_with('.') && name.ends_with(".tmp"), "{name}");
        }
    }
}
