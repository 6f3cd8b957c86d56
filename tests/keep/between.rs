//! A real disk with somebody in between, who sees every call before it is made, and may refuse it.
use daypack::file::{Disk, Entry, Fs, Lock, Room, Status};

use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};

/// The disk of this computer, and whoever stands before it.
pub struct Between<A> {
    /// Is told what is to be called; what it refuses is not done.
    pub ask: A,
    /// How many bytes are written at once, at the most.
    pub most: usize,
    /// Whether nothing is ever brought onto the disk, as a bad program would have it.
    pub skips_sync: bool,
}

impl<A: Fn(&'static str) -> io::Result<()>> Between<A> {
    /// With whole writes, and everything brought onto the disk.
    pub fn new(ask: A) -> Self {
        Self {
            ask,
            most: usize::MAX,
            skips_sync: false,
        }
    }

    fn after<T>(&self, name: &'static str, call: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        (self.ask)(name)?;

        call()
    }
}

impl<A: Fn(&'static str) -> io::Result<()>> Fs for Between<A> {
    type Folder = OwnedFd;
    type File = File;

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.after("resolve", || Disk.resolve(path))
    }

    fn open_folder(&self, path: &Path) -> io::Result<OwnedFd> {
        self.after("open_folder", || Disk.open_folder(path))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.after("make_folder", || Disk.make_folder(path))
    }

    fn entries(&self, folder: &OwnedFd, limit: usize) -> io::Result<Vec<Entry>> {
        self.after("entries", || Disk.entries(folder, limit))
    }

    fn room(&self, folder: &OwnedFd) -> io::Result<Room> {
        self.after("room", || Disk.room(folder))
    }

    fn create(&self, folder: &OwnedFd, name: &OsStr) -> io::Result<File> {
        self.after("create", || Disk.create(folder, name))
    }

    fn open(&self, folder: &OwnedFd, name: &OsStr) -> io::Result<File> {
        self.after("open", || Disk.open(folder, name))
    }

    fn write(&self, file: &File, bytes: &[u8]) -> io::Result<usize> {
        self.after("write", || Disk.write(file, &bytes[..bytes.len().min(self.most)]))
    }

    fn read(&self, file: &File, buffer: &mut [u8]) -> io::Result<usize> {
        self.after("read", || Disk.read(file, buffer))
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        self.after("sync", || if self.skips_sync { Ok(()) } else { Disk.sync(file) })
    }

    fn sync_folder(&self, folder: &OwnedFd) -> io::Result<()> {
        self.after("sync_folder", || {
            if self.skips_sync {
                Ok(())
            } else {
                Disk.sync_folder(folder)
            }
        })
    }

    fn status(&self, folder: &OwnedFd, name: &OsStr) -> io::Result<Status> {
        self.after("status", || Disk.status(folder, name))
    }

    fn status_of(&self, file: &File) -> io::Result<Status> {
        self.after("status_of", || Disk.status_of(file))
    }

    fn lock(&self, file: &File) -> Lock {
        Disk.lock(file)
    }

    fn link(&self, folder: &OwnedFd, from: &OsStr, to: &OsStr) -> io::Result<()> {
        self.after("link", || Disk.link(folder, from, to))
    }

    fn rename(&self, folder: &OwnedFd, from: &OsStr, to: &OsStr, replace: bool) -> io::Result<()> {
        self.after("rename", || Disk.rename(folder, from, to, replace))
    }

    fn remove(&self, folder: &OwnedFd, name: &OsStr) -> io::Result<()> {
        self.after("remove", || Disk.remove(folder, name))
    }
}
