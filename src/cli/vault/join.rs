//! `vault join`: seals a plan whose key lies apart with the passphrase alone again.
use super::With;
use crate::cli::failure::{Failure, Kind};
use crate::cli::{input, output};
use crate::content::Pack;
use crate::words;

use std::path::PathBuf;

/// An example that works as it stands, after the one that puts the key apart.
pub(super) const EXAMPLE: &str = r"daypack-cli vault split notes.age --key key.age
daypack-cli vault join notes.age --key key.age";

/// The arguments of the command.
#[derive(clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "F", help = words::text("terminal-vault"))]
    file: PathBuf,
    #[command(flatten)]
    key: input::Key,
}

/// Opens the plan with its key, and seals it with the passphrase of the key. The key file stays.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    if args.key.key.is_none() {
        let advice = words::text("terminal-join-advice");

        return Err(Failure::new(Kind::Usage, words::text("terminal-join-no-key"), advice));
    }

    let (mut held, opened, passphrase) = input::open_and_keep(&args.file, &args.key)?;

    super::changeable(&held)?;

    let mut document = opened.document(Pack::built_in())?;

    super::replace(&mut held, &mut document, With::Passphrase(&passphrase))?;
    output::note(&words::text("terminal-joined-pieces"));

    Ok(())
}
