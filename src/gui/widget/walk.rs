//! Walks over a page: which stops the keyboard has, what every control says, and what to scroll.
mod ground;
mod moves;
mod survey;

pub(super) use moves::{Focus, Reveal, Scroll};
pub(super) use survey::Survey;

use super::spec::{Reach, Request, Spec};
use ground::{Ground, traverse};

use iced::advanced::widget::operation::{Focusable, Operation, Scrollable};
use iced::widget::Id;
use iced::{Rectangle, Vector};

use std::any::Any;

/// A control as it was found on the page.
#[derive(Debug, Clone)]
pub struct Found {
    /// What it says about itself.
    pub spec: Spec,
    /// Where it is in the window.
    pub bounds: Rectangle,
    /// The part of it that is not scrolled away.
    pub visible: Option<Rectangle>,
    /// Whether the keyboard is there.
    pub is_focused: bool,
}

/// Collects what every control of a page says, and every text on it.
#[derive(Debug, Default)]
pub struct Collect {
    /// The controls, in reading order.
    pub found: Vec<Found>,
    /// The texts with their places, in reading order.
    pub texts: Vec<(String, Rectangle)>,
    ground: Ground,
}

impl Operation for Collect {
    traverse!();

    fn scrollable(&mut self, _: Option<&Id>, bounds: Rectangle, _: Rectangle, moved: Vector, _: &mut dyn Scrollable) {
        self.ground.scrollable(bounds, moved);
    }

    fn text(&mut self, _: Option<&Id>, bounds: Rectangle, text: &str) {
        self.texts.push((text.to_owned(), self.ground.place(bounds).0));
    }

    fn custom(&mut self, _: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        if let Some(spec) = state.downcast_ref::<Spec>() {
            let (bounds, visible) = self.ground.place(bounds);

            self.found.push(Found {
                spec: spec.clone(),
                bounds,
                visible,
                is_focused: false,
            });
        }
    }

    fn focusable(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        let last = self
            .found
            .iter_mut()
            .rev()
            .find(|found| found.spec.reach != Reach::None);

        if let Some(found) = last {
            found.is_focused = state.is_focused();
        }
    }
}

/// Asks something of the control that bears an id, as a screen reader does. It answers at the next redraw.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Whom.
    pub id: Id,
    /// What.
    pub request: Request,
}

impl Operation for Ask {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn custom(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Any) {
        if let Some(spec) = state.downcast_mut::<Spec>()
            && spec.id == self.id
        {
            spec.request = Some(self.request);
        }
    }
}
