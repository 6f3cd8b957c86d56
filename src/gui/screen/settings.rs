//! How the program looks and behaves. Nothing about the person.
//!
//! Everything holds at once. It is written down only while "remember on this computer" is on, and the file
//! is taken away again when it is switched off.
use crate::gui::context::Context;
use crate::gui::language::languages;
use crate::gui::shortcut::Shortcut;
use crate::gui::theme::{Look, space};
use crate::gui::widget::{Icon, Page, body, choice, page, quiet, rings, soft, stepper, switch};
use crate::settings::{IDLE_MINUTES, Settings as Values, Theme};
use crate::words;

use iced::Element;
use iced::widget::column;

/// What holds now.
pub(crate) struct Settings;

/// What can happen on this screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// Use these colours.
    Colour(Theme),
    /// Speak another language, as these settings say.
    Speak(Values),
    /// Larger text.
    Larger,
    /// Smaller text.
    Smaller,
    /// Lock later.
    LockLater,
    /// Lock sooner.
    LockSooner,
    /// Cover the page when another window is in front, or not.
    ToggleCover,
    /// Remember this on this computer, or not.
    ToggleRemember,
    /// Go back.
    GoBack,
}

/// What the application must do next.
#[must_use]
pub(crate) enum Action {
    /// Use these settings from now on.
    Change(Values),
    /// Go back.
    Leave,
}

impl Settings {
    /// What holds now.
    pub(crate) fn new() -> Self {
        Self
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        let mut values = cx.settings.clone();

        match message {
            Message::Colour(theme) => values.theme = theme,
            Message::Speak(spoken) => values.language = spoken.language,
            Message::Larger => values.text_percent = cx.look.larger().text,
            Message::Smaller => values.text_percent = cx.look.smaller().text,
            Message::LockLater => values.idle_minutes = later(values.idle_minutes),
            Message::LockSooner => values.idle_minutes = sooner(values.idle_minutes),
            Message::ToggleCover => values.covers_on_lost_focus = !values.covers_on_lost_focus,
            Message::ToggleRemember => values.is_remembered = !values.is_remembered,
            Message::GoBack => return Action::Leave,
        }

        Action::Change(values)
    }

    /// Shows what can be set.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        page("settings", words::text("settings-title"))
            .lead(words::text("settings-lead"))
            .part(words::text("settings-colours"), colours(cx))
            .part(words::text("settings-text"), text_size(cx.look))
            .part(words::text("settings-language"), language(cx))
            .part(words::text("settings-safety"), safety(cx))
            .part(words::text("settings-remember"), remember(cx))
            .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
    }

    /// Digits choose colours, Escape goes back.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::Pick(number) => Theme::ALL.get(number.checked_sub(1)?).copied().map(Message::Colour),
            Shortcut::Back | Shortcut::Accept => Some(Message::GoBack),
            _ => None,
        }
    }
}

fn colours<'a>(cx: &Context<'a>) -> Element<'a, Message> {
    let cards = (1..)
        .zip(Theme::ALL)
        .map(|(digit, theme)| {
            let id = match theme {
                Theme::Light => words::id("settings-light"),
                Theme::Dark => words::id("settings-dark"),
                Theme::ContrastDark => words::id("settings-contrast-dark"),
                Theme::ContrastLight => words::id("settings-contrast-light"),
            };

            choice(id, words::text(id))
                .digit(Some(digit))
                .chosen(cx.settings.theme == theme)
                .on_press(Message::Colour(theme))
        })
        .collect();

    rings(words::text("settings-colours"), cards)
}

/// Which one it is; with others, which ones there are, and how sure each is.
fn language<'a>(cx: &Context<'a>) -> Element<'a, Message> {
    match languages(cx, Message::Speak) {
        None => column![
            body(words::text("settings-language-now")),
            soft(words::text("settings-language-about")),
        ],
        Some(choice) => column![choice, soft(words::text("settings-language-many"))],
    }
    .spacing(space::XS)
    .into()
}

fn text_size<'a>(look: Look) -> Element<'a, Message> {
    let smaller = (look.smaller() != look).then_some(Message::Smaller);
    let larger = (look.larger() != look).then_some(Message::Larger);

    stepper(
        words::text("settings-text-size"),
        words::text_with("settings-percent", &[("percent", look.text.into())]),
        (words::text("settings-smaller"), smaller),
        (words::text("settings-larger"), larger),
    )
}

fn safety<'a>(cx: &Context<'a>) -> Element<'a, Message> {
    let minutes = cx.settings.idle_minutes;
    let sooner = (sooner(minutes) != minutes).then_some(Message::LockSooner);
    let later = (later(minutes) != minutes).then_some(Message::LockLater);

    column![
        stepper(
            words::text("settings-idle"),
            words::text_with("settings-minutes", &[("minutes", minutes.into())]),
            (words::text("settings-sooner"), sooner),
            (words::text("settings-later"), later),
        ),
        switch(
            words::text("settings-cover"),
            Some(words::text("settings-cover-about")),
            state(cx.settings.covers_on_lost_focus),
            Some(Message::ToggleCover),
        ),
        soft(words::text("settings-saving")),
    ]
    .spacing(space::S)
    .into()
}

fn remember<'a>(cx: &Context<'a>) -> Element<'a, Message> {
    switch(
        words::text("settings-remember-here"),
        Some(words::text("settings-remember-about")),
        state(cx.settings.is_remembered),
        Some(Message::ToggleRemember),
    )
}

fn state(is_on: bool) -> (bool, String) {
    (
        is_on,
        words::text(if is_on { words::id("on") } else { words::id("off") }),
    )
}

/// The minutes that can be chosen: by one up to five, then by five.
fn later(minutes: u8) -> u8 {
    let step = if minutes < 5 { 1 } else { 5 - minutes % 5 };

    minutes.saturating_add(step).min(*IDLE_MINUTES.end())
}

fn sooner(minutes: u8) -> u8 {
    let step = match minutes {
        0..=5 => 1,
        _ if minutes.is_multiple_of(5) => 5,
        _ => minutes % 5,
    };

    minutes.saturating_sub(step).max(*IDLE_MINUTES.start())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::context::{Stage, assert_whole};
    use crate::gui::widget::Role;
    use crate::gui::widget::probe::Probe;
    use crate::language::made;

    #[test]
    fn the_minutes_go_from_one_to_thirty_and_back() {
        let mut minutes = 1;
        let mut way = vec![minutes];

        while later(minutes) != minutes {
            minutes = later(minutes);
            way.push(minutes);
        }

        assert_eq!(way, [1, 2, 3, 4, 5, 10, 15, 20, 25, 30]);

        while sooner(minutes) != minutes {
            minutes = sooner(minutes);
        }

        assert_eq!(minutes, 1);
    }

    fn changed(stage: &Stage, message: Message) -> Values {
        match Settings::new().update(&stage.context(), message) {
            Action::Change(values) => values,
            Action::Leave => panic!("nothing is left here"),
        }
    }

    #[test]
    fn the_page_is_whole_at_every_end_of_its_scales() {
        let mut stage = Stage::empty();

        for minutes in [1, 10, 30] {
            stage.settings.idle_minutes = minutes;
            assert_whole(&mut stage, &Settings, Settings::view);
        }
    }

    #[test]
    fn colours_are_chosen_by_digit_and_by_name() {
        let stage = Stage::empty();
        let cx = stage.context();
        let mut probe = Probe::ordinary();
        let mut ui = probe.show(Settings.view(&cx));

        assert!(ui.ask(Role::Radio, &words::text("settings-dark")));
        assert!(matches!(ui.messages().as_slice(), [Message::Colour(Theme::Dark)]));

        for (digit, theme) in (1..).zip(Theme::ALL) {
            let message = Settings.shortcut(&cx, Shortcut::Pick(digit)).unwrap();

            assert_eq!(changed(&stage, message).theme, theme);
        }
    }

    #[test]
    fn every_switch_changes_one_thing_and_nothing_is_remembered_unasked() {
        let stage = Stage::empty();
        let cx = stage.context();
        let mut probe = Probe::ordinary();
        let mut ui = probe.show(Settings.view(&cx));

        for id in ["settings-cover", "settings-remember-here"] {
            let found = ui.find(Role::Switch, &words::text(id)).unwrap().spec;

            assert_eq!(found.checked, Some(id == "settings-cover"), "{id}");
            assert!(ui.press(Role::Switch, &words::text(id)), "{id}");
        }

        let messages = ui.messages();
        let before = Values::default();
        let after: Vec<_> = messages.into_iter().map(|it| changed(&stage, it)).collect();

        assert_eq!(
            after,
            [
                Values {
                    covers_on_lost_focus: false,
                    ..before.clone()
                },
                Values {
                    is_remembered: true,
                    ..before
                },
            ]
        );
    }

    #[test]
    fn text_and_minutes_go_by_steps_and_stop_at_their_ends() {
        let mut stage = Stage::empty();

        assert_eq!(changed(&stage, Message::Larger).text_percent, 125);
        assert_eq!(changed(&stage, Message::Smaller).text_percent, 90);
        assert_eq!(changed(&stage, Message::LockLater).idle_minutes, 15);
        assert_eq!(changed(&stage, Message::LockSooner).idle_minutes, 5);

        stage.look.text = 200;

        let cx = stage.context();
        let mut probe = Probe::ordinary();
        let mut ui = probe.show(Settings.view(&cx));
        let larger = ui.find(Role::Button, &words::text("settings-larger")).unwrap();

        assert!(larger.spec.is_disabled);
    }

    #[test]
    fn one_language_is_no_choice_and_several_each_say_how_sure_they_are() {
        let mut stage = Stage::empty();
        let shows = |stage: &Stage, words: &str| {
            let cx = stage.context();

            Probe::ordinary().show(Settings.view(&cx)).says(words)
        };

        assert!(shows(&stage, &words::text("settings-language-about")));

        stage.desk = crate::gui::desk::Desk::new(made::pack());

        assert!(!shows(&stage, &words::text("settings-language-about")));
        assert!(shows(&stage, &words::text("language-machine")));
        assert_whole(&mut stage, &Settings, Settings::view);

        let cx = stage.context();
        let mut probe = Probe::ordinary();
        let mut ui = probe.show(Settings.view(&cx));

        assert!(ui.ask(Role::Radio, "Deutsch"));

        let messages = ui.messages();
        let spoken = changed(&stage, messages[0].clone());

        assert_eq!(spoken.language.as_deref(), Some("de"));
    }
}
