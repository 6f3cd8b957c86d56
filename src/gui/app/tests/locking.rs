//! 65: what may come between asking for a lock and having it, one by one; and what never lands on another desk.
use super::super::ask::{self, Ask};
use super::super::saving::After;
use super::super::*;
use super::hands::{awaited, told};
use super::person::{CANARY, PHRASES, Person};
use super::world::{Fate, Wrote, meddle};
use crate::document::Document;
use crate::gui::shortcut::Shortcut as Key;
use crate::words;

const SECOND: Duration = Duration::from_secs(1);

fn is_locked(person: &Person) -> bool {
    let app = &person.app;

    app.desk.is_empty() && app.desk.kept().is_none() && !app.is_covered && matches!(app.screen, Screen::Open(_))
}

/// Half a minute after the last change, nobody there for `idle`.
fn later(person: &mut Person, idle: Duration) {
    let task = person.app.second(clock::now() + 31 * SECOND, idle);

    person.follow(task);
}

#[test]
fn what_was_changed_while_it_was_being_saved_is_saved_before_it_is_locked() {
    let mut person = Person::with_a_kept_plan();

    person.edit();
    later(&mut person, Duration::ZERO);
    person.edit();

    let note = person.note();

    person.tell(Message::Lock);
    person.works_off(Fate::Well);
    assert!(is_locked(&person));
    assert_eq!(person.kept_notes().first(), note.as_ref());
}

#[test]
fn closing_a_window_that_locks_brings_nothing_back() {
    let mut person = Person::with_a_kept_plan();

    person.edit();
    person.tell(Message::Lock);
    person.tell(Message::CloseRequested);
    person.tell(Message::Uncover);
    assert!(person.app.is_covered);

    person.works_off(Fate::Refused);
    person.tell(Message::Uncover);
    assert!(person.app.is_covered && person.app.asking == Some(Ask::ExitUnsaved));
    assert!(!told(&person.app, CANARY) && told(&person.app, &words::text("ask-exit")));
}

#[test]
fn another_passphrase_that_cannot_be_had_costs_no_lock() {
    for is_edited in [false, true] {
        let mut person = Person::with_a_kept_plan();

        if is_edited {
            person.edit();
        }

        let note = person.note().unwrap();

        person.wish(false);
        person.tell(Message::Lock);

        person.work(true, Some(Fate::Refused));
        person.works_off(Fate::Well);
        assert!(is_locked(&person));
        assert!(person.kept_notes().contains(&note));
    }
}

#[test]
fn a_lock_during_the_first_save_comes_as_soon_as_there_is_something_to_lock_with() {
    let mut person = Person::new();

    person.wish(true);
    person.tell(Message::Pressed(Key::Lock));
    person.tell(Message::Uncover);
    assert!(person.app.is_covered && told(&person.app, &words::text("cover-locking")));
    person.works_off(Fate::Well);
    assert!(is_locked(&person));

    let mut person = Person::new();

    person.wish(true);
    person.tell(Message::Pressed(Key::Lock));
    person.works_off(Fate::Refused);
    assert!(person.app.is_covered, "what cannot be locked is covered");
    person.tell(Message::Uncover);
    assert!(!person.app.is_covered && person.note().is_some());
}

#[test]
fn a_conflict_while_locking_locks_and_is_told_by_the_next_page() {
    let mut person = Person::with_a_kept_plan();

    meddle(&person.files[0]);
    person.edit();
    person.tell(Message::Lock);
    person.works_off(Fate::Well);

    assert!(is_locked(&person));
    assert!(told(&person.app, &words::text("save-conflict")));
    assert!(told(&person.app, "(conflict).age"), "and where it is now");
}

#[test]
fn a_lock_while_a_plan_is_being_opened_leaves_nothing_to_uncover() {
    let mut person = Person::with_a_kept_plan();

    person.tell(Message::Lock);
    person.works_off(Fate::Well);
    person.unlock(PHRASES[1]);
    assert!(person.is_working());
    person.tell(Message::Lock);
    person.works_off(Fate::Well);
    assert!(is_locked(&person), "what was tried comes too late");

    person.unlock(PHRASES[1]);
    person.works_off(Fate::Well);
    assert!(person.note().is_some(), "and opens when it is asked for again");
}

#[test]
fn what_was_typed_to_open_a_plan_waits_for_nobody() {
    let walks_away = |person: &mut Person| later(person, Duration::from_secs(3600));
    let locks = |person: &mut Person| person.tell(Message::Lock);

    for leaves in [&walks_away as &dyn Fn(&mut Person), &locks] {
        let mut person = Person::with_a_kept_plan();

        person.tell(Message::Lock);
        person.works_off(Fate::Well);
        assert!(person.type_in(PHRASES[1]));
        later(&mut person, SECOND);
        person.tell(Message::Screen(ScreenMessage::Open(open::Message::Open)));
        assert!(person.is_working(), "it is typed well enough");

        person.tell(Message::Lock);
        person.works_off(Fate::Well);
        assert!(person.type_in(PHRASES[1]));
        leaves(&mut person);
        person.tell(Message::Uncover);
        person.tell(Message::Screen(ScreenMessage::Open(open::Message::Open)));
        assert!(!person.is_working(), "nothing is left to open it with");
    }
}

#[test]
fn a_kept_plan_in_which_nothing_was_said_is_locked_too() {
    let mut person = Person::with_a_kept_plan();
    let kept = person.app.desk.kept().cloned().unwrap();
    let pack = person.app.desk.pack;

    person.app.desk = Desk::opened(pack, Document::new(pack), kept);
    assert!(person.app.desk.is_empty());

    later(&mut person, Duration::from_secs(3600));
    person.works_off(Fate::Well);
    assert!(is_locked(&person));
}

#[test]
fn a_lock_that_could_not_save_tries_again_while_nobody_is_there() {
    let mut person = Person::with_a_kept_plan();

    person.edit();
    person.tell(Message::Lock);
    person.works_off(Fate::Refused);
    assert_eq!(person.app.asking, Some(Ask::LockUnsaved));

    later(&mut person, 10 * SECOND);
    assert!(!person.is_working(), "somebody may be reading the question");
    later(&mut person, 40 * SECOND);
    assert_eq!(awaited(&person.app), Some(After::Lock));
    person.works_off(Fate::Well);
    assert!(is_locked(&person));
}

#[test]
fn the_save_of_one_plan_never_lands_on_another() {
    let mut person = Person::with_a_kept_plan();

    person.edit();
    later(&mut person, Duration::ZERO);
    assert!(person.app.busy.is_some());
    person.start_anew();
    assert!(person.note().is_some(), "the save finds the desk it came from");
    assert!(told(&person.app, &words::text("save-busy")));

    person.works_off(Fate::Well);
    person.start_anew();
    assert!(person.app.desk.kept().is_none(), "another plan");
    person.edit();
    later(&mut person, Duration::ZERO);
    assert!(person.app.busy.is_none(), "it has no file yet");
}

#[test]
fn opening_another_plan_asks_about_one_that_was_never_saved() {
    let mut person = Person::new();

    let _ = person.app.show_welcome();
    let _ = person.app.choose_plan();
    assert_eq!(person.app.asking, Some(Ask::OpenAnother));
    person.tell(Message::Ask(ask::Message::Stay));
    assert!(person.note().is_some());

    let _ = person.app.choose_plan();
    person.tell(Message::Ask(ask::Message::Lose));
    assert!(person.app.desk.is_empty() && matches!(person.app.screen, Screen::Open(_)));
}

/// A plan that is about to be taken away, with changes that were not saved.
fn going() -> Person {
    let mut person = Person::with_a_kept_plan();

    person.edit();
    person.remove();
    person.works_off(Fate::Well);
    person.remove();
    assert!(person.is_removing());
    person
}

#[test]
fn after_a_removal_the_desk_is_empty_whatever_page_is_on_top_and_nothing_is_written_again() {
    for meanwhile in [
        None,
        Some(Message::Pressed(Key::Help)),
        Some(Message::Pressed(Key::Save)),
        Some(Message::Lock),
        Some(Message::CloseRequested),
        Some(Message::Beat(Beat::Ending)),
    ] {
        let mut person = going();

        if let Some(message) = meanwhile {
            person.tell(message);
        }

        later(&mut person, Duration::ZERO);
        assert!(person.wrote().is_empty() && !person.has_ended, "not behind its back");
        person.works_off(Fate::Well);
        assert!(person.app.desk.is_empty() && person.app.desk.kept().is_none());
        assert!(person.secrets.iter().all(|secret| secret.strong_count() == 0));

        later(&mut person, 10_000 * SECOND);
        person.tell(Message::Pressed(Key::Save));
        person.tell(Message::Beat(Beat::Ending));
        person.works_off(Fate::Well);
        assert!(person.wrote().is_empty());
        assert!(!person.files[0].exists());
    }
}

#[test]
fn a_removal_that_stops_half_way_empties_the_desk_and_can_be_tried_again() {
    let mut person = going();

    person.tell(Message::Lock);
    person.work(false, Some(Fate::HalfWay));
    assert!(person.app.desk.is_empty(), "the plan itself is gone");
    person.tell(Message::Uncover);
    assert!(told(&person.app, "key.age"), "and what is left is told");

    person.tell(Message::Screen(ScreenMessage::Remove(remove::Message::Remove)));
    assert!(person.is_removing());
    person.works_off(Fate::Refused);
    assert!(person.wrote().iter().all(|wrote| *wrote == Wrote::Else));
}

#[test]
fn a_removal_that_was_refused_leaves_the_plan_open_and_locks_it_with_its_changes() {
    let mut person = going();
    let note = person.note().unwrap();

    person.tell(Message::Lock);
    person.work(false, Some(Fate::Refused));
    person.works_off(Fate::Well);
    assert!(is_locked(&person) && person.kept_notes().contains(&note));
}
