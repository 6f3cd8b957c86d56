//! Fills a plan up to one of six sizes, because a sealed file is as long as what is in it.
//!
//! The text ends with a line `# end`, a comment for whoever opens the file with another program. After it
//! come line breaks and nothing else.
use crate::vault::{Error, Part};

use zeroize::Zeroizing;

use std::str;

/// The six sizes a text may have once it is filled up, in bytes.
pub const BUCKETS: [usize; 6] = [256 << 10, 512 << 10, 1 << 20, 2 << 20, 4 << 20, 8 << 20];

/// The first line of a text of ours.
const FIRST: &str = "# vault";

/// The last line of a text of ours.
const LAST: &str = "# end";

/// `text`, the last line, and line breaks up to the next of the [`BUCKETS`].
///
/// # Errors
/// [`Error::TooFull`] when it does not fit the largest.
pub fn padded(text: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
    padded_to(text, &BUCKETS)
}

/// The same up to the next of other sizes, given in rising order.
///
/// # Errors
/// [`Error::TooFull`] when it does not fit the last of them.
pub(super) fn padded_to(text: &str, buckets: &[usize]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let bucket = buckets.iter().copied().find(|bucket| *bucket >= needs(text));

    filled(text, bucket.ok_or(Error::TooFull)?)
}

/// `text`, the last line, and line breaks up to exactly `size` bytes.
///
/// # Errors
/// [`Error::TooFull`] when it does not fit.
pub(super) fn filled(text: &str, size: usize) -> Result<Zeroizing<Vec<u8>>, Error> {
    if needs(text) > size {
        return Err(Error::TooFull);
    }

    // The final size at once: a vector that grows leaves copies behind.
    let mut filled = Zeroizing::new(Vec::with_capacity(size));

    for piece in [text, line_break(text), LAST] {
        filled.extend_from_slice(piece.as_bytes());
    }

    filled.resize(size, b'\n');

    Ok(filled)
}

/// The fewest bytes that `text` takes with its last line.
pub(super) fn needs(text: &str) -> usize {
    text.len() + line_break(text).len() + LAST.len() + 1
}

fn line_break(text: &str) -> &'static str {
    if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        "\n"
    }
}

/// The text without the last line and what follows. A text that was written by hand, does not start with
/// our first line and has no last one is taken as it is.
///
/// # Errors
/// [`Error::Damaged`] when a text of ours has no last line, or anything but line breaks after it, or when
/// it is not text at all.
pub fn stripped(filled: &[u8]) -> Result<&str, Error> {
    let damaged = || Error::Damaged(Part::Text);
    let text = str::from_utf8(filled).map_err(|_| damaged())?;
    let Some(end) = last_line(text) else {
        return if is_ours(text) { Err(damaged()) } else { Ok(text) };
    };

    let (kept, rest) = text.split_at_checked(end).ok_or_else(damaged)?;
    let after = rest.strip_prefix(LAST).ok_or_else(damaged)?;

    if after.bytes().all(|byte| byte == b'\n') {
        Ok(kept)
    } else {
        Err(damaged())
    }
}

/// Whether the text says that it is one of ours.
fn is_ours(text: &str) -> bool {
    text.lines().next() == Some(FIRST)
}

/// Where the first line that reads `# end` starts.
fn last_line(text: &str) -> Option<usize> {
    let mut start = 0;

    text.split('\n').find_map(|line| {
        let here = start;
        start += line.len() + 1;

        (line == LAST).then_some(here)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_back_as_it_was() {
        for text in [
            "",
            "\n",
            "# vault\n",
            "# vault\nformat = \"daypack\"\n",
            "# vault\n\n\n",
            "plain = 1\n",
        ] {
            let filled = padded(text).unwrap();

            assert_eq!(filled.len(), BUCKETS[0]);
            assert_eq!(stripped(&filled).unwrap(), text);
        }

        assert_eq!(
            stripped(&padded("no = \"line break\"").unwrap()).unwrap(),
            "no = \"line break\"\n"
        );
    }

    /// safety.md 4: one less, exactly, and one more than each of the six.
    #[test]
    fn every_boundary_falls_on_its_side() {
        for (index, bucket) in BUCKETS.into_iter().enumerate() {
            let text = |length: usize| "x".repeat(length - "\n\n# end\n".len() + 1) + "\n";

            assert_eq!(padded(&text(bucket - 1)).unwrap().len(), bucket);
            assert_eq!(padded(&text(bucket)).unwrap().len(), bucket);

            match (padded(&text(bucket + 1)), BUCKETS.get(index + 1)) {
                (Ok(filled), Some(next)) => assert_eq!(filled.len(), *next),
                (Err(Error::TooFull), None) => {}
                (other, _) => panic!("{bucket}: {other:?}"),
            }
        }
    }

    #[test]
    fn nothing_may_follow_the_last_line() {
        for text in [
            "# vault\na = 1\n# end\nb = 2\n",
            "# vault\na = 1\n# end\n \n",
            "# vault\na = 1\n# end\n\n\n# end\n",
            "# vault\na = 1\n# end \n",
            "# vault\na = 1\n",
            "# vault\na = 1",
            "# vault",
            "a = 1\n# end\nb = 2\n",
            "a = 1\n# end\n\0",
        ] {
            assert!(
                matches!(stripped(text.as_bytes()), Err(Error::Damaged(Part::Text))),
                "{text:?}"
            );
        }

        assert!(matches!(stripped(b"a = \"\xff\"\n"), Err(Error::Damaged(Part::Text))));
    }

    #[test]
    fn a_text_written_by_hand_needs_no_padding() {
        assert_eq!(stripped(b"answers = []\n").unwrap(), "answers = []\n");
        assert_eq!(stripped(b"").unwrap(), "");
        assert_eq!(stripped(b"# vault\na = 1\n# end").unwrap(), "# vault\na = 1\n");
    }
}
