//! The pages to look at, what is on them, what is not, and what to know before printing.
use super::made::{LEVEL, Made};
use super::{Message, Preview, Print, form};
use crate::content::{Measure, Reveals};
use crate::gui::context::Context;
use crate::gui::theme::{size, space};
use crate::gui::widget::control::Control;
use crate::gui::widget::press::Press;
use crate::gui::widget::sheet::words_of;
use crate::gui::widget::{
    Icon, Kind, Page, Role, Spec, body, bullets, ends, fold, heading, lines, notice, page, primary, progress, quiet,
    secondary, segments, sheet, soft, strong,
};
use crate::plan::Item;
use crate::print::Paper;
use crate::sheet::Form;
use crate::words;

use iced::Element;
use iced::widget::{column, container};

/// Nothing to print: the plan is empty.
pub(super) fn none<'a>() -> Page<'a, Message> {
    page("print-none", words::text("print-empty-title"))
        .lead(words::text("print-empty"))
        .primary(primary(words::text("print-plan")).on_press(Message::Leave))
}

impl Print {
    /// The pages, and what is on them.
    pub(super) fn view_pages<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let go_on = self.ready(cx).map(|_| Message::GoOn);

        page("print", words::text("print-title"))
            .lead(words::text("print-lead"))
            .push(self.forms())
            .push(self.papers())
            .part(words::text("print-what"), self.what(cx))
            .part(words::text("print-pages"), self.preview(cx))
            .aside(before())
            .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
            .primary(primary(words::text("print-go-on")).on_press_maybe(go_on))
    }

    fn forms(&self) -> Element<'_, Message> {
        let forms = Form::ALL.map(|form| (form::name(form), Message::ChooseForm(form)));
        let chosen = Form::ALL.iter().position(|form| *form == self.form);

        segments(
            "print-form",
            words::text("print-form"),
            forms.into(),
            chosen,
            form::note(self.form),
        )
    }

    fn papers(&self) -> Element<'_, Message> {
        let papers = vec![
            (words::text("print-a4"), Message::ChoosePaper(Paper::A4)),
            (words::text("print-letter"), Message::ChoosePaper(Paper::Letter)),
        ];
        let (chosen, says) = match self.paper {
            Paper::A4 => (0, words::text("print-a4-note")),
            Paper::Letter => (1, words::text("print-letter-note")),
        };

        segments("print-paper", words::text("print-paper"), papers, Some(chosen), says)
    }

    /// Who may see it, and what stays off it.
    fn what<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let off = form::left_off(cx.pack(), cx.plan(), self.form, LEVEL);
        let all = form::count(cx.pack(), cx.plan(), self.form);
        let says = form::how_many(self.form, off.len(), all);
        let which = (!off.is_empty()).then(|| {
            fold(
                "print-left-off",
                words::text("print-left-off-which"),
                (self.shows_left_off, Message::ToggleLeftOff),
                || {
                    let items = off.iter().map(|measure| off_line(measure));

                    column![
                        soft(words::text("print-left-off-about")),
                        bullets("print-left-off-items", items)
                    ]
                    .spacing(space::S)
                    .into()
                },
            )
        });

        let order = form::begins_differently(cx.pack(), cx.plan(), self.form, LEVEL)
            .then(|| body(words::text("print-first-differs")));

        column![
            strong(words::text("print-safe")),
            body(words::text("print-safe-about")),
            body(says),
        ]
        .push(order)
        .push(age(cx))
        .push(which)
        .spacing(space::S)
        .into()
    }

    fn preview<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        match &self.preview {
            Preview::Making => progress(words::text("print-making"), None),
            Preview::Failed(trouble) => notice(
                Kind::Caution,
                trouble.what.as_str(),
                trouble.advice.as_str(),
                vec![again()],
            ),
            Preview::Made(made) => {
                let stale = (!made.is_of(cx.plan())).then(|| {
                    notice(
                        Kind::Caution,
                        words::text("print-stale"),
                        words::text("print-stale-advice"),
                        vec![again()],
                    )
                });

                column![]
                    .push(stale)
                    .push(self.pager(made))
                    .spacing(space::S + space::XS)
                    .into()
            }
        }
    }

    /// The same in letters as large as all others here: what is small on paper is smaller in a small window.
    fn as_text<'a>(&self, made: &Made) -> Element<'a, Message> {
        fold(
            "print-as-text",
            words::text("print-as-text"),
            (self.shows_text, Message::ToggleText),
            || parts_of(made, self.page),
        )
    }

    /// One page, and the way to the others.
    fn pager<'a>(&self, made: &Made) -> Element<'a, Message> {
        let count = made.count();
        let name = words::text_with(
            "print-page",
            &[("number", (self.page + 1).into()), ("of", count.into())],
        );
        let before = self.page.checked_sub(1).map(Message::ShowPage);
        let after = Some(self.page + 1).filter(|next| *next < count).map(Message::ShowPage);

        let here = container(strong(name.clone())).center_y(size::TARGET);
        let here = Control::label(Spec::new(Role::Status, name.clone()), here);
        let ways = lines([
            secondary(words::text("print-previous"))
                .icon(Icon::Back)
                .on_press_maybe(before.clone())
                .into(),
            secondary(words::text("print-next"))
                .icon_after(Icon::Forward)
                .on_press_maybe(after.clone())
                .into(),
        ]);

        column![
            ends(size::COLUMN / 4.0, [here.into(), ways.into()]),
            sheet("print-sheet", name, (&made.pages, self.page), Message::ShowPage),
            self.as_text(made),
        ]
        .spacing(space::S)
        .into()
    }
}

/// What can be read on a page, part by part.
fn parts_of<'a>(made: &Made, page: usize) -> Element<'a, Message> {
    let says = made.pages.get(page).map(words_of).unwrap_or_default();
    let parts = says.lines().map(|part| body(part.to_owned()).into());

    column(parts).spacing(space::S).into()
}

fn again<'a>() -> Press<'a, Message> {
    secondary(words::text("print-again")).on_press(Message::MakeAgain)
}

/// That some of it is old: paper says from when on, and cannot know whether that day has come.
fn age<'a>(cx: &Context<'a>) -> Option<Element<'a, Message>> {
    let (pack, today) = (cx.pack(), cx.today);
    let is_old = |item: &Item| {
        let measure = pack.measure(&item.measure);

        measure.is_some_and(|measure| measure.is_stale(&item.on, today))
    };
    let place = cx.plan().place.as_ref().and_then(|id| pack.place(id));
    let rules = place.map(|place| place.rules.as_slice()).unwrap_or_default();
    let has_old =
        pack.is_stale(today) || cx.plan().items.iter().any(is_old) || rules.iter().any(|rule| rule.is_stale(today));

    has_old.then(|| {
        notice(
            Kind::Caution,
            words::text("print-old"),
            words::text("print-old-about"),
            Vec::new(),
        )
    })
}

/// What to know about printers and paper.
fn before<'a>() -> Element<'a, Message> {
    let points = [
        words::text("print-before-whose"),
        words::text("print-before-queue"),
        words::text("print-before-disk"),
        words::text("print-before-own"),
        words::text("print-before-folder"),
        words::text("print-before-destroy"),
    ];

    column![
        heading(words::text("print-before")),
        bullets("print-before-points", points),
    ]
    .spacing(space::S)
    .into()
}

/// An item that stays off the paper, and what a line about it could tell.
fn off_line(measure: &Measure) -> String {
    let what = measure
        .reveals
        .iter()
        .map(|reveals| match reveals {
            Reveals::Identity => words::text("print-reveals-identity"),
            Reveals::Group => words::text("print-reveals-group"),
            Reveals::Legal => words::text("print-reveals-legal"),
            Reveals::Plan => words::text("print-reveals-plan"),
        })
        .reduce(|one, other| words::text_with("print-reveals-and", &[("one", one.into()), ("other", other.into())]))
        .unwrap_or_default();

    words::text_with(
        "print-left-off-item",
        &[("title", measure.title.as_str().into()), ("what", what.into())],
    )
}
