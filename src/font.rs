//! The embedded faces, and what they cover: one copy for screen and paper.
//!
//! No font of the system is ever asked for. What a person reads here looks the same everywhere, and a
//! printed page does not tell which fonts the computer had.
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use std::sync::LazyLock;

/// Daypack Sans Regular, as a TrueType file.
pub const REGULAR: &[u8] = include_bytes!("../assets/fonts/DaypackSans-Regular.ttf");

/// Daypack Sans Bold, as a TrueType file.
pub const BOLD: &[u8] = include_bytes!("../assets/fonts/DaypackSans-Bold.ttf");

/// The name of the family both faces belong to.
pub const FAMILY: &str = "Daypack Sans";

static PARSED: LazyLock<Option<Parsed>> = LazyLock::new(Parsed::new);

/// One of the two faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    /// For everything that is read.
    Regular,
    /// For headings and the names of things.
    Bold,
}

/// A piece of the outline of a glyph: right is positive, down is positive, the baseline is 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Stroke {
    /// Lifts the pen and goes there.
    Move(f32, f32),
    /// A straight line.
    Line(f32, f32),
    /// A curve with one control point, which comes first.
    Quad(f32, f32, f32, f32),
    /// A curve with two control points, which come first.
    Cubic(f32, f32, f32, f32, f32, f32),
    /// Back to where the last `Move` went.
    Close,
}

struct Parsed {
    regular: FontRef<'static>,
    bold: FontRef<'static>,
    covered: Charmap<'static>,
}

impl Parsed {
    fn new() -> Option<Self> {
        let regular = FontRef::new(REGULAR).ok()?;
        let bold = FontRef::new(BOLD).ok()?;

        Some(Self {
            covered: regular.charmap(),
            regular,
            bold,
        })
    }
}

impl Face {
    /// The face as a TrueType file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Bold => BOLD,
        }
    }

    fn parsed(self) -> Option<&'static FontRef<'static>> {
        let parsed = PARSED.as_ref()?;

        Some(match self {
            Self::Regular => &parsed.regular,
            Self::Bold => &parsed.bold,
        })
    }
}

/// Whether `character` has a glyph, in both faces. Line ends and tabs have none.
pub fn covers(character: char) -> bool {
    PARSED
        .as_ref()
        .is_some_and(|parsed| parsed.covered.map(character).is_some())
}

/// The outline of `glyph` in `face`, `size` units to the em. Empty for a space and for a glyph that is not there.
pub fn outline(face: Face, glyph: u16, size: f32) -> Vec<Stroke> {
    let Some(outline) = face
        .parsed()
        .and_then(|font| font.outline_glyphs().get(GlyphId::from(glyph)))
    else {
        return Vec::new();
    };
    let mut pen = Pen(Vec::new());

    match outline.draw(
        DrawSettings::unhinted(Size::new(size), LocationRef::default()),
        &mut pen,
    ) {
        Ok(_) => pen.0,
        Err(_) => Vec::new(),
    }
}

/// Collects an outline. Fonts count upwards, pages and windows downwards: every `y` is turned here.
struct Pen(Vec<Stroke>);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push(Stroke::Move(x, -y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push(Stroke::Line(x, -y));
    }

    fn quad_to(&mut self, control_x: f32, control_y: f32, x: f32, y: f32) {
        self.0.push(Stroke::Quad(control_x, -control_y, x, -y));
    }

    fn curve_to(&mut self, first_x: f32, first_y: f32, second_x: f32, second_y: f32, x: f32, y: f32) {
        self.0
            .push(Stroke::Cubic(first_x, -first_y, second_x, -second_y, x, -y));
    }

    fn close(&mut self) {
        self.0.push(Stroke::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_cover_the_same_characters() {
        let covered = |face: Face| -> Vec<u32> {
            face.parsed()
                .map(|font| font.charmap().mappings().map(|(character, _)| character).collect())
                .unwrap_or_default()
        };

        assert!(covered(Face::Regular).len() > 1_500);
        assert_eq!(covered(Face::Regular), covered(Face::Bold));
    }

    #[test]
    fn the_scripts_of_the_first_languages_are_covered() {
        for character in "Aaßčłøğ ỆộươĐ Ωάῷ Жщіїґ …–—‘’“”›‹•·×½€№→≤\u{a0}\u{2011}\u{2068}\u{2069}".chars()
        {
            assert!(covers(character), "{character} {:04x}", u32::from(character));
        }

        for character in "\n\t☐✓😀ع中".chars() {
            assert!(!covers(character), "{character}");
        }
    }

    #[test]
    fn a_letter_has_an_outline_above_the_baseline() {
        let glyph = |character: char| {
            PARSED
                .as_ref()
                .and_then(|parsed| parsed.covered.map(character))
                .and_then(|glyph| u16::try_from(glyph.to_u32()).ok())
                .unwrap()
        };
        let outline_of = |character: char| outline(Face::Bold, glyph(character), 10.0);
        let highest = outline_of('I')
            .iter()
            .filter_map(|stroke| match *stroke {
                Stroke::Move(_, y) | Stroke::Line(_, y) => Some(y),
                Stroke::Quad(..) | Stroke::Cubic(..) | Stroke::Close => None,
            })
            .fold(0.0, f32::min);

        assert!((-8.0..-6.0).contains(&highest), "{highest}");
        assert!(outline_of(' ').is_empty());
        assert!(outline(Face::Regular, u16::MAX, 10.0).is_empty());
    }
}
