//! Help that teaches: every help text ends with an example, and every example works as it is written.
use super::vault::{NEW, OLD, on_a_terminal, sealed};
use super::{code, run, said};
use crate::support::{self, Home};

use std::fs;
use std::os::unix::fs::symlink;

/// Every command, and what is typed when its example asks.
const COMMANDS: &[(&[&str], &[&str])] = &[
    (&[], &[]),
    (&["questions"], &[]),
    (&["plan"], &[]),
    (&["print"], &[]),
    (&["check"], &[]),
    (&["vault"], &[]),
    (&["vault", "create"], &[]),
    (&["vault", "show"], &[OLD]),
    (&["vault", "change-passphrase"], &[OLD, NEW, NEW]),
];

#[test]
fn every_command_is_tried() {
    for (command, _) in COMMANDS {
        let help = help(command);
        let Some((_, rest)) = help.split_once("Commands:\n") else {
            continue;
        };

        for line in rest.lines().take_while(|line| !line.is_empty()) {
            let name = line.split_whitespace().next().unwrap();
            let whole = [command, &[name][..]].concat();

            assert!(
                COMMANDS.iter().any(|(known, _)| *known == whole),
                "{whole:?} is not tried"
            );
        }
    }
}

#[test]
fn every_example_works_as_it_is_written() {
    if !support::has_all("every_example_works_as_it_is_written", &["script"]) {
        return;
    }

    for (command, typed) in COMMANDS {
        let help = help(command);
        let (_, example) = help
            .split_once("\nExample:\n")
            .unwrap_or_else(|| panic!("{command:?} has no example"));

        assert!(
            example.lines().all(|line| line.starts_with("  ") && line.len() <= 80),
            "{example}"
        );

        // Where the example opens a file, the file is there.
        let home = if example.contains("-o ") { Home::new() } else { sealed() };
        let output = on_a_terminal(&home, example, typed);

        assert_eq!(code(&output), 0, "{example}\n{}", said(&output));
    }
}

#[test]
fn every_command_of_the_readme_works() {
    if !support::has_all("every_command_of_the_readme_works", &["script"]) {
        return;
    }

    let readme = fs::read_to_string(support::root().join("README.md")).unwrap();
    let commands: Vec<_> = readme.lines().filter(|line| line.starts_with("daypack-cli ")).collect();
    let home = Home::new();

    symlink(support::root().join("checklists"), home.join("checklists")).unwrap();
    assert!(commands.len() > 2, "{commands:?}");

    for command in commands {
        let output = on_a_terminal(&home, command, &[]);

        assert_eq!(code(&output), 0, "{command}\n{}", said(&output));
    }
}

fn help(command: &[&str]) -> String {
    let output = run(&Home::new(), &[command, &["--help"][..]].concat());

    assert_eq!(code(&output), 0, "{command:?}");

    said(&output)
}
