//! The line of a secret field as a widget.
//!
//! Its state holds a place in the line and nothing of what stands there.
use super::Secret;
use super::keys::Done;
use crate::gui::theme::{self, size, space};
use crate::gui::widget::control::ring;
use crate::gui::widget::mirror;

use iced::advanced::text::{self, Paragraph as _};
use iced::advanced::widget::operation::{Focusable, Operation};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, InputMethod, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::keyboard::Event as KeyEvent;
use iced::{Border, Element, Event, Length, Rectangle, Renderer, Size, Theme, touch, window};

/// The room at both ends of the line.
pub(super) const SIDE: f32 = space::S + space::XS;

/// The line itself, below its label.
pub(super) struct Line<'a, Message>(pub(super) Secret<'a, Message>);

/// What the line remembers.
#[derive(Default)]
pub(super) struct State {
    pub(super) is_focused: bool,
    /// Whether everything is selected: the next letter replaces it.
    pub(super) is_all: bool,
    /// Before which character the next one goes.
    pub(super) caret: usize,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.is_focused
    }

    fn focus(&mut self) {
        self.is_focused = true;
    }

    fn unfocus(&mut self) {
        self.is_focused = false;
        self.is_all = false;
    }
}

impl<Message: Clone> Line<'_, Message> {
    fn on_keyboard(
        &self,
        state: &mut State,
        event: &KeyEvent,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        let message = match self.read(state, event, clipboard) {
            Done::Ignored => return,
            Done::Moved => None,
            Done::Changed => self.0.change.clone(),
            Done::Submitted => match self.0.submit.clone() {
                Some(message) => Some(message),
                None => return,
            },
        };

        if let Some(message) = message {
            shell.publish(message);
        }

        shell.capture_event();
        shell.invalidate_layout();
        shell.request_redraw();
    }
}

impl<'a, Message: Clone + 'a> Widget<Message, Theme, Renderer> for Line<'a, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        // also when something new above it made the page build it again in the middle of a word
        tree::State::new(State {
            caret: self.0.typed.count(),
            ..State::default()
        })
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(&mut self, _: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        type Paragraph = <Renderer as text::Renderer>::Paragraph;

        let width = limits.max().width;
        let mut height = size::TARGET;

        if self.0.is_shown {
            // measured and dropped: nothing of it stays in the state
            let tall = self.0.typed.with(|hidden| {
                let words = hidden.as_text().unwrap_or_default();

                Paragraph::with_text(Self::lettering(words, width - 2.0 * SIDE))
                    .min_bounds()
                    .height
            });

            height = height.max(tall + size::TARGET - size::BODY * size::LINE);
        }

        let size = limits.resolve(Length::Fill, Length::Shrink, Size::new(width.min(size::COLUMN), height));

        layout::Node::with_children(size, vec![mirror::grain()])
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, _: &Renderer, operation: &mut dyn Operation) {
        let state = tree.state.downcast_mut::<State>();

        self.0.spec.tell(layout.bounds(), operation);
        self.0.spec.request = None;

        if self.0.change.is_some() {
            operation.focusable(Some(&self.0.spec.id), layout.bounds(), state);
        } else {
            state.unfocus();
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();

        match event {
            Event::Mouse(mouse::Event::ButtonPressed(_)) | Event::Touch(touch::Event::FingerPressed { .. }) => {
                let is_over = cursor.is_over(layout.bounds()) && self.0.change.is_some();

                if is_over != state.is_focused || state.is_all {
                    shell.request_redraw();
                }

                state.is_focused = is_over;
                state.is_all = false;
                state.caret = self.0.typed.count();
            }
            // no input method: it would keep what is typed, and show it
            Event::Window(window::Event::RedrawRequested(_)) if state.is_focused => {
                shell.request_input_method(&InputMethod::<String>::Disabled);
            }
            Event::Keyboard(event) if state.is_focused && self.0.change.is_some() && !shell.is_event_captured() => {
                self.on_keyboard(state, event, clipboard, shell);
            }
            _ => {}
        }
    }

    fn mouse_interaction(
        &self,
        _: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _: &Rectangle,
        _: &Renderer,
    ) -> mouse::Interaction {
        if self.0.change.is_some() && cursor.is_over(layout.bounds()) {
            mouse::Interaction::Text
        } else {
            mouse::Interaction::None
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let palette = theme::palette(theme);
        let bounds = layout.bounds();

        let frame = renderer::Quad {
            bounds,
            border: Border {
                color: palette.edge,
                width: palette.stroke,
                radius: size::CORNER.into(),
            },
            ..renderer::Quad::default()
        };

        renderer.fill_quad(frame, palette.card);

        if self.0.is_shown {
            self.draw_letters(renderer, palette, bounds, viewport);
        } else {
            self.draw_dots(renderer, palette, state, layout);
        }

        if state.is_focused {
            ring(renderer, palette, bounds, viewport);
        }
    }
}

impl<'a, Message: Clone + 'a> From<Line<'a, Message>> for Element<'a, Message> {
    fn from(line: Line<'a, Message>) -> Self {
        Element::new(line)
    }
}
