//! A square code on a page, and the outlines that it is filled in by.
//!
//! Outlines, and not a square a module: between squares that touch, viewers and printers leave hairlines
//! of white.
use crate::sheet::code::Modules;

use sha2::{Digest, Sha256};

use std::collections::BTreeMap;

/// A square code. Around it the paper is light, at least four modules wide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// The side of one module.
    pub module: i32,
    /// Its modules.
    pub modules: Modules,
    /// What a screen reader says in its place.
    pub says: String,
}

/// A corner, in modules from the upper left one.
type Corner = (usize, usize);

impl Code {
    /// How long each side is.
    pub fn side(&self) -> i32 {
        self.module * i32::try_from(self.modules.side()).unwrap_or(0)
    }

    /// What is dark, as closed outlines, each by its corners on the page. Fill them together: one inside
    /// another turns the other way round, and is a hole.
    pub fn outlines(&self) -> Vec<Vec<(i32, i32)>> {
        let at = |start: i32, modules: usize| start + self.module * i32::try_from(modules).unwrap_or(0);

        outlines(&self.modules)
            .into_iter()
            .map(|corners| {
                corners
                    .into_iter()
                    .map(|(x, y)| (at(self.x, x), at(self.y, y)))
                    .collect()
            })
            .collect()
    }

    /// Eight letters that change with any of its modules. For golden files.
    pub(super) fn digest(&self) -> String {
        let side = self.modules.side();
        let rows = (0..side).flat_map(|row| (0..side).map(move |column| (column, row)));
        let modules: Vec<u8> = rows
            .map(|(column, row)| self.modules.is_dark(column, row).into())
            .collect();

        Sha256::digest(modules)
            .iter()
            .take(4)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

/// Walks around what is dark, with the dark on the right hand.
fn outlines(modules: &Modules) -> Vec<Vec<Corner>> {
    let mut edges = edges(modules);
    let mut outlines = Vec::new();

    while let Some((start, _)) = edges.first_key_value() {
        let start = *start;
        let mut corners: Vec<Corner> = Vec::new();
        let mut here = start;

        while let Some(next) = step(&mut edges, here) {
            let is_straight = corners
                .last()
                .is_some_and(|before| before.0 == here.0 && here.0 == next.0 || before.1 == here.1 && here.1 == next.1);

            if !is_straight {
                corners.push(here);
            }

            here = next;
        }

        outlines.push(corners);
    }

    outlines
}

/// The sides of dark modules that are next to light ones, by where they start.
fn edges(modules: &Modules) -> BTreeMap<Corner, Vec<Corner>> {
    let mut edges: BTreeMap<Corner, Vec<Corner>> = BTreeMap::new();
    let is_dark = |column: Option<usize>, row: Option<usize>| {
        column
            .zip(row)
            .is_some_and(|(column, row)| modules.is_dark(column, row))
    };

    for row in 0..modules.side() {
        for column in (0..modules.side()).filter(|column| modules.is_dark(*column, row)) {
            let (left, top, right, bottom) = (column, row, column + 1, row + 1);
            let sides = [
                (is_dark(Some(column), row.checked_sub(1)), (left, top), (right, top)),
                (is_dark(Some(right), Some(row)), (right, top), (right, bottom)),
                (is_dark(Some(column), Some(bottom)), (right, bottom), (left, bottom)),
                (is_dark(column.checked_sub(1), Some(row)), (left, bottom), (left, top)),
            ];

            for (_, from, to) in sides.into_iter().filter(|(is_inside, ..)| !is_inside) {
                edges.entry(from).or_default().push(to);
            }
        }
    }

    edges
}

/// Takes an edge that starts `here` away, and says where it ends.
fn step(edges: &mut BTreeMap<Corner, Vec<Corner>>, here: Corner) -> Option<Corner> {
    let ends = edges.get_mut(&here)?;
    let end = ends.pop();

    if ends.is_empty() {
        edges.remove(&here);
    }

    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Code {
        Code {
            x: 1_000,
            y: 2_000,
            module: 150,
            modules: Modules::of(text).unwrap(),
            says: String::new(),
        }
    }

    /// How often the outlines go around a point, clockwise.
    fn windings(outlines: &[Vec<(i32, i32)>], x: i32, y: i32) -> i32 {
        let mut windings = 0;

        for corners in outlines {
            for (from, to) in corners.iter().zip(corners.iter().cycle().skip(1)) {
                let is_beside = from.0 == to.0 && from.0 > x;

                if is_beside && from.1 <= y && y < to.1 {
                    windings += 1;
                } else if is_beside && to.1 <= y && y < from.1 {
                    windings -= 1;
                }
            }
        }

        windings
    }

    #[test]
    fn the_outlines_hold_what_is_dark_and_nothing_else() {
        let code = code("DP1:3:8:551P510CFQNN:VNH2RGL-4RMFI2GR3TPIR:");
        let outlines = code.outlines();
        let side = code.modules.side();

        for row in 0..side {
            for column in 0..side {
                let x = code.x + 150 * column as i32 + 75;
                let y = code.y + 150 * row as i32 + 75;
                let windings = windings(&outlines, x, y);

                assert_eq!(windings, i32::from(code.modules.is_dark(column, row)), "{column} {row}");
            }
        }
    }

    #[test]
    fn outlines_are_closed_and_turn_at_every_corner() {
        for corners in code("DP1:1:4:").outlines() {
            assert!(corners.len() >= 4 && corners.len() % 2 == 0);

            for (from, to) in corners.iter().zip(corners.iter().cycle().skip(1)) {
                assert!((from.0 == to.0) != (from.1 == to.1), "{from:?} {to:?}");
            }
        }
    }

    #[test]
    fn a_digest_tells_codes_apart() {
        assert_eq!(code("A").digest(), code("A").digest());
        assert_ne!(code("A").digest(), code("B").digest());
    }
}
