//! A file that one process opens and another writes.
//!
//! Whoever may open files does so and hands over the open end; whoever knows what is to be written writes
//! it, and says how long it is. So what is printed is never in the hands of the process that keeps files.
use super::disk::Disk;
use super::error::{Error, Step};
use super::fs::Fs;
use super::save::write_all;
use super::whole::Growing;

use std::fs::File;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::Path;

/// A file that is being written by somebody else, until [`Writing::finish`]. Dropped before, it is gone.
pub struct Writing(Growing);

/// The end of such a file that can be written to, and nothing else.
#[derive(Debug)]
pub struct Pen(File);

impl Writing {
    /// Opens a new file for this user alone. Without `replace` the name must be free; with it, the old file stays
    /// until the new one is whole.
    ///
    /// # Errors
    /// Says which step failed; nothing is left behind.
    pub fn begin(path: &Path, replace: bool) -> Result<Self, Error> {
        Growing::begin(path, replace).map(Self)
    }

    /// The end to be handed over.
    ///
    /// # Errors
    /// When the system has no more of them.
    pub fn pen(&self) -> Result<Pen, Error> {
        self.0.file().try_clone().map(Pen).map_err(Error::at(Step::Create))
    }

    /// It was written, and is `length` bytes long: brings it onto the disk and into its place.
    ///
    /// # Errors
    /// When it has another length, or the disk refuses; then the old file is untouched and the new one gone.
    pub fn finish(self, length: u64) -> Result<(), Error> {
        self.0.sync()?;

        if Disk.status_of(self.0.file()).map_err(Error::at(Step::Check))?.len != length {
            return Err(Error::ReadBack);
        }

        self.0.place()
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
