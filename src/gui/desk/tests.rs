//! What lies on the desk: changed, taken back, saved by itself and saved while it changes.
use super::*;
use crate::answers::Given;
use crate::content::id::QuestionId;
use crate::gui::context::Stage;
use crate::plan::progress::{Key, Mark, Role};

const SECOND: Duration = Duration::from_secs(1);

/// A desk with a plan that is kept in a file, as it was just saved.
fn kept(access: Access) -> Desk {
    let stage = Stage::of("first-march");

    Desk::opened(stage.desk.pack, stage.desk.document().clone(), kept_with(access))
}

fn kept_with(access: Access) -> Kept {
    Kept {
        path: PathBuf::from("/nowhere/notes.age"),
        identity: Identity::default(),
        access,
        passphrase: Arc::new(Secret::from_text("six plain words").unwrap()),
        apart: None,
    }
}

fn skip(desk: &mut Desk, now: Duration) {
    let first = desk.pack.questions[1].id.clone();

    desk.answer("an answer".to_owned(), now, |answers| {
        answers.give(first, Given::Unknown)
    });
}

#[test]
fn everything_is_worked_out_again_after_each_change() {
    let stage = Stage::of("first-march");
    let mut desk = Desk::new(stage.desk.pack);

    assert!(desk.is_empty());
    desk.answer(String::new(), SECOND, |answers| *answers = stage.desk.answers().clone());
    assert!(!desk.is_empty());
    assert_eq!(desk.plan().first, stage.desk.plan().first);
    assert_eq!(desk.decisions().len(), stage.desk.decisions().len());
}

#[test]
fn changes_are_taken_back_one_by_one_last_first() {
    let mut desk = Desk::new(Pack::built_in());
    let question = desk.pack.questions[0].id.clone();
    let choice = desk.pack.questions[0].choices[0].id.clone();
    let give = |desk: &mut Desk, what: &str, question: QuestionId, given: Given| {
        desk.answer(what.to_owned(), SECOND, |answers| answers.give(question, given));
    };

    give(&mut desk, "first", question.clone(), Given::one(choice));
    give(&mut desk, "second", question.clone(), Given::Unknown);

    let key = key(&desk);
    desk.mark("third".to_owned(), SECOND, |progress| {
        progress.set(key.clone(), Some(Mark::Done)).map(drop)
    })
    .unwrap();

    assert_eq!(desk.last_change(), Some("third"));
    assert_eq!(desk.undo(SECOND).as_deref(), Some("third"));
    assert_eq!(desk.progress().mark(&key), None);
    assert_eq!(desk.undo(SECOND).as_deref(), Some("second"));
    assert!(matches!(desk.answers().given(&question), Some(Given::Chosen(_))));
    assert_eq!(desk.undo(SECOND).as_deref(), Some("first"));
    assert!(desk.is_empty());
    assert_eq!(desk.undo(SECOND), None, "there is nothing to take back");
}

fn key(desk: &Desk) -> Key {
    Key {
        measure: desk.pack.measures[0].id.clone(),
        on: crate::content::On::Person,
        role: Role::Main,
    }
}

#[test]
fn what_fails_changes_nothing_and_cannot_be_taken_back() {
    let mut desk = Desk::new(Pack::built_in());
    let key = key(&desk);
    let outcome = desk.mark("a mark".to_owned(), SECOND, |progress| {
        let _ = progress.set(key, Some(Mark::Done));

        Err(())
    });

    assert_eq!(outcome, Err(()));
    assert!(desk.is_empty() && !desk.is_edited());
    assert_eq!(desk.last_change(), None);
}

#[test]
fn it_saves_itself_thirty_seconds_after_the_last_change() {
    let mut desk = kept(Access::Full);

    assert!(!desk.wants_saving(1000 * SECOND), "nothing has changed");
    skip(&mut desk, 100 * SECOND);
    assert!(!desk.wants_saving(129 * SECOND));
    skip(&mut desk, 120 * SECOND);
    assert!(!desk.wants_saving(149 * SECOND));
    assert!(desk.wants_saving(150 * SECOND));
}

#[test]
fn it_saves_itself_two_minutes_after_the_first_change_at_the_latest() {
    let mut desk = kept(Access::Full);

    for second in (100..=220).step_by(10) {
        assert!(!desk.wants_saving((second - 1) * SECOND));
        skip(&mut desk, second * SECOND);
    }

    assert!(desk.wants_saving(220 * SECOND));
}

#[test]
fn it_never_saves_itself_where_it_has_no_place_of_its_own() {
    let mut unsaved = Desk::new(Pack::built_in());

    skip(&mut unsaved, SECOND);
    assert!(!unsaved.wants_saving(1000 * SECOND), "there is no file yet");

    for access in [Access::InUse, Access::WriteProtected] {
        let mut desk = kept(access);

        skip(&mut desk, SECOND);
        assert!(!desk.wants_saving(1000 * SECOND));
    }
}

#[test]
fn after_a_save_that_failed_it_waits_again() {
    let mut desk = kept(Access::Full);

    skip(&mut desk, SECOND);
    desk.postpone_saving(200 * SECOND);
    assert!(desk.is_edited());
    assert!(!desk.wants_saving(229 * SECOND));
    assert!(desk.wants_saving(230 * SECOND));
}

#[test]
fn what_changed_while_it_was_saved_is_saved_next() {
    let mut desk = kept(Access::Full);

    skip(&mut desk, SECOND);
    let mut saving = desk.document().clone();
    saving.save_on(None);

    let key = key(&desk);
    desk.mark(String::new(), 2 * SECOND, |progress| {
        progress.set(key.clone(), Some(Mark::Done)).map(drop)
    })
    .unwrap();
    desk.saved(&saving, kept_with(Access::Full));

    assert!(desk.is_edited(), "the mark is not in the file yet");
    assert_eq!(desk.progress().mark(&key), Some(Mark::Done));
    assert_eq!(desk.document().revision, saving.revision);
    assert!(desk.wants_saving(33 * SECOND));

    let saving = desk.document().clone();
    desk.saved(&saving, kept_with(Access::Full));
    assert!(!desk.is_edited());
}

#[test]
fn what_one_save_mends_is_worth_saving_until_it_was_saved() {
    for (access, is_worth) in [(Access::Full, true), (Access::WriteProtected, false)] {
        let mut desk = kept(access);

        assert!(!desk.is_worth_saving());
        desk.renew();
        assert_eq!(desk.is_worth_saving(), is_worth);
        assert!(!desk.wants_saving(1000 * SECOND), "it is the person's to say");

        let saving = desk.document().clone();
        desk.saved(&saving, kept_with(access));
        assert!(!desk.is_worth_saving());
    }
}
