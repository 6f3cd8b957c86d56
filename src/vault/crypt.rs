//! The only place that calls `age`. Bytes in, bytes out; any work factor, any key, no document.
//!
//! `age`'s own errors are matched and never printed: one of them shifts by a number from the file. Nor is
//! its default work ever used: it would measure this machine, and choose for all others.
use crate::harden;
use crate::vault::scan::Scanned;
use crate::vault::{Error, Part};

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt, x25519};
use zeroize::Zeroizing;

use std::cell::Cell;
use std::io::{self, Read, Write};
use std::iter;

/// Room beside the key derivation for everything else that opening takes, in bytes.
const BESIDE: usize = 40 << 20;

/// What opens a file.
pub enum Key<'a> {
    /// A passphrase, as it is.
    Passphrase(&'a str),
    /// A key of its own.
    Identity(&'a x25519::Identity),
}

/// What a file is sealed for.
pub enum For<'a> {
    /// A passphrase, and the work it asks for as a power of two, 1 to 22.
    Passphrase(&'a str, u8),
    /// The owner of a key.
    Recipient(&'a x25519::Recipient),
}

/// The memory that a passphrase of this work factor takes, in MiB, rounded up.
pub fn memory(work_factor: u8) -> u32 {
    1u32.checked_shl(u32::from(work_factor.saturating_sub(10)))
        .unwrap_or(u32::MAX)
}

/// Seals `plaintext`.
///
/// # Errors
/// [`Error::NotEnoughMemory`] before the work starts, or [`Error::Unsealed`].
pub fn encrypt(plaintext: &[u8], for_whom: &For<'_>) -> Result<Vec<u8>, Error> {
    match for_whom {
        For::Passphrase(passphrase, work_factor) => {
            if !(1..=22).contains(work_factor) {
                return Err(Error::TooCostly {
                    work_factor: *work_factor,
                });
            }

            make_room(*work_factor)?;

            let mut recipient = scrypt::Recipient::new(secret(passphrase));
            recipient.set_work_factor(*work_factor);

            encrypt_for(plaintext, &recipient)
        }
        For::Recipient(recipient) => encrypt_for(plaintext, *recipient),
    }
}

fn encrypt_for(plaintext: &[u8], recipient: &dyn Recipient) -> Result<Vec<u8>, Error> {
    let tags = 16 * plaintext.len().div_ceil(64 << 10);
    let mut sealed = Vec::with_capacity(plaintext.len() + tags + 1_024);
    let unsealed = |_| Error::Unsealed;

    let encryptor = Encryptor::with_recipients(iter::once(recipient)).map_err(|_| Error::Unsealed)?;
    let mut writer = encryptor.wrap_output(&mut sealed).map_err(unsealed)?;

    writer.write_all(plaintext).map_err(unsealed)?;
    writer.finish().map_err(unsealed)?;

    Ok(sealed)
}

/// Seals for the owner of a key so that the whole is `size` bytes long: `fill` is told how many bytes of
/// plaintext that leaves. The header has a random part of a random length, and is written first.
///
/// # Errors
/// [`Error::Unsealed`] when there is no such room; what `fill` says.
pub fn encrypt_to_size(
    recipient: &x25519::Recipient,
    size: usize,
    fill: impl FnOnce(usize) -> Result<Zeroizing<Vec<u8>>, Error>,
) -> Result<Vec<u8>, Error> {
    let unsealed = |_| Error::Unsealed;
    let written = Cell::new(0);
    let mut sealed = Vec::with_capacity(size);
    let output = Tally {
        output: &mut sealed,
        written: &written,
    };

    let encryptor = Encryptor::with_recipients(iter::once(recipient as &dyn Recipient)).map_err(|_| Error::Unsealed)?;
    let mut writer = encryptor.wrap_output(output).map_err(unsealed)?;
    let plaintext = fill(content(size.saturating_sub(written.get())))?;

    writer.write_all(&plaintext).map_err(unsealed)?;
    writer.finish().map_err(unsealed)?;

    if sealed.len() == size {
        Ok(sealed)
    } else {
        Err(Error::Unsealed)
    }
}

/// How much plaintext is in so many sealed bytes.
pub(super) fn content(sealed: usize) -> usize {
    const TAG: usize = 16;
    const CHUNK: usize = (64 << 10) + TAG;

    sealed.saturating_sub(TAG * sealed.div_ceil(CHUNK))
}

/// Writes, and says how much that was.
struct Tally<'a> {
    output: &'a mut Vec<u8>,
    written: &'a Cell<usize>,
}

impl Write for Tally<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.output.extend_from_slice(bytes);
        self.written.set(self.output.len());

        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Opens a scanned file into `plaintext`. After an error what is in there must not be used: a part of
/// the text whose end was cut off may be all that came out.
///
/// # Errors
/// [`Error::NotEnoughMemory`] before the work starts; [`Error::WrongPassphrase`]; [`Error::Damaged`].
pub fn decrypt(scanned: &Scanned<'_>, key: &Key<'_>, plaintext: &mut Zeroizing<Vec<u8>>) -> Result<(), Error> {
    match key {
        Key::Passphrase(passphrase) => {
            let work_factor = scanned.work_factor.ok_or(Error::WrongPassphrase)?;

            make_room(work_factor)?;

            let mut identity = scrypt::Identity::new(secret(passphrase));
            identity.set_max_work_factor(work_factor);

            decrypt_with(scanned, &identity, plaintext)
        }
        Key::Identity(identity) => decrypt_with(scanned, *identity, plaintext),
    }
}

fn decrypt_with(
    scanned: &Scanned<'_>,
    identity: &dyn Identity,
    plaintext: &mut Zeroizing<Vec<u8>>,
) -> Result<(), Error> {
    let decryptor = Decryptor::new_buffered(&*scanned.binary).map_err(|error| in_our_words(&error))?;
    let mut reader = decryptor
        .decrypt(iter::once(identity))
        .map_err(|error| in_our_words(&error))?;

    // The final size at once, so that no half-grown copy is left behind.
    plaintext.clear();
    plaintext
        .try_reserve_exact(scanned.content_len())
        .map_err(|_| Error::NotEnoughMemory {
            mib: u32::try_from(scanned.content_len() >> 20).unwrap_or(u32::MAX),
        })?;

    match reader.read_to_end(plaintext) {
        Ok(_) => Ok(()),
        Err(_) => Err(Error::Damaged(Part::Content)),
    }
}

/// Refuses now what the key derivation would end the program for.
fn make_room(work_factor: u8) -> Result<(), Error> {
    let mib = memory(work_factor);
    let bytes = usize::try_from(mib)
        .ok()
        .and_then(|mib| mib.checked_mul(1 << 20)?.checked_add(BESIDE));

    match bytes {
        Some(bytes) if harden::has_room(bytes) => Ok(()),
        _ => Err(Error::NotEnoughMemory { mib }),
    }
}

/// A copy for `age`, which wipes it. It has its final size at once.
fn secret(passphrase: &str) -> SecretString {
    SecretString::from(passphrase.to_owned())
}

/// What `age` found, without its words.
pub fn in_our_words(error: &DecryptError) -> Error {
    match error {
        DecryptError::DecryptionFailed | DecryptError::NoMatchingKeys | DecryptError::KeyDecryptionFailed => {
            Error::WrongPassphrase
        }
        DecryptError::ExcessiveWork { required, .. } => Error::TooCostly { work_factor: *required },
        DecryptError::InvalidMac => Error::Damaged(Part::Seal),
        // A newer format cannot get past the scanner; what is left is a header that `age` does not like.
        _ => Error::Damaged(Part::Header),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_of_a_work_factor_is_told_in_mebibytes() {
        assert_eq!(memory(18), 256);
        assert_eq!(memory(22), 4_096);
        assert_eq!(memory(4), 1);
        assert_eq!(memory(60), u32::MAX);
    }

    #[test]
    fn a_seal_that_does_not_fit_is_told_from_a_header_that_cannot_be_read() {
        assert_eq!(in_our_words(&DecryptError::InvalidMac), Error::Damaged(Part::Seal));
        assert_eq!(in_our_words(&DecryptError::InvalidHeader), Error::Damaged(Part::Header));
    }

    /// safety.md 15: `age`'s own words for this error shift by the difference, and would end the program.
    #[test]
    fn any_amount_of_work_is_said_in_our_words() {
        for required in 0..=u8::MAX {
            for target in 1..=30 {
                let error = in_our_words(&DecryptError::ExcessiveWork { required, target });

                assert_eq!(error, Error::TooCostly { work_factor: required });
                assert!(!error.to_string().is_empty() && !error.advice().is_empty());
            }
        }
    }
}
