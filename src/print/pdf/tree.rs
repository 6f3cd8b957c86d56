//! The structure of a file for screen readers, built mark by mark, and the entries of its outline.
//!
//! Whatever is closed is kept as small as the library lets it be: a thousand pages have a hundred
//! thousand pieces of structure, and all of them are in memory until the file is written.
use super::points;
use crate::print::page::{Kind, Mark, Part, Shape};
use crate::sheet::Sheet;

use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{BBox, Identifier, ListNumbering, Node, Tag, TagGroup, TagKind, TagTree};

use std::num::NonZeroU16;

/// What is kept free above a heading that an entry of the outline leads to.
const ABOVE: i32 = 4_000;

/// The structure of a document.
pub(super) struct Tree {
    done: TagTree,
    /// What a screen reader says for a box of this sheet.
    tick: String,
    /// What this sheet consists of, where it is one of several; and its language.
    sheet: Option<(String, Vec<Node>)>,
    /// What is not closed yet, outermost first.
    open: Vec<Open>,
    entries: Vec<Entry>,
}

/// A piece of structure to which more may be added.
struct Open {
    part: Part,
    place: Option<BBox>,
    /// What stands for a code.
    says: Option<String>,
    /// What a heading says so far.
    entry: Option<Entry>,
    children: Vec<Node>,
}

/// An entry of the outline.
struct Entry {
    text: String,
    /// Counted from 0.
    page: usize,
    /// The first baseline.
    y: i32,
    /// Belongs below the last that does not.
    is_below: bool,
}

impl Tree {
    /// Nothing yet, in that language.
    pub(super) fn new(lang: &str) -> Self {
        Self {
            done: TagTree::new().with_lang(Some(lang.to_owned())),
            tick: String::new(),
            sheet: None,
            open: Vec::new(),
            entries: Vec::new(),
        }
    }

    /// What follows is `sheet`, and there is nothing else.
    pub(super) fn only(&mut self, sheet: &Sheet) {
        self.tick.clone_from(&sheet.tick);
    }

    /// What follows, from that page on, is `sheet`: one of several.
    pub(super) fn next(&mut self, sheet: &Sheet, page: usize) {
        self.end();
        self.only(sheet);
        self.sheet = Some((sheet.lang.clone(), Vec::new()));
        // A sheet without pages has no place to lead to.
        self.entries.pop_if(|last| !last.is_below && last.page == page);
        self.entries.push(Entry {
            text: sheet.title.clone(),
            page,
            y: 0,
            is_below: false,
        });
    }

    /// Adds what was drawn for marks that are part of the same, on `page`.
    pub(super) fn add(&mut self, marks: &[Mark], page: usize, drawn: Identifier) {
        let Some(first) = marks.first() else { return };
        let parts = first.parts.as_deref().unwrap_or_default();
        let shared = self
            .open
            .iter()
            .zip(parts)
            .take_while(|(open, part)| open.part == **part)
            .count();

        self.close(shared);

        for part in parts.iter().skip(shared) {
            let open = self.opened(*part, first, page);
            self.open.push(open);
        }

        if let Some(entry) = self.open.last_mut().and_then(|open| open.entry.as_mut()) {
            marks.iter().for_each(|mark| entry.say(mark));
        }

        self.keep(drawn.into());
    }

    /// The whole of it, and the outline of a file of so many pages.
    pub(super) fn finish(mut self, pages: usize) -> (TagTree, Outline) {
        self.end();

        let mut nodes: Vec<OutlineNode> = Vec::new();

        for entry in self.entries.into_iter().filter(|entry| entry.page < pages) {
            let place = Point::from_xy(0.0, points((entry.y - ABOVE).max(0)));
            let node = OutlineNode::new(entry.text, XyzDestination::new(entry.page, place));

            match nodes.last_mut() {
                Some(above) if entry.is_below => above.push_child(node),
                _ => nodes.push(node),
            }
        }

        let mut outline = Outline::new();
        nodes.into_iter().for_each(|node| outline.push_child(node));

        (self.done, outline)
    }

    /// Closes everything, and the sheet where it is one of several.
    fn end(&mut self) {
        self.close(0);

        if let Some((lang, children)) = self.sheet.take()
            && !children.is_empty()
        {
            self.done
                .push(TagGroup::with_children(Tag::Part.with_lang(Some(lang)), children));
        }
    }

    /// Closes what is open until only `depth` pieces are.
    fn close(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(mut closed) = self.open.pop() else { return };
            closed.children.shrink_to_fit();

            let tag = self.tag(&closed);
            self.keep(TagGroup::with_children(tag, closed.children).into());

            // The name of a sheet among several stands above already.
            let is_said = |entry: &Entry| entry.is_below && closed.part.kind == Kind::Title;
            self.entries.extend(closed.entry.filter(|entry| !is_said(entry)));
        }
    }

    /// Puts `node` into the innermost that is open.
    fn keep(&mut self, node: Node) {
        match (self.open.last_mut(), &mut self.sheet) {
            (Some(open), _) => open.children.push(node),
            (None, Some((_, children))) => children.push(node),
            (None, None) => self.done.push(node),
        }
    }

    fn opened(&self, part: Part, mark: &Mark, page: usize) -> Open {
        let entry = match (part.kind, &mark.shape) {
            (Kind::Title | Kind::Heading | Kind::Subheading, Shape::Text(run)) => Some(Entry {
                text: String::new(),
                page,
                y: run.y,
                is_below: self.sheet.is_some(),
            }),
            _ => None,
        };

        Open {
            part,
            place: place(mark, page),
            says: match &mark.shape {
                Shape::Code(code) => Some(code.says.clone()),
                Shape::Text(_) | Shape::Line(_) | Shape::Square(_) => None,
            },
            entry,
            children: Vec::new(),
        }
    }

    fn tag(&self, closed: &Open) -> TagKind {
        let heading = |level: u16| {
            let text = closed.entry.as_ref().map(|entry| entry.text.clone());

            Tag::Hn(NonZeroU16::MIN.saturating_add(level), text).into()
        };

        match closed.part.kind {
            Kind::Title => heading(0),
            Kind::Heading => heading(1),
            Kind::Subheading => heading(2),
            Kind::Paragraph => Tag::P.into(),
            Kind::List => Tag::L(ListNumbering::None).into(),
            Kind::Numbered => Tag::L(ListNumbering::Decimal).into(),
            Kind::Entry => Tag::LI.into(),
            Kind::Label => Tag::Lbl.into(),
            Kind::Body => Tag::LBody.into(),
            Kind::Tick => Tag::Figure(Some(self.tick.clone())).with_bbox(closed.place).into(),
            Kind::Code => Tag::Figure(closed.says.clone()).with_bbox(closed.place).into(),
        }
    }
}

impl Entry {
    fn say(&mut self, mark: &Mark) {
        if let Shape::Text(run) = &mark.shape {
            self.text.push_str(&run.text);
        }
    }
}

/// Where a box or a code is, for readers that show it.
fn place(mark: &Mark, page: usize) -> Option<BBox> {
    let (x, y, side) = match &mark.shape {
        Shape::Square(square) => (square.x, square.y, square.side),
        Shape::Code(code) => (code.x, code.y, code.side()),
        Shape::Text(_) | Shape::Line(_) => return None,
    };
    let [left, top, side] = [x, y, side].map(points);

    Some(BBox::new(page, Rect::from_xywh(left, top, side, side)?))
}
