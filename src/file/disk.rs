//! The real disk.
//!
//! On Unix every name is looked up in an open folder, links are never followed, and nothing is inherited by
//! a program that is started later.
use super::fs::{Entry, Fs, Kind, Lock, Room, Status};

use rustix::fs::{Access, AtFlags, FileType, Mode, OFlags, RenameFlags, StatVfsMountFlags};
use rustix::io::Errno;

use std::ffi::{OsStr, OsString};
use std::fs::{DirBuilder, File, TryLockError};
use std::io::{self, Read, Write};
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// How often a lock is asked for, and how long that waits each time.
const LOCK_TRIES: u32 = 5;
const LOCK_PAUSE: Duration = Duration::from_millis(20);

/// The disk of this computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Disk {
    /// Makes a new file for this user alone that has no name: until [`Disk::name`] gives it one, whatever ends the
    /// program takes it away. Nothing where the system or the file system knows no such files.
    #[cfg(target_os = "linux")]
    pub(super) fn create_nameless(self, folder: &OwnedFd) -> Option<File> {
        let flags = OFlags::WRONLY | OFlags::TMPFILE | OFlags::CLOEXEC;
        let file = rustix::fs::openat(folder, ".", flags, Mode::RUSR | Mode::WUSR).ok()?;
        let file = File::from(file);
        // The one way to it, which a system without `/proc` has not.
        let there = rustix::fs::stat(way_to(&file)).ok()?;

        (self.status_of(&file).ok()?.id == status(&there).id).then_some(file)
    }

    #[cfg(not(target_os = "linux"))]
    pub(super) fn create_nameless(self, _folder: &OwnedFd) -> Option<File> {
        None
    }

    /// Gives a file without a name one, which must be free.
    ///
    /// # Errors
    /// When the name is taken, or the disk refuses.
    pub(super) fn name(self, file: &File, folder: &OwnedFd, name: &OsStr) -> io::Result<()> {
        let follow = AtFlags::SYMLINK_FOLLOW;

        Ok(rustix::fs::linkat(rustix::fs::CWD, way_to(file), folder, name, follow)?)
    }

    /// Opens a file without a name once more, for reading.
    ///
    /// # Errors
    /// When the system refuses.
    pub(super) fn open_nameless(self, file: &File) -> io::Result<File> {
        let flags = OFlags::RDONLY | OFlags::CLOEXEC;

        Ok(rustix::fs::open(way_to(file), flags, Mode::empty())?.into())
    }
}

impl Fs for Disk {
    type Folder = OwnedFd;
    type File = File;

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        path.canonicalize()
    }

    fn open_folder(&self, path: &Path) -> io::Result<OwnedFd> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;

        Ok(rustix::fs::open(path, flags, Mode::empty())?)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        DirBuilder::new().recursive(true).mode(0o700).create(path)
    }

    fn entries(&self, folder: &OwnedFd, limit: usize) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();

        for entry in rustix::fs::Dir::read_from(folder)? {
            let entry = entry?;
            let name = OsString::from_vec(entry.file_name().to_bytes().to_vec());

            if name == "." || name == ".." {
                continue;
            }

            if entries.len() == limit {
                break;
            }

            // A file that goes away while we look is one that is not there.
            if let Ok(status) = self.status(folder, &name) {
                entries.push(Entry { name, status });
            }
        }

        Ok(entries)
    }

    fn room(&self, folder: &OwnedFd) -> io::Result<Room> {
        let answer = rustix::fs::fstatvfs(folder)?;
        let wish = Access::WRITE_OK | Access::EXEC_OK;

        Ok(Room {
            free: answer.f_bavail.saturating_mul(answer.f_frsize),
            is_write_protected: answer.f_flag.contains(StatVfsMountFlags::RDONLY),
            is_open: rustix::fs::accessat(folder, ".", wish, AtFlags::EACCESS).is_ok(),
        })
    }

    fn create(&self, folder: &OwnedFd, name: &OsStr) -> io::Result<File> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;

        Ok(rustix::fs::openat(folder, name, flags, Mode::RUSR | Mode::WUSR)?.into())
    }

    fn open(&self, folder: &OwnedFd, name: &OsStr) -> io::Result<File> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;

        Ok(rustix::fs::openat(folder, name, flags, Mode::empty())?.into())
    }

    fn write(&self, mut file: &File, bytes: &[u8]) -> io::Result<usize> {
        file.write(bytes)
    }

    fn read(&self, mut file: &File, buffer: &mut [u8]) -> io::Result<usize> {
        file.read(buffer)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        rustix::fs::fsync(file)?;

        // Reading back has to ask the drive, not the memory that still holds what was meant to be written.
        #[cfg(target_os = "linux")]
        let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);

        Ok(())
    }

    fn sync_folder(&self, folder: &OwnedFd) -> io::Result<()> {
        match rustix::fs::fsync(folder) {
            // Some file systems of sticks and phones cannot do this for folders, and say so.
            Ok(()) | Err(Errno::INVAL | Errno::OPNOTSUPP | Errno::NOSYS) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    fn status(&self, folder: &OwnedFd, name: &OsStr) -> io::Result<Status> {
        Ok(status(&rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW)?))
    }

    fn status_of(&self, file: &File) -> io::Result<Status> {
        Ok(status(&rustix::fs::fstat(file)?))
    }

    fn lock(&self, file: &File) -> Lock {
        // A process that is just being started has what its parent had, and lets go of it a moment later.
        for _ in 0..LOCK_TRIES {
            match file.try_lock() {
                Ok(()) => return Lock::Ours,
                Err(TryLockError::WouldBlock) => thread::sleep(LOCK_PAUSE),
                Err(TryLockError::Error(_)) => return Lock::Unknown,
            }
        }

        Lock::Theirs
    }

    fn link(&self, folder: &OwnedFd, from: &OsStr, to: &OsStr) -> io::Result<()> {
        Ok(rustix::fs::linkat(folder, from, folder, to, AtFlags::empty())?)
    }

    fn rename(&self, folder: &OwnedFd, from: &OsStr, to: &OsStr, replace: bool) -> io::Result<()> {
        if replace {
            return Ok(rustix::fs::renameat(folder, from, folder, to)?);
        }

        match rustix::fs::renameat_with(folder, from, folder, to, RenameFlags::NOREPLACE) {
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => rename_if_free(folder, from, to),
            answer => Ok(answer?),
        }
    }

    fn remove(&self, folder: &OwnedFd, name: &OsStr) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(folder, name, AtFlags::empty())?)
    }
}

/// What the system calls an open file of ours.
fn way_to(file: &File) -> String {
    format!("/proc/self/fd/{}", file.as_raw_fd())
}

/// For file systems that cannot rename onto free names only: a second name refuses a taken one too. Where
/// there are no second names either, looking first is the best there is.
fn rename_if_free(folder: &OwnedFd, from: &OsStr, to: &OsStr) -> io::Result<()> {
    match rustix::fs::linkat(folder, from, folder, to, AtFlags::empty()) {
        Ok(()) => Ok(rustix::fs::unlinkat(folder, from, AtFlags::empty())?),
        Err(Errno::EXIST) => Err(Errno::EXIST.into()),
        Err(_) => match rustix::fs::statat(folder, to, AtFlags::SYMLINK_NOFOLLOW) {
            Err(Errno::NOENT) => Ok(rustix::fs::renameat(folder, from, folder, to)?),
            Ok(_) => Err(Errno::EXIST.into()),
            Err(error) => Err(error.into()),
        },
    }
}

fn status(stat: &rustix::fs::Stat) -> Status {
    let kind = match FileType::from_raw_mode(stat.st_mode) {
        FileType::RegularFile => Kind::File,
        FileType::Directory => Kind::Folder,
        FileType::Symlink => Kind::Link,
        _ => Kind::Other,
    };

    Status {
        kind,
        id: (stat.st_dev, stat.st_ino),
        len: u64::try_from(stat.st_size).unwrap_or(0),
        modified: i128::from(stat.st_mtime) * 1_000_000_000 + i128::from(stat.st_mtime_nsec),
        mode: stat.st_mode & 0o777,
    }
}
