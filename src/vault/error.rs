//! Why a plan could not be sealed or opened, and what can be done about it.
//!
//! Never the words of `age`, and nothing from inside a plan.
use crate::document;

/// Why a plan could not be sealed or opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Another passphrase sealed it.
    #[error("this passphrase does not open this file")]
    WrongPassphrase,
    /// It was changed, cut off, or never whole.
    #[error("this file is damaged in {0}")]
    Damaged(Part),
    /// It is something else.
    #[error("this is not a sealed plan")]
    NotAVault,
    /// It opens, and what is in it is no plan, a newer one, or not written as it should be.
    #[error(transparent)]
    Document(#[from] document::Error),
    /// It is larger than any plan.
    #[error("this file is too large to be a plan")]
    TooLarge,
    /// The text is longer than the largest file holds.
    #[error("this plan is too long to be kept in one file")]
    TooFull,
    /// Its passphrase asks for more work than any file should.
    #[error("opening this file would take more memory and time than Daypack allows")]
    TooCostly {
        /// Its work factor, as a power of two.
        work_factor: u8,
    },
    /// Its passphrase asks for a lot of work: the person decides.
    #[error("opening this file takes {mib} MiB of memory and some time")]
    NeedsConsent {
        /// Its work factor, as a power of two.
        work_factor: u8,
        /// The memory it takes, in MiB.
        mib: u32,
    },
    /// There is not enough memory now.
    #[error("there is not enough free memory: this takes {mib} MiB")]
    NotEnoughMemory {
        /// The memory it takes, in MiB.
        mib: u32,
    },
    /// It is locked with a key, and this key is another one.
    #[error("this key file does not open this plan")]
    WrongKey,
    /// It is locked with a passphrase alone, and a key was brought.
    #[error("this plan opens with its passphrase alone, without a key file")]
    OnePiece,
    /// It is a key, and not a plan.
    #[error("this is a key file, and not a plan")]
    AKey,
    /// It is locked in a way that we do not open.
    #[error("this file is not locked with a passphrase, but with {0}")]
    Unsupported(Lock),
    /// There is nothing in the passphrase.
    #[error("the passphrase is empty")]
    NoPassphrase,
    /// The passphrase is longer than 1,024 bytes.
    #[error("the passphrase is too long")]
    PassphraseTooLong,
    /// The passphrase is not text.
    #[error("the passphrase has bytes in it that are not letters")]
    PassphraseNotText,
    /// The system gave no random numbers.
    #[error("this computer gave no random numbers to make words from")]
    NoRandomness,
    /// Sealing went wrong.
    #[error("the plan could not be sealed, and nothing was saved")]
    Unsealed,
}

impl Error {
    /// What the person in front of the screen can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::WrongPassphrase => "Try again. Capital letters, spaces and the keyboard's language count.",
            Self::Damaged(_) => "Open its previous version or your second copy. Keep this one until you have.",
            Self::NotAVault => "Choose another file. The names of plans mostly end in .age.",
            Self::Document(error) => error.advice(),
            Self::TooLarge => "Look for another file: a plan is never larger than nine megabytes.",
            Self::TooFull => "Shorten the longest notes and save again.",
            Self::TooCostly { .. } => {
                "Only open files that you trust. If this is one, `age -d` in a terminal opens it."
            }
            Self::NeedsConsent { .. } => "Go on if you trust this file. Close other programs first.",
            Self::NotEnoughMemory { .. } => "Close other programs, then try again. Nothing was changed.",
            Self::WrongKey => {
                "Choose the key file that belongs to this plan. If this is the one, the plan is damaged: open its \
                 previous version or your second copy."
            }
            Self::OnePiece => "Open it without a key file.",
            Self::AKey => "Choose the plan that it opens, and bring this file as its key.",
            Self::Unsupported(lock) => lock.advice(),
            Self::NoPassphrase => "Type the passphrase first.",
            Self::PassphraseTooLong => "Use at most 1,024 letters.",
            Self::PassphraseNotText => "Type the passphrase, or store it as plain text in UTF-8.",
            Self::NoRandomness => "Restart the computer and try again, or make up a long phrase with dice.",
            Self::Unsealed => "Try again. Your plan is still open and nothing is lost.",
        }
    }
}

/// The part of a file that is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The letters around it.
    Armor,
    /// Its beginning.
    Header,
    /// The seal over its beginning.
    Seal,
    /// Its contents.
    Content,
    /// The text in it.
    Text,
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Armor => "the lines around it",
            Self::Header => "its first lines",
            Self::Seal => "the seal on its first lines",
            Self::Content => "its contents",
            Self::Text => "the text inside",
        })
    }
}

/// What else a file can be locked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lock {
    /// A format that came after ours.
    NewerFormat,
    /// An `age` key.
    Key,
    /// An SSH key.
    Ssh,
    /// A key that is made to outlast quantum computers.
    PostQuantum,
    /// A key in a piece of hardware.
    Hardware,
    /// Something else, by the first 32 letters of its name.
    Other(String),
}

impl Lock {
    /// The lock that a stanza's name stands for.
    pub(super) fn named(kind: &str) -> Self {
        let is = |beginnings: &[&str]| beginnings.iter().any(|beginning| kind.starts_with(beginning));

        if is(&["ssh-"]) {
            Self::Ssh
        } else if is(&["mlkem", "xwing"]) {
            Self::PostQuantum
        } else if is(&["piv-", "p256", "tpm", "fido2", "yubikey"]) {
            Self::Hardware
        } else {
            Self::Other(kind.chars().filter(char::is_ascii_graphic).take(32).collect())
        }
    }

    fn advice(&self) -> &'static str {
        match self {
            Self::NewerFormat => "Open it with a newer version of the `age` program.",
            Self::Key => "Bring the key file it was made for: in a terminal, with --key.",
            Self::PostQuantum => "Open it in a terminal with `age -d -i` and the key it was made for.",
            Self::Ssh => "Open it in a terminal with `age -d -i` and the SSH key it was made for.",
            Self::Hardware => "Open it in a terminal with `age -d` and the plugin of that piece of hardware.",
            Self::Other(_) => "Ask whoever made it which program opens it.",
        }
    }
}

impl std::fmt::Display for Lock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NewerFormat => f.write_str("a newer kind of lock"),
            Self::Key => f.write_str("a key file"),
            Self::Ssh => f.write_str("an SSH key"),
            Self::PostQuantum => f.write_str("a post-quantum key"),
            Self::Hardware => f.write_str("a piece of hardware"),
            Self::Other(name) => write!(f, "something called `{name}`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happened_and_what_to_do_are_whole_and_calm() {
        let mut errors = vec![
            Error::WrongPassphrase,
            Error::NotAVault,
            Error::Document(document::Error::TooNew),
            Error::Document(document::Error::NotAPlan),
            Error::Document(document::Error::Unreadable { line: 3 }),
            Error::TooLarge,
            Error::TooFull,
            Error::TooCostly { work_factor: 63 },
            Error::NeedsConsent {
                work_factor: 21,
                mib: 2_048,
            },
            Error::NotEnoughMemory { mib: 256 },
            Error::NoPassphrase,
            Error::PassphraseTooLong,
            Error::PassphraseNotText,
            Error::NoRandomness,
            Error::Unsealed,
            Error::WrongKey,
            Error::OnePiece,
            Error::AKey,
            Error::Unsupported(Lock::Key),
        ];

        for part in [Part::Armor, Part::Header, Part::Seal, Part::Content, Part::Text] {
            errors.push(Error::Damaged(part));
        }

        for name in ["ssh-rsa", "mlkem768x25519", "piv-p256", "other"] {
            errors.push(Error::Unsupported(Lock::named(name)));
        }

        for error in errors {
            let (what, advice) = (error.to_string(), error.advice());

            assert!(what.starts_with(char::is_lowercase) && !what.ends_with('.'), "{what}");
            assert!(
                advice.starts_with(char::is_uppercase) && advice.ends_with('.'),
                "{advice}"
            );
            assert!(!what.contains("age-") && !what.contains('!') && !advice.contains("simply"));
        }
    }
}
