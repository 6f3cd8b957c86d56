//! The board as a widget: it paints the grid, and lets dots be dragged.
use super::grid::{Grid, RADIUS};
use super::{Board, Dot};
use crate::gui::theme;
use crate::gui::widget::drawing::Pen;
use crate::gui::widget::mirror;

use iced::advanced::graphics::geometry::Renderer as _;
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::widget::canvas::Frame;
use iced::{Color, Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector};

/// Taller than this it would fill a page.
const HEIGHT: f32 = 340.0;

/// The painted part of the board.
pub(super) struct Surface<'a, Message>(pub(super) Board<'a, Message>);

/// The dot that is being dragged, by its place among the dots, and where it is.
#[derive(Default)]
struct State {
    held: Option<(usize, Point)>,
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
        let height = (width * 0.75).clamp(200.0, HEIGHT);
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

        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                if let Some(place) = place
                    && let Some(held) = self.dot_at(layout, place)
                {
                    state.held = Some((held, place));
                    shell.capture_event();
                    shell.request_redraw();
                }
            }
            Event::Mouse(mouse::Event::CursorMoved { .. }) => {
                if let (Some((_, at)), Some(place)) = (state.held.as_mut(), place) {
                    *at = place;
                    shell.request_redraw();
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => {
                if let Some((held, at)) = state.held.take() {
                    if let Some(message) = self.drop_at(layout, held, place.unwrap_or(at)) {
                        shell.publish(message);
                    }

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
