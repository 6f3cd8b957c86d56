//! Where the children of a flow go, rule by rule.
use super::Flow;
use crate::gui::theme::size;

use iced::advanced::layout::{Limits, Node};
use iced::advanced::widget::Tree;
use iced::{Point, Renderer, Size};

impl<Message> Flow<'_, Message> {
    pub(super) fn measure(&mut self, trees: &mut [Tree], renderer: &Renderer, limits: &Limits) -> Vec<Node> {
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

    pub(super) fn columns(&mut self, trees: &mut [Tree], renderer: &Renderer, limits: &Limits, from: f32) -> Node {
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

    pub(super) fn beside(&mut self, trees: &mut [Tree], renderer: &Renderer, limits: &Limits, from: f32) -> Node {
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

    pub(super) fn ends(&mut self, trees: &mut [Tree], renderer: &Renderer, limits: &Limits, least: f32) -> Node {
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

    pub(super) fn in_lines(&self, nodes: Vec<Node>, width: f32) -> Node {
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
