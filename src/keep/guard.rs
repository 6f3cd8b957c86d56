//! What is done for whoever asks, and what is not, whatever they ask for.
//!
//! The one who asks reads strangers' files, and may have been taken over by one: that a request came is no proof
//! that a person made it. So nothing is handed over but what is sealed or came from paper; nothing is written but
//! sealed files and pages, under names that nothing runs; nothing else is replaced or removed; and the viewer
//! shows only pages that were just written. What the terminal does, it does at a person's word: it asks past
//! this.
use super::error::Error;
use super::hold::Spot;
use super::request::{Expect, Fetched, Identity, Loaded, Request, Version};
use crate::file::{Disk, Fs, begins_with, folder_of};

use std::io;
use std::path::{Path, PathBuf};

/// How a file begins that is sealed in the one way that is written here.
pub(super) const SEALED: &[u8] = b"age-encryption.org/v1\n";

/// How sealed text begins.
const ARMOR: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// How a file of today begins that is sealed.
pub(super) const STARTS: [&[u8]; 2] = [SEALED, ARMOR];

/// How sealed files of any version begin.
const ANY_VERSION: &[u8] = b"age-encryption.org/";

/// How far into a text its armour may begin, in bytes: a letter around it is pointed out, and read for that.
const LETTER: usize = 4 * 1024;

/// How a part of a copy on paper begins, before its number.
const PART: &[u8] = b"DP1:";

/// How a key begins that lies open. That one is there is said, so that the person hears of it; not which.
const BARE: &[u8] = b"AGE-SECRET-KEY-1";

/// How a file of pages begins.
const PAGES: &[u8] = b"%PDF-";

/// What plans and keys are called. No system and no shell runs what is called so.
const PLAN_NAME: &str = ".age";

/// What pages are called, for the same reason.
const PAGES_NAME: &str = ".pdf";

/// Whether a request may be answered at all. `written` are the pages that the viewer may show.
pub(super) fn allows<F: Fs>(fs: &F, request: &Request, written: &[PathBuf]) -> Result<(), Error> {
    match request {
        Request::Save {
            path, bytes, expect, ..
        }
        | Request::Put { path, bytes, expect } => {
            if STARTS.into_iter().any(|start| bytes.starts_with(start)) {
                for_sealed(fs, path, *expect)
            } else {
                Err(Error::NotOurs)
            }
        }
        Request::Part {
            key: (key, sealed),
            path,
            bytes,
            expect,
            ..
        } => {
            let is_sealed = |bytes: &[u8]| STARTS.into_iter().any(|start| bytes.starts_with(start));

            if is_sealed(bytes) && is_sealed(sealed) {
                for_sealed(fs, path, *expect)?;
                for_sealed(fs, key, Expect::Nothing)
            } else {
                Err(Error::NotOurs)
            }
        }
        Request::Remove { removal } => {
            let key = removal.key.as_ref().map(|(path, _)| path);

            // What is gone already is no hindrance.
            [Some(&removal.plan), key]
                .into_iter()
                .flatten()
                .try_for_each(|path| for_sealed(fs, path, Expect::Same(removal.identity)))
        }
        Request::Export { path, replace } => for_pages(path, *replace),
        Request::View { path } if !written.contains(path) => Err(Error::NotOurs),
        Request::List { .. }
        | Request::Consider { .. }
        | Request::Load { .. }
        | Request::Fetch { .. }
        | Request::Finish { .. }
        | Request::Abandon
        | Request::Remember { .. }
        | Request::View { .. }
        | Request::Checkup
        | Request::Release => Ok(()),
    }
}

/// What of a plan is handed over.
pub(super) fn loaded(loaded: Loaded, version: Version) -> Loaded {
    let is_told = is_ours(&loaded.bytes) && version == Version::Current;

    Loaded {
        identity: identity(&loaded.path, loaded.identity, is_told),
        bytes: handed(loaded.bytes),
        ..loaded
    }
}

/// What of a key file is handed over.
pub(super) fn fetched(fetched: Fetched) -> Fetched {
    let is_told = is_ours(&fetched.bytes);

    Fetched {
        identity: identity(&fetched.path, fetched.identity, is_told),
        bytes: handed(fetched.bytes),
        path: fetched.path,
    }
}

/// Whoever guesses what is in a short file would find it by its digest.
fn identity(path: &Path, identity: Identity, is_told: bool) -> Identity {
    match is_told || is_called(path, PLAN_NAME) {
        true => identity,
        false => Identity::default(),
    }
}

/// The bytes, or no more of them than what they are.
fn handed(bytes: Vec<u8>) -> Vec<u8> {
    if is_ours(&bytes) {
        return bytes;
    }

    match bytes.split(|byte| *byte == b'\n').any(|line| line.starts_with(BARE)) {
        true => BARE.to_vec(),
        false => Vec::new(),
    }
}

/// Whether it is sealed, or texts that came from paper.
fn is_ours(bytes: &[u8]) -> bool {
    let letter = bytes.get(..LETTER).unwrap_or(bytes);

    bytes.starts_with(ANY_VERSION)
        || letter.windows(ARMOR.len()).any(|window| window == ARMOR)
        || bytes.trim_ascii_start().starts_with(ARMOR)
        || has_part(bytes)
}

/// Whether there is a part of a copy in a text, as it comes from phones: in small letters, broken anywhere.
fn has_part(bytes: &[u8]) -> bool {
    let mut letters = Vec::with_capacity(bytes.len());

    letters.extend(
        bytes
            .iter()
            .filter(|byte| byte.is_ascii_graphic())
            .map(u8::to_ascii_uppercase),
    );

    letters.windows(PART.len() + 1).any(|window| {
        window
            .split_last()
            .is_some_and(|(number, mark)| mark == PART && number.is_ascii_digit())
    })
}

/// Whether a sealed file may come into this place, or be taken from it.
fn for_sealed<F: Fs>(fs: &F, path: &Path, expect: Expect) -> Result<(), Error> {
    if is_called(path, PLAN_NAME) {
        return Ok(());
    }

    let spot = Spot::find(fs, path)?;
    let is_gone = fs
        .status(&spot.folder, &spot.name)
        .is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
    let is_sealed = STARTS
        .into_iter()
        .any(|start| begins_with(fs, &spot.folder, &spot.name, start));

    match expect {
        _ if is_sealed => Ok(()),
        // Nothing is made where something should be: that it is gone is said in its own words.
        Expect::Same(Identity { digest: Some(_) }) if is_gone => Ok(()),
        Expect::Nothing | Expect::Anything | Expect::Same(_) if is_gone => Err(Error::NoName),
        Expect::Nothing | Expect::Anything | Expect::Same(_) => Err(Error::NotOurs),
    }
}

/// Whether pages may come into this place.
fn for_pages(path: &Path, replace: bool) -> Result<(), Error> {
    // What is replaced is the file itself, not a link to it.
    let real = Disk.resolve(path).ok().filter(|_| replace);
    let path = real.as_deref().unwrap_or(path);

    if !is_called(path, PAGES_NAME) {
        return Err(Error::NotOurs);
    }

    let Some((folder, name)) = folder_of(path).filter(|_| real.is_some()) else {
        return Ok(());
    };
    let Ok(folder) = Disk.open_folder(&folder) else {
        return Ok(());
    };
    let is_empty = Disk.status(&folder, &name).is_ok_and(|status| status.len == 0);

    match is_empty || begins_with(&Disk, &folder, &name, PAGES) {
        true => Ok(()),
        false => Err(Error::NotOurs),
    }
}

fn is_called(path: &Path, ending: &str) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();

    name.len() > ending.len() && name.ends_with(ending.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::paper;

    #[test]
    fn what_is_sealed_or_came_from_paper_is_handed_over_and_nothing_else() {
        let parts = paper::cut_into(b"sealed", 1).unwrap().texts.join("\n");
        let broken: String = parts.to_lowercase().chars().flat_map(|c| [c, '\n']).collect();

        for ours in [
            "age-encryption.org/v1\n-> scrypt",
            "age-encryption.org/v2\n",
            "\n  -----BEGIN AGE ENCRYPTED FILE-----\n",
            "Hello,\n\n-----BEGIN AGE ENCRYPTED FILE-----\n",
            &parts,
            &broken,
        ] {
            assert_eq!(handed(ours.as_bytes().to_vec()), ours.as_bytes(), "{ours}");
        }

        for other in [
            "",
            "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU\n",
            "root:x:0:0::/root:/bin/sh\n",
            "DP1:not a number",
            &format!("{}-----BEGIN AGE ENCRYPTED FILE-----", "x".repeat(LETTER)),
        ] {
            assert!(handed(other.as_bytes().to_vec()).is_empty(), "{other}");
        }

        let bare = b"# public key: age1x\nAGE-SECRET-KEY-1QQQQ\n".to_vec();

        assert_eq!(handed(bare), BARE, "that one is there, and no more of it");
    }

    #[test]
    fn a_name_is_more_than_its_ending() {
        assert!(is_called(Path::new("/a/notes.age"), PLAN_NAME));

        for path in ["/a/.age", "/a.age/notes", "/a/notes.age.sh", "/a/notes.AGE", "/"] {
            assert!(!is_called(Path::new(path), PLAN_NAME), "{path}");
        }
    }
}
