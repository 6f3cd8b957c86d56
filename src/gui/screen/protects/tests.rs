//! Looks at the page as it is on different computers.
use super::*;
use crate::checkup::Area;
use crate::gui::context::{Stage, assert_whole};
use crate::gui::widget::Role;
use crate::gui::widget::probe::Probe;

#[test]
fn the_page_is_whole_and_every_promise_names_what_holds_it() {
    let mut stage = Stage::empty();
    let (mut screen, _) = Protects::new(&stage.context());

    assert_whole(&mut stage, &screen, Protects::view);

    let mut probe = Probe::ordinary();
    let cx = stage.context();
    let mut ui = probe.show(screen.view(&cx));

    for promise in PROMISES {
        assert!(ui.says(&words::text(promise.words)));
        assert!(promise.tests.iter().all(|name| !ui.says(&spoken(name))));
    }

    assert!(ui.press(Role::Button, &words::text("protects-tests")));
    assert!(matches!(ui.messages().as_slice(), [Message::ToggleTests]));
    drop(ui);

    let _ = screen.update(&cx, Message::ToggleTests);
    let mut ui = probe.show(screen.view(&cx));

    for promise in PROMISES {
        assert!(promise.tests.iter().all(|name| ui.says(&spoken(name))));
    }

    drop(ui);
    assert_whole(&mut stage, &screen, Protects::view);
}

#[test]
fn what_is_missing_on_this_computer_stands_before_what_is_promised() {
    let stage = Stage::empty();
    let cx = stage.context();
    let (screen, _) = Protects::new(&cx);
    let mut probe = Probe::ordinary();
    let texts = probe.show(screen.view(&cx)).texts();
    let place = |id: &str| texts.iter().position(|text| *text == words::text(id));

    assert!(place("protects-now") < place("protects-does"), "a test has no fence");
    assert!(place("protects-does") < place("protects-cannot"));
}

#[test]
fn what_cannot_be_promised_and_what_the_system_refused_is_said() {
    let stage = Stage::empty();
    let cx = stage.context();
    let (mut screen, _) = Protects::new(&cx);
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(screen.view(&cx));

    for id in CANNOT {
        assert!(ui.says(&words::text(id)), "{id}");
    }

    for id in [
        "protects-on",
        "protects-refused",
        "protects-unavailable",
        "protects-off",
    ] {
        assert!(ui.says(&words::text(id)), "{id}");
    }

    assert!(ui.press(Role::Button, "Back"));
    assert!(matches!(ui.messages().as_slice(), [Message::GoBack]));
    drop(ui);
    assert!(matches!(screen.update(&cx, Message::GoBack), Action::Leave));
    assert!(matches!(screen.shortcut(&cx, Shortcut::Back), Some(Message::GoBack)));
}

#[test]
fn where_memory_may_be_written_is_said_once_it_was_looked_at() {
    let mut stage = Stage::empty();
    let (mut screen, _) = Protects::new(&stage.context());
    let says = |stage: &Stage, screen: &Protects, words: &str| {
        let cx = stage.context();
        let mut probe = Probe::ordinary();
        let mut ui = probe.show(screen.view(&cx));

        ui.texts().iter().any(|text| text.contains(words))
    };

    assert!(says(&stage, &screen, &words::text("checkup-looking")));

    for swap in [
        Swap::None,
        Swap::InMemory,
        Swap::Encrypted,
        Swap::CannotTell,
        Swap::Plain,
    ] {
        let area = Area {
            name: "/dev/sda3".to_owned(),
            swap,
        };
        let checkup = Checkup {
            swap,
            areas: vec![area],
            hibernates: true,
            left: None,
        };

        let _ = screen.update(&stage.context(), Message::Looked(Ok(checkup)));

        assert!(says(&stage, &screen, &swap.word()), "{swap:?}");
        assert_eq!(says(&stage, &screen, "/dev/sda3"), swap == Swap::Plain);
        assert_eq!(says(&stage, &screen, "switch swap space off"), swap >= Swap::CannotTell);
    }

    assert_whole(&mut stage, &screen, Protects::view);

    let unseen = Message::Looked(Err(Notice::new(String::new(), String::new())));
    let _ = screen.update(&stage.context(), unseen);

    assert!(says(&stage, &screen, &Swap::CannotTell.word()), "nothing is promised");
}
