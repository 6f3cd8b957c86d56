//! Shapes text and breaks it into lines, with the faces of one set and nothing else.
//!
//! What comes out counts from where reading begins: in a right-to-left sheet too, 0 is the start of a line
//! and what follows has a greater `x`, until whole pages are mirrored. It is whole numbers in font units: a
//! machine that rounds a width differently in the last place still gives the same page.
mod words;

use crate::font::{Face, Set};
use crate::print::page::{Glyph, Run, Turn};
use crate::sheet::Direction;

use words::Words;

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{
    BaseDirection, FontContext, FontFamily, FontFamilyName, FontWeight, Language, Layout, LayoutContext, OverflowWrap,
    StyleProperty,
};

use std::borrow::Cow;
use std::sync::Arc;

/// A line of text, from where reading begins at 0, its baseline at 0.
#[derive(Debug)]
pub(super) struct Line {
    /// In the order of reading.
    pub(super) runs: Vec<Run>,
    /// Without the space at its end.
    pub(super) width: i32,
}

/// Sets text. Making one reads the faces, so one serves a whole sheet.
pub(super) struct Typesetter {
    faces: Set,
    fonts: FontContext,
    scratch: LayoutContext<()>,
    /// What the shaper calls each face.
    known: Vec<(u64, Face)>,
    /// In the order in which they are tried.
    families: Vec<FontFamilyName<'static>>,
    direction: Direction,
    language: Option<Language>,
    words: Words,
}

impl Typesetter {
    /// For text in `lang`, which also decides where lines begin.
    pub(super) fn new(lang: &str, faces: &Set) -> Self {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        let mut known = Vec::new();
        let mut families = Vec::new();

        for face in faces.faces() {
            let blob = Blob::new(Arc::new(faces.bytes(face)));
            known.push((blob.id(), face));

            for (family, _) in collection.register_fonts(blob, None) {
                let name = collection.family_name(family).unwrap_or_default().to_owned();
                let name = FontFamilyName::Named(Cow::Owned(name));

                if !families.contains(&name) {
                    families.push(name);
                }
            }
        }

        Self {
            faces: faces.clone(),
            fonts: FontContext {
                collection,
                source_cache: SourceCache::default(),
            },
            scratch: LayoutContext::new(),
            known,
            families,
            direction: Direction::of(lang),
            language: Language::parse(lang).ok(),
            words: Words::default(),
        }
    }

    /// Sets `spans` one behind the other in lines of at most `width`. Words that are longer break anywhere.
    pub(super) fn set(&mut self, spans: &[(Face, &str)], size: i32, width: i32) -> Vec<Line> {
        match self.set_plain(spans, size, width) {
            Some(lines) => lines,
            None => self.set_any(spans, size, width),
        }
    }

    /// Sets any text, as a whole.
    fn set_any(&mut self, spans: &[(Face, &str)], size: i32, width: i32) -> Vec<Line> {
        let (mut layout, text) = self.shape(spans, size);
        layout.break_all_lines(Some(points(width)));

        layout.lines().map(|line| self.line(&line, &text, size)).collect()
    }

    /// Shapes `spans` one behind the other. The text is what will be seen of theirs.
    fn shape(&mut self, spans: &[(Face, &str)], size: i32) -> (Layout<()>, String) {
        let mut text = String::new();
        let mut bold = Vec::new();

        for (face, words) in spans {
            let start = text.len();
            text.extend(words.chars().map(|character| printable(character, &self.faces)));

            if *face == Face::Bold {
                bold.push(start..text.len());
            }
        }

        let mut builder = self.scratch.ranged_builder(&mut self.fonts, &text, 1.0, false);
        builder.set_base_direction(match self.direction {
            Direction::LeftToRight => BaseDirection::Ltr,
            Direction::RightToLeft => BaseDirection::Rtl,
        });
        builder.push_default(FontFamily::List(Cow::Borrowed(&self.families)));
        builder.push_default(StyleProperty::FontSize(points(size)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::Locale(self.language));

        for range in bold {
            builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range);
        }

        (builder.build(&text), text)
    }

    fn line(&self, line: &parley::Line<'_, ()>, text: &str, size: i32) -> Line {
        // What is behind the last letter is not seen, and may stand outside.
        let shown = text.get(line.text_range()).unwrap_or_default().trim_end();
        let seen = line.text_range().start + shown.len();
        let mut placed: Vec<(usize, Run)> = Vec::new();
        let (mut from_left, mut hanging) = (0, 0);

        // The shaper gives them from left to right, whatever the direction of each.
        for run in line.runs() {
            let range = run.text_range();
            let set = Run {
                x: from_left,
                y: 0,
                face: self.face(run.font().data.id()),
                size,
                text: text.get(range.clone()).unwrap_or_default().to_owned(),
                glyphs: glyphs(&run, size),
                turn: Turn::Upright,
            };

            if set.glyphs.is_empty() {
                continue;
            }

            from_left += set.width();

            // Space at the end that runs the other way is between words, where everybody sees it.
            if run.is_rtl() == (self.direction == Direction::RightToLeft) {
                hanging += set.width_behind(seen.saturating_sub(range.start));
            }

            placed.push((range.start, set));
        }

        if self.direction == Direction::RightToLeft {
            for (_, run) in &mut placed {
                run.x = from_left - run.x - run.width();
            }
        }

        placed.sort_by_key(|(start, _)| *start);

        Line {
            runs: placed.into_iter().map(|(_, run)| run).collect(),
            width: from_left - hanging,
        }
    }

    /// Which face the shaper took.
    fn face(&self, id: u64) -> Face {
        self.known
            .iter()
            .find(|(known, _)| *known == id)
            .map_or(Face::Regular, |(_, face)| *face)
    }
}

/// The glyphs of a run from left to right.
fn glyphs(run: &parley::Run<'_, ()>, size: i32) -> Vec<Glyph> {
    let start = run.text_range().start;
    let offset = |at: usize| u32::try_from(at.saturating_sub(start)).unwrap_or(u32::MAX);
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(run.text_range().len());
    let mut clusters: Vec<usize> = Vec::new();

    for cluster in run.clusters() {
        let (from, to) = (offset(cluster.text_range().start), offset(cluster.text_range().end));

        // The second letter of a ligature has no glyph: those of the first stand for both, or the text
        // read back from the page would lack a letter.
        if let Some(first) = clusters.last().filter(|_| cluster.is_ligature_continuation()) {
            let of_first = glyphs.iter_mut().skip(*first);
            of_first.for_each(|glyph| glyph.to = glyph.to.max(to));
            continue;
        }

        clusters.push(glyphs.len());
        glyphs.extend(cluster.glyphs().map(|glyph| Glyph {
            id: u16::try_from(glyph.id).unwrap_or(0),
            advance: thousandths(glyph.advance, size),
            right: thousandths(glyph.x, size),
            up: thousandths(glyph.y, size),
            from,
            to,
        }));
    }

    if !run.is_rtl() {
        return glyphs;
    }

    // Each cluster is from left to right, but the first stands at the right.
    let mut from_left = Vec::with_capacity(glyphs.len());
    clusters
        .into_iter()
        .rev()
        .for_each(|first| from_left.extend(glyphs.drain(first..)));

    from_left
}

/// What has a glyph stays; line ends and tabs become spaces. A pack is checked for the rest when it is
/// read, so the replacement is seen only where that was not done.
fn printable(character: char, faces: &Set) -> char {
    if faces.covers(character) {
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

    fn typesetter(lang: &str) -> Typesetter {
        Typesetter::new(lang, Set::built_in())
    }

    fn texts(lines: &[Line]) -> Vec<String> {
        lines
            .iter()
            .map(|line| line.runs.iter().map(|run| run.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn lines_break_between_words_and_keep_every_letter() {
        let lines = typesetter("en").set(&[(Face::Regular, "one two three four")], 1_000, 4_500);

        assert_eq!(texts(&lines), ["one two ", "three ", "four"]);
        assert!(lines.iter().all(|line| line.width <= 4_500));
    }

    #[test]
    fn a_word_longer_than_the_line_breaks_anywhere() {
        let word = "Sicherheitsvorkehrungen".repeat(3);
        let lines = typesetter("en").set(&[(Face::Bold, &word)], 1_200, 6_000);

        assert!(lines.len() > 3);
        assert!(lines.iter().all(|line| line.width <= 6_000));
        assert_eq!(texts(&lines).concat(), word);
    }

    #[test]
    fn bold_and_regular_stand_one_behind_the_other() {
        let lines = typesetter("en").set(&[(Face::Bold, "Careful: "), (Face::Regular, "hot")], 1_000, 20_000);
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
        for run in &typesetter("en").set(&[(Face::Regular, "office affluent")], 1_000, 20_000)[0].runs {
            let mut covered = vec![false; run.text.len()];

            for glyph in &run.glyphs {
                covered[glyph.from as usize..glyph.to as usize].fill(true);
            }

            assert!(covered.iter().all(|is_covered| *is_covered), "{run:?}");
        }
    }

    #[test]
    fn what_has_no_glyph_is_never_an_empty_box() {
        let lines = typesetter("en").set(&[(Face::Regular, "a\tb\nc 中")], 1_000, 20_000);

        assert_eq!(texts(&lines), ["a b c \u{fffd}"]);
        assert!(
            lines[0]
                .runs
                .iter()
                .flat_map(|run| &run.glyphs)
                .all(|glyph| glyph.id != 0)
        );
    }

    #[test]
    fn a_line_that_runs_from_right_to_left_begins_with_its_first_word() {
        let line = typesetter("ar").set(&[(Face::Bold, "one: "), (Face::Regular, "two three ")], 1_000, 20_000);
        let [line] = line.as_slice() else { panic!("{line:?}") };
        let places: Vec<(&str, i32)> = line.runs.iter().map(|run| (run.text.as_str(), run.x)).collect();

        // Latin words still run from left to right, all of them together.
        let whole = typesetter("en").set(&[(Face::Bold, "one: "), (Face::Regular, "two three")], 1_000, 20_000);

        assert_eq!(line.width, whole[0].width, "{places:?}");
        assert!(places.iter().all(|(_, x)| *x >= 0), "{places:?}");
        assert_eq!(texts(std::slice::from_ref(line)), ["one: two three "]);
    }

    #[test]
    fn space_at_the_end_of_a_line_takes_no_room() {
        for lang in ["en", "he"] {
            let lines = typesetter(lang).set(&[(Face::Regular, "… … … … … …")], 1_000, 3_000);

            assert!(lines.len() > 1);
            assert!(lines.iter().all(|line| line.width <= 3_000), "{lines:?}");
            assert!(lines[0].runs.iter().map(Run::width).sum::<i32>() > lines[0].width);
        }
    }
}
