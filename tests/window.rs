//! The window without a screen: pages are shown, found by role and name, and worked by keys alone.
use daypack::gui::widget::probe::Probe;
use daypack::gui::widget::{Role, Typed, body, choice, page, primary, quiet, rings, secret};
use iced::Element;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

#[derive(Debug, Clone, PartialEq)]
enum Message {
    Choose(usize),
    Next,
    GoBack,
    Typing,
}

fn question<'a>(chosen: Option<usize>, typed: &'a Typed) -> Element<'a, Message> {
    let choices = ["Finger", "Face", "Code"]
        .into_iter()
        .enumerate()
        .map(|(index, label)| {
            choice(label, label)
                .digit(Some(index + 1))
                .chosen(chosen == Some(index))
                .on_press(Message::Choose(index))
        });

    page("unlock", "How do you unlock your phone?")
        .back("Back", Message::GoBack)
        .push(body("A finger or a face can be used by force."))
        .push(rings("How do you unlock your phone?", choices.collect()))
        .push(secret("passphrase", "Passphrase", typed).on_change(Message::Typing))
        .action(quiet("Skip").on_press(Message::Next))
        .primary(primary("Next").on_press_maybe(chosen.map(|_| Message::Next)))
        .into()
}

#[test]
fn a_new_page_starts_at_its_title_and_tab_goes_round() {
    let typed = Typed::new();
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(question(None, &typed));

    assert_eq!(ui.focused().map(|found| found.spec.role), Some(Role::Heading));

    let came_by: Vec<_> = ui.tab_through().into_iter().map(|spec| spec.name).collect();

    assert_eq!(
        came_by,
        ["Finger", "Passphrase", "Skip", "Back"],
        "Next cannot be pressed yet"
    );
    assert_eq!(ui.faults(), Vec::<String>::new());
}

#[test]
fn arrows_choose_inside_a_group_and_the_keyboard_follows() {
    let typed = Typed::new();
    let mut probe = Probe::ordinary();

    let mut ui = probe.show(question(Some(0), &typed));
    ui.tab_to(Role::Radio, "Finger");
    ui.key(Named::ArrowDown);
    assert_eq!(ui.messages(), [Message::Choose(1)]);
    drop(ui);

    let mut ui = probe.show(question(Some(1), &typed));
    assert_eq!(ui.focused().map(|found| found.spec.name), Some("Face".to_owned()));
    ui.key(Named::ArrowDown);
    ui.key(Named::ArrowUp);
    assert_eq!(ui.messages(), [Message::Choose(2), Message::Choose(0)]);
}

#[test]
fn a_passphrase_never_leaves_its_field() {
    let typed = Typed::new();
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(question(None, &typed));

    ui.tab_to(Role::Password, "Passphrase");
    ui.type_in("zebra");
    ui.chord(Modifiers::COMMAND, Key::Character("a".into()));
    ui.chord(Modifiers::COMMAND, Key::Character("c".into()));

    let said = format!("{:?} {:?} {:?} {typed:?}", ui.messages(), ui.controls(), ui.texts());
    drop(ui);

    assert!(typed.with(|hidden| hidden.as_text() == Some("zebra")));
    assert!(!said.contains("zebra"), "{said}");
    assert_eq!(probe.copied(), None);
}

#[cfg(debug_assertions)]
mod gallery {
    use crate::support;

    use daypack::gui::gallery::{Gallery, Part};
    use daypack::gui::theme::{Direction, Look, Shade};
    use daypack::gui::widget::probe::Probe;
    use daypack::gui::widget::{Reach, Role};
    use iced::keyboard::key::Named;

    /// Every part of the gallery, in both languages.
    fn galleries(look: Look) -> impl Iterator<Item = (String, Gallery)> {
        Part::ALL.into_iter().flat_map(move |part| {
            [false, true].into_iter().map(move |is_long| {
                let gallery = Gallery::new(part, look, is_long);

                (
                    format!(
                        "{part:?}-{:?}-{}-{}",
                        look.shade,
                        look.text,
                        if is_long { "long" } else { "english" }
                    ),
                    gallery,
                )
            })
        })
    }

    fn looks() -> impl Iterator<Item = Look> {
        Shade::ALL.into_iter().flat_map(|shade| {
            [100, 200].into_iter().map(move |text| Look {
                shade,
                text,
                direction: Direction::LeftToRight,
            })
        })
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
                    (960.0, 2200.0)
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
}
