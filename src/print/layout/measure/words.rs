//! Text that is set word by word: each word is shaped once, and its glyphs are taken again wherever it
//! comes back. A list says few words, and says them often.
//!
//! This is a shorter way to the same lines, never to other ones, so it is taken only by text that is plain:
//! Latin words between spaces, each of which looks the same whatever stands beside it and is never parted.
//! All else goes to the shaper as a whole.
use super::{Line, Typesetter, glyphs, points};
use crate::font::Face;
use crate::print::page::{Glyph, Run, Turn};
use crate::sheet::Direction;

use parley::BreakReason;

use std::collections::BTreeMap;
use std::mem;
use std::ops::Range;

/// More words than this are not kept: a plan of a hundred pages has fewer.
const MOST: usize = 4_096;

/// The size in which a thousandth of it is one point: a unit of our two faces.
const EM: i32 = 100_000;

/// The glyphs of a word from left to right, in any size. What they stand for is counted from its start.
type Word = Vec<Glyph>;

impl Typesetter {
    /// As [`Self::set`], word by word, which is much faster. Nothing where that could give other lines.
    pub(super) fn set_plain(&mut self, spans: &[(Face, &str)], size: i32, width: i32) -> Option<Vec<Line>> {
        if self.direction == Direction::RightToLeft {
            return None;
        }

        let mut words = mem::take(&mut self.words);
        let plain = words.take_apart(spans, |face, word| self.word(face, word));
        let text: String = spans.iter().map(|(_, text)| *text).collect();
        let lines = plain.and_then(|plain| words.fill(&plain, (&text, size), width));
        self.words = words;

        lines
    }

    /// A word alone. Nothing when it has not one glyph for each place where the pen stops, all in `face` and from
    /// left to right, or when a line may end inside it.
    fn word(&mut self, face: Face, word: &str) -> Option<Word> {
        let (mut layout, text) = self.shape(&[(face, word)], EM);
        // In lines without width, only what may be parted is parted for that reason.
        let is_parted = !is_of_letters(word) && {
            layout.break_all_lines(Some(0.0));

            layout.lines().any(|line| line.break_reason() == BreakReason::Regular)
        };
        layout.break_all_lines(None);

        let line = layout.get(0).filter(|_| layout.len() == 1)?;
        let mut runs = line.runs();
        let run = runs
            .next()
            .filter(|run| !run.is_rtl() && self.face(run.font().data.id()) == face)?;
        let stops = run.clusters().filter(|cluster| !cluster.is_ligature_continuation());
        let glyphs = glyphs(&run, EM);
        let is_plain = !is_parted && runs.next().is_none() && text == word && stops.count() == glyphs.len();

        is_plain.then_some(glyphs)
    }
}

/// Words that were shaped before.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Where in `shaped` each word is, by face; nothing for what is not plain.
    places: BTreeMap<Face, BTreeMap<Box<str>, Option<usize>>>,
    shaped: Vec<Word>,
    count: usize,
}

/// A word or a space in a text.
#[derive(Debug, Clone, Copy)]
struct Token {
    face: Face,
    /// Where it begins in the text.
    start: usize,
    /// Where it is in [`Words::shaped`].
    word: usize,
    is_space: bool,
}

/// A text in pieces.
struct Plain(Vec<Token>);

impl Words {
    /// Takes a text apart. Nothing when it is not plain; `shape` is asked about each word that is new.
    fn take_apart(
        &mut self,
        spans: &[(Face, &str)],
        mut shape: impl FnMut(Face, &str) -> Option<Word>,
    ) -> Option<Plain> {
        if self.count > MOST {
            *self = Self::default();
        }

        let mut tokens: Vec<Token> = Vec::new();
        let mut start = 0;

        for (face, text) in spans {
            let is_beside = tokens.last().is_some_and(|last| last.face == *face || !last.is_space);

            // A word in two faces is two for the shaper, and one face twice is one; the space between two
            // faces is part of the first.
            if !text.is_empty() && (is_beside || start > 0 && text.starts_with(' ')) {
                return None;
            }

            for (piece, is_space) in pieces(text) {
                tokens.push(Token {
                    face: *face,
                    start,
                    word: self.find(*face, piece, &mut shape)?,
                    is_space,
                });
                start += piece.len();
            }
        }

        (!tokens.is_empty()).then_some(Plain(tokens))
    }

    fn find(&mut self, face: Face, piece: &str, shape: &mut impl FnMut(Face, &str) -> Option<Word>) -> Option<usize> {
        let known = self.places.entry(face).or_default();

        if let Some(place) = known.get(piece) {
            return *place;
        }

        let place = may_be_plain(piece).then(|| shape(face, piece)).flatten().map(|word| {
            self.shaped.push(word);

            self.shaped.len() - 1
        });
        known.insert(piece.into(), place);
        self.count += 1;

        place
    }

    /// Fills lines of at most `width` with a text in pieces. Nothing when a word is longer than a line.
    fn fill(&self, plain: &Plain, (text, size): (&str, i32), width: i32) -> Option<Vec<Line>> {
        let Plain(tokens) = plain;
        let pen = Pen::new(size, width);
        let mut lines = Vec::new();
        let (mut start, mut x) = (0, 0.0);

        for (token, at) in tokens.iter().zip(0..) {
            let word = self.shaped.get(token.word)?;

            // What is behind the last word may stand outside.
            if token.is_space {
                x = pen.behind(x, word);
            } else if let Some(end) = pen.inside(x, word) {
                x = end;
            } else {
                lines.push(self.line(tokens.get(start..at)?, text, size)?);
                start = at;
                x = pen.inside(0.0, word)?;
            }
        }

        lines.push(self.line(tokens.get(start..)?, text, size)?);

        Some(lines)
    }

    /// One line, in one run for each face.
    fn line(&self, tokens: &[Token], text: &str, size: i32) -> Option<Line> {
        let mut runs: Vec<Run> = Vec::new();
        let mut from_left = 0;
        let mut rest = tokens;

        while let Some(first) = rest.first() {
            let of_face = rest.iter().take_while(|token| token.face == first.face).count();
            let (run, behind) = rest.split_at(of_face);
            let mut set = self.run(run, text, size)?;
            set.x = from_left;
            from_left += set.width();
            runs.push(set);
            rest = behind;
        }

        let hanging = runs.last().map_or(0, |run| run.width() - run.ink());

        Some(Line {
            runs,
            width: from_left - hanging,
        })
    }

    fn run(&self, tokens: &[Token], text: &str, size: i32) -> Option<Run> {
        let (first, last) = (tokens.first()?, tokens.last()?);
        let word = |token: &Token| self.shaped.get(token.word);
        let mut glyphs = Vec::with_capacity(tokens.iter().filter_map(word).map(Vec::len).sum());

        for token in tokens {
            let right = u32::try_from(token.start - first.start).ok()?;

            glyphs.extend(word(token)?.iter().map(|glyph| Glyph {
                from: glyph.from + right,
                to: glyph.to + right,
                ..*glyph
            }));
        }

        let end = last.start + usize::try_from(word(last)?.last()?.to).ok()?;

        Some(Run {
            x: 0,
            y: 0,
            face: first.face,
            size,
            text: text
                .get(Range {
                    start: first.start,
                    end,
                })?
                .to_owned(),
            glyphs,
            turn: Turn::Upright,
        })
    }
}

/// Words, and the spaces between them one by one.
fn pieces(text: &str) -> impl Iterator<Item = (&str, bool)> {
    text.split_inclusive(' ').flat_map(|piece| {
        let (word, space) = match piece.strip_suffix(' ') {
            Some(word) => (word, Some(" ")),
            None => (piece, None),
        };
        let word = (!word.is_empty()).then_some((word, false));

        word.into_iter().chain(space.map(|space| (space, true)))
    })
}

/// Adds advances as the shaper does, in points and one after the other: floating point numbers that are added
/// in another order may give another sum, and a line may end elsewhere.
struct Pen {
    /// Points for each thousandth of the size.
    scale: f32,
    width: f32,
}

impl Pen {
    fn new(size: i32, width: i32) -> Self {
        Self {
            scale: points(size) / 1_000.0,
            width: points(width),
        }
    }

    /// Where the pen is behind a word that begins at `x`.
    fn behind(&self, x: f32, word: &[Glyph]) -> f32 {
        word.iter().fold(x, |x, glyph| x + glyph.advance as f32 * self.scale)
    }

    /// The same; nothing when that is outside.
    fn inside(&self, x: f32, word: &[Glyph]) -> Option<f32> {
        Some(self.behind(x, word)).filter(|end| *end <= self.width)
    }
}

/// Whether a line may begin with `piece` and may end behind it wherever it is between spaces, and all of it
/// is one script. Whether it may be parted inside is for the shaper to say.
fn may_be_plain(piece: &str) -> bool {
    let mut characters = piece.chars();

    match (characters.next(), characters.next_back()) {
        (Some(' '), None) => true,
        (Some(only), None) => begins(only) && ends(only),
        (Some(first), Some(last)) => begins(first) && ends(last) && characters.all(is_inside),
        (None, _) => false,
    }
}

/// Whether nothing but letters and digits is in `piece`: between those no line ends.
fn is_of_letters(piece: &str) -> bool {
    piece.chars().all(is_letter)
}

fn is_letter(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '\u{c0}'..='\u{24f}' if character.is_alphabetic())
}

fn begins(character: char) -> bool {
    is_letter(character) || matches!(character, '(' | '“')
}

fn ends(character: char) -> bool {
    is_letter(character)
        || matches!(
            character,
            '.' | ',' | ':' | ';' | '!' | '?' | ')' | '”' | '’' | '…' | '%'
        )
}

fn is_inside(character: char) -> bool {
    is_letter(character) || character.is_ascii_punctuation() || matches!(character, '“' | '”' | '‘' | '’' | '…' | '–')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::Set;

    use proptest::collection::vec;
    use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert_eq, prop_oneof, proptest};

    /// What people write: words, numbers and names; and `odd` in a hundred pieces of other kinds.
    fn text(odd: u32) -> impl Strategy<Value = String> {
        let plain = 100 - odd;
        let word = prop_oneof![
            plain * 8 => "[a-zA-Z]{1,9}",
            plain => "[A-ZÄÖÇ][a-zäöüßéèçğışñłůțơ]{1,6}",
            plain => "[0-9]{1,4}",
            plain => "[0-9]{1,2}[.:,/%]?[0-9]{1,2}",
            plain => "[a-z]{1,3}[’'_.][a-z]{1,4}",
            odd * 4 => "[a-zé0-9]{1,4}[-/@&+=–…!?)(\"|][a-z0-9]{1,4}",
            odd => "[a-z-]{1,5}\u{301}?[a-z]{0,3}",
            odd => "[–—→·=+≤№€§«»/-]",
            odd => "[ДжαΩ]{1,4}",
        ];
        let before = prop_oneof![plain * 9 => "", plain => "[(“]", odd => "[„‘\"'¿«\\[$#+–.,!]"];
        let behind = prop_oneof![plain * 9 => "", plain * 3 => "[.,:)”!?… %’]{1,2}", odd => "[“(„»/$–-]"];
        let piece = (before, word, behind).prop_map(|(before, word, behind)| format!("{before}{word}{behind}"));

        vec(piece, 0..14).prop_map(|pieces| pieces.join(" "))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn text_set_word_by_word_is_set_as_the_shaper_would(
            (first, second) in prop_oneof![(text(1), text(1)), (text(20), text(20))],
            (label, is_bold) in any::<(bool, bool)>(),
            (size, width) in (750..3_500, 1_000..60_000),
        ) {
            let face = if is_bold { Face::Bold } else { Face::Regular };
            let first = format!("{first}: ");
            let label = label.then_some((Face::Bold, first.as_str()));
            let spans: Vec<(Face, &str)> = label.into_iter().chain([(face, second.as_str())]).collect();
            let mut typesetter = Typesetter::new("en", Set::built_in());

            if let Some(lines) = typesetter.set_plain(&spans, size, width) {
                prop_assert_eq!(format!("{lines:?}"), format!("{:?}", typesetter.set_any(&spans, size, width)));
            }
        }
    }

    #[test]
    fn text_as_people_write_it_is_set_word_by_word() {
        let mut typesetter = Typesetter::new("en", Set::built_in());
        let mut is_plain = |text: &str| typesetter.set_plain(&[(Face::Regular, text)], 1_000, 20_000).is_some();

        assert!(is_plain(
            "Turn it off, don’t just lock it: “Settings”, 10 min. Say (100%) no… à l’école!"
        ));

        for odd in ["", "two-factor", "a – b", "Дж", "a\tb", "\u{5d0}", &"long".repeat(40)] {
            assert!(!is_plain(odd), "{odd}");
        }
    }

    #[test]
    fn words_beyond_the_most_are_forgotten_and_shaped_again() {
        let mut typesetter = Typesetter::new("en", Set::built_in());
        let mut set = |text: &str| format!("{:?}", typesetter.set_plain(&[(Face::Regular, text)], 1_000, 20_000));
        let first = set("7 7");

        (0..MOST).for_each(|number| drop(set(&number.to_string())));

        assert_eq!(set("7 7"), first);
        assert!(first.starts_with("Some") && typesetter.words.count < 10);
    }
}
