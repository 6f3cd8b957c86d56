//! What a disk can do, as a short list of calls.
//!
//! Everything that saves a plan goes through this trait, one call per call of the operating system, so that a
//! test can stand in for the disk: fail the n-th call, or crash after it.
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

/// A disk, or something that stands in for one.
///
/// Names are looked up in an open folder, so that a folder that is moved or unmounted meanwhile cannot
/// redirect a write. No call follows a symbolic link, except [`Fs::resolve`].
pub trait Fs {
    /// An open folder.
    type Folder;
    /// An open file.
    type File;

    /// The same place without any symbolic link in it.
    ///
    /// # Errors
    /// When a part of it is missing, cannot be entered, or the links go in a circle.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// Opens a folder.
    ///
    /// # Errors
    /// When it is missing, is not a folder, or cannot be entered.
    fn open_folder(&self, path: &Path) -> io::Result<Self::Folder>;

    /// Makes a folder and those above it, for this user alone. A folder that is there already is left alone.
    ///
    /// # Errors
    /// When one of them cannot be made.
    fn make_folder(&self, path: &Path) -> io::Result<()>;

    /// What is in a folder, in no order: at most `limit` entries.
    ///
    /// # Errors
    /// When it cannot be listed.
    fn entries(&self, folder: &Self::Folder, limit: usize) -> io::Result<Vec<Entry>>;

    /// How much room there is for this user.
    ///
    /// # Errors
    /// When the file system does not say.
    fn room(&self, folder: &Self::Folder) -> io::Result<Room>;

    /// Makes a new file for this user alone and opens it for writing. Never opens one that is there.
    ///
    /// # Errors
    /// When the name is taken, or the folder cannot be written to.
    fn create(&self, folder: &Self::Folder, name: &OsStr) -> io::Result<Self::File>;

    /// Opens a file for reading, without waiting for the other end of a pipe.
    ///
    /// # Errors
    /// When it is missing, is a symbolic link, or cannot be read.
    fn open(&self, folder: &Self::Folder, name: &OsStr) -> io::Result<Self::File>;

    /// Writes some of `bytes` at the end, and says how many.
    ///
    /// # Errors
    /// When the disk refuses.
    fn write(&self, file: &Self::File, bytes: &[u8]) -> io::Result<usize>;

    /// Reads the next bytes into `buffer`, and says how many; 0 at the end.
    ///
    /// # Errors
    /// When the disk refuses.
    fn read(&self, file: &Self::File, buffer: &mut [u8]) -> io::Result<usize>;

    /// Waits until the content of a file is on the disk.
    ///
    /// # Errors
    /// When it may not be. The file must not be trusted then, nor asked again.
    fn sync(&self, file: &Self::File) -> io::Result<()>;

    /// Waits until the names in a folder are on the disk.
    ///
    /// # Errors
    /// When they may not be.
    fn sync_folder(&self, folder: &Self::Folder) -> io::Result<()>;

    /// What stands under a name, without opening it.
    ///
    /// # Errors
    /// When nothing does, or the folder cannot be entered.
    fn status(&self, folder: &Self::Folder, name: &OsStr) -> io::Result<Status>;

    /// What an open file is.
    ///
    /// # Errors
    /// When the disk refuses.
    fn status_of(&self, file: &Self::File) -> io::Result<Status>;

    /// Asks for the lock on an open file. It is held until the file is dropped.
    fn lock(&self, file: &Self::File) -> Lock;

    /// Gives a file a second name, which must be free.
    ///
    /// # Errors
    /// When the second name is taken, or the file system knows no second names.
    fn link(&self, folder: &Self::Folder, from: &OsStr, to: &OsStr) -> io::Result<()>;

    /// Gives a file another name, in one step. What stood under it is gone; unless `replace` is off, then
    /// the name must be free.
    ///
    /// # Errors
    /// When the disk refuses, or the name is taken and `replace` is off.
    fn rename(&self, folder: &Self::Folder, from: &OsStr, to: &OsStr, replace: bool) -> io::Result<()>;

    /// Takes a name away.
    ///
    /// # Errors
    /// When it is missing, or the folder cannot be written to.
    fn remove(&self, folder: &Self::Folder, name: &OsStr) -> io::Result<()>;
}

/// How much room there is in a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// How many bytes this user can still write.
    pub free: u64,
    /// Whether the drive takes nothing at all.
    pub is_write_protected: bool,
    /// Whether this user may make files there.
    pub is_open: bool,
}

/// A name in a folder, and what stands under it.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name, without the folder.
    pub name: OsString,
    /// What it is.
    pub status: Status,
}

/// What stands under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// What sort of thing it is.
    pub kind: Kind,
    /// Which file it is, whatever it is called: the device and its number there.
    pub id: (u64, u64),
    /// How long it is, in bytes.
    pub len: u64,
    /// When its content last changed, in nanoseconds since 1970.
    pub modified: i128,
    /// Its permissions, the lowest nine bits of the mode.
    pub mode: u32,
}

impl Status {
    /// Whether its owner may write to it.
    pub fn is_writable(&self) -> bool {
        self.mode & 0o200 != 0
    }

    /// Whether nobody but its owner may do anything with it.
    pub fn is_private(&self) -> bool {
        self.mode & 0o077 == 0
    }
}

/// What sort of thing stands under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A file with bytes in it.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A pipe, a socket or a device.
    Other,
}

/// What became of the wish for a lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// It is ours until the file is dropped.
    Ours,
    /// Another program holds it.
    Theirs,
    /// The file system knows no locks: nobody can tell.
    Unknown,
}
