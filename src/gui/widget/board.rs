//! The risk board: likelihood along the line, impact from the bottom up, each threat a numbered dot.
//!
//! The four bands are quiet areas with their names and a firm line around each. A thin line leads from where
//! a threat was to where the plan brings it. The names of the threats stand in a list beside the board, where
//! the keyboard moves them; here they can be dragged.
mod grid;
mod paint;
mod surface;

use super::control::Control;
use super::spec::{Role, Spec};
use super::words;
use crate::gui::theme::space;

use iced::Element;
use iced::widget::column;

/// Steps on each side.
pub const STEPS: u8 = 5;

/// One threat on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dot {
    /// Its number in the list beside the board.
    pub number: usize,
    /// Likelihood and impact as they are, each from 0 to 4.
    pub before: (u8, u8),
    /// The same after the plan, where it is to be shown.
    pub after: Option<(u8, u8)>,
}

impl Dot {
    const fn shown(&self) -> (u8, u8) {
        match self.after {
            Some(after) => after,
            None => self.before,
        }
    }
}

/// What is written on the board.
#[derive(Debug, Clone)]
pub struct Legend {
    /// What the board is, and what it shows, for those who cannot see it.
    pub name: String,
    /// The word along the line.
    pub likelihood: String,
    /// The word from the bottom up.
    pub impact: String,
    /// The names of the bands, from the quietest.
    pub bands: [String; 4],
}

/// The board.
pub struct Board<'a, Message> {
    legend: Legend,
    dots: Vec<Dot>,
    band: Box<dyn Fn(u8, u8) -> usize + 'a>,
    moved: Option<OnMove<'a, Message>>,
}

/// What dragging a dot means: its number, and the likelihood and the impact it was dropped on.
type OnMove<'a, Message> = Box<dyn Fn(usize, u8, u8) -> Message + 'a>;

/// The board with these dots. `band` says to which of the four bands a likelihood and an impact belong, from 0.
pub fn board<'a, Message>(legend: Legend, dots: Vec<Dot>, band: impl Fn(u8, u8) -> usize + 'a) -> Board<'a, Message> {
    Board {
        legend,
        dots,
        band: Box::new(band),
        moved: None,
    }
}

impl<'a, Message> Board<'a, Message> {
    /// What happens when a dot is dragged to another cell. Only dots without an `after` can be.
    #[must_use]
    pub fn on_move(mut self, moved: impl Fn(usize, u8, u8) -> Message + 'a) -> Self {
        self.moved = Some(Box::new(moved));
        self
    }
}

impl<'a, Message: Clone + 'a> From<Board<'a, Message>> for Element<'a, Message> {
    fn from(board: Board<'a, Message>) -> Self {
        let spec = Spec::new(Role::Image, board.legend.name.clone());
        let impact = words::caption(board.legend.impact.clone());
        let likelihood = words::caption(board.legend.likelihood.clone());
        let content = column![impact, Element::new(surface::Surface(board)), likelihood].spacing(space::XS);

        Control::label(spec, content).into()
    }
}
