//! `vault change-passphrase`: seals an encrypted file again, for another passphrase.
use super::With;
use crate::cli::failure::Failure;
use crate::cli::{input, output, passphrase};
use crate::content::Pack;
use crate::keep::Expect;
use crate::words;

use std::path::PathBuf;

/// An example that works as it stands, after the one that makes the file.
pub(super) const EXAMPLE: &str = "daypack-cli vault change-passphrase notes.age";

/// The arguments of the command.
#[derive(clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "F", help = words::text("terminal-vault"))]
    file: PathBuf,
    #[command(flatten)]
    key: input::Key,
    #[command(flatten)]
    new: passphrase::NewSource,
}

/// Opens the file, seals it again, and lets the previous version go: it would open with the old passphrase.
/// Where the key lies apart, its file alone is sealed again.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let (mut held, opened) = input::open(&args.file, &args.key)?;

    if let Some(apart) = &held.apart {
        let expect = Expect::Same(apart.file.identity);
        let sealed = super::seal_key(&apart.key, &args.new.fresh()?)?;

        super::written(|| held.keeper.put(&apart.file.path, sealed, expect))?;
        output::note(&words::text("terminal-changed-key"));

        return Ok(());
    }

    super::changeable(&held)?;

    let mut document = opened.document(Pack::built_in())?;

    super::replace(&mut held, &mut document, With::Passphrase(&args.new.fresh()?))?;
    output::note(&words::text("terminal-changed"));

    Ok(())
}
