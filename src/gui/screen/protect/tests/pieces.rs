//! The key apart: a new plan in two pieces, a kept one that becomes two, and the way back.
use super::*;
use crate::answers::Given;
use crate::content::id::{ChoiceId, QuestionId};
use crate::gui::desk::Kept;
use crate::keep::{Reply, Request};
use crate::vault::key::Key as PlanKey;

use std::collections::BTreeSet;

/// Somebody whose plan is kept in our own folder, and its key on the stick.
fn with_a_key_apart(home: &Home) -> Person {
    let mut around = home.stage(PERSONA);
    let document = around.desk.document().clone();
    let kept = home.keep_apart(
        &around,
        &home.own().join("notes.age"),
        &home.path("media/STICK/key.age"),
    );

    around.desk.saved(&document, kept);

    Person::new(around)
}

fn read(person: &Person, path: PathBuf) -> Vec<u8> {
    match person.around.hands.ask(Request::Fetch { path }) {
        Ok(Reply::Fetched(fetched)) => fetched.bytes,
        _ => panic!("it can be read"),
    }
}

/// Whether the key in this file opens the plan, with this phrase.
fn opens_with(person: &Person, plan: PathBuf, key: &[u8], phrase: &Secret) -> bool {
    let loaded = safe::load(&person.around.hands, plan, Version::Current).unwrap();
    let key = PlanKey::open(key, phrase, Consent::NotAsked);

    key.is_ok_and(|(key, _)| vault::open_with(&loaded.bytes, &key).is_ok())
}

/// Takes over what was saved, as the application does.
fn takes_over(person: &mut Person, done: Done) -> Kept {
    match &done.document {
        Some(document) => person.around.desk.saved(document, done.kept.clone()),
        None => person.around.desk.keep_as(done.kept.clone()),
    }

    person.page = Protect::new(&person.around.context()).0;
    done.kept
}

#[test]
fn a_new_plan_can_be_kept_in_two_pieces() {
    let home = Home::new();
    let mut person = Person::new(home.stage(PERSONA));
    let phrase = person.takes_the_words();

    assert!(person.sees("The plan goes into one encrypted file. Nothing"));
    person.presses(Role::Switch, "Keep the key apart");
    assert!(person.sees("The plan goes into one encrypted file, and its key into another."));
    person.presses(Role::Button, "Next");
    assert!(person.sees("Make a second copy of it"), "what is lost with the key");
    assert!(person.sees("quantum computer"));
    assert!(
        !person.sees("The key would lie beside the plan."),
        "the stick is proposed"
    );

    person.presses(Role::Button, "Save the plan");

    let done = person.saves().unwrap();
    let (plan, key) = (home.own().join("notes.age"), home.path("media/STICK/key.age"));

    assert_eq!(done.kept.apart.as_ref().unwrap().file, key);
    assert!(
        !opens(&person, plan.clone(), Version::Current, &phrase),
        "not by the passphrase alone"
    );
    assert!(opens_with(&person, plan, &read(&person, key), &phrase));
}

#[test]
fn a_kept_plan_becomes_two_pieces_and_one_again() {
    let home = Home::new();
    let mut person = later::with_a_kept_plan(&home, Access::Full);
    let plan = home.own().join("notes.age");

    home.write(
        "home/.local/share/daypack/notes (conflict).age",
        b"age-encryption.org/v1\n",
    );
    person.presses(Role::Button, "Keep the key apart");
    assert!(person.sees("made before still open with the passphrase alone"));
    person.presses(Role::Button, "Save the plan");

    let done = person.saves().unwrap();

    assert_eq!(done.copies, [home.own().join("notes (conflict).age")], "it is named");
    assert!(!opens(&person, plan.clone(), Version::Current, &phrase()));
    assert!(
        !opens(&person, plan.clone(), Version::Previous, &phrase()),
        "nor the previous version"
    );

    let key = takes_over(&mut person, done).apart.unwrap().file;

    assert!(opens_with(
        &person,
        plan.clone(),
        &read(&person, key.clone()),
        &phrase()
    ));
    person.presses(Role::Button, "Open it with the passphrase alone again");
    assert!(person.sees("The key file stays where it is."));
    person.presses(Role::Button, "Put both into one file");

    let done = person.saves().unwrap();

    assert!(done.kept.apart.is_none());
    assert!(opens(&person, plan, Version::Current, &phrase()));
    assert!(!read(&person, key).is_empty(), "the key file was left alone");
}

/// The key is written first. Without its plan it goes again, and its name is free for another try.
#[test]
fn a_plan_that_cannot_be_saved_leaves_no_key_behind() {
    let home = Home::new();
    let mut person = later::with_a_kept_plan(&home, Access::Full);

    person.presses(Role::Button, "Keep the key apart");
    // Meanwhile somebody takes the plan away.
    std::fs::remove_file(home.own().join("notes.age")).unwrap();
    person.presses(Role::Button, "Save the plan");

    let refused = person.saves().err().map(|notice| format!("{notice:?}"));

    assert!(
        refused
            .as_ref()
            .is_some_and(|told| told.contains("no longer where it was")),
        "{refused:?}"
    );
    assert!(!home.path("media/STICK/key.age").exists());
}

#[test]
fn another_passphrase_rewrites_the_key_file_alone() {
    let home = Home::new();
    let mut person = with_a_key_apart(&home);
    let (plan, key) = (home.own().join("notes.age"), home.path("media/STICK/key.age"));
    let before = (std::fs::read(&plan).unwrap(), std::fs::read(&key).unwrap());

    person.presses(Role::Button, "Change the passphrase");

    let new = person.takes_the_words();

    assert!(person.sees("Every older copy of the key file still opens the plan"));
    person.presses(Role::Button, "Change the passphrase");

    let done = person.saves().unwrap();

    assert!(done.document.is_none(), "the plan was not saved");
    assert_eq!(std::fs::read(&plan).unwrap(), before.0, "byte for byte");
    assert!(opens_with(&person, plan.clone(), &std::fs::read(&key).unwrap(), &new));
    assert!(!opens_with(
        &person,
        plan.clone(),
        &std::fs::read(&key).unwrap(),
        &phrase()
    ));
    assert!(
        opens_with(&person, plan, &before.1, &phrase()),
        "what the page says is true"
    );
    takes_over(&mut person, done);
    assert!(*person.around.desk.kept().unwrap().passphrase == new);
}

#[test]
fn a_key_never_takes_the_place_of_another_file_and_beside_the_plan_is_warned_of() {
    let home = Home::new();

    home.write("media/STICK/key.age", b"of another plan");

    let mut person = later::with_a_kept_plan(&home, Access::Full);

    person.presses(Role::Button, "Keep the key apart");
    assert!(!person.can_press("Save the plan"));
    assert!(person.sees("It may be the key of another plan"));
    person.presses(Role::Button, "Take another name");
    assert!(person.can_press("Save the plan"));
    person.presses(Role::Radio, "On this computer");
    assert!(person.sees("The key would lie beside the plan."));
    assert!(person.can_press("Save the plan"), "it forbids nothing");
}

#[test]
fn when_the_stick_is_gone_a_new_passphrase_says_so_and_changes_nothing() {
    let home = Home::new();
    let mut person = with_a_key_apart(&home);

    std::fs::remove_file(home.path("media/STICK/key.age")).unwrap();
    person.presses(Role::Button, "Change the passphrase");

    person.takes_the_words();
    person.presses(Role::Button, "Change the passphrase");

    let notice = person.saves().unwrap_err();

    assert!(!notice.advice.is_empty());
    person.page.refuse(notice);
    assert!(person.can_press("Change the passphrase"), "it can be tried again");
}

#[test]
fn removing_is_offered_while_the_gate_is_open_and_by_no_key() {
    let home = Home::new();
    let mut person = later::with_a_kept_plan(&home, Access::Full);
    let remove = "Remove this plan from this device";

    person.presses(Role::Button, remove);
    assert!(person.wants_removal);

    for digit in 1..=9 {
        let cx = person.around.context();
        let chosen = person.page.shortcut(&cx, Shortcut::Pick(digit));

        assert!(!matches!(chosen, Some(Message::Remove)), "{digit}");
    }

    for case in ["yes", "maybe"] {
        let question = QuestionId::new("case").unwrap();
        let given = Given::Chosen(BTreeSet::from([ChoiceId::new(case).unwrap()]));

        person.around.answer(|answers| {
            answers.give(question, given);
        });
        assert!(!person.can_press(remove), "{case}");
    }

    let mut person = later::with_a_kept_plan(&Home::new(), Access::InUse);
    assert!(!person.can_press(remove), "another window has it");
}

#[test]
fn nothing_is_wrong_with_the_pages_about_the_key() {
    let home = Home::new();
    let mut person = with_a_key_apart(&home);

    person.page.key_place.catch_up(&person.around.context());
    assert_whole(&mut person.around, &person.page, Protect::view);

    for (errand, stage) in [
        (Errand::Split, Stage::PlacingKey),
        (Errand::Change, Stage::Warned),
        (Errand::Join, Stage::Joining),
    ] {
        person.page.errand = errand;
        person.page.stage = stage;
        assert_whole(&mut person.around, &person.page, Protect::view);
    }

    let mut person = Person::new(home.stage(PERSONA));

    person.page.place.catch_up(&person.around.context());
    person.page.stage = Stage::Placing;
    assert_whole(&mut person.around, &person.page, Protect::view);
}
