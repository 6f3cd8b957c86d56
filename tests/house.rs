//! The rules of the house that a machine can check: how the files look, and what is in none of them.
use crate::support::{self, Source};

use std::fs;

/// What is there for tests alone, file and line: pages that are told, mistakes that are made, memory that runs
/// out. All of it must stay out of a release build.
const TELLS: &[(&str, &str)] = &[
    ("src/gui/widget.rs", "pub(crate) mod trace;"),
    ("src/gui/start.rs", "trace: bool,"),
    ("src/gui/app.rs", "mod fall;"),
    ("src/gui/app/way.rs", "super::fall::if_asked(&self.desk);"),
    ("src/paths.rs", "pub fn is_to_fall() -> bool {"),
    ("src/harden.rs", "mod scarce;"),
    ("src/harden.rs", "pub use scarce::run_out_after;"),
];

/// Names that say nothing about the user's world.
const EMPTY_NAMES: &[&str] = &[
    "util", "utils", "helper", "helpers", "common", "types", "manager", "misc", "mod",
];

/// Marks of unfinished work, in two halves so that this file has none.
const UNFINISHED: &[(&str, &str)] = &[
    ("TO", "DO"),
    ("FIX", "ME"),
    ("XX", "X:"),
    ("unimplemented", "!"),
    ("todo", "!"),
];

/// The longest file; at this size look for the second noun.
const LONGEST: usize = 400;

#[test]
fn what_tells_a_test_of_a_page_is_in_no_release_build() {
    for (file, line) in TELLS {
        let text = fs::read_to_string(support::root().join(file)).unwrap();
        let lines: Vec<_> = text.lines().map(str::trim).collect();
        let at = lines.iter().position(|it| it == line).expect(line);
        let before = lines[..at].iter().rev().take_while(|it| it.starts_with("#["));

        assert!(
            before.clone().any(|it| *it == "#[cfg(debug_assertions)]"),
            "{file}: {line}"
        );
    }
}

#[test]
fn every_file_says_what_it_is_and_is_not_too_long() {
    let mut wrong = Vec::new();

    for source in code() {
        let lines = source.text.lines().count();
        let opening = source.text.lines().take_while(|line| line.starts_with("//!")).count();

        if opening == 0 {
            wrong.push(format!("{} does not begin with `//!`", source.path));
        }

        if opening > 8 && source.path != "src/lib.rs" {
            wrong.push(format!("{} talks about itself for {opening} lines", source.path));
        }

        if lines > LONGEST {
            wrong.push(format!("{} has {lines} lines", source.path));
        }
    }

    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_file_is_named_after_something() {
    for source in code() {
        let stem = source.path.rsplit('/').next().unwrap().trim_end_matches(".rs");

        assert!(!EMPTY_NAMES.contains(&stem), "{}: what is in it?", source.path);
    }
}

#[test]
fn only_file_touches_the_disk() {
    // A descriptor that the caller opened, and the terminal, are files without being on a disk.
    let rooms = ["src/file", "src/harden", "src/cli/passphrase.rs"];

    for source in support::sources("src", "rs")
        .iter()
        .filter(|source| !rooms.iter().any(|room| source.path.starts_with(room)))
    {
        let code = source.code();

        for way in ["std::fs", " fs::", "File::open", "OpenOptions"] {
            assert!(!code.contains(way), "{} uses {way}", source.path);
        }
    }
}

#[test]
fn nothing_is_left_unfinished() {
    for source in code() {
        for (first, second) in UNFINISHED {
            let mark = format!("{first}{second}");

            assert!(!source.text.contains(&mark), "{} says {mark}", source.path);
        }
    }
}

/// Our Rust files.
pub fn code() -> Vec<Source> {
    ["src", "tests"]
        .iter()
        .flat_map(|folder| support::sources(folder, "rs"))
        .collect()
}
