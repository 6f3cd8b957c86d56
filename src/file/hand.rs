//! A file that one process opens and another writes.
//!
//! Whoever may open files does so and hands over the open end; whoever knows what is to be written writes
//! it, and says how long it is. So what is printed is never in the hands of the process that keeps files.
use super::disk::Disk;
use super::error::{Error, Step};
use super::fs::{Fs, Kind};
use super::read::folder_of;
use super::save::{new_name, settle, write_all};

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::Path;

/// A file that is being written by somebody else, until [`Writing::finish`]. Dropped before, it is removed.
pub struct Writing {
    folder: OwnedFd,
    /// What it is called while it is being written.
    draft: OsString,
    name: OsString,
    file: Option<File>,
}

/// The end of such a file that can be written to, and nothing else.
#[derive(Debug)]
pub struct Pen(File);

impl Writing {
    /// Opens a new file for this user alone. Without `replace` it stands under its own name, which must be
    /// free; with it, under another one beside the old file, which stays until the new one is whole.
    ///
    /// # Errors
    /// Says which step failed; nothing is left behind.
    pub fn begin(path: &Path, replace: bool) -> Result<Self, Error> {
        // What is replaced is the file itself, not a link to it.
        let real = Disk.resolve(path).ok().filter(|_| replace);
        let path = real.as_deref().unwrap_or(path);
        let missing = || io::Error::from(io::ErrorKind::InvalidFilename);
        let (folder, name) = folder_of(path).ok_or_else(|| Error::at(Step::Find)(missing()))?;
        let folder = Disk.open_folder(&folder).map_err(Error::at(Step::Find))?;

        // A device or a pipe must not become a file because somebody named it here.
        if let Ok(status) = Disk.status(&folder, &name)
            && replace
            && status.kind != Kind::File
        {
            return Err(Error::NotAFile(status.kind));
        }

        let draft = match replace {
            true => new_name(".tmp")?,
            false => name.clone(),
        };
        let file = Disk.create(&folder, &draft).map_err(Error::at(Step::Create))?;

        Ok(Self {
            folder,
            draft,
            name,
            file: Some(file),
        })
    }

    /// The end to be handed over.
    ///
    /// # Errors
    /// When the system has no more of them.
    pub fn pen(&self) -> Result<Pen, Error> {
        let gone = || io::Error::from(io::ErrorKind::NotFound);
        let file = self.file.as_ref().ok_or_else(gone).and_then(File::try_clone);

        file.map(Pen).map_err(Error::at(Step::Create))
    }

    /// It was written, and is `length` bytes long: brings it onto the disk and into its place.
    ///
    /// # Errors
    /// When it has another length, or the disk refuses; then the old file is untouched and the new one gone.
    pub fn finish(mut self, length: u64) -> Result<(), Error> {
        let file = self.file.as_ref().ok_or(Error::ReadBack)?;

        Disk.sync(file).map_err(Error::at(Step::Sync))?;

        if Disk.status_of(file).map_err(Error::at(Step::Check))?.len != length {
            return Err(Error::ReadBack);
        }

        if self.draft != self.name {
            Disk.rename(&self.folder, &self.draft, &self.name, true)
                .map_err(Error::at(Step::Replace))?;
        }

        // From here on it is in its place, and stays.
        self.file = None;

        settle(&Disk, &self.folder)
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            let _ = Disk.remove(&self.folder, &self.draft);
        }
    }
}

impl Pen {
    /// Writes all of it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&self, bytes: &[u8]) -> Result<(), Error> {
        write_all(&Disk, &self.0, bytes)
    }
}

impl AsFd for Pen {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

impl From<OwnedFd> for Pen {
    fn from(handed: OwnedFd) -> Self {
        Self(handed.into())
    }
}
