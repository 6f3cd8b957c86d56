//! Where things go on paper, and the file that comes of it.
//!
//! A [`Sheet`] goes in and pages come out as plain data, which the window draws as a preview and
//! [`pdf`] writes down. No fonts of the system, no dates, no author, no name of a machine; the same
//! sheet gives the same pages and the same bytes.
pub mod impose;
pub mod page;
pub mod pdf;

mod layout;
mod tag;

pub use layout::{Pages, layout, layout_in, pages, pages_in};

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// Its name where it is typed, and in the name of a file.
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// Width and height, upright, in hundredths of a point.
    pub fn size(self) -> (i32, i32) {
        match self {
            Self::A4 => (59_528, 84_189),
            Self::Letter => (61_200, 79_200),
        }
    }
}

/// Why pages could not become a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The embedded fonts or a page could not be written down.
    #[error("the pages could not be made into a file")]
    Unwritten,
}

impl Error {
    /// What the person in front of the screen can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Unwritten => "Nothing was saved. Try again with the other size of paper, or start Daypack again.",
        }
    }
}
