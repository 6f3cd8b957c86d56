//! The control as a widget: where its content stands, and what is painted under and around it.
use super::Control;
use super::ring::ring;
use super::state::{State, inner, inner_ref, is_writing};
use crate::gui::theme::{self, State as Look, size};
use crate::gui::widget::mirror;
use crate::gui::widget::spec::{Reach, Request};

use iced::advanced::widget::operation::{Focusable, Operation};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::{Border, Color, Event, Length, Point, Rectangle, Renderer, Size, Theme};

impl<'a, Message: Clone + 'a> Control<'a, Message> {
    fn look(&self, state: &State) -> Look {
        if self.spec.is_disabled {
            Look::Disabled
        } else if state.is_pressed {
            Look::Pressed
        } else if state.is_pointed {
            Look::Pointed
        } else {
            Look::Rest
        }
    }
}

impl<'a, Message: Clone + 'a> Widget<Message, Theme, Renderer> for Control<'a, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::new(self.spec.id.clone()))
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State>();

        if state.key == self.spec.id {
            tree.diff_children(std::slice::from_ref(&self.content));
        } else {
            *state = State::new(self.spec.id.clone());
            tree.children = self.children();
        }
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let limits = limits.width(self.width);
        let Some(tree) = tree.children.first_mut() else {
            return layout::Node::new(Size::ZERO);
        };

        let content = self
            .content
            .as_widget_mut()
            .layout(tree, renderer, &limits.loose().shrink(self.padding));

        let least = Size::new(
            (content.size().width + self.padding.x()).max(self.least),
            (content.size().height + self.padding.y()).max(self.least),
        );
        let size = limits.resolve(self.width, Length::Shrink, least);

        let room = size.width - content.size().width;
        let x = if self.is_centred || self.width == Length::Shrink {
            room / 2.0
        } else {
            self.padding.left
        };
        // in the middle of what it needs; where a neighbour made it taller, at the top of that
        let y = (least.height - content.size().height) / 2.0;

        layout::Node::with_children(size, vec![content.move_to(Point::new(x, y)), mirror::grain()])
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        self.spec.tell(layout.bounds(), operation);

        let can_focus = self.can_focus();
        let key = self.key().clone();
        let state = tree.state.downcast_mut::<State>();

        if let Some(request) = self.spec.request.take() {
            state.asked = Some(request);
        }

        // of a group only the chosen one is a stop; the others let go
        if can_focus && (self.group.is_none() || self.spec.reach == Reach::Tab) {
            operation.focusable(Some(&key), layout.bounds(), state);
        } else {
            state.unfocus();
        }

        // iced's own field takes the keyboard even when nothing can be written in it
        if self.is_field && self.spec.is_disabled {
            return;
        }

        if let Some((tree, layout)) = inner(tree, layout) {
            operation.traverse(&mut |operation| {
                self.content.as_widget_mut().operate(tree, layout, renderer, operation);
            });
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
        if self.is_field && self.is_held_back(tree.state.downcast_mut::<State>(), event) {
            return;
        }

        if let Some((tree, layout)) = inner(tree, layout) {
            self.content
                .as_widget_mut()
                .update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        }

        let state = tree.state.downcast_mut::<State>();

        if state.asked.take() == Some(Request::Press)
            && let Some(message) = self.press.clone()
        {
            shell.publish(message);
        }

        match event {
            Event::Keyboard(event) if state.is_focused && self.can_focus() && !shell.is_event_captured() => {
                self.on_keyboard(state, event, mirror::is_mirrored(layout), shell);
            }
            Event::Mouse(_) | Event::Touch(_) if self.spec.reach != Reach::None && !self.is_field => {
                self.on_pointer(state, event, cursor.is_over(layout.bounds()), shell);
            }
            _ => {}
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
        if self.press.is_some() && cursor.is_over(layout.bounds()) {
            return mouse::Interaction::Pointer;
        }

        inner_ref(tree, layout).map_or(mouse::Interaction::None, |(tree, layout)| {
            self.content
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
        let palette = theme::palette(theme);
        let state = tree.state.downcast_ref::<State>();
        let paint = self.face.paint(palette, self.look(state));

        if paint.back.is_some() || paint.edge.is_some() {
            let (color, width) = paint.edge.unwrap_or((Color::TRANSPARENT, 0.0));
            let quad = renderer::Quad {
                bounds: layout.bounds(),
                border: Border {
                    color,
                    width,
                    radius: size::CORNER.into(),
                },
                ..renderer::Quad::default()
            };

            renderer.fill_quad(quad, paint.back.unwrap_or(Color::TRANSPARENT));
        }

        // a label speaks in the voice of what is around it
        let text_color = if self.spec.reach == Reach::Tab || self.spec.is_disabled || self.group.is_some() {
            paint.ink
        } else {
            style.text_color
        };

        if let Some((tree, layout)) = inner_ref(tree, layout) {
            let style = renderer::Style { text_color };

            self.content
                .as_widget()
                .draw(tree, renderer, theme, &style, layout, cursor, viewport);

            if paint.is_underlined {
                let bounds = layout.bounds();
                let line = Rectangle {
                    y: bounds.y + bounds.height - 2.0,
                    height: palette.stroke,
                    ..bounds
                };

                renderer.fill_quad(
                    renderer::Quad {
                        bounds: line,
                        ..renderer::Quad::default()
                    },
                    text_color,
                );
            }
        }

        let has_ring = if self.is_field {
            is_writing(tree)
        } else {
            state.is_visible && self.spec.reach == Reach::Tab
        };

        if has_ring {
            ring(renderer, palette, layout.bounds(), viewport);
        }
    }
}
