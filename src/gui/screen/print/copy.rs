//! The way from printing a plan to an encrypted copy of it.
use super::Message;
use crate::gui::context::Context;
use crate::gui::theme::space;
use crate::gui::widget::{body, secondary, soft};
use crate::words;

use iced::Element;
use iced::widget::column;

/// Offers the copy, once there is a passphrase to seal it with.
pub(super) fn way<'a>(cx: &Context<'_>) -> Element<'a, Message> {
    let is_kept = cx.desk.kept().is_some();
    let unsaved = (!is_kept).then(|| soft(words::text("copy-way-unsaved")));

    column![body(words::text("copy-way-about"))]
        .push(unsaved)
        .push(secondary(words::text("copy-way")).on_press_maybe(is_kept.then_some(Message::MakeCopy)))
        .spacing(space::S)
        .into()
}
