//! What is always at hand: lock, cover, quick exit, help, undo, text size, colours, settings.
use super::{App, Message as AppMessage};
use crate::gui::theme::Look;
use crate::gui::widget::press::Press;
use crate::gui::widget::{Dialog, Icon, dialog, quiet, secondary};
use crate::settings::Settings;
use crate::words;

use iced::Task;

/// What can be chosen in the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Message {
    /// Close the menu.
    Close,
    /// Hide everything behind a neutral page.
    Cover,
    /// Leave at once, deleting nothing.
    QuickExit,
    /// Take the last change back.
    Undo,
    /// Larger text.
    Larger,
    /// Smaller text.
    Smaller,
    /// What to do when something has happened, and how to put settings back.
    After,
    /// Handouts for a group.
    Stack,
    /// Every key, and what the words mean.
    Help,
    /// How the program looks and behaves.
    Settings,
    /// What this protects, and what it cannot.
    Protects,
    /// Back to the first page; the plan stays on the desk.
    Start,
}

/// The lock, in the top line. Before the first save it only covers, and says so.
pub(super) fn lock_button<'a>(is_kept: bool) -> Press<'a, AppMessage> {
    let id = if is_kept { "menu-lock" } else { "menu-cover-now" };

    quiet(words::text(if is_kept {
        words::id("menu-lock")
    } else {
        words::id("menu-cover-now")
    }))
    .id(id)
    .icon(Icon::Lock)
    .on_press(AppMessage::Lock)
}

/// The menu, in the top line.
pub(super) fn button<'a>() -> Press<'a, AppMessage> {
    quiet(words::text("menu"))
        .icon(Icon::Menu)
        .on_press(AppMessage::ToggleMenu)
}

/// The menu itself.
pub(super) fn menu<'a>(look: Look, last_change: Option<&str>) -> Dialog<'a, AppMessage> {
    let line =
        |id: &'static str, message: Message| secondary(words::text(id)).wide().on_press(AppMessage::Menu(message));
    let undo = match last_change {
        Some(what) => words::text_with("menu-undo", &[("what", what.to_owned().into())]),
        None => words::text("menu-undo-nothing"),
    };

    dialog("menu", words::text("menu"))
        .push(
            secondary(undo)
                .wide()
                .on_press_maybe(last_change.map(|_| AppMessage::Menu(Message::Undo))),
        )
        .push(line(words::id("menu-cover"), Message::Cover))
        .push(line(words::id("menu-after"), Message::After))
        .push(line(words::id("menu-stack"), Message::Stack))
        .push(line(words::id("menu-help"), Message::Help))
        .push(line(words::id("menu-protects"), Message::Protects))
        .push(line(words::id("menu-settings"), Message::Settings))
        .push(
            secondary(words::text_with(
                "menu-larger",
                &[("percent", look.larger().text.into())],
            ))
            .wide()
            .on_press_maybe((look.larger() != look).then_some(AppMessage::Menu(Message::Larger))),
        )
        .push(
            secondary(words::text_with(
                "menu-smaller",
                &[("percent", look.smaller().text.into())],
            ))
            .wide()
            .on_press_maybe((look.smaller() != look).then_some(AppMessage::Menu(Message::Smaller))),
        )
        .push(line(words::id("menu-start"), Message::Start))
        .push(line(words::id("menu-exit"), Message::QuickExit))
        .action(quiet(words::text("close")).on_press(AppMessage::Menu(Message::Close)))
        .on_escape(AppMessage::Menu(Message::Close))
}

impl App {
    /// Something was chosen in the menu.
    pub(super) fn choose_from_menu(&mut self, message: Message) -> Task<AppMessage> {
        self.is_menu_open = matches!(message, Message::Larger | Message::Smaller);

        match message {
            Message::Close => Task::none(),
            Message::Cover => self.cover_page(),
            Message::QuickExit => crate::harden::leave_now(),
            Message::Undo => self.undo(),
            Message::Larger => self.resize_text(Look::larger),
            Message::Smaller => self.resize_text(Look::smaller),
            Message::After => self.show_after(),
            Message::Stack => self.show_stack(),
            Message::Help => self.show_help(),
            Message::Settings => self.show_settings(),
            Message::Protects => self.show_protects(),
            Message::Start => self.show_welcome(),
        }
    }

    /// Makes text larger or smaller, by one step.
    pub(super) fn resize_text(&mut self, step: fn(Look) -> Look) -> Task<AppMessage> {
        let text_percent = step(self.look()).text;

        self.change_settings(Settings {
            text_percent,
            ..self.settings.clone()
        })
    }

    /// Uses other settings from now on; written down only if the person asked for that.
    pub(super) fn change_settings(&mut self, settings: Settings) -> Task<AppMessage> {
        let was_remembered = self.settings.is_remembered;
        let is_another_language = self.settings.language != settings.language;

        self.settings = settings;

        if is_another_language {
            self.speak();
        }

        if was_remembered || self.settings.is_remembered {
            // A file of a few lines: not worth a thread of its own.
            if let Err(error) = self.hands.remember(&self.settings) {
                self.trouble = Some(super::Notice::from(&error));
            }
        }

        Task::none()
    }

    /// Speaks the language of the settings, in the window and in its checklist; without one that there is,
    /// the language of the checklist. Nothing that was said is lost: the plan is the same in other words.
    pub(super) fn speak(&mut self) {
        let wanted = self.settings.language.as_deref().unwrap_or(&self.base.lang);
        let pack = self.base.spoken(wanted).unwrap_or(self.base);

        words::speak(&pack.lang);
        self.desk.speak(pack);
    }
}
