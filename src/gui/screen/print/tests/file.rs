//! The file that comes of the pages: its bytes, its place, and what is never done without asking.
use super::super::*;
use super::{PERSONA, Room, apply, at_place, made, on_to_place, press, says};
use crate::gui::place;
use crate::gui::widget::Role;
use crate::gui::widget::probe::Probe;
use crate::print::{layout, pdf};
use crate::sheet::{self, Source};

use std::fs;
use std::path::Path;

/// What the terminal writes for the same plan.
fn printed(room: &Room, paper: Paper) -> Vec<u8> {
    let source = Source::new(room.desk.pack, room.desk.plan());
    let sheet = sheet::make(&source, Form::List, Level::Safe);

    pdf::write(&layout(&sheet, paper), &sheet).unwrap()
}

/// Puts another file where the pages would go.
fn put(room: &Room, path: &Path) {
    assert!(room.hands.write(path, b"%PDF-1.7 something else", false).is_ok());
}

#[test]
fn the_file_has_the_bytes_that_the_terminal_writes() {
    for (paper, name) in [(Paper::A4, "list-a4.pdf"), (Paper::Letter, "list-letter.pdf")] {
        let room = Room::of(PERSONA);

        fs::create_dir_all(room.paths.own.as_ref().unwrap()).unwrap();

        let mut print = made(&room);

        apply(&room, &mut print, Message::ChoosePaper(paper));
        on_to_place(&room, &mut print);
        assert!(says(&room, &print, name));
        assert!(!press(&room, &mut print, "Save the PDF"));

        let path = room.paths.own.as_ref().unwrap().join(name);

        assert_eq!(fs::read(&path).unwrap(), printed(&room, paper));
        assert!(says(&room, &print, "The pages are saved"));
        assert!(says(&room, &print, &place::shown(&path, &room.paths)));
        assert!(press(&room, &mut print, "Back to the plan"));
    }
}

#[test]
fn what_is_there_is_replaced_only_when_the_person_says_so() {
    let room = Room::of(PERSONA);
    let path = room.paths.own.as_ref().unwrap().join("list-a4.pdf");

    fs::create_dir_all(path.parent().unwrap()).unwrap();
    put(&room, &path);

    let mut print = at_place(&room);

    assert!(
        !Probe::ordinary()
            .show(print.view(&room.context()))
            .press(Role::Button, "Save the PDF")
    );
    assert!(print.shortcut(&room.context(), Shortcut::Accept).is_none());

    apply(
        &room,
        &mut print,
        Message::Way(way::Message::Place(place::Message::Replace(true))),
    );
    assert_eq!(fs::read(&path).unwrap(), b"%PDF-1.7 something else");

    press(&room, &mut print, "Replace the file");
    assert_eq!(fs::read(&path).unwrap(), printed(&room, Paper::A4));
}

#[test]
fn a_file_that_appears_in_the_meantime_is_not_written_over() {
    let room = Room::of(PERSONA);
    let mut print = at_place(&room);
    let path = room.paths.own.as_ref().unwrap().join("list-a4.pdf");

    put(&room, &path);
    press(&room, &mut print, "Save the PDF");

    assert_eq!(fs::read(&path).unwrap(), b"%PDF-1.7 something else");
    assert!(says(&room, &print, "Where to put the pages"));
    assert!(says(&room, &print, "is there already"));

    // Now it is known to be there, and the person is asked.
    assert!(print.shortcut(&room.context(), Shortcut::Accept).is_none());
}

#[test]
fn while_the_file_is_written_nothing_can_be_pressed_and_one_sees_why() {
    let room = Room::of(PERSONA);
    let mut print = at_place(&room);
    let Action::Run(_) = print.update(&room.context(), Message::Way(way::Message::Save)) else {
        panic!("nothing was begun")
    };
    let mut probe = Probe::ordinary();

    {
        let mut shown = probe.show(print.view(&room.context()));

        assert!(shown.find(Role::Status, "Writing the PDF …").is_some());
        assert!(shown.tab_through().is_empty());
    }

    let back = print.shortcut(&room.context(), Shortcut::Back).unwrap();

    assert!(!apply(&room, &mut print, back));
    assert!(says(&room, &print, "Writing the PDF …"));
}

#[test]
fn the_viewer_starts_only_on_request_and_says_when_it_does_not() {
    let room = Room::of(PERSONA);
    let mut print = at_place(&room);

    press(&room, &mut print, "Save the PDF");
    assert!(!says(&room, &print, "viewer did not start") && !says(&room, &print, "was asked to open it"));

    // There is no viewer in this folder.
    press(&room, &mut print, "Open it in the system’s viewer");
    assert!(says(&room, &print, "This system's viewer did not start."));
}

#[test]
fn a_file_that_cannot_be_written_is_told_with_what_to_do_and_another_place_can_be_chosen() {
    let room = Room::of(PERSONA);
    let mut print = at_place(&room);
    let told = Notice::new("The stick is full.".to_owned(), "Take another one.".to_owned());
    let Action::Run(_) = print.update(&room.context(), Message::Way(way::Message::Save)) else {
        panic!("nothing was begun")
    };

    apply(&room, &mut print, Message::Way(way::Message::Saved(Err(told))));

    assert!(says(&room, &print, "The stick is full.") && says(&room, &print, "Take another one."));
    assert!(!press(&room, &mut print, "Save the PDF"));
    assert!(says(&room, &print, "The pages are saved"), "the next try works");
}

#[test]
fn copies_stand_in_the_file_one_after_the_other() {
    let room = Room::of(PERSONA);
    let print = made(&room);
    let pages = print.preview.made().unwrap();
    let count = |copies| {
        let pdf = pages.pdf(copies).unwrap();
        let text = String::from_utf8_lossy(&pdf).into_owned();

        text.matches("/MediaBox").count()
    };

    assert_eq!(count(1), pages.count());
    assert_eq!(count(3), 3 * pages.count());
}

#[test]
fn how_the_paper_goes_again_is_said_where_it_is_made() {
    let room = Room::of(PERSONA);
    let mut print = at_place(&room);

    press(&room, &mut print, "Save the PDF");

    for words in ["Deleted does not mean gone", "Tear it small", "Burn it only where"] {
        assert!(says(&room, &print, words), "{words}");
    }
}
