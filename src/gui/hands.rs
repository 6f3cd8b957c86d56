//! The keeper of files, as the window asks for it: on a slow thread, one request at a time.
//!
//! Behind the real window it is another process, at the end of a [`Link`]; in tests, and where there is only
//! one process, it is in this one. Whoever asks cannot tell.
use super::notice::Notice;
use super::slow::{Interrupted, slow};
use crate::apart::{Farewell, Link, Opening};
use crate::checkup::Checkup;
use crate::keep::{Considered, Error, Listing, Removal, Removed, Reply, Request, Where};
use crate::settings::Settings;

#[cfg(any(test, not(target_os = "linux")))]
use crate::{keep::Keeper, paths::Paths};

use iced::Task;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Asks the keeper. Cheap to clone; every clone is the same keeper.
#[derive(Clone)]
pub(crate) struct Hands(Arc<Ways>);

struct Ways {
    keeper: At,
    /// Held while something is written that the keeper only opened: it opens one at a time.
    writing: Mutex<()>,
}

/// Where the keeper is.
enum At {
    #[cfg(any(test, not(target_os = "linux")))]
    Here(Box<Mutex<Keeper>>),
    Apart(Link),
    /// One that a test plays.
    #[cfg(test)]
    Played(Box<dyn Fn(Request) -> Result<Reply, Error> + Send + Sync>),
}

impl Hands {
    /// A keeper of these places, in this process.
    #[cfg(any(test, not(target_os = "linux")))]
    pub(crate) fn new(paths: Paths) -> Self {
        Self::at(At::Here(Box::new(Mutex::new(Keeper::new(paths)))))
    }

    /// The keeper at the other end of `link`.
    pub(crate) fn apart(link: Link) -> Self {
        Self::at(At::Apart(link))
    }

    /// A keeper that a test plays, in this process.
    #[cfg(test)]
    pub(crate) fn played(answer: impl Fn(Request) -> Result<Reply, Error> + Send + Sync + 'static) -> Self {
        Self::at(At::Played(Box::new(answer)))
    }

    fn at(keeper: At) -> Self {
        Self(Arc::new(Ways {
            keeper,
            writing: Mutex::new(()),
        }))
    }

    /// Whether the keeper is another process, and this one opens no file of the person's.
    pub(crate) fn is_apart(&self) -> bool {
        matches!(self.0.keeper, At::Apart(_))
    }

    /// Asks, and waits for the answer, and for that of whatever was asked before: on a slow thread, but for what
    /// the keeper does in a moment.
    pub(crate) fn ask(&self, request: Request) -> Result<Reply, Error> {
        match &self.0.keeper {
            #[cfg(any(test, not(target_os = "linux")))]
            At::Here(keeper) => keeper.lock().unwrap_or_else(PoisonError::into_inner).answer(request),
            At::Apart(link) => link.ask(request),
            #[cfg(test)]
            At::Played(answer) => answer(request),
        }
    }

    /// Ends this process, for another one to show what comes next. What was secret has to be dropped before.
    /// Where there is only this process, it goes on, and the opening comes back to be shown here.
    pub(crate) fn leave(&self, farewell: Farewell) -> Opening {
        match &self.0.keeper {
            #[cfg(any(test, not(target_os = "linux")))]
            At::Here(_) => {
                self.release();
                farewell.opening
            }
            At::Apart(link) => link.leave(farewell),
            #[cfg(test)]
            At::Played(_) => {
                self.release();
                farewell.opening
            }
        }
    }

    /// The places where a plan can be kept, and the plans that are there.
    pub(crate) fn list(&self, place: Where) -> Task<Result<Listing, Notice>> {
        self.task(Request::List { place }, |reply| match reply {
            Reply::Listed(listing) => Some(listing),
            _ => None,
        })
    }

    /// What a typed path would mean for a file that is called `name` where only a folder is typed.
    pub(crate) fn consider(&self, path: String, name: String) -> Task<Result<Considered, Notice>> {
        self.task(Request::Consider { path, name }, |reply| match reply {
            Reply::Considered(considered) => Some(considered),
            _ => None,
        })
    }

    /// Writes something the person asked for, beside the plan.
    pub(crate) fn export(&self, path: PathBuf, bytes: Vec<u8>, replace: bool) -> Task<Result<(), Notice>> {
        let hands = self.clone();
        let work = move || {
            hands
                .write(&path, &bytes, replace)
                .map_err(|error| Notice::from(&error))
        };

        slow(work).map(|outcome| outcome.unwrap_or_else(|interrupted| Err(interrupted.into())))
    }

    /// The same, at once. The keeper opens the file and never sees what is written to it.
    pub(crate) fn write(&self, path: &Path, bytes: &[u8], replace: bool) -> Result<(), Error> {
        let _one = self.0.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let path = path.to_path_buf();
        let Reply::Ready(pen) = self.ask(Request::Export { path, replace })? else {
            return Err(Error::Vanished);
        };

        if let Err(error) = pen.write(bytes) {
            let _ = self.ask(Request::Abandon);

            return Err(error.into());
        }

        let length = bytes.len() as u64;

        self.ask(Request::Finish { length }).map(drop)
    }

    /// Keeps the settings on this computer if they are to be remembered, or else forgets them.
    pub(crate) fn remember(&self, settings: &Settings) -> Result<(), Error> {
        let settings = settings.clone();

        self.ask(Request::Remember { settings }).map(drop)
    }

    /// Takes the open plan away, because the person asked twice.
    pub(crate) fn remove(&self, removal: Removal) -> Task<Result<Removed, Notice>> {
        self.task(Request::Remove { removal }, |reply| match reply {
            Reply::Removed(removed) => Some(removed),
            _ => None,
        })
    }

    /// Shows a file in the system's viewer, because the person asked.
    pub(crate) fn view(&self, path: PathBuf) -> Task<Result<(), Notice>> {
        self.task(Request::View { path }, |reply| {
            matches!(reply, Reply::Viewing).then_some(())
        })
    }

    /// Where this computer may write its memory, and how much of it is left.
    pub(crate) fn checkup(&self) -> Task<Result<Checkup, Notice>> {
        self.task(Request::Checkup, |reply| match reply {
            Reply::Checked(checkup) => Some(checkup),
            _ => None,
        })
    }

    /// The same, at once.
    pub(crate) fn checked(&self) -> Result<Checkup, Error> {
        match self.ask(Request::Checkup)? {
            Reply::Checked(checkup) => Ok(checkup),
            _ => Err(Error::Vanished),
        }
    }

    /// Lets go of the open plan.
    pub(crate) fn release(&self) {
        // Releasing waits for nothing but a request that is under way, so it needs no slow thread.
        let _ = self.ask(Request::Release);
    }

    fn task<T: Send + 'static>(
        &self,
        request: Request,
        part: impl FnOnce(Reply) -> Option<T> + Send + 'static,
    ) -> Task<Result<T, Notice>> {
        let hands = self.clone();
        let work = move || {
            let reply = hands.ask(request).map_err(|error| Notice::from(&error))?;

            part(reply).ok_or_else(|| Notice::from(Interrupted))
        };

        slow(work).map(|outcome| outcome.unwrap_or_else(|interrupted| Err(interrupted.into())))
    }
}
