//! What must not be torn apart, and what should not be.
use crate::print::page::Mark;

use std::sync::Arc;

/// Some rows that belong together, in one column.
#[derive(Debug)]
pub(super) struct Piece {
    /// Free space above, dropped at the top of a column.
    pub(super) above: i32,
    /// Torn apart only when they alone fill more than a column.
    pub(super) rows: Vec<Row>,
    /// What may come between it and the next piece.
    pub(super) keep: Keep,
    /// Set across all columns.
    pub(super) spans: bool,
    /// Begins a page, in so many columns.
    pub(super) begins_page: Option<i32>,
    /// Set above it at the head of a column: it says what goes on there.
    pub(super) goes_on: Option<Arc<Row>>,
}

/// A line of text, a line to write on, a box: anything with a height. Its marks count from its top left.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) height: i32,
    pub(super) marks: Vec<Mark>,
}

/// What may come between a piece and the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// Anything.
    Free,
    /// Nothing, as long as everything so joined fits in a column.
    Fits,
    /// Nothing.
    Always,
}

impl Piece {
    pub(super) fn new(above: i32, rows: Vec<Row>, keep: Keep) -> Self {
        Self {
            above,
            rows,
            keep,
            spans: false,
            begins_page: None,
            goes_on: None,
        }
    }

    /// Without the space above.
    pub(super) fn height(&self) -> i32 {
        self.rows.iter().map(|row| row.height).sum()
    }
}

/// The height of pieces below each other, without the space above the first.
pub(super) fn height(pieces: &[Piece]) -> i32 {
    let above: i32 = pieces.iter().skip(1).map(|piece| piece.above).sum();

    above + pieces.iter().map(Piece::height).sum::<i32>()
}
