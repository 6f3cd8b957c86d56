//! Colours, sizes and distances. Screens use these names and never a number or a colour of their own.
//!
//! The chosen palette travels inside iced's own theme, under its name, so that a style only asks
//! [`palette`] and a view never carries colours around.
pub mod face;
mod look;
pub mod palette;

pub use face::{Face, Ink, Paint, State};
pub use look::{Direction, Look, Shade};
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
