//! What is around every part: the gallery's own settings, and its two languages.
use super::{Gallery, Message, Part};
use crate::gui::theme::{Direction, Shade};
use crate::gui::widget::{Icon, Page, page, primary, quiet, stepper, tabs};

impl Gallery {
    /// Starts a page with the gallery's own settings on it.
    pub(super) fn page(&self, id: &'static str, title: &str) -> Page<'_, Message> {
        let views = |names: &[(&str, Message)]| {
            names
                .iter()
                .map(|(name, message)| (self.say(name), message.clone()))
                .collect()
        };
        let parts = views(&[
            ("Answers", Message::Show(Part::Answers)),
            ("Plan", Message::Show(Part::Plan)),
            ("Risks", Message::Show(Part::Risks)),
            ("Forms", Message::Show(Part::Forms)),
        ]);
        let shades = views(&[
            ("Light", Message::Shade(Shade::Light)),
            ("Dark", Message::Shade(Shade::Dark)),
            ("Black on white", Message::Shade(Shade::ContrastLight)),
            ("White on black", Message::Shade(Shade::ContrastDark)),
        ]);
        let part = Part::ALL.iter().position(|part| *part == self.part).unwrap_or(0);
        let shade = Shade::ALL
            .iter()
            .position(|shade| *shade == self.look.shade)
            .unwrap_or(0);
        let (less, more) = (self.look.smaller(), self.look.larger());

        page(id, self.say(title))
            .here(self.say("Gallery"))
            .hand(quiet(self.say("Lock")).icon(Icon::Lock).on_press(Message::Rest))
            .hand(quiet(self.say("Menu")).icon(Icon::Menu).on_press(Message::Ask(true)))
            .push(tabs(self.say("Part"), parts, part))
            .push(tabs(self.say("Colours"), shades, shade))
            .push(stepper(
                self.say("Text size"),
                format!("{} %", self.look.text),
                (
                    self.say("Smaller text"),
                    (less != self.look).then_some(Message::Resize(less)),
                ),
                (
                    self.say("Larger text"),
                    (more != self.look).then_some(Message::Resize(more)),
                ),
            ))
            .push(tabs(
                self.say("Words"),
                views(&[("English", Message::Speak(false)), ("Made-up", Message::Speak(true))]),
                usize::from(self.is_long),
            ))
            .push(tabs(
                self.say("Direction"),
                views(&[
                    ("Left to right", Message::Turn(Direction::LeftToRight)),
                    ("Right to left", Message::Turn(Direction::RightToLeft)),
                ]),
                usize::from(self.look.direction == Direction::RightToLeft),
            ))
            .action(quiet(self.say("Skip")).on_press(Message::Rest))
            .primary(primary(self.say("Next")).on_press(Message::Rest))
    }

    /// The words in the chosen language: the made-up one is about half as long again.
    pub(super) fn say(&self, words: &str) -> String {
        if !self.is_long {
            return words.to_owned();
        }

        words
            .chars()
            .flat_map(|letter| match letter {
                'a' => vec!['ā', 'à'],
                'e' => vec!['ē', 'é'],
                'i' => vec!['ī', 'ì'],
                'o' => vec!['ō', 'ö'],
                'u' => vec!['ū', 'ü'],
                's' => vec!['ŝ', 'š'],
                other => vec![other],
            })
            .collect()
    }
}
