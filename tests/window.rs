//! The window without a screen: pages are shown, found by role and name, and worked by keys alone.
mod frame;
#[cfg(debug_assertions)]
mod gallery;
mod start;

use crate::support;

use daypack::gui::theme::{Direction, Look};
use daypack::gui::widget::probe::Probe;
use daypack::gui::widget::{Role, Typed, body, choice, field, page, primary, quiet, rings, secret, segments, toast};
use iced::Element;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use std::collections::BTreeSet;
use std::fs;

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
        .hand(quiet("Back").on_press(Message::GoBack))
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

#[test]
fn what_comes_up_above_a_passphrase_does_not_turn_its_letters_around() {
    let typed = Typed::new();
    let view = |notice: Option<&'static str>| -> Element<'_, Message> {
        page("open", "Open")
            .push_maybe(notice.map(body))
            .push(secret("passphrase", "Passphrase", &typed).on_change(Message::Typing))
            .into()
    };
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(view(None));

    ui.tab_to(Role::Password, "Passphrase");
    ui.type_in("ze");
    drop(ui);
    probe.show(view(Some("Another window has it open."))).type_in("bra");

    assert!(typed.with(|hidden| hidden.as_text() == Some("zebra")));
}

#[test]
fn what_comes_up_above_the_keyboard_does_not_push_it_out_of_sight() {
    let view = |lines: usize| -> Element<'_, Message> {
        let above = iced::widget::Column::with_children((0..lines).map(|_| body("One more line.").into()));

        page("print", "Print")
            .push(above)
            .push(quiet("Next page").on_press(Message::Next))
            .into()
    };
    let mut probe = Probe::ordinary();

    probe.show(view(0)).tab_to(Role::Button, "Next page");

    let found = probe.show(view(90)).focused().unwrap();

    assert_eq!(found.spec.name, "Next page");
    assert_eq!(found.visible.map(|it| it.height), Some(found.bounds.height));
}

#[test]
fn what_comes_up_below_the_keyboard_does_not_cover_it() {
    let lines = || iced::widget::Column::with_children((0..90).map(|_| body("One more line.").into()));
    let view = |was_done: Option<&str>| -> Element<'_, Message> {
        page("plan", "Plan")
            .push(lines())
            .push(quiet("Next page").on_press(Message::Next))
            .push(lines())
            .notice(was_done.map(|what| toast(what, Some(quiet("Undo").on_press(Message::GoBack)))))
            .into()
    };
    let mut probe = Probe::ordinary();

    probe.show(view(None)).tab_to(Role::Button, "Next page");

    let found = probe.show(view(Some("It was ticked."))).focused().unwrap();

    assert_eq!(found.spec.name, "Next page");
    assert_eq!(found.visible.map(|it| it.height), Some(found.bounds.height));
}

#[test]
fn in_a_group_what_cannot_be_chosen_is_passed_over() {
    let view = || -> Element<'_, Message> {
        let choices = (0..4).map(|index| {
            let choice = choice(format!("{index}"), format!("{index}")).chosen(index == 0);

            if index == 1 {
                choice
            } else {
                choice.on_press(Message::Choose(index))
            }
        });

        page("group", "Group").push(rings("Group", choices.collect())).into()
    };

    let mut probe = Probe::ordinary();
    let mut ui = probe.show(view());

    ui.tab_to(Role::Radio, "0");
    ui.key(Named::ArrowDown);
    ui.key(Named::ArrowUp);
    assert_eq!(
        ui.messages(),
        [Message::Choose(2), Message::Choose(3)],
        "1 cannot be chosen"
    );
    assert!(!ui.key(Named::Enter), "Enter on what is chosen is left for the page");
}

#[test]
fn arrows_follow_the_direction_of_the_page() {
    let view = || -> Element<'_, Message> {
        let steps = (0..5).map(|step| (step.to_string(), Message::Choose(step))).collect();

        page("scale", "Scale")
            .push(segments("scale", "How likely?", steps, Some(2), "possible"))
            .into()
    };

    for (direction, expected) in [(Direction::LeftToRight, [3, 1]), (Direction::RightToLeft, [1, 3])] {
        let look = Look {
            direction,
            ..Look::default()
        };
        let mut probe = Probe::new(look, 960.0, 720.0);
        let mut ui = probe.show(view());

        assert!(ui.tab_to(Role::Radio, "2"));
        ui.key(Named::ArrowRight);
        ui.key(Named::ArrowLeft);
        assert_eq!(ui.messages(), expected.map(Message::Choose), "{direction:?}");
    }
}

#[test]
fn a_passphrase_is_pasted_edited_and_sent_by_keys() {
    let typed = Typed::new();
    let mut probe = Probe::ordinary();
    probe.copy("grey stick\n");

    let view = || -> Element<'_, Message> {
        page("open", "Open")
            .push(
                secret("passphrase", "Passphrase", &typed)
                    .starts()
                    .on_change(Message::Typing)
                    .on_submit(Message::Next),
            )
            .into()
    };

    let mut ui = probe.show(view());
    assert_eq!(
        ui.focused().map(|found| found.spec.role),
        Some(Role::Password),
        "the page starts there"
    );

    ui.chord(Modifiers::COMMAND, Key::Character("v".into()));
    ui.key(Named::Home);
    ui.key(Named::Delete);
    ui.type_in("G");
    ui.key(Named::End);
    ui.key(Named::Backspace);
    assert!(typed.with(|hidden| hidden.as_text() == Some("Grey stic")));

    ui.chord(Modifiers::COMMAND, Key::Character("a".into()));
    ui.type_in("x");
    assert!(
        typed.with(|hidden| hidden.as_text() == Some("x")),
        "what was selected is gone"
    );

    ui.messages();
    assert!(ui.key(Named::Enter));
    assert_eq!(ui.messages(), [Message::Next]);
}

#[test]
fn a_passphrase_is_drawn_as_dots_until_the_person_asks() {
    let mut pictures = Vec::new();

    for words in ["aaaa", "WWWW"] {
        let typed = Typed::new();
        let mut probe = Probe::ordinary();

        for is_shown in [false, true] {
            let view: Element<'_, Message> = page("open", "Open")
                .push(
                    secret("passphrase", "Passphrase", &typed)
                        .starts()
                        .shown(is_shown)
                        .on_change(Message::Typing),
                )
                .into();
            let mut ui = probe.show(view);

            if !is_shown {
                ui.type_in(words);
            }

            pictures.push(ui.picture());
        }
    }

    assert!(pictures[0] == pictures[2], "dots tell nothing but how many there are");
    assert!(pictures[1] != pictures[3], "letters show when asked for");
}

#[test]
fn words_go_into_a_field_and_enter_sends_them() {
    let mut probe = Probe::ordinary();
    let view: Element<'_, String> = page("place", "Where to keep it")
        .push(
            field("place", "Folder", "ab")
                .starts()
                .on_input(|words| words)
                .on_submit("sent".to_owned()),
        )
        .into();
    let mut ui = probe.show(view);

    assert_eq!(ui.focused().map(|found| found.spec.value), Some(Some("ab".to_owned())));
    ui.type_in("c");
    ui.key(Named::Enter);
    assert_eq!(ui.messages().last().map(String::as_str), Some("sent"));
}

#[test]
fn the_mouse_presses_what_it_is_over_and_nothing_else() {
    let typed = Typed::new();
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(question(Some(0), &typed));

    assert!(ui.click(Role::Button, "Next"));
    assert_eq!(ui.messages(), [Message::Next]);

    let (from, to) = (
        ui.find(Role::Button, "Next").unwrap(),
        ui.find(Role::Button, "Skip").unwrap(),
    );
    ui.drag(from.bounds.center(), to.bounds.center());
    assert!(ui.messages().is_empty(), "pressed here and let go there is nothing");
}

#[test]
fn a_control_acts_when_asked_by_its_id_alone() {
    let typed = Typed::new();
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(question(None, &typed));

    assert!(ui.ask(Role::Radio, "Code"));
    assert_eq!(ui.messages(), [Message::Choose(2)]);

    assert!(ui.ask(Role::Button, "Next"));
    assert!(ui.messages().is_empty(), "it is disabled");

    assert!(ui.ask(Role::Password, "Passphrase"));
    assert!(ui.messages().is_empty(), "nothing can be asked of a passphrase");
}

#[test]
fn every_promise_names_a_test() {
    let code: String = ["src", "tests"]
        .iter()
        .flat_map(|folder| support::sources(folder, "rs"))
        .map(|source| source.text)
        .collect();
    let read = |name: &str| fs::read_to_string(support::root().join(name)).unwrap();
    let screen = read("src/gui/screen/protects.rs");
    let (_, promises) = screen.split_once("const PROMISES").unwrap();
    let (promises, _) = promises.split_once("\n];").unwrap();
    let on_screen: BTreeSet<_> = promises
        .split("tests: &[")
        .skip(1)
        .flat_map(|list| list.split(']').next().unwrap().split('"').skip(1).step_by(2))
        .collect();
    let paper = read("THREAT_MODEL.md");
    let (_, table) = paper.split_once("| promise | held by |").unwrap();
    let on_paper: BTreeSet<_> = table
        .lines()
        .take_while(|line| !line.starts_with('#'))
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .collect();

    assert!(
        on_screen.len() >= 7 && on_paper.len() >= 30,
        "the promises were not found"
    );

    for name in on_screen.union(&on_paper) {
        assert!(code.contains(&format!("fn {name}(")), "no test is called `{name}`");
    }

    let missing: Vec<_> = on_screen.difference(&on_paper).collect();

    assert!(missing.is_empty(), "THREAT_MODEL.md does not name {missing:?}");
}
