//! What was seen, in sentences: the same for the window and the terminal.
use super::{Checkup, Swap};
use crate::words;

impl Swap {
    /// The verdict in a word or three.
    pub fn word(self) -> String {
        words::text(match self {
            Self::None => words::id("checkup-word-none"),
            Self::InMemory => words::id("checkup-word-in-memory"),
            Self::Encrypted => words::id("checkup-word-encrypted"),
            Self::CannotTell => words::id("checkup-word-cannot-tell"),
            Self::Plain => words::id("checkup-word-plain"),
        })
    }
}

impl Checkup {
    /// What it means, and what can be done about it.
    pub fn sentences(&self) -> Vec<String> {
        let places = self.plain().collect::<Vec<_>>().join(", ");

        let mut sentences = vec![match self.swap {
            Swap::None => words::text("checkup-none"),
            Swap::InMemory => words::text("checkup-in-memory"),
            Swap::Encrypted => words::text("checkup-encrypted"),
            Swap::CannotTell => words::text("checkup-cannot-tell"),
            Swap::Plain => words::text_with("checkup-plain", &[("places", places.into())]),
        }];

        if matches!(self.swap, Swap::CannotTell | Swap::Plain) {
            sentences.extend(self.hibernates.then(|| words::text("checkup-hibernates")));
            sentences.push(words::text("checkup-advice"));
        }

        sentences
    }
}
