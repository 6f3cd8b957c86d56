//! What the program is made of: the crates it links, what was left out of them, and what our own source may
//! ask of the system. The numbers in the comments are those of the safety design.
mod audit;
mod bans;
mod licences;
mod source;

use crate::support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A table of ours.
fn manifest(name: &str) -> toml::Table {
    fs::read_to_string(support::root().join(name)).unwrap().parse().unwrap()
}

/// What is really linked. `cargo metadata` also lists what an optional dependency could bring.
fn tree(args: &[&str]) -> String {
    tree_of(support::root(), &[&["--locked"], args].concat()).unwrap_or_else(|said| panic!("{said}"))
}

/// The same for the package in `folder`; what cargo says when it cannot tell.
fn tree_of(folder: &Path, args: &[&str]) -> Result<String, String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--prefix", "none"])
        .args(args)
        .current_dir(folder)
        .output()
        .expect("cargo runs");

    if output.status.success() {
        Ok(String::from_utf8(output.stdout).unwrap())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

/// The names of all dependencies in `Cargo.toml`, those of the program and those of the tests.
fn direct() -> BTreeSet<String> {
    let manifest = manifest("Cargo.toml");
    let tables = [
        manifest["dependencies"].as_table(),
        manifest["dev-dependencies"].as_table(),
        manifest["target"]["cfg(unix)"]["dependencies"].as_table(),
        manifest["target"]["cfg(target_os = \"linux\")"]["dependencies"].as_table(),
    ];

    tables
        .into_iter()
        .flatten()
        .flat_map(toml::Table::keys)
        .cloned()
        .collect()
}

/// Name and version of everything in `Cargo.lock`.
fn locked() -> Vec<(String, String)> {
    let lock = manifest("Cargo.lock");
    let text = |package: &toml::Value, key: &str| package[key].as_str().unwrap().to_owned();

    lock["package"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| (text(package, "name"), text(package, "version")))
        .collect()
}
