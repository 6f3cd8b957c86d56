//! From blocks to pages: measure, break, keep together, paginate, place, tag.
//!
//! One file a step. Blocks become pieces that must not be torn apart; pieces fill frames one after the
//! other; then every mark is moved to its place. Lengths are hundredths of a point. What goes on paper
//! in small pages, such as cards and panels, is set by the same [`Setter`] in a small frame.
mod compose;
mod item;
mod measure;
mod paginate;
mod piece;
mod scale;

use crate::print::Paper;
use crate::print::page::{Mark, Page, Shape};
use crate::print::tag::Tags;
use crate::sheet::{Block, Sheet};

use compose::Composer;
use measure::Typesetter;

pub(super) use scale::{Frame, Scale};

/// Sets `sheet` on `paper`. There is always at least one page.
pub fn layout(sheet: &Sheet, paper: Paper) -> Vec<Page> {
    let scale = Scale::of(sheet.setting);
    let (width, height) = paper.size();
    let mut setter = Setter::new();

    let placed = setter.flow(&sheet.blocks, &scale, scale.frame((width, height)));
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
    typesetter: Typesetter,
    tags: Tags,
}

impl Setter {
    pub(super) fn new() -> Self {
        Self {
            typesetter: Typesetter::new(),
            tags: Tags::default(),
        }
    }

    /// The marks of each page that `blocks` fill, in `frame` of each. There is always at least one page.
    pub(super) fn flow(&mut self, blocks: &[Block], scale: &Scale, frame: Frame) -> Vec<Vec<Mark>> {
        let pieces = Composer::new(scale, frame, &mut self.typesetter, &mut self.tags).compose(blocks);

        paginate::paginate(pieces, frame)
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

        line.runs
            .into_iter()
            .map(|run| {
                Mark {
                    parts: None,
                    shape: Shape::Text(run),
                }
                .moved(left, y)
            })
            .collect()
    }
}
