//! `vault show`: what is in an encrypted file, as text.
use crate::cli::failure::Failure;
use crate::cli::{input, output};
use crate::content::Pack;
use crate::words;

use std::path::PathBuf;

/// An example that works as it stands, after the one that makes the file.
pub(super) const EXAMPLE: &str = "daypack-cli vault show notes.age";

/// The arguments of the command.
#[derive(clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "F", help = words::text("terminal-vault"))]
    file: PathBuf,
    #[command(flatten)]
    key: input::Key,
}

/// Opens the file and says what is in it.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let pack = Pack::built_in();
    let (_, opened) = input::open(&args.file, &args.key)?;
    let document = opened.document(pack)?;

    let values = [
        ("revision", document.revision.into()),
        ("saved", saved(&document).into()),
    ];

    output::note(&words::text_with("terminal-revision", &values));

    output::text(&opened.plaintext)
}

fn saved(document: &crate::document::Document) -> String {
    document
        .saved
        .map_or_else(|| words::text("terminal-no-date"), |date| date.to_string())
}
