//! The scrollable areas around what a walk is at: iced tells places as if nothing had been scrolled.
use iced::{Rectangle, Vector};

/// One scrollable area around what is being walked over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) number: usize,
    pub(super) bounds: Rectangle,
    pub(super) moved: Vector,
}

/// Keeps track of the scrollable areas around the current widget.
#[derive(Debug, Default)]
pub(super) struct Ground {
    pending: Option<Frame>,
    pub(super) frames: Vec<Frame>,
    seen: usize,
}

impl Ground {
    pub(super) fn scrollable(&mut self, bounds: Rectangle, moved: Vector) -> usize {
        let number = self.seen;

        self.pending = Some(Frame { number, bounds, moved });
        self.seen += 1;

        number
    }

    pub(super) fn enter(&mut self) -> bool {
        let pending = self.pending.take();

        self.frames.extend(pending);
        pending.is_some()
    }

    pub(super) fn leave(&mut self, has_entered: bool) {
        if has_entered {
            self.frames.pop();
        }
    }

    /// Where `bounds` lies in the window, and the part of it that shows.
    pub(super) fn place(&self, mut bounds: Rectangle) -> (Rectangle, Option<Rectangle>) {
        let mut visible = Some(bounds);

        for frame in self.frames.iter().rev() {
            bounds = bounds - frame.moved;
            visible = visible.and_then(|visible| (visible - frame.moved).intersection(&frame.bounds));
        }

        (bounds, visible)
    }
}

/// Goes on with the walk, and keeps track of the areas around.
macro_rules! traverse {
    () => {
        fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
            let has_entered = self.ground.enter();
            operate(self);
            self.ground.leave(has_entered);
        }
    };
}

pub(super) use traverse;
