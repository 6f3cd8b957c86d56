//! Help that teaches: every help text ends with an example, and every example works as it is written.
use super::vault::{NEW, OLD, on_a_terminal, sealed};
use super::{code, run, said, warned};
use crate::support::{self, Home};

use daypack::harden::Secret;
use daypack::vault::paper;

use std::fs;
use std::os::unix::fs::symlink;

/// Every command, and what is typed when its example asks.
const COMMANDS: &[(&[&str], &[&str])] = &[
    (&[], &[]),
    (&["questions"], &[]),
    (&["plan"], &[]),
    (&["print"], &[]),
    (&["stack"], &[]),
    (&["after"], &[]),
    (&["check"], &[]),
    (&["checkup"], &[]),
    (&["licences"], &[]),
    (&["vault"], &[]),
    (&["vault", "create"], &[]),
    (&["vault", "show"], &[OLD]),
    (&["vault", "change-passphrase"], &[OLD, NEW, NEW]),
    (&["vault", "split"], &[OLD]),
    (&["vault", "join"], &[OLD, OLD]),
    (&["vault", "remove"], &[NEW, NEW, NEW, "remove", "remove"]),
    (&["vault", "to-paper"], &[OLD]),
    (&["vault", "from-paper"], &[]),
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
fn nobody_is_spoken_to_in_the_parsers_words() {
    let refused: &[&[&str]] = &[
        &["wander"],
        &["vault", "shw"],
        &["plan"],
        &["plan", "--passphrase", "hunter2"],
        &["plan", "--answers", "a", "--vault", "b"],
        &["plan", "--json", "--json", "--answers", "a"],
        &["print", "--answers", "a", "-o", "b", "--paper", "a5"],
        &["print", "--answers", "a", "-o"],
        &["stack", "--personas", "carer", "--formats", "restore", "-o", "b"],
        &["stack", "--personas", "carer", "--copies", "many", "-o", "b"],
        &["stack", "--personas", "carer", "--copies", "201", "-o", "b"],
        &["stack", "--personas", "nobody", "-o", "b"],
        &["stack", "--blank", "2", "--phones", "watch", "-o", "b"],
        &["stack", "--blank", "2", "--place", "nowhere", "-o", "b"],
        &["stack", "-o", "b"],
        &["check", "--at", "2027-01-31"],
        &["check", "--stale", "--at", "soon"],
        &["vault", "show", "f", "--passphrase-fd", "many"],
        &["vault", "create", "--answers", "a"],
        &["questions", "--json=yes"],
        &["questions", "--help=me"],
    ];
    let helps = COMMANDS.iter().map(|(command, _)| help(command));
    let refusals = refused.iter().map(|args| {
        let output = run(&Home::new(), args);

        assert_eq!((code(&output), said(&output).as_str()), (2, ""), "{args:?}");
        assert_eq!(
            warned(&output).lines().count(),
            2,
            "what happened, and what to do: {args:?}"
        );
        assert!(
            !warned(&output).contains("hunter2"),
            "a secret typed in the wrong place is not repeated"
        );

        warned(&output)
    });

    for text in helps.chain(refusals) {
        for theirs in [
            "error:",
            "tip:",
            "Print help",
            "Print version",
            "possible values",
            "default:",
            "[OPTIONS]",
            "unexpected",
            "required",
            "invalid",
            "For more information",
        ] {
            assert!(!text.contains(theirs), "{theirs}\n{text}");
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
        let makes_it = example.contains("-o ") && !example.contains("-paper ");
        let home = if makes_it { Home::new() } else { sealed() };

        if example.contains("codes.txt") {
            let small = paper::seal_with("# vault\n", &Secret::from_text(OLD).unwrap(), 4).unwrap();

            home.write("codes.txt", &paper::cut(&small).unwrap().texts.join("\n"));
        }

        let output = on_a_terminal(&home, example, typed);

        // What it finds is a matter of the computer.
        let finds = i32::from(example.contains("checkup"));

        assert!((0..=finds).contains(&code(&output)), "{example}\n{}", said(&output));
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
