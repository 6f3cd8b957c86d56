//! The bans of `deny.toml`, checked without cargo-deny; and that the check finds what it looks for. Where
//! cargo-deny is installed, it is shown the same mistakes.
use super::{direct, locked, manifest, tree, tree_of};
use crate::{house, support};

use tempfile::TempDir;

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::slice;

/// Everything that is compiled to make the program or to test it, one line each: name, version, features.
const ALL: &[&str] = &["-e", "normal,build,dev", "--format", "{p}|{f}"];

/// Banned crates that stand in `Cargo.lock` all the same: cargo notes there what an optional part of another
/// crate could bring. Nothing asks for these parts, and the tree does not have them.
const NOTED: &[&str] = &["tokio", "wgpu"];

#[test]
fn no_crate_can_reach_a_network_or_a_bus() {
    let found = banned_in(&tree(ALL));

    assert!(found.is_empty(), "banned, but in the tree: {found:?}");
}

#[test]
fn no_feature_brings_back_what_was_left_out() {
    let found = features_in(&tree(ALL));

    assert!(found.is_empty(), "banned, but switched on: {found:?}");
}

/// The tree is that of this system. The lock file is that of all of them.
#[test]
fn no_other_system_brings_a_banned_crate() {
    let banned = banned();
    let found: BTreeSet<_> = locked()
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| banned.contains(name) && !NOTED.contains(&name.as_str()))
        .collect();

    assert!(found.is_empty(), "banned, but in Cargo.lock: {found:?}");
}

#[test]
fn the_bans_cover_what_we_promise() {
    let banned = banned();
    let deny = manifest("deny.toml");
    let features: BTreeSet<_> = deny["bans"]["features"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|ban| {
            let name = ban["crate"].as_str().unwrap();

            ban["deny"]
                .as_array()
                .unwrap()
                .iter()
                .map(move |it| format!("{name}/{}", it.as_str().unwrap()))
        })
        .collect();

    // safety.md 3.9.
    for name in "reqwest hyper h2 ureq curl curl-sys rustls native-tls openssl openssl-sys tokio mio socket2 async-net \
                 async-io zbus dbus ashpd mundy rfd webbrowser open opener notify-rust iced_beacon sentry sentry-core \
                 self_update wgpu"
        .split_whitespace()
    {
        assert!(banned.contains(name), "deny.toml does not ban `{name}`");
    }

    for name in "iced/debug iced/hot iced/time-travel iced/linux-theme-detection iced/sysinfo iced/image iced/wgpu \
                 age/plugin age/ssh age/cli-common cosmic-text/shape-run-cache"
        .split_whitespace()
    {
        assert!(features.contains(name), "deny.toml does not ban `{name}`");
    }

    for ban in deny["bans"]["deny"].as_array().unwrap() {
        assert!(ban["reason"].as_str().is_some_and(|reason| reason.len() > 5), "{ban}");
    }
}

/// What somebody adds to a copy of our manifest, and what must be found then.
struct Slip {
    what: &'static str,
    from: &'static str,
    to: &'static str,
    found: &'static str,
}

/// safety.md 54.
const SLIPS: &[Slip] = &[
    Slip {
        what: "a crate",
        from: "[dependencies]\n",
        to: "[dependencies]\nreqwest = { path = \"stubs/reqwest\" }\n",
        found: "reqwest",
    },
    Slip {
        what: "a crate that brings another",
        from: "[dependencies]\n",
        to: "[dependencies]\nweather = { path = \"stubs/weather\" }\n",
        found: "socket2",
    },
    Slip {
        what: "a crate by another name",
        from: "[dependencies]\n",
        to: "[dependencies]\ntalk = { package = \"zbus\", path = \"stubs/zbus\" }\n",
        found: "zbus",
    },
    Slip {
        what: "a crate for the tests",
        from: "[dev-dependencies]\n",
        to: "[dev-dependencies]\nrfd = { path = \"stubs/rfd\" }\n",
        found: "rfd",
    },
    Slip {
        what: "a crate for the build",
        from: "[dev-dependencies]\n",
        to: "[build-dependencies]\nureq = { path = \"stubs/ureq\" }\n\n[dev-dependencies]\n",
        found: "ureq",
    },
    Slip {
        what: "a feature",
        from: "features = [\"armor\"]",
        to: "features = [\"armor\", \"async\"]",
        found: "age/async",
    },
    Slip {
        what: "a feature that brings a crate",
        from: "\"lazy\"]",
        to: "\"lazy\", \"tokio\"]",
        found: "iced/tokio",
    },
    Slip {
        what: "a feature of a crate that another one brings",
        from: "[dependencies]\n",
        to: "[dependencies]\ncosmic-text = { version = \"0.15\", features = [\"shape-run-cache\"] }\n",
        found: "cosmic-text/shape-run-cache",
    },
];

#[test]
fn a_banned_crate_or_feature_is_found_wherever_it_is_added() {
    for slip in SLIPS {
        let package = scratch(slice::from_ref(slip));
        let tree = tree_of(package.path(), ALL).unwrap_or_else(|said| panic!("{}: {said}", slip.what));
        let found: BTreeSet<_> = banned_in(&tree).into_iter().chain(features_in(&tree)).collect();

        assert!(found.contains(slip.found), "{}: {found:?}", slip.what);
    }

    let as_it_is = scratch(&[]);
    let tree = tree_of(as_it_is.path(), ALL).unwrap();

    assert!(banned_in(&tree).is_empty() && features_in(&tree).is_empty());
}

/// safety.md 54, by the program that the list is written for: all of the above at once, and a licence that
/// is not on its list.
#[test]
fn cargo_deny_finds_them_too() {
    let version = Command::new(env!("CARGO")).args(["deny", "--version"]).output();

    if !version.is_ok_and(|output| output.status.success()) {
        return support::skipped("cargo_deny_finds_them_too (54)", "cargo-deny is not installed");
    }

    let (passes, said) = judged(scratch(&[]).path());

    assert!(passes, "{said}");

    let (passes, said) = judged(scratch(SLIPS).path());

    assert!(!passes, "it refuses nothing");

    for slip in SLIPS {
        let words = match slip.found.split_once('/') {
            Some((package, feature)) => format!("feature '{feature}' for crate '{package} = "),
            None => format!("crate '{} = ", slip.found),
        };
        let is_refused = |line: &str| line.contains(&words) && line.contains("explicitly");

        assert!(said.lines().any(is_refused), "{}: {said}", slip.what);
    }

    assert!(said.contains("\"rejected\"") && said.contains("GPL-3.0-only"), "{said}");
}

/// Whether cargo-deny lets the package in `folder` pass by our list, and its words.
fn judged(folder: &Path) -> (bool, String) {
    let output = Command::new(env!("CARGO"))
        .args(["deny", "--offline", "--format", "json", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .arg("--config")
        .arg(support::root().join("deny.toml"))
        .args(["check", "bans", "licenses"])
        .current_dir(folder)
        .output()
        .expect("cargo runs");

    (
        output.status.success(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

/// Our manifest and lock file with some changes, beside empty crates that bear banned names.
fn scratch(slips: &[Slip]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut text = fs::read_to_string(support::root().join("Cargo.toml")).unwrap();

    for Slip { from, to, .. } in slips {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }

    fs::write(folder.path().join("Cargo.toml"), text).unwrap();
    fs::copy(support::root().join("Cargo.lock"), folder.path().join("Cargo.lock")).unwrap();

    for name in ["src", "tests"] {
        symlink(support::root().join(name), folder.path().join(name)).unwrap();
    }

    for (name, needs) in [
        ("reqwest", ""),
        ("rfd", ""),
        ("socket2", ""),
        ("ureq", ""),
        ("zbus", ""),
        ("weather", "socket2 = { path = \"../socket2\" }"),
    ] {
        let stub = folder.path().join("stubs").join(name);
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"9.9.9\"\nedition = \"2024\"\nlicense = \"GPL-3.0-only\"\n\n\
             [dependencies]\n{needs}\n"
        );

        fs::create_dir_all(stub.join("src")).unwrap();
        fs::write(stub.join("Cargo.toml"), manifest).unwrap();
        fs::write(stub.join("src/lib.rs"), "").unwrap();
    }

    folder
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
    let explained = fs::read_to_string(support::root().join("CONTRIBUTING.md")).unwrap();
    let code: String = house::code().into_iter().map(|source| source.text).collect();
    let direct = direct();

    let rows = explained.lines().filter(|line| line.starts_with("| `"));
    let named = rows.flat_map(|line| line.split('|').nth(1).unwrap().split('`').skip(1).step_by(2));

    for name in named {
        assert!(
            direct.contains(name),
            "CONTRIBUTING.md speaks of `{name}`, which is not a dependency"
        );
    }

    for name in direct {
        let path = name.replace('-', "_");

        assert!(code.contains(&format!("{path}::")), "nothing uses `{name}`");
        assert!(
            explained.contains(&format!("`{name}`")),
            "CONTRIBUTING.md does not say what `{name}` is for"
        );
    }
}

/// The crates that `deny.toml` bans.
fn banned() -> BTreeSet<String> {
    let deny = manifest("deny.toml");
    let list = deny["bans"]["deny"].as_array().unwrap();

    list.iter()
        .map(|ban| ban["crate"].as_str().unwrap().to_owned())
        .collect()
}

/// The banned crates in a tree.
fn banned_in(tree: &str) -> BTreeSet<String> {
    let banned = banned();

    tree.lines()
        .filter_map(|line| line.split(' ').next().map(str::to_owned))
        .filter(|name| banned.contains(name))
        .collect()
}

/// The banned features in a tree, as `crate/feature`.
fn features_in(tree: &str) -> BTreeSet<String> {
    let deny = manifest("deny.toml");
    let bans = deny["bans"]["features"].as_array().unwrap();
    let mut found = BTreeSet::new();

    for (package, features) in tree.lines().filter_map(|line| line.split_once('|')) {
        let name = package.split(' ').next().unwrap_or_default();
        let on: Vec<_> = features.trim_end_matches(" (*)").split(',').collect();
        let banned = bans
            .iter()
            .filter(|ban| ban["crate"].as_str() == Some(name))
            .flat_map(|ban| ban["deny"].as_array().unwrap())
            .filter_map(toml::Value::as_str)
            .filter(|feature| on.contains(feature));

        found.extend(banned.map(|feature| format!("{name}/{feature}")));
    }

    found
}
