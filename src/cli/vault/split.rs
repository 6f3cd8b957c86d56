//! `vault split`: puts the key of a plan into a file of its own, such as on a stick.
use super::With;
use crate::cli::failure::Failure;
use crate::cli::{input, output, passphrase};
use crate::content::Pack;
use crate::keep::{Expect, Previous};
use crate::vault::key::Key;
use crate::words;

use std::path::PathBuf;

/// An example that works as it stands, after the one that makes the file.
pub(super) const EXAMPLE: &str = "daypack-cli vault split notes.age --key key.age";

/// The arguments of the command.
#[derive(clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "F", help = words::text("terminal-vault"))]
    file: PathBuf,
    #[arg(long, value_name = "F", help = words::text("terminal-new-key"))]
    key: PathBuf,
    #[command(flatten)]
    passphrase: passphrase::Source,
    #[arg(long, help = words::text("terminal-costly"))]
    costly: bool,
}

/// Opens the plan, makes a key for it with the same passphrase, and seals the plan for that.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let (mut held, opened, passphrase) = input::open_with(&args.file, &args.passphrase, args.costly)?;

    super::changeable(&held)?;

    let mut document = opened.document(Pack::built_in())?;
    let key = Key::generate()?;

    let sealed = super::seal(&mut document, Pack::built_in(), With::Key(&key))?;
    let file = (args.key.clone(), super::seal_key(&key, &passphrase)?);
    let how = (Expect::Same(held.loaded.identity), Previous::Forget);
    let path = &held.loaded.path;

    let (saved, _) = super::written_anew(&args.key, || held.keeper.part(path, &sealed, how, file))?;

    super::say_saved(&saved);
    super::say_copies(&held);
    output::note(&words::text("terminal-apart"));
    output::note(&words::text("terminal-apart-copies"));

    Ok(())
}
