//! What keys do in a secret field. There is no copying and no cutting.
use super::line::{Line, State};

use iced::advanced::Clipboard;
use iced::advanced::clipboard::Kind;
use iced::keyboard::key::Named;
use iced::keyboard::{Event as KeyEvent, Key, Modifiers};
use zeroize::Zeroize;

/// What a key press came to.
pub(super) enum Done {
    /// Nothing: the key is somebody else's.
    Ignored,
    /// The caret or the selection moved.
    Moved,
    /// What is typed changed.
    Changed,
    /// Enter.
    Submitted,
}

impl<Message: Clone> Line<'_, Message> {
    fn wipe_selected(&self, state: &mut State) {
        if std::mem::take(&mut state.is_all) {
            self.0.typed.clear();
            state.caret = 0;
        }
    }

    fn write(&self, state: &mut State, words: &str) -> Done {
        self.wipe_selected(state);
        state.caret += self.0.typed.write(state.caret, words);

        Done::Changed
    }

    fn erase(&self, state: &mut State, is_back: bool) -> Done {
        if state.is_all {
            self.wipe_selected(state);
        } else if !is_back {
            self.0.typed.erase(state.caret);
        } else if let Some(before) = state.caret.checked_sub(1) {
            self.0.typed.erase(before);
            state.caret = before;
        }

        Done::Changed
    }

    /// Keys that move or do something; the letters come after.
    fn on_key(&self, state: &mut State, key: &Key, modifiers: Modifiers) -> Done {
        let count = self.0.typed.count();
        let was_all = state.is_all;

        let place = match key.as_ref() {
            Key::Named(Named::Enter) => return Done::Submitted,
            Key::Named(Named::Backspace) if modifiers.command() => {
                state.is_all = true;
                return self.erase(state, true);
            }
            Key::Named(Named::Backspace) => return self.erase(state, true),
            Key::Named(Named::Delete) => return self.erase(state, false),
            Key::Named(Named::Home) => 0,
            Key::Named(Named::End) => count,
            Key::Named(Named::ArrowLeft) if was_all => 0,
            Key::Named(Named::ArrowRight) if was_all => count,
            Key::Named(Named::ArrowLeft) => state.caret.saturating_sub(1),
            Key::Named(Named::ArrowRight) => (state.caret + 1).min(count),
            _ => return Done::Ignored,
        };

        state.is_all = false;
        state.caret = place;

        Done::Moved
    }

    /// Ctrl+A and Ctrl+V. There is no copying and no cutting.
    fn on_command(&self, state: &mut State, letter: char, clipboard: &mut dyn Clipboard) -> Done {
        match letter {
            'a' => {
                state.is_all = !self.0.typed.is_empty();

                Done::Moved
            }
            'v' => match clipboard.read(Kind::Standard) {
                Some(mut words) => {
                    let done = self.write(state, words.trim_end_matches(['\r', '\n']));

                    words.zeroize();
                    done
                }
                None => Done::Moved,
            },
            // taken, so that nothing else copies either
            'c' | 'x' => Done::Moved,
            _ => Done::Ignored,
        }
    }

    pub(super) fn read(&self, state: &mut State, event: &KeyEvent, clipboard: &mut dyn Clipboard) -> Done {
        let KeyEvent::KeyPressed {
            key,
            physical_key,
            modifiers,
            text,
            ..
        } = event
        else {
            return Done::Ignored;
        };

        state.caret = state.caret.min(self.0.typed.count());

        if modifiers.command()
            && !modifiers.alt()
            && let Some(letter) = key.to_latin(*physical_key)
        {
            return self.on_command(state, letter.to_ascii_lowercase(), clipboard);
        }

        match (self.on_key(state, key, *modifiers), text) {
            (Done::Ignored, Some(text)) if text.chars().any(|letter| !letter.is_control()) => self.write(state, text),
            (done, _) => done,
        }
    }
}
