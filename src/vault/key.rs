//! The key of a plan in two pieces, and the file it lies in.
//!
//! The file is what `age` calls an encrypted identity file: `age -d -i key.age notes.age` opens the plan. It
//! is sealed with a passphrase and the same work as a plan in one piece. The public half is in it too and
//! nowhere else: whoever knows that could make a plan that the key opens.
mod error;

pub use error::Error;

use crate::harden::Secret;
use crate::vault::crypt::{self, For};
use crate::vault::{self, Consent, Notice, WORK_FACTOR, passphrase, scan};

use age::secrecy::ExposeSecret;
use age::x25519;
use zeroize::Zeroizing;

use std::fmt;
use std::str::{self, FromStr};

/// The name that is suggested for a key file. It says what it is, as its first line does anyway.
pub const SUGGESTED: &str = "key.age";

/// The longest key file, in bytes, with or without armour.
pub const LONGEST: usize = 64 << 10;

/// How long a key file of ours is, in bytes: always the same.
pub const SIZE: usize = 166 + 77 + 75 + 16;

/// How every secret key of `age` begins.
const SECRET: &str = "AGE-SECRET-KEY-1";

/// A key: its secret half in memory for secrets, its public half ready to seal with.
pub struct Key {
    secret: Secret,
    recipient: x25519::Recipient,
}

impl Key {
    /// A new one.
    ///
    /// # Errors
    /// When the system has no random numbers to give.
    pub fn generate() -> Result<Self, vault::Error> {
        // `age` would end the program.
        getrandom::u32().map_err(|_| vault::Error::NoRandomness)?;

        Self::of(&x25519::Identity::generate()).ok_or(vault::Error::Unsealed)
    }

    fn of(identity: &x25519::Identity) -> Option<Self> {
        let secret = Secret::from_text(identity.to_string().expose_secret()).ok()?;

        Some(Self {
            secret,
            recipient: identity.to_public(),
        })
    }

    /// Seals the key for `passphrase`: the bytes of a key file. Takes about a second.
    ///
    /// # Errors
    /// When the passphrase is empty, too long or not text; when memory is short.
    pub fn seal(&self, passphrase: &Secret) -> Result<Vec<u8>, vault::Error> {
        self.seal_for(passphrase, WORK_FACTOR)
    }

    /// The same with any work factor from 1 to 22, for tests.
    #[doc(hidden)]
    pub fn seal_for(&self, passphrase: &Secret, work_factor: u8) -> Result<Vec<u8>, vault::Error> {
        let spellings = passphrase::spellings(passphrase)?;
        let secret = self.secret.as_text().ok_or(vault::Error::Unsealed)?;
        // The final size at once, so that no half-grown copy is left behind.
        let mut text = Zeroizing::new(String::with_capacity(SIZE));

        for piece in ["# public key: ", &self.recipient.to_string(), "\n", secret, "\n"] {
            text.push_str(piece);
        }

        crypt::encrypt(text.as_bytes(), &For::Passphrase(&spellings.composed, work_factor))
    }

    /// Opens a key file of ours, or one that `age-keygen` and `age -p` made. Takes about a second.
    ///
    /// # Errors
    /// When it is no key file, is damaged, asks for too much, or the passphrase is another one.
    pub fn open(sealed: &[u8], passphrase: &Secret, consent: Consent) -> Result<(Self, Vec<Notice>), Error> {
        let scanned = look_at(sealed)?;
        let (text, notices) = vault::unlocked(&scanned, passphrase, consent)?;
        let key = read(&text)?;
        let notices = notices.into_iter().filter_map(|notice| match notice {
            Notice::Weak { work_factor } => Some(Notice::WeakKey { work_factor }),
            // Nothing that the person has to do: both spellings open it.
            _ => None,
        });

        Ok((key, notices.collect()))
    }

    /// The half that seals.
    pub(super) fn recipient(&self) -> &x25519::Recipient {
        &self.recipient
    }

    /// The half that opens, for as long as it takes. `age` wipes it.
    pub(super) fn identity(&self) -> Result<x25519::Identity, vault::Error> {
        let secret = self.secret.as_text().unwrap_or_default();

        x25519::Identity::from_str(secret).map_err(|_| vault::Error::WrongKey)
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.secret == other.secret
    }
}

impl Eq for Key {}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

/// Whether a file may be a key file, as far as that shows without its passphrase.
///
/// # Errors
/// What else it is, or in what way it is damaged.
pub fn scan(sealed: &[u8]) -> Result<(), Error> {
    look_at(sealed).map(drop)
}

/// Whether what was opened is a key.
pub(super) fn is_in(text: &[u8]) -> bool {
    lines(text).is_some_and(|mut lines| lines.any(|line| line.starts_with(SECRET)))
}

fn look_at(sealed: &[u8]) -> Result<scan::Scanned<'_>, Error> {
    if is_in(sealed) {
        return Err(Error::Bare);
    }

    if sealed.len() > LONGEST {
        // A plan is never as small, a key file never as large.
        return Err(scan::scan(sealed).map_or(Error::NotAKey, |_| Error::APlan));
    }

    let scanned = scan::scan_up_to(sealed, LONGEST)?;

    match scanned.work_factor {
        Some(_) => Ok(scanned),
        None => Err(Error::NotAKey),
    }
}

/// The key in the text of a key file: one line, beside comments and empty ones.
fn read(text: &[u8]) -> Result<Key, Error> {
    let mut lines = lines(text).ok_or(Error::NotAKey)?;

    if text.starts_with(b"# vault") {
        return Err(Error::APlan);
    }

    match (lines.next(), lines.next()) {
        (Some(_), Some(second)) if second.starts_with("AGE-") => Err(Error::Several),
        (Some(line), None) => {
            let identity = x25519::Identity::from_str(line).map_err(|_| Error::other(line))?;

            Key::of(&identity).ok_or(Error::NotAKey)
        }
        _ => Err(Error::NotAKey),
    }
}

/// The lines of a key file that say something.
fn lines(text: &[u8]) -> Option<impl Iterator<Item = &str>> {
    let text = str::from_utf8(text).ok()?;

    Some(text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')))
}

#[cfg(test)]
mod tests;
