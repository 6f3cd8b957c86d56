//! Cards for a wallet: small pages of the size of a bank card, as many on a sheet of paper as it holds.
use super::{Scale, Setter};
use crate::print::Paper;
use crate::print::impose::EDGE;
use crate::print::impose::grid::{Cuts, grid};
use crate::print::page::Page;
use crate::sheet::Sheet;

/// The size of a bank card: 85.6 × 54 mm.
const CARD: (i32, i32) = (24_265, 15_307);

/// The cards of `sheet` on `paper`, with marks to cut along.
pub(super) fn cards(setter: &mut Setter, sheet: &Sheet, paper: Paper) -> Vec<Page> {
    let scale = Scale::of(sheet.setting);
    let small = setter.flow(&sheet.blocks, &scale, scale.frame(CARD));
    let (width, height) = paper.size();
    let many = ((width - 2 * EDGE) / CARD.0, (height - 2 * EDGE) / CARD.1);
    let side = grid((width, height), CARD, many, Cuts::Corners, sheet.direction());

    small
        .chunks(side.cells.len().max(1))
        .map(|cards| side.impose(cards.iter().cloned()))
        .collect()
}
