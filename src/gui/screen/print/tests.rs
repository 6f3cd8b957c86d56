//! The print page as a person uses it, without a window.
mod file;
mod kinds;
mod none;

use super::*;
use crate::content::Date;
use crate::gui::context::{self, assert_whole};
use crate::gui::hands::Hands;
use crate::gui::theme::Direction;
use crate::gui::widget::Role;
use crate::gui::widget::probe::Probe;
use crate::gui::widget::sheet::{Lens, words_of};
use crate::paths::Paths;
use crate::sheet::Level;
use crate::words;

use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use iced_runtime::{self as runtime, task};
use tempfile::TempDir;

use std::fs;
use std::ops::{Deref, DerefMut};

const PERSONA: &str = "organiser";

/// A stage with a folder that files can be written to, which goes when it goes.
struct Room(
    context::Stage,
    #[expect(dead_code, reason = "held until the end")] TempDir,
);

impl Room {
    fn of(persona: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths::within(folder.path());
        let stage = context::Stage {
            hands: Hands::new(paths.clone()),
            paths,
            ..context::Stage::of(persona)
        };

        Self(stage, folder)
    }

    /// Waits for a task, as the window would, and gives what it brought.
    fn run(&self, task: Task<Message>) -> Vec<Message> {
        let Some(actions) = task::into_stream(task) else {
            return Vec::new();
        };

        let outputs = actions.filter_map(|action| async {
            match action {
                runtime::Action::Output(output) => Some(output),
                _ => None,
            }
        });

        block_on(outputs.collect())
    }
}

impl Deref for Room {
    type Target = context::Stage;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Room {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

/// Does what follows from a message, and from what its tasks bring, until nothing more comes.
fn apply(room: &Room, print: &mut Print, message: Message) -> bool {
    let mut waiting = vec![message];

    while let Some(message) = waiting.pop() {
        match print.update(&room.context(), message) {
            Action::None => {}
            Action::Run(task) => waiting.extend(room.run(task)),
            Action::Copy(_) | Action::Leave => return true,
        }
    }

    false
}

/// The page with its pages made.
fn made(room: &Room) -> Print {
    let (mut print, task) = Print::new(&room.context(), Form::List);

    for message in room.run(task) {
        assert!(!apply(room, &mut print, message));
    }

    print
}

/// Presses a control by the keyboard, and does what follows.
fn press(room: &Room, print: &mut Print, name: &str) -> bool {
    let mut probe = Probe::ordinary();
    let messages = {
        let mut shown = probe.show(print.view(&room.context()));

        assert!(shown.press(Role::Button, name), "no way to press “{name}”");
        shown.messages()
    };

    messages.into_iter().any(|message| apply(room, print, message))
}

fn says(room: &Room, print: &Print, words: &str) -> bool {
    Probe::ordinary().show(print.view(&room.context())).says(words)
}

/// Goes to where the place is chosen, and has it settled on our own folder.
fn at_place(room: &Room) -> Print {
    fs::create_dir_all(room.paths.own.as_ref().unwrap()).unwrap();

    let mut print = made(room);

    on_to_place(room, &mut print);
    print
}

/// From the pages, by what there is to know, to where the file goes.
fn on_to_place(room: &Room, print: &mut Print) {
    assert!(!press(room, print, "Save the pages"));
    assert!(says(room, print, "Whose printer?"));
    assert!(!press(room, print, "Choose where to put it"));
}

#[test]
fn the_pages_are_shown_one_by_one_and_can_be_read() {
    let room = Room::of(PERSONA);
    let mut print = made(&room);
    let pages = Arc::clone(print.preview.made().unwrap());
    let count = pages.count();

    assert!(count > 1);

    for number in 1..=count {
        let name = format!("Page {number} of {count}");
        let mut probe = Probe::ordinary();
        let found = probe
            .show(print.view(&room.context()))
            .find(Role::Image, &name)
            .expect("the page is called by its number");
        let note = found.spec.note.unwrap();

        assert_eq!(note, words_of(&pages.pages[number - 1]));
        assert!(note.lines().count() > 1, "{note}");

        if number < count {
            press(&room, &mut print, "Next page");
        }
    }

    assert!(
        !Probe::ordinary()
            .show(print.view(&room.context()))
            .press(Role::Button, "Next page")
    );

    press(&room, &mut print, "Read this page as text");

    for part in words_of(&pages.pages[count - 1]).lines() {
        assert!(says(&room, &print, part), "{part}");
    }

    press(&room, &mut print, "Previous page");
    assert!(says(&room, &print, &format!("Page {} of {count}", count - 1)));
}

#[test]
fn what_stays_off_is_counted_and_named_and_is_on_no_page() {
    let room = Room::of("lgbt-where-it-is-a-crime");
    let mut print = made(&room);
    let off = form::left_off(room.desk.pack, room.desk.plan(), Form::List, Level::Safe);
    let count = off.len();
    let all = room.desk.plan().items.len();

    assert!(count > 1);
    assert!(says(
        &room,
        &print,
        &format!("{count} of the {all} items of your plan stay off")
    ));

    press(&room, &mut print, "What stays off, and why");

    let pages = print.preview.made().unwrap();
    let text: String = pages.pages.iter().map(words_of).collect();

    for measure in off {
        assert!(says(&room, &print, &measure.title), "{}", measure.title);
        assert!(!text.replace('\n', " ").contains(&measure.title), "{}", measure.title);
    }
}

#[test]
fn a_plan_that_changed_is_set_again_before_it_is_saved() {
    let mut room = Room::of(PERSONA);
    let mut print = made(&room);
    let other = Room::of("first-march").desk.answers().clone();

    room.answer(|answers| *answers = other);

    assert!(says(&room, &print, "has changed"));
    assert!(print.shortcut(&room.context(), Shortcut::Accept).is_none());

    press(&room, &mut print, "Make the pages again");
    assert!(!says(&room, &print, "has changed"));
    assert!(print.shortcut(&room.context(), Shortcut::Accept).is_some());
}

#[test]
fn old_advice_is_told_before_it_is_printed_and_the_day_is_on_no_page() {
    let mut room = Room::of(PERSONA);
    let pages = |print: &Print| print.preview.made().unwrap().pdf(1).unwrap();
    let fresh = made(&room);

    assert!(!says(&room, &fresh, "not checked for a while"));

    room.today = Date::new(2099, 1, 1).unwrap();

    let old = made(&room);

    assert!(says(&room, &old, "not checked for a while"));
    assert!(pages(&old) == pages(&fresh), "the day changed the paper");
}

#[test]
fn every_page_is_whole_at_every_size_and_in_every_shade() {
    let mut room = Room::of("lgbt-where-it-is-a-crime");
    let mut looking = made(&room);
    let mut saved = at_place(&room);

    apply(&room, &mut looking, Message::ToggleLeftOff);
    apply(&room, &mut looking, Message::Look(look::Message::ToggleText));
    apply(&room, &mut saved, Message::Way(way::Message::Save));
    apply(&room, &mut saved, Message::Way(way::Message::View));

    let (choosing, mut knowing, mut near) = (at_place(&room), made(&room), made(&room));

    apply(&room, &mut knowing, Message::GoOn);
    look_closer(&mut near);

    for print in [&looking, &near, &knowing, &choosing, &saved] {
        assert_whole(&mut room, print, |it, cx| it.view(cx));
    }
}

/// Looks at the page from nearer.
fn look_closer(print: &mut Print) {
    let near = Lens::default().closer(&print.preview.made().unwrap().pages[0], Direction::LeftToRight);

    print.look.update(look::Message::Near(near.unwrap()));
}

#[test]
fn what_is_small_can_be_looked_at_from_nearer_and_a_turned_page_is_whole_again() {
    let room = Room::of(PERSONA);
    let mut print = made(&room);

    assert!(says(&room, &print, "the whole page"));
    press(&room, &mut print, "Closer");
    assert!(says(&room, &print, "twice as large"));
    press(&room, &mut print, "Next page");
    assert!(says(&room, &print, "the whole page"));
}

#[test]
fn the_way_back_is_chosen_and_says_what_is_on_it() {
    let room = Room::of(PERSONA);
    let mut print = made(&room);

    apply(&room, &mut print, Message::ChooseForm(Form::Restore));

    let pages = print.preview.made().unwrap();
    let text = words_of(&pages.pages[0]);

    assert!(text.contains(&words::text("sheet-restore")), "{text}");
    assert!(text.contains(&words::text("sheet-restore-before")), "{text}");
    assert!(says(&room, &print, &words::text("print-form-restore-note")));
    assert_eq!(made::suggested(print.wish), "restore-a4.pdf");
}

#[test]
fn the_keyboard_reaches_everything() {
    let room = Room::of(PERSONA);
    let print = made(&room);
    let mut probe = Probe::tight();
    let mut shown = probe.show(print.view(&room.context()));
    let names: Vec<String> = shown.tab_through().into_iter().map(|spec| spec.name).collect();

    for name in [
        "To get ready at home",
        "A4",
        "Safe to carry",
        "More copies",
        "What stays off, and why",
        "Next page",
        "Closer",
        "Read this page as text",
        "Back",
        "Save the pages",
    ] {
        assert!(names.iter().any(|it| it == name), "{name} is not among {names:?}");
    }

    assert!(matches!(
        print.shortcut(&room.context(), Shortcut::Pick(1)),
        Some(Message::ChooseForm(Form::List))
    ));
    assert!(print.shortcut(&room.context(), Shortcut::Pick(9)).is_none());

    for shortcut in [Shortcut::Print, Shortcut::Accept] {
        assert!(matches!(print.shortcut(&room.context(), shortcut), Some(Message::GoOn)));
    }
}

#[test]
fn a_message_says_nothing_when_it_is_printed() {
    assert_eq!(format!("{:?}", Message::ChoosePaper(Paper::Letter)), "Message");
}

#[test]
fn the_paper_is_the_one_of_the_place_until_another_is_chosen() {
    let paper = |persona: &str| made(&Room::of(persona)).wish.paper;

    assert_eq!(paper("first-march"), Paper::Letter, "the United States");
    assert_eq!(paper("organiser"), Paper::A4, "Germany");
    assert_eq!(paper("filming-abuse"), Paper::A4, "a place that we do not know");
}

#[test]
fn it_is_said_when_other_things_stand_first_on_paper() {
    let differs = words::text("print-first-differs");
    let said: Vec<bool> = ["organiser", "first-march", "someone-close", "carer"]
        .into_iter()
        .map(|persona| {
            let room = Room::of(persona);
            let print = made(&room);
            let is_said = says(&room, &print, &differs);

            assert_eq!(
                is_said,
                form::begins_differently(room.desk.pack, room.desk.plan(), Form::List, Level::Safe),
                "{persona}"
            );
            assert!(
                !form::begins_differently(room.desk.pack, room.desk.plan(), Form::Restore, Level::Safe),
                "the way back has no first five"
            );

            is_said
        })
        .collect();

    assert!(said.contains(&true), "nobody in this test has another order");
}
