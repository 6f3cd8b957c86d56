//! The line of a secret field: keys in, dots out.
//!
//! Its state holds a place in the line and nothing of what stands there.
use super::Secret;
use crate::gui::theme::{self, Palette, size, space};
use crate::gui::widget::control::ring;
use crate::gui::widget::mirror;

use iced::advanced::clipboard::Kind;
use iced::advanced::text::{self, Paragraph as _};
use iced::advanced::widget::operation::{Focusable, Operation};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, InputMethod, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::alignment::Vertical;
use iced::keyboard::key::Named;
use iced::keyboard::{Event as KeyEvent, Key, Modifiers};
use iced::{Border, Element, Event, Length, Point, Rectangle, Renderer, Size, Theme, touch, window};
use zeroize::Zeroize;

const DOT: f32 = 8.0;
const STEP: f32 = 12.0;
const SIDE: f32 = space::S + space::XS;

/// The line itself, below its label.
pub(super) struct Line<'a, Message>(pub(super) Secret<'a, Message>);

/// What the line remembers.
#[derive(Default)]
struct State {
    is_focused: bool,
    /// Whether everything is selected: the next letter replaces it.
    is_all: bool,
    /// Before which character the next one goes.
    caret: usize,
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

/// What a key press came to.
enum Done {
    /// Nothing: the key is somebody else's.
    Ignored,
    /// The caret or the selection moved.
    Moved,
    /// What is typed changed.
    Changed,
    /// Enter.
    Submitted,
}

impl<Message: Clone> Line<'_, Message> {
    fn wipe_selected(&self, state: &mut State) {
        if std::mem::take(&mut state.is_all) {
            self.0.typed.clear();
            state.caret = 0;
        }
    }

    fn write(&self, state: &mut State, words: &str) -> Done {
        self.wipe_selected(state);
        state.caret += self.0.typed.write(state.caret, words);

        Done::Changed
    }

    fn erase(&self, state: &mut State, is_back: bool) -> Done {
        if state.is_all {
            self.wipe_selected(state);
        } else if !is_back {
            self.0.typed.erase(state.caret);
        } else if let Some(before) = state.caret.checked_sub(1) {
            self.0.typed.erase(before);
            state.caret = before;
        }

        Done::Changed
    }

    /// Keys that move or do something; the letters come after.
    fn on_key(&self, state: &mut State, key: &Key, modifiers: Modifiers) -> Done {
        let count = self.0.typed.count();
        let was_all = state.is_all;

        let place = match key.as_ref() {
            Key::Named(Named::Enter) => return Done::Submitted,
            Key::Named(Named::Backspace) if modifiers.command() => {
                state.is_all = true;
                return self.erase(state, true);
            }
            Key::Named(Named::Backspace) => return self.erase(state, true),
            Key::Named(Named::Delete) => return self.erase(state, false),
            Key::Named(Named::Home) => 0,
            Key::Named(Named::End) => count,
            Key::Named(Named::ArrowLeft) if was_all => 0,
            Key::Named(Named::ArrowRight) if was_all => count,
            Key::Named(Named::ArrowLeft) => state.caret.saturating_sub(1),
            Key::Named(Named::ArrowRight) => (state.caret + 1).min(count),
            _ => return Done::Ignored,
        };

        state.is_all = false;
        state.caret = place;

        Done::Moved
    }

    /// Ctrl+A and Ctrl+V. There is no copying and no cutting.
    fn on_command(&self, state: &mut State, letter: char, clipboard: &mut dyn Clipboard) -> Done {
        match letter {
            'a' => {
                state.is_all = !self.0.typed.is_empty();

                Done::Moved
            }
            'v' => match clipboard.read(Kind::Standard) {
                Some(mut words) => {
                    let done = self.write(state, words.trim_end_matches(['\r', '\n']));

                    words.zeroize();
                    done
                }
                None => Done::Moved,
            },
            // taken, so that nothing else copies either
            'c' | 'x' => Done::Moved,
            _ => Done::Ignored,
        }
    }

    fn read(&self, state: &mut State, event: &KeyEvent, clipboard: &mut dyn Clipboard) -> Done {
        let KeyEvent::KeyPressed {
            key,
            physical_key,
            modifiers,
            text,
            ..
        } = event
        else {
            return Done::Ignored;
        };

        state.caret = state.caret.min(self.0.typed.count());

        if modifiers.command()
            && !modifiers.alt()
            && let Some(letter) = key.to_latin(*physical_key)
        {
            return self.on_command(state, letter.to_ascii_lowercase(), clipboard);
        }

        match (self.on_key(state, key, *modifiers), text) {
            (Done::Ignored, Some(text)) if text.chars().any(|letter| !letter.is_control()) => self.write(state, text),
            (done, _) => done,
        }
    }

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

    /// What the letters look like, for the time of one measurement or one drawing.
    fn lettering<'t>(words: &'t str, width: f32) -> text::Text<&'t str, iced::Font> {
        text::Text {
            content: words,
            bounds: Size::new(width, f32::INFINITY),
            size: size::BODY.into(),
            line_height: text::LineHeight::Relative(size::LINE),
            font: theme::FONT,
            align_x: text::Alignment::Default,
            align_y: Vertical::Top,
            shaping: text::Shaping::Auto,
            wrapping: text::Wrapping::WordOrGlyph,
        }
    }

    fn draw_letters(&self, renderer: &mut Renderer, palette: &Palette, bounds: Rectangle, viewport: &Rectangle) {
        use iced::advanced::text::Renderer as _;

        let top = (size::TARGET - size::BODY * size::LINE) / 2.0;

        self.0.typed.with(|hidden| {
            let text = Self::lettering(hidden.as_text().unwrap_or_default(), bounds.width - 2.0 * SIDE);
            let text = text::Text {
                content: text.content.to_owned(),
                bounds: text.bounds,
                size: text.size,
                line_height: text.line_height,
                font: text.font,
                align_x: text.align_x,
                align_y: text.align_y,
                shaping: text.shaping,
                wrapping: text.wrapping,
            };

            renderer.fill_text(
                text,
                Point::new(bounds.x + SIDE, bounds.y + top),
                palette.ink,
                *viewport,
            );
        });
    }

    /// Dots from the start edge; of too many, those around the caret.
    fn draw_dots(
        &self,
        renderer: &mut Renderer,
        palette: &Palette,
        state: &State,
        bounds: Rectangle,
        is_mirrored: bool,
    ) {
        let count = self.0.typed.count();
        let fitting = ((bounds.width - 2.0 * SIDE) / STEP).max(1.0) as usize;
        let caret = state.caret.min(count);
        let first = caret.saturating_sub(fitting.saturating_sub(1));
        let color = if state.is_all { palette.focus } else { palette.ink };

        let mut quad = |from_start: f32, size: Size, radius: f32| {
            let x = if is_mirrored {
                bounds.width - from_start - size.width
            } else {
                from_start
            };
            let y = (bounds.height - size.height) / 2.0;

            renderer.fill_quad(
                renderer::Quad {
                    bounds: Rectangle::new(Point::new(bounds.x + x, bounds.y + y), size),
                    border: Border {
                        radius: radius.into(),
                        ..Border::default()
                    },
                    ..renderer::Quad::default()
                },
                color,
            );
        };

        for place in 0..(count - first.min(count)).min(fitting) {
            quad(
                SIDE + place as f32 * STEP + (STEP - DOT) / 2.0,
                Size::new(DOT, DOT),
                DOT / 2.0,
            );
        }

        if state.is_focused && !state.is_all {
            quad(SIDE + (caret - first) as f32 * STEP - 1.0, Size::new(2.0, 22.0), 0.0);
        }
    }
}

impl<'a, Message: Clone + 'a> Widget<Message, Theme, Renderer> for Line<'a, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
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
            self.draw_dots(renderer, palette, state, bounds, mirror::is_mirrored(layout));
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
