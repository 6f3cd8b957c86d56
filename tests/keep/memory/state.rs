//! A disk at one moment, and what can be found of it after a crash.
use daypack::file::{Kind, Status};

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io;

/// What is found after a crash: names and bytes.
pub type Found = BTreeMap<OsString, Vec<u8>>;

/// The names of a folder.
type Names = BTreeMap<OsString, u64>;

/// Steps that a broken disk or a broken program leaves out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flaws {
    /// Bringing a file onto the disk does nothing.
    pub skips_sync: bool,
    /// Bringing the folder onto the disk does nothing.
    pub skips_folder_sync: bool,
    /// Files are brought onto the disk only once the new names are: putting them in place comes before.
    pub syncs_late: bool,
    /// Putting a file in the place of another takes the old one away first.
    pub removes_before_rename: bool,
    /// There are no second names, as on a stick.
    pub has_no_links: bool,
}

/// A disk at one moment.
#[derive(Clone, Default)]
pub struct State {
    pub files: BTreeMap<u64, Content>,
    pub names: Names,
    /// The names at the last sync, and after every call since.
    since_sync: Vec<Names>,
    next: u64,
    pub now: i128,
}

#[derive(Clone, Default)]
pub struct Content {
    pub bytes: Vec<u8>,
    /// What is known to be on the disk.
    pub synced: Vec<u8>,
    pub modified: i128,
}

impl State {
    /// What is there when nothing crashes.
    pub fn now(&self) -> Found {
        self.found(&self.names, |content| content.bytes.clone())
    }

    /// What can be found after a crash now.
    pub fn crashes(&self) -> Vec<Found> {
        type Kept = fn(&Content) -> Vec<u8>;

        let kept: [Kept; 5] = [
            |content| content.bytes.clone(),
            |content| content.synced.clone(),
            |content| match content.bytes == content.synced {
                true => content.bytes.clone(),
                false => content.bytes[..content.bytes.len() / 2].to_vec(),
            },
            |content| match content.bytes == content.synced {
                true => content.bytes.clone(),
                false => Vec::new(),
            },
            |content| match content.bytes == content.synced {
                true => content.bytes.clone(),
                false => vec![0; content.bytes.len()],
            },
        ];

        self.since_sync
            .iter()
            .flat_map(|names| kept.iter().map(|kept| self.found(names, kept)))
            .collect()
    }

    fn found(&self, names: &Names, kept: impl Fn(&Content) -> Vec<u8>) -> Found {
        names
            .iter()
            .map(|(name, id)| (name.clone(), kept(&self.files[id])))
            .collect()
    }

    /// Puts a new file under a name, as a program that replaces files whole does.
    pub fn put(&mut self, name: &OsStr, bytes: &[u8]) {
        let id = self.new_file();

        if let Some(content) = self.files.get_mut(&id) {
            content.bytes = bytes.to_vec();
            content.synced = bytes.to_vec();
        }

        self.names.insert(name.to_os_string(), id);
        self.changed();
    }

    /// What stands under a name.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        let id = self.names.get(OsStr::new(name))?;

        Some(&self.files[id].bytes)
    }

    pub fn new_file(&mut self) -> u64 {
        self.next += 1;
        self.now += 1;
        self.files.insert(
            self.next,
            Content {
                modified: self.now,
                ..Content::default()
            },
        );

        self.next
    }

    pub fn changed(&mut self) {
        self.since_sync.push(self.names.clone());
    }

    pub fn sync_names(&mut self) {
        self.since_sync = vec![self.names.clone()];
    }

    pub fn sync_contents(&mut self) {
        for content in self.files.values_mut() {
            content.synced = content.bytes.clone();
        }
    }

    pub fn id(&self, name: &OsStr) -> io::Result<u64> {
        self.names.get(name).copied().ok_or(io::ErrorKind::NotFound.into())
    }

    pub fn status(&self, id: u64) -> Status {
        let content = &self.files[&id];

        Status {
            kind: Kind::File,
            id: (1, id),
            len: content.bytes.len() as u64,
            modified: content.modified,
            mode: 0o600,
        }
    }
}
