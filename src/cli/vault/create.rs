//! `vault create`: makes an encrypted file from answers.
use super::With;
use crate::cli::failure::Failure;
use crate::cli::{input, output, passphrase};
use crate::content::Pack;
use crate::document::Document;
use crate::harden::Secret;
use crate::keep::{Expect, Keeper, Previous};
use crate::paths::Paths;
use crate::plan::Plan;
use crate::vault::key::Key;
use crate::words;

use std::path::{Path, PathBuf};

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
    args.target.checked()?;

    let pack = Pack::built_in();

    let mut document = Document::new(pack);

    document.answers = input::answers(&args.answers, pack)?;
    document.see(pack, &Plan::new(pack, &document.answers));

    let passphrase = args.passphrase.fresh()?;
    let mut keeper = Keeper::new(Paths::here());

    match &args.key {
        Some(path) => args.in_two(&mut keeper, &mut document, (path, &passphrase)),
        None => args.in_one(&mut keeper, &mut document, &passphrase),
    }
}

impl Args {
    fn in_one(&self, keeper: &mut Keeper, document: &mut Document, passphrase: &Secret) -> Result<(), Failure> {
        let sealed = super::seal(document, Pack::built_in(), With::Passphrase(passphrase))?;

        if self.target.is_stdout() {
            return self.target.write(&sealed);
        }

        let saved = super::written(|| keeper.save(&self.target.output, &sealed, self.expect(), Previous::Keep))?;

        super::say_saved(&saved);

        Ok(())
    }

    fn in_two(
        &self,
        keeper: &mut Keeper,
        document: &mut Document,
        (path, passphrase): (&Path, &Secret),
    ) -> Result<(), Failure> {
        let key = Key::generate()?;
        let sealed = super::seal(document, Pack::built_in(), With::Key(&key))?;
        let sealed_key = super::seal_key(&key, passphrase)?;

        if self.target.is_stdout() {
            // The key first: a plan without its key is nothing.
            let put = super::written_anew(path, || keeper.put(path, sealed_key, Expect::Nothing))?;

            self.target.write(&sealed).inspect_err(|_| {
                // Nobody has the whole plan that it would open.
                let _ = keeper.take_back(&put);
            })?;
        } else {
            let file = (path.to_path_buf(), sealed_key);
            let how = (self.expect(), Previous::Keep);
            let (saved, _) = super::written_anew(path, || keeper.part(&self.target.output, &sealed, how, file))?;

            super::say_saved(&saved);
        }

        output::note(&words::text("terminal-apart"));

        Ok(())
    }

    fn expect(&self) -> Expect {
        match self.target.force {
            true => Expect::Anything,
            false => Expect::Nothing,
        }
    }
}
