//! What can be asked of a keeper, and what it answers. Plain data: it travels between processes.
use super::error::Error;
use super::list::Listing;
use super::telling;
use super::warning::{Telling, Warning};
use crate::checkup::Checkup;
use crate::file::{Digest, Pen};
use crate::settings::Settings;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

/// Something a keeper is asked to do.
#[derive(Clone)]
pub enum Request {
    /// Where can a plan be kept, and which plans are there?
    List {
        /// Where to look.
        place: Where,
    },
    /// What would happen to a plan, or to something printed, here?
    Consider {
        /// What was typed.
        path: String,
        /// The name it has where only a folder was typed, such as [`SUGGESTED`](super::SUGGESTED). Its ending
        /// is put behind a name that has none.
        name: String,
    },
    /// Open this plan.
    Load {
        /// Where it is.
        path: PathBuf,
        /// Which version of it.
        version: Version,
    },
    /// Save this plan.
    Save {
        /// Where to.
        path: PathBuf,
        /// The sealed plan.
        bytes: Vec<u8>,
        /// What must be there now.
        expect: Expect,
        /// What becomes of the previous version.
        previous: Previous,
    },
    /// Open a file for something else that the person asked for. Who asks writes it.
    Export {
        /// Where to.
        path: PathBuf,
        /// Whether what is there may be replaced.
        replace: bool,
    },
    /// Read a key file, or codes that were scanned. The open plan stays open.
    Fetch {
        /// Where it is.
        path: PathBuf,
    },
    /// Write a key file, whole or not at all. No previous version of it stays.
    Put {
        /// Where to.
        path: PathBuf,
        /// The sealed key.
        bytes: Vec<u8>,
        /// What must be there now.
        expect: Expect,
    },
    /// Write a key file that is not there yet, and save the plan that is sealed for it. Without the plan the key
    /// goes again.
    Part {
        /// Where the key goes, and the sealed key.
        key: (PathBuf, Vec<u8>),
        /// Where the plan goes.
        path: PathBuf,
        /// The sealed plan.
        bytes: Vec<u8>,
        /// What must be there now in the place of the plan.
        expect: Expect,
        /// What becomes of the previous version.
        previous: Previous,
    },
    /// Take the open plan away from this device, and what belongs to it.
    Remove {
        /// What to take away.
        removal: Removal,
    },
    /// It is written: bring it onto the disk and into its place.
    Finish {
        /// How long it is, in bytes.
        length: u64,
    },
    /// It could not be written: take it away again.
    Abandon,
    /// Keep these settings on this computer, or forget what is kept.
    Remember {
        /// As they are now.
        settings: Settings,
    },
    /// Show this file in the system's viewer.
    View {
        /// Where it is.
        path: PathBuf,
    },
    /// Look at this computer: where does it write its memory, and how much is left?
    Checkup,
    /// Let go of the open plan.
    Release,
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The kind alone: paths say something about the person.
        f.write_str(match self {
            Self::List { .. } => "List",
            Self::Consider { .. } => "Consider",
            Self::Load { .. } => "Load",
            Self::Save { .. } => "Save",
            Self::Export { .. } => "Export",
            Self::Fetch { .. } => "Fetch",
            Self::Put { .. } => "Put",
            Self::Part { .. } => "Part",
            Self::Remove { .. } => "Remove",
            Self::Finish { .. } => "Finish",
            Self::Abandon => "Abandon",
            Self::Remember { .. } => "Remember",
            Self::View { .. } => "View",
            Self::Checkup => "Checkup",
            Self::Release => "Release",
        })
    }
}

/// What a keeper answers.
#[derive(Clone)]
pub enum Reply {
    /// To [`Request::List`].
    Listed(Listing),
    /// To [`Request::Consider`].
    Considered(Considered),
    /// To [`Request::Load`].
    Loaded(Loaded),
    /// To [`Request::Save`].
    Saved(Saved),
    /// To [`Request::Export`]: write here.
    Ready(Arc<Pen>),
    /// To [`Request::Finish`].
    Exported,
    /// To [`Request::Fetch`].
    Fetched(Fetched),
    /// To [`Request::Put`].
    Put(Fetched),
    /// To [`Request::Part`].
    Parted(Saved, Fetched),
    /// To [`Request::Remove`].
    Removed(Removed),
    /// To [`Request::Abandon`].
    Abandoned,
    /// To [`Request::Remember`].
    Remembered,
    /// To [`Request::View`].
    Viewing,
    /// To [`Request::Checkup`].
    Checked(Checkup),
    /// To [`Request::Release`].
    Released,
}

/// Where to look for plans.
#[derive(Clone, PartialEq, Eq)]
pub enum Where {
    /// In our own folder and on every drive.
    Everywhere,
    /// In one folder.
    Folder(PathBuf),
}

/// Which version of a plan to open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// The one that was saved last.
    Current,
    /// The one before it. Saving it again replaces the current one, and keeps the previous one as it is.
    Previous,
}

/// What must be there for a save to go to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expect {
    /// Nothing: a plan that is saved for the first time.
    Nothing,
    /// What was opened or saved last.
    Same(Identity),
    /// Whatever is there: the person was asked, and said so.
    Anything,
}

/// What becomes of the previous version when a plan is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Previous {
    /// What stands there now is kept as the previous version, once between opening and letting go.
    Keep,
    /// The previous version becomes the same as the new one: after a new passphrase, or after something was
    /// taken out for good, what was there before must not be readable any more.
    Forget,
}

/// What stood on the disk when a plan was opened or saved. Comes with the reply, goes back with the next save.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Identity {
    /// What it was; nothing if there was no file.
    pub(super) digest: Option<Digest>,
}

/// A plan that was opened.
#[derive(Clone)]
pub struct Loaded {
    /// Where it really is, links followed: save it there.
    pub path: PathBuf,
    /// The sealed plan.
    pub bytes: Vec<u8>,
    /// What to give back with the next save.
    pub identity: Identity,
    /// Whether it may be saved in its place.
    pub access: Access,
    /// Whether there is a previous version, to be offered when this one cannot be opened.
    pub has_previous: bool,
}

/// Whether an open plan may be saved in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It may.
    Full,
    /// Another window has it open. A save goes into a conflict copy.
    InUse,
    /// The file is write-protected. A save is refused.
    WriteProtected,
}

impl Access {
    /// Whether it can only be looked at here.
    pub fn is_read_only(self) -> bool {
        self != Self::Full
    }
}

/// A plan that was saved.
#[derive(Clone, PartialEq, Eq)]
pub struct Saved {
    /// Where to: the conflict copy, if there had to be one.
    pub path: PathBuf,
    /// What to give back with the next save.
    pub identity: Identity,
    /// Whether it went into a conflict copy, since the file in its place was changed by someone else.
    pub is_conflict: bool,
}

/// What a place for a plan is like.
#[derive(Clone)]
pub struct Considered {
    /// Where the plan would go, in full and with its ending.
    pub path: PathBuf,
    /// Whether a file is there already: ask before replacing it.
    pub is_taken: bool,
    /// How many bytes can still be written there, if the system says.
    pub free: Option<u64>,
    /// What to be careful about. None of it forbids anything.
    pub warnings: Vec<Warning>,
    /// Why nothing can be saved there, if nothing can.
    pub problem: Option<Error>,
}

/// A key file that was read or written.
#[derive(Clone, PartialEq, Eq)]
pub struct Fetched {
    /// Where it really is, links followed.
    pub path: PathBuf,
    /// What is in it, sealed.
    pub bytes: Vec<u8>,
    /// What to give back when it is written or removed.
    pub identity: Identity,
}

/// What is to be taken away: the open plan and its previous version, and its key file if the person says so.
#[derive(Clone, PartialEq, Eq)]
pub struct Removal {
    /// The open plan.
    pub plan: PathBuf,
    /// What stood there when it was opened or saved last.
    pub identity: Identity,
    /// Its key file, and what stood there when it was read.
    pub key: Option<(PathBuf, Identity)>,
}

/// What became of a removal.
#[derive(Clone)]
pub struct Removed {
    /// What is no longer there, in the order in which it went.
    pub gone: Vec<PathBuf>,
    /// What is still there although it should not be, or may be there again after a power cut.
    pub left: Vec<Left>,
    /// Copies of the plan beside it that nobody asked to remove.
    pub copies: Vec<PathBuf>,
}

/// A file that could not be taken away.
#[derive(Clone)]
pub struct Left {
    /// Where it is.
    pub path: PathBuf,
    /// Why; nothing when it was not tried, since another one was in the way.
    pub why: Option<Error>,
}

impl Considered {
    /// Warns of a name with one of `words` in it, which give the plan away: its title, the names of places.
    /// Whoever knows the plan says so; the keeper never hears of them.
    #[must_use]
    pub fn knowing(mut self, words: &[String]) -> Self {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let word = telling::known(&name, words).map(Warning::Telling);
        let says_one = |warning: &Warning| matches!(warning, Warning::Telling(Telling::Word(_)));

        if !self.warnings.iter().any(says_one) {
            self.warnings.extend(word);
        }

        self
    }
}
