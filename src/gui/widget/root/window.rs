//! The root as a widget: events go to the page or to the dialog over it, never to both.
use super::Root;
use super::keyboard::State;
use crate::gui::theme::{self, Direction};
use crate::gui::widget::clip::Noted;
use crate::gui::widget::mirror;

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::keyboard::key::Named;
use iced::keyboard::{Event as KeyEvent, Key};
use iced::{Color, Event, Length, Rectangle, Renderer, Size, Theme, window};

impl<'a, Message: Clone + 'a> Widget<Message, Theme, Renderer> for Root<'a, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        self.layers.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.layers);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let layers = self
            .layers
            .iter_mut()
            .zip(&mut tree.children)
            .map(|(layer, tree)| layer.as_widget_mut().layout(tree, renderer, limits))
            .collect();

        let node = layout::Node::with_children(limits.max(), layers);

        match self.direction {
            Direction::LeftToRight => node,
            Direction::RightToLeft => mirror::mirrored(&node),
        }
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        operation.traverse(&mut |operation| self.walk(tree, layout, renderer, operation));
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
        if let Some(unless) = self.unless.as_ref().filter(|unless| (unless.has_happened)()) {
            shell.publish(unless.message.clone());
            shell.capture_event();

            return;
        }

        let top = usize::from(self.has_dialog);
        let mut clipboard = Noted::new(clipboard);

        for (index, ((layer, tree), layout)) in self
            .layers
            .iter_mut()
            .zip(&mut tree.children)
            .zip(layout.children())
            .enumerate()
        {
            // under a dialog the page sees nothing but the window's own events
            if index == top || matches!(event, Event::Window(_)) {
                layer
                    .as_widget_mut()
                    .update(tree, event, layout, cursor, renderer, &mut clipboard, shell, viewport);
            }
        }

        if let (Some(print), Some(copied)) = (clipboard.print, self.copied) {
            shell.publish(copied(print));
        }

        if matches!(event, Event::Keyboard(KeyEvent::KeyPressed { .. })) {
            tree.state.downcast_mut::<State>().is_by_key = true;

            #[cfg(debug_assertions)]
            crate::gui::widget::trace::key();
        }

        match event {
            Event::Window(window::Event::Focused) => tree.state.downcast_mut::<State>().is_away = false,
            Event::Window(window::Event::Unfocused) => tree.state.downcast_mut::<State>().is_away = true,
            Event::Window(window::Event::RedrawRequested(_)) => {
                self.settle(tree, layout, renderer);

                #[cfg(debug_assertions)]
                self.tell(tree, layout, renderer);
            }
            Event::Mouse(mouse::Event::ButtonPressed(_)) => {
                tree.state.downcast_mut::<State>().is_by_key = false;

                let survey = self.survey(tree, layout, renderer);

                self.note(tree, &survey);
            }
            Event::Keyboard(KeyEvent::KeyPressed { key, modifiers, .. }) if !shell.is_event_captured() => {
                // switching windows arrives as a Tab while the window is away
                if tree.state.downcast_ref::<State>().is_away {
                    return;
                }

                if let (Key::Named(Named::Escape), Some(close)) = (key, self.close.clone()) {
                    shell.publish(close);
                    shell.capture_event();
                } else if self.on_key(tree, layout, renderer, (key, *modifiers))
                    || (self.has_dialog && !modifiers.command())
                {
                    shell.capture_event();
                    shell.request_redraw();
                }
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
        let top = usize::from(self.has_dialog);

        self.layers
            .iter()
            .zip(&tree.children)
            .zip(layout.children())
            .nth(top)
            .map_or(mouse::Interaction::None, |((layer, tree), layout)| {
                layer
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
        tree.state
            .downcast_ref::<State>()
            .ground
            .paint(renderer, theme, layout.bounds());

        let mut layers = self.layers.iter().zip(&tree.children).zip(layout.children());

        if let Some(((page, tree), layout)) = layers.next() {
            let cursor = if self.has_dialog {
                mouse::Cursor::Unavailable
            } else {
                cursor
            };

            page.as_widget()
                .draw(tree, renderer, theme, style, layout, cursor, viewport);
        }

        if let Some(((dialog, tree), layout)) = layers.next().filter(|_| self.has_dialog) {
            let veil = renderer::Quad {
                bounds: *viewport,
                ..renderer::Quad::default()
            };
            let color = Color {
                a: 0.8,
                ..theme::palette(theme).bg
            };

            renderer.with_layer(*viewport, |renderer| renderer.fill_quad(veil, color));
            renderer.with_layer(*viewport, |renderer| {
                dialog
                    .as_widget()
                    .draw(tree, renderer, theme, style, layout, cursor, viewport);
            });
        }
    }
}
