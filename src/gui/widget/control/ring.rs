//! The ring around what the keyboard is at.
use crate::gui::theme::{Palette, size};

use iced::advanced::{Renderer as _, renderer};
use iced::{Border, Color, Rectangle, Renderer};

/// Draws the ring around `bounds`, in a layer of its own so that nothing covers it.
pub(in crate::gui::widget) fn ring(
    renderer: &mut Renderer,
    palette: &Palette,
    bounds: Rectangle,
    viewport: &Rectangle,
) {
    let ring = renderer::Quad {
        bounds: bounds.expand(4.0),
        border: Border {
            color: palette.focus,
            width: 2.0,
            radius: (size::CORNER + 4.0).into(),
        },
        ..renderer::Quad::default()
    };

    renderer.with_layer(*viewport, |renderer| renderer.fill_quad(ring, Color::TRANSPARENT));
}
