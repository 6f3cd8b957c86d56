//! Rows that become columns when there is no room.
//!
//! Decided while laying out, from the width there really is: nothing has to know the size of the window.
mod place;

use crate::gui::theme::space;

use iced::advanced::layout::{Limits, Node};
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse, renderer};
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme};

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
///
/// One child alone stands where the first of two would.
pub(super) fn beside<'a, Message>(
    width: f32,
    children: impl IntoIterator<Item = Element<'a, Message>>,
) -> Flow<'a, Message> {
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
