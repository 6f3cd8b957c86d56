//! The number a command ends with: one for each kind of outcome, a promise to scripts.
use super::vault::{OLD, sealed};
use super::{MARCH, code, run, run_with, said, warned};
use crate::support::Home;

use std::fs;
use std::os::unix::fs::PermissionsExt;

/// A home with a sealed plan, and some answers and a passphrase that is not its own beside it.
fn home() -> Home {
    let home = sealed();
    let wrong = home.write("wrong", "not this one");
    let bytes = fs::read(home.join("notes.age")).unwrap();

    fs::set_permissions(&wrong, fs::Permissions::from_mode(0o600)).unwrap();
    fs::write(home.join("cut.age"), &bytes[..bytes.len() / 2]).unwrap();
    home.write("march.toml", MARCH);
    home.write("unknown.toml", "answers = [\"no-such.answer\"]\n");
    home.write("taken.pdf", "precious");
    home
}

#[test]
fn each_number_means_one_thing() {
    let home = home();
    let show = ["vault", "show", "--passphrase-file"];
    let cases: &[(i32, &[&str])] = &[
        (0, &["questions"]),
        (0, &["check"]),
        (0, &["plan", "--answers", "march.toml"]),
        (0, &[&show[..], &["old", "notes.age"]].concat()),
        (1, &["check", "march.toml"]),
        (1, &["check", "--stale", "--at", "2099-01-01"]),
        (1, &["plan", "--answers", "unknown.toml"]),
        (2, &["plan"]),
        (2, &["check", "--at", "2027-01-31"]),
        (3, &[&show[..], &["wrong", "notes.age"]].concat()),
        (3, &["plan", "--vault", "notes.age", "--passphrase-file", "wrong"]),
        (4, &[&show[..], &["old", "cut.age"]].concat()),
        (4, &[&show[..], &["old", "march.toml"]].concat()),
        (4, &[&show[..], &["old", "nowhere.age"]].concat()),
        (4, &["plan", "--answers", "nowhere.toml"]),
        (5, &["print", "--answers", "march.toml", "-o", "taken.pdf"]),
        (
            5,
            &["print", "--answers", "march.toml", "-o", "no-such-folder/list.pdf"],
        ),
    ];

    for (expected, args) in cases {
        let output = run(&home, args);
        let told = warned(&output);

        assert_eq!(code(&output), *expected, "{args:?}: {told}");
        assert!(
            !told.contains(OLD) && !told.contains("not this one"),
            "{args:?}: {told}"
        );

        // What went wrong is told in whole sentences, and nothing is said as if it had gone well.
        if *expected > 2 {
            let lines: Vec<_> = told.lines().collect();

            assert_eq!(lines.len(), 2, "what happened, and what to do: {told}");
            assert!(lines.iter().all(|line| line.ends_with('.')), "{told}");
            assert!(!told.contains("os error"), "{told}");
            assert_eq!(said(&output), "", "{args:?}");
        }
    }

    assert_eq!(fs::read(home.join("taken.pdf")).unwrap(), b"precious");
}

#[test]
fn a_result_that_nobody_can_take_is_not_written() {
    let home = Home::new();
    let line = "daypack-cli questions > /dev/full; echo \"ended $?\"";
    let programs = crate::support::cli().parent().unwrap().display().to_string();
    let output = crate::support::run(
        std::process::Command::new("sh")
            .args(["-c", line])
            .current_dir(home.path())
            .env("PATH", format!("{programs}:/usr/bin:/bin")),
        b"",
    );

    assert_eq!(said(&output), "ended 5\n", "{}", warned(&output));
    assert!(
        warned(&output).starts_with("The result could not be written: there is no room left."),
        "{}",
        warned(&output)
    );
    assert_eq!(code(&run_with(&home, &["plan", "--answers", "-"], MARCH)), 0);
}
