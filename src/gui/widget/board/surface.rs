//! The board as a widget: it paints the grid, and lets dots be dragged.
use super::grid::{self, Grid, RADIUS};
use super::{Board, Dot};
use crate::gui::theme;
use crate::gui::widget::drawing::Pen;
use crate::gui::widget::mirror;

use iced::advanced::graphics::geometry::Renderer as _;
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::touch::{self, Finger};
use iced::widget::canvas::Frame;
use iced::{Color, Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector};

/// The painted part of the board.
pub(super) struct Surface<'a, Message>(pub(super) Board<'a, Message>);

/// The dot that is being dragged, by its place among the dots, and where it is.
#[derive(Default)]
struct State {
    held: Option<(usize, Point)>,
    /// The finger that drags it, if it is one: others do not count meanwhile.
    finger: Option<Finger>,
}

/// What a hand does, with the mouse or with a finger.
enum Hand {
    Press(Option<Finger>),
    Move,
    LetGo,
    /// The system took the finger for something else.
    Lose,
}

impl State {
    fn hand(&self, event: &Event) -> Option<Hand> {
        let is_ours = |id: &Finger| self.finger == Some(*id);

        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => Some(Hand::Press(None)),
            Event::Mouse(mouse::Event::CursorMoved { .. }) => Some(Hand::Move),
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => Some(Hand::LetGo),
            Event::Touch(touch::Event::FingerPressed { id, .. }) if self.held.is_none() => Some(Hand::Press(Some(*id))),
            Event::Touch(touch::Event::FingerMoved { id, .. }) if is_ours(id) => Some(Hand::Move),
            Event::Touch(touch::Event::FingerLifted { id, .. }) if is_ours(id) => Some(Hand::LetGo),
            Event::Touch(touch::Event::FingerLost { id, .. }) if is_ours(id) => Some(Hand::Lose),
            _ => None,
        }
    }
}

impl<Message> Surface<'_, Message> {
    fn grid(layout: Layout<'_>) -> Grid {
        Grid::new(Pen {
            palette: &theme::palette::LIGHT,
            ink: Color::BLACK,
            size: layout.bounds().size(),
            is_mirrored: mirror::is_mirrored(layout),
        })
    }

    /// The dot under the pointer, if it can be moved.
    fn dot_at(&self, layout: Layout<'_>, place: Point) -> Option<usize> {
        self.0.moved.as_ref()?;

        let places = Self::grid(layout).places(&self.0.dots);

        self.0
            .dots
            .iter()
            .zip(places)
            .position(|(dot, centre): (&Dot, Point)| dot.after.is_none() && centre.distance(place) <= RADIUS * 1.5)
    }

    fn drop_at(&self, layout: Layout<'_>, held: usize, place: Point) -> Option<Message> {
        let dot = self.0.dots.get(held)?;
        let cell = Self::grid(layout).cell_at(place).filter(|cell| *cell != dot.before)?;

        self.0.moved.as_ref().map(|moved| moved(dot.number, cell.0, cell.1))
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Surface<'_, Message> {
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
        let width = limits.max().width;
        let height = grid::height(width, &self.0.dots);
        let size = limits.resolve(Length::Fill, Length::Shrink, Size::new(width, height));

        layout::Node::with_children(size, vec![mirror::grain()])
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _: &Renderer,
        _: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let place = cursor.position_from(layout.bounds().position());

        let is_held = state.held.is_some();

        match state.hand(event) {
            Some(Hand::Press(finger)) => {
                let held = place.and_then(|place| Some((self.dot_at(layout, place)?, place)));

                state.finger = finger.filter(|_| held.is_some());
                state.held = held;
            }
            Some(Hand::Move) => {
                if let (Some((_, at)), Some(place)) = (state.held.as_mut(), place) {
                    *at = place;
                }
            }
            Some(Hand::LetGo) => {
                if let Some((held, at)) = state.held.take()
                    && let Some(message) = self.drop_at(layout, held, place.unwrap_or(at))
                {
                    shell.publish(message);
                }
            }
            Some(Hand::Lose) => state.held = None,
            None => return,
        }

        // taken, so that the page under a finger does not scroll with it
        if is_held || state.held.is_some() {
            shell.capture_event();
            shell.request_redraw();
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _: &Rectangle,
        _: &Renderer,
    ) -> mouse::Interaction {
        if tree.state.downcast_ref::<State>().held.is_some() {
            return mouse::Interaction::Grabbing;
        }

        match cursor.position_in(layout.bounds()) {
            Some(place) if self.dot_at(layout, place).is_some() => mouse::Interaction::Grab,
            _ => mouse::Interaction::None,
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();

        if bounds.width < 1.0 || bounds.intersection(viewport).is_none() {
            return;
        }

        let held = tree.state.downcast_ref::<State>().held;
        let grid = Grid::new(Pen {
            palette: theme::palette(theme),
            ink: style.text_color,
            size: bounds.size(),
            is_mirrored: mirror::is_mirrored(layout),
        });

        renderer.with_translation(Vector::new(bounds.x, bounds.y), |renderer| {
            let mut frame = Frame::new(renderer, bounds.size());

            grid.paint_bands(&mut frame, &self.0.legend.bands, &*self.0.band);
            grid.paint_ways(&mut frame, &self.0.dots);

            if let Some(cell) = held.and_then(|(_, place)| grid.cell_at(place)) {
                grid.paint_target(&mut frame, cell);
            }

            for (index, (dot, place)) in self.0.dots.iter().zip(grid.places(&self.0.dots)).enumerate() {
                let place = match held {
                    Some((held, at)) if held == index => at,
                    _ => place,
                };

                grid.paint_dot(&mut frame, dot.number, place);
            }

            renderer.draw_geometry(frame.into_geometry());
        });
    }
}
