//! What a type says of itself in a message of ours, a panic or a log: nothing of what a person said. safety.md 46.
use super::canary::{self, canary};
use crate::support;

use daypack::answers::{Answers, Given, Weight};
use daypack::content::Pack;
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::keep::{Expect, Previous, Request, Telling, Warning};
use daypack::plan::Plan;
use daypack::plan::progress::Earlier;
use daypack::plan::restore::restore;
use daypack::vault::{self, Consent};

use std::fmt::Debug;

/// Rooms in which every text is a checklist's, or made of one.
const PUBLIC: &[&str] = &[
    "src/content",
    "src/sheet",
    "src/print",
    "src/font",
    "src/words",
    "src/language",
    "src/gui/widget/",
    "src/gui/theme",
];

/// Types that say their texts all the same, and what those are.
const EXEMPT: &[(&str, &str, &str)] = &[
    (
        "src/apart/hello.rs",
        "Fallen",
        "where a plan lies; nothing ever prints it",
    ),
    (
        "src/apart/hello.rs",
        "Opening",
        "where a plan lies; nothing ever prints it",
    ),
    ("src/cli/failure.rs", "Failure", "a sentence of ours, and what to do"),
    ("src/document.rs", "MadeWith", "the name and version of a checklist"),
    ("src/document/changes.rs", "Change", "names and words of a checklist"),
    ("src/file/read.rs", "Text", "a file of a checklist"),
    (
        "src/gui/app.rs",
        "Message",
        "what was pressed, and where a dropped file lies: nothing ever prints it",
    ),
    ("src/gui/gallery.rs", "Message", "made-up texts"),
    ("src/gui/notice.rs", "Notice", "a sentence of ours, and what to do"),
    ("src/gui/screen/after.rs", "Fold", "names of a checklist"),
    (
        "src/gui/screen/print/wish.rs",
        "Wish",
        "which language, of those there are",
    ),
    ("src/gui/shortcut/lines.rs", "Line", "a key, and what it does"),
    (
        "src/keep/warning.rs",
        "Warning",
        "the name of a program that copies folders",
    ),
    ("src/licences.rs", "Part", "what the program is made of"),
    ("src/settings.rs", "Found", "a file of settings"),
    ("src/settings.rs", "Notice", "the name of a setting"),
    ("src/settings.rs", "Settings", "which language, of those there are"),
    ("src/stack.rs", "Laid", "the title of a handout"),
    ("src/stack.rs", "Pile", "which handout a pile is of"),
    ("src/usage/refusal.rs", "Refusal", "a sentence of ours, and what to do"),
    ("src/vault/error.rs", "Lock", "the name of a sort of encryption"),
    (
        "src/vault/paper/error.rs",
        "Error",
        "the letters and numbers of parts, as the paper has them",
    ),
    ("src/vault/scan.rs", "Scanned", "what is encrypted"),
];

/// Kinds of field that hold letters of any sort.
const TEXTS: &[&str] = &[
    "String",
    "PathBuf",
    "OsString",
    "str",
    "Cow",
    "Vec<u8>",
    "Box<[u8]>",
    "Zeroizing",
];

/// Types in `source` that say of themselves, letter for letter, what is in a text.
fn tellers(source: &str) -> Vec<String> {
    let lines: Vec<_> = source.lines().map(str::trim).collect();
    let mut found = Vec::new();

    for (at, line) in lines.iter().enumerate() {
        if !line.starts_with("#[derive(") {
            continue;
        }

        let derives: String = lines[at..]
            .iter()
            .take_while(|it| it.starts_with("#[derive(") || !it.contains("struct ") && !it.contains("enum "))
            .copied()
            .collect();
        let Some(first) = lines[at..]
            .iter()
            .position(|it| it.contains("struct ") || it.contains("enum "))
        else {
            continue;
        };
        let body = body(&lines[at + first..]);
        let name = body
            .split_once("struct ")
            .or_else(|| body.split_once("enum "))
            .map(|(_, rest)| rest.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default());
        let words: Vec<_> = body.split(|it: char| !it.is_alphanumeric()).collect();
        let has_text = TEXTS.iter().any(|text| match text.contains('<') {
            true => body.contains(text),
            false => words.contains(text),
        });

        if has_text && derives.split(['(', ')', ',', ' ']).any(|it| it == "Debug") {
            found.extend(name.map(str::to_owned));
        }
    }

    found
}

/// The source up to the tests at its end.
fn before_tests(source: &str) -> &str {
    source
        .split_once("#[cfg(test)]\nmod tests")
        .map_or(source, |(before, _)| before)
}

/// A type from its name to its end, without comments and attributes.
fn body(lines: &[&str]) -> String {
    let mut body = String::new();
    let mut depth = 0_i64;

    for line in lines
        .iter()
        .filter(|line| !line.starts_with("//") && !line.starts_with('#'))
    {
        body.push_str(line);
        body.push(' ');
        depth += line.matches(['{', '(']).count() as i64;
        depth -= line.matches(['}', ')']).count() as i64;

        if depth <= 0 && (line.ends_with(';') || line.ends_with('}')) {
            break;
        }
    }

    body
}

#[test]
fn no_type_that_holds_what_somebody_said_says_it() {
    let mut found = Vec::new();

    for source in support::sources("src", "rs") {
        if PUBLIC.iter().all(|room| !source.path.starts_with(room)) {
            found.extend(
                tellers(before_tests(&source.text))
                    .into_iter()
                    .map(|name| (source.path.clone(), name)),
            );
        }
    }

    let is_known = |path: &str, name: &str| EXEMPT.iter().any(|it| (it.0, it.1) == (path, name));
    let unknown: Vec<_> = found.iter().filter(|(path, name)| !is_known(path, name)).collect();
    let gone: Vec<_> = EXEMPT
        .iter()
        .filter(|(path, name, _)| !found.iter().any(|it| (it.0.as_str(), it.1.as_str()) == (*path, *name)))
        .collect();

    assert!(
        unknown.is_empty(),
        "these say their texts in their Debug; write one by hand that does not, or say why it may: {unknown:#?}"
    );
    assert!(gone.is_empty(), "these do not any more: {gone:#?}");
}

#[test]
fn a_type_that_would_say_it_is_seen() {
    let telling =
        "/// A note.\n#[derive(Debug, Clone)]\n#[allow(x)]\npub struct Note {\n    /// Words.\n    words: String,\n}\n";

    assert_eq!(tellers(telling), ["Note"]);
    assert_eq!(tellers(&telling.replace("Debug, ", "")), [""; 0]);
    assert_eq!(tellers(&telling.replace("String", "u8")), [""; 0]);
    assert_eq!(
        tellers("#[derive(\n    Debug,\n    Clone,\n)]\nenum Said {\n    Path(PathBuf),\n    None,\n}"),
        ["Said"]
    );
    assert_eq!(tellers("#[derive(Debug)]\npub(crate) struct Raw(Vec<u8>);\n"), ["Raw"]);
}

/// A text that a value says of itself: whole, in short, and in any of the ways numbers are shown.
fn says(what: &str, value: &dyn Debug) {
    let (short, long) = (format!("{value:?}"), format!("{value:#?}"));

    for text in [short, long] {
        for canary in canary::all() {
            let bytes = format!("{:?}", canary.as_bytes());
            let inside = bytes.trim_matches(['[', ']']);

            assert!(!text.contains(&canary), "{what}: {text}");
            assert!(!text.contains(inside), "{what}, as numbers: {text}");
        }

        assert!(!text.contains("iphone"), "{what} says an answer: {text}");
    }
}

#[test]
fn what_somebody_said_is_in_no_debug_text() {
    let pack = Pack::built_in();
    let mut document = Document::new(pack);
    let notes = canary::notes(canary::COUNT);
    let persona = "answers = [\"event.march\", \"brings.iphone\", \"case.no\"]";
    let answers = Answers::read(
        pack,
        &daypack::content::SourceFile {
            name: "answers.toml".to_owned(),
            text: persona.to_owned(),
        },
    )
    .unwrap();
    let given: Vec<&Given> = answers.all_given().map(|(_, given)| given).collect();
    let plan = Plan::new(pack, &answers);
    let phrase = Secret::from_text(&canary(1)).unwrap();

    document.answers = answers.clone();
    document.progress = notes.clone();

    let text = document.encode(pack);
    let sealed = vault::seal_with(&text, &phrase, 4).unwrap();
    let opened = vault::open(&sealed, &phrase, Consent::NotAsked).unwrap();

    assert!((0..canary::COUNT).all(|number| opened.plaintext.contains(&canary(number))));

    says("a document", &document);
    says("answers", &answers);
    says("a given answer", &given);
    says("a weight", &Weight::default());
    says("notes", &notes);
    says("a note", &Earlier::Other(canary(3)));
    says("a plan", &plan);
    says("the way back", &restore(pack, &plan, &notes));
    says("a passphrase", &phrase);
    says("a warning", &Warning::Telling(Telling::Word(canary(4))));
    says(
        "a request",
        &Request::Save {
            path: canary(2).into(),
            bytes: text.as_bytes().to_vec(),
            expect: Expect::Anything,
            previous: Previous::Keep,
        },
    );
}

/// What cannot be read says where and why, and not what it says.
#[test]
fn what_somebody_said_is_in_no_error() {
    let pack = Pack::built_in();
    let head = Document::new(pack).encode(pack);
    let words = canary(7);
    let broken = [
        format!("[[earlier]]\nnote = \"{words}\"\n"),
        format!("[[mark]]\nmeasure = \"{words}\"\non = \"person\"\nstate = \"done\"\n"),
        format!("[[mark]]\nmeasure = 1\non = \"{words}\"\n"),
        format!("[answers]\n\"{words}\" = [\"{words}\"]\n"),
        format!("[answers]\nbrings = [\"{words}\"]\n"),
        format!("[weigh]\n\"{words}\" = {{ likelihood = 99 }}\n"),
        format!("[decisions]\nx = \"{words}\n"),
        format!("x = {words}\n"),
        format!("[\"{words}\"\n"),
    ];
    let mut count = 0;

    for text in broken {
        let whole = head.replace("# end", &format!("{text}# end"));

        for text in [whole, text] {
            if let Err(error) = Document::decode(&text, pack) {
                count += 1;
                assert!(
                    !format!("{error} {error:?} {}", error.advice()).contains(canary::START),
                    "{error}"
                );
            }
        }
    }

    assert!(count >= 9, "{count} were refused");

    for bytes in [
        words.as_bytes(),
        format!("age-encryption.org/v1\n-> {words}\n").as_bytes(),
    ] {
        let error = vault::open(bytes, &Secret::from_text(&canary(8)).unwrap(), Consent::NotAsked).err();
        let error = error.expect("that is no plan");

        assert!(!format!("{error:?}").contains("plumage"), "{error:?}");
    }
}
