//! `vault create`: makes an encrypted file from answers.
use crate::cli::failure::{Failure, Kind};
use crate::cli::{input, output, passphrase};
use crate::content::Pack;
use crate::document::Document;
use crate::keep::{Expect, Keeper, Previous};
use crate::paths::Paths;
use crate::plan::Plan;
use crate::words;

use std::path::PathBuf;

/// An example that works as it stands.
pub(super) const EXAMPLE: &str = r#"echo 'answers = ["event.march", "brings.iphone"]' > march.toml
daypack-cli vault create --answers march.toml -o notes.age"#;

/// The arguments of the command.
#[derive(clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(long, value_name = "F", help = words::text("terminal-answers"))]
    answers: PathBuf,
    #[command(flatten)]
    passphrase: passphrase::Source,
    #[command(flatten)]
    target: output::Target,
}

/// Seals the answers and writes them.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let target = args.target.checked()?;
    let pack = Pack::built_in();

    let mut document = Document::new(pack);

    document.answers = input::answers(&args.answers, pack)?;
    document.see(pack, &Plan::new(pack, &document.answers));

    let sealed = super::seal(&mut document, pack, &args.passphrase.fresh()?)?;

    if target.is_stdout() {
        return target.write(&sealed);
    }

    let expect = if target.force {
        Expect::Anything
    } else {
        Expect::Nothing
    };

    let saved = Keeper::new(Paths::here())
        .save(&target.output, &sealed, expect, Previous::Keep)
        .map_err(|error| Failure::told(Kind::Unwritten, &error, error.advice()))?;

    super::say_saved(&saved);

    Ok(())
}
