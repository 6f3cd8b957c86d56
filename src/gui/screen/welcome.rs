//! Where everything starts: a new plan, or one that was kept.
//!
//! Says in three lines what this is, and promises nothing that is not true. The language is chosen here,
//! because the system's may be the unsafe one.
use crate::gui::context::Context;
use crate::gui::language::languages;
use crate::gui::shortcut::Shortcut;
use crate::gui::theme::space;
use crate::gui::widget::{self, Icon, Kind, Page, link, page, primary, secondary, soft};
use crate::settings::{Notice, Settings};
use crate::words;

use iced::widget::column;

/// The first page.
pub(crate) struct Welcome {
    notices: Vec<Notice>,
}

/// What can happen on this screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// Begin a new plan.
    Start,
    /// Go back to the plan on the desk.
    Continue,
    /// Open a plan that was kept.
    Open,
    /// Make handouts for a group.
    ShowStack,
    /// Show what to do when something has happened.
    ShowAfter,
    /// Show what this protects, and what it cannot.
    ShowProtects,
    /// Show how the program looks and behaves, the language too.
    ShowSettings,
    /// Speak another language, as these settings say.
    Speak(Settings),
    /// The notices about the settings were read.
    Dismiss,
}

/// What the application must do next.
#[must_use]
pub(crate) enum Action {
    /// Nothing.
    None,
    /// Begin a new plan.
    Start,
    /// Go back to the plan on the desk.
    Continue,
    /// Open a plan that was kept.
    Open,
    /// Make handouts for a group.
    ShowStack,
    /// Show what to do when something has happened.
    ShowAfter,
    /// Show what this protects, and what it cannot.
    ShowProtects,
    /// Show how the program behaves.
    ShowSettings,
    /// Use these settings from now on.
    Change(Settings),
}

impl Welcome {
    /// The first page, with what was wrong with the settings on this computer.
    pub(crate) fn new(notices: &[Notice]) -> Self {
        Self {
            notices: notices.to_vec(),
        }
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, _cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::Start => Action::Start,
            Message::Continue => Action::Continue,
            Message::Open => Action::Open,
            Message::ShowStack => Action::ShowStack,
            Message::ShowAfter => Action::ShowAfter,
            Message::ShowProtects => Action::ShowProtects,
            Message::ShowSettings => Action::ShowSettings,
            Message::Speak(settings) => Action::Change(settings),
            Message::Dismiss => {
                self.notices.clear();

                Action::None
            }
        }
    }

    /// Shows it.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let has_work = !cx.desk.is_empty();
        let start = words::text("welcome-start");
        let start = if has_work {
            secondary(start).wide().on_press(Message::Start)
        } else {
            primary(start).wide().on_press(Message::Start)
        };

        let ways = column![]
            .push(has_work.then(|| {
                primary(words::text("welcome-continue"))
                    .wide()
                    .on_press(Message::Continue)
            }))
            .push(start)
            .push(secondary(words::text("welcome-open")).wide().on_press(Message::Open))
            .spacing(space::S);

        let quiet = column![
            link(words::text("welcome-stack"))
                .icon_after(Icon::Forward)
                .on_press(Message::ShowStack),
            link(words::text("welcome-after"))
                .icon_after(Icon::Forward)
                .on_press(Message::ShowAfter),
            link(words::text("welcome-protects"))
                .icon_after(Icon::Forward)
                .on_press(Message::ShowProtects),
            link(words::text("welcome-settings"))
                .icon_after(Icon::Forward)
                .on_press(Message::ShowSettings),
        ]
        .spacing(space::XS);

        page("welcome", words::text("welcome-title"))
            .lead(words::text("welcome-lead"))
            .push_maybe(self.trouble())
            .push_maybe(cx.protections.fence.is_missing_a_part().then(missing))
            .push(soft(words::text("welcome-about")))
            .push(ways)
            .push(quiet)
            .push_maybe(languages(cx, Message::Speak))
    }

    fn trouble(&self) -> Option<iced::Element<'_, Message>> {
        let first = self.notices.first()?;
        let close = secondary(words::text("close"))
            .id("close-settings-notice")
            .on_press(Message::Dismiss);

        Some(widget::notice(
            Kind::Note,
            first.to_string(),
            first.advice(),
            vec![close],
        ))
    }

    /// Digits choose a way, in the order they stand.
    pub(crate) fn shortcut(&self, cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        let has_work = !cx.desk.is_empty();

        match (shortcut, has_work) {
            (Shortcut::Accept | Shortcut::Pick(1), true) => Some(Message::Continue),
            (Shortcut::Accept | Shortcut::Pick(1), false) | (Shortcut::Pick(2), true) => Some(Message::Start),
            (Shortcut::Pick(2), false) | (Shortcut::Pick(3), true) => Some(Message::Open),
            _ => None,
        }
    }
}

/// This computer cannot shut the program in as others can. Said once, here; where it leads to says what is missing.
fn missing<'a>() -> iced::Element<'a, Message> {
    let more = secondary(words::text("fence-more"))
        .id("fence-more")
        .on_press(Message::ShowProtects);

    widget::notice(
        Kind::Caution,
        words::text("fence-missing"),
        words::text("fence-missing-advice"),
        vec![more],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::context::{Stage, assert_whole};
    use crate::gui::widget::Role;
    use crate::gui::widget::probe::Probe;
    use crate::harden::State;
    use crate::language::made;

    #[test]
    fn the_first_page_is_whole_with_and_without_work_and_notices() {
        for notices in [
            vec![],
            vec![Notice::Unreadable],
            vec![Notice::Unknown("colour".to_owned())],
        ] {
            let screen = Welcome::new(&notices);

            assert_whole(&mut Stage::empty(), &screen, Welcome::view);
            assert_whole(&mut Stage::of("first-march"), &screen, Welcome::view);
        }
    }

    #[test]
    fn a_computer_that_cannot_shut_it_in_is_said_so_and_leads_to_what_is_missing() {
        let mut stage = Stage::empty();
        let screen = Welcome::new(&[]);
        let mut probe = Probe::ordinary();

        assert!(
            !probe
                .show(screen.view(&stage.context()))
                .says(&words::text("fence-missing"))
        );

        stage.protections.fence.files = State::Unavailable;
        assert_whole(&mut stage, &screen, Welcome::view);

        let cx = stage.context();
        let mut ui = probe.show(screen.view(&cx));

        assert!(ui.says(&words::text("fence-missing")));
        assert!(ui.press(Role::Button, &words::text("fence-more")));
        assert!(matches!(ui.messages().as_slice(), [Message::ShowProtects]));
    }

    #[test]
    fn every_way_on_is_reached_by_its_name() {
        let stage = Stage::empty();
        let cx = stage.context();
        let mut screen = Welcome::new(&[]);
        let mut messages = Vec::new();

        for (role, id) in [
            (Role::Button, "welcome-start"),
            (Role::Button, "welcome-open"),
            (Role::Link, "welcome-stack"),
            (Role::Link, "welcome-after"),
            (Role::Link, "welcome-protects"),
            (Role::Link, "welcome-settings"),
        ] {
            let mut probe = Probe::ordinary();
            let mut ui = probe.show(screen.view(&cx));

            assert!(ui.press(role, &words::text(id)), "{id}");
            messages.extend(ui.messages());
        }

        let actions: Vec<_> = messages.into_iter().map(|it| screen.update(&cx, it)).collect();

        assert!(matches!(
            actions.as_slice(),
            [
                Action::Start,
                Action::Open,
                Action::ShowStack,
                Action::ShowAfter,
                Action::ShowProtects,
                Action::ShowSettings
            ]
        ));
    }

    #[test]
    fn work_on_the_desk_comes_first_and_the_digits_follow_what_is_shown() {
        let (fresh, busy) = (Stage::empty(), Stage::of("first-march"));
        let screen = Welcome::new(&[]);
        let digit = |stage: &Stage, number| screen.shortcut(&stage.context(), Shortcut::Pick(number));

        assert!(matches!(digit(&fresh, 1), Some(Message::Start)));
        assert!(matches!(digit(&fresh, 2), Some(Message::Open)));
        assert!(digit(&fresh, 3).is_none());
        assert!(matches!(digit(&busy, 1), Some(Message::Continue)));
        assert!(matches!(digit(&busy, 2), Some(Message::Start)));
        assert!(matches!(digit(&busy, 3), Some(Message::Open)));
        assert!(screen.shortcut(&fresh.context(), Shortcut::Back).is_none());
    }

    #[test]
    fn a_notice_about_the_settings_is_read_and_gone() {
        let stage = Stage::empty();
        let cx = stage.context();
        let mut screen = Welcome::new(&[Notice::TooNew]);
        let mut probe = Probe::ordinary();
        let mut ui = probe.show(screen.view(&cx));

        assert!(ui.says(Notice::TooNew.advice()));
        assert!(ui.press(Role::Button, "Close"));
        drop(ui);

        let _ = screen.update(&cx, Message::Dismiss);

        assert!(!probe.show(screen.view(&cx)).says(Notice::TooNew.advice()));
    }

    #[test]
    fn several_languages_are_offered_at_once_and_the_one_that_is_read_says_how_sure_it_is() {
        let mut stage = Stage::empty();
        let screen = Welcome::new(&[]);
        let shows = |stage: &Stage, words: &str| {
            let cx = stage.context();

            Probe::ordinary().show(screen.view(&cx)).says(words)
        };

        assert!(
            !shows(&stage, &words::text("language-original")),
            "one is nothing to choose from"
        );

        stage.desk = crate::gui::desk::Desk::new(made::pack());

        assert!(shows(&stage, "Deutsch") && shows(&stage, &words::text("language-machine")));
        assert!(!shows(&stage, "one entry is in English"));
        assert_whole(&mut stage, &screen, Welcome::view);

        stage.desk = crate::gui::desk::Desk::new(made::in_language("de"));

        assert!(shows(
            &stage,
            "Machine translation, not checked by a person · one entry is in English"
        ));
    }
}
