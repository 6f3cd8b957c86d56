//! Items, steps, times.
use super::{Gallery, Message};
use crate::gui::widget::{
    Kind, Mark, Page, body, bullets, fold, item, lines, link, quiet, secondary, steps, strong, timeline, toast,
};

use iced::Element;
use iced::widget::{Column, column};

pub(super) fn show(gallery: &Gallery) -> Page<'_, Message> {
    let say = |words: &str| gallery.say(words);

    let times = [
        ("Weeks before", 3, 3),
        ("Days before", 2, 7),
        ("Leaving", 0, 5),
        ("During", 0, 4),
        ("After", 0, 2),
    ];
    let times = times
        .into_iter()
        .map(|(name, done, all)| (say(name), done, all))
        .collect();

    gallery
        .page("gallery-plan", "Do these five first")
        .lead(say("2 of 5 done, 35 minutes left."))
        .part(say("First"), items(gallery))
        .part(say("When"), timeline(say("When"), times))
        .push(fold(
            "more",
            say("More, if you have time"),
            (gallery.is_on, Message::Switch),
            || {
                bullets(
                    "more-points",
                    [
                        gallery.say("A second phone with three numbers in it"),
                        gallery.say("A card in the pocket"),
                    ],
                )
            },
        ))
        .notice(Some(toast(
            say("Marked as done: a longer code"),
            Some(quiet(say("Undo")).on_press(Message::Rest)),
        )))
}

fn items(gallery: &Gallery) -> Element<'_, Message> {
    let titles = ["Update your phone", "A longer code", "No face unlock"];

    let rows = titles
        .into_iter()
        .zip(gallery.ticked)
        .enumerate()
        .map(|(index, (title, is_ticked))| {
            let line = item(format!("item-{index}"), gallery.say(title))
                .time(gallery.say("20 min"))
                .tick(
                    if index == 2 { Mark::Struck } else { Mark::Box(is_ticked) },
                    Message::Mark(index),
                )
                .open(gallery.open == Some(index), Message::Open(index))
                .body(details(gallery));

            match index {
                1 => line
                    .why(Some(
                        gallery.say("Your code has four digits, and you worry about the police."),
                    ))
                    .into(),
                2 => line
                    .badge(Kind::Caution, gallery.say("needs a day"))
                    .badge(Kind::Note, gallery.say("shows on paper"))
                    .into(),
                _ => line.into(),
            }
        });

    column(rows).spacing(4).into()
}

fn details(gallery: &Gallery) -> Column<'_, Message> {
    let say = |words: &str| gallery.say(words);

    column![
        body(say(
            "You see this because your code has four digits and you worry about the police."
        )),
        strong(say("iPhone, checked for 17 to 26.4, November 2026")),
        steps(
            "code-steps",
            [
                say("Open Settings › Face ID & Passcode, and enter your code."),
                say("Press Change Passcode, then Passcode Options, and choose a custom alphanumeric code."),
                say("Write six words that nobody could guess from knowing you."),
            ]
        ),
        lines([
            secondary(say("Done")).on_press(Message::Mark(1)).into(),
            quiet(say("Not possible")).on_press(Message::Rest).into(),
            quiet(say("Does not apply")).on_press(Message::Rest).into(),
        ]),
        lines([
            link(say("Careful")).on_press(Message::Rest).into(),
            link(say("Cost")).on_press(Message::Rest).into(),
            link(say("Who says so")).on_press(Message::Rest).into(),
        ]),
    ]
}
