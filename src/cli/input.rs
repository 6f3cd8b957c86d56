//! What a command works on: somebody's answers, from a file, from a pipe, or out of an encrypted file.
use super::failure::{Failure, Kind};
use super::{output, passphrase};
use crate::answers::Answers;
use crate::content::{Pack, SourceFile, limits};
use crate::harden::Secret;
use crate::keep::{Keeper, Loaded, Version};
use crate::paths::Paths;
use crate::plan::progress::Progress;
use crate::vault::{self, Consent, Opened};
use crate::{file, words};

use std::io;
use std::path::{Path, PathBuf};

/// Whose plan it is about.
#[derive(clap::Args)]
pub(super) struct Person {
    #[command(flatten)]
    from: From,
    #[command(flatten)]
    key: Key,
}

/// Where the answers are: one of the two.
#[derive(clap::Args)]
#[group(required = true, multiple = false)]
struct From {
    #[arg(long, value_name = "F", help = words::text("terminal-answers"))]
    answers: Option<PathBuf>,
    #[arg(long, value_name = "F", help = words::text("terminal-vault"))]
    vault: Option<PathBuf>,
}

/// Whose plan it is about, where that can be left out.
#[derive(clap::Args)]
pub(super) struct Somebody {
    #[command(flatten)]
    from: Maybe,
    #[command(flatten)]
    key: Key,
}

/// Where the answers are: one of the two, or none.
#[derive(clap::Args)]
#[group(multiple = false)]
struct Maybe {
    #[arg(long, value_name = "F", help = words::text("terminal-answers"))]
    answers: Option<PathBuf>,
    #[arg(long, value_name = "F", help = words::text("terminal-vault"))]
    vault: Option<PathBuf>,
}

/// What it takes to open an encrypted file.
#[derive(clap::Args)]
pub(super) struct Key {
    #[command(flatten)]
    passphrase: passphrase::Source,
    #[arg(long, help = words::text("terminal-costly"))]
    costly: bool,
}

/// A file that is open: nobody else changes it while its keeper is there.
pub(super) struct Held {
    pub(super) keeper: Keeper,
    pub(super) loaded: Loaded,
}

impl Person {
    /// What that person said.
    pub(super) fn answers(&self, pack: &Pack) -> Result<Answers, Failure> {
        match &self.from.vault {
            Some(path) => kept(path, &self.key, pack).map(|(answers, _)| answers),
            None => answers(self.from.answers.as_deref().unwrap_or_else(|| Path::new("-")), pack),
        }
    }
}

impl Somebody {
    /// What that person said, and what they ticked and noted, which only an encrypted file knows; nothing when
    /// nobody was named.
    pub(super) fn said(&self, pack: &Pack) -> Result<Option<(Answers, Progress)>, Failure> {
        match (&self.from.answers, &self.from.vault) {
            (_, Some(path)) => kept(path, &self.key, pack).map(Some),
            (Some(path), None) => Ok(Some((answers(path, pack)?, Progress::default()))),
            (None, None) => Ok(None),
        }
    }
}

/// What an encrypted file holds.
fn kept(path: &Path, key: &Key, pack: &Pack) -> Result<(Answers, Progress), Failure> {
    let (_, opened) = open(path, key)?;
    let document = opened.document(pack)?;

    Ok((document.answers, document.progress))
}

/// Reads an answers file; `-` is standard input.
pub(super) fn answers(path: &Path, pack: &Pack) -> Result<Answers, Failure> {
    let text = text(path, limits::FILE as u64)?;
    let name = path.display().to_string();
    let source = SourceFile { name, text };

    Answers::read(pack, &source).map_err(|findings| {
        let shown = findings.render(std::slice::from_ref(&source), output::has_color_for_messages());

        Failure::new(Kind::Findings, shown, "")
    })
}

/// Opens an encrypted file, and says what there is to know about it.
pub(super) fn open(path: &Path, key: &Key) -> Result<(Held, Opened), Failure> {
    let (held, opened, _) = open_and_keep(path, key)?;

    Ok((held, opened))
}

/// The same for what is sealed again with the same passphrase.
pub(super) fn open_and_keep(path: &Path, key: &Key) -> Result<(Held, Opened, Secret), Failure> {
    let name = path.display().to_string();
    let mut keeper = Keeper::new(Paths::here());

    let loaded = keeper
        .load(path, Version::Current)
        .map_err(|error| Failure::unread(&name, &error, error.advice()))?;

    // Before anybody types anything: is it a file that can be opened at all?
    vault::scan::scan(&loaded.bytes)?;

    let consent = if key.costly { Consent::Given } else { Consent::NotAsked };
    let passphrase = key.passphrase.known()?;
    let opened = vault::open(&loaded.bytes, &passphrase, consent)?;

    for notice in &opened.notices {
        output::note(notice.sentence());
    }

    Ok((Held { keeper, loaded }, opened, passphrase))
}

/// Reads a text that anyone may have written, of at most `limit` bytes; `-` is standard input.
pub(super) fn text(path: &Path, limit: u64) -> Result<String, Failure> {
    let text = if path == Path::new("-") {
        file::read_input(io::stdin().lock(), limit)
    } else {
        file::read_text(path, limit)
    };

    text.map_err(|error| Failure::unread(&path.display().to_string(), &error, error.advice()))
}
