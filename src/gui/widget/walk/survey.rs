//! Which stops the keyboard has on a page.
use super::ground::{Ground, traverse};
use crate::gui::widget::spec::{Reach, Role, Spec};

use iced::advanced::widget::operation::{Focusable, Operation, Scrollable};
use iced::widget::Id;
use iced::{Rectangle, Vector};

use std::any::Any;

/// One place where the keyboard can be.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::gui::widget) struct Stop {
    pub(in crate::gui::widget) id: Option<Id>,
    pub(in crate::gui::widget) reach: Reach,
}

/// The stops of a page in their order, and what is special about some of them.
#[derive(Debug, Default)]
pub(in crate::gui::widget) struct Survey {
    pub(in crate::gui::widget) page: Option<Id>,
    pub(in crate::gui::widget) stops: Vec<Stop>,
    pub(in crate::gui::widget) focused: Option<usize>,
    /// Where it stands, as if nothing had been scrolled.
    pub(in crate::gui::widget) at: Option<Rectangle>,
    /// The area around it that scrolls.
    pub(in crate::gui::widget) around: Option<Rectangle>,
    pub(in crate::gui::widget) title: Option<usize>,
    pub(in crate::gui::widget) wanted: Option<usize>,
    /// The largest area that has more than it shows: its number, and its height.
    pub(in crate::gui::widget) scroll: Option<(usize, f32)>,
    /// How far that one is scrolled.
    pub(in crate::gui::widget) moved: f32,
    said: Option<(Role, Reach, bool)>,
    area: f32,
    ground: Ground,
}

impl Survey {
    /// The stop after `from`, or before it, going round at the ends.
    pub(in crate::gui::widget) fn next(&self, from: Option<usize>, is_back: bool) -> Option<usize> {
        let reachable = |index: &usize| self.stops.get(*index).is_some_and(|stop| stop.reach == Reach::Tab);
        let all = 0..self.stops.len();

        if is_back {
            let before = from.and_then(|from| (0..from).rev().find(reachable));

            before.or_else(|| all.rev().find(reachable))
        } else {
            let after = from.and_then(|from| (from + 1..self.stops.len()).find(reachable));

            after.or_else(|| all.into_iter().find(reachable))
        }
    }

    /// The stop that bears `id`.
    pub(in crate::gui::widget) fn find(&self, id: &Id) -> Option<usize> {
        self.stops.iter().position(|stop| stop.id.as_ref() == Some(id))
    }
}

impl Operation for Survey {
    traverse!();

    fn scrollable(
        &mut self,
        _: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        moved: Vector,
        _: &mut dyn Scrollable,
    ) {
        let number = self.ground.scrollable(bounds, moved);
        let area = bounds.area();

        if content.height > bounds.height + 0.5 && area > self.area {
            self.area = area;
            self.scroll = Some((number, bounds.height));
            self.moved = moved.y;
        }
    }

    fn custom(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Any) {
        let Some(spec) = state.downcast_ref::<Spec>() else {
            return;
        };

        if matches!(spec.role, Role::Page | Role::Dialog) {
            self.page = Some(spec.id.clone());
        }

        self.said = (spec.reach != Reach::None).then_some((spec.role, spec.reach, spec.wants_focus));
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        let index = self.stops.len();
        let (role, reach, is_wanted) = self.said.take().unwrap_or((Role::TextField, Reach::Tab, false));

        if state.is_focused() {
            self.focused = Some(index);
            self.at = Some(bounds);
            self.around = self.ground.frames.last().map(|frame| frame.bounds);
        }

        if role == Role::Heading && self.title.is_none() {
            self.title = Some(index);
        }

        if is_wanted && self.wanted.is_none() {
            self.wanted = Some(index);
        }

        self.stops.push(Stop { id: id.cloned(), reach });
    }
}
