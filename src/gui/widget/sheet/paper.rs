//! The paper: lays itself out as wide as there is room, and paints the part of the page that is seen.
use super::paint::paint;
use super::{Lens, OnLook, Sheet};
use crate::gui::theme;
use crate::print::page::Page;

use iced::advanced::graphics::geometry::Renderer as _;
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::widget::canvas::Cache;
use iced::{Border, Color, Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector};

use std::rc::Rc;
use std::sync::Arc;

const PAPER: Color = Color::WHITE;

/// The painted page.
pub(super) struct Paper<'a, Message> {
    pages: Arc<[Page]>,
    index: usize,
    lens: Lens,
    on_look: Option<OnLook<'a, Message>>,
}

/// The page that was painted last, and how: painting thousands of letters anew at every key would be slow.
struct State {
    pages: Arc<[Page]>,
    index: usize,
    lens: Lens,
    cache: Cache,
    /// Where a hand took hold of the paper, and what was seen then.
    held: Option<(Point, Lens)>,
}

impl<'a, Message> Paper<'a, Message> {
    pub(super) fn new(sheet: &Sheet<'a, Message>) -> Self {
        Self {
            pages: Arc::clone(&sheet.pages),
            index: sheet.index,
            lens: sheet.lens,
            on_look: sheet.on_look.as_ref().map(Rc::clone),
        }
    }

    fn page(&self) -> Option<&Page> {
        self.pages.get(self.index)
    }

    fn fresh(&self) -> State {
        State {
            pages: Arc::clone(&self.pages),
            index: self.index,
            lens: self.lens,
            cache: Cache::new(),
            held: None,
        }
    }

    /// Logical pixels to a hundredth of a point.
    fn scale(&self, page: &Page, bounds: Rectangle) -> f32 {
        bounds.width / self.lens.seen(page).0.max(1) as f32
    }

    /// What is seen when the paper was taken at one place and is held at another.
    fn dragged(&self, state: &State, bounds: Rectangle, to: Point) -> Option<Lens> {
        let (from, lens) = state.held?;
        let page = self.page()?;
        let scale = self.scale(page, bounds);
        let far = from - to;
        let wanted = lens.moved(page, ((far.x / scale) as i32, (far.y / scale) as i32));

        Some(wanted.unwrap_or(lens)).filter(|wanted| *wanted != self.lens)
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Paper<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(self.fresh())
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State>();

        if state.index != self.index || !Arc::ptr_eq(&state.pages, &self.pages) {
            *state = self.fresh();
        } else if state.lens != self.lens {
            state.lens = self.lens;
            state.cache.clear();
        }
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(&mut self, _: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        let width = limits.max().width;
        let height = self.page().map_or(0.0, |page| {
            let (wide, high) = self.lens.seen(page);

            width * high as f32 / wide.max(1) as f32
        });

        layout::Node::new(Size::new(width, height))
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
        let Some(on_look) = self.on_look.as_ref().filter(|_| self.lens.is_close()) else {
            return;
        };
        let state = tree.state.downcast_mut::<State>();
        let bounds = layout.bounds();

        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                state.held = cursor.position_over(bounds).map(|at| (at, self.lens));
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => state.held = None,
            Event::Mouse(mouse::Event::CursorMoved { .. }) => {
                let to = cursor.position();

                if let Some(lens) = to.and_then(|to| self.dragged(state, bounds, to)) {
                    shell.publish(on_look(lens));
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
            mouse::Interaction::Grabbing
        } else if self.lens.is_close() && cursor.is_over(layout.bounds()) {
            mouse::Interaction::Grab
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
        let bounds = layout.bounds();
        let Some(page) = self.page() else { return };

        if bounds.width < 1.0 || bounds.intersection(viewport).is_none() {
            return;
        }

        let palette = theme::palette(theme);

        renderer.fill_quad(
            renderer::Quad {
                bounds,
                border: Border {
                    color: palette.edge,
                    width: palette.stroke,
                    radius: 0.0.into(),
                },
                ..renderer::Quad::default()
            },
            PAPER,
        );

        let cache = &tree.state.downcast_ref::<State>().cache;
        let scale = self.scale(page, bounds);
        let (x, y) = self.lens.at();

        renderer.with_translation(Vector::new(bounds.x, bounds.y), |renderer| {
            let painted = cache.draw(renderer, bounds.size(), |frame| {
                frame.translate(Vector::new(-(x as f32) * scale, -(y as f32) * scale));
                paint(frame, page, scale);
            });

            renderer.draw_geometry(painted);
        });
    }
}
