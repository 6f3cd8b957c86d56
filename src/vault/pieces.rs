//! A plan in two pieces: the plan, sealed for a key, and the key in a file of its own.
//!
//! Saving needs no secret and no key derivation: the public half of the key is enough. Opening needs the key
//! file and its passphrase, and either alone is worth nothing. The price: sealing for a key rests on
//! X25519, which a large quantum computer could break one day, also for copies that were taken today. A
//! passphrase alone does not have that weakness.
use crate::content::Pack;
use crate::document::Document;
use crate::vault::crypt::{self, Key as Opener};
use crate::vault::key::Key;
use crate::vault::{Error, Notice, Opened, padding, readable, scan};

use zeroize::Zeroizing;

/// How much longer the header of a plan in two pieces may be than that of one with a passphrase, in bytes.
/// `age` adds a stanza of random length that means nothing: up to 208 of them are taken.
const LONGER_HEADER: usize = 512;

/// Header and nonce of a file with a passphrase, and two digits of work, in bytes.
const ONE_PIECE: usize = 166;

/// Seals a plan for a key. Takes no noticeable time.
///
/// # Errors
/// [`Error::Unsealed`] when what was written cannot be read again; [`Error::TooFull`].
pub fn seal_to(document: &Document, pack: &Pack, key: &Key) -> Result<Vec<u8>, Error> {
    seal_text_to(&readable(document, pack)?, key)
}

/// The same for any text. The file has one of the six sizes that one with a passphrase has, to the byte: what
/// the random part of its header takes, the padding gives.
#[doc(hidden)]
pub fn seal_text_to(text: &str, key: &Key) -> Result<Vec<u8>, Error> {
    // How much the header takes this time must not decide which size it is.
    let needs = padding::needs(text) + LONGER_HEADER;
    let bucket = padding::BUCKETS.into_iter().find(|bucket| *bucket >= needs);
    let size = sealed_size(bucket.ok_or(Error::TooFull)?);

    crypt::encrypt_to_size(key.recipient(), size, |room| padding::filled(text, room))
}

/// Opens a plan that was sealed for `key`, with or without armour.
///
/// # Errors
/// [`Error::WrongKey`] when it was sealed for another one; [`Error::OnePiece`] when it needs none; otherwise
/// as [`open`](super::open).
pub fn open_with(sealed: &[u8], key: &Key) -> Result<Opened, Error> {
    let scanned = scan::scan(sealed)?;

    if scanned.work_factor.is_some() {
        return Err(Error::OnePiece);
    }

    let mut filled = Zeroizing::new(Vec::new());
    let opened = key
        .identity()
        .and_then(|identity| crypt::decrypt(&scanned, &Opener::Identity(&identity), &mut filled));

    opened.map_err(|error| match error {
        Error::WrongPassphrase => Error::WrongKey,
        error => error,
    })?;

    let is_padded = padding::BUCKETS.map(sealed_size).contains(&scanned.binary.len());
    let notices = if is_padded { Vec::new() } else { vec![Notice::Unpadded] };
    let plaintext = Zeroizing::new(padding::stripped(&filled)?.to_owned());

    Ok(Opened { plaintext, notices })
}

/// How long the file of a text of this size is when it is sealed for a passphrase.
fn sealed_size(bucket: usize) -> usize {
    ONE_PIECE + bucket + 16 * bucket.div_ceil(64 << 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// safety.md 3, for plans in two pieces.
    #[test]
    fn a_plan_for_a_key_has_one_of_the_same_six_sizes_to_the_byte() {
        let key = Key::generate().unwrap();

        for (bucket, expected) in padding::BUCKETS
            .into_iter()
            .zip([262_374, 524_582, 1_048_998, 2_097_830, 4_195_494, 8_390_822])
        {
            // The header is another one each time.
            for less in [LONGER_HEADER, LONGER_HEADER + 1, 100_000] {
                let text = "x".repeat(bucket - less - "\n# end\n".len());
                let sealed = seal_text_to(&text, &key).unwrap();

                assert_eq!(sealed.len(), expected, "{bucket} {less}");
                assert_eq!(open_with(&sealed, &key).unwrap().notices, []);
            }
        }

        let sizes: std::collections::BTreeSet<_> =
            (0..200).map(|_| seal_text_to("short", &key).unwrap().len()).collect();

        assert_eq!(sizes.into_iter().collect::<Vec<_>>(), [262_374]);
    }

    #[test]
    fn one_byte_too_many_takes_the_next_size_and_more_than_the_last_is_refused() {
        let key = Key::generate().unwrap();
        let room = |bucket: usize| bucket - LONGER_HEADER - "\n# end\n".len();
        let sealed = seal_text_to(&"x".repeat(room(256 << 10) + 1), &key).unwrap();

        assert_eq!(sealed.len(), 524_582);
        assert_eq!(
            seal_text_to(&"x".repeat(room(8 << 20) + 1), &key).unwrap_err(),
            Error::TooFull
        );
    }
}
