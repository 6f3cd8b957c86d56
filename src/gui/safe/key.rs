//! The key of a plan in two pieces: its file is written, read and opened here.
use super::Job;
use crate::content::Pack;
use crate::document::Document;
use crate::gui::desk::Apart;
use crate::gui::hands::Hands;
use crate::gui::notice::Notice;
use crate::gui::slow::Interrupted;
use crate::harden::Secret;
use crate::keep::{self, Expect, Fetched, Identity, Loaded, Reply, Request, Saved, Version};
use crate::vault::key::{self, Key};
use crate::vault::{self, Consent};
use crate::words;

use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Why a plan in two pieces did not open.
pub(crate) enum Refused {
    /// It is the key file.
    Key(key::Error),
    /// It is the plan.
    Plan(vault::Error),
    /// The key file is not where it was, such as on a stick that is not in.
    Away,
    /// The key file could not be read.
    Unread(Notice),
}

impl Refused {
    /// What happened, and what to do.
    pub(crate) fn notice(&self) -> Notice {
        match self {
            Self::Key(error) => error.into(),
            Self::Plan(error) => error.into(),
            Self::Away => Notice::new(words::text("pieces-key-away"), words::text("pieces-key-away-advice")),
            Self::Unread(notice) => notice.clone(),
        }
    }
}

/// A new key in a new file, and the plan sealed for it: both, or neither.
pub(super) fn part(hands: &Hands, job: &Job, path: &Path) -> Result<(Saved, Apart), Notice> {
    let key = Key::generate().map_err(|error| Notice::from(&error))?;
    let sealed = key.seal(&job.passphrase).map_err(|error| Notice::from(&error))?;
    // Before the plan is sealed for it: a key that does not open would lose the plan.
    let (again, _) = Key::open(&sealed, &job.passphrase, Consent::NotAsked).map_err(|error| Notice::from(&error))?;

    if again != key {
        return Err(Notice::from(&vault::Error::Unsealed));
    }

    let request = Request::Part {
        key: (path.to_path_buf(), sealed),
        path: job.path.clone(),
        bytes: vault::seal_to(&job.document, job.pack, &key).map_err(|error| Notice::from(&error))?,
        expect: job.expect,
        previous: job.previous,
    };

    match hands.ask(request) {
        Ok(Reply::Parted(saved, put)) => Ok((saved, of(put, Arc::new(key)))),
        Ok(_) => Err(Interrupted.into()),
        Err(error) => Err(Notice::from(&error)),
    }
}

/// The same key, sealed with another passphrase in its place.
pub(super) fn rewrite(hands: &Hands, apart: &Apart, passphrase: &Secret) -> Result<Apart, Notice> {
    let request = Request::Put {
        path: apart.file.clone(),
        bytes: apart.key.seal(passphrase).map_err(|error| Notice::from(&error))?,
        expect: Expect::Same(apart.identity),
    };
    let apart = match hands.ask(request) {
        Ok(Reply::Put(put)) => of(put, apart.key.clone()),
        Ok(_) => return Err(Interrupted.into()),
        Err(error) => return Err(Notice::from(&error)),
    };

    again(hands, &apart, passphrase)?;

    Ok(apart)
}

fn of(put: Fetched, key: Arc<Key>) -> Apart {
    Apart {
        file: put.path,
        identity: put.identity,
        key,
    }
}

/// Reads the plan from the disk, as if it were opened tomorrow. Its key file need not be there for that.
pub(super) fn prove(hands: &Hands, path: &Path, key: &Key, pack: &'static Pack) -> Result<Identity, Notice> {
    let loaded = super::load(hands, path.to_path_buf(), Version::Current)?;

    vault::open_with(&loaded.bytes, key)
        .and_then(|opened| opened.document(pack))
        .map_err(|error| Notice::from(&error))?;

    Ok(loaded.identity)
}

/// Opens the key file from the disk; it must hold the key that was written.
fn again(hands: &Hands, apart: &Apart, passphrase: &Secret) -> Result<(), Notice> {
    let (key, ..) =
        open_key(hands, apart.file.clone(), passphrase, Consent::NotAsked).map_err(|refused| refused.notice())?;

    if key == *apart.key {
        Ok(())
    } else {
        Err(Notice::from(&vault::Error::Unsealed))
    }
}

/// Opens a plan with the key in the file at `path`.
///
/// # Errors
/// Says whether it is the key file or the plan that is in the way.
pub(crate) fn open_apart(
    hands: &Hands,
    loaded: &Loaded,
    with: (PathBuf, &Secret, Consent),
    pack: &'static Pack,
) -> Result<(Document, Vec<vault::Notice>, Apart), Refused> {
    let (path, passphrase, consent) = with;
    let (key, fetched, more) = open_key(hands, path, passphrase, consent)?;
    let opened = vault::open_with(&loaded.bytes, &key).map_err(Refused::Plan)?;
    let document = opened.document(pack).map_err(Refused::Plan)?;
    let apart = Apart {
        file: fetched.path,
        identity: fetched.identity,
        key: Arc::new(key),
    };

    Ok((document, opened.notices.into_iter().chain(more).collect(), apart))
}

fn open_key(
    hands: &Hands,
    path: PathBuf,
    passphrase: &Secret,
    consent: Consent,
) -> Result<(Key, Fetched, Vec<vault::Notice>), Refused> {
    let fetched = match hands.ask(Request::Fetch { path }) {
        Ok(Reply::Fetched(fetched)) => fetched,
        Ok(_) => return Err(Refused::Unread(Interrupted.into())),
        Err(keep::Error::Missing { .. } | keep::Error::NoFolder) => return Err(Refused::Away),
        Err(error) => return Err(Refused::Unread(Notice::from(&error))),
    };
    let (key, notices) = Key::open(&fetched.bytes, passphrase, consent).map_err(Refused::Key)?;

    Ok((key, fetched, notices))
}
