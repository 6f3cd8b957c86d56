//! Sealing a plan into its file and opening it again: the slow part, for a thread of its own.
//!
//! A passphrase costs about a second and a quarter gigabyte each way, on purpose. What was sealed is opened
//! once more where that matters most: after the first save, after a new passphrase, and when the key goes
//! into a file of its own.
mod key;

use super::desk::{Apart, Kept};
use super::hands::Hands;
use super::notice::Notice;
use super::slow::Interrupted;
use crate::content::Pack;
use crate::document::Document;
use crate::harden::Secret;
use crate::keep::{Access, Expect, Identity, Loaded, Previous, Reply, Request, Saved, Version, Where, is_copy_of};
use crate::vault::{self, Consent};

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(crate) use key::{Refused, open_apart};

/// A plan to be saved.
pub(crate) struct Job {
    /// What to save.
    pub(crate) document: Document,
    /// What it was made with.
    pub(crate) pack: &'static Pack,
    /// What will open it, or its key file.
    pub(crate) passphrase: Arc<Secret>,
    /// In one piece, or in two.
    pub(crate) pieces: Pieces,
    /// Where to.
    pub(crate) path: PathBuf,
    /// What must be there now.
    pub(crate) expect: Expect,
    /// What becomes of the previous version.
    pub(crate) previous: Previous,
    /// Whether to open it once more from the disk.
    pub(crate) is_proved: bool,
}

/// Where the key of a plan goes.
#[derive(Clone)]
pub(crate) enum Pieces {
    /// Nowhere: the passphrase alone opens the plan.
    One,
    /// It lies apart already, and stays as it is.
    Two(Apart),
    /// Into this new file, which is written first, and goes again if the plan cannot be saved.
    Part(PathBuf),
    /// It lies apart, and its file gets another passphrase. The plan is left alone.
    Rekey(Apart),
}

impl Pieces {
    /// As it is kept now.
    pub(crate) fn of(kept: &Kept) -> Self {
        kept.apart.clone().map_or(Self::One, Self::Two)
    }
}

/// A plan that was saved.
#[derive(Clone)]
pub(crate) struct Done {
    /// As it was saved; nothing if its key alone was sealed again.
    pub(crate) document: Option<Document>,
    /// Where it is now.
    pub(crate) kept: Kept,
    /// Whether it went beside the file, because somebody else had changed that one.
    pub(crate) is_conflict: bool,
    /// Copies beside it that still open as it did before.
    pub(crate) copies: Vec<PathBuf>,
}

impl std::fmt::Debug for Done {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Done")
    }
}

/// Seals and saves.
///
/// # Errors
/// Says what was in the way. The old file is whole.
pub(crate) fn save(hands: &Hands, job: Job) -> Result<Done, Notice> {
    let (saved, apart) = match &job.pieces {
        Pieces::One => {
            let sealed = seal(&job);

            (put(hands, &job, sealed)?, None)
        }
        Pieces::Two(apart) => {
            let sealed = vault::seal_to(&job.document, job.pack, &apart.key);

            (put(hands, &job, sealed)?, Some(apart.clone()))
        }
        Pieces::Part(path) => {
            let (saved, apart) = key::part(hands, &job, path)?;

            (saved, Some(apart))
        }
        Pieces::Rekey(apart) => return rekey(hands, apart.clone(), job),
    };

    let identity = match (&apart, job.is_proved) {
        (_, false) => saved.identity,
        (None, true) => prove(hands, &saved.path, &job.passphrase, job.pack)?,
        (Some(apart), true) => key::prove(hands, &saved.path, &apart.key, job.pack)?,
    };
    let copies = match job.previous {
        Previous::Keep => Vec::new(),
        Previous::Forget => copies(hands, &saved.path),
    };

    Ok(Done {
        document: Some(job.document),
        kept: Kept {
            path: saved.path,
            identity,
            access: Access::Full,
            passphrase: job.passphrase,
            apart,
        },
        is_conflict: saved.is_conflict,
        copies,
    })
}

fn seal(job: &Job) -> Result<Vec<u8>, vault::Error> {
    #[cfg(test)]
    if let Some(sealed) = quick::seal(job) {
        return sealed;
    }

    vault::seal(&job.document, job.pack, &job.passphrase)
}

fn put(hands: &Hands, job: &Job, sealed: Result<Vec<u8>, vault::Error>) -> Result<Saved, Notice> {
    let bytes = sealed.map_err(|error| Notice::from(&error))?;
    let reply = hands
        .ask(Request::Save {
            path: job.path.clone(),
            bytes,
            expect: job.expect,
            previous: job.previous,
        })
        .map_err(|error| Notice::from(&error))?;

    match reply {
        Reply::Saved(saved) => Ok(saved),
        _ => Err(Interrupted.into()),
    }
}

/// Another passphrase for the key file. The plan stays as it lies there.
fn rekey(hands: &Hands, apart: Apart, job: Job) -> Result<Done, Notice> {
    let Expect::Same(identity) = job.expect else {
        return Err(Interrupted.into());
    };
    let apart = key::rewrite(hands, &apart, &job.passphrase)?;

    Ok(Done {
        document: None,
        kept: Kept {
            path: job.path,
            identity,
            access: Access::Full,
            passphrase: job.passphrase,
            apart: Some(apart),
        },
        is_conflict: false,
        copies: Vec::new(),
    })
}

/// Copies beside the plan: they were not sealed again.
fn copies(hands: &Hands, path: &Path) -> Vec<PathBuf> {
    let Some(folder) = path.parent() else {
        return Vec::new();
    };
    let place = Where::Folder(folder.to_path_buf());

    match hands.ask(Request::List { place }) {
        Ok(Reply::Listed(listing)) => {
            let found = listing.plans.into_iter().map(|found| found.path);

            found.filter(|found| is_copy_of(path, found)).collect()
        }
        _ => Vec::new(),
    }
}

/// Reads what was just written, from the disk, as if it were opened tomorrow.
fn prove(hands: &Hands, path: &Path, passphrase: &Secret, pack: &'static Pack) -> Result<Identity, Notice> {
    let loaded = load(hands, path.to_path_buf(), Version::Current)?;

    open(&loaded, passphrase, Consent::NotAsked, pack).map_err(|error| Notice::from(&error))?;

    Ok(loaded.identity)
}

/// Reads a file, without opening it.
///
/// # Errors
/// Says what was in the way.
pub(crate) fn load(hands: &Hands, path: PathBuf, version: Version) -> Result<Loaded, Notice> {
    match hands.ask(Request::Load { path, version }) {
        Ok(Reply::Loaded(loaded)) => Ok(loaded),
        Ok(_) => Err(Interrupted.into()),
        Err(error) => Err(Notice::from(&error)),
    }
}

/// Opens what was read, with what the vault had to say about it.
///
/// # Errors
/// Says what was in the way: a wrong passphrase, damage, a newer version.
pub(crate) fn open(
    loaded: &Loaded,
    passphrase: &Secret,
    consent: Consent,
    pack: &'static Pack,
) -> Result<(Document, Vec<vault::Notice>), vault::Error> {
    let opened = vault::open(&loaded.bytes, passphrase, consent)?;
    let document = opened.document(pack)?;

    Ok((document, opened.notices))
}

#[cfg(test)]
mod quick {
    use super::Job;
    use crate::gui::slow::by_hand;
    use crate::vault;

    /// Seals with little work, where a test runs slow work by hand: it does so thousands of times.
    pub(super) fn seal(job: &Job) -> Option<Result<Vec<u8>, vault::Error>> {
        by_hand::is_on().then(|| vault::seal_with(&job.document.encode(job.pack), &job.passphrase, 2))
    }
}
