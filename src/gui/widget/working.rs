//! A bar that moves while something takes a while, so that one sees that the window is alive.
//!
//! A block goes along in a few steps a second: calm, and cheap to draw in software.
use super::mirror;
use crate::gui::theme::{self, size};

use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::{Border, Element, Event, Length, Point, Rectangle, Renderer, Size, Theme, window};

use std::time::{Duration, Instant};

const HEIGHT: f32 = 14.0;
const STEPS: u32 = 12;
const PACE: Duration = Duration::from_millis(150);

/// A bar that moves while something takes a while.
pub(super) struct Working;

/// Which step it is at, and when the next one is due.
#[derive(Default)]
struct State {
    step: u32,
    next: Option<Instant>,
}

impl<Message> Widget<Message, Theme, Renderer> for Working {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fixed(HEIGHT))
    }

    fn layout(&mut self, _: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        let size = limits.resolve(Length::Fill, HEIGHT, Size::new(0.0, HEIGHT));

        layout::Node::with_children(size, vec![mirror::grain()])
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        _: Layout<'_>,
        _: mouse::Cursor,
        _: &Renderer,
        _: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _: &Rectangle,
    ) {
        let Event::Window(window::Event::RedrawRequested(now)) = event else {
            return;
        };

        let state = tree.state.downcast_mut::<State>();
        let next = match state.next {
            Some(next) if next > *now => next,
            Some(_) => {
                state.step = (state.step + 1) % STEPS;
                *now + PACE
            }
            None => *now + PACE,
        };

        state.next = Some(next);
        shell.request_redraw_at(next);
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        _: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let palette = theme::palette(theme);
        let bounds = layout.bounds();
        let track = Border {
            color: palette.edge,
            width: palette.stroke.max(1.5),
            radius: (size::CORNER / 2.0).into(),
        };

        renderer.fill_quad(
            renderer::Quad {
                bounds,
                border: track,
                ..renderer::Quad::default()
            },
            palette.card,
        );

        let width = bounds.width / STEPS as f32;
        let step = if mirror::is_mirrored(layout) {
            STEPS - 1 - state.step
        } else {
            state.step
        };
        let place = Point::new(bounds.x + width * step as f32, bounds.y);

        renderer.fill_quad(
            renderer::Quad {
                bounds: Rectangle::new(place, Size::new(width, bounds.height)),
                border: Border {
                    radius: (size::CORNER / 2.0).into(),
                    ..Border::default()
                },
                ..renderer::Quad::default()
            },
            palette.primary,
        );
    }
}

impl<'a, Message: 'a> From<Working> for Element<'a, Message> {
    fn from(working: Working) -> Self {
        Element::new(working)
    }
}
