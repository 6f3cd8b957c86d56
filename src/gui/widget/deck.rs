//! The frame of a page: a bar above, a body that scrolls, a bar below.
//!
//! Where the window is too low for that (small, or with large text), the three scroll together, so that
//! the bars never squeeze out what is between them. Decided while laying out.
use super::control::{inner, inner_ref};
use crate::gui::theme::{self, size};

use iced::advanced::layout::{Limits, Node};
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse, renderer};
use iced::widget::container;
use iced::widget::scrollable::{self, Scrollable};
use iced::{Background, Border, Color, Element, Event, Length, Point, Rectangle, Renderer, Size, Theme};

use std::cell::Cell;
use std::rc::Rc;

/// The least height of a body that scrolls by itself.
const LEAST: f32 = 220.0;

/// Puts `[top, body, bottom]` into a page.
pub(super) fn deck<'a, Message: 'a>(parts: [Element<'a, Message>; 3]) -> Element<'a, Message> {
    let height = Rc::new(Cell::new(0.0));
    let [top, body, bottom] = parts;

    let leaves = Leaves {
        parts: [top, scroll(body).height(Length::Fill).into(), bottom],
        height: Rc::clone(&height),
    };

    Element::new(Deck {
        outer: scroll(leaves).height(Length::Fill).into(),
        height,
    })
}

/// A vertical scroll area in the house's look.
pub fn scroll<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Scrollable<'a, Message> {
    Scrollable::new(content)
        .direction(scrollable::Direction::Vertical(
            scrollable::Scrollbar::new().width(8).scroller_width(8).margin(2),
        ))
        .style(style)
}

fn style(theme: &Theme, status: scrollable::Status) -> scrollable::Style {
    let palette = theme::palette(theme);
    let is_held = matches!(
        status,
        scrollable::Status::Dragged { .. }
            | scrollable::Status::Hovered {
                is_vertical_scrollbar_hovered: true,
                ..
            }
    );

    let rail = scrollable::Rail {
        background: None,
        border: Border::default(),
        scroller: scrollable::Scroller {
            background: Background::Color(if is_held { palette.primary } else { palette.edge }),
            border: Border {
                radius: size::CORNER.into(),
                ..Border::default()
            },
        },
    };

    scrollable::Style {
        container: container::Style::default(),
        vertical_rail: rail,
        horizontal_rail: rail,
        gap: None,
        auto_scroll: scrollable::AutoScroll {
            background: Background::Color(palette.card),
            border: Border::default(),
            shadow: iced::Shadow::default(),
            icon: Color::TRANSPARENT,
        },
    }
}

/// Tells its content how high the window is.
struct Deck<'a, Message> {
    outer: Element<'a, Message>,
    height: Rc<Cell<f32>>,
}

/// The three parts, below each other.
struct Leaves<'a, Message> {
    parts: [Element<'a, Message>; 3],
    height: Rc<Cell<f32>>,
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

impl<Message> Widget<Message, Theme, Renderer> for Deck<'_, Message> {
    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.outer)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.outer));
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &Limits) -> Node {
        self.height.set(limits.max().height);

        let Some(tree) = tree.children.first_mut() else {
            return Node::new(Size::ZERO);
        };
        let outer = self.outer.as_widget_mut().layout(tree, renderer, limits);

        Node::with_children(outer.size(), vec![outer])
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        if let Some((tree, layout)) = inner(tree, layout) {
            self.outer.as_widget_mut().operate(tree, layout, renderer, operation);
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
        if let Some((tree, layout)) = inner(tree, layout) {
            self.outer
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
        inner_ref(tree, layout).map_or(mouse::Interaction::None, |(tree, layout)| {
            self.outer
                .as_widget()
                .mouse_interaction(tree, layout, cursor, viewport, renderer)
        })
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
        if let Some((tree, layout)) = inner_ref(tree, layout) {
            self.outer
                .as_widget()
                .draw(tree, renderer, theme, style, layout, cursor, viewport);
        }
    }
}
