//! What a file for printing tells beside what is printed on it. safety.md 38.
use crate::support::{self, Home, has_all, say};

use daypack::sheet::Form;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

/// What a file would say it in, if it said when, by whom, with what or where it was made.
const TELLING: &[&str] = &[
    "/Author",
    "/Creator",
    "/Producer",
    "/CreationDate",
    "/ModDate",
    "/Subject",
    "/Keywords",
    "/Metadata",
    "/LastModified",
    "/PieceInfo",
    "<xmp",
    "(D:20",
    "krilla",
    "canary",
    "/tmp/",
    "/home/",
    "/root",
];

const ANSWERS: &str = r#"name = "canary"
about = "canary"
answers = ["case.no", "event.march", "brings.iphone", "unlock.face", "lead.tomorrow"]"#;

/// A form, as somebody prints it whose name, folder, computer and language are known to the program.
fn printed(home: &Home, form: Form, person: &str) -> Vec<u8> {
    let level = form.levels().last().map_or("safe", |level| level.name());
    let form = form.name();
    let mut command = home.cli(&["print", "--answers", "-", "--format", form, "--level", level, "-o", "-"]);

    for name in ["USER", "LOGNAME", "HOSTNAME", "EMAIL", "TZ"] {
        command.env(name, format!("canary-{person}"));
    }

    let output = support::run(&mut command, ANSWERS.as_bytes());

    assert!(
        output.status.success(),
        "{form}: {}",
        String::from_utf8_lossy(&output.stderr)
    );

    output.stdout
}

/// The same file with nothing packed.
fn unpacked(home: &Home, form: &str, bytes: &[u8]) -> String {
    let path = home.join(&format!("{form}.pdf"));

    fs::write(&path, bytes).unwrap();

    let mut command = Command::new("qpdf");
    let output = support::run(
        command.args(["--qdf", "--object-streams=disable"]).arg(&path).arg("-"),
        b"",
    );

    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What of all that is in a file.
fn told(text: &str, host: &str) -> Vec<String> {
    TELLING
        .iter()
        .copied()
        .chain([host])
        .filter(|telling| !telling.is_empty() && text.contains(telling))
        .map(str::to_owned)
        .collect()
}

fn host() -> String {
    let name = fs::read_to_string(Path::new("/proc/sys/kernel/hostname")).unwrap_or_default();
    let name = name.trim();

    // A name like "pc" or "host" may well stand in a text for people.
    match name.len() > 6 && name != "localhost" {
        true => name.to_owned(),
        false => String::new(),
    }
}

fn look_at(form: Form, host: &str) {
    let (one, two) = (Home::new(), Home::new());
    let first = printed(&one, form, "one");
    let is_same = first == printed(&two, form, "two");
    let form = form.name();

    assert!(is_same, "{form}: the same for everybody");

    let text = unpacked(&one, form, &first);

    assert!(
        text.contains("/Title") && text.contains("/Type /Page"),
        "{form} was unpacked"
    );
    assert_eq!(told(&text, host), [""; 0], "{form}");
    assert_eq!(told(&String::from_utf8_lossy(&first), host), [""; 0], "{form}");
}

#[test]
fn no_form_on_paper_says_who_made_it_when_or_where() {
    if !has_all("38, no_form_on_paper_says_who_made_it_when_or_where", &["qpdf"]) {
        return;
    }

    let host = host();

    thread::scope(|scope| {
        for half in Form::ALL.chunks(Form::ALL.len().div_ceil(2)) {
            scope.spawn(|| half.iter().for_each(|form| look_at(*form, &host)));
        }
    });

    say(&format!(
        "38: {} forms, each the same for two people on one computer",
        Form::ALL.len()
    ));
}

/// What a file must not say would be seen.
#[test]
fn a_file_that_says_who_made_it_is_seen() {
    let file = "<< /Title (list) /Author (me) /CreationDate (D:20261122) /Producer (krilla) >> at-my-desk";

    assert_eq!(
        told(file, "at-my-desk"),
        ["/Author", "/Producer", "/CreationDate", "(D:20", "krilla", "at-my-desk"]
    );
}
