//! Texts that come back from paper, until there are enough of them.
//!
//! They are strangers' bytes: read once, kept only where they are parts, never more of them than a few
//! copies have. What is none of ours is counted by its line and never repeated.
use super::Error;
use super::part::{self, MARK, MOST, Part, Read, Set};
use crate::vault::{self, Lock, scan};

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The longest text that is read at once, in bytes: sixteen of the longest parts, twenty times over.
const LONGEST_TEXT: usize = 1 << 20;

/// The most copies whose parts are kept.
const MOST_COPIES: usize = 4;

/// The most lines that are remembered because nothing in them is a part.
const MOST_LINES: usize = 1_000;

/// The parts that are there so far.
#[derive(Clone, Default)]
pub struct Gathered {
    /// The bytes of each part, by copy and by number.
    copies: BTreeMap<(Set, u8), BTreeMap<u8, Vec<u8>>>,
    /// Parts that were not whole: how many their copy has, and their number.
    damaged: BTreeSet<(u8, u8)>,
    /// Lines with something that is no part, counted from 1 over everything that was added.
    foreign: BTreeSet<usize>,
    lines: usize,
}

impl Gathered {
    /// None so far.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the parts out of `text`, which may hold any number of them, broken into lines or not. What is
    /// there already is taken once. Whatever is longer than a mebibyte is cut off.
    pub fn add(&mut self, text: &str) {
        let end = text.floor_char_boundary(LONGEST_TEXT);
        let tidy = Tidy::of(text.get(..end).unwrap_or_default(), self.lines);
        self.lines += text.lines().count();

        let mut rest = tidy.text.as_str();

        while let Some(at) = rest.find(MARK) {
            let (before, from) = rest.split_at(at);
            let here = tidy.text.len() - rest.len();
            self.note_foreign(before, here, &tidy);

            let (read, behind) = part::read(from.strip_prefix(MARK).unwrap_or_default());
            self.take(read, tidy.line(here + at));
            rest = behind;
        }

        self.note_foreign(rest, tidy.text.len() - rest.len(), &tidy);
    }

    fn take(&mut self, read: Read, line: usize) {
        match read {
            Read::Whole(part) => self.keep(part),
            Read::Damaged(number, count) => {
                self.damaged.insert((count, number));
            }
            Read::Unknown if self.foreign.len() < MOST_LINES => {
                self.foreign.insert(line);
            }
            Read::Unknown => {}
        }
    }

    fn keep(&mut self, part: Part) {
        let key = (part.set, part.count);

        if self.copies.contains_key(&key) || self.copies.len() < MOST_COPIES {
            let parts = self.copies.entry(key).or_default();

            parts.entry(part.number).or_insert(part.data);
        }
    }

    /// Remembers the lines of something that is no part. Quotes and commas around parts are nothing.
    fn note_foreign(&mut self, text: &str, from: usize, tidy: &Tidy) {
        for (at, character) in text.char_indices() {
            if character.is_alphanumeric() && self.foreign.len() < MOST_LINES {
                self.foreign.insert(tidy.line(from + at));
            }
        }
    }

    /// Whether there is no part yet, whole or damaged.
    pub fn is_empty(&self) -> bool {
        self.copies.is_empty() && self.damaged.is_empty()
    }

    /// How many parts the copy has; nothing as long as that is not known.
    pub fn count(&self) -> Option<u8> {
        let whole = self.copies.keys().map(|(_, count)| *count).next();

        whole.or_else(|| self.damaged.iter().map(|(count, _)| *count).next())
    }

    /// The numbers of the whole parts that are there, in order.
    pub fn present(&self) -> Vec<u8> {
        let numbers: BTreeSet<u8> = self.copies.values().flat_map(|parts| parts.keys().copied()).collect();

        numbers.into_iter().collect()
    }

    /// The numbers of the parts that are not there whole, in order.
    pub fn missing(&self) -> Vec<u8> {
        let present = self.present();

        (1..=self.count().unwrap_or(0))
            .filter(|number| !present.contains(number))
            .collect()
    }

    /// The lines in which something stands that is no part, counted from 1 over all that was added.
    pub fn foreign(&self) -> Vec<usize> {
        self.foreign.iter().copied().collect()
    }

    /// The sealed file, once every part is there.
    ///
    /// # Errors
    /// When there is no part, when some are missing or damaged, when they are of different copies, when
    /// they do not fit together, or when what comes of them is no sealed plan.
    pub fn join(&self) -> Result<Vec<u8>, Error> {
        let sealed = self.whole()?;

        match scan::scan(&sealed)?.work_factor {
            Some(_) => Ok(sealed),
            None => Err(vault::Error::Unsupported(Lock::Key).into()),
        }
    }

    /// The bytes that were cut, whatever they are.
    #[doc(hidden)]
    pub fn whole(&self) -> Result<Vec<u8>, Error> {
        let mut copies = self.copies.iter();
        let missing = self.missing();

        let ((set, _), parts) = match (copies.next(), copies.next()) {
            (Some(only), None) if missing.is_empty() => only,
            (Some(_), Some(_)) => return Err(self.mixed()),
            (None, _) if self.damaged.is_empty() => return Err(Error::NoParts),
            _ => return Err(self.incomplete(missing)),
        };
        let whole = parts.values().flatten().copied().collect::<Vec<u8>>();

        if Set::of(&whole) == *set {
            Ok(whole)
        } else {
            Err(Error::NotWhole)
        }
    }

    fn mixed(&self) -> Error {
        let names = self.copies.keys().map(|(set, _)| set.name()).collect();

        Error::Mixed { names }
    }

    fn incomplete(&self, missing: Vec<u8>) -> Error {
        let count = self.count().unwrap_or(MOST);
        let is_damaged = |number: &u8| self.damaged.contains(&(count, *number));
        let (damaged, missing) = missing.into_iter().partition(is_damaged);

        Error::Incomplete {
            missing,
            damaged,
            count,
        }
    }
}

impl fmt::Debug for Gathered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Gathered")
    }
}

/// A text without what scanners, messages and keyboards add to it.
struct Tidy {
    text: String,
    /// Where each line begins in the text, by its number.
    starts: Vec<(usize, usize)>,
}

impl Tidy {
    /// `before` is how many lines came before this text.
    fn of(text: &str, before: usize) -> Self {
        let mut tidy = Self {
            text: String::with_capacity(text.len()),
            starts: Vec::new(),
        };

        for (line, number) in text.lines().zip(before + 1..) {
            tidy.starts.push((tidy.text.len(), number));

            for character in line.chars() {
                match character {
                    // What word processors and phones put in the place of a hyphen and of three stops.
                    '\u{2010}'..='\u{2015}' | '\u{2212}' => tidy.text.push('-'),
                    '…' => tidy.text.push_str("..."),
                    '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {}
                    _ if character.is_whitespace() || character.is_control() => {}
                    _ => tidy.text.push(character.to_ascii_uppercase()),
                }
            }
        }

        tidy
    }

    /// The number of the line in which the byte at `position` stands.
    fn line(&self, position: usize) -> usize {
        let line = self.starts.partition_point(|(start, _)| *start <= position);

        self.starts.get(line.saturating_sub(1)).map_or(1, |(_, number)| *number)
    }
}

/// Whether `text` begins as a part does, so that it is one and not the name of a file.
pub fn is_part(text: &str) -> bool {
    let beginning: String = text.trim_start().chars().take(MARK.len()).collect();

    beginning.eq_ignore_ascii_case(MARK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::paper::cut_into;

    fn bytes(length: usize) -> Vec<u8> {
        (0..length).map(|at| (at * 31 % 251) as u8).collect()
    }

    fn texts(length: usize, count: usize) -> Vec<String> {
        cut_into(&bytes(length), count).unwrap().texts
    }

    fn gathered(texts: &[&str]) -> Gathered {
        let mut gathered = Gathered::new();
        texts.iter().for_each(|text| gathered.add(text));

        gathered
    }

    #[test]
    fn parts_come_back_in_any_order_and_more_than_once() {
        for count in 1..=16 {
            let mut texts = texts(1_000, count);
            texts.rotate_left(count / 2);
            texts.push(texts[0].clone());

            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            assert_eq!(gathered(&texts).whole().unwrap(), bytes(1_000), "{count}");
        }
    }

    #[test]
    fn line_ends_spaces_and_small_letters_do_no_harm() {
        let texts = texts(900, 4);
        let together = texts.concat();
        let wrapped: String = together
            .to_lowercase()
            .chars()
            .flat_map(|it| [it, if it == 'k' { '\n' } else { ' ' }])
            .collect();
        let listed = texts.iter().map(|text| format!("\"{text}\",\r\n")).collect::<String>();
        let typed = together.replace('-', "\u{2014}").replace("...", "…");

        for text in [
            together,
            wrapped,
            listed,
            typed,
            format!("\u{feff}{}", texts.join("\r")),
        ] {
            let gathered = gathered(&[&text]);

            assert_eq!(gathered.whole().unwrap(), bytes(900), "{text:.60}");
            assert!(gathered.foreign().is_empty());
        }
    }

    #[test]
    fn missing_parts_are_named() {
        let texts = texts(2_000, 8);
        let without = |numbers: &[usize]| {
            let there = (1..=8).filter(|number| !numbers.contains(number));
            let there: Vec<&str> = there.map(|number| texts[number - 1].as_str()).collect();

            gathered(&there).whole().unwrap_err().to_string()
        };

        assert_eq!(without(&[5]), "part 5 of 8 is missing");
        assert_eq!(without(&[5, 2]), "parts 2 and 5 of 8 are missing");
        assert_eq!(without(&[1, 3, 8]), "parts 1, 3 and 8 of 8 are missing");
    }

    #[test]
    fn damaged_parts_are_named_until_they_come_whole() {
        let texts = texts(2_000, 8);
        let spoiled = texts[2].replace("A", "B");
        let cut = &texts[4][..100];
        let others = texts[..2].concat() + &texts[3] + &texts[5..7].concat();
        let mut gathered = gathered(&[&spoiled, "\n", cut, "\n", &others]);

        assert_eq!(
            gathered.whole().unwrap_err().to_string(),
            "part 8 of 8 is missing, and parts 3 and 5 are damaged"
        );

        gathered.add(&texts[7]);
        assert_eq!(
            gathered.whole().unwrap_err().to_string(),
            "parts 3 and 5 of 8 are damaged"
        );

        gathered.add(&texts[2]);
        gathered.add(&texts[4]);
        assert_eq!(gathered.whole().unwrap(), bytes(2_000));
    }

    #[test]
    fn parts_of_two_copies_are_told_apart() {
        let (one, other) = (texts(800, 4), texts(801, 4));
        let refused = gathered(&[&one[..3].concat(), &other[3]]).whole().unwrap_err();

        let Error::Mixed { names } = &refused else {
            panic!("{refused}")
        };
        assert_eq!(names.len(), 2);
        assert!(
            names[0] != names[1] && names.iter().all(|name| name.len() == 4),
            "{names:?}"
        );
    }

    #[test]
    fn lines_that_are_no_parts_are_counted_and_not_repeated() {
        let texts = texts(800, 4);
        let text = format!(
            "Codes:\n{}\n\nSent from a phone\n{}",
            texts[..2].join("\n"),
            texts[2..].join("\n")
        );
        let gathered = gathered(&[&text, "DP1:99:1:\nbye"]);

        assert_eq!(gathered.foreign(), [1, 5, 8, 9]);
        assert_eq!(gathered.whole().unwrap(), bytes(800));
        assert_eq!(format!("{gathered:?}"), "Gathered");
    }

    #[test]
    fn nothing_of_ours_is_said_to_be_nothing() {
        for text in [
            "",
            "\n",
            "hello",
            "DP1:",
            "DP1:1:",
            "DP2:1:4:",
            "otpauth://totp/x?secret=AAAA",
        ] {
            assert_eq!(gathered(&[text]).join().unwrap_err(), Error::NoParts, "{text}");
        }
    }

    #[test]
    fn what_is_whole_but_no_sealed_plan_is_refused() {
        let text = texts(800, 4).concat();

        assert_eq!(
            gathered(&[&text]).join().unwrap_err(),
            Error::Vault(vault::Error::NotAVault)
        );
    }

    #[test]
    fn a_text_is_told_from_the_name_of_a_file() {
        assert!(is_part("DP1:3:8:") && is_part(" dp1:"));
        assert!(!is_part("DP1") && !is_part("codes.txt") && !is_part("./DP1:x"));
    }
}
