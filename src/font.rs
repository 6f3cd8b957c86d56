//! The embedded faces, and what they cover: one copy for screen and paper.
//!
//! No font of the system is ever asked for. What a person reads here looks the same everywhere, and a
//! printed page does not tell which fonts the computer had.
mod set;

use skrifa::outline::OutlinePen;

pub use set::Set;

/// Daypack Sans Regular, as a TrueType file.
pub const REGULAR: &[u8] = include_bytes!("../assets/fonts/DaypackSans-Regular.ttf");

/// Daypack Sans Bold, as a TrueType file.
pub const BOLD: &[u8] = include_bytes!("../assets/fonts/DaypackSans-Bold.ttf");

/// The name of the family both faces belong to.
pub const FAMILY: &str = "Daypack Sans";

/// A face of a [`Set`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    /// For everything that is read.
    Regular,
    /// For headings and the names of things.
    Bold,
    /// One that has what those two lack, counted from 0.
    Other(u8),
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

/// Whether `character` has a glyph in the built-in faces. Line ends and tabs have none.
pub fn covers(character: char) -> bool {
    Set::built_in().covers(character)
}

/// The outline of `glyph` in a built-in `face`, `size` units to the em: see [`Set::outline`].
pub fn outline(face: Face, glyph: u16, size: f32) -> Vec<Stroke> {
    Set::built_in().outline(face, glyph, size)
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
    fn the_scripts_of_the_first_languages_are_covered() {
        for character in "Aaßčłøğ ỆộươĐ Ωάῷ Жщіїґ …–—‘’“”›‹•·×½€№→≤\u{a0}\u{2011}\u{2068}\u{2069}".chars()
        {
            assert!(covers(character), "{character} {:04x}", u32::from(character));
        }

        for character in "\n\t☐✓😀ع中".chars() {
            assert!(!covers(character), "{character}");
        }
    }
}
