//! Every rule of a pack beside the smallest change to a good pack that breaks it, and nothing else.
//!
//! The changes stand in `tests/fixtures/packs/broken.toml`.
use crate::support;

use daypack::content::check::{Code, Findings, Level};
use daypack::content::{Pack, SourceFile};

use serde::Deserialize;

use std::collections::BTreeSet;
use std::fs;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

/// Changes to the base pack, and what must be said about the result.
#[derive(Deserialize)]
struct Case {
    code: String,
    edits: Vec<(String, String)>,
    #[serde(default)]
    at: String,
    #[serde(default)]
    help: String,
}

fn cases() -> Vec<Case> {
    let path = support::root().join("tests/fixtures/packs/broken.toml");
    let text = fs::read_to_string(path).expect("the broken packs are there");

    toml::from_str::<Cases>(&text).expect("they can be read").case
}

fn read(text: &str) -> (Option<Pack>, Findings) {
    Pack::read_with_warnings(&[SourceFile {
        name: "base.toml".to_owned(),
        text: text.to_owned(),
    }])
}

fn edited(case: &Case) -> String {
    let mut text = support::base().text;

    for (from, to) in &case.edits {
        assert!(
            text.contains(from.as_str()),
            "{}: `{from}` is not in the base pack",
            case.code
        );

        text = if from.is_empty() {
            format!("{text}{to}")
        } else {
            text.replacen(from.as_str(), to, 1)
        };
    }

    text
}

#[test]
fn every_rule_is_broken_by_a_change_that_breaks_no_other() {
    for case in cases() {
        let text = edited(&case);
        let (pack, findings) = read(&text);
        let codes: Vec<_> = findings.iter().map(|finding| finding.code.to_string()).collect();

        assert_eq!(codes, std::slice::from_ref(&case.code), "{:?}\n{findings}", case.edits);

        let finding = findings.iter().next().unwrap();
        let pointed = &text[finding.span.clone()];

        assert!(pointed.starts_with(&case.at), "{}: points at `{pointed}`", case.code);
        assert!(finding.help.contains(&case.help), "{}: `{}`", case.code, finding.help);
        assert_eq!(pack.is_some(), finding.level == Level::Warning, "{}", case.code);

        // Counted another way than the program does.
        let before = &text[..finding.span.start];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;

        assert_eq!((finding.line, finding.column), (line, column), "{}", case.code);
    }
}

#[test]
fn no_rule_is_without_a_pack_that_breaks_it() {
    // Those of languages stand in overlay.rs.
    let elsewhere = ["P002", "P015", "P017", "P051", "P052", "P053", "P054", "P055"].map(str::to_owned);
    let broken: BTreeSet<String> = cases().into_iter().map(|case| case.code).chain(elsewhere).collect();
    let all: BTreeSet<String> = Code::ALL.iter().map(Code::to_string).collect();

    assert_eq!(broken, all);
}

#[test]
fn a_pack_needs_one_header() {
    let base = support::base().text;
    let (head, tables) = base.split_once("\n[[question]]").unwrap();
    let tables = format!("[[question]]{tables}");
    let (_, without) = read(&tables);
    let file = |name: &str, text: &str| SourceFile {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    let twice = Pack::read(&[file("a.toml", &base), file("b.toml", head)]).unwrap_err();

    assert_eq!(codes(&without), ["P015"], "{without}");
    assert_eq!(codes(&twice), ["P015"], "{twice}");
    assert_eq!(twice.iter().next().unwrap().file, "b.toml");
    assert_eq!(codes(&Pack::read(&[]).unwrap_err()), ["P015"]);
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let base = support::base().text;
    let line = format!("{base}\n# {}\n", "x".repeat(64 * 1024));
    let file = format!("{base}\n{}", "# a line\n".repeat(120_000));
    let deep = format!("{base}\n[deep]\nx = {}{}\n", "[".repeat(20), "]".repeat(20));
    let entries = format!(
        "{base}\n{}",
        "[[term]]\nid = \"a\"\nwords = [\"hours\"]\nmeans = \"b\"\n".repeat(2_001)
    );
    let words = format!(
        "{base}\n[[step]]\ntitle = \"Say\"\nminutes = 1\nsay = [\"{}\"]\n",
        "word ".repeat(900)
    );

    for (name, text) in [("line", &line), ("file", &file)] {
        assert_eq!(codes(&read(text).1), ["P002"], "{name}");
    }

    assert!(codes(&read(&deep).1).contains(&"P002".to_owned()));
    assert!(codes(&read(&entries).1).contains(&"P002".to_owned()));
    assert!(codes(&read(&words).1).contains(&"P014".to_owned()));

    let many = vec![support::base(); 201];

    assert!(codes(&Pack::read(&many).unwrap_err()).contains(&"P002".to_owned()));
}

fn codes(findings: &Findings) -> Vec<String> {
    findings.iter().map(|finding| finding.code.to_string()).collect()
}
