//! How a thing one can press looks, in each of its states.
//!
//! One function decides, so that a test can walk every face in every state and measure it.
use super::palette::Palette;

use iced::Color;

/// What kind of thing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// The one main action of a page.
    Primary,
    /// Any other action.
    Secondary,
    /// An action beside others: the top line, a row's own verbs.
    Quiet,
    /// An action inside text, told by its underline.
    Link,
    /// What cannot be undone.
    Severe,
    /// A card; `true` when it is the chosen one.
    Card(bool),
    /// A row without a frame, such as a folded item.
    Row,
    /// Nothing of its own: the content draws everything.
    Bare,
}

/// What is happening to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// Nothing.
    #[default]
    Rest,
    /// The pointer is over it.
    Pointed,
    /// It is held down.
    Pressed,
    /// It cannot be used now.
    Disabled,
}

/// A voice for text that stands on a face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ink {
    /// As everything around it.
    #[default]
    Plain,
    /// The second voice.
    Soft,
    /// The colour of the main action.
    Primary,
    /// "Careful".
    Caution,
    /// Severe, or not to be undone.
    Severe,
}

impl Ink {
    /// The colour of this voice.
    #[must_use]
    pub const fn color(self, palette: &Palette) -> Color {
        match self {
            Self::Plain => palette.ink,
            Self::Soft => palette.soft,
            Self::Primary => palette.primary,
            Self::Caution => palette.caution,
            Self::Severe => palette.severe,
        }
    }
}

/// What to paint: nothing where it says nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paint {
    /// The fill.
    pub back: Option<Color>,
    /// The frame, and its width.
    pub edge: Option<(Color, f32)>,
    /// The text and the icons on it.
    pub ink: Color,
    /// Whether a line runs under it.
    pub is_underlined: bool,
}

impl Face {
    /// Decides what to paint.
    #[must_use]
    pub fn paint(self, p: &Palette, state: State) -> Paint {
        let is_lit = matches!(state, State::Pointed | State::Pressed);
        let lit = |rest| if is_lit { Some(p.hover) } else { rest };
        // in high contrast a fill cannot change, so the frame does
        let stroke = if is_lit && p.stroke > 1.0 {
            p.stroke + 1.0
        } else {
            p.stroke
        };
        let paint = |back, edge: Option<Color>, ink| Paint {
            back,
            edge: edge.map(|color| (color, stroke)),
            ink,
            is_underlined: false,
        };

        if state == State::Disabled {
            let has_frame = !matches!(self, Self::Quiet | Self::Link | Self::Row | Self::Bare);

            // in high contrast no line is fainter than another: what cannot be pressed has none
            return paint(None, (has_frame && p.stroke < 2.0).then_some(p.line), p.soft);
        }

        match self {
            Self::Primary => paint(
                Some(if is_lit { p.primary_hover } else { p.primary }),
                Some(p.primary),
                p.on_primary,
            ),
            Self::Secondary => paint(lit(Some(p.card)), Some(p.edge), p.ink),
            Self::Quiet | Self::Row => Paint {
                is_underlined: is_lit && p.stroke > 1.0,
                ..paint(lit(None), None, p.ink)
            },
            Self::Link => Paint {
                is_underlined: true,
                ..paint(lit(None), None, p.primary)
            },
            Self::Severe => paint(lit(Some(p.severe_tint)), Some(p.severe), p.severe),
            Self::Card(false) => paint(lit(Some(p.card)), Some(p.edge), p.ink),
            Self::Card(true) => Paint {
                edge: Some((p.primary, stroke * 2.0)),
                ..paint(Some(p.tint), None, p.ink)
            },
            Self::Bare => paint(None, None, p.ink),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::gui::theme::Shade;
    use crate::gui::theme::palette::contrast;

    const FACES: [Face; 9] = [
        Face::Primary,
        Face::Secondary,
        Face::Quiet,
        Face::Link,
        Face::Severe,
        Face::Card(false),
        Face::Card(true),
        Face::Row,
        Face::Bare,
    ];

    #[test]
    fn every_face_can_be_read_in_every_state() {
        for palette in Shade::ALL.map(Shade::palette) {
            for face in FACES {
                for state in [State::Rest, State::Pointed, State::Pressed, State::Disabled] {
                    let paint = face.paint(palette, state);

                    for page in [palette.bg, palette.card] {
                        let found = contrast(paint.ink, paint.back.unwrap_or(page));

                        assert!(found >= 7.0, "{}, {face:?} {state:?}: {found:.2}", palette.name);
                    }
                }
            }
        }
    }

    #[test]
    fn every_frame_of_something_to_press_can_be_seen() {
        for palette in Shade::ALL.map(Shade::palette) {
            for face in FACES {
                if let Some((edge, _)) = face.paint(palette, State::Rest).edge {
                    for page in [palette.bg, palette.card] {
                        let found = contrast(edge, page);

                        assert!(found >= 3.0, "{}, {face:?}: {found:.2}", palette.name);
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_chosen_is_told_by_more_than_colour() {
        for palette in Shade::ALL.map(Shade::palette) {
            let width = |face: Face| face.paint(palette, State::Rest).edge.map(|(_, width)| width);

            assert!(width(Face::Card(true)) > width(Face::Card(false)), "{}", palette.name);
        }
    }

    #[test]
    fn what_cannot_be_pressed_looks_different() {
        for palette in Shade::ALL.map(Shade::palette) {
            for face in [Face::Primary, Face::Secondary, Face::Severe, Face::Card(false)] {
                let (rest, disabled) = (face.paint(palette, State::Rest), face.paint(palette, State::Disabled));

                assert_ne!(rest.edge, disabled.edge, "{}, {face:?}", palette.name);
            }
        }
    }
}
