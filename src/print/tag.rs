//! What marks are part of: opened while setting, and made into a tree for screen readers when written.
use super::page::{Kind, Mark, Page, Part, Parts, Shape};
use super::pdf::points;
use crate::sheet::Sheet;

use krilla::geom::Rect;
use krilla::tagging::{BBox, Identifier, ListNumbering, Tag, TagGroup, TagKind, TagTree};

use std::num::NonZeroU16;

/// Gives every piece of structure a number of its own.
#[derive(Debug, Default)]
pub(super) struct Tags(u32);

impl Tags {
    /// A new piece of structure below `parent`.
    pub(super) fn open(&mut self, parent: &[Part], kind: Kind) -> Parts {
        self.0 += 1;
        let part = Part { kind, number: self.0 };

        parent.iter().copied().chain([part]).collect()
    }
}

/// A mark that is part of something.
pub(super) fn within(parts: &Parts, shape: Shape) -> Mark {
    Mark {
        parts: Some(parts.clone()),
        shape,
    }
}

/// A title or a heading, and where it stands.
pub(super) struct Heading {
    pub(super) number: u32,
    pub(super) text: String,
    /// Counted from 0.
    pub(super) page: usize,
    /// The first baseline.
    pub(super) y: i32,
}

/// The title and the headings of all pages, in order.
pub(super) fn headings(pages: &[Page]) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();

    for (page, number) in pages.iter().zip(0..) {
        for mark in &page.marks {
            let part = mark.parts.as_ref().and_then(|parts| parts.last());
            let (Some(part), Shape::Text(run)) = (part, &mark.shape) else {
                continue;
            };

            if !matches!(part.kind, Kind::Title | Kind::Heading | Kind::Subheading) {
                continue;
            }

            match found.last_mut() {
                Some(last) if last.number == part.number => last.text.push_str(&run.text),
                _ => found.push(Heading {
                    number: part.number,
                    text: run.text.clone(),
                    page: number,
                    y: run.y,
                }),
            }
        }
    }

    found
}

/// The structure of a document, built mark by mark.
pub(super) struct Tree<'a> {
    sheet: &'a Sheet,
    headings: Vec<Heading>,
    done: TagTree,
    /// What is not closed yet, outermost first.
    open: Vec<(Part, TagGroup)>,
}

impl<'a> Tree<'a> {
    pub(super) fn new(pages: &[Page], sheet: &'a Sheet) -> Self {
        Self {
            sheet,
            headings: headings(pages),
            done: TagTree::new().with_lang(Some(sheet.lang.clone())),
            open: Vec::new(),
        }
    }

    /// Adds what was drawn for `mark`, and for those that are part of the same, on `page`.
    pub(super) fn add(&mut self, mark: &Mark, page: usize, drawn: Identifier) {
        let parts = mark.parts.as_deref().unwrap_or_default();
        let shared = self
            .open
            .iter()
            .zip(parts)
            .take_while(|((open, _), part)| open == *part)
            .count();

        self.close(shared);

        for part in parts.iter().skip(shared) {
            let group = TagGroup::new(self.tag(*part, mark, page));
            self.open.push((*part, group));
        }

        match self.open.last_mut() {
            Some((_, group)) => group.push(drawn),
            None => self.done.push(drawn),
        }
    }

    pub(super) fn finish(mut self) -> TagTree {
        self.close(0);

        self.done
    }

    /// Closes what is open until only `depth` pieces are.
    fn close(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some((_, group)) = self.open.pop() else { return };

            match self.open.last_mut() {
                Some((_, parent)) => parent.push(group),
                None => self.done.push(group),
            }
        }
    }

    fn tag(&self, part: Part, mark: &Mark, page: usize) -> TagKind {
        match part.kind {
            Kind::Title => self.heading(NonZeroU16::MIN, part),
            Kind::Heading => self.heading(NonZeroU16::MIN.saturating_add(1), part),
            Kind::Subheading => self.heading(NonZeroU16::MIN.saturating_add(2), part),
            Kind::Paragraph => Tag::P.into(),
            Kind::List => Tag::L(ListNumbering::None).into(),
            Kind::Numbered => Tag::L(ListNumbering::Decimal).into(),
            Kind::Entry => Tag::LI.into(),
            Kind::Label => Tag::Lbl.into(),
            Kind::Body => Tag::LBody.into(),
            Kind::Tick => Tag::Figure(Some(self.sheet.tick.clone()))
                .with_bbox(place(mark, page))
                .into(),
        }
    }

    fn heading(&self, level: NonZeroU16, part: Part) -> TagKind {
        let text = self.headings.iter().find(|heading| heading.number == part.number);

        Tag::Hn(level, text.map(|heading| heading.text.clone())).into()
    }
}

/// Where a box is, for readers that show it.
fn place(mark: &Mark, page: usize) -> Option<BBox> {
    let Shape::Square(square) = &mark.shape else {
        return None;
    };
    let [left, top, side] = [square.x, square.y, square.side].map(points);

    Some(BBox::new(page, Rect::from_xywh(left, top, side, side)?))
}
