//! Texts put together as a person does it, without a window.
use super::*;
use crate::gui::context::{self, Home, PHRASE, assert_whole, phrase};
use crate::gui::widget::Role;
use crate::gui::widget::probe::Probe;
use crate::keep::{Access, Version};
use crate::vault::{self, Consent, paper};
use crate::words;

use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use iced_runtime::{self as runtime, task};

use std::fs;

/// The codes of a persona's plan.
fn texts(stage: &context::Stage) -> Vec<String> {
    let text = stage.desk.document().encode(stage.desk.pack);

    paper::cut(&paper::seal_with(&text, &phrase(), 10).unwrap())
        .unwrap()
        .texts
}

/// What the page led to.
fn apply(stage: &context::Stage, gather: &mut Gather, message: Message) -> Option<PathBuf> {
    let task = match gather.update(&stage.context(), message) {
        Action::None | Action::Leave => return None,
        Action::Open(path) => return Some(path),
        Action::Run(task) => task,
    };
    let outputs = task::into_stream(task)?.filter_map(|action| async {
        match action {
            runtime::Action::Output(output) => Some(output),
            _ => None,
        }
    });
    let messages: Vec<Message> = block_on(outputs.collect());

    messages.into_iter().find_map(|message| apply(stage, gather, message))
}

fn put_in(stage: &context::Stage, gather: &mut Gather, text: &str) {
    // A field of one line drops line ends from what is pasted.
    assert!(apply(stage, gather, Message::Type(text.replace('\n', ""))).is_none());
    assert!(apply(stage, gather, Message::Add).is_none());
}

fn says(stage: &context::Stage, gather: &Gather, words: &str) -> bool {
    let cx = stage.context();
    let mut probe = Probe::ordinary();

    probe.show(gather.view(&cx)).says(words)
}

#[test]
fn texts_are_put_in_one_by_one_until_the_plan_is_there() {
    let home = Home::new();
    let stage = home.stage("organiser");
    fs::create_dir_all(home.own()).unwrap();

    let texts = texts(&stage);
    let count = texts.len();
    let mut gather = Gather::new();
    assert!(says(&stage, &gather, "No part yet."));

    put_in(&stage, &mut gather, &texts[2].to_lowercase());
    assert!(says(&stage, &gather, &format!("1 of {count} parts are here")));
    assert!(says(&stage, &gather, "Not yet: 1, 2, 4"));

    // The rest comes in a file.
    let file = home.write(
        "home/codes.txt",
        [&texts[..2], &texts[3..]].concat().join("\r\n").as_bytes(),
    );
    let dropped = gather.dropped(file).unwrap();
    assert!(apply(&stage, &mut gather, dropped).is_none());
    assert!(says(&stage, &gather, &format!("All {count} parts are here")));

    assert!(apply(&stage, &mut gather, Message::GoOn).is_none());
    let path = apply(&stage, &mut gather, Message::Way(way::Message::Save)).expect("the file is there to be opened");
    let opened = vault::open(&fs::read(path).unwrap(), &phrase(), Consent::NotAsked).unwrap();

    assert_eq!(*opened.plaintext, *stage.desk.document().encode(stage.desk.pack));
    assert!(!says(&stage, &gather, PHRASE));
}

#[test]
fn what_does_not_belong_together_is_said_and_can_be_begun_again() {
    let stage = context::Stage::of("organiser");
    let (one, other) = (texts(&stage), texts(&stage));
    let mut gather = Gather::new();

    put_in(&stage, &mut gather, "a shopping list");
    assert!(says(&stage, &gather, "No part of a copy is in these texts."));

    put_in(&stage, &mut gather, &one[0]);
    put_in(&stage, &mut gather, &other[1]);
    assert!(says(&stage, &gather, "These parts are of different copies"));
    assert!(apply(&stage, &mut gather, Message::GoOn).is_none());
    assert!(matches!(gather.stage, Stage::Gathering));

    assert!(apply(&stage, &mut gather, Message::StartOver).is_none());
    put_in(&stage, &mut gather, &one[0][..200]);
    assert!(says(&stage, &gather, "part 1 is damaged"));
}

#[test]
fn a_whole_copy_pasted_at_once_is_taken_at_once_and_a_huge_text_is_no_burden() {
    let stage = context::Stage::of("organiser");
    let texts = texts(&stage);
    let count = texts.len();
    let mut gather = Gather::new();
    // A field of one line drops line ends from what is pasted.
    let all = texts.concat().repeat(3);

    assert!(all.len() > LONG && texts.iter().all(|text| text.len() <= LONG));
    assert!(apply(&stage, &mut gather, Message::Type(all)).is_none());
    assert!(says(&stage, &gather, &format!("All {count} parts are here")));
    assert!(gather.typed.is_empty());

    let mut gather = Gather::new();
    let huge = "no code at all ".repeat(500_000);

    assert!(apply(&stage, &mut gather, Message::Type(huge)).is_none());
    assert!(gather.typed.is_empty(), "nothing of it stays in the field");
    assert!(says(&stage, &gather, "No part of a copy is in these texts."));
}

#[test]
fn what_is_wrong_stands_at_the_field_and_what_to_do_with_it() {
    let mut stage = context::Stage::of("organiser");
    let (one, other) = (texts(&stage), texts(&stage));
    let problem = |stage: &context::Stage, gather: &Gather| {
        let cx = stage.context();
        let mut probe = Probe::ordinary();
        let field = probe.show(gather.view(&cx)).find(Role::TextField, "Text of a code");

        field.and_then(|found| found.spec.note).unwrap_or_default()
    };
    let mut gather = Gather::new();

    put_in(&stage, &mut gather, "a shopping list");
    assert!(problem(&stage, &gather).starts_with("No part of a copy is in these texts."));
    assert_whole(&mut stage, &gather, Gather::view);

    put_in(&stage, &mut gather, &one[0]);
    assert_eq!(problem(&stage, &gather), words::text("gather-text-note"), "it goes on");
    assert!(says(&stage, &gather, "One line was left out"));

    put_in(&stage, &mut gather, &other[1]);
    assert!(problem(&stage, &gather).starts_with("These parts are of different copies"));
    assert_whole(&mut stage, &gather, Gather::view);
}

#[test]
fn the_page_is_whole_for_every_eye() {
    let mut stage = context::Stage::of("organiser");
    let mut gather = Gather::new();

    assert_whole(&mut stage, &gather, Gather::view);

    let texts = texts(&stage);
    put_in(&stage, &mut gather, &texts[1]);
    assert_whole(&mut stage, &gather, Gather::view);

    texts.iter().for_each(|text| put_in(&stage, &mut gather, text));
    assert_whole(&mut stage, &gather, Gather::view);
    assert!(gather.shortcut(&stage.context(), Shortcut::Accept).is_some());
}

#[test]
fn a_file_that_cannot_be_read_says_so() {
    let home = Home::new();
    let stage = home.stage("organiser");
    let mut gather = Gather::new();
    let dropped = gather.dropped(home.path("home/nothing.txt")).unwrap();

    assert!(apply(&stage, &mut gather, dropped).is_none());
    assert!(gather.trouble.is_some());
}

#[test]
fn a_file_with_codes_is_read_beside_an_open_plan_which_stays_open() {
    let home = Home::new();
    let stage = home.stage("organiser");
    let plan = home.path("media/STICK/notes.age");
    let file = home.write("home/codes.txt", b"a shopping list");
    let mut gather = Gather::new();

    home.keep(&stage, &plan);

    let dropped = gather.dropped(file).unwrap();
    assert!(apply(&stage, &mut gather, dropped).is_none());
    assert!(says(&stage, &gather, "No part of a copy is in these texts."));

    let version = Version::Current;
    let Ok(Reply::Loaded(seen)) = home.hands().ask(Request::Load { path: plan, version }) else {
        panic!("another window reads it")
    };

    assert_eq!(seen.access, Access::InUse, "and sees that it is open");
}
