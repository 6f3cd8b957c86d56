//! What a command works on: somebody's answers, from a file or from a pipe.
use super::failure::{Failure, Kind};
use super::output;
use crate::answers::Answers;
use crate::content::{Pack, SourceFile, limits};
use crate::{file, words};

use std::io;
use std::path::{Path, PathBuf};

/// Whose plan it is about.
#[derive(clap::Args)]
#[group(required = true, multiple = false)]
pub(super) struct From {
    #[arg(long, value_name = "F", help = words::text("terminal-answers"))]
    answers: Option<PathBuf>,
}

impl From {
    /// What that person said.
    pub(super) fn read(&self, pack: &Pack) -> Result<Answers, Failure> {
        let path = self.answers.as_deref().unwrap_or_else(|| Path::new("-"));

        answers(path, pack)
    }
}

/// Reads an answers file; `-` is standard input.
pub(super) fn answers(path: &Path, pack: &Pack) -> Result<Answers, Failure> {
    let limit = limits::FILE as u64;
    let name = path.display().to_string();

    let text = if path == Path::new("-") {
        file::read_input(io::stdin().lock(), limit)
    } else {
        file::read_text(path, limit)
    };

    let text = text.map_err(|error| Failure::unread(&name, &error))?;
    let source = SourceFile { name, text };

    Answers::read(pack, &source).map_err(|findings| {
        let shown = findings.render(std::slice::from_ref(&source), output::has_color_for_messages());

        Failure::new(Kind::Findings, shown, "")
    })
}
