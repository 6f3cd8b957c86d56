//! The structure of a file for screen readers, told mark by mark, and the entries of its outline.
//!
//! Only what happened is kept while pages are written: a few bytes a mark. The tree itself has a hundred
//! thousand pieces at a thousand pages; it is made in one go at the end, and given back in one go.
use super::points;
use crate::print::page::{Kind, Mark, Part, Shape};
use crate::sheet::Sheet;

use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{BBox, Identifier, ListNumbering, Node, Tag, TagGroup, TagKind, TagTree};

use std::mem;
use std::num::NonZeroU16;
use std::vec;

/// What is kept free above a heading that an entry of the outline leads to.
const ABOVE: i32 = 4_000;

/// The structure of a document, as it is told.
pub(super) struct Tree {
    lang: String,
    /// What a screen reader says for a box.
    tick: String,
    /// Where there are several sheets: the language of each, and what it says for a box.
    sheets: Vec<(String, String)>,
    /// What is not closed yet, outermost first.
    open: Vec<Part>,
    steps: Vec<Step>,
    drawn: Vec<Identifier>,
    /// Where boxes and codes are.
    places: Vec<Option<BBox>>,
    /// What stands for each code.
    says: Vec<String>,
    entries: Vec<Entry>,
}

/// What happened.
#[derive(Clone, Copy)]
enum Step {
    /// The next of several sheets began.
    Sheet,
    /// A piece of structure began.
    Open(Kind),
    /// Something was drawn that belongs to what began last.
    Drawn,
    /// What began last ended.
    Close,
}

/// A sheet or a heading, and where it stands.
struct Entry {
    of: Of,
    text: String,
    /// Counted from 0.
    page: usize,
    /// The first baseline.
    y: i32,
}

/// What an entry stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// One of several sheets.
    Sheet,
    /// The title of one of several sheets, which is said already.
    Title,
    /// A heading; of the last sheet, where there are several.
    Heading,
}

impl Tree {
    /// Nothing yet, in that language.
    pub(super) fn new(lang: &str) -> Self {
        Self {
            lang: lang.to_owned(),
            tick: String::new(),
            sheets: Vec::new(),
            open: Vec::new(),
            steps: Vec::new(),
            drawn: Vec::new(),
            places: Vec::new(),
            says: Vec::new(),
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
        self.steps.push(Step::Sheet);
        self.sheets.push((sheet.lang.clone(), sheet.tick.clone()));

        // A sheet without pages has no place to lead to.
        self.entries.pop_if(|last| last.of == Of::Sheet && last.page == page);
        self.entries.push(Entry {
            of: Of::Sheet,
            text: sheet.title.clone(),
            page,
            y: 0,
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
            .take_while(|(open, part)| open == part)
            .count();

        self.close(shared);
        parts
            .iter()
            .skip(shared)
            .for_each(|part| self.begin(*part, first, page));

        let is_heading = self.open.last().is_some_and(|part| is_heading(part.kind));

        if let Some(entry) = self.entries.last_mut().filter(|_| is_heading) {
            marks.iter().for_each(|mark| entry.say(mark));
        }

        self.steps.push(Step::Drawn);
        self.drawn.push(drawn);
    }

    fn begin(&mut self, part: Part, mark: &Mark, page: usize) {
        self.open.push(part);
        self.steps.push(Step::Open(part.kind));

        if matches!(part.kind, Kind::Tick | Kind::Code) {
            self.places.push(place(mark, page));
        }

        if let (Kind::Code, Shape::Code(code)) = (part.kind, &mark.shape) {
            self.says.push(code.says.clone());
        }

        if is_heading(part.kind) {
            let is_said = part.kind == Kind::Title && !self.sheets.is_empty();

            self.entries.push(Entry {
                of: if is_said { Of::Title } else { Of::Heading },
                text: String::new(),
                page,
                y: match &mark.shape {
                    Shape::Text(run) => run.y,
                    Shape::Line(_) | Shape::Square(_) | Shape::Code(_) => 0,
                },
            });
        }
    }

    /// Closes what is open until only `depth` pieces are.
    fn close(&mut self, depth: usize) {
        let closed = self.open.drain(depth.min(self.open.len())..);

        self.steps.extend(closed.map(|_| Step::Close));
    }

    /// Closes everything, and the sheet where it is one of several.
    fn end(&mut self) {
        self.close(0);

        if !self.sheets.is_empty() {
            self.steps.push(Step::Close);
        }
    }

    /// The whole of it, and the outline of a file of so many pages.
    pub(super) fn finish(mut self, pages: usize) -> (TagTree, Outline) {
        self.end();
        self.steps.shrink_to_fit();

        let mut nodes: Vec<OutlineNode> = Vec::new();

        for entry in self
            .entries
            .iter()
            .filter(|entry| entry.page < pages && entry.of != Of::Title)
        {
            let place = Point::from_xy(0.0, points((entry.y - ABOVE).max(0)));
            let node = OutlineNode::new(entry.text.clone(), XyzDestination::new(entry.page, place));

            match nodes.last_mut() {
                Some(sheet) if entry.of == Of::Heading && !self.sheets.is_empty() => sheet.push_child(node),
                _ => nodes.push(node),
            }
        }

        let mut outline = Outline::new();
        nodes.into_iter().for_each(|node| outline.push_child(node));

        (self.grow(), outline)
    }

    fn grow(self) -> TagTree {
        let mut done = TagTree::new().with_lang(Some(self.lang));
        let mut drawn = self.drawn.into_iter();
        let mut open: Vec<(Step, Vec<Node>)> = Vec::new();
        let mut known = Known {
            lang: String::new(),
            tick: self.tick,
            sheets: self.sheets.into_iter(),
            places: self.places.into_iter(),
            says: self.says.into_iter(),
            entries: self.entries.into_iter(),
        };

        for step in self.steps {
            let node = match step {
                Step::Sheet | Step::Open(_) => {
                    if matches!(step, Step::Sheet) {
                        known.next_sheet();
                    }

                    open.push((step, Vec::new()));
                    None
                }
                Step::Drawn => drawn.next().map(Node::from),
                Step::Close => open.pop().and_then(|(step, children)| known.closed(step, children)),
            };

            match open.last_mut() {
                Some((_, children)) => children.extend(node),
                None => done.children.extend(node),
            }
        }

        done
    }
}

/// What there is to say about pieces of structure, in the order in which they come.
struct Known {
    lang: String,
    tick: String,
    sheets: vec::IntoIter<(String, String)>,
    places: vec::IntoIter<Option<BBox>>,
    says: vec::IntoIter<String>,
    entries: vec::IntoIter<Entry>,
}

impl Known {
    fn next_sheet(&mut self) {
        if let Some((lang, tick)) = self.sheets.next() {
            (self.lang, self.tick) = (lang, tick);
        }
    }

    /// The piece that began with `step`, with all that belongs to it.
    fn closed(&mut self, step: Step, mut children: Vec<Node>) -> Option<Node> {
        let tag = match step {
            Step::Open(kind) => self.tag(kind),
            Step::Sheet => Tag::Part.with_lang(Some(self.lang.clone())).into(),
            Step::Drawn | Step::Close => return None,
        };

        // A paragraph alone in the body of an entry says nothing that the body does not say.
        if matches!(tag, TagKind::LBody(_))
            && let [Node::Group(only)] = children.as_mut_slice()
            && matches!(only.tag, TagKind::P(_))
        {
            children = mem::take(&mut only.children);
        }

        children.shrink_to_fit();

        (!children.is_empty()).then(|| TagGroup::with_children(tag, children).into())
    }

    fn tag(&mut self, kind: Kind) -> TagKind {
        match kind {
            Kind::Title => self.heading(0),
            Kind::Heading => self.heading(1),
            Kind::Subheading => self.heading(2),
            Kind::Paragraph => Tag::P.into(),
            Kind::List => Tag::L(ListNumbering::None).into(),
            Kind::Numbered => Tag::L(ListNumbering::Decimal).into(),
            Kind::Entry => Tag::LI.into(),
            Kind::Label => Tag::Lbl.into(),
            Kind::Body => Tag::LBody.into(),
            Kind::Tick => self.figure(Some(self.tick.clone())),
            Kind::Code => {
                let says = self.says.next();

                self.figure(says)
            }
        }
    }

    fn figure(&mut self, says: Option<String>) -> TagKind {
        Tag::Figure(says).with_bbox(self.places.next().flatten()).into()
    }

    fn heading(&mut self, level: u16) -> TagKind {
        let text = self.entries.find(|entry| entry.of != Of::Sheet).map(|entry| entry.text);

        Tag::Hn(NonZeroU16::MIN.saturating_add(level), text).into()
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

fn is_heading(kind: Kind) -> bool {
    matches!(kind, Kind::Title | Kind::Heading | Kind::Subheading)
}
