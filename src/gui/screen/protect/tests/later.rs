//! Later visits: a plan that is kept already goes to another place, or gets another passphrase.
use super::*;
use crate::gui::desk::Kept;
use crate::keep::previous_of;

/// Somebody whose plan is kept in our own folder.
pub(super) fn with_a_kept_plan(home: &Home, access: Access) -> Person {
    let mut around = home.stage(PERSONA);
    let document = around.desk.document().clone();
    let kept = home.keep(&around, &home.own().join("notes.age"));

    around.desk.saved(&document, Kept { access, ..kept });

    Person::new(around)
}

#[test]
fn a_plan_that_is_kept_can_go_to_another_place_with_its_passphrase() {
    let home = Home::new();
    let mut person = with_a_kept_plan(&home, Access::Full);

    person.presses(Role::Button, "Save it in another place");
    assert!(person.sees("The file in the old place stays there"));
    person.presses(Role::Radio, "On the drive “STICK”");
    person.presses(Role::Button, "Save the plan");

    let wish = person.wishes.pop().unwrap();

    assert_eq!(wish.path, home.path("media/STICK/notes.age"));
    assert!(*wish.passphrase == phrase() && wish.expect == Expect::Nothing);
}

#[test]
fn a_new_passphrase_rewrites_the_previous_version_too() {
    let home = Home::new();
    let mut person = with_a_kept_plan(&home, Access::Full);
    let path = person.around.desk.kept().unwrap().path.clone();

    person.presses(Role::Button, "Change the passphrase");
    let new = person.takes_the_words();

    assert!(person.sees("still open with the old passphrase. So does a copy"));
    person.presses(Role::Button, "Change the passphrase");
    assert!(person.wishes[0].previous == Previous::Forget);

    person.saves().unwrap();

    for version in [Version::Current, Version::Previous] {
        assert!(opens(&person, path.clone(), version, &new), "{version:?}");
        assert!(!opens(&person, path.clone(), version, &phrase()), "{version:?}");
    }
    assert!(previous_of(&path).exists());
}

#[test]
fn when_the_file_is_gone_the_new_passphrase_goes_to_another_place() {
    let home = Home::new();
    let mut person = with_a_kept_plan(&home, Access::Full);

    person.presses(Role::Button, "Change the passphrase");
    let new = person.takes_the_words();

    person.presses(Role::Button, "Change the passphrase");
    person
        .page
        .refuse(Notice::new("The file is gone.".to_owned(), "Look for it.".to_owned()));
    assert!(person.sees("The file is gone."));

    person.presses(Role::Button, "Choose another place");
    person.presses(Role::Radio, "On the drive “STICK”");
    person.presses(Role::Button, "Save the plan");

    let wish = person.wishes.pop().unwrap();

    assert!(*wish.passphrase == new);
    assert_eq!(wish.path, home.path("media/STICK/notes.age"));
}

#[test]
fn a_plan_that_can_only_be_read_keeps_its_passphrase() {
    let home = Home::new();
    let mut person = with_a_kept_plan(&home, Access::InUse);

    assert!(!person.can_press("Change the passphrase"));
    assert!(person.can_press("Save it in another place"));

    let cx = person.around.context();
    assert!(person.page.shortcut(&cx, Shortcut::Pick(2)).is_none());
}
