//! Plans in two pieces: the plan and its key, between us and the `age` program, and what is wrong with them.
//!
//! `age`'s own identity files are ours, and ours are `age`'s.
use super::interop::{PHRASE, PROGRAMS, age, armored, text};
use super::{FAST, Random, secret};
use crate::support::{self, Home};

use daypack::answers::Answers;
use daypack::content::{Pack, SourceFile};
use daypack::document::Document;
use daypack::vault::key::{self, Key};
use daypack::vault::{self, Consent, Error, Notice, Part, padding};

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn seal(text: &str, key: &Key) -> Vec<u8> {
    vault::seal_text_to(text, key).unwrap()
}

fn key_file(key: &Key, phrase: &str) -> Vec<u8> {
    key.seal_for(&secret(phrase), FAST).unwrap()
}

fn key_in(sealed: &[u8], phrase: &str) -> Result<Key, key::Error> {
    Key::open(sealed, &secret(phrase), Consent::NotAsked).map(|(key, _)| key)
}

fn plan() -> Document {
    let pack = Pack::built_in();
    let source = SourceFile {
        name: "answers.toml".to_owned(),
        text: "answers = [\"event.march\", \"brings.iphone\"]\n".to_owned(),
    };
    let mut document = Document::new(pack);

    document.answers = Answers::read(pack, &source).unwrap();
    document
}

#[test]
fn a_plan_sealed_for_a_key_comes_back_with_it() {
    let (pack, key) = (Pack::built_in(), Key::generate().unwrap());
    let sealed = vault::seal_to(&plan(), pack, &key).unwrap();
    let again = key_in(&key_file(&key, PHRASE), PHRASE).unwrap();
    let opened = vault::open_with(&sealed, &again).unwrap();

    assert_eq!(sealed.len(), 262_374);
    assert_eq!(opened.notices, []);
    assert_eq!(*opened.document(pack).unwrap().encode(pack), *plan().encode(pack));
    assert!(!beginning(&sealed).contains("scrypt"), "no passphrase opens it");
}

/// Its header, and a little more.
fn beginning(bytes: &[u8]) -> String {
    String::from_utf8_lossy(&bytes[..400]).into_owned()
}

/// safety.md 5: the plan and its key as we write them, in six sizes, opened by the `age` program.
#[test]
fn the_age_program_opens_our_plan_with_our_key_file() {
    if !support::has_all("the_age_program_opens_our_plan_with_our_key_file", &PROGRAMS) {
        return;
    }

    let home = Home::new();
    let key = Key::generate().unwrap();
    fs::write(home.join("key.age"), key_file(&key, PHRASE)).unwrap();

    for (index, bucket) in padding::BUCKETS.into_iter().enumerate() {
        let text = text(bucket - 1_000, index as u64 + 1);
        fs::write(home.join("notes.age"), seal(&text, &key)).unwrap();
        let read = open_with_age(&home);

        assert!(read.starts_with(&text), "readable from its first byte");
        assert_eq!(read[text.len()..].trim_end_matches('\n'), "# end");
    }

    // With the work that the program asks for, and armour around both.
    let text = text(500, 9);
    fs::write(home.join("key.age"), armored(&key.seal(&secret(PHRASE)).unwrap())).unwrap();
    fs::write(home.join("notes.age"), armored(&seal(&text, &key))).unwrap();
    assert!(open_with_age(&home).starts_with(&text));
}

fn open_with_age(home: &Home) -> String {
    age(home, "-d -i key.age -o notes.txt notes.age", &format!("{PHRASE}\n"));

    fs::read_to_string(home.join("notes.txt")).unwrap()
}

/// safety.md 5: a key file of theirs, and plans sealed for it by them and by us.
#[test]
fn we_open_a_plan_of_the_age_program_with_its_key_file() {
    if !support::has_all("we_open_a_plan_of_the_age_program_with_its_key_file", &PROGRAMS) {
        return;
    }

    let home = Home::new();
    let run = |line: &str| {
        let mut command = std::process::Command::new("sh");
        let output = support::run(command.args(["-c", line]).current_dir(home.path()), b"");

        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };

    run("age-keygen -o open.txt 2> /dev/null; grep 'public key' open.txt | cut -d ' ' -f 4 > public.txt");

    for (flags, length) in [("", 60), ("-a", 60), ("", 300_000)] {
        age(
            &home,
            &format!("-p {flags} -o key.age open.txt"),
            &format!("{PHRASE}\n{PHRASE}\n"),
        );

        let text = text(length, 5).replacen("# vault\n", "", 1);
        home.write("theirs.txt", &text);
        run(&format!("age {flags} -R public.txt -o theirs.age theirs.txt"));

        let read = |name: &str| fs::read(home.join(name)).unwrap();
        let key = key_in(&read("key.age"), PHRASE).unwrap();
        let opened = vault::open_with(&read("theirs.age"), &key).unwrap();

        assert_eq!(opened.plaintext.as_str(), text);
        assert_eq!(opened.notices, [Notice::Unpadded]);

        // Sealed anew by us, and opened by them with their own key file.
        fs::write(home.join("notes.age"), seal(&text, &key)).unwrap();
        assert!(open_with_age(&home).starts_with(&text));
        fs::remove_file(home.join("key.age")).unwrap();
    }
}

/// safety.md 3, for plans in two pieces: the random part of the header changes no size.
#[test]
fn two_hundred_plans_for_keys_have_no_other_size_than_the_six() {
    let key = Key::generate().unwrap();
    let mut random = Random(3);
    let six = [262_374, 524_582, 1_048_998, 2_097_830, 4_195_494, 8_390_822];
    let mut headers = BTreeSet::new();

    for _ in 0..200 {
        let magnitude = 1 + random.below(22);
        let length = random.below(1 << magnitude);
        let sealed = seal(&"x".repeat(length), &key);
        let start = sealed.windows(4).position(|bytes| bytes == b"--- ").unwrap();

        assert!(six.contains(&sealed.len()), "{length}: {}", sealed.len());
        headers.insert(start);
    }

    assert!(headers.len() > 20, "headers do differ in length");
}

/// safety.md 9, for plans in two pieces.
#[test]
fn a_plan_for_a_key_with_one_changed_byte_never_opens() {
    let key = Key::generate().unwrap();
    let sealed = seal("# vault\n", &key);
    let ends = (0..400).chain(sealed.len() - 300..sealed.len());
    let mut random = Random(9);
    let inside: Vec<_> = (0..300).map(|_| random.below(sealed.len())).collect();

    for position in ends.chain(inside) {
        let mut changed = sealed.clone();
        changed[position] ^= 1 << (position % 8);

        assert!(vault::open_with(&changed, &key).is_err(), "byte {position}");
    }
}

/// safety.md 9 and 10, for key files: every byte, and every length.
#[test]
fn a_key_file_that_was_changed_or_cut_off_never_opens() {
    let sealed = key_file(&Key::generate().unwrap(), PHRASE);

    for position in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[position] ^= 1 << (position % 8);

        assert!(key_in(&changed, PHRASE).is_err(), "byte {position}");
        assert!(key_in(&sealed[..position], PHRASE).is_err(), "{position} bytes");
    }
}

#[test]
fn what_is_wrong_with_a_key_is_told_apart() {
    let key = Key::generate().unwrap();
    let file = key_file(&key, PHRASE);
    let sealed = seal("# vault\n", &key);
    let last = file.len() - 1;
    let mut damaged = file.clone();
    damaged[last] ^= 1;

    assert_eq!(key_in(&file, "another"), Err(key::Error::WrongPassphrase));
    assert_eq!(key_in(&damaged, PHRASE), Err(key::Error::Damaged(Part::Content)));
    assert_eq!(key_in(&sealed, PHRASE), Err(key::Error::APlan));
    assert_eq!(key_in(b"", PHRASE), Err(key::Error::NotAKey));
    assert_eq!(
        vault::open_with(&sealed, &Key::generate().unwrap()).map(drop),
        Err(Error::WrongKey)
    );
    assert_eq!(
        vault::open(&sealed, &secret(PHRASE), Consent::NotAsked).map(drop),
        Err(Error::Unsupported(vault::Lock::Key))
    );
    assert_eq!(
        vault::open(&file, &secret(PHRASE), Consent::NotAsked).map(drop),
        Err(Error::AKey)
    );
}

/// A key file may not cost what no plan may cost, and is looked at before anything is computed.
#[test]
fn a_costly_or_endless_key_file_is_refused_before_any_work() {
    let stanza = |work: &str| {
        format!(
            "age-encryption.org/v1\n-> scrypt rF0/NwblUHHTpgQgRpe5CQ {work}\n{}\n--- {}\n0123456789abcdef0123456789abcdefx",
            "A".repeat(43),
            "A".repeat(43)
        )
    };

    assert!(matches!(
        key_in(stanza("23").as_bytes(), PHRASE),
        Err(key::Error::Vault(Error::TooCostly { work_factor: 23 }))
    ));
    assert!(matches!(
        key_in(stanza("22").as_bytes(), PHRASE),
        Err(key::Error::Vault(Error::NeedsConsent { work_factor: 22, .. }))
    ));
    assert_eq!(
        key_in(stanza("18 ").as_bytes(), PHRASE),
        Err(key::Error::Damaged(Part::Header))
    );
    assert_eq!(key_in(&vec![b'A'; key::LONGEST + 1], PHRASE), Err(key::Error::NotAKey));
}

/// Another passphrase is another key file, and the plan stays as it is, byte for byte.
#[test]
fn a_new_passphrase_for_the_key_leaves_the_plan_alone() {
    let key = Key::generate().unwrap();
    let sealed = seal("# vault\n", &key);
    let (old, new) = (key_file(&key, "old"), key_file(&key, "new"));

    for (file, phrase) in [(&old, "old"), (&new, "new")] {
        let key = key_in(file, phrase).unwrap();

        assert!(
            vault::open_with(&sealed, &key).is_ok(),
            "an old copy of the key opens it too"
        );
    }

    assert_eq!(key_in(&new, "old"), Err(key::Error::WrongPassphrase));
}

/// What the keeper takes for a key file is as long as one of ours.
#[test]
fn a_key_file_is_listed_as_one_and_never_as_a_plan() {
    let home = Home::new();
    let keeper = daypack::keep::Keeper::new(daypack::paths::Paths::within(home.path()));

    let key = Key::generate().unwrap();

    fs::write(home.join("key.age"), key.seal(&secret(PHRASE)).unwrap()).unwrap();
    fs::write(home.join("other.age"), key.seal_for(&secret(PHRASE), 10).unwrap()).unwrap();
    fs::write(home.join("notes.age"), seal("# vault\n", &key)).unwrap();
    // One digit of work, as no key of ours has: what is as long as no key is taken for a plan.
    fs::write(home.join("short.age"), key_file(&key, PHRASE)).unwrap();

    let listing = keeper
        .list(&daypack::keep::Where::Folder(home.path().to_owned()))
        .unwrap();
    let names = |found: &[daypack::keep::Found]| -> Vec<String> {
        let mut names: Vec<_> = found.iter().map(|found| found.name.clone()).collect();
        names.sort();
        names
    };

    assert_eq!(names(&listing.keys), ["key.age", "other.age"]);
    assert_eq!(names(&listing.plans), ["notes.age", "short.age"]);
    assert!(
        Path::new(key::SUGGESTED)
            .extension()
            .is_some_and(|ending| ending == "age")
    );
}
