//! A letter that the embedded font lacks: found where it stands, before anybody prints it.
use super::{code, run, said, warned};
use crate::support::{self, Home, fill, made_up};

use std::fs;

/// The small base pack in a folder, after `change` has been at it, and a German of it after `translate` has.
fn with(change: impl FnOnce(String) -> String, translate: impl FnOnce(String) -> String) -> Home {
    let home = Home::new();

    fs::create_dir_all(home.join("pack/lang")).unwrap();
    home.write("pack/base.toml", &support::base().text);

    let template = said(&run(&home, &["check", "pack", "--lang", "de"]));

    home.write("pack/lang/de.toml", &translate(fill(&template, &made_up)));
    home.write("pack/base.toml", &change(support::base().text));
    home
}

/// The line and the column of `wanted` in a file of a home, counted from 1.
fn place(home: &Home, file: &str, wanted: &str) -> (usize, usize) {
    let text = fs::read_to_string(home.join(file)).unwrap();
    let at = text.find(wanted).unwrap();
    let before = &text[..at];
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;

    (before.matches('\n').count() + 1, column)
}

/// The only finding: its code, file, line and column, and what is said.
fn only_finding(home: &Home) -> (String, String, (usize, usize), String) {
    let output = run(home, &["check", "pack", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&said(&output)).expect("it is JSON");
    let [finding] = json["findings"].as_array().unwrap().as_slice() else {
        panic!("{json}")
    };
    let text = |key: &str| finding[key].as_str().unwrap().to_owned();
    let number = |key: &str| finding[key].as_u64().unwrap() as usize;

    assert_eq!(code(&output), 1);

    (
        text("code"),
        text("file"),
        (number("line"), number("column")),
        text("message"),
    )
}

#[test]
fn a_letter_without_a_shape_is_found_where_it_stands_in_a_pack() {
    let home = with(
        |base| base.replace("No finger unlock", "No finger 锁 unlock"),
        |text| text,
    );
    let (code, file, at, message) = only_finding(&home);

    assert_eq!(code, "P018");
    assert!(file.ends_with("base.toml"), "{file}");
    assert_eq!(at, place(&home, "pack/base.toml", "\"No finger 锁"));
    assert!(message.contains("no glyph for U+9501 in `short`"), "{message}");

    let shown = run(&home, &["check", "pack"]);
    let all = format!("{}{}", said(&shown), warned(&shown));

    assert!(all.contains(&format!("base.toml:{}:{}", at.0, at.1)), "{all}");
    assert!(all.contains("choose another character"), "{all}");
}

#[test]
fn a_letter_without_a_shape_is_found_where_it_stands_in_a_language() {
    let home = with(
        |base| base,
        |text| text.replacen("Türn öff thé fingér", "Türn öff thé fingér ☝", 1),
    );
    let (code, file, at, message) = only_finding(&home);

    assert_eq!(code, "P018");
    assert!(file.ends_with("lang/de.toml"), "{file}");
    assert_eq!(at, place(&home, "pack/lang/de.toml", "\"Türn öff thé fingér ☝"));
    assert!(message.contains("no glyph for U+261D"), "{message}");
}
