//! Blocks become pieces: set in type, told what they are part of, told what must stay together.
use super::measure::{Line, Typesetter};
use super::piece::{Keep, Piece, Row};
use super::scale::{Frame, HAIR, HAND, Scale, Type};
use crate::font::Face;
use crate::print::page::{self, Kind, Mark, Parts, Shape};
use crate::print::tag::{Tags, within};
use crate::sheet::{Block, Said};

/// Sets blocks that flow one below the other.
pub(super) struct Composer<'a> {
    pub(super) scale: &'a Scale,
    /// The height of a column, to tell a long item from a short one.
    pub(super) tallest: i32,
    /// The width of a column.
    pub(super) width: i32,
    frame: Frame,
    tags: &'a mut Tags,
    /// The list that the next item belongs to, while items follow each other.
    list: Option<Parts>,
    /// The next piece begins a page, in so many columns.
    begins_page: Option<i32>,
    pub(super) typesetter: &'a mut Typesetter,
    pieces: Vec<Piece>,
    /// What says above the rest of an item that it goes on; nothing where that is not said.
    pub(super) goes_on: Option<&'a str>,
}

impl<'a> Composer<'a> {
    pub(super) fn new(scale: &'a Scale, frame: Frame, typesetter: &'a mut Typesetter, tags: &'a mut Tags) -> Self {
        Self {
            scale,
            tallest: frame.height,
            width: frame.column(),
            frame,
            tags,
            list: None,
            begins_page: None,
            typesetter,
            pieces: Vec::new(),
            goes_on: None,
        }
    }

    /// Says in these words where an item goes on in another column; empty words say nothing.
    pub(super) fn saying(mut self, goes_on: &'a str) -> Self {
        self.goes_on = Some(goes_on).filter(|words| !words.is_empty());

        self
    }

    /// Sets one block after the other, and gives away what came of it before it sets the next.
    pub(super) fn compose(mut self, blocks: &[Block], mut give: impl FnMut(Piece)) {
        for block in blocks {
            if !matches!(block, Block::Item(_)) {
                self.list = None;
            }

            self.block(block);
            self.pieces.drain(..).for_each(&mut give);
        }
    }

    fn block(&mut self, block: &Block) {
        let scale = self.scale;

        match block {
            Block::Title(text) => self.spanning(text, scale.title, Kind::Title, 0),
            Block::Lead(text) => self.spanning(text, scale.body, Kind::Paragraph, scale.near),
            Block::Heading(text) => self.heading(text),
            Block::Subheading(text) => self.subheading(text),
            Block::Paragraph(text) => self.paragraph(text, scale.body, scale.apart),
            Block::Small(text) => self.paragraph(text, scale.small, scale.above_item),
            Block::Said(said) => self.said(said),
            Block::Points(lines) => self.points(lines),
            Block::Item(item) => {
                let list = self.list.take().unwrap_or_else(|| self.tags.open(&[], Kind::List));
                let pieces = self.item(item, &list);
                self.list = Some(list);
                pieces.into_iter().for_each(|piece| self.push(piece));
            }
            Block::Blanks(labels) => self.blanks(labels),
            // They do not flow: they are placed once everything else is.
            Block::Codes(_) => {}
            Block::Rest(rest) => {
                for part in &rest.parts {
                    self.block(&Block::Heading(part.heading.clone()));
                    part.blocks.iter().for_each(|block| self.block(block));
                    self.list = None;
                }
            }
            Block::Guides(_) => {}
            Block::Page { columns } => {
                self.frame = self.frame.in_columns(i32::from(*columns));
                self.width = self.frame.column();
                self.begins_page = Some(self.frame.columns);
            }
        }
    }

    fn push(&mut self, mut piece: Piece) {
        piece.begins_page = self.begins_page.take();
        self.pieces.push(piece);
    }

    /// Something across all columns, before the columns begin.
    fn spanning(&mut self, text: &str, set_in: Type, kind: Kind, above: i32) {
        let parts = self.tags.open(&[], kind);
        // A line of text across the whole page is hard to follow.
        let width = self.frame.width.min(set_in.size * 45);
        let rows = self.rows(&[(set_in.face, text)], set_in, (0, width), &parts);

        self.push_across(Piece::new(above, rows, Keep::Free));
    }

    /// A piece across all columns.
    fn push_across(&mut self, mut piece: Piece) {
        piece.spans = self.frame.columns > 1;
        self.push(piece);
    }

    fn heading(&mut self, text: &str) {
        let parts = self.tags.open(&[], Kind::Heading);
        let set_in = self.scale.heading;
        let is_across = self.begins_page.is_some();
        let width = if is_across { self.frame.width } else { self.width };
        let mut rows = self.rows(&[(set_in.face, text)], set_in, (0, width), &parts);

        rows.push(Row {
            height: self.scale.near + HAIR,
            marks: vec![hairline(0, width, self.scale.near)],
        });

        let piece = Piece::new(self.scale.above_heading, rows, Keep::Always);

        if is_across {
            self.push_across(piece);
        } else {
            self.push(piece);
        }
    }

    fn subheading(&mut self, text: &str) {
        let parts = self.tags.open(&[], Kind::Subheading);
        let set_in = self.scale.item;
        let rows = self.rows(&[(set_in.face, text)], set_in, (0, self.width), &parts);

        self.push(Piece::new(self.scale.above_subheading, rows, Keep::Always));
    }

    fn paragraph(&mut self, text: &str, set_in: Type, above: i32) {
        let parts = self.tags.open(&[], Kind::Paragraph);
        let rows = self.rows(&[(set_in.face, text)], set_in, (0, self.measure()), &parts);

        self.push(Piece::new(above, rows, Keep::Free));
    }

    /// A word in bold, sentences, and a line of small print.
    fn said(&mut self, said: &Said) {
        let rows = self.said_rows(said, (0, self.measure()), &[]);

        self.push(Piece::new(self.scale.apart, rows, Keep::Free));
    }

    pub(super) fn said_rows(&mut self, said: &Said, place: (i32, i32), parent: &[page::Part]) -> Vec<Row> {
        let parts = self.tags.open(parent, Kind::Paragraph);
        let label = format!("{} ", said.label);
        let spans = [(Face::Bold, label.as_str()), (Face::Regular, said.text.as_str())];
        let mut rows = self.rows(&spans, self.scale.body, place, &parts);

        if !said.noted.is_empty() {
            let parts = self.tags.open(parent, Kind::Paragraph);
            rows.extend(self.rows(&[(Face::Regular, &said.noted)], self.scale.caption, place, &parts));
        }

        rows
    }

    fn points(&mut self, lines: &[String]) {
        let list = self.tags.open(&[], Kind::List);
        let scale = self.scale;

        for (line, is_first) in lines.iter().zip(std::iter::once(true).chain(std::iter::repeat(false))) {
            let above = if is_first { scale.apart } else { scale.near };
            let rows = self.entry("–", line, (0, self.measure()), &list);

            self.push(Piece::new(above, rows, Keep::Fits));
        }

        self.end_group();
    }

    /// What comes next may begin a column.
    fn end_group(&mut self) {
        if let Some(last) = self.pieces.last_mut() {
            last.keep = Keep::Free;
        }
    }

    /// An entry of a list: its label hangs before it.
    pub(super) fn entry(&mut self, label: &str, text: &str, place: (i32, i32), list: &[page::Part]) -> Vec<Row> {
        let (x, width) = place;
        let set_in = self.scale.body;
        let entry = self.tags.open(list, Kind::Entry);
        let before = self.tags.open(&entry, Kind::Label);
        let body = self.tags.open(&entry, Kind::Body);
        let paragraph = self.tags.open(&body, Kind::Paragraph);

        let labels = self.rows(&[(set_in.face, label)], set_in, (x, self.scale.hang), &before);
        let place = (x + self.scale.hang, width - self.scale.hang);
        let mut rows = self.rows(&[(set_in.face, text)], set_in, place, &paragraph);

        if let (Some(first), Some(label)) = (rows.first_mut(), labels.into_iter().next()) {
            first.marks.splice(0..0, label.marks);
        }

        rows
    }

    fn blanks(&mut self, labels: &[String]) {
        let scale = self.scale;
        let gap = scale.gutter;
        let across = ((self.width + gap) / (scale.blank_width + gap)).max(1);
        let width = (self.width - gap * (across - 1)) / across;

        for group in labels.chunks(usize::try_from(across).unwrap_or(1)) {
            let cells: Vec<Row> = group.iter().map(|label| self.blank(label, width, &[])).collect();
            let height = cells.iter().map(|cell| cell.height).max().unwrap_or(0);
            let marks = cells.into_iter().zip(0..).flat_map(|(cell, column)| {
                let down = height - cell.height;
                let right = column * (width + gap);

                cell.marks.into_iter().map(move |mark| mark.moved(right, down))
            });
            let row = Row {
                height,
                marks: marks.collect(),
            };

            self.push(Piece::new(0, vec![row], Keep::Fits));
        }

        self.end_group();
    }

    /// A label, and a line to write on: behind it, or below it where there would be no room for a hand.
    pub(super) fn blank(&mut self, label: &str, width: i32, parent: &[page::Part]) -> Row {
        let scale = self.scale;
        let leading = scale.small.leading;
        let parts = self.tags.open(parent, Kind::Paragraph);
        let mut set = |width| self.typesetter.set(&[(Face::Regular, label)], scale.small.size, width);
        let beside = set(width * 3 / 5);
        let from = beside.last().map_or(0, |line| line.width + scale.near * 2);
        let is_beside = beside.len() < 2 && (width - from >= HAND || from <= width * 4 / 9);
        let (lines, from, below) = match is_beside {
            true => (beside, from, 0),
            false => (set(width), 0, scale.blank - 2 * scale.near),
        };
        let mut cell = Row {
            height: if is_beside {
                scale.blank - leading
            } else {
                4 * scale.near
            },
            marks: Vec::new(),
        };

        for line in lines {
            cell.height += leading;
            cell.marks.extend(marks(line, &parts, 0, cell.height));
        }

        cell.height += below;
        cell.marks.push(hairline(from, width, cell.height));

        cell
    }

    /// How wide running text is set: not as wide as a page may be.
    pub(super) fn measure(&self) -> i32 {
        (self.width - self.scale.aside).max(self.width.min(self.scale.body.size * 40))
    }

    /// Text as rows, from `place.0`, at most `place.1` wide.
    pub(super) fn rows(&mut self, spans: &[(Face, &str)], set_in: Type, place: (i32, i32), parts: &Parts) -> Vec<Row> {
        let (x, width) = place;

        self.typesetter
            .set(spans, set_in.size, width)
            .into_iter()
            .map(|line| Row {
                height: set_in.leading,
                marks: marks(line, parts, x, set_in.baseline()),
            })
            .collect()
    }

    /// Text on one line that ends at `end.0`, with its baseline at `end.1`.
    pub(super) fn at_end(&mut self, text: &str, set_in: Type, end: (i32, i32), parts: &Parts) -> Vec<Mark> {
        match self
            .typesetter
            .set(&[(set_in.face, text)], set_in.size, self.width)
            .into_iter()
            .next()
        {
            Some(line) => {
                let x = end.0 - line.width;

                marks(line, parts, x, end.1)
            }
            None => Vec::new(),
        }
    }

    /// A tag below `parent`.
    pub(super) fn part(&mut self, parent: &[page::Part], kind: Kind) -> Parts {
        self.tags.open(parent, kind)
    }
}

/// The runs of a line as marks, with the line's left end at `x` and its baseline at `y`.
pub(super) fn marks(line: Line, parts: &Parts, x: i32, y: i32) -> Vec<Mark> {
    line.runs
        .into_iter()
        .map(|run| within(parts, Shape::Text(run)).moved(x, y))
        .collect()
}

/// A thin line from one place to another; says nothing alone.
fn hairline(from: i32, to: i32, y: i32) -> Mark {
    Mark {
        parts: None,
        shape: Shape::Line(page::Line {
            from: (from, y),
            to: (to, y),
            thickness: HAIR,
            stroke: page::Stroke::Solid,
        }),
    }
}
