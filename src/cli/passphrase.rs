//! Asks for passphrases: on the terminal, on a descriptor that the caller opened, or from a file.
//!
//! Never an argument and never an environment variable: other programs can read both, and shells keep
//! them. A file that others could read is refused. One line end is not part of a passphrase.
use super::failure::{Failure, Kind};
use super::output;
use crate::harden::Secret;
use crate::vault::passphrase::{self, Verdict};
use crate::{file, vault, words};

use zeroize::Zeroizing;

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The most bytes that are read of a passphrase; more than any may have, so that none is cut.
const LONGEST: u64 = Secret::CAPACITY as u64;

/// Where a passphrase comes from, when it is not asked for.
#[derive(clap::Args)]
pub(super) struct Source {
    #[arg(long, value_name = "N", help = words::text("terminal-passphrase-fd"), conflicts_with = "passphrase_file")]
    passphrase_fd: Option<u16>,
    #[arg(long, value_name = "F", help = words::text("terminal-passphrase-file"))]
    passphrase_file: Option<PathBuf>,
}

/// The same for a passphrase that takes the place of another.
#[derive(clap::Args)]
pub(super) struct NewSource {
    #[arg(long, value_name = "N", help = words::text("terminal-new-passphrase-fd"), conflicts_with = "new_passphrase_file")]
    new_passphrase_fd: Option<u16>,
    #[arg(long, value_name = "F", help = words::text("terminal-new-passphrase-file"))]
    new_passphrase_file: Option<PathBuf>,
}

impl Source {
    /// The passphrase of a file that is there.
    pub(super) fn known(&self) -> Result<Secret, Failure> {
        match given(self.passphrase_fd, self.passphrase_file.as_deref())? {
            Some(secret) => Ok(secret),
            None => ask(words::id("terminal-ask")),
        }
    }

    /// The passphrase of a file that is new: given, typed twice, or generated and shown once.
    pub(super) fn fresh(&self) -> Result<Secret, Failure> {
        fresh(given(self.passphrase_fd, self.passphrase_file.as_deref())?)
    }
}

impl NewSource {
    /// As [`Source::fresh`].
    pub(super) fn fresh(&self) -> Result<Secret, Failure> {
        fresh(given(self.new_passphrase_fd, self.new_passphrase_file.as_deref())?)
    }
}

fn given(descriptor: Option<u16>, path: Option<&Path>) -> Result<Option<Secret>, Failure> {
    match (descriptor, path) {
        (Some(number), _) => from_descriptor(number).map(Some),
        (None, Some(path)) => from_file(path).map(Some),
        (None, None) => Ok(None),
    }
}

/// Reads what the caller opened, by the name of the descriptor: that needs no unsafe code.
fn from_descriptor(number: u16) -> Result<Secret, Failure> {
    let name = format!("/dev/fd/{number}");
    let refused = |error: file::Error| Failure::unread(&name, &error, error.advice());

    let input = File::open(&name).map_err(|error| refused(file::Error::at(file::Step::Read)(error)))?;
    let text = file::read_input(input, LONGEST).map_err(refused)?;

    secret(&Zeroizing::new(text.into_bytes()))
}

fn from_file(path: &Path) -> Result<Secret, Failure> {
    let bytes = file::read_private(path, LONGEST)
        .map_err(|error| Failure::unread(&path.display().to_string(), &error, error.advice()))?;

    secret(&Zeroizing::new(bytes))
}

/// Takes one line end off, and keeps the rest as it is.
fn secret(bytes: &[u8]) -> Result<Secret, Failure> {
    let line = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let line = line.strip_suffix(b"\r").unwrap_or(line);

    if line.is_empty() {
        return Err(vault::Error::NoPassphrase.into());
    }

    Secret::from_bytes(line).map_err(|_| vault::Error::PassphraseTooLong.into())
}

fn ask(id: &str) -> Result<Secret, Failure> {
    secret(type_in(id)?.as_bytes())
}

fn type_in(id: &str) -> Result<Zeroizing<String>, Failure> {
    let typed = rpassword::prompt_password(format!("{} ", words::text(id)));

    typed.map(Zeroizing::new).map_err(|_| no_terminal())
}

fn no_terminal() -> Failure {
    let advice = words::text("terminal-no-terminal-advice");

    Failure::new(Kind::Usage, words::text("terminal-no-terminal"), advice)
}

fn fresh(given: Option<Secret>) -> Result<Secret, Failure> {
    if let Some(secret) = given {
        // A script has its reasons, but it is told.
        warn(&secret);

        return Ok(secret);
    }

    loop {
        let first = type_in(words::id("terminal-ask-new"))?;

        if first.is_empty() {
            return generated();
        }

        let first = secret(first.as_bytes())?;
        let estimate = passphrase::estimate(&first, &[]);

        output::note(&estimate.sentence());

        if estimate.verdict == Verdict::Refused {
            continue;
        }

        if ask(words::id("terminal-ask-again"))?.as_bytes() == first.as_bytes() {
            return Ok(first);
        }

        output::note(&words::text("terminal-not-the-same"));
    }
}

fn warn(secret: &Secret) {
    let estimate = passphrase::estimate(secret, &[]);

    if estimate.verdict == Verdict::Refused {
        output::note(&estimate.sentence());
    }
}

/// Makes six words and shows them on the terminal itself, wherever the other output goes.
fn generated() -> Result<Secret, Failure> {
    let secret = passphrase::generate(passphrase::WORDS)?;
    let mut terminal = OpenOptions::new()
        .write(true)
        .open("/dev/tty")
        .map_err(|_| no_terminal())?;
    let phrase = secret.as_text().unwrap_or_default();

    let shown = Zeroizing::new(format!("\n{}\n\n    {phrase}\n\n", words::text("terminal-generated")));

    terminal.write_all(shown.as_bytes()).map_err(|_| no_terminal())?;

    Ok(secret)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_end_is_not_part_of_it() {
        for (text, expected) in [
            ("a b\n", "a b"),
            ("a b\r\n", "a b"),
            ("a b\n\n", "a b\n"),
            (" a ", " a "),
        ] {
            assert_eq!(secret(text.as_bytes()).unwrap().as_text(), Some(expected));
        }
    }

    #[test]
    fn an_empty_one_is_refused() {
        assert!(secret(b"\n").is_err());
    }
}
