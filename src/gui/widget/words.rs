//! Text in the house's few sizes.
//!
//! Never aligned here: a line that runs from right to left would be drawn in the wrong place by this iced
//! when it is. Its parent places it.
use super::control::Control;
use super::spec::{Reach, Role, Spec};
use crate::gui::theme::{self, size};

use iced::Element;
use iced::widget::text::{IntoFragment, LineHeight, Text, Wrapping};

fn plain<'a>(words: impl IntoFragment<'a>, size: f32) -> Text<'a> {
    Text::new(words)
        .size(size)
        .font(theme::FONT)
        .line_height(LineHeight::Relative(size::LINE))
        .wrapping(Wrapping::WordOrGlyph)
}

/// What one reads.
pub fn body<'a>(words: impl IntoFragment<'a>) -> Text<'a> {
    plain(words, size::BODY)
}

/// The name of a thing, in bold.
pub fn strong<'a>(words: impl IntoFragment<'a>) -> Text<'a> {
    plain(words, size::BODY).font(theme::BOLD)
}

/// The sentence under a title.
pub fn lead<'a>(words: impl IntoFragment<'a>) -> Text<'a> {
    plain(words, size::LEAD)
}

/// The second voice, smaller and softer.
pub fn caption<'a>(words: impl IntoFragment<'a>) -> Text<'a> {
    plain(words, size::CAPTION).style(theme::soft)
}

/// What one reads, in the second voice.
pub fn soft<'a>(words: impl IntoFragment<'a>) -> Text<'a> {
    body(words).style(theme::soft)
}

/// What is said between the name of a field and the field: what is wrong with what is in it, or else more
/// about it. Above the field, so that large text in a small window does not hide it below the foot.
pub(super) fn about_field<'a>(note: Option<String>, problem: Option<String>) -> Option<Text<'a>> {
    match problem {
        Some(problem) => Some(body(problem).style(theme::severe)),
        None => note.map(caption),
    }
}

/// The name of a page. The keyboard starts here when the page is new.
pub fn title<'a, Message: Clone + 'a>(words: impl Into<String>) -> Element<'a, Message> {
    named(words.into(), 1, size::TITLE)
}

/// The name of a part of a page.
pub fn heading<'a, Message: Clone + 'a>(words: impl Into<String>) -> Element<'a, Message> {
    named(words.into(), 2, size::HEADING)
}

/// The name of a part of a part.
pub fn subheading<'a, Message: Clone + 'a>(words: impl Into<String>) -> Element<'a, Message> {
    named(words.into(), 3, size::LEAD)
}

fn named<'a, Message: Clone + 'a>(words: String, level: u8, height: f32) -> Element<'a, Message> {
    let spec = Spec {
        level: Some(level),
        reach: if level == 1 { Reach::Program } else { Reach::None },
        ..Spec::new(Role::Heading, words.clone())
    };

    let text = plain(words, height)
        .font(theme::BOLD)
        .line_height(LineHeight::Relative(1.25));

    Control::label(spec, text).into()
}
