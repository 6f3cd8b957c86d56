//! `print`: a list or the way back for paper, as a PDF that is safe to carry.
use super::failure::{Failure, Kind};
use super::{input, language, output};
use crate::plan::Plan;
use crate::print::{self, Paper, pdf};
use crate::sheet::{self, Form, Level, Sheet, Source};
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
pub(super) enum Size {
    A4,
    Letter,
}

impl From<Size> for Paper {
    fn from(size: Size) -> Self {
        match size {
            Size::A4 => Self::A4,
            Size::Letter => Self::Letter,
        }
    }
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

    target.write(&written(&sheet, args.paper.into())?)
}

/// The file that a sheet becomes.
pub(super) fn written(sheet: &Sheet, paper: Paper) -> Result<Vec<u8>, Failure> {
    pdf::write(&print::layout(sheet, paper), sheet)
        .map_err(|error| Failure::told(Kind::Unwritten, &error, error.advice()))
}
