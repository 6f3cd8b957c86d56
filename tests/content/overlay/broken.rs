//! What a language may not say, and what is said about it: at its line, with advice.
use super::changed;
use crate::support::{self, spoken};

use daypack::content::{Pack, SourceFile};

/// What is said about one change, which must be one thing: its code, what it points at, and the advice.
fn said(from: &str, to: &str) -> (String, String, String) {
    let mut text = String::new();
    let findings = changed(|before| {
        assert!(before.contains(from), "`{from}` is not in:\n{before}");

        text = before.replacen(from, to, 1);
        text.clone()
    })
    .expect_err("something is found");
    let all: Vec<_> = findings.iter().collect();

    assert_eq!(all.len(), 1, "{findings}");

    let line = text.lines().nth(all[0].line - 1).unwrap_or_default();
    let at: String = line.chars().skip(all[0].column - 1).collect();

    assert_eq!(all[0].file, "lang/de.toml", "{findings}");

    (all[0].code.to_string(), at, all[0].help.clone())
}

#[test]
fn a_language_replaces_words_only() {
    for (from, to, points_at) in [
        ("short = \"Nö", "minutes = 3\nshort = \"Nö", "minutes"),
        ("short = \"Nö", "gate = \"none\"\nshort = \"Nö", "gate"),
        ("short = \"Nö", "show_if_any = [\"a.b\"]\nshort = \"Nö", "show_if_any"),
        ("short = \"Nö", "sources = [\"guide\"]\nshort = \"Nö", "sources"),
        ("check = \"Löck", "reviewed = 2026-11-21\ncheck = \"Löck", "reviewed"),
        ("check = \"Löck", "os_verified = \"27\"\ncheck = \"Löck", "os_verified"),
        ("status = \"draft\"", "status = \"draft\"\nlicence = \"CC0\"", "licence"),
        ("status = \"draft\"", "status = \"draft\"\nversion = 2", "version"),
    ] {
        let (code, at, help) = said(from, to);

        assert_eq!(code, "P051", "{to}");
        assert!(at.starts_with(points_at), "{to}: {at}");
        assert!(!help.is_empty());
    }
}

#[test]
fn a_name_that_nothing_has_is_found_where_it_stands_with_what_was_meant() {
    assert_eq!(
        said("id = \"finger-off\"", "id = \"fingr-off\""),
        (
            "P020".to_owned(),
            "\"fingr-off\"".to_owned(),
            "did you mean `finger-off`?".to_owned()
        )
    );
    assert_eq!(
        said("id = \"take\"", "id = \"teke\""),
        (
            "P020".to_owned(),
            "\"teke\"".to_owned(),
            "did you mean `take`?".to_owned()
        )
    );
    assert_eq!(said("[[threat]]", "[[thraet]]").0, "P003");
    assert_eq!(said("topic = \"code\"", "topic = \"cod\"").2, "did you mean `code`?");
}

#[test]
fn steps_and_lines_keep_their_number_and_what_is_written_on() {
    let of = |from: &str, to: &str| said(from, to).0;

    assert_eq!(of("do = [\"Öpén thé séttings.\", ", "do = ["), "P053");
    assert_eq!(of("do = [\"Öpén", "do = [\"Önce more.\", \"Öpén"), "P053");
    assert_eq!(of("because = [\"Ä fingér öpéns it.\", ", "because = ["), "P053");
    assert_eq!(of("why = \"Ä cödé is in yöür héäd.\"\n", ""), "P005");
    assert_eq!(of("why = \"Ä cödé is in yöür héäd.\"", "why = \"\""), "P012");
    assert_eq!(
        of(
            "short = \"Nö fingér ünlöck\"",
            "short = \"Nö fingér ünlöck\"\ncost = \"Nothing\""
        ),
        "P052"
    );
    assert_eq!(
        of(
            "short = \"Nö fingér",
            "short = \"Nö fingér that is far too long to stand on any card of the world"
        ),
        "P014"
    );
    assert_eq!(of("short = \"Nö", "short = \"\u{4E00} Nö"), "P018");
    assert_eq!(of("short = \"Nö", "short = \"\\u202ENö"), "P013");
    assert_eq!(of("of = \"", "of = \"x"), "P009");
}

#[test]
fn lines_to_write_on_and_names_in_braces_stay() {
    let base = support::base();
    let card = "\n[[card]]\nid = \"numbers\"\ntitle = \"Numbers\"\nlines = [\"Lawyer: ____\", \"From {a} to {b}\"]\nsources = [\"guide\"]\n";
    let file = SourceFile {
        text: format!("{}{card}", base.text),
        ..base
    };
    let language = spoken(&support::pack(&file.text), "de");
    let read = |from: &str, to: &str| {
        assert!(language.text.contains(from), "{}", language.text);

        let language = SourceFile {
            text: language.text.replacen(from, to, 1),
            ..language.clone()
        };
        let findings = Pack::read(&[file.clone(), language]).err().unwrap_or_default();

        findings.iter().map(|it| it.code.to_string()).collect::<Vec<_>>()
    };

    assert_eq!(read("Läwyér: ____", "Änwältin: __________"), Vec::<String>::new());
    assert_eq!(read("Läwyér: ____", "Läwyér:"), ["P054"]);
    assert_eq!(read("Fröm {a} tö {b}", "Bis {b} vön {a}"), Vec::<String>::new());
    assert_eq!(read("Fröm {a} tö {b}", "Fröm {a}"), ["P054"]);
}

#[test]
fn the_head_of_a_language_is_looked_at_too() {
    let of = |from: &str, to: &str| said(from, to).0;

    assert_eq!(of("lang = \"de\"", "lang = \"es\""), "P055");
    assert_eq!(of("lang = \"de\"", "lang = \"De\""), "P055");
    assert_eq!(of("status = \"draft\"", "status = \"perfect\""), "P009");
    assert_eq!(of("name = \"de\"\n", ""), "P005");

    let base = support::base();
    let language = spoken(&support::pack(&base.text), "de");
    let named = |name: &str, text: String| SourceFile {
        name: name.to_owned(),
        text,
    };
    let codes = |files: &[SourceFile]| {
        let findings = Pack::read(files).err().unwrap_or_default();

        findings.iter().map(|it| it.code.to_string()).collect::<Vec<_>>()
    };

    assert_eq!(
        codes(&[base.clone(), named("lang/german.toml", language.text.clone())]),
        ["P017"]
    );
    assert_eq!(
        codes(&[
            base.clone(),
            language.clone(),
            named("more/lang/de.toml", language.text.clone())
        ]),
        ["P055"]
    );
    assert_eq!(
        codes(&[
            base,
            named("lang/en.toml", language.text.replace("lang = \"de\"", "lang = \"en\""))
        ]),
        ["P055"]
    );
}

#[test]
fn an_entry_that_is_there_twice_is_found() {
    let findings = changed(|text| {
        let entry = text
            .split("\n\n")
            .find(|it| it.contains("id = \"leave-it\""))
            .unwrap()
            .to_owned();

        format!("{text}\n{entry}\n")
    })
    .unwrap_err();

    assert_eq!(
        findings.iter().map(|it| it.code.to_string()).collect::<Vec<_>>(),
        ["P021"],
        "{findings}"
    );
}

#[test]
fn steps_of_one_device_in_two_versions_are_told_apart() {
    let base = support::base();
    let second = "do = [\"Open the settings.\", \"Turn it off.\"]\ncheck = \"Lock it and look at it.\"\n\
        [[measure.steps]]\non = \"iphone\"\nos_min = \"27\"\nos_verified = \"27.1\"\nreviewed = 2026-11-21\n\
        confidence = \"high\"\ndo = [\"Say it.\"]\n";
    let file = SourceFile {
        text: base.text.replacen(
            "do = [\"Open the settings.\", \"Turn it off.\"]\ncheck = \"Lock it and look at it.\"\n",
            second,
            1,
        ),
        ..base
    };
    let language = spoken(&support::pack(&file.text), "de");

    assert!(
        language.text.contains("on = \"iphone\"\nos_min = \"27\"\n"),
        "{}",
        language.text
    );

    let pack = Pack::read(&[file.clone(), language.clone()]).unwrap_or_else(|findings| panic!("{findings}"));
    let german = pack.in_language("de").unwrap();

    assert_eq!(german.measures[0].steps[1].does, ["Säy it."]);

    let swapped = SourceFile {
        text: language.text.replace("os_min = \"27\"", "os_min = \"26\""),
        ..language
    };
    let findings = Pack::read(&[file, swapped]).unwrap_err();

    assert!(
        findings
            .iter()
            .all(|it| ["P005", "P020"].contains(&it.code.to_string().as_str())),
        "{findings}"
    );
}

#[test]
fn a_key_that_is_mistyped_is_found_and_so_is_what_it_leaves_out() {
    let findings = changed(|text| text.replacen("asks = \"Whät", "aks = \"Whät", 1)).unwrap_err();
    let found: Vec<_> = findings
        .iter()
        .map(|it| (it.code.to_string(), it.help.as_str()))
        .collect();

    assert_eq!(found[1], ("P003".to_owned(), "did you mean `asks`?"), "{findings}");
    assert_eq!(found[0].0, "P005", "{findings}");
}
