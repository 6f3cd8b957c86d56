//! How the page looks: what the copy tells, its pages, and where the file goes.
use super::made::Made;
use super::{Copy, Message, Stage};
use crate::gui::context::Context;
use crate::gui::place::{self, Place};
use crate::gui::theme::{size, space};
use crate::gui::widget::{
    Icon, Kind, Page, Press, body, bullets, lines, notice, page, primary, progress, quiet, secondary, segments, sheet,
    soft, stepper, strong,
};
use crate::print::Paper;
use crate::words;

use iced::Element;
use iced::widget::{column, container};

impl Copy {
    /// Shows it.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::Making => page("copy-making", words::text("copy-window"))
                .push(progress(words::text("copy-making"), None))
                .push(soft(words::text("copy-making-why")))
                .action(back()),
            Stage::Failed(trouble) => page("copy-failed", words::text("copy-window"))
                .push(notice(
                    Kind::Caution,
                    trouble.what.as_str(),
                    trouble.advice.as_str(),
                    vec![secondary(words::text("copy-again")).on_press(Message::MakeAgain)],
                ))
                .action(back()),
            Stage::Looking(made) => self.looking(cx, made),
            Stage::Choosing(_, place) => choosing(cx, place),
            Stage::Saving(_, _, path) => page("copy-saving", words::text("print-place"))
                .push(progress(words::text("print-saving"), None))
                .push(soft(place::shown(path, cx.paths)))
                .primary(primary(words::text("print-save"))),
            Stage::Saved(made, path) => saved(made, place::shown(path, cx.paths)),
        }
    }

    fn looking<'a>(&self, cx: &Context<'a>, made: &'a Made) -> Page<'a, Message> {
        let values = [
            ("name", made.cut.name.as_str().into()),
            ("count", made.cut.texts.len().into()),
            ("kib", made.cut.kib.into()),
        ];
        let papers = vec![
            (words::text("print-a4"), Message::ChoosePaper(Paper::A4)),
            (words::text("print-letter"), Message::ChoosePaper(Paper::Letter)),
        ];
        let (chosen, says) = match self.paper {
            Paper::A4 => (0, words::text("print-a4-note")),
            Paper::Letter => (1, words::text("print-letter-note")),
        };

        page("copy", words::text("copy-window"))
            .lead(words::text("copy-window-lead"))
            .push(bullets(
                "copy-tells",
                [
                    words::text_with("copy-is", &values),
                    words::text("copy-passphrase"),
                    words::text("copy-anyone"),
                ],
            ))
            .push(segments(
                "copy-paper",
                words::text("print-paper"),
                papers,
                Some(chosen),
                says,
            ))
            .part(words::text("print-pages"), self.pager(cx, made))
            .action(back())
            .primary(primary(words::text("print-go-on")).on_press(Message::GoOn))
    }

    /// One page, and the way to the others.
    fn pager<'a>(&self, cx: &Context<'a>, made: &Made) -> Element<'a, Message> {
        let count = made.pages.len();
        let values = [("number", (self.page + 1).into()), ("of", count.into())];
        let name = words::text_with("print-page", &values);
        let before = self.page.checked_sub(1).map(Message::ShowPage);
        let after = Some(self.page + 1).filter(|next| *next < count).map(Message::ShowPage);

        let here = container(strong(name.clone())).center_y(size::TARGET);
        let ways = lines([
            secondary(words::text("print-previous"))
                .icon(Icon::Back)
                .on_press_maybe(before)
                .into(),
            secondary(words::text("print-next"))
                .icon_after(Icon::Forward)
                .on_press_maybe(after)
                .into(),
        ]);
        let nearness = made.pages.get(self.page).map(|page| {
            stepper(
                words::text("print-nearness"),
                words::text_with("print-times", &[("times", usize::from(self.lens.times()).into())]),
                (words::text("print-farther"), self.lens.farther(page).map(Message::Look)),
                (words::text("print-closer"), self.lens.closer(page).map(Message::Look)),
            )
        });
        let paper = sheet("copy-sheet", name, (&made.pages, self.page), Message::ShowPage)
            .direction(cx.look.direction)
            .lens(self.lens, Message::Look);

        column![here, ways].push(nearness).push(paper).spacing(space::S).into()
    }
}

/// Where the file goes.
fn choosing<'a>(cx: &Context<'a>, place: &'a Place) -> Page<'a, Message> {
    let settled = place.settled();
    let save = match &settled {
        Some(spot) if spot.replaces => words::id("print-replace"),
        Some(_) | None => words::id("print-save"),
    };

    page("copy-place", words::text("print-place"))
        .push(place.view(cx).map(Message::Place))
        .action(back())
        .primary(primary(words::text(save)).on_press_maybe(settled.map(|_| Message::Save)))
}

/// The file is there: what to do with it, and how the copy is read again.
fn saved<'a>(made: &Made, path: String) -> Page<'a, Message> {
    let values = [("name", made.cut.name.as_str().into())];
    let next = [
        words::text("copy-next-print"),
        words::text_with("copy-next-test", &values),
        words::text("copy-next-apart"),
    ];

    page("copy-saved", words::text("print-done"))
        .push(notice(Kind::Good, words::text("print-done-lead"), path, Vec::new()))
        .part(words::text("print-after"), bullets("copy-next", next))
        .push(body(words::text("copy-next-back")))
        .primary(primary(words::text("copy-done")).on_press(Message::GoBack))
}

fn back<'a>() -> Press<'a, Message> {
    quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack)
}
