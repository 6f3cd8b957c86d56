//! An encrypted copy of a plan on paper: a small sealed file, cut into numbered texts, and back.
//!
//! Each text goes into one square code. They come back in any order, in small letters, broken into lines,
//! from a phone, a message or a keyboard. Joining them needs no passphrase and tells nothing but whether
//! they are whole: what comes out is an ordinary file of `age`, which [`open`](super::open) opens. Its
//! next save has one of the ordinary sizes again.
mod error;
mod gathered;
mod letters;
mod part;

pub use error::Error;
pub use gathered::{Gathered, is_part};

use crate::content::Pack;
use crate::document::Document;
use crate::harden::Secret;
use crate::vault::{self, Consent, WORK_FACTOR, crypt, padding, passphrase};
use part::{MOST, Part};

use sha2::{Digest, Sha256};

/// The three sizes that a text may have once it is filled up for paper, in bytes. Who has the paper knows
/// which of them it was, and no more: fewer codes tell more than the one size of a file would.
pub const BUCKETS: [usize; 3] = [2 << 10, 4 << 10, 8 << 10];

/// The most bytes in one part. With it the largest copy has twelve parts, each a code of 105 modules a side.
const ROOM: usize = 700;

/// How many parts stand on half a page. Whole halves are filled, with smaller codes rather than fewer.
const ROWS: usize = 4;

/// A copy, cut into texts.
#[derive(Clone, PartialEq, Eq)]
pub struct Cut {
    /// One text a code, in order. At least one.
    pub texts: Vec<String>,
    /// Four letters that tell this copy from others. Printed beside each code.
    pub name: String,
    /// The size, in KiB, that the plan is shorter than: whoever counts the codes knows it.
    pub kib: usize,
}

/// Seals a plan for paper, for `passphrase`, and opens it once more. Takes about two seconds.
///
/// # Errors
/// [`Error::TooLong`] when it does not fit the largest of the [`BUCKETS`]; otherwise as
/// [`vault::seal`](super::seal).
pub fn seal(document: &Document, pack: &Pack, passphrase: &Secret) -> Result<Vec<u8>, Error> {
    let text = vault::readable(document, pack)?;
    let sealed = seal_with(&text, passphrase, WORK_FACTOR)?;
    // Nobody should find out from a sheet of paper, next year, that it does not open.
    let opened = vault::open(&sealed, passphrase, Consent::NotAsked)?;

    if opened.plaintext == text {
        Ok(sealed)
    } else {
        Err(vault::Error::Unsealed.into())
    }
}

/// Seals any text for paper with any work factor from 1 to 22: what tests seal with a low one is quick.
#[doc(hidden)]
pub fn seal_with(text: &str, passphrase: &Secret, work_factor: u8) -> Result<Vec<u8>, Error> {
    let spellings = passphrase::spellings(passphrase)?;
    let filled = padding::padded_to(text, &BUCKETS).map_err(|error| match error {
        vault::Error::TooFull => Error::TooLong { bytes: text.len() },
        other => other.into(),
    })?;

    Ok(crypt::encrypt(
        &filled,
        &crypt::For::Passphrase(&spellings.composed, work_factor),
    )?)
}

/// Cuts a sealed copy into as many texts as it needs.
///
/// # Errors
/// [`Error::TooLong`] when it is longer than any that [`seal`] makes.
pub fn cut(sealed: &[u8]) -> Result<Cut, Error> {
    cut_into(sealed, sealed.len().div_ceil(ROOM).next_multiple_of(ROWS))
}

/// Cuts any bytes into `count` texts of about the same length.
#[doc(hidden)]
pub fn cut_into(sealed: &[u8], count: usize) -> Result<Cut, Error> {
    let too_long = || Error::TooLong { bytes: sealed.len() };
    let length = sealed.len().div_ceil(count.max(1)).max(1);
    let count = u8::try_from(count).map_err(|_| too_long())?;

    if !(1..=MOST).contains(&count) || length > part::LONGEST {
        return Err(too_long());
    }

    let set = part::Set::of(sealed);
    // Few bytes may leave the last parts empty; they are made all the same, so that none seems to be missing.
    let data = sealed.chunks(length).chain(std::iter::repeat(&[] as &[u8]));
    let texts = (1..=count).zip(data).map(|(number, data)| {
        let part = Part {
            number,
            count,
            set,
            data: data.to_vec(),
        };

        part.to_string()
    });

    Ok(Cut {
        texts: texts.collect(),
        name: set.name(),
        kib: bucket(sealed.len()) >> 10,
    })
}

/// The size that the text in a sealed copy was filled up to; its own, where it is no copy of ours.
fn bucket(sealed: usize) -> usize {
    const HEADER: usize = 512;

    let is_enough = |bucket: &usize| sealed <= *bucket + HEADER;

    BUCKETS.into_iter().find(is_enough).unwrap_or(sealed)
}

/// The first bytes of the hash of `bytes`: tells copies apart, and whether one is whole.
fn digest<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut kept = [0; N];

    kept.iter_mut()
        .zip(Sha256::digest(bytes))
        .for_each(|(kept, byte)| *kept = byte);

    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAST: u8 = 4;

    fn secret(text: &str) -> Secret {
        Secret::from_text(text).unwrap()
    }

    fn joined(texts: &[String]) -> Result<Vec<u8>, Error> {
        let mut gathered = Gathered::new();
        texts.iter().for_each(|text| gathered.add(text));

        gathered.join()
    }

    /// A text that fills exactly so many bytes with its last line.
    fn text(length: usize) -> String {
        format!("# vault\n{}\n", "x".repeat(length - "# vault\n\n# end\n".len()))
    }

    #[test]
    fn a_copy_has_one_of_three_sizes_and_four_eight_or_twelve_parts() {
        for (length, expected) in [
            (100, (2_230, 4, 2)),
            (2_048, (2_230, 4, 2)),
            (2_049, (4_278, 8, 4)),
            (4_096, (4_278, 8, 4)),
            (4_097, (8_374, 12, 8)),
            (8_192, (8_374, 12, 8)),
        ] {
            let sealed = seal_with(&text(length), &secret("paper"), 18 - 8).unwrap();
            let cut = cut(&sealed).unwrap();

            assert_eq!((sealed.len(), cut.texts.len(), cut.kib), expected, "{length}");
            assert_eq!(joined(&cut.texts).unwrap(), sealed);
        }
    }

    #[test]
    fn what_does_not_fit_says_how_long_it_is() {
        let refused = seal_with(&text(8_193), &secret("paper"), FAST).unwrap_err();

        assert_eq!(refused, Error::TooLong { bytes: 8_187 });
        assert_eq!(
            refused.to_string(),
            "this plan takes 8,187 bytes, and a copy on paper holds 8,186"
        );
    }

    #[test]
    fn a_copy_opens_as_a_plan_does_and_says_where_it_came_from() {
        let sealed = seal_with("# vault\na = 1\n", &secret("six plain words"), FAST).unwrap();
        let back = joined(&cut(&sealed).unwrap().texts).unwrap();
        let opened = vault::open(&back, &secret("six plain words"), Consent::NotAsked).unwrap();

        assert_eq!(opened.plaintext.as_str(), "# vault\na = 1\n");
        assert_eq!(
            opened.notices,
            [vault::Notice::Weak { work_factor: FAST }, vault::Notice::FromPaper]
        );
    }

    #[test]
    fn every_text_can_be_a_small_code() {
        let longest = cut(&[7; 8_374]).unwrap();

        for text in &longest.texts {
            assert!(
                text.len() <= 1_134,
                "a code of 105 modules holds no more: {}",
                text.len()
            );
            assert!(
                text.bytes()
                    .all(|byte| b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ%+-./:".contains(&byte))
            );
        }
    }
}
