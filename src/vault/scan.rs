//! Looks at a sealed file before `age` does, and refuses what `age` would take without limit.
//!
//! `age` reads a header of any length again from its first byte after every line, an armoured line of any
//! length, and a work factor with letters behind it. None of that gets past here. What does get past is
//! small, whole, and of a kind that is named.
mod header;

use crate::vault::{Error, Part, crypt};

use age::armor::ArmoredReader;

use std::borrow::Cow;
use std::io::Read;

/// The largest sealed plan of ours, in bytes: 8 MiB of text, 128 tags, a header.
pub const LARGEST: usize = 8_390_822;

/// How much longer than [`LARGEST`] a file may be, for the headers of other programs.
const SLACK: usize = 64 << 10;

/// The longest armoured file, in bytes.
const LARGEST_ARMORED: usize = 12 << 20;

/// The longest header of a file with a passphrase, in bytes.
const LONGEST_HEADER: usize = 4 << 10;

/// The columns of an armoured line, and of a stanza's body.
const COLUMNS: usize = 64;

const BEGIN: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
const ANY_VERSION: &[u8] = b"age-encryption.org/";
/// A file that `age` may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scanned<'a> {
    /// The work that its passphrase asks for, as a power of two. Nothing when it is locked with keys.
    pub work_factor: Option<u8>,
    /// Whether it came as text.
    pub armored: bool,
    /// The file without its armour.
    pub binary: Cow<'a, [u8]>,
    header: usize,
}

impl Scanned<'_> {
    /// How many bytes are sealed in it, if it is whole.
    pub fn content_len(&self) -> usize {
        const NONCE: usize = 16;

        crypt::content(self.binary.len().saturating_sub(self.header + NONCE))
    }
}

/// Looks at a file that may be a sealed plan. Costs no more than reading it once.
///
/// # Errors
/// When it is no such file, is too large, is damaged in its armour or header, or is locked in a way that
/// we do not open.
pub fn scan(sealed: &[u8]) -> Result<Scanned<'_>, Error> {
    scan_up_to(sealed, LARGEST + SLACK)
}

/// The same with another limit on the size of the file without its armour, in bytes.
#[doc(hidden)]
pub fn scan_up_to(sealed: &[u8], largest: usize) -> Result<Scanned<'_>, Error> {
    if sealed.starts_with(ANY_VERSION) {
        return scan_binary(Cow::Borrowed(sealed), false, largest);
    }

    if sealed.len() > LARGEST_ARMORED.max(largest) {
        return Err(Error::TooLarge);
    }

    let trimmed = sealed.trim_ascii();

    if is_armor(trimmed) {
        scan_binary(Cow::Owned(without_armor(trimmed)?), true, largest)
    } else {
        Err(Error::NotAVault)
    }
}

fn scan_binary(binary: Cow<'_, [u8]>, armored: bool, largest: usize) -> Result<Scanned<'_>, Error> {
    if binary.len() > largest {
        return Err(Error::TooLarge);
    }

    let mut lines = header::Lines::new(&binary);
    let work_factor = header::read(&mut lines)?;
    let header = lines.position;

    Ok(Scanned {
        work_factor,
        armored,
        binary,
        header,
    })
}

/// Whether somebody meant this to be armour, well made or not.
fn is_armor(trimmed: &[u8]) -> bool {
    let start = trimmed.get(..LONGEST_HEADER).unwrap_or(trimmed);

    trimmed.starts_with(b"-----")
        || start
            .split(|byte| *byte == b'\n')
            .any(|line| line.trim_ascii() == BEGIN)
}

/// Takes the armour off, once no line of it is too long.
fn without_armor(trimmed: &[u8]) -> Result<Vec<u8>, Error> {
    let damaged = Error::Damaged(Part::Armor);
    let is_short = |line: &[u8]| line.strip_suffix(b"\r").unwrap_or(line).len() <= COLUMNS;

    if !trimmed.starts_with(BEGIN) || !trimmed.split(|byte| *byte == b'\n').all(is_short) {
        return Err(damaged);
    }

    let mut binary = Vec::with_capacity(trimmed.len() / 4 * 3 + 3);

    match ArmoredReader::new(trimmed).read_to_end(&mut binary) {
        Ok(_) => Ok(binary),
        Err(_) => Err(damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::vault::Lock;

    const SALT: &str = "rF0/NwblUHHTpgQgRpe5CQ";
    const BODY: &str = "gUjEymFKMVXQEKdMMHL24oYexjE3TIC0O0zGSqJ2aUY";
    const CODE: &str = "IOXiQYStkoT1mvZW2tFOqZdhRVvj58egABx/sWfZQbc";

    fn file(stanzas: &str) -> String {
        format!("age-encryption.org/v1\n{stanzas}--- {CODE}\n0123456789abcdef0123456789abcdefx")
    }

    fn passphrase(work_factor: &str) -> String {
        format!("-> scrypt {SALT} {work_factor}\n{BODY}\n")
    }

    #[test]
    fn a_sealed_file_is_recognised() {
        let sealed = file(&passphrase("18"));
        let scanned = scan(sealed.as_bytes()).unwrap();

        assert_eq!((scanned.work_factor, scanned.armored), (Some(18), false));
        assert_eq!(scanned.content_len(), 1);
        assert_eq!(scanned.binary, sealed.as_bytes());
    }

    /// As many bytes are reserved before opening: one tag for each 64 KiB begun.
    #[test]
    fn how_much_is_sealed_is_known_before_it_is_opened() {
        for (more, expected) in [(0, 1), (1, 2), (65_535, 65_536), (65_552, 65_537), (200_000, 199_953)] {
            let sealed = file(&passphrase("18")) + &"x".repeat(more);

            assert_eq!(scan(sealed.as_bytes()).unwrap().content_len(), expected);
        }
    }

    #[test]
    fn a_work_factor_is_one_or_two_digits() {
        for (text, expected) in [("1", 1), ("9", 9), ("10", 10), ("99", 99)] {
            assert_eq!(
                scan(file(&passphrase(text)).as_bytes()).unwrap().work_factor,
                Some(expected)
            );
        }

        for text in [
            "0", "018", "10aaaa", "1a", "18 ", " 18", "+18", "-1", "0x10", "255", "256", "100", "", "١٨",
        ] {
            let refused = scan(file(&passphrase(text)).as_bytes()).map(|_| ());

            assert_eq!(refused, Err(Error::Damaged(Part::Header)), "{text:?}");
        }
    }

    #[test]
    fn a_passphrase_stands_alone() {
        let (one, key) = (passphrase("10"), format!("-> X25519 {SALT}\n{BODY}\n"));

        for stanzas in [one.clone() + &one, one.clone() + &key, key.clone() + &one] {
            assert!(matches!(
                scan(file(&stanzas).as_bytes()),
                Err(Error::Damaged(Part::Header))
            ));
        }

        assert_eq!(scan(file(&key).as_bytes()).unwrap().work_factor, None);
    }

    #[test]
    fn a_header_has_its_limits() {
        let key = format!("-> X25519 {SALT}\n{BODY}\n");
        let full = format!("-> x-grease\n{}\n", format!("{}\n", "A".repeat(64)).repeat(80));

        assert!(scan(file(&key.repeat(64)).as_bytes()).is_ok());
        assert!(
            scan(file(&format!("{full}{key}")).as_bytes()).is_ok(),
            "5 KiB are fine with keys"
        );

        let refused = [
            String::new(),
            key.repeat(65),
            full.repeat(13) + &key,
            format!("-> X25519 {}\n{BODY}\n", "A".repeat(2_048)),
            format!("-> X25519 {SALT}\n{}\n\n", "A".repeat(65)),
            format!("-> X25519 {SALT}\n{}\n", "A".repeat(64)),
            format!(
                "-> scrypt {SALT} 18\n{}{BODY}\n",
                format!("{}\n", "A".repeat(64)).repeat(65)
            ),
            format!("-> X25519  {SALT}\n{BODY}\n"),
            "->\n\n".to_owned(),
            "-> \n\n".to_owned(),
            key.replace(BODY, &BODY.replace('g', "-")),
            key.replace(BODY, &BODY.replace('g', "=")),
        ];

        for stanzas in refused {
            let result = scan(file(&stanzas).as_bytes()).map(|_| ());

            assert_eq!(result, Err(Error::Damaged(Part::Header)), "{stanzas:.80}");
        }

        for code in [&CODE[1..], &CODE.replace('I', "-"), &format!("{CODE}=")] {
            let result = scan(file(&key).replace(CODE, code).as_bytes()).map(|_| ());

            assert_eq!(result, Err(Error::Damaged(Part::Header)), "{code}");
        }

        let whole = file(&key);
        let (cut, _) = whole.split_at(whole.find("\n0123").unwrap());
        assert_eq!(scan(cut.as_bytes()).map(|_| ()), Err(Error::Damaged(Part::Header)));
    }

    #[test]
    fn other_locks_are_named_and_not_tried() {
        let lock = |kind: &str| match scan(file(&format!("-> {kind} abc\n\n")).as_bytes()) {
            Err(Error::Unsupported(lock)) => lock,
            other => panic!("{kind}: {other:?}"),
        };

        assert_eq!(lock("ssh-ed25519"), Lock::Ssh);
        assert_eq!(lock("mlkem768x25519"), Lock::PostQuantum);
        assert_eq!(lock("piv-p256"), Lock::Hardware);
        assert_eq!(lock("Scrypt"), Lock::Other("Scrypt".to_owned()));
        assert_eq!(lock(&"x".repeat(1_000)), Lock::Other("x".repeat(32)));

        let beside = format!("-> ssh-ed25519 abc\n\n-> X25519 {SALT}\n{BODY}\n");
        assert_eq!(scan(file(&beside).as_bytes()).unwrap().work_factor, None);

        // Grease is no lock: what is not known stands next to it.
        let greased = scan(file("-> x-grease abc\n\n-> ssh-ed25519 abc\n\n").as_bytes()).map(|_| ());
        assert_eq!(greased, Err(Error::Unsupported(Lock::Ssh)));
        assert_eq!(scan(file("-> x-grease abc\n\n").as_bytes()).unwrap().work_factor, None);
    }

    #[test]
    fn other_files_are_told_apart() {
        for other in [
            "",
            "\n",
            "%PDF-1.7\n",
            "# vault\nformat = \"daypack\"\n",
            "age-encryption.org",
        ] {
            assert!(matches!(scan(other.as_bytes()), Err(Error::NotAVault)), "{other:?}");
        }

        let newer = file(&passphrase("18")).replacen("v1\n", "v2\n", 1);
        assert!(matches!(
            scan(newer.as_bytes()),
            Err(Error::Unsupported(Lock::NewerFormat))
        ));
    }

    #[test]
    fn a_file_has_a_largest_size() {
        let mut sealed = file(&passphrase("18")).into_bytes();

        sealed.resize(LARGEST + 65_536, b'x');
        assert!(scan(&sealed).is_ok());

        sealed.push(b'x');
        assert!(matches!(scan(&sealed), Err(Error::TooLarge)));
        assert!(matches!(scan(&vec![b' '; LARGEST_ARMORED]), Err(Error::NotAVault)));
        assert!(matches!(scan(&vec![b' '; LARGEST_ARMORED + 1]), Err(Error::TooLarge)));
    }

    #[test]
    fn armour_may_stand_in_white_space_and_nothing_else() {
        let armored = "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n";
        let damaged = |text: &str| matches!(scan(text.as_bytes()), Err(Error::Damaged(Part::Armor)));

        assert!(matches!(
            scan(format!(" \r\n\t{armored}\n ").as_bytes()),
            Err(Error::Damaged(Part::Header))
        ));
        assert!(damaged(&format!("Hello,\n\n{armored}")));
        assert!(damaged(&armored.replace("YWdl", &"A".repeat(1 << 20))));
        assert!(damaged(&armored.replace("AGE", "age")));
        assert!(damaged(&armored.replace("YWdl", "YW*l")));
    }
}
