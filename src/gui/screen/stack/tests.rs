//! The trainers' page as a person uses it, without a window.
mod piles;

use super::*;
use crate::gui::context::{Home, Stage as Around, assert_whole};
use crate::gui::hands::Hands;
use crate::gui::place::Place;
use crate::gui::widget::Role;
use crate::gui::widget::probe::Probe;
use crate::gui::widget::sheet::words_of;
use crate::words;

use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use iced_runtime::{self as runtime, task};

use std::fs;

/// What stands around the page, with a folder that files can be written to.
struct Room {
    around: Around,
    home: Home,
}

impl Room {
    fn new() -> Self {
        let home = Home::new();
        let mut around = home.stage("first-march");

        around.hands = Hands::new(around.paths.clone());
        fs::create_dir_all(home.own()).unwrap();
        Self { around, home }
    }

    /// Waits for a task, as the window would, and gives what it brought.
    fn run(task: Task<Message>) -> Vec<Message> {
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

    /// Does what follows from a message, and from what its tasks bring. Says whether the page was left.
    fn apply(&self, screen: &mut Stack, message: Message) -> bool {
        match screen.update(&self.around.context(), message) {
            Action::None => false,
            Action::Leave | Action::ShowGuide => true,
            Action::Run(task) => Self::run(task).into_iter().any(|message| self.apply(screen, message)),
        }
    }

    /// Uses a control by the keyboard, and does what follows.
    fn press(&self, screen: &mut Stack, role: Role, name: &str) -> bool {
        let mut probe = Probe::ordinary();
        let messages = {
            let mut ui = probe.show(screen.view(&self.around.context()));

            assert!(ui.press(role, name), "no way to press “{name}”");
            ui.messages()
        };

        messages.into_iter().any(|message| self.apply(screen, message))
    }

    /// Chooses among answers.
    fn ask(&self, screen: &mut Stack, name: &str) {
        let mut probe = Probe::ordinary();
        let messages = {
            let mut ui = probe.show(screen.view(&self.around.context()));

            assert!(ui.ask(Role::Radio, name), "no way to choose “{name}”");
            ui.messages()
        };

        for message in messages {
            self.apply(screen, message);
        }
    }

    fn button(&self, screen: &mut Stack, id: &str) -> bool {
        self.press(screen, Role::Button, &words::text(id))
    }

    fn says(&self, screen: &Stack, words: &str) -> bool {
        Probe::ordinary().show(screen.view(&self.around.context())).says(words)
    }

    /// Two copies for somebody on their first march.
    fn chosen(&self) -> Stack {
        let mut screen = Stack::new();

        self.press(&mut screen, Role::CheckBox, "First march, no idea");
        self.copies(&mut screen, "2");
        screen
    }

    /// So many of every pile.
    fn copies(&self, screen: &mut Stack, typed: &str) {
        for pile in screen.wish.piles(self.around.desk.pack) {
            self.apply(screen, Message::TypeCopies(pile, typed.to_owned()));
        }
    }

    fn files(&self) -> Vec<String> {
        let folder = fs::read_dir(self.home.own()).unwrap();

        folder
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect()
    }
}

fn has_way_on(room: &Room, screen: &Stack) -> bool {
    screen.shortcut(&room.around.context(), Shortcut::Accept).is_some()
}

#[test]
fn the_page_is_whole_at_every_stage() {
    let mut room = Room::new();
    let mut screen = Stack::new();

    assert_whole(&mut room.around, &screen, Stack::view);

    screen = room.chosen();
    room.press(
        &mut screen,
        Role::CheckBox,
        &words::text_with("stack-nobody-with", &[("phone", "iPhone".into())]),
    );
    assert_whole(&mut room.around, &screen, Stack::view);

    room.copies(&mut screen, "999");
    assert_whole(&mut room.around, &screen, Stack::view);

    room.copies(&mut screen, "200");
    screen.preview = Preview::Failed(Notice::from(&crate::stack::Error::TooMany { pages: 4_001 }));
    assert_whole(&mut room.around, &screen, Stack::view);

    screen.stage = Stage::Making(Progress { done: 12, total: 40 });
    assert_whole(&mut room.around, &screen, Stack::view);

    let mut screen = room.chosen();

    room.button(&mut screen, "stack-make");
    assert_whole(&mut room.around, &screen, Stack::view);
    room.button(&mut screen, "print-save");
    assert_whole(&mut room.around, &screen, Stack::view);
    room.button(&mut screen, "print-view");
    assert!(
        room.says(&screen, "viewer did not start"),
        "there is none in this folder"
    );
    assert_whole(&mut room.around, &screen, Stack::view);
}

#[test]
fn a_sum_is_told_as_soon_as_there_is_one() {
    let room = Room::new();
    let mut screen = Stack::new();

    assert!(room.says(&screen, &words::text("stack-nothing")));
    assert!(!has_way_on(&room, &screen));

    screen = room.chosen();

    assert!(room.says(&screen, "2 people · one format · "));
    assert!(has_way_on(&room, &screen));

    room.press(&mut screen, Role::CheckBox, "Organiser");
    room.copies(&mut screen, "2");
    assert!(room.says(&screen, "4 people · one format · "));

    let small = crate::sheet::handing::form_name(Form::Compact);

    room.press(&mut screen, Role::CheckBox, &small);
    assert!(room.says(&screen, "4 people · 2 formats · "));

    room.copies(&mut screen, "0");
    assert!(!has_way_on(&room, &screen));
    assert!(room.says(&screen, "A number from 1 to 200."));
}

#[test]
fn copies_are_digits_whatever_is_typed() {
    let room = Room::new();
    let mut screen = room.chosen();

    for (typed, kept) in [("1x2", "12"), ("-3", "3"), ("", ""), ("123456", "1234")] {
        room.copies(&mut screen, typed);
        assert_eq!(screen.wish.typed(&screen.wish.piles(room.around.desk.pack)[0]), kept);
    }
}

#[test]
fn the_first_pages_are_those_that_come_out_first() {
    let room = Room::new();
    let mut screen = room.chosen();
    let page = |screen: &Stack| words_of(&screen.preview.made().unwrap().beginning[screen.look.page()]);

    assert!(page(&screen).starts_with(&words::text("stack-contents")));
    assert!(page(&screen).contains("First march, no idea"));

    room.button(&mut screen, "print-next");
    assert!(page(&screen).starts_with('A'));

    room.button(&mut screen, "print-next");
    assert!(page(&screen).starts_with(&words::text("sheet-title")));

    let others: String = (1..screen.preview.made().unwrap().beginning.len())
        .map(|at| words_of(&screen.preview.made().unwrap().beginning[at]))
        .collect();

    assert!(!others.contains("First march"));
}

#[test]
fn the_file_that_is_written_is_the_one_the_terminal_writes() {
    let room = Room::new();
    let mut screen = room.chosen();

    assert!(!room.button(&mut screen, "stack-make"));
    assert!(room.says(&screen, &words::text("stack-place-lead")));
    assert_eq!(
        room.files(),
        Vec::<String>::new(),
        "nothing is written before the place is chosen"
    );

    assert!(!room.button(&mut screen, "print-save"));
    assert!(room.says(&screen, &words::text("stack-done")));
    assert_eq!(room.files(), ["handouts-a4.pdf"]);

    let bytes = fs::read(room.home.own().join("handouts-a4.pdf")).unwrap();
    let ready = screen.preview.made().unwrap();
    let again = ready.laid.write(|_| std::ops::ControlFlow::Continue(())).unwrap();

    assert!(bytes == again);
    assert!(room.button(&mut screen, "stack-leave"));
}

#[test]
fn what_is_stopped_is_written_nowhere() {
    let room = Room::new();
    let mut screen = room.chosen();

    // Begun, but not waited for.
    let Action::Run(task) = screen.update(&room.around.context(), Message::Make) else {
        panic!("it is made")
    };

    assert!(matches!(screen.stage, Stage::Making(_)));
    assert!(matches!(
        screen.shortcut(&room.around.context(), Shortcut::Back),
        Some(Message::Stop)
    ));
    assert!(!room.button(&mut screen, "stack-stop"));
    assert!(matches!(screen.stage, Stage::Choosing));

    // What comes late changes nothing.
    for message in Room::run(task) {
        assert!(!room.apply(&mut screen, message));
    }

    assert!(matches!(screen.stage, Stage::Choosing));
    assert_eq!(room.files(), Vec::<String>::new());
    assert!(has_way_on(&room, &screen), "it can be made again");
}

#[test]
fn pages_of_another_wish_are_not_shown() {
    let room = Room::new();
    let mut screen = room.chosen();
    let old = screen.preview.made().map(Arc::clone).unwrap();

    let Action::Run(_) = screen.update(&room.around.context(), Message::ChoosePaper(Paper::Letter)) else {
        panic!("pages are set anew")
    };

    assert!(!room.apply(&mut screen, Message::Set(Ok(old))));
    assert!(screen.preview.made().is_none() && !has_way_on(&room, &screen));
}

#[test]
fn the_run_sheet_is_one_press_away() {
    let room = Room::new();

    assert!(room.button(&mut Stack::new(), "stack-guide"));
}

#[test]
fn too_much_is_told_with_what_to_do() {
    let room = Room::new();
    let mut screen = room.chosen();

    for person in ["Organiser", "Journalist with sources", "Street medic with a sensor"] {
        room.press(&mut screen, Role::CheckBox, person);
    }

    assert!(has_way_on(&room, &screen));

    room.copies(&mut screen, "200");

    assert!(room.says(&screen, "Ask for fewer copies"));
    assert!(!has_way_on(&room, &screen));
}

#[test]
fn messages_and_paths_stay_out_of_logs() {
    let path = PathBuf::from("/home/someone/secret.pdf");

    assert_eq!(
        format!("{:?}", Message::Way(way::Message::Place(Place::dropped(path)))),
        "Message"
    );
}
