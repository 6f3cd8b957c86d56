//! The frame of a page: a bar above, a body that scrolls, what has happened, a bar below.
//!
//! Where the window is too low for that (small, or with large text), all of it scrolls together, so that
//! the bars never squeeze out what is between them; and what has happened stands above the body then, because
//! nobody looks for it at the end of a page. Decided while laying out.
mod leaves;

use super::control::{inner, inner_ref};
use super::scroll::scroll;
use leaves::Leaves;

use iced::advanced::layout::{Limits, Node};
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse, renderer};
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme};

use std::cell::Cell;
use std::rc::Rc;

/// Puts `[top, body, line, news, bottom]` into a page; the line is where the body ends.
pub(super) fn deck<'a, Message: 'a>(parts: [Element<'a, Message>; 5]) -> Element<'a, Message> {
    let height = Rc::new(Cell::new(0.0));
    let [top, body, line, news, bottom] = parts;

    let leaves = Leaves {
        parts: [top, scroll(body).height(Length::Fill).into(), line, news, bottom],
        height: Rc::clone(&height),
    };

    Element::new(Deck {
        outer: scroll(leaves).height(Length::Fill).into(),
        height,
    })
}

/// Tells its content how high the window is.
struct Deck<'a, Message> {
    outer: Element<'a, Message>,
    height: Rc<Cell<f32>>,
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

#[cfg(test)]
mod tests {
    use crate::gui::theme::Look;
    use crate::gui::widget::probe::Probe;
    use crate::gui::widget::{Kind, body, notice, page, primary};

    /// What is read, from the top of a window of this height to the end of its page.
    fn read(height: f32) -> Vec<String> {
        let told: iced::Element<'_, ()> = notice(Kind::Caution, "It stopped.", "Go on.", Vec::new());
        let page = page("page", "A page")
            .push(body("What one reads."))
            .notice(Some(told))
            .primary(primary("Next").on_press(()));

        Probe::new(Look::default(), 500.0, height).show(page).texts()
    }

    #[test]
    fn what_has_happened_stands_above_the_body_where_everything_scrolls() {
        let place = |texts: &[String], words: &str| texts.iter().position(|text| text == words).unwrap();

        for (height, is_low) in [(720.0, false), (220.0, true)] {
            let texts = read(height);

            assert_eq!(
                place(&texts, "It stopped.") < place(&texts, "What one reads."),
                is_low,
                "{height}: {texts:?}"
            );
            assert!(place(&texts, "What one reads.") < place(&texts, "Next"));
            assert!(place(&texts, "It stopped.") < place(&texts, "Next"));
        }
    }
}
