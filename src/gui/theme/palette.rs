//! The four palettes, and the arithmetic that proves they can be read.
//!
//! Colours have roles, not hues; a role says what it is for and which other role it stands on.
use iced::{Color, color};

/// The colours of one look, by role.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Palette {
    /// What iced's theme is called while this palette is in use.
    pub name: &'static str,
    /// The page.
    pub bg: Color,
    /// Raised areas and fields.
    pub card: Color,
    /// A card under the pointer.
    pub hover: Color,
    /// Text.
    pub ink: Color,
    /// Second voice, captions.
    pub soft: Color,
    /// Hairlines that mean nothing alone.
    pub line: Color,
    /// Borders of fields, boxes, cards one can press.
    pub edge: Color,
    /// The one main action, and chosen answers.
    pub primary: Color,
    /// The main action under the pointer.
    pub primary_hover: Color,
    /// Text on the main action.
    pub on_primary: Color,
    /// Background of what is chosen.
    pub tint: Color,
    /// "Careful", low confidence, stale.
    pub caution: Color,
    /// Background of a caution.
    pub caution_tint: Color,
    /// Severe risk, and what cannot be undone.
    pub severe: Color,
    /// Background of what is severe.
    pub severe_tint: Color,
    /// The ring around what the keyboard is at.
    pub focus: Color,
    /// Width of borders, in logical pixels.
    pub stroke: f32,
}

impl Palette {
    /// What lies behind selected text. Faint enough that the text on it still stands out.
    #[must_use]
    pub const fn selection(&self) -> Color {
        Color { a: 0.25, ..self.focus }
    }
}

/// Dark ink on good paper.
pub const LIGHT: Palette = Palette {
    name: "daypack light",
    bg: color!(0xFAF8F4),
    card: color!(0xFFFFFF),
    hover: color!(0xF5F3EE),
    ink: color!(0x1B2124),
    soft: color!(0x4A5358),
    line: color!(0xC9C4BA),
    edge: color!(0x6F767A),
    primary: color!(0x0A4F4B),
    primary_hover: color!(0x083E3B),
    on_primary: color!(0xFFFFFF),
    tint: color!(0xE3EFEC),
    caution: color!(0x6B4300),
    caution_tint: color!(0xFBF0DA),
    severe: color!(0x84160F),
    severe_tint: color!(0xFBE6E3),
    focus: color!(0x1747B5),
    stroke: 1.0,
};

/// Light ink on a dark page.
pub const DARK: Palette = Palette {
    name: "daypack dark",
    bg: color!(0x14181A),
    card: color!(0x1D2326),
    hover: color!(0x262D30),
    ink: color!(0xECEFEF),
    soft: color!(0xB4BEC0),
    line: color!(0x3C464A),
    edge: color!(0x8A9498),
    primary: color!(0x8FD6CC),
    primary_hover: color!(0xADE5DD),
    on_primary: color!(0x0B1F1D),
    tint: color!(0x1F3532),
    caution: color!(0xF3C478),
    caution_tint: color!(0x33291A),
    severe: color!(0xFFB0A8),
    severe_tint: color!(0x3A2220),
    focus: color!(0x9DC1FF),
    stroke: 1.0,
};

/// Black on white.
pub const CONTRAST_LIGHT: Palette = Palette {
    name: "daypack contrast light",
    bg: Color::WHITE,
    card: Color::WHITE,
    hover: Color::WHITE,
    ink: Color::BLACK,
    soft: Color::BLACK,
    line: Color::BLACK,
    edge: Color::BLACK,
    primary: Color::BLACK,
    primary_hover: Color::BLACK,
    on_primary: Color::WHITE,
    tint: Color::WHITE,
    caution: Color::BLACK,
    caution_tint: Color::WHITE,
    severe: Color::BLACK,
    severe_tint: Color::WHITE,
    focus: color!(0x0033CC),
    stroke: 2.0,
};

/// White on black.
pub const CONTRAST_DARK: Palette = Palette {
    name: "daypack contrast dark",
    bg: Color::BLACK,
    card: Color::BLACK,
    hover: Color::BLACK,
    ink: Color::WHITE,
    soft: Color::WHITE,
    line: Color::WHITE,
    edge: Color::WHITE,
    primary: Color::WHITE,
    primary_hover: Color::WHITE,
    on_primary: Color::BLACK,
    tint: Color::BLACK,
    caution: Color::WHITE,
    caution_tint: Color::BLACK,
    severe: Color::WHITE,
    severe_tint: Color::BLACK,
    focus: color!(0xFFD400),
    stroke: 2.0,
};

/// How far two colours stand apart, from 1 to 21, as WCAG 2 measures it.
#[must_use]
pub fn contrast(one: Color, other: Color) -> f32 {
    let (one, other) = (luminance(one), luminance(other));

    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(color: Color) -> f32 {
    let linear = |part: f32| {
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };

    0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::gui::theme::Shade;

    const TEXT: f32 = 7.0;
    const SHAPE: f32 = 3.0;

    /// Every text role with each background it is written on.
    fn texts(p: &Palette) -> Vec<(&'static str, Color, Color)> {
        let mut pairs = vec![
            ("caution on its tint", p.caution, p.caution_tint),
            ("severe on its tint", p.severe, p.severe_tint),
            ("soft on a caution", p.ink, p.caution_tint),
            ("ink on severe", p.ink, p.severe_tint),
            ("on primary", p.on_primary, p.primary),
            ("on primary, pointed at", p.on_primary, p.primary_hover),
        ];

        for (name, back) in [("page", p.bg), ("card", p.card), ("hover", p.hover), ("tint", p.tint)] {
            pairs.extend([
                (name, p.ink, back),
                (name, p.primary, back),
                (name, p.severe, back),
                (name, p.caution, back),
            ]);
        }

        for (name, back) in [("page", p.bg), ("card", p.card), ("hover", p.hover)] {
            pairs.push((name, p.soft, back));
        }

        pairs
    }

    #[test]
    fn every_text_stands_out_seven_to_one() {
        for shade in Shade::ALL {
            let palette = shade.palette();

            for (name, ink, back) in texts(palette) {
                let found = contrast(ink, back);

                assert!(found >= TEXT, "{}, {name}: {found:.2}", palette.name);
            }
        }
    }

    #[test]
    fn edges_and_the_ring_stand_out_three_to_one() {
        for shade in Shade::ALL {
            let p = shade.palette();

            for back in [p.bg, p.card] {
                assert!(contrast(p.edge, back) >= SHAPE, "{}: edge", p.name);
                assert!(contrast(p.focus, back) >= SHAPE, "{}: ring", p.name);
            }
        }
    }

    #[test]
    fn selected_text_can_still_be_read() {
        for shade in Shade::ALL {
            let p = shade.palette();
            let over = p.selection();
            let mix = |under: f32, over: f32| under * 0.75 + over * 0.25;
            let back = Color::from_rgb(mix(p.card.r, over.r), mix(p.card.g, over.g), mix(p.card.b, over.b));
            let found = contrast(p.ink, back);

            assert!(found >= TEXT, "{}: {found:.2}", p.name);
        }
    }

    #[test]
    fn contrast_is_measured_as_the_standard_says() {
        assert!((contrast(Color::BLACK, Color::WHITE) - 21.0).abs() < 0.01);
        assert!((contrast(color!(0x777777), Color::WHITE) - 4.48).abs() < 0.01);
    }
}
