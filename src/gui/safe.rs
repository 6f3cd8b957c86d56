//! Sealing a plan into its file and opening it again: the slow part, for a thread of its own.
//!
//! Each way costs about a second and a quarter gigabyte, on purpose. What was sealed is opened once more
//! where that matters most: after the first save, and after a new passphrase.
use super::desk::Kept;
use super::hands::Hands;
use super::notice::Notice;
use super::slow::Interrupted;
use crate::content::Pack;
use crate::document::Document;
use crate::harden::Secret;
use crate::keep::{Access, Expect, Identity, Loaded, Previous, Reply, Request, Version};
use crate::vault::{self, Consent};

use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A plan to be saved.
pub(crate) struct Job {
    /// What to save.
    pub(crate) document: Document,
    /// What it was made with.
    pub(crate) pack: &'static Pack,
    /// What will open it.
    pub(crate) passphrase: Arc<Secret>,
    /// Where to.
    pub(crate) path: PathBuf,
    /// What must be there now.
    pub(crate) expect: Expect,
    /// What becomes of the previous version.
    pub(crate) previous: Previous,
    /// Whether to open it once more from the disk.
    pub(crate) is_proved: bool,
}

/// A plan that was saved.
#[derive(Clone)]
pub(crate) struct Done {
    /// As it was saved.
    pub(crate) document: Document,
    /// Where it is now.
    pub(crate) kept: Kept,
    /// Whether it went beside the file, because somebody else had changed that one.
    pub(crate) is_conflict: bool,
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
    let sealed = vault::seal(&job.document, job.pack, &job.passphrase).map_err(|error| Notice::from(&error))?;
    let reply = hands
        .ask(Request::Save {
            path: job.path,
            bytes: sealed,
            expect: job.expect,
            previous: job.previous,
        })
        .map_err(|error| Notice::from(&error))?;
    let Reply::Saved(saved) = reply else {
        return Err(Interrupted.into());
    };

    let identity = if job.is_proved {
        prove(hands, &saved.path, &job.passphrase, job.pack)?
    } else {
        saved.identity
    };

    Ok(Done {
        document: job.document,
        kept: Kept {
            path: saved.path,
            identity,
            access: Access::Full,
            passphrase: job.passphrase,
        },
        is_conflict: saved.is_conflict,
    })
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
