//! `vault`: the one encrypted file that holds a plan.
mod change;
mod create;
mod from_paper;
mod show;
mod to_paper;

use super::failure::Failure;
use super::output;
use crate::content::{Date, Pack};
use crate::document::Document;
use crate::harden::Secret;
use crate::keep::Saved;
use crate::usage::example;
use crate::vault::{self, Consent, Error};
use crate::{paths, words};

use clap::Subcommand;

/// An example that works as it stands.
pub(super) const EXAMPLE: &str = create::EXAMPLE;

/// One command, one file.
#[derive(Subcommand)]
pub(super) enum Command {
    #[command(about = words::text("terminal-create"), after_help = example(create::EXAMPLE))]
    Create(create::Args),
    #[command(about = words::text("terminal-show"), after_help = example(show::EXAMPLE))]
    Show(show::Args),
    #[command(about = words::text("terminal-change"), after_help = example(change::EXAMPLE))]
    ChangePassphrase(change::Args),
    #[command(about = words::text("terminal-to-paper"), after_help = example(to_paper::EXAMPLE))]
    ToPaper(to_paper::Args),
    #[command(about = words::text("terminal-from-paper"), after_help = example(from_paper::EXAMPLE))]
    FromPaper(from_paper::Args),
}

/// Does what was asked with the file.
pub(super) fn run(command: &Command) -> Result<(), Failure> {
    match command {
        Command::Create(args) => create::run(args),
        Command::Show(args) => show::run(args),
        Command::ChangePassphrase(args) => change::run(args),
        Command::ToPaper(args) => to_paper::run(args),
        Command::FromPaper(args) => from_paper::run(args),
    }
}

/// Seals a plan as it is today, and opens it once more: nobody should find out later that it does not.
fn seal(document: &mut Document, pack: &Pack, passphrase: &Secret) -> Result<Vec<u8>, Failure> {
    document.save_on(Date::from_days(paths::today()));

    let sealed = vault::seal(document, pack, passphrase)?;
    let opened = vault::open(&sealed, passphrase, Consent::NotAsked)?;

    if *opened.plaintext != *document.encode(pack) {
        return Err(Error::Unsealed.into());
    }

    Ok(sealed)
}

/// Says where a plan went.
fn say_saved(saved: &Saved) {
    let file = saved.path.display().to_string();

    output::note(&words::text_with("terminal-saved", &[("file", file.into())]));
}
