//! What would come next, and what is left: so that nobody believes that the list makes them safe.
use super::{Fold, Message, Plan};
use crate::gui::context::Context;
use crate::gui::theme::space;
use crate::gui::widget::{Kind, Level, bullets, fold, meter, soft};
use crate::plan::Left;
use crate::risk::Band;
use crate::{language, words};

use iced::Element;
use iced::widget::column;

impl Plan {
    /// What would still take risk away, beyond the time and trouble the person named.
    pub(super) fn more<'a>(&'a self, cx: &Context<'a>) -> Option<Element<'a, Message>> {
        let more = &cx.plan().more;

        (!more.is_empty()).then(|| {
            let name = words::text_with("plan-more", &[("count", more.len().into())]);

            self.part(Fold::More, "plan-more", name, || {
                let lines = more.iter().filter_map(|it| {
                    let measure = cx.pack().measure(&it.measure)?;

                    Some(words::text_with(
                        "plan-more-line",
                        &[
                            ("title", language::marked(cx.pack(), &measure.id, &measure.title).into()),
                            ("gain", it.gain.into()),
                        ],
                    ))
                });

                column![soft(words::text("plan-more-about")), bullets("plan-more-list", lines)]
                    .spacing(space::S)
                    .into()
            })
        })
    }

    /// Every threat before and after, worst first.
    pub(super) fn left<'a>(&'a self, cx: &Context<'a>) -> Option<Element<'a, Message>> {
        let left: Vec<_> = cx.plan().left.iter().filter(|it| it.before.risk() > 0).collect();

        (!left.is_empty()).then(|| {
            self.part(Fold::Left, "plan-left", words::text("plan-left"), || {
                let bars = left.iter().map(|it| bar(cx, it));

                column![soft(words::text("plan-left-about")), column(bars).spacing(space::M)]
                    .spacing(space::M)
                    .into()
            })
        })
    }

    /// A part of the page that opens and closes.
    pub(super) fn part<'a>(
        &self,
        which: Fold,
        id: &'static str,
        name: String,
        body: impl FnOnce() -> Element<'a, Message>,
    ) -> Element<'a, Message> {
        fold(id, name, (self.is_unfolded(&which), Message::Fold(which)), body)
    }
}

fn bar<'a>(cx: &Context<'a>, it: &Left) -> Element<'a, Message> {
    let title = cx
        .pack()
        .threat(&it.threat)
        .map(|threat| threat.title.clone())
        .unwrap_or_default();
    let says = words::text_with(
        "plan-left-line",
        &[("before", it.before.risk().into()), ("after", it.after.risk().into())],
    );
    let kind = match it.after.band() {
        Band::None | Band::Low => Kind::Good,
        Band::Medium => Kind::Note,
        Band::High => Kind::Caution,
        Band::Severe => Kind::Severe,
    };
    let level = Level {
        before: it.before.risk().into(),
        after: it.after.risk().into(),
        of: 16,
    };

    meter(format!("left-{}", it.threat), title, level, kind, says)
}
