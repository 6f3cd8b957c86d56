//! Sets one item: its box, its name, how it is done, what else to know.
//!
//! The box stands on the first line of the name and can never leave it. A short item is never parted;
//! a longer one between devices, and the steps of one device only when they alone are long. Neither a
//! first step nor what closes the last stands alone. Where it goes on in another column, a line says whose
//! the rest is: it names the item, without a second box.
use super::compose::Composer;
use super::piece::{Keep, Piece, Row, height};
use super::scale::{EDGE, Type};
use crate::print::page::{Kind, Mark, Part, Shape, Square};
use crate::print::tag::within;
use crate::sheet::{Item, Said, TITLE, Way};

use std::iter::{once, repeat};
use std::sync::Arc;

/// What fills more than this part of a column may be parted.
const LONG: i32 = 3;

impl Composer<'_> {
    pub(super) fn item(&mut self, item: &Item, list: &[Part]) -> Vec<Piece> {
        let entry = self.part(list, Kind::Entry);
        let label = self.part(&entry, Kind::Label);
        let body = self.part(&entry, Kind::Body);
        let mut pieces = vec![self.name(item, &label, &body)];

        for way in &item.ways {
            let from = pieces.len();
            self.way(way, &body, &mut pieces);
            self.keep_short(pieces.get_mut(from..).unwrap_or_default());
        }

        // The first of them may begin a column, below the line that says whose it is.
        for (said, is_first) in item.also.iter().zip(once(true).chain(repeat(false))) {
            if !is_first || item.ways.is_empty() {
                self.close(&mut pieces);
            }

            let piece = self.note(said, &body);
            pieces.push(piece);
        }

        for label in &item.blanks {
            self.close(&mut pieces);
            let row = self.by_hand(label, &body);
            pieces.push(Piece::new(0, vec![row], Keep::Free));
        }

        self.keep_short(&mut pieces);

        // What is short is never parted, so nothing has to be set for it.
        if height(&pieces) > self.tallest / LONG {
            let goes_on = self.goes_on(&item.title);
            pieces
                .iter_mut()
                .skip(1)
                .for_each(|piece| piece.goes_on = goes_on.clone());
        }

        pieces
    }

    /// The line above the rest of an item in another column. No part of what is read: nothing is parted there.
    fn goes_on(&mut self, title: &str) -> Option<Arc<Row>> {
        let set_in = self.scale.small;
        let (x, width) = self.beside();
        let words = self.goes_on?;
        let whole = words.replace(TITLE, title);
        let mut lines = self.typesetter.set(&[(set_in.face, &whole)], set_in.size, width);

        if lines.len() > 1 {
            let around = self
                .typesetter
                .set(&[(set_in.face, &words.replace(TITLE, "…"))], set_in.size, width);
            let around = around.first().map_or(0, |line| line.width);
            let first = self
                .typesetter
                .set(&[(set_in.face, title)], set_in.size, width - around - set_in.size);
            let first: String = first.first()?.runs.iter().map(|run| run.text.as_str()).collect();
            let short = words.replace(TITLE, &format!("{}…", first.trim_end()));

            lines = self.typesetter.set(&[(set_in.face, &short)], set_in.size, width);
        }

        let runs = lines.into_iter().next()?.runs.into_iter();
        let marks = runs.map(|run| {
            let mark = Mark {
                parts: None,
                shape: Shape::Text(run),
            };

            mark.moved(x, set_in.baseline())
        });

        Some(Arc::new(Row {
            height: set_in.leading + self.scale.near * 2,
            marks: marks.collect(),
        }))
    }

    /// Room to write on, below what it belongs to.
    fn by_hand(&mut self, label: &str, body: &[Part]) -> Row {
        let (x, width) = self.beside();
        let row = self.blank(label, width, body);

        Row {
            height: row.height,
            marks: row.marks.into_iter().map(|mark| mark.moved(x, 0)).collect(),
        }
    }

    /// Keeps pieces together, unless they are long.
    fn keep_short(&self, pieces: &mut [Piece]) {
        let is_short = height(pieces) <= self.tallest / LONG;
        let Some((last, others)) = pieces.split_last_mut() else {
            return;
        };

        for piece in others.iter_mut().filter(|piece| is_short && piece.keep == Keep::Free) {
            piece.keep = Keep::Fits;
        }

        last.keep = Keep::Free;
    }

    /// The box, the name of the thing and how long it takes; and why.
    fn name(&mut self, item: &Item, label: &[Part], body: &[Part]) -> Piece {
        let scale = self.scale;
        let tick = self.tick(label, 0, scale.tick, scale.item);
        let name = self.part(body, Kind::Paragraph);
        let (x, width) = self.beside();

        let beside_aside = (x, width.min(self.width - x - scale.aside));
        let mut rows = self.rows(&[(scale.item.face, &item.title)], scale.item, beside_aside, &name);

        if let Some(first) = rows.first_mut() {
            first.marks.insert(0, tick);
        }

        // Beside the first line, but read after the last: so its lines are one row, which nothing parts.
        let aside = self.part(body, Kind::Paragraph);
        let mut name = Row::default();

        for row in rows.drain(..) {
            let down = name.height;
            name.height += row.height;
            name.marks.extend(row.marks.into_iter().map(|mark| mark.moved(0, down)));
        }

        let end = (self.width, scale.item.baseline());
        name.marks.extend(self.at_end(&item.aside, scale.small, end, &aside));
        rows.push(name);

        if !item.why.is_empty() {
            let why = self.part(body, Kind::Paragraph);
            rows.extend(self.rows(&[(scale.small.face, &item.why)], scale.small, (x, width), &why));
        }

        let keep = if item.ways.is_empty() { Keep::Free } else { Keep::Always };

        Piece::new(scale.above_item, rows, keep)
    }

    /// One device: its name, numbered steps, how to see that it worked, when it was looked at.
    fn way(&mut self, way: &Way, body: &[Part], pieces: &mut Vec<Piece>) {
        let scale = self.scale;
        let place = self.beside();
        let mut above = scale.near * 2;

        if !way.on.is_empty() {
            let rows = self.device(way, body);
            pieces.push(Piece::new(above, rows, Keep::Always));
            above = scale.near / 2;
        }

        let is_alone = way.steps.len() == 1;
        let list = self.part(body, if is_alone { Kind::List } else { Kind::Numbered });

        for (step, number) in way.steps.iter().zip(1..) {
            let label = if is_alone {
                "–".to_owned()
            } else {
                format!("{number}")
            };
            let rows = self.entry(&label, step, place, &list);

            pieces.push(Piece::new(above, rows, Keep::Free));
            above = scale.near / 2;
        }

        for said in &way.also {
            self.close(pieces);
            let piece = self.note(said, body);
            pieces.push(piece);
        }

        if !way.noted.is_empty() {
            let parts = self.part(body, Kind::Paragraph);
            let rows = self.rows(&[(scale.caption.face, &way.noted)], scale.caption, place, &parts);

            self.close(pieces);
            pieces.push(Piece::new(scale.near, rows, Keep::Free));
        }
    }

    /// What comes next closes the piece before it, and must not begin a column.
    fn close(&self, pieces: &mut [Piece]) {
        if let Some(last) = pieces.last_mut() {
            last.keep = Keep::Always;
        }
    }

    /// The name of a device, with a small box where there are several.
    fn device(&mut self, way: &Way, body: &[Part]) -> Vec<Row> {
        let scale = self.scale;
        let (x, width) = self.beside();
        let parts = self.part(body, Kind::Paragraph);

        if !way.has_box {
            return self.rows(&[(scale.strong.face, &way.on)], scale.strong, (x, width), &parts);
        }

        let tick = self.tick(body, x, scale.small_tick, scale.strong);
        let place = (x + scale.hang, width - scale.hang);
        let mut rows = self.rows(&[(scale.strong.face, &way.on)], scale.strong, place, &parts);

        if let Some(first) = rows.first_mut() {
            first.marks.insert(0, tick);
        }

        rows
    }

    fn note(&mut self, said: &Said, body: &[Part]) -> Piece {
        let rows = self.said_rows(said, self.beside(), body);

        Piece::new(self.scale.near, rows, Keep::Free)
    }

    /// Where the text beside a box begins, and how wide it is.
    fn beside(&self) -> (i32, i32) {
        let x = self.scale.gutter;

        (x, self.measure() - x)
    }

    /// A box on the first line of something set in `beside`, centred on its capitals.
    fn tick(&mut self, parent: &[Part], x: i32, side: i32, beside: Type) -> Mark {
        let parts = self.part(parent, Kind::Tick);
        // The capitals of Daypack Sans are 714 thousandths high.
        let middle = beside.baseline() - beside.size * 357 / 1_000;

        within(
            &parts,
            Shape::Square(Square {
                x: x + EDGE / 2,
                y: middle - side / 2,
                side,
                thickness: EDGE,
            }),
        )
    }
}
