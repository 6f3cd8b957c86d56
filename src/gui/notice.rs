//! Bad news in two lines: what happened, and what to do.
//!
//! Every room's error becomes one here. Nothing is added to what the room said: its words were chosen
//! there, and hold no secret and no text of a library.
use super::slow::Interrupted;
use crate::words;
use crate::{keep, print, stack, vault};

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

impl From<&vault::Error> for Notice {
    fn from(error: &vault::Error) -> Self {
        Self::new(words::sentence(&error.to_string()), error.advice().to_owned())
    }
}

impl From<&vault::key::Error> for Notice {
    fn from(error: &vault::key::Error) -> Self {
        Self::new(words::sentence(&error.to_string()), error.advice().to_owned())
    }
}

impl From<&vault::paper::Error> for Notice {
    fn from(error: &vault::paper::Error) -> Self {
        Self::new(words::sentence(&error.to_string()), error.advice().to_owned())
    }
}

impl From<&keep::Error> for Notice {
    fn from(error: &keep::Error) -> Self {
        Self::new(words::sentence(&error.to_string()), error.advice().to_owned())
    }
}

impl From<&print::Error> for Notice {
    fn from(error: &print::Error) -> Self {
        Self::new(words::sentence(&error.to_string()), error.advice().to_owned())
    }
}

impl From<&stack::Error> for Notice {
    fn from(error: &stack::Error) -> Self {
        Self::new(words::sentence(&error.to_string()), error.advice())
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
