//! The faces text may be set in, in the order in which they are tried.
//!
//! The two of Daypack Sans always come first. Behind them stand those for scripts that they lack; each
//! letter takes the first family that has a glyph for it, so a set decides alone what can be printed.
use super::{BOLD, Face, Pen, REGULAR, Stroke};

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::DrawSettings;
use skrifa::{FontRef, GlyphId, MetadataProvider};

use std::sync::{Arc, LazyLock};

static BUILT_IN: LazyLock<Set> = LazyLock::new(|| Set::with(&[]).unwrap_or_default());

/// Faces, in the order in which they are tried. Cheap to clone.
#[derive(Clone, Default)]
pub struct Set(Arc<[Loaded]>);

struct Loaded {
    bytes: &'static [u8],
    font: FontRef<'static>,
    covered: Charmap<'static>,
}

impl Set {
    /// The faces that are compiled in.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The built-in faces, and behind them `others`, each a whole TrueType or OpenType file.
    ///
    /// Nothing when one of them cannot be read, or when there are more than 250.
    pub fn with(others: &[&'static [u8]]) -> Option<Self> {
        if others.len() > 250 {
            return None;
        }

        [REGULAR, BOLD]
            .iter()
            .chain(others)
            .map(Loaded::read)
            .collect::<Option<Arc<[Loaded]>>>()
            .map(Self)
    }

    /// Every face, in order.
    pub fn faces(&self) -> impl Iterator<Item = Face> {
        (0..self.0.len()).filter_map(face)
    }

    /// The face as a file. Empty for a face that is not of this set.
    pub fn bytes(&self, face: Face) -> &'static [u8] {
        self.loaded(face).map_or(&[], |loaded| loaded.bytes)
    }

    /// Whether `character` has a glyph in one of the faces. Line ends and tabs have none.
    pub fn covers(&self, character: char) -> bool {
        self.0.iter().any(|loaded| loaded.covered.map(character).is_some())
    }

    /// The outline of `glyph` in `face`, `size` units to the em. Empty for a space and for a glyph that is
    /// not there.
    pub fn outline(&self, face: Face, glyph: u16, size: f32) -> Vec<Stroke> {
        let Some(outline) = self
            .loaded(face)
            .and_then(|loaded| loaded.font.outline_glyphs().get(GlyphId::from(glyph)))
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

    fn loaded(&self, face: Face) -> Option<&Loaded> {
        let index = match face {
            Face::Regular => 0,
            Face::Bold => 1,
            Face::Other(number) => usize::from(number) + 2,
        };

        self.0.get(index)
    }
}

impl Loaded {
    fn read(bytes: &&'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;

        Some(Self {
            bytes,
            covered: font.charmap(),
            font,
        })
    }
}

/// The name of the face at that place of a set.
fn face(index: usize) -> Option<Face> {
    match index {
        0 => Some(Face::Regular),
        1 => Some(Face::Bold),
        index => u8::try_from(index - 2).ok().map(Face::Other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_cover_the_same_characters() {
        let covered = |face: Face| -> Vec<u32> {
            Set::built_in()
                .loaded(face)
                .map(|loaded| loaded.covered.mappings().map(|(character, _)| character).collect())
                .unwrap_or_default()
        };

        assert!(covered(Face::Regular).len() > 1_500);
        assert_eq!(covered(Face::Regular), covered(Face::Bold));
    }

    #[test]
    fn every_face_of_a_set_has_a_name_that_leads_back_to_it() {
        let set = Set::with(&[BOLD, REGULAR]).unwrap();
        let faces: Vec<Face> = set.faces().collect();
        let files: Vec<bool> = faces.iter().map(|face| set.bytes(*face) == BOLD).collect();

        assert_eq!(faces, [Face::Regular, Face::Bold, Face::Other(0), Face::Other(1)]);
        assert_eq!(files, [false, true, true, false]);
        assert!(set.bytes(Face::Other(2)).is_empty());
    }

    #[test]
    fn what_is_no_font_makes_no_set() {
        assert!(Set::with(&[b"no font at all"]).is_none());
        assert!(Set::with(&[REGULAR; 251]).is_none());
    }

    #[test]
    fn a_letter_has_an_outline_above_the_baseline() {
        let set = Set::built_in();
        let glyph = |character: char| {
            set.loaded(Face::Bold)
                .and_then(|loaded| loaded.covered.map(character))
                .and_then(|glyph| u16::try_from(glyph.to_u32()).ok())
                .unwrap()
        };
        let outline_of = |character: char| set.outline(Face::Bold, glyph(character), 10.0);
        let highest = outline_of('I')
            .iter()
            .filter_map(|stroke| match *stroke {
                Stroke::Move(_, y) | Stroke::Line(_, y) => Some(y),
                Stroke::Quad(..) | Stroke::Cubic(..) | Stroke::Close => None,
            })
            .fold(0.0, f32::min);

        assert!((-8.0..-6.0).contains(&highest), "{highest}");
        assert!(outline_of(' ').is_empty());
        assert!(set.outline(Face::Regular, u16::MAX, 10.0).is_empty());
        assert!(set.outline(Face::Other(0), glyph('I'), 10.0).is_empty());
    }
}
