//! Files made to hurt: nothing opens, nothing panics, nothing costs.
use super::{FAST, Random, open, seal, secret};

use daypack::vault::crypt::{self, For};
use daypack::vault::scan::scan;
use daypack::vault::{self, Consent, Error, Part};

use std::fs;
use std::thread;
use std::time::Duration;

const SALT: &str = "rF0/NwblUHHTpgQgRpe5CQ";
const BODY: &str = "gUjEymFKMVXQEKdMMHL24oYexjE3TIC0O0zGSqJ2aUY";

/// A file with this header, and something that looks sealed.
fn file(stanzas: &str) -> Vec<u8> {
    let mut bytes = format!("age-encryption.org/v1\n{stanzas}--- {BODY}\n").into_bytes();
    bytes.extend([0x5a; 600]);
    bytes
}

fn asking_for(work_factor: &str) -> String {
    format!("-> scrypt {SALT} {work_factor}\n{BODY}\n")
}

/// safety.md 2. The scanner runs no key derivation, so what it refuses has cost none.
#[test]
fn twelve_odd_files_are_refused_before_any_work_is_done() {
    let long_body = format!("{}\n", "A".repeat(64)).repeat(78);
    let armor = format!(
        "-----BEGIN AGE ENCRYPTED FILE-----\n{}\n-----END AGE ENCRYPTED FILE-----\n",
        "A".repeat(1 << 20)
    );

    let mut count = 0;
    let mut refused = |bytes: &[u8], expected: Error| {
        assert_eq!(scan(bytes).map(|_| ()), Err(expected.clone()));
        assert_eq!(open(bytes, "any").map(|_| ()).unwrap_err(), expected);
        count += 1;
    };

    for work_factor in ["10aaaa", "1a", "018", "18 ", "255", "256"] {
        refused(&file(&asking_for(work_factor)), Error::Damaged(Part::Header));
    }

    refused(&file(&asking_for("10").repeat(2)), Error::Damaged(Part::Header));
    refused(
        &file(&format!("-> X25519 {SALT}\n{BODY}\n").repeat(65)),
        Error::Damaged(Part::Header),
    );
    refused(
        &file(&format!("-> scrypt {SALT} 18\n{long_body}\n")),
        Error::Damaged(Part::Header),
    );
    refused(armor.as_bytes(), Error::Damaged(Part::Armor));

    for work_factor in [23, 60] {
        let costly = file(&asking_for(&work_factor.to_string()));

        assert_eq!(
            open(&costly, "any").map(|_| ()).unwrap_err(),
            Error::TooCostly { work_factor }
        );
        count += 1;
    }

    assert_eq!(count, 12);
}

/// safety.md 2, the last one: this can be seen only once the file is open.
#[test]
fn a_plan_whose_end_is_missing_is_refused() {
    for text in [
        "# vault\nformat = \"daypack\"\n",
        "# vault\n# end\n\nmore = 1\n",
        "# vault\n# end",
    ] {
        let sealed = crypt::encrypt(text.as_bytes(), &For::Passphrase("end", FAST)).unwrap();
        let opened = open(&sealed, "end").map(|_| ());

        match text {
            "# vault\n# end" => assert_eq!(opened, Ok(())),
            _ => assert_eq!(opened, Err(Error::Damaged(Part::Text)), "{text:?}"),
        }
    }
}

/// Opens each of `mutants` on two threads, and counts those that opened.
fn opened(mutants: &[Vec<u8>], phrase: &str) -> usize {
    let count = |half: &[Vec<u8>]| half.iter().filter(|mutant| open(mutant, phrase).is_ok()).count();
    let (one, two) = mutants.split_at(mutants.len() / 2);

    thread::scope(|scope| {
        let other = scope.spawn(|| count(one));

        count(two) + other.join().expect("no mutant panics")
    })
}

/// safety.md 9.
#[test]
fn a_file_with_one_changed_byte_never_opens() {
    let sealed = seal("# vault\nquiet = true\n", "flip");
    let mut random = Random(9);
    let mut places: Vec<usize> = (0..300).chain(sealed.len() - 300..sealed.len()).collect();

    places.extend((0..2_000).map(|_| random.below(sealed.len())));

    let mutants: Vec<Vec<u8>> = places
        .iter()
        .map(|place| {
            let mut mutant = sealed.clone();
            mutant[*place] ^= 1 << random.below(8);
            mutant
        })
        .collect();

    assert_eq!(mutants.len(), 2_600);
    assert!(open(&sealed, "flip").is_ok());
    assert_eq!(opened(&mutants, "flip"), 0);
}

/// safety.md 9: three with the work that the program writes.
#[test]
fn a_file_as_we_write_it_does_not_open_with_a_changed_byte_either() {
    let sealed = vault::seal_text("# vault\n", &secret("flip")).unwrap();

    for (place, part) in [
        (60, Part::Seal),
        (170, Part::Content),
        (sealed.len() - 1, Part::Content),
    ] {
        let mut mutant = sealed.clone();
        mutant[place] ^= 1;
        let error = open(&mutant, "flip").map(|_| ()).unwrap_err();

        match place {
            60 => assert!(matches!(error, Error::WrongPassphrase | Error::Damaged(_)), "{error:?}"),
            _ => assert_eq!(error, Error::Damaged(part)),
        }
    }
}

/// safety.md 10.
#[test]
fn a_file_that_was_cut_off_never_opens() {
    let sealed = seal("# vault\nquiet = true\n", "cut");
    let mut random = Random(10);
    let lengths = (0..400).chain((0..500).map(|_| random.below(sealed.len())).collect::<Vec<_>>());
    let cut: Vec<Vec<u8>> = lengths.map(|length| sealed[..length].to_vec()).collect();

    assert_eq!(cut.len(), 900);
    assert_eq!(opened(&cut, "cut"), 0);

    let longer = [sealed.as_slice(), b"\n"].concat();
    assert_eq!(
        open(&longer, "cut").map(|_| ()).unwrap_err(),
        Error::Damaged(Part::Content)
    );
}

/// safety.md 16. `age` alone reads such a header again from its start after every line.
#[test]
fn a_header_without_end_is_refused_at_once() {
    for size in [1 << 10, 64 << 10, 1 << 20, 12 << 20] {
        let stanza = "-> a b\n\n";
        let bombs = [
            format!("age-encryption.org/v1\n{}", stanza.repeat(size / stanza.len())),
            format!("age-encryption.org/v1\n-> {}", "a".repeat(size)),
            format!("age-encryption.org/{}", "v".repeat(size)),
            format!("-----BEGIN AGE ENCRYPTED FILE-----\n{}", "A".repeat(size)),
        ];

        for bomb in &bombs {
            let before = worked();
            assert!(open(bomb.as_bytes(), "any").is_err());
            let took = worked() - before;

            assert!(took < Duration::from_millis(20), "{size}: {:.40} took {took:?}", bomb);
        }
    }
}

/// How long this thread has worked so far. Not the clock on the wall: the machine may have other things to do.
fn worked() -> Duration {
    let said = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    let nanoseconds = said.split(' ').next().unwrap().parse().unwrap();

    Duration::from_nanos(nanoseconds)
}

/// A whole file may come in any shape; only the error may differ.
#[test]
fn noise_is_refused_without_a_panic() {
    let sealed = seal("# vault\n", "noise");
    let mut random = Random(62);

    for _ in 0..3_000 {
        let mut noise = sealed[..random.below(400)].to_vec();
        let changes = 1 + random.below(6);

        for _ in 0..changes {
            let place = random.below(noise.len() + 1);

            match random.below(3) {
                0 => noise.insert(place, random.next() as u8),
                1 => noise.truncate(place),
                _ => noise.extend_from_within(..place.min(60)),
            }
        }

        assert!(vault::open(&noise, &secret("noise"), Consent::NotAsked).is_err());
    }
}
