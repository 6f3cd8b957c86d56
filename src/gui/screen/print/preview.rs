//! The pages as they will come out, or why there are none.
use super::{Message, Print};
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::paper;
use crate::gui::paper::look::Shown;
use crate::gui::paper::preview::Preview;
use crate::gui::theme::space;
use crate::gui::widget::{Kind, Press, notice, progress, secondary};
use crate::words;

use iced::Element;
use iced::widget::column;

impl Print {
    /// The pages, or why there are none.
    pub(super) fn preview<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let made = match (&self.preview, self.preview.in_view()) {
            (_, Some(made)) => made,
            (Preview::Nothing, None) => return nothing(),
            (Preview::Failed(trouble), None) => return failed(trouble),
            (Preview::Making(_) | Preview::Made(_), None) => return progress(words::text("print-making"), None),
        };
        let is_making = self.preview.is_making();
        let stale = (!is_making && !made.is_of(cx)).then(|| {
            notice(
                Kind::Caution,
                words::text("print-stale"),
                words::text("print-stale-advice"),
                vec![again()],
            )
        });
        let shown = Shown {
            id: "print-sheet",
            name: if is_making {
                words::text("print-making")
            } else {
                self.look.name(made.count())
            },
            pages: &made.pages,
            reads: paper::direction(made.sheet.direction()),
        };

        column![]
            .push(stale)
            .push(self.look.view(cx, &shown).map(Message::Look))
            .spacing(space::S + space::XS)
            .into()
    }
}

/// There is nothing to put on paper yet.
fn nothing<'a>() -> Element<'a, Message> {
    notice(
        Kind::Note,
        words::text("print-empty-title"),
        words::text("paper-empty-others"),
        Vec::new(),
    )
}

fn failed<'a>(trouble: &'a Notice) -> Element<'a, Message> {
    notice(
        Kind::Caution,
        trouble.what.as_str(),
        trouble.advice.as_str(),
        vec![again()],
    )
}

fn again<'a>() -> Press<'a, Message> {
    secondary(words::text("print-again")).on_press(Message::MakeAgain)
}
