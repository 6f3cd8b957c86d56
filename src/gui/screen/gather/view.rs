//! How the page looks: a field for texts, which parts are there, and what is in the way.
use super::{Gather, Message, Stage};
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::paper::way::Says;
use crate::gui::theme::space;
use crate::gui::widget::{
    Icon, Kind, Page, Press, bullets, field, link, notice, page, primary, quiet, secondary, soft, strong,
};
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
        let text = column![
            field("gather-text", words::text("gather-text"), &self.typed)
                .note(words::text("gather-text-note"))
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
            .push_maybe(self.in_the_way())
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
    fn in_the_way(&self) -> Option<Element<'_, Message>> {
        let caution = |trouble: Notice| notice(Kind::Caution, trouble.what, trouble.advice, Vec::new());

        if let Some(trouble) = &self.trouble {
            return Some(caution(trouble.clone()));
        }

        match self.gathered.join().err() {
            // Parts that are not there yet are no trouble, and stand above.
            Some(Error::Incomplete { damaged, .. }) if damaged.is_empty() => self.foreign(),
            Some(Error::NoParts) if self.gathered.foreign().is_empty() => None,
            Some(error) => Some(caution(Notice::from(&error))),
            None => None,
        }
    }

    /// That something put in was no part.
    fn foreign(&self) -> Option<Element<'_, Message>> {
        let count = self.gathered.foreign().len();

        (count > 0).then(|| soft(words::text_with("gather-foreign", &[("count", count.into())])).into())
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
