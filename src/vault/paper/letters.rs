//! Bytes as letters that survive a code, a phone, a message and a keyboard: two bytes are three letters.
//!
//! As dense as base 45 (RFC 9285), which fills the alphabet of square codes to its last letter. Two bytes
//! need only 41 of them, so the four that are changed on the way are left out: the space, which messages
//! fold and line ends swallow; the asterisk, which messengers take for bold; the dollar, which a shell
//! takes for a name; and the colon, which parts a text from its head.

/// The letters, by their value.
const LETTERS: &[u8; 41] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ%+-./";

/// `bytes` as letters: three for every two, two for a last one.
pub(super) fn write(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(2) * 3);

    for pair in bytes.chunks(2) {
        let mut value = pair.iter().fold(0, |value, byte| value * 256 + u32::from(*byte));

        for _ in 0..=pair.len() {
            text.push(letter(value % 41));
            value /= 41;
        }
    }

    text
}

/// The bytes that `text` stands for; nothing if [`write`] would never have written it.
pub(super) fn read(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 2 + 1);

    for group in text.as_bytes().chunks(3) {
        let value = group.iter().rev().try_fold(0, |value, letter| {
            let position = LETTERS.iter().position(|known| known == letter)?;

            Some(value * 41 + u32::try_from(position).ok()?)
        })?;

        match group.len() {
            3 => bytes.extend(u16::try_from(value).ok()?.to_be_bytes()),
            2 => bytes.push(u8::try_from(value).ok()?),
            _ => return None,
        }
    }

    Some(bytes)
}

/// Whether it is one of the letters.
pub(super) fn is_letter(character: char) -> bool {
    u8::try_from(character).is_ok_and(|byte| LETTERS.contains(&byte))
}

fn letter(value: u32) -> char {
    usize::try_from(value)
        .ok()
        .and_then(|value| LETTERS.get(value))
        .map_or('0', |byte| char::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_are_the_same_letters_forever() {
        for (bytes, letters) in [
            (&b""[..], ""),
            (b"\0", "00"),
            (b"A", "O1"),
            (b"\xff", "96"),
            (b"AB", "J-9"),
            (b"\xff\xff", "H/-"),
            (b"age", "7YEJ2"),
        ] {
            assert_eq!(write(bytes), letters, "{bytes:?}");
            assert_eq!(read(letters).unwrap(), bytes);
        }
    }

    #[test]
    fn every_pair_of_bytes_comes_back() {
        for value in 0..=u16::MAX {
            let bytes = value.to_be_bytes();

            assert_eq!(read(&write(&bytes)).unwrap(), bytes);
        }
    }

    #[test]
    fn what_stands_for_no_bytes_is_refused() {
        for text in ["0", "A1BC", "//", "///", "//0K", "0 0", "00*", "ÄÖ", "ab"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
