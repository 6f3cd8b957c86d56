//! The page of licences: everything that is linked, with the words of its licence, as its author gave it.
use super::tree;
use crate::cli;
use crate::support::{self, Home};

use daypack::licences;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The page.
const PAGE: &str = "assets/licences.txt";

/// What is linked and is no crate: its name, its licence, and the file with the words.
const OURS: &[(&str, &str, &str)] = &[
    ("Daypack", "MIT OR Apache-2.0", "LICENSE-MIT"),
    ("The checklists", "CC-BY-4.0", "checklists/LICENSE"),
    ("Daypack Sans, made from Noto Sans", "OFL-1.1", "assets/fonts/OFL.txt"),
    ("The word list of the EFF", "CC-BY-3.0", "assets/words-list/SOURCE.md"),
];

/// A linked crate.
struct Crate {
    name: String,
    version: String,
    licence: String,
    folder: PathBuf,
    authors: Vec<String>,
    repository: String,
}

#[test]
fn the_page_of_licences_names_everything_that_is_linked_and_in_whose_words() {
    let page = made();
    let path = support::root().join(PAGE);

    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &page).unwrap();
    }

    let kept = fs::read_to_string(&path).expect("the page is there");
    let differs = page.lines().zip(kept.lines()).find(|(made, kept)| made != kept);

    assert!(
        page == kept,
        "{PAGE} is not of today, make it again with UPDATE_GOLDEN=1: {differs:?}"
    );
    assert_eq!(licences::TEXT, kept);
}

#[test]
fn every_linked_crate_is_a_line_of_the_page_and_has_words() {
    let named: BTreeSet<_> = licences::parts().map(|part| (part.name, part.version)).collect();
    let linked = linked();

    assert!(linked.len() > 200, "the tree was not read");

    for (name, version) in &linked {
        assert!(
            named.contains(&(name.as_str(), version.as_str())),
            "{name} {version} has no line"
        );
    }

    assert_eq!(
        named.iter().filter(|(_, version)| !version.is_empty()).count(),
        linked.len()
    );

    let words = licences::TEXT.split("\n[").skip(1).count();

    for part in licences::parts() {
        assert!(!part.licence.is_empty() && !part.words.is_empty(), "{}", part.name);
        assert!(
            part.words.iter().all(|number| (1..=words).contains(number)),
            "{}",
            part.name
        );
    }
}

#[test]
fn the_terminal_program_prints_the_page_of_licences() {
    let output = cli::run(&Home::new(), &["licences"]);

    assert_eq!((cli::code(&output), cli::said(&output).as_str()), (0, licences::TEXT));
}

/// The page as it should be.
fn made() -> String {
    let mut texts: Vec<String> = Vec::new();
    let mut lines = String::new();

    for (name, licence, file) in OURS {
        let text = fs::read_to_string(support::root().join(file)).unwrap();
        let (who, number) = if *file == "LICENSE-MIT" {
            numbered(&text, &mut texts)
        } else {
            texts.push(text);
            (BTreeSet::new(), texts.len())
        };

        write_part(&mut lines, &format!("{name} — {licence}"), &[number], &who);
    }

    for found in crates() {
        let (mut who, mut numbers) = (BTreeSet::new(), BTreeSet::new());

        for text in words_of(&found) {
            let (holders, number) = numbered(&text, &mut texts);

            who.extend(holders);
            numbers.insert(number);
        }

        if found.licence == "MPL-2.0" {
            who.insert(format!("Its source: {}", found.repository));
        }

        let title = format!("{} {} — {}", found.name, found.version, found.licence);

        write_part(&mut lines, &title, &numbers.into_iter().collect::<Vec<_>>(), &who);
    }

    let mut page =
        "What Daypack is made of, and in whose words it may be used. A number in brackets leads to the words,\n\
                    at the end. Where the MIT licence can be chosen, that one is printed.\n\n"
            .to_owned();

    page.push_str(&lines);

    for (number, text) in texts.iter().enumerate() {
        let _ = write!(page, "\n[{}]\n\n{}\n", number + 1, text.trim());
    }

    page
}

fn write_part(lines: &mut String, title: &str, numbers: &[usize], who: &BTreeSet<String>) {
    let numbers: Vec<_> = numbers.iter().map(|number| format!("[{number}]")).collect();
    let _ = writeln!(lines, "{title} {}", numbers.join(" "));

    for holder in who {
        let _ = writeln!(lines, "    {holder}");
    }
}

/// The names and the number of a text. Texts that differ in names and in line breaks alone are one.
fn numbered(text: &str, texts: &mut Vec<String>) -> (BTreeSet<String>, usize) {
    let terms = text.split("END OF TERMS AND CONDITIONS").next().unwrap();
    let (names, rest): (Vec<&str>, Vec<&str>) = terms.lines().map(str::trim_end).partition(|line| is_name(line.trim()));
    let rest = rest.join("\n");
    let same = |text: &String| bare(text) == bare(&rest);
    let at = texts.iter().position(same).unwrap_or_else(|| {
        texts.push(rest.clone());
        texts.len() - 1
    });

    (names.iter().map(|name| name.trim().to_owned()).collect(), at + 1)
}

/// A line that says whose it is, and not one of the terms, which speak of the copyright too.
fn is_name(line: &str) -> bool {
    let begins = |start: &str| line.to_lowercase().starts_with(start);

    (begins("copyright (c)") || begins("copyright ©") || begins("copyright 2") || begins("copyright 1"))
        && line.len() < 200
}

/// Letters and digits alone, without the heading that some have.
fn bare(text: &str) -> String {
    let letters: String = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();

    for heading in ["themitlicensemit", "themitlicense", "mitlicense", "mit"] {
        if let Some(rest) = letters
            .strip_prefix(heading)
            .filter(|rest| rest.starts_with("permission"))
        {
            return rest.to_owned();
        }
    }

    letters
}

/// The words of a crate's licence: those of MIT where it can be chosen, else all that it brings.
fn words_of(found: &Crate) -> Vec<String> {
    let mut files: Vec<(String, String)> = fs::read_dir(&found.folder)
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && is_licence(path))
        .map(|path| {
            (
                name_of(&path),
                String::from_utf8_lossy(&fs::read(&path).unwrap()).replace('\r', ""),
            )
        })
        .collect();

    files.sort();

    let options: Vec<_> = found.licence.split([' ', '/', '(', ')']).collect();
    let is_choice = !options.contains(&"AND");
    let has_mit = options.contains(&"MIT");
    let mit = |(_, text): &&(String, String)| text.contains("Permission is hereby granted, free of charge");

    if is_choice && has_mit {
        return match files.iter().find(mit) {
            Some((_, text)) => vec![text.clone()],
            None => vec![standard(found)],
        };
    }

    assert!(!files.is_empty(), "{} says nothing about its licence", found.name);

    files.retain(|(name, _)| !is_choice || !name.contains("GPL"));
    files.into_iter().map(|(_, text)| text).collect()
}

/// The words of the MIT licence, for a crate that names it in its manifest and does not bring them.
fn standard(found: &Crate) -> String {
    let ours = fs::read_to_string(support::root().join("LICENSE-MIT")).unwrap();
    let words = ours
        .split_once("Permission")
        .map(|(_, words)| format!("Permission{words}"))
        .unwrap();
    let who = if found.authors.is_empty() {
        format!("the authors of {}", found.name)
    } else {
        found.authors.join(", ")
    };

    format!("Copyright (c) {who}\n\n{words}")
}

fn is_licence(path: &Path) -> bool {
    let name = name_of(path);

    ["LICEN", "COPYING", "NOTICE"]
        .iter()
        .any(|start| name.starts_with(start))
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().to_uppercase()
}

/// Name and version of everything the window links.
fn linked() -> BTreeSet<(String, String)> {
    tree(&["-e", "normal,no-proc-macro", "--format", "{p}"])
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            let name = words.next()?.to_owned();
            let version = words.next()?.trim_start_matches('v').to_owned();

            (name != "daypack").then_some((name, version))
        })
        .collect()
}

/// The same, with what their manifests say.
fn crates() -> Vec<Crate> {
    let data = support::metadata();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let known: BTreeMap<_, _> = data["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| ((text(&package["name"]), text(&package["version"])), package))
        .collect();

    linked()
        .into_iter()
        .map(|key| {
            let package = known.get(&key).unwrap_or_else(|| panic!("{key:?} is not known"));
            let authors = package["authors"].as_array().unwrap();
            let without_address = |author: &serde_json::Value| text(author).split(" <").next().unwrap().to_owned();

            Crate {
                name: key.0,
                version: key.1,
                licence: text(&package["license"]),
                folder: Path::new(&text(&package["manifest_path"])).parent().unwrap().to_owned(),
                authors: authors.iter().map(without_address).collect(),
                repository: text(&package["repository"]),
            }
        })
        .collect()
}
