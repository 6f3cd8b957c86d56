//! A passphrase while it is made: six words to copy, or a phrase of the person's own, typed twice.
//!
//! A comparison says which word differs, never how: somebody may be looking on.
use crate::gui::context::Context;
use crate::gui::widget::Typed;
use crate::harden::Secret;
use crate::vault::Error;
use crate::vault::passphrase::{self, Estimate, LONGEST, Verdict, WORDS};

/// A passphrase while it is made.
pub(super) struct Making {
    words: Option<Secret>,
    first: Typed,
    again: Typed,
    estimate: Option<Estimate>,
    is_shown: bool,
    slip: Option<Slip>,
    /// Words that a guesser would try first.
    known: Vec<String>,
}

/// In what way what was typed is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slip {
    /// This word is another one, counted from 1.
    Word(usize),
    /// There are this many words.
    Count(usize),
    /// The words are right, and something between or around them is not.
    Gaps,
    /// The second time was not like the first.
    Twice,
    /// It is longer than a passphrase may be.
    TooLong,
}

impl Making {
    /// With nothing made yet.
    pub(super) fn new(cx: &Context<'_>) -> Self {
        let place = cx.plan().place.as_ref().and_then(|place| cx.pack().place(place));
        let known = ["daypack", "notes", "plan"].map(str::to_owned).into_iter();

        Self {
            words: None,
            first: Typed::new(),
            again: Typed::new(),
            estimate: None,
            is_shown: false,
            slip: None,
            known: known.chain(place.map(|place| place.name.clone())).collect(),
        }
    }

    /// Makes six words, unless there are some already.
    ///
    /// # Errors
    /// When this computer has no random numbers to make them from.
    pub(super) fn propose(&mut self) -> Result<(), Error> {
        if self.words.is_none() {
            self.words = Some(passphrase::generate(WORDS)?);
        }

        Ok(())
    }

    /// Forgets the words, so that others are proposed.
    pub(super) fn forget_words(&mut self) {
        self.words = None;
    }

    /// The six words, to be shown until the plan is saved.
    pub(super) fn words(&self) -> Option<&Secret> {
        self.words.as_ref()
    }

    /// Forgets what was typed, and hides what will be.
    pub(super) fn clear(&mut self) {
        self.first.clear();
        self.again.clear();
        self.estimate = None;
        self.is_shown = false;
        self.slip = None;
    }

    pub(super) fn first(&self) -> &Typed {
        &self.first
    }

    pub(super) fn again(&self) -> &Typed {
        &self.again
    }

    pub(super) fn slip(&self) -> Option<Slip> {
        self.slip
    }

    pub(super) fn is_shown(&self) -> bool {
        self.is_shown
    }

    pub(super) fn toggle_shown(&mut self) {
        self.is_shown = !self.is_shown;
    }

    /// What to think of the phrase of one's own; nothing as long as there is none.
    pub(super) fn estimate(&self) -> Option<Estimate> {
        self.estimate
    }

    /// Whether the phrase of one's own is good enough, and was typed a second time.
    pub(super) fn may_go_on(&self) -> bool {
        let is_accepted = self
            .estimate
            .is_some_and(|estimate| estimate.verdict != Verdict::Refused);

        is_accepted && self.slip != Some(Slip::TooLong) && !self.again.is_empty()
    }

    /// The first field changed.
    pub(super) fn look_at_first(&mut self) {
        let known: Vec<&str> = self.known.iter().map(String::as_str).collect();
        let is_too_long = self.first.with(|typed| typed.as_bytes().len() > LONGEST);

        self.slip = is_too_long.then_some(Slip::TooLong);
        self.estimate = (!self.first.is_empty()).then(|| self.first.with(|typed| passphrase::estimate(typed, &known)));
    }

    /// The second field changed: what was wrong with it is being mended.
    pub(super) fn look_at_second(&mut self) {
        if self.slip != Some(Slip::TooLong) {
            self.slip = None;
        }
    }

    /// The six words, if they were typed as they are.
    pub(super) fn retyped(&mut self) -> Option<Secret> {
        let words = self.words.as_ref()?;

        if self.first.is_empty() {
            return None;
        }

        self.slip = self.first.with(|typed| difference(words, typed));

        self.slip.is_none().then(|| words.duplicate())
    }

    /// The phrase of one's own, if it was typed twice the same.
    pub(super) fn own(&mut self) -> Option<Secret> {
        if !self.may_go_on() {
            return None;
        }

        let is_same = self.first.with(|first| self.again.with(|again| first == again));

        if !is_same {
            self.slip = Some(Slip::Twice);
            self.again.clear();

            return None;
        }

        Some(self.first.take())
    }
}

/// In what way `typed` is not `words`.
fn difference(words: &Secret, typed: &Secret) -> Option<Slip> {
    if words == typed {
        return None;
    }

    let (words, typed) = (words.as_text().unwrap_or_default(), typed.as_text().unwrap_or_default());
    let count = typed.split_whitespace().count();
    let first = words
        .split_whitespace()
        .zip(typed.split_whitespace())
        .position(|(word, typed)| word != typed);

    Some(match first {
        Some(index) => Slip::Word(index + 1),
        None if count != words.split_whitespace().count() => Slip::Count(count),
        None => Slip::Gaps,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(typed: &str) -> Option<Slip> {
        let secret = |text| Secret::from_text(text).unwrap();

        difference(&secret("one two three"), &secret(typed))
    }

    #[test]
    fn a_slip_says_which_word_and_not_how() {
        assert_eq!(told("one two three"), None);
        assert_eq!(told("one tow three"), Some(Slip::Word(2)));
        assert_eq!(told("One two three"), Some(Slip::Word(1)));
        assert_eq!(told("one two"), Some(Slip::Count(2)));
        assert_eq!(told("one two three four"), Some(Slip::Count(4)));
        assert_eq!(told("one  two three "), Some(Slip::Gaps));
    }
}
