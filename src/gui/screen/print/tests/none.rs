//! What is shown while there are no pages, or not yet: an empty plan, and pages on their way.
use super::super::*;
use super::{PERSONA, Room, apply, made, on_to_place, press, says};
use crate::content::Pack;
use crate::gui::context::assert_whole;
use crate::gui::desk::Desk;
use crate::gui::widget::Role;
use crate::gui::widget::probe::Probe;

use std::fs;

/// A plan without items on the desk.
fn empty(room: &mut Room) {
    let mut pack = Pack::built_in().clone();

    pack.measures.clear();
    room.desk = Desk::new(Box::leak(Box::new(pack)));
}

#[test]
fn without_items_only_what_needs_no_plan_is_printed_and_the_others_say_why_not() {
    let mut room = Room::of(PERSONA);

    empty(&mut room);

    for form in Form::ALL {
        let (mut print, task) = Print::new(&room.context(), form);

        for message in room.run(task) {
            assert!(!apply(&room, &mut print, message));
        }

        let needs_none = matches!(form, Form::Card | Form::Quarter | Form::CheckIn | Form::Guide);

        assert_eq!(says(&room, &print, "Nothing to print yet"), !needs_none, "{form:?}");
        assert_eq!(print.ready(&room.context()).is_some(), needs_none, "{form:?}");
        assert_eq!(
            print.shortcut(&room.context(), Shortcut::Accept).is_some(),
            needs_none,
            "{form:?}"
        );
        assert_whole(&mut room, &print, |it, cx| it.view(cx));
        assert!(press(&room, &mut print, "Back"));
    }
}

#[test]
fn a_guide_is_printed_from_an_empty_plan_to_the_end() {
    let mut room = Room::of(PERSONA);

    empty(&mut room);
    fs::create_dir_all(room.paths.own.as_ref().unwrap()).unwrap();

    let mut print = made(&room);

    apply(&room, &mut print, Message::ChoosePurpose(Purpose::Lead));
    on_to_place(&room, &mut print);
    assert!(!press(&room, &mut print, "Save the PDF"));
    assert!(room.paths.own.as_ref().unwrap().join("guide-a4.pdf").exists());
}

#[test]
fn the_pages_before_stay_in_view_while_others_are_made_but_cannot_be_saved() {
    let room = Room::of(PERSONA);
    let mut print = made(&room);
    let height = |print: &Print| {
        let mut probe = Probe::ordinary();
        let mut shown = probe.show(print.view(&room.context()));

        shown.find(Role::Button, "Read this page as text").unwrap().bounds.y
    };
    let before = height(&print);
    let Action::Run(_) = print.update(&room.context(), Message::ChoosePaper(Paper::Letter)) else {
        panic!("pages are made")
    };

    assert!(says(&room, &print, "Making the pages …"));
    assert!(print.ready(&room.context()).is_none());
    assert!(print.shortcut(&room.context(), Shortcut::Accept).is_none());
    assert!((height(&print) - before).abs() < 1.0, "something jumped");
}
