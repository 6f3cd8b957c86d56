//! The pages as they will come out: one at a time, as near as one likes, or read as text.
use super::made::Made;
use super::{Message, Preview, Print};
use crate::gui::context::Context;
use crate::gui::theme::{size, space};
use crate::gui::widget::control::Control;
use crate::gui::widget::press::Press;
use crate::gui::widget::sheet::words_of;
use crate::gui::widget::{
    Icon, Kind, Role, Spec, body, ends, fold, lines, notice, progress, secondary, sheet, soft, stepper, strong,
};
use crate::print::page::Page;
use crate::words;

use iced::Element;
use iced::widget::{column, container};

impl Print {
    /// The pages, or why there are none.
    pub(super) fn preview<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let made = match &self.preview {
            Preview::Making => return progress(words::text("print-making"), None),
            Preview::Failed(trouble) => {
                return notice(
                    Kind::Caution,
                    trouble.what.as_str(),
                    trouble.advice.as_str(),
                    vec![again()],
                );
            }
            Preview::Made(made) => made,
        };
        let stale = (!made.is_of(cx)).then(|| {
            notice(
                Kind::Caution,
                words::text("print-stale"),
                words::text("print-stale-advice"),
                vec![again()],
            )
        });

        column![]
            .push(stale)
            .push(self.pager(cx, made))
            .spacing(space::S + space::XS)
            .into()
    }

    /// One page, and the way to the others.
    fn pager<'a>(&self, cx: &Context<'_>, made: &Made) -> Element<'a, Message> {
        let count = made.count();
        let name = words::text_with(
            "print-page",
            &[("number", (self.page + 1).into()), ("of", count.into())],
        );
        let before = self.page.checked_sub(1).map(Message::ShowPage);
        let after = Some(self.page + 1).filter(|next| *next < count).map(Message::ShowPage);

        let here = container(strong(name.clone())).center_y(size::TARGET);
        let here = Control::label(Spec::new(Role::Status, name.clone()), here);
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
        let paper = sheet("print-sheet", name, (&made.pages, self.page), Message::ShowPage)
            .direction(cx.look.direction)
            .lens(self.lens, Message::Look);
        let hint = self.lens.is_close().then(|| soft(words::text("print-closer-how")));

        column![ends(size::COLUMN / 4.0, [here.into(), ways.into()]),]
            .push(made.pages.get(self.page).map(|page| self.nearness(page)))
            .push(paper)
            .push(hint)
            .push(self.as_text(made))
            .spacing(space::S)
            .into()
    }

    /// How near one looks.
    fn nearness<'a>(&self, page: &Page) -> Element<'a, Message> {
        stepper(
            words::text("print-nearness"),
            words::text_with("print-times", &[("times", usize::from(self.lens.times()).into())]),
            (words::text("print-farther"), self.lens.farther(page).map(Message::Look)),
            (words::text("print-closer"), self.lens.closer(page).map(Message::Look)),
        )
    }

    /// The same in letters as large as all others here: what is small on paper is smaller in a small window.
    fn as_text<'a>(&self, made: &Made) -> Element<'a, Message> {
        fold(
            "print-as-text",
            words::text("print-as-text"),
            (self.shows_text, Message::ToggleText),
            || parts_of(made, self.page),
        )
    }
}

/// What can be read on a page, part by part.
fn parts_of<'a>(made: &Made, page: usize) -> Element<'a, Message> {
    let says = made.pages.get(page).map(words_of).unwrap_or_default();
    let parts = says.lines().map(|part| body(part.to_owned()).into());

    column(parts).spacing(space::S).into()
}

fn again<'a>() -> Press<'a, Message> {
    secondary(words::text("print-again")).on_press(Message::MakeAgain)
}
