//! The community's test vectors for age files, through our own way in.
//!
//! They are not copied: the published `age` crate carries them, and `cargo metadata` knows where it is.
use super::{FAST, secret};
use crate::support;

use daypack::vault::crypt::{self, For, Key};
use daypack::vault::{self, Error, Part};

use age::x25519;
use flate2::read::ZlibDecoder;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use std::env;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;

/// The largest vector, in bytes, is larger than a plan may be.
const LARGEST: usize = 32 << 20;

/// A vector: what must happen, and to which file.
#[derive(Default)]
struct Vector {
    name: String,
    expect: String,
    payload: Option<String>,
    identity: Option<x25519::Identity>,
    passphrase: Option<String>,
    file: Vec<u8>,
}

impl Vector {
    fn read(path: &Path) -> Self {
        let bytes = fs::read(path).unwrap();
        let mut rest = bytes.as_slice();
        let mut vector = Self {
            name: path.file_name().unwrap().to_str().unwrap().to_owned(),
            ..Self::default()
        };
        let mut is_compressed = false;

        loop {
            let end = rest.iter().position(|byte| *byte == b'\n').expect("a line");
            let line = str::from_utf8(&rest[..end]).unwrap().to_owned();
            rest = &rest[end + 1..];

            match line.split_once(": ") {
                Some(("expect", value)) => value.clone_into(&mut vector.expect),
                Some(("payload", value)) => vector.payload = Some(value.to_owned()),
                Some(("identity", value)) => vector.identity = Some(x25519::Identity::from_str(value).unwrap()),
                Some(("passphrase", value)) => vector.passphrase = Some(value.to_owned()),
                Some(("compressed", value)) => is_compressed = value == "zlib",
                Some(_) => {}
                None => break,
            }
        }

        if is_compressed {
            ZlibDecoder::new(rest).read_to_end(&mut vector.file).unwrap();
        } else {
            vector.file = rest.to_vec();
        }

        vector
    }

    /// What our way in makes of it, and every byte that came out, even before an error.
    fn open(&self) -> (Result<(), Error>, Zeroizing<Vec<u8>>) {
        let nobody = x25519::Identity::generate();
        let mut released = Zeroizing::new(Vec::new());
        let key = match (&self.passphrase, &self.identity) {
            (Some(passphrase), _) => Key::Passphrase(passphrase),
            (None, Some(identity)) => Key::Identity(identity),
            (None, None) => Key::Identity(&nobody),
        };

        (vault::open_any(&self.file, &key, LARGEST, &mut released), released)
    }
}

/// The vectors' word for what happened.
fn class(result: &Result<(), Error>) -> &'static str {
    match result {
        Ok(()) => "success",
        Err(Error::WrongPassphrase | Error::Unsupported(vault::Lock::Other(_))) => "no match",
        Err(Error::Damaged(Part::Armor)) => "armor failure",
        Err(Error::Damaged(Part::Seal)) => "HMAC failure",
        Err(Error::Damaged(Part::Content)) => "payload failure",
        Err(
            Error::Damaged(Part::Header)
            | Error::NotAVault
            | Error::TooCostly { .. }
            | Error::Unsupported(vault::Lock::NewerFormat),
        ) => "header failure",
        Err(_) => "something else",
    }
}

fn vectors() -> Vec<Vector> {
    // Only what this machine needs has been fetched.
    let platform = format!("{}-unknown-linux-gnu", env::consts::ARCH);
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--offline",
            "--locked",
            "--filter-platform",
            &platform,
        ])
        .current_dir(support::root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("cargo's metadata");
    let package = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .find(|package| package["name"] == "age")
        .unwrap();
    let manifest = PathBuf::from(package["manifest_path"].as_str().unwrap());

    support::files(&manifest.with_file_name("tests/testdata/testkit"))
        .iter()
        .map(|path| Vector::read(path))
        .collect()
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// safety.md 1.
#[test]
fn every_vector_of_the_community_ends_as_it_must() {
    let vectors = vectors();
    let mut wrong = Vec::new();

    assert_eq!(vectors.len(), 123);

    for vector in &vectors {
        let (result, released) = vector.open();

        if class(&result) != vector.expect {
            wrong.push(format!(
                "{}: {} instead of {} ({result:?})",
                vector.name,
                class(&result),
                vector.expect
            ));
        }

        if let Some(payload) = &vector.payload
            && hash(&released) != *payload
        {
            wrong.push(format!("{}: other bytes came out", vector.name));
        }
    }

    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// safety.md 1: a lock that is not in the kit.
#[test]
fn a_hybrid_header_is_named_and_not_tried() {
    let body = format!("{}\n", "A".repeat(64)).repeat(23);
    let stanza = format!("-> mlkem768x25519 {}\n{body}AAAA\n", "A".repeat(1_493));
    let file = format!(
        "age-encryption.org/v1\n{stanza}--- {}\n0123456789abcdef",
        "A".repeat(43)
    );
    let mut released = Zeroizing::new(Vec::new());
    let result = vault::open_any(file.as_bytes(), &Key::Passphrase("any"), LARGEST, &mut released);

    assert!(
        matches!(result, Err(Error::Unsupported(vault::Lock::PostQuantum))),
        "{result:?}"
    );
    assert!(released.is_empty());
}

/// safety.md 7, with keys of our own: `age` offers no way to seal with a given file key.
#[test]
fn what_opens_can_be_sealed_again_and_opens_again() {
    let owner = x25519::Identity::generate();
    let mut count = 0;

    for vector in vectors().iter().filter(|vector| vector.expect == "success") {
        let (result, released) = vector.open();
        result.unwrap();

        let ways = [
            (For::Passphrase("again", FAST), Key::Passphrase("again")),
            (For::Recipient(&owner.to_public()), Key::Identity(&owner)),
        ];

        for (for_whom, key) in ways {
            let sealed = crypt::encrypt(&released, &for_whom).unwrap();
            let mut again = Zeroizing::new(Vec::new());

            vault::open_any(&sealed, &key, LARGEST, &mut again).unwrap();
            assert_eq!(again, released, "{}", vector.name);
        }

        count += 1;
    }

    assert_eq!(count, 20);
}

/// A plan is smaller than the largest vectors: the real way in says so before it looks further.
#[test]
fn a_vector_larger_than_any_plan_is_too_large() {
    let vectors = vectors();
    let large = vectors
        .iter()
        .find(|vector| vector.name == "stream_257_chunks")
        .unwrap();

    assert!(matches!(
        vault::open(&large.file, &secret("any"), vault::Consent::NotAsked),
        Err(Error::TooLarge)
    ));
}
