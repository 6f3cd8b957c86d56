//! What is chosen: for whom, what each person gets, how many, on which paper.
use super::{Message, Preview, Stack};
use crate::gui::context::Context;
use crate::gui::theme::space;
use crate::gui::widget::{
    Icon, Page, body, boxes, choice, field, heading, page, primary, quiet, secondary, segments, soft, subheading,
};
use crate::language;
use crate::plan::nobody;
use crate::print::Paper;
use crate::sheet::{Form, handing};
use crate::stack::{MOST_COPIES, Sides};
use crate::words;

use iced::Element;
use iced::widget::column;

impl Stack {
    /// The whole page of choices, with the first pages below.
    pub(super) fn view_choices<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let make = self.ready().map(|_| Message::Make);

        page("stack", words::text("stack-window"))
            .lead(words::text("stack-window-lead"))
            .push(guide())
            .part(words::text("stack-for-whom"), self.people(cx))
            .part(words::text("stack-nobody"), self.phones(cx))
            .part(words::text("stack-gets"), self.forms())
            .part(words::text("stack-how-much"), self.amount(cx))
            .part(words::text("stack-first-pages"), self.first_pages())
            .aside(about())
            .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
            .primary(primary(words::text("stack-make")).on_press_maybe(make))
    }

    fn people<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let choices = cx.pack().personas.iter().map(|person| {
            choice(format!("stack-person-{}", person.id), person.name.as_str())
                .note(Some(person.about.as_str()))
                .chosen(self.wish.has_person(&person.id))
                .on_press(Message::TogglePerson(person.id.clone()))
        });

        column![
            body(words::text("stack-for-whom-note")),
            boxes(words::text("stack-for-whom"), choices.collect()),
        ]
        .spacing(space::S)
        .into()
    }

    fn phones<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let choices = nobody::phones(cx.pack()).map(|phone| {
            let name = words::text_with("stack-nobody-with", &[("phone", phone.label.as_str().into())]);

            choice(format!("stack-phone-{}", phone.id), name)
                .chosen(self.wish.has_phone(&phone.id))
                .on_press(Message::TogglePhone(phone.id.clone()))
        });

        column![
            body(words::text("stack-nobody-note")),
            boxes(words::text("stack-nobody"), choices.collect()),
        ]
        .spacing(space::S)
        .into()
    }

    fn forms(&self) -> Element<'_, Message> {
        let forms = Form::ALL.into_iter().filter(|form| form.is_handed_out());
        let choices = forms.map(|form| {
            choice(format!("stack-form-{}", form.name()), handing::form_name(form))
                .chosen(self.wish.has_form(form))
                .on_press(Message::ToggleForm(form))
        });

        boxes(words::text("stack-gets"), choices.collect())
    }

    /// How many, on which paper, and how much that is.
    fn amount<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let problem = self
            .wish
            .copies()
            .is_none()
            .then(|| words::text_with("stack-copies-problem", &[("most", MOST_COPIES.into())]));

        column![
            field("stack-copies", words::text("stack-copies"), &self.wish.copies)
                .note(words::text("stack-copies-note"))
                .problem(problem)
                .on_input(Message::TypeCopies),
            self.papers(),
            self.sides(),
        ]
        .push(self.languages(cx))
        .push(self.sum())
        .spacing(space::M)
        .into()
    }

    fn papers(&self) -> Element<'_, Message> {
        let papers = vec![
            (words::text("print-a4"), Message::ChoosePaper(Paper::A4)),
            (words::text("print-letter"), Message::ChoosePaper(Paper::Letter)),
        ];
        let (chosen, says) = match self.wish.paper {
            Paper::A4 => (0, words::text("print-a4-note")),
            Paper::Letter => (1, words::text("print-letter-note")),
        };

        segments("stack-paper", words::text("print-paper"), papers, Some(chosen), says)
    }

    fn sides(&self) -> Element<'_, Message> {
        let sides = vec![
            (words::text("stack-two"), Message::ChooseSides(Sides::Two)),
            (words::text("stack-one"), Message::ChooseSides(Sides::One)),
        ];
        let (chosen, says) = match self.wish.sides {
            Sides::Two => (0, words::text("stack-two-note")),
            Sides::One => (1, words::text("stack-one-note")),
        };

        segments("stack-sides", words::text("stack-sides"), sides, Some(chosen), says)
    }

    /// In which languages, where there are several.
    fn languages<'a>(&self, cx: &Context<'a>) -> Option<Element<'a, Message>> {
        let all = language::all(cx.pack());

        if all.len() < 2 {
            return None;
        }

        let choices = all.into_iter().map(|it| {
            choice(format!("stack-language-{}", it.tag), it.name)
                .note(Some(it.status))
                .chosen(self.wish.has_language(&it.tag, cx.pack()))
                .on_press(Message::ToggleLanguage(it.tag))
        });

        Some(
            column![
                subheading(words::text("stack-languages")),
                boxes(words::text("stack-languages"), choices.collect())
            ]
            .spacing(space::S)
            .into(),
        )
    }

    /// “40 people · 3 formats · 126 sheets of paper”.
    fn sum(&self) -> Option<Element<'_, Message>> {
        let Preview::Set(ready) = &self.preview else {
            return None;
        };
        let count = ready.count;

        Some(super::pages::status(words::text_with(
            "stack-sum",
            &[
                ("people", count.people.into()),
                ("forms", count.forms.into()),
                ("sheets", count.sheets.into()),
            ],
        )))
    }
}

/// The way to the run sheet, which is no handout.
fn guide<'a>() -> Element<'a, Message> {
    column![
        soft(words::text("stack-guide-note")),
        secondary(words::text("stack-guide")).on_press(Message::ShowGuide),
    ]
    .spacing(space::S)
    .into()
}

/// What to know about handouts.
fn about<'a>() -> Element<'a, Message> {
    column![
        heading(words::text("stack-about")),
        soft(words::text("stack-about-names")),
        soft(words::text("stack-about-first")),
        soft(words::text("stack-about-choose")),
    ]
    .spacing(space::S)
    .into()
}
