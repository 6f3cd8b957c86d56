//! Questions and decisions.
use super::{Gallery, Message};
use crate::gui::widget::{Page, Side, boxes, choice, lines, link, rings, segments, trail, versus};

pub(super) fn show(gallery: &Gallery) -> Page<'_, Message> {
    let say = |words: &str| gallery.say(words);

    gallery
        .page("gallery-answers", "How do you unlock your phone?")
        .above(trail(4, 9, say("Question 4 of about 9")))
        .lead(say(
            "A finger or a face can be used by force. A code in your head cannot.",
        ))
        .part(say("One of several"), one(gallery))
        .part(say("Any number"), several(gallery))
        .push(lines([
            link(say("Why are you asking?")).on_press(Message::Rest).into(),
            link(say("What does it change?")).on_press(Message::Rest).into(),
        ]))
        .part(say("How likely is it?"), scale(gallery))
        .part(say("What is worse on the day?"), sides(gallery))
}

fn one(gallery: &Gallery) -> iced::Element<'_, Message> {
    let labels = [
        ("With a fingerprint", None),
        (
            "With my face",
            Some("Or by drawing a pattern. Anyone who holds the phone before me can use it."),
        ),
        ("With a code or a word", None),
        ("I don't know", Some("The plan will not rely on it.")),
    ];

    let choices = labels.into_iter().enumerate().map(|(index, (label, note))| {
        choice(format!("one/{index}"), gallery.say(label))
            .note(note.map(|note| gallery.say(note)))
            .digit(Some(index + 1))
            .chosen(gallery.chosen == Some(index))
            .on_press(Message::Choose(index))
    });

    rings(gallery.say("How do you unlock your phone?"), choices.collect())
}

fn several(gallery: &Gallery) -> iced::Element<'_, Message> {
    let labels = ["A phone", "A computer", "Nothing of these"];

    let choices = labels
        .into_iter()
        .zip(gallery.boxes)
        .enumerate()
        .map(|(index, (label, is_chosen))| {
            let choice = choice(format!("any/{index}"), gallery.say(label))
                .digit(Some(index + 1))
                .chosen(is_chosen);

            if index == 2 {
                choice.alone()
            } else {
                choice.on_press(Message::Tick(index))
            }
        });

    boxes(gallery.say("What do you bring?"), choices.collect())
}

fn scale(gallery: &Gallery) -> iced::Element<'_, Message> {
    let words = ["very unlikely", "unlikely", "possible", "likely", "very likely"];
    let steps = (0..5).map(|step| (step.to_string(), Message::Step(step))).collect();
    let says = words.get(gallery.step).copied().unwrap_or_default();

    segments(
        "likely",
        gallery.say("Police take your phone"),
        steps,
        Some(gallery.step),
        gallery.say(says),
    )
}

fn sides(gallery: &Gallery) -> iced::Element<'_, Message> {
    let side = |index: usize, name: &str, means: &str, gives: &str, costs: &str, change: &str| Side {
        id: format!("side/{index}").into(),
        name: gallery.say(name),
        means: Some(gallery.say(means)),
        gives: vec![gallery.say(gives)],
        costs: vec![gallery.say(costs)],
        changes: vec![gallery.say(change)],
        is_chosen: gallery.step == index,
        message: Message::Step(index),
    };

    versus(
        gallery.say("What is worse on the day?"),
        vec![
            side(
                0,
                "Being located",
                "Leave the phone, or carry it switched off.",
                "No record of where you were",
                "Nobody can reach you, and you can call nobody",
                "Located: 9, then 3",
            ),
            side(
                2,
                "Being unreachable",
                "Carry it, switched on.",
                "You can call",
                "The network knows where you are",
                "Located: 9, then 6",
            ),
        ],
    )
}
