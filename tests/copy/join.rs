//! Texts: any bytes, in any order, and whatever else somebody may put in their place.
use super::{FAST, PHRASE, cut, filling, plan, secret};
use crate::support;

use daypack::content::Pack;
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::vault::paper::{self, Error, Gathered};
use daypack::vault::{self, Consent};

use proptest::prelude::*;
use proptest::sample::Index;

fn gathered(texts: &[String]) -> Gathered {
    let mut gathered = Gathered::new();
    texts.iter().for_each(|text| gathered.add(text));

    gathered
}

/// safety.md 3.3: the real work factor, as the person does it.
#[test]
fn a_plan_goes_to_paper_and_comes_back_as_it_was() {
    let pack = Pack::built_in();
    let before = Document::decode(&plan(), pack).unwrap();

    let sealed = paper::seal(&before, pack, &secret()).unwrap();
    assert!(sealed.starts_with(b"age-encryption.org/v1\n-> scrypt "));
    assert!(String::from_utf8_lossy(&sealed[..100]).contains(" 18\n"));

    let mut texts = paper::cut(&sealed).unwrap().texts;
    texts.reverse();

    let back = gathered(&texts).join().unwrap();
    let opened = vault::open(&back, &secret(), Consent::NotAsked).unwrap();

    assert!(opened.document(pack).unwrap() == before);
    assert_eq!(opened.notices, [vault::Notice::FromPaper]);

    // What is saved next has an ordinary size again.
    let saved = vault::seal_with(&before.encode(pack), &secret(), FAST).unwrap();
    assert!(saved.len() > 256 << 10);
}

#[test]
fn a_built_in_persons_plan_fits_on_paper() {
    let cut = cut(&plan());

    assert!(cut.texts.len() <= 12, "{}", plan().len());
    support::say(&format!(
        "a plan of {} bytes is {} codes",
        plan().len(),
        cut.texts.len()
    ));
}

#[test]
fn what_just_fits_fits_and_one_letter_more_does_not() {
    for (bucket, count) in [(2 << 10, 4), (4 << 10, 8), (8 << 10, 12)] {
        assert_eq!(cut(&filling(bucket)).texts.len(), count);
    }

    let refused = paper::seal_with(&filling((8 << 10) + 1), &secret(), FAST).unwrap_err();

    assert_eq!(refused, Error::TooLong { bytes: 8_187 });
    assert!(refused.advice().contains("stick"));
}

/// safety.md 46.
#[test]
fn nothing_of_the_plan_or_its_passphrase_is_in_what_is_said() {
    let long = filling((8 << 10) + 1);
    let mut texts = cut("# vault\ncanary = \"ca-na-ry\"\n").texts;
    let whole = gathered(&texts);
    texts.pop();

    for said in [
        format!("{:?}", paper::seal_with(&long, &secret(), FAST)),
        format!("{:?} {}", gathered(&texts).join(), gathered(&texts).join().unwrap_err()),
        format!("{whole:?}"),
        format!("{:?}", paper::seal_with("a", &Secret::new(), FAST)),
    ] {
        assert!(
            !said.contains("canary") && !said.contains(PHRASE) && !said.contains("xxx"),
            "{said}"
        );
    }
}

#[test]
fn parts_of_two_copies_of_one_plan_are_not_joined() {
    let (one, other) = (cut("# vault\n"), cut("# vault\n"));
    let mixed = [&one.texts[..2], &other.texts[2..]].concat();

    let Error::Mixed { names } = gathered(&mixed).join().unwrap_err() else {
        panic!("joined what does not belong together")
    };
    let mut printed = vec![one.name, other.name];
    printed.sort();

    assert_eq!(
        {
            let mut names = names;
            names.sort();
            names
        },
        printed,
        "the names that stand beside the codes"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_come_back_in_any_order(
        bytes in prop::collection::vec(any::<u8>(), 0..9_000),
        count in 5_usize..=16,
        order in prop::collection::vec(any::<Index>(), 16),
        small in any::<bool>(),
    ) {
        let mut texts = paper::cut_into(&bytes, count).unwrap().texts;

        for (at, other) in order.iter().enumerate().take(count) {
            texts.swap(at, other.index(count));
        }

        if small {
            texts.iter_mut().for_each(|text| *text = text.to_lowercase());
        }

        prop_assert_eq!(gathered(&texts).whole().unwrap(), bytes);
    }

    #[test]
    fn whatever_somebody_types_ends_without_a_panic(
        text in prop::collection::vec(prop_oneof![
            Just("DP1:".to_owned()),
            Just(":".to_owned()),
            Just("3:8:".to_owned()),
            Just("551P510CFQNN:".to_owned()),
            "[0-9A-Z%+./:-]{0,40}",
            ".{0,12}",
            "\\PC{0,12}",
        ], 0..60),
    ) {
        let mut gathered = Gathered::new();
        gathered.add(&text.concat());
        gathered.add(&text.join("\n"));

        let _ = (gathered.missing(), gathered.present(), gathered.foreign());
        prop_assert!(gathered.join().is_err());
    }

    #[test]
    fn a_spoiled_part_is_never_joined(
        at in any::<Index>(),
        letter in "[0-9A-Z%+./-]",
        which in 0_usize..4,
    ) {
        let mut texts = paper::cut_into(&[7; 900], 4).unwrap().texts;
        let spoiled = &mut texts[which];
        // The mark and the two numbers name the part; what follows is what may be spoiled unnoticed.
        let at = 8 + at.index(spoiled.len() - 8);
        let before = spoiled.clone();

        spoiled.replace_range(at..=at, &letter);
        prop_assume!(*spoiled != before);

        match gathered(&texts).whole().unwrap_err() {
            Error::Incomplete { missing, damaged, count } => {
                prop_assert_eq!((missing, damaged, count), (vec![], vec![which as u8 + 1], 4));
            }
            other => prop_assert!(false, "{:?}", other),
        }
    }
}

#[test]
fn a_flood_of_texts_takes_little_memory_and_no_time_worth_telling() {
    let one = paper::cut_into(&[1; 8_000], 12).unwrap().texts.concat();
    let mut gathered = Gathered::new();

    gathered.add(&one.repeat(100));
    gathered.add(&"DP1:".repeat(1 << 18));
    gathered.add(&"DP1:1:16:".repeat(1 << 16));
    gathered.add(&":".repeat(1 << 20));

    for seed in 0..64_u8 {
        gathered.add(&paper::cut_into(&[seed; 100], 4).unwrap().texts.concat());
    }

    let Error::Mixed { names } = gathered.whole().unwrap_err() else {
        panic!("these are many copies")
    };
    assert_eq!(names.len(), 4, "no more are kept");
    assert!(gathered.foreign().len() <= 1_001);
}
