//! Colours, sizes and distances. Screens use these names and never a number or a colour of their own.
//!
//! The chosen palette travels inside iced's own theme, under its name, so that a style only asks
//! [`palette`] and a view never carries colours around.
pub mod face;
pub mod palette;

pub use face::{Face, Ink, Paint, State};
pub use palette::Palette;

use iced::font::{Family, Weight};
use iced::widget::text;
use iced::{Color, Font, Theme};

/// Distances between things, in logical pixels.
pub mod space {
    /// Between an icon and its word.
    pub const XS: f32 = 4.0;
    /// Between things that belong together.
    pub const S: f32 = 8.0;
    /// Inside a card, and between cards.
    pub const M: f32 = 16.0;
    /// Above a heading.
    pub const L: f32 = 24.0;
    /// Between parts of a page.
    pub const XL: f32 = 40.0;
}

/// Text sizes, and the few fixed measures of the page, in logical pixels.
pub mod size {
    /// Second voice: captions, badges, where you are.
    pub const CAPTION: f32 = 13.0;
    /// Everything one reads.
    pub const BODY: f32 = 16.0;
    /// The sentence under a title.
    pub const LEAD: f32 = 18.0;
    /// The name of a part of a page.
    pub const HEADING: f32 = 22.0;
    /// The name of a page.
    pub const TITLE: f32 = 28.0;
    /// The least height of anything that can be pressed.
    pub const TARGET: f32 = 44.0;
    /// The widest column of text: about seventy characters.
    pub const COLUMN: f32 = 620.0;
    /// From this width on, a page may show a quiet second column.
    pub const WIDE: f32 = 1100.0;
    /// Height of a line of text, as a part of its size.
    pub const LINE: f32 = 1.45;
    /// Rounding of corners.
    pub const CORNER: f32 = 8.0;
}

/// The family on screen and on paper.
pub const FONT: Font = Font {
    family: Family::Name("Daypack Sans"),
    ..Font::DEFAULT
};

/// The same family, for headings and the names of things.
pub const BOLD: Font = Font {
    weight: Weight::Bold,
    ..FONT
};

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

/// The palette inside a theme made by [`Look::theme`]; the light one for any other theme.
#[must_use]
pub fn palette(theme: &Theme) -> &'static Palette {
    let name = iced::theme::Base::name(theme);

    Shade::ALL
        .into_iter()
        .map(Shade::palette)
        .find(|palette| palette.name == name)
        .unwrap_or(&palette::LIGHT)
}

/// The window's own colours, for iced's application builder.
#[must_use]
pub fn window(theme: &Theme) -> iced::theme::Style {
    let palette = palette(theme);

    iced::theme::Style {
        background_color: palette.bg,
        text_color: palette.ink,
    }
}

const fn text_in(color: Color) -> text::Style {
    text::Style { color: Some(color) }
}

/// Text as everything around it.
#[must_use]
pub fn plain(theme: &Theme) -> text::Style {
    text_in(palette(theme).ink)
}

/// Text in the second voice.
#[must_use]
pub fn soft(theme: &Theme) -> text::Style {
    text_in(palette(theme).soft)
}

/// Text that asks to be careful.
#[must_use]
pub fn caution(theme: &Theme) -> text::Style {
    text_in(palette(theme).caution)
}

/// Text about what is severe or cannot be undone.
#[must_use]
pub fn severe(theme: &Theme) -> text::Style {
    text_in(palette(theme).severe)
}

/// Text in the colour of the main action.
#[must_use]
pub fn primary(theme: &Theme) -> text::Style {
    text_in(palette(theme).primary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_carries_its_palette_by_name() {
        for shade in Shade::ALL {
            let look = Look {
                shade,
                ..Look::default()
            };

            assert_eq!(palette(&look.theme()).name, shade.palette().name);
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
