//! What keys and pointers do to a control.
use super::Control;
use super::state::State;
use crate::gui::widget::spec::Role;

use iced::advanced::{Shell, mouse};
use iced::keyboard::key::Named;
use iced::keyboard::{Event as KeyEvent, Key, Modifiers};
use iced::{Event, touch};

impl<'a, Message: Clone + 'a> Control<'a, Message> {
    /// What a key press asks for.
    fn asked_by(&self, key: &Key, modifiers: Modifiers, is_mirrored: bool) -> Option<Message> {
        if let Some(message) = self.on_key.as_ref().and_then(|on_key| on_key(key, modifiers)) {
            return Some(message);
        }

        if !modifiers.is_empty() {
            return None;
        }

        // Enter on the answer that is chosen already goes on to the next page instead
        let is_settled = self.spec.role == Role::Radio && self.spec.checked == Some(true);

        match key.as_ref() {
            Key::Named(Named::Enter) if is_settled => None,
            Key::Named(Named::Enter | Named::Space) => self.press.clone(),
            Key::Named(Named::ArrowUp) => self.before.clone(),
            Key::Named(Named::ArrowDown) => self.after.clone(),
            Key::Named(Named::ArrowLeft) if is_mirrored => self.after.clone(),
            Key::Named(Named::ArrowRight) if is_mirrored => self.before.clone(),
            Key::Named(Named::ArrowLeft) => self.before.clone(),
            Key::Named(Named::ArrowRight) => self.after.clone(),
            _ => None,
        }
    }

    pub(super) fn on_keyboard(
        &self,
        state: &mut State,
        event: &KeyEvent,
        is_mirrored: bool,
        shell: &mut Shell<'_, Message>,
    ) {
        let KeyEvent::KeyPressed {
            key, modifiers, repeat, ..
        } = event
        else {
            return;
        };

        let Some(message) = self.asked_by(key, *modifiers, is_mirrored) else {
            return;
        };

        let is_arrow = !matches!(key, Key::Named(Named::Enter | Named::Space));

        if is_arrow || !repeat {
            shell.publish(message);
        }

        state.is_visible = true;
        shell.capture_event();
        shell.request_redraw();
    }

    pub(super) fn on_pointer(&self, state: &mut State, event: &Event, is_over: bool, shell: &mut Shell<'_, Message>) {
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                let was = (state.is_focused, state.is_visible);

                state.is_pressed = is_over && self.press.is_some() && !shell.is_event_captured();
                state.is_focused = is_over && self.can_focus();
                state.is_visible = false;

                if state.is_pressed {
                    shell.capture_event();
                }

                if state.is_pressed || was != (state.is_focused, state.is_visible) {
                    shell.request_redraw();
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerLifted { .. }) => {
                if !std::mem::take(&mut state.is_pressed) {
                    return;
                }

                shell.request_redraw();

                if let Some(message) = self.press.clone().filter(|_| is_over) {
                    shell.publish(message);
                    shell.capture_event();
                }
            }
            Event::Touch(touch::Event::FingerLost { .. }) => state.is_pressed = false,
            Event::Mouse(mouse::Event::CursorMoved { .. } | mouse::Event::CursorLeft)
                if state.is_pointed != is_over =>
            {
                state.is_pointed = is_over;

                if self.press.is_some() {
                    shell.request_redraw();
                }
            }
            _ => {}
        }
    }

    /// Whether iced's own field must not see an event: it panics when a word it selects is shortened by a key
    /// while the button is still down.
    pub(super) const fn is_held_back(&self, state: &mut State, event: &Event) -> bool {
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(_)) => state.is_pressed = true,
            Event::Mouse(mouse::Event::ButtonReleased(_)) => state.is_pressed = false,
            Event::Keyboard(_) => return state.is_pressed,
            _ => {}
        }

        false
    }
}
