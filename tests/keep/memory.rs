//! A disk in memory that can crash: it knows what was brought onto the disk and what was only promised.
//!
//! Every call that changes something leaves a state behind. From a state, [`State::crashes`] tells what can
//! be found after the power went: names may be as they were at the last sync of the folder or at any call
//! since, in order; the content of a file that was not synced may be there, half there, empty or nulls.
mod state;

pub use state::{Flaws, Found, State};

use daypack::file::{Entry, Fs, Lock, Room, Status};

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

/// What happens before a call: its number and the disk.
type Meddler = Box<dyn FnMut(u32, &mut State) + Send>;

/// A disk with one folder, at `/`. Clones are the same disk.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    state: State,
    history: Vec<State>,
    flaws: Flaws,
    calls: u32,
    fails_at: Option<(u32, i32)>,
    meddler: Option<Meddler>,
    locks: BTreeMap<u64, u64>,
    /// Files that could not be brought onto the disk once: nothing may be done with them but removing them.
    failed: BTreeSet<u64>,
    has_used_failed: bool,
    next_file: u64,
}

/// An open file.
pub struct Open {
    disk: Memory,
    id: u64,
    file: u64,
    position: Mutex<usize>,
}

impl Drop for Open {
    fn drop(&mut self) {
        let mut inner = self.disk.inner();

        if inner.locks.get(&self.file) == Some(&self.id) {
            inner.locks.remove(&self.file);
        }
    }
}

impl Memory {
    /// An empty disk.
    pub fn new(flaws: Flaws) -> Self {
        let disk = Self::default();

        disk.inner().flaws = flaws;
        disk.settle();

        disk
    }

    /// A disk as it is found after a crash.
    pub fn found(found: &Found, flaws: Flaws) -> Self {
        let disk = Self::new(flaws);

        for (name, bytes) in found {
            disk.inner().state.put(name, bytes);
        }

        disk.settle();

        disk
    }

    /// Forgets what happened until now.
    pub fn settle(&self) {
        let mut inner = self.inner();

        inner.state.sync_names();

        inner.state.sync_contents();

        let now = inner.state.clone();

        inner.history = vec![now];
        inner.calls = 0;
    }

    /// Every state since, the present one last.
    pub fn history(&self) -> Vec<State> {
        self.inner().history.clone()
    }

    /// How many calls there were.
    pub fn calls(&self) -> u32 {
        self.inner().calls
    }

    /// Makes the n-th call from now, and it alone, fail with an error number of Linux.
    pub fn fail_at(&self, call: Option<(u32, i32)>) {
        let mut inner = self.inner();

        inner.calls = 0;
        inner.fails_at = call;
    }

    /// Lets something happen before every call.
    pub fn meddle(&self, meddler: impl FnMut(u32, &mut State) + Send + 'static) {
        let mut inner = self.inner();

        inner.calls = 0;
        inner.meddler = Some(Box::new(meddler));
    }

    /// Lets nothing happen any more.
    pub fn leave_alone(&self) {
        self.inner().meddler = None;
    }

    /// Whether a file was used again after it could not be brought onto the disk.
    pub fn has_used_failed(&self) -> bool {
        self.inner().has_used_failed
    }

    fn use_file(&self, file: u64) {
        let mut inner = self.inner();

        inner.has_used_failed |= inner.failed.contains(&file);
    }

    /// What is there now.
    pub fn now(&self) -> Found {
        self.inner().state.now()
    }

    /// Writes as another program would.
    pub fn put(&self, name: &str, bytes: &[u8]) {
        self.inner().state.put(OsStr::new(name), bytes);
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// One call of the system.
    fn call<T>(&self, work: impl FnOnce(&mut State, Flaws) -> io::Result<T>) -> io::Result<T> {
        let mut inner = self.inner();

        inner.calls += 1;

        let call = inner.calls;

        if let Some(mut meddler) = inner.meddler.take() {
            meddler(call, &mut inner.state);
            inner.meddler = Some(meddler);
        }

        if let Some((_, code)) = inner.fails_at.filter(|(at, _)| *at == call) {
            return Err(io::Error::from_raw_os_error(code));
        }

        let flaws = inner.flaws;
        let answer = work(&mut inner.state, flaws);
        let now = inner.state.clone();

        inner.history.push(now);

        answer
    }

    fn open_as(&self, file: u64) -> Open {
        let mut inner = self.inner();

        inner.next_file += 1;

        Open {
            disk: self.clone(),
            id: inner.next_file,
            file,
            position: Mutex::new(0),
        }
    }
}

impl Fs for Memory {
    type Folder = ();
    type File = Open;

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.call(|_, _| Ok(path.to_path_buf()))
    }

    fn open_folder(&self, _path: &Path) -> io::Result<()> {
        self.call(|_, _| Ok(()))
    }

    fn make_folder(&self, _path: &Path) -> io::Result<()> {
        self.call(|_, _| Ok(()))
    }

    fn entries(&self, (): &(), limit: usize) -> io::Result<Vec<Entry>> {
        self.call(|state, _| {
            Ok(state
                .names
                .iter()
                .take(limit)
                .map(|(name, id)| Entry {
                    name: name.clone(),
                    status: state.status(*id),
                })
                .collect())
        })
    }

    fn room(&self, (): &()) -> io::Result<Room> {
        self.call(|_, _| {
            Ok(Room {
                free: u64::MAX,
                is_write_protected: false,
                is_open: true,
            })
        })
    }

    fn create(&self, (): &(), name: &OsStr) -> io::Result<Open> {
        let id = self.call(|state, _| {
            if state.names.contains_key(name) {
                return Err(io::ErrorKind::AlreadyExists.into());
            }

            let id = state.new_file();

            state.names.insert(name.to_os_string(), id);
            state.changed();

            Ok(id)
        })?;

        Ok(self.open_as(id))
    }

    fn open(&self, (): &(), name: &OsStr) -> io::Result<Open> {
        let id = self.call(|state, _| state.id(name))?;

        Ok(self.open_as(id))
    }

    fn write(&self, file: &Open, bytes: &[u8]) -> io::Result<usize> {
        self.use_file(file.file);
        self.call(|state, _| {
            // Never more than 7 bytes at once: half-written files are the interesting ones.
            let count = bytes.len().min(7);

            state.now += 1;

            let now = state.now;

            if let Some(content) = state.files.get_mut(&file.file) {
                content.bytes.extend(&bytes[..count]);
                content.modified = now;
            }

            Ok(count)
        })
    }

    fn read(&self, file: &Open, buffer: &mut [u8]) -> io::Result<usize> {
        self.call(|state, _| {
            let mut position = file.position.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            let rest = &state.files[&file.file].bytes[*position..];
            let count = rest.len().min(buffer.len());

            buffer[..count].copy_from_slice(&rest[..count]);
            *position += count;

            Ok(count)
        })
    }

    fn sync(&self, file: &Open) -> io::Result<()> {
        self.use_file(file.file);

        let answer = self.call(|state, flaws| {
            let is_skipped = flaws.skips_sync || flaws.syncs_late;

            if let Some(content) = state.files.get_mut(&file.file).filter(|_| !is_skipped) {
                content.synced = content.bytes.clone();
            }

            Ok(())
        });

        if answer.is_err() {
            self.inner().failed.insert(file.file);
        }

        answer
    }

    fn sync_folder(&self, (): &()) -> io::Result<()> {
        self.call(|state, flaws| {
            if !flaws.skips_folder_sync {
                state.sync_names();
            }

            if flaws.syncs_late {
                state.sync_contents();
            }

            Ok(())
        })
    }

    fn status(&self, (): &(), name: &OsStr) -> io::Result<Status> {
        self.call(|state, _| Ok(state.status(state.id(name)?)))
    }

    fn status_of(&self, file: &Open) -> io::Result<Status> {
        self.call(|state, _| Ok(state.status(file.file)))
    }

    fn lock(&self, file: &Open) -> Lock {
        let mut inner = self.inner();
        let owner = *inner.locks.entry(file.file).or_insert(file.id);

        match owner == file.id {
            true => Lock::Ours,
            false => Lock::Theirs,
        }
    }

    fn link(&self, (): &(), from: &OsStr, to: &OsStr) -> io::Result<()> {
        self.call(|state, flaws| {
            let id = state.id(from)?;

            if flaws.has_no_links {
                return Err(io::ErrorKind::PermissionDenied.into());
            }

            if state.names.contains_key(to) {
                return Err(io::ErrorKind::AlreadyExists.into());
            }

            state.names.insert(to.to_os_string(), id);
            state.changed();

            Ok(())
        })
    }

    fn rename(&self, (): &(), from: &OsStr, to: &OsStr, replace: bool) -> io::Result<()> {
        let file = self.inner().state.id(from);

        file.into_iter().for_each(|file| self.use_file(file));
        self.call(|state, flaws| {
            let id = state.id(from)?;

            if !replace && state.names.contains_key(to) {
                return Err(io::ErrorKind::AlreadyExists.into());
            }

            // Two names of one file: nothing happens, and both stay.
            if state.names.get(to) == Some(&id) {
                return Ok(());
            }

            if flaws.removes_before_rename {
                state.names.remove(to);
                state.changed();
            }

            state.names.remove(from);
            state.names.insert(to.to_os_string(), id);
            state.changed();

            Ok(())
        })
    }

    fn remove(&self, (): &(), name: &OsStr) -> io::Result<()> {
        self.call(|state, _| {
            state.id(name)?;
            state.names.remove(name);
            state.changed();

            Ok(())
        })
    }
}
