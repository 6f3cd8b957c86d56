//! `vault`: the one encrypted file that holds a plan.
mod change;
mod create;
mod from_paper;
mod join;
mod remove;
mod show;
mod split;
mod to_paper;

use super::failure::{Failure, Kind};
use super::input::Held;
use super::output;
use crate::content::{Date, Pack};
use crate::document::Document;
use crate::harden::Secret;
use crate::keep::{self, Expect, Previous, Saved, Where, is_copy_of};
use crate::usage::example;
use crate::vault::key::Key;
use crate::vault::{self, Consent, Error};
use crate::{harden, paths, words};

use clap::Subcommand;

use std::path::Path;

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
    #[command(about = words::text("terminal-split"), after_help = example(split::EXAMPLE))]
    Split(split::Args),
    #[command(about = words::text("terminal-join"), after_help = example(join::EXAMPLE))]
    Join(join::Args),
    #[command(about = words::text("terminal-remove"), after_help = example(remove::EXAMPLE))]
    Remove(remove::Args),
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
        Command::Split(args) => split::run(args),
        Command::Join(args) => join::run(args),
        Command::Remove(args) => remove::run(args),
        Command::ToPaper(args) => to_paper::run(args),
        Command::FromPaper(args) => from_paper::run(args),
    }
}

/// What a plan is sealed for.
#[derive(Clone, Copy)]
enum With<'a> {
    /// Its passphrase.
    Passphrase(&'a Secret),
    /// A key in a file of its own.
    Key(&'a Key),
}

/// Seals a plan as it is today, and opens it once more: nobody should find out later that it does not.
fn seal(document: &mut Document, pack: &Pack, with: With<'_>) -> Result<Vec<u8>, Failure> {
    document.save_on(Date::from_days(paths::today()));

    let (sealed, opened) = match with {
        With::Passphrase(passphrase) => {
            let sealed = vault::seal(document, pack, passphrase)?;
            let opened = vault::open(&sealed, passphrase, Consent::NotAsked)?;

            (sealed, opened)
        }
        With::Key(key) => {
            let sealed = vault::seal_to(document, pack, key)?;
            let opened = vault::open_with(&sealed, key)?;

            (sealed, opened)
        }
    };

    if *opened.plaintext != *document.encode(pack) {
        return Err(Error::Unsealed.into());
    }

    Ok(sealed)
}

/// Seals a key, and opens it once more.
fn seal_key(key: &Key, passphrase: &Secret) -> Result<Vec<u8>, Failure> {
    let sealed = key.seal(passphrase)?;
    let (again, _) = Key::open(&sealed, passphrase, Consent::NotAsked)?;

    if again != *key {
        return Err(Error::Unsealed.into());
    }

    Ok(sealed)
}

/// Writes a plan, or its key, so that Ctrl+C leaves the old one or the new one, and no drafts.
fn written<T>(work: impl FnOnce() -> Result<T, keep::Error>) -> Result<T, Failure> {
    harden::undivided(work).map_err(|error| Failure::told(Kind::Unwritten, &error, error.advice()))
}

/// The same with a new key file at `path`, alone or with its plan.
fn written_anew<T>(path: &Path, work: impl FnOnce() -> Result<T, keep::Error>) -> Result<T, Failure> {
    harden::undivided(work).map_err(|error| match error {
        // It may be the key of another plan: nothing here replaces one. A key of ours would be gone again.
        keep::Error::Taken if path.symlink_metadata().is_ok() => {
            let name = path.display().to_string();
            let what = words::text_with("terminal-taken", &[("file", name.into())]);

            Failure::new(Kind::Unwritten, what, words::text("pieces-key-taken"))
        }
        error => Failure::told(Kind::Unwritten, &error, error.advice()),
    })
}

/// Refuses before anything is done where the plan can only be read.
fn changeable(held: &Held) -> Result<(), Failure> {
    if held.loaded.access.is_read_only() {
        let advice = words::text("terminal-read-only-advice");

        return Err(Failure::new(Kind::Unwritten, words::text("terminal-read-only"), advice));
    }

    Ok(())
}

/// Seals the open plan anew in its place. Its previous version becomes the same: it must not open as before.
fn replace(held: &mut Held, document: &mut Document, with: With<'_>) -> Result<(), Failure> {
    let sealed = seal(document, Pack::built_in(), with)?;
    let expect = Expect::Same(held.loaded.identity);
    let path = &held.loaded.path;

    let saved = written(|| held.keeper.save(path, &sealed, expect, Previous::Forget))?;

    say_saved(&saved);
    say_copies(held);

    Ok(())
}

/// Names the copies beside a plan that still open as they did before.
fn say_copies(held: &Held) {
    let plan = &held.loaded.path;
    let Some(folder) = plan.parent() else { return };
    let Ok(listing) = held.keeper.list(&Where::Folder(folder.to_path_buf())) else {
        return;
    };

    for found in listing.plans.iter().filter(|found| is_copy_of(plan, &found.path)) {
        let file = found.path.display().to_string();

        output::note(&words::text_with("terminal-copy", &[("file", file.into())]));
    }
}

/// Says where a plan went.
fn say_saved(saved: &Saved) {
    let file = saved.path.display().to_string();

    output::note(&words::text_with("terminal-saved", &[("file", file.into())]));
}
