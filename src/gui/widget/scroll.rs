//! A scroll area in the house's look.
use crate::gui::theme::{self, size};

use iced::widget::container;
use iced::widget::scrollable::{self, Scrollable};
use iced::{Background, Border, Color, Element, Theme};

/// A vertical scroll area in the house's look.
pub fn scroll<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Scrollable<'a, Message> {
    Scrollable::new(content)
        .direction(scrollable::Direction::Vertical(
            scrollable::Scrollbar::new().width(8).scroller_width(8).margin(2),
        ))
        .style(style)
}

fn style(theme: &Theme, status: scrollable::Status) -> scrollable::Style {
    let palette = theme::palette(theme);
    let is_held = matches!(
        status,
        scrollable::Status::Dragged { .. }
            | scrollable::Status::Hovered {
                is_vertical_scrollbar_hovered: true,
                ..
            }
    );

    let rail = scrollable::Rail {
        background: None,
        border: Border::default(),
        scroller: scrollable::Scroller {
            background: Background::Color(if is_held { palette.primary } else { palette.edge }),
            border: Border {
                radius: size::CORNER.into(),
                ..Border::default()
            },
        },
    };

    scrollable::Style {
        container: container::Style::default(),
        vertical_rail: rail,
        horizontal_rail: rail,
        gap: None,
        auto_scroll: scrollable::AutoScroll {
            background: Background::Color(palette.card),
            border: Border::default(),
            shadow: iced::Shadow::default(),
            icon: Color::TRANSPARENT,
        },
    }
}
