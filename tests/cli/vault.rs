//! `vault`, from outside: the file, its passphrases, and what a terminal sees of them.
use super::{MARCH, code, run, run_with, said, warned};
use crate::support::{self, Home};

use daypack::content::Pack;
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::vault;

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

pub const OLD: &str = "correct horse battery staple";
pub const NEW: &str = "tuna verbena sixties unlatch gravel oxidant";

/// How the program asks.
const PROMPTS: [&str; 5] = [
    "Passphrase: ",
    "six words): ",
    "The same again: ",
    "” to go on: ",
    "” once more: ",
];

/// Puts a passphrase into a file of the right kind.
pub fn keep(home: &Home, name: &str, passphrase: &str) -> PathBuf {
    let path = home.write(name, &format!("{passphrase}\n"));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();

    path
}

/// A home with a sealed plan, cheap to open, and its passphrase beside it.
pub fn sealed() -> Home {
    let home = Home::new();
    let pack = Pack::built_in();
    let text = Document::new(pack).encode(pack);
    let sealed = vault::seal_with(&text, &Secret::from_text(OLD).unwrap(), 4).unwrap();

    fs::write(home.join("notes.age"), sealed).unwrap();
    keep(&home, "old", OLD);
    keep(&home, "new", NEW);

    home
}

/// Runs lines of shell on a terminal of their own, and types the next line of `typed` at every prompt.
/// What comes back on standard output is what the terminal showed.
pub fn on_a_terminal(home: &Home, lines: &str, typed: &[&str]) -> Output {
    let programs = support::cli().parent().unwrap().display();
    let lines = format!("PATH={programs}:$PATH\n{lines}");

    // A prompt that nobody answers would wait for ever.
    let mut child = Command::new("timeout")
        .args(["60", "script", "-qec", &lines, "/dev/null"])
        .current_dir(home.path())
        .env("SHELL", "/bin/sh")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("`script` starts");

    let mut keyboard = child.stdin.take().unwrap();
    let mut screen = child.stdout.take().unwrap();
    let mut typed = typed.iter();
    let mut shown = Vec::new();
    let mut byte = [0];

    while screen.read(&mut byte).is_ok_and(|count| count == 1) {
        shown.push(byte[0]);

        if PROMPTS.iter().any(|prompt| shown.ends_with(prompt.as_bytes())) {
            // The prompt is there a moment before what is typed is hidden.
            thread::sleep(Duration::from_millis(200));

            let line = typed.next().unwrap_or(&"");
            writeln!(keyboard, "{line}").expect("the keyboard is there");
        }
    }

    Output {
        status: child.wait().expect("`script` ends"),
        stdout: shown,
        stderr: Vec::new(),
    }
}

#[test]
fn a_file_that_was_made_can_be_shown_and_planned_from() {
    let home = Home::new();
    home.write("march.toml", MARCH);
    keep(&home, "pass", NEW);

    let made = run(
        &home,
        &[
            "vault",
            "create",
            "--answers",
            "march.toml",
            "--passphrase-file",
            "pass",
            "-o",
            "notes.age",
        ],
    );

    assert_eq!((code(&made), said(&made).as_str()), (0, ""), "{}", warned(&made));
    assert_eq!(home.files(), ["march.toml", "notes.age", "pass"]);
    assert_eq!(
        fs::metadata(home.join("notes.age")).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert_eq!(
        fs::metadata(home.join("notes.age")).unwrap().len(),
        262_374,
        "one of the six sizes"
    );

    let shown = run(&home, &["vault", "show", "notes.age", "--passphrase-file", "pass"]);

    assert_eq!(code(&shown), 0, "{}", warned(&shown));
    assert!(said(&shown).contains("event = [\"march\"]"), "{}", said(&shown));
    assert!(
        !said(&shown).contains("case"),
        "the answer about a case is never kept: {}",
        said(&shown)
    );
    assert!(warned(&shown).contains("Revision 1"), "{}", warned(&shown));

    let from_file = run(
        &home,
        &["plan", "--vault", "notes.age", "--passphrase-file", "pass", "--json"],
    );

    assert_eq!(
        said(&from_file),
        said(&run_with(&home, &["plan", "--answers", "-", "--json"], MARCH))
    );
}

#[test]
fn a_wrong_passphrase_is_told_apart_from_damage() {
    let home = sealed();
    let show = ["vault", "show", "notes.age", "--passphrase-file", "new"];

    let wrong = run(&home, &show);

    assert_eq!((code(&wrong), said(&wrong).as_str()), (3, ""));
    assert_eq!(warned(&wrong).lines().count(), 2, "{}", warned(&wrong));

    let mut bytes = fs::read(home.join("notes.age")).unwrap();
    bytes.truncate(9_000);
    fs::write(home.join("notes.age"), bytes).unwrap();

    assert_eq!(
        code(&run(&home, &["vault", "show", "notes.age", "--passphrase-file", "old"])),
        4
    );

    home.write("notes.age", "something else");

    assert_eq!(code(&run(&home, &show)), 4);
    assert_eq!(
        code(&run(
            &home,
            &["vault", "show", "nothing.age", "--passphrase-file", "old"]
        )),
        4
    );
}

#[test]
fn a_passphrase_that_others_can_read_is_not_used() {
    let home = sealed();
    fs::set_permissions(home.join("old"), fs::Permissions::from_mode(0o640)).unwrap();

    let output = run(&home, &["vault", "show", "notes.age", "--passphrase-file", "old"]);

    assert_eq!(code(&output), 4);
    assert!(warned(&output).contains("old: "), "{}", warned(&output));
}

#[test]
fn a_passphrase_can_come_on_a_descriptor() {
    let home = sealed();
    let line = format!(
        "{} vault show notes.age --passphrase-fd 3 3<old",
        support::cli().display()
    );

    let output = support::run(Command::new("sh").args(["-c", &line]).current_dir(home.path()), b"");

    assert_eq!(code(&output), 0, "{}", warned(&output));

    let line = format!(
        "cat old | {} vault show notes.age --passphrase-fd 0",
        support::cli().display()
    );
    let output = support::run(Command::new("sh").args(["-c", &line]).current_dir(home.path()), b"");

    assert_eq!(code(&output), 0, "{}", warned(&output));
    assert_eq!(
        code(&run(&home, &["vault", "show", "notes.age", "--passphrase-fd", "77"])),
        4
    );
}

#[test]
fn without_a_terminal_nothing_is_asked() {
    if !support::has_all("without_a_terminal_nothing_is_asked", &["setsid"]) {
        return;
    }

    let home = sealed();
    home.write("march.toml", MARCH);

    for arguments in ["show notes.age", "create --answers march.toml -o new.age"] {
        let line = format!("{} vault {arguments}", support::cli().display());
        let output = support::run(
            Command::new("setsid")
                .args(["-w", "sh", "-c", &line])
                .current_dir(home.path()),
            b"typed\n",
        );

        assert_eq!(code(&output), 2, "{arguments}: {}", warned(&output));
        assert!(warned(&output).contains("--passphrase-fd"), "{}", warned(&output));
    }

    assert!(!home.join("new.age").exists());
}

#[test]
fn generated_words_are_shown_on_the_terminal_and_never_in_a_pipe() {
    if !support::has_all(
        "generated_words_are_shown_on_the_terminal_and_never_in_a_pipe",
        &["script"],
    ) {
        return;
    }

    let home = Home::new();
    home.write("march.toml", MARCH);

    let line = "daypack-cli vault create --answers march.toml -o - > piped.age 2> messages";
    let output = on_a_terminal(&home, line, &[]);
    let shown = said(&output);

    assert_eq!(code(&output), 0, "{shown}");

    let words: Vec<_> = shown
        .lines()
        .map(str::trim)
        .filter(|line| line.split(' ').count() == 6)
        .collect();
    let phrase = words
        .iter()
        .find(|line| !line.contains(['.', ':', '(']))
        .unwrap_or_else(|| panic!("{shown}"));

    assert!(!fs::read_to_string(home.join("messages")).unwrap().contains(phrase));
    keep(&home, "pass", phrase);

    let opened = run(&home, &["vault", "show", "piped.age", "--passphrase-file", "pass"]);

    assert_eq!(code(&opened), 0, "{}", warned(&opened));
}

#[test]
fn a_new_passphrase_is_typed_twice_and_never_shown() {
    if !support::has_all("a_new_passphrase_is_typed_twice_and_never_shown", &["script"]) {
        return;
    }

    let home = Home::new();
    home.write("march.toml", MARCH);

    let line = "daypack-cli vault create --answers march.toml -o notes.age";
    let typed = ["password", NEW, "something else", NEW, NEW];
    let output = on_a_terminal(&home, line, &typed);
    let shown = said(&output);

    assert_eq!(code(&output), 0, "{shown}");
    assert!(
        shown.contains("Too easy to guess") && shown.contains("not the same"),
        "{shown}"
    );
    assert!(!shown.contains("verbena"), "{shown}");

    let opened = on_a_terminal(&home, "daypack-cli vault show notes.age", &[NEW]);

    assert_eq!(code(&opened), 0, "{}", said(&opened));
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_asked_and_kept_beside() {
    let home = sealed();
    let before = fs::read(home.join("notes.age")).unwrap();
    let create = [
        "vault",
        "create",
        "--answers",
        "-",
        "--passphrase-file",
        "new",
        "-o",
        "notes.age",
    ];

    let refused = run_with(&home, &create, MARCH);

    assert_eq!(code(&refused), 5, "{}", warned(&refused));
    assert_eq!(fs::read(home.join("notes.age")).unwrap(), before);

    let replaced = run_with(&home, &[&create[..], &["--force"]].concat(), MARCH);

    assert_eq!(code(&replaced), 0, "{}", warned(&replaced));
    assert_eq!(fs::read(home.join("notes.bak.age")).unwrap(), before);
    assert_eq!(home.files(), ["new", "notes.age", "notes.bak.age", "old"]);
}

#[test]
fn after_a_change_the_old_passphrase_opens_nothing() {
    let home = sealed();

    fs::copy(home.join("notes.age"), home.join("notes.bak.age")).unwrap();

    let changed = run(
        &home,
        &[
            "vault",
            "change-passphrase",
            "notes.age",
            "--passphrase-file",
            "old",
            "--new-passphrase-file",
            "new",
        ],
    );

    assert_eq!(code(&changed), 0, "{}", warned(&changed));

    for file in ["notes.age", "notes.bak.age"] {
        let with = |passphrase| code(&run(&home, &["vault", "show", file, "--passphrase-file", passphrase]));

        assert_eq!((with("old"), with("new")), (3, 0), "{file}");
    }

    assert_eq!(home.files(), ["new", "notes.age", "notes.bak.age", "old"]);
}

#[test]
fn a_write_protected_file_is_not_changed() {
    let home = sealed();
    fs::set_permissions(home.join("notes.age"), fs::Permissions::from_mode(0o400)).unwrap();

    let before = fs::read(home.join("notes.age")).unwrap();
    let changed = run(
        &home,
        &[
            "vault",
            "change-passphrase",
            "notes.age",
            "--passphrase-file",
            "old",
            "--new-passphrase-file",
            "new",
        ],
    );

    assert_eq!(code(&changed), 5, "{}", warned(&changed));
    assert_eq!(fs::read(home.join("notes.age")).unwrap(), before);
}
