//! Languages from a terminal: which there are, and what a translator is told.
use super::{MARCH, code, run, run_with, said, warned};
use crate::support::{self, Home, fill, made_up};

use std::fs;

/// A home with the small base pack in a folder, and `language` as its German.
fn with(language: Option<&str>) -> Home {
    let home = Home::new();

    fs::create_dir_all(home.join("pack/lang")).unwrap();
    home.write("pack/base.toml", &support::base().text);

    if let Some(text) = language {
        home.write("pack/lang/de.toml", text);
    }

    home
}

fn template(home: &Home) -> String {
    said(&run(home, &["check", "pack", "--lang", "de"]))
}

#[test]
fn a_language_that_is_not_there_is_refused_with_those_that_are() {
    let home = Home::new();

    home.write("march.toml", MARCH);

    for args in [
        &["questions", "--lang", "xx"][..],
        &["plan", "--answers", "march.toml", "--lang", "xx"],
        &["print", "--answers", "march.toml", "--lang", "xx", "-o", "list.pdf"],
        &["after", "--lang", "xx"],
        &["stack", "--personas", "first-march", "--lang", "xx", "-o", "stack.pdf"],
    ] {
        let output = run(&home, args);

        assert_eq!(code(&output), 2, "{args:?}");
        assert_eq!(
            warned(&output),
            "There is no language “xx” here.\nThere are: en (English, The language it was written in).\n"
        );
    }

    assert_eq!(home.files(), ["march.toml"]);
}

#[test]
fn its_own_language_changes_nothing() {
    let home = Home::new();
    let plan = |more: &[&str]| said(&run_with(&home, &[&["plan", "--answers", "-"], more].concat(), MARCH));
    let json: serde_json::Value = serde_json::from_str(&plan(&["--json"])).unwrap();

    assert_eq!(plan(&["--lang", "en"]), plan(&[]));
    assert_eq!(json["lang"], "en");
    assert!(
        json["items"]
            .as_array()
            .unwrap()
            .iter()
            .all(|item| item["lang"] == "en")
    );
}

#[test]
fn a_template_can_be_checked_at_once_and_filled_in_bit_by_bit() {
    let home = with(None);
    let output = run(&home, &["check", "pack", "--lang", "de"]);
    let empty = said(&output);

    assert_eq!(code(&output), 1, "something is left to do");
    assert!(empty.starts_with("# de (-): 0 fit, 0 have changed, "), "{empty}");
    assert!(
        warned(&output).contains("no errors, no warnings"),
        "{}",
        warned(&output)
    );

    let home = with(Some(&empty));
    let output = run(&home, &["check", "pack"]);

    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(
        said(&output).contains("\nde (draft): 0 fit, 0 have changed, "),
        "{}",
        said(&output)
    );

    let filled = fill(&empty, &made_up);
    let home = with(Some(&filled));
    let output = run(&home, &["check", "pack", "--lang", "de"]);

    assert_eq!(code(&output), 0, "{}{}", said(&output), warned(&output));
    assert_eq!(said(&output).lines().count(), 1, "nothing is left: {}", said(&output));
    assert!(said(&output).ends_with("0 have changed, 0 are missing, 0 are gone.\n"));
}

#[test]
fn what_has_changed_is_told_with_the_mark_of_today() {
    let home = with(Some(&fill(&template(&with(None)), &made_up)));
    let base = fs::read_to_string(home.join("pack/base.toml")).unwrap();

    home.write(
        "pack/base.toml",
        &base.replace("Turn off the finger", "Turn the finger off"),
    );

    let json: serde_json::Value =
        serde_json::from_str(&said(&run(&home, &["check", "pack", "--json"]))).expect("it is JSON");
    let german = &json["languages"][0];

    assert_eq!(german["changed"].as_array().unwrap().len(), 1);
    assert_eq!(german["changed"][0]["id"], "finger-off");

    let rest = template(&home);

    assert!(rest.contains(&format!("of = {}", german["changed"][0]["of"])), "{rest}");
    assert!(rest.contains("# Turn the finger off\ntitle = \"\""), "{rest}");
    assert_eq!(rest.matches("[[measure]]").count(), 1, "{rest}");
    assert_eq!(code(&run(&home, &["check", "pack"])), 0, "older words are no mistake");
}

#[test]
fn what_is_no_language_is_said() {
    for (tag, says) in [
        ("Es", "“Es” is not the name of a language."),
        ("../x", "“../x” is not the name of a language."),
        ("en", "“en” is the language this checklist was written in."),
    ] {
        let output = run(&Home::new(), &["check", "--lang", tag]);

        assert_eq!(code(&output), 2, "{tag}");
        assert!(warned(&output).starts_with(says), "{}", warned(&output));
    }
}

#[test]
fn a_mistake_in_a_language_is_shown_at_its_line() {
    let broken = fill(&template(&with(None)), &made_up).replacen("short = ", "minutes = 3\nshort = ", 1);
    let output = run(&with(Some(&broken)), &["check", "pack"]);

    assert_eq!(code(&output), 1);
    assert!(
        said(&output).contains("P051") && said(&output).contains("lang/de.toml"),
        "{}",
        said(&output)
    );
}
