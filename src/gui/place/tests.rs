//! Chooses places as a person does, on a disk of the test's own.
use super::*;
use crate::gui::context::{Home, Stage};
use crate::gui::widget::probe::{Probe, Shown};
use crate::gui::widget::{Page, Role, page};
use crate::keep::{Reply, Request};

impl Place {
    /// Answers whatever the panel has asked the keeper, as its tasks would.
    pub(crate) fn catch_up(&mut self, cx: &Context<'_>) {
        if self.looks_again || matches!(self.around, Around::Looking) {
            let place = Where::Everywhere;
            let Ok(Reply::Listed(listing)) = cx.hands.ask(Request::List { place }) else {
                panic!("the keeper lists")
            };

            let _ = self.update(cx, Message::Listed(Ok(listing)));
        }

        while self.known().is_none() && !self.asked.path.is_empty() && !self.is_to_open() {
            let asked = self.asked.number;
            let request = Request::Consider {
                path: self.asked.path.clone(),
                name: self.name.clone(),
            };
            let Ok(Reply::Considered(known)) = cx.hands.ask(request) else {
                panic!("the keeper considers")
            };

            let known = known.knowing(&self.telling);
            let _ = self.update(cx, Message::Considered(asked, Ok(Box::new(known))));
        }
    }
}

fn on_a_page<'a>(place: &'a Place, cx: &Context<'a>) -> Page<'a, Message> {
    page("test", "Test").push(place.view(cx))
}

/// Works the panel, and does what follows until nothing does.
fn work(stage: &Stage, place: &mut Place, hands: impl FnOnce(&mut Shown<'_, '_, Message>)) {
    let cx = stage.context();
    let mut probe = Probe::ordinary();
    let messages = {
        let mut ui = probe.show(on_a_page(place, &cx));

        hands(&mut ui);
        ui.messages()
    };

    for message in messages {
        let _ = place.update(&cx, message);
    }

    place.catch_up(&cx);
}

fn says(stage: &Stage, place: &Place, words: &str) -> bool {
    let cx = stage.context();

    Probe::ordinary().show(on_a_page(place, &cx)).says(words)
}

fn for_paper(stage: &Stage) -> Place {
    let cx = stage.context();
    let (mut place, _) = Place::for_paper(&cx, "list-a4.pdf");

    place.catch_up(&cx);
    place
}

fn for_plan(stage: &Stage) -> Place {
    let cx = stage.context();
    let (mut place, _) = Place::for_plan(&cx);

    place.catch_up(&cx);
    place
}

fn path(place: &Place) -> Option<PathBuf> {
    place.settled().map(|settled| settled.path)
}

#[test]
fn our_own_folder_comes_first_and_a_drive_is_one_press_away() {
    let home = Home::new();
    let stage = home.stage("filming-abuse");
    let mut place = for_plan(&stage);

    assert_eq!(path(&place), Some(home.own().join("notes.age")));
    assert!(says(&stage, &place, "~/.local/share/daypack/notes.age"));

    work(&stage, &mut place, |ui| {
        assert!(ui.find(Role::Radio, "On the drive “GLUED”").unwrap().spec.is_disabled);
        assert!(ui.click(Role::Radio, "On the drive “STICK”"));
    });

    assert_eq!(path(&place), Some(home.path("media/STICK/notes.age")));
}

#[test]
fn nothing_is_settled_before_the_keeper_has_answered() {
    let home = Home::new();
    let stage = home.stage("filming-abuse");
    let cx = stage.context();
    let mut place = for_plan(&stage);
    let late = Message::Considered(place.asked.number, Ok(Box::new(place.known().unwrap().clone())));

    let _ = place.update(&cx, Message::Choose(home.path("media/STICK")));
    assert_eq!(path(&place), None);

    let _ = place.update(&cx, late);
    assert_eq!(path(&place), None, "an answer to an earlier question");

    place.catch_up(&cx);
    assert_eq!(path(&place), Some(home.path("media/STICK/notes.age")));
}

#[test]
fn what_is_there_is_replaced_only_when_the_person_says_so() {
    let home = Home::new();
    let stage = home.stage("filming-abuse");

    home.write("media/STICK/list-a4.pdf", b"somebody's");
    home.write("media/STICK/list-a4-2.pdf", b"somebody's");

    let mut place = for_paper(&stage);

    work(&stage, &mut place, |ui| {
        assert!(ui.click(Role::Radio, "On the drive “STICK”"));
    });
    assert_eq!(path(&place), None);
    assert!(says(&stage, &place, "A file of this name is there already."));

    work(&stage, &mut place, |ui| {
        assert!(ui.click(Role::Button, "Replace that file"));
    });
    let settled = place.settled().unwrap();
    assert_eq!(settled.path, home.path("media/STICK/list-a4.pdf"));
    assert!(settled.replaces);

    work(&stage, &mut place, |ui| {
        assert!(ui.click(Role::Button, "Do not replace it"));
    });
    assert_eq!(path(&place), None);

    work(&stage, &mut place, |ui| {
        assert!(ui.click(Role::Button, "Take another name"));
    });
    let settled = place.settled().unwrap();
    assert_eq!(settled.path, home.path("media/STICK/list-a4-3.pdf"));
    assert!(!settled.replaces);
}

#[test]
fn another_size_of_paper_brings_another_name() {
    let home = Home::new();
    let stage = home.stage("filming-abuse");
    let cx = stage.context();
    let mut place = for_paper(&stage);

    let _ = place.rename(&cx, "list-letter.pdf");
    place.catch_up(&cx);
    assert_eq!(path(&place), Some(home.own().join("list-letter.pdf")));

    let _ = place.update(&cx, Message::Drop(home.path("media/STICK")));
    place.catch_up(&cx);
    let _ = place.rename(&cx, "list-a4.pdf");
    place.catch_up(&cx);
    assert_eq!(path(&place), Some(home.path("media/STICK/list-a4.pdf")));
}

#[test]
fn a_dropped_folder_means_the_file_in_it_and_a_name_without_an_ending_gets_one() {
    let home = Home::new();
    let stage = home.stage("filming-abuse");
    let cx = stage.context();
    let mut place = for_paper(&stage);

    let _ = place.update(&cx, Place::dropped(home.path("media/STICK")));
    place.catch_up(&cx);
    assert_eq!(path(&place), Some(home.path("media/STICK/list-a4.pdf")));

    let typed = home.path("media/STICK/mine").display().to_string();
    let _ = place.update(&cx, Message::Type(typed));
    place.catch_up(&cx);
    assert_eq!(path(&place), Some(home.path("media/STICK/mine.pdf")));

    let _ = place.update(&cx, Message::Type(String::new()));
    assert_eq!(path(&place), None);
}

#[test]
fn a_name_that_tells_is_warned_of_and_a_place_that_is_not_there_is_refused() {
    let home = Home::new();
    let stage = home.stage("filming-abuse");
    let cx = stage.context();
    let mut place = for_plan(&stage);

    let _ = place.update(&cx, Message::ChooseElsewhere);
    let _ = place.update(&cx, Message::Type("~/protest".to_owned()));
    place.catch_up(&cx);
    assert!(says(&stage, &place, "The name has the word “protest” in it."));
    assert_eq!(path(&place), Some(home.path("home/protest.age")), "it forbids nothing");

    let _ = place.update(&cx, Message::Type("~/nowhere/notes".to_owned()));
    place.catch_up(&cx);
    assert!(says(&stage, &place, "This folder is not there."));
    assert_eq!(path(&place), None);
}

#[test]
fn the_plans_that_are_there_can_be_opened_by_name_by_digit_and_by_path() {
    let home = Home::new();
    let stage = home.stage("filming-abuse");
    let here = home.path("media/STICK/notes.age");

    home.keep(&stage, &here);
    home.write("home/.local/share/daypack/gone.bak.age", &Home::sealed(&stage));

    let cx = stage.context();
    let (mut place, _) = Place::to_open(&cx);

    place.catch_up(&cx);
    assert!(says(&stage, &place, "up to 256 KB · On the drive “STICK”"));
    assert!(says(&stage, &place, "a previous version; its plan is gone"));

    let opens = |place: &mut Place, message| match place.update(&cx, message) {
        Action::Open(path, version) => Some((path, version)),
        Action::None | Action::Run(_) => None,
    };
    let both: Vec<_> = [1, 2]
        .into_iter()
        .map(|digit| {
            let message = place.pick(digit).unwrap();

            opens(&mut place, message).unwrap()
        })
        .collect();

    assert!(both.contains(&(here.clone(), Version::Current)));
    assert!(both.contains(&(home.own().join("gone.age"), Version::Previous)));
    assert!(place.pick(3).is_none());

    assert!(opens(&mut place, Message::OpenTyped).is_none());
    let _ = place.update(&cx, Message::Type(here.display().to_string()));
    assert_eq!(
        opens(&mut place, Message::OpenTyped),
        Some((here.clone(), Version::Current))
    );
    assert_eq!(
        opens(&mut place, Place::dropped(here.clone())),
        Some((here, Version::Current))
    );
}

#[test]
fn messages_tell_no_paths() {
    let message = Message::Type("~/protest".to_owned());

    assert_eq!(format!("{message:?}"), "Message");
}

#[test]
fn looking_again_keeps_what_was_found_and_the_keyboard_where_it_is() {
    let home = Home::new();
    let stage = home.stage("filming-abuse");
    let cx = stage.context();
    let again = crate::words::text("place-again");

    for mut place in [Place::for_plan(&cx).0, Place::to_open(&cx).0, Place::to_open_key(&cx).0] {
        place.catch_up(&cx);

        let mut probe = Probe::ordinary();

        assert!(probe.show(on_a_page(&place, &cx)).tab_to(Role::Link, &again));

        let _ = place.update(&cx, Message::LookAgain);
        let mut ui = probe.show(on_a_page(&place, &cx));

        assert!(ui.says(&crate::words::text("place-looking")));
        assert!(ui.focused().is_some_and(|it| it.spec.name == again));
        drop(ui);

        place.catch_up(&cx);
        let mut ui = probe.show(on_a_page(&place, &cx));

        assert!(!ui.says(&crate::words::text("place-looking")));
        assert!(ui.focused().is_some_and(|it| it.spec.name == again));
    }
}
