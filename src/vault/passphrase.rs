//! Passphrases: six words from a list, or the person's own with an honest estimate.
//!
//! Six words of this list are 77 bits. They hold even against a lab that found a page of the key
//! derivation's memory and can skip it, which no phrase that a person makes up can promise.
mod estimate;

pub use estimate::{Estimate, Verdict, estimate};

use crate::harden::Secret;
use crate::vault::Error;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use std::sync::LazyLock;

/// How many words are generated, unless somebody asks for more.
pub const WORDS: usize = 6;

/// The longest passphrase, in bytes.
pub const LONGEST: usize = 1_024;

/// The list, in the order of its dice rolls.
static LIST: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("../../assets/words-list/eff-large.txt").lines().collect());

/// A phrase of `words` words, at most 64, from the system's random numbers, with spaces between.
///
/// # Errors
/// [`Error::NoRandomness`] when the system has none to give.
pub fn generate(words: usize) -> Result<Secret, Error> {
    let mut secret = Secret::new();

    for position in 0..words.clamp(1, 64) {
        let word = pick(&mut || getrandom::u32().map_err(|_| Error::NoRandomness))?;
        let space = if position == 0 { "" } else { " " };

        for character in space.chars().chain(word.chars()) {
            secret.push(character).map_err(|_| Error::PassphraseTooLong)?;
        }
    }

    Ok(secret)
}

/// A word for which every other had the same chance: numbers beyond the list are thrown away, not folded.
fn pick(random: &mut impl FnMut() -> Result<u32, Error>) -> Result<&'static str, Error> {
    loop {
        // 13 bits are the fewest that reach 7,776 words; 5 of 100 draws are thrown away.
        let number = usize::try_from(random()? & 0x1fff).unwrap_or(usize::MAX);

        if let Some(word) = LIST.get(number) {
            return Ok(word);
        }
    }
}

/// The word of five dice rolls such as `16655`, for people who trust dice more than computers.
pub fn by_dice(rolls: &str) -> Option<&'static str> {
    let digits = rolls
        .bytes()
        .map(|digit| usize::from(digit).checked_sub(usize::from(b'1')));
    let number = digits
        .clone()
        .try_fold(0, |number, digit| Some(number * 6 + digit.filter(|digit| *digit < 6)?))?;

    (digits.count() == 5).then(|| LIST.get(number).copied()).flatten()
}

/// Whether a word is on the list: a field may complete or check what is typed.
pub fn is_listed(word: &str) -> bool {
    LIST.contains(&word)
}

/// The ways in which a phrase may have been typed when a file was sealed.
pub(super) struct Spellings {
    /// As we seal: composed, without line ends.
    pub(super) composed: Zeroizing<String>,
    /// As it is, where that differs: another program may have used it.
    pub(super) plain: Option<Zeroizing<String>>,
}

/// Checks a phrase and brings it into the one form that every keyboard reaches.
pub(super) fn spellings(phrase: &Secret) -> Result<Spellings, Error> {
    let text = phrase.as_text().ok_or(Error::PassphraseNotText)?;
    let trimmed = text.trim_end_matches(['\r', '\n']);

    // Composing can triple a text, never more: it has its final size at once.
    let mut composed = Zeroizing::new(String::with_capacity(trimmed.len() * 3));
    composed.extend(trimmed.nfc());

    match (trimmed.len(), composed.len()) {
        (0, _) => Err(Error::NoPassphrase),
        (plain, _) | (_, plain) if plain > LONGEST => Err(Error::PassphraseTooLong),
        _ => {
            let plain = (composed.as_str() != trimmed).then(|| Zeroizing::new(trimmed.to_owned()));

            Ok(Spellings { composed, plain })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use sha2::{Digest, Sha256};

    fn secret(text: &str) -> Secret {
        Secret::from_text(text).unwrap()
    }

    #[test]
    fn the_list_is_the_one_that_was_published() {
        let hash = Sha256::digest(include_bytes!("../../assets/words-list/eff-large.txt"));
        let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();

        assert_eq!(hex, "6d557f0693958fb5e650b68b5bee585eb82cf4da32965505c789e924743bc522");
        assert_eq!(LIST.len(), 7_776);
        assert_eq!((by_dice("11111"), by_dice("66666")), (Some("abacus"), Some("zoom")));
        assert_eq!(
            (by_dice("1111"), by_dice("11117"), by_dice("111111"), by_dice("01111")),
            (None, None, None, None)
        );
        assert!(is_listed("abacus") && !is_listed("daypack"));
    }

    /// safety.md 68: every number of 13 bits, once.
    #[test]
    fn every_word_is_reached_by_one_number_and_no_word_by_two() {
        let mut seen = vec![0; LIST.len()];
        let mut thrown_away = 0;

        for number in 0..=0x1fff_u32 {
            let mut numbers = [number, 0].into_iter();
            let word = pick(&mut || numbers.next().ok_or(Error::NoRandomness)).unwrap();

            if numbers.next().is_some() {
                seen[LIST.iter().position(|listed| *listed == word).unwrap()] += 1;
            } else {
                thrown_away += 1;
            }
        }

        assert!(seen.iter().all(|times| *times == 1));
        assert_eq!(thrown_away, 8_192 - 7_776);
    }

    /// safety.md 68: a million words from the system's random numbers.
    #[test]
    fn a_million_words_are_spread_evenly() {
        let positions: std::collections::BTreeMap<&str, usize> = LIST
            .iter()
            .enumerate()
            .map(|(position, word)| (*word, position))
            .collect();
        let mut seen = vec![0_i64; LIST.len()];

        for _ in 0..1_000_000 {
            let word = pick(&mut || getrandom::u32().map_err(|_| Error::NoRandomness)).unwrap();

            seen[positions[word]] += 1;
        }

        // Chi-square times the expected count, in whole numbers. With 7,775 degrees of freedom the mean is
        // 7,775 and the deviation 125: beyond eight of them once in 10^15 runs.
        let expected = 1_000_000.0 / 7_776.0;
        let chi: f64 = seen
            .iter()
            .map(|times| (*times as f64 - expected).powi(2) / expected)
            .sum();

        assert!((6_780.0..8_780.0).contains(&chi), "chi-square {chi}");
        assert!(seen.iter().all(|times| *times > 0));
    }

    #[test]
    fn six_words_are_generated_and_differ() {
        let (one, two) = (generate(WORDS).unwrap(), generate(WORDS).unwrap());

        assert_ne!(one, two);
        assert_eq!(
            one.as_text().unwrap().split(' ').filter(|word| is_listed(word)).count(),
            6
        );
        assert_eq!(estimate(&one, &[]).verdict, Verdict::Strong);
    }

    /// safety.md 12.
    #[test]
    fn a_phrase_has_one_form_however_it_was_typed() {
        let composed = |text: &str| spellings(&secret(text)).map(|spellings| spellings.composed.to_string());

        assert_eq!(composed("e\u{301}te\u{301}\r\n"), Ok("\u{e9}t\u{e9}".to_owned()));
        assert_eq!(composed(" two  spaces "), Ok(" two  spaces ".to_owned()));
        assert!(spellings(&secret("\u{e9}")).unwrap().plain.is_none());
        assert_eq!(
            spellings(&secret("e\u{301}\n")).unwrap().plain.unwrap().as_str(),
            "e\u{301}"
        );
    }

    /// safety.md 12.
    #[test]
    fn a_phrase_is_neither_empty_nor_endless() {
        let refused = |text: &str| spellings(&secret(text)).map(|_| ()).unwrap_err();

        assert_eq!(refused(""), Error::NoPassphrase);
        assert_eq!(refused("\r\n\n"), Error::NoPassphrase);
        assert_eq!(refused(&"a".repeat(1_025)), Error::PassphraseTooLong);
        assert_eq!(
            refused(&"\u{958}".repeat(341)),
            Error::PassphraseTooLong,
            "it doubles when composed"
        );
        assert!(spellings(&secret(&("a".repeat(1_024) + "\r\n"))).is_ok());

        let bytes = Secret::from_bytes(b"\xff\xfe").unwrap();
        assert_eq!(spellings(&bytes).map(|_| ()), Err(Error::PassphraseNotText));
    }
}
