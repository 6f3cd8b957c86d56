//! Sealed files, from outside: sizes, passphrases, other programs, hostile files, little memory.
//!
//! The numbers in the comments are those of the safety design. Files are sealed with little work, except
//! where the real work is what a test is about: scrypt at 2^18 takes most of a second.
mod format;
mod hostile;
pub mod interop;
mod limits;
mod older;
mod pieces;
mod plan;
mod testkit;
mod version;

use daypack::harden::Secret;
use daypack::vault::{self, Consent, Error, Notice, Opened};

use unicode_normalization::UnicodeNormalization;

use std::collections::BTreeSet;

/// The least work that keeps tests quick.
const FAST: u8 = 4;

fn secret(phrase: &str) -> Secret {
    Secret::from_text(phrase).unwrap()
}

fn seal(text: &str, phrase: &str) -> Vec<u8> {
    vault::seal_with(text, &secret(phrase), FAST).unwrap()
}

fn open(sealed: &[u8], phrase: &str) -> Result<Opened, Error> {
    vault::open(sealed, &secret(phrase), Consent::NotAsked)
}

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }
}

/// The length of a sealed file by the format's own rules: a header of 166 bytes with the nonce and one
/// digit less for a small work factor, and a tag for every 64 KiB.
fn formula(bucket: usize) -> usize {
    166 - 1 + bucket + 16 * bucket.div_ceil(64 << 10)
}

/// safety.md 3.
#[test]
fn a_sealed_file_has_one_of_six_sizes_whatever_is_in_it() {
    let mut random = Random(3);
    let mut sizes = BTreeSet::new();

    for bucket in vault::padding::BUCKETS {
        sizes.insert(seal(&"x".repeat(bucket - 7), "size").len());
    }

    for _ in 0..200 {
        let magnitude = 1 + random.below(23);
        let length = random.below(1 << magnitude);

        sizes.insert(seal(&"x".repeat(length), "size").len());
    }

    let expected = vault::padding::BUCKETS.map(formula);
    assert_eq!(sizes.into_iter().collect::<Vec<_>>(), expected);
}

/// safety.md 3: with the work that the program writes, the sizes of the design, to the byte.
#[test]
fn a_file_as_we_write_it_asks_for_256_mib_and_is_262374_bytes_long() {
    let sealed = vault::seal_text("# vault\n", &secret("six plain words")).unwrap();
    let scanned = vault::scan::scan(&sealed).unwrap();

    assert_eq!((scanned.work_factor, scanned.armored), (Some(18), false));
    assert_eq!(sealed.len(), 262_374);
    assert_eq!(vault::scan::LARGEST, formula(8 << 20) + 1);

    let opened = open(&sealed, "six plain words").unwrap();
    assert_eq!(opened.plaintext.as_str(), "# vault\n");
    assert_eq!(opened.notices, []);

    assert!(matches!(open(&sealed, "six plain word"), Err(Error::WrongPassphrase)));
}

/// safety.md 4.
#[test]
fn one_byte_more_than_a_size_takes_the_next_one() {
    let sizes = vault::padding::BUCKETS;

    for (index, bucket) in sizes.into_iter().enumerate() {
        for (length, expected) in [
            (bucket - 1, Some(bucket)),
            (bucket, Some(bucket)),
            (bucket + 1, sizes.get(index + 1).copied()),
        ] {
            let text = "y".repeat(length - "\n# end\n".len()) + "\n";
            let sealed = vault::seal_with(&text, &secret("edge"), FAST);

            match expected {
                Some(expected) => {
                    let sealed = sealed.unwrap();

                    assert_eq!(sealed.len(), formula(expected));
                    assert_eq!(open(&sealed, "edge").unwrap().plaintext.as_str(), text);
                }
                None => assert_eq!(sealed.unwrap_err(), Error::TooFull),
            }
        }
    }
}

/// safety.md 12: composed and decomposed, in twelve scripts.
#[test]
fn a_phrase_opens_its_file_from_every_keyboard() {
    let phrases = [
        "\u{e9}t\u{e9} \u{e0} la c\u{f4}te",
        "\u{3b8}\u{3ac}\u{3bb}\u{3b1}\u{3c3}\u{3c3}\u{3b1}",
        "\u{439}\u{43e}\u{434} \u{451}\u{43b}\u{43a}\u{430}",
        "\u{fb2a}\u{5dc}\u{5d5}\u{5dd}",
        "\u{622}\u{628} \u{648} \u{623}\u{631}\u{636}",
        "\u{929}\u{926}\u{940}",
        "\u{995}\u{9cb}\u{9a5}\u{9be}",
        "\u{b95}\u{bca}\u{b9f}\u{bbf}",
        "\u{caf}\u{cca}\u{ca8}",
        "\u{d15}\u{d4a}\u{d1f}\u{d3f}",
        "\u{d55c}\u{ac15} \u{bb3c}",
        "\u{304c}\u{304e} \u{30ac}\u{30ae}",
    ];

    for phrase in phrases {
        let forms: BTreeSet<String> = [phrase.to_owned(), phrase.nfc().collect(), phrase.nfd().collect()].into();

        assert!(forms.len() > 1, "{phrase} would show nothing");

        for typed in &forms {
            let sealed = seal("# vault\n", typed);

            for again in &forms {
                let ending = if again == typed { "\n" } else { "\r\n" };

                assert!(open(&sealed, &format!("{again}{ending}")).is_ok(), "{phrase}");
            }
        }
    }
}

/// safety.md 12.
#[test]
fn twenty_phrases_in_other_scripts_open_what_they_sealed() {
    let phrases = "река мост поле|θάλασσα φως|בית ספר|باب مفتوح|पहाड़ नदी|নদী ফুল|ਪੰਜ ਪਾਣੀ|ગામ ઘર|ମାଟି|மலை மழை|నది పూలు|ಮಳೆ ಹನಿ|\
                   മഴ പുഴ|ගඟ මල|ทะเลสาบ|ພູເຂົາ|རི་བོ|မိုးရေ|山川草木|ქალაქი 🌧️";

    assert_eq!(phrases.split('|').count(), 20);

    for phrase in phrases.split('|') {
        let sealed = seal("# vault\n", phrase);

        assert!(open(&sealed, phrase).is_ok(), "{phrase}");
        assert!(
            matches!(open(&sealed, &format!("{phrase} ")), Err(Error::WrongPassphrase)),
            "{phrase}"
        );
    }
}

/// safety.md 12.
#[test]
fn an_empty_or_endless_phrase_neither_seals_nor_opens() {
    let sealed = seal("# vault\n", &"a".repeat(1_024));

    assert!(open(&sealed, &("a".repeat(1_024) + "\n")).is_ok());

    for (phrase, expected) in [
        (String::new(), Error::NoPassphrase),
        ("\n".to_owned(), Error::NoPassphrase),
        ("a".repeat(1_025), Error::PassphraseTooLong),
    ] {
        assert_eq!(vault::seal_with("", &secret(&phrase), FAST).unwrap_err(), expected);
        assert_eq!(open(&sealed, &phrase).map(|_| ()).unwrap_err(), expected);
    }
}

#[test]
fn a_file_that_asks_for_little_work_opens_and_says_so() {
    let opened = open(&seal("# vault\n", "weak"), "weak").unwrap();

    assert_eq!(opened.notices, [Notice::Weak { work_factor: FAST }]);
    assert!(opened.notices[0].sentence().contains("Save"));

    let strong = vault::seal_with("# vault\n", &secret("fine"), 16).unwrap();
    assert_eq!(open(&strong, "fine").unwrap().notices, []);
}

/// What is reachable for tests stays in the tests.
#[test]
fn the_program_seals_with_its_own_work_alone() {
    for source in crate::support::sources("src", "rs") {
        let is_vault = source.path == "src/vault.rs" || source.path.starts_with("src/vault/");

        for inner in [
            "seal_with",
            "seal_for(",
            "seal_text_to",
            "scan_up_to",
            "open_any",
            "crypt::",
        ] {
            assert!(
                is_vault || !source.code().contains(inner),
                "{} uses `{inner}`",
                source.path
            );
        }
    }
}
