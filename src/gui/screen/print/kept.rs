//! Where the file goes, and what to do with it, and with the paper, once it is there.
use super::wish::Wish;
use super::{Message, Preview, Print, Viewer, know};
use crate::gui::context::Context;
use crate::gui::place::Place;
use crate::gui::theme::space;
use crate::gui::widget::{Icon, Kind, Page, bullets, notice, page, primary, progress, quiet, secondary, soft};
use crate::words;

use iced::Element;
use iced::widget::column;

use std::path::Path;

impl Print {
    /// Where the file goes.
    pub(super) fn view_place<'a>(&'a self, cx: &Context<'a>, place: &'a Place) -> Page<'a, Message> {
        let count = match &self.preview {
            Preview::Made(made) => self.wish.copies * made.count(),
            Preview::Making | Preview::Failed(_) => 0,
        };
        let settled = place.settled();
        let save = match &settled {
            Some(spot) if spot.replaces => words::id("print-replace"),
            Some(_) | None => words::id("print-save"),
        };

        page("print-place", words::text("print-place"))
            .lead(words::text_with("print-place-lead", &[("pages", count.into())]))
            .push(place.view(cx).map(Message::Place))
            .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
            .primary(primary(words::text(save)).on_press_maybe(settled.map(|_| Message::Save)))
    }
}

/// The file is being written.
pub(super) fn saving<'a>(path: &Path) -> Page<'a, Message> {
    page("print-saving", words::text("print-place"))
        .push(progress(words::text("print-saving"), None))
        .push(soft(path.display().to_string()))
        .primary(primary(words::text("print-save")))
}

/// The file is written: where it is, the way to look at it, what comes next, and how paper and file go again.
pub(super) fn saved<'a>(wish: Wish, path: &'a Path, viewer: &'a Viewer) -> Page<'a, Message> {
    let next = [
        words::text("print-after-print"),
        words::text("print-after-delete"),
        words::text("print-after-gone"),
        words::text("print-after-paper"),
    ];

    page("print-saved", words::text("print-done"))
        .push(notice(
            Kind::Good,
            words::text("print-done-lead"),
            path.display().to_string(),
            Vec::new(),
        ))
        .push(view(viewer))
        .push_maybe(know::not_to_carry(wish))
        .part(words::text("print-after"), bullets("print-after-points", next))
        .part(
            words::text("print-destroy"),
            bullets("print-destroy-points", know::destroy()),
        )
        .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
        .primary(primary(words::text("print-plan")).on_press(Message::Leave))
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
