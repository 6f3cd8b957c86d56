//! `plan`: what to do, first and by time, with reasons, steps, and what is left.
mod json;
mod text;

use super::failure::Failure;
use super::{input, output};
use crate::content::Pack;
use crate::plan::Plan;
use crate::words;

/// An example that works as it stands.
pub(super) const EXAMPLE: &str = r#"echo 'answers = ["event.march", "brings.iphone"]' > march.toml
daypack-cli plan --answers march.toml"#;

/// The arguments of the command.
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    person: input::Person,
    #[arg(long, help = words::text("terminal-json"))]
    json: bool,
}

/// Makes the plan and says it.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let pack = Pack::built_in();
    let answers = args.person.answers(pack)?;
    let plan = Plan::new(pack, &answers);

    if args.json {
        output::json(&json::Json::new(pack, &plan))
    } else {
        output::text(text::page(pack, &plan).as_str())
    }
}
