//! The window's own colour under everything, which makes every picture a whole one.
//!
//! The renderer repaints only what differs from the last picture, and forgets where a text stood that is no
//! longer there: half of it would stay. So the ground always differs, in two shades that no screen can tell
//! apart.
use crate::gui::theme;

use iced::advanced::renderer::{Quad, Renderer as _};
use iced::{Color, Rectangle, Renderer, Theme};

use std::cell::Cell;

/// Less than what one step of an eight-bit colour is.
const UNSEEN: f32 = 1.0 / 4096.0;

/// Which of the two shades was painted last.
#[derive(Default)]
pub(super) struct Ground {
    is_even: Cell<bool>,
}

impl Ground {
    /// Paints it, in the other shade than the last time.
    pub(super) fn paint(&self, renderer: &mut Renderer, theme: &Theme, bounds: Rectangle) {
        let is_even = !self.is_even.get();
        let color = theme::palette(theme).bg;
        let quad = Quad {
            bounds,
            ..Quad::default()
        };

        self.is_even.set(is_even);
        renderer.fill_quad(
            quad,
            Color {
                r: if is_even { color.r } else { (color.r - UNSEEN).abs() },
                ..color
            },
        );
    }
}
