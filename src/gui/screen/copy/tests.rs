//! The copy as a person makes it, without a window.
use super::*;
use crate::gui::context::{self, Home, PHRASE, assert_whole, phrase};
use crate::gui::widget::Role;
use crate::gui::widget::probe::Probe;
use crate::sheet;
use crate::vault::paper::Gathered;
use crate::vault::{self, Consent};

use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use iced_runtime::{self as runtime, task};

use std::fs;

/// A kept plan, and what is around it.
fn kept(home: &Home) -> context::Stage {
    let mut stage = home.stage("organiser");
    let kept = home.keep(&stage, &home.path("home/notes.age"));
    let document = stage.desk.document().clone();

    stage.desk.saved(&document, kept);
    fs::create_dir_all(home.own()).unwrap();
    stage
}

/// Waits for a task, as the window would, and does what follows.
fn run(stage: &context::Stage, copy: &mut Copy, task: Task<Message>) -> bool {
    let Some(actions) = task::into_stream(task) else {
        return false;
    };
    let outputs = actions.filter_map(|action| async {
        match action {
            runtime::Action::Output(output) => Some(output),
            _ => None,
        }
    });
    let messages: Vec<Message> = block_on(outputs.collect());

    messages.into_iter().any(|message| apply(stage, copy, message))
}

/// Whether it led away from the page.
fn apply(stage: &context::Stage, copy: &mut Copy, message: Message) -> bool {
    match copy.update(&stage.context(), message) {
        Action::None => false,
        Action::Run(task) => run(stage, copy, task),
        Action::Leave => true,
    }
}

fn press(stage: &context::Stage, copy: &mut Copy, name: &str) -> bool {
    let messages = {
        let cx = stage.context();
        let mut probe = Probe::ordinary();
        let mut shown = probe.show(copy.view(&cx));

        assert!(shown.press(Role::Button, name), "no way to press “{name}”");
        shown.messages()
    };

    messages.into_iter().any(|message| apply(stage, copy, message))
}

fn says(stage: &context::Stage, copy: &Copy, words: &str) -> bool {
    let cx = stage.context();
    let mut probe = Probe::ordinary();

    probe.show(copy.view(&cx)).says(words)
}

fn made(stage: &context::Stage) -> Copy {
    let (mut copy, task) = Copy::new(&stage.context(), Paper::A4);

    assert!(says(stage, &copy, "Sealing the copy."));
    assert!(!run(stage, &mut copy, task));
    copy
}

/// What the codes in view say; they are sealed anew each time.
fn texts(copy: &Copy) -> Vec<String> {
    match &copy.stage {
        Stage::Looking(made) => made.cut.texts.clone(),
        _ => panic!("no copy to look at"),
    }
}

#[test]
fn a_copy_is_sealed_with_the_plans_passphrase_and_comes_back_as_the_plan() {
    let home = Home::new();
    let stage = kept(&home);
    let mut copy = made(&stage);
    let mut gathered = Gathered::new();

    texts(&copy).iter().for_each(|text| gathered.add(text));

    let opened = vault::open(&gathered.join().unwrap(), &phrase(), Consent::NotAsked).unwrap();
    assert_eq!(*opened.plaintext, *stage.desk.document().encode(stage.desk.pack));

    assert!(says(&stage, &copy, "It opens with the passphrase your plan has now."));
    assert!(!says(&stage, &copy, PHRASE));

    // Other paper is the same copy.
    let before = texts(&copy);
    assert!(!apply(&stage, &mut copy, Message::ChoosePaper(Paper::Letter)));
    assert_eq!(texts(&copy), before);

    assert!(!press(&stage, &mut copy, "Save the pages"));
    assert!(says(&stage, &copy, "copy-letter.pdf"));
    assert!(!press(&stage, &mut copy, "Save the PDF"));
    assert!(says(&stage, &copy, "The pages are saved"));
    assert!(
        fs::read(home.own().join("copy-letter.pdf"))
            .unwrap()
            .starts_with(b"%PDF-")
    );
    assert!(press(&stage, &mut copy, "Back to printing"));
}

#[test]
fn the_pages_of_a_copy_are_whole_for_every_eye() {
    let home = Home::new();
    let mut stage = kept(&home);
    let copy = made(&stage);

    assert_whole(&mut stage, &copy, Copy::view);
}

#[test]
fn a_plan_that_does_not_fit_says_so_in_the_window() {
    let trouble = crate::gui::notice::Notice::from(&vault::paper::Error::TooLong { bytes: 9_000 });
    let home = Home::new();
    let mut stage = kept(&home);
    let mut copy = made(&stage);

    assert!(!apply(&stage, &mut copy, Message::Made(Err(trouble))));
    assert!(says(
        &stage,
        &copy,
        "This plan takes 9,000 bytes, and a copy on paper holds 8,186."
    ));
    assert_whole(&mut stage, &copy, Copy::view);
    assert!(apply(&stage, &mut copy, Message::GoBack));
}

#[test]
fn a_copy_names_nobody_and_says_the_same_for_every_plan() {
    let home = Home::new();
    let copy = made(&kept(&home));
    let Stage::Looking(made) = &copy.stage else { panic!() };
    let said: String = made.pages.iter().map(crate::gui::widget::sheet::words_of).collect();
    let Some(sheet::Block::Codes(codes)) = made.sheet.blocks.last() else {
        panic!()
    };

    assert!(said.contains("A copy to keep") && said.contains(&made.cut.name));
    assert_eq!(codes.len(), made.cut.texts.len());
    assert!(!made.cut.texts.iter().any(|text| said.contains(text.as_str())));
}
