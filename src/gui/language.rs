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

            let is_spoken = it.tag == cx.pack().lang;
            let left = if is_spoken { left(cx) } else { None };
            let status = [Some(it.status), left]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ");

            choice(format!("language-{}", it.tag), it.name)
                .note(Some(status))
                .chosen(is_spoken)
                .on_press(message(settings))
        })
        .collect();

    Some(rings(words::text("settings-language"), cards))
}

/// How much is not said in the language that is read now.
fn left(cx: &Context<'_>) -> Option<String> {
    let count = cx.pack().in_base_count();
    let base = words::name_of(cx.pack().base_language());

    (count > 0).then(|| words::text_with("language-left", &[("count", count.into()), ("name", base.into())]))
}
