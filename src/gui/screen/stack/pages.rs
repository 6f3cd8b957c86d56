//! The first pages of the stack: the one for the trainer, the first letter, and what the first person gets.
use super::wish::Ready;
use super::{Message, Preview, Stack};
use crate::gui::theme::{size, space};
use crate::gui::widget::control::Control;
use crate::gui::widget::{Icon, Kind, Role, Spec, body, ends, lines, notice, progress, secondary, sheet, strong};
use crate::words;

use iced::Element;
use iced::widget::{column, container};

impl Stack {
    /// The first pages, or why there are none.
    pub(super) fn first_pages(&self) -> Element<'_, Message> {
        match &self.preview {
            Preview::Nothing => body(words::text("stack-nothing")).into(),
            Preview::Setting => progress(words::text("stack-setting"), None),
            Preview::Failed(trouble) => notice(
                Kind::Caution,
                trouble.what.as_str(),
                trouble.advice.as_str(),
                vec![secondary(words::text("print-again")).on_press(Message::SetAgain)],
            ),
            Preview::Set(ready) => self.pager(ready),
        }
    }

    /// One page, and the way to the others.
    fn pager<'a>(&self, ready: &Ready) -> Element<'a, Message> {
        let count = ready.beginning.len();
        let name = words::text_with(
            "stack-page",
            &[
                ("number", (self.page + 1).into()),
                ("of", count.into()),
                ("all", ready.count.pages.into()),
            ],
        );
        let before = self.page.checked_sub(1).map(Message::ShowPage);
        let after = Some(self.page + 1).filter(|next| *next < count).map(Message::ShowPage);
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

        column![
            ends(size::COLUMN / 4.0, [status(name.clone()), ways.into()]),
            sheet("stack-sheet", name, (&ready.beginning, self.page), Message::ShowPage),
        ]
        .spacing(space::S)
        .into()
    }
}

/// Something that changes by itself, in words.
pub(super) fn status<'a>(says: String) -> Element<'a, Message> {
    let shown = container(strong(says.clone())).center_y(size::TARGET);

    Control::label(Spec::new(Role::Status, says), shown).into()
}
