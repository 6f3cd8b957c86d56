//! How the panel looks: places as answers to choose from, and below them what the chosen one means.
use super::words as say;
use super::{Around, Message, Place, Purpose, Spot};
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::theme::space;
use crate::gui::widget::{
    self, Choice, Kind, caption, choice, field, file_row, link, notice, progress, rings, secondary, soft, strong,
};
use crate::keep::{Considered, Found, Listing, Version, plan_of};
use crate::words;

use iced::Element;
use iced::widget::{Column, column};

impl Place {
    /// Shows the panel.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let trouble = self.trouble.as_ref().map(|trouble| {
            notice(
                Kind::Caution,
                trouble.what.as_str(),
                trouble.advice.as_str(),
                Vec::new(),
            )
        });
        let body = match self.purpose {
            Purpose::Open | Purpose::OpenKey => self.to_open_from(cx),
            Purpose::Plan | Purpose::Key | Purpose::Paper => self.to_write_to(cx),
        };

        column![].push(trouble).push(body).spacing(space::M).into()
    }

    /// The plans that were found, and a field for any other.
    fn to_open_from<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let found = match &self.around {
            Around::Looking => progress(words::text("place-looking"), None),
            Around::Seen(listing) if self.found(listing).is_empty() => soft(self.none_found()).into(),
            Around::Seen(listing) => files(cx, self.found(listing), listing),
        };
        let may_open = !self.typed.trim().is_empty();
        let other = column![
            field("place-path", words::text("place-open-path"), &self.typed)
                .note(words::text("place-open-path-note"))
                .on_input(Message::Type)
                .on_submit(Message::OpenTyped),
            secondary(self.open_typed()).on_press_maybe(may_open.then_some(Message::OpenTyped)),
        ]
        .spacing(space::S);

        column![found].push(self.again()).push(other).spacing(space::M).into()
    }

    fn open_typed(&self) -> String {
        match self.purpose {
            Purpose::OpenKey => words::text("pieces-use-key"),
            Purpose::Plan | Purpose::Key | Purpose::Paper | Purpose::Open => words::text("place-open-typed"),
        }
    }

    fn none_found(&self) -> String {
        match self.purpose {
            Purpose::OpenKey => words::text("pieces-no-key-found"),
            Purpose::Plan | Purpose::Key | Purpose::Paper | Purpose::Open => words::text("place-none-found"),
        }
    }

    /// The places, and what the chosen one means.
    fn to_write_to<'a>(&'a self, cx: &Context<'a>) -> Element<'a, Message> {
        let listing = match &self.around {
            Around::Looking => return progress(words::text("place-looking"), None),
            Around::Seen(listing) => listing,
        };
        let typed = self.is_elsewhere().then(|| {
            field("place-path", words::text("place-path"), &self.typed)
                .note(words::text("place-path-note"))
                .on_input(Message::Type)
        });

        column![rings(words::text("place-where"), self.cards(listing))]
            .push(self.again())
            .push(typed)
            .push(self.known.as_ref().map(|(_, known)| self.meaning(cx, known)))
            .spacing(space::M)
            .into()
    }

    fn cards(&self, listing: &Listing) -> Vec<Choice<Message>> {
        let mut cards: Vec<_> = listing
            .places
            .iter()
            .map(|place| {
                let card = choice(format!("place-at-{}", place.path.display()), say::name(place))
                    .note(Some(say::about(place)))
                    .chosen(self.spot == Spot::Folder(place.path.clone()));

                if place.is_write_protected {
                    card
                } else {
                    card.on_press(Message::Choose(place.path.clone()))
                }
            })
            .collect();

        cards.push(
            choice("place-elsewhere", words::text("place-elsewhere"))
                .note(Some(words::text("place-elsewhere-about")))
                .chosen(self.is_elsewhere())
                .on_press(Message::ChooseElsewhere),
        );

        cards
    }

    /// Drives can be put in after the page came up.
    fn again<'a>(&self) -> Option<Element<'a, Message>> {
        let again = || link(words::text("place-again")).on_press(Message::LookAgain);
        let looking = || progress(words::text("place-looking"), None);

        match self.around {
            Around::Looking => None,
            Around::Seen(_) => Some(column![again()].push(self.looks_again.then(looking)).into()),
        }
    }

    /// Where exactly it goes, and what to know about that.
    fn meaning<'a>(&'a self, cx: &Context<'a>, known: &'a Considered) -> Element<'a, Message> {
        let home = cx.paths.home.as_deref();
        let mut parts: Column<'a, Message> = column![
            column![
                caption(words::text("place-result")),
                strong(say::path(&known.path, home)),
            ]
            .spacing(space::XS)
        ]
        .spacing(space::S);

        if let (true, Some(free)) = (self.is_elsewhere(), known.free) {
            parts = parts.push(soft(say::room(free)));
        }

        if let Some(problem) = &known.problem {
            let problem = Notice::from(problem);

            return parts
                .push(notice(Kind::Caution, problem.what, problem.advice, Vec::new()))
                .into();
        }

        if known.is_taken && !self.is_ours(&known.path) {
            parts = parts.push(self.taken());
        }

        for warning in &known.warnings {
            parts = parts.push(notice(Kind::Note, warning.to_string(), warning.advice(), Vec::new()));
        }

        parts.into()
    }

    /// A file is there already: it is replaced only if the person says so.
    fn taken<'a>(&self) -> Element<'a, Message> {
        if self.may_replace {
            let keep = secondary(words::text("place-keep")).on_press(Message::Replace(false));
            let about = match self.purpose {
                Purpose::Plan => words::text("place-will-replace-plan"),
                Purpose::Key | Purpose::Paper | Purpose::Open | Purpose::OpenKey => {
                    words::text("place-will-replace-about")
                }
            };

            return notice(Kind::Caution, words::text("place-will-replace"), about, vec![keep]);
        }

        let rename = secondary(words::text("place-rename")).on_press(Message::Rename);

        // What is there may be the key of another plan: nothing would open that again.
        if self.purpose == Purpose::Key {
            return notice(
                Kind::Caution,
                words::text("place-taken"),
                words::text("pieces-key-taken"),
                vec![rename],
            );
        }

        let replace = widget::severe(words::text("place-replace")).on_press(Message::Replace(true));

        notice(
            Kind::Caution,
            words::text("place-taken"),
            words::text("place-taken-about"),
            vec![rename, replace],
        )
    }
}

/// The files that were found, the latest first.
fn files<'a>(cx: &Context<'a>, files: &'a [Found], listing: &'a Listing) -> Element<'a, Message> {
    let rows = files.iter().map(|found| {
        let place = listing
            .places
            .iter()
            .find(|place| found.path.parent() == Some(&place.path));

        file_row(
            format!("plan-at-{}", found.path.display()),
            found.name.as_str(),
            Some(say::found(found, place, cx.today)),
            Some(opening(found)),
        )
    });

    column(rows).spacing(space::S).into()
}

/// What opening a file that was found means: what is left of a plan that is gone is opened as that plan.
pub(super) fn opening(found: &Found) -> Message {
    match plan_of(&found.path).filter(|_| found.is_previous) {
        Some(plan) => Message::Open(plan, Version::Previous),
        None => Message::Open(found.path.clone(), Version::Current),
    }
}
