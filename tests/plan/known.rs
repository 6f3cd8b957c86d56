//! What follows from answers: unknown, parked, roles, the gate, the interview.
use super::build::*;

use daypack::answers::{Answers, Given, Known, LegalGate};
use daypack::content::rule::{Conditions, Facts, Truth};
use daypack::content::{Choice, GateRole, Kind, Money, Pack, Place, Question, When};
use daypack::interview::{Interview, Step};

fn with(questions: Vec<Question>) -> Pack {
    Pack { questions, ..pack() }
}

fn phones() -> Pack {
    let mut brings = question("brings", &["iphone", "android", "camera"], &["iphone", "android"]);

    brings.choices[0].device = Some(device_id("iphone"));
    brings.choices[1].device = Some(device_id("android"));

    Pack {
        groups: vec![group("phone", &["brings.iphone", "brings.android"])],
        ..with(vec![
            brings,
            Question {
                show: any(&["@phone"]),
                ..question("unlock", &["finger", "code"], &["finger"])
            },
            Question {
                show: any(&["unlock.finger"]),
                ..question("which", &["thumb"], &["thumb"])
            },
        ])
    }
}

#[test]
fn a_skipped_question_counts_as_what_must_be_assumed() {
    let pack = phones();
    let answers = Answers::default();
    let known = Known::new(&pack, &answers);

    assert_eq!(known.truth(&entry("brings.iphone")), Truth::Assumed);
    assert_eq!(known.truth(&entry("brings.camera")), Truth::Unknown);
    assert_eq!(known.truth(&entry("@phone")), Truth::Assumed);
    assert_eq!(known.brings(&device_id("iphone")), Truth::Assumed);
    assert!(known.is_asked(&question_id("which")), "assumed parents show");
}

#[test]
fn a_plain_answer_says_no_to_everything_else() {
    let pack = phones();
    let answers = said(&["brings.iphone"]);
    let known = Known::new(&pack, &answers);

    assert_eq!(known.truth(&entry("brings.iphone")), Truth::Yes);
    assert_eq!(known.truth(&entry("brings.android")), Truth::No);
    assert_eq!(known.truth(&entry("@phone")), Truth::Yes);
    assert_eq!(known.brings(&device_id("android")), Truth::No);
    assert_eq!(known.brings(&device_id("typewriter")), Truth::No);
}

#[test]
fn none_of_them_is_an_answer_too() {
    let pack = phones();
    let answers = said(&["brings."]);
    let known = Known::new(&pack, &answers);

    assert_eq!(known.truth(&entry("brings.camera")), Truth::No);
    assert!(!known.is_asked(&question_id("unlock")), "there is no phone to unlock");
}

#[test]
fn an_answer_is_parked_while_its_question_is_not_asked_and_returns_with_it() {
    let pack = phones();
    let mut answers = said(&["brings.", "unlock.code"]);

    assert_eq!(Known::new(&pack, &answers).truth(&entry("unlock.code")), Truth::No);
    assert!(answers.given(&question_id("unlock")).is_some(), "kept");

    answers.give(question_id("brings"), Given::one(choice_id("android")));

    assert_eq!(Known::new(&pack, &answers).truth(&entry("unlock.code")), Truth::Yes);
}

#[test]
fn an_answer_the_pack_no_longer_knows_says_nothing() {
    let pack = phones();
    let answers = said(&["brings.pager"]);
    let known = Known::new(&pack, &answers);

    assert_eq!(known.truth(&entry("brings.iphone")), Truth::Assumed);
}

#[test]
fn two_answers_to_a_question_that_takes_one_say_nothing() {
    let pack = with(vec![case()]);
    let answers = said(&["case.no", "case.yes"]);

    assert_eq!(Known::new(&pack, &answers).gate(), LegalGate::Closed);
}

#[test]
fn the_gate_opens_for_a_plain_no_alone() {
    let mut event = question("event", &["march", "arrest", "other"], &["march"]);

    event.kind = Kind::One;
    event.choices[1].gate = Some(GateRole::Closes);

    let pack = with(vec![case(), event]);
    let gate = |answers: &Answers| Known::new(&pack, answers).gate();

    assert_eq!(gate(&said(&["case.no", "event.march"])), LegalGate::Open);
    assert_eq!(gate(&said(&["case.no", "event.arrest"])), LegalGate::Closed);
    assert_eq!(
        gate(&said(&["case.no"])),
        LegalGate::Closed,
        "a planned arrest was not denied"
    );
    assert_eq!(gate(&said(&["case.maybe", "event.march"])), LegalGate::Closed);
    assert_eq!(gate(&said(&["event.march"])), LegalGate::Closed);
    assert_eq!(gate(&Answers::default()), LegalGate::Closed);

    let mut skipped = said(&["event.march"]);
    skipped.give(question_id("case"), Given::Unknown);
    assert_eq!(gate(&skipped), LegalGate::Closed);
}

#[test]
fn the_gate_is_closed_where_nothing_asks_about_a_case() {
    let pack = phones();

    assert_eq!(Known::new(&pack, &said(&["brings.iphone"])).gate(), LegalGate::Closed);
}

#[test]
fn roles_left_unknown_set_no_limit() {
    let mut lead = question("lead", &["weeks", "today"], &["weeks"]);
    let mut money = question("money", &["none", "some"], &["some"]);

    lead.choices[1].lead = Some(When::Leaving);
    money.choices[0].money = Some(Money::None);
    money.choices[1].money = Some(Money::Some);

    let pack = with(vec![budget(&[4, 10]), lead, money]);
    let nothing = Answers::default();
    let known = Known::new(&pack, &nothing);

    assert_eq!(known.budget(), None);
    assert_eq!(known.ahead(), When::WeeksBefore);
    assert_eq!(known.money(), Money::Device);
    assert_eq!(known.place(), None);

    let answers = said(&["budget.4", "lead.today", "money.none"]);
    let known = Known::new(&pack, &answers);

    assert_eq!(known.budget(), Some(4));
    assert_eq!(known.ahead(), When::Leaving);
    assert_eq!(known.money(), Money::None);

    assert_eq!(Known::new(&pack, &said(&["budget.all"])).budget(), None);
}

#[test]
fn a_law_is_known_only_when_one_place_was_said() {
    let mut place = question("place", &["de", "fr", "elsewhere"], &["de"]);

    for (choice, name) in place.choices.iter_mut().zip(["de", "fr"]) {
        *choice = Choice {
            place: Some(place_id(name)),
            ..choice.clone()
        };
    }

    let places = ["de", "fr"].map(|name| Place {
        id: place_id(name),
        name: name.to_owned(),
        rules: Vec::new(),
        unknown: Vec::new(),
        prints_letter: false,
    });
    let pack = Pack {
        places: places.to_vec(),
        ..with(vec![place])
    };
    let place = |answers: &Answers| Known::new(&pack, answers).place().map(|place| place.id.clone());

    assert_eq!(place(&said(&["place.de"])), Some(place_id("de")));
    assert_eq!(place(&said(&["place.elsewhere"])), None);
    assert_eq!(place(&said(&["place.de", "place.fr"])), None);
    assert_eq!(place(&Answers::default()), None, "an assumed place is not a known one");
}

#[test]
fn only_a_plain_answer_hides() {
    let mut pack = phones();

    pack.questions[1].show = Conditions {
        hide: entries(&["brings.iphone"]),
        ..Conditions::default()
    };

    let unlock = question_id("unlock");

    assert!(Known::new(&pack, &Answers::default()).is_asked(&unlock));
    assert!(!Known::new(&pack, &said(&["brings.iphone"])).is_asked(&unlock));
}

#[test]
fn the_interview_asks_only_what_matters_and_goes_back_the_same_way() {
    let pack = phones();
    let mut answers = Answers::default();
    let mut interview = Interview::start(&pack, &answers);
    let at = |interview: &Interview| interview.question(&pack).unwrap().id.to_string();

    assert_eq!(at(&interview), "brings");
    assert!(!interview.back(&pack, &answers), "this is the first");

    answers.give(question_id("brings"), Given::one(choice_id("iphone")));
    assert_eq!(interview.next(&pack, &answers), Step::Asking);
    assert_eq!(at(&interview), "unlock");

    answers.give(question_id("unlock"), Given::one(choice_id("code")));
    assert_eq!(
        interview.next(&pack, &answers),
        Step::Finished,
        "which finger cannot matter"
    );
    assert_eq!(at(&interview), "unlock", "the last one stays in view");

    assert!(interview.back(&pack, &answers));
    assert_eq!(at(&interview), "brings");
}

#[test]
fn progress_counts_what_would_be_asked_as_things_stand() {
    let pack = phones();
    let mut answers = Answers::default();
    let mut interview = Interview::start(&pack, &answers);
    let progress = |interview: &Interview, answers: &Answers| {
        let progress = interview.progress(&pack, answers);

        (progress.number, progress.about)
    };

    assert_eq!(progress(&interview, &answers), (1, 3), "what must be assumed counts");

    answers.give(question_id("brings"), Given::one(choice_id("camera")));
    assert_eq!(progress(&interview, &answers), (1, 1));

    answers.give(question_id("brings"), Given::one(choice_id("iphone")));
    let _ = interview.next(&pack, &answers);
    assert_eq!(progress(&interview, &answers), (2, 3));

    answers.give(question_id("unlock"), Given::Unknown);
    let _ = interview.next(&pack, &answers);
    assert_eq!(progress(&interview, &answers), (3, 3), "skipping is going on");
}

#[test]
fn an_interview_can_start_at_any_question() {
    let pack = phones();
    let answers = said(&["brings.iphone", "unlock.code"]);
    let mut interview = Interview::at(question_id("unlock"));

    assert_eq!(interview.progress(&pack, &answers).number, 2);
    assert_eq!(interview.next(&pack, &answers), Step::Finished);

    let empty = pack_without_questions();
    let mut nowhere = Interview::start(&empty, &answers);
    assert!(nowhere.question(&empty).is_none());
    assert_eq!(nowhere.next(&empty, &answers), Step::Finished);
    assert_eq!(nowhere.progress(&empty, &answers).about, 0);
}

fn pack_without_questions() -> Pack {
    pack()
}
