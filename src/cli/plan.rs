//! `plan`: what to do, first and by time, with reasons, steps, and what is left.
mod json;
mod law;
mod text;

use super::failure::Failure;
use super::{input, language, output};
use crate::content::Date;
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
    #[command(flatten)]
    language: language::Language,
}

/// Makes the plan and says it.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let pack = args.language.pack()?;
    let answers = args.person.answers(pack)?;
    let plan = Plan::new(pack, &answers);

    if args.json {
        let said = words::within(&pack.lang, || json::Json::new(pack, &plan));

        output::json(&said)
    } else {
        let today = Date::from_days(paths::today());

        let page = words::within(&pack.lang, || text::page(text::Around { pack, today }, &plan));

        output::text(page.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Answers;
    use crate::content::Pack;
    use crate::language::made;

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

    #[test]
    fn in_another_language_what_is_not_said_in_it_is_marked() {
        let german = made::in_language("de");
        let left_out = german.measure(&made::left_out()).unwrap();
        let persona = german
            .personas
            .iter()
            .find(|it| it.id.as_str() == "first-march")
            .unwrap();
        let plan = Plan::new(german, &Answers::of(persona));
        let said = words::within("de", || {
            text::page(
                text::Around {
                    pack: german,
                    today: None,
                },
                &plan,
            )
            .as_str()
            .to_owned()
        });
        let joined = said.split_whitespace().collect::<Vec<_>>().join(" ");

        assert!(
            said.starts_with("Maschinelle Übersetzung, von keinem Menschen geprüft.\n"),
            "{said}"
        );
        assert!(
            joined.contains(&format!("[ ] {} (auf English)", left_out.title)),
            "{said}"
        );
        // In the list of the first, and in the list by time.
        assert_eq!(joined.matches("(auf English)").count(), 2, "{said}");

        let json = serde_json::to_value(json::Json::new(german, &plan)).unwrap();
        let of = |id: &str| {
            let items = json["items"].as_array().unwrap();

            items.iter().find(|it| it["id"] == id).unwrap()["lang"].clone()
        };

        assert_eq!(json["lang"], "de");
        assert_eq!(of(left_out.id.as_str()), "en");
        assert_eq!(
            json["items"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|it| it["lang"] == "en")
                .count(),
            1
        );
    }
}
