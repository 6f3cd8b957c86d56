//! What happens to the file behind the page: a look at its outside, and the attempt to open it.
//!
//! Both run on a thread of their own; opening takes about a second and a quarter gigabyte, on purpose.
use super::Opened;
use crate::content::Pack;
use crate::document::Document;
use crate::gui::desk::{Apart, Kept};
use crate::gui::hands::Hands;
use crate::gui::notice::Notice;
use crate::gui::safe;
use crate::gui::slow::{Interrupted, slow};
use crate::harden::Secret;
use crate::keep::{self, Access, Identity, Loaded, Reply, Request, Version};
use crate::vault::{self, Consent, key};
use crate::words;

use iced::Task;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// The number of an attempt, unlike every other one: also of a page that is no longer there.
pub(super) fn number() -> u32 {
    static LAST: AtomicU32 = AtomicU32::new(0);

    LAST.fetch_add(1, Ordering::Relaxed)
}

/// What can be seen of a file without its passphrase.
#[derive(Clone, Copy)]
pub(crate) struct Seen {
    pub(super) access: Access,
    /// Whether it takes a key file to open it.
    pub(super) needs_key: bool,
}

/// What was in a file, and where it lies.
#[derive(Clone)]
pub(crate) struct Found {
    document: Document,
    path: PathBuf,
    identity: Identity,
    access: Access,
    notices: Vec<vault::Notice>,
    apart: Option<Apart>,
}

/// Why a file did not open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Another passphrase opens it.
    Wrong,
    /// It takes so much memory that the person is asked first.
    Costly {
        /// How much, in MiB.
        mib: u32,
    },
    /// It is not whole or not there, and the version before it is.
    HasPrevious(Notice),
    /// It is nothing that a passphrase opens here.
    Final(Notice),
    /// The key file cannot be read, or is not the one.
    Key(Notice),
    /// Something was in the way that may be gone next time.
    Passing(Notice),
}

impl Refusal {
    /// Whether no passphrase helps.
    pub(super) fn is_final(&self) -> bool {
        match self {
            Self::HasPrevious(_) | Self::Final(_) | Self::Key(_) => true,
            Self::Wrong | Self::Costly { .. } | Self::Passing(_) => false,
        }
    }

    fn of_keeper(error: &keep::Error) -> Self {
        let notice = Notice::from(error);

        match error {
            keep::Error::Missing { has_previous: true } => Self::HasPrevious(notice),
            _ => Self::Final(notice),
        }
    }

    fn of_vault(error: &vault::Error, has_previous: bool) -> Self {
        let notice = Notice::from(error);

        match error {
            vault::Error::WrongPassphrase => Self::Wrong,
            vault::Error::NeedsConsent { mib, .. } => Self::Costly { mib: *mib },
            vault::Error::Damaged(_) | vault::Error::NotAVault if has_previous => Self::HasPrevious(notice),
            // There is no previous version to open, and nobody is sent to look for one.
            vault::Error::Damaged(_) => Self::Final(Notice::new(notice.what, words::text("open-damaged"))),
            vault::Error::NotAVault
            | vault::Error::Document(_)
            | vault::Error::TooLarge
            | vault::Error::TooFull
            | vault::Error::TooCostly { .. }
            | vault::Error::WrongKey
            | vault::Error::OnePiece
            | vault::Error::AKey
            | vault::Error::Unsupported(_) => Self::Final(notice),
            vault::Error::NotEnoughMemory { .. }
            | vault::Error::NoPassphrase
            | vault::Error::PassphraseTooLong
            | vault::Error::PassphraseNotText
            | vault::Error::NoRandomness
            | vault::Error::Unsealed => Self::Passing(notice),
        }
    }
}

impl Refusal {
    fn of_pieces(refused: safe::Refused, has_previous: bool) -> Self {
        match refused {
            safe::Refused::Key(key::Error::WrongPassphrase) => Self::Wrong,
            safe::Refused::Key(key::Error::Vault(error)) => Self::of_vault(&error, false),
            safe::Refused::Key(error) => Self::Key(Notice::from(&error)),
            // Put the stick in, and try again: what was typed is still there.
            safe::Refused::Away => Self::Passing(refused.notice()),
            safe::Refused::Unread(notice) => Self::Key(notice),
            safe::Refused::Plan(error @ vault::Error::WrongKey) => Self::Key(Notice::from(&error)),
            safe::Refused::Plan(error) => Self::of_vault(&error, has_previous),
        }
    }
}

impl From<Interrupted> for Refusal {
    fn from(interrupted: Interrupted) -> Self {
        Self::Passing(interrupted.into())
    }
}

/// Looks at the outside of a file: whether it is there, is a sealed plan, and may be written.
pub(super) fn look(hands: &Hands, path: PathBuf, version: Version) -> Task<Result<Seen, Refusal>> {
    let hands = hands.clone();

    slow(move || look_now(&hands, path, version))
        .map(|outcome| outcome.unwrap_or_else(|interrupted| Err(interrupted.into())))
}

/// The look itself.
pub(super) fn look_now(hands: &Hands, path: PathBuf, version: Version) -> Result<Seen, Refusal> {
    let loaded = load(hands, path, version)?;
    let has_previous = loaded.has_previous && version == Version::Current;

    let scanned = vault::scan::scan(&loaded.bytes).map_err(|error| Refusal::of_vault(&error, has_previous))?;

    Ok(Seen {
        access: loaded.access,
        needs_key: scanned.work_factor.is_none(),
    })
}

/// What is tried.
pub(super) struct Attempt {
    pub(super) path: PathBuf,
    pub(super) version: Version,
    /// The key file, if it takes one.
    pub(super) key: Option<PathBuf>,
    pub(super) passphrase: Arc<Secret>,
    pub(super) consent: Consent,
    pub(super) pack: &'static Pack,
}

/// Reads the file again and opens it.
pub(super) fn open(hands: &Hands, attempt: Attempt) -> Task<Result<Arc<Found>, Refusal>> {
    let hands = hands.clone();

    slow(move || open_now(&hands, attempt)).map(|outcome| outcome.unwrap_or_else(|interrupted| Err(interrupted.into())))
}

/// The attempt itself.
pub(super) fn open_now(hands: &Hands, attempt: Attempt) -> Result<Arc<Found>, Refusal> {
    let loaded = load(hands, attempt.path, attempt.version)?;
    let has_previous = loaded.has_previous && attempt.version == Version::Current;
    let (document, notices, apart) = match attempt.key {
        Some(path) => {
            let with = (path, &*attempt.passphrase, attempt.consent);
            let (document, notices, apart) = safe::open_apart(hands, &loaded, with, attempt.pack)
                .map_err(|refused| Refusal::of_pieces(refused, has_previous))?;

            (document, notices, Some(apart))
        }
        None => {
            let (document, notices) = safe::open(&loaded, &attempt.passphrase, attempt.consent, attempt.pack)
                .map_err(|error| Refusal::of_vault(&error, has_previous))?;

            (document, notices, None)
        }
    };

    Ok(Arc::new(Found {
        document,
        path: loaded.path,
        identity: loaded.identity,
        access: loaded.access,
        notices,
        apart,
    }))
}

fn load(hands: &Hands, path: PathBuf, version: Version) -> Result<Loaded, Refusal> {
    match hands.ask(Request::Load { path, version }) {
        Ok(Reply::Loaded(loaded)) => Ok(loaded),
        Ok(_) => Err(Interrupted.into()),
        Err(error) => Err(Refusal::of_keeper(&error)),
    }
}

/// The plan as the application takes it over.
pub(super) fn opened(found: Found, passphrase: Arc<Secret>, version: Version) -> Opened {
    let notice = notice(&found, version);

    Opened {
        document: found.document,
        kept: Kept {
            path: found.path,
            identity: found.identity,
            access: found.access,
            passphrase,
            apart: found.apart,
        },
        notice,
    }
}

/// What the person should know about a plan that opened: what matters most, and only that.
fn notice(found: &Found, version: Version) -> Option<Notice> {
    let say = |what, advice| Some(Notice::new(words::text(what), words::text(advice)));

    if version == Version::Previous {
        return say(words::id("open-was-previous"), words::id("open-was-previous-advice"));
    }

    if let Some(notice) = access(found.access) {
        return Some(notice);
    }

    match found.notices.first()? {
        vault::Notice::Weak { .. } => say(words::id("open-weak"), words::id("open-weak-advice")),
        vault::Notice::WeakKey { .. } => say(words::id("open-weak-key"), words::id("open-weak-key-advice")),
        vault::Notice::Unpadded => say(words::id("open-unpadded"), words::id("open-save-once")),
        vault::Notice::FromPaper => say(words::id("open-from-paper"), words::id("open-save-once")),
        vault::Notice::OtherSpelling => say(words::id("open-other-spelling"), words::id("open-save-once")),
    }
}

/// Why a plan can only be read here, if that is so.
pub(super) fn access(access: Access) -> Option<Notice> {
    match access {
        Access::Full => None,
        Access::InUse => Some(Notice::new(
            words::text("open-in-use"),
            words::text("open-in-use-advice"),
        )),
        Access::WriteProtected => Some(Notice::new(
            words::text("open-write-protected"),
            words::text("open-write-protected-advice"),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_without_a_previous_version_sends_nobody_to_look_for_one() {
        let damaged = vault::Error::Damaged(vault::Part::Content);
        let told = |refusal| match refusal {
            Refusal::HasPrevious(notice) => (true, notice.advice),
            Refusal::Final(notice) => (false, notice.advice),
            other => panic!("{other:?}"),
        };

        assert_eq!(
            told(Refusal::of_vault(&damaged, true)),
            (true, damaged.advice().to_owned())
        );
        assert_eq!(
            told(Refusal::of_vault(&damaged, false)),
            (false, words::text("open-damaged"))
        );
    }
}
