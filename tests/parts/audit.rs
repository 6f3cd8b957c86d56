//! The page about whom we trust is of today: no dependency without a look, no look at another version.
use super::{direct, tree};
use crate::support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What each section says.
const LABELS: [&str; 5] = [
    "**Who:**",
    "**Why trusted:**",
    "**Looked at:**",
    "**May touch:**",
    "**Facts:**",
];

/// Memory by hand, in the words of the language.
const HAND: &str = concat!("unsafe", " code");

/// How many crates may come without a word.
const UNNOTED: usize = 5;

#[test]
fn every_dependency_was_looked_at_in_the_version_that_is_linked() {
    let page = page();
    let sections = sections(&page);
    let named: BTreeSet<String> = sections.keys().cloned().collect();

    assert_eq!(named, direct(), "AUDIT.md names other crates than Cargo.toml");

    for (name, facts) in facts() {
        let (version, words) = &sections[&name];

        assert_eq!(
            *version, facts.version,
            "AUDIT.md has looked at another version of `{name}`"
        );
        assert!(
            words.contains(&facts.line()),
            "AUDIT.md says something else about `{name}` than: {}",
            facts.line()
        );

        for label in LABELS {
            let said = words
                .split(label)
                .nth(1)
                .and_then(|rest| rest.split("\n- ").next())
                .unwrap_or_default();

            assert!(said.trim().len() > 5, "AUDIT.md does not say of `{name}`: {label}");
        }
    }
}

/// safety.md 71, the budget.
#[test]
fn what_is_linked_does_not_grow_by_more_than_five_without_a_word() {
    let page = page();

    for (what, args) in [
        ("the window", &[][..]),
        ("the terminal program", &["--no-default-features"][..]),
    ] {
        let noted = page
            .lines()
            .find_map(|line| {
                line.strip_prefix(&format!("| {what} | "))?
                    .strip_suffix(" |")?
                    .parse::<usize>()
                    .ok()
            })
            .unwrap_or_else(|| panic!("AUDIT.md does not say how many crates {what} links"));
        let count = linked(args);

        assert!(count > 100, "the tree was not read");
        assert!(
            count <= noted + UNNOTED,
            "{what} links {count} crates; {noted} are noted in AUDIT.md"
        );
        assert!(count + 20 > noted, "{what} links {count} crates: note it in AUDIT.md");
        support::say(&format!("{what} links {count} crates, {noted} are noted"));
    }
}

fn linked(args: &[&str]) -> usize {
    let all = ["-e", "normal,no-proc-macro", "--format", "{p}"];
    let tree = tree(&[&all, args].concat());
    let crates: BTreeSet<_> = tree
        .lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .filter(|line| !line.is_empty() && !line.starts_with("daypack"))
        .collect();

    crates.len()
}

fn page() -> String {
    fs::read_to_string(support::root().join("AUDIT.md")).expect("AUDIT.md is there")
}

/// The version and the words of each section, by its crate.
fn sections(page: &str) -> BTreeMap<String, (String, String)> {
    page.split("\n### `")
        .skip(1)
        .map(|section| {
            let (heading, words) = section.split_once('\n').unwrap();
            let (name, version) = heading.split_once("` ").expect("a heading has a version");
            let words = words.split("\n## ").next().unwrap();

            (name.to_owned(), (version.to_owned(), words.to_owned()))
        })
        .collect()
}

/// What a machine can say about a crate.
struct Facts {
    version: String,
    has_unsafe: bool,
    has_script: bool,
    licence: String,
}

impl Facts {
    fn line(&self) -> String {
        format!(
            "{} · {} · {}",
            if self.has_unsafe {
                HAND
            } else {
                concat!("no ", "unsafe", " code")
            },
            if self.has_script {
                "a build script"
            } else {
                "no build script"
            },
            self.licence
        )
    }
}

fn facts() -> BTreeMap<String, Facts> {
    let data = support::metadata();
    let all = |list: &serde_json::Value| list.as_array().unwrap().clone();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let ours = &data["resolve"]["root"];
    let nodes = all(&data["resolve"]["nodes"]);
    let node = nodes.iter().find(|node| &node["id"] == ours).unwrap();
    let direct: BTreeSet<String> = all(&node["deps"]).iter().map(|dep| text(&dep["pkg"])).collect();

    all(&data["packages"])
        .iter()
        .filter(|package| direct.contains(&text(&package["id"])))
        .map(|package| {
            let folder = Path::new(&text(&package["manifest_path"]))
                .parent()
                .unwrap()
                .join("src");
            let is_script = |target: &serde_json::Value| target["kind"][0] == "custom-build";
            let facts = Facts {
                version: text(&package["version"]),
                has_unsafe: support::files(&folder).iter().any(|file| is_unsafe(file)),
                has_script: all(&package["targets"]).iter().any(is_script),
                licence: text(&package["license"]),
            };

            (text(&package["name"]), facts)
        })
        .collect()
}

fn is_unsafe(file: &Path) -> bool {
    let is_rust = file.extension().is_some_and(|ending| ending == "rs");
    let text = if is_rust {
        fs::read(file).unwrap_or_default()
    } else {
        Vec::new()
    };

    String::from_utf8_lossy(&text).lines().any(|line| {
        let code = line.split("//").next().unwrap_or_default();

        ["unsafe {", "unsafe fn ", "unsafe impl"]
            .iter()
            .any(|way| code.contains(way))
    })
}
