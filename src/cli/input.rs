//! What a command works on: somebody's answers, from a file, from a pipe, or out of an encrypted file.
use super::failure::{Failure, Kind};
use super::{output, passphrase};
use crate::answers::Answers;
use crate::content::{Pack, SourceFile, limits};
use crate::harden::Secret;
use crate::keep::{Fetched, Keeper, Loaded, Version};
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
    #[arg(long, value_name = "F", help = words::text("terminal-key"))]
    pub(super) key: Option<PathBuf>,
    #[command(flatten)]
    passphrase: passphrase::Source,
    #[arg(long, help = words::text("terminal-costly"))]
    costly: bool,
}

/// A file that is open: nobody else changes it while its keeper is there.
pub(super) struct Held {
    pub(super) keeper: Keeper,
    pub(super) loaded: Loaded,
    /// What opened it, if its key lies apart.
    pub(super) apart: Option<Apart>,
}

/// A key that lies apart from its plan.
pub(super) struct Apart {
    pub(super) key: vault::key::Key,
    pub(super) file: Fetched,
}

impl Key {
    fn consent(&self) -> Consent {
        if self.costly { Consent::Given } else { Consent::NotAsked }
    }
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
    open_by(path, key.key.as_deref(), &key.passphrase, key.consent())
}

fn open_by(
    path: &Path,
    key: Option<&Path>,
    passphrase: &passphrase::Source,
    consent: Consent,
) -> Result<(Held, Opened, Secret), Failure> {
    let name = path.display().to_string();
    let mut keeper = Keeper::new(Paths::here());

    let loaded = keeper
        .load(path, Version::Current)
        .map_err(|error| Failure::unread(&name, &error, error.advice()))?;

    // Before anybody types anything: is it a file that can be opened at all, and so?
    let scanned = vault::scan::scan(&loaded.bytes)?;

    match (scanned.work_factor, key) {
        (None, None) => return Err(vault::Error::Unsupported(vault::Lock::Key).into()),
        (Some(_), Some(_)) => return Err(vault::Error::OnePiece.into()),
        (None, Some(_)) | (Some(_), None) => {}
    }

    let fetched = key.map(|path| fetch(&keeper, path)).transpose()?;
    let passphrase = passphrase.known()?;
    let (opened, apart) = match fetched {
        Some(file) => {
            let (opened, apart) = open_apart(&loaded, file, &passphrase, consent)?;

            (opened, Some(apart))
        }
        None => (vault::open(&loaded.bytes, &passphrase, consent)?, None),
    };

    for notice in &opened.notices {
        output::note(notice.sentence());
    }

    Ok((Held { keeper, loaded, apart }, opened, passphrase))
}

/// The same for a plan that is in one piece.
pub(super) fn open_with(
    path: &Path,
    passphrase: &passphrase::Source,
    costly: bool,
) -> Result<(Held, Opened, Secret), Failure> {
    open_by(
        path,
        None,
        passphrase,
        if costly { Consent::Given } else { Consent::NotAsked },
    )
}

/// Reads a key file, and says at once if it is none.
fn fetch(keeper: &Keeper, path: &Path) -> Result<Fetched, Failure> {
    let name = path.display().to_string();
    let file = keeper
        .fetch(path)
        .map_err(|error| Failure::unread(&name, &error, error.advice()))?;

    vault::key::scan(&file.bytes)?;

    Ok(file)
}

fn open_apart(
    loaded: &Loaded,
    file: Fetched,
    passphrase: &Secret,
    consent: Consent,
) -> Result<(Opened, Apart), Failure> {
    let (key, notices) = vault::key::Key::open(&file.bytes, passphrase, consent)?;
    let mut opened = vault::open_with(&loaded.bytes, &key)?;

    opened.notices.extend(notices);

    Ok((opened, Apart { key, file }))
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
