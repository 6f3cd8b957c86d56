//! `vault to-paper` and `vault from-paper`, from outside.
use crate::cli::vault::{NEW, OLD, sealed};
use crate::cli::{code, run, run_with, said, warned};
use crate::support::{self, Home};
use crate::vault::interop::age;

use daypack::content::Pack;
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::vault::{self, Consent, paper};

use std::fs;
use std::process::Command;

/// The texts of a copy of an empty plan.
fn texts() -> Vec<String> {
    let pack = Pack::built_in();
    let text = Document::new(pack).encode(pack);
    let sealed = paper::seal_with(&text, &Secret::from_text(OLD).unwrap(), 10).unwrap();

    paper::cut(&sealed).unwrap().texts
}

#[test]
fn a_plan_goes_to_paper_and_comes_back_in_a_terminal() {
    let programs = ["pdftoppm", "zbarimg", "age", "script"];

    if !support::has_all("a_plan_goes_to_paper_and_comes_back_in_a_terminal", &programs) {
        return;
    }

    let home = sealed();

    for paper in ["a4", "letter"] {
        let pdf = format!("copy-{paper}.pdf");
        let output = run(
            &home,
            &[
                "vault",
                "to-paper",
                "notes.age",
                "--passphrase-file",
                "old",
                "--paper",
                paper,
                "-o",
                &pdf,
            ],
        );

        assert_eq!((code(&output), said(&output).as_str()), (0, ""), "{}", warned(&output));
        assert!(warned(&output).contains("in 4 codes"), "{}", warned(&output));

        home.write("seen.txt", &seen_by_zbar(&home, &pdf));

        let back = format!("back-{paper}.age");
        let output = run(&home, &["vault", "from-paper", "seen.txt", "-o", &back]);

        assert_eq!((code(&output), said(&output).as_str()), (0, ""), "{}", warned(&output));
        assert!(warned(&output).contains(&back));

        let before = run(&home, &["vault", "show", "notes.age", "--passphrase-file", "old"]);
        let after = run(&home, &["vault", "show", &back, "--passphrase-file", "old"]);

        assert_eq!(said(&before), said(&after));
        assert!(warned(&after).contains("came from paper"), "{}", warned(&after));
        assert!(opened_by_age(&home, &back).starts_with("# vault\n"));
    }
}

/// What another program reads in three pictures of the first page. A code that it misses in one it reads in the next,
/// and what it takes for a code now and then is none of ours.
fn seen_by_zbar(home: &Home, pdf: &str) -> String {
    let program = |name: &str, args: &[&str]| {
        let run = support::run(Command::new(name).args(args).current_dir(home.path()), b"");
        assert!(run.status.success(), "{name}: {}", warned(&run));

        said(&run)
    };

    ["150", "200", "300"]
        .iter()
        .map(|dpi| {
            program("pdftoppm", &["-r", dpi, "-gray", "-singlefile", pdf, "photo"]);
            program("zbarimg", &["-q", "--raw", "photo.pgm"])
        })
        .collect()
}

/// What the `age` program shows of a file.
fn opened_by_age(home: &Home, name: &str) -> String {
    age(home, &format!("-d -o plain.toml {name}"), &format!("{OLD}\n"));

    let text = fs::read_to_string(home.join("plain.toml")).unwrap();
    fs::remove_file(home.join("plain.toml")).unwrap();

    text
}

/// What the paper says of itself, and the promise about a new passphrase.
#[test]
fn paper_opens_with_the_passphrase_of_its_day() {
    let home = sealed();
    let pack = Pack::built_in();
    let before = fs::read(home.join("notes.age")).unwrap();
    let plan = vault::open(&before, &Secret::from_text(OLD).unwrap(), Consent::NotAsked).unwrap();
    let paper_of_that_day = paper::seal_with(&plan.plaintext, &Secret::from_text(OLD).unwrap(), 10).unwrap();

    let change = ["--passphrase-file", "old", "--new-passphrase-file", "new"];
    let output = run(
        &home,
        &[&["vault", "change-passphrase", "notes.age"], &change[..]].concat(),
    );
    assert_eq!(code(&output), 0, "{}", warned(&output));

    home.write("codes.txt", &paper::cut(&paper_of_that_day).unwrap().texts.join("\n"));
    assert_eq!(
        code(&run(&home, &["vault", "from-paper", "codes.txt", "-o", "back.age"])),
        0
    );

    let back = fs::read(home.join("back.age")).unwrap();
    let open = |phrase: &str| vault::open(&back, &Secret::from_text(phrase).unwrap(), Consent::NotAsked);

    assert!(open(OLD).unwrap().document(pack).is_ok());
    assert_eq!(open(NEW).map(drop).unwrap_err(), vault::Error::WrongPassphrase);
}

#[test]
fn texts_come_from_files_from_a_pipe_and_as_they_are() {
    let home = Home::new();
    let texts = texts();
    home.write("two.txt", &format!("{}\n\n{}\n", texts[3], texts[1]));

    let first = texts[0].to_lowercase();
    let output = run_with(
        &home,
        &["vault", "from-paper", "-", "two.txt", &first, "-o", "a.age"],
        &texts[2],
    );
    assert_eq!(code(&output), 0, "{}", warned(&output));

    let sealed = fs::read(home.join("a.age")).unwrap();
    let opened = vault::open(&sealed, &Secret::from_text(OLD).unwrap(), Consent::NotAsked).unwrap();
    assert!(opened.plaintext.starts_with("# vault\n"));

    let again = run(&home, &["vault", "from-paper", "two.txt", "-o", "a.age"]);
    assert_eq!(code(&again), 5, "nothing is replaced: {}", warned(&again));
}

#[test]
fn what_is_missing_damaged_or_mixed_is_said_with_four() {
    let home = Home::new();
    let (texts, others) = (texts(), texts());
    let refused = |name: &str, text: &str| {
        home.write("codes.txt", text);
        let output = run(&home, &["vault", "from-paper", "codes.txt", "-o", "a.age"]);

        assert_eq!((code(&output), said(&output).as_str()), (4, ""), "{name}");
        assert!(!home.join("a.age").exists());

        warned(&output)
    };

    assert!(refused("missing", &texts[1..3].join("\n")).starts_with("Parts 1 and 4 of 4 are missing.\n"));
    assert!(refused("damaged", &texts.join("\n").replace("ABC", "CBA").replace('Q', "R")).contains("damaged"));
    assert!(refused("mixed", &[&texts[..2], &others[2..]].concat().join("\n")).contains("different copies"));
    assert!(refused("none", "otpauth://totp/secret\n").starts_with("No part of a copy"));

    let said = refused("foreign", &format!("Codes\n{}\nhunter2", texts[0]));
    assert!(said.contains("line 1, 3") && !said.contains("hunter2"), "{said}");
}

#[test]
fn a_plan_that_does_not_fit_says_how_long_it_is_and_what_to_do() {
    let home = sealed();
    let pack = Pack::built_in();
    // What a newer version wrote at the top is kept, however long it is.
    let long = format!("pack_version = 1\nlater = \"{}\"\n", "x".repeat(9_000));
    let text = Document::new(pack).encode(pack).to_string();
    let (head, rest) = text.split_once("pack_version").unwrap();
    let text = format!("{head}{long}{}", rest.split_once('\n').unwrap().1);
    let sealed = vault::seal_with(&text, &Secret::from_text(OLD).unwrap(), 4).unwrap();
    fs::write(home.join("long.age"), sealed).unwrap();

    let output = run(
        &home,
        &[
            "vault",
            "to-paper",
            "long.age",
            "--passphrase-file",
            "old",
            "-o",
            "c.pdf",
        ],
    );

    assert_eq!(code(&output), 5, "{}", warned(&output));
    assert!(
        warned(&output).contains("and a copy on paper holds 8,186"),
        "{}",
        warned(&output)
    );
    assert!(warned(&output).contains("stick"), "{}", warned(&output));
    assert!(!home.join("c.pdf").exists());
}

#[test]
fn a_wrong_passphrase_is_three_and_nothing_is_written() {
    let home = sealed();
    let output = run(
        &home,
        &[
            "vault",
            "to-paper",
            "notes.age",
            "--passphrase-file",
            "new",
            "-o",
            "c.pdf",
        ],
    );

    assert_eq!(code(&output), 3);
    assert!(!home.join("c.pdf").exists());
}
