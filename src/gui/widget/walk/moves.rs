//! Moves the keyboard, and scrolls.
use super::ground::{Ground, traverse};

use iced::advanced::widget::operation::scrollable::AbsoluteOffset;
use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable};
use iced::widget::Id;
use iced::{Rectangle, Vector};

/// Moves the keyboard to the stop of this number, and away from all others.
#[derive(Debug)]
pub(in crate::gui::widget) struct Focus {
    target: Option<usize>,
    seen: usize,
}

impl Focus {
    pub(in crate::gui::widget) const fn at(target: Option<usize>) -> Self {
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
pub(in crate::gui::widget) struct Reveal {
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
pub(in crate::gui::widget) struct Scroll {
    moves: Vec<(usize, Vector)>,
    seen: usize,
}

impl Scroll {
    pub(in crate::gui::widget) const fn new(moves: Vec<(usize, Vector)>) -> Self {
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
