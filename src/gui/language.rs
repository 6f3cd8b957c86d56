//! Choosing a language: each with the name its speakers give it, and how sure its words are.
//!
//! Nothing is offered where there is nothing to choose from. The system's own language is not followed:
//! which one somebody reads can tell as much as what they read.
use super::context::Context;
use super::widget::{choice, rings};
use crate::language;
use crate::settings::Settings;
use crate::words;

use iced::Element;

/// The languages, as answers; nothing when there is only one. `message` says what choosing one does.
pub(crate) fn languages<'a, Message: Clone + 'a>(
    cx: &Context<'_>,
    message: impl Fn(Settings) -> Message,
) -> Option<Element<'a, Message>> {
    let all = language::all(cx.pack());

    if all.len() < 2 {
        return None;
    }

    let cards = all
        .into_iter()
        .map(|it| {
            let settings = Settings {
                language: (it.tag != cx.pack().base_language()).then(|| it.tag.clone()),
                ..cx.settings.clone()
            };

            choice(format!("language-{}", it.tag), it.name)
                .note(Some(it.status))
                .chosen(it.tag == cx.pack().lang)
                .on_press(message(settings))
        })
        .collect();

    Some(rings(words::text("settings-language"), cards))
}

/// How sure the words are that are read now, and how many entries are not in this language; nothing where
/// the pack speaks its own.
pub(crate) fn note(cx: &Context<'_>) -> Option<String> {
    let note = words::sentence(&language::note(cx.pack())?);
    let left = cx.pack().in_base_count();

    if left == 0 {
        return Some(note);
    }

    let base = words::name_of(cx.pack().base_language());
    let left = words::text_with("language-left", &[("count", left.into()), ("name", base.into())]);

    Some(format!("{note} {left}"))
}
