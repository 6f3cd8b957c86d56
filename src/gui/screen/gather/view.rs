//! How the page looks: a field for texts, which parts are there, and what is in the way.
use super::{Gather, Message, Stage};
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::paper::way::Says;
use crate::gui::theme::space;
use crate::gui::widget::{Icon, Page, Press, bullets, field, link, page, primary, quiet, secondary, soft, strong};
use crate::vault::paper::Error;
use crate::words;

use iced::Element;
use iced::widget::column;

impl Gather {
    /// Shows it.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::Gathering => self.gathering(),
            Stage::Going(way) => way.view(cx, says(), |page| page).map(Message::Way),
        }
    }

    fn gathering(&self) -> Page<'_, Message> {
        let may_add = !self.typed.trim().is_empty();
        // Beside what was put in, so that it is seen in a small window too.
        let problem = self.in_the_way().map(|trouble| {
            let values = [("what", trouble.what.into()), ("advice", trouble.advice.into())];

            words::text_with("paper-problem", &values)
        });
        let text = column![
            field("gather-text", words::text("gather-text"), &self.typed)
                .note(words::text("gather-text-note"))
                .problem(problem)
                .on_input(Message::Type)
                .on_submit(Message::Add)
                .starts(),
            secondary(words::text("gather-add")).on_press_maybe(may_add.then_some(Message::Add)),
        ]
        .spacing(space::S);
        let how = [
            words::text("gather-how-scan"),
            words::text("gather-how-bring"),
            words::text("gather-how-type"),
        ];
        let is_whole = self.gathered.join().is_ok();
        let again = (!self.gathered.is_empty()).then(|| link(words::text("gather-over")).on_press(Message::StartOver));

        page("gather", words::text("gather-title"))
            .lead(words::text("gather-lead"))
            .push(bullets("gather-how", how))
            .push(text)
            .push(self.parts())
            .push_maybe(self.foreign())
            .push_maybe(again)
            .action(back())
            .primary(primary(words::text("gather-go-on")).on_press_maybe(is_whole.then_some(Message::GoOn)))
    }

    /// Which parts are there, and which are not.
    fn parts(&self) -> Element<'_, Message> {
        let Some(count) = self.gathered.count() else {
            return soft(words::text("gather-none")).into();
        };
        let (present, missing) = (self.gathered.present(), self.gathered.missing());
        let count = usize::from(count);
        let there = [("there", present.len().into()), ("count", count.into())];
        let says = if missing.is_empty() {
            words::text_with("gather-all", &[("count", count.into())])
        } else {
            words::text_with("gather-there", &there)
        };
        let missing = (!missing.is_empty() && !present.is_empty()).then(|| {
            soft(words::text_with(
                "gather-missing",
                &[("numbers", listed(&missing).into())],
            ))
        });

        column![strong(says)].push(missing).spacing(space::XS).into()
    }

    /// What was no help, or does not go together.
    fn in_the_way(&self) -> Option<Notice> {
        if let Some(trouble) = &self.trouble {
            return Some(trouble.clone());
        }

        match self.gathered.join().err()? {
            // Parts that are not there yet are no trouble, and stand below.
            Error::Incomplete { damaged, .. } if damaged.is_empty() => None,
            Error::NoParts if self.gathered.foreign().is_empty() => None,
            error => Some(Notice::from(&error)),
        }
    }

    /// That something put in was no part, beside others that are.
    fn foreign(&self) -> Option<Element<'_, Message>> {
        let count = self.gathered.foreign().len();

        (count > 0 && !self.gathered.present().is_empty())
            .then(|| soft(words::text_with("gather-foreign", &[("count", count.into())])).into())
    }
}

/// What things are called while the joined file is on its way.
fn says() -> Says {
    Says {
        id: "gather",
        place: words::text("gather-place"),
        lead: Some(words::text("gather-place-lead")),
        save: words::text("gather-save"),
        saving: words::text("gather-saving"),
        done: words::text("gather-place"),
        leave: words::text("gather-save"),
    }
}

/// `1, 3, 8`.
fn listed(numbers: &[u8]) -> String {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();

    numbers.join(", ")
}

fn back<'a>() -> Press<'a, Message> {
    quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack)
}
