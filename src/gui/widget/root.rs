//! The outermost widget: where the keyboard is, and what it means to move it.
//!
//! Keeps the keyboard's place from one redraw to the next, brings it into view, starts a new page at its
//! title, holds it inside a dialog while one is open, and turns the page around for languages that run
//! from right to left.
use super::dialog::Dialog;
use super::mirror;
use super::walk::{Focus, Reveal, Scroll, Survey};
use crate::gui::theme::{self, Direction};

use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::keyboard::{Event as KeyEvent, Key, Modifiers, key::Named};
use iced::widget::{Id, space};
use iced::{Color, Element, Event, Length, Rectangle, Renderer, Size, Theme, Vector, window};

/// How far an arrow scrolls a page, in logical pixels.
const NOTCH: f32 = 60.0;

/// A whole window's content.
pub struct Root<'a, Message> {
    /// The page, then the dialog over it or nothing: always two, so that neither loses its state.
    layers: [Element<'a, Message>; 2],
    close: Option<Message>,
    has_dialog: bool,
    direction: Direction,
}

/// What the root remembers.
#[derive(Default)]
struct State {
    is_away: bool,
    page: Option<Id>,
    last: Option<(usize, Option<Id>)>,
    /// The page under the dialog, and where the keyboard was on it.
    under: Option<(Id, Option<(usize, Option<Id>)>)>,
}

impl<'a, Message: Clone + 'a> Root<'a, Message> {
    /// Puts a page into the window.
    pub fn new(direction: Direction, page: impl Into<Element<'a, Message>>) -> Self {
        Self {
            layers: [page.into(), space().into()],
            close: None,
            has_dialog: false,
            direction,
        }
    }

    /// Puts a dialog over the page, if there is one.
    #[must_use]
    pub fn dialog(mut self, dialog: Option<Dialog<'a, Message>>) -> Self {
        if let Some(dialog) = dialog {
            self.close = dialog.on_close();
            self.layers[1] = dialog.into();
            self.has_dialog = true;
        }

        self
    }

    /// Walks over what the keyboard may reach: the page, or the dialog alone.
    fn walk(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        let top = usize::from(self.has_dialog);

        for (index, ((layer, tree), layout)) in self
            .layers
            .iter_mut()
            .zip(&mut tree.children)
            .zip(layout.children())
            .enumerate()
        {
            if index == top {
                layer.as_widget_mut().operate(tree, layout, renderer, operation);
            }
        }
    }

    fn run(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: impl Operation + 'static) {
        let mut next: Option<Box<dyn Operation>> = Some(Box::new(operation));

        while let Some(mut operation) = next.take() {
            self.walk(tree, layout, renderer, &mut *operation);

            if let Outcome::Chain(then) = operation.finish() {
                next = Some(then);
            }
        }
    }

    fn survey(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer) -> Survey {
        let mut survey = Survey::default();

        self.walk(tree, layout, renderer, &mut survey);
        survey
    }

    fn focus(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, target: Option<usize>) {
        self.run(tree, layout, renderer, Focus::at(target));
        self.run(tree, layout, renderer, Reveal::default());
    }

    /// Puts the keyboard where it belongs after the page was built again.
    fn settle(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer) {
        let survey = self.survey(tree, layout, renderer);
        let has_dialog = self.has_dialog;
        let state = tree.state.downcast_mut::<State>();

        if state.page != survey.page {
            let left = std::mem::replace(&mut state.page, survey.page.clone());
            let last = state.last.take();

            let back = match state.under.take() {
                Some((page, last)) if !has_dialog && Some(&page) == survey.page.as_ref() => last,
                _ => None,
            };

            if has_dialog {
                state.under = left.map(|page| (page, last));
            }

            let kept = back.and_then(|(index, id)| id.and_then(|id| survey.find(&id)).or(Some(index)));
            let target = kept
                .or(survey.wanted)
                .or(survey.title)
                .or_else(|| survey.next(None, false).filter(|_| has_dialog));

            self.focus(
                tree,
                layout,
                renderer,
                target.filter(|target| *target < survey.stops.len()),
            );
            self.remember(tree, layout, renderer);
        } else if survey.focused.is_none() {
            let target = state
                .last
                .clone()
                .and_then(|(index, id)| match id.as_ref().and_then(|id| survey.find(id)) {
                    Some(found) => Some(found),
                    // what was focused is gone: stay near where it was
                    None => (0..=index.min(survey.stops.len().saturating_sub(1)))
                        .rev()
                        .find(|index| *index < survey.stops.len()),
                });

            if target.is_some() {
                self.focus(tree, layout, renderer, target);
            }
        } else {
            self.note(tree, &survey);
        }
    }

    fn remember(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer) {
        let survey = self.survey(tree, layout, renderer);

        self.note(tree, &survey);
    }

    fn note(&self, tree: &mut Tree, survey: &Survey) {
        let last = survey
            .focused
            .and_then(|index| survey.stops.get(index).map(|stop| (index, stop.id.clone())));

        tree.state.downcast_mut::<State>().last = last;
    }

    /// Handles a key that no control wanted; tells whether it meant something.
    fn on_key(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        key: &Key,
        modifiers: Modifiers,
    ) -> bool {
        let Key::Named(named) = key else {
            return false;
        };

        let survey = self.survey(tree, layout, renderer);

        if *named == Named::Tab && (modifiers - Modifiers::SHIFT).is_empty() {
            let from = survey.focused.or_else(|| {
                tree.state
                    .downcast_ref::<State>()
                    .last
                    .as_ref()
                    .map(|(index, _)| *index)
            });
            let target = survey.next(from, modifiers.shift());

            self.focus(tree, layout, renderer, target);
            self.remember(tree, layout, renderer);

            return true;
        }

        let Some((number, height)) = survey.scroll.filter(|_| modifiers.is_empty()) else {
            return false;
        };

        let far = match named {
            Named::PageDown => height - NOTCH,
            Named::PageUp => NOTCH - height,
            Named::ArrowDown => NOTCH,
            Named::ArrowUp => -NOTCH,
            Named::Home => -1.0e6,
            Named::End => 1.0e6,
            _ => return false,
        };

        self.run(
            tree,
            layout,
            renderer,
            Scroll::new(vec![(number, Vector::new(0.0, far))]),
        );

        true
    }
}

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
        let top = usize::from(self.has_dialog);

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
                    .update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
            }
        }

        match event {
            Event::Window(window::Event::Focused) => tree.state.downcast_mut::<State>().is_away = false,
            Event::Window(window::Event::Unfocused) => tree.state.downcast_mut::<State>().is_away = true,
            Event::Window(window::Event::RedrawRequested(_)) => self.settle(tree, layout, renderer),
            Event::Mouse(mouse::Event::ButtonPressed(_)) => {
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
                } else if self.on_key(tree, layout, renderer, key, *modifiers)
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

impl<'a, Message: Clone + 'a> From<Root<'a, Message>> for Element<'a, Message> {
    fn from(root: Root<'a, Message>) -> Self {
        Element::new(root)
    }
}
