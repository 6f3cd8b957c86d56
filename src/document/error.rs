//! Why a text could not be read as a plan. Says where, never what stands there.

/// Why a text could not be read as a plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It says that it is something else, or nothing at all.
    #[error("this text is not a plan")]
    NotAPlan,
    /// It is of a format that came after this program.
    #[error("this plan was made by a newer version of Daypack")]
    TooNew,
    /// It is not TOML.
    #[error("line {line} of the plan is not written as it should be")]
    Unreadable {
        /// The line, from 1.
        line: usize,
    },
    /// An entry is not what it should be.
    #[error("entry {number} under `{section}` of the plan is not as it should be")]
    Entry {
        /// Where it stands.
        section: Section,
        /// Which one it is there, from 1.
        number: usize,
    },
    /// There are more entries than any plan has.
    #[error("there are too many entries under `{section}` of the plan")]
    TooMany {
        /// Where they stand.
        section: Section,
    },
}

impl Error {
    /// What the person can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::NotAPlan => "Look for another file, or open this one with the program that made it.",
            Self::TooNew => {
                "Get the latest Daypack, or read it in a terminal with `age -d` and the same passphrase. Nothing was changed."
            }
            Self::Unreadable { .. } | Self::Entry { .. } | Self::TooMany { .. } => {
                "If you edited it by hand, look there. If not, open its previous version."
            }
        }
    }
}

/// A part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The lines before the first table.
    Top,
    /// What was said.
    Answers,
    /// What was decided.
    Decisions,
    /// Where the person disagrees with the proposal.
    Weigh,
    /// Which version a device has.
    Versions,
    /// What the plan looked like.
    Seen,
    /// What is done.
    Mark,
    /// How it was before.
    Earlier,
    /// What became of it after the day.
    After,
    /// What a later version added.
    Unknown,
}

impl Section {
    /// Its name in the text.
    pub fn name(self) -> &'static str {
        match self {
            Self::Top => "format",
            Self::Answers => "answers",
            Self::Decisions => "decisions",
            Self::Weigh => "weigh",
            Self::Versions => "versions",
            Self::Seen => "seen",
            Self::Mark => "mark",
            Self::Earlier => "earlier",
            Self::After => "after",
            Self::Unknown => "anything else",
        }
    }
}

impl std::fmt::Display for Section {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// Where TOML ended. Its own message may quote the text, so only the line is kept.
pub(super) fn at(text: &str, error: &toml::de::Error) -> Error {
    let start = error.span().map_or(0, |span| span.start);
    let line = 1 + text.bytes().take(start).filter(|byte| *byte == b'\n').count();

    Error::Unreadable { line }
}
