//! What a stranger's pack, language or plan cannot do to somebody's plan: tick, delete, rename, or take a name that
//! is taken.
use crate::support;

use daypack::content::check::Code;
use daypack::content::{On, Pack, SourceFile};
use daypack::document::Document;
use daypack::plan::progress::{Key, Mark, Role};

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;

use std::cell::Cell;

/// Lines that a stranger could hope to be obeyed.
const HOPES: [&str; 14] = [
    "[[mark]]\nmeasure = \"screen-lock\"\nmark = \"done\"\n",
    "[[earlier]]\nmeasure = \"screen-lock\"\nnote = \"x\"\n",
    "[answers]\n\"case\" = \"no\"\n",
    "gate = \"open\"\n",
    "[[retired]]\nid = \"measure:screen-lock\"\nreplaced_by = \"measure:leave-it\"\nwhy = \"Not needed.\"\n",
    "[[retired]]\nid = \"measure:ID\"\nreplaced_by = \"measure:leave-it\"\nwhy = \"Not needed.\"\n",
    "[[retired]]\nid = \"question:case\"\nreplaced_by = \"question:unlock\"\nwhy = \"Asked there.\"\n",
    "[[measure]]\nid = \"ID\"\ntitle = \"Nothing to do\"\n",
    "[[threat]]\nid = \"ID\"\ntitle = \"No threat\"\n",
    "[[question]]\nid = \"case\"\nasks = \"Ready?\"\nkind = \"one\"\n",
    "id = \"protest\"\n",
    "version = 4000000000\n",
    "replaces = \"protest\"\n",
    "\u{FEFF}done = true\n",
];

/// safety.md 60. Whatever a stranger's pack says, the built-in one is as it was, and a plan that was read
/// beside it has the same marks and, back with its own pack, the same text.
#[test]
fn a_strangers_pack_ticks_deletes_and_renames_nothing() {
    let own = Pack::built_in();
    let before = format!("{own:?}");
    let text = kept(own);
    let ids: Vec<String> = own.measures.iter().map(|measure| measure.id.to_string()).collect();
    let base = support::base().text;
    let hopes = prop::collection::vec(
        (
            select(HOPES.to_vec()),
            select(ids.clone()),
            any::<prop::sample::Index>(),
        ),
        0..4,
    );
    let renamed = prop::collection::vec(
        (select(vec!["finger-off", "leave-it", "call-often"]), select(ids)),
        0..3,
    );
    let read = Cell::new(0);

    let mut runner = TestRunner::new(ProptestConfig {
        cases: 20_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    });

    runner
        .run(&(hopes, renamed), |(hopes, renamed)| {
            let mut stranger = base.clone();

            for (name, id) in renamed {
                stranger = stranger.replace(&format!("\"{name}\""), &format!("\"{id}\""));
            }

            for (hope, id, place) in hopes {
                let starts: Vec<usize> = stranger.match_indices("\n[[").map(|(at, _)| at + 1).collect();
                stranger.insert_str(starts[place.index(starts.len())], &hope.replace("ID", &id));
            }

            // What could not be read has no say at all.
            let Ok(pack) = Pack::read(&[file(stranger)]) else {
                return Ok(());
            };
            let beside = Document::decode(&text, &pack).unwrap();
            let alone = Document::decode(&text, own).unwrap();

            prop_assert!(beside.progress == alone.progress);
            prop_assert_eq!(beside.revision, alone.revision);

            let back = Document::decode(&beside.encode(&pack), own).unwrap();

            prop_assert!(back.progress == alone.progress, "a mark was lost on the way back");
            read.set(read.get() + 1);

            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));

    assert_eq!(format!("{:?}", Pack::built_in()), before);
    let read = read.get();

    assert!(read > 1_000, "only {read} of them could be read");
    support::say(&format!(
        "{read} of 20000 strangers' packs could be read, and none did anything to a plan"
    ));
}

/// The text of a plan in which every third measure is done.
fn kept(pack: &Pack) -> String {
    let mut document = Document::new(pack);

    for measure in pack.measures.iter().step_by(3) {
        let key = Key {
            measure: measure.id.clone(),
            on: On::Person,
            role: Role::Main,
        };

        document.progress.set(key, Some(Mark::Done)).unwrap();
    }

    document.encode(pack).to_string()
}

fn file(text: String) -> SourceFile {
    SourceFile {
        name: "pack.toml".to_owned(),
        text,
    }
}

/// Names of two things of one kind, as they stand in the base pack.
fn twins(base: &str) -> Vec<(String, String)> {
    let mut kinds: std::collections::BTreeMap<&str, Vec<&str>> = std::collections::BTreeMap::new();
    let mut kind = "";

    for line in base.lines() {
        if let Some(table) = line.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) {
            kind = table;
        }

        // A choice is named within its question.
        if let Some(id) = line.strip_prefix("id = \"").and_then(|rest| rest.strip_suffix('"'))
            && !kind.is_empty()
            && !kind.contains('.')
        {
            kinds.entry(kind).or_default().push(id);
        }
    }

    let pairs = |(kind, ids): (&str, Vec<&str>)| {
        let all: Vec<_> = ids.iter().flat_map(|a| ids.iter().map(move |b| (*a, *b))).collect();

        all.into_iter()
            .filter(|(a, b)| a != b)
            .map(move |(a, b)| (format!("[[{kind}]]\nid = \"{a}\""), format!("[[{kind}]]\nid = \"{b}\"")))
            .collect::<Vec<_>>()
    };

    kinds.into_iter().flat_map(pairs).collect()
}

/// safety.md 60: a name that is taken is never taken twice, whoever wants it, and however many want one.
#[test]
fn a_pack_in_which_one_name_is_taken_twice_is_refused() {
    let base = support::base().text;
    let twins = twins(&base);

    assert!(twins.len() >= 10, "{}", twins.len());

    for (own, other) in &twins {
        assert!(base.contains(own), "{own}");

        let (pack, findings) = Pack::read_with_warnings(&[file(base.replacen(own, other, 1))]);

        assert!(pack.is_none(), "{own} became {other}");
        assert!(
            findings.iter().any(|finding| finding.code == Code::DuplicateId),
            "{own} became {other}"
        );
    }

    support::say(&format!("60: {} names that are taken were refused", twins.len()));
}

/// safety.md 60, for the one other file of a stranger that is read beside a pack: a language of it.
#[test]
fn a_strangers_language_ticks_deletes_and_renames_nothing() {
    let base = support::pack(&support::base().text);
    let said = support::spoken(&base, "de").text;
    let text = kept(&base);
    let before = Document::decode(&text, &base).unwrap();
    let names = |pack: &Pack| {
        let measures = pack.measures.iter().map(|it| it.id.to_string());
        let threats = pack.threats.iter().map(|it| it.id.to_string());

        measures.chain(threats).collect::<Vec<_>>()
    };
    let ids = names(&base);
    let hopes = prop::collection::vec(
        (
            select(HOPES.to_vec()),
            select(ids.clone()),
            any::<prop::sample::Index>(),
        ),
        0..3,
    );
    let renamed = prop::collection::vec((select(ids.clone()), select(ids.clone())), 0..2);
    let read = Cell::new(0);

    let mut runner = TestRunner::new(ProptestConfig {
        cases: 1_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    });

    runner
        .run(&(hopes, renamed), |(hopes, renamed)| {
            let mut language = said.clone();

            for (name, id) in renamed {
                language = language.replace(&format!("\"{name}\""), &format!("\"{id}\""));
            }

            for (hope, id, place) in hopes {
                let starts: Vec<usize> = language.match_indices("\n[[").map(|(at, _)| at + 1).collect();
                language.insert_str(starts[place.index(starts.len())], &hope.replace("ID", &id));
            }

            let files = [
                support::base(),
                SourceFile {
                    name: "lang/de.toml".to_owned(),
                    text: language,
                },
            ];
            let Ok(pack) = Pack::read(&files) else {
                return Ok(());
            };

            for pack in [Some(&pack), pack.in_language("de").as_ref()].into_iter().flatten() {
                let beside = Document::decode(&text, pack).unwrap();

                prop_assert_eq!(names(pack), ids.clone());
                prop_assert!(beside.progress == before.progress);
                prop_assert_eq!(pack.id.as_str(), base.id.as_str());
                prop_assert_eq!(pack.retired.len(), base.retired.len());
            }

            read.set(read.get() + 1);

            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));

    let read = read.get();

    assert!(read > 50, "only {read} of them could be read");
    support::say(&format!("60: {read} of 1000 strangers' languages could be read"));
}

/// safety.md 60: a plan may say that any pack made it. Only the built-in one says what its names mean.
#[test]
fn a_plan_that_names_another_pack_has_the_same_marks() {
    let own = Pack::built_in();
    let text = kept(own);
    let alone = Document::decode(&text, own).unwrap();
    let line = format!("pack = \"{}\"\npack_version = {}\n", own.id, own.version);
    let names = prop_oneof![Just(own.id.clone()), "[a-z][a-z0-9-]{0,20}", "\\PC{1,20}"];

    assert!(
        text.contains(&line),
        "{}",
        text.lines().take(8).collect::<Vec<_>>().join("\n")
    );

    let mut runner = TestRunner::new(ProptestConfig {
        cases: 1_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    });

    runner
        .run(&(names, any::<u32>()), |(name, version)| {
            let claim = format!("pack = {}\npack_version = {version}\n", toml::Value::from(name));

            // What is no name or number of a pack is refused whole.
            if let Ok(document) = Document::decode(&text.replacen(&line, &claim, 1), own) {
                prop_assert!(document.progress == alone.progress && document.answers == alone.answers);
            }

            Ok(())
        })
        .unwrap_or_else(|failure| panic!("{failure}"));
}
