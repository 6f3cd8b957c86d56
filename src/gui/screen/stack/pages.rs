//! The first pages of the stack: the one for the trainer, the first letter, and what the first person gets.
use super::{Message, Stack};
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::paper::look::Shown;
use crate::gui::paper::preview::Preview;
use crate::gui::widget::{Kind, body, notice, progress, secondary};
use crate::words;

use iced::Element;

impl Stack {
    /// The first pages, or why there are none.
    pub(super) fn first_pages<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let ready = match (&self.preview, self.preview.in_view()) {
            (_, Some(ready)) => ready,
            (Preview::Nothing, None) => return body(words::text("stack-nothing")).into(),
            (Preview::Failed(trouble), None) => return failed(trouble),
            (Preview::Making(_) | Preview::Made(_), None) => return progress(words::text("stack-setting"), None),
        };
        let (page, of) = (self.look.page(), ready.beginning.len());
        let name = if self.preview.is_making() {
            words::text("stack-setting")
        } else {
            let all = ready.count.pages;

            words::text_with(
                "stack-page",
                &[("number", (page + 1).into()), ("of", of.into()), ("all", all.into())],
            )
        };
        let shown = Shown {
            id: "stack-sheet",
            name,
            pages: &ready.beginning,
            reads: ready.reads(page),
        };

        self.look.view(cx, &shown).map(Message::Look)
    }
}

fn failed<'a>(trouble: &'a Notice) -> Element<'a, Message> {
    notice(
        Kind::Caution,
        trouble.what.as_str(),
        trouble.advice.as_str(),
        vec![secondary(words::text("print-again")).on_press(Message::SetAgain)],
    )
}
