//! Walks through the page as a person does, and saves for real.
mod later;
mod pieces;

use super::*;
use crate::checkup::{Area, Swap};
use crate::content::Pack;
use crate::gui::context::{Home, PHRASE, Stage as Around, assert_whole, phrase};
use crate::gui::safe::{self, Done, Job};
use crate::gui::widget::Role;
use crate::gui::widget::probe::{Probe, Shown};
use crate::keep::{Access, Version};
use crate::vault::{self, Consent, passphrase};

use iced::keyboard::{Key, Modifiers};

const PERSONA: &str = "filming-abuse";

/// A person at the page.
struct Person {
    around: Around,
    page: Protect,
    probe: Probe,
    wishes: Vec<Wish>,
    has_left: bool,
    wants_removal: bool,
}

impl Person {
    fn new(around: Around) -> Self {
        let (page, _) = Protect::new(&around.context());

        Self {
            around,
            page,
            probe: Probe::ordinary(),
            wishes: Vec::new(),
            has_left: false,
            wants_removal: false,
        }
    }

    /// Works the page, and does what follows.
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
        let cx = self.around.context();

        match self.page.update(&cx, message) {
            Action::None | Action::Run(_) => {}
            Action::Save(wish) => self.wishes.push(wish),
            Action::Leave => self.has_left = true,
            Action::Remove => self.wants_removal = true,
        }

        self.page.place.catch_up(&cx);
        self.page.key_place.catch_up(&cx);
    }

    fn presses(&mut self, role: Role, name: &str) {
        self.does(|ui| assert!(ui.ask(role, name), "no {role:?} “{name}”"));
    }

    fn types(&mut self, field: &str, words: &str) {
        self.does(|ui| {
            assert!(ui.tab_to(Role::Password, field));
            ui.chord(Modifiers::CTRL, Key::Character("a".into()));
            ui.type_in(words);
        });
    }

    fn reads(&mut self) -> Vec<String> {
        let cx = self.around.context();

        self.probe.show(self.page.view(&cx)).texts()
    }

    fn sees(&mut self, words: &str) -> bool {
        self.reads().iter().any(|text| text.contains(words))
    }

    fn can_press(&mut self, name: &str) -> bool {
        let cx = self.around.context();
        let found = self.probe.show(self.page.view(&cx)).find(Role::Button, name);

        found.is_some_and(|found| !found.spec.is_disabled)
    }

    /// The six words, read from the page and nowhere else.
    fn copies_the_words(&mut self) -> Vec<String> {
        let words: Vec<_> = self
            .reads()
            .into_iter()
            .filter(|text| passphrase::is_listed(text))
            .collect();

        assert_eq!(words.len(), 6, "six words are on the page");
        words
    }

    /// Writes the six words down and types them once: what opens the plan from then on.
    fn takes_the_words(&mut self) -> Secret {
        let words = self.copies_the_words().join(" ");

        self.presses(Role::Button, "I have written them down");
        self.types("The six words", &words);
        self.presses(Role::Button, "Next");

        Secret::from_text(&words).unwrap()
    }

    /// Seals and saves as the application does.
    fn saves(&mut self) -> Result<Done, Notice> {
        let wish = self.wishes.pop().expect("a wish to save");
        let mut document = self.around.desk.document().clone();

        document.save_on(Some(self.around.today));

        safe::save(
            &self.around.hands,
            Job {
                document,
                pack: Pack::built_in(),
                passphrase: wish.passphrase,
                pieces: wish.pieces,
                path: wish.path,
                expect: wish.expect,
                previous: wish.previous,
                is_proved: true,
            },
        )
    }
}

fn opens(person: &Person, path: PathBuf, version: Version, phrase: &Secret) -> bool {
    let loaded = safe::load(&person.around.hands, path, version).unwrap();

    vault::open(&loaded.bytes, phrase, Consent::NotAsked).is_ok()
}

#[test]
fn six_words_a_place_and_one_file_that_opens_with_them() {
    let home = Home::new();
    let mut person = Person::new(home.stage(PERSONA));
    let words = person.copies_the_words();

    person.presses(Role::Button, "I have written them down");
    assert!(!person.can_press("Next"), "nothing is typed yet");
    person.types("The six words", &words.join(" "));
    person.presses(Role::Button, "Next");
    assert!(person.sees("~/.local/share/daypack/notes.age"));
    assert!(!home.own().exists(), "nothing is written before the first save");

    person.presses(Role::Button, "Save the plan");
    assert!(person.sees("Each takes about a second, on purpose"));
    assert!(person.wishes[0].expect == Expect::Nothing && person.wishes[0].previous == Previous::Keep);
    person.hears(Message::GoBack);
    assert!(!person.has_left, "there is no way back while it is being saved");

    let done = person.saves().unwrap();
    let names: Vec<_> = std::fs::read_dir(home.own())
        .unwrap()
        .map(|it| it.unwrap().file_name())
        .collect();
    let secret = Secret::from_text(&words.join(" ")).unwrap();

    assert_eq!(names, ["notes.age"]);
    assert!(done.kept.path.ends_with("daypack/notes.age"));
    assert!(opens(&person, done.kept.path, Version::Current, &secret));
}

#[test]
fn the_words_stay_until_the_plan_is_saved_and_others_can_be_had() {
    let home = Home::new();
    let mut person = Person::new(home.stage(PERSONA));
    let words = person.copies_the_words();

    person.presses(Role::Button, "I have written them down");
    person.presses(Role::Link, "See the words again");
    assert_eq!(person.copies_the_words(), words);

    person.presses(Role::Button, "Other words");
    assert_ne!(person.copies_the_words(), words);

    person.presses(Role::Button, "Back");
    assert!(person.has_left);
}

/// What is seen of a computer with one area of swap space.
fn seen(swap: Swap) -> Message {
    let area = Area {
        name: "/dev/sda3".to_owned(),
        swap,
    };

    Message::Looked(Ok(Checkup {
        swap,
        areas: vec![area],
        hibernates: false,
        left: None,
    }))
}

#[test]
fn where_memory_reaches_a_plain_disk_it_is_said_before_a_passphrase_is_made() {
    let home = Home::new();
    let mut person = Person::new(home.stage(PERSONA));
    let care = "may write memory to a disk that is not encrypted";

    for swap in [Swap::None, Swap::InMemory, Swap::Encrypted, Swap::CannotTell] {
        person.hears(seen(swap));
        assert!(!person.sees(care), "{swap:?}");
    }

    person.hears(seen(Swap::Plain));
    assert!(person.sees(care) && person.sees("Six generated words hold even if"));

    person.hears(Message::UseOwn);
    assert!(person.sees(care) && person.sees("one of your own may not"));
}

#[test]
fn a_slip_is_told_by_its_number_and_nothing_of_it_is_shown() {
    let home = Home::new();
    let mut person = Person::new(home.stage(PERSONA));
    let mut words = person.copies_the_words();

    words[2] = "umbrellaish".to_owned();
    person.presses(Role::Button, "I have written them down");

    // A generated word can be part of a sentence of ours by chance.
    let mut ours = person.reads();
    ours.push("Word 3 is not the same.".to_owned());

    person.types("The six words", &words.join(" "));
    person.presses(Role::Button, "Next");

    assert!(person.sees("Word 3 is not the same."));
    assert!(
        !person
            .reads()
            .iter()
            .filter(|text| !ours.contains(text))
            .any(|text| words.iter().any(|word| text.contains(word)))
    );
    assert!(person.wishes.is_empty());

    person.types("The six words", "one two");
    assert!(!person.sees("is not the same"), "it is being mended");
}

#[test]
fn a_phrase_of_ones_own_is_judged_and_typed_twice() {
    let home = Home::new();
    let mut person = Person::new(home.stage(PERSONA));

    person.presses(Role::Link, "Make up my own passphrase");
    person.types("Passphrase", "password1");
    person.types("The same once more", "password1");
    assert!(person.sees("Too weak to use"));
    assert!(!person.can_press("Next"));

    person.types("Passphrase", PHRASE);
    person.types("The same once more", "correct horse battery stapel");
    assert!(person.sees("Strong"));
    person.presses(Role::Button, "Next");
    assert!(person.sees("The second is not the same as the first."));
    assert!(person.page.making.again().is_empty());

    person.types("The same once more", PHRASE);
    person.presses(Role::Button, "Next");
    person.presses(Role::Button, "Save the plan");
    assert!(*person.wishes[0].passphrase == phrase());
    assert!(person.page.making.first().is_empty(), "nothing stays in the field");
}

#[test]
fn a_phrase_that_is_too_long_is_not_taken() {
    let home = Home::new();
    let mut person = Person::new(home.stage(PERSONA));
    let long = "many words ".repeat(100);

    person.presses(Role::Link, "Make up my own passphrase");
    person.types("Passphrase", &long);
    person.types("The same once more", &long);

    assert!(person.sees("Use at most 1,024 letters."));
    assert!(!person.can_press("Next"));
}

#[test]
fn what_is_typed_shows_only_while_the_person_asks() {
    let home = Home::new();
    let mut person = Person::new(home.stage(PERSONA));

    person.presses(Role::Button, "I have written them down");
    assert!(!person.page.making.is_shown());
    person.presses(Role::Switch, "Show what I type");
    assert!(person.page.making.is_shown());
    person.presses(Role::Button, "Back");
    person.presses(Role::Button, "I have written them down");
    assert!(!person.page.making.is_shown(), "it is hidden again the next time");
}

#[test]
fn when_a_save_fails_another_place_is_one_press_away() {
    let home = Home::new();
    let mut person = Person::new(home.stage(PERSONA));
    let words = person.copies_the_words();

    home.write("home/.local/share/daypack/notes.age", b"came meanwhile");
    person.page.place = Place::for_plan(&person.around.context()).0;
    person.page.place.catch_up(&person.around.context());
    std::fs::remove_file(home.own().join("notes.age")).unwrap();
    person.presses(Role::Button, "I have written them down");
    person.types("The six words", &words.join(" "));
    person.presses(Role::Button, "Next");
    assert!(!person.can_press("Save the plan"), "a file of that name was there");

    person.presses(Role::Button, "Take another name");
    person.presses(Role::Button, "Save the plan");
    person
        .page
        .refuse(Notice::new("There is no room.".to_owned(), "Make some.".to_owned()));
    assert!(person.sees("There is no room."));

    person.presses(Role::Radio, "On the drive “STICK”");
    assert!(!person.sees("There is no room."));
    person.presses(Role::Button, "Save the plan");
    assert_eq!(person.wishes.pop().unwrap().path, home.path("media/STICK/notes.age"));
}

#[test]
fn nothing_is_wrong_with_any_of_its_pages() {
    let home = Home::new();
    let mut person = Person::new(home.stage(PERSONA));

    person.page.place.catch_up(&person.around.context());
    person.presses(Role::Link, "Make up my own passphrase");
    person.types("Passphrase", "password1");
    assert_whole(&mut person.around, &person.page, Protect::view);
    person.hears(seen(Swap::Plain));

    for stage in [Stage::Words, Stage::Retyping, Stage::Own, Stage::Placing, Stage::Saving] {
        person.page.stage = stage;
        assert_whole(&mut person.around, &person.page, Protect::view);
    }

    let mut person = later::with_a_kept_plan(&home, Access::Full);

    assert_whole(&mut person.around, &person.page, Protect::view);
    person.page.stage = Stage::Warned;
    person.page.trouble = Some(Notice::new("The file is gone.".to_owned(), "Look for it.".to_owned()));
    assert_whole(&mut person.around, &person.page, Protect::view);
}
