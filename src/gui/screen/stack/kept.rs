//! The file on its way: being made, where it goes, and what to know once it is there.
use super::{Message, Viewer};
use crate::gui::context::Context;
use crate::gui::place::Place;
use crate::gui::theme::space;
use crate::gui::widget::{Icon, Kind, Page, bullets, notice, page, primary, progress, quiet, secondary, soft};
use crate::stack::{Progress, Sides};
use crate::words;

use iced::Element;
use iced::widget::column;

use std::path::Path;

/// The file is being made.
pub(super) fn making<'a>(now: Progress) -> Page<'a, Message> {
    let says = words::text_with(
        "stack-making",
        &[("done", now.done.into()), ("total", now.total.into())],
    );

    page("stack-making", words::text("stack-making-title"))
        .lead(words::text("stack-making-lead"))
        .push(progress(says, Some(now.percent())))
        .primary(secondary(words::text("stack-stop")).on_press(Message::Stop))
}

/// Where the file goes.
pub(super) fn place<'a>(cx: &Context<'a>, place: &'a Place) -> Page<'a, Message> {
    let settled = place.settled();
    let save = match &settled {
        Some(spot) if spot.replaces => words::id("print-replace"),
        Some(_) | None => words::id("print-save"),
    };

    page("stack-place", words::text("stack-place"))
        .lead(words::text("stack-place-lead"))
        .push(place.view(cx).map(Message::Place))
        .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
        .primary(primary(words::text(save)).on_press_maybe(settled.map(|_| Message::Save)))
}

/// The file is being written.
pub(super) fn saving<'a>(path: &Path) -> Page<'a, Message> {
    page("stack-saving", words::text("stack-place"))
        .push(progress(words::text("print-saving"), None))
        .push(soft(path.display().to_string()))
        .primary(primary(words::text("print-save")))
}

/// The file is written: where it is, how to print it, and what to do with what is left.
pub(super) fn saved<'a>(path: &'a Path, viewer: &'a Viewer, sides: Sides) -> Page<'a, Message> {
    let print = match sides {
        Sides::Two => words::text("stack-print-two"),
        Sides::One => words::text("stack-print-one"),
    };
    let next = [
        print,
        words::text("stack-after-printer"),
        words::text("stack-after-first"),
        words::text("stack-after-file"),
        words::text("stack-after-left"),
    ];

    page("stack-saved", words::text("stack-done"))
        .push(notice(
            Kind::Good,
            words::text("stack-done-lead"),
            path.display().to_string(),
            Vec::new(),
        ))
        .push(view(viewer))
        .part(words::text("stack-after"), bullets("stack-after-points", next))
        .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
        .primary(primary(words::text("stack-leave")).on_press(Message::Leave))
}

/// The system's viewer, on request.
fn view<'a>(viewer: &'a Viewer) -> Element<'a, Message> {
    let ask = secondary(words::text("print-view")).on_press(Message::View);
    let came = match viewer {
        Viewer::Unasked => None,
        Viewer::Asked => Some(notice(Kind::Note, words::text("print-viewing"), "", Vec::new())),
        Viewer::Failed(trouble) => Some(notice(
            Kind::Caution,
            trouble.what.as_str(),
            trouble.advice.as_str(),
            Vec::new(),
        )),
    };

    column![ask]
        .push(soft(words::text("print-view-about")))
        .push(came)
        .spacing(space::S)
        .into()
}
