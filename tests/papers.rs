//! The papers at the top: what they promise exists, and no text promises too much.
use crate::support::{self, Source};

use daypack::content::freshness::Kind;

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;

/// Words that promise too much, hurry people, or talk down to them.
const FORBIDDEN_WORDS: &[&str] = &[
    "100% secure",
    "bulletproof",
    "completely safe",
    "completely secure",
    "guaranteed",
    "just click",
    "military-grade",
    "obviously",
    "simply",
    "totally safe",
    "unbreakable",
    "uncrackable",
    "unhackable",
    "untraceable",
];

/// Everything that belongs at the top.
const PAPERS: &[&str] = &[
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "THREAT_MODEL.md",
    "SECURITY.md",
    "AUDIT.md",
];

/// How to look at advice again. Stands beside the advice.
const REVIEWING: &str = "checklists/REVIEWING.md";

#[test]
fn the_papers_are_there() {
    let others = [
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "checklists/LICENSE",
        "deny.toml",
        "Cargo.lock",
    ];

    for name in PAPERS.iter().chain(&others) {
        assert!(read(name).len() > 100, "{name} says too little");
    }
}

#[test]
fn contributing_has_ten_points() {
    let text = read("CONTRIBUTING.md");
    let points = text.lines().filter(|line| {
        line.split(". **")
            .next()
            .is_some_and(|start| start.parse::<u8>().is_ok())
    });

    assert_eq!(points.count(), 10);
}

#[test]
fn no_text_promises_too_much_or_talks_down() {
    let mut texts = papers();
    texts.extend(support::sources("assets/words", "ftl"));
    texts.extend(support::sources("checklists", "toml"));

    let mut wrong = Vec::new();

    for source in texts {
        for (number, line) in source.text.lines().enumerate() {
            let line = line.to_lowercase();

            for word in FORBIDDEN_WORDS.iter().filter(|word| has_word(&line, word)) {
                wrong.push(format!("{}:{}: {word}", source.path, number + 1));
            }
        }
    }

    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn reviewing_names_the_limits_that_hold_and_keys_that_exist() {
    let text = read(REVIEWING);
    let limit = |kind: Kind| format!("**{}**", kind.months());

    assert_eq!(Kind::Steps.months(), Kind::Law.months());
    assert!(text.contains(&format!("**{} months**", Kind::Steps.months())));
    assert!(text.contains(&limit(Kind::Rest)));

    let pack: String = support::sources("checklists", "toml")
        .into_iter()
        .map(|source| source.text)
        .collect();

    for key in [
        "reviewed",
        "sources",
        "confidence",
        "os_verified",
        "os_min",
        "do",
        "check",
        "search",
        "undo",
        "cost",
        "careful",
        "says",
        "card",
    ] {
        assert!(
            text.contains(&format!("`{key}")),
            "nothing says what to do with `{key}`"
        );
        assert!(pack.contains(&format!("\n{key} = ")), "no checklist has `{key}`");
    }
}

#[test]
fn every_link_between_papers_leads_somewhere() {
    for paper in papers() {
        for part in paper.text.split("](").skip(1) {
            let target = part.split([')', '#']).next().unwrap();

            if !target.is_empty() && !target.contains(':') {
                assert!(
                    support::root().join(target).exists(),
                    "{}: there is no {target}",
                    paper.path
                );
            }
        }
    }
}

#[test]
fn every_promise_names_a_test_that_exists() {
    let tests = test_names();
    let rows = rows_of_promises();

    assert!(rows.len() > 20, "the table was not read");

    for (row, named) in rows {
        assert!(!named.is_empty(), "nothing holds this: {row}");

        for name in named {
            assert!(tests.contains(&name), "there is no test `{name}`: {row}");
        }
    }
}

#[test]
fn every_promise_of_the_window_is_held_by_a_test_that_the_papers_name() {
    let named: BTreeSet<String> = rows_of_promises().into_iter().flat_map(|(_, named)| named).collect();
    let page = read("src/gui/screen/protects.rs");
    let table = page
        .split_once("const PROMISES")
        .and_then(|(_, rest)| rest.split_once("];"))
        .expect("the page has a table of promises")
        .0;
    let shown: BTreeSet<&str> = table.split("words::id(\"").skip(1).map(until_quote).collect();

    // Nothing is promised beside the table: all words of that part of the page are in it.
    let words = read("assets/words/en/protects.ftl");
    let promised = words
        .split_once("protects-held-by")
        .and_then(|(_, rest)| rest.split_once("protects-cannot ="))
        .expect("the promises stand between these")
        .0;

    for id in promised
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(id, _)| id)
    {
        assert!(id.is_empty() || shown.contains(id), "`{id}` is promised without a test");
    }

    for promise in table.split("Promise {").skip(1) {
        let (id, tests) = promise.split_once("tests: &[").expect("a promise names its tests");
        let tests: Vec<_> = tests.split('"').skip(1).step_by(2).collect();

        assert!(!tests.is_empty(), "nothing holds this: {id}");

        for test in tests {
            assert!(named.contains(test), "THREAT_MODEL.md does not name `{test}`: {id}");
        }
    }
}

/// Each row of the table of promises, with the tests it names.
pub fn rows_of_promises() -> Vec<(String, Vec<String>)> {
    let text = read("THREAT_MODEL.md");
    let table = text
        .split("| promise | held by |")
        .nth(1)
        .expect("the promises are a table");

    table
        .lines()
        .filter(|line| line.starts_with("| "))
        .map(|row| {
            let named = row.rsplit('|').nth(1).unwrap().split('`').skip(1).step_by(2);

            (row.to_owned(), named.map(str::to_owned).collect())
        })
        .collect()
}

fn until_quote(text: &str) -> &str {
    text.split('"').next().unwrap_or_default()
}

#[test]
fn the_commands_of_the_readme_exist() {
    let readme = read("README.md");
    let commands = commands(&readme);

    // The last one keeps the builder's name out of what is built.
    for promised in [
        "cargo run --locked",
        "tests/all",
        "RUSTFLAGS=\"--remap-path-prefix=$HOME=~\" cargo build --release --locked",
    ] {
        assert!(commands.contains(&promised), "README.md does not say `{promised}`");
    }

    for command in commands {
        let program = command.split(' ').find(|word| !word.contains('=')).unwrap();

        match program {
            "cargo" => {}
            "daypack" | "daypack-cli" => {
                assert!(
                    read("Cargo.toml").contains(&format!("name = \"{program}\"")),
                    "README.md: `{command}`"
                );
            }
            script => {
                let file =
                    fs::metadata(support::root().join(script)).unwrap_or_else(|_| panic!("README.md: `{command}`"));

                assert!(file.permissions().mode() & 0o111 != 0, "{script} cannot be run");
            }
        }
    }
}

/// Every test function of the project.
pub fn test_names() -> BTreeSet<String> {
    ["src", "tests"]
        .iter()
        .flat_map(|folder| support::sources(folder, "rs"))
        .flat_map(|source| names_in(&source.text))
        .collect()
}

/// The functions below a `#[test]`, and those inside a `proptest!`.
fn names_in(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut is_test = false;

    for line in text.lines().map(str::trim) {
        if line == "#[test]" {
            is_test = true;
        } else if let Some(rest) = line.strip_prefix("fn ").filter(|_| is_test) {
            names.push(rest.split(['(', '<']).next().unwrap().to_owned());
            is_test = false;
        }
    }

    names
}

fn papers() -> Vec<Source> {
    PAPERS
        .iter()
        .chain([&REVIEWING])
        .map(|name| Source {
            path: (*name).to_owned(),
            text: read(name),
        })
        .collect()
}

pub fn read(name: &str) -> String {
    fs::read_to_string(support::root().join(name)).unwrap_or_else(|_| panic!("there is no {name}"))
}

/// The lines of a paper's `sh` blocks.
fn commands(text: &str) -> Vec<&str> {
    text.split("```sh\n")
        .skip(1)
        .filter_map(|block| block.split("```").next())
        .flat_map(str::lines)
        .map(|line| line.split(" #").next().unwrap().trim())
        .filter(|line| !line.is_empty())
        .collect()
}

/// Whether a line has a word or a phrase, not as a part of a longer word.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();

        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
