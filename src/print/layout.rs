//! From blocks to pages: measure, break, keep together, paginate, place, tag.
//!
//! One file a step. Blocks become pieces that must not be torn apart; pieces fill frames one after the
//! other; then every mark is moved to its place. Lengths are hundredths of a point. What goes on paper
//! in small pages, such as cards and panels, is set by the same [`Setter`] in a small frame.
mod cards;
mod code;
mod compose;
mod held;
mod item;
mod measure;
mod paginate;
mod piece;
mod room;
mod scale;
mod small;

use crate::font::Set;
use crate::print::Paper;
use crate::print::page::{Mark, Page, Shape};
use crate::print::tag::Tags;
use crate::sheet::{Block, Direction, Setting, Sheet};

use compose::{Composer, marks};
use held::Held;
use measure::Typesetter;
use paginate::Press;

pub(super) use scale::{Frame, Scale};

/// Sets `sheet` on `paper`, in the built-in faces. There is always at least one page.
pub fn layout(sheet: &Sheet, paper: Paper) -> Vec<Page> {
    layout_in(Set::built_in(), sheet, paper)
}

/// As [`layout`], in `faces`. The same faces have to be given to whoever writes or draws the pages.
pub fn layout_in(faces: &Set, sheet: &Sheet, paper: Paper) -> Vec<Page> {
    pages_in(faces, sheet, paper).collect()
}

/// As [`layout`], for a reader who needs one page at a time: the others wait in little room.
pub fn pages(sheet: &Sheet, paper: Paper) -> Pages<'_> {
    pages_in(Set::built_in(), sheet, paper)
}

/// As [`pages`], in `faces`.
pub fn pages_in<'a>(faces: &Set, sheet: &'a Sheet, paper: Paper) -> Pages<'a> {
    let scale = Scale::of(sheet.setting);
    let mut size = paper.size();
    let mut setter = Setter::new(sheet, faces);
    let mut held = Held::default();
    let small = small::pages(faces, sheet, paper);
    let is_small = small.is_some();

    let frame = scale.frame(size);

    if let Some(small) = small {
        for page in small {
            size = (page.width, page.height);
            held.push(page.marks);
        }
    } else if let Some(Block::Codes(codes)) = sheet.blocks.last() {
        let mut placed = setter.flow(&sheet.blocks, &scale, frame);
        setter.codes(&mut placed, codes, (paper, &scale));
        placed.into_iter().for_each(|marks| held.push(marks));
    } else if sheet.setting == Setting::Cards {
        cards::cards(&mut setter, sheet, paper)
            .into_iter()
            .for_each(|page| held.push(page.marks));
    } else {
        setter.flow_into(&sheet.blocks, &scale, frame, |marks| held.push(marks));
    }

    Pages {
        sheet,
        count: held.len(),
        scale,
        size,
        is_small,
        setter,
        held,
    }
}

/// The pages of a sheet, in order.
pub struct Pages<'a> {
    sheet: &'a Sheet,
    scale: Scale,
    size: (i32, i32),
    /// Set in small pages, which have a head and a foot of their own, if any.
    is_small: bool,
    setter: Setter,
    held: Held,
    /// Of all pages.
    count: usize,
}

impl Iterator for Pages<'_> {
    type Item = Page;

    fn next(&mut self) -> Option<Page> {
        let (width, height) = self.size;
        let number = self.count - self.held.len() + 1;
        let mut marks = self.held.next()?;

        if self.is_small {
            return Some(Page { width, height, marks });
        }

        let words = self
            .sheet
            .foot
            .replace("{pages}", &self.count.to_string())
            .replace("{page}", &number.to_string());

        let head = (width, self.scale.head());
        marks.extend(self.setter.beside(&self.sheet.head, &self.scale, head));

        let foot = (width, height - self.scale.foot);
        marks.extend(self.setter.beside(&words, &self.scale, foot));

        Some(Page { width, height, marks })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.held.len(), Some(self.held.len()))
    }
}

impl ExactSizeIterator for Pages<'_> {}

/// Sets the blocks of one file, in as many flows as it takes: what is part of what stays told apart.
pub(super) struct Setter {
    direction: Direction,
    typesetter: Typesetter,
    tags: Tags,
    goes_on: String,
}

impl Setter {
    /// For text in the language of `sheet`, which also decides where lines begin.
    pub(super) fn new(sheet: &Sheet, faces: &Set) -> Self {
        Self {
            direction: sheet.direction(),
            typesetter: Typesetter::new(&sheet.lang, faces),
            tags: Tags::default(),
            goes_on: sheet.goes_on.clone(),
        }
    }

    /// The marks of each page that `blocks` fill, in `frame` of each. There is always at least one page.
    pub(super) fn flow(&mut self, blocks: &[Block], scale: &Scale, frame: Frame) -> Vec<Vec<Mark>> {
        let mut pages = Vec::new();
        self.flow_into(blocks, scale, frame, |marks| pages.push(marks));

        pages
    }

    /// How many pages `blocks` fill, in `frame` of each.
    fn count(&mut self, blocks: &[Block], scale: &Scale, frame: Frame) -> usize {
        // What was only measured leaves no trace in what is numbered.
        let tags = std::mem::take(&mut self.tags);
        let mut count = 0;
        self.flow_into(blocks, scale, frame, |_| count += 1);
        self.tags = tags;

        count
    }

    /// As [`Self::flow`], giving each page away as soon as it is full.
    fn flow_into(&mut self, blocks: &[Block], scale: &Scale, frame: Frame, mut give: impl FnMut(Vec<Mark>)) {
        let direction = self.direction;
        let mut give = |marks| give(turned(marks, direction, 2 * frame.x + frame.width));
        let mut press = Press::new(frame);

        Composer::new(scale, frame, &mut self.typesetter, &mut self.tags)
            .saying(&self.goes_on)
            .compose(blocks, |piece| press.take(piece).for_each(&mut give));
        press.finish().into_iter().for_each(give);
    }

    /// The line at the head or the foot of a page of that width, in the middle, with its baseline there. Not
    /// part of what is read.
    pub(super) fn beside(&mut self, words: &str, scale: &Scale, at: (i32, i32)) -> Vec<Mark> {
        let (width, y) = at;

        if words.is_empty() {
            return Vec::new();
        }

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

        turned(marks, self.direction, width)
    }
}

/// Everything is set as if it ran from left to right, and mirrored where it does not: boxes, numbers,
/// minutes and columns change sides together. Marks stay in the order of reading.
fn turned(marks: Vec<Mark>, direction: Direction, width: i32) -> Vec<Mark> {
    match direction {
        Direction::LeftToRight => marks,
        Direction::RightToLeft => marks.into_iter().map(|mark| mark.mirrored(width)).collect(),
    }
}
