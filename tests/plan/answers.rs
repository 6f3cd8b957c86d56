//! The answers file: the same tables as a persona's.
use super::build::*;
use super::golden::example;

use daypack::answers::{Answers, Given};
use daypack::content::{Pack, SourceFile};

fn read(text: &str) -> Result<Answers, String> {
    let pack = Pack {
        questions: [
            example().questions,
            vec![question("worry", &["police", "thief"], &["police"])],
        ]
        .concat(),
        ..example()
    };
    let file = SourceFile {
        name: "answers.toml".to_owned(),
        text: text.to_owned(),
    };

    Answers::read(&pack, &file).map_err(|findings| findings.to_string())
}

#[test]
fn a_file_says_answers_decisions_and_weights() {
    let answers = read(
        r#"
        answers = ["case.no", "worry.thief", "worry.police"]
        decisions = ["phone.leave"]

        [weigh]
        "forced" = { likelihood = 3 }
        "#,
    )
    .unwrap();

    assert_eq!(answers.given(&question_id("case")), Some(&Given::one(choice_id("no"))));
    assert_eq!(
        answers.given(&question_id("worry")),
        Some(&Given::Chosen([choice_id("police"), choice_id("thief")].into()))
    );
    assert_eq!(answers.given(&question_id("budget")), None, "not mentioned is skipped");
    assert_eq!(answers.decided(&decision_id("phone")), Some(&option_id("leave")));
    assert_eq!(answers.weight(&threat_id("forced")).likelihood, Some(3));
    assert_eq!(answers.weight(&threat_id("forced")).impact, None);
}

#[test]
fn a_file_can_say_none_of_them() {
    let answers = read(r#"none = ["worry"]"#).unwrap();

    assert_eq!(answers.given(&question_id("worry")), Some(&Given::Chosen([].into())));
}

#[test]
fn a_persona_may_be_given_as_a_file_of_answers() {
    assert!(read("name = \"Somebody\"\nabout = \"A line.\"\nanswers = [\"case.no\"]\nmust = [\"passcode\"]").is_ok());
}

#[test]
fn a_file_that_is_not_toml_is_refused_with_its_place() {
    let said = read("answers = [\"case.no\"").unwrap_err();

    assert!(said.starts_with("answers.toml:1:"), "{said}");
}

#[test]
fn none_of_them_is_refused_where_it_makes_no_sense() {
    let unknown = read(r#"none = ["wory"]"#).unwrap_err();
    let one = read(r#"none = ["case"]"#).unwrap_err();
    let both = read("answers = [\"worry.thief\"]\nnone = [\"worry\"]").unwrap_err();

    assert!(unknown.contains("there is no question `wory`"), "{unknown}");
    assert!(one.contains("takes exactly one answer"), "{one}");
    assert!(both.contains("answered with none of them"), "{both}");
}
