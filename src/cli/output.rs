//! Where results go: standard output, or a file that the person named.
//!
//! Nothing is replaced unless that was asked for, and bytes that are not text never reach a terminal.
use super::failure::{Failure, Kind};
use crate::keep::Keeper;
use crate::paths::{self, Paths};
use crate::{harden, words};

use serde::Serialize;

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Where to write something that is not text.
#[derive(clap::Args)]
pub(super) struct Target {
    #[arg(short, long, value_name = "F", help = words::text("terminal-output"))]
    pub(super) output: PathBuf,
    #[arg(long, help = words::text("terminal-force"))]
    pub(super) force: bool,
}

impl Target {
    /// Whether it is standard output.
    pub(super) fn is_stdout(&self) -> bool {
        self.output == Path::new("-")
    }

    /// Says early what cannot work, before anybody types a passphrase.
    pub(super) fn checked(&self) -> Result<&Self, Failure> {
        if self.is_stdout() {
            if io::stdout().is_terminal() {
                let advice = words::text("terminal-binary-advice");

                return Err(Failure::new(Kind::Usage, words::text("terminal-binary"), advice));
            }
        } else if !self.force && self.output.symlink_metadata().is_ok() {
            return Err(self.taken());
        }

        Ok(self)
    }

    /// Writes `bytes` there, for this user alone.
    pub(super) fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        self.checked()?;

        if self.is_stdout() {
            return raw(bytes);
        }

        // On a drive that knows no files without a name, half of it would stay under `list.pdf.part`.
        harden::undivided(|| Keeper::new(Paths::here()).export(&self.output, bytes, self.force))
            .map_err(|error| Failure::told(Kind::Unwritten, &error, error.advice()))
    }

    fn taken(&self) -> Failure {
        let name = self.output.display().to_string();
        let what = words::text_with("terminal-taken", &[("file", name.into())]);

        Failure::new(Kind::Unwritten, what, words::text("terminal-taken-advice"))
    }
}

/// Writes text to standard output.
pub(super) fn text(text: &str) -> Result<(), Failure> {
    raw(text.as_bytes())
}

/// Writes data as JSON to standard output.
pub(super) fn json(data: &impl Serialize) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(data).map_err(|error| Failure::unwritten(&error.into()))?;

    text.push('\n');
    raw(text.as_bytes())
}

/// Tells the person something beside the result.
pub(super) fn note(text: &str) {
    // There is nobody left to tell when standard error is closed.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Asks the person something; the answer is typed behind it.
pub(super) fn ask(text: &str) {
    let mut err = io::stderr().lock();

    let _ = write!(err, "{text} ").and_then(|()| err.flush());
}

/// Whether standard output takes colour.
pub(super) fn has_color() -> bool {
    io::stdout().is_terminal() && !paths::has_no_color()
}

/// Whether standard error takes colour.
pub(super) fn has_color_for_messages() -> bool {
    io::stderr().is_terminal() && !paths::has_no_color()
}

fn raw(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let written = out.write_all(bytes).and_then(|()| out.flush());

    written.or_else(|error| Failure::unsaid(&error))
}
