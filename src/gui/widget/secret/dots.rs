//! What a secret field shows: dots as plain shapes, or the letters while the person asks to see them.
use super::line::{Line, SIDE, State};
use crate::gui::theme::{self, Palette, size};
use crate::gui::widget::mirror;

use iced::advanced::text::Renderer as _;
use iced::advanced::{Layout, Renderer as _, renderer, text};
use iced::alignment::Vertical;
use iced::{Border, Point, Rectangle, Renderer, Size};

const DOT: f32 = 8.0;
const STEP: f32 = 12.0;

impl<Message: Clone> Line<'_, Message> {
    /// What the letters look like, for the time of one measurement or one drawing.
    pub(super) fn lettering(words: &str, width: f32) -> text::Text<&str, iced::Font> {
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

    pub(super) fn draw_letters(
        &self,
        renderer: &mut Renderer,
        palette: &Palette,
        bounds: Rectangle,
        viewport: &Rectangle,
    ) {
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
    pub(super) fn draw_dots(&self, renderer: &mut Renderer, palette: &Palette, state: &State, layout: Layout<'_>) {
        let (bounds, is_mirrored) = (layout.bounds(), mirror::is_mirrored(layout));
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
