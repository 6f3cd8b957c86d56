//! A page as it will come out of the printer.
//!
//! White paper and black ink, whatever the colours of the window are: nobody shall be surprised by the
//! paper. Drawn from the same page data, and the same outlines, as the file that is printed.
use super::control::Control;
use super::spec::{Role, Spec};
use crate::font::{Stroke as Piece, outline};
use crate::gui::theme;
use crate::print::page::{Line, Mark, Page, Run, Shape, Square};

use iced::advanced::graphics::geometry::Renderer as _;
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Layout, Renderer as _, Widget, layout, mouse, renderer};
use iced::widget::Id;
use iced::widget::canvas::{Cache, Frame, Path, Stroke};
use iced::{Border, Color, Element, Length, Point, Rectangle, Renderer, Size, Theme, Vector};

use std::sync::Arc;

const PAPER: Color = Color::WHITE;
const INK: Color = Color::BLACK;

/// One of `pages`, counted from 0, as wide as there is room. Called `name`, with what it says as a note.
pub fn sheet<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    name: impl Into<String>,
    pages: &Arc<[Page]>,
    index: usize,
) -> Element<'a, Message> {
    let says = pages.get(index).map(words_of).unwrap_or_default();
    let spec = Spec::new(Role::Image, name).id(id).note(says);
    let paper = Paper {
        pages: Arc::clone(pages),
        index,
    };

    Control::label(spec, Element::new(paper)).into()
}

/// What a page says, part by part, in the order of reading; without what only decorates or numbers it.
#[must_use]
pub fn words_of(page: &Page) -> String {
    let mut says = String::new();
    let mut last: Option<&Mark> = None;

    for mark in page.marks.iter().filter(|mark| mark.parts.is_some()) {
        let Shape::Text(run) = &mark.shape else { continue };

        if let Some(last) = last {
            let is_same = last.parts == mark.parts;

            says.push(if is_same { ' ' } else { '\n' });
        }

        says.push_str(run.text.trim());
        last = Some(mark);
    }

    says
}

/// The painted page.
struct Paper {
    pages: Arc<[Page]>,
    index: usize,
}

/// The page that was painted last, and how: painting thousands of letters anew at every key would be slow.
struct State {
    pages: Arc<[Page]>,
    index: usize,
    cache: Cache,
}

impl Paper {
    fn page(&self) -> Option<&Page> {
        self.pages.get(self.index)
    }

    fn fresh(&self) -> State {
        State {
            pages: Arc::clone(&self.pages),
            index: self.index,
            cache: Cache::new(),
        }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Paper {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(self.fresh())
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State>();

        if state.index != self.index || !Arc::ptr_eq(&state.pages, &self.pages) {
            *state = self.fresh();
        }
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(&mut self, _: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        let width = limits.max().width;
        let height = self
            .page()
            .map_or(0.0, |page| width * page.height as f32 / page.width.max(1) as f32);

        layout::Node::new(Size::new(width, height))
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let Some(page) = self.page() else { return };

        if bounds.width < 1.0 || bounds.intersection(viewport).is_none() {
            return;
        }

        let palette = theme::palette(theme);

        renderer.fill_quad(
            renderer::Quad {
                bounds,
                border: Border {
                    color: palette.edge,
                    width: palette.stroke,
                    radius: 0.0.into(),
                },
                ..renderer::Quad::default()
            },
            PAPER,
        );

        let cache = &tree.state.downcast_ref::<State>().cache;
        let scale = bounds.width / page.width.max(1) as f32;

        renderer.with_translation(Vector::new(bounds.x, bounds.y), |renderer| {
            let painted = cache.draw(renderer, bounds.size(), |frame| paint(frame, page, scale));

            renderer.draw_geometry(painted);
        });
    }
}

fn paint(frame: &mut Frame, page: &Page, scale: f32) {
    for mark in &page.marks {
        match &mark.shape {
            Shape::Text(run) => frame.fill(&letters(run, scale), INK),
            Shape::Line(line) => frame.stroke(&straight(line, scale), ink(line.thickness, scale)),
            Shape::Square(square) => frame.stroke(&around(square, scale), ink(square.thickness, scale)),
        }
    }
}

/// A line thinner than a pixel would fade away on a screen; on paper it does not.
fn ink<'a>(thickness: i32, scale: f32) -> Stroke<'a> {
    Stroke::default()
        .with_color(INK)
        .with_width((thickness as f32 * scale).max(0.6))
}

/// One path a line of text: those outside the window cost nothing.
fn letters(run: &Run, scale: f32) -> Path {
    Path::new(|path| {
        for glyph in run.placed() {
            let to = |x: f32, y: f32| Point::new(glyph.x as f32 * scale + x, glyph.y as f32 * scale + y);

            for piece in outline(run.face, glyph.id, run.size as f32 * scale) {
                match piece {
                    Piece::Move(x, y) => path.move_to(to(x, y)),
                    Piece::Line(x, y) => path.line_to(to(x, y)),
                    Piece::Quad(a, b, x, y) => path.quadratic_curve_to(to(a, b), to(x, y)),
                    Piece::Cubic(a, b, c, d, x, y) => path.bezier_curve_to(to(a, b), to(c, d), to(x, y)),
                    Piece::Close => path.close(),
                }
            }
        }
    })
}

fn straight(line: &Line, scale: f32) -> Path {
    let at = |(x, y): (i32, i32)| Point::new(x as f32 * scale, y as f32 * scale);

    Path::line(at(line.from), at(line.to))
}

fn around(square: &Square, scale: f32) -> Path {
    let side = square.side as f32 * scale;

    Path::rectangle(
        Point::new(square.x as f32 * scale, square.y as f32 * scale),
        Size::new(side, side),
    )
}
