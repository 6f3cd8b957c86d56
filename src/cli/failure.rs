//! Why a command did not do what was asked, and the number it ends with.
//!
//! The words are those of the room that refused: what happened, and what can be done about it.
use crate::file::Class;
use crate::usage::Refusal;
use crate::vault::{key, paper};
use crate::{vault, words};

use std::fmt;
use std::io;
use std::process::ExitCode;

/// What kind of failure it was. The numbers are a promise to scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Something was found that should be looked at.
    Findings = 1,
    /// What was asked for was not understood, or lacks something.
    Usage = 2,
    /// The passphrase does not open the file.
    WrongPassphrase = 3,
    /// A file is damaged, too much, or cannot be read.
    Refused = 4,
    /// Something could not be written.
    Unwritten = 5,
}

/// What went wrong, in two lines.
#[derive(Debug)]
pub(super) struct Failure {
    kind: Kind,
    what: String,
    advice: String,
}

impl Failure {
    /// One with its words.
    pub(super) fn new(kind: Kind, what: impl fmt::Display, advice: impl Into<String>) -> Self {
        Self {
            kind,
            what: what.to_string(),
            advice: advice.into(),
        }
    }

    /// One in the words of the room that refused.
    pub(super) fn told(kind: Kind, problem: &impl fmt::Display, advice: &str) -> Self {
        Self::new(kind, words::sentence(&problem.to_string()), advice)
    }

    /// Findings that have been shown already.
    pub(super) fn found() -> Self {
        Self::new(Kind::Findings, "", "")
    }

    /// A file that could not be read. `name` is what the person called it.
    pub(super) fn unread(name: &str, problem: &impl fmt::Display, advice: &str) -> Self {
        let values = [("file", name.into()), ("problem", problem.to_string().into())];

        Self::new(Kind::Refused, words::text_with("terminal-unread", &values), advice)
    }

    /// Standard output that could not be written to. A reader that left early is not a failure.
    pub(super) fn unsaid(error: &io::Error) -> Result<(), Self> {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Ok(());
        }

        Err(Self::unwritten(error))
    }

    /// A result that could not be written, in our words and not in those of the system.
    pub(super) fn unwritten(error: &io::Error) -> Self {
        let problem = [("problem", Class::of(error).to_string().into())];

        Self::new(
            Kind::Unwritten,
            words::text_with("terminal-unsaid", &problem),
            words::text("terminal-unsaid-advice"),
        )
    }

    /// The number the program ends with.
    pub(super) fn code(&self) -> ExitCode {
        ExitCode::from(self.kind as u8)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in [&self.what, &self.advice].into_iter().filter(|line| !line.is_empty()) {
            writeln!(f, "{}", line.trim_end())?;
        }

        Ok(())
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::new(Kind::Usage, refusal.what, refusal.advice)
    }
}

impl From<vault::Error> for Failure {
    fn from(error: vault::Error) -> Self {
        use vault::Error;

        let kind = match &error {
            Error::WrongPassphrase => Kind::WrongPassphrase,
            Error::NoPassphrase | Error::PassphraseTooLong | Error::PassphraseNotText => Kind::Usage,
            Error::NoRandomness | Error::Unsealed | Error::TooFull => Kind::Unwritten,
            Error::Damaged(_)
            | Error::NotAVault
            | Error::Document(_)
            | Error::TooLarge
            | Error::TooCostly { .. }
            | Error::NeedsConsent { .. }
            | Error::NotEnoughMemory { .. }
            | Error::WrongKey
            | Error::OnePiece
            | Error::AKey
            | Error::Unsupported(_) => Kind::Refused,
        };

        Self::told(kind, &error, error.advice())
    }
}

impl From<key::Error> for Failure {
    fn from(error: key::Error) -> Self {
        use key::Error;

        let kind = match error {
            Error::Vault(error) => return error.into(),
            Error::WrongPassphrase => Kind::WrongPassphrase,
            Error::Damaged(_) | Error::NotAKey | Error::APlan | Error::Bare | Error::Several | Error::OtherKind => {
                Kind::Refused
            }
        };

        Self::told(kind, &error, error.advice())
    }
}

impl From<paper::Error> for Failure {
    fn from(error: paper::Error) -> Self {
        use paper::Error;

        let kind = match error {
            Error::Vault(error) => return error.into(),
            Error::TooLong { .. } => Kind::Unwritten,
            Error::NoParts | Error::Incomplete { .. } | Error::Mixed { .. } | Error::NotWhole => Kind::Refused,
        };

        Self::told(kind, &error, error.advice())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_left_is_no_failure() {
        assert!(Failure::unsaid(&io::Error::from(io::ErrorKind::BrokenPipe)).is_ok());

        let failure = Failure::unsaid(&io::Error::from_raw_os_error(28))
            .unwrap_err()
            .to_string();

        assert!(failure.contains("there is no room left"), "{failure}");
        assert!(!failure.contains("os error"), "{failure}");
    }

    #[test]
    fn a_wrong_passphrase_has_a_number_of_its_own() {
        let wrong = Failure::from(vault::Error::WrongPassphrase);
        let damaged = Failure::from(vault::Error::NotAVault);

        assert_eq!((wrong.kind as u8, damaged.kind as u8), (3, 4));
        assert_eq!(wrong.to_string().lines().count(), 2, "what happened, and what to do");
    }
}
