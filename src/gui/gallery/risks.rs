//! Board, bars, notices.
use super::{Gallery, Message};
use crate::gui::widget::board::Legend;
use crate::gui::widget::{Dot, Kind, Level, Page, badge, board, lines, meter, notice, progress, secondary};

use iced::Element;
use iced::widget::column;

pub(super) fn show(gallery: &Gallery) -> Page<'_, Message> {
    let say = |words: &str| gallery.say(words);

    gallery
        .page("gallery-risks", "What is likely, and how bad")
        .part(say("The board"), picture(gallery))
        .part(say("What is left"), left(gallery))
        .part(say("Badges"), badges(gallery))
        .part(say("Notices"), notices(gallery))
        .part(
            say("Working"),
            column![
                progress(say("Sealing the plan. This takes about a second."), None),
                progress(say("Writing the pages."), Some(60))
            ]
            .spacing(16),
        )
}

fn picture(gallery: &Gallery) -> Element<'_, Message> {
    let legend = Legend {
        name: gallery.say("Risk board: likelihood from left to right, impact from bottom to top"),
        likelihood: gallery.say("Likelihood"),
        impact: gallery.say("Impact"),
        bands: ["low", "medium", "high", "severe"].map(|band| gallery.say(band)),
    };

    let dots = vec![
        Dot {
            number: 1,
            before: (4, 4),
            after: Some((2, 3)),
        },
        Dot {
            number: 2,
            before: (3, 3),
            after: Some((3, 1)),
        },
        Dot {
            number: 3,
            before: (1, 4),
            after: None,
        },
        Dot {
            number: 4,
            before: (3, 1),
            after: None,
        },
    ];

    let band = |likelihood: u8, impact: u8| match u32::from(likelihood) * u32::from(impact) {
        0..=2 => 0,
        3..=5 => 1,
        6..=8 => 2,
        _ => 3,
    };

    board(legend, dots, band).on_move(Message::Drag).into()
}

fn left(gallery: &Gallery) -> Element<'_, Message> {
    let rows = [
        ("Police read your phone", 16, 6, Kind::Caution),
        ("You are located", 9, 9, Kind::Severe),
        ("Friends are exposed", 6, 1, Kind::Good),
    ];

    let meters = rows
        .into_iter()
        .enumerate()
        .map(|(index, (name, before, after, kind))| {
            let level = Level { before, after, of: 16 };

            meter(
                format!("left/{index}"),
                gallery.say(name),
                level,
                kind,
                gallery.say(&format!("{before}, then {after} of 16, medium")),
            )
        });

    column(meters).spacing(16).into()
}

fn badges(gallery: &Gallery) -> Element<'_, Message> {
    lines([
        badge(Kind::Note, gallery.say("shows on paper")),
        badge(Kind::Good, gallery.say("checked this month")),
        badge(Kind::Caution, gallery.say("stale since March")),
        badge(Kind::Severe, gallery.say("cannot be undone")),
    ])
    .into()
}

fn notices(gallery: &Gallery) -> Element<'_, Message> {
    let say = |words: &str| gallery.say(words);

    column![
        notice(
            Kind::Note,
            say("Nothing is saved yet"),
            say("Close the window and everything is gone."),
            vec![]
        ),
        notice(
            Kind::Caution,
            say("This folder is copied to another computer"),
            say("Choose a folder that is not synchronised, or a stick."),
            vec![secondary(say("Choose another place")).on_press(Message::Rest)]
        ),
        notice(
            Kind::Severe,
            say("The passphrase does not open this file"),
            say("Try again. Capital letters and spaces count."),
            vec![]
        ),
    ]
    .spacing(8)
    .into()
}
