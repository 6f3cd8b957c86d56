//! Shapes text and breaks it into lines, with the embedded faces and nothing else.
//!
//! What comes out is whole numbers in font units: a machine that rounds a width differently in the
//! last place still gives the same page.
use crate::font::{self, Face};
use crate::print::page::{Glyph, Run};

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{
    BaseDirection, Cluster, FontContext, FontFamily, FontFamilyName, FontWeight, Layout, LayoutContext, OverflowWrap,
    StyleProperty,
};

use std::borrow::Cow;
use std::sync::Arc;

/// A line of text, from its left end at 0, its baseline at 0.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    /// Without the space at its end.
    pub(super) width: i32,
}

/// Sets text. Making one reads the faces, so one serves a whole sheet.
pub(super) struct Typesetter {
    fonts: FontContext,
    scratch: LayoutContext<()>,
    /// What the shaper calls the bold face.
    bold: u64,
}

impl Typesetter {
    pub(super) fn new() -> Self {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        let [_, bold] = [font::REGULAR, font::BOLD].map(|bytes| {
            let blob = Blob::new(Arc::new(bytes));
            collection.register_fonts(blob.clone(), None);

            blob.id()
        });

        Self {
            fonts: FontContext {
                collection,
                source_cache: SourceCache::default(),
            },
            scratch: LayoutContext::new(),
            bold,
        }
    }

    /// Sets `spans` one behind the other in lines of at most `width`. Words that are longer break anywhere.
    pub(super) fn set(&mut self, spans: &[(Face, &str)], size: i32, width: i32) -> Vec<Line> {
        let mut text = String::new();
        let mut bold = Vec::new();

        for (face, words) in spans {
            let start = text.len();
            text.extend(words.chars().map(printable));

            if *face == Face::Bold {
                bold.push(start..text.len());
            }
        }

        let mut builder = self.scratch.ranged_builder(&mut self.fonts, &text, 1.0, false);
        builder.set_base_direction(BaseDirection::Ltr);
        builder.push_default(FontFamily::Single(FontFamilyName::Named(Cow::Borrowed(font::FAMILY))));
        builder.push_default(StyleProperty::FontSize(points(size)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));

        for range in bold {
            builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range);
        }

        let mut layout: Layout<()> = builder.build(&text);
        layout.break_all_lines(Some(points(width)));

        layout.lines().map(|line| self.line(&line, &text, size)).collect()
    }

    fn line(&self, line: &parley::Line<'_, ()>, text: &str, size: i32) -> Line {
        let mut runs: Vec<Run> = Vec::new();
        let mut x = 0;

        for run in line.runs() {
            let range = run.text_range();
            let mut set = Run {
                x,
                y: 0,
                face: if run.font().data.id() == self.bold {
                    Face::Bold
                } else {
                    Face::Regular
                },
                size,
                text: text.get(range.clone()).unwrap_or_default().to_owned(),
                glyphs: Vec::new(),
            };

            for cluster in run.visual_clusters() {
                add(&cluster, range.start, size, &mut set.glyphs);
            }

            if !set.glyphs.is_empty() {
                x += set.width();
                runs.push(set);
            }
        }

        let width = runs.last().map_or(0, |last| last.x + last.ink());

        Line { runs, width }
    }
}

/// Adds the glyphs of a cluster whose text begins at `start`.
fn add(cluster: &Cluster<'_, ()>, start: usize, size: i32, glyphs: &mut Vec<Glyph>) {
    let range = cluster.text_range();
    let offset = |at: usize| u32::try_from(at.saturating_sub(start)).unwrap_or(u32::MAX);

    // The second letter of a ligature has no glyph: the first glyph stands for both, or the text read
    // back from the page would lack a letter.
    if cluster.is_ligature_continuation() {
        if let Some(last) = glyphs.last_mut() {
            last.from = last.from.min(offset(range.start));
            last.to = last.to.max(offset(range.end));
        }

        return;
    }

    glyphs.extend(cluster.glyphs().map(|glyph| Glyph {
        id: u16::try_from(glyph.id).unwrap_or(0),
        advance: thousandths(glyph.advance, size),
        right: thousandths(glyph.x, size),
        up: thousandths(glyph.y, size),
        from: offset(range.start),
        to: offset(range.end),
    }));
}

/// What has a glyph stays; line ends and tabs become spaces. A pack is checked for the rest when it is
/// read, so the replacement is seen only where that was not done.
fn printable(character: char) -> char {
    if font::covers(character) {
        character
    } else if character.is_whitespace() {
        ' '
    } else {
        char::REPLACEMENT_CHARACTER
    }
}

fn points(hundredths: i32) -> f32 {
    hundredths as f32 / 100.0
}

fn thousandths(points: f32, size: i32) -> i32 {
    (points * 100_000.0 / size as f32).round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[Line]) -> Vec<String> {
        lines
            .iter()
            .map(|line| line.runs.iter().map(|run| run.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn lines_break_between_words_and_keep_every_letter() {
        let lines = Typesetter::new().set(&[(Face::Regular, "one two three four")], 1_000, 4_500);

        assert_eq!(texts(&lines), ["one two ", "three ", "four"]);
        assert!(lines.iter().all(|line| line.width <= 4_500));
    }

    #[test]
    fn a_word_longer_than_the_line_breaks_anywhere() {
        let word = "Sicherheitsvorkehrungen".repeat(3);
        let lines = Typesetter::new().set(&[(Face::Bold, &word)], 1_200, 6_000);

        assert!(lines.len() > 3);
        assert!(lines.iter().all(|line| line.width <= 6_000));
        assert_eq!(texts(&lines).concat(), word);
    }

    #[test]
    fn bold_and_regular_stand_one_behind_the_other() {
        let lines = Typesetter::new().set(&[(Face::Bold, "Careful: "), (Face::Regular, "hot")], 1_000, 20_000);
        let runs: Vec<(Face, &str, i32)> = lines[0]
            .runs
            .iter()
            .map(|run| (run.face, run.text.as_str(), run.x))
            .collect();

        assert_eq!(runs[0], (Face::Bold, "Careful: ", 0));
        assert_eq!((runs[1].0, runs[1].1), (Face::Regular, "hot"));
        assert_eq!(runs[1].2, lines[0].runs[0].width());
    }

    #[test]
    fn a_ligature_stands_for_all_its_letters() {
        // Wherever the face has one; where not, each letter has its own glyph. Both read back.
        for run in &Typesetter::new().set(&[(Face::Regular, "office affluent")], 1_000, 20_000)[0].runs {
            let mut covered = vec![false; run.text.len()];

            for glyph in &run.glyphs {
                covered[glyph.from as usize..glyph.to as usize].fill(true);
            }

            assert!(covered.iter().all(|is_covered| *is_covered), "{run:?}");
        }
    }

    #[test]
    fn what_has_no_glyph_is_never_an_empty_box() {
        let lines = Typesetter::new().set(&[(Face::Regular, "a\tb\nc 中")], 1_000, 20_000);

        assert_eq!(texts(&lines), ["a b c \u{fffd}"]);
        assert!(
            lines[0]
                .runs
                .iter()
                .flat_map(|run| &run.glyphs)
                .all(|glyph| glyph.id != 0)
        );
    }
}
