//! Made, shown, planned from, printed and changed, in a terminal.
use super::super::canary::canary;
use super::super::trace::{self, Call, Trace};
use super::{ABOUT, CHANGED, MADE, NAME, NOTES, PASSPHRASE};
use crate::support::{self, Home};

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

/// A file with a passphrase, for a program that asks for one: not where it is looked for later.
fn passphrase(aside: &Home, number: usize) -> String {
    let path = aside.write(&format!("passphrase-{number}"), &canary(number));

    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    path.display().to_string()
}

/// What an answers file says, with a name and a remark that the person gave it.
fn answers() -> String {
    format!(
        "name = \"{}\"\nabout = \"{}\"\nanswers = [\"case.no\", \"event.march\", \"brings.iphone\"]\n",
        canary(NAME),
        canary(ABOUT)
    )
}

/// Makes, shows, plans, prints and changes, in a terminal.
pub(super) fn all(home: &Home, aside: &Home, log: &Path) -> Vec<Call> {
    let (open, made, changed) = (
        passphrase(aside, PASSPHRASE),
        passphrase(aside, MADE),
        passphrase(aside, CHANGED),
    );
    let mut calls = Vec::new();
    let mut run = |args: &[&str], input: &str| {
        let output = traced(home, log, args, input);

        assert!(
            output.status.success(),
            "{args:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        calls.extend(Trace::read(&fs::read_to_string(log).unwrap()).0);

        String::from_utf8(output.stdout).unwrap()
    };

    let make = [
        "vault",
        "create",
        "--answers",
        "-",
        "-o",
        "made.age",
        "--passphrase-file",
    ];
    let change = ["vault", "change-passphrase", "made.age", "--passphrase-file", &made];
    let print = ["print", "--vault", "notes.age", "-o", "list.pdf", "--passphrase-file"];

    run(&[&make[..], &[made.as_str()]].concat(), &answers());
    run(&[&change[..], &["--new-passphrase-file", &changed]].concat(), "");

    let shown = run(&["vault", "show", "notes.age", "--passphrase-file", &open], "");

    assert_eq!(
        (0..NOTES).filter(|number| shown.contains(&canary(*number))).count(),
        NOTES
    );

    run(&["plan", "--vault", "notes.age", "--passphrase-file", &open], "");
    run(&[&print[..], &[open.as_str()]].concat(), "");

    calls
}

fn traced(home: &Home, log: &Path, args: &[&str], input: &str) -> Output {
    let line = trace::before(log);
    let mut command = Command::new(&line[0]);

    command
        .args(&line[1..])
        .arg(support::cli())
        .args(args)
        .current_dir(home.path())
        .env_clear()
        .env("HOME", home.path())
        .env("TMPDIR", home.join("tmp"))
        .env("LC_ALL", "C.UTF-8");

    support::run(&mut command, input.as_bytes())
}
