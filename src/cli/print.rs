//! `print`: a list or the way back for paper, as a PDF that is safe to carry.
use super::failure::{Failure, Kind};
use super::{input, language, output};
use crate::plan::Plan;
use crate::print::{self, Paper, pdf};
use crate::sheet::{self, Form, Level, Source};
use crate::words;

use clap::ValueEnum;

/// An example that works as it stands.
pub(super) const EXAMPLE: &str = r#"echo 'answers = ["event.march", "brings.iphone"]' > march.toml
daypack-cli print --answers march.toml --paper a4 -o list.pdf"#;

/// The arguments of the command.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    person: input::Person,
    #[arg(long, default_value = "list", help = words::text("terminal-format"))]
    format: Format,
    #[arg(long, default_value = "a4", help = words::text("terminal-paper"))]
    paper: Size,
    #[arg(long, default_value = "safe", help = words::text("terminal-level"))]
    level: MayShow,
    #[command(flatten)]
    language: language::Language,
    #[command(flatten)]
    target: output::Target,
}

/// What is printed. Each is offered once it is built.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    List,
    Compact,
    Restore,
}

/// A size of paper.
#[derive(Clone, Copy, ValueEnum)]
enum Size {
    A4,
    Letter,
}

/// Who may see it.
#[derive(Clone, Copy, ValueEnum)]
enum MayShow {
    Safe,
    Home,
    All,
}

/// Makes the plan, sets it on pages and writes them.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let target = args.target.checked()?;

    let pack = args.language.pack()?;
    let (answers, progress) = args.person.said(pack)?;
    let plan = Plan::new(pack, &answers);

    let form = match args.format {
        Format::List => Form::List,
        Format::Compact => Form::Compact,
        Format::Restore => Form::Restore,
    };

    let level = match args.level {
        MayShow::Safe => Level::Safe,
        MayShow::Home => Level::Home,
        MayShow::All => Level::All,
    };

    let sheet = sheet::make(&Source::new(pack, &plan).with_progress(&progress), form, level);

    let paper = match args.paper {
        Size::A4 => Paper::A4,
        Size::Letter => Paper::Letter,
    };

    let pages = print::layout(&sheet, paper);
    let bytes = pdf::write(&pages, &sheet).map_err(|error| Failure::told(Kind::Unwritten, &error, error.advice()))?;

    target.write(&bytes)
}
