//! Walks over a page: which stops the keyboard has, what every control says, and what to scroll.
use super::spec::{Reach, Role, Spec};

use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable, scrollable::AbsoluteOffset};
use iced::widget::Id;
use iced::{Rectangle, Vector};

use std::any::Any;

/// One scrollable area around what is being walked over.
#[derive(Debug, Clone, Copy)]
struct Frame {
    number: usize,
    bounds: Rectangle,
    moved: Vector,
}

/// Keeps track of the scrollable areas around the current widget.
#[derive(Debug, Default)]
struct Ground {
    pending: Option<Frame>,
    frames: Vec<Frame>,
    seen: usize,
}

impl Ground {
    fn scrollable(&mut self, bounds: Rectangle, moved: Vector) -> usize {
        let number = self.seen;

        self.pending = Some(Frame { number, bounds, moved });
        self.seen += 1;

        number
    }

    fn enter(&mut self) -> bool {
        let pending = self.pending.take();

        self.frames.extend(pending);
        pending.is_some()
    }

    fn leave(&mut self, has_entered: bool) {
        if has_entered {
            self.frames.pop();
        }
    }

    /// Where `bounds` lies in the window, and the part of it that shows.
    fn place(&self, mut bounds: Rectangle) -> (Rectangle, Option<Rectangle>) {
        let mut visible = Some(bounds);

        for frame in self.frames.iter().rev() {
            bounds = bounds - frame.moved;
            visible = visible.and_then(|visible| (visible - frame.moved).intersection(&frame.bounds));
        }

        (bounds, visible)
    }
}

macro_rules! traverse {
    () => {
        fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
            let has_entered = self.ground.enter();
            operate(self);
            self.ground.leave(has_entered);
        }
    };
}

/// One place where the keyboard can be.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stop {
    pub(super) id: Option<Id>,
    pub(super) reach: Reach,
}

/// The stops of a page in their order, and what is special about some of them.
#[derive(Debug, Default)]
pub(super) struct Survey {
    pub(super) page: Option<Id>,
    pub(super) stops: Vec<Stop>,
    pub(super) focused: Option<usize>,
    pub(super) title: Option<usize>,
    pub(super) wanted: Option<usize>,
    /// The largest area that has more than it shows: its number, and its height.
    pub(super) scroll: Option<(usize, f32)>,
    said: Option<(Role, Reach, bool)>,
    area: f32,
    ground: Ground,
}

impl Survey {
    /// The stop after `from`, or before it, going round at the ends.
    pub(super) fn next(&self, from: Option<usize>, is_back: bool) -> Option<usize> {
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
    pub(super) fn find(&self, id: &Id) -> Option<usize> {
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

    fn focusable(&mut self, id: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        let index = self.stops.len();
        let (role, reach, is_wanted) = self.said.take().unwrap_or((Role::TextField, Reach::Tab, false));

        if state.is_focused() {
            self.focused = Some(index);
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

/// Moves the keyboard to the stop of this number, and away from all others.
#[derive(Debug)]
pub(super) struct Focus {
    target: Option<usize>,
    seen: usize,
}

impl Focus {
    pub(super) const fn at(target: Option<usize>) -> Self {
        Self { target, seen: 0 }
    }
}

impl Operation for Focus {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        if Some(self.seen) == self.target {
            state.focus();
        } else if state.is_focused() {
            state.unfocus();
        }

        self.seen += 1;
    }
}

/// Scrolls every area around the keyboard's place so that it shows, ring and all.
#[derive(Debug, Default)]
pub(super) struct Reveal {
    ground: Ground,
    moves: Vec<(usize, Vector)>,
}

impl Operation for Reveal {
    traverse!();

    fn scrollable(&mut self, _: Option<&Id>, bounds: Rectangle, _: Rectangle, moved: Vector, _: &mut dyn Scrollable) {
        self.ground.scrollable(bounds, moved);
    }

    fn focusable(&mut self, _: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        if !state.is_focused() {
            return;
        }

        let mut bounds = bounds.expand(8.0);

        for frame in self.ground.frames.iter().rev() {
            bounds = bounds - frame.moved;

            // the end comes first: of what is too tall, the beginning has to show
            let past = (bounds.y + bounds.height - frame.bounds.y - frame.bounds.height).max(0.0);
            let y = if bounds.y - past < frame.bounds.y {
                bounds.y - frame.bounds.y
            } else {
                past
            };

            if y != 0.0 {
                let step = Vector::new(0.0, y);

                self.moves.push((frame.number, step));
                bounds = bounds - step;
            }
        }
    }

    fn finish(&self) -> Outcome<()> {
        if self.moves.is_empty() {
            Outcome::None
        } else {
            Outcome::Chain(Box::new(Scroll::new(self.moves.clone())))
        }
    }
}

/// Scrolls the areas of these numbers.
#[derive(Debug)]
pub(super) struct Scroll {
    moves: Vec<(usize, Vector)>,
    seen: usize,
}

impl Scroll {
    pub(super) const fn new(moves: Vec<(usize, Vector)>) -> Self {
        Self { moves, seen: 0 }
    }
}

impl Operation for Scroll {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        _: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        _: Vector,
        state: &mut dyn Scrollable,
    ) {
        for (_, step) in self.moves.iter().filter(|(number, _)| *number == self.seen) {
            state.scroll_by(AbsoluteOffset { x: step.x, y: step.y }, bounds, content);
        }

        self.seen += 1;
    }
}

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
