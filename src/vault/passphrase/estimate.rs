//! How long a phrase would hold, in words that promise nothing.
use crate::harden::Secret;

/// Below this many guesses a phrase is refused.
const TOO_FEW: u64 = 10_000_000_000;

/// Below this many guesses a phrase is accepted with a warning.
const FEW: u64 = 100_000_000_000_000;

/// Guesses a second of a lab with a thousand graphics cards at our work factor: each is held back by its
/// memory, to at most 2,900.
const LAB: u64 = 2_900_000;

/// How long a phrase would hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// How many guesses a good guesser needs at most.
    pub guesses: u64,
    /// The same as a power of two.
    pub bits: u32,
    /// What we make of it.
    pub verdict: Verdict,
}

/// What we make of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Not accepted.
    Refused,
    /// Accepted with a warning.
    Fair,
    /// Accepted.
    Strong,
}

/// Estimates a phrase. `known` are words that a guesser would try first, such as the name of the file.
pub fn estimate(phrase: &Secret, known: &[&str]) -> Estimate {
    let guesses = match phrase.as_text() {
        Some(text) if !text.is_empty() => zxcvbn::zxcvbn(text, known).guesses(),
        _ => 0,
    };
    let verdict = match guesses {
        0..TOO_FEW => Verdict::Refused,
        TOO_FEW..FEW => Verdict::Fair,
        FEW.. => Verdict::Strong,
    };

    Estimate {
        guesses,
        bits: guesses.checked_ilog2().unwrap_or(0),
        verdict,
    }
}

impl Estimate {
    /// What this means, in a sentence or two.
    pub fn sentence(&self) -> String {
        let time = time(self.guesses / 2 / LAB);

        match self.verdict {
            Verdict::Refused => {
                format!("Too easy to guess: a lab would need {time}. Use the six words, or a longer phrase.")
            }
            Verdict::Fair => {
                format!("Good enough for most: a lab would need {time}. Six generated words hold far longer.")
            }
            Verdict::Strong => {
                format!("Strong: a lab would need {time}. This is an estimate; generated words are a sure thing.")
            }
        }
    }
}

/// A time in words, rounded down.
fn time(seconds: u64) -> String {
    const UNITS: [(u64, &str); 5] = [
        (365 * 86_400, "year"),
        (30 * 86_400, "month"),
        (86_400, "day"),
        (3_600, "hour"),
        (60, "minute"),
    ];
    let fitting = UNITS.iter().find(|(length, _)| seconds >= *length);

    match fitting.map(|(length, unit)| (seconds / length, *unit)) {
        None => "less than a minute".to_owned(),
        Some((count, "year")) if count >= 1_000 => "more than a thousand years".to_owned(),
        Some((1, unit)) => format!("about one {unit}"),
        Some((count, unit)) => format!("about {count} {unit}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Secret {
        Secret::from_text(text).unwrap()
    }

    /// safety.md 69.
    #[test]
    fn easy_phrases_are_refused() {
        let easy = [
            "",
            "password",
            "123456",
            "qwertyuiop",
            "iloveyou2",
            "P@ssw0rd1",
            "march2026",
            "acab1312",
            "letmein!",
        ];

        for phrase in easy {
            assert_eq!(estimate(&secret(phrase), &[]).verdict, Verdict::Refused, "{phrase}");
        }

        let named = secret("harbour bridge walk");
        assert!(estimate(&named, &["harbour", "bridge", "walk"]).guesses < estimate(&named, &[]).guesses);
        assert_eq!(
            estimate(&secret("correct horse battery staple"), &[]).verdict,
            Verdict::Strong
        );
    }

    #[test]
    fn an_estimate_is_said_in_words() {
        let say = |guesses, verdict| {
            Estimate {
                guesses,
                bits: 0,
                verdict,
            }
            .sentence()
        };

        assert!(say(0, Verdict::Refused).contains("less than a minute"));
        assert!(say(TOO_FEW - 1, Verdict::Refused).contains("about 28 minutes"));
        assert!(say(FEW - 1, Verdict::Fair).contains("about 6 months"));
        assert!(say(u64::MAX, Verdict::Strong).contains("more than a thousand years"));
        assert_eq!(time(86_400), "about one day");
    }
}
