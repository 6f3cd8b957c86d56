//! Turns a plan into bytes that only a passphrase can read, and back.
//!
//! Touches no file. Both directions take about a second and a quarter of a gigabyte, on purpose: never
//! call them on the thread that draws. The bytes are an ordinary file of the `age` program, which opens
//! it too; what is in it is text that a person can read.
pub mod key;
pub mod padding;
pub mod paper;
pub mod passphrase;
pub mod scan;

/// Any work factor and any key, for tests and benches: the program itself seals with [`WORK_FACTOR`].
#[doc(hidden)]
pub mod crypt;

mod error;
mod pieces;

pub use error::{Error, Lock, Part};
pub use pieces::{open_with, seal_to};

#[doc(hidden)]
pub use pieces::seal_text_to;

use crate::content::Pack;
use crate::document::Document;
use crate::harden::Secret;
use crypt::{For, Key};

use zeroize::Zeroizing;

use std::str;

/// The work that a file of ours asks for, as a power of two: 256 MiB, and about a second.
///
/// `age` would measure this machine and choose for it: a weak file from a slow laptop, and one from a fast
/// desktop that the laptop refuses. A constant opens everywhere.
pub const WORK_FACTOR: u8 = 18;

/// Below this a file is opened with a notice.
const WEAK_BELOW: u8 = 16;

/// Above this a file is opened only after asking.
const ASK_ABOVE: u8 = 20;

/// Above this a file is not opened.
const REFUSE_ABOVE: u8 = 22;

/// Whether the person agreed to the memory that a file asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// They were not asked yet: a costly file answers [`Error::NeedsConsent`].
    NotAsked,
    /// They saw how much it is and went on.
    Given,
}

/// What was in a file.
pub struct Opened {
    /// The text, without its padding.
    pub plaintext: Zeroizing<String>,
    /// What the person should know about the file.
    pub notices: Vec<Notice>,
}

/// Something about a file that opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// It asks for less work than ours do, so its passphrase is easier to guess.
    Weak {
        /// Its work factor, as a power of two.
        work_factor: u8,
    },
    /// It was written by hand, and shows how long its text is.
    Unpadded,
    /// The key file that came with it asks for less work than ours do.
    WeakKey {
        /// Its work factor, as a power of two.
        work_factor: u8,
    },
    /// It came from paper, and its size tells more than that of other files.
    FromPaper,
    /// Its passphrase was composed differently by another program.
    OtherSpelling,
}

impl Notice {
    /// What this means, and what happens at the next save.
    pub fn sentence(&self) -> &'static str {
        match self {
            Self::Weak { .. } => {
                "This file is easier to guess than it has to be. Save it once and it is as strong as a new one."
            }
            Self::WeakKey { .. } => {
                "The passphrase of this key file is easier to guess than it has to be. Change it once to mend that."
            }
            Self::Unpadded => "The size of this file shows how long its text is. Save it once to even that out.",
            Self::FromPaper => {
                "This file came from paper, and its size tells more than usual. Save it once to even that out."
            }
            Self::OtherSpelling => {
                "Another program wrote the letters of this passphrase differently. Save once to mend that."
            }
        }
    }
}

impl Opened {
    /// The plan in it.
    ///
    /// # Errors
    /// [`Error::Document`] when it is no plan, is of a newer format, or is not written as it should be.
    pub fn document(&self, pack: &Pack) -> Result<Document, Error> {
        Document::decode(&self.plaintext, pack).map_err(Error::from)
    }
}

/// Seals a plan for `passphrase`. Takes about a second.
///
/// # Errors
/// [`Error::Unsealed`] when what was written cannot be read again: nothing is sealed that would not open.
/// Otherwise as [`seal_text`].
pub fn seal(document: &Document, pack: &Pack, passphrase: &Secret) -> Result<Vec<u8>, Error> {
    seal_text(&readable(document, pack)?, passphrase)
}

/// The text of a plan, once it is sure that it reads as that plan again.
fn readable(document: &Document, pack: &Pack) -> Result<Zeroizing<String>, Error> {
    let text = document.encode(pack);
    let again = Document::decode(&text, pack).map_err(|_| Error::Unsealed)?;

    if again.encode(pack) == text {
        Ok(text)
    } else {
        Err(Error::Unsealed)
    }
}

/// Seals `text` for `passphrase`, filled up to one of six sizes.
///
/// # Errors
/// When the passphrase is empty, too long or not text; when the text is too long, or memory short.
pub fn seal_text(text: &str, passphrase: &Secret) -> Result<Vec<u8>, Error> {
    seal_with(text, passphrase, WORK_FACTOR)
}

/// The same with any work factor from 1 to 22: what tests seal with a low one opens with a notice.
#[doc(hidden)]
pub fn seal_with(text: &str, passphrase: &Secret, work_factor: u8) -> Result<Vec<u8>, Error> {
    let spellings = passphrase::spellings(passphrase)?;
    let filled = padding::padded(text)?;

    crypt::encrypt(&filled, &For::Passphrase(&spellings.composed, work_factor))
}

/// Opens what [`seal_text`] or another `age` program made, with or without armour.
///
/// # Errors
/// When it is no such file, is damaged, asks for too much, or the passphrase is another one. Nothing of
/// the text is given then, even if its beginning was whole.
pub fn open(sealed: &[u8], passphrase: &Secret, consent: Consent) -> Result<Opened, Error> {
    let scanned = scan::scan(sealed)?;
    let (filled, mut notices) = unlocked(&scanned, passphrase, consent)?;

    if key::is_in(&filled) {
        return Err(Error::AKey);
    }

    if paper::BUCKETS.contains(&filled.len()) {
        notices.push(Notice::FromPaper);
    } else if !padding::BUCKETS.contains(&filled.len()) {
        notices.push(Notice::Unpadded);
    }

    let plaintext = Zeroizing::new(padding::stripped(&filled)?.to_owned());

    Ok(Opened { plaintext, notices })
}

/// What a passphrase opens, and what there is to know about how.
fn unlocked(
    scanned: &scan::Scanned<'_>,
    passphrase: &Secret,
    consent: Consent,
) -> Result<(Zeroizing<Vec<u8>>, Vec<Notice>), Error> {
    let spellings = passphrase::spellings(passphrase)?;
    let work_factor = scanned.work_factor.ok_or(Error::Unsupported(Lock::Key))?;

    affordable(work_factor, consent)?;

    let mut filled = Zeroizing::new(Vec::new());
    let mut notices = Vec::new();
    let opened = crypt::decrypt(scanned, &Key::Passphrase(&spellings.composed), &mut filled);

    match (opened, spellings.plain) {
        (Err(Error::WrongPassphrase), Some(plain)) => {
            crypt::decrypt(scanned, &Key::Passphrase(&plain), &mut filled)?;
            notices.push(Notice::OtherSpelling);
        }
        (opened, _) => opened?,
    }

    if work_factor < WEAK_BELOW {
        notices.push(Notice::Weak { work_factor });
    }

    Ok((filled, notices))
}

/// Opens any file of `age` into `plaintext`, up to `largest` bytes: what [`open`] does, for any key.
/// After an error `plaintext` holds what came out before it.
#[doc(hidden)]
pub fn open_any(sealed: &[u8], key: &Key<'_>, largest: usize, plaintext: &mut Zeroizing<Vec<u8>>) -> Result<(), Error> {
    let scanned = scan::scan_up_to(sealed, largest)?;

    if let Some(work_factor) = scanned.work_factor {
        affordable(work_factor, Consent::NotAsked)?;
    }

    crypt::decrypt(&scanned, key, plaintext)
}

/// Whether a file may cost what it asks for.
fn affordable(work_factor: u8, consent: Consent) -> Result<(), Error> {
    match (work_factor, consent) {
        (..=ASK_ABOVE, _) | (..=REFUSE_ABOVE, Consent::Given) => Ok(()),
        (..=REFUSE_ABOVE, Consent::NotAsked) => Err(Error::NeedsConsent {
            work_factor,
            mib: crypt::memory(work_factor),
        }),
        _ => Err(Error::TooCostly { work_factor }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAST: u8 = 4;

    fn secret(text: &str) -> Secret {
        Secret::from_text(text).unwrap()
    }

    #[test]
    fn a_sealed_text_opens_with_its_passphrase() {
        let sealed = seal_with("# vault\nquiet = true\n", &secret("six plain words"), FAST).unwrap();
        let opened = open(&sealed, &secret("six plain words\n"), Consent::NotAsked).unwrap();

        assert_eq!(opened.plaintext.as_str(), "# vault\nquiet = true\n");
        assert_eq!(opened.notices, [Notice::Weak { work_factor: FAST }]);
    }

    #[test]
    fn a_wrong_passphrase_is_told_apart_from_damage() {
        let sealed = seal_with("# vault\n", &secret("right"), FAST).unwrap();
        let refused = |sealed: &[u8], phrase: &str| {
            open(sealed, &secret(phrase), Consent::NotAsked)
                .map(|_| ())
                .unwrap_err()
        };

        assert_eq!(refused(&sealed, "wrong"), Error::WrongPassphrase);
        assert_eq!(
            refused(&sealed[..sealed.len() - 1], "right"),
            Error::Damaged(Part::Content)
        );
        assert_eq!(refused(&sealed[..100], "right"), Error::Damaged(Part::Header));
        assert_eq!(refused(b"hello", "right"), Error::NotAVault);
        assert_eq!(refused(&sealed, ""), Error::NoPassphrase);
    }

    #[test]
    fn a_costly_file_asks_first_and_a_ruinous_one_is_refused() {
        let costs = |work_factor, consent| affordable(work_factor, consent);

        for free in 1..=20 {
            assert_eq!(costs(free, Consent::NotAsked), Ok(()));
        }

        for (asked, mib) in [(21, 2_048), (22, 4_096)] {
            let needs = Error::NeedsConsent {
                work_factor: asked,
                mib,
            };

            assert_eq!(costs(asked, Consent::NotAsked), Err(needs));
            assert_eq!(costs(asked, Consent::Given), Ok(()));
        }

        for refused in 23..=u8::MAX {
            assert_eq!(
                costs(refused, Consent::Given),
                Err(Error::TooCostly { work_factor: refused })
            );
        }
    }

    #[test]
    fn a_phrase_typed_decomposed_elsewhere_opens_with_a_notice() {
        let decomposed = "cafe\u{301} noir";
        let filled = padding::padded("# vault\n").unwrap();
        let elsewhere = crypt::encrypt(&filled, &For::Passphrase(decomposed, FAST)).unwrap();
        let opened = open(&elsewhere, &secret(decomposed), Consent::NotAsked).unwrap();

        assert!(opened.notices.contains(&Notice::OtherSpelling));
    }
}
