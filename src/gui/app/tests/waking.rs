//! 67: the computer slept and woke up. Whatever was in view, and whoever comes first, nothing of it is shown or
//! touched before it is locked.
use super::super::*;
use super::hands::told;
use super::person::{CANARY, Person};
use super::world::Fate;
use crate::gui::shortcut::Shortcut as Key;
use crate::gui::widget::probe::Probe;
use crate::sheet::Form;

use iced::keyboard::key::Named;

const NIGHT: Duration = Duration::from_secs(8 * 3600);

/// A way to a page.
type Way = fn(&mut App) -> Task<Message>;

/// Ways to pages with something of a plan on them.
const PAGES: [(&str, Way); 10] = [
    ("the plan", App::show_plan),
    ("an item of it", |app| {
        let _ = app.show_plan();

        app.update(Message::Pressed(Key::Pick(1)))
    }),
    ("the questions", |app| {
        let first = app.desk.pack.questions[0].id.clone();
        let questions = questions::Questions::at(&app.context(), Some(first));

        app.show(Screen::Questions(questions))
    }),
    ("the risks", App::show_weigh),
    ("a decision", |app| app.show_decide(None)),
    ("what is printed", |app| app.show_print(Form::List)),
    ("the six words", App::show_protect),
    ("the menu", |app| app.update(Message::ToggleMenu)),
    ("a question over the page", |app| app.update(Message::CloseRequested)),
    ("a toast", |app| app.update(Message::Undo)),
];

/// What can be read in the window, and what comes of it.
fn seen(app: &App) -> (Vec<String>, String) {
    let mut probe = Probe::ordinary();
    let mut ui = probe.show_root(app.view());
    let texts = ui.texts();

    (texts, format!("{:?}", ui.messages()))
}

fn is_neutral(texts: &[String]) -> bool {
    let cover = ["cover-title", "cover-lead", "cover-return", "cover-locking"].map(crate::words::text);

    texts.iter().all(|text| cover.contains(text))
}

/// 67
#[test]
fn nothing_of_a_plan_is_painted_between_waking_up_and_locking() {
    for (page, show) in PAGES {
        let mut person = Person::new();
        let task = show(&mut person.app);

        person.follow(task);

        let before = seen(&person.app);

        assert!(!is_neutral(&before.0), "{page} can be read before");
        clock::pretended::sleep(Duration::from_secs(1));
        assert_eq!(seen(&person.app), before, "a moment is no sleep");

        clock::pretended::sleep(NIGHT);

        let (texts, messages) = seen(&person.app);

        assert!(is_neutral(&texts), "{page}: {texts:?}");
        assert!(messages.starts_with("[Beat(Woke)"), "{page}: {messages}");

        person.tell(Message::Beat(Beat::Woke));
        assert!(person.app.is_covered);
        assert_eq!(seen(&person.app).1, "[]", "it was heard of once");
    }
}

/// 67
#[test]
fn a_picture_that_was_ready_before_the_sleep_is_neither_painted_nor_touched() {
    let person = Person::with_a_kept_plan();
    let mut probe = Probe::ordinary();
    let mut ui = probe.show_root(person.app.view());

    assert!(ui.messages().is_empty());
    clock::pretended::sleep(NIGHT);

    // The toolkit asks before every picture, and acts on what it hears before it draws.
    ui.redraw();
    assert_eq!(format!("{:?}", ui.messages()), "[Beat(Woke)]");

    for key in [Named::Enter, Named::Space, Named::Tab, Named::Escape] {
        assert!(ui.key(key), "the page gets none of it");

        let messages = format!("{:?}", ui.messages());

        assert!(messages.starts_with("[Beat(Woke)") && !messages.contains("Screen"));
    }
}

/// 67
#[test]
fn a_kept_plan_is_locked_by_whatever_comes_first_after_a_sleep() {
    for first in [Beat::Second, Beat::Woke] {
        for is_edited in [false, true] {
            let mut person = Person::with_a_kept_plan();

            if is_edited {
                person.edit();
            }

            let note = person.note().unwrap();

            clock::pretended::sleep(NIGHT);
            person.tell(Message::Beat(first));
            assert!(is_neutral(&seen(&person.app).0) || person.app.desk.is_empty());
            assert!(!told(&person.app, CANARY));

            person.works_off(Fate::Well);
            assert!(person.app.desk.is_empty() && person.app.desk.kept().is_none());
            assert!(person.kept_notes().contains(&note));
        }
    }
}
