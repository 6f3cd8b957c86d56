//! Bytes that must not be seen: a passphrase, while it is typed and while a plan is open.
//!
//! They never move and never grow, so that no half-typed copy is left behind; they are in the best place for
//! secrets that the system has, and overwritten when they are dropped.
use super::State;
use super::page::Page;

use zeroize::Zeroize;

use std::fmt;
use std::mem;
use std::str;

/// At most [`Secret::CAPACITY`] bytes that say nothing about themselves.
pub struct Secret {
    page: Page,
    length: usize,
}

/// There is no room for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no room for more")]
pub struct Full;

impl Secret {
    /// How many bytes fit. More than a passphrase may have, so that one too long can be told from one cut off.
    pub const CAPACITY: usize = 2048;

    /// An empty one.
    pub fn new() -> Self {
        Self {
            page: Page::new(),
            length: 0,
        }
    }

    /// Copies `bytes`. Wiping the original is the caller's business.
    ///
    /// # Errors
    /// When there are more than [`Self::CAPACITY`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Full> {
        let mut secret = Self::new();
        let room = secret
            .page
            .get_mut(..bytes.len())
            .filter(|room| room.len() <= Self::CAPACITY);

        room.ok_or(Full)?.copy_from_slice(bytes);
        secret.length = bytes.len();

        Ok(secret)
    }

    /// Copies `text`. Wiping the original is the caller's business.
    ///
    /// # Errors
    /// When it is longer than [`Self::CAPACITY`] bytes.
    pub fn from_text(text: &str) -> Result<Self, Full> {
        Self::from_bytes(text.as_bytes())
    }

    /// What it holds.
    pub fn as_bytes(&self) -> &[u8] {
        self.page.get(..self.length).unwrap_or_default()
    }

    /// What it holds, if it is text.
    pub fn as_text(&self) -> Option<&str> {
        str::from_utf8(self.as_bytes()).ok()
    }

    /// How many characters it has; bytes, where it is not text.
    pub fn count(&self) -> usize {
        self.as_text().map_or(self.length, |text| text.chars().count())
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Adds a character at the end.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn push(&mut self, character: char) -> Result<(), Full> {
        self.insert(self.count(), character)
    }

    /// Puts a character before the `position`th one, counted in characters.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn insert(&mut self, position: usize, character: char) -> Result<(), Full> {
        let start = self.offset(position);
        let end = start + character.len_utf8();
        let longer = self.length + character.len_utf8();

        if longer > Self::CAPACITY {
            return Err(Full);
        }

        self.page.copy_within(start..self.length, end);

        if let Some(room) = self.page.get_mut(start..end) {
            character.encode_utf8(room);
        }

        self.length = longer;

        Ok(())
    }

    /// Takes away the `position`th character, counted in characters. Says whether there was one.
    pub fn remove(&mut self, position: usize) -> bool {
        let (start, end) = (self.offset(position), self.offset(position + 1));

        if start == end {
            return false;
        }

        self.page.copy_within(end..self.length, start);

        let shorter = self.length - (end - start);

        if let Some(rest) = self.page.get_mut(shorter..self.length) {
            rest.zeroize();
        }

        self.length = shorter;

        true
    }

    /// Takes away the last character. Says whether there was one.
    pub fn pop(&mut self) -> bool {
        self.count().checked_sub(1).is_some_and(|last| self.remove(last))
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.page.zeroize();
        self.length = 0;
    }

    /// Hands over what it holds, and is empty afterwards.
    pub fn take(&mut self) -> Self {
        mem::take(self)
    }

    /// A second one with the same contents: each is wiped by itself.
    pub fn duplicate(&self) -> Self {
        let mut copy = Self::new();

        copy.page.copy_from_slice(&*self.page);
        copy.length = self.length;

        copy
    }

    /// Where the `position`th character starts; the end, if there are fewer.
    fn offset(&self, position: usize) -> usize {
        match self.as_text() {
            Some(text) => text
                .char_indices()
                .nth(position)
                .map_or(self.length, |(start, _)| start),
            None => position.min(self.length),
        }
    }
}

impl Default for Secret {
    fn default() -> Self {
        Self::new()
    }
}

impl PartialEq for Secret {
    /// Compares without stopping at the first difference.
    fn eq(&self, other: &Self) -> bool {
        let pairs = self.page.iter().zip(other.page.iter());
        let differences = pairs.fold(0, |differences, (one, two)| differences | (one ^ two));

        differences == 0 && self.length == other.length
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// Whether what is secret stays out of swap space and crash files, as far as this system goes.
pub(super) fn kept_apart() -> State {
    drop(Page::new());

    kept_apart_so_far()
}

/// The same, of everything secret since the start.
pub(super) fn kept_apart_so_far() -> State {
    match Page::all_were_apart() {
        true => State::On,
        false if cfg!(target_os = "linux") => State::Refused,
        false => State::Unavailable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_edited_by_characters() {
        let mut secret = Secret::new();

        for character in "añ😀z".chars() {
            secret.push(character).unwrap();
        }

        secret.insert(1, 'ß').unwrap();
        assert_eq!(secret.as_text(), Some("aßñ😀z"));

        assert!(secret.remove(3));
        assert!(secret.pop());
        assert!(!secret.remove(7), "there is no eighth character");
        assert_eq!(secret.as_text(), Some("aßñ"));
        assert_eq!(secret.count(), 3);
    }

    #[test]
    fn what_was_taken_away_is_overwritten() {
        let mut secret = Secret::from_text("correct horse").unwrap();

        while secret.count() > 2 {
            assert!(secret.remove(1));
        }

        assert_eq!(secret.as_text(), Some("ce"));
        assert!(secret.page.iter().skip(2).all(|byte| *byte == 0));

        secret.clear();
        assert!(secret.is_empty() && secret.page.iter().all(|byte| *byte == 0));
    }

    #[test]
    fn it_has_an_end() {
        assert!(Secret::from_bytes(&[b'a'; Secret::CAPACITY]).is_ok());
        assert_eq!(Secret::from_bytes(&[b'a'; Secret::CAPACITY + 1]), Err(Full));
        assert_eq!(Secret::from_bytes(&[b'a'; 3 * Secret::CAPACITY]), Err(Full));

        let mut full = Secret::from_bytes(&[b'a'; Secret::CAPACITY - 1]).unwrap();
        assert_eq!(full.push('ß'), Err(Full), "half a character is none");
        assert_eq!(full.count(), Secret::CAPACITY - 1);
    }

    #[test]
    fn it_says_nothing_about_itself() {
        let secret = Secret::from_text("correct horse").unwrap();

        assert_eq!(format!("{secret:?} {secret:#?}"), "Secret Secret");
    }

    #[test]
    fn two_are_the_same_when_every_byte_is() {
        let secret = Secret::from_text("correct horse").unwrap();

        assert_eq!(secret, secret.duplicate());
        assert_ne!(secret, Secret::from_text("correct hors").unwrap());
        assert_ne!(secret, Secret::from_text("correct horse\0").unwrap());
    }
}
