//! `print`, from outside.
use super::{MARCH, code, run, run_with, said, warned};
use crate::support::{self, Home};

use daypack::print::Paper;
use daypack::sheet::{Form, Level};

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output};

const LIST: &[&str] = &["print", "--answers", "-", "-o", "list.pdf"];

#[test]
fn a_list_is_written_for_its_owner_alone() {
    let home = Home::new();
    let output = run_with(&home, LIST, MARCH);

    assert_eq!((code(&output), warned(&output).as_str()), (0, ""));
    assert_eq!(home.files(), ["list.pdf"]);

    let file = home.join("list.pdf");

    assert!(fs::read(&file).unwrap().starts_with(b"%PDF-"));
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn nothing_is_replaced_unless_asked() {
    let home = Home::new();
    home.write("list.pdf", "precious");

    let output = run_with(&home, LIST, MARCH);

    assert_eq!(code(&output), 5);
    assert!(warned(&output).contains("--force"), "{}", warned(&output));
    assert_eq!(fs::read(home.join("list.pdf")).unwrap(), b"precious");

    let output = run_with(&home, &[LIST, &["--force"]].concat(), MARCH);

    assert_eq!(code(&output), 0, "{}", warned(&output));
    assert!(fs::read(home.join("list.pdf")).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn a_pipe_gets_the_same_bytes_as_a_file() {
    let home = Home::new();

    run_with(&home, LIST, MARCH);

    let piped = run_with(&home, &["print", "--answers", "-", "-o", "-"], MARCH);

    assert_eq!(piped.stdout, fs::read(home.join("list.pdf")).unwrap());
}

#[test]
fn a_terminal_gets_no_binary() {
    if !support::has_all("a_terminal_gets_no_binary", &["script"]) {
        return;
    }

    let home = Home::new();
    home.write("march.toml", MARCH);

    let line = format!("{} print --answers march.toml -o -", support::cli().display());
    let mut terminal = Command::new("script");

    terminal.args(["-qec", &line, "/dev/null"]).current_dir(home.path());

    let output = support::run(&mut terminal, b"");

    assert_eq!(code(&output), 2, "{}", said(&output));
    assert!(!said(&output).contains("%PDF"), "{}", said(&output));
}

#[test]
fn both_sizes_of_paper_are_there_and_differ() {
    let home = Home::new();
    let print = |paper| run_with(&home, &["print", "--answers", "-", "--paper", paper, "-o", "-"], MARCH).stdout;

    assert_ne!(print("a4"), print("letter"));
    assert_eq!(
        code(&run_with(
            &home,
            &["print", "--answers", "-", "--paper", "a5", "-o", "-"],
            MARCH
        )),
        2
    );
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let output = run_with(
        &Home::new(),
        &["print", "--answers", "-", "-o", "nowhere/list.pdf"],
        MARCH,
    );

    assert_eq!(code(&output), 5);
    assert_eq!(warned(&output).lines().count(), 2, "{}", warned(&output));
}

#[test]
fn the_way_back_is_a_paper_of_its_own() {
    let home = Home::new();
    let print = |format| {
        run_with(
            &home,
            &["print", "--answers", "-", "--format", format, "-o", "-"],
            MARCH,
        )
    };
    let (list, restore) = (print("list"), print("restore"));

    assert_eq!((code(&restore), warned(&restore).as_str()), (0, ""));
    assert!(restore.stdout.starts_with(b"%PDF-"));
    assert_ne!(list.stdout, restore.stdout);
}

#[test]
fn only_what_is_built_is_offered() {
    for args in [["--format", "poster"], ["--level", "everything"]] {
        assert_eq!(code(&run_with(&Home::new(), &[LIST, &args].concat(), MARCH)), 2);
    }
}

/// Prints that form to standard output.
fn print(form: Form, paper: Paper, level: Level) -> Output {
    let (paper, level) = (paper.name(), level.name());
    let args = [
        "print",
        "--answers",
        "-",
        "--format",
        form.name(),
        "--paper",
        paper,
        "--level",
        level,
    ];

    run_with(&Home::new(), &[&args[..], &["-o", "-"]].concat(), MARCH)
}

#[test]
fn every_form_is_printed_on_both_papers_at_each_of_its_levels() {
    for form in Form::ALL {
        let mut seen = BTreeSet::new();

        for (paper, level) in Paper::ALL
            .into_iter()
            .flat_map(|paper| form.levels().iter().map(move |it| (paper, *it)))
        {
            let output = print(form, paper, level);

            assert_eq!((code(&output), warned(&output).as_str()), (0, ""), "{form:?} {level:?}");
            assert!(output.stdout.starts_with(b"%PDF-"));
            assert!(seen.insert(output.stdout), "{form:?} {level:?}: the same as another");
        }
    }
}

#[test]
fn what_is_made_safe_alone_is_not_made_otherwise() {
    let mut refused = 0;

    for form in Form::ALL
        .into_iter()
        .filter(|form| !form.levels().contains(&Level::All))
    {
        let output = print(form, Paper::A4, Level::All);

        assert_eq!((code(&output), output.stdout.len()), (2, 0), "{form:?}");
        assert_eq!(warned(&output).lines().count(), 2, "{}", warned(&output));
        assert!(warned(&output).contains(form.name()));
        refused += 1;
    }

    assert!(refused > 1);
}

#[test]
fn what_is_the_same_for_everybody_needs_nobodys_answers() {
    for form in Form::ALL {
        let without = run(&Home::new(), &["print", "--format", form.name(), "-o", "-"]);

        if form.is_for_everybody() {
            assert_eq!(code(&without), 0, "{}", warned(&without));
            assert_eq!(without.stdout, print(form, Paper::A4, Level::Safe).stdout);
        } else {
            assert_eq!((code(&without), without.stdout.len()), (2, 0), "{form:?}");
            assert_eq!(warned(&without).lines().count(), 2, "{}", warned(&without));
            assert!(warned(&without).contains("--answers"), "{}", warned(&without));
        }
    }
}

#[test]
fn a_file_that_is_not_needed_is_not_opened() {
    let output = run(
        &Home::new(),
        &["print", "--format", "check-in", "--vault", "nowhere.age", "-o", "-"],
    );

    assert_eq!((code(&output), warned(&output).as_str()), (0, ""));
}
