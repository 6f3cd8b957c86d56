//! Writes pages as a PDF: tagged for screen readers, fonts embedded and reduced to what is used.
//!
//! It says its title and its language, and nothing about who made it, with what, when or where: no
//! author, no producer, no dates, no description apart from the pages. The same pages give the same
//! bytes. Conformance to a standard is not claimed in the file; the tests hold it to one.
mod tree;
mod valid;
mod writer;

pub use writer::Writer;

use super::Error;
use super::page::{Code, DASH, Line, Mark, Page, Run, Shape, Square, Stroke as Drawn, Turn};
use crate::font::{Face, Set};
use crate::sheet::Sheet;

use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use tree::Tree;

/// The first half of every file's identifier; the second comes from the pages alone.
const DOCUMENT: &str = "list";

/// The file that `pages` of `sheet` become, set in the built-in faces.
///
/// # Errors
/// When a page or a font could not be written down, which no sheet of ours should cause.
pub fn write(pages: &[Page], sheet: &Sheet) -> Result<Vec<u8>, Error> {
    write_in(Set::built_in(), pages, sheet)
}

/// As [`write`], for pages that [`super::layout_in`] set in `faces`.
///
/// # Errors
/// As [`write`].
pub fn write_in(faces: &Set, pages: &[Page], sheet: &Sheet) -> Result<Vec<u8>, Error> {
    write_with(Writer::new(sheet)?.in_faces(faces)?, pages)
}

fn write_with(mut writer: Writer, pages: &[Page]) -> Result<Vec<u8>, Error> {
    pages.iter().try_for_each(|page| writer.page(page))?;

    writer.finish()
}

/// Draws marks that are part of the same thing, and tells the tree.
fn draw_group(group: &[Mark], page: usize, fonts: &Fonts, surface: &mut Surface<'_>, tree: &mut Tree) {
    let Some(first) = group.first() else { return };
    let tag = match (&first.parts, &first.shape) {
        (Some(_), Shape::Text(_)) => ContentTag::Span(SpanTag::empty()),
        (Some(_), _) => ContentTag::Other,
        (None, Shape::Text(_)) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)),
        (None, _) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
    };
    let drawn = surface.start_tagged(tag);

    for mark in group {
        match &mark.shape {
            Shape::Text(run) => text(run, fonts, surface),
            Shape::Line(line) => outlined(straight(line), (line.thickness, line.stroke), surface),
            Shape::Square(square) => outlined(around(square), (square.thickness, Drawn::Solid), surface),
            Shape::Code(code) => filled(modules(code), surface),
        }
    }

    surface.end_tagged();

    if first.parts.is_some() {
        tree.add(group, page, drawn);
    }
}

fn text(run: &Run, fonts: &Fonts, surface: &mut Surface<'_>) {
    let Some(font) = fonts.of(run.face) else { return };
    let em = |thousandths: i32| thousandths as f32 / 1_000.0;
    let glyphs: Vec<KrillaGlyph> = run
        .glyphs
        .iter()
        .map(|glyph| {
            let stands_for = glyph.from as usize..glyph.to as usize;
            let id = GlyphId::new(u32::from(glyph.id));

            KrillaGlyph::new(
                id,
                em(glyph.advance),
                em(glyph.right),
                em(glyph.up),
                0.0,
                stands_for,
                None,
            )
        })
        .collect();
    let start = Point::from_xy(points(run.x), points(run.y));

    surface.set_stroke(None);
    surface.set_fill(Some(Fill::default()));

    if run.turn == Turn::Half {
        surface.push_transform(&Transform::from_row(-1.0, 0.0, 0.0, -1.0, 2.0 * start.x, 2.0 * start.y));
    }

    surface.draw_glyphs(start, &glyphs, font, &run.text, points(run.size), false);

    if run.turn == Turn::Half {
        surface.pop();
    }
}

fn outlined(path: Option<Path>, (thickness, stroke): (i32, Drawn), surface: &mut Surface<'_>) {
    let dash = match stroke {
        Drawn::Solid => None,
        Drawn::Dashed => Some(StrokeDash {
            array: DASH.map(points).to_vec(),
            offset: 0.0,
        }),
    };

    if let Some(path) = path {
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke {
            width: points(thickness),
            dash,
            ..Stroke::default()
        }));
        surface.draw_path(&path);
    }
}

fn filled(path: Option<Path>, surface: &mut Surface<'_>) {
    if let Some(path) = path {
        surface.set_stroke(None);
        surface.set_fill(Some(Fill::default()));
        surface.draw_path(&path);
    }
}

/// What is dark of a code, as one path.
fn modules(code: &Code) -> Option<Path> {
    let mut path = PathBuilder::new();

    for corners in code.outlines() {
        let mut corners = corners.into_iter().map(|(x, y)| (points(x), points(y)));

        if let Some((x, y)) = corners.next() {
            path.move_to(x, y);
        }

        corners.for_each(|(x, y)| path.line_to(x, y));
        path.close();
    }

    path.finish()
}

fn straight(line: &Line) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(points(line.from.0), points(line.from.1));
    path.line_to(points(line.to.0), points(line.to.1));

    path.finish()
}

fn around(square: &Square) -> Option<Path> {
    let side = points(square.side);
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(points(square.x), points(square.y), side, side)?);

    path.finish()
}

fn points(hundredths: i32) -> f32 {
    hundredths as f32 / 100.0
}

/// The faces, as the writer wants them. A face that no page uses is not written.
struct Fonts(Vec<(Face, Font)>);

impl Fonts {
    fn new(faces: &Set) -> Result<Self, Error> {
        let font = |face: Face| Font::new(faces.bytes(face).into(), 0).map(|font| (face, font));

        faces
            .faces()
            .map(font)
            .collect::<Option<_>>()
            .map(Self)
            .ok_or(Error::Unwritten)
    }

    fn of(&self, face: Face) -> Option<Font> {
        self.0
            .iter()
            .find(|(known, _)| *known == face)
            .map(|(_, font)| font.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::{Paper, layout};
    use crate::sheet::{Block, Item, Setting, Way};

    use krilla::SerializeSettings;
    use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};

    fn sheet() -> Sheet {
        let way = |on: &str| Way {
            on: on.to_owned(),
            has_box: true,
            steps: vec!["Open it.".to_owned(), "Close it.".to_owned()],
            also: Vec::new(),
            noted: "November 2026.".to_owned(),
        };

        Sheet {
            title: "For the day".to_owned(),
            lang: "en".to_owned(),
            setting: Setting::Normal,
            head: String::new(),
            foot: "{page}/{pages}".to_owned(),
            tick: "Box to tick".to_owned(),
            goes_on: "{title} (continued)".to_owned(),
            blocks: vec![
                Block::Title("For the day".to_owned()),
                Block::Heading("First".to_owned()),
                Block::Item(Item {
                    title: "Lock it".to_owned(),
                    aside: "5 min".to_owned(),
                    why: String::new(),
                    ways: vec![way("One"), way("Other")],
                    also: Vec::new(),
                    blanks: vec!["Before".to_owned()],
                }),
                Block::Page { columns: 2 },
                Block::Heading("Second".to_owned()),
                Block::Subheading("Third".to_owned()),
                Block::Points(vec!["Ўнь, Ξέρω, Ệ".to_owned()]),
                Block::Blanks(vec!["Lawyer".to_owned()]),
            ],
        }
    }

    /// Not claimed in the files we write: this is the library's own validator, not an independent one.
    #[test]
    fn the_validator_for_accessible_files_has_no_objection() {
        let sheet = sheet();
        let pages = layout(&sheet, Paper::A4);
        let written = |builder: ConfigurationBuilder| {
            let settings = SerializeSettings {
                configuration: builder.finish().unwrap(),
                ..SerializeSettings::default()
            };

            write_with(Writer::alone(&sheet, settings).unwrap(), &pages)
        };
        let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);

        assert!(written(accessible).is_ok());

        // The validator does object where something is missing: this one wants a date.
        let archived = ConfigurationBuilder::new().with_archival_validator(Archival::A2_A);
        assert!(written(archived).is_err());
    }

    #[test]
    fn only_the_second_half_of_the_identifier_changes_with_the_pages() {
        let sheet = sheet();
        let identifiers = |paper: Paper| {
            let bytes = write(&layout(&sheet, paper), &sheet).unwrap();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let at = text.find("/ID[").unwrap();
            let mut halves = text[at..].split(['(', ')']);

            (halves.nth(1).unwrap().to_owned(), halves.nth(1).unwrap().to_owned())
        };
        let (a4, letter) = (identifiers(Paper::A4), identifiers(Paper::Letter));

        assert_eq!(a4.0, letter.0);
        assert_ne!(a4.1, letter.1);
    }
}
