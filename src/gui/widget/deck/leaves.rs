//! The parts of a page, below each other, in an order that depends on the room there is.
use iced::advanced::layout::{Limits, Node};
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse, renderer};
use iced::{Element, Event, Length, Point, Rectangle, Renderer, Size, Theme};

use std::cell::Cell;
use std::rc::Rc;

/// The least height of a body that scrolls by itself.
const LEAST: f32 = 220.0;

/// The same while something is told below it, which is not for long: room for a field and its name.
const LEAST_WITH_NEWS: f32 = 96.0;

/// The order of the parts where the body scrolls by itself.
const USUAL: [usize; 5] = [0, 1, 2, 3, 4];

/// The order where everything scrolls: what has happened comes before the body.
const LOW: [usize; 5] = [0, 3, 1, 2, 4];

/// The top, the body, the line below it, what has happened, and the bottom.
pub(super) struct Leaves<'a, Message> {
    pub(super) parts: [Element<'a, Message>; 5],
    pub(super) height: Rc<Cell<f32>>,
}

/// The numbers of the parts from the top of the page to its end: the keyboard goes as the eye does.
fn downwards(layout: Layout<'_>) -> [usize; 5] {
    let top = |number: usize| layout.children().nth(number).map(|part| part.position().y);

    if top(3) < top(1) { LOW } else { USUAL }
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
        let [top, body, line, news, bottom] = &mut self.parts;
        let [over, middle, end, between, under] = tree.children.as_mut_slice() else {
            return Node::new(Size::ZERO);
        };

        let loose = limits.loose();
        let top = top.as_widget_mut().layout(over, renderer, &loose);
        let line = line.as_widget_mut().layout(end, renderer, &loose);
        let news = news.as_widget_mut().layout(between, renderer, &loose);
        let bottom = bottom.as_widget_mut().layout(under, renderer, &loose);
        let bars = [&top, &line, &news, &bottom].map(|part| part.size().height);
        let room = self.height.get() - bars.iter().sum::<f32>();
        let has_news = news.size().height > 0.0;
        let least = if has_news { LEAST_WITH_NEWS } else { LEAST };
        let has_room = room >= least.min(self.height.get() * 0.5);

        let body = if has_room {
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

        let mut parts = [top, body, line, news, bottom];
        let mut y = 0.0;

        for number in if has_room { USUAL } else { LOW } {
            if let Some(part) = parts.get_mut(number) {
                part.move_to_mut(Point::new(0.0, y));
                y += part.size().height;
            }
        }

        Node::with_children(Size::new(limits.max().width, y), parts.into())
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        for number in downwards(layout) {
            let part = self.parts.get_mut(number).zip(tree.children.get_mut(number));

            if let Some(((part, tree), layout)) = part.zip(layout.children().nth(number)) {
                part.as_widget_mut().operate(tree, layout, renderer, operation);
            }
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
