//! The rules of the house that a machine can check: what is linked, and how the files look.
use crate::support::{self, Source};

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

/// What tells a test of the window's pages, file and line: both must stay out of a release build.
const TELLS: &[(&str, &str)] = &[
    ("src/gui/widget.rs", "pub(crate) mod trace;"),
    ("src/gui/start.rs", "trace: bool,"),
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
fn no_crate_can_reach_a_network_or_a_bus() {
    let banned = banned();

    let found: BTreeSet<_> = tree(&["-e", "normal,build,dev", "--format", "{p}"])
        .lines()
        .filter_map(|line| line.split(' ').next().map(str::to_owned))
        .filter(|name| banned.contains(name))
        .collect();

    assert!(found.is_empty(), "banned, but in the tree: {found:?}");
}

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
fn the_bans_cover_what_we_promise() {
    let banned = banned();

    for name in [
        "reqwest", "hyper", "rustls", "tokio", "mio", "socket2", "zbus", "dbus", "ashpd", "rfd", "wgpu",
    ] {
        assert!(banned.contains(name), "deny.toml does not ban `{name}`");
    }
}

#[test]
fn no_feature_brings_back_what_was_left_out() {
    let deny = manifest("deny.toml");
    let tree = tree(&["-e", "normal,build,dev", "--format", "{p}|{f}"]);
    let bans = deny["bans"]["features"].as_array().unwrap();

    for line in tree.lines() {
        let Some((package, features)) = line.split_once('|') else {
            continue;
        };
        let name = package.split(' ').next().unwrap_or_default();
        let features: Vec<_> = features.trim_end_matches(" (*)").split(',').collect();

        for ban in bans.iter().filter(|ban| ban["crate"].as_str() == Some(name)) {
            for banned in ban["deny"].as_array().unwrap() {
                assert!(
                    !features.contains(&banned.as_str().unwrap()),
                    "`{name}` has the feature {banned}"
                );
            }
        }
    }
}

#[test]
fn the_terminal_program_links_no_window() {
    let tree = tree(&["--no-default-features", "-e", "normal", "--format", "{p}"]);
    let is_window = |line: &&str| {
        ["iced", "winit", "softbuffer"]
            .iter()
            .any(|name| line.starts_with(name))
    };
    let found: Vec<_> = tree.lines().filter(is_window).collect();

    assert!(tree.contains("age v"), "the tree was not read");
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn every_dependency_is_used_and_explained() {
    let manifest = manifest("Cargo.toml");
    let explained = fs::read_to_string(support::root().join("CONTRIBUTING.md")).unwrap();
    let code: String = code().into_iter().map(|source| source.text).collect();

    let tables = [
        manifest["dependencies"].as_table(),
        manifest["dev-dependencies"].as_table(),
        manifest["target"]["cfg(unix)"]["dependencies"].as_table(),
        manifest["target"]["cfg(target_os = \"linux\")"]["dependencies"].as_table(),
    ];

    let rows = explained.lines().filter(|line| line.starts_with("| `"));
    let named = rows.flat_map(|line| line.split('|').nth(1).unwrap().split('`').skip(1).step_by(2));

    for name in named {
        let is_there = tables.iter().flatten().any(|table| table.contains_key(name));

        assert!(
            is_there,
            "CONTRIBUTING.md speaks of `{name}`, which is not a dependency"
        );
    }

    for name in tables.into_iter().flatten().flat_map(toml::Table::keys) {
        let path = name.replace('-', "_");

        assert!(code.contains(&format!("{path}::")), "nothing uses `{name}`");
        assert!(
            explained.contains(&format!("`{name}`")),
            "CONTRIBUTING.md does not say what `{name}` is for"
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
fn unsafe_code_is_in_harden_alone() {
    for source in code().iter().filter(|source| !source.path.starts_with("src/harden")) {
        let code = source.code();
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '"';

        assert!(
            !code.split(|letter| !is_word(letter)).any(|word| word == "unsafe"),
            "{} is unsafe",
            source.path
        );
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
fn code() -> Vec<Source> {
    ["src", "tests"]
        .iter()
        .flat_map(|folder| support::sources(folder, "rs"))
        .collect()
}

fn manifest(name: &str) -> toml::Table {
    fs::read_to_string(support::root().join(name)).unwrap().parse().unwrap()
}

/// The crates that `deny.toml` bans.
fn banned() -> BTreeSet<String> {
    let deny = manifest("deny.toml");
    let list = deny["bans"]["deny"].as_array().unwrap();

    list.iter()
        .map(|ban| ban["crate"].as_str().unwrap().to_owned())
        .collect()
}

/// What is really linked. `cargo metadata` also lists what an optional dependency could bring.
fn tree(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "--prefix", "none"])
        .args(args)
        .current_dir(support::root())
        .output()
        .expect("cargo runs");

    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    String::from_utf8(output.stdout).unwrap()
}
