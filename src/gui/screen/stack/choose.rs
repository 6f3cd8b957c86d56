//! What is chosen: for whom, what each person gets, and whose law the blank ones tell of.
use super::{Message, Stack};
use crate::gui::context::Context;
use crate::gui::paper;
use crate::gui::theme::space;
use crate::gui::widget::{
    Icon, Page, body, boxes, choice, fold, heading, page, primary, quiet, rings, secondary, soft,
};
use crate::plan::nobody;
use crate::sheet::{Form, handing};
use crate::words;

use iced::Element;
use iced::widget::column;

impl Stack {
    /// The whole page of choices, with the first pages below.
    pub(super) fn view_choices<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let make = self.preview.made().map(|_| Message::Make);

        page("stack", words::text("stack-window"))
            .lead(words::text("stack-window-lead"))
            .push(guide())
            .part(words::text("stack-for-whom"), self.people(cx))
            .part(words::text("stack-nobody"), self.phones(cx))
            .part(words::text("stack-gets"), self.forms())
            .part(words::text("stack-how-much"), self.amount(cx))
            .part(words::text("stack-first-pages"), self.first_pages(cx))
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
        .push(self.places(cx))
        .spacing(space::S)
        .into()
    }

    fn forms(&self) -> Element<'_, Message> {
        let forms = Form::ALL.into_iter().filter(|form| form.is_handed_out());
        let choices = forms.map(|form| {
            choice(format!("stack-form-{}", form.name()), handing::form_name(form))
                .note(Some(paper::note(form)))
                .chosen(self.wish.has_form(form))
                .on_press(Message::ToggleForm(form))
        });

        boxes(words::text("stack-gets"), choices.collect())
    }

    /// Whose law the handouts for nobody in particular tell of. Of the others, their own answers say that.
    fn places<'a>(&'a self, cx: &Context<'a>) -> Option<Element<'a, Message>> {
        if !self.wish.has_nobody() || cx.pack().places.is_empty() {
            return None;
        }

        let chosen = self.wish.place.as_ref().and_then(|id| cx.pack().place(id));
        let name = match chosen {
            Some(place) => words::text_with("paper-law-of", &[("place", place.name.as_str().into())]),
            None => words::text("paper-law-of-none"),
        };
        let none = choice("stack-place-none", words::text("paper-law-none"))
            .note(Some(words::text("paper-law-none-note")))
            .chosen(chosen.is_none())
            .on_press(Message::ChoosePlace(None));
        let places = cx.pack().places.iter().map(|place| {
            choice(format!("stack-place-{}", place.id), place.name.as_str())
                .chosen(self.wish.place.as_ref() == Some(&place.id))
                .on_press(Message::ChoosePlace(Some(place.id.clone())))
        });
        let all = [none].into_iter().chain(places).collect();

        Some(fold(
            "stack-places",
            name,
            (self.shows_places, Message::TogglePlaces),
            || rings(words::text("paper-law"), all),
        ))
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
