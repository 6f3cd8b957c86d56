//! `plan`: what to do, first and by time, with reasons, steps, and what is left.
mod json;
mod text;

use super::failure::Failure;
use super::{input, output};
use crate::content::{Date, Pack};
use crate::plan::Plan;
use crate::{paths, words};

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
        let today = Date::from_days(paths::today());

        output::text(text::page(text::Around { pack, today }, &plan).as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Answers;

    #[test]
    fn what_is_old_is_marked_and_what_is_not_is_not() {
        let pack = Pack::built_in();
        let persona = pack.personas.first().unwrap();
        let plan = Plan::new(pack, &Answers::of(persona));
        let said = |today: Option<Date>| text::page(text::Around { pack, today }, &plan).as_str().to_owned();
        let steps = words::text("terminal-may-have-changed");
        let whole = "This advice was last looked through as a whole on ";

        for fresh in [said(None), said(Some(pack.reviewed))] {
            assert!(!fresh.contains(&steps) && !fresh.contains(whole), "{fresh}");
        }

        let old = said(Date::new(2099, 1, 1).ok());

        assert!(old.contains(&steps) && old.starts_with(whole), "{old}");
    }
}
