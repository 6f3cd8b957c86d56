//! `vault change-passphrase`: seals an encrypted file again, for another passphrase.
use crate::cli::failure::{Failure, Kind};
use crate::cli::{input, output, passphrase};
use crate::content::Pack;
use crate::keep::{Expect, Keeper, Previous};
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
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let pack = Pack::built_in();
    let (mut held, opened) = input::open(&args.file, &args.key)?;

    if held.loaded.access.is_read_only() {
        let advice = words::text("terminal-read-only-advice");

        return Err(Failure::new(Kind::Unwritten, words::text("terminal-read-only"), advice));
    }

    let mut document = opened.document(pack)?;
    let sealed = super::seal(&mut document, pack, &args.new.fresh()?)?;

    let keeper: &mut Keeper = &mut held.keeper;
    let expect = Expect::Same(held.loaded.identity);

    let saved = keeper
        .save(&held.loaded.path, &sealed, expect, Previous::Forget)
        .map_err(|error| Failure::told(Kind::Unwritten, &error, error.advice()))?;

    super::say_saved(&saved);
    output::note(&words::text("terminal-changed"));

    Ok(())
}
