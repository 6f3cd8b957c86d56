//! Rows that become columns when there is no room.
//!
//! Decided while laying out, from the width there really is: nothing has to know the size of the window.
use crate::gui::theme::{size, space};

use iced::advanced::layout::{Limits, Node};
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse, renderer};
use iced::{Element, Event, Length, Point, Rectangle, Renderer, Size, Theme};

/// How children stand beside each other.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Rule {
    /// Equal columns from this width on, else below each other.
    Columns(f32),
    /// The first at the start, the others at the end, if this much is left for the first.
    Ends(f32),
    /// Two columns from this width on, the second one narrow; else below each other.
    Beside(f32),
    /// One after the other, in as many lines as it takes.
    Lines,
}

/// Children beside each other where there is room, below each other where there is not.
pub struct Flow<'a, Message> {
    rule: Rule,
    gap: f32,
    children: Vec<Element<'a, Message>>,
}

/// Equal columns from `width` on; below it, one below the other.
pub fn columns<'a, Message>(width: f32, children: impl IntoIterator<Item = Element<'a, Message>>) -> Flow<'a, Message> {
    Flow::new(Rule::Columns(width), space::M, children)
}

/// The first at the start of the line with all the room there is, the others at its end.
///
/// Where less than `least` would be left for the first, the others go below it.
pub fn ends<'a, Message>(least: f32, children: impl IntoIterator<Item = Element<'a, Message>>) -> Flow<'a, Message> {
    Flow::new(Rule::Ends(least), space::S, children)
}

/// A column of text and a quiet one beside it from `width` on; below it, one below the other.
pub(super) fn beside<'a, Message>(width: f32, children: [Element<'a, Message>; 2]) -> Flow<'a, Message> {
    Flow::new(Rule::Beside(width), space::L, children)
}

/// One after the other, in as many lines as it takes.
pub fn lines<'a, Message>(children: impl IntoIterator<Item = Element<'a, Message>>) -> Flow<'a, Message> {
    Flow::new(Rule::Lines, space::S, children)
}

impl<'a, Message> Flow<'a, Message> {
    fn new(rule: Rule, gap: f32, children: impl IntoIterator<Item = Element<'a, Message>>) -> Self {
        Self {
            rule,
            gap,
            children: children.into_iter().collect(),
        }
    }

    /// The room between children.
    #[must_use]
    pub const fn gap(mut self, gap: f32) -> Self {
        self.gap = gap;
        self
    }

    fn measure(&mut self, trees: &mut [Tree], renderer: &Renderer, limits: &Limits) -> Vec<Node> {
        self.children
            .iter_mut()
            .zip(trees)
            .map(|(child, tree)| child.as_widget_mut().layout(tree, renderer, limits))
            .collect()
    }

    fn stacked(&self, nodes: Vec<Node>, width: f32) -> Node {
        let mut y = 0.0;

        let nodes = nodes
            .into_iter()
            .map(|node| {
                let top = y;

                y += node.size().height + self.gap;
                node.move_to(Point::new(0.0, top))
            })
            .collect();

        Node::with_children(Size::new(width, (y - self.gap).max(0.0)), nodes)
    }

    fn columns(&mut self, trees: &mut [Tree], renderer: &Renderer, limits: &Limits, from: f32) -> Node {
        let width = limits.max().width;

        if width < from || self.children.len() < 2 {
            let nodes = self.measure(trees, renderer, &limits.loose());

            return self.stacked(nodes, width);
        }

        let count = self.children.len() as f32;
        let each = (width - self.gap * (count - 1.0)) / count;
        let room = limits.loose().max_width(each);

        let tallest = height(&self.measure(trees, renderer, &room));
        let nodes = self.measure(trees, renderer, &room.min_height(tallest));
        let tallest = height(&nodes);

        let nodes = nodes
            .into_iter()
            .enumerate()
            .map(|(index, node)| node.move_to(Point::new(index as f32 * (each + self.gap), 0.0)))
            .collect();

        Node::with_children(Size::new(width, tallest), nodes)
    }

    fn beside(&mut self, trees: &mut [Tree], renderer: &Renderer, limits: &Limits, from: f32) -> Node {
        const SECOND: f32 = 340.0;

        let width = limits.max().width;

        if width < from {
            let nodes = self.measure(trees, renderer, &limits.loose());

            return self.stacked(nodes, width);
        }

        let widths = [size::COLUMN, SECOND];
        let total = size::COLUMN + SECOND + self.gap;
        let mut x = (width - total) / 2.0;

        let nodes: Vec<Node> = self
            .children
            .iter_mut()
            .zip(trees)
            .zip(widths)
            .map(|((child, tree), width)| {
                let node = child
                    .as_widget_mut()
                    .layout(tree, renderer, &limits.loose().max_width(width));
                let start = x;

                x += width + self.gap;
                node.move_to(Point::new(start, 0.0))
            })
            .collect();

        Node::with_children(Size::new(width, height(&nodes)), nodes)
    }

    fn ends(&mut self, trees: &mut [Tree], renderer: &Renderer, limits: &Limits, least: f32) -> Node {
        let width = limits.max().width;
        let natural = self.measure(trees, renderer, &limits.loose());
        let rest: f32 = natural.iter().skip(1).map(|node| node.size().width + self.gap).sum();
        let first = natural.first().map_or(0.0, |node| node.size().width);

        if width - rest < first.min(least) {
            return self.folded(natural, width);
        }

        let mut nodes = Vec::with_capacity(natural.len());

        if let Some((child, tree)) = self.children.first_mut().zip(trees.first_mut()) {
            nodes.push(
                child
                    .as_widget_mut()
                    .layout(tree, renderer, &limits.loose().max_width(width - rest)),
            );
        }

        nodes.extend(natural.into_iter().skip(1));

        let tall = height(&nodes);
        let mut x = width - rest + self.gap;

        let nodes = nodes
            .into_iter()
            .enumerate()
            .map(|(index, node)| {
                let start = if index == 0 { 0.0 } else { x };
                let y = (tall - node.size().height) / 2.0;

                if index > 0 {
                    x += node.size().width + self.gap;
                }

                node.move_to(Point::new(start, y))
            })
            .collect();

        Node::with_children(Size::new(width, tall), nodes)
    }

    /// The first alone, the others in a line below it.
    fn folded(&self, nodes: Vec<Node>, width: f32) -> Node {
        let mut nodes = nodes.into_iter();
        let mut placed: Vec<Node> = nodes.next().into_iter().collect();
        let top = height(&placed) + self.gap;
        let line = self.in_lines(nodes.collect(), width);
        let below = line.size().height;

        placed.extend(line.children().iter().map(|node| node.clone().translate([0.0, top])));

        Node::with_children(Size::new(width, top + below), placed)
    }

    fn in_lines(&self, nodes: Vec<Node>, width: f32) -> Node {
        let (mut x, mut y, mut widest) = (0.0_f32, 0.0_f32, 0.0_f32);
        let mut placed = Vec::with_capacity(nodes.len());
        let mut line: Vec<Node> = Vec::new();

        for node in nodes {
            if !line.is_empty() && x + node.size().width > width {
                y += settle(&mut line, &mut placed, y) + self.gap;
                x = 0.0;
            }

            let start = x;

            x += node.size().width + self.gap;
            widest = widest.max(x - self.gap);
            line.push(node.move_to(Point::new(start, 0.0)));
        }

        y += settle(&mut line, &mut placed, y);

        Node::with_children(Size::new(widest, y), placed)
    }
}

/// Moves a finished line to its place, everything in it in the middle of its height; tells the height.
fn settle(line: &mut Vec<Node>, placed: &mut Vec<Node>, y: f32) -> f32 {
    let tall = height(line);

    placed.extend(line.drain(..).map(|node| {
        let down = y + (tall - node.size().height) / 2.0;

        node.translate([0.0, down])
    }));

    tall
}

fn height(nodes: &[Node]) -> f32 {
    nodes.iter().map(|node| node.size().height).fold(0.0, f32::max)
}

impl<Message> Widget<Message, Theme, Renderer> for Flow<'_, Message> {
    fn children(&self) -> Vec<Tree> {
        self.children.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.children);
    }

    fn size(&self) -> Size<Length> {
        match self.rule {
            Rule::Lines => Size::new(Length::Shrink, Length::Shrink),
            Rule::Columns(_) | Rule::Ends(_) | Rule::Beside(_) => Size::new(Length::Fill, Length::Shrink),
        }
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &Limits) -> Node {
        let trees = &mut tree.children;

        match self.rule {
            Rule::Columns(from) => self.columns(trees, renderer, limits, from),
            Rule::Ends(least) => self.ends(trees, renderer, limits, least),
            Rule::Beside(from) => self.beside(trees, renderer, limits, from),
            Rule::Lines => {
                let nodes = self.measure(trees, renderer, &limits.loose());

                self.in_lines(nodes, limits.max().width)
            }
        }
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            for ((child, tree), layout) in self.children.iter_mut().zip(&mut tree.children).zip(layout.children()) {
                child.as_widget_mut().operate(tree, layout, renderer, operation);
            }
        });
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
        for ((child, tree), layout) in self.children.iter_mut().zip(&mut tree.children).zip(layout.children()) {
            child
                .as_widget_mut()
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
        self.children
            .iter()
            .zip(&tree.children)
            .zip(layout.children())
            .map(|((child, tree), layout)| {
                child
                    .as_widget()
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
        for ((child, tree), layout) in self.children.iter().zip(&tree.children).zip(layout.children()) {
            child
                .as_widget()
                .draw(tree, renderer, theme, style, layout, cursor, viewport);
        }
    }
}

impl<'a, Message: 'a> From<Flow<'a, Message>> for Element<'a, Message> {
    fn from(flow: Flow<'a, Message>) -> Self {
        Element::new(flow)
    }
}
