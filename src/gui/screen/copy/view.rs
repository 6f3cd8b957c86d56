//! How the page looks: what the copy tells, its pages, and where the file goes.
use super::made::Made;
use super::{Copy, Message, Stage};
use crate::gui::context::Context;
use crate::gui::paper;
use crate::gui::paper::look::Shown;
use crate::gui::paper::way::{self, Says, Way};
use crate::gui::widget::{
    Icon, Kind, Page, Press, body, bullets, notice, page, primary, progress, quiet, secondary, soft,
};
use crate::words;

use iced::Element;

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
            Stage::Going(made, way) => going(cx, made, way),
        }
    }

    fn looking<'a>(&self, cx: &Context<'a>, made: &'a Made) -> Page<'a, Message> {
        let values = [
            ("name", made.cut.name.as_str().into()),
            ("count", made.cut.texts.len().into()),
            ("kib", made.cut.kib.into()),
        ];
        let shown = Shown {
            id: "copy-sheet",
            name: self.look.name(made.pages.len()),
            pages: &made.pages,
            reads: paper::direction(made.sheet.direction()),
        };

        page("copy", words::text("copy-window"))
            .lead(words::text("copy-window-lead"))
            .push_maybe(needs_no_key(cx))
            .push(bullets(
                "copy-tells",
                [
                    words::text_with("copy-is", &values),
                    words::text("copy-passphrase"),
                    words::text("copy-anyone"),
                ],
            ))
            .push(paper::papers("copy-paper", self.paper, Message::ChoosePaper))
            .part(
                words::text("print-pages"),
                self.look.view(cx, &shown).map(Message::Look),
            )
            .action(back())
            .primary(primary(words::text("print-go-on")).on_press(Message::GoOn))
    }
}

/// Its file on its way.
fn going<'a>(cx: &Context<'a>, made: &'a Made, way: &'a Way) -> Page<'a, Message> {
    let says = Says {
        id: "copy",
        place: words::text("print-place"),
        lead: None,
        save: words::text("print-save"),
        saving: words::text("print-saving"),
        done: words::text("print-done"),
        leave: words::text("copy-done"),
    };

    way.view(cx, says, |page| afterwards(page, made)).map(Message::Way)
}

/// What to do with the file once it is there, and how the copy is read again.
fn afterwards<'a>(page: Page<'a, way::Message>, made: &Made) -> Page<'a, way::Message> {
    let values = [("name", made.cut.name.as_str().into())];
    let next = [
        words::text("copy-next-print"),
        words::text_with("copy-next-test", &values),
        words::text("copy-next-apart"),
    ];

    page.part(words::text("print-after"), bullets("copy-next", next))
        .push(body(words::text("copy-next-back")))
}

fn back<'a>() -> Press<'a, Message> {
    quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack)
}

/// A copy of a plan in two pieces is in one: that must be known before it is printed.
fn needs_no_key<'a>(cx: &Context<'_>) -> Option<Element<'a, Message>> {
    let is_apart = cx.desk.kept().is_some_and(|kept| kept.apart.is_some());

    is_apart.then(|| {
        notice(
            Kind::Caution,
            words::text("pieces-paper"),
            words::text("pieces-paper-advice"),
            Vec::new(),
        )
    })
}
