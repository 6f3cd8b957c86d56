//! From the pages to the file: what to know before it, where it goes, and what is left to do once it is there.
use super::{Action, Message, Print, Stage, know, made};
use crate::gui::context::Context;
use crate::gui::paper::way::{self, Says, Way};
use crate::gui::slow::Interrupted;
use crate::gui::widget::{Page, bullets};
use crate::words;

use std::sync::Arc;

impl Print {
    /// From the pages to what to know, and from there to where the file goes.
    pub(super) fn go_on(&mut self, cx: &Context<'_>) -> Action {
        match self.stage {
            _ if self.ready(cx).is_none() => Action::None,
            Stage::Looking => {
                self.stage = Stage::Knowing;

                Action::None
            }
            Stage::Knowing => {
                let (way, task) = Way::for_paper(cx, made::suggested(self.wish));

                self.stage = Stage::Going(way);
                Action::Run(task.map(Message::Way))
            }
            Stage::Going(_) => Action::None,
        }
    }

    /// The file is on its way: what is written are the pages that were looked at.
    pub(super) fn on_the_way(&mut self, cx: &Context<'_>, message: way::Message) -> Action {
        // A plan that changed meanwhile has other pages, which nobody has looked at.
        let is_of_others = matches!(message, way::Message::Save) && self.ready(cx).is_none();
        let pages = self.ready(cx).map(Arc::clone);
        let copies = self.wish.copies;
        let Stage::Going(way) = &mut self.stage else {
            return Action::None;
        };

        if is_of_others {
            self.stage = Stage::Looking;

            return Action::None;
        }

        let came = way.update(cx, message, |spot| {
            way::export(cx.hands, spot, move || {
                pages.map_or_else(|| Err(Interrupted.into()), |pages| pages.pdf(copies))
            })
        });

        match came {
            way::Action::None | way::Action::Saved(_) => Action::None,
            way::Action::Run(task) => Action::Run(task.map(Message::Way)),
            way::Action::GoBack => self.go_back(),
            way::Action::Leave => Action::Leave,
        }
    }

    /// Where the file is on its way.
    pub(super) fn view_way<'a>(&'a self, cx: &Context<'a>, way: &'a Way) -> Page<'a, Message> {
        let pages = self.pages_of(self.wish.form).unwrap_or(0) * self.wish.copies;
        let says = Says {
            id: "print",
            place: words::text("print-place"),
            lead: Some(words::text_with("print-place-lead", &[("pages", pages.into())])),
            save: words::text("print-save"),
            saving: words::text("print-saving"),
            done: words::text("print-done"),
            leave: words::text("print-plan"),
        };

        way.view(cx, says, |page| self.afterwards(page)).map(Message::Way)
    }

    /// What comes next, and how paper and file go again.
    fn afterwards<'a>(&self, page: Page<'a, way::Message>) -> Page<'a, way::Message> {
        let next = [
            words::text("print-after-print"),
            words::text("print-after-delete"),
            words::text("print-after-gone"),
            words::text("print-after-paper"),
        ];

        page.push_maybe(know::not_to_carry(self.wish))
            .part(words::text("print-after"), bullets("print-after-points", next))
            .part(
                words::text("print-destroy"),
                bullets("print-destroy-points", know::destroy()),
            )
    }
}
