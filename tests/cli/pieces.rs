//! A plan in two pieces in a terminal, and taking a plan away: what is made, what opens, what goes.
use super::vault::{NEW, OLD, keep, on_a_terminal, sealed};
use super::{MARCH, code, run, run_with, said, warned};
use crate::support::{self, Home};

use std::fs;
use std::process::Output;

/// Answers that say plainly that no case is known or expected, and ones that do not.
const PLAIN_NO: &str = "answers = [\"case.no\", \"event.march\"]\n";

fn with(home: &Home, command: &str, pass: &str) -> Output {
    let mut arguments: Vec<_> = command.split(' ').collect();

    arguments.extend(["--passphrase-file", pass]);
    run(home, &arguments)
}

/// A plan that was made from these answers, with its key apart if that is said.
fn made(answers: &str, key: &[&str]) -> Home {
    let home = Home::new();
    keep(&home, "old", OLD);
    keep(&home, "new", NEW);

    let create = [
        "vault",
        "create",
        "--answers",
        "-",
        "--passphrase-file",
        "old",
        "-o",
        "notes.age",
    ];
    let output = run_with(&home, &[&create, key].concat(), answers);

    assert_eq!(code(&output), 0, "{}", warned(&output));
    home
}

#[test]
fn a_plan_in_two_pieces_is_made_shown_and_planned_from() {
    let home = made(MARCH, &["--key", "key.age"]);

    assert_eq!(home.files(), ["key.age", "new", "notes.age", "old"]);
    assert_eq!(fs::metadata(home.join("notes.age")).unwrap().len(), 262_374);
    assert_eq!(fs::metadata(home.join("key.age")).unwrap().len(), 334);

    let shown = with(&home, "vault show notes.age --key key.age", "old");
    assert_eq!(code(&shown), 0, "{}", warned(&shown));
    assert!(said(&shown).starts_with("# vault\n"));

    let plan = with(&home, "plan --vault notes.age --key key.age", "old");
    assert_eq!(code(&plan), 0, "{}", warned(&plan));

    // Neither piece opens without the other, and each refusal says which it is.
    let alone = with(&home, "vault show notes.age", "old");
    assert_eq!(code(&alone), 4);
    assert!(
        warned(&alone).contains("with a key file") && warned(&alone).contains("--key"),
        "{}",
        warned(&alone)
    );

    let wrong = with(&home, "vault show notes.age --key key.age", "new");
    assert_eq!(code(&wrong), 3);
    assert!(
        warned(&wrong).contains("does not open this key file"),
        "{}",
        warned(&wrong)
    );

    let swapped = with(&home, "vault show key.age", "old");
    assert_eq!(code(&swapped), 4);
    assert!(warned(&swapped).contains("this is a key file") || warned(&swapped).contains("This is a key file"));
}

#[test]
fn a_missing_damaged_or_foreign_key_is_told_apart_in_a_terminal() {
    let home = made(MARCH, &["--key", "key.age"]);
    let whole = fs::read(home.join("key.age")).unwrap();
    let says = |key: &str| {
        let output = with(&home, &format!("vault show notes.age --key {key}"), "old");

        assert_eq!(code(&output), 4, "{key}");
        warned(&output)
    };

    fs::write(home.join("cut.age"), &whole[..300]).unwrap();
    assert!(says("nowhere.age").contains("there is no file here"));
    assert!(says("cut.age").contains("damaged"));
    assert!(says("notes.age").contains("a plan, and not its key"));
    assert!(says("old").contains("not a key file"));

    let create = "vault create --answers march.toml --key other.age -o others.age";
    home.write("march.toml", MARCH);
    assert_eq!(code(&with(&home, create, "old")), 0);
    assert!(says("other.age").contains("does not open this plan"));
}

#[test]
fn a_key_that_is_there_is_never_replaced() {
    let home = made(MARCH, &["--key", "key.age"]);
    let before = fs::read(home.join("key.age")).unwrap();

    home.write("march.toml", MARCH);
    let again = with(
        &home,
        "vault create --answers march.toml --force --key key.age -o notes.age",
        "old",
    );

    assert_eq!(code(&again), 5, "{}", warned(&again));
    assert_eq!(fs::read(home.join("key.age")).unwrap(), before);
    assert_eq!(code(&with(&home, "vault show notes.age --key key.age", "old")), 0);
}

#[test]
fn a_plan_is_split_and_joined_and_the_previous_version_with_it() {
    let home = sealed();

    fs::copy(home.join("notes.age"), home.join("notes.bak.age")).unwrap();
    fs::copy(home.join("notes.age"), home.join("notes (conflict).age")).unwrap();

    let split = with(&home, "vault split notes.age --key key.age", "old");
    assert_eq!(code(&split), 0, "{}", warned(&split));
    assert!(warned(&split).contains("second copy") && warned(&split).contains("quantum"));
    assert!(
        warned(&split).contains("notes (conflict).age"),
        "what still opens is named"
    );

    for file in ["notes.age", "notes.bak.age"] {
        assert_eq!(code(&with(&home, &format!("vault show {file}"), "old")), 4, "{file}");
        assert_eq!(
            code(&with(&home, &format!("vault show {file} --key key.age"), "old")),
            0,
            "{file}"
        );
    }

    let joined = with(&home, "vault join notes.age --key key.age", "old");
    assert_eq!(code(&joined), 0, "{}", warned(&joined));
    assert_eq!(code(&with(&home, "vault show notes.age", "old")), 0);
    assert!(home.join("key.age").exists(), "it opens older copies");

    let unasked = with(&home, "vault join notes.age", "old");
    assert_eq!(code(&unasked), 2, "{}", warned(&unasked));
    let needless = with(&home, "vault show notes.age --key key.age", "old");
    assert!(warned(&needless).contains("without a key file"));
}

#[test]
fn a_new_passphrase_changes_the_key_file_and_not_the_plan() {
    let home = made(MARCH, &["--key", "key.age"]);
    let plan = fs::read(home.join("notes.age")).unwrap();

    fs::copy(home.join("key.age"), home.join("copy.age")).unwrap();

    let changed = with(
        &home,
        "vault change-passphrase notes.age --key key.age --new-passphrase-file new",
        "old",
    );

    assert_eq!(code(&changed), 0, "{}", warned(&changed));
    assert_eq!(fs::read(home.join("notes.age")).unwrap(), plan);
    assert!(warned(&changed).contains("Every older copy of the key file still opens the plan"));
    assert_eq!(code(&with(&home, "vault show notes.age --key key.age", "new")), 0);
    assert_eq!(code(&with(&home, "vault show notes.age --key key.age", "old")), 3);
    assert_eq!(
        code(&with(&home, "vault show notes.age --key copy.age", "old")),
        0,
        "as it says"
    );
}

#[test]
fn a_plan_goes_only_behind_the_open_gate() {
    for answers in [
        "answers = [\"event.march\"]\n",
        "answers = [\"case.yes\", \"event.march\"]\n",
    ] {
        let home = made(answers, &[]);
        let refused = with(&home, "vault remove notes.age --yes --yes", "old");

        assert_eq!(code(&refused), 4, "{}", warned(&refused));
        assert!(warned(&refused).contains("lawyer"));
        assert!(home.join("notes.age").exists());
    }
}

#[test]
fn what_goes_is_the_plan_its_previous_version_and_the_key_that_was_named() {
    let home = made(PLAIN_NO, &["--key", "key.age"]);

    fs::copy(home.join("notes.age"), home.join("notes.bak.age")).unwrap();
    fs::copy(home.join("notes.age"), home.join("notes (conflict).age")).unwrap();
    home.write("notes.txt", "somebody's");

    let once = with(&home, "vault remove notes.age --key key.age --yes", "old");
    assert_eq!(code(&once), 2, "the second question cannot be asked: {}", warned(&once));
    assert!(home.join("notes.age").exists());

    let wrong = with(&home, "vault remove notes.age --key key.age --yes --yes", "new");
    assert_eq!(code(&wrong), 3);

    let removed = with(
        &home,
        "vault remove notes.age --key key.age --with-key --yes --yes",
        "old",
    );
    let told = warned(&removed);

    assert_eq!(code(&removed), 0, "{told}");
    assert!(told.contains("can often be brought back") && told.contains("can be a crime"));
    assert!(told.contains("notes (conflict).age"), "copies are named: {told}");
    assert_eq!(home.files(), ["new", "notes (conflict).age", "notes.txt", "old"]);
}

#[test]
fn a_removal_that_stops_half_way_says_what_is_left_in_a_terminal() {
    let home = made(PLAIN_NO, &[]);

    home.write("notes.bak.age", "not a sealed file");

    let stopped = with(&home, "vault remove notes.age --yes --yes", "old");

    assert_eq!(code(&stopped), 5, "{}", warned(&stopped));
    assert!(warned(&stopped).contains("Still there:") && warned(&stopped).contains("notes.age"));
    assert!(home.join("notes.age").exists() && home.join("notes.bak.age").exists());
}

#[test]
fn removing_is_asked_twice_and_anything_else_keeps_the_plan() {
    if !support::has_all("removing_is_asked_twice_and_anything_else_keeps_the_plan", &["script"]) {
        return;
    }

    let home = made(PLAIN_NO, &[]);

    for typed in [&[OLD, "yes"][..], &[OLD, "remove", "no"], &[OLD, "", ""]] {
        let output = on_a_terminal(&home, "daypack-cli vault remove notes.age", typed);

        assert!(said(&output).contains("Nothing was removed."), "{}", said(&output));
        assert!(home.join("notes.age").exists());
    }
}
