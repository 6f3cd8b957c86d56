//! The words: easy to follow, promising nothing, and every term of the glossary in use.
use super::{Code, Sink, Speaker, Words};
use crate::content::limits;
use crate::content::schema::Draft;

use std::collections::BTreeSet;

/// Words of one term that are compared, at most.
const LONGEST_TERM: usize = 6;

/// What nobody can promise.
const PROMISES: [&str; 16] = [
    "guarantee",
    "guarantees",
    "guaranteed",
    "untraceable",
    "unbreakable",
    "unhackable",
    "uncrackable",
    "bulletproof",
    "foolproof",
    "100 %",
    "military grade",
    "completely safe",
    "completely secure",
    "totally safe",
    "perfectly safe",
    "absolutely safe",
];

/// Looks at every text that people will read.
pub(super) fn look(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let texts = std::mem::take(&mut sink.words);

    if look_at_all(&texts, sink) {
        terms(draft, &texts, sink);
    }
}

/// Looks at the words of one language, each text by itself; stops when there are too many.
pub(super) fn look_at_all(texts: &[Words], sink: &mut Sink<'_>) -> bool {
    let mut room = limits::WORDS;

    for text in texts {
        let Some(rest) = room.checked_sub(text.text.len()) else {
            let message = format!("the words of a pack have at most {} bytes", limits::WORDS);

            sink.report(Code::TooLarge, text.at, message, "split the pack");

            return false;
        };

        room = rest;

        if text.of == Speaker::Source {
            continue;
        }

        sentences(text, sink);
        promises(text, sink);
        look_twice(text, sink);
    }

    true
}

fn sentences(text: &Words, sink: &mut Sink<'_>) {
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    let ends = |word: &str| {
        word.trim_end_matches(['"', '”', '’', ')'])
            .ends_with(['.', '!', '?', ':', ';'])
    };
    let mut length = 0;

    for word in text.text.split_whitespace().filter(is_word) {
        length += 1;

        if length > limits::SENTENCE {
            let message = format!("a sentence has more than {} words", limits::SENTENCE);

            return sink.report(Code::LongSentence, text.at, message, "make two of it");
        }

        if ends(word) {
            length = 0;
        }
    }
}

fn promises(text: &Words, sink: &mut Sink<'_>) {
    let plain = format!(" {} ", tokens(&text.text, "%").join(" "));
    let found = PROMISES.iter().find(|phrase| plain.contains(&format!(" {phrase} ")));

    if let Some(phrase) = found {
        let message = format!("\"{phrase}\" promises too much");

        sink.report(
            Code::Promise,
            text.at,
            message,
            "say what is true, and what is not covered",
        );
    }
}

/// What a stranger's pack could use to lead somebody astray. Shown again before it is trusted.
fn look_twice(text: &Words, sink: &mut Sink<'_>) {
    let lower = text.text.to_lowercase();
    let has_word = |wanted: &[&str]| {
        lower
            .split(|letter: char| !letter.is_alphanumeric())
            .any(|word| wanted.contains(&word))
    };
    let found = if lower.contains("://") || lower.contains("www.") {
        "an address"
    } else if lower.split_whitespace().any(is_mail) {
        "a mail address"
    } else if has_call(&lower) {
        "a number to call"
    } else if lower.split(|letter: char| !letter.is_alphanumeric()).any(is_mixed) {
        "a word in letters of two alphabets"
    } else if has_word(&["sudo", "curl", "wget", "chmod"]) {
        "a command"
    } else if has_word(&["disable", "disables", "disabled", "disabling"]) {
        "something to disable"
    } else {
        return;
    };

    sink.report(
        Code::LookTwice,
        text.at,
        format!("there is {found} here"),
        "make sure it is what you want",
    );
}

/// Whether a word has Latin letters beside Greek or Cyrillic ones, some of which look the same.
fn is_mixed(word: &str) -> bool {
    let has = |is_of: fn(char) -> bool| word.chars().any(is_of);
    let is_latin = |letter: char| letter.is_ascii_alphabetic() || matches!(letter, '\u{C0}'..='\u{24F}');
    let is_other = |letter: char| matches!(letter, '\u{370}'..='\u{52F}');

    has(is_latin) && has(is_other)
}

fn is_mail(word: &str) -> bool {
    word.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.starts_with('.'))
}

/// Seven digits or more, with nothing but what stands in a phone number between them.
fn has_call(text: &str) -> bool {
    let mut digits = 0;

    for letter in text.chars() {
        if letter.is_ascii_digit() {
            digits += 1;
        } else if !matches!(letter, ' ' | '-' | '/' | '(' | ')' | '.') {
            digits = 0;
        }

        if digits >= 7 {
            return true;
        }
    }

    false
}

/// Compares by going once through all words: the time does not grow with words times terms.
fn terms(draft: &Draft<'_>, texts: &[Words], sink: &mut Sink<'_>) {
    let terms = || draft.pack.glossary.iter().flat_map(|term| &term.words);
    let wanted: BTreeSet<String> = terms().map(|term| spoken(term)).collect();
    let mut found: BTreeSet<String> = BTreeSet::new();

    for text in texts.iter().filter(|text| text.of == Speaker::Pack) {
        let words = tokens(&text.text, "");

        for start in 0..words.len() {
            let mut phrase = String::new();

            for word in words.iter().skip(start).take(LONGEST_TERM) {
                phrase.push(' ');
                phrase.push_str(singular(word));

                if wanted.contains(phrase.as_str()) && !found.contains(phrase.as_str()) {
                    found.insert(phrase.clone());
                }
            }
        }
    }

    for (term, spot) in draft.pack.glossary.iter().zip(&draft.glossary) {
        if !term.words.iter().any(|word| found.contains(&spoken(word))) && spot.is_sound() {
            let message = format!("no text uses the term `{}`", term.id);

            sink.report(
                Code::UnusedTerm,
                spot.place(),
                message,
                "add the spelling that is used, or leave it out",
            );
        }
    }
}

/// A term as it is compared: what stands in brackets only tells it from another.
fn spoken(term: &str) -> String {
    let said = term.split('(').next().unwrap_or(term);

    tokens(said, "").iter().fold(String::new(), |mut phrase, word| {
        phrase.push(' ');
        phrase.push_str(singular(word));

        phrase
    })
}

fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 => stem,
        _ => word,
    }
}

/// The words of a text in small letters; characters of `kept` count as words too.
fn tokens(text: &str, kept: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();

    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            word.push(letter);
            continue;
        }

        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }

        if kept.contains(letter) {
            words.push(letter.to_string());
        }
    }

    if !word.is_empty() {
        words.push(word);
    }

    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_in_small_letters_and_in_the_plural() {
        assert_eq!(spoken("Lockdown Mode (Apple)"), " lockdown mode");
        assert_eq!(spoken("backups"), spoken("Backup"));
        assert_ne!(spoken("GPS"), spoken("GP"));
    }

    #[test]
    fn numbers_to_call_are_told_from_dates_and_sizes() {
        for text in ["call 030 123 456 78", "+49 (0) 30/1234567", "1-800-555-0199"] {
            assert!(has_call(text), "{text}");
        }

        for text in ["2026-11", "iOS 26.4", "10 x 15 cm", "911 or 112, then 3"] {
            assert!(!has_call(text), "{text}");
        }
    }

    #[test]
    fn a_word_in_two_alphabets_is_told_from_two_words() {
        for word in ["s\u{456}gnal", "\u{410}pple", "g\u{3BF}\u{3BF}gle"] {
            assert!(is_mixed(word), "{word}");
        }

        for word in ["signal", "\u{441}игнал", "übung", "\u{3BF}δός", "123", "日本"] {
            assert!(!is_mixed(word), "{word}");
        }
    }

    #[test]
    fn mail_addresses_are_told_from_mentions() {
        assert!(is_mail("help@example.org"));
        assert!(!is_mail("@phone"));
        assert!(!is_mail("a@b"));
    }
}
