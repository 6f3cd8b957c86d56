//! From blocks to pages: measure, break, keep together, paginate, place, tag.
//!
//! One file a step. Blocks become pieces that must not be torn apart; pieces fill frames one after the
//! other; then every mark is moved to its place. Lengths are hundredths of a point.
mod compose;
mod item;
mod measure;
mod paginate;
mod piece;
mod scale;

use crate::print::Paper;
use crate::print::page::{Mark, Page, Shape};
use crate::sheet::Sheet;

use compose::Composer;
use measure::Typesetter;
use scale::Scale;

/// Sets `sheet` on `paper`. There is always at least one page.
pub fn layout(sheet: &Sheet, paper: Paper) -> Vec<Page> {
    let scale = Scale::of(sheet.setting);
    let frame = scale.frame(paper);
    let mut typesetter = Typesetter::new();

    let pieces = Composer::new(sheet, &scale, frame, &mut typesetter).compose();
    let placed = paginate::paginate(pieces, frame);
    let count = placed.len();

    placed
        .into_iter()
        .zip(1..)
        .map(|(mut marks, number)| {
            let (width, height) = paper.size();
            let words = sheet
                .foot
                .replace("{pages}", &count.to_string())
                .replace("{page}", &number.to_string());

            marks.extend(foot(&words, &scale, width, height - scale.foot, &mut typesetter));

            Page { width, height, marks }
        })
        .collect()
}

/// The line at the foot of a page, in the middle. Not part of what is read.
fn foot(words: &str, scale: &Scale, width: i32, y: i32, typesetter: &mut Typesetter) -> Vec<Mark> {
    let Some(line) = typesetter
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
