//! Why a copy could not be put on paper, or did not come back from it, and what can be done about it.
use super::BUCKETS;
use crate::vault;

use std::fmt;

/// Why a copy could not be put on paper, or did not come back from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The plan is longer than the largest copy holds.
    TooLong {
        /// How long its text is, in bytes.
        bytes: usize,
    },
    /// Nothing in the texts is a part of a copy.
    NoParts,
    /// Some parts are not there, or not whole.
    Incomplete {
        /// The numbers of those that are not there, in order.
        missing: Vec<u8>,
        /// The numbers of those that are not whole, in order.
        damaged: Vec<u8>,
        /// How many there are in all.
        count: u8,
    },
    /// The parts are of different copies.
    Mixed {
        /// The four letters of each.
        names: Vec<String>,
    },
    /// Every part is whole, and yet they do not fit together.
    NotWhole,
    /// The plan could not be sealed, or what came back is no sealed plan.
    Vault(vault::Error),
}

/// The longest text that fits, without the line that ends it.
const ROOM: usize = match BUCKETS {
    [.., largest] => largest - "# end\n".len(),
};

impl std::error::Error for Error {}

impl From<vault::Error> for Error {
    fn from(error: vault::Error) -> Self {
        Self::Vault(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { bytes } => write!(
                f,
                "this plan takes {} bytes, and a copy on paper holds {}",
                grouped(*bytes),
                grouped(ROOM)
            ),
            Self::NoParts => f.write_str("no part of a copy is in these texts"),
            Self::Incomplete {
                missing,
                damaged,
                count,
            } => match (missing.is_empty(), damaged.is_empty()) {
                (false, true) => write!(f, "{} missing", numbered(missing, Some(*count))),
                (_, true) => f.write_str("parts are missing"),
                (true, false) => write!(f, "{} damaged", numbered(damaged, Some(*count))),
                (false, false) => write!(
                    f,
                    "{} missing, and {} damaged",
                    numbered(missing, Some(*count)),
                    numbered(damaged, None)
                ),
            },
            Self::Mixed { names } => write!(f, "these parts are of different copies: {}", listed(names)),
            Self::NotWhole => f.write_str("these parts do not fit together"),
            Self::Vault(error) => error.fmt(f),
        }
    }
}

impl Error {
    /// What the person in front of the screen or the sheet can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => {
                "Shorten what you wrote about earlier settings, or copy the file itself to a stick instead."
            }
            Self::NoParts => "Scan the square codes, and give the text of each as it is. It begins with DP1.",
            Self::Incomplete { .. } => {
                "Scan these codes again, in good light, with the sheet flat. The number stands beside each code."
            }
            Self::Mixed { .. } => "Use one copy alone. Its four letters stand beside each of its codes.",
            Self::NotWhole => "Start again with texts that you scanned yourself from one sheet.",
            Self::Vault(error) => error.advice(),
        }
    }
}

/// `part 5 of 8 is` or `parts 2 and 5 of 8 are`.
fn numbered(numbers: &[u8], count: Option<u8>) -> String {
    let of = count.map_or_else(String::new, |count| format!(" of {count}"));

    match numbers {
        [one] => format!("part {one}{of} is"),
        many => format!("parts {}{of} are", listed(many)),
    }
}

/// `1, 3 and 8`.
fn listed<T: ToString>(things: &[T]) -> String {
    let things: Vec<String> = things.iter().map(ToString::to_string).collect();

    match things.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => things.concat(),
    }
}

/// A number with a comma before each three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();

    for (digit, left) in digits.chars().zip((0..digits.len()).rev()) {
        text.push(digit);

        if left > 0 && left % 3 == 0 {
            text.push(',');
        }
    }

    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happened_and_what_to_do_are_whole_and_calm() {
        let incomplete = |missing: &[u8], damaged: &[u8]| Error::Incomplete {
            missing: missing.to_vec(),
            damaged: damaged.to_vec(),
            count: 8,
        };
        let mixed = Error::Mixed {
            names: vec!["AB12".to_owned(), "CD34".to_owned()],
        };

        for error in [
            Error::TooLong { bytes: 12_345 },
            Error::NoParts,
            incomplete(&[1], &[]),
            incomplete(&[], &[2, 3]),
            incomplete(&[1, 2, 3], &[4]),
            mixed,
            Error::NotWhole,
            Error::Vault(vault::Error::NotAVault),
        ] {
            let (what, advice) = (error.to_string(), error.advice());

            assert!(what.starts_with(char::is_lowercase) && !what.ends_with('.'), "{what}");
            assert!(
                advice.starts_with(char::is_uppercase) && advice.ends_with('.'),
                "{advice}"
            );
        }
    }

    #[test]
    fn numbers_are_read_easily() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(listed(&[1]), "1");
        assert_eq!(listed(&[1, 3, 8]), "1, 3 and 8");
    }
}
