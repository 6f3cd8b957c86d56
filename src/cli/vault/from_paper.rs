//! `vault from-paper`: joins the texts of scanned codes into the encrypted file again.
//!
//! Needs no passphrase: what it joins stays sealed. The texts are ciphertext, so they may also be given as
//! arguments, which other programs of this computer can read.
use crate::cli::failure::Failure;
use crate::cli::{input, output};
use crate::keep::{Expect, Keeper, Previous};
use crate::paths::Paths;
use crate::vault::paper::{self, Gathered};
use crate::words;

use std::path::{Path, PathBuf};

/// An example that works as it stands, once the texts are in a file.
pub(super) const EXAMPLE: &str = "daypack-cli vault from-paper codes.txt -o notes-again.age";

/// The most bytes that are read of a file with texts: a hundred times what the longest copy takes.
const LONGEST: u64 = 1 << 20;

/// How many lines are named that hold no part.
const NAMED: usize = 5;

/// The arguments of the command.
#[derive(clap::Args)]
pub(in crate::cli) struct Args {
    #[arg(value_name = "TEXT", required = true, help = words::text("terminal-texts"))]
    texts: Vec<PathBuf>,
    #[command(flatten)]
    target: output::Target,
}

/// Joins the texts and writes the file.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let target = args.target.checked()?;
    let mut gathered = Gathered::new();

    for text in &args.texts {
        add(&mut gathered, text)?;
    }

    say_foreign(&gathered);

    let sealed = gathered.join()?;

    if target.is_stdout() {
        return target.write(&sealed);
    }

    let expect = if target.force {
        Expect::Anything
    } else {
        Expect::Nothing
    };
    let saved = super::written(|| Keeper::new(Paths::here()).save(&target.output, &sealed, expect, Previous::Keep))?;

    super::say_saved(&saved);
    output::note(&words::text("terminal-joined"));

    Ok(())
}

/// Adds one argument: a text itself, a file with texts, or standard input.
fn add(gathered: &mut Gathered, text: &Path) -> Result<(), Failure> {
    match text.to_str().filter(|text| paper::is_part(text)) {
        Some(text) => gathered.add(text),
        None => gathered.add(&input::text(text, LONGEST)?),
    }

    Ok(())
}

/// Says which lines were left out, and not what stands in them.
fn say_foreign(gathered: &Gathered) {
    let foreign = gathered.foreign();

    if foreign.is_empty() || gathered.is_empty() {
        return;
    }

    let named: Vec<String> = foreign.iter().take(NAMED).map(ToString::to_string).collect();
    let more = foreign.len().saturating_sub(NAMED);
    let values = [("lines", named.join(", ").into()), ("more", more.into())];

    output::note(&words::text_with("terminal-foreign", &values));
}
