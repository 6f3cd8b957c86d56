//! From blocks to pages: measure, break, keep together, paginate, place, tag.
//!
//! One file a step. Blocks become pieces that must not be torn apart; pieces fill frames one after the
//! other; then every mark is moved to its place. Lengths are hundredths of a point. What goes on paper
//! in small pages, such as cards and panels, is set by the same [`Setter`] in a small frame.
mod code;
mod compose;
mod item;
mod measure;
mod paginate;
mod piece;
mod scale;

use crate::font::Set;
use crate::print::Paper;
use crate::print::page::{Mark, Page, Shape};
use crate::print::tag::Tags;
use crate::sheet::{Block, Direction, Sheet};

use compose::{Composer, marks};
use measure::Typesetter;

pub(super) use scale::{Frame, Scale};

/// Sets `sheet` on `paper`, in the built-in faces. There is always at least one page.
pub fn layout(sheet: &Sheet, paper: Paper) -> Vec<Page> {
    layout_in(Set::built_in(), sheet, paper)
}

/// As [`layout`], in `faces`. The same faces have to be given to whoever writes or draws the pages.
pub fn layout_in(faces: &Set, sheet: &Sheet, paper: Paper) -> Vec<Page> {
    let scale = Scale::of(sheet.setting);
    let (width, height) = paper.size();
    let mut setter = Setter::new(sheet, faces);

    let mut placed = setter.flow(&sheet.blocks, &scale, scale.frame((width, height)));

    if let Some(Block::Codes(codes)) = sheet.blocks.last() {
        setter.codes(&mut placed, codes, (paper, &scale));
    }

    let count = placed.len();

    placed
        .into_iter()
        .zip(1..)
        .map(|(mut marks, number)| {
            let words = sheet
                .foot
                .replace("{pages}", &count.to_string())
                .replace("{page}", &number.to_string());

            marks.extend(setter.beside(&sheet.head, &scale, (width, scale.head())));
            marks.extend(setter.beside(&words, &scale, (width, height - scale.foot)));

            Page { width, height, marks }
        })
        .collect()
}

/// Sets the blocks of one file, in as many flows as it takes: what is part of what stays told apart.
pub(super) struct Setter {
    direction: Direction,
    typesetter: Typesetter,
    tags: Tags,
}

impl Setter {
    /// For text in the language of `sheet`, which also decides where lines begin.
    pub(super) fn new(sheet: &Sheet, faces: &Set) -> Self {
        Self {
            direction: sheet.direction(),
            typesetter: Typesetter::new(&sheet.lang, faces),
            tags: Tags::default(),
        }
    }

    /// The marks of each page that `blocks` fill, in `frame` of each. There is always at least one page.
    pub(super) fn flow(&mut self, blocks: &[Block], scale: &Scale, frame: Frame) -> Vec<Vec<Mark>> {
        let pieces = Composer::new(scale, frame, &mut self.typesetter, &mut self.tags).compose(blocks);

        paginate::paginate(pieces, frame)
            .into_iter()
            .map(|marks| self.turned(marks, 2 * frame.x + frame.width))
            .collect()
    }

    /// Everything is set as if it ran from left to right, and mirrored where it does not: boxes, numbers,
    /// minutes and columns change sides together. Marks stay in the order of reading.
    fn turned(&self, marks: Vec<Mark>, width: i32) -> Vec<Mark> {
        match self.direction {
            Direction::LeftToRight => marks,
            Direction::RightToLeft => marks.into_iter().map(|mark| mark.mirrored(width)).collect(),
        }
    }

    /// The line at the head or the foot of a page of that width, in the middle, with its baseline there. Not
    /// part of what is read.
    pub(super) fn beside(&mut self, words: &str, scale: &Scale, at: (i32, i32)) -> Vec<Mark> {
        let (width, y) = at;
        let Some(line) = self
            .typesetter
            .set(&[(scale.caption.face, words)], scale.caption.size, width)
            .into_iter()
            .next()
        else {
            return Vec::new();
        };
        let left = (width - line.width) / 2;

        let marks = line
            .runs
            .into_iter()
            .map(|run| {
                Mark {
                    parts: None,
                    shape: Shape::Text(run),
                }
                .moved(left, y)
            })
            .collect();

        self.turned(marks, width)
    }
}
