//! The world around one window in a test: a disk that waits for no drive, a keeper that fails when it is told
//! to, and a diary of what was asked of it.
use super::super::*;
use crate::file::{Disk, Entry, Fs, Lock, Room, Status};
use crate::harden::Secret;
use crate::keep::{Error, Keeper, Left, Removed, Reply, Request};
use crate::plan::progress::Progress;
use crate::vault::{self, Consent};

use tempfile::TempDir;

use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::sync::Mutex;

/// How the next request ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// As it should.
    Well,
    /// Nothing is done, and an error comes back.
    Refused,
    /// It is done, and an error comes back all the same.
    LostOnItsWayBack,
    /// A removal takes the plan and leaves something else.
    HalfWay,
}

/// What was asked that writes.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Wrote {
    /// A plan, and where it is now; nothing if it did not get there.
    Plan(Option<PathBuf>),
    /// Something else.
    Else,
}

/// A real disk that does not wait until anything is on it: thousands of saves in a few seconds.
struct Hasty(Disk);

impl Fs for Hasty {
    type Folder = <Disk as Fs>::Folder;
    type File = <Disk as Fs>::File;

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.0.resolve(path)
    }

    fn open_folder(&self, path: &Path) -> io::Result<Self::Folder> {
        self.0.open_folder(path)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.0.make_folder(path)
    }

    fn entries(&self, folder: &Self::Folder, limit: usize) -> io::Result<Vec<Entry>> {
        self.0.entries(folder, limit)
    }

    fn room(&self, folder: &Self::Folder) -> io::Result<Room> {
        self.0.room(folder)
    }

    fn create(&self, folder: &Self::Folder, name: &OsStr) -> io::Result<Self::File> {
        self.0.create(folder, name)
    }

    fn open(&self, folder: &Self::Folder, name: &OsStr) -> io::Result<Self::File> {
        self.0.open(folder, name)
    }

    fn write(&self, file: &Self::File, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(file, bytes)
    }

    fn read(&self, file: &Self::File, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(file, buffer)
    }

    fn sync(&self, _: &Self::File) -> io::Result<()> {
        Ok(())
    }

    fn sync_folder(&self, _: &Self::Folder) -> io::Result<()> {
        Ok(())
    }

    fn status(&self, folder: &Self::Folder, name: &OsStr) -> io::Result<Status> {
        self.0.status(folder, name)
    }

    fn status_of(&self, file: &Self::File) -> io::Result<Status> {
        self.0.status_of(file)
    }

    fn lock(&self, file: &Self::File) -> Lock {
        self.0.lock(file)
    }

    fn link(&self, folder: &Self::Folder, from: &OsStr, to: &OsStr) -> io::Result<()> {
        self.0.link(folder, from, to)
    }

    fn rename(&self, folder: &Self::Folder, from: &OsStr, to: &OsStr, replace: bool) -> io::Result<()> {
        self.0.rename(folder, from, to, replace)
    }

    fn remove(&self, folder: &Self::Folder, name: &OsStr) -> io::Result<()> {
        self.0.remove(folder, name)
    }
}

/// A keeper, how its next answer ends, and what it was asked to write.
struct Played {
    keeper: Keeper<Hasty>,
    fate: Fate,
    diary: Vec<Wrote>,
}

/// A disk, and the keeper of it.
pub(super) struct World {
    home: TempDir,
    played: Arc<Mutex<Played>>,
}

impl World {
    pub(super) fn new() -> Self {
        let home = tempfile::Builder::new().prefix("world-").tempdir().unwrap();
        let played = Played {
            keeper: Keeper::on(Hasty(Disk), Paths::within(home.path())),
            fate: Fate::Well,
            diary: Vec::new(),
        };

        Self {
            home,
            played: Arc::new(Mutex::new(played)),
        }
    }

    pub(super) fn paths(&self) -> Paths {
        Paths::within(self.home.path())
    }

    /// Where a plan of this name lies.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Whether anything was ever written.
    pub(super) fn is_untouched(&self) -> bool {
        self.home.path().read_dir().unwrap().next().is_none()
    }

    /// The keeper, as the window knows it.
    pub(super) fn hands(&self) -> Hands {
        let played = self.played.clone();

        Hands::played(move |request| played.lock().unwrap().answer(request))
    }

    /// Everything that is asked until the next call ends like this.
    pub(super) fn fated(&self, fate: Fate) {
        self.played.lock().unwrap().fate = fate;
    }

    /// What was written since the last call.
    pub(super) fn diary(&self) -> Vec<Wrote> {
        std::mem::take(&mut self.played.lock().unwrap().diary)
    }

    /// The process of the window ended: what it held is let go.
    pub(super) fn let_go(&self) {
        self.played.lock().unwrap().keeper.let_go();
    }

    /// What somebody did in the plan at `path`, as it is there now.
    pub(super) fn progress_at(&self, path: &Path, phrases: &[&str]) -> Option<Progress> {
        let bytes = std::fs::read(path).ok()?;

        phrases.iter().find_map(|phrase| {
            let opened = vault::open(&bytes, &Secret::from_text(phrase).unwrap(), Consent::NotAsked).ok()?;

            Some(opened.document(Pack::built_in()).unwrap().progress)
        })
    }
}

impl Played {
    fn answer(&mut self, request: Request) -> Result<Reply, Error> {
        let is_removal = matches!(request, Request::Remove { .. });
        let writes = match &request {
            Request::Save { .. } => Some(Wrote::Plan(None)),
            Request::Put { .. } | Request::Export { .. } | Request::Remember { .. } => Some(Wrote::Else),
            _ => None,
        };

        self.diary.extend(writes);

        if self.fate == Fate::Refused {
            return Err(Error::NoFolder);
        }

        let reply = self.keeper.answer(request);

        if let (Ok(Reply::Saved(saved)), Some(wrote)) = (&reply, self.diary.last_mut()) {
            *wrote = Wrote::Plan(Some(saved.path.clone()));
        }

        match (self.fate, reply) {
            (Fate::LostOnItsWayBack, Ok(_)) => Err(Error::Vanished),
            (Fate::HalfWay, Ok(Reply::Removed(removed))) if is_removal => {
                let left = vec![Left {
                    path: "/media/stick/key.age".into(),
                    why: Some(Error::Changed),
                }];

                Ok(Reply::Removed(Removed { left, ..removed }))
            }
            (_, reply) => reply,
        }
    }
}

/// Somebody else writes into the file of a plan.
pub(super) fn meddle(path: &Path) {
    let _ = crate::file::write(path, b"age-encryption.org/v1\n-> another\n", true);
}
