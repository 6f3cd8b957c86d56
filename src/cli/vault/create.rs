//! `vault create`: makes an encrypted file from answers.
use super::With;
use crate::cli::failure::{Failure, Kind};
use crate::cli::{input, output, passphrase};
use crate::content::Pack;
use crate::document::Document;
use crate::keep::{Expect, Keeper, Previous};
use crate::paths::Paths;
use crate::plan::Plan;
use crate::vault::key::Key;
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
    #[arg(long, value_name = "F", help = words::text("terminal-new-key"))]
    key: Option<PathBuf>,
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

    let mut keeper = Keeper::new(Paths::here());
    let passphrase = args.passphrase.fresh()?;
    let sealed = match &args.key {
        Some(path) => {
            let key = Key::generate()?;
            let sealed = super::seal(&mut document, pack, With::Key(&key))?;

            // The key first: a plan without its key is nothing.
            super::put(&keeper, path, (&key, &passphrase), Expect::Nothing)?;
            output::note(&words::text("terminal-apart"));

            sealed
        }
        None => super::seal(&mut document, pack, With::Passphrase(&passphrase))?,
    };

    if target.is_stdout() {
        return target.write(&sealed);
    }

    let expect = if target.force {
        Expect::Anything
    } else {
        Expect::Nothing
    };

    let saved = keeper
        .save(&target.output, &sealed, expect, Previous::Keep)
        .map_err(|error| Failure::told(Kind::Unwritten, &error, error.advice()))?;

    super::say_saved(&saved);

    Ok(())
}
