//! `stack`, from outside.
use super::{MARCH, code, run, said, warned};
use crate::support::{self, Home};

use daypack::content::Pack;

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const TWO: &[&str] = &[
    "stack",
    "--personas",
    "first-march,carer",
    "--copies",
    "2",
    "--formats",
    "compact",
];

#[test]
fn a_stack_is_one_file_and_what_it_is_stands_beside_it() {
    let home = Home::new();
    let output = run(&home, &[TWO, &["--blank", "1", "-o", "stack.pdf"]].concat());

    assert_eq!((code(&output), said(&output).as_str()), (0, ""), "{}", warned(&output));
    assert!(warned(&output).contains("For 5 people"), "{}", warned(&output));
    assert_eq!(home.files(), ["stack.pdf"]);
    assert!(fs::read(home.join("stack.pdf")).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn a_pipe_gets_the_file_and_nothing_else_each_time_the_same() {
    let home = Home::new();
    let piped = || run(&home, &[TWO, &["-o", "-"]].concat());
    let (first, second) = (piped(), piped());

    assert_eq!((code(&first), warned(&first).as_str()), (0, ""));
    assert!(first.stdout.starts_with(b"%PDF-"));
    assert!(first.stdout == second.stdout);
}

#[test]
fn answers_of_ones_own_make_a_pile_too() {
    let home = Home::new();
    home.write("march.toml", MARCH);

    let args = [
        "stack",
        "--answers",
        "march.toml",
        "--answers",
        "march.toml",
        "--copies",
        "2",
        "-o",
        "a.pdf",
    ];
    let output = run(&home, &args);

    assert_eq!(code(&output), 0, "{}", warned(&output));
    assert!(warned(&output).contains("For 4 people"), "{}", warned(&output));
}

#[test]
fn who_is_not_there_is_told_who_is() {
    let output = run(
        &Home::new(),
        &["stack", "--personas", "first-march,nobody", "-o", "a.pdf"],
    );

    assert_eq!(code(&output), 2);
    assert!(warned(&output).contains("nobody"));

    for persona in &Pack::built_in().personas {
        assert!(warned(&output).contains(persona.id.as_str()), "{}", persona.id);
    }
}

#[test]
fn more_than_one_file_holds_is_told_with_what_to_do() {
    let home = Home::new();
    let all: Vec<&str> = Pack::built_in().personas.iter().map(|it| it.id.as_str()).collect();
    let args = ["stack", "--personas", &all.join(","), "--copies", "200", "-o", "a.pdf"];
    let output = run(&home, &args);

    assert_eq!(code(&output), 2, "{}", warned(&output));
    assert!(warned(&output).contains("make two stacks"), "{}", warned(&output));
    assert_eq!(home.files(), Vec::<String>::new());
}

#[test]
fn a_terminal_sees_how_far_it_is_and_keeps_nothing_of_it() {
    if !support::has_all("a_terminal_sees_how_far_it_is_and_keeps_nothing_of_it", &["script"]) {
        return;
    }

    let home = Home::new();
    let line = format!("{} {} -o a.pdf", support::cli().display(), TWO.join(" "));
    let mut terminal = Command::new("script");

    terminal.args(["-qec", &line, "/dev/null"]).current_dir(home.path());

    let output = support::run(&mut terminal, b"");
    let said = said(&output);

    assert_eq!(code(&output), 0, "{said}");
    assert!(said.contains("Page 1 of"), "{said}");
    assert!(said.contains("\r\x1b[KFor 4 people"), "{said}");
}

#[test]
fn ctrl_c_leaves_no_half_file() {
    if !support::has_all("ctrl_c_leaves_no_half_file", &["kill"]) {
        return;
    }

    let home = Home::new();
    let args = [
        "stack",
        "--personas",
        "first-march,carer,organiser",
        "--copies",
        "100",
        "-o",
        "a.pdf",
    ];

    let mut stops = 0;

    for pause in [30, 100, 300] {
        let mut running = home
            .cli(&args)
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();

        thread::sleep(Duration::from_millis(pause));

        let stopped = Command::new("kill")
            .args(["-INT", &running.id().to_string()])
            .status()
            .unwrap();
        let start = Instant::now();
        let ended = running.wait().unwrap();

        assert!(stopped.success());
        assert!(start.elapsed() < Duration::from_secs(5), "it stops at once");

        // A computer may be done before a pause is over, or while it is stopped. Then the file is whole.
        if home.files().is_empty() {
            assert!(!ended.success(), "it was stopped");
            stops += 1;
        } else {
            assert_eq!(home.files(), ["a.pdf"]);
            assert!(
                fs::read(home.join("a.pdf"))
                    .unwrap()
                    .trim_ascii_end()
                    .ends_with(b"%%EOF")
            );
            fs::remove_file(home.join("a.pdf")).unwrap();
        }
    }

    assert!(stops > 0, "it was never still at work");
}
