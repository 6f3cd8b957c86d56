//! A picture made of paths: icons, marks, bars, the board.
//!
//! It takes no part in focus and says nothing; whoever shows one wraps it in a label that does.
use super::mirror;
use crate::gui::theme::{self, Palette};

use iced::advanced::graphics::geometry::Renderer as _;
use iced::advanced::widget::Tree;
use iced::advanced::{Layout, Renderer as _, Widget, layout, mouse, renderer};
use iced::widget::canvas::Frame;
use iced::{Color, Element, Length, Point, Rectangle, Renderer, Size, Theme, Vector};

/// What a drawing draws with.
#[derive(Debug, Clone, Copy)]
pub struct Pen {
    /// The colours.
    pub palette: &'static Palette,
    /// The colour of the text around it.
    pub ink: Color,
    /// How much room there is.
    pub size: Size,
    /// Whether the page runs from right to left.
    pub is_mirrored: bool,
}

impl Pen {
    /// A place `x` from the start edge and `y` from the top.
    #[must_use]
    pub fn at(&self, x: f32, y: f32) -> Point {
        Point::new(if self.is_mirrored { self.size.width - x } else { x }, y)
    }

    /// The corner from which to draw a box that begins `x` from the start edge.
    #[must_use]
    pub fn corner(&self, x: f32, y: f32, width: f32) -> Point {
        Point::new(
            if self.is_mirrored {
                self.size.width - x - width
            } else {
                x
            },
            y,
        )
    }
}

/// What puts the paths into the frame.
type Draw<'a> = Box<dyn Fn(&mut Frame, Pen) + 'a>;

/// A picture made of paths.
pub struct Drawing<'a> {
    width: Length,
    height: f32,
    draw: Draw<'a>,
}

impl<'a> Drawing<'a> {
    /// A picture of this width and height, in logical pixels.
    pub fn new(width: impl Into<Length>, height: f32, draw: impl Fn(&mut Frame, Pen) + 'a) -> Self {
        Self {
            width: width.into(),
            height,
            draw: Box::new(draw),
        }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Drawing<'_> {
    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Fixed(self.height))
    }

    fn layout(&mut self, _tree: &mut Tree, _renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let size = limits.resolve(self.width, self.height, Size::new(0.0, self.height));

        layout::Node::with_children(size, vec![mirror::grain()])
    }

    fn draw(
        &self,
        _: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();

        if bounds.width < 1.0 || bounds.intersection(viewport).is_none() {
            return;
        }

        let pen = Pen {
            palette: theme::palette(theme),
            ink: style.text_color,
            size: bounds.size(),
            is_mirrored: mirror::is_mirrored(layout),
        };

        renderer.with_translation(Vector::new(bounds.x, bounds.y), |renderer| {
            let mut frame = Frame::new(renderer, bounds.size());

            (self.draw)(&mut frame, pen);
            renderer.draw_geometry(frame.into_geometry());
        });
    }
}

impl<'a, Message: 'a> From<Drawing<'a>> for Element<'a, Message> {
    fn from(drawing: Drawing<'a>) -> Self {
        Element::new(drawing)
    }
}
