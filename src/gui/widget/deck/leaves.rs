//! The three parts of a page, below each other.
use iced::advanced::layout::{Limits, Node};
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse, renderer};
use iced::{Element, Event, Length, Point, Rectangle, Renderer, Size, Theme};

use std::cell::Cell;
use std::rc::Rc;

/// The least height of a body that scrolls by itself.
const LEAST: f32 = 220.0;

/// The three parts, below each other.
pub(super) struct Leaves<'a, Message> {
    pub(super) parts: [Element<'a, Message>; 3],
    pub(super) height: Rc<Cell<f32>>,
}

impl<Message> Widget<Message, Theme, Renderer> for Leaves<'_, Message> {
    fn children(&self) -> Vec<Tree> {
        self.parts.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.parts);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &Limits) -> Node {
        let [top, body, bottom] = &mut self.parts;
        let [over, middle, under] = tree.children.as_mut_slice() else {
            return Node::new(Size::ZERO);
        };

        let loose = limits.loose();
        let top = top.as_widget_mut().layout(over, renderer, &loose);
        let bottom = bottom.as_widget_mut().layout(under, renderer, &loose);
        let bars = top.size().height + bottom.size().height;
        let room = self.height.get() - bars;

        let body = if room >= LEAST.min(self.height.get() * 0.5) {
            let fixed = Limits::new(Size::ZERO, Size::new(limits.max().width, room));

            body.as_widget_mut().layout(middle, renderer, &fixed)
        } else {
            // first how high it wants to be, then exactly that
            let free = Limits::with_compression(
                Size::ZERO,
                Size::new(limits.max().width, f32::INFINITY),
                Size::new(false, true),
            );

            body.as_widget_mut().layout(middle, renderer, &free)
        };

        let (over, between) = (top.size().height, body.size().height);
        let total = Size::new(limits.max().width, over + between + bottom.size().height);

        Node::with_children(
            total,
            vec![
                top,
                body.move_to(Point::new(0.0, over)),
                bottom.move_to(Point::new(0.0, over + between)),
            ],
        )
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        for ((part, tree), layout) in self.parts.iter_mut().zip(&mut tree.children).zip(layout.children()) {
            part.as_widget_mut().operate(tree, layout, renderer, operation);
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        for ((part, tree), layout) in self.parts.iter_mut().zip(&mut tree.children).zip(layout.children()) {
            part.as_widget_mut()
                .update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        self.parts
            .iter()
            .zip(&tree.children)
            .zip(layout.children())
            .map(|((part, tree), layout)| {
                part.as_widget()
                    .mouse_interaction(tree, layout, cursor, viewport, renderer)
            })
            .max()
            .unwrap_or_default()
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        for ((part, tree), layout) in self.parts.iter().zip(&tree.children).zip(layout.children()) {
            part.as_widget()
                .draw(tree, renderer, theme, style, layout, cursor, viewport);
        }
    }
}

impl<'a, Message: 'a> From<Leaves<'a, Message>> for Element<'a, Message> {
    fn from(leaves: Leaves<'a, Message>) -> Self {
        Element::new(leaves)
    }
}
