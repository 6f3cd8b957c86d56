//! Bad news in two lines: what happened, and what to do.
//!
//! Every room's error becomes one here. Nothing is added to what the room said: its words were chosen
//! there, and hold no secret and no text of a library.
use super::slow::Interrupted;
use crate::words;
use crate::{keep, print, vault};

/// What happened, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    /// One sentence.
    pub(crate) what: String,
    /// What the person can do about it.
    pub(crate) advice: String,
}

impl Notice {
    /// A notice in words from the files.
    pub(crate) fn new(what: String, advice: String) -> Self {
        Self { what, advice }
    }
}

/// A room's sentence, with a capital letter and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let mut whole: String = letters
        .next()
        .map(|first| first.to_uppercase().collect())
        .unwrap_or_default();

    whole.push_str(letters.as_str());

    if !whole.ends_with(['.', '!', '?']) {
        whole.push('.');
    }

    whole
}

impl From<&vault::Error> for Notice {
    fn from(error: &vault::Error) -> Self {
        Self::new(sentence(&error.to_string()), error.advice().to_owned())
    }
}

impl From<&keep::Error> for Notice {
    fn from(error: &keep::Error) -> Self {
        Self::new(sentence(&error.to_string()), error.advice().to_owned())
    }
}

impl From<&print::Error> for Notice {
    fn from(error: &print::Error) -> Self {
        Self::new(sentence(&error.to_string()), error.advice().to_owned())
    }
}

impl From<Interrupted> for Notice {
    fn from(_: Interrupted) -> Self {
        Self::new(
            words::text("notice-interrupted"),
            words::text("notice-interrupted-advice"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital_and_ends_with_a_stop() {
        assert_eq!(
            sentence("the passphrase does not open this file"),
            "The passphrase does not open this file."
        );
        assert_eq!(sentence("Done!"), "Done!");
        assert_eq!(sentence(""), ".");
    }
}
