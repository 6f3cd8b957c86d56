//! Walks through the page as a person does, and opens for real.
mod pieces;

use super::*;
use crate::gui::context::{Home, PHRASE, Stage as Around, assert_whole, phrase};
use crate::gui::widget::Role;
use crate::gui::widget::probe::{Probe, Shown};
use crate::keep::{Access, previous_of};
use crate::vault;

const PERSONA: &str = "filming-abuse";

/// A person at the page.
struct Person {
    around: Around,
    page: Open,
    probe: Probe,
    opened: Option<Opened>,
    has_left: bool,
}

impl Person {
    fn new(around: Around, file: Option<PathBuf>) -> Self {
        let (page, _) = Open::new(&around.context(), file.map(|path| (path, Version::Current)));

        Self::at(around, page)
    }

    fn at(around: Around, page: Open) -> Self {
        let mut person = Self {
            around,
            page,
            probe: Probe::ordinary(),
            opened: None,
            has_left: false,
        };

        person.catch_up();
        person
    }

    fn does(&mut self, hands: impl FnOnce(&mut Shown<'_, '_, Message>)) {
        let messages = {
            let cx = self.around.context();
            let mut ui = self.probe.show(self.page.view(&cx));

            hands(&mut ui);
            ui.messages()
        };

        for message in messages {
            self.hears(message);
        }
    }

    fn hears(&mut self, message: Message) {
        let action = self.page.update(&self.around.context(), message);

        match action {
            Action::None | Action::Run(_) => {}
            Action::Opened(opened) => self.opened = Some(*opened),
            Action::FromPaper | Action::Leave | Action::Another(..) => self.has_left = true,
        }

        self.catch_up();
    }

    /// Does what the page's tasks would: lists and looks.
    fn catch_up(&mut self) {
        let cx = self.around.context();

        self.page.place.catch_up(&cx);
        self.page.keys.catch_up(&cx);
        self.page.take_the_only_key();

        if let Stage::Asking(File {
            path,
            version,
            seen: None,
            refusal: None,
            ..
        }) = &self.page.stage
        {
            let outcome = trying::look_now(cx.hands, path.clone(), *version);
            let attempt = self.page.attempt;
            let _ = self.page.update(&cx, Message::Looked(attempt, outcome));
        }
    }

    fn presses(&mut self, role: Role, name: &str) {
        self.does(|ui| assert!(ui.ask(role, name), "no {role:?} “{name}”"));
    }

    /// Types a passphrase, presses Open, and waits.
    fn tries(&mut self, words: &str) {
        self.does(|ui| {
            assert!(ui.tab_to(Role::Password, "Passphrase"));
            ui.type_in(words);
        });
        self.presses(Role::Button, "Open");
        self.waits(Consent::NotAsked);
    }

    fn waits(&mut self, consent: Consent) {
        let Stage::Opening(file, passphrase) = &self.page.stage else {
            panic!("it is being opened")
        };
        let attempt = Attempt {
            path: file.path.clone(),
            version: file.version,
            key: file.key.clone(),
            passphrase: passphrase.clone(),
            consent,
            pack: self.around.desk.pack,
        };
        let outcome = trying::open_now(&self.around.hands, attempt);

        self.hears(Message::Tried(self.page.attempt, outcome));
    }

    fn sees(&mut self, words: &str) -> bool {
        let cx = self.around.context();

        self.probe.show(self.page.view(&cx)).says(words)
    }

    fn has(&mut self, role: Role, name: &str) -> bool {
        let cx = self.around.context();

        self.probe.show(self.page.view(&cx)).find(role, name).is_some()
    }
}

/// A plan in our own folder, and a person who has not opened it.
fn with_a_plan(home: &Home) -> (Person, PathBuf) {
    let path = home.own().join("notes.age");
    let stage = home.stage(PERSONA);

    home.keep(&stage, &path);
    drop(stage);

    (Person::new(empty(home), None), path)
}

/// Nothing on the desk, and the disk around it.
fn empty(home: &Home) -> Around {
    let around = home.stage(PERSONA);

    Around {
        hands: around.hands,
        paths: around.paths,
        ..Around::empty()
    }
}

fn asked_for(home: &Home, path: &str, bytes: &[u8]) -> Person {
    let path = home.write(path, bytes);

    Person::new(empty(home), Some(path))
}

#[test]
fn a_plan_that_was_found_opens_with_its_passphrase() {
    let home = Home::new();
    let (mut person, path) = with_a_plan(&home);
    let expected = home.stage(PERSONA);

    person.presses(Role::Button, "notes.age");
    person.tries(PHRASE);

    let opened = person.opened.unwrap();

    assert!(&opened.document.answers == expected.desk.answers());
    assert!(opened.kept.path == path && opened.kept.access == Access::Full);
    assert!(*opened.kept.passphrase == phrase());
    assert!(person.page.typed.is_empty(), "nothing stays in the field");
    // It was sealed cheaply for this test, which is just what the notice is about.
    assert!(opened.notice.unwrap().what.contains("easier to guess"));
}

#[test]
fn a_wrong_passphrase_is_told_and_neither_counted_nor_kept() {
    let home = Home::new();
    let (mut person, path) = with_a_plan(&home);

    person.hears(Message::Place(Place::dropped(path)));

    for _ in 0..3 {
        person.tries("Correct horse battery staple");
        assert!(person.sees("This passphrase does not open this file. Capital letters"));
        assert!(person.page.typed.is_empty());
    }

    person.tries(PHRASE);
    assert!(person.opened.is_some());
}

#[test]
fn a_shown_passphrase_stays_to_be_mended() {
    let home = Home::new();
    let (mut person, path) = with_a_plan(&home);

    person.hears(Message::Place(Place::dropped(path)));
    person.presses(Role::Switch, "Show what I type");
    person.tries("correct horse battery staplee");

    assert_eq!(person.page.typed.count(), 29);
}

#[test]
fn damage_offers_the_previous_version_and_never_takes_it_silently() {
    let home = Home::new();
    let (mut person, path) = with_a_plan(&home);
    let mut bytes = std::fs::read(&path).unwrap();

    home.write("home/.local/share/daypack/notes.bak.age", &bytes);
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    home.write("home/.local/share/daypack/notes.age", &bytes);

    person.presses(Role::Button, "notes.age");
    person.tries(PHRASE);
    assert!(person.sees("This file is damaged in its contents."));
    assert!(person.opened.is_none());
    assert!(!person.has(Role::Password, "Passphrase"), "no passphrase helps");

    person.presses(Role::Button, "Open the previous version");
    assert!(person.sees("The previous version of this file."));
    assert!(
        !person.page.typed.is_empty(),
        "the same passphrase need not be typed again"
    );
    person.presses(Role::Button, "Open");
    person.waits(Consent::NotAsked);

    let opened = person.opened.unwrap();

    assert!(opened.kept.path == path && previous_of(&path).exists());
    assert!(opened.notice.unwrap().what.contains("previous version"));
}

#[test]
fn a_file_that_is_gone_offers_what_is_left_of_it() {
    let home = Home::new();
    let (mut person, path) = with_a_plan(&home);

    std::fs::rename(&path, previous_of(&path)).unwrap();
    person.hears(Message::Place(Place::dropped(path)));

    assert!(person.sees("There is no file here, but its previous version is."));
    person.presses(Role::Button, "Open the previous version");
    person.tries(PHRASE);
    assert!(person.opened.is_some());
}

#[test]
fn what_is_no_plan_or_not_there_is_told_before_any_passphrase() {
    let home = Home::new();
    let mut person = asked_for(&home, "home/letter.age", b"Dear diary");

    assert!(person.sees("This is not a sealed plan."));
    assert!(!person.has(Role::Password, "Passphrase"));
    person.presses(Role::Link, "Open another plan");
    assert!(person.sees("No plan was found"));

    let mut person = Person::new(empty(&home), Some(home.path("home/nowhere.age")));

    assert!(person.sees("There is no file here."));
}

#[test]
fn a_costly_file_says_its_memory_and_asks() {
    let home = Home::new();
    let sealed = Home::sealed(&home.stage(PERSONA));
    let end = sealed.windows(3).position(|it| it == b" 4\n").unwrap();
    let costly = [&sealed[..end], b" 21\n", &sealed[end + 3..]].concat();
    let mut person = asked_for(&home, "home/notes.age", &costly);

    person.tries(PHRASE);
    assert!(person.sees("2048 MiB of memory"));
    assert!(person.opened.is_none());

    person.presses(Role::Button, "Open it all the same");
    assert!(matches!(person.page.stage, Stage::Opening(..)));
}

#[test]
fn a_plan_of_a_newer_version_is_told_apart() {
    let home = Home::new();
    let stage = home.stage(PERSONA);
    let text = stage
        .desk
        .document()
        .encode(stage.desk.pack)
        .replace("version = 1", "version = 9");
    let mut person = asked_for(&home, "home/notes.age", &vault::seal_with(&text, &phrase(), 4).unwrap());

    person.tries(PHRASE);
    assert!(person.sees("newer"));
    assert!(person.opened.is_none());
}

#[test]
fn a_plan_that_is_open_elsewhere_can_be_read() {
    let home = Home::new();
    let stage = home.stage(PERSONA);
    let path = home.path("media/STICK/notes.age");

    home.keep(&stage, &path);

    let mut person = Person::new(empty(&home), Some(path));

    assert!(person.sees("Another window has this plan open."));
    person.tries(PHRASE);

    let opened = person.opened.unwrap();

    assert!(opened.kept.access == Access::InUse);
    assert!(opened.notice.unwrap().what.contains("Another window"));
}

#[test]
fn after_locking_the_same_file_waits_and_back_leads_to_the_start() {
    let home = Home::new();
    let (person, path) = with_a_plan(&home);
    let (page, _) = Open::locked(&person.around.context(), Some(path));
    let mut person = Person::at(person.around, page);

    assert!(person.has(Role::Heading, "Locked"));
    person.hears(Message::GoBack);
    assert!(person.has_left);
}

#[test]
fn an_answer_that_comes_late_opens_nothing() {
    let home = Home::new();
    let (mut person, path) = with_a_plan(&home);

    person.hears(Message::Place(Place::dropped(path)));
    let late = person.page.attempt;

    person.presses(Role::Button, "Back");
    person.hears(Message::Looked(late, Err(Refusal::Wrong)));
    assert!(matches!(person.page.stage, Stage::Choosing));
    person.hears(Message::GoBack);
    assert!(person.has_left);
}

#[test]
fn work_that_is_not_saved_is_pointed_out() {
    let home = Home::new();
    let mut person = Person::new(home.stage(PERSONA), None);

    assert!(person.sees("The plan you have open now is not saved."));
}

#[test]
fn nothing_is_wrong_with_any_of_its_pages() {
    let home = Home::new();
    let (mut person, path) = with_a_plan(&home);

    assert_whole(&mut person.around, &person.page, Open::view);
    person.hears(Message::Place(Place::dropped(path)));
    assert_whole(&mut person.around, &person.page, Open::view);

    let told = || Notice::new("It is damaged.".to_owned(), "Open another one.".to_owned());

    for refusal in [
        Refusal::Wrong,
        Refusal::Costly { mib: 2_048 },
        Refusal::HasPrevious(told()),
        Refusal::Final(told()),
        Refusal::Passing(told()),
    ] {
        if let Stage::Asking(file) = &mut person.page.stage {
            file.refusal = Some(refusal);
            file.seen = Some(Seen {
                access: Access::InUse,
                needs_key: false,
            });
        }

        assert_whole(&mut person.around, &person.page, Open::view);
    }

    person.page.stage = match person.page.stage {
        Stage::Asking(file) => Stage::Opening(file, Arc::new(phrase())),
        other => other,
    };
    assert_whole(&mut person.around, &person.page, Open::view);
}
