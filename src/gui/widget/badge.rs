//! A short word in a frame: stale, needs a day, not certain, shows on paper.
use super::icon::{Icon, icon};
use super::words;
use crate::gui::theme::{self, Ink, size, space};

use iced::widget::{container, row};
use iced::{Alignment, Border, Element, Theme};

/// How loud a badge, a notice or a bar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// To know.
    #[default]
    Note,
    /// Done, or going well.
    Good,
    /// Careful.
    Caution,
    /// Severe, or not to be undone.
    Severe,
}

impl Kind {
    pub(super) const fn ink(self) -> Ink {
        match self {
            Self::Note => Ink::Plain,
            Self::Good => Ink::Primary,
            Self::Caution => Ink::Caution,
            Self::Severe => Ink::Severe,
        }
    }

    pub(super) const fn icon(self) -> Icon {
        match self {
            Self::Note => Icon::Note,
            Self::Good => Icon::Done,
            Self::Caution | Self::Severe => Icon::Careful,
        }
    }

    /// A frame in this voice.
    pub(super) fn frame(self, theme: &Theme) -> container::Style {
        let palette = theme::palette(theme);
        let ink = self.ink().color(palette);

        let back = match self {
            Self::Note => palette.card,
            Self::Good => palette.tint,
            Self::Caution => palette.caution_tint,
            Self::Severe => palette.severe_tint,
        };

        container::Style {
            background: Some(back.into()),
            text_color: Some(ink),
            border: Border {
                color: if self == Self::Note { palette.line } else { ink },
                width: palette.stroke,
                radius: size::CORNER.into(),
            },
            ..container::Style::default()
        }
    }
}

/// A short word in a frame.
pub fn badge<'a, Message: 'a>(kind: Kind, word: impl Into<String>) -> Element<'a, Message> {
    let word = words::body(word.into()).size(size::CAPTION);

    let content = match kind {
        Kind::Note => row![word],
        Kind::Good | Kind::Caution | Kind::Severe => row![icon(kind.icon()), word],
    };

    container(content.spacing(space::XS + 2.0).align_y(Alignment::Center))
        .padding([2.0, space::S])
        .style(move |theme| kind.frame(theme))
        .into()
}
