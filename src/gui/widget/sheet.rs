//! A page as it will come out of the printer.
//!
//! White paper and black ink, whatever the colours of the window are: nobody shall be surprised by the
//! paper. Drawn from the same page data, and the same outlines, as the file that is printed.
use super::control::Control;
use super::spec::{Reach, Role, Spec};
use crate::font::{Stroke as Piece, outline};
use crate::gui::theme;
use crate::print::page::{Line, Mark, Page, Run, Shape, Square};

use iced::advanced::graphics::geometry::Renderer as _;
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Layout, Renderer as _, Widget, layout, mouse, renderer};
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::Id;
use iced::widget::canvas::{Cache, Frame, Path, Stroke};
use iced::{Border, Color, Element, Length, Point, Rectangle, Renderer, Size, Theme, Vector};

use std::sync::Arc;

const PAPER: Color = Color::WHITE;
const INK: Color = Color::BLACK;

/// One of these pages, counted from 0, as wide as there is room. Called `name`, with what it says as a note.
///
/// Where there is a page before it or after it, the keyboard stops here and turns to them: by the arrows to
/// the sides, or page by page. The other two arrows still scroll: a page may be taller than the window.
pub fn sheet<'a, Message: Clone + 'a>(
    id: impl Into<Id>,
    name: impl Into<String>,
    (pages, index): (&Arc<[Page]>, usize),
    [before, after]: [Option<Message>; 2],
) -> Element<'a, Message> {
    let says = pages.get(index).map(words_of).unwrap_or_default();
    let spec = Spec::new(Role::Image, name).id(id).note(says);
    let reach = if before.is_some() || after.is_some() {
        Reach::Tab
    } else {
        Reach::None
    };
    let paper = Paper {
        pages: Arc::clone(pages),
        index,
    };

    Control::label(spec, Element::new(paper))
        .reach(reach)
        .on_key(move |key, modifiers| match key {
            _ if !modifiers.is_empty() => None,
            Key::Named(Named::ArrowLeft | Named::PageUp) => before.clone(),
            Key::Named(Named::ArrowRight | Named::PageDown) => after.clone(),
            _ => None,
        })
        .into()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::Face;
    use crate::gui::theme::{Look, Shade};
    use crate::gui::widget::probe::Probe;
    use crate::print::page::{Glyph, Kind, Part};

    fn mark(number: Option<u32>, shape: Shape) -> Mark {
        let part = |number| Part {
            kind: Kind::Paragraph,
            number,
        };

        Mark {
            parts: number.map(|number| Arc::from([part(number)])),
            shape,
        }
    }

    /// A line of text; each of its letters is drawn as the glyph of this number.
    fn run(number: Option<u32>, y: i32, glyph: u16, text: &str) -> Mark {
        let glyph = |from: usize| Glyph {
            id: glyph,
            advance: 600,
            right: 0,
            up: 0,
            from: from as u32,
            to: from as u32 + 1,
        };

        mark(
            number,
            Shape::Text(Run {
                x: 1_000,
                y,
                face: Face::Regular,
                size: 2_000,
                text: text.to_owned(),
                glyphs: (0..text.len()).map(glyph).collect(),
            }),
        )
    }

    fn page(glyph: u16) -> Page {
        let square = Shape::Square(Square {
            x: 1_000,
            y: 1_000,
            side: 2_000,
            thickness: 100,
        });
        let line = Shape::Line(Line {
            from: (1_000, 4_000),
            to: (19_000, 4_000),
            thickness: 10,
        });

        Page {
            width: 20_000,
            height: 12_000,
            marks: vec![
                mark(Some(1), square),
                run(Some(1), 6_000, glyph, "First line "),
                run(Some(1), 8_000, glyph, "and second"),
                mark(None, line),
                run(Some(2), 10_000, glyph, "Another"),
                run(None, 11_500, glyph, "Page 1 of 2"),
            ],
        }
    }

    /// How bright each pixel of the painted page is, inside its frame.
    fn painted(shade: Shade, pages: &Arc<[Page]>, index: usize) -> Vec<u8> {
        let look = Look {
            shade,
            ..Look::default()
        };
        let mut probe = Probe::new(look, 600.0, 360.0);
        let mut shown = probe.show(sheet::<()>("sheet", "Page", (pages, index), [None, None]));
        let (width, height, pixels) = shown.picture();
        let is_inside = |at: usize| {
            let (x, y) = (at % width as usize, at / width as usize);

            (3..width as usize - 3).contains(&x) && (3..height as usize - 3).contains(&y)
        };

        pixels
            .chunks_exact(4)
            .enumerate()
            .filter(|(at, _)| is_inside(*at))
            .map(|(_, pixel)| {
                assert!(
                    pixel[0] == pixel[1] && pixel[1] == pixel[2],
                    "neither ink nor paper: {pixel:?}"
                );

                pixel[0]
            })
            .collect()
    }

    #[test]
    fn the_paper_is_white_and_the_ink_black_in_every_shade() {
        let pages: Arc<[Page]> = Arc::from([page(40), page(50)]);
        let first = painted(Shade::Light, &pages, 0);

        assert!(first.iter().filter(|it| **it < 32).count() > 1_000, "hardly any ink");
        assert!(
            first.iter().filter(|it| **it == 255).count() > first.len() / 2,
            "no paper"
        );

        for shade in Shade::ALL {
            assert!(painted(shade, &pages, 0) == first, "{shade:?} changes the paper");
        }

        assert!(painted(Shade::Light, &pages, 1) != first);
    }

    #[test]
    fn what_a_page_says_is_told_part_by_part_without_its_foot() {
        assert_eq!(words_of(&page(40)), "First line and second\nAnother");
    }

    #[test]
    fn a_turned_page_is_painted_anew_in_the_same_window() {
        let pages: Arc<[Page]> = Arc::from([page(40), page(50)]);
        let mut probe = Probe::new(Look::default(), 600.0, 360.0);
        let mut picture = |index| {
            probe
                .show(sheet::<()>("sheet", "Page", (&pages, index), [None, None]))
                .picture()
                .2
        };
        let (first, second) = (picture(0), picture(1));

        assert!(first != second);
        assert!(picture(0) == first);
    }

    #[test]
    fn the_keyboard_turns_pages_and_says_nothing_at_the_last() {
        let pages: Arc<[Page]> = Arc::from([page(40), page(50)]);
        let mut probe = Probe::new(Look::default(), 600.0, 360.0);
        let mut ui = probe.show(sheet("sheet", "Page", (&pages, 1), [Some(0), None]));

        assert_eq!(ui.tab_through().len(), 1);
        assert!(ui.key(Named::ArrowLeft) && ui.key(Named::PageUp));
        assert!(!ui.key(Named::ArrowRight), "there is no page after it");
        assert_eq!(ui.messages(), [0, 0]);
        drop(ui);

        let mut ui = probe.show(sheet::<()>("sheet", "Page", (&pages, 0), [None, None]));

        assert!(ui.tab_through().is_empty(), "one page alone is no stop");
    }
}
