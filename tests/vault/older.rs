//! Plans that were saved when other questions were asked: nothing said is lost, and nothing is made up.
use daypack::answers::{Given, Known};
use daypack::content::Pack;
use daypack::content::id::{ChoiceId, QuestionId};
use daypack::document::{Change, Document};

use std::collections::BTreeSet;

/// A plan of the first version of the checklist, with the answers it had.
fn old(answers: &str) -> Document {
    let text = format!(
        "format = \"daypack\"\nversion = 1\nrevision = 3\npack = \"protest\"\npack_version = 1\ngate = \"open\"\n\n\
         [answers]\n{answers}\n\n[seen]\ncheck-in = \"0\"\n"
    );

    Document::decode(&text, Pack::built_in()).unwrap()
}

fn given(document: &Document, question: &str) -> Option<Vec<String>> {
    match document.answers.given(&QuestionId::new(question).unwrap()) {
        Some(Given::Chosen(choices)) => Some(choices.iter().map(ToString::to_string).collect()),
        Some(Given::Unknown) => Some(vec!["unknown".to_owned()]),
        None => None,
    }
}

fn is_assumed(document: &Document, question: &str, choice: &str) -> bool {
    let pack = Pack::built_in();
    let question = pack.question(&QuestionId::new(question).unwrap()).unwrap();

    Known::new(pack, &document.answers).is_asked(&question.id)
        && document.answers.given(&question.id).is_none()
        && question.unknown_means.contains(&ChoiceId::new(choice).unwrap())
}

#[test]
fn answers_of_an_older_plan_stand_where_they_are_asked_now() {
    let document = old(
        "about = [\"organiser\"]\nsecrets = [\"messages\", \"papers\"]\nworry = [\"police\"]\n\
                        courts = [\"none\"]\ncrossing = [\"foreigner\"]\nbrings = [\"iphone\"]\ncomputers = [\"macos\"]\n\
                        films = [\"publish\"]\nneeds = [\"calls\"]\nhelper = [\"friend\"]",
    );

    assert_eq!(given(&document, "about").unwrap(), ["organiser", "private", "status"]);
    assert_eq!(given(&document, "worry").unwrap(), ["border", "police", "unchecked"]);
    assert_eq!(given(&document, "travel").unwrap(), ["foreigner"]);
    assert_eq!(given(&document, "brings").unwrap(), ["home", "iphone"]);
    assert_eq!(given(&document, "home").unwrap(), ["macos"]);
    assert_eq!(given(&document, "day").unwrap(), ["calls", "publish"]);

    for gone in ["secrets", "courts", "crossing", "computers", "films", "needs", "helper"] {
        assert_eq!(given(&document, gone), None, "{gone}");
    }
}

#[test]
fn a_question_that_took_over_others_is_open_until_all_of_them_were_answered() {
    let document = old("films = [\"publish\"]\nneeds = \"unknown\"\nhelper = [\"legal\"]");

    assert_eq!(given(&document, "day"), None);
    assert!(
        is_assumed(&document, "day", "medical"),
        "being careful, all of it counts"
    );
    assert_eq!(given(&document, "films").unwrap(), ["publish"], "it is kept");
    assert!(
        document
            .changes(Pack::built_in())
            .contains(&Change::Asks(QuestionId::new("day").unwrap())),
        "the person is told"
    );
}

#[test]
fn what_was_skipped_stays_skipped() {
    let document = old("about = \"unknown\"\nsecrets = [\"messages\"]\nworry = [\"police\"]\ncourts = \"unknown\"");

    assert_eq!(given(&document, "about").unwrap(), ["unknown"]);
    assert_eq!(given(&document, "worry").unwrap(), ["police"]);
}

#[test]
fn an_answer_that_moved_once_does_not_come_back_after_it_was_taken_back() {
    let pack = Pack::built_in();
    let mut document = old("films = [\"publish\"]\nneeds = \"unknown\"\nhelper = [\"legal\"]");
    let day = QuestionId::new("day").unwrap();

    document.answers.give(day.clone(), Given::Chosen(BTreeSet::new()));
    document.see(pack, &daypack::plan::Plan::new(pack, &document.answers));

    let again = Document::decode(&document.encode(pack), pack).unwrap();

    assert_eq!(again.answers.given(&day), Some(&Given::Chosen(BTreeSet::new())));
}

#[test]
fn every_question_and_answer_of_the_first_version_is_still_known_or_says_what_became_of_it() {
    const FIRST: [(&str, &[&str]); 9] = [
        ("courts", &["trusted", "doubtful", "none"]),
        (
            "computers",
            &["windows-home", "windows-pro", "macos", "linux-gnome", "linux-kde"],
        ),
        (
            "secrets",
            &[
                "messages", "contacts", "photos", "places", "browsing", "health", "identity", "papers", "work",
                "accounts",
            ],
        ),
        ("crossing", &["no", "citizen", "foreigner"]),
        ("films", &["no", "friends", "publish", "evidence"]),
        ("needs", &["calls", "maps", "medical", "breathing", "marks"]),
        ("helper", &["nobody", "friend", "legal"]),
        ("online", &["face", "address", "posts"]),
        ("budget", &["quarter", "hour", "hour-some", "weekend", "device"]),
    ];

    let pack = Pack::built_in();

    for (question, choices) in FIRST {
        let retired = pack
            .retired
            .iter()
            .find(|retired| retired.id == format!("question:{question}"))
            .unwrap_or_else(|| panic!("{question} is gone without a word"));
        let heir = retired.replaced_by.strip_prefix("question:").unwrap();
        let heir = pack.question(&QuestionId::new(heir).unwrap()).unwrap();

        for choice in choices {
            let is_told = pack
                .retired
                .iter()
                .any(|retired| retired.id == format!("choice:{question}.{choice}"));

            assert!(
                is_told || heir.choice(&ChoiceId::new(choice).unwrap()).is_some(),
                "{question}.{choice} is gone without a word"
            );
        }
    }
}
