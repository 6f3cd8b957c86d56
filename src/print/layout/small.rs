//! Sheets that are set in small pages: a folded book, its pages one by one, four quarters.
use super::room::Room;
use super::{Scale, Setter};
use crate::font::Set;
use crate::print::Paper;
use crate::print::impose::booklet::{self, PANELS};
use crate::print::impose::grid::{Cuts, grid};
use crate::print::impose::{Act, Side};
use crate::print::page::{Mark, Page};
use crate::sheet::{Block, Guides, Setting, Sheet};

/// How much larger a panel is where it is a page of its own: as a sheet of A6 is to one of A7.
const LARGER: (i32, i32) = (707, 500);

/// Between a line to fold or to cut along and the baseline of its word.
const ABOVE: i32 = 280;

/// The pages of a sheet that is set in small pages; nothing where it is set in whole ones.
pub(super) fn pages(faces: &Set, sheet: &Sheet, paper: Paper) -> Option<Vec<Page>> {
    match sheet.setting {
        Setting::Booklet => Some(folded(faces, sheet, paper)),
        Setting::Panels => Some(in_order(faces, sheet, paper)),
        Setting::Quarter => Some(quarters(faces, sheet, paper)),
        Setting::Normal
        | Setting::Compact
        | Setting::Large
        | Setting::Roomy
        | Setting::Separator
        | Setting::Codes
        | Setting::Cards => None,
    }
}

/// One sheet to fold, with the other side where there is more.
fn folded(faces: &Set, sheet: &Sheet, paper: Paper) -> Vec<Page> {
    let scale = Scale::of(sheet.setting);
    let size = booklet::small(paper);
    let mut setter = Setter::new(sheet, faces);
    let mut room = Room {
        setter: &mut setter,
        scale: &scale,
        frame: scale.frame(size),
    };

    let blocks = room.book(&sheet.blocks);
    let mut small = numbered(&mut setter, sheet, &blocks, (&scale, size))
        .into_iter()
        .peekable();
    let direction = sheet.direction();
    let mut side = booklet::folded(paper, direction);
    let mut sides = Vec::new();

    while small.peek().is_some() {
        let mut page = side.impose(small.by_ref().take(PANELS));
        page.marks.extend(named(&mut setter, sheet, &scale, &side));
        sides.push(page);
        side = booklet::open(paper, direction);
    }

    sides
}

/// The pages of the book, each as large as a sheet of A6, with everything that is in it.
fn in_order(faces: &Set, sheet: &Sheet, paper: Paper) -> Vec<Page> {
    let scale = Scale::of(sheet.setting);
    let size = booklet::small(paper);
    let mut setter = Setter::new(sheet, faces);
    let larger = |length: i32| length * LARGER.0 / LARGER.1;

    numbered(&mut setter, sheet, &sheet.blocks, (&scale, size))
        .into_iter()
        .map(|marks| Page {
            width: larger(size.0),
            height: larger(size.1),
            marks: marks.into_iter().map(|mark| mark.scaled(LARGER)).collect(),
        })
        .collect()
}

/// Four alike on a sheet. What is read is read once: the other three only repeat it.
fn quarters(faces: &Set, sheet: &Sheet, paper: Paper) -> Vec<Page> {
    let scale = Scale::of(sheet.setting);
    let (width, height) = paper.size();
    let size = (width / 2, height / 2);
    let mut setter = Setter::new(sheet, faces);
    let mut room = Room {
        setter: &mut setter,
        scale: &scale,
        frame: scale.frame(size),
    };

    let blocks = room.one_page(&sheet.blocks);
    let small = setter.flow(&blocks, &scale, scale.frame(size));
    let side = grid((width, height), size, (2, 2), Cuts::Lines, sheet.direction());
    let silent = |mark: &Mark| Mark {
        parts: None,
        shape: mark.shape.clone(),
    };

    small
        .into_iter()
        .map(|marks| {
            let again: Vec<Mark> = marks.iter().map(silent).collect();
            let mut page = side.impose([marks, again.clone(), again.clone(), again]);
            page.marks.extend(named(&mut setter, sheet, &scale, &side));

            page
        })
        .collect()
}

/// The small pages, each but the cover with its number.
fn numbered(setter: &mut Setter, sheet: &Sheet, blocks: &[Block], set_in: (&Scale, (i32, i32))) -> Vec<Vec<Mark>> {
    let (scale, size) = set_in;
    let mut pages = setter.flow(blocks, scale, scale.frame(size));

    for (marks, number) in pages.iter_mut().zip(1..).skip(1) {
        let words = sheet.foot.replace("{page}", &number.to_string());

        marks.extend(setter.beside(&words, scale, (size.0, size.1 - scale.foot)));
    }

    pages
}

/// What stands beside the lines of a side: above the first quarter of each, where nothing crosses it.
fn named(setter: &mut Setter, sheet: &Sheet, scale: &Scale, side: &Side) -> Vec<Mark> {
    let words = sheet.blocks.iter().find_map(|block| match block {
        Block::Guides(guides) => Some(guides),
        _ => None,
    });
    let Some(Guides { fold, cut }) = words else {
        return Vec::new();
    };

    side.guides
        .iter()
        .filter(|guide| guide.is_named)
        .flat_map(|guide| {
            let word = match guide.act {
                Act::Fold => fold,
                Act::Cut => cut,
            };
            let quarter = guide.from.0 + (guide.to.0 - guide.from.0) / 4;

            setter.beside(word, scale, (2 * quarter, guide.from.1 - ABOVE))
        })
        .collect()
}
