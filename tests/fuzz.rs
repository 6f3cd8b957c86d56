//! Every door for a stranger's bytes, tried in every run: seeds with mistakes in them, and whatever was once
//! found by a longer search.
pub mod targets;

use crate::support;

use daypack::apart::Said;
use daypack::checkup::{Area, Checkup, Swap};
use daypack::keep::wire::{answer, encode};
use daypack::keep::{Reply, Request, Version};
use daypack::vault::paper;

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_oneof};
use proptest::sample::{Index, select};
use proptest::test_runner::{TestCaseError, TestRunner};

use std::fs;
use std::panic;
use std::path::PathBuf;

/// How often each door is tried.
const CASES: u32 = 400;

/// Something done to a seed.
#[derive(Debug, Clone)]
enum Mistake {
    /// One byte is another.
    Byte(Index, u8),
    /// A part is gone.
    Gone(Index, usize),
    /// A part stands there twice.
    Twice(Index, usize),
    /// Something stands in between.
    Between(Index, Vec<u8>),
    /// The rest is gone.
    Cut(Index),
}

/// What breaks readers of text more often than luck does.
const NASTY: [&str; 16] = [
    "\"",
    "'''",
    "\\u0000",
    "[[",
    "]]",
    "{",
    "=",
    "\n",
    "\u{202e}",
    "\u{feff}",
    "-0",
    "9999999999999999999",
    "1e400",
    "2026-02-30",
    "# end\n",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
];

/// What is in a key file. It opens nothing.
const KEY: &str = "# created: 2026-01-01T00:00:00Z
# public key: age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj
AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX
";

fn mistake() -> impl Strategy<Value = Mistake> {
    let place = any::<Index>;
    let stuff = prop_oneof![
        vec(any::<u8>(), 1..12),
        select(NASTY.to_vec()).prop_map(|text| text.as_bytes().to_vec())
    ];

    prop_oneof![
        (place(), any::<u8>()).prop_map(|(at, byte)| Mistake::Byte(at, byte)),
        (place(), 1..60_usize).prop_map(|(at, length)| Mistake::Gone(at, length)),
        (place(), 1..200_usize).prop_map(|(at, length)| Mistake::Twice(at, length)),
        (place(), stuff).prop_map(|(at, stuff)| Mistake::Between(at, stuff)),
        place().prop_map(Mistake::Cut),
    ]
}

fn with_mistakes(mut data: Vec<u8>, mistakes: Vec<Mistake>) -> Vec<u8> {
    for mistake in mistakes {
        let at = |place: Index| place.index(data.len() + 1);
        let end = |start: usize, length: usize| (start + length).min(data.len());

        match mistake {
            Mistake::Byte(place, byte) if at(place) < data.len() => {
                let at = at(place);
                data[at] = byte;
            }
            Mistake::Byte(_, byte) => data.push(byte),
            Mistake::Gone(place, length) => drop(data.drain(at(place)..end(at(place), length))),
            Mistake::Twice(place, length) => {
                let part = data[at(place)..end(at(place), length)].to_vec();
                let at = at(place);
                data.splice(at..at, part);
            }
            Mistake::Between(place, stuff) => {
                let at = at(place);
                data.splice(at..at, stuff);
            }
            Mistake::Cut(place) => data.truncate(at(place)),
        }
    }

    data
}

/// Files as people have them, and the few bytes that lie beside them.
fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![Vec::new(), b"# vault\n# end\n".to_vec()];

    for (folder, ending) in [("tests/golden/vaults", "toml"), ("checklists/protest/personas", "toml")] {
        for path in support::files(&support::root().join(folder)) {
            if path.extension().is_some_and(|found| found == ending) {
                seeds.push(fs::read(path).unwrap());
            }
        }
    }

    let sealed = fs::read(support::root().join("tests/golden/vaults/0.1.0-empty.age")).unwrap();

    seeds.push(sealed[..600].to_vec());
    seeds.push(KEY.as_bytes().to_vec());
    seeds.push(support::base().text.into_bytes());
    seeds.push(
        support::spoken(&support::pack(&support::base().text), "de")
            .text
            .into_bytes(),
    );
    seeds.push(paper::cut(&sealed[..1_500]).unwrap().texts.join("\n").into_bytes());
    seeds.push(b"version = 1\ntheme = \"dark\"\ntext_percent = 120\nlanguage = \"pt-BR\"\nidle_minutes = 5\n".to_vec());

    seeds.extend(messages());

    seeds
}

/// The inputs in one of the folders of longer searches, for a door.
fn kept(folder: &str, name: &str) -> Vec<PathBuf> {
    support::files(&support::root().join("tests/fuzz").join(folder).join(name))
}

/// What the two processes say to each other.
fn messages() -> Vec<Vec<u8>> {
    let area = |name: &str, swap| Area {
        name: name.to_owned(),
        swap,
    };
    let checkup = Checkup {
        swap: Swap::Plain,
        areas: vec![area("/dev/zram0", Swap::InMemory), area("/dev/sda3", Swap::Plain)],
        hibernates: true,
        left: Some(1 << 33),
    };
    let load = Request::Load {
        path: "/home/a/notes.age".into(),
        version: Version::Current,
    };

    vec![
        encode(&Said::Ask(Request::Checkup)),
        encode(&Said::Ask(load)),
        answer(&Ok(Reply::Checked(checkup))),
    ]
}

fn tried(target: targets::Target, data: &[u8]) -> Result<(), TestCaseError> {
    let (name, run) = target;

    panic::catch_unwind(|| run(data)).map_err(|_| TestCaseError::fail(format!("{name} stumbled")))
}

#[test]
fn no_door_stumbles_over_seeds_with_mistakes() {
    let config = ProptestConfig {
        cases: CASES,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let seeds = seeds();

    for target in targets::ALL {
        // What a longer search kept is where this door opens: messages that are understood, for one.
        let kept = kept("kept", target.0).into_iter().map(|path| fs::read(path).unwrap());
        let seeds = seeds.iter().cloned().chain(kept).collect::<Vec<_>>();
        let input = (select(seeds), vec(mistake(), 0..6)).prop_map(|(seed, mistakes)| with_mistakes(seed, mistakes));

        TestRunner::new(config.clone())
            .run(&input, |data| tried(target, &data))
            .unwrap_or_else(|failure| panic!("{}: {failure}", target.0));
    }
}

#[test]
fn what_was_found_once_stays_mended() {
    let mut count = 0;

    for target in targets::ALL {
        for path in kept("found", target.0).into_iter().chain(kept("kept", target.0)) {
            let data = fs::read(&path).unwrap();

            tried(target, &data).unwrap_or_else(|_| panic!("{} stumbles over {}", target.0, path.display()));
            count += 1;
        }
    }

    support::say(&format!("{count} inputs of longer searches"));
}

#[test]
fn every_door_has_a_program_that_searches_on() {
    let folder = support::root().join("tests/fuzz/fuzz_targets");
    let mut programs: Vec<String> = support::files(&folder)
        .iter()
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();

    programs.sort();
    assert_eq!(programs, targets::ALL.map(|(name, _)| name.to_owned()));

    let manifest = fs::read_to_string(support::root().join("tests/fuzz/Cargo.toml")).unwrap();

    for (name, _) in targets::ALL {
        let program = fs::read_to_string(folder.join(format!("{name}.rs"))).unwrap();

        assert!(program.contains("fuzz_target!("), "{name}");
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
    }
}
