//! `vault to-paper`: an encrypted copy of a plan as square codes, in a PDF.
use crate::cli::failure::{Failure, Kind};
use crate::cli::{input, output, print};
use crate::content::Pack;
use crate::print::Paper;
use crate::sheet::copy::{self, Texts};
use crate::vault::paper;
use crate::words;

use std::path::PathBuf;

/// An example that works as it stands, after the one that makes the file.
pub(super) const EXAMPLE: &str = "daypack-cli vault to-paper notes.age -o copy.pdf";

/// The arguments of the command.
#[derive(clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "F", help = words::text("terminal-vault"))]
    file: PathBuf,
    #[command(flatten)]
    key: input::Key,
    #[arg(long, default_value = "a4", value_parser = print::papers(), help = words::text("terminal-paper"))]
    paper: Paper,
    #[command(flatten)]
    target: output::Target,
}

/// Opens the file, seals a small copy with the same passphrase, and sets it on pages.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let target = args.target.checked()?;
    let pack = Pack::built_in();

    let (held, opened, passphrase) = input::open_and_keep(&args.file, &args.key)?;
    let sealed = paper::seal(&opened.document(pack)?, pack, &passphrase)?;
    let cut = paper::cut(&sealed)?;

    let texts = Texts {
        texts: &cut.texts,
        name: &cut.name,
        kib: cut.kib,
    };
    let sheet = copy::copy(pack, &texts)
        .map_err(|error| Failure::told(Kind::Unwritten, &error, &words::text("terminal-unfit-advice")))?;

    target.write(&print::written(&sheet, args.paper)?)?;

    let values = [
        ("count", cut.texts.len().into()),
        ("name", cut.name.as_str().into()),
        ("kib", cut.kib.into()),
    ];
    output::note(&words::text_with("terminal-on-paper", &values));

    if held.apart.is_some() {
        output::note(&words::text("terminal-paper-needs-no-key"));
    }

    Ok(())
}
