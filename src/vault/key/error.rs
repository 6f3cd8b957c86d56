//! Why a key file could not be used, and what can be done about it.
use crate::vault::{self, Part};

/// Why a key file could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Another passphrase sealed it.
    #[error("this passphrase does not open this key file")]
    WrongPassphrase,
    /// It was changed, cut off, or never whole.
    #[error("this key file is damaged in {0}")]
    Damaged(Part),
    /// It is something else.
    #[error("this is not a key file")]
    NotAKey,
    /// It is a plan.
    #[error("this is a plan, and not its key file")]
    APlan,
    /// It holds a key that anybody can read.
    #[error("this key lies open: whoever has the file can use it")]
    Bare,
    /// It holds more than one key.
    #[error("this key file holds several keys")]
    Several,
    /// It holds a key that only another program can use.
    #[error("this key file holds a kind of key that Daypack cannot use")]
    OtherKind,
    /// Its passphrase, its work or the memory of this computer is in the way.
    #[error(transparent)]
    Vault(vault::Error),
}

impl Error {
    /// What the person in front of the screen can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::WrongPassphrase => "Try again. Capital letters, spaces and the keyboard's language count.",
            Self::Damaged(_) => "Use your second copy of the key file, and make another copy of that.",
            Self::NotAKey => "Look for the file that was made with the plan. It is mostly called key.age.",
            Self::APlan => "Choose the small file that was made with the plan. It is mostly called key.age.",
            Self::Bare => "Seal it with a passphrase in a terminal: `age -p -o key.age` and its name.",
            Self::Several => "Keep one key in the file, or open the plan in a terminal with `age -d -i`.",
            Self::OtherKind => "Open the plan in a terminal with `age -d -i` and this file.",
            Self::Vault(error) => error.advice(),
        }
    }

    /// What a line is that is no key of ours.
    pub(super) fn other(line: &str) -> Self {
        if line.starts_with("AGE-") && !line.starts_with(super::SECRET) {
            Self::OtherKind
        } else {
            Self::NotAKey
        }
    }
}

impl From<vault::Error> for Error {
    fn from(error: vault::Error) -> Self {
        use vault::Error;

        match error {
            Error::WrongPassphrase => Self::WrongPassphrase,
            Error::Damaged(part) => Self::Damaged(part),
            Error::NotAVault | Error::TooLarge | Error::Unsupported(_) | Error::Document(_) => Self::NotAKey,
            Error::AKey
            | Error::NoPassphrase
            | Error::NoRandomness
            | Error::NotEnoughMemory { .. }
            | Error::NeedsConsent { .. }
            | Error::OnePiece
            | Error::PassphraseNotText
            | Error::PassphraseTooLong
            | Error::TooCostly { .. }
            | Error::TooFull
            | Error::Unsealed
            | Error::WrongKey => Self::Vault(error),
        }
    }
}
