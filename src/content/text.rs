//! Cleans words that came from somewhere else, and refuses what could deceive or harm.
//!
//! Pure functions over one text. Used for packs and for everything that is read back from a vault.
//! Whoever draws a text adds the isolates for its direction: they are never part of it.
use super::limits;
use crate::font;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Why a text is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// A character that is never part of a text, and its place in bytes.
    #[error("the character U+{:04X} is not allowed: {}", u32::from(*character), reason(*character))]
    Character {
        /// The character.
        character: char,
        /// Where it is, in bytes from the start.
        at: usize,
    },
    /// Too many joiners or direction marks in a row.
    #[error("more than {} invisible joiners or direction marks in a row", limits::JOINERS)]
    Joiners {
        /// Where the first one too many is, in bytes from the start.
        at: usize,
    },
    /// Too many marks on one letter.
    #[error("more than {} marks on one letter", limits::MARKS)]
    Marks {
        /// Where the first one too many is, in bytes from the start.
        at: usize,
    },
}

impl Refused {
    /// Where it is, in bytes from the start of the text.
    pub fn at(self) -> usize {
        match self {
            Self::Character { at, .. } | Self::Joiners { at } | Self::Marks { at } => at,
        }
    }

    /// The same, at the start of a character of `text` that is not behind it.
    fn near(self, text: &str) -> Self {
        let at = text.floor_char_boundary(self.at());

        match self {
            Self::Character { character, .. } => Self::Character { character, at },
            Self::Joiners { .. } => Self::Joiners { at },
            Self::Marks { .. } => Self::Marks { at },
        }
    }
}

/// The text in one form (NFC), every line ended by a line feed.
///
/// # Errors
/// When it contains what is never part of a text, or piles of joiners or marks.
pub fn clean(text: &str) -> Result<String, Refused> {
    refuse(text)?;

    let lines = text.replace("\r\n", "\n").replace(['\u{2028}', '\u{2029}'], "\n");
    let cleaned: String = lines.nfc().collect();

    // A few characters are taken apart by NFC, and marks change places: they are counted again. Where it
    // stands in what was written can only be told roughly then.
    refuse(&cleaned).map_err(|refused| refused.near(text))?;

    Ok(cleaned)
}

/// Looks for the first thing that is never part of a text.
///
/// # Errors
/// When there is one.
pub fn refuse(text: &str) -> Result<(), Refused> {
    let mut joiners = 0;
    let mut marks = 0;
    let mut letters = text.char_indices().peekable();

    while let Some((at, character)) = letters.next() {
        // A carriage return is half of a line end written on Windows, and nothing on its own.
        let ends_line = character == '\r' && letters.peek().is_some_and(|(_, next)| *next == '\n');

        if is_refused(character) && !ends_line {
            return Err(Refused::Character { character, at });
        }

        joiners = if is_joiner(character) { joiners + 1 } else { 0 };
        marks = if is_combining_mark(character) { marks + 1 } else { 0 };

        if joiners > limits::JOINERS {
            return Err(Refused::Joiners { at });
        }

        if marks > limits::MARKS {
            return Err(Refused::Marks { at });
        }
    }

    Ok(())
}

/// The first letter that no embedded face has a shape for, so that paper could not show it.
pub fn unprintable(text: &str) -> Option<char> {
    text.chars().find(|letter| !is_printable(*letter))
}

/// Whether paper can show `letter`: space needs no shape.
pub fn is_printable(letter: char) -> bool {
    letter.is_whitespace() || font::covers(letter)
}

/// Whether `character` is never part of a text: controls, hidden direction changes, tags, and the like.
pub fn is_refused(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => true,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => true,
        '\u{FDD0}'..='\u{FDEF}' => true,
        _ => u32::from(character) & 0xFFFE == 0xFFFE,
    }
}

/// Whether `character` is invisible but needed by some languages: joiners and direction marks.
pub fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200C}'..='\u{200F}')
}

fn reason(character: char) -> &'static str {
    match character {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => "it changes the direction of what follows",
        '\u{E0000}'..='\u{E007F}' => "it can hide a message nobody sees",
        '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' => "it is invisible",
        '\r' => "it hides what stands before it",
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => "it controls a terminal",
        _ => "it is no character of any language",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    #[test]
    fn plain_words_of_many_languages_stay_as_they_are() {
        for text in [
            "Turn it off.\n\tThen lock it.",
            "Übung – „Ruhe“, naïve",
            "Ελληνικά и кириллица",
            "می\u{200C}خواهم",
            "👩\u{200D}👩\u{200D}👧",
            "a\u{200E}b\u{200F}c",
        ] {
            assert_eq!(clean(text).as_deref(), Ok(text));
        }
    }

    #[test]
    fn letters_and_marks_become_one_form() {
        assert_eq!(clean("e\u{301}").as_deref(), Ok("é"));
        assert_eq!(clean("\u{1100}\u{1161}").as_deref(), Ok("가"));
    }

    #[test]
    fn every_line_end_becomes_a_line_feed() {
        assert_eq!(clean("a\r\nb\u{2028}c\u{2029}d").as_deref(), Ok("a\nb\nc\nd"));
        assert_eq!(clean("a\rb").map_err(Refused::at), Err(1));
    }

    #[test]
    fn what_is_never_part_of_a_text_is_refused() {
        let ranges = [
            0x00..=0x08,
            0x0B..=0x1F,
            0x7F..=0x9F,
            0x202A..=0x202E,
            0x2066..=0x2069,
            0xFEFF..=0xFEFF,
            0xFFF9..=0xFFFB,
            0xE0000..=0xE007F,
            0xFDD0..=0xFDEF,
            0xFFFE..=0xFFFF,
            0x1FFFE..=0x1FFFF,
            0x10FFFE..=0x10FFFF,
        ];

        for character in ranges.into_iter().flatten().filter_map(char::from_u32) {
            let text = format!("abc{character}d");

            assert_eq!(
                clean(&text),
                Err(Refused::Character { character, at: 3 }),
                "{:04X}",
                u32::from(character)
            );
        }
    }

    #[test]
    fn two_joiners_in_a_row_are_a_language_and_three_are_not() {
        assert!(clean("a\u{200D}\u{200C}b").is_ok());
        assert_eq!(clean("a\u{200D}\u{200C}\u{200E}b"), Err(Refused::Joiners { at: 7 }));
    }

    #[test]
    fn eight_marks_on_a_letter_are_allowed_and_nine_are_not() {
        assert!(clean(&format!("a{}b", "\u{301}".repeat(8))).is_ok());
        assert_eq!(
            clean(&format!("a{}b", "\u{301}".repeat(9))),
            Err(Refused::Marks { at: 17 })
        );
    }

    #[test]
    fn a_pile_that_comes_together_when_marks_are_sorted_is_refused_at_a_letter() {
        let text = "\u{CC}\u{1DC}\u{301}\u{318}\u{31C}\u{301}\u{318}\u{31B}\u{318}\u{318}b";
        let refused = clean(text).unwrap_err();

        assert!(refuse(text).is_ok() && matches!(refused, Refused::Marks { .. }));
        assert!(text.is_char_boundary(refused.at()));
    }

    #[test]
    fn a_refusal_says_what_and_why_without_showing_the_character() {
        let refused = clean("a\u{202E}b").map_err(|refused| refused.to_string());

        assert_eq!(
            refused,
            Err("the character U+202E is not allowed: it changes the direction of what follows".to_owned())
        );
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(text in "\\PC*|(.|\n)*") {
            if let Ok(once) = clean(&text) {
                prop_assert_eq!(clean(&once), Ok(once.clone()));
                prop_assert!(!once.chars().any(is_refused));
            }
        }
    }
}
