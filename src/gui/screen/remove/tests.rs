//! Goes through the page as a person does, and removes for real.
use super::*;
use crate::gui::context::{Home, Stage as Around, assert_whole};
use crate::gui::widget::Role;
use crate::gui::widget::probe::{Probe, Shown};
use crate::keep::{Reply, Request, previous_of};

/// A person at the page.
struct Person {
    around: Around,
    page: Remove,
    probe: Probe,
    has_left: bool,
}

impl Person {
    /// With a plan in our own folder, its key on the stick, its previous version, and a conflict copy.
    fn new(home: &Home) -> Self {
        let mut around = home.stage("filming-abuse");
        let document = around.desk.document().clone();
        let plan = home.own().join("notes.age");
        let kept = home.keep_apart(&around, &plan, &home.path("media/STICK/key.age"));

        for name in ["notes.bak.age", "notes (conflict).age", "others.age"] {
            home.write(&format!("home/.local/share/daypack/{name}"), b"age-encryption.org/v1\n");
        }

        around.desk.saved(&document, kept);

        let (page, _) = Remove::new(&around.context()).unwrap();
        let mut person = Self {
            around,
            page,
            probe: Probe::ordinary(),
            has_left: false,
        };
        let place = Where::Folder(home.own());
        let Ok(Reply::Listed(listing)) = person.around.hands.ask(Request::List { place }) else {
            panic!("the keeper lists")
        };

        person.hears(Message::Listed(Ok(listing)));
        person
    }

    fn hears(&mut self, message: Message) {
        match self.page.update(&self.around.context(), message) {
            Action::None => {}
            Action::Begin => self.begins(),
            Action::Leave => self.has_left = true,
        }
    }

    /// Asks the keeper as the page's task does, and tells the page.
    fn begins(&mut self) {
        let removal = self.page.removal();
        let outcome = match self.around.hands.ask(Request::Remove { removal }) {
            Ok(Reply::Removed(removed)) => Ok(removed),
            Ok(_) => panic!("another reply"),
            Err(error) => Err(Notice::from(&error)),
        };

        // What the page's own task would do, without its thread.
        self.page.stage = Stage::Removing;
        self.hears(Message::Removed(outcome));
    }

    fn shows<T>(&mut self, look: impl FnOnce(&mut Shown<'_, '_, Message>) -> T) -> (T, Vec<Message>) {
        let cx = self.around.context();
        let mut ui = self.probe.show(self.page.view(&cx));
        let seen = look(&mut ui);

        (seen, ui.messages())
    }

    fn presses(&mut self, role: Role, name: &str) {
        let (found, messages) = self.shows(|ui| ui.ask(role, name));

        assert!(found, "no {role:?} “{name}”");
        messages.into_iter().for_each(|message| self.hears(message));
    }

    fn is_done(&self) -> bool {
        matches!(&self.page.stage, Stage::Done(removed) if removed.left.is_empty())
    }

    fn sees(&mut self, words: &str) -> bool {
        self.shows(|ui| ui.says(words)).0
    }
}

#[test]
fn a_plan_goes_after_two_questions_and_the_page_says_what_that_is_worth() {
    let home = Home::new();
    let mut person = Person::new(&home);
    let plan = home.own().join("notes.age");

    assert!(person.sees("Deleted does not mean gone."));
    assert!(person.sees("deleting can be a crime"));
    assert!(person.sees("notes (conflict).age"), "copies are named");
    person.presses(Role::Button, "Go on to remove it");
    assert!(plan.exists(), "one question is not enough");
    person.presses(Role::Button, "Remove them now");

    assert!(person.is_done());
    assert!(!plan.exists() && !previous_of(&plan).exists());
    assert!(home.path("media/STICK/key.age").exists(), "nobody asked for the key");
    assert!(plan.with_file_name("notes (conflict).age").exists());
    assert!(plan.with_file_name("others.age").exists());
    assert!(person.sees("Its key file stays:"));
    assert!(person.sees("notes (conflict).age"));
    assert!(person.sees("can often be brought back"));
    person.presses(Role::Button, "Close");
    assert!(person.has_left);
}

#[test]
fn the_key_goes_too_when_the_person_says_so() {
    let home = Home::new();
    let mut person = Person::new(&home);

    person.presses(Role::Switch, "Its key file too");
    person.presses(Role::Button, "Go on to remove it");
    assert!(person.sees("key.age"), "the second question names it");
    person.presses(Role::Button, "Remove them now");
    assert!(person.is_done() && !home.path("media/STICK/key.age").exists());
}

#[test]
fn a_key_on_a_stick_that_is_not_in_is_asked_for_before_anything_goes() {
    let home = Home::new();
    let mut person = Person::new(&home);
    let (key, away) = (home.path("media/STICK/key.age"), home.path("media/elsewhere"));

    std::fs::rename(&key, &away).unwrap();
    person.presses(Role::Switch, "Its key file too");
    person.presses(Role::Button, "Go on to remove it");
    person.presses(Role::Button, "Remove them now");
    assert!(!person.is_done() && home.own().join("notes.age").exists());
    assert!(person.sees("The key file is not there, and nothing was removed."));
    assert!(person.sees("or let the key file stay."));

    person.presses(Role::Switch, "Its key file too");
    person.presses(Role::Button, "Go on to remove it");
    person.presses(Role::Button, "Remove them now");
    assert!(person.is_done() && away.exists());
    assert!(person.sees("Its key file stays:"));
}

#[test]
fn nothing_goes_by_a_key_and_keeping_is_the_first_answer() {
    let home = Home::new();
    let mut person = Person::new(&home);

    for stage in [Stage::Reading, Stage::Sure, Stage::Removing] {
        person.page.stage = stage;

        let cx = person.around.context();
        let all = [
            Shortcut::Accept,
            Shortcut::Lock,
            Shortcut::Save,
            Shortcut::Undo,
            Shortcut::Pick(1),
            Shortcut::Pick(2),
        ];

        assert!(all.into_iter().all(|key| person.page.shortcut(&cx, key).is_none()));
    }

    person.page.stage = Stage::Sure;
    person.presses(Role::Button, "Keep them");
    assert!(person.sees("Go on to remove it") && !person.is_done());
    person.hears(Message::Remove);
    assert!(home.own().join("notes.age").exists(), "not before the second question");
    person.hears(Message::GoBack);
    assert!(person.has_left);
}

#[test]
fn what_is_left_half_way_is_named_with_the_reason_and_can_be_tried_again() {
    let home = Home::new();
    let mut person = Person::new(&home);
    let key = home.path("media/STICK/key.age");
    let whole = std::fs::read(&key).unwrap();

    home.write("media/STICK/key.age", b"another");
    person.presses(Role::Switch, "Its key file too");
    person.presses(Role::Button, "Go on to remove it");
    person.presses(Role::Button, "Remove them now");

    assert!(!person.is_done());
    assert!(person.sees("Not everything could be removed"));
    assert!(person.sees("The file was changed by another program"));
    assert!(key.exists() && !home.own().join("notes.age").exists());

    home.write("media/STICK/key.age", &whole);
    person.presses(Role::Button, "Try again");
    assert!(person.is_done() && !key.exists());
    assert!(
        person.sees("notes.bak.age") && person.sees("key.age"),
        "all that went is named, in whichever attempt"
    );
}

#[test]
fn nothing_is_wrong_with_any_of_its_pages() {
    let home = Home::new();
    let mut person = Person::new(&home);

    assert_whole(&mut person.around, &person.page, Remove::view);

    for stage in [Stage::Sure, Stage::Removing] {
        person.page.stage = stage;
        assert_whole(&mut person.around, &person.page, Remove::view);
    }

    let (plan, key) = (person.page.plan.clone(), home.path("media/STICK/key.age"));
    let left = |path: PathBuf, why| crate::keep::Left { path, why };
    let copies = vec![home.own().join("notes (conflict).age")];

    for removed in [
        Removed {
            gone: vec![previous_of(&plan), plan.clone()],
            left: Vec::new(),
            copies: copies.clone(),
        },
        Removed {
            gone: vec![previous_of(&plan)],
            left: vec![left(plan, Some(crate::keep::Error::Changed)), left(key, None)],
            copies,
        },
    ] {
        person.page.stage = Stage::Done(removed);
        assert_whole(&mut person.around, &person.page, Remove::view);
    }

    person.page.stage = Stage::Reading;
    person.page.trouble = Some(Notice::new("It is being saved.".to_owned(), "Try again.".to_owned()));
    assert_whole(&mut person.around, &person.page, Remove::view);
}

#[test]
fn messages_tell_no_paths() {
    assert_eq!(format!("{:?}", Message::Continue), "Message");
}
