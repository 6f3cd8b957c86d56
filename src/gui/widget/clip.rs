//! The clipboard as every control of a window sees it.
//!
//! Whatever a control copies passes here, so that the application hears of it and can take it back; of the
//! words themselves nothing is kept. The selection of the mouse, which X11 hands out without being asked, is
//! neither read nor written.
use iced::advanced::Clipboard;
use iced::advanced::clipboard::Kind;

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;

/// Makes prints of this run unlike those of any other.
static KEY: LazyLock<RandomState> = LazyLock::new(RandomState::new);

/// By which copied words are known again. Nobody can read the words off it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Print(u64);

impl Print {
    /// The print of these words.
    #[must_use]
    pub fn of(words: &str) -> Self {
        Self(KEY.hash_one(words))
    }
}

impl fmt::Debug for Print {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Print")
    }
}

/// A clipboard that remembers that something was copied.
pub(super) struct Noted<'a> {
    clipboard: &'a mut dyn Clipboard,
    /// Of what was copied last, if anything was.
    pub(super) print: Option<Print>,
}

impl<'a> Noted<'a> {
    /// In front of the real one.
    pub(super) fn new(clipboard: &'a mut dyn Clipboard) -> Self {
        Self { clipboard, print: None }
    }
}

impl Clipboard for Noted<'_> {
    fn read(&self, kind: Kind) -> Option<String> {
        match kind {
            Kind::Standard => self.clipboard.read(kind),
            Kind::Primary => None,
        }
    }

    fn write(&mut self, kind: Kind, words: String) {
        if kind == Kind::Standard {
            self.print = Some(Print::of(&words));
            self.clipboard.write(kind, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::theme::Direction;
    use crate::gui::widget::probe::Probe;
    use crate::gui::widget::{Role, Root, Typed, field, page, secret};

    use iced::Event;
    use iced::advanced::mouse;
    use iced::keyboard::key::Named;
    use iced::keyboard::{Event as KeyEvent, Key, Modifiers};

    /// What a page of fields tells.
    #[derive(Debug, Clone, PartialEq)]
    enum Told {
        Typed,
        Copied(Print),
    }

    /// A clipboard with both of its kinds.
    #[derive(Default)]
    struct Both {
        standard: Option<String>,
        primary: Option<String>,
    }

    impl Clipboard for Both {
        fn read(&self, kind: Kind) -> Option<String> {
            match kind {
                Kind::Standard => self.standard.clone(),
                Kind::Primary => self.primary.clone(),
            }
        }

        fn write(&mut self, kind: Kind, words: String) {
            match kind {
                Kind::Standard => self.standard = Some(words),
                Kind::Primary => self.primary = Some(words),
            }
        }
    }

    fn window<'a>(typed: &'a Typed, is_shown: bool) -> Root<'a, Told> {
        let page = page("fields", "Fields")
            .push(field("place", "Place", "a street").on_input(|_| Told::Typed))
            .push(
                secret("secret", "Passphrase", typed)
                    .on_change(Told::Typed)
                    .shown(is_shown),
            );

        Root::new(Direction::LeftToRight, page).on_copy(Told::Copied)
    }

    fn letter(letter: &str) -> Key {
        Key::Character(letter.into())
    }

    /// 48: the first of it.
    #[test]
    fn what_a_field_copies_or_cuts_is_told_by_its_print_alone() {
        let typed = Typed::new();

        for key in ["c", "x"] {
            let mut probe = Probe::ordinary();
            let mut ui = probe.show_root(window(&typed, false));

            assert!(ui.tab_to(Role::TextField, "Place"));
            // iced's field goes by what it heard is held down.
            ui.send(
                &Event::Keyboard(KeyEvent::ModifiersChanged(Modifiers::CTRL)),
                mouse::Cursor::Unavailable,
            );
            ui.chord(Modifiers::CTRL, letter(key));
            assert!(
                !ui.messages().iter().any(|it| matches!(it, Told::Copied(_))),
                "nothing is selected"
            );
            ui.chord(Modifiers::CTRL, letter("a"));
            ui.chord(Modifiers::CTRL, letter(key));

            let told = ui.messages();

            assert!(told.contains(&Told::Copied(Print::of("a street"))), "{key}: {told:?}");
            assert!(!format!("{told:?}").contains("street"));
            drop(ui);
            assert_eq!(probe.copied(), Some("a street"), "{key}");
        }
    }

    /// 48: a passphrase.
    #[test]
    fn no_key_copies_a_passphrase_shown_or_not() {
        let typed = Typed::new();

        for is_shown in [false, true] {
            let mut probe = Probe::ordinary();
            let mut ui = probe.show_root(window(&typed, is_shown));

            typed.clear();
            assert!(ui.tab_to(Role::Password, "Passphrase"));
            ui.type_in("velvet comet");

            for (modifiers, key) in [
                (Modifiers::CTRL, letter("c")),
                (Modifiers::CTRL, letter("x")),
                (Modifiers::CTRL | Modifiers::SHIFT, letter("c")),
                (Modifiers::CTRL, Key::Named(Named::Insert)),
                (Modifiers::SHIFT, Key::Named(Named::Delete)),
                (Modifiers::empty(), Key::Named(Named::Copy)),
                (Modifiers::empty(), Key::Named(Named::Cut)),
            ] {
                ui.chord(Modifiers::CTRL, letter("a"));
                ui.chord(modifiers, key.clone());
                assert!(
                    !ui.messages().iter().any(|it| matches!(it, Told::Copied(_))),
                    "{modifiers:?} {key:?}"
                );
            }

            drop(ui);
            assert_eq!(probe.copied(), None);
        }
    }

    /// 48: PRIMARY.
    #[test]
    fn the_selection_of_the_mouse_is_left_alone() {
        let mut both = Both {
            primary: Some("somebody else's".to_owned()),
            ..Both::default()
        };
        let mut noted = Noted::new(&mut both);

        noted.write(Kind::Primary, "ours".to_owned());
        assert_eq!((noted.read(Kind::Primary), noted.print), (None, None));
        noted.write(Kind::Standard, "ours".to_owned());
        assert_eq!(noted.read(Kind::Standard).as_deref(), Some("ours"));
        assert_eq!(noted.print, Some(Print::of("ours")));
        assert_eq!(both.primary.as_deref(), Some("somebody else's"));
    }

    #[test]
    fn a_print_says_nothing_and_knows_its_words() {
        assert_eq!(Print::of("a street"), Print::of("a street"));
        assert_ne!(Print::of("a street"), Print::of("a street "));
        assert_eq!(format!("{:?}", Print::of("a street")), "Print");
    }
}
