//! How everything looks: what the person chose in the settings.
use super::palette::{self, Palette};

use iced::Theme;

/// Which way a line of the chosen language runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// From left to right.
    #[default]
    LeftToRight,
    /// From right to left: the whole page is mirrored.
    RightToLeft,
}

/// The four looks a person can choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shade {
    /// Dark ink on good paper.
    #[default]
    Light,
    /// Light ink on a dark page.
    Dark,
    /// Black on white, nothing in between.
    ContrastLight,
    /// White on black, nothing in between.
    ContrastDark,
}

impl Shade {
    /// Every shade, in the order settings list them.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::ContrastLight, Self::ContrastDark];

    /// The colours of this shade.
    #[must_use]
    pub const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &palette::LIGHT,
            Self::Dark => &palette::DARK,
            Self::ContrastLight => &palette::CONTRAST_LIGHT,
            Self::ContrastDark => &palette::CONTRAST_DARK,
        }
    }
}

/// How everything looks: what the person chose in the settings, or our first guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub shade: Shade,
    /// The way lines run.
    pub direction: Direction,
    /// The size of text and everything around it, in percent from 80 to 200.
    pub text: u16,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            shade: Shade::default(),
            direction: Direction::default(),
            text: 100,
        }
    }
}

impl Look {
    /// The steps of the text size, in percent.
    pub const STEPS: [u16; 7] = [80, 90, 100, 125, 150, 175, 200];

    /// The same look, one step larger.
    #[must_use]
    pub fn larger(self) -> Self {
        let text = Self::STEPS
            .into_iter()
            .find(|step| *step > self.text)
            .unwrap_or(self.text);

        Self { text, ..self }
    }

    /// The same look, one step smaller.
    #[must_use]
    pub fn smaller(self) -> Self {
        let text = Self::STEPS
            .into_iter()
            .rev()
            .find(|step| *step < self.text)
            .unwrap_or(self.text);

        Self { text, ..self }
    }

    /// What iced multiplies every length with.
    #[must_use]
    pub fn scale(self) -> f32 {
        f32::from(self.text.clamp(80, 200)) / 100.0
    }

    /// The theme that carries this look's colours to every style.
    #[must_use]
    pub fn theme(self) -> Theme {
        let palette = self.shade.palette();

        Theme::custom(
            palette.name,
            iced::theme::Palette {
                background: palette.bg,
                text: palette.ink,
                primary: palette.primary,
                success: palette.primary,
                warning: palette.caution,
                danger: palette.severe,
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::gui::theme;

    #[test]
    fn a_theme_carries_its_palette_by_name() {
        for shade in Shade::ALL {
            let look = Look {
                shade,
                ..Look::default()
            };

            assert_eq!(theme::palette(&look.theme()).name, shade.palette().name);
        }
    }

    #[test]
    fn text_grows_to_two_hundred_and_shrinks_to_eighty_percent() {
        let mut look = Look::default();

        for _ in 0..20 {
            look = look.larger();
        }

        assert_eq!(look.text, 200);

        for _ in 0..20 {
            look = look.smaller();
        }

        assert_eq!(look.text, 80);
    }
}
