//! The window's own colour under everything, which makes every picture a whole one.
//!
//! The renderer repaints only what differs from the picture that lies in the same buffer, and forgets where a
//! text stood that is no longer there: half of it would stay. Where windows have one buffer that picture is
//! the last one; under Wayland there are two or more, and it is an older one. So the ground differs from
//! several pictures before, in shades that no screen can tell apart.
use crate::gui::theme;

use iced::advanced::renderer::{Quad, Renderer as _};
use iced::{Color, Rectangle, Renderer, Theme};

use std::cell::Cell;

/// How many shades there are: more than a window has buffers.
const SHADES: u8 = 8;

/// From one shade to the next: all of them together are less than half a step of an eight-bit colour.
const UNSEEN: f32 = 1.0 / 8192.0;

/// Which of the shades was painted last.
#[derive(Default)]
pub(super) struct Ground {
    shade: Cell<u8>,
}

impl Ground {
    /// Paints it, in another shade than the last times.
    pub(super) fn paint(&self, renderer: &mut Renderer, theme: &Theme, bounds: Rectangle) {
        let quad = Quad {
            bounds,
            ..Quad::default()
        };

        renderer.fill_quad(quad, self.next(theme::palette(theme).bg));
    }

    /// The next shade of a colour.
    fn next(&self, color: Color) -> Color {
        let shade = (self.shade.get() + 1) % SHADES;

        self.shade.set(shade);

        Color {
            r: (color.r - f32::from(shade) * UNSEEN).abs(),
            ..color
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::theme::Shade;

    #[test]
    fn the_ground_differs_from_the_pictures_before_and_looks_the_same() {
        for color in Shade::ALL.map(|shade| shade.palette().bg) {
            let ground = Ground::default();
            let shades: Vec<_> = (0..3 * SHADES).map(|_| ground.next(color)).collect();

            for (at, shade) in shades.iter().enumerate() {
                let before = &shades[at.saturating_sub(usize::from(SHADES) - 1)..at];

                assert!(!before.contains(shade), "one of the last buffers holds it");
                assert_eq!(shade.into_rgba8(), color.into_rgba8());
            }
        }
    }
}
