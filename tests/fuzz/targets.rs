//! One function for each door that a stranger's bytes come in by. None may panic, hang or take much memory,
//! and what it lets in must hold what the room behind it promises.
//!
//! The tests throw seeds with mistakes at them in every run; `cargo fuzz` (see `README.md` here) searches
//! further, by the same functions.
use daypack::answers::Answers;
use daypack::apart::{Hello, Said};
use daypack::content::{Pack, SourceFile, text};
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::keep::wire::{Answer, Wire, decode, encode};
use daypack::plan::Plan;
use daypack::settings::Settings;
use daypack::vault::crypt::{self, For};
use daypack::vault::key::{self, Key};
use daypack::vault::paper::{self, Gathered};
use daypack::vault::{self, Consent, Error, padding, scan};

use std::sync::LazyLock;

/// The name of a target, and what it does with the bytes.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const ALL: [Target; 14] = [
    ("answers", answers),
    ("armour", armour),
    ("document", document),
    ("hello", hello),
    ("key", key),
    ("overlay", overlay),
    ("pack", pack),
    ("padding", padding),
    ("paper", scanned),
    ("scanner", scanner),
    ("sealed", sealed),
    ("settings", settings),
    ("text", cleaned),
    ("wire", wire),
];

/// The outside of a file, before anything is computed.
pub fn scanner(data: &[u8]) {
    let Ok(scanned) = scan::scan(data) else { return };

    assert!(scanned.content_len() <= data.len());

    // What was let in once is let in again, without its armour.
    let again = scan::scan(&scanned.binary).expect("it was whole");

    assert_eq!(again.work_factor, scanned.work_factor);
    assert_eq!(again.content_len(), scanned.content_len());
}

/// The same inside armour.
pub fn armour(data: &[u8]) {
    const BEGIN: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----\n";
    const END: &[u8] = b"\n-----END AGE ENCRYPTED FILE-----\n";

    scanner(&[BEGIN, data, END].concat());
}

/// Any text behind the right passphrase: the file is whole, and what is in it is not.
pub fn sealed(data: &[u8]) {
    let passphrase = Secret::from_text("right").expect("it is short");
    let file = crypt::encrypt(data, &For::Passphrase("right", 1)).expect("it is not too long");

    match vault::open(&file, &passphrase, Consent::NotAsked) {
        Ok(opened) => {
            if let Ok(document) = opened.document(Pack::built_in()) {
                is_stable(&document);
            }
        }
        Err(error) => assert!(!matches!(error, Error::WrongPassphrase), "it was the right one"),
    }
}

/// A key file, from outside and behind the right passphrase; and what is in it as a plan for a key.
pub fn key(data: &[u8]) {
    let passphrase = Secret::from_text("right").expect("it is short");

    if let Err(error) = key::scan(data) {
        is_said(&error.to_string());
    }

    let file = crypt::encrypt(data, &For::Passphrase("right", 1)).expect("it is not too long");

    match Key::open(&file, &passphrase, Consent::NotAsked) {
        Ok((key, _)) => {
            let again = key.seal_for(&passphrase, 1).expect("it is a key");
            let (again, _) = Key::open(&again, &passphrase, Consent::NotAsked).expect("we wrote it");

            assert!(again == key);
        }
        Err(error) => assert!(error != key::Error::WrongPassphrase, "it was the right one"),
    }

    static OWN: LazyLock<Key> = LazyLock::new(|| Key::generate().expect("random numbers"));

    if let Err(error) = vault::open_with(data, &OWN) {
        is_said(&error.to_string());
    }
}

/// The text of a plan, of this version or an older one.
pub fn document(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };

    match Document::decode(text, Pack::built_in()) {
        Ok(document) => is_stable(&document),
        Err(error) => is_said(&error.to_string()),
    }
}

/// What was read can be written, and reads the same.
fn is_stable(document: &Document) {
    let pack = Pack::built_in();
    let text = document.encode(pack);
    let again = Document::decode(&text, pack).expect("we wrote it");

    assert_eq!(*again.encode(pack), *text);
}

/// A checklist of a stranger.
pub fn pack(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let file = [source("pack.toml", text)];
    let (pack, findings) = Pack::read_with_warnings(&file);

    assert!(pack.is_some() || findings.has_errors());
    is_said(&findings.render(&file, false));
}

/// Another language of a checklist: other words, and nothing else.
pub fn overlay(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let base = include_str!("../fixtures/packs/base.toml");
    let files = [source("base.toml", base), source("lang/de.toml", text)];
    let (pack, findings) = Pack::read_with_warnings(&files);

    assert!(pack.is_some() || findings.has_errors());
    is_said(&findings.render(&files, false));

    let Some(pack) = pack else { return };
    let Some(spoken) = pack.in_language("de") else { return };
    let same = |answers: &Answers| {
        let (here, there) = (Plan::new(&pack, answers), Plan::new(&spoken, answers));
        let of = |plan: &Plan| {
            plan.items
                .iter()
                .map(|it| (it.measure.clone(), it.when, it.gain))
                .collect::<Vec<_>>()
        };

        assert_eq!(of(&here), of(&there));
        assert_eq!(
            (here.gate, here.first, here.left),
            (there.gate, there.first, there.left)
        );
    };

    same(&Answers::default());
    pack.personas.iter().map(Answers::of).for_each(|answers| same(&answers));
    spoken.measures.iter().for_each(|it| is_said(&it.title));
}

/// What a reader of codes or a keyboard gives back from paper.
pub fn scanned(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut gathered = Gathered::new();

    gathered.add(&text);

    let (there, count) = (gathered.present().len(), gathered.count().unwrap_or(0));

    assert!(there + gathered.missing().len() >= usize::from(count));
    assert!(gathered.foreign().is_sorted());

    let whole = gathered.whole();

    match gathered.join() {
        Ok(sealed) => assert_eq!(whole.as_ref(), Ok(&sealed)),
        Err(error) => {
            is_said(&error.to_string());
            is_said(error.advice());
        }
    }

    // Read twice is read once.
    gathered.add(&text);
    assert_eq!(gathered.whole(), whole);

    comes_back(data);
}

/// Any bytes, cut and read backwards, are the same bytes.
fn comes_back(data: &[u8]) {
    let Some((count, bytes)) = data.split_first() else {
        return;
    };
    let Ok(cut) = paper::cut_into(bytes, usize::from(*count)) else {
        return;
    };
    let mut gathered = Gathered::new();

    cut.texts
        .iter()
        .rev()
        .for_each(|text| gathered.add(&text.to_lowercase()));
    assert_eq!(gathered.whole().as_deref(), Ok(bytes));
}

/// A file of answers.
pub fn answers(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let file = source("answers.toml", text);

    if let Err(findings) = Answers::read(Pack::built_in(), &file) {
        is_said(&findings.render(&[file], false));
    }
}

/// Text that will be shown.
pub fn cleaned(data: &[u8]) {
    let Ok(words) = str::from_utf8(data) else { return };

    match text::clean(words) {
        Ok(cleaned) => {
            assert!(!cleaned.chars().any(text::is_refused));
            assert_eq!(text::clean(&cleaned).as_deref(), Ok(&*cleaned), "it is clean");
        }
        Err(refused) => assert!(words.is_char_boundary(refused.at().min(words.len()))),
    }
}

/// What fills a text up to its size.
pub fn padding(data: &[u8]) {
    let Ok(kept) = padding::stripped(data) else { return };

    assert!(data.starts_with(kept.as_bytes()));

    let filled = padding::padded(kept).expect("it is shorter than it was");

    assert_eq!(padding::stripped(&filled).map(str::trim_end), Ok(kept.trim_end()));
}

/// The settings on this computer.
pub fn settings(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let (settings, notices) = Settings::decode(text);

    notices.iter().for_each(|notice| is_said(&notice.to_string()));
    assert_eq!(Settings::decode(&settings.encode()), (settings, Vec::new()));
}

/// What a worker says to its keeper.
pub fn wire(data: &[u8]) {
    is_understood_or_refused::<Said>(data);
}

/// What a keeper says to its worker.
pub fn hello(data: &[u8]) {
    is_understood_or_refused::<Hello>(data);
    is_understood_or_refused::<Answer>(data);
}

/// What is understood can be said again, and is then understood as the same.
fn is_understood_or_refused<T: Wire>(data: &[u8]) {
    if let Ok(understood) = decode::<T>(data) {
        let said = encode(&understood);

        assert!(decode::<T>(&said).is_ok_and(|again| encode(&again) == said));
    }
}

fn source(name: &str, text: &str) -> SourceFile {
    SourceFile {
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

/// Nothing that steers a terminal reaches the person.
fn is_said(words: &str) {
    assert!(!words.chars().any(text::is_refused), "{words:?}");
}
