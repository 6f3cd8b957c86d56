//! The keeper of files, as the window asks for it: on a slow thread, one request at a time.
use super::notice::Notice;
use super::slow::{Interrupted, slow};
use crate::keep::{Considered, Error, Keeper, Listing, Reply, Request, Where};
use crate::paths::Paths;

use iced::Task;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// Asks the keeper. Cheap to clone; every clone is the same keeper.
#[derive(Clone)]
pub(crate) struct Hands(Arc<Mutex<Keeper>>);

impl Hands {
    /// The keeper of these places.
    pub(crate) fn new(paths: Paths) -> Self {
        Self(Arc::new(Mutex::new(Keeper::new(paths))))
    }

    /// Asks, and waits for the answer. Only ever on a slow thread.
    pub(crate) fn ask(&self, request: Request) -> Result<Reply, Error> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).answer(request)
    }

    /// The places where a plan can be kept, and the plans that are there.
    pub(crate) fn list(&self, place: Where) -> Task<Result<Listing, Notice>> {
        self.task(Request::List { place }, |reply| match reply {
            Reply::Listed(listing) => Some(listing),
            _ => None,
        })
    }

    /// What a typed path would mean for a file that is called `name` where only a folder is typed. `telling`
    /// are words that give the plan away.
    pub(crate) fn consider(
        &self,
        path: String,
        name: String,
        telling: Vec<String>,
    ) -> Task<Result<Considered, Notice>> {
        self.task(Request::Consider { path, name, telling }, |reply| match reply {
            Reply::Considered(considered) => Some(considered),
            _ => None,
        })
    }

    /// Writes something the person asked for, beside the plan.
    pub(crate) fn export(&self, path: PathBuf, bytes: Vec<u8>, replace: bool) -> Task<Result<(), Notice>> {
        self.task(Request::Export { path, bytes, replace }, |reply| {
            matches!(reply, Reply::Exported).then_some(())
        })
    }

    /// Shows a file in the system's viewer, because the person asked.
    pub(crate) fn view(&self, path: PathBuf) -> Task<Result<(), Notice>> {
        self.task(Request::View { path }, |reply| {
            matches!(reply, Reply::Viewing).then_some(())
        })
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
