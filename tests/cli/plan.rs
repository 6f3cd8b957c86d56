//! `plan`, from outside.
use super::{MARCH, code, run, run_with, said, warned};
use crate::support::Home;

use serde_json::Value;

fn json(answers: &str) -> Value {
    let output = run_with(&Home::new(), &["plan", "--answers", "-", "--json"], answers);

    assert_eq!(code(&output), 0, "{}", warned(&output));

    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_plan_says_what_to_do_first() {
    let home = Home::new();
    home.write("march.toml", MARCH);

    let output = run(&home, &["plan", "--answers", "march.toml"]);
    let text = said(&output);

    assert_eq!((code(&output), warned(&output).as_str()), (0, ""));

    for part in ["Do these first", "1. ", "What is left", "[ ] "] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn the_same_answers_give_the_same_plan() {
    let plan = |args: &[&str]| said(&run_with(&Home::new(), args, MARCH));

    assert_eq!(plan(&["plan", "--answers", "-"]), plan(&["plan", "--answers", "-"]));
    assert_eq!(
        plan(&["plan", "--answers", "-", "--json"]),
        plan(&["plan", "--answers", "-", "--json"])
    );
}

#[test]
fn the_json_has_every_field_of_format_one() {
    let plan = json(MARCH);

    assert_eq!(plan["format"], 1);
    assert!(plan["gate"] == "open" || plan["gate"] == "closed");

    for list in ["first", "items", "if_you_have_time", "decide", "residual"] {
        assert!(plan[list].is_array(), "{list}");
    }

    for item in plan["items"].as_array().unwrap() {
        for field in ["id", "when", "title"] {
            assert!(item[field].is_string(), "{field} of {item}");
        }

        for field in ["because", "devices", "steps"] {
            assert!(item[field].is_array(), "{field} of {item}");
        }

        assert!(
            item["gain"].is_u64() && item["price"].is_u64() && item["baseline"].is_boolean(),
            "{item}"
        );
    }

    for left in plan["residual"].as_array().unwrap() {
        let number = |field: &str| left[field].as_u64().unwrap();

        assert_eq!(number("likelihood") * number("impact"), number("before"), "{left}");
        assert!(number("after") <= number("before"), "{left}");
    }

    for decide in plan["decide"].as_array().unwrap() {
        assert!(
            decide["id"].is_string() && decide["options"][0]["gain"].is_u64(),
            "{decide}"
        );
    }

    let first = plan["first"].as_array().unwrap();
    let ids: Vec<_> = plan["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| &item["id"])
        .collect();

    assert!(!first.is_empty() && first.len() <= 5);
    assert!(
        first.iter().all(|id| ids.contains(&id)),
        "what comes first is on the list"
    );
}

#[test]
fn the_json_names_what_is_left_undone_undecided_and_where() {
    let plan =
        json(r#"answers = ["case.no", "event.march", "brings.iphone", "unlock.face", "lead.minutes", "place.us"]"#);
    let list = |field: &str| plan[field].as_array().unwrap().clone();

    assert_eq!((&plan["place"], &plan["gate"]), (&"us".into(), &"open".into()));
    assert!(
        json(MARCH)["place"].is_null(),
        "a place that was not named is not guessed"
    );

    for field in ["if_you_have_time", "decide", "residual", "items"] {
        assert!(!list(field).is_empty(), "nothing to look at in {field}");
    }

    for more in list("if_you_have_time") {
        assert!(more["id"].is_string() && more["gain"].as_u64() > Some(0), "{more}");
    }

    for decide in list("decide") {
        let options = decide["options"].as_array().unwrap();

        assert!(options.len() > 1, "both sides: {decide}");
        assert!(
            options.iter().all(|it| it["id"].is_string() && it["gain"].is_u64()),
            "{decide}"
        );
    }

    for left in list("residual") {
        assert!(left["threat"].is_string(), "{left}");
    }

    for item in list("items") {
        let whens = ["weeks-before", "days-before", "leaving", "during", "after"];

        assert!(whens.iter().any(|when| item["when"] == *when), "{item}");
        assert!(
            item["because"].as_array().unwrap().iter().all(Value::is_string),
            "{item}"
        );

        for steps in item["steps"].as_array().unwrap() {
            assert!(item["devices"].as_array().unwrap().contains(&steps["on"]), "{item}");
            assert!(!steps["do"].as_array().unwrap().is_empty(), "{item}");
            assert!(
                steps["reviewed"].is_string() && steps["confidence"].is_string(),
                "{item}"
            );
        }
    }
}

#[test]
fn json_begins_with_its_format() {
    for args in [
        &["plan", "--answers", "-", "--json"][..],
        &["questions", "--json"],
        &["check", "--json"],
    ] {
        let output = said(&run_with(&Home::new(), args, MARCH));

        assert!(output.starts_with("{\n  \"format\": 1,"), "{args:?}");
    }
}

#[test]
fn a_plain_no_opens_the_gate_and_nothing_else_does() {
    assert_eq!(json(r#"answers = ["case.no", "event.march"]"#)["gate"], "open");

    for answers in [
        "answers = []",
        r#"answers = ["case.maybe"]"#,
        r#"answers = ["case.yes"]"#,
    ] {
        assert_eq!(json(answers)["gate"], "closed", "{answers}");

        let text = said(&run_with(&Home::new(), &["plan", "--answers", "-"], answers));

        assert!(text.contains("lawyer first"), "{text}");
    }
}

#[test]
fn an_unknown_answer_is_shown_with_what_was_meant() {
    let output = run_with(
        &Home::new(),
        &["plan", "--answers", "-"],
        r#"answers = ["event.marhc"]"#,
    );

    assert_eq!(code(&output), 1);
    assert_eq!(said(&output), "");
    assert!(warned(&output).contains("did you mean `march`"), "{}", warned(&output));
}

#[test]
fn what_cannot_be_read_is_named() {
    let home = Home::new();
    let output = run(&home, &["plan", "--answers", "nobody.toml"]);

    assert_eq!(code(&output), 4);
    assert!(warned(&output).contains("nobody.toml"), "{}", warned(&output));
    assert_eq!(
        warned(&output).lines().count(),
        2,
        "what happened, and what to do: {}",
        warned(&output)
    );

    assert_eq!(code(&run_with(&home, &["plan", "--answers", "-"], "answers = [")), 1);
    assert_eq!(
        code(&run_with(&home, &["plan", "--answers", "-"], &"#".repeat(1 << 21))),
        4
    );
}

#[test]
fn an_unknown_place_is_said_to_be_unknown() {
    let text = said(&run_with(
        &Home::new(),
        &["plan", "--answers", "-"],
        r#"answers = ["place.elsewhere"]"#,
    ));

    assert!(text.contains("We do not know the law there."), "{text}");
}

#[test]
fn a_version_that_nobody_checked_is_told_where_to_search() {
    let answers = |version: &str| format!("{MARCH}\n[versions]\niphone = \"{version}\"\n");
    let text = |version: &str| {
        let output = run_with(&Home::new(), &["plan", "--answers", "-"], &answers(version));

        assert_eq!(code(&output), 0, "{}", warned(&output));
        said(&output).split_whitespace().collect::<Vec<_>>().join(" ")
    };

    assert!(text("99").contains("Menus may have moved. Search the settings for: "));
    assert!(text("9").contains("Menus may be others. Search the settings for: "));
    assert!(!text("26").contains("Menus may"));

    let fits = |version: &str| json(&answers(version)).to_string();

    assert!(fits("99").contains("\"fit\":\"newer\"") && fits("26").contains("\"fit\":\"holds\""));
    assert!(json(MARCH).to_string().contains("\"fit\":\"unknown\""));

    let output = run_with(&Home::new(), &["plan", "--answers", "-"], &answers("the new one"));

    assert_ne!(code(&output), 0);
    assert!(
        warned(&output).contains("what the screen says"),
        "it shows how: {}",
        warned(&output)
    );
}
