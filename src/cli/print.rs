//! `print`: a list, cards, a way back or another form for paper, as a PDF.
use super::failure::{Failure, Kind};
use super::{input, language, output};
use crate::answers::Answers;
use crate::content::Pack;
use crate::plan::Plan;
use crate::plan::progress::Progress;
use crate::print::{self, Paper, pdf};
use crate::sheet::{self, Form, Level, Sheet, Source};
use crate::words;

use clap::builder::{PossibleValuesParser, TypedValueParser};

/// An example that works as it stands.
pub(super) const EXAMPLE: &str = r#"echo 'answers = ["event.march", "brings.iphone"]' > march.toml
daypack-cli print --answers march.toml --format card --paper a4 -o card.pdf"#;

/// The arguments of the command.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    person: input::Somebody,
    #[arg(long, default_value = "list", value_parser = forms(), help = words::text("terminal-format"))]
    format: Form,
    #[arg(long, default_value = "a4", value_parser = papers(), help = words::text("terminal-paper"))]
    paper: Paper,
    #[arg(long, default_value = "safe", value_parser = levels(), help = words::text("terminal-level"))]
    level: Level,
    #[command(flatten)]
    language: language::Language,
    #[command(flatten)]
    target: output::Target,
}

fn forms() -> impl TypedValueParser<Value = Form> {
    let of = |name: String| Form::ALL.into_iter().find(|form| form.name() == name);

    PossibleValuesParser::new(Form::ALL.map(Form::name)).try_map(move |name| of(name).ok_or(String::new()))
}

/// The sizes of paper, by their names.
pub(super) fn papers() -> impl TypedValueParser<Value = Paper> {
    let of = |name: String| Paper::ALL.into_iter().find(|paper| paper.name() == name);

    PossibleValuesParser::new(Paper::ALL.map(Paper::name)).try_map(move |name| of(name).ok_or(String::new()))
}

fn levels() -> impl TypedValueParser<Value = Level> {
    let of = |name: String| Level::ALL.into_iter().find(|level| level.name() == name);

    PossibleValuesParser::new(Level::ALL.map(Level::name)).try_map(move |name| of(name).ok_or(String::new()))
}

/// Makes the plan, sets it on pages and writes them.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let target = args.target.checked()?;
    let (form, level) = (args.format, args.level);

    if !form.levels().contains(&level) {
        return Err(refused(
            words::id("terminal-one-level"),
            words::id("terminal-one-level-advice"),
            form,
        ));
    }

    let pack = args.language.pack()?;
    let (answers, progress) = said(args, pack)?;
    let plan = Plan::new(pack, &answers);
    let sheet = sheet::make(&Source::new(pack, &plan).with_progress(&progress), form, level);

    target.write(&written(&sheet, args.paper)?)
}

/// The file that a sheet becomes.
pub(super) fn written(sheet: &Sheet, paper: Paper) -> Result<Vec<u8>, Failure> {
    pdf::write(&print::layout(sheet, paper), sheet)
        .map_err(|error| Failure::told(Kind::Unwritten, &error, error.advice()))
}

/// What the person said; nothing for a form that is the same for everybody, whose file is not even opened.
fn said(args: &Args, pack: &Pack) -> Result<(Answers, Progress), Failure> {
    if args.format.is_for_everybody() {
        return Ok((Answers::default(), Progress::default()));
    }

    match args.person.said(pack)? {
        Some(said) => Ok(said),
        None => Err(refused(
            words::id("terminal-whose"),
            words::id("terminal-whose-advice"),
            args.format,
        )),
    }
}

fn refused(what: &str, advice: &str, form: Form) -> Failure {
    let what = words::text_with(what, &[("form", form.name().into())]);

    Failure::new(Kind::Usage, what, words::text(advice))
}
