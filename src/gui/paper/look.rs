//! Pages to look at: one at a time, as near as one likes, or read as text.
use crate::gui::context::Context;
use crate::gui::theme::{Direction, size, space};
use crate::gui::widget::control::Control;
use crate::gui::widget::sheet::{Lens, words_of};
use crate::gui::widget::{Icon, Role, Spec, body, ends, fold, lines, secondary, sheet, soft, stepper, strong};
use crate::print::page::Page;
use crate::words;

use iced::Element;
use iced::widget::{column, container};

use std::sync::Arc;

/// Which page is looked at, and how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Look {
    /// From 0.
    page: usize,
    lens: Lens,
    shows_text: bool,
}

/// What can happen to it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Message {
    /// Show this page, counted from 0.
    Show(usize),
    /// Look at it so.
    Near(Lens),
    /// Show or hide the page as text.
    ToggleText,
}

/// Pages that are looked at.
pub(crate) struct Shown<'p> {
    /// What the page is called among the controls, such as `print-sheet`.
    pub(crate) id: &'static str,
    /// What the one in view is called: `Page 2 of 7`.
    pub(crate) name: String,
    /// All of them.
    pub(crate) pages: &'p Arc<[Page]>,
    /// Which way they are read.
    pub(crate) reads: Direction,
}

impl Look {
    /// Which page is in view, from 0.
    pub(crate) const fn page(self) -> usize {
        self.page
    }

    /// How far from the left side of the page one looks, in hundredths of a point.
    #[cfg(test)]
    pub(crate) const fn left(self) -> i32 {
        self.lens.at().0
    }

    /// From the first page again.
    pub(crate) fn begin(&mut self) {
        self.page = 0;
        self.lens = Lens::default();
    }

    /// The whole page again, for other pages of the same; no farther than the last of `count`.
    pub(crate) fn again(&mut self, count: usize) {
        self.page = self.page.min(count.saturating_sub(1));
        self.lens = Lens::default();
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, message: Message) {
        match message {
            Message::Show(page) => {
                self.page = page;
                self.lens = Lens::default();
            }
            Message::Near(lens) => self.lens = lens,
            Message::ToggleText => self.shows_text = !self.shows_text,
        }
    }

    /// `Page 2 of 7`.
    pub(crate) fn name(self, count: usize) -> String {
        words::text_with(
            "print-page",
            &[("number", (self.page + 1).into()), ("of", count.into())],
        )
    }

    /// The page in view, the way to the others, and how near one looks.
    pub(crate) fn view<'a>(self, cx: &Context<'_>, shown: &Shown<'_>) -> Element<'a, Message> {
        let paper = sheet(shown.id, shown.name.clone(), (shown.pages, self.page), Message::Show)
            .direction(cx.look.direction)
            .reads(shown.reads)
            .lens(self.lens, Message::Near);
        let hint = self.lens.is_close().then(|| soft(words::text("print-closer-how")));

        column![self.pager(shown)]
            .push(self.nearness(shown))
            .push(paper)
            .push(hint)
            .push(self.as_text(shown))
            .spacing(space::S)
            .into()
    }

    /// Which page it is, and the way to the others.
    fn pager<'a>(self, shown: &Shown<'_>) -> Element<'a, Message> {
        // one page alone leads nowhere
        if shown.pages.len() < 2 {
            return status(shown.name.clone());
        }

        let before = self.page.checked_sub(1).map(Message::Show);
        let after = Some(self.page + 1)
            .filter(|next| *next < shown.pages.len())
            .map(Message::Show);
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

        ends(size::COLUMN / 4.0, [status(shown.name.clone()), ways.into()]).into()
    }

    fn nearness<'a>(self, shown: &Shown<'_>) -> Option<Element<'a, Message>> {
        let page = shown.pages.get(self.page)?;
        let farther = self.lens.farther(page, shown.reads).map(Message::Near);
        let closer = self.lens.closer(page, shown.reads).map(Message::Near);

        Some(stepper(
            words::text("print-nearness"),
            words::text_with("print-times", &[("times", usize::from(self.lens.times()).into())]),
            (words::text("print-farther"), farther),
            (words::text("print-closer"), closer),
        ))
    }

    /// The same in letters as large as all others here: what is small on paper is smaller in a small window.
    fn as_text<'a>(self, shown: &Shown<'_>) -> Element<'a, Message> {
        fold(
            format!("{}-text", shown.id),
            words::text("print-as-text"),
            (self.shows_text, Message::ToggleText),
            || {
                let says = shown.pages.get(self.page).map(words_of).unwrap_or_default();
                let parts = says.lines().map(|part| body(part.to_owned()).into());

                column(parts).spacing(space::S).into()
            },
        )
    }
}

/// Something that changes by itself, in words.
pub(crate) fn status<'a, Message: Clone + 'a>(says: String) -> Element<'a, Message> {
    let shown = container(strong(says.clone())).center_y(size::TARGET);

    Control::label(Spec::new(Role::Status, says), shown).into()
}
