//! The terminal program from outside: what it says, how it ends, and what it leaves behind.
mod after;
mod checkup;
mod codes;
mod cut;
mod help;
mod language;
mod letters;
mod pieces;
mod plan;
mod print;
mod stack;
pub mod vault;

use crate::support::{self, Home};

use std::process::Output;

/// Somebody on their first march.
pub const MARCH: &str = r#"answers = ["case.no", "event.march", "brings.iphone", "unlock.face", "lead.tomorrow"]"#;

/// Runs the program in a home of its own with nothing on its input.
pub fn run(home: &Home, args: &[&str]) -> Output {
    support::run(&mut home.cli(args), b"")
}

/// The same with something on its input.
pub fn run_with(home: &Home, args: &[&str], input: &str) -> Output {
    support::run(&mut home.cli(args), input.as_bytes())
}

/// What it said on standard output.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What it said on standard error.
pub fn warned(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The number it ended with.
pub fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

#[test]
fn without_a_command_it_teaches() {
    let output = run(&Home::new(), &[]);

    assert_eq!(code(&output), 2);
    assert!(
        warned(&output).contains("Usage: daypack-cli <COMMAND>"),
        "{}",
        warned(&output)
    );
}

#[test]
fn it_says_its_version() {
    let output = run(&Home::new(), &["--version"]);

    assert_eq!(
        (code(&output), said(&output).trim()),
        (0, concat!("daypack-cli ", env!("CARGO_PKG_VERSION")))
    );
}

#[test]
fn what_is_not_understood_ends_with_two() {
    for args in [
        &["plan"][..],
        &["wander"],
        &["plan", "--passphrase", "x"],
        &["print", "--answers", "-"],
    ] {
        assert_eq!(code(&run(&Home::new(), args)), 2, "{args:?}");
    }
}

#[test]
fn nothing_is_left_behind_by_looking() {
    let home = Home::new();

    run(&home, &["questions"]);
    run(&home, &["check"]);
    run_with(&home, &["plan", "--answers", "-"], MARCH);

    assert_eq!(home.files(), Vec::<String>::new());
}

#[test]
fn every_question_can_be_read_with_its_names() {
    let output = run(&Home::new(), &["questions"]);
    let json: serde_json::Value = serde_json::from_slice(&run(&Home::new(), &["questions", "--json"]).stdout).unwrap();

    assert_eq!(json["format"], 1);

    for version in json["versions"].as_array().unwrap() {
        assert!(said(&output).contains(&format!("{}  ", version["device"].as_str().unwrap())));
        assert!(version["find"].as_str().is_some_and(|find| !find.is_empty()));
    }

    assert!(json["versions"].as_array().is_some_and(|versions| versions.len() > 4));

    for question in json["questions"].as_array().unwrap() {
        for choice in question["choices"].as_array().unwrap() {
            let name = format!(
                "{}.{}",
                question["id"].as_str().unwrap(),
                choice["id"].as_str().unwrap()
            );

            assert!(said(&output).contains(&name), "{name}");
        }
    }
}

#[test]
fn no_line_is_wider_than_a_terminal() {
    for output in [
        run(&Home::new(), &["questions"]),
        run_with(&Home::new(), &["plan", "--answers", "-"], MARCH),
    ] {
        for line in said(&output).lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

#[test]
fn the_built_in_checklist_passes_its_own_check() {
    let output = run(&Home::new(), &["check"]);

    assert_eq!((code(&output), said(&output).as_str()), (0, "no errors, no warnings\n"));
}

#[test]
fn a_mistake_in_a_checklist_is_shown_where_it_is() {
    let home = Home::new();
    home.write("pack.toml", "format = 1\nid = \"x\"\nversio = 1\n");

    let output = run(&home, &["check", "pack.toml"]);

    assert_eq!(code(&output), 1);
    assert!(said(&output).contains("pack.toml:3"), "{}", said(&output));
    assert!(said(&output).contains("versio"), "{}", said(&output));
    assert!(!said(&output).contains('\u{1b}'), "colours in a pipe");

    let json: serde_json::Value =
        serde_json::from_slice(&run(&home, &["check", "pack.toml", "--json"]).stdout).unwrap();
    let finding = json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|finding| finding["line"] == 3)
        .unwrap();

    assert_eq!((&json["format"], &finding["file"]), (&1.into(), &"pack.toml".into()));
    assert!(finding["code"].as_str().unwrap().starts_with('P'));
}

#[test]
fn colour_is_for_terminals_that_want_it() {
    if !support::has_all("colour_is_for_terminals_that_want_it", &["script"]) {
        return;
    }

    let home = Home::new();
    home.write("pack.toml", "format = 1\n");

    let check = |line| said(&vault::on_a_terminal(&home, line, &[])).contains('\u{1b}');

    assert!(check("unset NO_COLOR; daypack-cli check pack.toml"));
    assert!(!check("NO_COLOR=1 daypack-cli check pack.toml"));
}

#[test]
fn a_checklist_that_is_not_there_is_not_the_checklists_fault() {
    let output = run(&Home::new(), &["check", "nowhere"]);

    assert_eq!(code(&output), 4);
    assert!(warned(&output).contains("nowhere"));
}

#[test]
fn advice_grows_old() {
    let home = Home::new();
    let fresh = run(&home, &["check", "--stale", "--at", "2026-11-22"]);
    let old = run(&home, &["check", "--stale", "--at", "2028-01-01"]);

    assert_eq!(code(&fresh), 0, "{}", said(&fresh));
    assert_eq!(code(&old), 1);
    assert!(said(&old).contains("pack:protest: last looked at "), "{}", said(&old));

    let json = run(&home, &["check", "--stale", "--at", "2028-01-01", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();

    let stale = json["stale"].as_array().unwrap();

    assert!(stale.len() > 10);

    for entry in stale {
        let id = entry["id"].as_str().unwrap();
        let limit = if id.starts_with("pack:") { 12 } else { 6 };

        assert!(
            ["pack:", "measure:", "situation:", "place:"]
                .iter()
                .any(|kind| id.starts_with(kind)),
            "{id}"
        );
        assert_eq!(entry["limit"], limit, "{id}");
        assert!(entry["months"].as_u64().unwrap() >= limit, "{entry}");
        assert!(entry["reviewed"].as_str().unwrap().starts_with("20"), "{entry}");
    }

    assert_eq!(
        code(&run(&home, &["check", "--at", "2028-01-01"])),
        2,
        "a date alone means nothing"
    );
    assert_eq!(code(&run(&home, &["check", "--stale", "--at", "soon"])), 2);
}
