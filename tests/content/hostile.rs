//! Files that nobody sane would write: whatever they hold, the reader answers, and quickly.
use crate::support;

use daypack::content::check::{Code, Findings};
use daypack::content::{Pack, Persona, SourceFile};

use proptest::prelude::*;

fn read(text: String) -> Findings {
    let files = [SourceFile {
        name: "bad.toml".to_owned(),
        text,
    }];
    let findings = Pack::read(&files).err().unwrap_or_default();

    // Whatever was found can be shown, and what is shown controls no terminal.
    let shown = findings.render(&files, false);

    assert!(!shown.contains(['\u{1B}', '\u{202E}', '\0']), "{shown:?}");
    assert!(findings.len() <= 2_000);

    for finding in findings.iter() {
        assert!(finding.span.end <= files[0].text.len());
        assert!(finding.line >= 1 && finding.column >= 1);
    }

    findings
}

#[test]
fn towers_of_brackets_are_refused() {
    for (open, close) in [("[", "]"), ("{a=", "}"), ("[{a=", "}]")] {
        for height in [9, 79, 80, 81, 1_000, 20_000] {
            let findings = read(format!("x = {}{}", open.repeat(height), close.repeat(height)));

            assert!(findings.has_errors(), "{open} {height}");
        }
    }

    assert!(read(format!("{}x = 1", "a.".repeat(30_000))).has_errors());
    assert!(read(format!("[{}x]", "a.".repeat(30_000))).has_errors());
}

#[test]
fn a_million_empty_tables_are_refused_by_size_and_a_hundred_thousand_by_number() {
    let findings = read("[[term]]\n".repeat(1_000_000));

    assert_eq!(findings.iter().next().map(|finding| finding.code), Some(Code::TooLarge));
    assert!(
        read("[[term]]\n".repeat(110_000))
            .iter()
            .any(|it| it.code == Code::TooLarge)
    );
    assert!(read((0..80_000).map(|number| format!("[t{number}]\n")).collect()).has_errors());
    assert!(read((0..80_000).map(|number| format!("[a.t{number}]\n")).collect()).has_errors());
    assert!(read((0..80_000).map(|number| format!("k{number} = 1\n")).collect()).has_errors());
    assert!(read("[[measure]]\n[[measure.steps]]\n".repeat(30_000)).has_errors());
}

#[test]
fn files_full_of_mistakes_end() {
    for line in [
        "=\n",
        "\"\n",
        "a = \n",
        "[\n",
        "x = '''\n",
        "\u{202E}\n",
        "a = \"\\u202E\"\n",
        "]]\n",
        "id\n",
    ] {
        let count = 150_000 / line.len();

        assert!(read(line.repeat(count)).has_errors(), "{line:?}");

        // As many on one line as a line may hold.
        let long = line.trim_end().repeat(60_000 / line.len()) + "\n";

        assert!(read(long.repeat(5)).has_errors(), "{line:?}");
    }
}

#[test]
fn many_terms_and_many_words_do_not_multiply() {
    let terms: String = (0..1_900)
        .map(|term| format!("[[term]]\nid = \"t{term}\"\nwords = [\"a a a b{term}\"]\nmeans = \"c\"\n"))
        .collect();
    let words = format!(
        "[[step]]\ntitle = \"T\"\nminutes = 1\nsay = [\"{}\"]\n",
        "a ".repeat(1_900)
    )
    .repeat(190);

    assert!(
        read(format!("{}\n{terms}{words}", support::base().text))
            .iter()
            .all(|it| it.code == Code::UnusedTerm)
    );
}

/// The base pack with `count` measures more, each as `change` makes it.
fn with_measures(count: usize, change: impl Fn(usize) -> String) -> String {
    let base = support::base().text;
    let pattern = base.split("[[measure]]").nth(2).expect("a second measure");
    let measures: String = (0..count)
        .map(|number| {
            let body = pattern
                .replace("leave-it", &format!("m{number}"))
                .replace("conflicts = [\"call-often\"]", &change(number));

            format!("[[measure]]{body}")
        })
        .collect();

    format!("{base}\n{measures}")
}

fn count(findings: &Findings, code: Code) -> usize {
    findings.iter().filter(|finding| finding.code == code).count()
}

#[test]
fn many_measures_in_circles_end() {
    let pairs = read(with_measures(1_900, |number| format!("needs = [\"m{}\"]", number ^ 1)));
    let ring = read(with_measures(1_900, |number| {
        format!("after = [\"m{}\"]", (number + 1) % 1_900)
    }));
    let chain = read(with_measures(1_900, |number| {
        format!("after = [\"m{}\"]", number.saturating_sub(1))
    }));

    assert_eq!(count(&pairs, Code::Cycle), 950);
    assert_eq!(count(&ring, Code::Cycle), 1);
    assert!(
        ring.iter()
            .any(|it| it.message == "these wait for each other: m0 → m1 → m2 → m3 → m4 → m5 → … → m0")
    );
    // The first one waits for itself.
    assert_eq!(count(&chain, Code::Cycle), 1);
}

#[test]
fn many_names_that_nothing_has_end() {
    let long = |number: usize| format!("{}-{number}", "a".repeat(58));
    let text = with_measures(700, |number| {
        let names: Vec<_> = (0..10)
            .map(|other| format!("\"{}\"", long(number * 10 + other)))
            .collect();

        format!("after = [{}]", names.join(", "))
    });
    let findings = read(text);

    assert_eq!(count(&findings, Code::UnknownId), 1_000);
}

#[test]
fn many_conditions_on_large_groups_end() {
    let choices: Vec<_> = (0..199).map(|number| format!("\"brings.c{number}\"")).collect();
    let group = format!("[[group]]\nid = \"g\"\nany = [{}]\n", choices.join(", "));
    let text = with_measures(1_200, |_| {
        let uses = ["\"@g\""; 40].join(",");

        format!("show_if_any = [{uses}]\nhide_if_any = [{uses}]")
    });

    assert!(read(format!("{text}{group}")).has_errors());
}

#[test]
fn a_mark_at_the_start_and_windows_lines_are_fine() {
    let base = support::base().text;
    let pack = support::pack(&base);

    assert_eq!(support::pack(&format!("\u{FEFF}{base}")), pack);
    assert_eq!(support::pack(&base.replace('\n', "\r\n")), pack);

    let broken = base.replace("impact = 3", "impact = 9").replace('\n', "\r\n");
    let findings = read(format!("\u{FEFF}{broken}"));
    let line = base.lines().position(|line| line == "impact = 3").unwrap() + 1;

    assert_eq!(
        findings.iter().map(|it| (it.line, it.column)).collect::<Vec<_>>(),
        [(line, 10)]
    );
}

#[test]
fn characters_that_end_or_hide_a_line_are_found_where_they_stand() {
    for letter in [
        '\0',
        '\r',
        '\u{1B}',
        '\u{7F}',
        '\u{85}',
        '\u{202E}',
        '\u{FEFF}',
        '\u{E0041}',
    ] {
        let text = support::base()
            .text
            .replace("Somebody\"", &format!("Some{letter}body\""));
        let findings = read(text);
        let found: Vec<_> = findings.iter().map(|it| (it.code, it.column)).collect();

        assert_eq!(found, [(Code::DangerousText, 18)], "{letter:?} {findings}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        read(String::from_utf8_lossy(&bytes).into_owned());
    }

    #[test]
    fn anything_like_toml_is_answered(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "[[measure]]\n", "[[measure.steps]]\n", "[question]\n", "id = ", "\"a\"", "\"a.b\"", "[", "]", "{", "}",
                "=", "\n", ",", "1", "-1", "1.5", "2026-11-21", "true", "'''", "\"\"\"", "show_if_any", "choice", ".",
                "format = 1\n", "#", "\\u202E", "[[group]]\n", "any = [\"@a\"]\n", "\u{FEFF}", "é",
            ]),
            0..200,
        ),
    ) {
        read(parts.concat());
    }

    #[test]
    fn a_good_file_with_damage_is_answered(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, any::<u8>()), 1..8),
        number in any::<prop::sample::Index>(),
    ) {
        let mut files = Pack::built_in_files();

        files.push(support::base());

        let file = number.get(&files);
        let mut bytes = file.text.clone().into_bytes();

        for (index, length, letter) in cuts {
            let from = index.index(bytes.len());
            let to = (from + length).min(bytes.len());

            bytes.splice(from..to, [letter]);
        }

        let text = String::from_utf8_lossy(&bytes).into_owned();
        let damaged = SourceFile { name: file.name.clone(), text: text.clone() };

        read(text);
        let _ = Persona::read(Pack::built_in(), &damaged);
    }
}
