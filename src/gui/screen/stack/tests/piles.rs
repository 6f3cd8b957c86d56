//! What a pile is: for whom, how many, under whose law, in which language, and which way it is read.
use super::super::*;
use super::Room;
use crate::gui::desk::Desk;
use crate::gui::theme::Direction;
use crate::gui::widget::Role;
use crate::gui::widget::sheet::words_of;
use crate::language::made;
use crate::words;

#[test]
fn every_pile_has_a_number_of_its_own_that_it_keeps() {
    let room = Room::new();
    let mut screen = room.chosen();
    let pack = room.around.desk.pack;

    room.press(&mut screen, Role::CheckBox, "Organiser");
    assert!(
        room.says(&screen, "12 people · one format · "),
        "two, and the usual ten"
    );
    assert!(room.says(&screen, "Pile A") && room.says(&screen, "Pile B"));

    let [_, organisers] = screen.wish.piles(pack).try_into().ok().unwrap();

    room.apply(&mut screen, Message::TypeCopies(organisers, "7".to_owned()));
    assert!(room.says(&screen, "9 people · one format · "));

    // What is not wanted for a while is remembered.
    room.press(&mut screen, Role::CheckBox, "Organiser");
    assert!(room.says(&screen, "2 people · one format · "));
    room.press(&mut screen, Role::CheckBox, "Organiser");
    assert!(room.says(&screen, "9 people · one format · "));

    // The letters are those on the paper.
    let contents = words_of(&screen.preview.made().unwrap().beginning[0]);
    let [first, second] = ["First march, no idea", "Organiser"].map(|name| contents.find(name).unwrap());

    assert!(first < second, "{contents}");
    assert!(
        contents.contains("2 people") && contents.contains("7 people"),
        "{contents}"
    );
}

#[test]
fn the_blank_ones_tell_of_the_law_of_a_place_that_is_chosen() {
    let room = Room::new();
    let mut screen = Stack::new();
    let text = |screen: &Stack| -> String {
        let ready = screen.preview.made().unwrap();

        ready.laid.pages().map(|page| words_of(&page)).collect()
    };

    assert!(!room.says(&screen, "No law is on them yet"), "nobody asks for it");
    room.press(
        &mut screen,
        Role::CheckBox,
        &words::text_with("stack-nobody-with", &[("phone", "iPhone".into())]),
    );
    assert!(!text(&screen).contains("The law: Germany"));

    room.press(&mut screen, Role::Button, "No law is on them yet");
    room.ask(&mut screen, "Germany");
    assert!(room.says(&screen, "The law of this place is on them: Germany"));
    assert!(text(&screen).contains("The law: Germany"));

    room.ask(&mut screen, "No place");
    assert!(!text(&screen).contains("The law: Germany"));
}

#[test]
fn every_form_says_what_it_is_for() {
    let room = Room::new();
    let screen = Stack::new();

    for form in Form::ALL.into_iter().filter(|form| form.is_handed_out()) {
        assert!(room.says(&screen, &crate::gui::paper::note(form)), "{form:?}");
    }
}

#[test]
fn a_handout_from_the_right_is_looked_at_from_its_right_and_the_page_for_the_trainer_is_not() {
    let mut room = Room::new();

    room.around.desk = Desk::new(made::pack());

    let mut screen = Stack::new();
    let person = made::pack().personas[0].name.clone();

    room.press(&mut screen, Role::CheckBox, &person);
    room.press(&mut screen, Role::CheckBox, "Farsi");
    room.press(&mut screen, Role::CheckBox, "English");

    let ready = screen.preview.made().unwrap();

    assert_eq!(ready.reads(0), Direction::LeftToRight);
    assert_eq!(ready.reads(ready.beginning.len() - 1), Direction::RightToLeft);

    // Closer is closer to where one begins to read.
    while screen.look.page() + 1 < screen.preview.made().unwrap().beginning.len() {
        room.button(&mut screen, "print-next");
    }

    room.button(&mut screen, "print-closer");
    assert!(room.says(&screen, &words::text_with("print-times", &[("times", 2.into())])));
    assert!(screen.look.left() > 0, "the left side of the page is where lines end");
}

#[test]
fn every_language_that_is_chosen_is_a_pile_of_its_own() {
    let mut room = Room::new();

    room.around.desk = Desk::new(made::pack());

    let mut screen = Stack::new();
    let person = made::pack().personas[0].name.clone();
    let name = crate::language::all(made::pack())[1].name.clone();

    room.press(&mut screen, Role::CheckBox, &person);
    room.copies(&mut screen, "2");
    assert_eq!(screen.preview.made().unwrap().count.people, 2);

    room.press(&mut screen, Role::CheckBox, &name);
    room.copies(&mut screen, "2");
    assert_eq!(screen.preview.made().unwrap().count.people, 4);

    let pages: Vec<_> = screen.preview.made().unwrap().laid.pages().collect();
    let contents = words_of(&pages[0]);
    let text: String = pages.iter().map(words_of).collect();
    let speaks = |pack: &crate::content::Pack| {
        let all = pack.measures.iter();

        all.filter(|it| text.contains(&it.title)).count()
    };

    assert!(
        contents.starts_with(&words::text("stack-contents")),
        "the trainer reads what the window speaks"
    );
    assert!(contents.contains(&name), "{contents}");
    assert!(speaks(made::pack()) > 5 && speaks(made::in_language("de")) > 5);

    // The first language goes; one is always left.
    let base = crate::language::all(made::pack())[0].name.clone();

    room.press(&mut screen, Role::CheckBox, &base);
    assert_eq!(screen.preview.made().unwrap().count.people, 2);
    room.press(&mut screen, Role::CheckBox, &name);
    assert_eq!(screen.preview.made().unwrap().count.people, 2);
}
