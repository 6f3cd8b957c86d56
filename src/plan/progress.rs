//! What is done, what is not possible, how each setting was before, and what became of it afterwards.
//!
//! Kept by measure, by where it is done, and by which phone, so that two phones never mix. Every change
//! returns what was there, so that the caller can undo it.
use crate::content::On;
use crate::content::id::MeasureId;

use std::collections::BTreeMap;
use std::fmt;

/// The longest a note on an earlier setting may be, in letters.
pub const LONGEST_NOTE: usize = 200;

/// The most marks, and the most earlier settings, that are kept.
pub const MOST: usize = 20_000;

/// Which of two devices of a kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The one used every day.
    #[default]
    Main,
    /// The other one, such as a second phone.
    Second,
}

/// One thing to tick: a measure, where it is done, and on which device.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// What is done.
    pub measure: MeasureId,
    /// Where it is done.
    pub on: On,
    /// On which of two devices.
    pub role: Role,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Done.
    Done,
    /// It cannot be done here.
    NotPossible,
    /// It makes no sense for this person.
    DoesNotApply,
}

/// How a setting was before it was changed.
#[derive(Clone, PartialEq, Eq)]
pub enum Earlier {
    /// Switched on.
    On,
    /// Switched off.
    Off,
    /// Something else, in the person's words: at most [`LONGEST_NOTE`] letters on one line.
    Other(String),
    /// The person does not know any more.
    NotSure,
}

/// What became of a changed setting after the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// It is as it was before.
    PutBack,
    /// It stays as it is now.
    Kept,
}

/// Why something could not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A note of more than [`LONGEST_NOTE`] letters.
    #[error("the note is too long")]
    TooLong,
    /// A note with a line end or another control character.
    #[error("the note has characters that cannot be kept")]
    Unprintable,
    /// More than [`MOST`] entries.
    #[error("there is no room for more marks")]
    TooMany,
}

impl Error {
    /// What the person can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::TooLong => "Keep it under 200 letters.",
            Self::Unprintable => "Write it on one line, in plain letters.",
            Self::TooMany => "Start a new plan for the next event.",
        }
    }
}

/// All marks, earlier settings and endings of one plan.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Progress {
    marks: BTreeMap<Key, Mark>,
    earlier: BTreeMap<Key, Earlier>,
    endings: BTreeMap<Key, Ending>,
}

impl Progress {
    /// Sets or clears a mark, and returns the one that was there.
    ///
    /// # Errors
    /// When [`MOST`] marks are kept already.
    pub fn set(&mut self, key: Key, mark: Option<Mark>) -> Result<Option<Mark>, Error> {
        replace(&mut self.marks, key, mark)
    }

    /// Sets or clears how a setting was before, and returns what was there.
    ///
    /// # Errors
    /// When a note is too long or not printable, or [`MOST`] are kept already.
    pub fn set_earlier(&mut self, key: Key, earlier: Option<Earlier>) -> Result<Option<Earlier>, Error> {
        if let Some(Earlier::Other(note)) = &earlier {
            if note.chars().count() > LONGEST_NOTE {
                return Err(Error::TooLong);
            }

            if note.chars().any(char::is_control) {
                return Err(Error::Unprintable);
            }
        }

        replace(&mut self.earlier, key, earlier)
    }

    /// Sets or clears what became of a setting after the day, and returns what was there.
    ///
    /// # Errors
    /// When [`MOST`] endings are kept already.
    pub fn set_ending(&mut self, key: Key, ending: Option<Ending>) -> Result<Option<Ending>, Error> {
        replace(&mut self.endings, key, ending)
    }

    /// What became of it so far.
    pub fn mark(&self, key: &Key) -> Option<Mark> {
        self.marks.get(key).copied()
    }

    /// How it was before, when the person said so.
    pub fn earlier(&self, key: &Key) -> Option<&Earlier> {
        self.earlier.get(key)
    }

    /// What became of it after the day, when the person said so.
    pub fn ending(&self, key: &Key) -> Option<Ending> {
        self.endings.get(key).copied()
    }

    /// Whether a measure needs no more doing: every place in `on` has a mark on the main device.
    pub fn is_settled(&self, measure: &MeasureId, on: &[On]) -> bool {
        !on.is_empty()
            && on.iter().all(|on| {
                self.mark(&Key {
                    measure: measure.clone(),
                    on: on.clone(),
                    role: Role::Main,
                })
                .is_some()
            })
    }

    /// Every mark, by measure.
    pub fn all_marks(&self) -> impl Iterator<Item = (&Key, Mark)> {
        self.marks.iter().map(|(key, mark)| (key, *mark))
    }

    /// Every earlier setting, by measure.
    pub fn all_earlier(&self) -> impl Iterator<Item = (&Key, &Earlier)> {
        self.earlier.iter()
    }

    /// Every ending, by measure.
    pub fn all_endings(&self) -> impl Iterator<Item = (&Key, Ending)> {
        self.endings.iter().map(|(key, ending)| (key, *ending))
    }

    /// Whether nothing was marked or noted.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty() && self.earlier.is_empty() && self.endings.is_empty()
    }
}

fn replace<T>(kept: &mut BTreeMap<Key, T>, key: Key, value: Option<T>) -> Result<Option<T>, Error> {
    match value {
        None => Ok(kept.remove(&key)),
        Some(_) if kept.len() >= MOST && !kept.contains_key(&key) => Err(Error::TooMany),
        Some(value) => Ok(kept.insert(key, value)),
    }
}

impl fmt::Debug for Earlier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Earlier(..)")
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Progress(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(measure: &str, role: Role) -> Key {
        Key {
            measure: MeasureId::new(measure).expect("a valid id"),
            on: On::Person,
            role,
        }
    }

    #[test]
    fn every_change_returns_what_was_there() {
        let mut progress = Progress::default();
        let tick = key("biometrics-off", Role::Main);

        assert_eq!(progress.set(tick.clone(), Some(Mark::Done)), Ok(None));
        assert_eq!(
            progress.set(tick.clone(), Some(Mark::NotPossible)),
            Ok(Some(Mark::Done))
        );
        assert_eq!(progress.set(tick.clone(), None), Ok(Some(Mark::NotPossible)));
        assert!(progress.is_empty());
    }

    #[test]
    fn what_became_of_it_can_be_taken_back_like_everything_else() {
        let mut progress = Progress::default();
        let tick = key("a", Role::Main);

        assert_eq!(progress.set_ending(tick.clone(), Some(Ending::PutBack)), Ok(None));
        assert_eq!(
            progress.set_ending(tick.clone(), Some(Ending::Kept)),
            Ok(Some(Ending::PutBack))
        );
        assert!(!progress.is_empty());
        assert_eq!(progress.set_ending(tick.clone(), None), Ok(Some(Ending::Kept)));
        assert!(progress.is_empty() && progress.ending(&tick).is_none());
    }

    #[test]
    fn a_second_phone_has_marks_of_its_own() {
        let mut progress = Progress::default();

        progress
            .set(key("a", Role::Second), Some(Mark::Done))
            .expect("there is room");

        assert_eq!(progress.mark(&key("a", Role::Main)), None);
        assert!(!progress.is_settled(&key("a", Role::Main).measure, &[On::Person]));
    }

    #[test]
    fn a_note_is_one_short_line() {
        let mut progress = Progress::default();
        let note = |text: &str| Some(Earlier::Other(text.to_owned()));

        assert_eq!(
            progress.set_earlier(key("a", Role::Main), note(&"ä".repeat(200))),
            Ok(None)
        );
        assert_eq!(
            progress.set_earlier(key("a", Role::Main), note(&"a".repeat(201))),
            Err(Error::TooLong)
        );
        assert_eq!(
            progress.set_earlier(key("a", Role::Main), note("a\nb")),
            Err(Error::Unprintable)
        );
    }

    #[test]
    fn a_note_never_shows_in_debug() {
        let earlier = Earlier::Other("my old setting".to_owned());

        assert!(!format!("{earlier:?}").contains("old"));
    }
}
