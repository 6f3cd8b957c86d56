//! How many of each pile, in which languages, on which paper, and how much paper that is.
use super::pile::Pile;
use super::{Message, Stack};
use crate::gui::context::Context;
use crate::gui::paper;
use crate::gui::paper::look::status;
use crate::gui::theme::{size, space};
use crate::gui::widget::{body, boxes, choice, columns, field, segments, subheading};
use crate::language;
use crate::stack::{MOST_COPIES, Sides, letter};
use crate::words;

use iced::Element;
use iced::widget::column;

impl Stack {
    /// How many, on which paper, and how much that is.
    pub(super) fn amount<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        column![]
            .push(self.languages(cx))
            .push(self.copies(cx))
            .push(paper::papers("stack-paper", self.wish.paper, Message::ChoosePaper))
            .push(self.sides())
            .push(self.sum())
            .spacing(space::M)
            .into()
    }

    /// A field for each pile, as soon as there is one.
    fn copies<'a>(&'a self, cx: &Context<'a>) -> Option<Element<'a, Message>> {
        let piles = self.wish.piles(cx.pack());

        if piles.is_empty() {
            return None;
        }

        let fields = (0..).zip(piles).map(|(number, pile)| self.copies_of(cx, number, pile));

        Some(
            column![
                subheading(words::text("stack-copies")),
                body(words::text("stack-copies-note")),
                in_pairs(fields.collect()),
            ]
            .spacing(space::S)
            .into(),
        )
    }

    fn copies_of<'a>(&'a self, cx: &Context<'a>, number: usize, pile: Pile) -> Element<'a, Message> {
        let problem = self
            .wish
            .copies(&pile)
            .is_none()
            .then(|| words::text_with("stack-copies-problem", &[("most", MOST_COPIES.into())]));
        let label = words::text_with("paper-pile", &[("letter", letter(number).into())]);

        field(format!("stack-copies-{}", pile.id()), label, self.wish.typed(&pile))
            .note(pile.name(&self.wish, cx.pack()))
            .problem(problem)
            .on_input(move |typed| Message::TypeCopies(pile.clone(), typed))
            .into()
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

    /// “40 people · 3 formats · 126 sheets of paper”. Its line stays while they are counted anew.
    fn sum(&self) -> Option<Element<'_, Message>> {
        if self.preview.is_making() {
            return Some(status(words::text("stack-setting")));
        }

        let count = self.preview.made()?.count;

        Some(status(words::text_with(
            "stack-sum",
            &[
                ("people", count.people.into()),
                ("forms", count.forms.into()),
                ("sheets", count.sheets.into()),
            ],
        )))
    }
}

/// Two beside each other where there is room.
fn in_pairs<'a>(fields: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    let mut rows = column![].spacing(space::M);
    let mut fields = fields.into_iter();

    while let Some(first) = fields.next() {
        let second = fields.next().unwrap_or_else(|| column![].into());

        rows = rows.push(columns(size::COLUMN * 0.75, [first, second]));
    }

    rows.into()
}
