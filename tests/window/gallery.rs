//! The gallery, walked through by keys alone: nothing is cut off, unnamed or out of reach.
use crate::support;

use daypack::gui::gallery::{Gallery, Message, Part};
use daypack::gui::theme::{Direction, Look, Shade};
use daypack::gui::widget::probe::{Probe, Shown};
use daypack::gui::widget::{Reach, Role};
use iced::keyboard::key::Named;
use iced::touch::{self, Finger};
use iced::{Point, Vector};

/// Every part of the gallery, in both languages.
fn galleries(look: Look) -> impl Iterator<Item = (String, Gallery)> {
    Part::ALL.into_iter().flat_map(move |part| {
        [false, true].into_iter().map(move |is_long| {
            let gallery = Gallery::new(part, look, is_long);

            (
                format!(
                    "{part:?}-{:?}{}-{}-{}",
                    look.shade,
                    if look.direction == Direction::RightToLeft {
                        "-turned"
                    } else {
                        ""
                    },
                    look.text,
                    if is_long { "long" } else { "english" }
                ),
                gallery,
            )
        })
    })
}

/// Every palette, at 100 and 200 percent, and the other way round once.
fn looks() -> impl Iterator<Item = Look> {
    let turned = Look {
        direction: Direction::RightToLeft,
        ..Look::default()
    };

    let all = Shade::ALL.into_iter().flat_map(|shade| {
        [100, 200].into_iter().map(move |text| Look {
            shade,
            text,
            direction: Direction::LeftToRight,
        })
    });

    all.chain([turned])
}

#[test]
fn nothing_is_lost_where_there_is_little_room() {
    for text in [80, 100, 200] {
        for direction in [Direction::LeftToRight, Direction::RightToLeft] {
            let look = Look {
                text,
                direction,
                ..Look::default()
            };

            for (name, gallery) in galleries(look) {
                for (width, height) in [(480.0, 600.0), (960.0, 720.0), (1280.0, 900.0)] {
                    let mut probe = Probe::new(look, width, height);
                    let faults = probe.show_root(gallery.root()).faults();

                    assert!(
                        faults.is_empty(),
                        "{name}, {direction:?} at {width}x{height}:\n{}",
                        faults.join("\n")
                    );
                }
            }
        }
    }
}

#[test]
fn tab_comes_by_every_control_and_each_shows_with_its_ring() {
    for (width, height, text) in [(480.0, 600.0, 200), (960.0, 720.0, 100)] {
        let look = Look {
            text,
            ..Look::default()
        };

        for (name, gallery) in galleries(look) {
            let mut probe = Probe::new(look, width, height);
            let mut ui = probe.show_root(gallery.root());
            let mut wanted: Vec<_> = ui
                .controls()
                .into_iter()
                .filter(|found| found.spec.reach == Reach::Tab)
                .map(|found| found.spec.id)
                .collect();

            for _ in 0..wanted.len() {
                ui.key(Named::Tab);

                let found = ui
                    .focused()
                    .unwrap_or_else(|| panic!("{name}: the keyboard is nowhere"));
                let visible = found
                    .visible
                    .unwrap_or_else(|| panic!("{name}: {:?} does not show", found.spec.name));

                assert!(!found.spec.is_disabled, "{name}: {:?}", found.spec.name);
                assert!(
                    visible.width >= found.bounds.width - 0.5,
                    "{name}: {:?} is cut",
                    found.spec.name
                );
                assert!(
                    visible.height >= found.bounds.height.min(100.0) - 0.5,
                    "{name}: {:?} is cut",
                    found.spec.name
                );

                wanted.retain(|id| *id != found.spec.id);
            }

            assert!(wanted.is_empty(), "{name}: Tab never comes to {wanted:?}");
        }
    }
}

#[test]
fn shift_tab_goes_the_same_way_back() {
    let gallery = Gallery::default();
    let mut probe = Probe::ordinary();
    let mut ui = probe.show_root(gallery.root());
    let there: Vec<_> = ui.tab_through().into_iter().map(|spec| spec.id).collect();

    let back: Vec<_> = (1..there.len())
        .map(|_| {
            ui.chord(iced::keyboard::Modifiers::SHIFT, Named::Tab.into());
            ui.focused().map(|found| found.spec.id)
        })
        .collect();
    let expected: Vec<_> = there.into_iter().rev().skip(1).map(Some).collect();

    assert_eq!(back, expected);
}

#[test]
fn a_dialog_holds_the_keyboard_and_gives_it_back() {
    let mut gallery = Gallery::new(Part::Forms, Look::default(), false);
    let mut probe = Probe::ordinary();

    let mut ui = probe.show_root(gallery.root());
    assert!(ui.press(Role::Button, "Ask me"));
    let messages = ui.messages();
    drop(ui);

    for message in messages {
        let _ = gallery.update(message);
    }

    let mut ui = probe.show_root(gallery.root());
    let names: Vec<_> = ui.tab_through().into_iter().map(|spec| spec.name).collect();
    assert_eq!(names, ["Keep both", "Replace it"]);
    assert!(
        ui.find(Role::Button, "Ask me").is_none(),
        "the page under a dialog is out of reach"
    );
    assert!(!ui.click(Role::Button, "Next"));
    assert!(ui.key(Named::Escape));
    let messages = ui.messages();
    assert_eq!(messages.len(), 1, "one Escape, one answer");
    drop(ui);

    for message in messages {
        let _ = gallery.update(message);
    }

    let mut ui = probe.show_root(gallery.root());
    assert_eq!(ui.focused().map(|found| found.spec.name), Some("Ask me".to_owned()));
}

#[test]
fn another_page_starts_at_its_top_and_at_its_title() {
    let mut gallery = Gallery::default();
    let mut probe = Probe::tight();

    let mut ui = probe.show_root(gallery.root());
    let end = ui
        .controls()
        .into_iter()
        .filter(|found| found.spec.reach == Reach::Tab)
        .count();

    for _ in 0..end - 5 {
        ui.key(Named::Tab);
    }

    drop(ui);
    gallery.part = Part::Plan;

    let mut ui = probe.show_root(gallery.root());
    let found = ui.focused().unwrap();

    assert_eq!(found.spec.role, Role::Heading);
    assert_eq!(found.visible, Some(found.bounds), "the title shows");
}

#[test]
fn every_page_can_be_drawn() {
    for look in looks() {
        for (name, gallery) in galleries(look) {
            let (width, height) = if look.text == 200 {
                (480.0, 600.0)
            } else {
                (
                    if look.direction == Direction::RightToLeft {
                        1200.0
                    } else {
                        960.0
                    },
                    2200.0,
                )
            };
            let mut probe = Probe::new(look, width, height);
            let picture = probe.show_root(gallery.root()).picture();

            assert!(
                picture
                    .2
                    .chunks_exact(4)
                    .any(|pixel| pixel != picture.2.get(..4).unwrap()),
                "{name} is empty"
            );
            support::keep_picture(&name, &picture);
        }
    }
}

#[test]
fn the_ring_shows_around_whatever_the_keyboard_is_at() {
    let look = Look {
        text: 200,
        ..Look::default()
    };
    let ring = look.shade.palette().focus.into_rgba8();

    for part in [Part::Answers, Part::Forms] {
        let gallery = Gallery::new(part, look, false);
        let mut probe = Probe::tight();
        let mut ui = probe.show_root(gallery.root());

        for step in 0..ui.controls().len() {
            ui.key(Named::Tab);

            // a picture takes its time
            if step % 5 != 0 {
                continue;
            }

            let found = ui.focused().unwrap();
            let (width, _, pixels) = ui.picture();
            // just outside the start edge, in the middle of what shows of it
            let (x, y) = (found.bounds.x - 3.0, found.visible.unwrap().center_y());
            let at = ((y * 2.0) as u32 * width + (x * 2.0) as u32) as usize * 4;

            assert_eq!(pixels.get(at..at + 4).unwrap(), ring, "{part:?}: {:?}", found.spec.name);
        }
    }
}

#[test]
fn a_long_page_scrolls_by_keys_alone() {
    let gallery = Gallery::new(Part::Answers, Look::default(), false);
    let mut probe = Probe::ordinary();
    let mut ui = probe.show_root(gallery.root());
    let last = |ui: &mut daypack::gui::widget::probe::Shown<'_, '_, _>| {
        ui.find(Role::Radio, "Being unreachable").unwrap().visible.is_some()
    };

    assert!(!last(&mut ui));
    assert!(ui.key(Named::End));
    assert!(last(&mut ui));
    assert!(ui.key(Named::Home));
    assert!(!last(&mut ui));
    assert!(ui.key(Named::PageDown));
}

#[test]
fn a_dot_is_dragged_to_another_cell() {
    let gallery = Gallery::new(Part::Risks, Look::default(), false);
    let mut probe = Probe::new(Look::default(), 960.0, 1600.0);
    let mut ui = probe.show_root(gallery.root());
    let board = ui
        .find(
            Role::Image,
            "Risk board: likelihood from left to right, impact from bottom to top",
        )
        .unwrap();

    // the third dot stands alone in the second column of the top row
    let start = Point::new(board.bounds.x + board.bounds.width * 0.3, board.bounds.y + 65.0);
    let end = start + Vector::new(board.bounds.width * 0.2, 0.0);

    ui.drag(start, end);
    assert!(matches!(ui.messages().as_slice(), [Message::Drag(3, 2, 4)]));
    ui.swipe(start, end);
    assert!(
        matches!(ui.messages().as_slice(), [Message::Drag(3, 2, 4)]),
        "with a finger too"
    );
    ui.drag(start, start);
    assert!(ui.messages().is_empty(), "dropped where it was");
    two_fingers(&mut ui, start, end);
}

/// A second finger does not move a dot, and one that the system takes away drops none.
fn two_fingers(ui: &mut Shown<'_, '_, Message>, start: Point, end: Point) {
    let (one, other) = (Finger(1), Finger(2));
    let pressed = |id, position| touch::Event::FingerPressed { id, position };
    let moved = |id, position| touch::Event::FingerMoved { id, position };
    let lifted = |id, position| touch::Event::FingerLifted { id, position };

    assert!(ui.touch(pressed(one, start)));
    ui.touch(pressed(other, end));
    ui.touch(lifted(other, end));
    assert!(ui.messages().is_empty(), "the dot is still under the first");
    assert!(ui.touch(moved(one, end)), "and the page does not scroll with it");
    ui.touch(touch::Event::FingerLost { id: one, position: end });
    ui.touch(lifted(one, end));
    assert!(ui.messages().is_empty(), "what is lost is dropped nowhere");
}
