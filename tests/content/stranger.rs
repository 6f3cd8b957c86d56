//! What a stranger's pack cannot do to somebody's plan: tick, delete, rename.
use crate::support;

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
