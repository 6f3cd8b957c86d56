//! Fills columns and pages with pieces, in order, losing nothing.
//!
//! Pieces that should stay together go to the next column as one; only when they fill more than a
//! column are they parted, first between pieces, then between rows; and what goes on at the head of a column
//! says so there.
use super::piece::{Keep, Piece, Row, height};
use super::scale::Frame;
use crate::print::page::Mark;

use std::mem;
use std::sync::Arc;

/// Splits pieces into groups: a new one begins behind each piece that `keeps` does not join to the next.
fn joined(pieces: Vec<Piece>, keeps: impl Fn(Keep) -> bool) -> Vec<Vec<Piece>> {
    let mut groups: Vec<Vec<Piece>> = Vec::new();
    let mut is_open = false;

    for piece in pieces {
        let begins = piece.begins_page.is_some() || !is_open;
        is_open = keeps(piece.keep);

        match groups.last_mut() {
            Some(group) if !begins => group.push(piece),
            _ => groups.push(vec![piece]),
        }
    }

    groups
}

/// Takes pieces one by one, and gives pages as soon as they are full: every mark at its place.
pub(super) struct Press {
    frame: Frame,
    /// Pieces that should stay together, as far as they have come.
    group: Vec<Piece>,
    pages: Vec<Vec<Mark>>,
    column: i32,
    /// The top of the columns of this page: lower where something spans them.
    top: i32,
    /// How far this column is filled.
    y: i32,
}

impl Press {
    pub(super) fn new(frame: Frame) -> Self {
        Self {
            frame,
            group: Vec::new(),
            pages: vec![Vec::new()],
            column: 0,
            top: frame.y,
            y: frame.y,
        }
    }

    /// Takes the next piece, and says what pages are full.
    pub(super) fn take(&mut self, piece: Piece) -> impl Iterator<Item = Vec<Mark>> {
        if piece.begins_page.is_some() {
            self.end_group();
        }

        let is_last = piece.keep == Keep::Free;
        self.group.push(piece);

        if is_last {
            self.end_group();
        }

        let full = self.pages.len().saturating_sub(1);

        self.pages.drain(..full)
    }

    /// What pages are left: at least one, where none was full.
    pub(super) fn finish(mut self) -> Vec<Vec<Mark>> {
        self.end_group();

        self.pages
    }

    fn end_group(&mut self) {
        let group = mem::take(&mut self.group);
        self.start(&group);

        if self.has_room(&group) {
            self.place(group);
        } else if said(group.first()) + height(&group) <= self.tallest() {
            // The next column may be shorter, below something that spans; that of the next page is not.
            while !self.has_room(&group) {
                self.next_column();
            }

            self.place(group);
        } else {
            for part in joined(group, |keep| keep == Keep::Always) {
                self.place_torn(part);
            }
        }
    }

    fn bottom(&self) -> i32 {
        self.frame.y + self.frame.height
    }

    /// The most that fits in a column of a page where nothing spans.
    fn tallest(&self) -> i32 {
        self.frame.height
    }

    fn is_page_empty(&self) -> bool {
        self.pages.last().is_none_or(Vec::is_empty)
    }

    /// Begins a page where one is asked for, and where something spans columns that are already in use.
    fn start(&mut self, group: &[Piece]) {
        let Some(first) = group.first() else {
            return;
        };
        let is_below = self.column == 0 && self.y == self.top;

        if !self.is_page_empty() && (first.begins_page.is_some() || first.spans && !is_below) {
            self.next_page();
        }

        if let Some(columns) = first.begins_page {
            self.frame = self.frame.in_columns(columns);
        }
    }

    fn has_room(&self, group: &[Piece]) -> bool {
        let above = group.first().map_or(0, |piece| self.above(piece));

        self.y + above + height(group) <= self.bottom()
    }

    /// The space above a piece here: at the top of a column none, but for what says that it goes on.
    fn above(&self, piece: &Piece) -> i32 {
        if self.is_at_head(piece) {
            said(Some(piece))
        } else {
            piece.above
        }
    }

    fn is_at_head(&self, piece: &Piece) -> bool {
        self.y == self.frame.y || self.y == self.top && !piece.spans
    }

    /// Leaves the space above a piece, and at the top of a column says there what goes on.
    fn begin(&mut self, piece: &Piece) {
        if self.is_at_head(piece) {
            self.say(piece.goes_on.as_ref());
        } else {
            self.y += piece.above;
        }
    }

    fn say(&mut self, goes_on: Option<&Arc<Row>>) {
        if let Some(row) = goes_on {
            self.row(row.marks.clone(), row.height);
        }
    }

    fn next_column(&mut self) {
        self.column += 1;
        self.y = self.top;

        if self.column >= self.frame.columns {
            self.next_page();
        }
    }

    fn next_page(&mut self) {
        self.pages.push(Vec::new());
        self.column = 0;
        self.top = self.frame.y;
        self.y = self.frame.y;
    }

    fn place(&mut self, group: Vec<Piece>) {
        for piece in group {
            let spans = piece.spans;

            // Behind something that spans, the space below that is for what comes after both.
            if spans && self.y == self.top && self.y > self.frame.y {
                self.y -= self.frame.below_span;
            }

            self.begin(&piece);

            for row in piece.rows {
                self.row(row.marks, row.height);
            }

            if spans {
                self.y += self.frame.below_span;
                self.top = self.y;
            }
        }
    }

    /// Places pieces that must stay together, and tears them between rows when no column holds them.
    fn place_torn(&mut self, group: Vec<Piece>) {
        if !self.has_room(&group) && self.y > self.top {
            self.next_column();
        }

        for piece in group {
            self.begin(&piece);

            for row in piece.rows {
                if self.y + row.height > self.bottom() && self.y > self.top {
                    self.next_column();
                    self.say(piece.goes_on.as_ref());
                }

                self.row(row.marks, row.height);
            }
        }
    }

    fn row(&mut self, marks: Vec<Mark>, height: i32) {
        let x = self.frame.x + self.column * (self.frame.column() + self.frame.gap);
        let y = self.y;

        if let Some(page) = self.pages.last_mut() {
            page.extend(marks.into_iter().map(|mark| mark.moved(x, y)));
        }

        self.y += height;
    }
}

/// How much room it takes at the head of a column to say that a piece goes on there.
fn said(piece: Option<&Piece>) -> i32 {
    piece
        .and_then(|piece| piece.goes_on.as_ref())
        .map_or(0, |row| row.height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::layout::piece::Row;
    use crate::print::page::{Line, Shape, Stroke};

    const FRAME: Frame = Frame {
        x: 10,
        y: 20,
        width: 210,
        height: 100,
        columns: 2,
        gap: 10,
        below_span: 5,
    };

    fn piece(height: i32, keep: Keep) -> Piece {
        let mark = Mark {
            parts: None,
            shape: Shape::Line(Line {
                from: (0, 0),
                to: (0, height),
                thickness: 1,
                stroke: Stroke::Solid,
            }),
        };
        let row = Row {
            height,
            marks: vec![mark],
        };

        Piece::new(10, vec![row], keep)
    }

    /// Where each mark begins: page, x, y.
    fn places(pieces: Vec<Piece>) -> Vec<(usize, i32, i32)> {
        let mut press = Press::new(FRAME);
        let mut pages: Vec<Vec<Mark>> = pieces
            .into_iter()
            .flat_map(|piece| press.take(piece).collect::<Vec<_>>())
            .collect();
        pages.extend(press.finish());

        let of_page = |(page, marks): (usize, Vec<Mark>)| {
            marks.into_iter().map(move |mark| match mark.shape {
                Shape::Line(line) => (page, line.from.0, line.from.1),
                Shape::Text(_) | Shape::Square(_) | Shape::Code(_) => (page, 0, 0),
            })
        };

        pages.into_iter().enumerate().flat_map(of_page).collect()
    }

    #[test]
    fn columns_fill_before_pages_and_drop_the_space_above() {
        let pieces = (0..5).map(|_| piece(40, Keep::Free)).collect();

        assert_eq!(
            places(pieces),
            [(0, 10, 20), (0, 10, 70), (0, 120, 20), (0, 120, 70), (1, 10, 20)]
        );
    }

    #[test]
    fn what_fits_in_a_column_stays_together() {
        let pieces = vec![piece(60, Keep::Free), piece(30, Keep::Fits), piece(30, Keep::Free)];

        assert_eq!(places(pieces), [(0, 10, 20), (0, 120, 20), (0, 120, 60)]);
    }

    #[test]
    fn what_fits_in_no_column_is_parted_where_it_may_be() {
        let pieces = vec![
            piece(30, Keep::Free),
            piece(40, Keep::Always),
            piece(40, Keep::Fits),
            piece(40, Keep::Free),
        ];

        // The second and third stay together in the next column; the fourth goes on alone.
        assert_eq!(places(pieces), [(0, 10, 20), (0, 120, 20), (0, 120, 70), (1, 10, 20)]);
    }

    #[test]
    fn columns_begin_below_what_spans_them() {
        let spanning = |height| Piece {
            spans: true,
            ..piece(height, Keep::Always)
        };
        let pieces = vec![spanning(20), spanning(20), piece(40, Keep::Free), piece(40, Keep::Free)];

        assert_eq!(places(pieces), [(0, 10, 20), (0, 10, 50), (0, 10, 75), (0, 120, 75)]);
    }

    #[test]
    fn a_page_is_begun_once_and_only_where_something_stands_before() {
        let begins = || Piece {
            begins_page: Some(1),
            ..piece(40, Keep::Free)
        };

        assert_eq!(places(vec![begins(), begins()]), [(0, 10, 20), (1, 10, 20)]);
    }

    #[test]
    fn rows_that_fill_more_than_a_column_go_on_in_the_next() {
        let mut long = piece(40, Keep::Free);
        long.rows.extend(piece(40, Keep::Free).rows);
        long.rows.extend(piece(40, Keep::Free).rows);

        assert_eq!(places(vec![long]), [(0, 10, 20), (0, 10, 60), (0, 120, 20)]);
    }
}
