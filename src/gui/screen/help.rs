//! Every key, what the words mean, and what the program is made of.
//!
//! The keys come from the same table that reads them; the words from the glossary of the pack.
use crate::content::{Card, Pack};
use crate::gui::context::Context;
use crate::gui::shortcut::{LINES, Shortcut};
use crate::gui::theme::space;
use crate::gui::widget::{Icon, Page, body, bullets, columns, fold, page, quiet, strong};
use crate::{language, licences, words};

use iced::Element;
use iced::widget::column;

use std::collections::BTreeMap;

/// The whole page.
pub(crate) struct Help {
    /// Whether the names of all that is linked are shown.
    shows_parts: bool,
}

/// What can happen on this screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// Go back.
    GoBack,
    /// Show or hide the names of all that is linked.
    ToggleParts,
}

/// What the application must do next.
#[must_use]
pub(crate) enum Action {
    /// Nothing.
    None,
    /// Go back.
    Leave,
}

impl Help {
    /// The whole page.
    pub(crate) fn new() -> Self {
        Self { shows_parts: false }
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, _cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::GoBack => Action::Leave,
            Message::ToggleParts => {
                self.shows_parts = !self.shows_parts;

                Action::None
            }
        }
    }

    /// Shows it.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let keys = LINES
            .iter()
            .map(|line| pair(words::text(line.keys), words::text(line.words)));
        let terms = cx.pack().glossary.iter().map(|term| {
            let name = term.words.first().cloned().unwrap_or_default();

            pair(name, term.means.clone())
        });

        let top = page("help", words::text("help-title"))
            .lead(words::text("help-lead"))
            .part(words::text("help-keys"), column(keys).spacing(space::S));

        let top = topics()
            .into_iter()
            .fold(top, |page, topic| page.part(topic.name, bullets(topic.id, topic.says)));

        to_read(cx.pack())
            .fold(top, |page, card| {
                page.part(
                    language::marked(cx.pack(), &card.id, &card.title),
                    read(cx.pack(), card),
                )
            })
            .part(words::text("help-words"), column(terms).spacing(space::S))
            .part(words::text("licences-title"), self.made_of())
            .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
    }

    /// In whose words it may be used; the hundreds of names only for who asks for them.
    fn made_of<'a>(&self) -> Element<'a, Message> {
        let parts = fold(
            "help-parts",
            words::text("licences-parts"),
            (self.shows_parts, Message::ToggleParts),
            parts,
        );

        column![body(words::text("licences-about")), parts]
            .spacing(space::S)
            .into()
    }

    /// Escape goes back.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        matches!(shortcut, Shortcut::Back | Shortcut::Accept).then_some(Message::GoBack)
    }
}

/// Something one can do, in a few sentences.
struct Topic {
    id: &'static str,
    name: String,
    says: [String; 3],
}

/// What can be done with paper.
fn topics() -> [Topic; 3] {
    [
        Topic {
            id: "help-paper-points",
            name: words::text("help-paper"),
            says: [
                words::text("help-paper-choose"),
                words::text("help-paper-see"),
                words::text("help-paper-after"),
            ],
        },
        Topic {
            id: "help-stack-points",
            name: words::text("help-stack"),
            says: [
                words::text("help-stack-what"),
                words::text("help-stack-who"),
                words::text("help-stack-lead"),
            ],
        },
        Topic {
            id: "help-copy-points",
            name: words::text("help-copy"),
            says: [
                words::text("help-copy-what"),
                words::text("help-copy-back"),
                words::text("help-copy-apart"),
            ],
        },
    ]
}

/// The cards that are read here only: what a card would reveal keeps it off every paper.
fn to_read(pack: &Pack) -> impl Iterator<Item = &Card> {
    pack.cards.iter().filter(|card| !card.reveals.is_empty())
}

/// A card: its lines, and below them who says so, and when.
fn read<'a>(pack: &'a Pack, card: &'a Card) -> Element<'a, Message> {
    let sources = card.sources.iter().filter_map(|id| pack.source(id)).map(|source| {
        words::text_with(
            "help-source",
            &[
                ("title", source.title.as_str().into()),
                ("publisher", source.publisher.as_str().into()),
                ("date", source.date.to_string().into()),
            ],
        )
    });

    column![
        bullets(format!("card-{}", card.id), card.lines.iter().cloned()),
        strong(words::text("help-sources")),
        bullets(format!("card-sources-{}", card.id), sources),
    ]
    .spacing(space::S)
    .into()
}

/// The names of all that is linked, by licence.
fn parts<'a>() -> Element<'a, Message> {
    let mut by_licence: BTreeMap<&str, Vec<String>> = BTreeMap::new();

    for part in licences::parts() {
        let name = format!("{} {}", part.name, part.version);

        by_licence
            .entry(part.licence)
            .or_default()
            .push(name.trim_end().to_owned());
    }

    let groups = by_licence
        .into_iter()
        .map(|(licence, names)| column![strong(licence), body(names.join(", "))].into());

    column(groups).spacing(space::M).into()
}

/// A thing and what it does or means, beside each other where there is room.
fn pair<'a>(name: String, says: String) -> Element<'a, Message> {
    columns(440.0, [strong(name).into(), body(says).into()]).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::context::{Stage, assert_whole};
    use crate::gui::widget::Role;
    use crate::gui::widget::probe::Probe;

    #[test]
    fn every_key_and_every_term_is_on_the_page() {
        let mut stage = Stage::empty();
        let screen = Help::new();

        assert_whole(&mut stage, &screen, Help::view);

        let cx = stage.context();
        let mut probe = Probe::ordinary();
        let mut ui = probe.show(screen.view(&cx));

        assert!(
            LINES
                .iter()
                .all(|line| ui.says(&words::text(line.keys)) && ui.says(&words::text(line.words)))
        );
        assert!(cx.pack().glossary.iter().all(|term| ui.says(&term.means)));
    }

    #[test]
    fn paper_handouts_and_the_copy_have_a_topic_each_that_names_the_way_there() {
        let stage = Stage::empty();
        let (screen, cx) = (Help::new(), stage.context());
        let mut probe = Probe::ordinary();
        let mut ui = probe.show(screen.view(&cx));

        for topic in topics() {
            assert!(ui.says(&topic.name), "{}", topic.name);
            assert!(topic.says.iter().all(|line| ui.says(line)), "{}", topic.name);
        }

        // A way that is named here is called so where it is.
        let named = |topic: &str, way: &str| assert!(words::text(topic).contains(&words::text(way)), "{way}");

        named("help-paper-choose", "print-title");
        named("help-stack-what", "welcome-stack");
        named("help-copy-back", "gather-way");
        named("help-copy-back", "welcome-open");
    }

    #[test]
    fn what_is_kept_off_paper_is_read_here_with_its_sources_and_their_dates() {
        let stage = Stage::empty();
        let (screen, cx) = (Help::new(), stage.context());
        let mut probe = Probe::ordinary();
        let mut ui = probe.show(screen.view(&cx));
        let card = to_read(cx.pack()).next().expect("there is such a card");

        assert!(ui.says(&card.title) && card.lines.iter().all(|line| ui.says(line)));

        for id in &card.sources {
            let source = cx.pack().source(id).unwrap();
            let line = words::text_with(
                "help-source",
                &[
                    ("title", source.title.as_str().into()),
                    ("publisher", source.publisher.as_str().into()),
                    ("date", source.date.to_string().into()),
                ],
            );

            assert!(line.contains(&source.date.to_string()) && ui.says(&line), "{line}");
        }
    }

    #[test]
    fn what_the_program_is_made_of_is_named_with_its_licence() {
        let mut stage = Stage::empty();
        let mut screen = Help::new();
        let mut probe = Probe::ordinary();
        let cx = stage.context();
        let mut ui = probe.show(screen.view(&cx));

        assert!(ui.says(&words::text("licences-about")) && !ui.says("MIT OR Apache-2.0"));
        assert!(ui.press(Role::Button, &words::text("licences-parts")));
        assert!(matches!(ui.messages().as_slice(), [Message::ToggleParts]));
        drop(ui);

        let _ = screen.update(&cx, Message::ToggleParts);

        assert_whole(&mut stage, &screen, Help::view);

        let cx = stage.context();
        let mut ui = probe.show(screen.view(&cx));

        for part in licences::parts() {
            assert!(ui.says(part.licence), "{}", part.licence);
        }

        let mpl: Vec<_> = licences::parts().filter(|part| part.licence == "MPL-2.0").collect();

        assert!(!mpl.is_empty());
        assert!(
            mpl.iter()
                .all(|part| ui.says(&format!("{} {}", part.name, part.version)))
        );
    }

    #[test]
    fn the_way_back_has_a_name_and_a_key() {
        let stage = Stage::empty();
        let (mut screen, cx) = (Help::new(), stage.context());
        let mut probe = Probe::ordinary();
        let mut ui = probe.show(screen.view(&cx));

        assert!(ui.press(Role::Button, &words::text("back")));
        assert!(matches!(ui.messages().as_slice(), [Message::GoBack]));
        drop(ui);
        assert!(matches!(screen.update(&cx, Message::GoBack), Action::Leave));
        assert!(matches!(screen.shortcut(&cx, Shortcut::Back), Some(Message::GoBack)));
        assert!(screen.shortcut(&cx, Shortcut::Pick(1)).is_none());
    }
}
