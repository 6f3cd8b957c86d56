//! Which keys mean what. The help screen is made from the same table.
//!
//! Letters are read as the key they stand on in a Latin layout, so that they work with Cyrillic, Greek or
//! Arabic keyboards too. A key that a control wanted for itself never arrives here.
mod lines;

pub use lines::{LINES, Line};

use iced::keyboard::key::Named;
use iced::keyboard::{Event, Key, Modifiers};

/// Something the keyboard can ask for on any screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shortcut {
    /// The answer with this number, from 1 to 9.
    Pick(usize),
    /// The main action.
    Accept,
    /// The way back.
    Back,
    /// Every key, and help.
    Help,
    /// Hide the page, whatever is on it.
    Cover,
    /// Leave at once.
    Leave,
    /// Lock.
    Lock,
    /// Save now.
    Save,
    /// Print.
    Print,
    /// Take back what was done last.
    Undo,
    /// Larger text.
    Larger,
    /// Smaller text.
    Smaller,
    /// Text as it was.
    Reset,
}

/// The modifier that goes with a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    None,
    Command,
    CommandShift,
}

/// Every key with a letter or a name, what is held with it, and what it means.
const TABLE: &[(Press, Held, Shortcut)] = &[
    (Press::Named(Named::Enter), Held::None, Shortcut::Accept),
    (Press::Named(Named::Escape), Held::None, Shortcut::Back),
    (Press::Named(Named::F1), Held::None, Shortcut::Help),
    (Press::Named(Named::F9), Held::None, Shortcut::Cover),
    (Press::Named(Named::F12), Held::None, Shortcut::Leave),
    (Press::Letter('q'), Held::CommandShift, Shortcut::Leave),
    (Press::Letter('l'), Held::Command, Shortcut::Lock),
    (Press::Letter('s'), Held::Command, Shortcut::Save),
    (Press::Letter('p'), Held::Command, Shortcut::Print),
    (Press::Letter('z'), Held::Command, Shortcut::Undo),
    (Press::Letter('0'), Held::Command, Shortcut::Reset),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Press {
    Named(Named),
    Letter(char),
}

/// Reads a key press that no control wanted for itself.
///
/// Give it what [`iced::keyboard::listen`] reports; [`urgent`] is for the keys that must always work.
#[must_use]
pub fn read(event: &Event) -> Option<Shortcut> {
    let Event::KeyPressed {
        key,
        physical_key,
        modifiers,
        repeat,
        ..
    } = event
    else {
        return None;
    };

    if let Some(step) = text_size(key, *modifiers) {
        return Some(step);
    }

    // holding a key down must not answer the next question as well
    if *repeat {
        return None;
    }

    let held = held(*modifiers)?;

    let press = match key {
        Key::Named(named) => Press::Named(*named),
        _ => Press::Letter(key.to_latin(*physical_key)?.to_ascii_lowercase()),
    };

    if let (Press::Letter(letter), Held::None) = (press, held) {
        let number = letter.to_digit(10).filter(|digit| *digit > 0)?;

        return Some(Shortcut::Pick(number as usize));
    }

    TABLE
        .iter()
        .find(|(at, with, _)| *at == press && *with == held)
        .map(|(_, _, shortcut)| *shortcut)
}

/// The keys that must work whatever has the keyboard, a text field too: cover, leave and lock.
#[must_use]
pub fn urgent(event: &Event) -> Option<Shortcut> {
    read(event).filter(|shortcut| matches!(shortcut, Shortcut::Cover | Shortcut::Leave | Shortcut::Lock))
}

fn held(modifiers: Modifiers) -> Option<Held> {
    if modifiers.is_empty() {
        Some(Held::None)
    } else if modifiers == Modifiers::COMMAND {
        Some(Held::Command)
    } else if modifiers == Modifiers::COMMAND | Modifiers::SHIFT {
        Some(Held::CommandShift)
    } else {
        None
    }
}

/// Plus and minus stand elsewhere on every keyboard, some behind Shift.
fn text_size(key: &Key, modifiers: Modifiers) -> Option<Shortcut> {
    if !modifiers.command() || modifiers.alt() {
        return None;
    }

    match key.as_ref() {
        Key::Character("+" | "=") => Some(Shortcut::Larger),
        Key::Character("-" | "−" | "_") => Some(Shortcut::Smaller),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use iced::keyboard::Location;
    use iced::keyboard::key::{Code, NativeCode, Physical};

    fn pressed(key: Key, physical_key: Physical, modifiers: Modifiers) -> Event {
        Event::KeyPressed {
            key: key.clone(),
            modified_key: key,
            physical_key,
            location: Location::Standard,
            modifiers,
            text: None,
            repeat: false,
        }
    }

    fn letter(letter: &str, modifiers: Modifiers) -> Event {
        pressed(
            Key::Character(letter.into()),
            Physical::Unidentified(NativeCode::Unidentified),
            modifiers,
        )
    }

    fn named(named: Named) -> Event {
        pressed(
            Key::Named(named),
            Physical::Unidentified(NativeCode::Unidentified),
            Modifiers::empty(),
        )
    }

    #[test]
    fn escape_goes_back_and_never_leaves() {
        assert_eq!(read(&named(Named::Escape)), Some(Shortcut::Back));
    }

    #[test]
    fn digits_pick_and_zero_does_not() {
        assert_eq!(read(&letter("3", Modifiers::empty())), Some(Shortcut::Pick(3)));
        assert_eq!(read(&letter("0", Modifiers::empty())), None);
        assert_eq!(read(&letter("x", Modifiers::empty())), None);
    }

    #[test]
    fn letters_work_on_keyboards_that_are_not_latin() {
        let russian = pressed(
            Key::Character("д".into()),
            Physical::Code(Code::KeyL),
            Modifiers::COMMAND,
        );
        let greek = pressed(
            Key::Character("Ψ".into()),
            Physical::Code(Code::KeyQ),
            Modifiers::COMMAND | Modifiers::SHIFT,
        );

        assert_eq!(read(&russian), Some(Shortcut::Lock));
        assert_eq!(read(&greek), Some(Shortcut::Leave));
    }

    #[test]
    fn text_grows_with_and_without_shift() {
        assert_eq!(
            read(&letter("+", Modifiers::COMMAND | Modifiers::SHIFT)),
            Some(Shortcut::Larger)
        );
        assert_eq!(read(&letter("=", Modifiers::COMMAND)), Some(Shortcut::Larger));
        assert_eq!(read(&letter("-", Modifiers::COMMAND)), Some(Shortcut::Smaller));
        assert_eq!(read(&letter("-", Modifiers::empty())), None);
    }

    #[test]
    fn a_key_held_down_answers_once() {
        let Event::KeyPressed {
            key,
            modified_key,
            physical_key,
            location,
            modifiers,
            text,
            ..
        } = named(Named::Enter)
        else {
            panic!("a key press");
        };
        let again = Event::KeyPressed {
            key,
            modified_key,
            physical_key,
            location,
            modifiers,
            text,
            repeat: true,
        };

        assert_eq!(read(&again), None);
    }

    #[test]
    fn what_must_always_work_is_urgent() {
        assert_eq!(urgent(&named(Named::F12)), Some(Shortcut::Leave));
        assert_eq!(urgent(&named(Named::F9)), Some(Shortcut::Cover));
        assert_eq!(urgent(&letter("l", Modifiers::COMMAND)), Some(Shortcut::Lock));
        assert_eq!(urgent(&letter("1", Modifiers::empty())), None);
    }

    #[test]
    fn help_lists_every_key_of_the_table() {
        for (press, held, _) in TABLE {
            let key = match press {
                Press::Named(named) => format!("{named:?}"),
                Press::Letter(letter) => letter.to_uppercase().to_string(),
            };
            let keys = match held {
                Held::None => key,
                Held::Command => format!("Ctrl+{key}"),
                Held::CommandShift => format!("Ctrl+Shift+{key}"),
            };

            assert!(
                LINES
                    .iter()
                    .any(|line| crate::words::text(line.keys).split(", ").any(|listed| listed == keys)),
                "{keys} is not in the help"
            );
        }
    }
}
