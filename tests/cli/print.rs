//! `print`, from outside.
use super::{MARCH, code, run_with, said, warned};
use crate::support::{self, Home};

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

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
    for args in [["--format", "booklet"], ["--level", "everything"]] {
        assert_eq!(code(&run_with(&Home::new(), &[LIST, &args].concat(), MARCH)), 2);
    }
}
