//! Reads the header of a sealed file to its end, and no further than a header may reach.
use super::{ANY_VERSION, COLUMNS, LONGEST_HEADER};
use crate::vault::{Error, Lock, Part};

/// The longest header of a file with keys, in bytes.
const LONGEST_KEYS_HEADER: usize = 64 << 10;

/// The most stanzas in a header.
const MOST_STANZAS: usize = 64;

/// The longest line that says what a stanza is, in bytes.
const LONGEST_ARGUMENTS: usize = 2_048;

const VERSION: &[u8] = b"age-encryption.org/v1";

/// Reads the header to its end. Gives the work factor, if there is a passphrase.
pub(super) fn read(lines: &mut Lines<'_>) -> Result<Option<u8>, Error> {
    let first = lines.next(LONGEST_ARGUMENTS)?;

    if first != VERSION {
        return Err(if first.starts_with(ANY_VERSION) {
            Error::Unsupported(Lock::NewerFormat)
        } else {
            Error::Damaged(Part::Header)
        });
    }

    let mut stanzas = 0;
    let (mut work_factor, mut has_key, mut other) = (None, false, None);

    loop {
        let line = lines.next(LONGEST_ARGUMENTS)?;

        if let Some(code) = line.strip_prefix(b"--- ") {
            let is_whole = stanzas > 0 && code.len() == 43 && code.iter().all(is_base64);

            break if is_whole {
                Ok(())
            } else {
                Err(Error::Damaged(Part::Header))
            };
        }

        let arguments = arguments(line)?;
        let is_last_allowed = stanzas < MOST_STANZAS;
        stanzas += 1;
        body(lines)?;

        match arguments.as_slice() {
            _ if !is_last_allowed => return Err(Error::Damaged(Part::Header)),
            ["scrypt", rest @ ..] => work_factor = Some(work_factor_of(rest)?),
            ["X25519", ..] => has_key = true,
            [kind, ..] if kind.ends_with("-grease") => {}
            [kind, ..] => other = other.or_else(|| Some(Lock::named(kind))),
            [] => return Err(Error::Damaged(Part::Header)),
        }
    }?;

    let is_alone = work_factor.is_none() || (stanzas == 1 && lines.position <= LONGEST_HEADER);

    match other {
        _ if !is_alone => Err(Error::Damaged(Part::Header)),
        Some(lock) if work_factor.is_none() && !has_key => Err(Error::Unsupported(lock)),
        _ => Ok(work_factor),
    }
}

/// The words of a stanza's first line.
fn arguments(line: &[u8]) -> Result<Vec<&str>, Error> {
    let words = line
        .strip_prefix(b"-> ")
        .and_then(|words| std::str::from_utf8(words).ok());
    let is_word = |word: &&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_graphic());

    words
        .map(|words| words.split(' ').collect::<Vec<_>>())
        .filter(|words| words.iter().all(is_word))
        .ok_or(Error::Damaged(Part::Header))
}

/// A stanza's body: full lines, then a shorter one, which may be empty but must be there.
fn body(lines: &mut Lines<'_>) -> Result<(), Error> {
    loop {
        let line = lines.next(COLUMNS)?;

        if !line.iter().all(is_base64) {
            return Err(Error::Damaged(Part::Header));
        }

        if line.len() < COLUMNS {
            return Ok(());
        }
    }
}

/// The work factor among a passphrase stanza's arguments: one or two digits, the first not 0.
fn work_factor_of(arguments: &[&str]) -> Result<u8, Error> {
    let [_salt, digits] = arguments else {
        return Err(Error::Damaged(Part::Header));
    };
    let is_plain = matches!(digits.as_bytes(), [b'1'..=b'9'] | [b'1'..=b'9', b'0'..=b'9']);

    digits
        .parse()
        .ok()
        .filter(|_| is_plain)
        .ok_or(Error::Damaged(Part::Header))
}

fn is_base64(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}

/// The header's lines, one after the other, never further than a header may reach.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    /// Where the next one starts.
    pub(super) position: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let bytes = bytes.get(..LONGEST_KEYS_HEADER).unwrap_or(bytes);

        Self { bytes, position: 0 }
    }

    /// The next line of at most `longest` bytes, without its end.
    fn next(&mut self, longest: usize) -> Result<&'a [u8], Error> {
        let rest = self.bytes.get(self.position..).unwrap_or_default();
        let line = rest.get(..=longest).unwrap_or(rest).split(|byte| *byte == b'\n').next();

        match line {
            Some(line) if line.len() < rest.len() && line.len() <= longest => {
                self.position += line.len() + 1;

                Ok(line)
            }
            _ => Err(Error::Damaged(Part::Header)),
        }
    }
}
