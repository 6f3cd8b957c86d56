//! Opens, saves, locks and lists plans for everybody else, and starts the system's viewer.
//!
//! One [`Keeper`] answers a small set of [`Request`]s. It sees no passphrase and no plaintext of a plan: behind
//! the window it is another process, and [`wire`] is how the two speak. A plan is never overwritten by anything
//! that did not come from what stands there; when the file was changed meanwhile, the save goes into a copy
//! beside it.
mod around;
mod error;
mod guard;
mod hold;
mod key;
mod list;
mod name;
mod part;
mod remove;
mod request;
mod save;
mod sweep;
mod telling;
mod view;
mod warning;
pub mod wire;

pub use error::Error;
pub use list::{Found, Listing, Place, PlaceKind};
pub use name::SUGGESTED;
pub use request::{
    Access, Considered, Expect, Fetched, Identity, Left, Loaded, Previous, Removal, Removed, Reply, Request, Saved,
    Version, Where,
};
pub use warning::{Telling, Warning};

use crate::checkup::Checkup;
use crate::file::{self, Disk, Fs, Pen, Step, Writing};
use crate::paths::Paths;
use crate::settings::Settings;

use hold::Held;

use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The longest file that is opened as a plan, in bytes: the largest armoured one.
pub const LONGEST: u64 = 12 * 1024 * 1024;

/// How many files of pages are remembered, for the viewer.
const WRITTEN: usize = 16;

/// Keeps files for the rest of the program: one plan open at a time.
pub struct Keeper<F: Fs = Disk> {
    fs: F,
    paths: Paths,
    held: Option<Held<F>>,
    /// What is being written by whoever asked, and where it goes.
    writing: Option<(PathBuf, Writing)>,
    /// The pages that were written last: the viewer shows no others to whoever asks.
    written: Vec<PathBuf>,
    unsettled: key::Unsettled,
}

impl Keeper {
    /// A keeper of this computer's files, with nothing open.
    pub fn new(paths: Paths) -> Self {
        Self::on(Disk, paths)
    }
}

impl<F: Fs> Keeper<F> {
    /// A keeper on another disk than the real one, for tests.
    pub fn on(fs: F, paths: Paths) -> Self {
        Self {
            fs,
            paths,
            held: None,
            writing: None,
            written: Vec::new(),
            unsettled: None,
        }
    }

    /// Does what is asked, by somebody who may have been taken over. Each request is also a method of its own,
    /// with its own kind of reply, for those who do what a person told them.
    ///
    /// # Errors
    /// As the method of the request says; and when it is about a file that is none of ours.
    pub fn answer(&mut self, request: Request) -> Result<Reply, Error> {
        guard::allows(&self.fs, &request, &self.written)?;

        match request {
            Request::List { place } => self.list(&place).map(Reply::Listed),
            Request::Consider { path, name } => Ok(Reply::Considered(self.consider_as(&name, &path))),
            Request::Load { path, version } => self
                .load(&path, version)
                .map(|loaded| Reply::Loaded(guard::loaded(loaded, version))),
            Request::Save {
                path,
                bytes,
                expect,
                previous,
            } => self.save(&path, &bytes, expect, previous).map(Reply::Saved),
            Request::Fetch { path } => self.fetch(&path).map(|fetched| Reply::Fetched(guard::fetched(fetched))),
            Request::Put { path, bytes, expect } => self.put(&path, bytes, expect).map(Reply::Put),
            Request::Part {
                key,
                path,
                bytes,
                expect,
                previous,
            } => self
                .part(&path, &bytes, (expect, previous), key)
                .map(|(saved, key)| Reply::Parted(saved, key)),
            Request::Remove { removal } => self.remove(&removal).map(Reply::Removed),
            Request::Export { path, replace } => self.begin_export(&path, replace).map(Arc::new).map(Reply::Ready),
            Request::Finish { length } => self.finish_export(length).map(|()| Reply::Exported),
            Request::Abandon => {
                self.writing = None;

                Ok(Reply::Abandoned)
            }
            Request::Remember { settings } => self.remember(&settings).map(|()| Reply::Remembered),
            Request::View { path } => self.view(&path).map(|()| Reply::Viewing),
            Request::Checkup => Ok(Reply::Checked(self.checkup())),
            Request::Release => {
                self.release();

                Ok(Reply::Released)
            }
        }
    }

    /// The places where a plan can be kept, and the plans that are there.
    ///
    /// # Errors
    /// When one folder is asked for and cannot be listed. Among several, those that cannot are left out.
    pub fn list(&self, place: &Where) -> Result<Listing, Error> {
        list::list(&self.fs, &self.paths, place)
    }

    /// What would happen to a plan at a typed `path`: where exactly that is, whether something is there
    /// already, how much room there is, and what to be careful about. Touches nothing.
    pub fn consider(&self, path: &str) -> Considered {
        self.consider_as(SUGGESTED, path)
    }

    /// The same for a file that would be called `name` where only a folder was typed, such as a printed list.
    pub fn consider_as(&self, name: &str, path: &str) -> Considered {
        let typed = list::Typed { path, name };

        list::consider(&self.fs, &self.paths, typed)
    }

    /// Reads a plan and takes the lock on it. The one that was open before is let go.
    ///
    /// A plan that another window has open, or that is write-protected, comes with [`Access`] saying so.
    ///
    /// # Errors
    /// When there is no such file, it is no file, it is too long, or it cannot be read.
    pub fn load(&mut self, path: &Path, version: Version) -> Result<Loaded, Error> {
        hold::load(&self.fs, path, version, &mut self.held)
    }

    /// Saves a plan so that a crash leaves the old version or the new one, and takes the lock on it.
    ///
    /// Where the file is no longer what `expect` says, the save goes into a conflict copy beside it, which
    /// the reply names; from then on that is the open plan.
    ///
    /// # Errors
    /// Says what was in the way, at which step. The old file is whole, and trying again is safe.
    pub fn save(&mut self, path: &Path, bytes: &[u8], expect: Expect, previous: Previous) -> Result<Saved, Error> {
        self.make_own_folder(path)?;

        let wish = save::Wish {
            bytes,
            expect,
            previous,
        };

        save::save(&self.fs, path, &wish, &mut self.held)
    }

    /// Reads a key file, which lies apart from the plan it opens. What is open stays open.
    ///
    /// # Errors
    /// When there is no such file, it is longer than any file of ours, or it cannot be read.
    pub fn fetch(&self, path: &Path) -> Result<Fetched, Error> {
        key::fetch(&self.fs, path)
    }

    /// Writes a key file so that a crash leaves the old one or the new one. No previous version of it stays: the
    /// old one would open with the old passphrase.
    ///
    /// # Errors
    /// When something else is there than `expect` says, or the disk refuses. The old file is whole then.
    pub fn put(&mut self, path: &Path, bytes: Vec<u8>, expect: Expect) -> Result<Fetched, Error> {
        self.make_own_folder(path)?;

        key::put(&self.fs, path, (bytes, expect), &mut self.unsettled)
    }

    /// Takes a key file back that was put a moment ago, since the plan that it was for could not be written.
    ///
    /// # Errors
    /// When it is no longer what was put, or does not go.
    pub fn take_back(&self, put: &Fetched) -> Result<(), Error> {
        key::take_back(&self.fs, put)
    }

    /// Writes a key file that is not there yet and saves the plan that is sealed for it, as [`Keeper::save`] does.
    /// If the plan cannot be saved, the key goes again.
    ///
    /// # Errors
    /// Says what was in the way. The old plan is whole; a new key that something may need stays, and is named.
    pub fn part(
        &mut self,
        path: &Path,
        bytes: &[u8],
        (expect, previous): (Expect, Previous),
        key: (PathBuf, Vec<u8>),
    ) -> Result<(Saved, Fetched), Error> {
        let (key, sealed) = key;
        let wish = save::Wish {
            bytes,
            expect,
            previous,
        };

        self.make_own_folder(path)?;
        self.make_own_folder(&key)?;

        let places = part::Places { plan: path, key: &key };

        part::part(&self.fs, &places, (&wish, sealed), &mut self.held)
    }

    /// Takes away the open plan, its previous version, and its key file if that is asked for; and nothing that is
    /// not what was opened. It stops at the first file that does not go. Once all are gone, so are the drafts
    /// that a crash left beside them.
    ///
    /// # Errors
    /// When the plan is not the open one, another window has it open, or its folder is gone: nothing was done.
    pub fn remove(&mut self, removal: &Removal) -> Result<Removed, Error> {
        remove::remove(&self.fs, removal, &mut self.held)
    }

    /// Writes a file that the person asked for and that is not a plan, for this user alone.
    ///
    /// # Errors
    /// When something is there and `replace` is off, or the disk refuses.
    pub fn export(&self, path: &Path, bytes: &[u8], replace: bool) -> Result<(), Error> {
        name::checked(path)?;
        self.make_own_folder(path)?;

        file::write(path, bytes, replace).map_err(Error::from)
    }

    /// Opens a file for something that the person asked for, for this user alone, to be written by whoever
    /// gets the answer. One at a time: another that was not finished is taken away.
    ///
    /// # Errors
    /// When something is there and `replace` is off, or the disk refuses.
    pub fn begin_export(&mut self, path: &Path, replace: bool) -> Result<Pen, Error> {
        name::checked(path)?;
        self.make_own_folder(path)?;

        let writing = Writing::begin(path, replace)?;
        let pen = writing.pen()?;

        self.writing = Some((path.to_path_buf(), writing));

        Ok(pen)
    }

    /// Brings what was written, `length` bytes, onto the disk and into its place.
    ///
    /// # Errors
    /// When it has another length, or the disk refuses. The old file is whole, and the new one is taken away.
    pub fn finish_export(&mut self, length: u64) -> Result<(), Error> {
        let (path, writing) = self.writing.take().ok_or(Error::Vanished)?;

        writing.finish(length)?;

        if self.written.len() >= WRITTEN {
            self.written.remove(0);
        }

        self.written.push(path);

        Ok(())
    }

    /// Keeps the settings on this computer if they are to be remembered, or else takes the file away.
    ///
    /// # Errors
    /// When the disk refuses, or the system has no place for settings.
    pub fn remember(&self, settings: &Settings) -> Result<(), Error> {
        Ok(settings.keep(&self.paths)?)
    }

    /// Opens a file in the system's viewer. Only ever because the person asked.
    ///
    /// # Errors
    /// When it is no file, or there is no viewer.
    pub fn view(&self, path: &Path) -> Result<(), Error> {
        view::view(path, &self.paths.viewer)
    }

    /// Looks at this computer: where memory may be written to, and how much of it is left. Changes nothing.
    pub fn checkup(&self) -> Checkup {
        Checkup::of(&around::Around(&self.paths.system))
    }

    /// Lets go of the open plan, so that another window may change it.
    pub fn release(&mut self) {
        self.held = None;
    }

    /// Lets go of everything: whoever asked is no longer there. What was being written is taken away.
    pub fn let_go(&mut self) {
        self.held = None;
        self.writing = None;
        self.written.clear();
    }

    /// Where the open plan is.
    pub fn open_plan(&self) -> Option<&Path> {
        self.held.as_ref().map(|held| held.path.as_path())
    }

    /// Makes our own folder when a first file goes into it: no other is ever made.
    fn make_own_folder(&self, path: &Path) -> Result<(), Error> {
        match &self.paths.own {
            Some(own) if path.parent() == Some(own) => {
                self.fs.make_folder(own).map_err(file::Error::at(Step::MakeFolder))?;

                Ok(())
            }
            _ => Ok(()),
        }
    }
}

/// A refusal of what is too long to be said.
pub(crate) fn too_long(source: std::io::Error) -> Error {
    Error::File(file::Error::at(Step::Find)(source))
}

/// The plan that a previous version belongs to: `notes.age` beside `notes.bak.age`.
pub fn plan_of(previous: &Path) -> Option<PathBuf> {
    Some(previous.with_file_name(name::current_of(previous.file_name()?)?))
}

/// Where the previous version of a plan is kept: `notes.bak.age` beside `notes.age`.
pub fn previous_of(path: &Path) -> PathBuf {
    path.with_file_name(name::previous(path.file_name().unwrap_or_default()))
}

/// Whether `other` is a copy that was put beside `plan` because two programs had changed it.
pub fn is_copy_of(plan: &Path, other: &Path) -> bool {
    let names = plan.file_name().zip(other.file_name());

    plan.parent() == other.parent() && names.is_some_and(|(plan, other)| name::is_conflict_of(plan, other))
}
