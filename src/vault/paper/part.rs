//! One part of a copy as text: which one it is, of how many, of which copy, what is in it, and a checksum.
//!
//! `DP1:3:8:551P510CFQNN:…:`, where `…` is the letters of the bytes and of the first four bytes of a hash
//! over all that stands before. A text ends with a colon, which no letter of the middle is, so that texts
//! may follow each other without anything between.
use super::{digest, letters};

use std::fmt;

/// What a part begins with: the name and the version of this format.
pub(super) const MARK: &str = "DP1:";

/// The most parts that a copy may have.
pub(super) const MOST: u8 = 16;

/// The most bytes that a part may hold: what the largest square code could.
pub(super) const LONGEST: usize = 2_200;

/// The letters of [`Set`].
const SET_LETTERS: usize = 12;

/// The bytes of a part's checksum.
const CHECK: usize = 4;

/// Which copy: the first bytes of the hash of the whole.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Set([u8; 8]);

/// One part of a copy.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// From 1.
    pub(super) number: u8,
    /// At most [`MOST`].
    pub(super) count: u8,
    pub(super) set: Set,
    pub(super) data: Vec<u8>,
}

/// What a text turned out to be that begins as a part does.
pub(super) enum Read {
    /// A whole part.
    Whole(Part),
    /// The part of that number, of so many, which is not whole.
    Damaged(u8, u8),
    /// None that can be told.
    Unknown,
}

impl Set {
    pub(super) fn of(whole: &[u8]) -> Self {
        Self(digest(whole))
    }

    /// Four letters for people.
    pub(super) fn name(self) -> String {
        letters::write(&self.0)
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .chain("0000".chars())
            .take(4)
            .collect()
    }
}

impl Part {
    /// What stands before the letters of the bytes.
    fn head(&self) -> String {
        format!("{MARK}{}:{}:{}:", self.number, self.count, letters::write(&self.set.0))
    }

    fn check(&self) -> [u8; CHECK] {
        let mut checked = self.head().into_bytes();
        checked.extend_from_slice(&self.data);

        digest(&checked)
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = self.data.clone();
        bytes.extend(self.check());

        write!(f, "{}{}:", self.head(), letters::write(&bytes))
    }
}

/// Reads a text that begins behind the [`MARK`], already tidied: capital letters, no spaces. Gives what it
/// was, and what follows it.
pub(super) fn read(behind: &str) -> (Read, &str) {
    let Some((number, rest)) = number(behind) else {
        return (Read::Unknown, behind);
    };
    let Some((count, rest)) = self::number(rest).filter(|(count, _)| *count >= number && *count <= MOST) else {
        return (Read::Unknown, behind);
    };

    let end = |text: &str| text.find(|it| !letters::is_letter(it)).unwrap_or(text.len());
    let (set, rest) = rest.split_at(end(rest));
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let (body, rest) = rest.split_at(end(rest));
    let whole = rest
        .strip_prefix(':')
        .and_then(|rest| Some((whole(number, count, set, body)?, rest)));

    match whole {
        Some((part, rest)) => (Read::Whole(part), rest),
        None => (Read::Damaged(number, count), rest),
    }
}

fn whole(number: u8, count: u8, set: &str, body: &str) -> Option<Part> {
    if set.len() != SET_LETTERS || body.len() > LONGEST * 2 {
        return None;
    }

    let set = Set(letters::read(set)?.try_into().ok()?);
    let mut data = letters::read(body)?;
    let check = data.split_off(data.len().checked_sub(CHECK)?);
    let part = Part {
        number,
        count,
        set,
        data,
    };

    (part.check().as_slice() == check && part.data.len() <= LONGEST).then_some(part)
}

/// One or two digits and a colon: a number from 1.
fn number(text: &str) -> Option<(u8, &str)> {
    let (digits, rest) = text.split_once(':')?;
    let is_plain = matches!(digits.as_bytes(), [b'1'..=b'9'] | [b'1'..=b'9', b'0'..=b'9']);

    Some((digits.parse().ok().filter(|_| is_plain)?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part() -> Part {
        Part {
            number: 3,
            count: 8,
            set: Set::of(b"all of it"),
            data: b"some of it".to_vec(),
        }
    }

    #[test]
    fn a_part_is_written_the_same_way_forever() {
        assert_eq!(part().to_string(), "DP1:3:8:551P510CFQNN:VNH2RGL-4RMFI2GR3TPIR:");
    }

    #[test]
    fn a_part_comes_back_with_what_follows_it() {
        let text = format!("{}DP1:4", part());

        match read(&text[MARK.len()..]) {
            (Read::Whole(back), "DP1:4") => assert!(back == part()),
            _ => panic!("not whole"),
        }
    }

    #[test]
    fn every_changed_letter_is_noticed() {
        let text = part().to_string();

        for at in MARK.len()..text.len() {
            let mut changed = text.clone().into_bytes();
            changed[at] = if changed[at] == b'7' { b'8' } else { b'7' };

            let changed = String::from_utf8(changed).unwrap();
            assert!(
                !matches!(read(&changed[MARK.len()..]), (Read::Whole(_), _)),
                "{changed}"
            );
        }

        for length in MARK.len()..text.len() {
            assert!(
                !matches!(read(&text[MARK.len()..length]), (Read::Whole(_), _)),
                "{length}"
            );
        }
    }

    #[test]
    fn numbers_that_no_part_has_are_refused() {
        for text in [
            "0:8:", "9:8:", "3:17:", "03:8:", "3:08:", "-1:8:", "3.0:8:", ":8:", "3:", "3:8", "255:255:",
        ] {
            assert!(matches!(read(text), (Read::Unknown, _)), "{text}");
        }
    }
}
