//! How the page looks, one step at a time.
use super::making::Slip;
use super::{Errand, Message, Protect, Stage, pieces};
use crate::gui::checkup;
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::theme::space;
use crate::gui::widget::notice::card;
use crate::gui::widget::{
    Icon, Kind, Page, badge, body, bullets, file_row, lines, link, notice, page, primary, progress, quiet, secondary,
    secret, soft, steps, strong, switch,
};
use crate::vault::passphrase::{Estimate, Verdict};
use crate::words;

use iced::widget::column;
use iced::{Element, Length};

impl Protect {
    /// Shows it.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let page = match self.stage {
            Stage::Asking => return self.asking(cx),
            Stage::Saving => return self.saving(),
            Stage::Words => self.words(),
            Stage::Retyping => self.retyping(),
            Stage::Own => self.own(),
            Stage::Placing => self.placing(cx),
            Stage::PlacingKey => self.placing_key(cx),
            Stage::Warned if cx.desk.kept().is_some_and(|kept| kept.apart.is_some()) => self.warned_of_key(cx),
            Stage::Warned => self.warned(cx),
            Stage::Joining => self.joining(cx),
        };

        page.action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
    }

    /// What to do with a plan that is kept already.
    fn asking<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let Some(kept) = cx.desk.kept() else {
            return page("protect", words::text("protect-title"));
        };
        let is_read_only = kept.access.is_read_only();
        let mut ways = column![
            file_row(
                "protect-move",
                words::text("protect-move"),
                Some(words::text("protect-move-about")),
                Some(Message::Move),
            ),
            file_row(
                "protect-change",
                words::text("protect-change"),
                Some(if is_read_only {
                    words::text("protect-change-not-now")
                } else if kept.apart.is_some() {
                    words::text("pieces-change-about")
                } else {
                    words::text("protect-change-about")
                }),
                (!is_read_only).then_some(Message::Change),
            ),
        ]
        .spacing(space::S);

        for way in pieces::ways(cx, is_read_only) {
            ways = ways.push(way);
        }

        page("protect", words::text("protect-title"))
            .lead(words::text("protect-is-kept"))
            .push(pieces::files(cx, kept))
            .push(ways)
            .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
    }

    /// Six words to write down.
    fn words<'a>(&'a self) -> Page<'a, Message> {
        let six = self
            .making
            .words()
            .and_then(|words| words.as_text())
            .unwrap_or_default();
        let ways = lines([
            secondary(words::text("protect-others"))
                .on_press(Message::ProposeOthers)
                .into(),
            link(words::text("protect-use-own")).on_press(Message::UseOwn).into(),
        ]);
        let advice = bullets(
            "protect-advice",
            [
                words::text("protect-on-paper"),
                words::text("protect-apart"),
                words::text("protect-no-way-back"),
            ],
        );

        page("protect-words", words::text("protect-words"))
            .lead(words::text("protect-words-lead"))
            .push(card(column![steps("protect-six", six.split(' ').map(str::to_owned))]))
            .push(advice)
            .push_maybe(checkup::care(self.checkup.as_ref(), false))
            .push(ways)
            .aside(why())
            .primary(primary(words::text("protect-written")).on_press(Message::Continue))
    }

    /// They are typed once.
    fn retyping<'a>(&'a self) -> Page<'a, Message> {
        let field = secret(
            "protect-typed",
            words::text("protect-retype-field"),
            self.making.first(),
        )
        .note(words::text("protect-retype-note"))
        .shown(self.making.is_shown())
        .problem(self.making.slip().map(slip))
        .on_change(Message::Typed)
        .on_submit(Message::Continue)
        .starts();
        let may_go_on = !self.making.first().is_empty();

        page("protect-retype", words::text("protect-retype"))
            .lead(words::text("protect-retype-lead"))
            .push(field)
            .push(self.eye())
            .push(link(words::text("protect-see-words")).on_press(Message::GoBack))
            .primary(primary(words::text("protect-continue")).on_press_maybe(may_go_on.then_some(Message::Continue)))
    }

    /// A passphrase of the person's own.
    fn own<'a>(&'a self) -> Page<'a, Message> {
        let slipped = self.making.slip();
        let first = secret(
            "protect-own-first",
            words::text("protect-own-field"),
            self.making.first(),
        )
        .note(words::text("protect-own-note"))
        .shown(self.making.is_shown())
        .problem(slipped.filter(|it| *it == Slip::TooLong).map(slip))
        .on_change(Message::Typed)
        .on_submit(Message::Continue)
        .starts();
        let again = secret(
            "protect-own-again",
            words::text("protect-own-again"),
            self.making.again(),
        )
        .shown(self.making.is_shown())
        .problem(slipped.filter(|it| *it != Slip::TooLong).map(slip))
        .on_change(Message::TypedAgain)
        .on_submit(Message::Continue);
        let may_go_on = self.making.may_go_on();

        page("protect-own", words::text("protect-own"))
            .lead(words::text("protect-own-lead"))
            .push_maybe(self.trouble.as_ref().map(told))
            .push_maybe(checkup::care(self.checkup.as_ref(), true))
            .push(first)
            .push_maybe(self.making.estimate().map(estimate))
            .push(again)
            .push(self.eye())
            .push_maybe(
                self.making
                    .words()
                    .map(|_| link(words::text("protect-use-words")).on_press(Message::UseWords)),
            )
            .aside(why())
            .primary(primary(words::text("protect-continue")).on_press_maybe(may_go_on.then_some(Message::Continue)))
    }

    /// Where to keep it.
    fn placing<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let lead = match self.errand {
            Errand::First if self.is_apart => words::text("pieces-place-lead"),
            Errand::First => words::text("protect-place-lead"),
            Errand::Move | Errand::Change | Errand::Split | Errand::Join => words::text("protect-move-lead"),
        };
        let may_save = self.place.settled().is_some();
        let next = if self.parts_key() {
            words::text("protect-continue")
        } else {
            words::text("protect-save")
        };

        page("protect-place", words::text("protect-place"))
            .lead(lead)
            .push(self.place.view(cx).map(Message::Place))
            .push_maybe(self.apart_switch())
            .primary(primary(next).on_press_maybe(may_save.then_some(Message::Continue)))
    }

    /// What becomes of old copies, before the passphrase is changed.
    fn warned<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let path = cx.desk.kept().map(|kept| strong(shown(cx, &kept.path)));
        let trouble = self.trouble.as_ref().map(|trouble| {
            let elsewhere = secondary(words::text("protect-elsewhere")).on_press(Message::PlaceElsewhere);

            notice(
                Kind::Caution,
                trouble.what.as_str(),
                trouble.advice.as_str(),
                vec![elsewhere],
            )
        });
        let points = bullets(
            "protect-old-copies",
            [
                words::text("protect-old-previous"),
                words::text("protect-old-copies"),
                words::text("protect-old-known"),
            ],
        );

        page("protect-warned", words::text("protect-warned"))
            .push_maybe(trouble)
            .push_maybe(path)
            .push(body(words::text("protect-warned-about")))
            .push(points)
            .primary(primary(words::text("protect-change-now")).on_press(Message::Continue))
    }

    /// It is being sealed and saved.
    fn saving<'a>(&'a self) -> Page<'a, Message> {
        page("protect-saving", words::text("protect-saving"))
            .push(progress(words::text("protect-saving-about"), None))
            .push(soft(words::text("protect-saving-why")))
    }

    /// Shows or hides what is typed.
    fn eye<'a>(&self) -> Element<'a, Message> {
        let is_shown = self.making.is_shown();
        let state = if is_shown {
            words::text("protect-shown")
        } else {
            words::text("protect-hidden")
        };

        switch(
            words::text("protect-show"),
            None,
            (is_shown, state),
            Some(Message::ToggleShown),
        )
    }
}

/// A path as it is shown: the person's own folder is `~`.
pub(super) fn shown(cx: &Context<'_>, path: &std::path::Path) -> String {
    crate::gui::place::shown(path, cx.paths)
}

pub(super) fn told<'a>(it: &Notice) -> Element<'a, Message> {
    notice(Kind::Caution, it.what.clone(), it.advice.clone(), Vec::new())
}

/// In what way what was typed is not what it should be; never what it was.
fn slip(slip: Slip) -> String {
    match slip {
        Slip::Word(number) => words::text_with("protect-slip-word", &[("number", number.into())]),
        Slip::Count(count) => words::text_with("protect-slip-count", &[("count", count.into())]),
        Slip::Gaps => words::text("protect-slip-gaps"),
        Slip::Twice => words::text("protect-slip-twice"),
        Slip::TooLong => words::text("protect-slip-long"),
    }
}

/// What to think of a phrase of one's own.
fn estimate<'a>(it: Estimate) -> Element<'a, Message> {
    let (kind, word) = match it.verdict {
        Verdict::Refused => (Kind::Severe, words::text("protect-refused")),
        Verdict::Fair => (Kind::Caution, words::text("protect-fair")),
        Verdict::Strong => (Kind::Good, words::text("protect-strong")),
    };

    column![lines([badge(kind, word)]), soft(it.sentence())]
        .spacing(space::XS)
        .into()
}

/// Why words from a list.
fn why<'a>() -> Element<'a, Message> {
    column![
        strong(words::text("protect-why")),
        soft(words::text("protect-why-list")),
        soft(words::text("protect-why-paper")),
    ]
    .spacing(space::S)
    .width(Length::Fill)
    .into()
}
