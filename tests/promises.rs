//! The sheet of promises: whatever is promised to somebody names a test, and whatever cannot be is said too.
//!
//! safety.md 72. The table of THREAT_MODEL.md and the window's page are held in `papers.rs`; here are the other
//! places that promise something, and the other half of each page.
use crate::papers::{read, rows_of_promises, test_names};
use crate::support;

use daypack::content::Pack;
use daypack::harden::Secret;
use daypack::vault::passphrase::{Verdict, estimate};

use std::collections::BTreeSet;
use std::fs;

/// What README.md promises, and the tests that hold it; none where a line says what it cannot do.
const README: &[(&str, &[&str])] = &[
    (
        "Nothing leaves your computer",
        &[
            "no_crate_can_reach_a_network_or_a_bus",
            "no_feature_brings_back_what_was_left_out",
        ],
    ),
    (
        "Nothing is written except the files you ask for",
        &[
            "nothing_is_written_before_the_first_save",
            "a_wrong_passphrase_is_told_apart_from_damage",
        ],
    ),
    (
        "The part of it that hears your answers is shut in",
        &[
            "every_way_out_of_the_fence_is_denied",
            "without_a_fence_every_attempt_goes_through",
        ],
    ),
    ("It does not hide that you use it", &[]),
];

/// Each row of THREAT_MODEL.md about who might want it, and tests that hold what it says holds.
const HOLDS: &[(&str, &[&str])] = &[
    (
        "Police or a laboratory",
        &[
            "a_sealed_file_has_one_of_six_sizes_whatever_is_in_it",
            "a_million_words_are_spread_evenly",
        ],
    ),
    (
        "Someone who takes the computer",
        &["a_kept_plan_that_is_left_alone_is_locked_even_behind_a_cover"],
    ),
    ("Someone at a border", &["a_wrong_passphrase_is_told_apart_from_damage"]),
    ("A thief", &["a_file_with_one_changed_byte_never_opens"]),
    (
        "Another program under your name",
        &[
            "other_programs_of_the_same_person_cannot_look_in",
            "only_this_user_may_read_what_is_written",
        ],
    ),
    (
        "The author of a checklist",
        &[
            "any_bytes_are_answered",
            "a_strangers_pack_ticks_deletes_and_renames_nothing",
        ],
    ),
    (
        "The author of a file you open",
        &["a_costly_file_is_refused_without_taking_the_memory"],
    ),
    (
        "Someone who watches the network",
        &["no_crate_can_reach_a_network_or_a_bus"],
    ),
    (
        "Someone who shares the computer",
        &["only_this_user_may_read_what_is_written"],
    ),
    (
        "Someone who looks over your shoulder",
        &[
            "what_is_typed_is_neither_shown_nor_left_behind",
            "another_window_in_front_covers_what_is_private_and_only_that",
        ],
    ),
    (
        "Someone who puts an older file",
        &["an_older_file_shows_by_its_version_and_its_day"],
    ),
    (
        "Us, and those we depend on",
        &["every_dependency_was_looked_at_in_the_version_that_is_linked"],
    ),
];

/// What cannot be promised: the line of the window, and how THREAT_MODEL.md says it.
const CANNOT: &[(&str, &str)] = &[
    ("cannot-hide", "Anyone can see that there is an `age` file"),
    ("cannot-open", "Everything, while it is open"),
    ("cannot-weak", "A passphrase you made up may be guessed"),
    ("cannot-decoy", "no second, fake plan"),
    ("cannot-gone", "Deleted does not mean gone"),
    ("cannot-paper", "a PDF is not encrypted"),
    ("cannot-copy", "It stays openable with the passphrase of its day"),
    ("pieces-cannot", "If the key file is lost, nobody can open the plan"),
    ("cannot-watch", "A program that records keys or the screen"),
    ("clip-cannot", "One that keeps a list of what was copied keeps that too"),
    ("cannot-law", "That its advice is good"),
];

/// What the design says cannot be promised and the window has no line for.
const CANNOT_BESIDE: &[&str] = &[
    "when the file was changed",
    "Older copies on flash memory",
    "That refusing is legal, or safe",
    "A program that records keys or the screen",
    "On X11 any program can record keys",
    "That it is wise to type your passphrase for a file of a stranger",
    "That you downloaded it",
    "An administrator, or someone who uses the same account",
    "A camera on the keyboard or the screen",
    "The format has no protection against that",
    "A compromised compiler",
    "The print queue keeps documents",
];

#[test]
fn every_promise_of_the_readme_names_a_test() {
    let readme = read("README.md");
    let part = readme
        .split_once("## What it protects, and what it cannot")
        .and_then(|(_, rest)| rest.split_once("\n## "))
        .expect("README.md says what it protects")
        .0;
    let lines: Vec<&str> = part.lines().filter_map(|line| line.strip_prefix("- ")).collect();

    assert_eq!(
        lines.len(),
        README.len(),
        "a line was added or left out: say here what holds it"
    );

    for line in lines {
        let (_, tests) = README
            .iter()
            .find(|(start, _)| line.starts_with(start))
            .unwrap_or_else(|| panic!("README.md promises without a test: {line}"));

        assert!(!tests.is_empty() || line.contains("does not"), "{line}");
        are_there(line, tests);
    }
}

#[test]
fn every_row_about_who_might_want_it_is_held_and_says_what_is_not() {
    let text = read("THREAT_MODEL.md");
    let table = text
        .split_once("| who | what holds | what does not |")
        .and_then(|(_, rest)| rest.split_once("\n## "))
        .expect("there is such a table")
        .0;
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| line.starts_with("| **"))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();

    assert_eq!(
        rows.len(),
        HOLDS.len(),
        "a row was added or left out: say here what holds it"
    );

    for row in rows {
        let [_, who, holds, not, _] = row[..] else {
            panic!("{row:?}")
        };
        let (_, tests) = HOLDS
            .iter()
            .find(|(start, _)| who.trim_start_matches('*').starts_with(start))
            .unwrap_or_else(|| panic!("nothing holds what is said of: {who}"));

        assert!(holds.len() > 20 && not.len() > 20, "{who}");
        assert!(!tests.is_empty(), "{who}");
        are_there(who, tests);
    }
}

/// The tests exist, and the table of promises names them too.
fn are_there(what: &str, tests: &[&str]) {
    let known = test_names();
    let named: BTreeSet<String> = rows_of_promises().into_iter().flat_map(|(_, tests)| tests).collect();

    for test in tests {
        assert!(known.contains(*test), "there is no test `{test}`: {what}");
        assert!(named.contains(*test), "no promise names `{test}`: {what}");
    }
}

#[test]
fn what_cannot_be_promised_stands_in_the_window_and_in_the_papers() {
    let page = read("src/gui/screen/protects.rs");
    let words: String = ["protects", "fence", "pieces", "clip"]
        .map(|name| read(&format!("assets/words/en/{name}.ftl")))
        .concat();
    let model: String = read("THREAT_MODEL.md").split_whitespace().collect::<Vec<_>>().join(" ");
    let list = page
        .split_once("const CANNOT")
        .and_then(|(_, rest)| rest.split_once("];"))
        .expect("the page says what cannot be")
        .0;
    let shown: BTreeSet<&str> = list
        .split("words::id(\"")
        .skip(1)
        .filter_map(|it| it.split('"').next())
        .collect();

    for (id, said) in CANNOT {
        assert!(shown.contains(id), "the window does not say {id}");
        assert!(
            words.contains(&format!("\n{id} = It cannot")) || words.contains(&format!("\n{id} = It has no")),
            "{id}"
        );
        assert!(model.contains(said), "THREAT_MODEL.md does not say: {said}");
    }

    for id in shown {
        assert!(
            CANNOT.iter().any(|(known, _)| *known == id),
            "say here how THREAT_MODEL.md says {id}"
        );
    }

    for said in CANNOT_BESIDE {
        assert!(model.contains(said), "THREAT_MODEL.md does not say: {said}");
    }
}

/// Where an address is shown it is a text like any other: no widget of ours is a link, and the words around it
/// are not pressed.
#[test]
fn an_address_is_shown_and_nothing_opens_it() {
    let mut shown = 0;

    for source in support::sources("src/gui", "rs") {
        let code = source.code();

        for way in ["rich_text", "on_link_click", "markdown", "xdg-open"] {
            assert!(!code.contains(way), "{} makes a link: {way}", source.path);
        }

        for (at, _) in code.match_indices("source.url") {
            let around = &code[code[..at].rfind("words::text_with").unwrap_or(0)..at];

            assert!(
                around.len() < 400 && !around.contains("on_press"),
                "{}: an address is pressed",
                source.path
            );
            shown += 1;
        }
    }

    assert!(shown >= 2, "{shown}");
}

/// safety.md 69. The list is the one that the estimator itself was made with, most common first.
#[test]
fn the_thousand_most_common_passwords_are_refused() {
    let list = most_common();

    assert_eq!(list.len(), 1_000);

    for password in &list {
        assert_eq!(verdict(password, &[]), Verdict::Refused, "{password}");
    }
}

/// safety.md 69: what a guesser who knows the person, or who has found the file, would try first.
#[test]
fn phrases_that_can_be_read_off_a_plan_are_refused() {
    let pack = Pack::built_in();
    let places = pack.places.iter().map(|place| place.name.clone());
    let devices = pack.devices.iter().map(|device| device.label.clone());
    let topics = pack.measures.iter().map(|measure| measure.topic.clone());
    let words: BTreeSet<String> = places
        .chain(devices)
        .chain(topics)
        .chain(
            [
                "daypack",
                "protest",
                "march",
                "plan",
                "notes",
                "passphrase",
                "demo",
                "secret",
            ]
            .map(str::to_owned),
        )
        .map(|word| word.split(' ').next().unwrap_or_default().to_lowercase())
        .filter(|word| word.len() > 1)
        .collect();
    let known: Vec<&str> = words.iter().map(String::as_str).collect();
    let ends = ["", "1", "!", "2026", "123", "0105", "2026!"];
    let phrases: Vec<String> = words
        .iter()
        .flat_map(|word| ends.map(|end| format!("{word}{end}")))
        .take(200)
        .collect();

    assert_eq!(phrases.len(), 200, "{} words", words.len());

    for phrase in &phrases {
        assert_eq!(verdict(phrase, &known), Verdict::Refused, "{phrase}");
    }
}

fn verdict(phrase: &str, known: &[&str]) -> Verdict {
    estimate(&Secret::from_text(phrase).unwrap(), known).verdict
}

/// The first thousand of the estimator's list of passwords, from its source.
fn most_common() -> Vec<String> {
    let data = support::metadata();
    let package = data["packages"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["name"] == "zxcvbn")
        .unwrap();
    let manifest = std::path::Path::new(package["manifest_path"].as_str().unwrap()).to_owned();
    let lists = fs::read_to_string(manifest.with_file_name("src/frequency_lists.rs")).expect("the lists are there");
    let list = lists
        .split_once("const PASSWORDS: &str = \"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .expect("there is a list of passwords")
        .0;

    list.split(',').take(1_000).map(str::to_owned).collect()
}
