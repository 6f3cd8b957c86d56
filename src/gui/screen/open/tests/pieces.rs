//! A plan whose key lies apart: the key file is brought first, then its passphrase.
use super::*;

/// A plan in our own folder with its key on the stick, and a person who opens it.
fn with_a_key_apart(home: &Home) -> Person {
    let path = home.own().join("notes.age");
    let stage = home.stage(PERSONA);

    home.keep_apart(&stage, &path, &home.path("media/STICK/key.age"));
    drop(stage);

    Person::new(empty(home), Some(path))
}

/// Presses Open once more: what was typed is still there.
fn tries_again(person: &mut Person) {
    person.presses(Role::Button, "Open");
    person.waits(Consent::NotAsked);
}

/// Another key, with the same passphrase.
fn other_key(home: &Home, path: &str) -> PathBuf {
    let key = crate::vault::key::Key::generate().unwrap();

    home.write(path, &key.seal_for(&phrase(), 10).unwrap())
}

#[test]
fn the_only_key_file_that_is_around_is_taken_and_opens_the_plan() {
    let home = Home::new();
    let mut person = with_a_key_apart(&home);

    assert!(person.sees("media/STICK/key.age"));
    person.tries(PHRASE);

    let opened = person.opened.take().unwrap();
    let apart = opened.kept.apart.unwrap();

    assert_eq!(apart.file, home.path("media/STICK/key.age"));
    assert!(*opened.kept.passphrase == phrase());
}

#[test]
fn a_stick_that_is_not_in_is_asked_for_calmly() {
    let home = Home::new();
    let key = home.path("media/STICK/key.age");
    let away = home.path("media/key-elsewhere");

    drop(with_a_key_apart(&home));
    std::fs::rename(&key, &away).unwrap();

    let mut person = Person::new(empty(&home), Some(home.own().join("notes.age")));

    assert!(person.sees("Where is its key file?"));
    assert!(person.sees("If the key file is on a stick, put it in and look again."));
    assert!(
        !person.has(Role::Password, "Passphrase"),
        "nothing is typed for nothing"
    );

    std::fs::rename(&away, &key).unwrap();
    person.presses(Role::Link, "Look for drives again");
    assert!(person.has(Role::Password, "Passphrase"));
    person.tries(PHRASE);
    assert!(person.opened.is_some());
}

#[test]
fn the_key_of_another_plan_is_said_to_be_that_and_can_be_changed() {
    let home = Home::new();
    let mut person = with_a_key_apart(&home);
    let right = home.path("media/STICK/key.age");
    let wrong = other_key(&home, "home/other.age");

    person.presses(Role::Link, "Choose another key file");
    person.hears(Message::Keys(Place::dropped(wrong)));
    person.tries(PHRASE);
    assert!(person.opened.is_none());
    assert!(person.sees("This key file does not open this plan."));

    person.presses(Role::Button, "Choose the key file");
    assert!(
        person.sees("Where is its key file?"),
        "nothing is taken for somebody who chooses"
    );
    person.hears(Message::Keys(Place::dropped(right)));
    tries_again(&mut person);
    assert!(person.opened.is_some());
}

#[test]
fn a_damaged_key_a_wrong_passphrase_and_a_missing_key_are_told_apart() {
    let home = Home::new();
    let mut person = with_a_key_apart(&home);
    let key = home.path("media/STICK/key.age");

    person.tries("not the passphrase");
    assert!(person.sees("This passphrase does not open this key file."));
    assert!(person.sees("media/STICK/key.age"), "the key stays chosen");

    let whole = std::fs::read(&key).unwrap();

    home.write("media/STICK/key.age", &whole[..whole.len() - 1]);
    person.tries(PHRASE);
    assert!(person.sees("This key file is damaged in its contents."));
    assert!(person.sees("Use your second copy of the key file"));

    std::fs::remove_file(&key).unwrap();
    person.presses(Role::Button, "Choose the key file");
    person.hears(Message::Keys(Place::dropped(key.clone())));
    tries_again(&mut person);
    assert!(person.sees("The key file is not there."));
    assert!(person.sees("put the stick in and try again"));

    // Nothing has to be typed or chosen again.
    home.write("media/STICK/key.age", &whole);
    tries_again(&mut person);
    assert!(person.opened.is_some());
}

#[test]
fn a_key_file_is_not_listed_among_plans_and_says_what_it_is_when_it_is_opened_as_one() {
    let home = Home::new();

    drop(with_a_key_apart(&home));

    let mut person = Person::new(empty(&home), None);

    assert!(person.has(Role::Button, "notes.age"));
    assert!(!person.has(Role::Button, "key.age"));
    person.hears(Message::Place(Place::dropped(home.path("media/STICK/key.age"))));
    person.tries(PHRASE);
    assert!(person.sees("This is a key file, and not a plan."));
}

#[test]
fn nothing_is_wrong_with_the_pages_for_a_key() {
    let home = Home::new();
    let mut person = with_a_key_apart(&home);

    assert_whole(&mut person.around, &person.page, Open::view);

    let told = || Notice::new("It is damaged.".to_owned(), "Bring another one.".to_owned());

    if let Stage::Asking(file) = &mut person.page.stage {
        file.refusal = Some(Refusal::Key(told()));
    }

    assert_whole(&mut person.around, &person.page, Open::view);
    person.presses(Role::Button, "Choose the key file");
    assert_whole(&mut person.around, &person.page, Open::view);
}
