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
