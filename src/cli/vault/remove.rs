//! `vault remove`: takes a plan away from this device, deliberately and with an honest word about that.
//!
//! Only behind the open gate: while nobody said plainly that no case is known or expected, deleting could be
//! an offence. The plan is opened first, so nobody removes a plan that is not theirs.
use crate::answers::{Known, LegalGate};
use crate::cli::failure::{Failure, Kind};
use crate::cli::{input, output};
use crate::content::Pack;
use crate::keep::{Removal, Removed};
use crate::words;

use clap::ArgAction;

use std::io::{self, IsTerminal};
use std::path::PathBuf;

/// An example that works as it stands, for a plan that says that no case is known or expected.
pub(super) const EXAMPLE: &str = r#"echo 'answers = ["event.march", "case.no"]' > march.toml
daypack-cli vault create --answers march.toml -o march.age
daypack-cli vault remove march.age"#;

/// The arguments of the command.
#[derive(clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "F", help = words::text("terminal-vault"))]
    file: PathBuf,
    #[command(flatten)]
    key: input::Key,
    #[arg(long, help = words::text("terminal-remove-key"))]
    with_key: bool,
    #[arg(long, action = ArgAction::Count, help = words::text("terminal-remove-yes"))]
    yes: u8,
}

/// Opens the plan, asks twice, and takes it away.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let (mut held, opened) = input::open(&args.file, &args.key)?;
    let pack = Pack::built_in();
    let document = opened.document(pack)?;

    if Known::new(pack, &document.answers).gate() != LegalGate::Open {
        let advice = words::text("terminal-remove-gate-advice");

        return Err(Failure::new(Kind::Refused, words::text("terminal-remove-gate"), advice));
    }

    super::changeable(&held)?;

    let removal = Removal {
        plan: held.loaded.path.clone(),
        identity: held.loaded.identity,
        key: held
            .apart
            .as_ref()
            .filter(|_| args.with_key)
            .map(|apart| (apart.file.path.clone(), apart.file.identity)),
    };

    if !is_sure(args.yes, &removal)? {
        output::note(&words::text("terminal-remove-not"));

        return Ok(());
    }

    let removed = held
        .keeper
        .remove(&removal)
        .map_err(|error| Failure::told(Kind::Unwritten, &error, error.advice()))?;

    say(&removed)
}

/// Says what goes and what that is worth, and asks twice.
fn is_sure(yes: u8, removal: &Removal) -> Result<bool, Failure> {
    let file = removal.plan.display().to_string();

    output::note(&words::text_with("terminal-remove-plan", &[("file", file.into())]));

    if let Some((key, _)) = &removal.key {
        let file = key.display().to_string();

        output::note(&words::text_with("terminal-remove-its-key", &[("file", file.into())]));
    }

    output::note(&words::text("remove-not-gone"));
    output::note(&words::text("remove-offence"));

    for (asked, id) in (1..).zip([words::id("terminal-remove-first"), words::id("terminal-remove-second")]) {
        if yes < asked && !types_it(id)? {
            return Ok(false);
        }
    }

    Ok(true)
}

/// Whether the person types the word that is asked for.
fn types_it(id: &str) -> Result<bool, Failure> {
    if !io::stdin().is_terminal() {
        let advice = words::text("terminal-remove-terminal-advice");

        return Err(Failure::new(
            Kind::Usage,
            words::text("terminal-remove-terminal"),
            advice,
        ));
    }

    let word = words::text("terminal-remove-word");
    let mut typed = String::new();

    output::ask(&words::text_with(id, &[("word", word.as_str().into())]));
    io::stdin()
        .read_line(&mut typed)
        .map_err(|error| Failure::unwritten(&error))?;

    Ok(typed.trim() == word)
}

/// Says what is gone, what is left, and which copies nobody touched.
fn say(removed: &Removed) -> Result<(), Failure> {
    for path in &removed.gone {
        let file = path.display().to_string();

        output::note(&words::text_with("terminal-removed", &[("file", file.into())]));
    }

    for path in &removed.copies {
        let file = path.display().to_string();

        output::note(&words::text_with("terminal-remove-copy", &[("file", file.into())]));
    }

    let Some(first) = removed.left.first() else {
        return Ok(());
    };
    let names: Vec<_> = removed
        .left
        .iter()
        .map(|left| left.path.display().to_string())
        .collect();
    let why = first.why.as_ref().map(ToString::to_string).unwrap_or_default();
    let values = [("files", names.join(", ").into()), ("problem", why.into())];
    let advice = first.why.as_ref().map_or("", |error| error.advice());

    Err(Failure::new(
        Kind::Unwritten,
        words::text_with("terminal-remove-left", &values),
        advice,
    ))
}
