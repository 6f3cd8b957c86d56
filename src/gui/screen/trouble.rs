//! Something broke: what happened, what to do, and the way on.
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::shortcut::Shortcut;
use crate::gui::widget::{Page, body, page, primary};
use crate::words;

/// What happened.
pub(crate) struct Trouble {
    notice: Notice,
}

/// What can happen on this screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// Go on from the start.
    GoOn,
}

/// What the application must do next.
#[must_use]
pub(crate) enum Action {
    /// Go on from the start.
    Leave,
}

impl Trouble {
    /// With what happened.
    pub(crate) fn new(notice: Notice) -> Self {
        Self { notice }
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, _cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::GoOn => Action::Leave,
        }
    }

    /// Shows it.
    pub(crate) fn view<'a>(&'a self, _cx: &Context<'a>) -> Page<'a, Message> {
        page("trouble", words::text("trouble-title"))
            .lead(self.notice.what.as_str())
            .push(body(self.notice.advice.as_str()))
            .primary(primary(words::text("trouble-on")).on_press(Message::GoOn))
    }

    /// Enter and Escape go on.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        matches!(shortcut, Shortcut::Accept | Shortcut::Back).then_some(Message::GoOn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::context::{Stage, assert_whole};
    use crate::gui::widget::Role;
    use crate::gui::widget::probe::Probe;

    #[test]
    fn it_says_what_happened_what_to_do_and_goes_on() {
        let mut stage = Stage::empty();
        let mut screen = Trouble::new(Notice::new("It broke.".to_owned(), "Try again.".to_owned()));

        assert_whole(&mut stage, &screen, Trouble::view);

        let cx = stage.context();
        let mut probe = Probe::ordinary();
        let mut ui = probe.show(screen.view(&cx));

        assert!(ui.says("It broke.") && ui.says("Try again."));
        assert!(ui.press(Role::Button, &words::text("trouble-on")));
        assert!(matches!(ui.messages().as_slice(), [Message::GoOn]));
        drop(ui);
        assert!(matches!(screen.update(&cx, Message::GoOn), Action::Leave));
    }
}
