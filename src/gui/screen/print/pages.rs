//! What is chosen: what the paper is for, in which form, on which paper, how much it shows, how many of it.
use super::wish::{MOST_COPIES, Purpose, around};
use super::{Message, Print, copy, form, picture};
use crate::gui::context::Context;
use crate::gui::paper;
use crate::gui::theme::space;
use crate::gui::widget::{
    Icon, Kind, Page, body, choice, heading, notice, page, primary, quiet, rings, segments, soft, stepper, strong,
};
use crate::sheet::{Form, Level};
use crate::{language, words};

use iced::widget::column;
use iced::{Element, Length};

impl Print {
    /// The pages, and what is on them.
    pub(super) fn view_pages<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let go_on = self.ready(cx).map(|_| Message::GoOn);

        page("print", words::text("print-title"))
            .lead(words::text("print-lead"))
            .push(self.purposes())
            .push(self.forms())
            .push(paper::papers("print-paper", self.wish.paper, Message::ChoosePaper))
            .push(self.levels())
            .push_maybe(self.languages(cx))
            .push_maybe(self.copies())
            .part(words::text("print-what"), self.what(cx))
            .part(words::text("print-pages"), self.preview(cx))
            .part(words::text("copy-window"), copy::way(cx))
            .aside(self.handling())
            .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
            .primary(primary(words::text("print-go-on")).on_press_maybe(go_on))
    }

    fn purposes(&self) -> Element<'_, Message> {
        let purposes = Purpose::ALL.map(|purpose| (purpose.name(), Message::ChoosePurpose(purpose)));
        let chosen = Purpose::ALL.iter().position(|purpose| *purpose == self.wish.purpose());

        segments("print-for", words::text("print-for"), purposes.into(), chosen, "")
    }

    /// The forms that serve the purpose, each with what it is and how long.
    fn forms(&self) -> Element<'_, Message> {
        let forms: Vec<Form> = self.wish.purpose().forms().collect();

        if let [form] = forms.as_slice() {
            return column![strong(form::name(*form)), body(self.note(*form))]
                .spacing(space::XS)
                .into();
        }

        let cards = forms.iter().enumerate().map(|(index, form)| {
            choice(format!("print-form-{}", form.name()), form::name(*form))
                .note(Some(self.note(*form)))
                .digit(Some(index + 1))
                .chosen(*form == self.wish.form)
                .on_press(Message::ChooseForm(*form))
        });

        rings(words::text("print-form"), cards.collect())
    }

    /// What a form is, and how many pages it has as soon as that is known.
    fn note(&self, form: Form) -> String {
        match self.pages_of(form) {
            Some(pages) => words::text_with(
                "print-form-pages",
                &[("note", paper::note(form).into()), ("pages", pages.into())],
            ),
            None => paper::note(form),
        }
    }

    pub(super) fn pages_of(&self, form: Form) -> Option<usize> {
        self.counts
            .iter()
            .find(|(one, _)| *one == form)
            .map(|(_, pages)| *pages)
    }

    /// Who may see it. What is not to be carried says so here, and on the paper.
    fn levels(&self) -> Option<Element<'_, Message>> {
        let offered = self.wish.form.levels();

        if offered.len() < 2 {
            return None;
        }

        let name = |level| match level {
            Level::Safe => words::text("print-safe"),
            Level::Home => words::text("print-level-home"),
            Level::All => words::text("print-level-all"),
        };
        let levels = offered
            .iter()
            .map(|level| (name(*level), Message::ChooseLevel(*level)))
            .collect();
        let chosen = offered.iter().position(|level| *level == self.wish.level);
        let caution = match self.wish.level {
            Level::Safe => None,
            Level::Home => Some(words::text("print-level-home-careful")),
            Level::All => Some(words::text("print-level-all-careful")),
        };
        let caution =
            caution.map(|advice| notice(Kind::Caution, words::text("print-level-careful"), advice, Vec::new()));

        let levels = segments("print-level", words::text("print-level"), levels, chosen, "");

        Some(column![levels].push(caution).spacing(space::S).into())
    }

    /// In which language, and how sure its words are; nothing where there is only one.
    fn languages(&self, cx: &Context<'_>) -> Option<Element<'_, Message>> {
        let all = language::all(cx.pack());

        if all.len() < 2 {
            return None;
        }

        let chosen = all.iter().position(|it| it.tag == self.wish.lang);
        let says = chosen.and_then(|at| all.get(at)).map(|it| it.status.clone());
        let ways = all.into_iter().map(|it| (it.name, Message::ChooseLanguage(it.tag)));

        Some(segments(
            "print-language",
            words::text("print-language"),
            ways.collect(),
            chosen,
            says.unwrap_or_default(),
        ))
    }

    /// How many of it, and how much paper that is.
    fn copies(&self) -> Option<Element<'_, Message>> {
        let wish = self.wish;

        if !form::is_copied(wish.form) {
            return None;
        }

        let (less, more) = around(wish.copies);
        let steps = stepper(
            words::text("print-copies"),
            words::text_with("print-copies-count", &[("copies", wish.copies.into())]),
            (words::text("print-copies-less"), less.map(Message::ChooseCopies)),
            (words::text("print-copies-more"), more.map(Message::ChooseCopies)),
        );
        let paper = self.preview.in_view();
        let paper = paper.map(|made| soft(paper_of(wish.copies, made.count())));

        Some(column![steps].push(paper).spacing(space::XS).into())
    }

    /// How the paper is used once it is printed.
    fn handling(&self) -> Element<'_, Message> {
        let handling = form::handling(self.wish.form);

        column![
            heading(words::text("print-use")),
            picture::of(handling),
            body(handling.says()),
        ]
        .spacing(space::S)
        .width(Length::Fill)
        .into()
    }
}

/// How much paper so many copies of so many pages are.
fn paper_of(copies: usize, pages: usize) -> String {
    let (all, sheets) = (copies * pages, (copies * pages).div_ceil(2));

    if copies == 1 {
        let values = [("sheets", sheets.into()), ("most", MOST_COPIES.into())];

        words::text_with("print-copies-paper", &values)
    } else if pages.is_multiple_of(2) {
        words::text_with("print-copies-both", &[("pages", all.into()), ("sheets", sheets.into())])
    } else {
        words::text_with("print-copies-single", &[("pages", all.into())])
    }
}
