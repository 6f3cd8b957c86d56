//! Why there is no stack.
use super::{MOST_COPIES, MOST_PAGES};
use crate::print;

/// Why there is no stack.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Nobody was chosen.
    #[error("nobody was chosen to make handouts for")]
    NoPile,
    /// Nothing was chosen.
    #[error("no format was chosen")]
    NoForm,
    /// A pile of none, or of too many.
    #[error("{asked} copies of one pile cannot be made")]
    Copies {
        /// How many were asked for.
        asked: u32,
    },
    /// More pages than one file shall have.
    #[error("this would be {pages} pages in one file, and {MOST_PAGES} are the most")]
    TooMany {
        /// How many it would be.
        pages: u64,
    },
    /// Somebody stopped it.
    #[error("it was stopped, and nothing was written")]
    Stopped,
    /// The pages could not become a file.
    #[error(transparent)]
    Print(#[from] print::Error),
}

impl Error {
    /// What the person in front of the screen can do about it.
    pub fn advice(&self) -> String {
        match self {
            Self::NoPile => "Choose made-up people, blank handouts, or both.".to_owned(),
            Self::NoForm => "Choose at least one format.".to_owned(),
            Self::Copies { .. } => {
                format!("Ask for 1 to {MOST_COPIES} copies. For more, make a second stack or print this one twice.")
            }
            Self::TooMany { .. } => {
                "Ask for fewer copies, people or formats, or make two stacks. A stack can be printed twice.".to_owned()
            }
            Self::Stopped => "Make it again when you like.".to_owned(),
            Self::Print(error) => error.advice().to_owned(),
        }
    }
}
