//! The page every screen fills.
//!
//! A line at the top (where you are, what is always at hand), a title, a body, and a bar at the
//! bottom with the main action at the end. A screen returns a [`Page`]; the application adds what is always
//! at hand and turns it into an element.
mod bars;

use super::control::Control;
use super::deck;
use super::flow;
use super::press::Press;
use super::spec::{Role, Spec};
use super::words;
use crate::gui::theme::{size, space};

use iced::widget::{Column, Id, column, container};
use iced::{Element, Length, Padding};

/// What a screen shows.
pub struct Page<'a, Message> {
    id: Id,
    title: String,
    here: Option<String>,
    lead: Option<String>,
    hand: Vec<Element<'a, Message>>,
    above: Option<Element<'a, Message>>,
    body: Column<'a, Message>,
    aside: Option<Element<'a, Message>>,
    notice: Option<Element<'a, Message>>,
    others: Vec<Element<'a, Message>>,
    main: Option<Element<'a, Message>>,
}

/// Starts a page. Its `id` names what is on it: another id is another page, which starts at its top, with
/// the keyboard at its title.
pub fn page<'a, Message: Clone + 'a>(id: impl Into<Id>, title: impl Into<String>) -> Page<'a, Message> {
    Page {
        id: id.into(),
        title: title.into(),
        here: None,
        lead: None,
        hand: Vec::new(),
        above: None,
        body: column![].spacing(space::M),
        aside: None,
        notice: None,
        others: Vec::new(),
        main: None,
    }
}

impl<'a, Message: Clone + 'a> Page<'a, Message> {
    /// Where one is: "Question 4 of about 9".
    #[must_use]
    pub fn here(mut self, here: impl Into<String>) -> Self {
        self.here = Some(here.into());
        self
    }

    /// The sentence under the title.
    #[must_use]
    pub fn lead(mut self, lead: impl Into<String>) -> Self {
        self.lead = Some(lead.into());
        self
    }

    /// Something that is always at hand, at the end of the top line, such as Lock.
    #[must_use]
    pub fn hand(mut self, press: Press<'a, Message>) -> Self {
        self.hand.push(press.into());
        self
    }

    /// Something above the title, such as how far along one is.
    #[must_use]
    pub fn above(mut self, above: impl Into<Element<'a, Message>>) -> Self {
        self.above = Some(above.into());
        self
    }

    /// Adds to the body.
    #[must_use]
    pub fn push(mut self, part: impl Into<Element<'a, Message>>) -> Self {
        self.body = self.body.push(part);
        self
    }

    /// Adds to the body, if there is something.
    #[must_use]
    pub fn push_maybe(self, part: Option<impl Into<Element<'a, Message>>>) -> Self {
        match part {
            Some(part) => self.push(part),
            None => self,
        }
    }

    /// Adds a part with its own heading, and more room above it.
    #[must_use]
    pub fn part(self, heading: impl Into<String>, part: impl Into<Element<'a, Message>>) -> Self {
        let heading = container(words::heading(heading)).padding(Padding::ZERO.top(space::M));

        self.push(column![heading, part.into()].spacing(space::S))
    }

    /// A quiet second column where there is room; below the body where there is not.
    #[must_use]
    pub fn aside(mut self, aside: impl Into<Element<'a, Message>>) -> Self {
        self.aside = Some(aside.into());
        self
    }

    /// Something that has happened, above the bar at the bottom: a toast, or a notice.
    #[must_use]
    pub fn notice(mut self, notice: Option<impl Into<Element<'a, Message>>>) -> Self {
        self.notice = notice.map(Into::into);
        self
    }

    /// Another action, at the start of the bar at the bottom.
    #[must_use]
    pub fn action(mut self, press: impl Into<Element<'a, Message>>) -> Self {
        self.others.push(press.into());
        self
    }

    /// The main action, at the end of the bar at the bottom.
    #[must_use]
    pub fn primary(mut self, press: impl Into<Element<'a, Message>>) -> Self {
        self.main = Some(press.into());
        self
    }

    /// The same page for another message type.
    pub fn map<Other: 'a>(self, into: impl Fn(Message) -> Other + Clone + 'a) -> Page<'a, Other> {
        let one = |element: Element<'a, Message>| element.map(into.clone());
        let all = |elements: Vec<Element<'a, Message>>| elements.into_iter().map(one).collect();

        Page {
            id: self.id,
            title: self.title,
            here: self.here,
            lead: self.lead,
            hand: all(self.hand),
            above: self.above.map(one),
            body: column![one(self.body.into())],
            aside: self.aside.map(one),
            notice: self.notice.map(one),
            others: all(self.others),
            main: self.main.map(one),
        }
    }
}

/// A column of text in the middle.
fn one<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(container(content).width(Length::Fill).max_width(size::COLUMN))
        .center_x(Length::Fill)
        .into()
}

/// The column of text, and the quiet one beside it where there is room.
fn beside<'a, Message: 'a>(columns: impl IntoIterator<Item = Element<'a, Message>>) -> Element<'a, Message> {
    flow::beside(size::WIDE - 2.0 * space::M, columns).into()
}

impl<'a, Message: Clone + 'a> From<Page<'a, Message>> for Element<'a, Message> {
    fn from(page: Page<'a, Message>) -> Self {
        let title = column![]
            .push(page.above)
            .push(words::title(page.title.clone()))
            .push(page.lead.map(words::lead))
            .spacing(space::S);

        let main = column![title, page.body].spacing(space::L);

        let has_aside = page.aside.is_some();
        let body = match page.aside {
            None => one(main),
            Some(aside) => beside([one(main), one(aside)]),
        };
        let body = container(body).padding([space::L, space::M]).center_x(Length::Fill);

        let top = bars::top(page.here, page.hand);
        let [line, news, bottom] = bars::below((page.notice, page.others, page.main), |part| {
            // under the column it belongs to
            if has_aside { beside([one(part)]) } else { one(part) }
        });
        let deck = deck::deck([top, body.into(), line, news, bottom]);

        Control::label(Spec::new(Role::Page, page.title).id(page.id), deck).into()
    }
}
