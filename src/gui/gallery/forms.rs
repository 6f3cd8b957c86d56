//! Fields, buttons, text.
use super::{Gallery, Message};
use crate::gui::widget::{
    Icon, Page, body, caption, card, field, file_row, lead, lines, link, primary, quiet, secondary, secret, severe,
    soft, strong, subheading, switch,
};

use iced::Element;
use iced::widget::column;

pub(super) fn show(gallery: &Gallery) -> Page<'_, Message> {
    let say = |words: &str| gallery.say(words);

    gallery
        .page("gallery-forms", "Choose a passphrase")
        .part(say("Fields"), fields(gallery))
        .part(say("Files"), files(gallery))
        .part(say("Buttons"), buttons(gallery))
        .part(say("Words"), card(words(gallery)))
        .aside(card(
            column![
                subheading(say("Where you are")),
                soft(say("A quiet second column, from 1100 pixels on."))
            ]
            .spacing(8),
        ))
}

fn fields(gallery: &Gallery) -> Element<'_, Message> {
    let say = |words: &str| gallery.say(words);
    let word = say(if gallery.is_on { "On" } else { "Off" });

    column![
        secret("passphrase", say("Passphrase"), &gallery.typed)
            .note(say("Six words, or your own phrase. Nobody can get it back for you."))
            .shown(gallery.is_shown)
            .on_change(Message::Typing)
            .on_submit(Message::Rest),
        switch(
            say("Show what I type"),
            None,
            (gallery.is_shown, say(if gallery.is_shown { "On" } else { "Off" })),
            Some(Message::Reveal)
        ),
        field("place", say("Where to keep it"), &gallery.words)
            .on_input(Message::Write)
            .problem(Some(say("There is no such folder."))),
        field("fixed", say("Cannot be changed"), "packing.age"),
        switch(
            say("Cover the page when the window is not in front"),
            Some(say("A click brings it back.")),
            (gallery.is_on, word.clone()),
            Some(Message::Switch)
        ),
        switch(say("Remember on this computer"), None, (false, say("Off")), None),
    ]
    .spacing(16)
    .into()
}

fn files(gallery: &Gallery) -> Element<'_, Message> {
    let say = |words: &str| gallery.say(words);

    column![
        file_row(
            "file/1",
            "packing.age",
            Some(say("2 KB, October 2026, on the grey stick")),
            Some(Message::Rest)
        ),
        file_row("file/2", "packing-2.age", Some(say("too large to be a plan")), None),
    ]
    .spacing(8)
    .into()
}

fn buttons(gallery: &Gallery) -> Element<'_, Message> {
    let say = |words: &str| gallery.say(words);

    lines([
        primary(say("Save the plan")).on_press(Message::Rest).into(),
        secondary(say("Print")).on_press(Message::Rest).into(),
        quiet(say("Not yet"))
            .icon_after(Icon::Forward)
            .on_press(Message::Rest)
            .into(),
        severe(say("Delete the copy")).on_press(Message::Rest).into(),
        link(say("What this protects")).on_press(Message::Rest).into(),
        primary(say("Cannot be pressed")).into(),
        secondary(say("Nor this")).into(),
        secondary(say("Ask me")).on_press(Message::Ask(true)).into(),
    ])
    .into()
}

fn words(gallery: &Gallery) -> iced::widget::Column<'_, Message> {
    let say = |words: &str| gallery.say(words);

    column![
        lead(say("The sentence under a title is a little larger.")),
        body(say(
            "What one reads has about seventy characters a line, and never more, so that the eye finds the next one."
        )),
        strong(say("The name of a thing")),
        caption(say("Caption, in the second voice")),
    ]
    .spacing(8)
}
