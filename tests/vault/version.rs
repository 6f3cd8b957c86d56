//! The versions of devices in the text of a plan: they came later than the format, and older files have none.
use super::plan::{document, small};

use daypack::content::Version;
use daypack::content::id::DeviceId;
use daypack::document::Document;

fn phone() -> DeviceId {
    DeviceId::new("iphone").unwrap()
}

#[test]
fn a_version_comes_back_from_its_file() {
    let pack = &small();
    let mut before = document(pack);

    before.answers.set_version(phone(), Version::read("iOS 26.4"));

    let text = before.encode(pack);

    assert!(text.contains("\n[versions]\niphone = \"iOS 26.4\"\n"), "{}", *text);
    assert!(Document::decode(&text, pack).unwrap() == before);
}

#[test]
fn a_file_from_before_there_were_versions_opens_as_it_was() {
    let pack = &small();
    let before = document(pack);
    let text = before.encode(pack);

    assert!(!text.contains("versions"), "nothing said, nothing written");

    let after = Document::decode(&text, pack).unwrap();

    assert!(after == before);
    assert_eq!(after.answers.all_versions().count(), 0);
}

/// A program from before keeps what it does not know as one line at the top.
#[test]
fn a_version_survives_a_program_that_does_not_know_of_it() {
    let pack = &small();
    let text = "format = \"daypack\"\nversion = 1\nversions = { iphone = \"26.4\" }\n";
    let document = Document::decode(text, pack).unwrap();

    assert_eq!(document.answers.version(&phone()).unwrap().as_str(), "26.4");
}

#[test]
fn what_is_no_version_is_refused_and_its_place_is_said() {
    let pack = &small();

    for line in [
        "iphone = 26",
        "iphone = \"\"",
        "iphone = \"\\u202e26\"",
        "\"i phone\" = \"26\"",
    ] {
        let text = format!("format = \"daypack\"\nversion = 1\n[versions]\n{line}\n");
        let error = Document::decode(&text, pack).unwrap_err();

        assert!(
            error.to_string().contains("entry 1 under `versions`"),
            "{line}: {error}"
        );
    }
}
