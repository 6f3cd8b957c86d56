//! What a person does with a view: keys, the mouse, the way from control to control.
use super::Shown;
use crate::gui::widget::spec::{Reach, Request, Role, Spec};
use crate::gui::widget::walk::Ask;

use iced::advanced::mouse;
use iced::keyboard::key::{Code, Named, NativeCode, Physical};
use iced::keyboard::{Event as KeyEvent, Key, Location, Modifiers};
use iced::touch::{self, Finger};
use iced::{Event, Point};

impl<'a, Message: Clone + 'a> Shown<'_, 'a, Message> {
    /// Presses a key without modifiers; tells whether somebody took it.
    pub fn key(&mut self, key: Named) -> bool {
        self.chord(Modifiers::empty(), Key::Named(key))
    }

    /// Presses a key with modifiers; tells whether somebody took it.
    pub fn chord(&mut self, modifiers: Modifiers, key: Key) -> bool {
        let text = match &key {
            Key::Character(words) if modifiers.is_empty() || modifiers == Modifiers::SHIFT => Some(words.clone()),
            _ => None,
        };

        let physical_key = match &key {
            Key::Named(Named::Tab) => Physical::Code(Code::Tab),
            _ => Physical::Unidentified(NativeCode::Unidentified),
        };

        let is_taken = self.send(
            &Event::Keyboard(KeyEvent::KeyPressed {
                key: key.clone(),
                modified_key: key,
                physical_key,
                location: Location::Standard,
                modifiers,
                text,
                repeat: false,
            }),
            mouse::Cursor::Unavailable,
        );

        self.redraw();
        is_taken
    }

    /// Types words where the keyboard is.
    pub fn type_in(&mut self, words: &str) {
        for letter in words.chars() {
            self.chord(Modifiers::empty(), Key::Character(letter.to_string().into()));
        }
    }

    /// Presses Tab once for every stop, and tells what the keyboard came by, in order.
    pub fn tab_through(&mut self) -> Vec<Spec> {
        let stops = self
            .controls()
            .into_iter()
            .filter(|found| found.spec.reach == Reach::Tab)
            .count();

        (0..stops)
            .filter_map(|_| {
                self.key(Named::Tab);
                self.focused().map(|found| found.spec)
            })
            .collect()
    }

    /// Brings the keyboard to a control by Tab alone; tells whether it got there.
    pub fn tab_to(&mut self, role: Role, name: &str) -> bool {
        let stops = self.controls().len();

        (0..=stops).any(|_| {
            self.key(Named::Tab);
            self.focused()
                .is_some_and(|found| found.spec.role == role && found.spec.name == name)
        })
    }

    /// Brings the keyboard to a control by Tab and presses Space; tells whether it got there.
    pub fn press(&mut self, role: Role, name: &str) -> bool {
        self.tab_to(role, name) && self.key(Named::Space)
    }

    /// Clicks a control with the mouse, if it is there, can be used and shows.
    pub fn click(&mut self, role: Role, name: &str) -> bool {
        let Some(found) = self.find(role, name).filter(|found| !found.spec.is_disabled) else {
            return false;
        };
        let Some(visible) = found.visible else {
            return false;
        };

        self.click_at(visible.center());
        true
    }

    /// Presses the mouse at one place and lets go at another.
    pub fn drag(&mut self, from: Point, to: Point) {
        self.send(
            &Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)),
            mouse::Cursor::Available(from),
        );
        self.send(
            &Event::Mouse(mouse::Event::CursorMoved { position: to }),
            mouse::Cursor::Available(to),
        );
        self.send(
            &Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)),
            mouse::Cursor::Available(to),
        );
        self.redraw();
    }

    /// Puts a finger down at one place, and takes it up at another.
    pub fn swipe(&mut self, from: Point, to: Point) {
        let id = Finger(1);

        for event in [
            touch::Event::FingerPressed { id, position: from },
            touch::Event::FingerMoved { id, position: to },
            touch::Event::FingerLifted { id, position: to },
        ] {
            self.touch(event);
        }

        self.redraw();
    }

    /// Lets a finger do one thing; tells whether somebody took it.
    pub fn touch(&mut self, event: touch::Event) -> bool {
        let (touch::Event::FingerPressed { position, .. }
        | touch::Event::FingerMoved { position, .. }
        | touch::Event::FingerLifted { position, .. }
        | touch::Event::FingerLost { position, .. }) = event;

        self.send(&Event::Touch(event), mouse::Cursor::Available(position))
    }

    /// Clicks a place in the window.
    pub fn click_at(&mut self, place: Point) {
        let cursor = mouse::Cursor::Available(place);

        for event in [
            mouse::Event::CursorMoved { position: place },
            mouse::Event::ButtonPressed(mouse::Button::Left),
            mouse::Event::ButtonReleased(mouse::Button::Left),
        ] {
            self.send(&Event::Mouse(event), cursor);
        }

        self.redraw();
    }

    /// Asks a control to act as a screen reader would, without keys and without a mouse.
    pub fn ask(&mut self, role: Role, name: &str) -> bool {
        let Some(found) = self.find(role, name) else {
            return false;
        };

        let mut ask = Ask {
            id: found.spec.id,
            request: Request::Press,
        };

        self.operate(&mut ask);
        self.redraw();
        true
    }
}
